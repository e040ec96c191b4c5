//! What is done everywhere: the access number, whose tokens are revoked, and what is put on people in all rooms.

use sqlx::{Row, SqliteConnection};
use tertulia_wire::Time;

use super::Shared;
use super::connection::{Stopped, Trouble, arguments, run_once, store_error};
use super::load::{Wanted, begin};
use super::read::Readers;
use super::read_marks::in_place;
use super::save::{SaveFailed, save};
use crate::error::StoreError;
use crate::store::{Everywhere, Raised, Revocation, Revocations, RoomKey, WriteError};

/// The number everywhere, and beside it the revocations that came with higher ones than `$1`, oldest first.
const REVOCATIONS: &str = "SELECT value, NULL, 0, 0 FROM tertulia_meta WHERE name = 'everywhere' \
     UNION ALL SELECT * FROM (SELECT 0, person, second, number FROM tertulia_revocation WHERE number > $1 ORDER BY number LIMIT $2)";

/// The access numbers of the rooms `$1`, by their places in it.
const ACCESS_NUMBERS: &str = "SELECT j.key, r.access FROM json_each($1) j CROSS JOIN tertulia_room r ON r.room_key = j.value \
     WHERE r.deleted = 0";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 2] = [REVOCATIONS, ACCESS_NUMBERS];

impl Readers {
    pub(super) async fn revocations(&self, after: u64) -> Result<Revocations, StoreError> {
        let most = i64::from(Revocations::MOST);
        self.ask(REVOCATIONS, arguments![after.cast_signed(), most], |rows| {
            let mut told = Revocations::default();
            for row in rows {
                told.everywhere += row.try_get::<i64, _>(0)?.cast_unsigned();
                if let Some(person) = row.try_get::<Option<String>, _>(1)? {
                    let number = row.try_get::<i64, _>(3)?.cast_unsigned();
                    told.revoked.push(Revocation { person, second: row.try_get(2)?, number });
                }
            }
            told.revoked.sort_unstable_by_key(|revocation| revocation.number);
            Ok(told)
        })
        .await
    }

    pub(super) async fn access_numbers(&self, rooms: &[RoomKey]) -> Result<Vec<u64>, StoreError> {
        let asked: Vec<_> = rooms.iter().map(|room| room.0).collect();
        // Numbers always encode.
        let asked = serde_json::to_string(&asked).unwrap_or_default();
        self.ask(ACCESS_NUMBERS, arguments![asked], |rows| in_place(rows, rooms.len())).await
    }
}

impl Shared {
    pub(super) async fn raise_everywhere(&self, act: &Everywhere, now: Time) -> Result<Raised, WriteError> {
        let mut writer = self.writer.lock().await;
        let failed = |error: &sqlx::Error| WriteError::Store(store_error(error));
        let mut connection = writer.take().await.map_err(|error| failed(&error))?;
        let mut present = match begin(&mut connection, &Wanted::everywhere()).await {
            Ok(present) => present,
            Err(Stopped { error, .. }) => {
                writer.recover(connection, Trouble::of(&error)).await;
                return Err(failed(&error));
            }
        };
        let raised = present.act_everywhere(act, now);
        let rows = present.rows();
        let saved = if rows.raised.is_some() { save(&mut connection, &rows).await } else { undo(&mut connection).await };
        match saved {
            Ok(()) => {
                writer.put_back(connection);
                Ok(raised?)
            }
            Err(SaveFailed { at_commit, error }) => {
                writer.recover(connection, Trouble::of(&error)).await;
                // The caller asks again, which does no harm if it was written after all.
                Err(if at_commit { WriteError::Store(StoreError::Unknown(error.to_string())) } else { failed(&error) })
            }
        }
    }
}

/// Ends a transaction in which nothing was changed.
async fn undo(connection: &mut SqliteConnection) -> Result<(), SaveFailed> {
    run_once(connection, "ROLLBACK".to_owned()).await.map_err(|error| SaveFailed { at_commit: false, error })
}
