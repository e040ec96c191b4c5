//! What names look like is kept, and not the names: where this version computes it otherwise, it is computed anew at the start, from
//! what their holders said last, or of the name itself where that is kept of who was seen. A name that nobody has said anything under by
//! now, and that is not kept, is free until somebody does.

use sqlx::{Row, SqliteConnection};

use super::connection::{arguments, run, run_once};
use super::decode::Columns;
use crate::names::{LOOKS, look};

/// Rows that are looked at in one piece.
const PIECE: usize = 1_000;

const VERSION: &str = "SELECT coalesce(max(value), 0) FROM tertulia_meta WHERE name = 'looks'";

/// Whose names there are, with the name itself, or the one under which they spoke last.
pub(super) const NAMES: &str = "SELECT s.room_key, s.look, s.person, s.guest, s.until_ms, s.name, m.sender_name FROM tertulia_seen_name s \
     LEFT JOIN tertulia_message m ON s.name IS NULL AND m.room_key = s.room_key AND m.sender_id = s.person AND m.id = (SELECT n.id \
         FROM tertulia_message n INDEXED BY tertulia_message_spoke WHERE n.room_key = s.room_key AND n.sender_key = s.person \
         AND n.kind IN ('message', 'action') ORDER BY coalesce(n.spoke_ms, n.created_ms) DESC, n.id DESC LIMIT 1) \
     WHERE (s.room_key, s.look) > ($1, $2) ORDER BY s.room_key, s.look LIMIT $3";

/// Whoever has the name by now keeps it.
const HOLD: &str = "INSERT INTO tertulia_seen_name (room_key, look, person, guest, until_ms, name) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

const KNOWN: &str = "INSERT INTO tertulia_meta (name, value) VALUES ('looks', $1) ON CONFLICT (name) DO UPDATE SET value = $1";

#[cfg(test)]
pub(super) const ALL: [&str; 4] = [VERSION, NAMES, HOLD, KNOWN];

/// Has all names look as this version says, if they don't; all of them or none.
pub(super) async fn renew(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let version: i64 = sqlx::query(VERSION).fetch_one(&mut *connection).await?.try_get(0)?;
    if version == LOOKS {
        return Ok(());
    }
    run_once(connection, "BEGIN IMMEDIATE".to_owned()).await?;
    let done = renew_all(connection).await;
    let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
    run_once(connection, end.to_owned()).await.and(done)
}

async fn renew_all(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let (mut key, mut after) = (i64::MIN, String::new());
    loop {
        let arguments = arguments![key, after.clone(), PIECE as i64];
        let rows = run(connection, NAMES, arguments).await.map_err(|stopped| stopped.error)?;
        for row in &rows {
            let mut columns = Columns::of(row);
            (key, after) = (columns.take()?, columns.take()?);
            let (person, guest, until): (String, bool, i64) = (columns.take()?, columns.take()?, columns.take()?);
            let (kept, said): (Option<String>, Option<&str>) = (columns.take()?, columns.take()?);
            let Some(look) = kept.as_deref().or(said).map(look).filter(|look| *look != after) else { continue };
            let arguments = arguments![key, look, person, guest, until, kept];
            run(connection, HOLD, arguments).await.map_err(|stopped| stopped.error)?;
        }
        if rows.len() < PIECE {
            return run(connection, KNOWN, arguments![LOOKS]).await.map(drop).map_err(|stopped| stopped.error);
        }
    }
}
