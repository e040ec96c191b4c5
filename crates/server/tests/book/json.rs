//! Every JSON block is what it is marked as, by the wire's own types.

use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tertulia_wire::NewReport;
use tertulia_wire::moderation::PutRestriction;
use tertulia_wire::request::{Edit, Guest, NewGuest, PutRoom, Say};
use tertulia_wire::{ClientFrame, HookAnswer, HookQuestion, Message, Page, Problem, PutRead, ServerFrame, UnreadRooms};

use crate::blocks::{Block, blocks, marked};
use crate::chapters;

/// Reads the block as a type and writes it again: a field that the type doesn't know would be missing then.
fn is<T: DeserializeOwned + Serialize>(block: &Block) {
    // A block may hold several, one a line or one over several lines.
    for value in serde_json::Deserializer::from_str(&block.text).into_iter::<Value>() {
        let value = value.unwrap_or_else(|error| panic!("{}: {error}", block.place));
        let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{}: {error}: {value}", block.place));
        assert_eq!(serde_json::to_value(&read).expect("writes"), value, "{}", block.place);
    }
}

fn check(block: &Block) {
    let [mark] = block.marks.as_slice() else { panic!("{}: a JSON block says what it is", block.place) };
    match mark.as_str() {
        "message" => is::<Message>(block),
        "page" => is::<Page>(block),
        "problem" => is::<Problem>(block),
        "say" => is::<Say>(block),
        "edit" => is::<Edit>(block),
        "put_room" => is::<PutRoom>(block),
        "restrict" => is::<PutRestriction>(block),
        "report_message" => is::<NewReport>(block),
        "put_read" => is::<PutRead>(block),
        "unread" => is::<UnreadRooms>(block),
        "new_guest" => is::<NewGuest>(block),
        "guest" => is::<Guest>(block),
        "erased" => is::<tertulia_wire::person::Erased>(block),
        "export" => is::<tertulia::store::export::Line>(block),
        "hook_question" => is::<HookQuestion>(block),
        "hook_answer" => is::<HookAnswer>(block),
        "client_frame" => is::<ClientFrame>(block),
        "server_frame" => is::<ServerFrame>(block),
        // Held against the server by the token chapter's own test.
        "claims" => is::<Value>(block),
        other => panic!("{}: {other:?} is nothing that is known", block.place),
    }
}

#[test]
fn every_json_block_is_what_it_says() {
    let found: Vec<_> =
        chapters().iter().flat_map(|path| blocks(path)).filter(|block| block.language.starts_with("json")).collect();
    assert!(found.len() > 5, "the book shows messages");
    found.iter().for_each(check);
}

#[tokio::test]
async fn the_export_that_is_shown_can_be_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let export = marked("docs/src/operating/moving.md", "export");
    let mut input = export.text.as_bytes();
    // Whatever the clock of this machine says, what is shown was said before.
    let now = tertulia_wire::Time::from_str("2026-12-01T00:00:00.000Z").expect("a time");
    let end =
        tertulia::store::sqlite::SqliteStore::import(&folder.path().join("rooms.db"), &mut input, false, now, &mut |_| {}).await;
    assert!(end.stopped.is_none(), "{}: {:?}", export.place, end.stopped);
    assert_eq!((end.imported.rooms, end.imported.messages), (1, 3), "{}", export.place);
}
