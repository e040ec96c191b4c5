//! What each person has read, and how much they have not.

use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use tertulia_wire::{RoomName, Time};

use super::Shared;
use super::connection::{Stopped, Trouble, arguments, run, store_error};
use super::decode::{Columns, room_columns};
use super::read::Readers;
use crate::error::StoreError;
use crate::store::{Counted, GUEST_READ_DAYS, ReadMark, RoomKey, RoomUnread, UNREAD_LOOK, UNREAD_MAX};

const DAY_MS: i64 = 86_400_000;

/// A mark only ever rises, and to no more than the room has.
const MARK: &str = "INSERT INTO tertulia_read (room_key, person, up_to, guest, read_ms) \
     SELECT r.room_key, j.value ->> 1, min(j.value ->> 2, r.head), substr(j.value ->> 1, 1, 1) = '~', $2 \
     FROM json_each($1) j CROSS JOIN tertulia_room r ON r.room_key = j.value ->> 0 \
     WHERE r.deleted = 0 AND min(j.value ->> 2, r.head) > 0 \
     ON CONFLICT (room_key, person) DO UPDATE SET up_to = excluded.up_to, read_ms = excluded.read_ms \
        WHERE excluded.up_to > up_to;";

const MARKS: &str = "SELECT j.key, x.up_to FROM json_each($1) j CROSS JOIN tertulia_room r ON r.room_key = j.value ->> 0 \
     CROSS JOIN tertulia_read x ON x.room_key = r.room_key AND x.person = j.value ->> 1 WHERE r.deleted = 0;";

/// What counts above a mark, the newest first, whose ever it is.
macro_rules! counting {
    ($what:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM tertulia_message m INDEXED BY tertulia_message_unread \
             WHERE m.room_key = r.room_key AND m.id >= max(coalesce(x.up_to, 0) + 1, r.first) \
             AND m.deleted_ms IS NULL AND m.kind IN ('message', 'action', 'notification') ORDER BY m.id DESC"
        )
    };
}

/// How many of these are somebody else's, among the newest `$3`, up to `$4`.
macro_rules! others {
    () => {
        concat!(
            "(SELECT count(*) FROM (SELECT 1 FROM (",
            counting!("m.sender_id"),
            " LIMIT $3) newest_ones WHERE sender_id IS NOT $2 LIMIT $4))"
        )
    };
}

/// The rooms `$1` (pairs of type and id) with what `$2` has read in them, how many entries above that are somebody else's words, up to
/// `$4`, and whether there may be more of them below the newest `$3`, which is looked for only where fewer were found.
const UNREAD: &str = concat!(
    "SELECT j.key, x.up_to, ",
    others!(),
    ", CASE WHEN ",
    others!(),
    " < $4 THEN (",
    counting!("m.id"),
    " LIMIT 1 OFFSET $3) IS NOT NULL ELSE 1 END, ",
    room_columns!(),
    " FROM json_each($1) j CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_room r ON r.room_key = n.room_key LEFT JOIN tertulia_read x ON x.room_key = r.room_key AND x.person = $2"
);

/// Removes rows of a deleted room, at most `$3`; `$2` is there for being asked like the others.
pub(super) const OF_ROOM: &str = "DELETE FROM tertulia_read WHERE (room_key, person) IN \
     (SELECT room_key, person FROM tertulia_read WHERE room_key = $1 AND $2 > 0 LIMIT $3)";

const PAST: &str = "DELETE FROM tertulia_read WHERE (room_key, person) IN (SELECT room_key, person FROM tertulia_read \
     INDEXED BY tertulia_read_guest WHERE guest = 1 AND read_ms < $1 ORDER BY read_ms LIMIT $2)";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 5] = [MARK, MARKS, UNREAD, OF_ROOM, PAST];

/// Forgets what guests had read who have not come back, at most so many rows; true when more may be left.
pub(super) async fn forget_guests(connection: &mut SqliteConnection, now: Time, most: i64) -> Result<bool, sqlx::Error> {
    let before = now.0 - i64::from(GUEST_READ_DAYS) * DAY_MS;
    let gone = sqlx::query(PAST).bind(before).bind(most).execute(connection).await?.rows_affected();
    Ok(i64::try_from(gone).is_ok_and(|gone| gone >= most))
}

/// The number that belongs to each place of a list; 0 where nothing is known.
pub(super) fn in_place(rows: &[sqlx::sqlite::SqliteRow], places: usize) -> Result<Vec<u64>, sqlx::Error> {
    let mut marks = vec![0; places];
    for row in rows {
        let place: i64 = row.try_get(0)?;
        if let Some(mark) = usize::try_from(place).ok().and_then(|place| marks.get_mut(place)) {
            *mark = row.try_get::<i64, _>(1)?.cast_unsigned();
        }
    }
    Ok(marks)
}

impl Readers {
    pub(super) async fn read_marks(&self, of: &[(RoomKey, String)]) -> Result<Vec<u64>, StoreError> {
        let asked: Vec<_> = of.iter().map(|(key, person)| (key.0, person)).collect();
        // Numbers and texts always encode.
        let asked = serde_json::to_string(&asked).unwrap_or_default();
        self.ask(MARKS, arguments![asked], |rows| in_place(rows, of.len())).await
    }

    pub(super) async fn unread(&self, person: &str, rooms: &[RoomName]) -> Result<Counted, StoreError> {
        let asked: Vec<_> = rooms.iter().map(|name| (name.room_type.as_str(), name.id.as_str())).collect();
        let asked = serde_json::to_string(&asked).unwrap_or_default();
        let arguments = arguments![asked, person.to_owned(), i64::from(UNREAD_LOOK), i64::from(UNREAD_MAX) + 1];
        self.ask(UNREAD, arguments, |rows| {
            let mut told = vec![None; rooms.len()];
            for row in rows {
                let mut columns = Columns::of(row);
                let place: i64 = columns.take()?;
                let read = columns.take::<Option<i64>>()?.map(i64::cast_unsigned);
                let (counted, more) = (columns.small()?, columns.take::<bool>()?);
                let (everywhere, room) = columns.room()?;
                let unread = counted.min(UNREAD_MAX);
                if let Some(place) = usize::try_from(place).ok().and_then(|place| told.get_mut(place)) {
                    *place = Some(RoomUnread { facts: room.facts(everywhere), read, unread, more });
                }
            }
            Ok(told)
        })
        .await
    }
}

async fn mark(connection: &mut SqliteConnection, marks: &[ReadMark], now: Time) -> Result<Vec<u64>, Stopped> {
    let rows: Vec<_> = marks.iter().map(|mark| (mark.room.0, &mark.person, mark.up_to)).collect();
    let rows = serde_json::to_string(&rows).unwrap_or_default();
    let sql = format!("BEGIN IMMEDIATE; {MARK} {MARKS} COMMIT;");
    let rows = run(connection, AssertSqlSafe(sql), arguments![rows, now.0]).await?;
    in_place(&rows, marks.len()).map_err(|error| Stopped { done: 0, error })
}

impl Shared {
    /// Raises marks in one commit, and tells what they are then.
    pub(super) async fn mark_read(&self, marks: Vec<ReadMark>, now: Time) -> Result<Vec<u64>, StoreError> {
        const BEFORE_COMMIT: usize = 3;
        let mut writer = self.writer.lock().await;
        let mut connection = writer.take().await.map_err(|error| store_error(&error))?;
        match mark(&mut connection, &marks, now).await {
            Ok(read) => {
                writer.put_back(connection);
                Ok(read)
            }
            Err(Stopped { done, error }) => {
                writer.recover(connection, Trouble::of(&error)).await;
                // Asked again it does no harm.
                if done == BEFORE_COMMIT { Err(StoreError::Unknown(error.to_string())) } else { Err(store_error(&error)) }
            }
        }
    }
}
