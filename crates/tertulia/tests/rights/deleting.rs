//! All that somebody has said goes at once: for every reader, wherever it stands, on each way to read.

use axum::body::Body;
use tertulia::testkit::words::room;
use tertulia::testkit::{Picture, Rules};
use tertulia::wire::moderation::Deed;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Cursor, DeletedBy, HoldMode, Kind, Level, Page, Sender};
use tertulia::{Chat, Room};

use super::line::{Heard, Line, WAYS, Way, ask, code, request};
use super::moderation::timed;
use super::{chat, token};

const ROOM: &str = "project/42";
/// More than one commit deletes, and more than a stream is told on opening.
const SAID: usize = 450;

/// A room in which ana and ben take turns.
async fn of_two(chat: &Chat) -> Room {
    let hall = chat.room(&room(ROOM));
    for n in 0..SAID {
        let who = if n % 2 == 0 { "ana" } else { "ben" };
        hall.say(Kind::Message, Sender::user(who, who), &format!("{who} {n}")).await.expect("said");
    }
    hall
}

async fn delete(chat: &Chat, query: &str, token: &str) -> (u16, bytes::Bytes) {
    let path = format!("/v1/rooms/project/42/messages{query}");
    ask(chat, request("DELETE", &path, token).body(Body::empty()).expect("a request")).await
}

/// Reads on from a cursor until there is no more.
async fn read_on(hall: &Room, picture: &mut Picture, mut cursor: Cursor) {
    loop {
        let page = hall.messages(cursor).await.expect("a page");
        if page.reset {
            picture.begin(&page);
        } else {
            picture.changes(&page.messages, page.settings.as_ref());
        }
        cursor = page.cursor.expect("goes on");
        if !page.more {
            return;
        }
    }
}

#[tokio::test]
async fn a_reader_has_the_right_picture_wherever_it_stood() {
    let chat = chat().await;
    let hall = of_two(&chat).await;
    let boss = token(&chat, "boss", ROOM, Level::Moderate);
    // Each has read so far; the last one everything.
    let mut readers = Vec::new();
    let mut page: Page = hall.messages(Cursor::Start).await.expect("a page");
    let mut picture = Picture::new(Rules::ALL);
    picture.begin(&Page { more: false, ..page.clone() });
    loop {
        let cursor = page.cursor.expect("goes on");
        readers.push((picture.clone(), cursor));
        if !page.more {
            break;
        }
        page = hall.messages(cursor).await.expect("a page");
        picture.changes(&page.messages, None);
    }
    assert!(readers.len() > 2);
    let newest = hall.newest(10).await.expect("a page");
    let mut at_the_end = Picture::new(Rules::ALL);
    at_the_end.begin(&newest);
    readers.push((at_the_end, newest.cursor.expect("goes on")));

    assert_eq!(delete(&chat, "?user=ben", &boss).await.0, 200);
    for (picture, cursor) in &mut readers {
        read_on(&hall, picture, *cursor).await;
        for message in picture.messages() {
            let bens = message.sender.as_ref().is_some_and(|sender| sender.id.as_deref() == Some("ben"));
            assert_eq!(message.text.is_empty(), bens, "{message:?}");
            assert_eq!(message.deleted_by, bens.then_some(DeletedBy::Moderator));
        }
    }
    assert_eq!(readers[0].0.messages().count(), SAID);
    let audit = hall.audit(None, 2).await.expect("an audit").entries;
    assert_eq!((audit[0].deed, audit[0].by.as_str(), audit[0].user.as_deref()), (Deed::DeleteAll, "boss", Some("ben")));
    assert_ne!(audit[1].deed, Deed::DeleteAll, "one deed");
    assert_eq!(delete(&chat, "?user=ben", &boss).await.0, 200, "again");
    assert_eq!(hall.audit(None, 1).await.expect("an audit").entries, audit[..1], "nothing was done");
}

#[tokio::test]
async fn open_streams_are_told_of_each_on_every_way_to_read() {
    for way in WAYS {
        let chat = chat().await;
        let hall = of_two(&chat).await;
        let ana = token(&chat, "ana", ROOM, Level::Say);
        let (mut line, _) = Line::open(&chat, &ana, ROOM, way).await;
        assert_eq!(hall.delete_all("ben").await.expect("deleted"), SAID as u64 / 2);
        hall.notify("the end").await.expect("said");
        let mut heard = Vec::new();
        while !format!("{:?}", heard.last()).contains("the end") {
            heard.push(line.next().await);
        }
        let texts = format!("{heard:?}");
        assert!(!texts.contains("ben 1") && !texts.contains("ana 1"), "{way:?}: {texts}");
        let told = match way {
            Way::Poll | Way::LongPoll => {
                heard.iter().map(|heard| if let Heard::Page(page) = heard { page.messages.len() } else { 0 }).sum()
            }
            Way::Text => texts.matches("\\n").count(),
            Way::Events | Way::Socket => heard.len(),
        };
        assert!(told > SAID / 2, "{way:?}: {told}");
        // And whoever comes now finds none of it.
        let (_, first) = Line::open(&chat, &ana, ROOM, way).await;
        assert!(!format!("{first:?}").contains("ben 1"), "{way:?}");
    }
}

#[tokio::test]
async fn what_is_held_of_theirs_goes_too_and_others_may_not() {
    let chat = chat().await;
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    for id in ["ana", "ben", "ben"] {
        let who = chat.identify(&token(&chat, id, ROOM, Level::Say)).expect("good");
        chat.say(&who, &room(ROOM), Say { text: "let me in".into(), ..Say::default() }).await.expect("is held");
    }
    let (boss, ben) = (token(&chat, "boss", ROOM, Level::Moderate), token(&chat, "ben", ROOM, Level::Say));
    for query in ["?user=ben", "?before=2100-01-01T00:00:00.000Z"] {
        assert_eq!(code(&delete(&chat, query, &ben).await.1), Code::NotAllowed, "{query}");
    }
    for query in ["", "?user=", "?user=ben&before=2100-01-01T00:00:00.000Z"] {
        assert_eq!(code(&delete(&chat, query, &boss).await.1), Code::Invalid, "{query}");
    }
    assert_eq!(code(&delete(&chat, "?before=2100-01-01T00:00:00.000Z", &boss).await.1), Code::NotAllowed, "it takes the owner");
    assert_eq!(hall.held(0).await.expect("a page").held.len(), 3);
    assert_eq!(delete(&chat, "?user=ben", &boss).await.0, 200);
    let held = hall.held(0).await.expect("a page").held;
    assert_eq!(
        held.iter().map(|one| one.sender.as_ref().and_then(|sender| sender.id.as_deref())).collect::<Vec<_>>(),
        [Some("ana")]
    );
}

#[tokio::test(start_paused = true)]
async fn what_two_purge_at_once_is_counted_once() {
    let (chat, _store) = timed().await;
    let hall = chat.room(&room(ROOM));
    let mut said = Vec::new();
    for n in 0..30 {
        said.push(hall.say(Kind::Message, Sender::user("ana", "Ana"), &format!("{n}")).await.expect("said").created);
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    let boss = chat.identify(&token(&chat, "boss", ROOM, Level::Own)).expect("good");
    let name = room(ROOM);
    let (one, other) = tokio::join!(chat.purge(&boss, &name, said[10]), chat.purge(&boss, &name, said[20]));
    let [one, other] = [one, other].map(|purged| purged.expect("purged").1);
    assert_eq!(one + other, 20);
    let left = hall.messages(Cursor::Start).await.expect("a page").messages.len();
    assert_eq!(left, 10);
}
