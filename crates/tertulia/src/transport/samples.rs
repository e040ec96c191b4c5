//! Messages to be written, for the tests of what writes them.

use tertulia_wire::{Kind, Message, Sender, Time};

/// 2026-11-24, a Tuesday, at 12:00 UTC.
pub(super) const NOON: i64 = 1_795_521_600_000;

/// A plain message, said so many minutes after noon.
pub(super) fn said(id: u64, by: Sender, text: &str) -> Message {
    Message {
        id,
        version: id,
        kind: Kind::Message,
        sender: Some(by),
        text: text.to_owned(),
        created: Time(NOON + i64::try_from(id).expect("is small") * 60_000),
        edited: None,
        deleted: None,
        deleted_by: None,
        reply_to: None,
        reactions: Vec::new(),
        client_id: None,
        data: None,
    }
}
