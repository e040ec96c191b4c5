//! What should become of messages that wait for review.

use tertulia_wire::{Code, HoldMode};

use super::ModelRoom;
use crate::store::{Hold, NewMessage, Outcome};

impl ModelRoom {
    pub(super) fn holds(&self, hold: Hold) -> bool {
        match (hold, self.settings.hold) {
            (Hold::Never, _) => false,
            (Hold::Always(_), _) => true,
            (Hold::AsTheRoomSays { guest }, mode) => mode == HoldMode::All || guest && mode == HoldMode::Guests,
        }
    }

    pub(super) fn hold(&mut self, new: &NewMessage) -> Result<Outcome, Code> {
        let waiting = || self.held.iter().filter(|(.., waits)| *waits);
        let of_bearer = waiting().filter(|(said, ..)| said.bearer == new.bearer).count();
        if waiting().count() >= new.review.room_max as usize || of_bearer >= new.review.bearer_max as usize {
            return Err(Code::TooMany);
        }
        self.held_head += 1;
        self.held.push((new.clone(), self.held_head, true));
        Ok(Outcome::Held { held: self.held_head, client_id: new.client_id.clone(), fresh: true })
    }

    pub(super) fn approve(&mut self, held: u64, now: i64) -> Result<Outcome, Code> {
        let place = self.held.iter().position(|(_, number, waits)| *number == held && *waits).ok_or(Code::NotFound)?;
        let (new, ..) = self.held.remove(place);
        self.append(&new, now)
    }

    pub(super) fn reject(&mut self, held: u64) -> Result<Outcome, Code> {
        let entry = self.held.iter_mut().find(|(_, number, _)| *number == held).ok_or(Code::NotFound)?;
        self.held_head += u64::from(entry.2);
        entry.2 = false;
        Ok(Outcome::Rejected)
    }
}
