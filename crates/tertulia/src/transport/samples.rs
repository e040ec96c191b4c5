//! Messages to be written, for the tests of what writes them.

use tertulia_wire::{Kind, Message, Sender, Time};

/// 2026-11-24, a Tuesday, at 12:00 UTC.
pub(super) const NOON: i64 = 1_795_521_600_000;

/// Messages of a host's by the key of a wording, each with what it says in English and Spanish; `fallback` is its own text.
pub(super) fn worded() -> Vec<(Message, [&'static str; 2])> {
    use serde_json::json;

    let fallback = ["fallback"; 2];
    [
        (json!({ "key": "joined", "args": { "name": "Ana" } }), ["Ana joined", "Ana se ha unido"]),
        (json!({ "key": "new-messages", "args": { "count": 1 } }), ["1 new message", "1 mensaje nuevo"]),
        (json!({ "key": "new-messages", "args": { "count": 12_000 } }), ["12,000 new messages", "12.000 mensajes nuevos"]),
        (json!({ "key": "deleted-all", "args": { "count": -2.5 } }), ["Messages deleted: -2.5", "Mensajes eliminados: -2,5"]),
        (json!({ "key": "empty" }), ["No messages yet", "Aún no hay mensajes"]),
        (json!({ "key": "empty", "args": null }), ["No messages yet", "Aún no hay mensajes"]),
        (
            json!({ "key": "joined", "args": { "name": "\u{1B}[31ma\n12:00 *** b\u{202E}" } }),
            ["\u{FFFD}[31ma 12:00 *** b joined", "\u{FFFD}[31ma 12:00 *** b se ha unido"],
        ),
        (json!({ "key": "nothing" }), fallback),
        (json!({ "key": "text-joined", "args": { "name": "Ana" } }), fallback),
        (json!({ "key": ["joined"], "args": { "name": "Ana" } }), fallback),
        (json!({ "key": "joined" }), fallback),
        (json!({ "key": "joined", "args": { "naem": "Ana" } }), fallback),
        (json!({ "key": "joined", "args": "Ana" }), fallback),
        (json!({ "key": "joined", "args": { "name": ["Ana"] } }), fallback),
        (json!({ "key": "joined", "args": { "name": "Ana", "more": {} } }), ["Ana joined", "Ana se ha unido"]),
        (json!({ "key": "deleted-all", "args": { "count": 1e300 } }), fallback),
    ]
    .into_iter()
    .map(|(data, says)| {
        let serde_json::Value::Object(data) = data else { unreachable!("each is an object") };
        (Message { kind: Kind::Notification, sender: None, data: Some(data), ..said(1, Sender::named("x"), "fallback") }, says)
    })
    .collect()
}

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
