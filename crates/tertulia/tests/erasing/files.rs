//! What lies in the files, and what happens while others go on.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tertulia::Chat;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{HoldMode, Kind, Level, RoomName, Sender};

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

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_lies_in_any_file_when_the_answer_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, chat) = over(&folder.path().join("rooms.db")).await;
    for name in [ROOM, "room/purged", "room/deleted", "room/moved"] {
        say_much(&chat, &room(name)).await;
    }
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    let hers = chat.identify(&token(&chat, ID, NAME, Level::Say)).expect("good");
    chat.say(&hers, &room(ROOM), Say { text: WORDS.into(), ..Say::default() }).await.expect("is held");
    chat.room(&room("room/deleted")).delete_room().await.expect("deleted");
    chat.room(&room("room/moved")).move_to(&room("room/elsewhere")).await.expect("moved");
    let own = chat.owner_token("boss", 1_000).expect("a token");
    let path = "/v1/rooms/room/purged/messages?before=2100-01-01T00:00:00.000Z";
    assert_eq!(super::ask(&chat, "DELETE", path, &own).await.0, 200);
    assert!(!found(folder.path(), &[WORDS, NAME, FACE]).is_empty());

    chat.erase_person(ID).await.expect("erased");
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE]), Vec::<String>::new());
    assert!(!found(folder.path(), &["ben 12"]).is_empty(), "what others said is there");
    chat.close().await;
    store.close().await;
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_lies_between_the_rows_of_pages_that_were_split() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_store, chat) = over(&folder.path().join("rooms.db")).await;
    // Rooms grow side by side, so that pages are split in the middle.
    let rooms: Vec<_> = (0..7).map(|n| chat.room(&room(&format!("room/{n}")))).collect();
    for n in 0..1_500_usize {
        let text = format!("{WORDS} {n} ").repeat(1 + n * 7 % 5 * (n % 3) * 4);
        rooms[n * n % 7].say(Kind::Message, ana(), text.trim()).await.expect("said");
    }
    assert_eq!(chat.erase_person(ID).await.expect("erased").messages, 1_500);
    assert_eq!(found(folder.path(), &[WORDS, NAME, FACE]), Vec::<String>::new());
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
            let mut said = 0_u64;
            // She goes on until she is refused.
            while id == ID || !stop.load(Ordering::SeqCst) {
                let text = if id == ID { format!("{WORDS} {n} {said}") } else { format!("ben {n} {said}") };
                match chat.say(&who, &room(ROOM), Say { text, ..Say::default() }).await {
                    Ok(_) => said += 1,
                    Err(error) => return (said, Some(error)),
                }
                if said.is_multiple_of(10) {
                    // These are gathered for a while, and are under way when the erasure begins.
                    let (chat, who) = (chat.clone(), who.clone());
                    tokio::spawn(async move {
                        let name = room(ROOM);
                        let reacting = chat.react(&who, &name, 1 + said % 50, "👍", true);
                        let _ = tokio::join!(reacting, chat.mark_read(&who, &name, said));
                    });
                }
            }
            (said, None)
        }));
    }
    while chat.room(&room(ROOM)).newest(1).await.expect("a page").messages.first().is_none_or(|newest| newest.id < 400) {
        tokio::task::yield_now().await;
    }
    let erased = chat.erase_person(ID).await.expect("erased");
    let mut everything = String::new();
    let mut cursor = tertulia::wire::Cursor::Start;
    loop {
        let page = chat.room(&room(ROOM)).messages(cursor).await.expect("a page");
        everything.push_str(&serde_json::to_string(&page.messages).expect("text"));
        cursor = page.cursor.expect("goes on");
        if !page.more {
            break;
        }
    }
    is_clean("the feed", &everything);
    stop.store(true, Ordering::SeqCst);
    let (mut hers, mut bens) = (0, 0);
    for (n, saying) in saying.into_iter().enumerate() {
        let (said, error) = saying.await.expect("ends");
        assert_eq!(error.is_some(), n % 2 == 0, "she is refused, and ben is not: {error:?}");
        *(if n % 2 == 0 { &mut hers } else { &mut bens }) += said;
    }
    assert_eq!(erased.messages, hers, "all that was acknowledged, and nothing more");
    let lines = chat.export_person("ben").expect("an id");
    let lines: Vec<_> = futures_util::StreamExt::collect(lines).await;
    let of_ben = lines.iter().filter(|line| matches!(line, Ok(tertulia::wire::person::PersonLine::Message(_)))).count();
    assert_eq!(of_ben as u64, bens);
    assert_eq!(found(folder.path(), &[WORDS, NAME]), Vec::<String>::new());
    drop(store);
}
