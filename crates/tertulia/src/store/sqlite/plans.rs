//! No statement reads more than it was asked for, however large the file: each goes by an index.

use std::path::PathBuf;
use std::time::Duration;

use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use tertulia_wire::Time;

use super::connection::{open_writer, options};
use super::migrate::migrate;
use super::{audit, erasing, export, held, import, load, looks, read, read_marks, report, revoke, save, seen, span, tidy};

/// What may be gone through from end to end: parameters, results that are bounded already, and lists of work to do.
const HARMLESS: [&str; 9] = [
    "jsonb_each VIRTUAL TABLE",
    "j VIRTUAL TABLE",
    "json_each VIRTUAL TABLE",
    "CONSTANT ROW",
    "(subquery",
    "newest_ones",
    "looked_through",
    "r USING INDEX tertulia_room_retention",
    "tertulia_room USING INDEX tertulia_room_untidy",
];

pub(super) async fn migrated(name: &str) -> (PathBuf, SqliteConnection) {
    let folder: PathBuf = std::env::temp_dir().join(format!("tertulia-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let options = options(&folder.join("rooms.db"), Duration::from_secs(1)).create_if_missing(true);
    let mut connection = open_writer(&options).await.expect("opens");
    migrate(&mut connection, Time(0)).await.expect("migrates");
    (folder, connection)
}

async fn steps(connection: &mut SqliteConnection, statement: &str) -> Vec<String> {
    let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let rows = sqlx::query(sql).fetch_all(connection).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    rows.iter().map(|row| row.get("detail")).collect()
}

fn statements() -> Vec<&'static str> {
    let rooms = [&load::ALL[..], &save::ALL, &read::ALL, &span::ALL, &tidy::ALL, &revoke::ALL, &held::ALL].concat();
    [&rooms[..], &export::ALL, &import::ALL, &audit::ALL, &read_marks::ALL, &erasing::ALL, &report::ALL, &looks::ALL, &seen::ALL]
        .concat()
}

#[test]
fn what_was_done_is_only_ever_added_to_but_for_who_is_erased() {
    let of_audit: Vec<_> = statements().into_iter().filter(|statement| statement.contains("tertulia_audit")).collect();
    assert!(of_audit.iter().any(|statement| statement.starts_with("INSERT INTO tertulia_audit ")));
    let pseudonyms = [
        "SET person = $2, why = NULL WHERE ... WHERE person = $1 LIMIT $3)",
        "SET by_id = $2 WHERE ... WHERE by_id = $1 LIMIT $3)",
    ];
    for (statement, expected) in erasing::AUDIT.iter().zip(pseudonyms) {
        let (what, whose) = expected.split_once("...").expect("two parts");
        let rows = statement.strip_prefix("UPDATE tertulia_audit ").and_then(|rest| rest.strip_prefix(what));
        assert!(rows.is_some_and(|rows| rows.ends_with(whose) && rows.starts_with("number IN (SELECT")), "{statement}");
    }
    let of_audit = of_audit.into_iter().filter(|statement| !erasing::AUDIT.contains(statement));
    for statement in of_audit {
        let reads_or_adds = statement.starts_with("INSERT INTO tertulia_audit ") || statement.starts_with("SELECT ");
        assert!(reads_or_adds && !statement.contains("ON CONFLICT"), "{statement}");
    }
}

#[tokio::test]
async fn no_statement_scans_a_table() {
    let (folder, mut connection) = migrated("plans").await;
    let statements = statements();
    for statement in statements {
        for step in steps(&mut connection, statement).await {
            let of_ours = step.strip_prefix("SCAN ").is_some_and(|what| !HARMLESS.iter().any(|known| what.starts_with(known)));
            assert!(!of_ours && !step.contains("TEMP B-TREE FOR ORDER BY"), "{step} in: {statement}");
        }
    }
    std::fs::remove_dir_all(folder).expect("removed");
}

#[tokio::test]
async fn who_spoke_when_is_one_step_however_much_they_said() {
    let (folder, mut connection) = migrated("plans-of-slow-mode").await;
    for (statement, index) in [(load::SPOKE, "tertulia_message_spoke"), (held::SPOKE, "tertulia_held_spoke")] {
        let steps = steps(&mut connection, statement).await;
        let by_its_index = format!("INDEX {index} (room_key=? AND sender_key=?");
        assert!(steps.iter().any(|step| step.starts_with("SEARCH ") && step.contains(&by_its_index)), "{steps:?}");
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }
    std::fs::remove_dir_all(folder).expect("removed");
}
