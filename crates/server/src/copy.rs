//! The commands that copy a file of rooms: `backup` and `restore`.

use std::path::Path;
use std::time::Duration;

use anyhow::bail;
use tertulia::store::sqlite::{Copied, SqliteStore};

use crate::args::{Backup, Restore};
use crate::config::{Config, full};
use crate::export::{messages, rooms};
use crate::reach::is_there;
use crate::{eprint_line, print_line};

/// Between two lines that tell how far a long copy is.
const TELL_EVERY: Duration = Duration::from_secs(5);

pub(crate) fn backup(args: &Backup) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    is_there(&database)?;
    let copied = run(SqliteStore::backup(&database, &args.file), &args.file)?;
    Ok(print_line(&format!("{} is a copy of {}: {}", full(&args.file), full(&database), told(&copied)))?)
}

pub(crate) fn restore(args: &Restore) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    if !args.file.exists() {
        bail!("there is no copy {}: name one that `tertulia backup` has made", args.file.display());
    }
    let restored = run(SqliteStore::restore(&args.file, &database, args.force), &database)?;
    print_line(&format!("{} is now as in {}: {}", full(&database), full(&args.file), told(&restored.copied)))?;
    let Some(kept) = restored.kept else { return Ok(()) };
    match restored.carried {
        Some(0) => {}
        Some(count) => print_line(&format!("revocations, mutes and bans that came after the copy hold on: {count}"))?,
        None => print_line(
            "revocations, mutes and bans that came after the copy can't be taken from what was there: revoke and ban again",
        )?,
    }
    Ok(print_line(&format!("what was there is kept as {}", kept.display()))?)
}

fn told(copied: &Copied) -> String {
    format!("{}, {}, {} bytes", rooms(copied.rooms), messages(copied.messages), copied.bytes)
}

/// Waits for a copy, and tells now and then how much of it there is.
fn run<T>(copying: impl Future<Output = Result<T, tertulia::Error>>, to: &Path) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    runtime.block_on(async {
        tokio::pin!(copying);
        loop {
            tokio::select! {
                copied = &mut copying => return Ok(copied?),
                () = tokio::time::sleep(TELL_EVERY) => {
                    let bytes = std::fs::metadata(&part).map_or(0, |file| file.len());
                    eprint_line(&format!("{} MiB copied so far", bytes / (1 << 20)));
                }
            }
        }
    })
}
