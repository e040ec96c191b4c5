//! Connections to the file: how they are opened, how statements run on them, and what their errors mean.

use std::path::Path;
use std::time::Duration;

use futures_util::TryStreamExt;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Either, Executor, Row, SqliteConnection};

use crate::error::{Error, StoreError};

/// How to open the file: nothing here is kept in it but the journal mode.
pub(super) fn options(path: &Path, busy_timeout: Duration) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(busy_timeout)
        .synchronous(SqliteSynchronous::Full)
        // There are none of ours, and a host's own are the host's own business.
        .foreign_keys(false)
        // A page of messages comes through without the two threads waiting for each other.
        .row_buffer_size(256)
        .disable_statement_logging()
}

/// Opens the one connection that writes.
pub(super) async fn open_writer(options: &SqliteConnectOptions) -> Result<SqliteConnection, sqlx::Error> {
    let options = options.clone().journal_mode(SqliteJournalMode::Wal);
    // The last pages of some thousand busy rooms stay in memory (at most 32 MiB), and a log that a long read let grow is cut.
    // What is deleted or written over is overwritten in the file, and does not lie about in it until its page is used again.
    let options = options.pragma("secure_delete", "ON");
    options.pragma("cache_size", "-32768").pragma("journal_size_limit", "67108864").connect().await
}

/// Writes the write-ahead log back into the file and cuts it; false while somebody still reads what was there before.
pub(super) async fn cut_log(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let is_busy: bool = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?.try_get(0)?;
    Ok(!is_busy)
}

/// Refuses the SQLite versions whose WAL can lose commits when a checkpoint meets a reader.
pub(super) fn check_version(version: &str) -> Result<(), Error> {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut part = || parts.next().unwrap_or(0);
    let number = (part(), part(), part());
    if number < (3, 51, 3) {
        return Err(Error::Setup(format!(
            "SQLite {version} can lose messages: its write-ahead log may be reset while somebody reads (3.7.0 to 3.51.2); 3.51.3 or \
             later is needed"
        )));
    }
    Ok(())
}

/// Whether the file takes writes at all. One that is busy, or whose disk is full, may in a moment; one that is read-only won't.
pub(super) async fn check_writable(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    // `BEGIN IMMEDIATE` would begin to read where there is nothing to write to.
    let nothing = "UPDATE tertulia_migration SET name = name WHERE number < 0";
    let asked = run_once(connection, nothing.to_owned()).await;
    asked.or_else(|error| if primary_code(&error) == Some(READONLY) { Err(error) } else { Ok(()) })
}

/// What whoever types a command can do about a file that can't be opened, read or written.
pub(super) fn advice(error: &sqlx::Error) -> &'static str {
    match primary_code(error) {
        Some(READONLY | CANTOPEN) => {
            "; whoever the server runs as has to be able to write it, what lies beside it, and its folder"
        }
        Some(FULL) => "; make room: `df -h` tells how much there is",
        Some(NOTADB) => "; it is something else than a file of rooms: name another file",
        _ => "",
    }
}

/// Whether a file is no database, or not whole.
pub(super) fn is_broken(error: &sqlx::Error) -> bool {
    matches!(primary_code(error), Some(CORRUPT | NOTADB))
}

/// Whether it is no file of rooms, be it that it is no database at all or one of something else.
pub(super) fn is_no_rooms(error: &sqlx::Error) -> bool {
    is_broken(error) || primary_code(error) == Some(ERROR)
}

/// SQLite's code for a statement that can't be done, as by a table that is not there.
const ERROR: i32 = 1;
/// Its code for a disk on which there is no room.
const FULL: i32 = 13;
/// Its code for a file that is not whole.
const CORRUPT: i32 = 11;
/// Its code for one that may be read alone.
const READONLY: i32 = 8;
/// Its code for one that can't be opened, or whose log can't.
const CANTOPEN: i32 = 14;
/// Its code for one that it has not made.
const NOTADB: i32 = 26;

fn primary_code(error: &sqlx::Error) -> Option<i32> {
    // The low byte of an extended code is the primary one.
    Some(error.as_database_error()?.code()?.parse::<i32>().ok()? & 0xff)
}

/// Why a run of statements stopped, and how many of them had been done.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) done: usize,
    pub(super) error: sqlx::Error,
}

/// Runs several statements, one after the other, in one trip to the connection's thread, and gives their rows.
///
/// The trips cost more than small statements do. Parameters are `$1`, `$2` and so on, the same in each statement; `?1`
/// would be counted anew where a statement leaves one out.
pub(super) async fn run(
    connection: &mut SqliteConnection,
    sql: impl sqlx::SqlSafeStr,
    arguments: SqliteArguments,
) -> Result<Vec<SqliteRow>, Stopped> {
    let mut stream = connection.fetch_many(sqlx::query_with(sql, arguments));
    let (mut done, mut rows) = (0, Vec::new());
    loop {
        match stream.try_next().await {
            Ok(Some(Either::Left(_))) => done += 1,
            Ok(Some(Either::Right(row))) => rows.push(row),
            Ok(None) => return Ok(rows),
            Err(error) => return Err(Stopped { done, error }),
        }
    }
}

/// Runs statements that have no parameters and are not worth keeping prepared.
pub(super) async fn run_once(connection: &mut SqliteConnection, sql: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.map(drop)
}

/// Makes bound parameters of values.
macro_rules! arguments {
    ($($value:expr),* $(,)?) => {{
        let mut arguments = sqlx::sqlite::SqliteArguments::default();
        // A number or a text always encodes.
        $( let _ = sqlx::Arguments::add(&mut arguments, $value); )*
        arguments
    }};
}
pub(super) use arguments;

/// What an error says about the file and about the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Somebody else holds the file for now; the connection is good.
    Busy,
    /// The disk, the file or the thread: it may pass, but the connection had better be opened anew.
    Lost,
    /// Something about the statement or its values.
    Odd,
}

impl Trouble {
    pub(super) fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(_) => match primary_code(error) {
                // BUSY, LOCKED.
                Some(5 | 6) => Trouble::Busy,
                // NOMEM, IOERR, FULL, CANTOPEN, PROTOCOL, NOTADB.
                Some(7 | READONLY | 10 | FULL | CANTOPEN | 15 | 26) => Trouble::Lost,
                _ => Trouble::Odd,
            },
            sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                Trouble::Lost
            }
            _ => Trouble::Odd,
        }
    }
}

/// What callers are told of an error by which nothing was written.
pub(super) fn store_error(error: &sqlx::Error) -> StoreError {
    // Ours are among them, and say all that there is to say.
    if let sqlx::Error::Io(error) = error {
        return StoreError::Away(error.to_string());
    }
    match Trouble::of(error) {
        Trouble::Busy | Trouble::Lost => StoreError::Away(error.to_string()),
        Trouble::Odd => StoreError::Failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_can_lose_commits_are_refused() {
        for bad in ["3.7.0", "3.40.1", "3.51.2", "3.50.99", ""] {
            assert!(check_version(bad).is_err(), "{bad}");
        }
        for good in ["3.51.3", "3.52.0", "4.0.0"] {
            assert!(check_version(good).is_ok(), "{good}");
        }
    }
}
