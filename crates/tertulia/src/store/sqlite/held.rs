//! Messages that wait for review, in a table of their own: loaded for a batch, saved with it, listed, and removed in time.

use std::collections::BTreeSet;

use serde::Serialize;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;
use tertulia_wire::{ClientId, HeldBy, HeldMessage, HoldMode, Kind, Sender, Time};

use super::connection::{arguments, run_once};
use super::decode::{Columns, broken, room_columns};
use super::read::Readers;
use super::save::{hex, json};
use crate::error::StoreError;
use crate::store::settle::{HeldEntry, Request, Room};
use crate::store::{Became, Outcome, RoomKey, Said, Written};

/// The columns of a held message `h`, as [`Columns::held`] reads them.
macro_rules! held_columns {
    () => {
        "h.room_key, h.number, h.sender_key, h.request_hash, h.client_id, h.expires_ms, h.spoke_ms, h.rejected, h.held_by, h.kind, h.sender_id, \
         h.sender_name, h.sender_guest, h.sender_avatar, h.received_ms, h.reply_to, h.text, h.data"
    };
}

pub(super) use held_columns;

/// What is held under the ids of the requests in `$2`.
pub(super) const SAID: &str = concat!(
    "SELECT 'held', ",
    held_columns!(),
    " FROM jsonb_each($2) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_held h ON h.room_key = n.room_key AND h.sender_key = j.value ->> 2 AND h.client_id = j.value ->> 3;"
);

/// How many wait of each bearer in `$2` whose message may have to.
pub(super) const WAITING_OF: &str = "SELECT 'held_by', n.room_key, j.value ->> 2, \
        (SELECT count(*) FROM tertulia_held h INDEXED BY tertulia_held_waiting_of \
         WHERE h.room_key = n.room_key AND h.sender_key = j.value ->> 2 AND h.rejected = 0) \
     FROM jsonb_each($2) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_room r ON r.room_key = n.room_key AND (r.hold <> 'off' OR j.value ->> 4);";

/// When the bearers in `$12` spoke last by what was held.
pub(super) const SPOKE: &str = "SELECT 'spoke', n.room_key, j.value ->> 2, (SELECT max(h.spoke_ms) FROM tertulia_held h \
        INDEXED BY tertulia_held_spoke WHERE h.room_key = n.room_key AND h.sender_key = j.value ->> 2 AND h.spoke_ms IS NOT NULL) \
     FROM jsonb_each($12) j CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1;";

/// The held messages in `$11`, which the batch approves or rejects.
pub(super) const DECIDED: &str = concat!(
    "SELECT 'held', ",
    held_columns!(),
    " FROM jsonb_each($11) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_held h ON h.room_key = n.room_key AND h.number = j.value ->> 2;"
);

/// Saves what was held or rejected.
pub(super) const HELD: &str = "INSERT INTO tertulia_held (room_key, number, rejected, held_by, kind, sender_key, client_id, \
        request_hash, sender_id, sender_name, sender_guest, sender_avatar, received_ms, expires_ms, reply_to, text, data, spoke_ms) \
     SELECT value ->> 'room_key', value ->> 'number', value ->> 'rejected', value ->> 'held_by', value ->> 'kind', \
        value ->> 'sender_key', value ->> 'client_id', unhex(value ->> 'request_hash'), value ->> 'sender_id', \
        value ->> 'sender_name', value ->> 'sender_guest', value ->> 'sender_avatar', value ->> 'received_ms', \
        value ->> 'expires_ms', value ->> 'reply_to', value ->> 'text', value ->> 'data', value ->> 'spoke_ms' \
     FROM jsonb_each($20) WHERE true \
     ON CONFLICT (room_key, number) DO UPDATE SET rejected = excluded.rejected, held_by = excluded.held_by, kind = excluded.kind, \
        sender_id = excluded.sender_id, sender_name = excluded.sender_name, sender_guest = excluded.sender_guest, \
        sender_avatar = excluded.sender_avatar, received_ms = excluded.received_ms, reply_to = excluded.reply_to, \
        text = excluded.text, data = excluded.data;";

/// Removes what was approved.
pub(super) const UNHELD: &str =
    "DELETE FROM tertulia_held WHERE (room_key, number) IN (SELECT value ->> 0, value ->> 1 FROM jsonb_each($19));";

/// What is held under a request's id.
const SAID_BEFORE: &str = "SELECT h.number, h.rejected, h.request_hash FROM tertulia_room r CROSS JOIN tertulia_held h \
     ON h.room_key = r.room_key WHERE r.room_key = $1 AND r.deleted = 0 AND h.sender_key = $2 AND h.client_id = $3";

/// Those that wait, in the order in which they came.
const WAITING: &str = concat!(
    "SELECT ",
    held_columns!(),
    " FROM tertulia_room r CROSS JOIN tertulia_held h INDEXED BY tertulia_held_waiting ON h.room_key = r.room_key \
     WHERE r.room_key = $1 AND r.deleted = 0 AND h.rejected = 0 AND h.number > $2 ORDER BY h.number LIMIT $3"
);

/// The rows of one room.
pub(super) const OF_ROOM: &str = "DELETE FROM tertulia_held WHERE (room_key, number) IN \
     (SELECT room_key, number FROM tertulia_held WHERE room_key = $1 AND number < $2 ORDER BY number LIMIT $3)";

/// Rooms in which something waited for too long, counted anew as they will be.
const COUNT_ANEW: &str = "UPDATE tertulia_room SET held_waiting = (SELECT count(*) FROM tertulia_held h \
        INDEXED BY tertulia_held_waiting WHERE h.room_key = tertulia_room.room_key AND h.rejected = 0), waiting = waiting + 1 \
     WHERE room_key IN (SELECT value FROM json_each($1))";

const EXPIRED: &str = "DELETE FROM tertulia_held WHERE (room_key, number) IN (SELECT room_key, number FROM tertulia_held \
     INDEXED BY tertulia_held_expires WHERE expires_ms <= $1 ORDER BY expires_ms LIMIT $2) RETURNING room_key, rejected";

/// Those rooms, as they are then.
const COUNTED: &str = concat!(
    "SELECT ",
    room_columns!(),
    " FROM json_each($1) j CROSS JOIN tertulia_room r ON r.room_key = j.value WHERE r.deleted = 0"
);

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 12] =
    [SAID, WAITING_OF, SPOKE, DECIDED, HELD, UNHELD, SAID_BEFORE, WAITING, OF_ROOM, COUNT_ANEW, EXPIRED, COUNTED];

/// A row of the table.
#[derive(Serialize)]
pub(super) struct HeldRow<'a> {
    room_key: i64,
    number: u64,
    rejected: bool,
    held_by: Option<&'static str>,
    kind: Option<Kind>,
    sender_key: &'a str,
    client_id: &'a str,
    request_hash: String,
    sender_id: Option<&'a str>,
    sender_name: Option<&'a str>,
    sender_guest: Option<bool>,
    sender_avatar: Option<&'a str>,
    received_ms: Option<i64>,
    expires_ms: i64,
    reply_to: Option<u64>,
    text: Option<&'a str>,
    data: Option<String>,
    spoke_ms: Option<i64>,
}

impl<'a> HeldRow<'a> {
    pub(super) fn of(key: RoomKey, entry: &'a HeldEntry) -> Self {
        let waits = entry.waits.as_ref();
        let sender = waits.and_then(|waits| waits.sender.as_ref());
        Self {
            room_key: key.0,
            number: entry.number,
            rejected: waits.is_none(),
            held_by: waits.map(|waits| by_word(waits.by)),
            kind: waits.map(|waits| waits.kind),
            sender_key: &entry.request.bearer,
            client_id: entry.client_id.as_str(),
            request_hash: hex(&entry.request.hash),
            sender_id: sender.and_then(|sender| sender.id.as_deref()),
            sender_name: sender.map(|sender| sender.name.as_str()),
            sender_guest: sender.map(|sender| sender.guest),
            sender_avatar: sender.and_then(|sender| sender.avatar.as_deref()),
            received_ms: waits.map(|waits| waits.received.0),
            expires_ms: entry.expires.0,
            reply_to: waits.and_then(|waits| waits.reply_to),
            text: waits.map(|waits| waits.text.as_str()),
            data: waits.and_then(|waits| waits.data.as_ref()).map(json),
            spoke_ms: entry.spoke.map(|time| time.0),
        }
    }
}

fn by_word(by: HeldBy) -> &'static str {
    match by {
        HeldBy::Room => "room",
        HeldBy::Filter => "filter",
        HeldBy::Hook => "hook",
    }
}

/// The word for whose messages wait.
pub(super) fn mode_word(mode: HoldMode) -> &'static str {
    match mode {
        HoldMode::Off => "off",
        HoldMode::Guests => "guests",
        HoldMode::All => "all",
    }
}

impl Columns<'_> {
    pub(super) fn hold_mode(&mut self) -> Result<HoldMode, sqlx::Error> {
        Ok(match self.take()? {
            "off" => HoldMode::Off,
            "guests" => HoldMode::Guests,
            // What a newer version wrote holds rather too much than too little.
            _ => HoldMode::All,
        })
    }

    pub(super) fn held(&mut self) -> Result<(RoomKey, HeldEntry), sqlx::Error> {
        let (key, number) = (RoomKey(self.take()?), self.number()?);
        let request = Request { bearer: self.take()?, hash: self.hash()? };
        let client_id: ClientId = self.take::<&str>()?.parse().map_err(broken)?;
        let (expires, spoke) = (Time(self.take()?), self.take::<Option<i64>>()?.map(Time));
        let rejected = self.take()?;
        let waits = if rejected { None } else { Some(self.waiting(number, client_id.clone())?) };
        Ok((key, HeldEntry { number, client_id, request, waits, expires, spoke, changed: false }))
    }

    fn waiting(&mut self, held: u64, client_id: ClientId) -> Result<HeldMessage, sqlx::Error> {
        let by = match self.take()? {
            "filter" => HeldBy::Filter,
            "hook" => HeldBy::Hook,
            _ => HeldBy::Room,
        };
        let kind = self.kind()?;
        let (id, name): (_, Option<String>) = (self.take()?, self.take()?);
        let (guest, avatar): (Option<bool>, _) = (self.take()?, self.take()?);
        Ok(HeldMessage {
            held,
            by,
            kind,
            sender: name.map(|name| Sender { id, name, guest: guest.unwrap_or(false), avatar }),
            received: Time(self.take()?),
            reply_to: self.take::<Option<i64>>()?.map(i64::cast_unsigned),
            client_id,
            text: self.take()?,
            data: self.json()?,
        })
    }
}

impl Readers {
    /// What is held under a request's id.
    pub(super) async fn held_before(
        &self,
        room: RoomKey,
        bearer: &str,
        client_id: &ClientId,
    ) -> Result<Option<Said>, StoreError> {
        let said = |row: &SqliteRow| {
            let mut columns = Columns::of(row);
            let (number, rejected) = (columns.number()?, columns.take()?);
            let became = if rejected { Became::Rejected } else { Became::Held(number) };
            Ok((became, columns.hash()?))
        };
        let arguments = arguments![room.0, bearer.to_owned(), client_id.as_str().to_owned()];
        self.ask(SAID_BEFORE, arguments, |rows| rows.first().map(said).transpose()).await
    }

    pub(super) async fn held(&self, room: RoomKey, after: u64, limit: u32) -> Result<Vec<HeldMessage>, StoreError> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let waiting = |rows: &[SqliteRow]| {
            rows.iter().filter_map(|row| Columns::of(row).held().map(|(_, entry)| entry.waits).transpose()).collect()
        };
        self.ask(WAITING, arguments![room.0, after, i64::from(limit.clamp(1, 201))], waiting).await
    }
}

/// Removes what was held for too long, and counts what waits anew; whether more may be left, and the rooms in which something waited
/// that does no more.
pub(super) async fn expire(
    connection: &mut SqliteConnection,
    now: Time,
    limit: i64,
) -> Result<(bool, Vec<Written>), sqlx::Error> {
    run_once(connection, "BEGIN IMMEDIATE".to_owned()).await?;
    let gone: Vec<(i64, bool)> = sqlx::query_as(EXPIRED).bind(now.0).bind(limit).fetch_all(&mut *connection).await?;
    if gone.is_empty() {
        run_once(connection, "ROLLBACK".to_owned()).await?;
        return Ok((false, Vec::new()));
    }
    // What was rejected waited no more.
    let keys: BTreeSet<i64> = gone.into_iter().filter(|(_, rejected)| !rejected).map(|(key, _)| key).collect();
    // Numbers always encode.
    let rooms = serde_json::to_string(&keys).unwrap_or_default();
    sqlx::query(COUNT_ANEW).bind(&rooms).execute(&mut *connection).await?;
    let counted = sqlx::query(COUNTED).bind(&rooms).fetch_all(&mut *connection).await?;
    let written = |row| Columns::of(row).room().map(|(everywhere, room)| waits_no_more(&room, everywhere));
    let written = counted.iter().map(written).collect::<Result<_, _>>()?;
    run_once(connection, "COMMIT".to_owned()).await?;
    Ok((true, written))
}

/// What is told of a room in which something waited for too long: no change, and another number.
fn waits_no_more(room: &Room, everywhere: u64) -> Written {
    Written { facts: room.facts(everywhere), changes: Vec::new(), outcome: Outcome::Put { made: false } }
}
