//! Copies that are taken and put back where something lies already: a log without its file, somebody else's file, a newer one.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tertulia::error::Error;
use tertulia::store::moderation::{AuditOf, NewRestriction, RestrictAct, Within};
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, Everywhere, Span, Store};
use tertulia::testkit::words::{done, ids, read, room, say};
use tertulia::wire::Time;
use tertulia::wire::moderation::AuditEntry;
use tertulia::wire::page::RestrictionKind;

use super::place::Folder;

const ROOM: &str = "room/lobby";

async fn open(file: &Path) -> SqliteStore {
    SqliteStore::open(SqliteOptions::new(file)).await.expect("opens")
}

/// A file in which so many things were said, closed.
async fn file_with(file: &Path, messages: u64) {
    let store = open(file).await;
    for n in 0..messages {
        done(&store, &room(ROOM), say("ana", &n.to_string(), "hola")).await;
    }
    store.close().await;
}

/// How many messages are in a file.
async fn messages_in(file: &Path) -> usize {
    let store = open(file).await;
    let found = match tertulia::store::Store::find(&store, &room(ROOM)).await.expect("answers") {
        tertulia::store::Found::Room(_) => ids(&read(&store, &room(ROOM), Span::Newest, 100).await).len(),
        _ => 0,
    };
    store.close().await;
    found
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", file.display()))
}

/// What is left where a server was killed and its file was removed: a log with seven messages, and its index. Gives the file itself, too.
async fn left_by_one_that_was_killed(file: &Path, away: &Path) -> Vec<u8> {
    let store = open(away).await;
    for n in 0..7 {
        done(&store, &room(ROOM), say("eva", &n.to_string(), "an old trial")).await;
    }
    for ending in ["-wal", "-shm"] {
        fs::copy(beside(away, ending), beside(file, ending)).expect("is there");
    }
    let whole = fs::read(away).expect("is there");
    store.close().await;
    assert!(fs::metadata(beside(file, "-wal")).expect("is there").len() > 1_000);
    whole
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Setup(why)) => why,
        other => panic!("no setup error but {other:?}"),
    }
}

#[tokio::test]
async fn a_log_that_lies_there_without_its_file_is_no_part_of_what_is_put_back() {
    let folder = Folder::new();
    let (copy, away) = (folder.path().join("copy.db"), folder.path().join("away.db"));
    file_with(&copy, 2).await;
    let whole = left_by_one_that_was_killed(&folder.file(), &away).await;
    fs::write(beside(&folder.file(), "-journal"), "of something else").expect("is written");
    let log = fs::read(beside(&folder.file(), "-wal")).expect("is there");
    let restored = SqliteStore::restore(&copy, &folder.file(), false).await.expect("is put back");
    let kept = beside(&folder.file(), ".before-restore");
    assert!(restored.kept.is_some_and(|path| path.ends_with("rooms.db.before-restore-wal")));
    assert_eq!(fs::read(beside(&kept, "-wal")).expect("is kept"), log);
    assert_eq!(fs::read(beside(&kept, "-journal")).expect("is kept"), b"of something else");
    assert_eq!(messages_in(&folder.file()).await, 2, "what is served is the copy");
    // Nothing is lost: with its file the log is whole again.
    fs::remove_file(beside(&kept, "-journal")).expect("is there");
    fs::write(&kept, whole).expect("is written");
    assert_eq!(messages_in(&kept).await, 7);
}

#[tokio::test]
async fn a_copy_is_not_made_where_something_would_be_taken_for_a_part_of_it() {
    let folder = Folder::new();
    file_with(&folder.file(), 2).await;
    let copy = folder.path().join("copy.db");
    for ending in ["-wal", "-shm", "-journal"] {
        let other = beside(&copy, ending);
        fs::write(&other, "of an earlier one").expect("is written");
        let why = refused(SqliteStore::backup(&folder.file(), &copy).await);
        assert!(why.contains(&*other.to_string_lossy()) && why.contains("remove it, or name another file"), "{why}");
        assert_eq!(fs::read(&other).expect("is there"), b"of an earlier one");
        assert!(!copy.exists() && !beside(&copy, ".part").exists(), "{ending}");
        fs::remove_file(other).expect("is there");
    }
    // What a copy that was killed has left over is nobody's.
    left_by_one_that_was_killed(&beside(&copy, ".part"), &folder.path().join("away.db")).await;
    SqliteStore::backup(&folder.file(), &copy).await.expect("is copied");
    assert_eq!(messages_in(&copy).await, 2);
    let names = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    assert_eq!(names.filter(|name| name.to_string_lossy().contains(".part")).count(), 0);
}

#[tokio::test]
async fn a_new_file_is_empty_whatever_lies_beside_it_and_nothing_of_that_is_lost() {
    let folder = Folder::new();
    let whole = left_by_one_that_was_killed(&folder.file(), &folder.path().join("away.db")).await;
    assert_eq!(messages_in(&folder.file()).await, 0, "a new file is empty");
    let kept = beside(&folder.file(), ".left-over");
    fs::write(&kept, &whole).expect("is written");
    assert_eq!(messages_in(&kept).await, 7, "with its file the log is whole again");
    // A file of no bytes is as good as none.
    let second = folder.path().join("second.db");
    let whole = left_by_one_that_was_killed(&second, &folder.path().join("away-2.db")).await;
    fs::write(&second, "").expect("is written");
    assert_eq!(messages_in(&second).await, 0);
    fs::write(beside(&second, ".left-over"), &whole).expect("is written");
    assert_eq!(messages_in(&beside(&second, ".left-over")).await, 7);
    // And one that is there keeps its log: this is how every crash ends.
    let third = folder.path().join("third.db");
    let whole = left_by_one_that_was_killed(&third, &folder.path().join("away-3.db")).await;
    fs::write(&third, &whole).expect("is written");
    assert_eq!(messages_in(&third).await, 7);
}

#[tokio::test]
async fn what_is_put_back_belongs_to_whom_the_file_belonged() {
    let folder = Folder::new();
    let copy = folder.path().join("copy.db");
    file_with(&copy, 2).await;
    file_with(&folder.file(), 1).await;
    // Only root gives files away; for everybody else the owner is the same all along.
    let is_root = fs::metadata(&copy).expect("is there").uid() == 0;
    let stranger = |at: &Path| std::os::unix::fs::chown(at, Some(12_345), Some(23_456));
    if is_root {
        stranger(&folder.file()).expect("is given");
    }
    fs::set_permissions(folder.file(), PermissionsExt::from_mode(0o640)).expect("is set");
    let facts = |at: &Path| fs::metadata(at).map(|there| (there.uid(), there.gid(), there.mode() & 0o777)).expect("is there");
    let before = facts(&folder.file());
    fs::remove_file(beside(&folder.file(), ".tertulia-lock")).expect("is there");
    let restored = SqliteStore::restore(&copy, &folder.file(), true).await.expect("is put back");
    assert_eq!((facts(&folder.file()), facts(&restored.kept.expect("is kept"))), (before, before));
    let lock = facts(&beside(&folder.file(), ".tertulia-lock"));
    assert_eq!((lock.0, lock.2), (before.0, 0o600), "the server that runs as its owner opens the lock");
    // Where nothing is replaced it is for whom the folder belongs to, and for nobody else's eyes.
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("is made");
    if is_root {
        stranger(&inner).expect("is given");
    }
    let owner = facts(&inner).0;
    SqliteStore::restore(&copy, &inner.join("a.db"), false).await.expect("is put back");
    file_with(&inner.join("b.db"), 1).await;
    for name in ["a.db", "a.db.tertulia-lock", "b.db", "b.db.tertulia-lock"] {
        let (uid, _, mode) = facts(&inner.join(name));
        assert_eq!((uid, mode), (owner, 0o600), "{name}");
    }
}

#[tokio::test]
async fn a_lock_that_leads_elsewhere_gives_nothing_away() {
    let folder = Folder::new();
    let (inner, other) = (folder.path().join("inner"), folder.path().join("other"));
    fs::create_dir(&inner).expect("is made");
    fs::write(&other, "").expect("is written");
    let owner = fs::metadata(&other).expect("is there").uid();
    if owner == 0 {
        std::os::unix::fs::chown(&inner, Some(12_345), None).expect("is given");
    }
    std::os::unix::fs::symlink(&other, inner.join("a.db.tertulia-lock")).expect("is linked");
    file_with(&inner.join("a.db"), 1).await;
    assert_eq!(fs::metadata(&other).expect("is there").uid(), owner);
}

#[tokio::test]
async fn a_copy_of_a_newer_version_is_refused_before_anything_gives_way() {
    let folder = Folder::new();
    let copy = folder.path().join("copy.db");
    file_with(&copy, 2).await;
    let mut newer = SqliteConnectOptions::new().filename(&copy).connect().await.expect("opens");
    sqlx::raw_sql("INSERT INTO tertulia_migration VALUES (99, 'later', 0)").execute(&mut newer).await.expect("is written");
    newer.close().await.expect("closes");
    file_with(&folder.file(), 1).await;
    let before = fs::read(folder.file()).expect("is there");
    let why = refused(SqliteStore::restore(&copy, &folder.file(), true).await);
    assert!(why.contains("the file was made by a newer version of Tertulia: it is at migration 99"), "{why}");
    assert_eq!(fs::read(folder.file()).expect("is there"), before);
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, ["copy.db", "copy.db.tertulia-lock", "rooms.db", "rooms.db.tertulia-lock"]);
}

fn put_on(user: &str, kind: Option<RestrictionKind>) -> Box<RestrictAct> {
    let restriction = kind.map(|kind| NewRestriction { kind, until: None, why: Some(format!("for {user}")), address: None });
    Box::new(RestrictAct { user: user.into(), restriction, by: "mod".into(), ..RestrictAct::default() })
}

async fn audit_in(file: &Path) -> Vec<AuditEntry> {
    let store = open(file).await;
    let audit = store.audit(AuditOf { within: Within::All, user: None }, None, 200).await.expect("read");
    store.close().await;
    audit.into_iter().rev().collect()
}

/// What was done since the copy: some of it holds on when the copy is put back, and some was undone again or is in no room of the copy.
async fn keep_order(file: &Path) {
    let (store, lobby, later) = (open(file).await, room(ROOM), room("room/later"));
    done(&store, &later, say("ana", "1", "hola")).await;
    done(&store, &later, Act::Restrict(put_on("in-no-room-of-the-copy", Some(RestrictionKind::Ban)))).await;
    done(&store, &lobby, Act::Restrict(put_on("ana", Some(RestrictionKind::Mute)))).await;
    done(&store, &lobby, Act::Restrict(put_on("undone", Some(RestrictionKind::Ban)))).await;
    done(&store, &lobby, Act::Restrict(put_on("undone", None))).await;
    store.raise_everywhere(Everywhere::Restrict(put_on("beto", Some(RestrictionKind::Ban))), Time(5)).await.expect("put");
    let revoke = Everywhere::Revoke { person: "eva".into(), second: 1, by: "admin".into(), why: Some("stolen".into()) };
    store.raise_everywhere(revoke, Time(6)).await.expect("revoked");
    store.close().await;
}

#[tokio::test]
async fn what_holds_on_when_a_copy_is_put_back_is_told_of_by_the_audit() {
    let folder = Folder::new();
    let copy = folder.path().join("copy.db");
    file_with(&folder.file(), 1).await;
    SqliteStore::backup(&folder.file(), &copy).await.expect("is copied");
    let in_copy = audit_in(&copy).await;
    keep_order(&folder.file()).await;
    let all = audit_in(&folder.file()).await;
    let holds = |entry: &&AuditEntry| {
        let user = entry.user.as_deref().unwrap_or_default();
        ["ana", "beto", "eva"].contains(&user)
    };
    let expected: Vec<_> = in_copy.iter().chain(all.iter().filter(holds)).cloned().collect();
    assert_eq!(expected.len(), in_copy.len() + 3);
    for _ in 0..2 {
        let carried = SqliteStore::restore(&copy, &folder.file(), true).await.expect("is put back").carried;
        assert_eq!(carried, Some(3), "the rows of the audit are not counted");
        assert_eq!(audit_in(&folder.file()).await, expected, "once, with who, why and when");
    }
    // A copy that somebody has gone on in: it has given the numbers to something else.
    let store = open(&copy).await;
    for n in 0..9 {
        done(&store, &room(&format!("room/other-{n}")), say("ana", "1", "hola")).await;
    }
    store.close().await;
    drop(store);
    let in_copy = audit_in(&copy).await;
    SqliteStore::restore(&copy, &folder.file(), true).await.expect("is put back");
    let told = audit_in(&folder.file()).await;
    assert_eq!(told[..in_copy.len()], in_copy[..], "the copy's own are there still");
    let unnumbered = |entry: &AuditEntry| AuditEntry { number: 0, ..entry.clone() };
    let carried: Vec<_> = told[in_copy.len()..].iter().map(unnumbered).collect();
    assert_eq!(carried, expected.iter().filter(holds).map(unnumbered).collect::<Vec<_>>());
}
