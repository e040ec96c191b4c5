//! What each person has read, as stores keep it: beside the log, since no reader but this one is told.

use super::{RoomFacts, RoomKey};

/// The most messages that are counted as unread; that there are more is told apart.
pub const UNREAD_MAX: u32 = 99;

/// The newest entries of a room among which the unread are counted: of those that are not deleted and of a kind that counts, one's own
/// among them. Bounds the count for whoever says very much and never tells what they have read.
pub const UNREAD_LOOK: u32 = 5_000;

/// Days after which it is forgotten what a guest has read who has read nothing since.
pub const GUEST_READ_DAYS: u32 = 90;

/// How far somebody has read in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadMark {
    /// The room.
    pub room: RoomKey,
    /// Whose mark it is.
    pub person: String,
    /// The newest message that was read.
    pub up_to: u64,
}

/// How much somebody has not read in several rooms, in the order asked; `None` where no room is.
pub type Counted = Vec<Option<RoomUnread>>;

/// How much somebody has not read in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomUnread {
    /// The room, of the same snapshot.
    pub facts: RoomFacts,
    /// Up to which message they have read; `None` where they have told of none.
    pub read: Option<u64>,
    /// Messages, actions and notifications above it that are not deleted and not theirs, at most [`UNREAD_MAX`].
    pub unread: u32,
    /// There are more, or may be: beyond [`UNREAD_MAX`], or, where fewer were found, beyond the newest [`UNREAD_LOOK`].
    pub more: bool,
}
