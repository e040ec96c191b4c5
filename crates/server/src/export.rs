//! The commands that carry rooms from one place to another as text: `export` and `import`.

use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tertulia::store::export::{ExportError, Exported, ImportEnd, ImportError, Imported, Told, Which};
use tertulia::store::sqlite::SqliteStore;

use crate::args::{Existing, Export, Import};
use crate::config::{Config, full, has_folder};
use crate::progress::{Teller, unless_told_to_end};
use crate::reach::is_there;
use crate::token::now;
use crate::{eprint_line, print_line};

/// Bytes that are written or read at once.
const BUFFER_BYTES: usize = 1 << 16;

/// How many rooms are told by name that are here already and not the same, or names that are taken.
const NAMED_MAX: u64 = 20;

pub(crate) fn export(args: &Export) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    is_there(&database)?;
    let which = match (&args.room_type, args.rooms.is_empty()) {
        (Some(room_type), _) => Which::OfType(room_type.clone()),
        (None, true) => Which::All,
        (None, false) => Which::These(args.rooms.clone()),
    };
    let exported = match named(args.file.as_deref()) {
        None => {
            let exported = write_out(&database, &which, None, || Ok(std::io::stdout().lock()), &mut Teller::new())?;
            // Standard output is the export itself.
            eprint_line(&told(&exported));
            exported
        }
        Some(file) => {
            let exported = to_file(&database, &which, file)?;
            print_line(&format!("{} holds {}", file.display(), told(&exported)))?;
            exported
        }
    };
    if exported.left_out > 0 {
        eprint_line(&format!(
            "{} that wait for review are not in it: nobody has let them through yet",
            messages(exported.left_out)
        ));
    }
    Ok(())
}

/// A file that is named; none for `-`, and where nothing is said.
fn named(file: Option<&Path>) -> Option<&Path> {
    file.filter(|file| *file != Path::new("-"))
}

/// Exports into a file that has its name only once all of it is on the disk, for its owner's eyes only.
fn to_file(database: &Path, which: &Which, file: &Path) -> anyhow::Result<Exported> {
    if file.exists() {
        bail!("{} is there already; name a file that is not", file.display());
    }
    has_folder(file)?;
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut new = File::options();
    // What was left over by one that was killed may be anybody's to read, or lead elsewhere.
    let _ = std::fs::remove_file(&part);
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    let mut opened = None;
    let open = || {
        let output = new.open(&part).with_context(|| part.display().to_string())?;
        opened = Some(output.try_clone()?);
        Ok(output)
    };
    let written = write_out(database, which, Some(&part), open, &mut Teller::new())
        .and_then(|exported| {
            opened.iter().try_for_each(File::sync_all).map(|()| exported).with_context(|| part.display().to_string())
        })
        .and_then(|exported| std::fs::rename(&part, file).map(|()| exported).with_context(|| file.display().to_string()));
    if written.is_err() {
        // What is not whole is of no use to anybody.
        let _ = std::fs::remove_file(&part);
    }
    written
}

/// Writes an export into a part of a file or, where none is named, to standard output.
fn write_out<W: Write>(
    database: &Path,
    which: &Which,
    part: Option<&Path>,
    open: impl FnOnce() -> anyhow::Result<W>,
    teller: &mut Teller<'_>,
) -> anyhow::Result<Exported> {
    let mut progress = |exported: &Exported| teller.tell(|| format!("{} so far", told(exported)));
    let exporting = async {
        // Only now, when a signal is listened for, is there something that could be left behind.
        let mut output = BufWriter::with_capacity(BUFFER_BYTES, open()?);
        anyhow::Ok(SqliteStore::export(database, which, &mut output, &mut progress).await)
    };
    let exported = match part {
        Some(_) => run(unless_told_to_end(exporting))??,
        // A signal ends it as usual: one that writes to somebody who takes nothing would not look at it.
        None => run(exporting)??,
    };
    match exported {
        Ok(exported) => Ok(exported),
        // Half an export is none: who took it from a pipe has to hear of it.
        Err(ExportError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => {
            bail!("nobody takes the rest of the export, which is not whole")
        }
        Err(ExportError::Output(error)) => {
            Err(error).with_context(|| part.map_or_else(|| "standard output".to_owned(), |part| part.display().to_string()))
        }
        Err(error) => Err(error.into()),
    }
}

fn told(exported: &Exported) -> String {
    format!("{}, {}", rooms(exported.rooms), messages(exported.messages))
}

pub(crate) fn rooms(count: u64) -> String {
    format!("{count} {}", if count == 1 { "room" } else { "rooms" })
}

pub(crate) fn messages(count: u64) -> String {
    format!("{count} {}", if count == 1 { "message" } else { "messages" })
}

/// Runs a command to its end, on one thread: it waits for one thing at a time.
fn run<T>(work: impl Future<Output = T>) -> anyhow::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work))
}

pub(crate) fn import(args: &Import) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    has_folder(&database)?;
    let ImportEnd { imported, stopped } = match named(args.file.as_deref()) {
        Some(file) => {
            if !file.exists() {
                bail!("there is no export {}: name one that `tertulia export` has made", file.display());
            }
            if file.is_dir() {
                bail!("{} is a folder: name an export that `tertulia export` has made", file.display());
            }
            let input = File::open(file).with_context(|| file.display().to_string())?;
            read_in(&database, input, args.existing, &mut Teller::new())?
        }
        None if std::io::stdin().is_terminal() => bail!("name the export, or give it on standard input: `tertulia import FILE`"),
        None => read_in(&database, std::io::stdin(), args.existing, &mut Teller::new())?,
    };
    print_line(&format!("{}, into {}", outcome(&imported), full(&database)))?;
    match stopped {
        Some(ImportError::Line { line, why }) => bail!(
            "line {line}: {why}\nnothing of the room that it stands in was imported, and nothing behind it; mend the line or export anew, \
             and import again: what is here already is passed over"
        ),
        Some(error) => Err(error.into()),
        None if imported.different > 0 && args.existing == Existing::Refuse => bail!(
            "{} here already, and not the same as in the export: --existing keep leaves what is here, --existing replace takes what comes",
            if imported.different == 1 { "1 room is".to_owned() } else { format!("{} are", rooms(imported.different)) }
        ),
        None => Ok(()),
    }
}

fn read_in(database: &Path, input: impl std::io::Read, existing: Existing, teller: &mut Teller<'_>) -> anyhow::Result<ImportEnd> {
    let (mut input, mut named) = (BufReader::with_capacity(BUFFER_BYTES, input), 0);
    let mut told = |told: Told<'_>| match told {
        Told::Done(imported, line) => teller.tell(|| format!("at line {line}; {}", outcome(imported))),
        Told::Different(room) => {
            tell_some(teller, &mut named, &format!("{room} is here already, and not the same: it stays as it is"));
        }
        Told::AliasTaken { alias, room } => {
            tell_some(teller, &mut named, &format!("{alias} is taken here, and does not lead to {room}"));
        }
        _ => {}
    };
    let replace = existing == Existing::Replace;
    run(SqliteStore::import(database, &mut input, replace, now(), &mut told))
}

/// Tells the first of many.
fn tell_some(teller: &mut Teller<'_>, named: &mut u64, line: &str) {
    *named += 1;
    if *named <= NAMED_MAX {
        teller.say(line);
    }
}

fn outcome(imported: &Imported) -> String {
    let Imported { rooms: new, messages: said, same, different } = imported;
    let mut line = format!("{}, {} imported", rooms(*new), messages(*said));
    if *same > 0 {
        line.push_str(&format!("; {same} here already, the same"));
    }
    if *different > 0 {
        line.push_str(&format!("; {different} here already, and not the same"));
    }
    line
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use tertulia::Chat;
    use tertulia::store::sqlite::SqliteOptions;
    use tertulia::wire::Time;

    use super::*;
    use crate::progress::told_to_a_test;

    /// A file with rooms, a message of long ago in each.
    pub(crate) async fn file_of_rooms(database: &Path, count: u32) {
        let store = Arc::new(SqliteStore::open(SqliteOptions::new(database)).await.expect("opens"));
        let long_ago = Arc::new(|| Time(1_700_000_000_000));
        let chat = Chat::builder().store(Arc::clone(&store) as _).clock(long_ago).build().await.expect("a chat");
        for n in 0..count {
            chat.room(&format!("project/{n}").parse().expect("a name")).notify("news").await.expect("said");
        }
        chat.close().await;
        store.close().await;
    }

    #[test]
    fn a_long_export_and_import_tell_how_far_they_are_and_not_where_the_export_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (here, there, mut export) = (folder.path().join("here.db"), folder.path().join("there.db"), Vec::new());
        run(file_of_rooms(&here, 3)).expect("runs");
        let told = told_to_a_test(|teller| {
            let exported = write_out(&here, &Which::All, None, || Ok(&mut export), teller).expect("is written");
            assert_eq!((exported.rooms, exported.messages), (3, 3));
        });
        insta::assert_snapshot!(told, @r"
        1 room, 0 messages so far
        1 room, 1 message so far
        2 rooms, 1 message so far
        2 rooms, 2 messages so far
        3 rooms, 2 messages so far
        3 rooms, 3 messages so far
        ");
        assert!(export.split(|byte| *byte == b'\n').all(|line| line.is_empty() || line.starts_with(b"{")));
        let import = |teller: &mut Teller<'_>| drop(read_in(&there, &export[..], Existing::Refuse, teller).expect("comes in"));
        // Counted is what is on the disk, where many lines come at a time.
        insta::assert_snapshot!(told_to_a_test(import), @"at line 9; 0 rooms, 0 messages imported");
    }
}
