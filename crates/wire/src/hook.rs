//! What a host's hook is asked before something is said, and what it answers.
//!
//! In a Rust host these are the values that its hook gets and gives. By HTTP each question is a `POST` with [`HookQuestion`] as its
//! body, and the answer is 200 with [`HookAnswer`] as its body, both JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ClientId, RoomName};
use crate::message::{Data, Kind, Sender};
use crate::page::Level;

/// What is about to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum HookType {
    /// Something new is said.
    Message,
    /// A message gets another text.
    Edit,
}

/// What a host's hook is asked: may this be said? Nobody has read it, and its sender may say it, as often as that, and in these words.
///
/// It may be refused still once the hook has let it pass: by what is found only when it is written (slow mode, a message to answer that is not
/// there, too much that waits for review), and by what has changed meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HookQuestion {
    /// What is about to be done.
    #[serde(rename = "type")]
    pub hook_type: HookType,
    /// The room, by its present name.
    pub room: RoomName,
    /// Who asks for it: the host's id of the user, or a guest's id, which begins with `~`.
    pub by: String,
    /// How much they may do in the room.
    pub level: Level,
    /// Whom it is from, as others will see it; `null` is nobody.
    #[schema(nullable, required)]
    pub sender: Option<Sender>,
    /// What sort of entry it is.
    pub kind: Kind,
    /// The text, normalised, never HTML; of an edit the new one.
    pub text: String,
    /// Of an edit: the id of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The id of the message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<u64>,
    /// What is attached: a JSON object of at most 2 KiB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Data>,
    /// The sender's own name for the request: the same when it is sent again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<ClientId>,
}

/// What a host's hook answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "answer", rename_all = "lowercase")]
pub enum HookAnswer {
    /// It may be said.
    Allow,
    /// It is not said, and its sender is told `refused`.
    Refuse {
        /// What to tell the sender, in the host's language: one line, of which at most 300 code points are shown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// It is said with another text, which has to pass the same checks.
    Change {
        /// The text.
        text: String,
    },
    /// It waits for review. An edit, which can't wait, is refused.
    Hold,
}
