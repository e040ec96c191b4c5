//! The export of rooms: a text of lines, each a JSON object, that programs read and a file of rooms is made of again.
//!
//! ```text
//! tertulia-export                                            the name and version of the format
//! room  restriction*  audit*  (message  reactions*)*  room-end    each room, in name order
//! deleted-room                                               names that had a room
//! end
//! ```
//!
//! The same rooms make the same bytes: no line tells when or where it was written. Fields that a program does not know are passed
//! over, lines of a kind that it does not know are refused. What changes the meaning of a line raises [`FORMAT_VERSION`].
//!
//! Not in it is what is only true of one server: the keys of guests' tokens, revocations, restrictions everywhere, epochs and access
//! numbers; who is here; up to where somebody has read; what was done in rooms that are gone; whose a name is; and what was never published: messages that wait for review.

mod check;
mod lines;

use serde::{Deserialize, Serialize};
use tertulia_wire::moderation::{AuditEntry, Restriction};
use tertulia_wire::{InvalidId, Message, RoomName, RoomType, Settings, Time};

pub use self::check::{Checker, FUTURE_MS_MAX};
pub use self::lines::{Lines, ReadFailed};

/// The version of the format that this program writes and reads.
pub const FORMAT_VERSION: u32 = 1;

/// The longest line, in bytes, without its end: several times what the longest message comes to, however it is escaped.
pub const LINE_BYTES_MAX: usize = 1 << 20;

/// How many of those who reacted stand in one line.
pub const REACTORS_MAX: usize = 200;

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Line {
    /// The first one.
    TertuliaExport(Head),
    /// A room begins.
    Room(Box<RoomLine>),
    /// What a moderator took away from somebody in the room, by user.
    Restriction(Restriction),
    /// What a moderator did in the room. Its number is its place in the room: 1, 2, 3 and so on.
    Audit(AuditEntry),
    /// A message of the room, by id.
    Message(Box<MessageLine>),
    /// Who reacted to the message above.
    Reactions(Reactors),
    /// The room is whole.
    RoomEnd(RoomEnd),
    /// A name that had a room, and is not free to be taken by the first who says something.
    DeletedRoom(DeletedRoom),
    /// The last one.
    End(End),
}

/// What the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the format.
    pub version: u32,
}

/// A room, without what was said in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomLine {
    /// Its name.
    pub room: RoomName,
    /// Names that it had before and that lead to it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<RoomName>,
    /// When it was made.
    pub created: Time,
    /// The newest version: the next change takes the number after it.
    pub head: u64,
    /// Its settings.
    pub settings: Settings,
}

/// A message, as readers have it, but for its reactions: those have lines of their own, with everybody in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageLine {
    /// The message; with a `client_id`, without `reactions`.
    #[serde(flatten)]
    pub message: Message,
    /// Whose request it was, where that is not its sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bearer: Option<String>,
    /// The hash by which a retry of the request is told from another one under its `client_id`; absent, none is a retry. Where the
    /// bearer is `~erased` and there is no `client_id`, the hash of all that by which the request is known again.
    #[serde(default, skip_serializing_if = "RequestHash::is_none")]
    pub request_hash: RequestHash,
}

impl MessageLine {
    /// Whose request it was.
    #[must_use]
    pub fn bearer(&self) -> Option<&str> {
        self.bearer.as_deref().or_else(|| self.message.sender.as_ref()?.id.as_deref())
    }
}

/// Some of those who reacted to a message with one emoji, oldest first; of more than [`REACTORS_MAX`] the next ones follow in the next line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reactors {
    /// The message's id.
    pub message: u64,
    /// The emoji.
    pub emoji: String,
    /// The ids of the people.
    pub by: Vec<String>,
}

/// The room is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomEnd {
    /// Its name.
    pub room: RoomName,
    /// How many lines stand between the room's first and this one.
    pub lines: u64,
}

/// A name that had a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletedRoom {
    /// The name.
    pub room: RoomName,
}

/// The file is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// How many lines stand above this one.
    pub lines: u64,
}

/// The hash of a request, in 64 hexadecimal digits; all zero where it isn't known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RequestHash(pub [u8; 32]);

impl RequestHash {
    /// Whether no hash is known.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0 == [0; 32]
    }
}

impl TryFrom<String> for RequestHash {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        let invalid = || InvalidId { what: "request hash", rule: "^[0-9a-f]{64}$" };
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(invalid());
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| invalid())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| invalid())?;
        }
        Ok(Self(hash))
    }
}

impl From<RequestHash> for String {
    fn from(hash: RequestHash) -> String {
        hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Which rooms are exported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Which {
    /// All, and the names that had one.
    #[default]
    All,
    /// Those of a type, and the names of that type that had one.
    OfType(RoomType),
    /// These, by their names or their aliases, in this order.
    These(Vec<RoomName>),
}

/// What is in an export so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exported {
    /// Rooms.
    pub rooms: u64,
    /// Messages, with those whose text was deleted.
    pub messages: u64,
    /// Messages that wait for review in these rooms, and are not in it.
    pub left_out: u64,
    /// Lines.
    pub lines: u64,
}

/// What an import has come to so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// Rooms that are here now, and were not.
    pub rooms: u64,
    /// Messages in them.
    pub messages: u64,
    /// Rooms that were here already, the same in everything.
    pub same: u64,
    /// Rooms that were here already and are not the same, and were left as they are.
    pub different: u64,
}

/// What an import has to tell on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Told<'a> {
    /// So much of it is done and on the disk, up to a line.
    Done(&'a Imported, u64),
    /// A room of this name is here already and is not the same; it was left as it is.
    Different(&'a RoomName),
    /// A name is taken here, and does not lead to the room that it led to.
    AliasTaken {
        /// The name.
        alias: &'a RoomName,
        /// The room that it led to.
        room: &'a RoomName,
    },
}

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// What it was written to takes no more.
    #[error(transparent)]
    Output(#[from] std::io::Error),
    /// The file of rooms can't be read, or there is no room of that name.
    #[error(transparent)]
    Rooms(#[from] crate::error::Error),
}

/// Why an import stopped. Rooms before that are in, of the one that it stopped in nothing is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A line can't be what it is.
    #[error("line {line}: {why}")]
    Line {
        /// Its number, from 1.
        line: u64,
        /// What is wrong.
        why: String,
    },
    /// What it was read from gives no more.
    #[error(transparent)]
    Input(#[from] std::io::Error),
    /// The file of rooms can't be written.
    #[error(transparent)]
    Rooms(#[from] crate::error::Error),
}

/// How an import ended.
#[derive(Debug)]
pub struct ImportEnd {
    /// What is in by then, and on the disk.
    pub imported: Imported,
    /// Why it stopped before its end, if it did.
    pub stopped: Option<ImportError>,
}
