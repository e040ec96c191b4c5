//! The host's side: its own code speaks and reads in rooms, its types have rooms, its file stays its own.

#[path = "host/mount.rs"]
mod mount;
#[path = "host/own_file.rs"]
mod own_file;

use std::sync::Arc;

use futures_util::{FutureExt, StreamExt};
use tertulia::store::Store;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{in_room, room, say};
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Cursor, Kind, Sender, Time};
use tertulia::{Attach, Chat};

async fn chat() -> Chat {
    Chat::builder().store(Arc::new(MemoryStore::new())).build().await.expect("a chat")
}

#[tokio::test]
async fn the_host_says_every_kind_by_name_by_user_or_from_nobody() {
    let hall = chat().await.room(&room("project/42"));
    hall.say(Kind::Message, Sender::user("7", "Ana"), "hola").await.expect("said");
    hall.say(Kind::Action, Sender::named("Beto"), "baila").await.expect("said");
    hall.notify("Version 2").await.expect("said");
    hall.system("Back in a minute").await.expect("said");
    for kind in [Kind::Join, Kind::Leave] {
        let refused = hall.say(kind, Sender::named("Ana"), "here").await.expect_err("told by the server alone");
        assert_eq!(refused.code(), Code::NotAllowed);
    }
    let page = hall.newest(50).await.expect("a page");
    let told: Vec<_> = page.messages.iter().map(|m| (m.kind, m.sender.as_ref().map(|sender| sender.id.as_deref()))).collect();
    let expected =
        [(Kind::Message, Some(Some("7"))), (Kind::Action, Some(None)), (Kind::Notification, None), (Kind::System, None)];
    assert_eq!(told, expected);
    assert_eq!(hall.messages(page.cursor.expect("there")).await.expect("a page").messages, []);
    assert_eq!(hall.messages(Cursor::Start).await.expect("a page").messages, page.messages);
    assert_eq!(hall.before(3, 1).await.expect("a page").messages, page.messages[1..2]);
}

#[tokio::test]
async fn the_host_edits_for_the_sender_alone_deletes_and_reacts() {
    let hall = chat().await.room(&room("project/42"));
    let said = hall.say(Kind::Message, Sender::user("7", "Ana"), "hola").await.expect("said");
    assert_eq!(hall.edit("8", said.id, "chau").await.expect_err("another's").code(), Code::NotAllowed);
    assert_eq!(hall.edit("7", said.id, "chau").await.expect("edited").text, "chau");
    assert_eq!(hall.react("8", said.id, "👍", true).await.expect("reacted").reactions[0].by, ["8"]);
    assert!(hall.react("8", said.id, "👍", false).await.expect("taken away").reactions.is_empty());
    assert!(hall.delete(said.id).await.expect("deleted").deleted.is_some());
    assert_eq!(hall.edit("7", said.id, "again").await.expect_err("final").code(), Code::Deleted);
    for nobody in ["", "a\nb"] {
        assert_eq!(hall.edit(nobody, said.id, "again").await.expect_err("nobody's id").code(), Code::Invalid);
        assert_eq!(hall.react(nobody, said.id, "👍", true).await.expect_err("nobody's id").code(), Code::Invalid);
    }
}

#[tokio::test]
async fn the_stream_of_a_room_is_from_the_very_beginning_however_far_that_is() {
    // More than a reader of a browser's may be behind.
    const SAID: usize = 2_300;
    let (store, lobby) = (Arc::new(MemoryStore::new()), room("room/lobby"));
    let acts: Vec<_> = (0..SAID).map(|n| in_room(&lobby, say("ana", &n.to_string(), "hola"))).collect();
    for some in acts.chunks(200) {
        assert!(store.write(some.to_vec(), Time(0)).await.iter().all(Result::is_ok));
    }
    let chat = Chat::builder().store(store).build().await.expect("a chat");
    let mut changes = Box::pin(chat.room(&lobby).changes(Cursor::Start));
    let mut read = 0;
    while read < SAID {
        let page = changes.next().await.expect("goes on").expect("a page");
        assert!(!page.reset && page.messages.len() <= if read == 0 { 200 } else { 64 }, "{read}: {}", page.messages.len());
        for message in page.messages {
            read += 1;
            assert_eq!(message.id, read as u64);
        }
    }
}

#[tokio::test]
async fn the_same_request_makes_one_message() {
    let hall = chat().await.room(&room("project/42"));
    let say = Say { text: "once".into(), client_id: Some("release-0002".parse().expect("valid")), ..Say::default() };
    let first = hall.say_with(say.clone()).await.expect("said");
    let second = hall.say_with(say).await.expect("said before");
    assert!(first.fresh && !second.fresh);
    assert_eq!((first.message.sender.clone(), first.message), (None, second.message));
}

#[tokio::test]
async fn a_parent_has_one_room_that_is_made_found_listed_and_deleted() {
    let chat = chat().await;
    let parent = room("project/42");
    assert!(chat.get_room(&parent).await.expect("asked").is_none());
    let comment = PutRoom { comment: Some("for all".into()), ..PutRoom::default() };
    let made = chat.create_room(&parent, comment.clone()).await.expect("made");
    assert_eq!(made.settings().await.expect("there").comment.as_deref(), Some("for all"));
    assert_eq!(chat.create_room(&parent, PutRoom::default()).await.expect_err("one only").code(), Code::Invalid);
    let other = PutRoom { comment: Some("other".into()), ..PutRoom::default() };
    let found = chat.get_or_create_room(&parent, other).await.expect("found");
    assert_eq!(found.settings().await.expect("there").comment.as_deref(), Some("for all"));
    for name in ["game/1", "project/1", "project/43"] {
        chat.get_or_create_room(&room(name), PutRoom::default()).await.expect("made");
    }
    let projects = "project".parse().expect("valid");
    let names = |rooms: Vec<tertulia::Room>| rooms.iter().map(|room| room.name().to_string()).collect::<Vec<_>>();
    let listed = chat.list_rooms(Some(&projects), None).await.expect("listed");
    assert_eq!(names(listed), ["project/1", "project/42", "project/43"]);
    let listed = chat.list_rooms(None, Some(&room("project/1"))).await.expect("listed");
    assert_eq!(names(listed), ["project/42", "project/43"]);
    made.delete_room().await.expect("deleted");
    assert!(chat.get_room(&parent).await.expect("asked").is_none());
    assert_eq!(made.notify("too late").await.expect_err("gone").code(), Code::RoomDeleted);
    let anew = chat.create_room(&parent, PutRoom::default()).await.expect("made anew");
    assert_eq!(anew.newest(1).await.expect("a page").messages, []);
}

#[tokio::test]
async fn of_many_who_make_one_room_one_makes_it() {
    let (chat, parent) = (chat().await, room("project/42"));
    let making = (0..8).map(|_| chat.create_room(&parent, PutRoom { locked: Some(true), ..PutRoom::default() }));
    let made = futures_util::future::join_all(making).await;
    assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 1);
}

struct Project(&'static str);

impl Attach for Project {
    const TYPE: &str = "project";
    fn id(&self) -> String {
        self.0.to_owned()
    }
}

#[tokio::test]
async fn any_value_of_the_hosts_has_a_room_with_a_name_for_people_in_their_language() {
    let chat = chat().await;
    let hall = chat.room_of(&Project("herramientas/martillo ñandú")).expect("a room");
    hall.notify("hola").await.expect("said");
    assert_eq!(hall.title("es-PY").await.expect("a title"), "Chat de project herramientas/martillo ñandú");
    assert_eq!(chat.room_of(&Project("42")).expect("a room").title("").await.expect("a title"), "Chat for project 42");
    hall.change_settings(PutRoom { title: Some("Martillos".into()), ..PutRoom::default() }).await.expect("changed");
    assert_eq!(hall.title("es").await.expect("a title"), "Martillos");
}

#[tokio::test]
async fn the_host_is_told_of_changes_as_they_happen_until_the_room_ends() {
    let chat = chat().await;
    let hall = chat.room(&room("project/42"));
    let said = hall.say(Kind::Message, Sender::user("7", "Ana"), "hola").await.expect("said");
    hall.change_settings(PutRoom { title: Some("Hall".into()), ..PutRoom::default() }).await.expect("changed");
    let now = hall.newest(1).await.expect("a page").cursor.expect("there");
    let mut all = Box::pin(hall.changes(Cursor::Start));
    let mut later = Box::pin(hall.changes(now));
    let first = all.next().await.expect("goes on").expect("a page");
    assert_eq!((first.messages.len(), first.settings.and_then(|settings| settings.title).as_deref()), (1, Some("Hall")));
    // Nothing is new for the later one, which is no page.
    assert!(later.next().now_or_never().is_none());
    hall.edit("7", said.id, "chau").await.expect("edited");
    for changes in [&mut all, &mut later] {
        assert_eq!(changes.next().await.expect("goes on").expect("a page").messages[0].text, "chau");
    }
    hall.delete_room().await.expect("deleted");
    let mut ended = all.collect::<Vec<_>>().await;
    assert_eq!(ended.pop().expect("an end").expect_err("the room is gone").code(), Code::RoomDeleted);
    chat.leave();
    assert!(chat.room(&room("project/1")).changes(Cursor::Start).collect::<Vec<_>>().await.is_empty());
}

#[tokio::test]
async fn two_chats_in_one_process_know_nothing_of_each_other() {
    let (one, other) = (chat().await, chat().await);
    one.room(&room("project/42")).notify("here").await.expect("said");
    assert!(other.get_room(&room("project/42")).await.expect("asked").is_none());
    one.close().await;
    other.room(&room("project/42")).notify("still here").await.expect("said");
}
