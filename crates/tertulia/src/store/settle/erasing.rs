//! What it comes to that somebody is taken out of a part of a room: each message that they are in is a change.

use std::collections::BTreeMap;

use tertulia_wire::{ClientId, DeletedBy, RoomName, Time};

use super::{Dirt, Moment, Present, Request};
use crate::error::Refusal;
use crate::store::edits::is_from;
use crate::store::erasing::{ERASED, EraseAct, Erasure, erased_request};
use crate::store::moderation::is_in_force;
use crate::store::{Change, NewMessage, Outcome, ReactionAct, RoomKey, WriteError, Written};
use tertulia_wire::Code;

/// What of a message's row is written anew, so that nothing tells whose it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forgotten {
    /// By what its request is known again; `None` where that was written when its bearer was erased before.
    pub(crate) request: Option<String>,
    /// Whether it is from nobody now; else it was sent in another's name.
    pub(crate) sender: bool,
}

impl Present {
    pub(super) fn erase(&mut self, name: &RoomName, act: &EraseAct, moment: &mut Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        if key != act.key {
            return Err(Refusal::new(Code::NotFound).into());
        }
        let person = &act.erasure.person;
        let (mut changes, mut messages, mut reactions, mut held) = (Vec::new(), 0, 0, 0);
        for id in &act.messages {
            if let Some((change, from)) = self.erase_message(key, *id, person, moment)? {
                changes.push(change);
                messages += u64::from(from);
            }
        }
        let mut by_message = BTreeMap::<u64, Vec<ReactionAct>>::new();
        for (id, emoji) in &act.reactions {
            let act = ReactionAct { by: person.clone(), emoji: emoji.clone(), add: false };
            by_message.entry(*id).or_default().push(act);
        }
        for (id, acts) in by_message {
            // One that is gone or deleted by now has no reactions.
            let Ok(written) = self.react(name, id, &acts, moment) else { continue };
            reactions += if written.changes.is_empty() { 0 } else { acts.len() as u64 };
            changes.extend(written.changes);
        }
        for number in &act.held {
            held += u64::from(self.erase_held(key, *number, person)?);
        }
        if act.beside {
            self.announced.take_out(key, person);
            self.seen_names.free_all(key, person);
        }
        if act.restrictions && self.erase_restrictions(key, &act.erasure, moment.now) {
            let room = self.known(key)?;
            room.access += 1;
            room.dirt = Dirt::Whole;
        }
        self.written(key, changes, Outcome::Erased { messages, reactions, held })
    }

    /// Makes a message nobody's, for good, or forgets who sent it in another's name; tells also which.
    fn erase_message(
        &mut self,
        key: RoomKey,
        id: u64,
        person: &str,
        moment: &mut Moment,
    ) -> Result<Option<(Change, bool)>, WriteError> {
        let Ok(entry) = self.entry(key, id) else { return Ok(None) };
        let (from, client_id) = (is_from(&entry.message, person), entry.message.client_id.clone());
        let Some(request) = entry.request.clone() else { return Ok(None) };
        if !from && request.bearer != person {
            return Ok(None);
        }
        let now = self.known(key)?.time(moment);
        let message = self.touch(key, id, moment, |message| {
            message.client_id = None;
            if from {
                message.sender = None;
                message.text.clear();
                message.data = None;
                message.reactions.clear();
                message.deleted.get_or_insert(now);
                message.deleted_by.get_or_insert(DeletedBy::Sender);
            }
        })?;
        self.known(key)?.newest = now;
        if from {
            self.reactors.retain(|(room, message, _), _| (*room, *message) != (key, id));
            self.cleared.insert((key, id));
            self.forget_reports(key, id);
        }
        self.forget_request(key, id, request, client_id, from);
        Ok(Some((Change::Message(Box::new(message)), from)))
    }

    /// Forgets whose request made a message; where that is forgotten already, it is known again by what it was.
    fn forget_request(&mut self, key: RoomKey, id: u64, request: Request, client_id: Option<ClientId>, sender: bool) {
        let known_again = client_id.map(|client_id| {
            let known_again = erased_request(&request.bearer, &client_id, &request.hash);
            self.said.remove(&(key, request.bearer, client_id));
            self.erased.insert((key, known_again.clone()), id);
            known_again
        });
        if let Some(entry) = self.messages.get_mut(&(key, id)) {
            if let Some(request) = &mut entry.request {
                (request.bearer, request.hash) = (ERASED.to_owned(), [0; 32]);
            }
            // Both may be erased in one batch.
            let before = entry.forgotten.take().and_then(|before| before.request);
            entry.forgotten = Some(Forgotten { request: known_again.or(before), sender });
        }
    }

    /// Answers a request again whose message was erased: it makes no other.
    pub(super) fn erased_before(&mut self, key: RoomKey, new: &NewMessage) -> Option<Result<Written, WriteError>> {
        if self.erased.is_empty() {
            return None;
        }
        let known_again = (key, erased_request(&new.bearer, &new.client_id, &new.request_hash));
        let id = *self.erased.get(&known_again)?;
        if self.kept(key, id) {
            return Some(self.unchanged(key, id));
        }
        // The new one may be erased as well, and is then known again by the same.
        self.erased.remove(&known_again);
        self.make_way(key, id);
        None
    }

    /// Forgets a held message as if it had never come.
    fn erase_held(&mut self, key: RoomKey, number: u64, person: &str) -> Result<bool, WriteError> {
        let Some(entry) = self.held.get(&(key, number)) else { return Ok(false) };
        let sender = entry.waits.as_ref().and_then(|waits| waits.sender.as_ref());
        let from = sender.and_then(|sender| sender.id.as_deref()) == Some(person);
        let (request, client_id, waits) = (entry.request.clone(), entry.client_id.clone(), entry.waits.is_some());
        if !from && request.bearer != person {
            return Ok(false);
        }
        // Counted, so that a commit of unknown outcome can be found out by the room's row alone.
        self.next_held(key)?;
        if waits {
            self.no_longer_waits(key, &request.bearer)?;
        }
        self.held.remove(&(key, number));
        self.held_said.remove(&(key, request.bearer, client_id));
        self.unheld.insert((key, number));
        Ok(waits)
    }

    /// Takes the reason off what is on somebody, and them off what they put on others; says whether anything was there.
    ///
    /// What is in force stays so: else whoever is banned would wash it off.
    pub(super) fn erase_restrictions(&mut self, key: RoomKey, erasure: &Erasure, now: Time) -> bool {
        let Some(there) = self.restricted.get_mut(&key) else { return false };
        let mut anew = Vec::new();
        there.retain(|place, kept| {
            let restriction = &mut kept.restriction;
            let before = restriction.clone();
            if restriction.by == erasure.person {
                restriction.by.clone_from(&erasure.pseudonym);
            }
            let on_them = place.0 == erasure.person;
            restriction.why.take_if(|_| on_them);
            let stays = !on_them || is_in_force(restriction, now);
            if !stays || *restriction != before {
                anew.push((key, place.clone()));
            }
            stays
        });
        let any = !anew.is_empty();
        self.restricted_anew.extend(anew);
        any
    }
}
