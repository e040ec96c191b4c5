//! Messages that are held for review: what makes one wait, and what becomes of a request that did.

use tertulia_wire::{Code, HeldBy, HoldMode, Message};

use crate::error::Refusal;

/// Days after which a held message that nobody has looked at is removed, and a rejected one's request is forgotten.
pub const HELD_DAYS: u32 = 30;

/// Whether a new message waits for review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hold {
    /// Never: it is a moderator's, or the host's own.
    #[default]
    Never,
    /// As the room's setting `hold` says when it is written.
    AsTheRoomSays {
        /// The sender is a guest.
        guest: bool,
    },
    /// Always, since somebody said so.
    Always(HeldBy),
}

impl Hold {
    /// By whom something is held in a room with this setting, if it is.
    pub(crate) fn in_a_room_that(self, mode: HoldMode) -> Option<HeldBy> {
        match (self, mode) {
            (Hold::Always(by), _) => Some(by),
            (Hold::AsTheRoomSays { .. }, HoldMode::All) | (Hold::AsTheRoomSays { guest: true }, HoldMode::Guests) => {
                Some(HeldBy::Room)
            }
            _ => None,
        }
    }
}

/// Whether a new message waits for review, and how many may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Review {
    /// Whether it waits.
    pub hold: Hold,
    /// Messages that may wait in the room, this one among them; more are refused as `too_many`.
    pub room_max: u32,
    /// Messages of this bearer that may wait in the room, this one among them; more are refused as `too_many`.
    pub bearer_max: u32,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Became {
    /// A message, as it is now.
    Message(Box<Message>),
    /// It waits for review, under this number.
    Held(u64),
    /// It was rejected.
    Rejected,
}

/// What a request made, and the hash of the request.
pub type Said = (Became, [u8; 32]);

/// How a request is answered whose message a moderator did not let through.
#[must_use]
pub fn rejected() -> Refusal {
    Refusal::because(Code::Refused, "held-rejected")
}
