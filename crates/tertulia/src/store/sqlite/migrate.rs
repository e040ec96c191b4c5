//! Numbered migrations, each applied once, in its own transaction.

use std::cmp::Ordering;
use std::path::Path;

use sqlx::{Row, SqliteConnection};
use tertulia_wire::Time;

use super::connection::run_once;
use crate::error::Error;

/// All migrations, in order; their numbers are 1, 2, 3 and so on.
const MIGRATIONS: &[(&str, &str)] = &[
    ("rooms", include_str!("../../../migrations/sqlite/0001_rooms.sql")),
    ("created", include_str!("../../../migrations/sqlite/0002_created.sql")),
    ("revocations", include_str!("../../../migrations/sqlite/0003_revocations.sql")),
    ("moderation", include_str!("../../../migrations/sqlite/0004_moderation.sql")),
    ("announced", include_str!("../../../migrations/sqlite/0005_announced.sql")),
    ("seen_names", include_str!("../../../migrations/sqlite/0006_seen_names.sql")),
    ("held", include_str!("../../../migrations/sqlite/0007_held.sql")),
    ("spoke", include_str!("../../../migrations/sqlite/0008_spoke.sql")),
    ("audit", include_str!("../../../migrations/sqlite/0009_audit.sql")),
    ("read", include_str!("../../../migrations/sqlite/0010_read.sql")),
    ("address", include_str!("../../../migrations/sqlite/0011_address.sql")),
    ("erasing", include_str!("../../../migrations/sqlite/0012_erasing.sql")),
    ("report", include_str!("../../../migrations/sqlite/0013_report.sql")),
    ("names_of_nobody", include_str!("../../../migrations/sqlite/0014_names_of_nobody.sql")),
    ("held_spoke", include_str!("../../../migrations/sqlite/0015_held_spoke.sql")),
    ("waiting", include_str!("../../../migrations/sqlite/0016_waiting.sql")),
    ("kinds", include_str!("../../../migrations/sqlite/0017_kinds.sql")),
    ("names_of_seen", include_str!("../../../migrations/sqlite/0018_names_of_seen.sql")),
    ("unread", include_str!("../../../migrations/sqlite/0019_unread.sql")),
    ("names_of_users", include_str!("../../../migrations/sqlite/0020_names_of_users.sql")),
];

/// Refuses a file that isn't one of this program's own version, or no file of rooms at all, without touching it.
pub(super) async fn check_known(connection: &mut SqliteConnection, file: &Path) -> Result<(), Error> {
    let file = file.display();
    let row = sqlx::query("SELECT coalesce(max(number), 0) FROM tertulia_migration").fetch_one(&mut *connection).await;
    let applied: Result<i64, sqlx::Error> = row.and_then(|row| row.try_get(0));
    let applied = applied.map_err(|error| Error::Setup(format!("{file} is no file of rooms: {error}")))?;
    match usize::try_from(applied).unwrap_or(0).cmp(&MIGRATIONS.len()) {
        Ordering::Equal => Ok(()),
        Ordering::Less => Err(Error::Setup(format!(
            "{file} was made by an older version of Tertulia: start a server of this version on it once, which brings it up to date"
        ))),
        Ordering::Greater => Err(Error::Setup(format!("{file} was made by a newer version of Tertulia"))),
    }
}

/// How many migrations a file has; one that has more than this program knows is refused.
pub(super) async fn check_not_newer(connection: &mut SqliteConnection) -> Result<usize, Error> {
    let row = sqlx::query("SELECT coalesce(max(number), 0) FROM tertulia_migration").fetch_one(connection).await;
    let applied = row.and_then(|row| row.try_get::<i64, _>(0));
    let applied = applied.map_err(|error| Error::Setup(format!("the tables could not be made: {error}")))?;
    let (applied, known) = (usize::try_from(applied).unwrap_or(0), MIGRATIONS.len());
    if applied > known {
        return Err(Error::Setup(format!(
            "the file was made by a newer version of Tertulia: it is at migration {applied}, this program knows {known}"
        )));
    }
    Ok(applied)
}

/// Brings a file up to what this program knows; one that is newer than that is refused.
pub(super) async fn migrate(connection: &mut SqliteConnection, now: Time) -> Result<(), Error> {
    let setup = |error: sqlx::Error| Error::Setup(format!("the tables could not be made: {error}"));
    let table = "CREATE TABLE IF NOT EXISTS tertulia_migration \
                 (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_ms INTEGER NOT NULL)";
    run_once(connection, table.to_owned()).await.map_err(setup)?;
    let applied = check_not_newer(connection).await?;
    for (number, (name, sql)) in MIGRATIONS.iter().enumerate().map(|(at, migration)| (at + 1, migration)).skip(applied) {
        let now = now.0;
        let record = format!("INSERT INTO tertulia_migration (number, name, applied_ms) VALUES ({number}, '{name}', {now})");
        if let Err(error) = run_once(connection, format!("BEGIN IMMEDIATE;\n{sql};\n{record};\nCOMMIT;")).await {
            // When it was the BEGIN that failed there is nothing to undo.
            let _ = run_once(connection, "ROLLBACK".to_owned()).await;
            return Err(Error::Setup(format!("migration {number} ({name}) failed: {error}")));
        }
        // Of a new file nobody wants to know how it was brought up.
        if applied > 0 {
            tracing::info!(migration.number = number, migration.name = name, "applied a migration");
        }
    }
    if applied == 0 {
        tracing::info!(migration.number = MIGRATIONS.len(), "made the tables");
    }
    Ok(())
}
