//! What was reported, in a table of its own: loaded for a batch, saved with it, listed, and removed in time.

use sqlx::SqliteConnection;
use tertulia_wire::{Report, ReportedMessage, Sender, Time};

use super::connection::arguments;
use super::decode::{Columns, broken, message_columns};
use super::read::Readers;
use crate::error::StoreError;
use crate::store::settle::ReportEntry;
use crate::store::{REPORT_DAYS, ReportsOf, RoomKey};

const DAY_MS: i64 = 86_400_000;

/// The newest number.
pub(super) const HEAD: &str = "SELECT 'reports_head', value FROM tertulia_meta WHERE name = 'reports';";

/// What was reported of the messages in `$15`.
pub(super) const OF_MESSAGES: &str = "SELECT 'report', x.room_key, x.message_id, x.number, x.person, x.name, x.guest, x.at_ms, x.why FROM jsonb_each($15) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_report x ON x.room_key = n.room_key AND x.message_id = j.value ->> 2;";

/// How much was reported in their rooms.
pub(super) const IN_ROOMS: &str = "SELECT 'reports_in', n.room_key, \
        (SELECT count(*) FROM tertulia_report x INDEXED BY tertulia_report_room WHERE x.room_key = n.room_key) FROM jsonb_each($15) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 WHERE n.room_key IS NOT NULL;";

/// Removes what was reported of messages.
pub(super) const UNREPORTED: &str = "DELETE FROM tertulia_report WHERE (room_key, message_id) IN \
     (SELECT value ->> 0, value ->> 1 FROM jsonb_each($26));";

pub(super) const REPORTED: &str = "INSERT INTO tertulia_report (number, room_key, message_id, person, name, guest, at_ms, why) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 \
     FROM jsonb_each($27);";

pub(super) const RAISED: &str =
    "UPDATE tertulia_meta SET value = (SELECT j.value FROM jsonb_each($28) j) WHERE name = 'reports';";

/// Messages by their newest report, with all that was reported of them.
macro_rules! reported_where {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT x.number, r.room_type, r.room_id, ",
            message_columns!(),
            ", (SELECT json_group_array(json_array(z.number, z.person, z.name, z.guest, z.at_ms, z.why)) FROM tertulia_report z \
                WHERE z.room_key = x.room_key AND z.message_id = x.message_id) \
             FROM tertulia_report x ",
            $index,
            " CROSS JOIN tertulia_room r ON r.room_key = x.room_key AND r.deleted = 0 \
              CROSS JOIN tertulia_message m ON m.room_key = x.room_key AND m.id = x.message_id AND m.id >= r.first AND m.deleted_ms IS NULL \
              WHERE ",
            $condition,
            " x.number < $1 AND NOT EXISTS (SELECT 1 FROM tertulia_report y \
                WHERE y.room_key = x.room_key AND y.message_id = x.message_id AND y.number > x.number) \
              ORDER BY x.number DESC LIMIT $2"
        )
    };
}

const IN_ALL: &str = reported_where!("", "");
const IN_ROOM: &str = reported_where!("INDEXED BY tertulia_report_room", "x.room_key = $3 AND");

/// The rows of one room below an id.
pub(super) const OF_ROOM: &str = "DELETE FROM tertulia_report WHERE number IN \
     (SELECT number FROM tertulia_report INDEXED BY tertulia_report_once WHERE room_key = $1 AND message_id < $2 \
      ORDER BY message_id LIMIT $3)";

const PAST: &str = "DELETE FROM tertulia_report WHERE number IN \
     (SELECT number FROM tertulia_report INDEXED BY tertulia_report_at WHERE at_ms <= $1 ORDER BY at_ms LIMIT $2)";

/// What somebody reported who is erased; `$2` is there for being asked like the others.
pub(super) const BY: &str = "DELETE FROM tertulia_report WHERE number IN \
     (SELECT number FROM tertulia_report INDEXED BY tertulia_report_person WHERE person = $1 LIMIT $3) AND $2 <> ''";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 11] =
    [HEAD, OF_MESSAGES, IN_ROOMS, UNREPORTED, REPORTED, RAISED, IN_ALL, IN_ROOM, OF_ROOM, PAST, BY];

/// What was reported of one message, as it stands in a row: number, person, name, whether a guest, when, why.
type Told = Vec<(u64, String, String, i64, i64, Option<String>)>;

impl Columns<'_> {
    pub(super) fn report(&mut self) -> Result<ReportEntry, sqlx::Error> {
        let number = self.number()?;
        let (id, name, guest) = (self.take()?, self.take()?, self.take()?);
        let by = Sender { id: Some(id), name, guest, avatar: None };
        Ok(ReportEntry { number, report: Report { by, at: Time(self.take()?), why: self.take()? }, new: false })
    }

    fn reported(&mut self) -> Result<ReportedMessage, sqlx::Error> {
        let (number, room, message) = (self.number()?, self.room_name()?, self.message()?);
        let mut told: Told = self.json()?.ok_or_else(|| broken("a reported message without a report"))?;
        told.sort_unstable_by_key(|(number, ..)| std::cmp::Reverse(*number));
        let report = |(_, id, name, guest, at, why): (u64, String, String, i64, i64, Option<String>)| Report {
            by: Sender { id: Some(id), name, guest: guest != 0, avatar: None },
            at: Time(at),
            why,
        };
        let reports: Vec<Report> = told.into_iter().map(report).collect();
        Ok(ReportedMessage { number, room, message, count: u32::try_from(reports.len()).unwrap_or(u32::MAX), reports })
    }
}

impl Readers {
    pub(super) async fn reports(&self, of: ReportsOf, limit: u32) -> Result<Vec<ReportedMessage>, StoreError> {
        let before = of.before.and_then(|number| i64::try_from(number).ok()).unwrap_or(i64::MAX);
        let sql = if of.room.is_some() { IN_ROOM } else { IN_ALL };
        let arguments = arguments![before, i64::from(limit.clamp(1, 201)), of.room.map_or(0, |key| key.0)];
        self.ask(sql, arguments, |rows| rows.iter().map(|row| Columns::of(row).reported()).collect()).await
    }
}

/// A row of the table.
pub(super) fn row(key: RoomKey, id: u64, entry: &ReportEntry) -> impl serde::Serialize {
    let Report { by, at, why } = &entry.report;
    (entry.number, key.0, id, by.id.as_deref().unwrap_or_default(), &by.name, by.guest, at.0, why)
}

/// Removes reports that nobody has looked at for long; true when more may be left.
pub(super) async fn expire(connection: &mut SqliteConnection, now: Time, most: i64) -> Result<bool, sqlx::Error> {
    let long_ago = now.0 - i64::from(REPORT_DAYS) * DAY_MS;
    let removed = sqlx::query(PAST).bind(long_ago).bind(most).execute(connection).await?.rows_affected();
    Ok(i64::try_from(removed).is_ok_and(|removed| removed == most))
}
