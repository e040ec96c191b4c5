//! The work that nobody waits for, piece by piece: messages past their room's retention, the rows of deleted rooms,
//! and what was held for too long.

use sqlx::{Row, SqliteConnection};
use tertulia_wire::{RoomName, Time};

use super::Shared;
use super::connection::{Trouble, arguments, run_once, store_error};
use super::decode::{Columns, room_columns};
use super::load::{Wanted, begin};
use super::read::Readers;
use super::write::{Failed, Heads, Writer};
use super::{held, read_marks, report};
use crate::error::StoreError;
use crate::store::settle::Room;
use crate::store::{RoomKey, Tidied, WriteError, Written};

/// The most rows that one commit removes: more would keep everybody's messages waiting.
const ROWS_MAX: i64 = 1_000;

/// The most rooms of which one commit raises `first`.
const ROOMS_MAX: i64 = 20;

const DAY_MS: i64 = 86_400_000;

/// Rooms whose first message is older than they keep any.
const DUE: &str = concat!(
    "SELECT ",
    room_columns!(),
    " FROM tertulia_room r INDEXED BY tertulia_room_retention WHERE r.deleted = 0 AND r.retention_days IS NOT NULL AND \
     (SELECT m.created_ms FROM tertulia_message m WHERE m.room_key = r.room_key AND m.id >= r.first ORDER BY m.id LIMIT 1) \
        < $1 - r.retention_days * 86400000 \
     LIMIT $2"
);

/// The first message from an id on.
const FROM: &str = "SELECT id, created_ms FROM tertulia_message WHERE room_key = $1 AND id >= $2 ORDER BY id LIMIT 1";

const UNTIDY: &str = "SELECT room_key, deleted, first FROM tertulia_room WHERE untidy = 1 LIMIT 1";

const REACTIONS: &str = "DELETE FROM tertulia_reaction WHERE (room_key, message_id, person, emoji) IN \
     (SELECT room_key, message_id, person, emoji FROM tertulia_reaction WHERE room_key = $1 AND message_id < $2 \
      ORDER BY message_id LIMIT $3)";

const MESSAGES: &str = "DELETE FROM tertulia_message WHERE (room_key, id) IN \
     (SELECT room_key, id FROM tertulia_message WHERE room_key = $1 AND id < $2 ORDER BY id LIMIT $3)";

const ANNOUNCED: &str = "DELETE FROM tertulia_announced WHERE room_key = $1";

const RESTRICTIONS: &str = "DELETE FROM tertulia_restriction WHERE room_key = $1";

/// `$2` is there for being asked like the others.
const NAMES: &str = "DELETE FROM tertulia_seen_name WHERE (room_key, look) IN \
     (SELECT room_key, look FROM tertulia_seen_name WHERE room_key = $1 AND $2 > 0 LIMIT $3)";

const PAST_NAMES: &str = "DELETE FROM tertulia_seen_name WHERE (room_key, look) IN \
     (SELECT room_key, look FROM tertulia_seen_name WHERE until_ms <= $1 ORDER BY until_ms LIMIT $2)";

/// Addresses that restrictions no longer hold for: nothing of them is kept. By its index in so many words, since the planner does not
/// see that what is past has a time.
const PAST_ADDRESSES: &str = "UPDATE tertulia_restriction SET address = NULL, address_until_ms = NULL WHERE (room_key, person, kind) IN \
     (SELECT room_key, person, kind FROM tertulia_restriction INDEXED BY tertulia_restriction_address \
      WHERE address_until_ms IS NOT NULL AND address_until_ms <= $1 ORDER BY address_until_ms LIMIT $2)";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 10] =
    [DUE, FROM, UNTIDY, REACTIONS, MESSAGES, RESTRICTIONS, ANNOUNCED, NAMES, PAST_NAMES, PAST_ADDRESSES];

/// A room, and the lowest id that it is to keep.
struct Due {
    key: RoomKey,
    name: RoomName,
    retention_days: Option<u32>,
    first: u64,
}

impl Readers {
    /// The rooms that have messages past their retention. Looked up beside the writer, since it may take a while.
    async fn due(&self, now: Time) -> Result<Vec<Due>, StoreError> {
        let rooms: Vec<Room> = self
            .ask(DUE, arguments![now.0, ROOMS_MAX], |rows| {
                rows.iter().map(|row| Columns::of(row).room().map(|(_, room)| room)).collect()
            })
            .await?;
        let mut due = Vec::with_capacity(rooms.len());
        for room in rooms {
            let days = room.settings.retention_days;
            let cut = Time(now.0 - i64::from(days.unwrap_or(0)) * DAY_MS);
            let first = self.first_since(&room, cut).await?;
            due.push(Due { key: room.key, name: room.name, retention_days: days, first });
        }
        Ok(due)
    }

    /// The id of the first message that isn't older than a time, or the next one where all are. Times never go back in a
    /// room, so halving finds it; a room may have millions of messages to lose.
    async fn first_since(&self, room: &Room, cut: Time) -> Result<u64, StoreError> {
        let (mut low, mut high) = (room.settings.first, room.head + 1);
        let mut first = high;
        while low < high {
            let middle = low + (high - low) / 2;
            let found = self.ask(FROM, arguments![room.key.0, middle.cast_signed()], |rows| {
                rows.first().map(|row| Ok((Columns::of(row).number()?, Time(row.try_get(1)?)))).transpose()
            });
            match found.await? {
                Some((id, created)) if created < cut => low = id + 1,
                young => {
                    high = middle;
                    first = young.map_or(first, |(id, _)| id);
                }
            }
        }
        Ok(first)
    }
}

impl Shared {
    /// Does one piece of what there is to do, in one commit.
    pub(super) async fn tidy(&self, now: Time) -> Result<Tidied, StoreError> {
        let due = self.readers.due(now).await?;
        let mut writer = self.writer.lock().await;
        if due.is_empty() {
            let (more, written) = writer.sweep(now).await?;
            return Ok(Tidied { written, more });
        }
        Ok(Tidied { written: writer.raise(&due, now).await?, more: true })
    }
}

impl Writer {
    async fn raise(&mut self, due: &[Due], now: Time) -> Result<Vec<Written>, StoreError> {
        let mut moment = self.moment(now, due.len()).map_err(Failed::into_error)?;
        let mut connection = self.take().await.map_err(|error| store_error(&error))?;
        let mut present = match begin(&mut connection, &Wanted::rooms(due.iter().map(|due| &due.name))).await {
            Ok(present) => present,
            Err(stopped) => {
                self.recover(connection, Trouble::of(&stopped.error)).await;
                return Err(store_error(&stopped.error));
            }
        };
        let before = Heads::of(&present);
        // Somebody may have changed the retention since it was looked up.
        let still =
            |room: &Room, due: &Due| room.settings.retention_days == due.retention_days && room.settings.first < due.first;
        let due: Vec<&Due> = due.iter().filter(|due| present.rooms.get(&due.key).is_some_and(|room| still(room, due))).collect();
        let raised = due.iter().map(|due| present.raise_first(due.key, due.first, &mut moment)).collect();
        let answers = self.finish(connection, &present, &before, raised).await.map_err(Failed::into_error)?;
        let store_errors = |error| match error {
            WriteError::Store(error) => error,
            WriteError::Refused(_) | WriteError::Stale(_) => StoreError::Failed("tidying was refused".into()),
        };
        answers.into_iter().map(|answer| answer.map_err(store_errors)).collect()
    }

    /// Removes rows of one room that nobody may read any more; whether more may be left somewhere, and what is to be told.
    async fn sweep(&mut self, now: Time) -> Result<(bool, Vec<Written>), StoreError> {
        let mut connection = self.take().await.map_err(|error| store_error(&error))?;
        let swept = match self.prove(&mut connection).await {
            Ok(()) => sweep(&mut connection, now).await,
            Err(error) => Err(error),
        };
        match swept {
            Ok(swept) => {
                self.put_back(connection);
                Ok(swept)
            }
            // Sweeping again does no harm, so it doesn't matter whether this was done.
            Err(error) => {
                self.recover(connection, Trouble::of(&error)).await;
                Err(store_error(&error))
            }
        }
    }
}

async fn sweep(connection: &mut SqliteConnection, now: Time) -> Result<(bool, Vec<Written>), sqlx::Error> {
    if sweep_rooms(connection).await? {
        return Ok((true, Vec::new()));
    }
    // Nobody's any more.
    let mut more = false;
    for sql in [PAST_NAMES, PAST_ADDRESSES] {
        let done = sqlx::query(sql).bind(now.0).bind(ROWS_MAX).execute(&mut *connection).await?.rows_affected();
        more |= i64::try_from(done).is_ok_and(|done| done == ROWS_MAX);
    }
    let more = read_marks::forget_guests(connection, now, ROWS_MAX).await? || more;
    let more = report::expire(connection, now, ROWS_MAX).await? || more;
    let (more_held, written) = held::expire(connection, now, ROWS_MAX).await?;
    Ok((more_held || more, written))
}

/// Removes rows of one room that nobody may read any more; false where there are none in any.
pub(super) async fn sweep_rooms(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let Some(row) = sqlx::query(UNTIDY).fetch_optional(&mut *connection).await? else { return Ok(false) };
    let (key, deleted, first): (i64, bool, i64) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let below = if deleted { i64::MAX } else { first };
    run_once(connection, "BEGIN IMMEDIATE".to_owned()).await?;
    // Reactions go first: once none are left, messages can go without asking who reacted to them.
    let reactions = remove(connection, REACTIONS, key, below, ROWS_MAX).await?;
    let messages = remove(connection, MESSAGES, key, below, ROWS_MAX - reactions).await?;
    let mut removed = reactions + messages;
    removed += remove(connection, report::OF_ROOM, key, below, ROWS_MAX - removed).await?;
    for sql in [held::OF_ROOM, read_marks::OF_ROOM, NAMES].into_iter().filter(|_| deleted) {
        removed += remove(connection, sql, key, below, ROWS_MAX - removed).await?;
    }
    if removed < ROWS_MAX {
        let done = if deleted {
            for sql in [RESTRICTIONS, ANNOUNCED] {
                sqlx::query(sql).bind(key).execute(&mut *connection).await?;
            }
            "DELETE FROM tertulia_room WHERE room_key = $1"
        } else {
            "UPDATE tertulia_room SET untidy = 0 WHERE room_key = $1"
        };
        sqlx::query(done).bind(key).execute(&mut *connection).await?;
    }
    run_once(connection, "COMMIT".to_owned()).await?;
    Ok(true)
}

async fn remove(
    connection: &mut SqliteConnection,
    sql: &'static str,
    key: i64,
    below: i64,
    limit: i64,
) -> Result<i64, sqlx::Error> {
    let removed = sqlx::query(sql).bind(key).bind(below).bind(limit).execute(connection).await?.rows_affected();
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}
