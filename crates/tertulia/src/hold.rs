//! Held messages: whose wait, and what reviewers do with them.

use tertulia_wire::page::Action;
use tertulia_wire::{HeldPage, Level, Message, RoomName};

use crate::auth::{Identity, Who};
use crate::chat::Chat;
use crate::error::Error;
use crate::say::unexpected;
use crate::store::{Act, Hold, Outcome, Review};

impl Chat {
    /// Whether somebody's messages wait for review in a room: those who review are not reviewed.
    pub(crate) fn review(&self, who: &Identity, room: &RoomName) -> Review {
        let hold = if self.inner.policy.level(who, room) >= Level::Moderate {
            Hold::Never
        } else {
            Hold::AsTheRoomSays { guest: !matches!(who.who, Who::User { .. }) }
        };
        Review { hold, room_max: self.limits().held_per_room, bearer_max: self.limits().held_per_sender }
    }

    /// The messages that wait for review in a room, in the order in which they came, after one of them, at most `limit`
    /// (`page_max` at most).
    ///
    /// # Errors
    /// The door's refusal, `not_found`, `room_deleted`; `store_away`.
    pub async fn held(&self, who: &Identity, room: &RoomName, after: u64, limit: u32) -> Result<HeldPage, Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        let limit = limit.clamp(1, self.limits().page_max.min(200));
        // One more than asked for tells whether more are left.
        let mut held = self.inner.store.held(admitted.facts()?.key, after, limit + 1).await?;
        let more = held.len() > limit as usize;
        held.truncate(limit as usize);
        Ok(HeldPage { held, more })
    }

    /// Lets a held message into the room, with the next number and the present time.
    ///
    /// # Errors
    /// The door's refusal; `not_found` when it waits no more.
    pub async fn approve(&self, who: &Identity, room: &RoomName, held: u64) -> Result<Message, Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        self.change_message(Action::Review, room, admitted, Act::Approve { held }).await
    }

    /// Rejects a held message: it is gone, and its sender is told so when asking again. Repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal; `not_found` when it waits no more.
    pub async fn reject(&self, who: &Identity, room: &RoomName, held: u64) -> Result<(), Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        admitted.facts()?;
        match self.write_asked(Action::Review, room, admitted, Act::Reject { held }).await?.outcome {
            Outcome::Rejected => Ok(()),
            other => Err(unexpected(&other)),
        }
    }
}
