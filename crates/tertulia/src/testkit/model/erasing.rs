//! What should be left of somebody who is erased.

use tertulia_wire::{Code, DeletedBy, Time};

use super::{Model, ModelRoom};
use crate::store::{NewMessage, Outcome};

impl Model {
    /// Takes somebody out of all rooms.
    pub fn erase(&mut self, person: &str, now: Time) {
        self.rooms.values_mut().flatten().for_each(|room| room.erase(person, now.0));
    }
}

impl ModelRoom {
    fn erase(&mut self, person: &str, now: i64) {
        let held = self.held.len();
        self.held.retain(|(new, _, waits)| {
            let from = new.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(person) && *waits;
            new.bearer != person && !from
        });
        self.held_head += (held - self.held.len()) as u64;
        self.announced.remove(person);
        for place in 0..self.messages.len() {
            let message = &self.messages[place];
            let from = message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(person);
            let id = message.id;
            let said = self.requests.iter().position(|(new, of)| *of == id && (from || new.bearer == person));
            // Who spoke in their name may have been erased before, and the request with them.
            if said.is_none() && !from {
                continue;
            }
            self.erased.extend(said.map(|said| self.requests.remove(said)));
            let version = self.next_at(now);
            let time = Time(self.time);
            let message = &mut self.messages[place];
            (message.version, message.client_id) = (version, None);
            if from {
                (message.sender, message.data) = (None, None);
                message.text.clear();
                message.reactions.clear();
                message.deleted.get_or_insert(time);
                message.deleted_by.get_or_insert(DeletedBy::Sender);
                self.reactions.retain(|(on, ..)| *on != id);
            }
        }
        let theirs: Vec<_> = self.reactions.iter().filter(|(.., by)| by == person).map(|(id, ..)| *id).collect();
        self.reactions.retain(|(.., by)| by != person);
        for place in 0..self.messages.len() {
            let id = self.messages[place].id;
            if theirs.contains(&id) {
                let version = self.next();
                let shown = self.shown(id).expect("is there");
                (self.messages[place].version, self.messages[place].reactions) = (version, shown);
            }
        }
    }

    /// A request that made a message of somebody who was erased makes no other.
    pub(super) fn erased_before(&mut self, new: &NewMessage) -> Option<Result<Outcome, Code>> {
        let of = |said: &NewMessage| (said.bearer.clone(), said.client_id.clone(), said.request_hash);
        let id = self.erased.iter().find(|(said, _)| of(said) == of(new))?.1;
        let message = Box::new(self.find(id).ok()?.clone());
        Some(Ok(Outcome::Message { message, fresh: false }))
    }
}
