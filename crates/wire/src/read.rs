//! What somebody has read, and how much of a room they have not.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::RoomName;

/// Tells up to which message one has read a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PutRead {
    /// The id of the newest message that was read. A lower one than before changes nothing, and one above all that is there
    /// counts as the newest number of the room.
    pub up_to: u64,
}

/// Up to which message one has read a room by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReadState {
    /// No message with a higher id has been read; 0 where none has. It need not be a message's own id.
    pub read: u64,
}

/// How much of a room somebody has not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Unread {
    /// The room, by the name that it was asked for by.
    pub room: RoomName,
    /// Messages, actions and notifications of others that are not deleted, above what was read: 0 to 99.
    pub unread: u32,
    /// There are more than that: beyond 99, or perhaps beyond the newest 5,000 that count or are one's own.
    pub more: bool,
    /// The newest message that was read; absent where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<u64>,
}

/// How much somebody has not read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct UnreadRooms {
    /// Of the rooms that were asked for those that are there and may be read, in the order in which they were.
    pub rooms: Vec<Unread>,
}
