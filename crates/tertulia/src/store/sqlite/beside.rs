//! What lies beside a file under its name, which SQLite takes for the file's own whosever it was; and to whom a new file belongs.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What SQLite looks for beside a file: its log, the index of that, and the journal of its other mode.
const ENDINGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A path with more at the end of its name.
pub(super) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The folder that a file lies in.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Something that would be taken for a part of the file under this name.
pub(super) fn beside(path: &Path) -> Option<PathBuf> {
    ENDINGS.iter().map(|ending| with(path, ending)).find(|name| is_taken(name))
}

/// Whether anything has this name, be it a link that leads nowhere.
fn is_taken(name: &Path) -> bool {
    name.symlink_metadata().is_ok()
}

/// A name beside the file that nothing has yet: who does the same twice still has what was there at first.
pub(super) fn name_to_keep(database: &Path, ending: &str) -> PathBuf {
    let names = (2..).map(|number| format!("{ending}-{number}"));
    let mut names = std::iter::once(ending.to_owned()).chain(names).map(|ending| with(database, &ending));
    names.find(|name| !is_taken(name) && beside(name).is_none()).unwrap_or_default()
}

/// Moves what lies beside a file to beside the name under which the file is kept, and says where the first of it is. Nothing of it
/// is lost but what is empty, and the index of the log, which SQLite makes anew.
pub(super) fn move_beside(database: &Path, kept: &Path) -> io::Result<Option<PathBuf>> {
    let mut moved = None;
    for ending in ["-wal", "-journal"] {
        let (from, to) = (with(database, ending), with(kept, ending));
        if from.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() == 0) {
            remove(&from)?;
        } else if is_taken(&from) {
            fs::rename(from, &to)?;
            moved = moved.or(Some(to));
        }
    }
    remove(&with(database, "-shm"))?;
    Ok(moved)
}

/// A log that lies where a file is made, of one that was removed or is elsewhere: SQLite would delete it. It is kept under another
/// name, which is given back.
pub(super) fn keep_log(empty: &Path) -> io::Result<Option<PathBuf>> {
    // A journal may be one that somebody writes at this moment; a file that has a log is not empty.
    if fs::metadata(empty)?.len() > 0 || !is_taken(&with(empty, "-wal")) {
        return Ok(None);
    }
    move_beside(empty, &name_to_keep(empty, ".left-over"))
}

/// Removes what lies beside a file that is about to be made, and is nobody's.
pub(super) fn remove_with_beside(path: &Path) -> io::Result<()> {
    remove(path)?;
    ENDINGS.iter().try_for_each(|ending| remove(&with(path, ending)))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Gives a new file to whom the one belongs in whose place it comes, with the rights of that one. Where there is none, and root makes
/// it, it is for whom its folder belongs to: the server most likely runs as that one.
#[cfg(unix)]
pub(super) fn hand_over(file: &File, instead_of: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let there = match fs::metadata(instead_of) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            for_owner_of(file, folder(instead_of));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if file.metadata()?.uid() != there.uid() || file.metadata()?.gid() != there.gid() {
        let given = std::os::unix::fs::fchown(file, Some(there.uid()), Some(there.gid()));
        // Who is not root may not give it to every group, and does not need to: its owner is the same.
        given.or_else(|error| if file.metadata()?.uid() == there.uid() { Ok(()) } else { Err(error) })?;
    }
    let for_whom = if file.metadata()?.gid() == there.gid() { 0o777 } else { 0o700 };
    file.set_permissions(PermissionsExt::from_mode(there.mode() & for_whom))
}

#[cfg(not(unix))]
pub(super) fn hand_over(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a file that root has just made to whom something else belongs, so that the server can open it which runs as that one. Where it
/// can't be given it stays root's.
#[cfg(unix)]
pub(super) fn for_owner_of(new: &File, other: &Path) {
    use std::os::unix::fs::MetadataExt;
    let (Ok(own), Ok(other)) = (new.metadata(), fs::metadata(other)) else { return };
    if own.uid() == 0
        && other.uid() != own.uid()
        && let Err(error) = std::os::unix::fs::fchown(new, Some(other.uid()), Some(other.gid()))
    {
        tracing::debug!(%error, "a new file stays root's");
    }
}

#[cfg(not(unix))]
pub(super) fn for_owner_of(_: &File, _: &Path) {}
