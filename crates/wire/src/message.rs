//! What a room holds: messages, who sent them, and what people did to them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::ClientId;
use crate::time::Time;

/// What sort of entry a message is; each is drawn in its own way, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something said.
    #[default]
    Message,
    /// Something done, as with `/me`.
    Action,
    /// Something that the host tells the room. An unknown kind is drawn like this one.
    Notification,
    /// Something that the system tells the room.
    System,
    /// Somebody came.
    Join,
    /// Somebody left.
    Leave,
}

/// Who sent a message: a weak reference to a user of the host, or a guest, or nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct Sender {
    /// The host's id of the user, or a guest's id, which begins with `~`; 1 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name as it was when the message was sent: one line, 1 to 50 code points.
    pub name: String,
    /// True for a guest, whose name nobody vouches for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// The address of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
}

impl Sender {
    /// A user of the host, by id and name.
    pub fn user(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: Some(id.into()), name: name.into(), guest: false, avatar: None }
    }

    /// Somebody who is known by a name alone.
    pub fn named(name: impl Into<String>) -> Self {
        Self { id: None, name: name.into(), guest: false, avatar: None }
    }
}

/// Who deleted a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DeletedBy {
    /// The one who sent it.
    Sender,
    /// Somebody with the right to moderate.
    Moderator,
}

/// One emoji on one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reaction {
    /// One fully qualified emoji of the RGI set (Unicode Technical Standard #51).
    pub emoji: String,
    /// How many people reacted with it.
    pub count: u64,
    /// The ids of the newest of them, newest first, at most 20.
    pub by: Vec<String>,
}

/// One entry in a room, in its full present state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// The message's place in the room: the version with which it was made.
    pub id: u64,
    /// The position of this state in the room's feed; rises with each edit, deletion and reaction.
    pub version: u64,
    /// What sort of entry it is.
    pub kind: Kind,
    /// Who sent it; `null` is nobody.
    #[schema(nullable, required)]
    pub sender: Option<Sender>,
    /// The text, never HTML; empty once deleted.
    pub text: String,
    /// When it was sent.
    pub created: Time,
    /// When its text was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<Time>,
    /// When it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Time>,
    /// Who deleted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_by: Option<DeletedBy>,
    /// The id of the message that it answers, which may be deleted by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<u64>,
    /// What people reacted with, at most 20 kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
    /// The sender's own name for the request that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<ClientId>,
    /// What the host attached: a JSON object of at most 2 KiB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Data>,
}

/// A JSON object.
pub type Data = serde_json::Map<String, serde_json::Value>;
