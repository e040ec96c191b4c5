//! No statement reads more than it was asked for, however large the file: each goes by an index.

use std::path::PathBuf;
use std::time::Duration;

use sqlx::{AssertSqlSafe, Row};
use tertulia_wire::Time;

use super::connection::{open_writer, options};
use super::migrate::migrate;
use super::{held, load, read, revoke, save, span, tidy};

/// What may be gone through from end to end: parameters, results that are bounded already, and lists of work to do.
const HARMLESS: [&str; 7] = [
    "jsonb_each VIRTUAL TABLE",
    "j VIRTUAL TABLE",
    "json_each VIRTUAL TABLE",
    "CONSTANT ROW",
    "(subquery",
    "r USING INDEX tertulia_room_retention",
    "tertulia_room USING INDEX tertulia_room_untidy",
];

#[tokio::test]
async fn no_statement_scans_a_table() {
    let folder: PathBuf = std::env::temp_dir().join(format!("tertulia-plans-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let options = options(&folder.join("rooms.db"), Duration::from_secs(1)).create_if_missing(true);
    let mut connection = open_writer(&options).await.expect("opens");
    migrate(&mut connection, Time(0)).await.expect("migrates");
    let statements = [&load::ALL[..], &save::ALL, &read::ALL, &span::ALL, &tidy::ALL, &revoke::ALL, &held::ALL].concat();
    for statement in statements {
        let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
        let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
        for row in rows {
            let step: String = row.get("detail");
            let of_ours = step.strip_prefix("SCAN ").is_some_and(|what| !HARMLESS.iter().any(|known| what.starts_with(known)));
            assert!(!of_ours && !step.contains("TEMP B-TREE FOR ORDER BY"), "{step} in: {statement}");
        }
    }
    std::fs::remove_dir_all(folder).expect("removed");
}
