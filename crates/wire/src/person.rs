//! What is kept of one person: told line by line, or erased.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::held::HeldMessage;
use crate::ids::RoomName;
use crate::message::{Message, Sender};
use crate::moderation::{AuditEntry, Deed, Restriction};
use crate::page::RestrictionKind;
use crate::report::Report;
use crate::request::ChangedSettings;
use crate::time::Time;

/// The version of the lines.
pub const PERSON_VERSION: u32 = 1;

/// One line of what is kept of a person, told apart by `type`. The last one is `end`: without it the lines are not whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PersonLine {
    /// The first line: of whom all the others are.
    TertuliaPerson(PersonHead),
    /// A message from them, or one that they sent in another's name.
    Message(PersonMessage),
    /// What they reacted with to a message.
    Reaction(PersonReaction),
    /// Up to which message they have read a room.
    ReadMark(PersonReadMark),
    /// A message of theirs that waits for review.
    Held(PersonHeld),
    /// What is on them.
    Restriction(PersonRestriction),
    /// What they reported, and that nobody has closed.
    Report(PersonReport),
    /// A name that nobody else may take in a room for now.
    Name(PersonName),
    /// What was done to them, or by them.
    Audit(PersonDeed),
    /// Tokens of theirs whose `iat` is not after then are refused: a minute after the revocation.
    Revoked(PersonRevoked),
    /// Their name and picture, as in the newest message from them.
    Profile(Sender),
    /// The last line.
    End(PersonEnd),
}

/// Of whom all the lines are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonHead {
    /// The version of the lines, 1. It rises with what changes the meaning of a line; other types and fields may come without that.
    pub version: u32,
    /// The user's or guest's id.
    pub user: String,
}

/// A message from them, or one that they sent in another's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonMessage {
    /// The room, by its present name.
    pub room: RoomName,
    /// The message as it is now; what stood in it before an edit is not kept.
    pub message: Message,
}

/// What they reacted with to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonReaction {
    /// The room, by its present name.
    pub room: RoomName,
    /// The message's id.
    pub message: u64,
    /// The emoji.
    pub emoji: String,
}

/// Up to which message they have read a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonReadMark {
    /// The room, by its present name.
    pub room: RoomName,
    /// The message's id.
    pub up_to: u64,
}

/// A message of theirs that waits for review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonHeld {
    /// The room, by its present name.
    pub room: RoomName,
    /// The message.
    pub held: HeldMessage,
}

/// What is on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRestriction {
    /// The room, by its present name; absent for all rooms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomName>,
    /// What is taken away.
    pub restriction: PersonTaken,
}

/// What is taken away from them. By whom is not told: an id is the other's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonTaken {
    /// From whom: their own id.
    pub user: String,
    /// What it takes away.
    pub kind: RestrictionKind,
    /// When it ends; absent is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, in the moderator's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Since when.
    pub since: Time,
    /// Until when it also holds for where they come from; absent where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_until: Option<Time>,
}

impl From<Restriction> for PersonTaken {
    fn from(restriction: Restriction) -> Self {
        let Restriction { user, kind, until, why, since, by: _, address_until } = restriction;
        Self { user, kind, until, why, since, address_until }
    }
}

/// What was done to them, or by them. Of the two who had to do with it only they are named: the other id is another's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonDeed {
    /// Its number in the audit.
    pub number: u64,
    /// When it was done.
    pub at: Time,
    /// What was done.
    pub deed: Deed,
    /// In which room, by the name that it had then; absent for what was done everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomName>,
    /// By whom, where it was them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// To whom, where it was them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// To which message; for a purge, the first that stayed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<u64>,
    /// To which held message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<u64>,
    /// The name that the room was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RoomName>,
    /// The settings that changed, as they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<ChangedSettings>,
    /// Until when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether it held for where they came from, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub address: bool,
}

impl PersonDeed {
    /// What somebody may be told of a deed that is theirs, or was done to them.
    #[must_use]
    pub fn told_to(person: &str, entry: AuditEntry) -> Self {
        let AuditEntry { number, at, deed, room, by, user, message, held, to, settings, until, why, address } = entry;
        let (by, user) = (Some(by).filter(|by| by == person), user.filter(|user| user == person));
        Self { number, at, deed, room, by, user, message, held, to, settings, until, why, address }
    }
}

/// What they reported, and that nobody has closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonReport {
    /// The room, by its present name.
    pub room: RoomName,
    /// The message's id.
    pub message: u64,
    /// What they said of it.
    pub report: Report,
}

/// A name that nobody else may take in a room for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonName {
    /// The room, by its present name.
    pub room: RoomName,
    /// What the name looks like: names that look alike are one.
    pub looks_like: String,
}

/// Tokens of theirs whose `iat` is not after then are refused: a minute after the revocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRevoked {
    /// The end of the second.
    pub up_to: Time,
}

/// The last line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonEnd {
    /// How many lines stand above this one.
    pub lines: u64,
}

/// What came of an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Erased {
    /// Messages that are nobody's now, and empty.
    pub messages: u64,
    /// Reactions that were taken away.
    pub reactions: u64,
    /// Messages that waited for review, and are gone.
    pub held: u64,
    /// Rooms that they had read something of.
    pub read_marks: u64,
    /// Restrictions that are in force on them and stay so, under their id and without a reason.
    pub restrictions: u64,
}
