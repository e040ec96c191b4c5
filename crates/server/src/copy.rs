//! The commands that copy a file of rooms: `backup` and `restore`.

use std::path::Path;

use anyhow::bail;
use tertulia::store::sqlite::{Copied, SqliteStore};

use crate::args::{Backup, Restore};
use crate::config::{Config, full, has_folder};
use crate::export::{messages, rooms};
use crate::print_line;
use crate::progress::{Teller, unless_told_to_end};
use crate::reach::is_there;

pub(crate) fn backup(args: &Backup) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    is_there(&database)?;
    has_folder(&args.file)?;
    let copied = run(SqliteStore::backup(&database, &args.file), &args.file)?;
    Ok(print_line(&format!("{} is a copy of {}: {}", full(&args.file), full(&database), told(&copied)))?)
}

pub(crate) fn restore(args: &Restore) -> anyhow::Result<()> {
    let database = Config::database(&args.database)?;
    if !args.file.exists() {
        bail!("there is no copy {}: name one that `tertulia backup` has made", args.file.display());
    }
    if args.file.is_dir() {
        bail!("{} is a folder: name a copy that `tertulia backup` has made", args.file.display());
    }
    has_folder(&database)?;
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
    runtime.block_on(unless_told_to_end(async { Ok(copy(copying, to, &mut Teller::new()).await?) }))
}

async fn copy<T>(copying: impl Future<Output = T>, to: &Path, teller: &mut Teller<'_>) -> T {
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let copied = || {
        let bytes = std::fs::metadata(&part).map_or(0, |file| file.len());
        format!("{} MiB copied so far", bytes / (1 << 20))
    };
    teller.beside(copying, copied).await
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::progress::TELL_EVERY;

    #[tokio::test(start_paused = true)]
    async fn a_long_copy_tells_how_much_of_it_there_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let (to, mut lines) = (folder.path().join("copy.db"), Vec::new());
        let mut teller = Teller::by(Instant::now, |line| lines.push(line.to_owned()));
        let copying = async {
            // Nothing of it is there at first.
            tokio::time::sleep(TELL_EVERY + Duration::from_secs(1)).await;
            for mebibytes in [1, 700] {
                let part = std::fs::File::create(folder.path().join("copy.db.part")).expect("a file");
                part.set_len((mebibytes << 20) + 17).expect("so long");
                tokio::time::sleep(TELL_EVERY).await;
            }
            "a copy"
        };
        assert_eq!(copy(copying, &to, &mut teller).await, "a copy");
        drop(teller);
        insta::assert_snapshot!(lines.join("\n"), @r"
        0 MiB copied so far
        1 MiB copied so far
        700 MiB copied so far
        ");
    }
}
