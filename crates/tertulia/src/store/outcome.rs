//! What a write comes to, and why it comes to nothing.

use tertulia_wire::moderation::Restriction;
use tertulia_wire::{ClientId, Message, Report, RoomName};

use super::{Change, Found, RoomFacts};
use crate::error::{Refusal, StoreError};

/// What a write came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A message, as it is now.
    Message {
        /// The message.
        message: Box<Message>,
        /// False when nothing new was written: a retry, a repeated deletion, an edit to the same text.
        fresh: bool,
    },
    /// Reactions.
    Reacted {
        /// The message as it is now.
        message: Box<Message>,
        /// For each act in its order, whether it was refused.
        each: Vec<Result<(), Refusal>>,
    },
    /// A room that was made (`true`) or had its settings merged (`false`).
    Put {
        /// Whether it was made.
        made: bool,
    },
    /// So many messages were deleted.
    Deleted {
        /// How many, without those that were deleted before.
        count: u64,
    },
    /// Somebody was taken out of a part of the room.
    Erased {
        /// Messages that are nobody's now.
        messages: u64,
        /// Reactions that went.
        reactions: u64,
        /// Messages that waited for review, and went.
        held: u64,
    },
    /// The restriction that is in force now.
    Restricted(Option<Box<Restriction>>),
    /// The room has its new name, which is in the facts.
    Moved {
        /// The name that it had.
        from: RoomName,
    },
    /// Who is here was noted; a line says so if there is a change.
    Attended,
    /// The room is deleted.
    RoomDeleted,
    /// A message that waits for review.
    Held {
        /// Its number among the held ones of the room: rises, and is never given again.
        held: u64,
        /// The request's own id.
        client_id: ClientId,
        /// False on a retry.
        fresh: bool,
    },
    /// A held message is rejected.
    Rejected,
    /// A message is reported.
    Reported {
        /// The report, as it is kept.
        report: Box<Report>,
        /// False when nothing new is kept.
        fresh: bool,
    },
    /// Nothing is reported of a message any more.
    ReportsClosed,
}

/// A write that is durable.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The room after this write; for [`Outcome::RoomDeleted`], as it was with the raised access number.
    pub facts: RoomFacts,
    /// What readers have to be told, in version order; empty when nothing changed.
    pub changes: Vec<Change>,
    /// What the caller is to be told.
    pub outcome: Outcome,
}

/// Why an item of a batch was not written.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum WriteError {
    /// The caller's doing.
    Refused(Refusal),
    /// The permission was judged by numbers that are no longer so: judge again by what is now under the name.
    Stale(Box<Found>),
    /// The store's doing.
    Store(StoreError),
}

impl From<Refusal> for WriteError {
    fn from(refusal: Refusal) -> Self {
        WriteError::Refused(refusal)
    }
}

/// What a tidying came to.
#[derive(Debug, Clone, Default)]
pub struct Tidied {
    /// Changes that readers have to be told.
    pub written: Vec<Written>,
    /// There is more to do: call again.
    pub more: bool,
}
