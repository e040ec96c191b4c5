//! Messages that wait for review before anybody reads them.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::ids::ClientId;
use crate::message::{Data, Kind, Sender};
use crate::time::Time;

/// Whose messages wait for review in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum HoldMode {
    /// Nobody's.
    #[default]
    Off,
    /// Those of guests.
    Guests,
    /// Everybody's below `moderate`.
    All,
}

impl HoldMode {
    /// Whether nobody's messages wait.
    #[must_use]
    pub fn is_off(&self) -> bool {
        matches!(self, HoldMode::Off)
    }
}

/// Who says that a message waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum HeldBy {
    /// The room's setting `hold`.
    Room,
    /// The filter of words and links.
    Filter,
    /// The host, asked before each message.
    Hook,
}

/// Answers a say that waits for review. It has no id and no version, since it is not in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Held {
    /// The number that reviewers know it by.
    pub held: u64,
    /// The id to ask again with, and to know the message by once it is approved.
    pub client_id: ClientId,
}

/// A message that waits, as reviewers see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HeldMessage {
    /// The number to approve or reject it by; rises in each room, and no two have the same.
    pub held: u64,
    /// Who says that it waits.
    pub by: HeldBy,
    /// What sort of entry it is to be.
    pub kind: Kind,
    /// Who sent it; `null` is nobody.
    #[schema(nullable, required)]
    pub sender: Option<Sender>,
    /// The text, never HTML.
    pub text: String,
    /// When it came.
    pub received: Time,
    /// The id of the message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<u64>,
    /// The sender's own name for the request that made it.
    pub client_id: ClientId,
    /// What the host attached: a JSON object of at most 2 KiB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Data>,
}

/// Messages that wait in a room, those that came first at the top.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HeldPage {
    /// The messages, in the order in which they came.
    pub held: Vec<HeldMessage>,
    /// More are left: ask with `after`.
    pub more: bool,
}

/// Which of the waiting messages to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HeldQuery {
    /// Only those that came after the one with this number.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    pub after: Option<String>,
    /// The most messages on the page, 1 to 200; 50 where nothing is asked for.
    #[param(value_type = Option<u32>, minimum = 1)]
    pub limit: Option<String>,
}
