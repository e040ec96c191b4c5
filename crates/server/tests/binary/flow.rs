//! The same story in each of the four ways to read.

use reqwest::Method;
use tertulia_wire::frame::{ClientFrame, Close, SayFrame};
use tertulia_wire::request::{PutRoom, Say};
use tertulia_wire::{Code, Cursor, DeletedBy, Epoch, Page, ServerFrame};

use crate::client::{answer, saying};
use crate::line::{From, STREAMS, Socket, WAYS, Way};
use crate::picture::Ledger;
use crate::reader::Reader;
use crate::server::{Server, within};

const ROOM: &str = "project/42";
/// Long polls for what doesn't come are held no longer than it takes to see that they are.
const SHORT_WAITS: &str = "[limits]\nwait_max_s = 1";

#[tokio::test]
async fn everybody_sees_what_is_said_edited_reacted_to_and_deleted() {
    let server = Server::start_with(SHORT_WAITS).await;
    let (ana, beto, ledger) = (server.guest("Ana").await, server.guest("Beto").await, Ledger::default());
    let begins = [From::After(Cursor::Start), From::Newest(50)];
    let reader = |way, from| Reader::new(&server.nobody(), ROOM, way, from).noting(&ledger);
    let mut readers: Vec<Reader> = WAYS.iter().flat_map(|way| begins.map(|from| reader(*way, from))).collect();
    for reader in &mut readers {
        reader.until("the room is not there yet", |picture| picture.cursor == Some(Cursor::Start)).await;
    }

    let first = ana.say(ROOM, "hola").await;
    assert_eq!((first.id, first.version), (1, 1));
    let second = beto.say(ROOM, "qué tal").await;
    let edited = ana.edit(ROOM, first.id, "hola a todos").await.expect("is edited");
    let reacted = beto.react(ROOM, first.id, "👍", true).await.expect("is reacted to");
    let deleted = beto.delete(ROOM, second.id).await.expect("is deleted");
    assert_eq!((edited.version, reacted.version, deleted.version), (3, 4, 5));
    assert_eq!((deleted.text.as_str(), deleted.deleted_by), ("", Some(DeletedBy::Sender)));
    for message in [&first, &second, &edited, &reacted, &deleted] {
        ledger.note(message);
    }

    let (room, page) = ana.whole_feed(ROOM).await;
    assert_eq!(room, [reacted, deleted]);
    for reader in &mut readers {
        reader.until_at(page.cursor).await;
        reader.picture.is(&room, &reader.way.to_string());
    }
    let repeated = beto.delete(ROOM, second.id).await.expect("is deleted already");
    assert_eq!(repeated.version, 5);
    let edit = beto.edit(ROOM, second.id, "too late").await.expect_err("is deleted");
    assert_eq!(edit.code(), Code::Deleted);
}

#[tokio::test]
async fn a_retry_is_answered_with_the_message_as_it_is_now() {
    let server = Server::start().await;
    let (ana, beto) = (server.guest("Ana").await, server.guest("Beto").await);
    let say = saying("request-1", "hola");
    let (status, said) = ana.try_say(ROOM, &say).await.expect("is said");
    assert_eq!((status, said.text.as_str()), (201, "hola"));
    assert_eq!(ana.try_say(ROOM, &say).await.expect("was said"), (200, said.clone()));
    let other = ana.try_say(ROOM, &saying("request-1", "something else")).await.expect_err("is another request");
    assert_eq!(other.code(), Code::ClientIdReused);
    let (status, another) = beto.try_say(ROOM, &say).await.expect("is another sender's");
    assert_eq!((status, another.id), (201, 2));

    let edited = ana.edit(ROOM, said.id, "hola!").await.expect("is edited");
    assert_eq!(ana.try_say(ROOM, &say).await.expect("was said"), (200, edited));
    let deleted = ana.delete(ROOM, said.id).await.expect("is deleted");
    assert_eq!(ana.try_say(ROOM, &say).await.expect("was said"), (200, deleted));
    assert_eq!(ana.whole_feed(ROOM).await.0.len(), 2, "each made one message");

    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    for (text, id) in [("by socket", Some(5)), ("by socket", Some(5)), ("other", None)] {
        let frame = SayFrame {
            reference: "1".into(),
            room: ROOM.parse().expect("a room"),
            say: Say { text: text.into(), client_id: Some("request-2".parse().expect("a client id")), ..Say::default() },
        };
        socket.send(&ClientFrame::Say(frame)).await.expect("is sent");
        match (socket.next().await.expect("answers"), id) {
            (ServerFrame::Said(said), Some(id)) => assert_eq!((said.message.id, said.reference.as_str()), (id, "1")),
            (ServerFrame::Problem(frame), None) => assert_eq!(frame.problem.code, Code::ClientIdReused),
            (other, _) => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn the_first_page_goes_on_without_a_gap_or_a_double() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "0").await;
    let talking = tokio::spawn(async move {
        for n in 1..200 {
            ana.say(ROOM, &n.to_string()).await;
        }
    });
    let mut readers = Vec::new();
    let nobody = server.nobody();
    while !talking.is_finished() && readers.len() < 60 {
        for way in WAYS {
            let mut reader = Reader::new(&nobody, ROOM, way, From::Newest(5));
            reader.hear().await.expect("a page");
            readers.push(reader);
        }
    }
    talking.await.expect("said all");
    let (room, page) = server.nobody().whole_feed(ROOM).await;
    for reader in &mut readers {
        let held: Vec<u64> = reader.picture.messages.keys().copied().collect();
        reader.until_at(page.cursor).await;
        reader.picture.is(&room, &reader.way.to_string());
        // No edits here: each change is a new message, and every message after the page is one change.
        let after = held.last().copied().unwrap_or_default() + 1;
        assert_eq!(reader.picture.seen, (after..=200).collect::<Vec<_>>(), "{}: after {held:?}", reader.way);
    }
}

#[tokio::test]
async fn a_cursor_of_another_history_is_answered_with_reset() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    for n in 1..=60 {
        ana.say(ROOM, &n.to_string()).await;
    }
    let (room, page) = ana.whole_feed(ROOM).await;
    let Some(Cursor::At { epoch, version }) = page.cursor else { panic!("{page:?}") };
    let unknown = Cursor::At { epoch: Epoch(epoch.0 ^ 1), version: 3 };
    let ahead = Cursor::At { epoch, version: version + 1 };
    for (way, cursor) in WAYS.iter().flat_map(|way| [(*way, unknown), (*way, ahead)]) {
        let mut reader = Reader::after(&server.nobody(), ROOM, way, cursor);
        reader.until_at(page.cursor).await;
        assert_eq!((reader.picture.resets, reader.picture.lowest), (1, 11), "{way}: the newest page, after a reset");
        reader.picture.is(&room, &way.to_string());
    }
}

#[tokio::test]
async fn a_cursor_that_is_none_is_refused() {
    let server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    let nobody = server.nobody();
    for cursor in ["1", "-1", "null", "0000000000000000.01", "000000000000000G.1"] {
        for query in [format!("after={cursor}"), format!("after={cursor}&wait=25"), format!("after={cursor}&format=sse")] {
            let refused = nobody.page(ROOM, &query).await.expect_err("is no cursor");
            assert_eq!(refused.code(), Code::Invalid, "{query}");
        }
        let mut socket = Socket::connect(&nobody).await.expect("connects");
        socket.hello(None).await.expect("is welcome");
        let open = format!(r#"{{"type": "open", "ref": "1", "room": "{ROOM}", "after": "{cursor}"}}"#);
        socket.send_text(&open).await.expect("is sent");
        match socket.next().await.expect("answers") {
            ServerFrame::Problem(frame) => {
                assert_eq!((frame.reference.as_deref(), frame.problem.status), (Some("1"), 422), "{cursor}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn reading_makes_no_room() {
    let server = Server::start_with(SHORT_WAITS).await;
    let (nobody, owner) = (server.nobody(), server.owner());
    for query in ["", "last=5", "after=0", "before=5", "above=0", "around=7"] {
        let page = nobody.page("quiet/1", query).await.expect("a page");
        let begins = matches!(query, "" | "last=5" | "after=0").then_some(Cursor::Start);
        assert_eq!((page.messages, page.cursor, page.more, page.reset), (Vec::new(), begins, false, false), "{query}");
    }
    let page: Page = nobody.get("/v1/rooms/quiet/1").await.expect("a page");
    assert_eq!((page.cursor, page.more), (Some(Cursor::Start), false));
    for way in WAYS {
        Reader::new(&nobody, "quiet/1", way, From::After(Cursor::Start)).hear().await.expect("a page");
        let mut reader = Reader::after(&nobody, "quiet/1", way, Cursor::At { epoch: Epoch(7), version: 7 });
        reader.until("what it had is no more", |picture| picture.resets == 1 && picture.cursor == Some(Cursor::Start)).await;
    }
    let rooms: Vec<Page> = owner.get("/v1/rooms").await.expect("a list");
    assert_eq!(rooms, []);
}

/// Whether there is more to look for is the same in all answers: settings take a version and are no message, a deleted one keeps its place.
#[tokio::test]
async fn a_room_without_messages_has_no_more_of_them() {
    let server = Server::start_with(SHORT_WAITS).await;
    let owner = server.owner();
    let agree = async |more: bool, what: &str| {
        let page: Page = owner.get(&format!("/v1/rooms/{ROOM}")).await.expect("a page");
        let put = owner.put_room(ROOM, &PutRoom::default()).await.expect("is there").1;
        let listed: Vec<Page> = owner.get("/v1/rooms").await.expect("a list");
        assert_eq!((page.more, put.more, listed[0].more), (more, more, more), "{what}");
        assert_eq!(!owner.page(ROOM, "last=1").await.expect("a page").messages.is_empty(), more, "{what}");
    };
    let titled = PutRoom { title: Some("T".to_owned()), ..PutRoom::default() };
    let (_, made) = owner.put_room(ROOM, &titled).await.expect("is made");
    assert!(!made.more);
    agree(false, "only settings").await;
    owner.say(ROOM, "hola").await;
    agree(true, "a message").await;
    owner.delete(ROOM, 2).await.expect("is deleted");
    agree(true, "a deleted message").await;
    let at = "2100-01-01T00:00:00.000Z";
    answer(owner.request(Method::DELETE, &format!("/v1/rooms/{ROOM}/messages?before={at}")).await).await.expect("is purged");
    agree(false, "a purged room").await;
}

#[tokio::test]
async fn a_deleted_room_ends_its_streams_and_comes_back_as_another() {
    let server = Server::start().await;
    let (ana, owner) = (server.guest("Ana").await, server.owner());
    ana.say(ROOM, "hola").await;
    let old = ana.whole_feed(ROOM).await.1.cursor.expect("has one");
    let mut readers: Vec<Reader> = WAYS.map(|way| Reader::new(&ana, ROOM, way, From::Newest(50))).into();
    for reader in &mut readers {
        reader.until_at(Some(old)).await;
    }
    owner.delete_room(ROOM).await.expect("is deleted");
    for reader in &mut readers {
        assert_eq!(reader.until_ended().await, Code::RoomDeleted, "{}", reader.way);
        reader.drop_line();
        assert_eq!(reader.until_ended().await, Code::RoomDeleted, "{}: and stays so", reader.way);
    }
    assert_eq!(ana.try_say(ROOM, &saying("request-1", "hola")).await.expect_err("is gone").code(), Code::RoomDeleted);
    assert_eq!(ana.get::<Page>("/v1/rooms/project/42").await.expect_err("is gone").code(), Code::RoomDeleted);
    assert_eq!(owner.delete_room(ROOM).await.expect_err("is gone").code(), Code::RoomDeleted);

    let title = PutRoom { title: Some("Forty-two".into()), ..PutRoom::default() };
    let (status, made) = owner.put_room(ROOM, &title).await.expect("is made");
    assert_eq!(status, 201);
    assert!(made.cursor.is_some_and(|cursor| cursor != old));
    assert_eq!(owner.put_room(ROOM, &title).await.expect("is there").0, 200);
    let said = ana.say(ROOM, "again").await;
    for mut reader in readers {
        reader.until("it reads the new room", |picture| picture.messages.contains_key(&said.id)).await;
        assert_eq!((reader.picture.resets, reader.picture.messages.len()), (1, 1), "{}", reader.way);
    }
}

#[tokio::test]
async fn many_rooms_come_over_one_socket() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let rooms: Vec<String> = (0..20).map(|n| format!("project/{n}")).collect();
    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    for room in rooms.iter().chain([&rooms[1]]) {
        socket.open(room, From::After(Cursor::Start)).await.expect("is sent");
        match socket.next().await.expect("answers") {
            ServerFrame::Opened(opened) => assert_eq!(opened.reference.as_deref(), Some(room.as_str())),
            other => panic!("{other:?}"),
        }
        // The next room's answer comes after this: the room is closed by then.
        socket.send(&ClientFrame::Close(Close { room: rooms[0].parse().expect("a room") })).await.expect("is sent");
    }
    for _ in 0..3 {
        for room in &rooms {
            ana.say(room, room).await;
        }
    }
    let mut heard = std::collections::BTreeMap::<String, Vec<u64>>::new();
    while heard.values().map(Vec::len).sum::<usize>() < 3 * (rooms.len() - 1) {
        match within("all rooms are heard", socket.next()).await.expect("goes on") {
            ServerFrame::Change(change) => {
                let message = change.message.expect("a message");
                assert_eq!(message.text, change.room.to_string());
                heard.entry(message.text).or_default().push(message.id);
            }
            // Each room was made meanwhile, and who may do what in it was asked anew.
            ServerFrame::Me(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(!heard.contains_key(&rooms[0]) && heard.values().all(|ids| *ids == [1, 2, 3]), "{heard:?}");
}

#[tokio::test]
async fn history_is_read_in_pages_and_has_no_cursor() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    for n in 1..=30 {
        ana.say(ROOM, &n.to_string()).await;
    }
    ana.edit(ROOM, 5, "five").await.expect("is edited");
    let pages = [
        ("before=11&limit=5", vec![6, 7, 8, 9, 10], true, true),
        ("before=6&limit=5", vec![1, 2, 3, 4, 5], false, true),
        ("above=20&limit=5", vec![21, 22, 23, 24, 25], true, true),
        ("above=25&limit=5", vec![26, 27, 28, 29, 30], true, false),
        ("around=15&limit=4", vec![13, 14, 15, 16], true, true),
        ("around=1&limit=4", vec![1, 2], false, true),
        ("above=30", vec![], true, false),
        ("before=1", vec![], false, true),
    ];
    for (query, ids, more, more_newer) in pages {
        let page = ana.page(ROOM, query).await.expect("a page");
        let held: Vec<u64> = page.messages.iter().map(|message| message.id).collect();
        assert_eq!((held, page.more, page.more_newer), (ids, more, Some(more_newer)), "{query}");
        assert_eq!((page.cursor, page.reset), (None, false), "{query}");
    }
    let mut reader = Reader::new(&ana, ROOM, Way::Socket, From::Newest(3));
    reader.hear().await.expect("a page");
    while reader.picture.lowest > 1 {
        reader.read_older().await.expect("a page");
    }
    reader.picture.is(&ana.whole_feed(ROOM).await.0, "scrolled to the top");
}

#[tokio::test]
async fn the_last_event_id_wins_over_the_address() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    for n in 1..=9 {
        ana.say(ROOM, &n.to_string()).await;
    }
    let Some(Cursor::At { epoch, .. }) = ana.whole_feed(ROOM).await.1.cursor else { panic!("has one") };
    let (three, seven) = (Cursor::At { epoch, version: 3 }, Cursor::At { epoch, version: 7 });
    let asked = [
        (format!("after={three}"), seven.to_string(), vec![8, 9]),
        (format!("after={seven}"), String::new(), vec![8, 9]),
        ("last=2".to_owned(), three.to_string(), (4..=9).collect()),
        ("before=3".to_owned(), seven.to_string(), vec![1, 2]),
        ("before=3".to_owned(), "broken".to_owned(), vec![1, 2]),
    ];
    for (query, last_event_id, ids) in asked {
        let path = format!("/v1/rooms/{ROOM}/messages?{query}");
        let request = ana.request(reqwest::Method::GET, &path).await.header("last-event-id", &last_event_id);
        let page: Page = crate::client::answer(request).await.expect("a page").json().await.expect("is a page");
        let held: Vec<u64> = page.messages.iter().map(|message| message.id).collect();
        assert_eq!(held, ids, "{query}, {last_event_id}");
    }
}

#[tokio::test]
async fn who_is_far_behind_is_reset_on_a_stream_and_pages_through_on_a_poll() {
    let server = Server::start_with("[limits]\ncatch_up_changes = 20\npage_default = 10").await;
    let ana = server.guest("Ana").await;
    for n in 1..=40 {
        ana.say(ROOM, &n.to_string()).await;
    }
    let (room, page) = ana.whole_feed(ROOM).await;
    let Some(Cursor::At { epoch, .. }) = page.cursor else { panic!("{page:?}") };
    for (way, version) in WAYS.iter().flat_map(|way| [(*way, 19), (*way, 20)]) {
        let mut reader = Reader::after(&ana, ROOM, way, Cursor::At { epoch, version });
        reader.until_at(page.cursor).await;
        let reset = version == 19 && STREAMS.contains(&way);
        assert_eq!(reader.picture.resets, u32::from(reset), "{way} after {version}");
        let held: Vec<u64> = reader.picture.messages.keys().copied().collect();
        let lowest = if reset { 31 } else { version + 1 };
        assert_eq!(held, (lowest..=40).collect::<Vec<_>>(), "{way} after {version}");
    }
    assert_eq!(room.len(), 40);
}

#[tokio::test]
async fn the_first_page_of_a_stream_is_bounded_and_the_rest_follows() {
    let server = Server::start_with("[limits]\nopened_changes = 7\nchunk_changes = 3\ntail_changes = 5").await;
    let ana = server.guest("Ana").await;
    for n in 1..=40 {
        ana.say(ROOM, &n.to_string()).await;
    }
    let (room, page) = ana.whole_feed(ROOM).await;
    for way in STREAMS {
        let mut reader = Reader::new(&ana, ROOM, way, From::After(Cursor::Start));
        reader.hear().await.expect("a page");
        assert_eq!(reader.picture.messages.len(), 7, "{way}");
        reader.until_at(page.cursor).await;
        reader.picture.is(&room, &way.to_string());
        assert_eq!((reader.picture.resets, reader.lines), (0, 1), "{way}");
    }
}

#[tokio::test]
async fn own_reactions_come_with_every_page() {
    let server = Server::start().await;
    let (ana, beto) = (server.guest("Ana").await, server.guest("Beto").await);
    ana.say(ROOM, "hola").await;
    let before = ana.whole_feed(ROOM).await.1.cursor.expect("has one");
    ana.react(ROOM, 1, "🎉", true).await.expect("is reacted to");
    for (way, from) in WAYS.iter().flat_map(|way| [(*way, From::Newest(5)), (*way, From::After(before))]) {
        for (client, own) in [(&ana, vec!["🎉".to_owned()]), (&beto, Vec::new())] {
            let mut line = crate::line::Line::open(client, ROOM, way, from).await.expect("opens");
            let heard = line.next(client, ROOM).await.expect("a page");
            let crate::line::Heard::Page(page) = heard else { panic!("{heard:?}") };
            let reacted = page.me.map(|me| me.reacted).unwrap_or_default();
            assert_eq!(reacted.into_values().flatten().collect::<Vec<_>>(), own, "{way} {from:?}");
        }
    }
}
