//! Rooms that move while they are read and written to.

use axum::body::Body;
use futures_util::StreamExt;
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Cursor, Kind, Level, Page, Sender};

use super::line::{Heard, Line, WAYS, Way, ask, request};
use super::{chat, token};

#[tokio::test(start_paused = true)]
async fn a_reader_is_led_to_where_the_room_has_moved() {
    for way in WAYS {
        let chat = chat().await;
        let hall = chat.room(&room("project/42"));
        hall.notify("one").await.expect("said");
        // By a grant that holds for both names.
        let ana = chat.owner_token("ana", 100_000).expect("a token");
        let (mut line, first) = Line::open(&chat, &ana, "project/42", way).await;
        if let Heard::Page(page) = &first {
            assert_eq!((page.room.clone(), page.messages.len()), (room("project/42"), 1), "{way:?}");
        }
        let moved = hall.move_to(&room("topic/9")).await.expect("moved");
        assert_eq!(*moved.name(), room("topic/9"));
        moved.notify("two").await.expect("said");
        let next = loop {
            match line.next().await {
                Heard::Lines(text) if text.contains("one") => {}
                next => break next,
            }
        };
        match (way, next) {
            (Way::Poll | Way::LongPoll, Heard::Page(page)) => {
                assert_eq!((page.room.clone(), page.messages[0].text.as_str(), page.reset), (room("topic/9"), "two", false));
            }
            (Way::Events | Way::Socket, next) => assert_eq!(next, Heard::Ended(Code::Moved, Some(room("topic/9"))), "{way:?}"),
            (Way::Text, Heard::Lines(text)) => assert!(text.contains("another name") && !text.contains("two"), "{text}"),
            (way, next) => panic!("{way:?}: {next:?}"),
        }
        let (_, first) = Line::open(&chat, &ana, "project/42", way).await;
        if let Heard::Page(page) = first {
            let texts: Vec<_> = page.messages.iter().map(|message| message.text.as_str()).collect();
            assert_eq!((page.room, texts), (room("topic/9"), vec!["one", "two"]), "{way:?}: the old name leads there");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_poll_is_answered_at_once_with_the_new_name() {
    let chat = chat().await;
    let hall = chat.room(&room("project/42"));
    hall.notify("one").await.expect("said");
    let ana = chat.owner_token("ana", 100_000).expect("a token");
    let (mut line, _) = Line::open(&chat, &ana, "project/42", Way::LongPoll).await;
    let began = tokio::time::Instant::now();
    let waiting = tokio::spawn(async move { (line.next().await, line) });
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    hall.rename(&"43".parse().expect("an id")).await.expect("renamed");
    let (Heard::Page(page), _) = waiting.await.expect("whole") else { panic!("no page") };
    assert_eq!((page.room, page.messages.len(), page.reset, began.elapsed().as_secs()), (room("project/43"), 0, false, 1));
}

#[tokio::test(start_paused = true)]
async fn grants_are_judged_by_the_present_name() {
    for way in WAYS {
        let chat = chat().await;
        let hall = chat.room(&room("project/42"));
        hall.notify("one").await.expect("said");
        let (old, new) = (token(&chat, "ana", "project/42", Level::Say), token(&chat, "ben", "project/43", Level::Say));
        let (mut line, _) = Line::open(&chat, &old, "project/42", way).await;
        assert_eq!(Line::open(&chat, &new, "project/42", way).await.1, Heard::Ended(Code::NotFound, None), "{way:?}");
        hall.move_to(&room("project/43")).await.expect("moved").notify("secret").await.expect("said");
        let mut heard = Vec::new();
        while !matches!(heard.last(), Some(Heard::Over | Heard::Ended(..))) {
            heard.push(line.next().await);
        }
        let told = format!("{heard:?}");
        assert!(!told.contains("secret") && !told.contains("project/43"), "{way:?}: {told}");
        if way != Way::Text {
            assert_eq!(heard.last(), Some(&Heard::Ended(Code::NotFound, None)), "{way:?}");
        }
        assert_eq!(Line::open(&chat, &old, "project/42", way).await.1, Heard::Ended(Code::NotFound, None), "{way:?}");
        match Line::open(&chat, &new, "project/42", way).await.1 {
            Heard::Page(page) => assert_eq!(page.room, room("project/43")),
            Heard::Lines(_) => {}
            other => panic!("{way:?}: {other:?}"),
        }
        let say = Say { text: "by the old name".into(), ..Say::default() };
        let (old, new) = (chat.identify(&old).expect("good"), chat.identify(&new).expect("good"));
        let refused = chat.say(&old, &room("project/42"), say.clone()).await.expect_err("no right there");
        assert_eq!(refused.code(), Code::NotFound);
        assert_eq!(chat.say(&new, &room("project/42"), say).await.expect("said").said().expect("not held").message.id, 3);
    }
}

#[tokio::test]
async fn a_room_made_under_an_old_name_is_another_one() {
    let chat = chat().await;
    let hall = chat.room(&room("project/42"));
    hall.notify("one").await.expect("said");
    let moved = hall.move_to(&room("project/43")).await.expect("moved");
    assert_eq!(*chat.get_room(&room("project/42")).await.expect("asked").expect("there").name(), room("project/43"));
    hall.change_settings(PutRoom { title: Some("Hall".into()), ..PutRoom::default() }).await.expect("by the old handle");
    assert_eq!(moved.settings().await.expect("there").title.as_deref(), Some("Hall"));
    hall.notify("two").await.expect("the host may by any name");
    assert_eq!(moved.move_to(&room("project/43")).await.expect("stays").newest(9).await.expect("a page").messages.len(), 2);

    let owner = chat.owner_token("owner", 60).expect("a token");
    let put = request("PUT", "/v1/rooms/project/42", &owner).body(Body::from("{}")).expect("a request");
    let (status, body) = ask(&chat, put).await;
    let page: Page = serde_json::from_slice(&body).expect("a page");
    assert_eq!(
        (status, page.room, page.cursor.map(|cursor| cursor.to_string().ends_with(".0"))),
        (201, room("project/42"), Some(true))
    );
    assert_eq!(hall.newest(9).await.expect("a page").messages, []);
    assert_eq!(moved.newest(9).await.expect("a page").messages.len(), 2);
    let refused = moved.move_to(&room("project/42")).await.expect_err("there is one now");
    assert_eq!(refused.into_refusal().reason, Some("room-exists"));
    let made = chat.get_or_create_room(&room("project/44"), PutRoom::default()).await.expect("made");
    made.rename(&"45".parse().expect("an id")).await.expect("renamed");
    let again = chat.get_or_create_room(&room("project/44"), PutRoom::default()).await.expect("made anew");
    assert_eq!(*again.name(), room("project/44"));
    moved.delete_room().await.expect("deleted");
    assert_eq!(moved.notify("late").await.expect_err("gone").code(), Code::RoomDeleted);
}

#[tokio::test]
async fn who_waits_for_a_room_is_there_when_one_moves_in() {
    for way in [Way::Events, Way::Socket] {
        let chat = chat().await;
        let ana = chat.owner_token("ana", 100_000).expect("a token");
        let (mut line, first) = Line::open(&chat, &ana, "project/43", way).await;
        assert!(matches!(&first, Heard::Page(page) if page.cursor == Some(Cursor::Start)), "{first:?}");
        let hall = chat.room(&room("project/42"));
        hall.notify("one").await.expect("said");
        hall.move_to(&room("project/43")).await.expect("moved");
        while line.next().await != Heard::Said("one".into()) {}
    }
}

#[tokio::test]
async fn whatever_is_said_while_a_room_moves_about_is_said_once_and_heard_by_who_follows() {
    let chat = chat().await;
    let names = ["project/1", "project/2", "topic/1"].map(room);
    let hall = chat.room(&names[0]);
    hall.notify("begin").await.expect("said");
    let mut changes = Box::pin(hall.changes(Cursor::Start));
    let saying = (0..4).map(|by| {
        let (chat, names) = (chat.clone(), names.clone());
        tokio::spawn(async move {
            for n in 0..50_usize {
                let sender = Sender::user(format!("u{by}"), "U");
                // The first name always leads to the room, since nobody makes another one under it.
                chat.room(&names[0]).say(Kind::Message, sender, &format!("{by}-{n}")).await.expect("said");
            }
        })
    });
    let saying: Vec<_> = saying.collect();
    for turn in 1..=60 {
        chat.room(&names[0]).move_to(&names[turn % 3]).await.expect("moved");
        tokio::task::yield_now().await;
    }
    for said in saying {
        said.await.expect("whole");
    }
    let mut heard = Vec::new();
    while heard.len() < 201 {
        heard.extend(changes.next().await.expect("goes on").expect("a page").messages);
    }
    let ids: Vec<_> = heard.iter().map(|message| message.id).collect();
    assert_eq!(ids, (1..=201).collect::<Vec<_>>(), "each once, in order");
}

#[tokio::test]
async fn a_room_tells_when_it_was_made() {
    let chat = chat().await;
    let hall = chat.room(&room("project/42"));
    assert_eq!(hall.created().await.expect("asked"), None);
    let said = hall.notify("one").await.expect("said");
    assert_eq!(hall.created().await.expect("asked"), Some(said.created));
    assert_eq!(hall.newest(1).await.expect("a page").created, Some(said.created));
    let owner = chat.owner_token("owner", 60).expect("a token");
    for path in ["/v1/rooms/project/42", "/v1/rooms"] {
        let (_, body) = ask(&chat, request("GET", path, &owner).body(Body::empty()).expect("a request")).await;
        let pages: Vec<Page> = serde_json::from_slice(&body)
            .or_else(|_| Ok::<_, serde_json::Error>(vec![serde_json::from_slice(&body)?]))
            .expect("pages");
        assert_eq!(pages[0].created, Some(said.created), "{path}");
    }
}
