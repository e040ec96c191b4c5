//! The lock beside a file of rooms, so that no two processes write to one file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use super::beside::{folder, for_owner_of};
use crate::error::Error;

/// Who holds a file, and how to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The id of the process.
    pub pid: u32,
    /// Where it listens, once it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What other commands on this machine show to be let in; good for as long as the process runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control_token: Option<String>,
}

impl Holder {
    /// Tells which running process holds a file of rooms; `None` when none does.
    ///
    /// # Errors
    /// When the lock file can't be read, or when it is held and does not say by whom.
    pub fn of(database: &Path) -> Result<Option<Holder>, Error> {
        let path = lock_path(database)?;
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(denied(&path, &error)),
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(None),
            Err(TryLockError::WouldBlock) => match read_holder(&mut file) {
                Some(holder) => Ok(Some(holder)),
                // It has just been locked, or is being written.
                None => Err(held(database, None)),
            },
            Err(TryLockError::Error(error)) => Err(setup(&path, &error)),
        }
    }
}

/// The lock, held for as long as this value lives; the system lets go of it when the process dies.
#[derive(Debug)]
pub(super) struct Lock {
    // A std lock: it is held for one short write of a few bytes.
    file: Mutex<File>,
    path: PathBuf,
}

impl Lock {
    pub(super) fn take(database: &Path) -> Result<Self, Error> {
        let path = lock_path(database)?;
        let mut file = open_lock(&path, database).map_err(|error| denied(&path, &error))?;
        let mut locked = file.try_lock();
        for _ in 0..5 {
            // Who only asks who holds the file holds it for a moment, too.
            if matches!(locked, Err(TryLockError::WouldBlock)) {
                std::thread::sleep(std::time::Duration::from_millis(2));
                locked = file.try_lock();
            }
        }
        match locked {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(database, read_holder(&mut file))),
            Err(TryLockError::Error(error)) => return Err(setup(&path, &error)),
        }
        check_names(database)?;
        // One that was there before may have been made for more eyes.
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600)).map_err(|error| setup(&path, &error))?;
        let lock = Self { file: Mutex::new(file), path };
        // On a full disk it is held all the same, and does not say by whom.
        if let Err(error) = lock.announce(None, None) {
            tracing::debug!(%error, "the lock file could not be written");
        }
        Ok(lock)
    }

    /// Looks whether the lock file is still the one that is locked. One that was removed is made anew; where somebody else has made one,
    /// they have the file of rooms, too.
    #[cfg(unix)]
    pub(super) fn keep(&self) -> Result<(), Error> {
        use std::os::unix::fs::MetadataExt;
        let place = |facts: &std::fs::Metadata| (facts.dev(), facts.ino());
        let another =
            || Error::Setup(format!("{} is not the one that this process has locked: another took it", self.path.display()));
        let mut file = self.file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let own = file.metadata().map_err(|error| setup(&self.path, &error))?;
        match std::fs::metadata(&self.path) {
            Ok(there) if place(&there) == place(&own) => return Ok(()),
            Ok(_) => return Err(another()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            // Nothing is known of it: the next look may tell.
            Err(_) => return Ok(()),
        }
        let mut text = Vec::new();
        let made = file.rewind().and_then(|()| file.read_to_end(&mut text));
        let made = made.and_then(|_| private(File::options().read(true).write(true).create_new(true)).open(&self.path));
        let mut made = match made {
            Ok(made) => made,
            Err(error) => {
                tracing::debug!(%error, "the lock file was removed, and can't be made anew yet");
                return Ok(());
            }
        };
        if made.try_lock().is_err() {
            return Err(another());
        }
        // What is not written is only who holds it.
        let _ = made.write_all(&text);
        *file = made;
        tracing::warn!(path = %self.path.display(), "the lock file was removed while the file of rooms is in use, and is made anew");
        Ok(())
    }

    #[cfg(not(unix))]
    pub(super) fn keep(&self) -> Result<(), Error> {
        Ok(())
    }

    pub(super) fn announce(&self, address: Option<String>, control_token: Option<String>) -> Result<(), Error> {
        let holder = Holder { pid: std::process::id(), address, control_token };
        let text = serde_json::to_vec(&holder).map_err(|error| Error::Setup(error.to_string()))?;
        self.replace(&text).map_err(|error| setup(&self.path, &error))
    }

    fn replace(&self, text: &[u8]) -> std::io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(text)?;
        file.flush()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The token is void from here on; the file stays, since removing it would race with the next one who locks it.
        if let Err(error) = self.replace(b"") {
            tracing::debug!(%error, "the lock file could not be emptied");
        }
    }
}

/// Opens the lock file, or makes it for whom the file of rooms belongs to: a server that runs as that one has to open it after root did.
fn open_lock(path: &Path, database: &Path) -> std::io::Result<File> {
    // One that is made here is no link that leads elsewhere, to something that is not to be given away.
    match private(File::options().read(true).write(true).create_new(true)).open(path) {
        Ok(file) => {
            for_owner_of(&file, if database.exists() { database } else { folder(path) });
            Ok(file)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => File::options().read(true).write(true).open(path),
        Err(error) => Err(error),
    }
}

/// `FILE.tertulia-lock`, beside the file itself, also when it is reached by a link.
fn lock_path(database: &Path) -> Result<PathBuf, Error> {
    let mut name = real_path(database)?.into_os_string();
    name.push(".tertulia-lock");
    Ok(PathBuf::from(name))
}

/// Options that make a file for its owner's eyes only.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes the file of rooms if it isn't there. SQLite would make it for everybody's eyes, and it holds the keys of guests; what lies
/// beside it gets the rights that it has.
pub(super) fn make(path: &Path) -> Result<(), Error> {
    match private(File::options().write(true).create_new(true)).open(path) {
        Ok(file) => {
            for_owner_of(&file, folder(path));
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(setup(path, &error)),
    }
}

/// The path with links followed; the file itself need not be there yet, its folder has to.
pub(super) fn real_path(database: &Path) -> Result<PathBuf, Error> {
    match database.canonicalize() {
        Ok(path) => return Ok(path),
        // A new file in its place would seem to have lost everything.
        Err(error) if database.is_symlink() => return Err(nowhere(database, &error)),
        Err(_) => {}
    }
    let folder = folder(database);
    let folder = folder.canonicalize().map_err(|error| setup(folder, &error))?;
    let name = database.file_name().ok_or_else(|| Error::Setup(format!("{} names no file", database.display())))?;
    Ok(folder.join(name))
}

/// A link that leads to nothing: most likely a disk is not there on which the file is.
fn nowhere(link: &Path, error: &std::io::Error) -> Error {
    let to = link.read_link().map(|to| format!(" to {}", to.display())).unwrap_or_default();
    Error::Setup(format!(
        "{} is a link{to}, which can't be opened ({error}): have it there, for example by mounting its disk, or change the link; no \
         new file is made through a link",
        link.display()
    ))
}

/// Refuses a file that has another name, a hard link: SQLite keeps what was written last, and who writes, beside the name by which a file
/// was opened. Whoever opened it by the other name would not find it there, and write over it.
#[cfg(unix)]
pub(super) fn check_names(database: &Path) -> Result<(), Error> {
    use std::os::unix::fs::MetadataExt;
    let Ok(facts) = std::fs::metadata(database) else { return Ok(()) };
    if facts.nlink() <= 1 {
        return Ok(());
    }
    let path = real_path(database)?;
    let is_same = |other: &Path| {
        let there = std::fs::symlink_metadata(other);
        other != path && there.is_ok_and(|there| (there.dev(), there.ino()) == (facts.dev(), facts.ino()))
    };
    let beside = std::fs::read_dir(folder(&path)).into_iter().flatten().flatten().map(|file| file.path());
    let name = beside.into_iter().find(|other| is_same(other)).map(|other| format!(", {}", other.display()));
    Err(Error::Setup(format!(
        "{} has another name{} (a hard link), and whoever opens it by that would lose what is written by this one: copy it with `tertulia \
         backup`, and remove the other name",
        path.display(),
        name.unwrap_or_default()
    )))
}

#[cfg(not(unix))]
pub(super) fn check_names(_: &Path) -> Result<(), Error> {
    Ok(())
}

fn read_holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn held(database: &Path, holder: Option<Holder>) -> Error {
    let who = holder.map_or("another process".to_owned(), |holder| format!("process {}", holder.pid));
    Error::Setup(format!("{} is in use by {who}: stop that first, or name another file", database.display()))
}

/// What can't be opened, with what to type where that is since another user runs the server.
fn denied(path: &Path, error: &std::io::Error) -> Error {
    if error.kind() != ErrorKind::PermissionDenied {
        return setup(path, error);
    }
    Error::Setup(format!(
        "{}: {error}: type it as the user that the server runs as (`sudo -u USER tertulia …`), or name the server by --url and --token",
        path.display()
    ))
}

fn setup(path: &Path, error: &std::io::Error) -> Error {
    Error::Setup(format!("{}: {error}", path.display()))
}
