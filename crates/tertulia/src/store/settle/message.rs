//! What happens to one message: said, edited, deleted.

use tertulia_wire::moderation::Deed;
use tertulia_wire::{Code, DeletedBy, Kind, Message, RoomName, Time};

use super::{Entry, Moment, Present, Request, Under};
use crate::error::Refusal;
use crate::store::edits::{edit_held, in_time, is_from, may_edit};
use crate::store::moderation::Noted;
use crate::store::{Change, Hold, NewMessage, Outcome, RoomKey, WriteError, Written};

impl Present {
    pub(super) fn say(&mut self, name: &RoomName, new: &NewMessage, moment: &mut Moment) -> Result<Written, WriteError> {
        if let Some(Under::Room(key)) = self.names.get(name).copied() {
            // First: its bearer may have used the id again since, for something else.
            if let Some(answer) = self.erased_before(key, new) {
                return answer;
            }
            if let Some(answer) = self.held_before(key, new) {
                return answer;
            }
            let request = (key, new.bearer.clone(), new.client_id.clone());
            if let Some((id, hash)) = self.said.get(&request).copied() {
                if self.kept(key, id) {
                    return self.said_before(key, id, hash == new.request_hash);
                }
                self.make_way(key, id);
            }
        }
        let known = self.room_to_say_in(name, new)?;
        // A room that isn't there holds nothing to answer.
        if new.reply_to.is_some_and(|id| known.is_none_or(|key| !self.kept(key, id))) {
            return Err(no_such_reply());
        }
        if let Some(key) = known {
            self.check_pace(key, new, moment)?;
        }
        let held = self.holds(known, new.review.hold);
        if held.is_some() {
            self.check_room_for_held(known, &new.bearer, new.review)?;
        }
        let key = match known {
            Some(key) => key,
            None => self.make(name, &new.bearer, moment)?,
        };
        if let Some(seen) = &new.seen_name {
            self.take_name(key, seen, moment.now)?;
        }
        let spoke = self.speak(key, new, moment)?;
        match held {
            Some(by) => self.hold(key, new, by, spoke, moment),
            None => self.append(key, new, moment),
        }
    }

    /// Notes that somebody speaks now, as the room counts time: what comes, and not what is let in later.
    fn speak(&mut self, key: RoomKey, new: &NewMessage, moment: &Moment) -> Result<Option<Time>, WriteError> {
        if !matches!(new.kind, Kind::Message | Kind::Action) {
            return Ok(None);
        }
        let now = self.known(key)?.time(moment);
        self.know_spoke(key, new.bearer.clone(), now);
        Ok(Some(now))
    }

    /// Takes in when somebody spoke; what is later counts.
    pub(crate) fn know_spoke(&mut self, key: RoomKey, bearer: String, at: Time) {
        let spoke = self.spoke.entry((key, bearer)).or_insert(at);
        *spoke = at.max(*spoke);
    }

    /// Takes the row of a message away that is past its room's retention: it would forbid that of the same request's new one.
    pub(super) fn make_way(&mut self, key: RoomKey, id: u64) {
        self.gone.insert((key, id));
        // One that this batch made has no row yet, and gets none.
        self.messages.remove(&(key, id));
    }

    /// Refuses whoever spoke so short a time ago that the room's slow mode doesn't let them speak again.
    fn check_pace(&self, key: RoomKey, new: &NewMessage, moment: &Moment) -> Result<(), WriteError> {
        let Some(room) = self.rooms.get(&key).filter(|_| new.slowed) else { return Ok(()) };
        let Some(spoke) = self.spoke.get(&(key, new.bearer.clone())) else { return Ok(()) };
        let left_ms = spoke.0 + i64::from(room.settings.slow_seconds) * 1_000 - room.time(moment).0;
        match u32::try_from(left_ms) {
            Ok(left_ms) if left_ms > 0 => Err(Refusal::new(Code::SlowDown).retry_after_s(left_ms.div_ceil(1_000)).into()),
            // Nothing is left; a room keeps no more than a day.
            _ => Ok(()),
        }
    }

    fn said_before(&self, key: RoomKey, id: u64, same: bool) -> Result<Written, WriteError> {
        let Some(entry) = self.messages.get(&(key, id)).filter(|_| same) else {
            return Err(Refusal::new(Code::ClientIdReused).into());
        };
        self.written(key, Vec::new(), Outcome::Message { message: Box::new(entry.message.clone()), fresh: false })
    }

    pub(super) fn append(&mut self, key: RoomKey, new: &NewMessage, moment: &mut Moment) -> Result<Written, WriteError> {
        let room = self.known(key)?;
        let id = room.advance(moment)?;
        room.newest = room.time(moment);
        let message = Message {
            id,
            version: id,
            kind: new.kind,
            sender: new.sender.clone(),
            text: new.text.clone(),
            created: room.newest,
            edited: None,
            deleted: None,
            deleted_by: None,
            reply_to: new.reply_to,
            reactions: Vec::new(),
            client_id: Some(new.client_id.clone()),
            data: new.data.clone(),
        };
        self.said.insert((key, new.bearer.clone(), new.client_id.clone()), (id, new.request_hash));
        let request = Request { bearer: new.bearer.clone(), hash: new.request_hash };
        self.messages.insert((key, id), Entry { new: true, ..Entry::kept(message.clone(), Some(request)) });
        let change = Change::Message(Box::new(message.clone()));
        self.written(key, vec![change], Outcome::Message { message: Box::new(message), fresh: true })
    }

    pub(super) fn edit(
        &mut self,
        name: &RoomName,
        id: u64,
        (by, hold): (&str, Hold),
        text: &str,
        moment: &mut Moment,
    ) -> Result<Written, WriteError> {
        let (key, now, minutes) = {
            let room = self.room_mut(name)?;
            (room.key, room.time(moment), room.settings.edit_minutes)
        };
        let message = &self.entry(key, id)?.message;
        may_edit(message, by)?;
        // Before the time is looked at, so that a retry of an edit that was in time is not told that it came too late.
        if message.text == text {
            return self.unchanged(key, id);
        }
        in_time(message, now, minutes)?;
        // Else what was let in could be changed into what nobody has reviewed.
        if self.holds(Some(key), hold).is_some() {
            return Err(edit_held().into());
        }
        self.change(key, id, moment, |message| {
            text.clone_into(&mut message.text);
            message.edited = Some(now);
        })
    }

    pub(super) fn delete(
        &mut self,
        name: &RoomName,
        id: u64,
        by: &str,
        any: bool,
        moment: &mut Moment,
    ) -> Result<Written, WriteError> {
        let (key, now) = {
            let room = self.room_mut(name)?;
            (room.key, room.time(moment))
        };
        let message = &self.entry(key, id)?.message;
        let own = is_from(message, by);
        if !own && !any {
            return Err(Refusal::new(Code::NotAllowed).into());
        }
        if message.deleted.is_some() {
            return self.unchanged(key, id);
        }
        let written = self.empty(key, id, own, moment)?;
        if !own {
            let user = self.entry(key, id)?.message.sender.as_ref().and_then(|sender| sender.id.clone());
            self.note(key, Noted { user, message: Some(id), ..Noted::of(Deed::Delete, by, now) });
        }
        Ok(written)
    }

    /// Empties a message for good, whatever is in it.
    fn empty(&mut self, key: RoomKey, id: u64, own: bool, moment: &mut Moment) -> Result<Written, WriteError> {
        let now = self.known(key)?.time(moment);
        let written = self.change(key, id, moment, |message| {
            message.text = String::new();
            message.data = None;
            message.reactions = Vec::new();
            message.deleted = Some(now);
            message.deleted_by = Some(if own { DeletedBy::Sender } else { DeletedBy::Moderator });
        })?;
        self.reactors.retain(|(room, message, _), _| (*room, *message) != (key, id));
        self.cleared.insert((key, id));
        self.forget_reports(key, id);
        Ok(written)
    }

    pub(super) fn delete_many(
        &mut self,
        name: &RoomName,
        ids: &[u64],
        (by, whose): (&str, &str),
        noted: bool,
        moment: &mut Moment,
    ) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let (mut changes, mut count) = (Vec::new(), 0);
        for id in ids {
            let Ok(entry) = self.entry(key, *id) else { continue };
            // Another room may have the name by now: what the numbers were looked up for is asked of each.
            if entry.message.deleted.is_some() || !is_from(&entry.message, whose) {
                continue;
            }
            changes.extend(self.empty(key, *id, by == whose, moment)?.changes);
            count += 1;
        }
        if noted && count > 0 {
            let user = Some(whose.to_owned());
            self.note(key, Noted { user, ..Noted::of(Deed::DeleteAll, by, moment.now) });
        }
        self.written(key, changes, Outcome::Deleted { count })
    }

    /// Whether a message is there that the room still keeps, deleted or not.
    pub(super) fn kept(&self, key: RoomKey, id: u64) -> bool {
        let first = self.rooms.get(&key).map_or(0, |room| room.settings.first);
        id >= first && self.messages.contains_key(&(key, id))
    }

    pub(super) fn entry(&self, key: RoomKey, id: u64) -> Result<&Entry, WriteError> {
        let entry = self.messages.get(&(key, id)).filter(|_| self.kept(key, id));
        entry.ok_or(Refusal::new(Code::NotFound).into())
    }

    pub(super) fn unchanged(&self, key: RoomKey, id: u64) -> Result<Written, WriteError> {
        let message = Box::new(self.entry(key, id)?.message.clone());
        self.written(key, Vec::new(), Outcome::Message { message, fresh: false })
    }

    /// Changes a message as of now, and gives it the room's next version.
    fn change(
        &mut self,
        key: RoomKey,
        id: u64,
        moment: &mut Moment,
        with: impl FnOnce(&mut Message),
    ) -> Result<Written, WriteError> {
        let message = Box::new(self.touch(key, id, moment, with)?);
        let room = self.known(key)?;
        room.newest = room.time(moment);
        self.written(key, vec![Change::Message(message.clone())], Outcome::Message { message, fresh: true })
    }

    /// Changes a message without a time of its own in it.
    pub(super) fn touch(
        &mut self,
        key: RoomKey,
        id: u64,
        moment: &mut Moment,
        with: impl FnOnce(&mut Message),
    ) -> Result<Message, WriteError> {
        let room = self.known(key)?;
        let version = room.advance(moment)?;
        let entry = self.messages.get_mut(&(key, id)).ok_or(Refusal::new(Code::NotFound))?;
        with(&mut entry.message);
        entry.message.version = version;
        entry.changed = true;
        Ok(entry.message.clone())
    }
}

fn no_such_reply() -> WriteError {
    Refusal::because(Code::Invalid, "reply-to-nothing").into()
}
