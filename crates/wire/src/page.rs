//! What a read of a room answers: a page of messages, the room's settings, and what the reader may do in it.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::cursor::Cursor;
use crate::held::HoldMode;
use crate::ids::RoomName;
use crate::message::{Message, Sender};
use crate::time::Time;

/// A page of the feed or of history; also the body of the frames `opened` and `reset`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page {
    /// The room's present name, also where it was asked for by an old one.
    pub room: RoomName,
    /// When the room was made: on first pages, where there is a room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Time>,
    /// Where to go on from; absent on pages of history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// In id order on first pages and pages of history, in version order after a cursor.
    pub messages: Vec<Message>,
    /// More are left: older ones on a first page or a page of history, newer ones after a cursor.
    pub more: bool,
    /// Newer ones are left, on pages of history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_newer: Option<bool>,
    /// True when what came before can't be gone on from: forget messages and versions, and begin with this page.
    pub reset: bool,
    /// The lowest id that the room still keeps; readers drop what is below.
    pub first: u64,
    /// The room's settings: on first pages, and after a cursor when they changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
    /// What the reader may do here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub me: Option<Me>,
    /// Who is here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<Present>,
    /// True on a page that was held open by `wait`, where what waits for review is something else than when it was asked for: for those
    /// who may `review`, and for nobody else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
}

/// A room of which messages were removed or deleted, many at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Purged {
    /// The room, as it is now.
    #[serde(flatten)]
    pub page: Page,
    /// How many messages went. By time, deleted ones and joins and leaves are among them; of a user, those that were not deleted before.
    pub count: u64,
}

/// How much a room tells about who is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PresenceMode {
    /// The number of people, and their names.
    #[default]
    Names,
    /// The number only.
    Count,
    /// Nothing.
    Off,
}

/// The settings of a room; a change of them is a change in its feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    /// The version of the newest change of the settings; 0 while they are the defaults.
    pub version: u64,
    /// The lowest id that the room still keeps.
    pub first: u64,
    /// A name for people, one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A note for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Nobody below `moderate` says, edits or reacts.
    pub locked: bool,
    /// Seconds between two messages of one sender; 0 is no limit.
    pub slow_seconds: u32,
    /// Joins and leaves become messages.
    pub announce: bool,
    /// The longest text, in code points.
    pub text_max: u32,
    /// Days that messages are kept; absent is for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_days: Option<u32>,
    /// Minutes for which a sender may edit.
    pub edit_minutes: u32,
    /// How much the room tells about who is here.
    pub presence: PresenceMode,
    /// Whose messages wait for review; absent is `off`.
    #[serde(default, skip_serializing_if = "HoldMode::is_off")]
    pub hold: HoldMode,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: 0,
            first: 1,
            title: None,
            comment: None,
            locked: false,
            slow_seconds: 0,
            announce: false,
            text_max: 2_000,
            retention_days: None,
            edit_minutes: 15,
            presence: PresenceMode::Names,
            hold: HoldMode::Off,
        }
    }
}

/// What a bearer may do in a room, each level with all that is below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing.
    #[default]
    None,
    /// Read.
    Read,
    /// Say, and edit, delete and react as oneself.
    Say,
    /// Keep order.
    Moderate,
    /// Everything.
    Own,
}

/// What the reader is, and may do here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// The reader's id; absent for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The reader's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// True for a guest.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// The reader's level in this room.
    pub level: Level,
    /// Each action that would be allowed now.
    pub may: Vec<Action>,
    /// For a reader without a name: what they could do here now as a guest, `say` or `read`. Absent for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guests: Option<Level>,
    /// Up to which id the reader has read, on first pages and in the frame `me`; absent where they have told of none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<u64>,
    /// What keeps the reader from speaking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted: Option<Restricted>,
    /// The reader's own reactions on this page's messages, by message id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "by_id")]
    // Ids, which as names in JSON are text.
    #[schema(value_type = BTreeMap<String, Vec<String>>)]
    pub reacted: BTreeMap<u64, Vec<String>>,
}

/// Reads a map whose keys are ids. JSON writes them as texts, and within a frame serde hands them on as such: it looks at
/// the frame's `type` before it knows that numbers are wanted.
fn by_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<u64, Vec<String>>, D::Error> {
    let texts = BTreeMap::<String, Vec<String>>::deserialize(deserializer)?;
    texts.into_iter().map(|(id, of_it)| Ok((id.parse().map_err(D::Error::custom)?, of_it))).collect()
}

/// A restriction on somebody in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Restricted {
    /// What sort of restriction it is.
    pub kind: RestrictionKind,
    /// When it ends; absent is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, in the moderator's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What a restriction takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum RestrictionKind {
    // In the order of their words, as stores and exports have them.
    /// Reading and speaking.
    Ban,
    /// The same for a minute.
    Kick,
    /// Speaking.
    Mute,
}

/// Who is here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Present {
    /// How many people, by sender id.
    pub count: u64,
    /// At most 100 of them.
    pub people: Vec<Sender>,
    /// At most 5 who are typing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub typing: Vec<Sender>,
}

/// Everything that can be done in a room: what `me.may` lists, and what the permission door is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action {
    /// Read the feed and its presence.
    Read,
    /// Say a message.
    Say,
    /// Say an action, as with `/me`.
    Action,
    /// Tell that one is typing.
    Type,
    /// React with an emoji.
    React,
    /// Edit one's own.
    Edit,
    /// Delete one's own.
    Delete,
    /// Report a message.
    Report,
    /// Delete anybody's.
    DeleteAny,
    /// Mute, ban, kick.
    Restrict,
    /// Lock the room.
    Lock,
    /// Set slow mode.
    Slow,
    /// Say whose messages wait for review; review them, and reports.
    Review,
    /// Change the room's settings, and make it.
    Settings,
    /// Send notifications.
    Notify,
    /// Send system messages.
    System,
    /// Send as any sender.
    SpeakAs,
    /// Send the host's own signals.
    Signal,
    /// Delete the room.
    DeleteRoom,
}
