//! The names of users who were in a room, kept from guests: read and written in one transaction beside the batches.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::SqliteConnection;
use tertulia_wire::Time;

use super::Shared;
use super::connection::{Trouble, arguments, run, store_error};
use super::decode::Columns;
use crate::error::StoreError;
use crate::store::settle::{Holder, SeenNames};
use crate::store::{RoomKey, SeenUser};

/// Which of the rooms in `$1` are there and, where one is to take a name that it does not know, how many of users it keeps, counted up to `$2`.
const COUNT: &str = "SELECT r.room_key, CASE WHEN j.value ->> 1 THEN \
        (SELECT count(*) FROM (SELECT 1 FROM tertulia_seen_name s INDEXED BY tertulia_seen_name_user \
            WHERE s.room_key = r.room_key AND s.guest = 0 LIMIT $2)) ELSE 0 END \
     FROM json_each($1) j CROSS JOIN tertulia_room r ON r.room_key = j.value ->> 0 WHERE r.deleted = 0";

/// Whose the names in `$1` are.
const NAMES: &str = "SELECT s.room_key, s.look, s.person, s.guest, s.until_ms FROM json_each($1) j \
     CROSS JOIN tertulia_seen_name s ON s.room_key = j.value ->> 0 AND s.look = j.value ->> 1";

const SEEN: &str = "INSERT INTO tertulia_seen_name (room_key, look, person, guest, until_ms, name) \
     SELECT value ->> 0, value ->> 1, value ->> 2, 0, value ->> 3, value ->> 4 FROM json_each($1) WHERE true \
     ON CONFLICT (room_key, look) DO UPDATE SET person = excluded.person, guest = excluded.guest, until_ms = excluded.until_ms, \
        name = excluded.name";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 3] = [COUNT, NAMES, SEEN];

impl Shared {
    /// Keeps the names of users who were there, in one commit.
    pub(super) async fn note_seen(&self, seen: &[SeenUser], most: u32, now: Time) -> Result<(), StoreError> {
        let mut writer = self.writer.lock().await;
        let mut connection = writer.take().await.map_err(|error| store_error(&error))?;
        match note(&mut connection, seen, most, now).await {
            Ok(()) => {
                writer.put_back(connection);
                Ok(())
            }
            Err(error) => {
                writer.recover(connection, Trouble::of(&error)).await;
                // Asked again it does no harm.
                Err(store_error(&error))
            }
        }
    }
}

async fn note(connection: &mut SqliteConnection, seen: &[SeenUser], most: u32, now: Time) -> Result<(), sqlx::Error> {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    let mut names = names(connection, seen).await?;
    let mut places = places(connection, seen, &names, most).await?;
    names.see(seen, &mut places, now);
    // The name itself only of whose it is alone: it has to go with them.
    let called: HashMap<_, _> =
        seen.iter().map(|seen| ((seen.room, seen.look.as_str(), seen.person.as_str()), &seen.name)).collect();
    let held = names.touched().filter_map(|(room, look, holder)| Some((room, look, holder?)));
    let row = |(room, look, holder): (RoomKey, &str, &Holder)| {
        (
            room.0,
            look.to_owned(),
            holder.person.clone(),
            holder.until.0,
            called.get(&(room, look, holder.person.as_str())).copied(),
        )
    };
    let rows: Vec<_> = held.map(row).collect();
    if !rows.is_empty() {
        run(connection, SEEN, arguments![json(&rows)]).await.map_err(|stopped| stopped.error)?;
    }
    // Where all were known nothing is written, and nothing waits for the disk.
    sqlx::query("COMMIT").execute(&mut *connection).await?;
    Ok(())
}

/// How many more names each room takes that is there.
async fn places(
    connection: &mut SqliteConnection,
    seen: &[SeenUser],
    names: &SeenNames,
    most: u32,
) -> Result<HashMap<RoomKey, u64>, sqlx::Error> {
    let mut rooms = BTreeMap::new();
    for seen in seen {
        *rooms.entry(seen.room.0).or_insert(false) |= !names.knows(seen.room, &seen.look);
    }
    let rooms: Vec<_> = rooms.into_iter().collect();
    let rows = run(connection, COUNT, arguments![json(&rooms), i64::from(most)]).await.map_err(|stopped| stopped.error)?;
    let place = |row| {
        let mut columns = Columns::of(row);
        let (room, kept) = (RoomKey(columns.take()?), columns.number()?);
        Ok((room, u64::from(most).saturating_sub(kept)))
    };
    rows.iter().map(place).collect()
}

async fn names(connection: &mut SqliteConnection, seen: &[SeenUser]) -> Result<SeenNames, sqlx::Error> {
    let looks: BTreeSet<_> = seen.iter().map(|seen| (seen.room.0, &seen.look)).collect();
    let rows = run(connection, NAMES, arguments![json(&looks)]).await.map_err(|stopped| stopped.error)?;
    let mut names = SeenNames::default();
    for row in &rows {
        let mut columns = Columns::of(row);
        let (room, look) = (RoomKey(columns.take()?), columns.take()?);
        names.know(room, look, Holder { person: columns.take()?, guest: columns.take()?, until: Time(columns.take()?) });
    }
    Ok(names)
}

/// Numbers and texts always encode.
fn json(rows: &impl serde::Serialize) -> String {
    serde_json::to_string(rows).unwrap_or_default()
}
