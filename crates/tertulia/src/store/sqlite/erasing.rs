//! What is kept of somebody, and that it goes: looked for beside the writer, room by room, and written by a batch like all else.
//!
//! Messages have no index by whom they are from, since it would cost each of them something and serve nobody but those who are
//! erased. So rooms are gone through, so many messages at a time.

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use tertulia_wire::Message;

use super::connection::{Trouble, arguments, cut_log, run_once, store_error};
use super::decode::{Columns, message_columns, restriction_columns, room_columns};
use super::held::held_columns;
use super::read::Readers;
use super::write::Writer;
use super::{Shared, report, tidy};
use crate::error::StoreError;
use crate::store::RoomFacts;
use crate::store::erasing::{ErasedBeside, Erasure, TRACES_LOOK, TRACES_MAX, TracePlace, Traces, TracesBeside};

/// The most rows that one commit removes or changes.
const ROWS_MAX: i64 = 1_000;

/// The messages that the requests in `$13` made, of those who were erased.
pub(super) const SAID: &str = concat!(
    "SELECT 'erased', m.room_key, m.client_id, ",
    message_columns!(),
    " FROM jsonb_each($13) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_message m ON m.room_key = n.room_key AND m.sender_key = '~erased' AND m.client_id = j.value ->> 2;"
);

/// The messages in `$14`, with the requests that made them.
pub(super) const MADE: &str = concat!(
    "SELECT 'said', m.room_key, m.sender_key, m.request_hash, ",
    message_columns!(),
    " FROM jsonb_each($14) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_message m ON m.room_key = n.room_key AND m.id = j.value ->> 2;"
);

/// Writes messages anew of which it is forgotten whose they were.
pub(super) const FORGOTTEN: &str = "UPDATE tertulia_message AS m SET sender_key = '~erased', \
        client_id = coalesce(j.value ->> 2, m.client_id), request_hash = zeroblob(32), \
        sender_id = iif(j.value ->> 3, NULL, m.sender_id), sender_name = iif(j.value ->> 3, NULL, m.sender_name), \
        sender_guest = iif(j.value ->> 3, 0, m.sender_guest), sender_avatar = iif(j.value ->> 3, NULL, m.sender_avatar) \
     FROM jsonb_each($23) j WHERE m.room_key = j.value ->> 0 AND m.id = j.value ->> 1;";

/// Remembers that somebody was erased, from when on a request is looked for among those of theirs.
pub(super) const EVER: &str = "INSERT INTO tertulia_meta (name, value) VALUES ('erased', 1) ON CONFLICT DO NOTHING;";

const HAS_EVER: &str = "SELECT EXISTS (SELECT 1 FROM tertulia_meta WHERE name = 'erased')";

pub(super) const BEGUN: &str = "INSERT INTO tertulia_erasure (person, pseudonym) \
     SELECT value ->> 0, value ->> 1 FROM jsonb_each($24) WHERE true ON CONFLICT DO NOTHING;";

const ROOM: &str = concat!(
    "SELECT ",
    room_columns!(),
    " FROM tertulia_room r WHERE r.room_key >= $1 AND r.deleted = 0 ORDER BY r.room_key LIMIT 1"
);

/// What a room keeps of `$1` beside its messages, a kind after the other.
const BESIDE: [&str; 7] = [
    "SELECT 'read', up_to FROM tertulia_read WHERE room_key = $2 AND person = $1;",
    concat!(
        "SELECT 'held', ",
        held_columns!(),
        " FROM tertulia_held h WHERE h.room_key = $2 AND (+h.sender_key = $1 OR +h.sender_id = $1);"
    ),
    concat!(
        "SELECT 'restriction', ",
        restriction_columns!(),
        " FROM tertulia_restriction x WHERE x.room_key = $2 AND x.person = $1 ORDER BY x.kind;"
    ),
    "SELECT 'restricts', 1 FROM tertulia_restriction WHERE room_key = $2 AND by_id = $1 LIMIT 1;",
    "SELECT 'name', look FROM tertulia_seen_name WHERE room_key = $2 AND person = $1;",
    "SELECT 'announced', name, guest, avatar FROM tertulia_announced WHERE room_key = $2 AND person = $1;",
    "SELECT 'report', message_id, number, person, name, guest, at_ms, why FROM tertulia_report INDEXED BY tertulia_report_person \
     WHERE person = $1 AND room_key = $2;",
];

/// The last of the next `$3` messages of a room.
const REACH: &str = "SELECT max(id), count(*) FROM \
     (SELECT m.id FROM tertulia_message m WHERE m.room_key = $1 AND m.id > $2 ORDER BY m.id LIMIT $3) looked_through";

/// What is from `$1`, or was sent by them, between two messages.
const MESSAGES: &str = concat!(
    "SELECT 'message', ",
    message_columns!(),
    " FROM tertulia_message m WHERE m.room_key = $2 AND m.id > $3 AND m.id <= $4 AND (+m.sender_id = $1 OR +m.sender_key = $1) \
     ORDER BY m.id LIMIT $5;"
);

/// What `$1` reacted with between two messages.
const REACTIONS: &str = "SELECT 'reaction', message_id, emoji FROM tertulia_reaction \
     WHERE room_key = $2 AND message_id > $3 AND message_id <= $4 AND +person = $1 ORDER BY message_id LIMIT $5;";

const ERASURES: &str = "SELECT person, pseudonym FROM tertulia_erasure ORDER BY person";

/// `$2` is there for being asked like the others.
const READ: &str = "DELETE FROM tertulia_read WHERE (room_key, person) IN \
     (SELECT room_key, person FROM tertulia_read WHERE person = $1 LIMIT $3) AND $2 <> ''";

/// The two statements that change a row of the audit.
pub(super) const AUDIT: [&str; 2] = [
    "UPDATE tertulia_audit SET person = $2, why = NULL WHERE number IN \
     (SELECT number FROM tertulia_audit INDEXED BY tertulia_audit_person WHERE person = $1 LIMIT $3)",
    "UPDATE tertulia_audit SET by_id = $2 WHERE number IN \
     (SELECT number FROM tertulia_audit INDEXED BY tertulia_audit_by WHERE by_id = $1 LIMIT $3)",
];

/// The largest file that is written anew as a whole at the end of an erasure: it takes a second at most, for which sends wait.
const ANEW_BYTES_MAX: i64 = 64 << 20;

/// Whether all that is in the file is ours, and how large it is.
const OURS: &str = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema \
        WHERE tbl_name NOT LIKE 'tertulia\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'), \
     (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)";

const WHOLE: &str = "DELETE FROM tertulia_erasure WHERE person = $1";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 13] =
    [SAID, MADE, FORGOTTEN, EVER, HAS_EVER, BEGUN, ROOM, REACH, MESSAGES, REACTIONS, READ, AUDIT[0], AUDIT[1]];

/// Whether anybody was ever erased.
pub(super) async fn has_ever(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    sqlx::query(HAS_EVER).fetch_one(connection).await?.try_get(0)
}

impl Readers {
    pub(super) async fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let erasure = |row: &SqliteRow| Ok(Erasure { person: row.try_get(0)?, pseudonym: row.try_get(1)? });
        self.ask(ERASURES, SqliteArguments::default(), |rows| rows.iter().map(erasure).collect()).await
    }

    pub(super) async fn traces(&self, person: &str, from: TracePlace) -> Result<Traces, StoreError> {
        let room = |rows: &[SqliteRow]| rows.first().map(|row| Columns::of(row).room()).transpose();
        let Some((everywhere, room)) = self.ask(ROOM, arguments![from.room.0], room).await? else {
            return Ok(Traces::default());
        };
        let facts = room.facts(everywhere);
        let mut traces = Traces::default();
        let after = if room.key == from.room { from.after } else { None };
        if after.is_none() {
            traces.beside = self.beside(person, &facts).await?;
        }
        if after.is_none() && !traces.beside.held.is_empty() {
            // What waits may be let in meanwhile: its message is looked for once nothing waits.
            traces.next = Some(TracePlace { room: room.key, after: Some(0) });
        } else {
            self.within(person, &facts, after.unwrap_or(0), &mut traces).await?;
        }
        traces.facts = Some(facts);
        Ok(traces)
    }

    async fn beside(&self, person: &str, facts: &RoomFacts) -> Result<TracesBeside, StoreError> {
        let beside = |rows: &[SqliteRow]| {
            let mut beside = TracesBeside::default();
            for row in rows {
                let mut columns = Columns::of(row);
                match columns.take()? {
                    "read" => beside.read = Some(columns.number()?),
                    "held" => {
                        let (_, entry) = columns.held()?;
                        beside.held.push((entry.number, entry.waits));
                    }
                    "restriction" => beside.restrictions.push(columns.restriction()?.restriction),
                    "name" => beside.names.push(columns.take()?),
                    "report" => beside.reports.push((columns.number()?, columns.report()?.report)),
                    "announced" => beside.announced = Some(columns.sender(person.to_owned())?),
                    _ => beside.restricts = true,
                }
            }
            Ok(beside)
        };
        self.ask(AssertSqlSafe(BESIDE.concat()), arguments![person.to_owned(), facts.key.0], beside).await
    }

    /// Looks through so many messages after one.
    async fn within(&self, person: &str, facts: &RoomFacts, after: u64, traces: &mut Traces) -> Result<(), StoreError> {
        let key = facts.key.0;
        // What lies below is gone for everybody, and swept.
        let after = after.max(facts.settings.first.saturating_sub(1));
        let look = i64::from(TRACES_LOOK);
        let reach = |rows: &[SqliteRow]| {
            let row = rows.first().ok_or(sqlx::Error::RowNotFound)?;
            Ok((row.try_get::<Option<i64>, _>(0)?, row.try_get::<i64, _>(1)?))
        };
        let (reach, looked) = self.ask(REACH, arguments![key, after.cast_signed(), look], reach).await?;
        let Some(mut reach) = reach.map(i64::cast_unsigned) else {
            traces.next = Some(TracePlace::behind(facts.key));
            return Ok(());
        };
        let bound = arguments![person.to_owned(), key, after.cast_signed(), reach.cast_signed(), i64::from(TRACES_MAX)];
        let found = |rows: &[SqliteRow]| {
            let (mut messages, mut reactions): (Vec<Message>, Vec<(u64, String)>) = (Vec::new(), Vec::new());
            for row in rows {
                let mut columns = Columns::of(row);
                match columns.take()? {
                    "message" => messages.push(columns.message()?),
                    _ => reactions.push((columns.number()?, columns.take()?)),
                }
            }
            Ok((messages, reactions))
        };
        let (mut messages, mut reactions) = self.ask(AssertSqlSafe([MESSAGES, REACTIONS].concat()), bound, found).await?;
        let mut whole = looked < look;
        // As many as may be told are perhaps not all: what was found last is looked for again, so far as it may have more.
        let most = TRACES_MAX as usize;
        let ends = [messages.get(most - 1).map(|message| message.id), reactions.get(most - 1).map(|(id, _)| id - 1)];
        for end in ends.into_iter().flatten() {
            (reach, whole) = (reach.min(end), false);
        }
        messages.retain(|message| message.id <= reach);
        reactions.retain(|(id, _)| *id <= reach);
        (traces.messages, traces.reactions) = (messages, reactions);
        traces.next = Some(match whole {
            true => TracePlace::behind(facts.key),
            false => TracePlace { room: facts.key, after: Some(reach) },
        });
        Ok(())
    }
}

impl Shared {
    /// Does one piece of what is left once the rooms are through, in one commit.
    pub(super) async fn finish_erasure(&self, erasure: &Erasure) -> Result<ErasedBeside, StoreError> {
        self.writer.lock().await.finish_erasure(erasure).await
    }
}

impl Writer {
    async fn finish_erasure(&mut self, erasure: &Erasure) -> Result<ErasedBeside, StoreError> {
        let mut connection = self.take().await.map_err(|error| store_error(&error))?;
        let done = match self.prove(&mut connection).await {
            Ok(()) => finish(&mut connection, erasure, &mut self.written_anew).await,
            Err(error) => Err(error),
        };
        match done {
            Ok(done) => {
                self.put_back(connection);
                Ok(done)
            }
            // Asked again it does no harm, so it doesn't matter whether this was done.
            Err(error) => {
                self.recover(connection, Trouble::of(&error)).await;
                Err(store_error(&error))
            }
        }
    }
}

async fn finish(
    connection: &mut SqliteConnection,
    erasure: &Erasure,
    written_anew: &mut Option<Erasure>,
) -> Result<ErasedBeside, sqlx::Error> {
    let mut done = ErasedBeside { more: true, ..ErasedBeside::default() };
    // Rows that are gone for everybody may hold anything: they have to go in any case.
    if tidy::sweep_rooms(connection).await? || remove_beside(connection, erasure, &mut done).await? {
        *written_anew = None;
        return Ok(done);
    }
    if written_anew.as_ref() != Some(erasure) && is_to_be_written_anew(connection).await? {
        // When a page is split, SQLite leaves copies of rows in its unused part, which `secure_delete` knows nothing of.
        run_once(connection, "VACUUM".to_owned()).await?;
        *written_anew = Some(erasure.clone());
    }
    if !is_out_of_the_log(connection).await? {
        done.waits = true;
        return Ok(done);
    }
    // Only now, since what is left has to be gone on with after a crash up to here.
    sqlx::query(WHOLE).bind(&erasure.person).execute(&mut *connection).await?;
    // It told whose the pseudonym in the audit is, and has to be out of the file, too.
    if !is_out_of_the_log(connection).await? {
        done.waits = true;
        return Ok(done);
    }
    *written_anew = None;
    done.more = false;
    Ok(done)
}

/// Takes somebody out of what stands beside the rooms, so many rows at a time; true when there were any.
async fn remove_beside(
    connection: &mut SqliteConnection,
    erasure: &Erasure,
    done: &mut ErasedBeside,
) -> Result<bool, sqlx::Error> {
    run_once(connection, "BEGIN IMMEDIATE".to_owned()).await?;
    done.read_marks = change(connection, READ, erasure).await?;
    for sql in AUDIT {
        done.audit += change(connection, sql, erasure).await?;
    }
    let reports = change(connection, report::BY, erasure).await?;
    run_once(connection, "COMMIT".to_owned()).await?;
    Ok(done.read_marks + done.audit + reports > 0)
}

async fn change(connection: &mut SqliteConnection, sql: &'static str, erasure: &Erasure) -> Result<u64, sqlx::Error> {
    let query = sqlx::query(sql).bind(&erasure.person).bind(&erasure.pseudonym).bind(ROWS_MAX);
    Ok(query.execute(connection).await?.rows_affected())
}

/// Whether the file is written anew as a whole: a host's own is the host's business, and a large one would keep sends waiting.
async fn is_to_be_written_anew(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let row = sqlx::query(OURS).fetch_one(connection).await?;
    let (ours, bytes): (bool, i64) = (row.try_get(0)?, row.try_get(1)?);
    Ok(ours && bytes <= ANEW_BYTES_MAX)
}

/// Cuts the write-ahead log, so that what was overwritten is neither in it nor in the file. Those who still read what was there
/// before are not waited for here, since everybody's sends would wait, too.
async fn is_out_of_the_log(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let patience: i64 = sqlx::query("PRAGMA busy_timeout").fetch_one(&mut *connection).await?.try_get(0)?;
    run_once(connection, "PRAGMA busy_timeout = 0".to_owned()).await?;
    let is_cut = cut_log(connection).await;
    run_once(connection, format!("PRAGMA busy_timeout = {patience}")).await?;
    is_cut
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use sqlx::Connection;

    use super::super::connection::{open_writer, options};
    use super::super::plans::migrated;
    use super::*;

    async fn number(connection: &mut SqliteConnection, pragma: &'static str) -> i64 {
        sqlx::query_scalar(pragma).fetch_one(connection).await.expect("a number")
    }

    /// Leaves pages in the file that nothing stands in: there are none once it was written anew.
    async fn waste(connection: &mut SqliteConnection) {
        let sql = "CREATE TABLE tertulia_waste AS SELECT randomblob(100000); DROP TABLE tertulia_waste";
        run_once(connection, sql.to_owned()).await.expect("wasted");
        assert!(number(connection, "PRAGMA freelist_count").await > 0);
    }

    #[tokio::test]
    async fn the_file_is_written_anew_for_each_erasure_and_nobody_waits_for_who_reads_it_as_it_was() {
        const PATIENCE_MS: i64 = 600_000;
        let (folder, mut connection) = migrated("erasing").await;
        run_once(&mut connection, format!("PRAGMA busy_timeout = {PATIENCE_MS}")).await.expect("set");
        let mut reader = open_writer(&options(&folder.join("rooms.db"), Duration::ZERO)).await.expect("opens");
        run_once(&mut reader, "BEGIN; SELECT count(*) FROM tertulia_read".to_owned()).await.expect("reads");
        let [ana, ben] = ["ana", "ben"].map(|person| Erasure { person: person.into(), pseudonym: format!("~erased-{person}") });
        let mark = "INSERT INTO tertulia_read (room_key, person, up_to, guest, read_ms) VALUES (1, 'ben', 1, 0, 0)";
        let mut written_anew = None;
        // Of whom, what is there of them, and whether the file is written anew.
        let steps = [(&ana, "", true), (&ana, "", false), (&ben, "", true), (&ben, "", false), (&ben, mark, true)];
        for (erasure, before, anew) in steps {
            waste(&mut connection).await;
            run_once(&mut connection, before.to_owned()).await.expect("written");
            let mut done = ErasedBeside::default();
            while !done.waits {
                let finishing = finish(&mut connection, erasure, &mut written_anew);
                // It would be as long as whoever writes is patient, which nobody is.
                done = tokio::time::timeout(Duration::from_secs(60), finishing).await.expect("not held up").expect("done");
                assert!(done.more);
            }
            let free = number(&mut connection, "PRAGMA freelist_count").await;
            assert_eq!(free == 0, anew, "{erasure:?} {before}");
            assert_eq!(number(&mut connection, "PRAGMA busy_timeout").await, PATIENCE_MS, "writers are as patient as before");
        }
        reader.close().await.expect("closes");
        assert!(!finish(&mut connection, &ben, &mut written_anew).await.expect("done").more);
        assert_eq!(number(&mut connection, "PRAGMA busy_timeout").await, PATIENCE_MS);
        connection.close().await.expect("closes");
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
