//! Whole copies of a file of rooms: taken while somebody writes to it, and put in its place again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};

use super::SqliteStore;
use super::connection::{options, run_once};
use super::lock::{Lock, private, real_path};
use crate::error::Error;

/// How long another's lock on the file is waited for: a copy is worth more patience than a send.
const PATIENCE: Duration = Duration::from_secs(30);

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
    /// The file that was there before, under the name that it has now.
    pub kept: Option<PathBuf>,
}

impl SqliteStore {
    /// Copies a file of rooms as it is at one moment, while another process may read it and write to it.
    ///
    /// The copy grows under the name with `.part` at its end, and has its own name only once it is checked and on the disk.
    /// It holds the keys of the guests' tokens, and is made for its owner's eyes only.
    ///
    /// # Errors
    /// [`Error::Setup`] when there is no such file of rooms, when the copy is there already, or when it can't be written.
    pub async fn backup(database: &Path, copy: &Path) -> Result<Copied, Error> {
        let database = there(database)?;
        if copy.exists() {
            return Err(Error::Setup(format!("{} is there already; name a file that is not", copy.display())));
        }
        let (part, copied) = copied(&database, copy).await?;
        fs::rename(&part, copy).and_then(|()| sync_folder(copy)).map_err(|error| setup(copy, &error))?;
        Ok(copied)
    }

    /// Puts a copy in the place of a file of rooms, or where none is yet. Whoever had read past the copy is told so by `reset`.
    ///
    /// With `replace` the file that was there is kept beside it, under the name with `.before-restore` at its end; where there is one
    /// of that name, with `.before-restore-2`, and so on: no file is lost by it.
    ///
    /// # Errors
    /// [`Error::Setup`] when a process holds the file (naming it), when there is one and it may not be replaced, when the copy is
    /// no whole file of rooms, or when it can't be written.
    pub async fn restore(copy: &Path, database: &Path, replace: bool) -> Result<Restored, Error> {
        let copy = there(copy)?;
        let _lock = Lock::take(database)?;
        let database = real_path(database)?;
        if database.exists() && !replace {
            return Err(Error::Setup(format!(
                "{} is there already; --force puts the copy in its place, and keeps it as {}",
                database.display(),
                name_to_keep(&database).display()
            )));
        }
        let (part, copied) = copied(&copy, &database).await?;
        let kept = set_aside(&database).await.map_err(|error| setup(&database, &error))?;
        fs::rename(&part, &database).and_then(|()| sync_folder(&database)).map_err(|error| setup(&database, &error))?;
        Ok(Restored { copied, kept })
    }
}

/// The path of a file that has to be there.
pub(super) fn there(path: &Path) -> Result<PathBuf, Error> {
    path.canonicalize().map_err(|error| setup(path, &error))
}

/// A checked copy that is on the disk, under the name with `.part` at its end.
async fn copied(from: &Path, to: &Path) -> Result<(PathBuf, Copied), Error> {
    look(from, false).await?;
    let part = with(to, ".part");
    // Made here, since SQLite would make it for everybody's eyes; it takes one that is empty.
    let file =
        private(File::options().write(true).create(true).truncate(true)).open(&part).map_err(|error| setup(&part, &error))?;
    let name = part.to_str().ok_or_else(|| Error::Setup(format!("{} is no UTF-8", part.display())))?.replace('\'', "''");
    let copying = async {
        let mut connection = open(from).await?;
        run_once(&mut connection, format!("VACUUM INTO '{name}'")).await?;
        connection.close().await
    };
    let synced = copying.await.map_err(|error| setup(&part, &error));
    let synced = synced.and_then(|()| file.sync_all().map_err(|error| setup(&part, &error)));
    let copied = match synced {
        Ok(()) => look(&part, true).await,
        Err(error) => Err(error),
    };
    if copied.is_err() {
        // What is not whole is of no use to anybody.
        let _ = fs::remove_file(&part);
    }
    copied.map(|copied| (part, copied))
}

pub(super) async fn open(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    options(path, PATIENCE).connect().await
}

/// Says what is in a file, having read all of it if asked to.
async fn look(path: &Path, through: bool) -> Result<Copied, Error> {
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
    let bad = |why: String| Error::Setup(format!("{} is no whole file of rooms: {why}", path.display()));
    let counts = read.await.map_err(|error| bad(error.to_string()))?.map_err(bad)?;
    let count = |at: usize| counts.try_get::<i64, _>(at).map(i64::cast_unsigned).map_err(|error| bad(error.to_string()));
    let bytes = fs::metadata(path).map_err(|error| setup(path, &error))?.len();
    Ok(Copied { rooms: count(0)?, messages: count(1)?, bytes })
}

/// A name beside the file that nothing has yet: who restores one copy after the other still has what was there at first.
fn name_to_keep(database: &Path) -> PathBuf {
    let names = (2..).map(|number| format!(".before-restore-{number}"));
    let mut names = std::iter::once(".before-restore".to_owned()).chain(names).map(|ending| with(database, &ending));
    let is_free = |name: &PathBuf| ["", "-wal", "-shm"].iter().all(|ending| !with(name, ending).exists());
    names.find(is_free).unwrap_or_default()
}

/// Keeps what is under the name under another one as well, which is given back. At every moment there is a whole file under the name.
async fn set_aside(database: &Path) -> io::Result<Option<PathBuf>> {
    if !database.exists() {
        return Ok(None);
    }
    // The last to close a file writes its log back into it. One that is broken has to be set aside as it is.
    if let Ok(mut connection) = open(database).await {
        let _ = run_once(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)".to_owned()).await;
        let _ = connection.close().await;
    }
    let kept = name_to_keep(database);
    fs::hard_link(database, &kept).or_else(|_| fs::copy(database, &kept).map(drop))?;
    let log = with(database, "-wal");
    if log.exists() {
        // A log of the old file beside the new one would be taken for its own.
        fs::rename(&log, with(&kept, "-wal"))?;
    }
    remove(&with(database, "-shm"))?;
    Ok(Some(kept))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A new name is on the disk only once its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

pub(super) fn setup(path: &Path, error: &impl std::fmt::Display) -> Error {
    Error::Setup(format!("{}: {error}", path.display()))
}
