//! The writer: one connection, one batch at a time, and what becomes of a batch when something fails.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use tertulia_wire::Time;

use super::connection::{Stopped, Trouble, arguments, cut_log, open_writer, run, run_once, store_error};
use super::load::{Wanted, begin};
use super::place::Place;
use super::save::{SaveFailed, save};
use crate::error::StoreError;
use crate::store::erasing::Erasure;
use crate::store::settle::{Moment, Present};
use crate::store::{Act, RoomKey, Write, WriteError, Written};

type Answers = Vec<Result<Written, WriteError>>;

/// Writes one small row anew, and commits it.
const PROOF: &str = "BEGIN IMMEDIATE; \
     INSERT INTO tertulia_meta (name, value) VALUES ('proofs', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1; COMMIT";

/// The one connection that writes; absent after a failure, until the next write opens it anew.
#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    place: Arc<Place>,
    connection: Option<SqliteConnection>,
    run: i64,
    // Somebody was erased from the file once: who asks again is looked for among them too.
    erased: bool,
    // The file was written anew as a whole for this erasure, and of nobody is anything erased since.
    pub(super) written_anew: Option<Erasure>,
    // The file was away when it was last written to: only another write tells whether it is back.
    away: bool,
    // Whether what the file has could be copied, since it is not in its place any more; none where that was not tried.
    pub(super) rescued: Option<bool>,
    closed: bool,
}

/// Why a batch was not written as a whole.
pub(super) struct Failed {
    error: StoreError,
    /// The error may be one item's doing: the others deserve another try without it.
    maybe_one_items: bool,
    /// What the items had been told by then; empty when it had not come to that.
    settled: Answers,
}

impl Failed {
    fn early(error: &sqlx::Error) -> Self {
        Self { error: store_error(error), maybe_one_items: Trouble::of(error) == Trouble::Odd, settled: Vec::new() }
    }

    pub(super) fn into_error(self) -> StoreError {
        self.error
    }

    /// Tells each item that had not been refused of the failure.
    fn answers(self, items: usize) -> Answers {
        let Self { error, mut settled, .. } = self;
        settled.resize_with(items, || Err(WriteError::Store(error.clone())));
        settled.into_iter().map(|answer| answer.and_then(|_| Err(WriteError::Store(error.clone())))).collect()
    }
}

impl Writer {
    pub(super) fn new(
        options: SqliteConnectOptions,
        place: Arc<Place>,
        connection: SqliteConnection,
        run: i64,
        erased: bool,
    ) -> Self {
        let connection = Some(connection);
        Self { options, place, connection, run, erased, written_anew: None, away: false, rescued: None, closed: false }
    }

    /// Takes the connection out, opened anew if need be. Who takes it puts it back once no transaction is open on it; one
    /// that is dropped on the way, with its task, is closed, and what it had begun is undone.
    pub(super) async fn take(&mut self) -> Result<SqliteConnection, sqlx::Error> {
        self.place.check().inspect_err(|error| self.note(Trouble::of(error)))?;
        self.rescued = None;
        if let Some(connection) = self.connection.take() {
            return Ok(connection);
        }
        if self.closed {
            return Err(sqlx::Error::PoolClosed);
        }
        open_writer(&self.options).await.inspect_err(|error| self.note(Trouble::of(error)))
    }

    /// Takes the connection out if there is one, wherever the file is by now.
    pub(super) fn take_open(&mut self) -> Option<SqliteConnection> {
        self.connection.take()
    }

    fn note(&mut self, trouble: Trouble) {
        self.away |= trouble != Trouble::Odd;
    }

    /// Finds out by a write whether the file can be written again, where the last one failed.
    ///
    /// A read would say that it can while somebody holds its lock or the disk is full, and the next send would wait in vain.
    pub(super) async fn prove(&mut self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        if self.away {
            run_once(connection, PROOF.to_owned()).await?;
            self.away = false;
        }
        Ok(())
    }

    /// Writes the log back into the file and closes it for good; says why where the log could not be written back.
    pub(super) async fn close(&mut self) -> Result<(), String> {
        if self.closed {
            return Ok(());
        }
        // What is open is closed wherever the file is; by its name only the same one is opened.
        let connection = match self.take_open() {
            Some(connection) => Ok(connection),
            None => self.take().await,
        };
        self.closed = true;
        let mut connection = connection.map_err(|error| error.to_string())?;
        // The last connection to be closed does the same, but this one need not be the last: a copy may be made, or a host reads.
        let is_cut = cut_log(&mut connection).await;
        let closed = connection.close().await;
        match is_cut.and_then(|is_cut| closed.map(|()| is_cut)) {
            Ok(true) => Ok(()),
            Ok(false) => Err("somebody else reads it".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) fn put_back(&mut self, connection: SqliteConnection) {
        self.connection = Some(connection);
    }

    /// Undoes what is open, and keeps the connection only if the error left it good.
    pub(super) async fn recover(&mut self, mut connection: SqliteConnection, trouble: Trouble) {
        self.note(trouble);
        // When nothing is open, which some errors see to themselves, this fails, as it should.
        let _ = run_once(&mut connection, "ROLLBACK".to_owned()).await;
        if trouble == Trouble::Lost {
            let _ = connection.close().await;
        } else {
            self.connection = Some(connection);
        }
    }

    /// Writes a batch, a room's move in a commit of its own: what comes after it asks for the room by a name that was not its
    /// own when the batch was loaded.
    pub(super) async fn write(&mut self, batch: &[Write], now: Time) -> Answers {
        let moves = |item: &Write| matches!(item.act, Act::Move { .. });
        let mut answers = Answers::with_capacity(batch.len());
        for part in batch.chunk_by(|one, next| !moves(one) && !moves(next)) {
            answers.extend(self.write_part(part, now).await);
            // To try on would only make everybody wait for the same answer.
            if let Some(Err(WriteError::Store(StoreError::Away(why)))) = answers.last() {
                let away = WriteError::Store(StoreError::Away(why.clone()));
                answers.resize(batch.len(), Err(away));
                break;
            }
        }
        answers
    }

    /// Writes a part of a batch; when that fails as a whole before the commit for what may be one item's reason, item by item.
    async fn write_part(&mut self, batch: &[Write], now: Time) -> Answers {
        let failed = match self.attempt(batch, now).await {
            Ok(answers) => return answers,
            Err(failed) if batch.len() > 1 && failed.maybe_one_items => failed,
            Err(failed) => return failed.answers(batch.len()),
        };
        tracing::warn!(error = %failed.error, items = batch.len(), "a batch failed; writing it item by item");
        let mut answers = Answers::new();
        for (at, item) in batch.iter().enumerate() {
            match self.attempt(std::slice::from_ref(item), now).await {
                Ok(answer) => answers.extend(answer),
                Err(failed) if failed.maybe_one_items => answers.extend(failed.answers(1)),
                // The file went away meanwhile: trying on would only make everybody wait for the same answer.
                Err(failed) => {
                    answers.extend(failed.answers(batch.len() - at));
                    break;
                }
            }
        }
        answers
    }

    async fn attempt(&mut self, batch: &[Write], now: Time) -> Result<Answers, Failed> {
        let mut moment = self.moment(now, batch.len())?;
        let mut connection = self.take().await.map_err(|error| Failed::early(&error))?;
        let mut present = match begin(&mut connection, &Wanted::by(batch, self.erased)).await {
            Ok(present) => present,
            Err(Stopped { error, .. }) => {
                self.recover(connection, Trouble::of(&error)).await;
                return Err(Failed::early(&error));
            }
        };
        if batch.iter().any(|item| matches!(item.act, Act::Erase(_))) {
            self.written_anew = None;
        }
        let before = Heads::of(&present);
        let settled = batch.iter().map(|item| present.settle(item, &mut moment)).collect();
        self.finish(connection, &present, &before, settled).await
    }

    /// Writes what a settled batch leaves, and finds out what became of it if that fails.
    pub(super) async fn finish(
        &mut self,
        mut connection: SqliteConnection,
        present: &Present,
        before: &Heads,
        settled: Answers,
    ) -> Result<Answers, Failed> {
        let rows = present.rows();
        if rows.is_empty() {
            // Nothing was written, so nothing can be lost: an error here only costs the connection.
            match run_once(&mut connection, "ROLLBACK".to_owned()).await {
                Ok(()) => self.put_back(connection),
                Err(error) => tracing::debug!(%error, "the writer's connection failed after a batch without changes"),
            }
            return Ok(settled);
        }
        self.erased |= !rows.forgotten.is_empty();
        match save(&mut connection, &rows).await {
            Ok(()) => {
                self.away = false;
                self.put_back(connection);
                Ok(settled)
            }
            Err(SaveFailed { at_commit: false, error }) => {
                self.recover(connection, Trouble::of(&error)).await;
                Err(Failed { settled, ..Failed::early(&error) })
            }
            Err(SaveFailed { at_commit: true, error }) => {
                self.recover(connection, Trouble::of(&error)).await;
                let error = self.find_out(present, before, &error).await;
                Err(Failed { error, maybe_one_items: false, settled })
            }
        }
    }

    /// Tells after a failed commit whether it was one: nobody else writes, so the heads say.
    async fn find_out(&mut self, present: &Present, before: &Heads, error: &sqlx::Error) -> StoreError {
        let unknown = StoreError::Unknown(error.to_string());
        let Ok(mut connection) = self.take().await else { return unknown };
        match Heads::read(&mut connection, present).await {
            // A commit that failed and yet shows may or may not be on the disk.
            Ok(after) if after != *before => unknown,
            Ok(_) => {
                self.put_back(connection);
                StoreError::Away(error.to_string())
            }
            Err(_) => unknown,
        }
    }

    pub(super) fn moment(&self, now: Time, items: usize) -> Result<Moment, Failed> {
        match random_numbers(items * Moment::DRAWS_PER_WRITE) {
            Ok(draws) => Ok(Moment::new(now, self.run, draws)),
            Err(error) => Err(Failed { error, maybe_one_items: false, settled: Vec::new() }),
        }
    }
}

/// Numbers that nobody can guess.
pub(super) fn random_numbers(count: usize) -> Result<Vec<u64>, StoreError> {
    let mut bytes = vec![0; count * 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Failed(format!("no random numbers: {error}")))?;
    Ok(bytes.as_chunks::<8>().0.iter().map(|chunk| u64::from_ne_bytes(*chunk)).collect())
}

/// The heads, access numbers and numbers of held messages of a batch's rooms, and the number of reports where it is asked about: whatever
/// is written raises one of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heads(HashMap<RoomKey, (u64, u64, u64)>, Option<u64>);

impl Heads {
    pub(super) fn of(present: &Present) -> Self {
        let rooms = present.rooms.values().map(|room| (room.key, (room.head, room.access, room.held_head)));
        Self(rooms.collect(), present.reports_head)
    }

    async fn read(connection: &mut SqliteConnection, present: &Present) -> Result<Self, sqlx::Error> {
        let keys: Vec<i64> = present.rooms.keys().map(|key| key.0).collect();
        let keys = serde_json::to_string(&keys).unwrap_or_default();
        let sql = "SELECT room_key, head, access, held_head, (SELECT value FROM tertulia_meta WHERE name = 'reports') FROM tertulia_room \
                   WHERE room_key IN (SELECT value FROM json_each($1))";
        let rows = run(connection, AssertSqlSafe(sql), arguments![keys]).await.map_err(|stopped| stopped.error)?;
        let head = |row: &sqlx::sqlite::SqliteRow| {
            let number = |column: usize| row.try_get::<i64, _>(column).map(i64::cast_unsigned);
            Ok((RoomKey(row.try_get(0)?), (number(1)?, number(2)?, number(3)?)))
        };
        let reports = rows.first().filter(|_| present.reports_head.is_some()).map(|row| row.try_get::<i64, _>(4));
        let reports = reports.transpose()?.map(i64::cast_unsigned);
        Ok(Self(rows.iter().map(head).collect::<Result<_, sqlx::Error>>()?, reports))
    }
}
