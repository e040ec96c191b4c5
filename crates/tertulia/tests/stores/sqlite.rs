//! Rooms in a SQLite file: the contract, the file itself, and who may open it.

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection, Row};
use tertulia::error::{Error, StoreError};
use tertulia::store::moderation::{AddressMark, FromAddress, NewRestriction, RestrictAct};
use tertulia::store::sqlite::{Holder, SqliteOptions, SqliteStore};
use tertulia::store::{Act, Hold, NewMessage, Review, SeenName, SeenUser, Span, Store, WriteError};
use tertulia::testkit::model::random_histories;
use tertulia::testkit::store_contract;
use tertulia::testkit::words::{
    batch, done, edit, facts, ids, in_room, message, new_message, put, react, read, refused, room, say, write,
};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Code, HeldBy, Sender, Time};
use unicode_normalization::UnicodeNormalization;

use super::place::{Folder, SqlitePlace};

#[tokio::test]
async fn sqlite_keeps_the_contract() {
    store_contract(async || SqlitePlace::new()).await;
}

#[test]
fn sqlite_agrees_with_the_model() {
    random_histories(40, SqlitePlace::new);
}

async fn open(file: &Path) -> Result<SqliteStore, Error> {
    SqliteStore::open(SqliteOptions::new(file)).await
}

/// The file as its owner sees it.
async fn connect(file: &Path) -> SqliteConnection {
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file).create_if_missing(true)).await.expect("opens")
}

async fn run(connection: &mut SqliteConnection, sql: &'static str) {
    sqlx::raw_sql(sql).execute(connection).await.expect("runs");
}

async fn numbers(connection: &mut SqliteConnection, sql: &'static str) -> Vec<i64> {
    sqlx::raw_sql(sql).fetch_all(connection).await.expect("reads").iter().map(|row| row.get(0)).collect()
}

async fn texts(connection: &mut SqliteConnection, sql: &'static str) -> Vec<String> {
    sqlx::raw_sql(sql).fetch_all(connection).await.expect("reads").iter().map(|row| row.get(0)).collect()
}

fn setup(outcome: Result<SqliteStore, Error>) -> String {
    match outcome {
        Err(Error::Setup(why)) => why,
        other => panic!("no setup error but {other:?}"),
    }
}

#[tokio::test]
async fn migrations_run_once() {
    let folder = Folder::new();
    let schema = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name";
    let migrations = "SELECT number || name || applied_ms FROM tertulia_migration ORDER BY number";
    let mut seen = Vec::new();
    for _ in 0..2 {
        open(&folder.file()).await.expect("opens").close().await;
        let mut connection = connect(&folder.file()).await;
        seen.push((texts(&mut connection, schema).await, texts(&mut connection, migrations).await));
        connection.close().await.expect("closes");
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].1.iter().enumerate().all(|(at, migration)| migration.starts_with(&(at + 1).to_string())));
    assert!(!seen[0].1.is_empty());
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused() {
    let folder = Folder::new();
    open(&folder.file()).await.expect("opens").close().await;
    let mut connection = connect(&folder.file()).await;
    run(&mut connection, "INSERT INTO tertulia_migration VALUES (99, 'later', 0)").await;
    connection.close().await.expect("closes");
    let why = setup(open(&folder.file()).await);
    assert!(why.contains("newer version") && why.contains("99"), "{why}");
}

#[tokio::test]
async fn nothing_of_a_hosts_file_is_touched() {
    let folder = Folder::new();
    let mut host = connect(&folder.file()).await;
    run(
        &mut host,
        "PRAGMA user_version = 7; PRAGMA application_id = 99; CREATE TABLE message (id INTEGER PRIMARY KEY, body TEXT)",
    )
    .await;
    run(
        &mut host,
        "CREATE TABLE migration (number INTEGER); INSERT INTO message VALUES (1, 'mine'); INSERT INTO migration VALUES (3)",
    )
    .await;
    let store = open(&folder.file()).await.expect("opens beside the host");
    done(&store, &room("room/lobby"), say("ana", "1", "hola")).await;
    run(&mut host, "INSERT INTO message VALUES (2, 'also mine')").await;
    done(&store, &room("room/lobby"), say("ana", "2", "hola")).await;

    assert_eq!(texts(&mut host, "SELECT body FROM message ORDER BY id").await, ["mine", "also mine"]);
    assert_eq!(numbers(&mut host, "SELECT number FROM migration").await, [3]);
    assert_eq!(numbers(&mut host, "PRAGMA user_version").await, [7]);
    assert_eq!(numbers(&mut host, "PRAGMA application_id").await, [99]);
    let ours = "SELECT name FROM sqlite_schema WHERE name NOT IN ('message', 'migration') AND tbl_name NOT LIKE 'tertulia\\_%' ESCAPE '\\'";
    assert_eq!(texts(&mut host, ours).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_said_is_on_the_disk() {
    let folder = Folder::new();
    let store = open(&folder.file()).await.expect("opens");
    let mut connection = connect(&folder.file()).await;
    assert_eq!(texts(&mut connection, "PRAGMA journal_mode").await, ["wal"]);
    done(&store, &room("room/lobby"), say("ana", "1", "hola")).await;
    let keyless = "SELECT count(*) FROM tertulia_message WHERE sender_key IS NULL OR length(request_hash) <> 32";
    assert_eq!(numbers(&mut connection, keyless).await, [0]);
    assert_eq!(numbers(&mut connection, "SELECT count(*) FROM tertulia_message").await, [1]);
}

#[tokio::test]
async fn a_tidying_removes_a_thousand_rows_at_most() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await.expect("opens");
    for hundred in 0..12 {
        batch(&store, &lobby, (0..100).map(|n| say("ana", &format!("{hundred}-{n}"), "x")).collect()).await;
    }
    done(&store, &lobby, react(1, &[("ana", "👍", true), ("ben", "👍", true)])).await;
    done(&store, &lobby, Act::DeleteRoom).await;
    let mut connection = connect(&folder.file()).await;
    let rows = "SELECT (SELECT count(*) FROM tertulia_message) + (SELECT count(*) FROM tertulia_reaction)";
    let mut left = numbers(&mut connection, rows).await;
    assert_eq!(left, [1_202]);
    while store.tidy(Time(0)).await.expect("tidied").more {
        left.extend(numbers(&mut connection, rows).await);
    }
    assert_eq!(left, [1_202, 202, 0]);
    assert_eq!(numbers(&mut connection, "SELECT count(*) FROM tertulia_room").await, [0]);
}

#[tokio::test]
async fn numbers_end_where_javascripts_do() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await.expect("opens");
    done(&store, &lobby, say("ana", "1", "a")).await;
    let mut connection = connect(&folder.file()).await;
    run(&mut connection, "UPDATE tertulia_room SET head = 9007199254740990").await;
    let answers = batch(&store, &lobby, vec![say("ana", "2", "last"), say("ana", "3", "none left"), edit(1, "ana", "b")]).await;
    assert_eq!(answers[0].as_ref().map(|written| message(written).0.id).ok(), Some(tertulia::wire::NUMBER_MAX));
    assert!(answers[1..].iter().all(|answer| matches!(answer, Err(WriteError::Store(StoreError::Failed(_))))), "{answers:?}");
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 1).await), [tertulia::wire::NUMBER_MAX]);
}

#[tokio::test]
async fn what_is_made_is_for_its_owners_eyes_only_and_what_is_there_stays_as_it_is() {
    let folder = Folder::new();
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).expect("there").permissions().mode() & 0o777;
    let store = open(&folder.file()).await.expect("opens");
    done(&store, &room("room/lobby"), say("ana", "1", "hola")).await;
    assert_eq!(["rooms.db", "rooms.db-wal", "rooms.db-shm", "rooms.db.tertulia-lock"].map(mode), [0o600; 4]);
    store.close().await;
    drop(store);
    std::fs::set_permissions(folder.file(), Permissions::from_mode(0o640)).expect("set");
    let store = open(&folder.file()).await.expect("opens");
    done(&store, &room("room/lobby"), say("ana", "2", "hola")).await;
    assert_eq!(["rooms.db", "rooms.db-wal"].map(mode), [0o640; 2], "its group may be meant to read it");
}

/// Takes back what migration 20 has made.
const WITHOUT_20: &str = "DROP INDEX tertulia_seen_name_user; DELETE FROM tertulia_migration WHERE number = 20";

/// Takes back what migration 19 has made.
const WITHOUT_19: &str = "DROP INDEX tertulia_message_unread; DELETE FROM tertulia_migration WHERE number = 19";

/// Takes back what migration 18 has made.
const WITHOUT_18: &str = "ALTER TABLE tertulia_seen_name DROP COLUMN name; DELETE FROM tertulia_migration WHERE number = 18";

/// Takes back what migration 17 has made.
const WITHOUT_17: &str = "CREATE TABLE tertulia_old (room_key INTEGER NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, \
        until_ms INTEGER, why TEXT, since_ms INTEGER NOT NULL, by_id TEXT NOT NULL, address BLOB, address_until_ms INTEGER, \
        PRIMARY KEY (room_key, person)) WITHOUT ROWID; \
    INSERT INTO tertulia_old SELECT * FROM tertulia_restriction; DROP TABLE tertulia_restriction; \
    ALTER TABLE tertulia_old RENAME TO tertulia_restriction; \
    CREATE INDEX tertulia_restriction_address ON tertulia_restriction (address_until_ms) WHERE address_until_ms IS NOT NULL; \
    DELETE FROM tertulia_migration WHERE number = 17";

/// Takes back what migration 16 has made.
const WITHOUT_16: &str = "ALTER TABLE tertulia_room DROP COLUMN waiting; DELETE FROM tertulia_migration WHERE number = 16";

/// Takes back what migration 15 has made.
const WITHOUT_15: &str = "DROP INDEX tertulia_held_spoke; ALTER TABLE tertulia_held DROP COLUMN spoke_ms; \
    DROP INDEX tertulia_message_spoke; ALTER TABLE tertulia_message DROP COLUMN spoke_ms; \
    CREATE INDEX tertulia_message_spoke ON tertulia_message (room_key, sender_key, id) WHERE kind IN ('message', 'action'); \
    DELETE FROM tertulia_migration WHERE number = 15";

#[tokio::test]
async fn what_was_on_somebody_before_is_on_them_still() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await.expect("opens");
    let key = done(&store, &lobby, say("ana", "1", "hola")).await.facts.key;
    let address = Some(FromAddress { mark: AddressMark([7; 16]), until: Time(9_000) });
    let new = NewRestriction { kind: RestrictionKind::Ban, until: None, why: Some("Spam.".into()), address };
    let put = RestrictAct { user: "~eva".into(), restriction: Some(new), by: "mod".into(), ..RestrictAct::default() };
    done(&store, &lobby, Act::Restrict(Box::new(put))).await;
    let before = store.restrictions(key).await.expect("read");
    store.close().await;
    drop(store);
    let mut old = connect(&folder.file()).await;
    run(&mut old, WITHOUT_20).await;
    run(&mut old, WITHOUT_19).await;
    run(&mut old, WITHOUT_18).await;
    run(&mut old, WITHOUT_17).await;
    old.close().await.expect("closes");
    let store = open(&folder.file()).await.expect("opens");
    assert_eq!((store.restrictions(key).await.expect("read"), before.list.len()), (before, 1));
    store.close().await;
}

#[tokio::test]
async fn what_waited_before_was_said_when_it_came() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await.expect("opens");
    let review = Review { hold: Hold::Always(HeldBy::Filter), room_max: 9, bearer_max: 9 };
    let slowed = |client_id: &str, review| {
        in_room(&lobby, Act::Say(Box::new(NewMessage { slowed: true, review, ..new_message("ana", client_id, "hola") })))
    };
    done(&store, &lobby, put(PutRoom { slow_seconds: Some(60), ..PutRoom::default() })).await;
    write(&store, slowed("1", review), Time(5_000)).await.expect("waits");
    store.close().await;
    drop(store);
    let mut before = connect(&folder.file()).await;
    run(&mut before, WITHOUT_20).await;
    run(&mut before, WITHOUT_19).await;
    run(&mut before, WITHOUT_18).await;
    run(&mut before, WITHOUT_17).await;
    run(&mut before, WITHOUT_16).await;
    run(&mut before, WITHOUT_15).await;
    before.close().await.expect("closes");
    let store = open(&folder.file()).await.expect("opens");
    let early = write(&store, slowed("2", Review::default()), Time(64_999)).await;
    assert_eq!(refused(&early), Code::SlowDown);
    write(&store, slowed("2", Review::default()), Time(65_000)).await.expect("is said");
    store.close().await;
}

#[tokio::test]
async fn names_that_swept_rooms_of_before_left_are_nobodys_any_more() {
    let folder = Folder::new();
    let store = open(&folder.file()).await.expect("opens");
    let seen_name = Some(SeenName { look: "ana".into(), person: "ana".into(), guest: false });
    done(&store, &room("room/lobby"), Act::Say(Box::new(NewMessage { seen_name, ..new_message("ana", "1", "hola") }))).await;
    store.close().await;
    drop(store);
    let mut before = connect(&folder.file()).await;
    run(&mut before, WITHOUT_20).await;
    run(&mut before, WITHOUT_19).await;
    run(&mut before, WITHOUT_18).await;
    run(&mut before, WITHOUT_17).await;
    run(&mut before, WITHOUT_16).await;
    run(&mut before, WITHOUT_15).await;
    run(&mut before, "DELETE FROM tertulia_migration WHERE number >= 14; INSERT INTO tertulia_seen_name VALUES (7, 'evathesecret', 'evathesecret', 0, 9e15)").await;
    before.close().await.expect("closes");
    let store = open(&folder.file()).await.expect("opens");
    let key = facts(&store, &room("room/lobby")).await.key;
    assert_eq!(
        store.seen_names(key, &["ana".into()], Time(1)).await.expect("read").len(),
        1,
        "a room that is there keeps its names"
    );
    store.close().await;
    let mut after = connect(&folder.file()).await;
    assert_eq!(numbers(&mut after, "SELECT count(*) FROM tertulia_seen_name").await, [1]);
    after.close().await.expect("closes");
    let file = std::fs::read(folder.file()).expect("a file");
    assert!(!file.windows(12).any(|bytes| bytes == b"evathesecret"), "nor in the file");
}

#[tokio::test]
async fn names_of_before_look_as_they_look_now() {
    let folder = Folder::new();
    let store = open(&folder.file()).await.expect("opens");
    let lobby = room("room/lobby");
    let say = |by: &str, client_id: &str, name: &str, look: &str| {
        let sender = Some(Sender { id: Some(by.into()), name: name.into(), guest: false, avatar: None });
        let seen_name = Some(SeenName { look: look.into(), person: by.into(), guest: false });
        Act::Say(Box::new(NewMessage { sender, seen_name, ..new_message(by, client_id, "hola") }))
    };
    // As a version computed it for which signs and circled letters counted.
    done(&store, &lobby, say("ana", "1", "Zoë Ⓐ★", "zoëⓐ★")).await;
    done(&store, &lobby, say("ana", "2", "Zoë Ⓐ★", "zoëⓐ★")).await;
    done(&store, &lobby, say("ben", "1", "B.e.n", "b.e.n")).await;
    done(&store, &lobby, say("eva", "1", "Ben", "ben")).await;
    // Who was seen there and said nothing, or something else meanwhile.
    let key = facts(&store, &lobby).await.key;
    let seen = |person: &str, name: &str, look: &str| SeenUser {
        room: key,
        person: person.into(),
        look: look.into(),
        name: name.into(),
    };
    store.note_seen(&[seen("leo", "L.e.o", "l.e.o"), seen("ana", "A.n.a", "a.n.a")], 9, Time(0)).await.expect("noted");
    store.close().await;
    drop(store);
    let looks = ["zoëa", "ben", "leo", "ana"].map(|look| look.nfd().collect::<String>());
    for version in ["DELETE FROM tertulia_meta WHERE name = 'looks'", "UPDATE tertulia_meta SET value = -1 WHERE name = 'looks'"]
    {
        let mut before = connect(&folder.file()).await;
        run(&mut before, version).await;
        run(&mut before, "DELETE FROM tertulia_seen_name WHERE look LIKE 'zo%a' OR look IN ('leo', 'ana')").await;
        before.close().await.expect("closes");
        let store = open(&folder.file()).await.expect("opens");
        let key = facts(&store, &lobby).await.key;
        let held = store.seen_names(key, &looks, Time(1)).await.expect("read");
        let expected = [
            (looks[0].clone(), "ana".to_owned()),
            (looks[1].clone(), "eva".to_owned()),
            (looks[2].clone(), "leo".to_owned()),
            (looks[3].clone(), "ana".to_owned()),
        ];
        assert_eq!(held.into_iter().collect::<BTreeMap<_, _>>(), BTreeMap::from(expected), "and whoever has a name keeps it");
        store.close().await;
    }
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_told_so_and_makes_no_file() {
    let folder = Folder::new();
    let (link, to) = (folder.path().join("link.db"), folder.path().join("not-mounted/rooms.db"));
    for to in [to, folder.path().join("absent.db")] {
        std::os::unix::fs::symlink(&to, &link).expect("linked");
        let why = setup(open(&link).await);
        let told = format!("{} is a link to {}, which can't be opened", link.display(), to.display());
        assert!(why.starts_with(&told) && why.contains("No such file"), "{why}");
        assert!(Holder::of(&link).expect_err("told").to_string().starts_with(&told));
        std::fs::remove_file(&link).expect("removed");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is made");
    }
}

#[tokio::test]
async fn a_second_open_is_refused_and_names_the_process() {
    let folder = Folder::new();
    assert_eq!(Holder::of(&folder.file()).expect("nobody yet"), None);
    let store = open(&folder.file()).await.expect("opens");
    let pid = std::process::id();
    let link = folder.path().join("link.db");
    std::os::unix::fs::symlink(folder.file(), &link).expect("linked");
    for path in [folder.file(), link] {
        let why = setup(open(&path).await);
        assert!(why.contains(&format!("process {pid}")), "{why}");
    }
    done(&store, &room("room/lobby"), say("ana", "1", "hola")).await;

    let holder = Holder::of(&folder.file()).expect("read");
    assert_eq!(holder, Some(Holder { pid, address: None, control_token: None }));
    store.announce("127.0.0.1:8080", "long-token-that-gets-shorter").expect("written");
    store.announce("127.0.0.1:8080", "token").expect("written");
    let holder = Holder::of(&folder.file()).expect("read").expect("held");
    assert_eq!((holder.address.as_deref(), holder.control_token.as_deref()), (Some("127.0.0.1:8080"), Some("token")));
    let lock = folder.path().join("rooms.db.tertulia-lock");

    store.close().await;
    drop(store);
    assert_eq!(Holder::of(&folder.file()).expect("read"), None);
    assert!(!std::fs::read_to_string(&lock).expect("there").contains("token"), "no token outlives its process");
    let store = open(&folder.file()).await.expect("free again");
    assert_eq!(facts(&store, &room("room/lobby")).await.head, 1);
}

#[tokio::test]
async fn a_file_with_two_names_is_opened_by_neither_until_it_has_one() {
    let folder = Folder::new();
    let (one, other, copy) = (folder.file(), folder.path().join("other.db"), folder.path().join("copy.db"));
    let (store, lobby) = (open(&one).await.expect("opens"), room("room/lobby"));
    std::fs::hard_link(&one, &other).expect("linked");
    done(&store, &lobby, say("ana", "1", "hola")).await;
    let why = setup(open(&other).await);
    assert!(why.contains("other.db has another name, ") && why.contains("rooms.db (a hard link)"), "{why}");
    assert!(matches!(SqliteStore::backup(&other, &copy).await, Err(Error::Setup(_))), "what was written last is not beside it");
    let copied = SqliteStore::backup(&one, &copy).await.expect("by the name by which it is served");
    assert_eq!(copied.messages, 1);
    store.close().await;
    drop(store);
    for name in [&one, &other] {
        let why = setup(open(name).await);
        assert!(why.contains("(a hard link)"), "{why}");
    }
    std::fs::remove_file(&one).expect("removed");
    let store = open(&other).await.expect("has one name");
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 9).await), [1]);
}

#[tokio::test]
async fn a_closed_store_is_one_whole_file_also_where_another_program_has_it_open() {
    let folder = Folder::new();
    let (store, lobby) = (open(&folder.file()).await.expect("opens"), room("room/lobby"));
    let mut other = connect(&folder.file()).await;
    done(&store, &lobby, say("ana", "1", "hola")).await;
    assert_eq!(numbers(&mut other, "SELECT count(*) FROM tertulia_message").await, [1]);
    store.close().await;
    let copy = folder.path().join("copy.db");
    std::fs::copy(folder.file(), &copy).expect("is copied");
    assert_eq!(ids(&read(&open(&copy).await.expect("opens"), &lobby, Span::Newest, 9).await), [1]);
    // What comes later would lie in a log again that nobody writes back.
    assert!(
        batch(&store, &lobby, vec![say("ana", "2", "hola")])
            .await
            .iter()
            .all(|answer| matches!(answer, Err(WriteError::Store(StoreError::Away(_)))))
    );
    store.close().await;
    other.close().await.expect("closes");
}

#[tokio::test]
async fn what_is_no_file_of_rooms_is_told_so() {
    let folder = Folder::new();
    let why = setup(open(&folder.path().join("nowhere/rooms.db")).await);
    assert!(why.contains("nowhere"), "{why}");
    std::fs::write(folder.file(), "This is a letter, and it is long enough to be looked at as a file of tables. ".repeat(20))
        .expect("written");
    let why = setup(open(&folder.file()).await);
    assert!(why.contains("not a database"), "{why}");
}

/// A copy that is older than what keeps one restriction of each kind takes over all of them, and not the last one of each person.
#[tokio::test]
async fn who_was_banned_since_a_copy_of_an_older_version_still_is() {
    let (folder, lobby) = (Folder::new(), room("room/lobby"));
    let store = open(&folder.file()).await.expect("opens");
    done(&store, &lobby, say("ana", "1", "hola")).await;
    store.close().await;
    drop(store);
    let copy = folder.path().join("copy.db");
    SqliteStore::backup(&folder.file(), &copy).await.expect("is copied");
    let mut old = connect(&copy).await;
    run(&mut old, WITHOUT_20).await;
    run(&mut old, WITHOUT_19).await;
    run(&mut old, WITHOUT_18).await;
    run(&mut old, WITHOUT_17).await;
    old.close().await.expect("closes");
    let store = open(&folder.file()).await.expect("opens");
    for (user, kind) in [
        ("ana", RestrictionKind::Ban),
        ("ana", RestrictionKind::Kick),
        ("eva", RestrictionKind::Mute),
        ("eva", RestrictionKind::Ban),
    ] {
        let until = (kind == RestrictionKind::Kick).then_some(Time(i64::MAX));
        let new = NewRestriction { kind, until, why: None, address: None };
        let put = RestrictAct { user: user.into(), restriction: Some(new), by: "mod".into(), ..RestrictAct::default() };
        done(&store, &lobby, Act::Restrict(Box::new(put))).await;
    }
    store.close().await;
    drop(store);
    assert!(SqliteStore::restore(&copy, &folder.file(), true).await.expect("is put back").carried.is_some_and(|rows| rows > 0));
    let store = open(&folder.file()).await.expect("opens");
    let key = facts(&store, &lobby).await.key;
    let there = store.restrictions(key).await.expect("read");
    for user in ["ana", "eva"] {
        assert_eq!(there.on(user, Time(0)).map(|one| (one.kind, one.until)), Some((RestrictionKind::Ban, None)), "{user}");
    }
    store.close().await;
}
