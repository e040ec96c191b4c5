//! Whole copies of a file of rooms: taken while somebody writes to it, and put in its place again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};

use super::beside::{beside, folder, hand_over, move_beside, name_to_keep, remove_with_beside, with};
use super::connection::{advice, is_broken, is_no_rooms, options, run_once};
use super::lock::{Holder, Lock, check_names, private, real_path};
use super::migrate::{check_not_newer, migrate};
use super::{SqliteStore, now};
use crate::error::Error;

/// How long another's lock on the file is waited for: a copy is worth more patience than a send.
const PATIENCE: Duration = Duration::from_secs(30);

/// What stands behind the name of a file that gave way to a copy.
const BEFORE: &str = ".before-restore";

/// What is in a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Copied {
    /// Rooms, without those that are deleted.
    pub rooms: u64,
    /// Messages, with those whose text was deleted.
    pub messages: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// What a copy was put in the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Restored {
    /// What is in the file now.
    pub copied: Copied,
    /// The file that was there before, under the name that it has now; where there was only a log of one, that.
    pub kept: Option<PathBuf>,
    /// How many revocations and restrictions of the file that was there were carried over; nothing where there was none that could be
    /// read.
    pub carried: Option<u64>,
}

/// What came about after the copy was made holds on: whose tokens were revoked, and what people were restricted by, everywhere and in
/// rooms that are in both files. The access numbers go up with it, since what comes with none of them is not looked at.
const CARRY: [&str; 5] = [
    "UPDATE tertulia_meta SET value = max(value, (SELECT b.value FROM before.tertulia_meta b WHERE b.name = 'everywhere')) \
     WHERE name = 'everywhere'",
    "INSERT INTO tertulia_revocation (person, second, number) \
     SELECT b.person, b.second, m.value + row_number() OVER (ORDER BY b.number) \
     FROM before.tertulia_revocation b JOIN tertulia_meta m ON m.name = 'everywhere' \
     LEFT JOIN tertulia_revocation r ON r.person = b.person WHERE r.person IS NULL OR r.second < b.second \
     ON CONFLICT (person) DO UPDATE SET second = excluded.second, number = excluded.number",
    "UPDATE tertulia_meta SET value = max(value, (SELECT coalesce(max(number), 0) FROM tertulia_revocation)) \
     WHERE name = 'everywhere'",
    "UPDATE tertulia_room SET access = max(tertulia_room.access, b.access) FROM before.tertulia_room b \
     WHERE b.room_key = tertulia_room.room_key AND b.created_ms = tertulia_room.created_ms",
    "INSERT OR REPLACE INTO tertulia_restriction SELECT b.* FROM before.tertulia_restriction b \
     WHERE (b.room_key = 0 OR EXISTS (SELECT 1 FROM tertulia_room r JOIN before.tertulia_room o USING (room_key, created_ms) \
                                      WHERE r.room_key = b.room_key)) \
     AND NOT EXISTS (SELECT 1 FROM tertulia_restriction t WHERE (t.room_key, t.person, t.kind, t.since_ms) \
                     = (b.room_key, b.person, b.kind, b.since_ms))",
];

/// The rows of the audit that tell of what is carried come along, before it does: what holds has to be told of. Others do not, since what
/// they tell of is not so in the copy. They keep their numbers, unless the copy has given these to something else: then they come after
/// all of the copy's, in their order.
const CARRY_AUDIT: &str = "INSERT INTO main.tertulia_audit (number, room_key, at_ms, deed, by_id, person, message_id, until_ms, why, \
     room_type, room_id, held, moved_to, settings, address) \
     SELECT b.number + max(0, (SELECT coalesce(max(number), 0) FROM main.tertulia_audit) + 1 - min(b.number) OVER ()), \
        b.room_key, b.at_ms, b.deed, b.by_id, b.person, b.message_id, b.until_ms, b.why, \
        b.room_type, b.room_id, b.held, b.moved_to, b.settings, b.address \
     FROM before.tertulia_audit b \
     WHERE NOT EXISTS (SELECT 1 FROM main.tertulia_audit t WHERE (t.number, t.at_ms, t.deed) = (b.number, b.at_ms, b.deed)) \
     AND (b.deed = 'revoke' \
        OR EXISTS (SELECT 1 FROM before.tertulia_restriction r \
                   WHERE (r.room_key, r.person, r.kind, r.since_ms) = (b.room_key, b.person, b.deed, b.at_ms)) \
        AND (b.room_key = 0 OR EXISTS (SELECT 1 FROM main.tertulia_room r JOIN before.tertulia_room o USING (room_key, created_ms) \
                                       WHERE r.room_key = b.room_key)))";

impl SqliteStore {
    /// Copies a file of rooms as it is at one moment, while another process may read it and write to it.
    ///
    /// The copy grows under the name with `.part` at its end, and has its own name only once it is checked and on the disk.
    /// It holds the keys of the guests' tokens, and is made for its owner's eyes only.
    ///
    /// # Errors
    /// [`Error::Setup`] when there is no such file of rooms, when the copy is there already or something that would be taken for a part
    /// of it, or when it can't be written.
    pub async fn backup(database: &Path, copy: &Path) -> Result<Copied, Error> {
        let database = there(database)?;
        if copy.exists() {
            return Err(Error::Setup(format!("{} is there already; name a file that is not", copy.display())));
        }
        is_meant(&database)?;
        let advice = "name another file";
        look(&database, false, advice).await?;
        let mut part = Part::begin(copy)?;
        vacuum(&database, &part.path, advice).await?;
        part.check(advice).await?;
        // As late as may be: it is looked for whether anything lies there right before the copy gets its name.
        if let Some(other) = beside(copy) {
            return Err(Error::Setup(format!(
                "{} is there already, and would be taken for a part of the copy: remove it, or name another file",
                other.display()
            )));
        }
        fs::rename(&part.path, copy).and_then(|()| sync_folder(copy)).map_err(|error| setup(copy, &error))?;
        Ok(part.copied)
    }

    /// Puts a copy in the place of a file of rooms, or where none is yet. Whoever had read past the copy is told so by `reset`.
    ///
    /// With `replace` the file that was there is kept beside it, under the name with `.before-restore` at its end; where there is one
    /// of that name, with `.before-restore-2`, and so on: no file is lost by it. So is a log that lies there without its file, which would
    /// be taken for the copy's own. Whoever was revoked, muted or banned in that file since the copy was made still is, and the
    /// audit tells of it: a token that was stolen is not good again. The file belongs to whom the one belonged to that was there, and has its rights; where there was none
    /// and root restores, it belongs to whom the folder does.
    ///
    /// # Errors
    /// [`Error::Setup`] when a process holds the file (naming it), when there is one and it may not be replaced, when the copy is
    /// no whole file of rooms or made by a newer version, or when it can't be written.
    pub async fn restore(copy: &Path, database: &Path, replace: bool) -> Result<Restored, Error> {
        let copy = there(copy)?;
        let _lock = Lock::take(database)?;
        let database = real_path(database)?;
        if database.exists() && !replace {
            return Err(Error::Setup(format!(
                "{} is there already; --force puts the copy in its place, and keeps it as {}",
                database.display(),
                name_to_keep(&database, BEFORE).display()
            )));
        }
        let advice = "name a copy that `tertulia backup` has made";
        look(&copy, false, advice).await?;
        is_known(&copy).await?;
        let mut part = Part::begin(&database)?;
        vacuum(&copy, &part.path, advice).await?;
        part.check(advice).await?;
        let carried = carry(&database, &part).await;
        let ready = match hand_over(&part.file, &database) {
            Ok(()) => set_aside(&database).await,
            Err(error) => Err(error),
        };
        let kept = ready.map_err(|error| setup(&database, &error))?;
        fs::rename(&part.path, &database).and_then(|()| sync_folder(&database)).map_err(|error| setup(&database, &error))?;
        Ok(Restored { copied: part.copied, kept, carried })
    }
}

/// Refuses a file that somebody may have by another name, and so write to where it is not looked for.
pub(super) fn is_meant(database: &Path) -> Result<(), Error> {
    if Holder::of(database)?.is_some() { Ok(()) } else { check_names(database) }
}

/// The path of a file that has to be there.
pub(super) fn there(path: &Path) -> Result<PathBuf, Error> {
    path.canonicalize().map_err(|error| setup(path, &error))
}

/// A copy that grows under the name with `.part` at its end. What is not whole, or has no place, is of no use to anybody: it is removed
/// with this value, also where whoever waits for it is told to end.
struct Part {
    path: PathBuf,
    file: File,
    copied: Copied,
}

impl Part {
    fn begin(to: &Path) -> Result<Self, Error> {
        let path = with(to, ".part");
        // What was left over by one that was killed, and what lies beside that.
        remove_with_beside(&path).map_err(|error| setup(&path, &error))?;
        // Made here, since SQLite would make it for everybody's eyes; it takes one that is empty.
        let file = private(File::options().write(true).create_new(true)).open(&path).map_err(|error| setup(&path, &error))?;
        Ok(Self { path, file, copied: Copied { rooms: 0, messages: 0, bytes: 0 } })
    }

    /// Has all of it on the disk, and reads through it; with what whoever asks can do where it is not whole.
    async fn check(&mut self, advice: &str) -> Result<(), Error> {
        self.file.sync_all().map_err(|error| setup(&self.path, &error))?;
        self.copied = look(&self.path, true, advice).await?;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Once it has its own name there is nothing under this one.
        let _ = fs::remove_file(&self.path);
    }
}

/// Takes over into a copy, from the file in whose place it comes, what nobody may be rid of by it; nothing where that can't be read.
async fn carry(before: &Path, into: &Part) -> Option<u64> {
    // SQLite would make one that is not there.
    let name = before.metadata().is_ok_and(|there| there.len() > 0).then(|| before.to_str())??.replace('\'', "''");
    let mut connection = open(&into.path).await.ok()?;
    // Rows of the file that was there have the shape that this version gives them.
    let carried = match migrate(&mut connection, now()).await {
        Ok(()) => carry_rows(&mut connection, &name).await.ok(),
        Err(_) => None,
    };
    // Whatever came of it: nobody may have the copy open when it gets its name.
    connection.close().await.ok()?;
    into.file.sync_all().ok()?;
    carried
}

async fn carry_rows(connection: &mut SqliteConnection, before: &str) -> Result<u64, sqlx::Error> {
    run_once(connection, format!("ATTACH '{before}' AS before")).await?;
    let mut writing = connection.begin().await?;
    sqlx::query(CARRY_AUDIT).execute(&mut *writing).await?;
    let mut rows = 0;
    for sql in CARRY {
        let done = sqlx::query(sql).execute(&mut *writing).await?.rows_affected();
        rows += if sql.starts_with("INSERT") { done } else { 0 };
    }
    writing.commit().await?;
    Ok(rows)
}

async fn vacuum(from: &Path, to: &Path, advice: &str) -> Result<(), Error> {
    let sql = vacuum_into(to)?;
    let copying = async {
        let mut connection = open(from).await?;
        run_once(&mut connection, sql).await?;
        connection.close().await
    };
    copying.await.map_err(|error| if is_broken(&error) { not_whole(from, &why(&error), advice) } else { away(to, &error) })
}

fn vacuum_into(to: &Path) -> Result<String, Error> {
    let name = to.to_str().ok_or_else(|| Error::Setup(format!("{} is no UTF-8", to.display())))?.replace('\'', "''");
    Ok(format!("VACUUM INTO '{name}'"))
}

/// Copies what a connection has open, under whatever name that is by now, or under none.
pub(super) async fn copy_open(connection: &mut SqliteConnection, to: &Path) -> Result<(), Error> {
    let mut part = Part::begin(to)?;
    run_once(connection, vacuum_into(&part.path)?).await.map_err(|error| away(&part.path, &error))?;
    part.check("what was open is not whole").await?;
    fs::rename(&part.path, to).and_then(|()| sync_folder(to)).map_err(|error| setup(to, &error))
}

/// A file that may be whole, and can't be read or written by whoever asks or at this moment.
fn away(path: &Path, error: &sqlx::Error) -> Error {
    Error::Setup(format!("{}: {}{}", path.display(), why(error), advice(error)))
}

fn not_whole(path: &Path, why: &str, advice: &str) -> Error {
    Error::Setup(format!("{} is no whole file of rooms ({why}): {advice}", path.display()))
}

/// What SQLite says is wrong, without how that came to us.
fn why(error: &sqlx::Error) -> String {
    error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().to_owned())
}

/// Refuses a copy that a newer version made, before anything gives way to it.
async fn is_known(path: &Path) -> Result<(), Error> {
    let mut connection = open(path).await.map_err(|error| setup(path, &error))?;
    let known = check_not_newer(&mut connection).await;
    let _ = connection.close().await;
    known.map(drop).map_err(|error| setup(path, &error))
}

pub(super) async fn open(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    options(path, PATIENCE).connect().await
}

/// Says what is in a file, having read all of it if asked to; where that is none, with what to do then.
async fn look(path: &Path, through: bool, advice: &str) -> Result<Copied, Error> {
    let read = async {
        let mut connection = open(path).await?;
        let sound = match through {
            true => sqlx::query("PRAGMA quick_check(1)").fetch_one(&mut connection).await?.try_get(0)?,
            false => "ok".to_owned(),
        };
        let sql = "SELECT (SELECT count(DISTINCT room_key) FROM tertulia_name), (SELECT count(*) FROM tertulia_message)";
        let counts = match sound.as_str() {
            "ok" => Ok(sqlx::query(sql).fetch_one(&mut connection).await?),
            _ => Err(sound),
        };
        connection.close().await?;
        Ok::<_, sqlx::Error>(counts)
    };
    let bad = |why: String| not_whole(path, &why, advice);
    let counts =
        read.await.map_err(|error| if is_no_rooms(&error) { bad(why(&error)) } else { away(path, &error) })?.map_err(bad)?;
    let count = |at: usize| counts.try_get::<i64, _>(at).map(i64::cast_unsigned).map_err(|error| bad(error.to_string()));
    let bytes = fs::metadata(path).map_err(|error| setup(path, &error))?.len();
    Ok(Copied { rooms: count(0)?, messages: count(1)?, bytes })
}

/// Keeps what is under the name under another one as well, which is given back. At every moment there is a whole file under the name.
async fn set_aside(database: &Path) -> io::Result<Option<PathBuf>> {
    let there = match fs::metadata(database) {
        Ok(there) => there,
        // Its log may be there all the same.
        Err(_) => return move_beside(database, &name_to_keep(database, BEFORE)),
    };
    // The last to close a file writes its log back into it. One that is broken has to be set aside as it is; beside one that is empty
    // SQLite would delete the log.
    if there.len() > 0
        && let Ok(mut connection) = open(database).await
    {
        let _ = run_once(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)".to_owned()).await;
        let _ = connection.close().await;
    }
    let kept = name_to_keep(database, BEFORE);
    fs::hard_link(database, &kept).or_else(|_| fs::copy(database, &kept).map(drop))?;
    // A log of the old file beside the new one would be taken for its own.
    move_beside(database, &kept)?;
    Ok(Some(kept))
}

/// A new name is on the disk only once its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder(path))?.sync_all()
}

pub(super) fn setup(path: &Path, error: &impl std::fmt::Display) -> Error {
    Error::Setup(format!("{}: {error}", path.display()))
}
