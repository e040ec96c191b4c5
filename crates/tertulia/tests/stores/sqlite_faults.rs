//! What can go wrong with a file: it is locked, the disk is full, a write is dropped on its way, a statement fails.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};
use tertulia::error::StoreError;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Span, Store, WriteError};
use tertulia::testkit::words::{batch, done, facts, ids, in_room, message, new_message, read, room, say, write};
use tertulia::wire::Time;

use super::place::Folder;

async fn open(file: &Path) -> SqliteStore {
    SqliteStore::open(SqliteOptions::new(file)).await.expect("opens")
}

/// Nobody hangs: each waits as long as SQLite does for a lock, about a second, and then says so.
async fn within<T>(happens: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), happens).await.expect("does not hang")
}

async fn run(file: &Path, sql: impl Into<String>) -> SqliteConnection {
    let mut connection = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.expect("opens");
    sqlx::raw_sql(AssertSqlSafe(sql.into())).execute(&mut connection).await.expect("runs");
    connection
}

fn is_away<T: std::fmt::Debug>(answer: &Result<T, WriteError>) -> bool {
    matches!(answer, Err(WriteError::Store(StoreError::Away(_))))
}

#[tokio::test]
async fn a_file_that_somebody_else_locks_is_away_and_comes_back() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await;
    done(&store, &lobby, say("ana", "1", "a")).await;
    let holder = run(&folder.file(), "BEGIN EXCLUSIVE").await;

    let two = vec![in_room(&lobby, say("ana", "2", "b")), in_room(&lobby, say("ana", "3", "c"))];
    let answers = within(store.write(two, Time(0))).await;
    assert!(answers.len() == 2 && answers.iter().all(is_away), "{answers:?}");
    let secret = within(store.secret("guests")).await;
    assert!(matches!(secret, Err(StoreError::Away(_))), "{secret:?}");
    let tidied = within(store.tidy(Time(0))).await;
    assert!(matches!(tidied, Err(StoreError::Away(_))), "what can't be written is not back: {tidied:?}");
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 10).await), [1], "reads don't wait for the lock");

    holder.close().await.expect("closes");
    store.tidy(Time(0)).await.expect("is back");
    let written = done(&store, &lobby, say("ana", "2", "b")).await;
    assert_eq!(message(&written).0.id, 2, "what was away took no number");
    store.secret("guests").await.expect("made");
}

/// A small disk of memory; gone with the test.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: &Path) -> Result<Self, String> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(folder).output();
        match mount {
            Ok(output) if output.status.success() => Ok(Self(folder.to_owned())),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// Says that a test was not run; where everything has to run, that is a failure.
fn skipped(why: &str) {
    use std::io::Write;
    assert!(std::env::var_os("CI").is_none(), "skipped: {why}");
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

#[tokio::test]
async fn a_full_disk_is_away_and_needs_no_help_to_come_back() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let disk = match SmallDisk::mount(folder.path()) {
        Ok(disk) => disk,
        Err(why) => return skipped(&format!("no small disk: {why}")),
    };
    let store = open(&folder.file()).await;
    done(&store, &lobby, say("ana", "1", "a")).await;
    let before = (facts(&store, &lobby).await, read(&store, &lobby, Span::After(0), 10).await);
    let filler = folder.path().join("filler");
    let full = std::fs::write(&filler, vec![b'x'; 4 << 20]).expect_err("the disk is small");
    assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);

    // A small one, and one that fills more than there is left anywhere.
    let large: Vec<_> = (0..100).map(|n| say("ana", &format!("large-{n}"), &"x".repeat(20_000))).collect();
    for acts in [vec![say("ana", "2", "b"), say("ana", "3", "c")], large] {
        let answers = batch(&store, &lobby, acts).await;
        assert!(answers.iter().all(is_away), "{answers:?}");
        assert_eq!((facts(&store, &lobby).await, read(&store, &lobby, Span::After(0), 10).await), before, "nothing was written");
    }

    let secret = store.secret("guests").await;
    assert!(matches!(secret, Err(StoreError::Away(_))), "{secret:?}");
    let tidied = store.tidy(Time(0)).await;
    assert!(matches!(tidied, Err(StoreError::Away(_))), "what can't be written is not back: {tidied:?}");

    std::fs::remove_file(&filler).expect("removed");
    let written = done(&store, &lobby, say("ana", "2", "b")).await;
    assert_eq!((message(&written).0.id, message(&written).1), (2, true));
    store.close().await;
    drop(store);
    let store = open(&folder.file()).await;
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 10).await), [1, 2]);
    store.close().await;
    drop((store, disk));
}

/// How long a write is left alone before it is dropped, in turns that other tasks get.
const TURNS: [u32; 12] = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 1_024, 4_096];

/// Begins a write, polls it in so many turns, then drops it; true when it was done by then.
async fn drop_after(turns: u32, store: &dyn Store, id: &str) -> bool {
    let lobby = room("room/lobby");
    let acts = vec![in_room(&lobby, say("ana", &format!("{id}-a"), "a")), in_room(&lobby, say("ana", &format!("{id}-b"), "b"))];
    let mut writing = store.write(acts, Time(0));
    for turn in 0..=turns {
        if let Poll::Ready(answers) = writing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            assert!(answers.iter().all(Result::is_ok), "{answers:?}");
            return true;
        }
        if turn < turns {
            tokio::task::yield_now().await;
        }
    }
    false
}

/// Both messages of a dropped write are there, or neither.
async fn whole_or_undone(store: &dyn Store, id: &str) -> bool {
    let key = facts(store, &room("room/lobby")).await.key;
    let mut there = Vec::new();
    for part in ["a", "b"] {
        let client_id = new_message("ana", &format!("{id}-{part}"), part).client_id;
        there.push(store.said(key, "ana", &client_id, [0; 32]).await.expect("read").is_some());
    }
    assert_eq!(there[0], there[1], "half of {id} is there");
    there[0]
}

#[tokio::test]
async fn a_write_dropped_on_its_way_is_whole_or_undone() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await;
    done(&store, &lobby, say("ana", "first", "x")).await;
    drop(store.write(vec![in_room(&lobby, say("ana", "never", "x"))], Time(0)));
    for turns in TURNS {
        let finished = drop_after(turns, &store, &turns.to_string()).await;
        assert!(turns > 0 || !finished, "dropped before it was done");
        done(&store, &lobby, say("ana", &format!("{turns}-then"), "x")).await;
        let whole = whole_or_undone(&store, &turns.to_string()).await;
        assert!(whole || !finished, "what was answered is there");
    }
    let feed = read(&store, &lobby, Span::After(0), 2_000).await;
    let holes = (1..=feed.facts.head).filter(|version| !feed.changes.iter().any(|change| change.version() == *version));
    assert_eq!(holes.collect::<Vec<u64>>(), Vec::<u64>::new(), "no version is lost");
}

#[test]
fn a_runtime_that_ends_on_the_way_leaves_a_write_whole_or_undone() {
    let runtime = || tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let first = runtime();
    let store = Arc::new(first.block_on(open(&folder.file())));
    first.block_on(done(&*store, &lobby, say("ana", "first", "x")));
    for turns in TURNS {
        let short = runtime();
        short.block_on(drop_after(turns, &*store, &turns.to_string()));
        short.shutdown_background();
        let next = runtime();
        next.block_on(done(&*store, &lobby, say("ana", &format!("{turns}-then"), "x")));
        next.block_on(whole_or_undone(&*store, &turns.to_string()));
    }
    drop(first);
}

#[tokio::test]
async fn one_items_error_is_its_own() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await;
    done(&store, &lobby, say("ana", "1", "a")).await;
    let trigger = "CREATE TRIGGER tertulia_test BEFORE INSERT ON tertulia_message WHEN NEW.text = 'boom' \
                   BEGIN SELECT RAISE(ABORT, 'boom'); END";
    run(&folder.file(), trigger).await.close().await.expect("closes");
    let acts = vec![say("ana", "2", "b"), say("ana", "3", "boom"), say("ana", "4", "c"), say("ana", "1", "other")];
    let answers = batch(&store, &lobby, acts).await;
    assert_eq!(answers[0].as_ref().map(|written| message(written).0.id).ok(), Some(2));
    assert!(matches!(&answers[1], Err(WriteError::Store(StoreError::Failed(_)))), "{:?}", answers[1]);
    assert_eq!(answers[2].as_ref().map(|written| message(written).0.id).ok(), Some(3), "what failed took no number");
    assert!(matches!(&answers[3], Err(WriteError::Refused(_))));
    let answer = write(&store, in_room(&lobby, say("ana", "5", "boom")), Time(0)).await;
    assert!(matches!(answer, Err(WriteError::Store(StoreError::Failed(_)))));
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 10).await), [1, 2, 3]);
}
