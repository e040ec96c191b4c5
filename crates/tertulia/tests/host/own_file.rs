//! A host's own SQLite file: its tables, settings and migrations stay as they were.

use std::sync::Arc;

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use tertulia::Chat;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::testkit::words::room;

/// A host with a table that is named as one of ours might be, a migrations table, and pragmas of its own.
const HOST: &str = "PRAGMA user_version = 77; PRAGMA application_id = 4711; \
    CREATE TABLE room (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO room VALUES (1, 'kitchen'); \
    CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT); \
    INSERT INTO _sqlx_migrations VALUES (20260101, 'rooms of the house'); \
    CREATE VIEW titles AS SELECT title FROM room; CREATE INDEX room_title ON room (title);";

async fn ask(connection: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(connection).await.expect("rows");
    rows.iter().map(|row| row.get::<String, _>(0)).collect()
}

async fn hosts_part(connection: &mut SqliteConnection) -> Vec<Vec<String>> {
    let mut part = Vec::new();
    for sql in [
        "SELECT name || coalesce(sql, '') FROM sqlite_schema WHERE tbl_name NOT GLOB 'tertulia_*' ORDER BY name",
        "SELECT id || title FROM room",
        "SELECT version || description FROM _sqlx_migrations",
        "SELECT CAST(user_version AS TEXT) FROM pragma_user_version",
        "SELECT CAST(application_id AS TEXT) FROM pragma_application_id",
    ] {
        part.push(ask(connection, sql).await);
    }
    part
}

#[tokio::test]
async fn only_tables_with_our_prefix_are_added() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("host.db");
    let mut host = SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", path.display())).await.expect("the host's file");
    sqlx::raw_sql(HOST).execute(&mut host).await.expect("the host's tables");
    let before = hosts_part(&mut host).await;
    let store = Arc::new(SqliteStore::open(SqliteOptions::new(&path)).await.expect("opens"));
    let chat = Chat::builder().store(store).build().await.expect("a chat");
    chat.room(&room("project/42")).notify("hola").await.expect("said");
    chat.room(&room("project/43")).notify("hola").await.expect("said");
    chat.room(&room("project/43")).delete_room().await.expect("deleted");
    // The host goes on writing beside it.
    sqlx::raw_sql("UPDATE room SET title = title").execute(&mut host).await.expect("the host writes");
    assert_eq!(hosts_part(&mut host).await, before);
    let ours =
        ask(&mut host, "SELECT name FROM sqlite_schema WHERE tbl_name GLOB 'tertulia_*' AND name NOT GLOB 'sqlite_*'").await;
    assert!(ours.len() >= 6 && ours.iter().all(|name| name.starts_with("tertulia_")), "{ours:?}");
    chat.close().await;
}
