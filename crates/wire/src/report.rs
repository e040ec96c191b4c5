//! Messages that somebody reported, and who said what of them. For moderators alone.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::ids::RoomName;
use crate::message::{Message, Sender};
use crate::time::Time;

/// Reports a message to those who keep order in its room.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct NewReport {
    /// What is wrong with it, at most 500 code points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A report, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// Who reported it.
    pub by: Sender,
    /// When.
    pub at: Time,
    /// What is wrong with it, in their words. Text, never HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A reported message, as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportedMessage {
    /// The number of its newest report: those of later ones are higher.
    pub number: u64,
    /// The room, by its present name.
    pub room: RoomName,
    /// The message. One that is deleted is in no list.
    pub message: Message,
    /// How many people reported it, as far as that is kept (20 of a message where nothing else is set).
    pub count: u32,
    /// What they said, the newest first.
    pub reports: Vec<Report>,
}

/// A part of the reported messages, those reported last first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reports {
    /// The messages.
    pub reports: Vec<ReportedMessage>,
    /// More may be left: ask for those before this number, also where this page is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// Which of the reported messages to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportsQuery {
    /// The room, `type/id`. All rooms that one has `moderate` in where absent.
    pub room: Option<String>,
    /// Only what has a lower number than this.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    pub before: Option<String>,
    /// The most messages, 1 to 200; 50 where absent.
    #[param(value_type = Option<u32>, minimum = 1)]
    pub limit: Option<String>,
}
