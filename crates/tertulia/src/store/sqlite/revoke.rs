//! What is taken back everywhere: the access number, and whose tokens are revoked.

use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use super::Shared;
use super::connection::{Stopped, Trouble, arguments, run, store_error};
use super::read::Readers;
use crate::error::StoreError;
use crate::store::{Revocation, Revocations};

const RAISED: &str = "UPDATE tertulia_meta SET value = value + 1 WHERE name = 'everywhere' RETURNING value;";

const REVOKED: &str = "INSERT INTO tertulia_revocation (person, second, number) \
     SELECT $1, $2, value FROM tertulia_meta WHERE name = 'everywhere' \
     ON CONFLICT (person) DO UPDATE SET second = max(second, excluded.second), number = excluded.number;";

/// The number everywhere, and beside it the revocations that came with higher ones than `$1`, oldest first.
const REVOCATIONS: &str = "SELECT value, NULL, 0, 0 FROM tertulia_meta WHERE name = 'everywhere' \
     UNION ALL SELECT * FROM (SELECT 0, person, second, number FROM tertulia_revocation WHERE number > $1 ORDER BY number LIMIT $2)";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 3] = [RAISED, REVOKED, REVOCATIONS];

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
}

async fn raise(connection: &mut SqliteConnection, revoked: Option<(String, i64)>) -> Result<u64, Stopped> {
    let sql = format!("BEGIN IMMEDIATE; {RAISED} {} COMMIT;", if revoked.is_some() { REVOKED } else { "" });
    let (person, second) = revoked.unwrap_or_default();
    let rows = run(connection, AssertSqlSafe(sql), arguments![person, second]).await?;
    let number = rows.first().ok_or(sqlx::Error::RowNotFound).and_then(|row| row.try_get::<i64, _>(0));
    number.map(i64::cast_unsigned).map_err(|error| Stopped { done: 0, error })
}

impl Shared {
    pub(super) async fn raise_everywhere(&self, revoked: Option<(String, i64)>) -> Result<u64, StoreError> {
        let committed_after = if revoked.is_some() { 3 } else { 2 };
        let mut writer = self.writer.lock().await;
        let mut connection = writer.take().await.map_err(|error| store_error(&error))?;
        match raise(&mut connection, revoked).await {
            Ok(number) => {
                writer.put_back(connection);
                Ok(number)
            }
            Err(Stopped { done, error }) => {
                writer.recover(connection, Trouble::of(&error)).await;
                // The caller asks again, which does no harm if it was written after all.
                if done == committed_after { Err(StoreError::Unknown(error.to_string())) } else { Err(store_error(&error)) }
            }
        }
    }
}
