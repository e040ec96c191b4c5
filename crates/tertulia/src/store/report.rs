//! What was reported, as stores keep it: beside the log, since nobody but moderators reads it.

use tertulia_wire::Sender;

use super::RoomKey;

/// Days for which a report is kept.
pub const REPORT_DAYS: u32 = 90;

/// A report of a message. Its time is that of the write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportAct {
    /// The message.
    pub id: u64,
    /// Who reports it, by an id.
    pub by: Sender,
    /// Why.
    pub why: Option<String>,
    /// The most reports that are kept of one message.
    pub message_max: u32,
    /// The most reports that are kept in one room.
    pub room_max: u32,
}

/// Which of the reported messages to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportsOf {
    /// In this room; in all that there are where none is given.
    pub room: Option<RoomKey>,
    /// Only those with a lower number than this.
    pub before: Option<u64>,
}
