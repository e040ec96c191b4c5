//! What happens to messages that wait for review: held, approved, rejected. None of it is in the log.

use tertulia_wire::moderation::Deed;
use tertulia_wire::{ClientId, Code, HeldBy, HeldMessage, HoldMode, NUMBER_MAX, RoomName, Sender, Time};

use super::{Dirt, Moment, Present, Request, Under};
use crate::error::{Refusal, StoreError};
use crate::store::held::rejected;
use crate::store::moderation::Noted;
use crate::store::{HELD_DAYS, Hold, NewMessage, Outcome, Review, RoomKey, WriteError, Written};

const DAY_MS: i64 = 86_400_000;

fn sender_id(sender: Option<&Sender>) -> Option<String> {
    sender.and_then(|sender| sender.id.clone())
}

/// Whether a guest speaks for themselves.
pub(crate) fn is_own(sender: &Sender, bearer: &str) -> bool {
    sender.guest && sender.id.as_deref() == Some(bearer)
}

/// A held message as it is, and as the batch leaves it.
#[derive(Debug, Clone)]
pub(crate) struct HeldEntry {
    pub(crate) number: u64,
    pub(crate) client_id: ClientId,
    pub(crate) request: Request,
    /// What waits; nothing once it was rejected.
    pub(crate) waits: Option<HeldMessage>,
    /// When it is removed.
    pub(crate) expires: Time,
    /// When its sender spoke by it, rejected or not.
    pub(crate) spoke: Option<Time>,
    pub(crate) changed: bool,
}

impl Present {
    /// Takes in a held message as it was kept.
    pub(crate) fn know_held(&mut self, key: RoomKey, entry: HeldEntry) {
        self.held_said.insert((key, entry.request.bearer.clone(), entry.client_id.clone()), entry.number);
        self.held.insert((key, entry.number), entry);
    }

    /// What is held or was rejected under a request's id.
    pub(crate) fn held_under(&self, key: RoomKey, bearer: &str, client_id: &ClientId) -> Option<&HeldEntry> {
        let number = self.held_said.get(&(key, bearer.to_owned(), client_id.clone()))?;
        self.held.get(&(key, *number))
    }

    /// Answers a request that was held before.
    pub(super) fn held_before(&self, key: RoomKey, new: &NewMessage) -> Option<Result<Written, WriteError>> {
        let entry = self.held_under(key, &new.bearer, &new.client_id)?;
        Some(if entry.request.hash != new.request_hash {
            Err(Refusal::new(Code::ClientIdReused).into())
        } else if entry.waits.is_none() {
            Err(rejected().into())
        } else {
            let outcome = Outcome::Held { held: entry.number, client_id: entry.client_id.clone(), fresh: false };
            self.written(key, Vec::new(), outcome)
        })
    }

    /// By whom a new message is held, if it is.
    pub(super) fn holds(&self, key: Option<RoomKey>, hold: Hold) -> Option<HeldBy> {
        hold.in_a_room_that(key.and_then(|key| self.rooms.get(&key)).map_or(HoldMode::Off, |room| room.settings.hold))
    }

    /// Refuses one more where as many wait as may.
    pub(super) fn check_room_for_held(&self, key: Option<RoomKey>, bearer: &str, review: Review) -> Result<(), Refusal> {
        let in_room = key.and_then(|key| self.rooms.get(&key)).map_or(0, |room| room.held_waiting);
        let of_bearer = key.and_then(|key| self.held_by.get(&(key, bearer.to_owned()))).copied().unwrap_or(0);
        if of_bearer >= review.bearer_max {
            return Err(Refusal::too_many("held-by-sender", review.bearer_max));
        }
        if in_room >= review.room_max {
            return Err(Refusal::too_many("held-in-room", review.room_max));
        }
        Ok(())
    }

    pub(super) fn hold(
        &mut self,
        key: RoomKey,
        new: &NewMessage,
        by: HeldBy,
        spoke: Option<Time>,
        moment: &Moment,
    ) -> Result<Written, WriteError> {
        let number = self.next_held(key)?;
        self.something_else_waits(key)?;
        let room = self.known(key)?;
        room.held_waiting += 1;
        let days = room.settings.retention_days.map_or(HELD_DAYS, |days| days.min(HELD_DAYS));
        let waits = HeldMessage {
            held: number,
            by,
            kind: new.kind,
            sender: new.sender.clone(),
            text: new.text.clone(),
            received: moment.now,
            reply_to: new.reply_to,
            client_id: new.client_id.clone(),
            data: new.data.clone(),
        };
        let entry = HeldEntry {
            number,
            client_id: new.client_id.clone(),
            request: Request { bearer: new.bearer.clone(), hash: new.request_hash },
            waits: Some(waits),
            expires: Time(moment.now.0 + i64::from(days) * DAY_MS),
            spoke,
            changed: true,
        };
        *self.held_by.entry((key, new.bearer.clone())).or_default() += 1;
        self.know_held(key, entry);
        self.written(key, Vec::new(), Outcome::Held { held: number, client_id: new.client_id.clone(), fresh: true })
    }

    pub(super) fn approve(&mut self, name: &RoomName, held: u64, by: &str, moment: &mut Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let entry = self.held.get(&(key, held)).cloned().ok_or(Refusal::new(Code::NotFound))?;
        let waits = entry.waits.ok_or(Refusal::new(Code::NotFound))?;
        let new = NewMessage {
            make_room: false,
            bearer: entry.request.bearer.clone(),
            sender: waits.sender,
            kind: waits.kind,
            text: waits.text,
            reply_to: waits.reply_to.filter(|id| self.kept(key, *id)),
            data: waits.data,
            client_id: entry.client_id.clone(),
            seen_name: None,
            request_hash: entry.request.hash,
            review: Review::default(),
            slowed: false,
        };
        let written = self.append(key, &new, moment)?;
        if let Some(said) = self.messages.get_mut(&(key, written.facts.head)) {
            said.spoke = entry.spoke;
        }
        if let Some(guest) = new.sender.as_ref().filter(|sender| is_own(sender, &new.bearer)) {
            self.keep_name(key, guest, moment.now);
        }
        let (user, message) = (sender_id(new.sender.as_ref()), Some(written.facts.head));
        self.note(key, Noted { user, message, held: Some(held), ..Noted::of(Deed::Approve, by, moment.now) });
        self.no_longer_waits(key, &new.bearer)?;
        self.held.remove(&(key, held));
        self.held_said.remove(&(key, new.bearer, new.client_id));
        self.unheld.insert((key, held));
        // With the room as it is after all of it.
        self.written(key, written.changes, written.outcome)
    }

    pub(super) fn reject(&mut self, name: &RoomName, held: u64, by: &str, moment: &Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let entry = self.held.get(&(key, held)).ok_or(Refusal::new(Code::NotFound))?;
        if let Some(waits) = &entry.waits {
            let user = sender_id(waits.sender.as_ref());
            let bearer = entry.request.bearer.clone();
            self.note(key, Noted { user, held: Some(held), ..Noted::of(Deed::Reject, by, moment.now) });
            // Counted, so that a commit of unknown outcome can be found out by the room's row alone.
            self.next_held(key)?;
            self.no_longer_waits(key, &bearer)?;
            if let Some(entry) = self.held.get_mut(&(key, held)) {
                (entry.waits, entry.changed) = (None, true);
            }
        }
        self.written(key, Vec::new(), Outcome::Rejected)
    }

    pub(super) fn next_held(&mut self, key: RoomKey) -> Result<u64, WriteError> {
        let room = self.known(key)?;
        if room.held_head >= NUMBER_MAX {
            return Err(WriteError::Store(StoreError::Failed(format!("{} has no numbers left for held messages", room.name))));
        }
        room.held_head += 1;
        room.dirt = Dirt::Whole;
        Ok(room.held_head)
    }

    pub(super) fn no_longer_waits(&mut self, key: RoomKey, bearer: &str) -> Result<(), WriteError> {
        let room = self.known(key)?;
        room.held_waiting = room.held_waiting.saturating_sub(1);
        self.something_else_waits(key)?;
        if let Some(waiting) = self.held_by.get_mut(&(key, bearer.to_owned())) {
            *waiting = waiting.saturating_sub(1);
        }
        Ok(())
    }

    /// Those who review are to be told.
    pub(super) fn something_else_waits(&mut self, key: RoomKey) -> Result<(), WriteError> {
        let room = self.known(key)?;
        room.waiting = room.waiting.saturating_add(1);
        room.dirt = Dirt::Whole;
        Ok(())
    }

    /// What is under a name that a say is for; refuses where nothing is and nothing may be made.
    pub(super) fn room_to_say_in(&self, name: &RoomName, new: &NewMessage) -> Result<Option<RoomKey>, WriteError> {
        match self.names.get(name) {
            Some(Under::Deleted) => Err(Refusal::new(Code::RoomDeleted).into()),
            None if !new.make_room => Err(Refusal::new(Code::NotFound).into()),
            None => Ok(None),
            Some(Under::Room(key)) => Ok(Some(*key)),
        }
    }
}
