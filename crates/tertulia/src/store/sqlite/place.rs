//! Whether the file under the name is still the one that was opened: SQLite goes on in one that was removed, and whatever is written
//! there is gone with the process.

use std::path::{Path, PathBuf};

use super::beside::name_to_keep;
use super::connection::cut_log;
use super::copy::copy_open;
use super::write::Writer;
use super::{Shared, SqliteStore};
use crate::error::Error;

/// What stands behind the name of a file that is not there any more, in the name of the copy of what it had.
const RESCUED: &str = ".rescued";

/// The name of an open file, and which file had it then.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    opened: Option<Which>,
}

/// The device and the number of a file on it.
type Which = (u64, u64);

impl Place {
    /// Of a file that has just been opened.
    pub(super) fn of(path: PathBuf) -> Self {
        let opened = which(&path).ok();
        Self { path, opened }
    }

    /// Refuses what would be written where nobody looks for it.
    pub(super) fn check(&self) -> Result<(), sqlx::Error> {
        let Some(opened) = self.opened else { return Ok(()) };
        let what = match which(&self.path) {
            Ok(there) if there == opened => return Ok(()),
            Ok(_) => "is another file now",
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => "is not there any more",
            // Nothing is known of it: the next look may tell.
            Err(_) => return Ok(()),
        };
        Err(sqlx::Error::Io(std::io::Error::other(format!(
            "{} {what}: it was removed, renamed or replaced while this server has it open; once the log says where its copy is, stop \
             the server by `kill {}`, not by kill -9, or put the same file back",
            self.path.display(),
            std::process::id()
        ))))
    }
}

impl Writer {
    /// Moves into the open file what its log has, and copies it all: beside another file the log would be taken for that one's.
    async fn rescue(&mut self, to: &Path) -> Result<(), Error> {
        self.rescued = Some(false);
        let gone = || Error::Setup("it is not open any more".to_owned());
        let mut connection = self.take_open().ok_or_else(gone)?;
        if let Err(error) = cut_log(&mut connection).await {
            tracing::debug!(%error, "the log of a file that is not in its place could not be cut");
        }
        let copied = copy_open(&mut connection, to).await;
        self.put_back(connection);
        self.rescued = Some(copied.is_ok());
        copied
    }
}

#[cfg(unix)]
fn which(path: &Path) -> std::io::Result<Which> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|there| (there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn which(_: &Path) -> std::io::Result<Which> {
    Err(std::io::ErrorKind::Unsupported.into())
}

impl SqliteStore {
    /// Whether the file under the name is another one than this store has open, or none: somebody removed, renamed or replaced it. Then
    /// the store is away, until the same file is there again. To be asked now and then by whoever keeps a store open for long.
    #[must_use]
    pub fn is_displaced(&self) -> bool {
        self.shared.place.check().is_err()
    }

    /// Copies what a displaced file has, with all that was acknowledged, to beside its name, with `.rescued` at the end. Does
    /// so once, also when the caller stops waiting, and logs where it is; does nothing where the file is in its place.
    /// [`close`](Self::close) does the same, and tries again where it could not be done.
    pub async fn rescue(&self) {
        self.rescue_once(false).await;
    }

    pub(super) async fn rescue_once(&self, is_last: bool) {
        let shared = std::sync::Arc::clone(&self.shared);
        if self.is_displaced() {
            // A panic is in the log.
            let _ = super::whole(async move { shared.rescue(is_last).await }).await;
        }
    }
}

impl Shared {
    /// There may be room for a copy at the end where there was none before.
    async fn rescue(&self, is_last: bool) {
        let mut writer = self.writer.lock().await;
        let is_done = writer.rescued.is_some_and(|is_copied| is_copied || !is_last);
        if is_done || !self.is_displaced() {
            return;
        }
        let kept = name_to_keep(&self.place.path, RESCUED);
        match writer.rescue(&kept).await {
            Ok(()) => {
                tracing::error!(kept = %kept.display(), "the file of rooms was removed, renamed or replaced while it is in use: all that it had is kept as a copy under this name")
            }
            Err(error) => {
                tracing::error!(%error, "the file of rooms was removed, renamed or replaced while it is in use, and what it had can't be copied to beside it: it is gone when the server ends");
            }
        }
    }

    fn is_displaced(&self) -> bool {
        self.place.check().is_err()
    }
}
