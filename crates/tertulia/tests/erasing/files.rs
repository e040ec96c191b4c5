//! What lies in the files, and what happens while others go on.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};
use tertulia::Chat;
use tertulia::store::erasing::Erasure;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, Everywhere, NewMessage, Store};
use tertulia::testkit::words::{erase_from_rooms, in_room, new_message, room};
use tertulia::wire::person::PersonLine;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Cursor, HoldMode, Kind, Level, NewReport, RoomName, Sender, Time};

use super::export::lines;
use super::{FACE, ID, NAME, ROOM, WORDS, ana, chat_over, is_clean, token};

async fn over(file: &Path) -> (Arc<SqliteStore>, Chat) {
    let store = Arc::new(SqliteStore::open(SqliteOptions::new(file)).await.expect("opens"));
    (Arc::clone(&store), chat_over(store).await)
}

/// Which of these stand in which of the files.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let bytes = std::fs::read(&entry).expect("is read");
        let has = |word: &&&str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        found.extend(words.iter().filter(has).map(|word| format!("{word} in {}", entry.display())));
    }
    found
}

/// Texts of all lengths: some lie in pages of their own.
async fn say_much(chat: &Chat, name: &RoomName) {
    let hall = chat.room(name);
    for n in 0..40 {
        let long = format!("{WORDS} {n} ").repeat(1 + n % 5 * 20);
        let said = hall.say(Kind::Message, ana(), &long[..long.len().min(1_900)]).await.expect("said");
        if n % 3 == 0 {
            hall.edit(ID, said.id, &format!("other {WORDS} {n}")).await.expect("edited");
        }
        if n % 7 == 0 {
            hall.delete(said.id).await.expect("deleted");
        }
        hall.say(Kind::Message, Sender::user("ben", "Ben"), &format!("ben {n}")).await.expect("said");
    }
}

/// The columns of our tables in which a text stands, or is a part.
async fn columns_with(file: &Path, text: &str) -> Vec<String> {
    let mut connection = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.expect("opens");
    let sql = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, 2";
    let columns: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(&mut connection).await.expect("columns");
    let mut with = Vec::new();
    for (table, column) in columns {
        let sql = format!("SELECT count(*) FROM {table} WHERE instr(CAST({column} AS BLOB), CAST($1 AS BLOB)) > 0");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).bind(text).fetch_one(&mut connection).await.expect("counted");
        with.extend((rows > 0).then(|| format!("{table}.{column}")));
    }
    connection.close().await.expect("closes");
    with
}

/// How many messages are said side by side.
const SIDE_BY_SIDE: u64 = 1_500;

/// Says much in rooms that grow side by side, so that pages are split in the middle: copies of rows are left in them.
async fn say_side_by_side(store: &dyn Store, what: &str, sender: &Sender, words: &str) {
    let rooms: Vec<_> = (0..30).map(|n| room(&format!("side/{n}"))).collect();
    for from in (0..SIDE_BY_SIDE).step_by(50) {
        let say = |n: u64| {
            let text = format!("{words} {n} ").repeat(1 + usize::try_from(n * 7_919 % 20).expect("few"));
            let new = NewMessage { sender: Some(sender.clone()), ..new_message("bot", &format!("{what}-{n}"), text.trim()) };
            in_room(&rooms[usize::try_from(n % 30).expect("few")], Act::Say(Box::new(new)))
        };
        let answers = store.write((from..from + 50).map(say).collect(), Time(0)).await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    }
}

/// Somebody else who reads the file as it is now, for as long as they like.
async fn reading(file: &Path) -> SqliteConnection {
    let mut reader = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.expect("opens");
    for sql in ["BEGIN", "SELECT count(*) FROM tertulia_message"] {
        sqlx::query(sql).execute(&mut reader).await.expect("reads");
    }
    reader
}

/// The id of somebody who was erased beside the pseudonym that the audit has for them, as a row holds both.
const PAIR: &str = "id-of-ana~erased-";

/// Where the id of somebody who was erased still stands.
const REVOKED: [&str; 1] = ["tertulia_revocation.person"];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_lies_in_any_file_when_the_answer_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    for name in [ROOM, "room/purged", "room/deleted", "room/moved"] {
        say_much(&chat, &room(name)).await;
    }
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    for name in [ROOM, "room/deleted"].map(room) {
        // By herself, so that her name is hers there.
        let hers = chat.user_token(ID, NAME, &name, Level::Say, 100_000).expect("a token");
        let hers = chat.identify(&hers).expect("good");
        let bens = chat.room(&name).newest(1).await.expect("a page").messages[0].id;
        chat.say(&hers, &name, Say { text: WORDS.into(), ..Say::default() }).await.expect("said, or held");
        chat.react(&hers, &name, bens, "👍", true).await.expect("reacted");
        chat.mark_read(&hers, &name, bens).await.expect("marked");
        chat.report(&hers, &name, bens, NewReport { why: Some(WORDS.into()) }).await.expect("reported");
    }
    chat.room(&room("room/deleted")).delete_room().await.expect("deleted");
    chat.room(&room("room/moved")).move_to(&room("room/elsewhere")).await.expect("moved");
    let own = chat.owner_token("boss", 1_000).expect("a token");
    let path = "/v1/rooms/room/purged/messages?before=2100-01-01T00:00:00.000Z";
    assert_eq!(super::ask(&chat, "DELETE", path, &own).await.0, 200);
    assert!(!found(folder.path(), &[WORDS, NAME, FACE]).is_empty());

    chat.erase_person(ID).await.expect("erased");
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE, PAIR]), Vec::<String>::new());
    assert!(!found(folder.path(), &["ben 12"]).is_empty(), "what others said is there");
    assert_eq!(columns_with(&folder.path().join("rooms.db"), ID).await, REVOKED, "that her tokens are refused");
    chat.close().await;
    store.close().await;
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE, PAIR]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_lies_between_the_rows_of_pages_that_were_split() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    say_side_by_side(&*store, "ana", &ana(), WORDS).await;
    assert_eq!(chat.erase_person(ID).await.expect("erased").messages, SIDE_BY_SIDE);
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE, PAIR]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_lies_there_when_it_was_waited_for_in_vain_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    say_side_by_side(&*store, "first", &ana(), WORDS).await;
    // The file is written anew, and then somebody reads it as it was: whoever waits gives up.
    let reader = reading(&folder.path().join("rooms.db")).await;
    let erasure = Erasure { person: ID.into(), pseudonym: "~erased-1".into() };
    let begin = Everywhere::Erase { erasure: erasure.clone(), second: 1, by: "boss".into() };
    store.raise_everywhere(begin, Time(0)).await.expect("begun");
    erase_from_rooms(&*store, &erasure, Time(0)).await;
    while !store.finish_erasure(&erasure).await.expect("finished").waits {}
    reader.close().await.expect("closes");

    // More of hers comes, by the host's word.
    say_side_by_side(&*store, "again", &ana(), WORDS).await;
    assert_eq!(chat.erase_person(ID).await.expect("erased").messages, SIDE_BY_SIDE);
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE, PAIR]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_is_out_of_the_file_with_the_next_checkpoint() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    let hall = chat.room(&room(ROOM));
    let mut ids = Vec::new();
    for n in 0..40 {
        ids.push(hall.say(Kind::Message, ana(), &format!("{WORDS} {n} ").repeat(1 + n % 5 * 8)).await.expect("said").id);
    }
    chat.close().await;
    store.close().await;
    drop((hall, chat, store));
    let main = |words| found(folder.path(), words).into_iter().filter(|found| found.ends_with("rooms.db")).collect::<Vec<_>>();
    assert_eq!(main(&[WORDS]).len(), 1, "it was in the file");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    for id in ids {
        chat.room(&room(ROOM)).delete(id).await.expect("deleted");
    }
    chat.close().await;
    store.close().await;
    assert_eq!(main(&[WORDS]), Vec::<String>::new());
}

/// All that a reader is told who begins at the start.
async fn whole_feed(chat: &Chat) -> String {
    let (mut everything, mut cursor) = (String::new(), Cursor::Start);
    loop {
        let page = chat.room(&room(ROOM)).messages(cursor).await.expect("a page");
        everything.push_str(&serde_json::to_string(&page.messages).expect("text"));
        cursor = page.cursor.expect("goes on");
        if !page.more {
            return everything;
        }
    }
}

/// The newest message. Reactions take numbers, too, so not every number is a message's.
async fn newest(chat: &Chat) -> Option<u64> {
    chat.room(&room(ROOM)).newest(1).await.expect("a page").messages.first().map(|newest| newest.id)
}

/// Reactions and marks are gathered for a while, and are under way when the erasure begins.
fn react_and_read(chat: &Chat, who: &tertulia::auth::Identity, said: u64) -> tokio::task::JoinHandle<()> {
    let (chat, who, name) = (chat.clone(), who.clone(), room(ROOM));
    tokio::spawn(async move {
        let reacting = chat.react(&who, &name, 1 + said * 3 % 97, "👍", true);
        let _ = tokio::join!(reacting, chat.mark_read(&who, &name, said));
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn while_others_and_they_themselves_go_on_saying() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    let stop = Arc::new(AtomicBool::new(false));
    let mut saying = Vec::new();
    for n in 0..4 {
        let (id, name) = if n % 2 == 0 { (ID, NAME) } else { ("ben", "Ben") };
        let who = chat.identify(&token(&chat, id, name, Level::Say)).expect("good");
        let (chat, stop) = (chat.clone(), Arc::clone(&stop));
        saying.push(tokio::spawn(async move {
            let (mut said, mut beside) = (0_u64, Vec::new());
            // She goes on until she is refused.
            while id == ID || !stop.load(Ordering::SeqCst) {
                let text = if id == ID { format!("{WORDS} {n} {said}") } else { format!("ben {n} {said}") };
                match chat.say(&who, &room(ROOM), Say { text, ..Say::default() }).await {
                    Ok(_) => said += 1,
                    Err(error) => return (said, beside, Some(error)),
                }
                if said.is_multiple_of(10) {
                    beside.push(react_and_read(&chat, &who, said));
                }
            }
            (said, beside, None)
        }));
    }
    let id = loop {
        match newest(&chat).await {
            Some(id @ 400..) => break id,
            _ => tokio::task::yield_now().await,
        }
        assert!(!saying.iter().any(tokio::task::JoinHandle::is_finished), "they go on");
    };
    chat.room(&room(ROOM)).react(ID, id, "🎉", true).await.expect("reacted");
    chat.room(&room(ROOM)).read_by(ID, id).await.expect("marked");
    let erased = chat.erase_person(ID).await.expect("erased");
    assert_eq!(erased.read_marks, 1);
    is_clean("the feed", &whole_feed(&chat).await);
    stop.store(true, Ordering::SeqCst);
    let (mut hers, mut bens) = (0, 0);
    for (n, saying) in saying.into_iter().enumerate() {
        let (said, beside, error) = saying.await.expect("ends");
        // Whatever became of what was under way, it is over.
        futures_util::future::join_all(beside).await;
        assert_eq!(error.is_some(), n % 2 == 0, "she is refused, and ben is not: {error:?}");
        *(if n % 2 == 0 { &mut hers } else { &mut bens }) += said;
    }
    assert_eq!(erased.messages, hers, "all that was acknowledged, and nothing more");
    let of_ben = lines(&chat, "ben").await;
    assert_eq!(of_ben.iter().filter(|line| matches!(line, PersonLine::Message(_))).count() as u64, bens);
    assert!(of_ben.iter().any(|line| matches!(line, PersonLine::Reaction(_))), "his stay");
    assert!(of_ben.iter().any(|line| matches!(line, PersonLine::ReadMark(_))), "his stay");
    let of_ana = lines(&chat, ID).await;
    let nothing = matches!(of_ana[..], [PersonLine::TertuliaPerson(_), PersonLine::Revoked(_), PersonLine::End(_)]);
    assert!(nothing, "{of_ana:?}");
    assert_eq!(found(folder.path(), &[WORDS, NAME, PAIR]), Vec::<String>::new());
    assert_eq!(columns_with(&folder.path().join("rooms.db"), ID).await, REVOKED);
    drop(store);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_answer_while_somebody_reads_the_files_as_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    say_much(&chat, &room(ROOM)).await;
    let reader = reading(&folder.path().join("rooms.db")).await;
    let mut erasing = tokio::spawn({
        let chat = chat.clone();
        async move { chat.erase_person(ID).await }
    });
    // Whoever answers too early does so at once.
    if tokio::time::timeout(std::time::Duration::from_millis(500), &mut erasing).await.is_ok() {
        assert_eq!(found(folder.path(), &[WORDS, NAME]), Vec::<String>::new(), "answered");
    }
    assert!(!found(folder.path(), &[WORDS]).is_empty(), "it is there to be read");
    reader.close().await.expect("closes");
    erasing.await.expect("no panic").expect("erased");
    assert_eq!(found(folder.path(), &[WORDS, NAME, PAIR]), Vec::<String>::new());
    drop(store);
}
