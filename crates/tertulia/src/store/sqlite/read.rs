//! Reads: each is one statement, and so one snapshot, on a connection of its own that never waits for the writer.

use std::ops::Range;
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteArguments, SqlitePool, SqliteRow};
use sqlx::{Row, SqlSafeStr, Sqlite};
use tertulia_wire::{ClientId, Message, RoomName, RoomType, Sender, Time};

use super::connection::{Stopped, Trouble, arguments, run, store_error};
use super::decode::{Columns, message_columns, restriction_columns, room_columns};
use super::place::Place;
use super::span;
use crate::error::StoreError;
use crate::store::erasing::{ERASED, erased_request};
use crate::store::moderation::Restrictions;
use crate::store::{Became, Found, RoomFacts, RoomKey, Said, Span, Stretch};

/// The readers' connections, and the file that they are to be of.
#[derive(Debug, Clone)]
pub(super) struct Readers(pub(super) SqlitePool, pub(super) Arc<Place>);

pub(super) const FIND: &str = concat!(
    "SELECT n.room_type IS NOT NULL, n.room_key, ",
    room_columns!(),
    " FROM (SELECT 1) LEFT JOIN tertulia_name n ON n.room_type = $1 AND n.room_id = $2 \
     LEFT JOIN tertulia_room r ON r.room_key = n.room_key"
);

/// Looks among the rooms once, whatever is under the name, and finds a row for an old name alone.
const PRESENT_NAME: &str = "SELECT room_type, room_id FROM tertulia_room WHERE room_key = coalesce(\
     (SELECT room_key FROM tertulia_name WHERE room_type = $1 AND room_id = $2), -1) AND (room_type <> $1 OR room_id <> $2)";

/// One message that its room still keeps.
macro_rules! message_where {
    ($columns:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            $columns,
            message_columns!(),
            " FROM tertulia_room r CROSS JOIN tertulia_message m ON m.room_key = r.room_key \
             WHERE r.room_key = $1 AND r.deleted = 0 AND +m.id >= r.first AND ",
            $condition
        )
    };
}

const MESSAGE: &str = message_where!("", "m.id = $2");

const COUNT: &str = "SELECT count(*) FROM tertulia_room r CROSS JOIN tertulia_message m ON m.room_key = r.room_key \
     WHERE r.room_key = $1 AND r.deleted = 0 AND m.id >= max(r.first, $2) AND m.id < $3";

const SAID: &str = message_where!("m.request_hash, ", "m.sender_key = $2 AND m.client_id = $3");

const REACTED: &str = "SELECT x.message_id, x.emoji FROM tertulia_room r CROSS JOIN tertulia_reaction x ON x.room_key = r.room_key \
     WHERE r.room_key = $1 AND r.deleted = 0 AND x.message_id IN (SELECT value FROM json_each($3)) AND +x.message_id >= r.first \
        AND x.person = $2 ORDER BY x.message_id, x.emoji";

pub(super) const ROOMS: &str = concat!(
    "SELECT ",
    room_columns!(),
    " FROM tertulia_room r INDEXED BY tertulia_room_name WHERE r.deleted = 0 AND (r.room_type, r.room_id) > ($1, $2) \
     ORDER BY r.room_type, r.room_id LIMIT $3"
);

pub(super) const ROOMS_OF_TYPE: &str = concat!(
    "SELECT ",
    room_columns!(),
    " FROM tertulia_room r INDEXED BY tertulia_room_name WHERE r.deleted = 0 AND r.room_type = $1 AND r.room_id > $2 \
     ORDER BY r.room_id LIMIT $3"
);

const RESTRICTIONS: &str = concat!(
    "SELECT r.access, x.person IS NOT NULL, ",
    restriction_columns!(),
    " FROM tertulia_room r LEFT JOIN tertulia_restriction x ON x.room_key = r.room_key WHERE r.room_key = $1 AND r.deleted = 0"
);

const RESTRICTIONS_EVERYWHERE: &str = concat!(
    "SELECT r.value, x.person IS NOT NULL, ",
    restriction_columns!(),
    " FROM tertulia_meta r LEFT JOIN tertulia_restriction x ON x.room_key = 0 WHERE r.name = 'everywhere'"
);

const SECRET: &str = "SELECT value FROM tertulia_secret WHERE name = $1";

const ANNOUNCED: &str = "SELECT a.person, a.name, a.guest, a.avatar FROM tertulia_room r \
     CROSS JOIN tertulia_announced a ON a.room_key = r.room_key WHERE r.room_key = $1 AND r.deleted = 0 ORDER BY a.person";

const SEEN_NAMES: &str = "SELECT s.look, s.person FROM tertulia_room r CROSS JOIN tertulia_seen_name s ON s.room_key = r.room_key \
     WHERE r.room_key = $1 AND r.deleted = 0 AND s.look IN (SELECT value FROM json_each($2)) AND s.until_ms > $3";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 13] = [
    FIND,
    PRESENT_NAME,
    MESSAGE,
    COUNT,
    SAID,
    REACTED,
    ROOMS,
    ROOMS_OF_TYPE,
    RESTRICTIONS,
    RESTRICTIONS_EVERYWHERE,
    SECRET,
    ANNOUNCED,
    SEEN_NAMES,
];

impl Readers {
    /// Runs one statement, and turns its rows into what they mean.
    pub(super) async fn ask<T>(
        &self,
        sql: impl SqlSafeStr,
        arguments: SqliteArguments,
        read: impl FnOnce(&[SqliteRow]) -> Result<T, sqlx::Error>,
    ) -> Result<T, StoreError> {
        let mut connection = self.acquire().await.map_err(|error| store_error(&error))?;
        match run(&mut connection, sql, arguments).await {
            Ok(rows) => read(&rows).map_err(|error| store_error(&error)),
            Err(Stopped { error, .. }) => {
                if Trouble::of(&error) == Trouble::Lost {
                    connection.close_on_drop();
                }
                Err(store_error(&error))
            }
        }
    }

    /// One that is open, or a new one where the file is in its place: SQLite would take the log that lies beside another file for
    /// that one's, and what was acknowledged last would be gone from both.
    async fn acquire(&self) -> Result<PoolConnection<Sqlite>, sqlx::Error> {
        if let Some(connection) = self.0.try_acquire() {
            return Ok(connection);
        }
        self.1.check()?;
        self.0.acquire().await
    }

    pub(super) async fn find(&self, name: &RoomName) -> Result<Found, StoreError> {
        let arguments = arguments![name.room_type.as_str().to_owned(), name.id.as_str().to_owned()];
        let found = |rows: &[SqliteRow]| {
            let row = rows.first().ok_or(sqlx::Error::RowNotFound)?;
            let mut columns = Columns::of(row);
            let (taken, key): (bool, Option<i64>) = (columns.take()?, columns.take()?);
            Ok(match (taken, key) {
                (_, Some(_)) => {
                    let (everywhere, room) = columns.room()?;
                    Found::Room(room.facts(everywhere))
                }
                (true, None) => Found::Deleted { everywhere: columns.number()? },
                (false, None) => Found::Absent { everywhere: columns.number()? },
            })
        };
        self.ask(FIND, arguments, found).await
    }

    pub(super) async fn present_name(&self, name: &RoomName) -> Result<Option<RoomName>, StoreError> {
        let arguments = arguments![name.room_type.as_str().to_owned(), name.id.as_str().to_owned()];
        self.ask(PRESENT_NAME, arguments, |rows| rows.first().map(|row| Columns::of(row).room_name()).transpose()).await
    }

    pub(super) async fn read(&self, room: RoomKey, span: Span, limit: u32) -> Result<Option<Stretch>, StoreError> {
        let (sql, arguments) = span::statement(room, span, limit);
        self.ask(sql, arguments, |rows| span::stretch(rows, span, limit)).await
    }

    pub(super) async fn message(&self, room: RoomKey, id: u64) -> Result<Option<Message>, StoreError> {
        let id = i64::try_from(id).unwrap_or(i64::MAX);
        let message = |rows: &[SqliteRow]| rows.first().map(|row| Columns::of(row).message()).transpose();
        self.ask(MESSAGE, arguments![room.0, id], message).await
    }

    pub(super) async fn count(&self, room: RoomKey, ids: Range<u64>) -> Result<u64, StoreError> {
        let [from, below] = [ids.start, ids.end].map(|id| i64::try_from(id).unwrap_or(i64::MAX));
        let count = |rows: &[SqliteRow]| Columns::of(rows.first().ok_or(sqlx::Error::RowNotFound)?).number();
        self.ask(COUNT, arguments![room.0, from, below], count).await
    }

    pub(super) async fn said(
        &self,
        room: RoomKey,
        bearer: &str,
        client_id: &ClientId,
        request_hash: [u8; 32],
    ) -> Result<Option<Said>, StoreError> {
        let said = |row: &SqliteRow| {
            let mut columns = Columns::of(row);
            let hash = columns.hash()?;
            Ok((Became::Message(Box::new(columns.message()?)), hash))
        };
        let under = async |bearer: &str, client_id: String| {
            let arguments = arguments![room.0, bearer.to_owned(), client_id];
            self.ask(SAID, arguments, |rows| rows.first().map(said).transpose()).await
        };
        // Held ones first: one that is approved in between is found among the messages then.
        let found = match self.held_before(room, bearer, client_id).await? {
            Some(held) => Some(held),
            None => under(bearer, client_id.as_str().to_owned()).await?,
        };
        if found.as_ref().is_some_and(|(_, hash)| *hash == request_hash) {
            return Ok(found);
        }
        let erased = under(ERASED, erased_request(bearer, client_id, &request_hash)).await?;
        Ok(erased.map(|(became, _)| (became, request_hash)).or(found))
    }

    pub(super) async fn reacted(&self, room: RoomKey, by: &str, ids: &[u64]) -> Result<Vec<(u64, String)>, StoreError> {
        // Numbers always encode.
        let ids = serde_json::to_string(ids).unwrap_or_default();
        let reacted = |row: &SqliteRow| Ok((row.try_get::<i64, _>(0)?.cast_unsigned(), row.try_get(1)?));
        self.ask(REACTED, arguments![room.0, by.to_owned(), ids], |rows| rows.iter().map(reacted).collect()).await
    }

    pub(super) async fn rooms(
        &self,
        room_type: Option<&RoomType>,
        after: Option<&RoomName>,
        limit: u32,
    ) -> Result<Vec<RoomFacts>, StoreError> {
        let limit = i64::from(limit.clamp(1, 200));
        let (after_type, after_id) = after.map_or(("", ""), |name| (name.room_type.as_str(), name.id.as_str()));
        let (sql, room_type, id) = match room_type.map(RoomType::as_str) {
            None => (ROOMS, after_type, after_id),
            Some(room_type) if room_type < after_type => return Ok(Vec::new()),
            Some(room_type) if room_type > after_type => (ROOMS_OF_TYPE, room_type, ""),
            Some(room_type) => (ROOMS_OF_TYPE, room_type, after_id),
        };
        let facts = |row: &SqliteRow| Columns::of(row).room().map(|(everywhere, room)| room.facts(everywhere));
        let arguments = arguments![room_type.to_owned(), id.to_owned(), limit];
        self.ask(sql, arguments, |rows| rows.iter().map(facts).collect()).await
    }

    pub(super) async fn restrictions(&self, room: RoomKey) -> Result<Restrictions, StoreError> {
        let restrictions = |rows: &[SqliteRow]| {
            let mut all = Restrictions::default();
            for row in rows {
                let mut columns = Columns::of(row);
                all.number = columns.number()?;
                if columns.take()? {
                    all.add(columns.restriction()?);
                }
            }
            Ok(all)
        };
        match room {
            RoomKey::EVERYWHERE => self.ask(RESTRICTIONS_EVERYWHERE, SqliteArguments::default(), restrictions).await,
            room => self.ask(RESTRICTIONS, arguments![room.0], restrictions).await,
        }
    }

    pub(super) async fn announced(&self, room: RoomKey) -> Result<Vec<Sender>, StoreError> {
        let sender = |row: &SqliteRow| {
            let mut columns = Columns::of(row);
            let id = columns.take()?;
            columns.sender(id)
        };
        self.ask(ANNOUNCED, arguments![room.0], |rows| rows.iter().map(sender).collect()).await
    }

    pub(super) async fn seen_names(
        &self,
        room: RoomKey,
        looks: &[String],
        now: Time,
    ) -> Result<Vec<(String, String)>, StoreError> {
        // Texts always encode.
        let looks = serde_json::to_string(looks).unwrap_or_default();
        let seen = |row: &SqliteRow| Ok((row.try_get(0)?, row.try_get(1)?));
        self.ask(SEEN_NAMES, arguments![room.0, looks, now.0], |rows| rows.iter().map(seen).collect()).await
    }

    /// The bytes kept under a name.
    pub(super) async fn secret(&self, name: &str) -> Result<Option<[u8; 32]>, StoreError> {
        let bytes = |rows: &[SqliteRow]| rows.first().map(|row| Columns::of(row).hash()).transpose();
        self.ask(SECRET, arguments![name.to_owned()], bytes).await
    }
}
