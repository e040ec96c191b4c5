//! The mistakes that were made. Emoticons (5) are drawn by the widget, and how is tested there.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use reqwest::Method;
use tempfile::TempDir;
use tertulia::Chat;
use tertulia::auth::token::Tokens;
use tertulia::l10n::Catalogues;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Code, Cursor, Kind, Page, Sender, Time};

use super::chat;
use crate::client::{answer, saying};
use crate::line::{From, Heard, Line, Socket, Way};
use crate::picture::Picture;
use crate::raw::{Raw, frame};
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";

#[tokio::test]
async fn no_permission_per_room() {
    let server = Server::start_with("secret = 'a secret for tests, of more than 32 bytes'").await;
    let ana = server.bearer(&token("ana", "Ana", "project/42"));
    ana.say(ROOM, "hola").await;
    let (other, said) = ("project/43", saying("request-1", "hola"));
    assert_eq!(ana.try_say(other, &said).await.expect_err("is not hers").code(), Code::NotFound);
    assert_eq!(ana.page(other, "").await.expect_err("is not hers").code(), Code::NotFound);
    for way in [Way::Events, Way::Socket] {
        let refused = async {
            let mut line = Line::open(&ana, other, way, From::Newest(5)).await?;
            line.next(&ana, other).await
        };
        assert_eq!(refused.await.map(|_| ()).expect_err("is not hers").code(), Code::NotFound, "{way}");
    }
    assert_eq!(server.nobody().page(ROOM, "").await.expect_err("says nobody").code(), Code::TokenMissing);
}

const SECRET: &str = "a secret for tests, of more than 32 bytes";

/// A token as a host signs one.
fn token(id: &str, name: &str, room: &str) -> String {
    let tokens = Tokens::new(Some(SECRET.as_bytes()), &[7; 32]).expect("keys");
    let level = tertulia::wire::Level::Say;
    tokens.for_user(id, Some(name), [(room.to_owned(), level)].into(), tertulia::clock::system_clock()(), 600).expect("a token")
}

#[tokio::test]
async fn overlapping_polls_show_a_line_twice() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "one").await;
    let mut picture = Picture::default();
    picture.page(From::Newest(50), ana.page(ROOM, "").await.expect("a page"));
    let cursor = picture.cursor.expect("has one");
    let query = format!("after={cursor}&wait=25");
    let (first, second, _) = tokio::join!(ana.page(ROOM, &query), ana.page(ROOM, &query), ana.say(ROOM, "two"));
    // A slow reader: both answers arrive, the one after the other.
    for page in [first.expect("a page"), second.expect("a page")] {
        page.messages.into_iter().for_each(|message| picture.change(message));
    }
    let lines: Vec<_> = picture.messages.values().map(|message| message.text.as_str()).collect();
    assert_eq!(lines, ["one", "two"]);
}

#[tokio::test]
async fn answers_without_a_bound() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let socket = async {
        let mut socket = Socket::connect(&ana).await.expect("connects");
        socket.hello(ana.token()).await.expect("is welcome");
        for number in 0..450 {
            let say = format!(r#"{{"type": "say", "ref": "{number}", "room": "{ROOM}", "text": "line {number}"}}"#);
            loop {
                socket.send_text(&say).await.expect("is sent");
                match socket.next().await.expect("answers") {
                    tertulia::wire::ServerFrame::Said(_) => break,
                    // As fast as one may, and no faster.
                    _ => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
                }
            }
        }
    };
    within("all is said", socket).await;
    for query in ["after=0", "after=0&limit=100000", "last=100000", "before=1000&limit=9999999"] {
        let page = ana.page(ROOM, query).await.expect("a page");
        assert!(page.messages.len() <= 200 && page.more, "{query}: {}", page.messages.len());
    }
    let (messages, _) = ana.whole_feed(ROOM).await;
    assert_eq!(messages.len(), 450, "nothing is out of reach");
}

#[tokio::test]
async fn the_senders_name_is_not_escaped() {
    let server = Server::start_with(&format!("secret = '{SECRET}'\n[rooms.open]\nguests = 'say'\ncreate = true")).await;
    let forged = "<script>alert(1)</script>";
    let guest = server.nobody().request(Method::POST, "/v1/guests").await.json(&serde_json::json!({"name": forged}));
    assert_eq!(answer(guest).await.expect_err("is no name").code(), Code::Invalid);
    // A host that lets its users have such names: it comes as text, in what no browser takes for a page.
    let mallory = server.bearer(&token("m", "A & B \"x\" 'y'", "open/1"));
    mallory.say("open/1", "<b>&amp;</b>").await;
    let response = answer(mallory.request(Method::GET, "/v1/rooms/open/1/messages").await).await.expect("a page");
    assert_eq!(
        (&response.headers()["content-type"], &response.headers()["x-content-type-options"]),
        (&"application/json".parse().expect("is one"), &"nosniff".parse().expect("is one"))
    );
    let page: Page = response.json().await.expect("a page");
    assert_eq!(page.messages[0].sender.as_ref().map(|sender| sender.name.as_str()), Some("A & B \"x\" 'y'"));
    assert_eq!(page.messages[0].text, "<b>&amp;</b>");
    let named = server.bearer(&token("n", forged, "open/1"));
    match named.try_say("open/1", &saying("request-1", "hola")).await {
        Ok((_, message)) => assert!(!message.sender.expect("has one").name.contains('<')),
        Err(failure) => assert_eq!(failure.code(), Code::TokenInvalid),
    }
}

#[tokio::test]
async fn emoticons_are_looked_for_in_text_that_is_escaped_already() {
    let typed = ">:D & <3 at 10:30 :3 `:)` https://a.example/:3 &gt;:D";
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, typed).await;
    // Stored as typed, and handed out so in each encoding: whoever draws it looks at what was typed.
    let (messages, _) = ana.whole_feed(ROOM).await;
    assert_eq!(messages[0].text, typed);
    for way in [Way::Events, Way::Socket] {
        let mut line = Line::open(&ana, ROOM, way, From::Newest(5)).await.expect("opens");
        let Heard::Page(page) = line.next(&ana, ROOM).await.expect("a page") else { panic!("{way}: no page") };
        assert_eq!(page.messages[0].text, typed, "{way}");
    }
    let text = answer(ana.request(Method::GET, "/v1/rooms/project/42/messages?format=text").await).await.expect("a page");
    assert!(text.text().await.expect("is read").ends_with(&format!(" <~Ana> {typed}\n")));
}

#[tokio::test]
async fn the_purge_deletes_nothing() {
    const DAY_MS: i64 = 86_400_000;
    let folder = TempDir::new().expect("a folder");
    let now = Arc::new(AtomicI64::new(1_795_521_600_000));
    let clock = {
        let now = Arc::clone(&now);
        Arc::new(move || Time(now.load(Ordering::Relaxed)))
    };
    let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
    let chat = Chat::builder().store(Arc::new(store)).clock(clock).build().await.expect("a chat");
    let hall = chat.room(&ROOM.parse().expect("a room"));
    hall.change_settings(PutRoom { retention_days: Some(1), ..PutRoom::default() }).await.expect("is set");
    hall.notify("old").await.expect("is said");
    now.fetch_add(2 * DAY_MS, Ordering::Relaxed);
    let kept = hall.notify("new").await.expect("is said");
    while chat.store().tidy(Time(now.load(Ordering::Relaxed))).await.expect("tidies").more {}
    // Read by a server that has nothing in memory.
    chat.close().await;
    drop((hall, chat));
    let hall = super::chat(&folder).await.room(&ROOM.parse().expect("a room"));
    assert_eq!(
        hall.messages(Cursor::Start).await.expect("a page").messages,
        [kept],
        "what is older than a day is gone, and nothing else"
    );
}

#[tokio::test]
async fn actions_and_notifications_are_never_drawn() {
    let server = Server::start().await;
    let owner = server.owner();
    for (kind, text) in [(Kind::Action, "dances"), (Kind::Notification, "moved"), (Kind::System, "slow")] {
        let say = tertulia::wire::request::Say { kind: Some(kind), text: text.into(), ..Default::default() };
        owner.try_say(ROOM, &say).await.expect("is said");
    }
    let request = owner.request(Method::GET, "/v1/rooms/project/42/messages?format=text").await;
    let text = answer(request).await.expect("a page").text().await.expect("is read");
    assert!(
        [" dances\n", "*** moved\n", "*** slow\n"].iter().all(|line| text.contains(line)) && !text.contains("None"),
        "{text}"
    );
}

/// What is written of joins and leaves in a room that announces them.
async fn announced(server: &Server) -> Vec<(Kind, String)> {
    let (messages, _) = server.nobody().whole_feed(ROOM).await;
    messages.into_iter().map(|message| (message.kind, message.sender.map_or_else(String::new, |sender| sender.name))).collect()
}

async fn announcing(limits: &str) -> Server {
    let server = Server::start_with(&format!("[limits]\n{limits}")).await;
    server.owner().put_room(ROOM, &PutRoom { announce: Some(true), ..PutRoom::default() }).await.expect("is made");
    server
}

/// A tab with the room, over a line that answers nothing; it is here when its first page is.
async fn tab(server: &Server, client: &crate::client::Client) -> Raw {
    let mut raw = Raw::connect(server).await;
    raw.upgrade("").await;
    let hello = format!(r#"{{"type": "hello", "token": "{}"}}"#, client.token().expect("has one"));
    let open = format!(r#"{{"type": "open", "ref": "1", "room": "{ROOM}"}}"#);
    raw.write(&[hello, open].map(|text| frame(0x81, text.as_bytes())).concat()).await;
    within("the first page", raw.until(br#""type":"opened""#)).await.expect("comes");
    raw
}

fn line(kind: Kind, name: &str) -> (Kind, String) {
    (kind, name.to_owned())
}

#[tokio::test]
async fn a_refresh_or_a_second_tab_makes_leave_and_join_noise() {
    let server = announcing("leave_grace_ms = 2000").await;
    let (ana, beto) = (server.guest("Ana").await, server.guest("Beto").await);
    let mut ana_is_here = tab(&server, &ana).await;
    until("Ana has joined", async || announced(&server).await.len() == 1).await;
    for _ in 0..3 {
        // A refresh: the old line is gone before the new one is there.
        drop(ana_is_here);
        ana_is_here = tab(&server, &ana).await;
        // A second tab, opened and closed again.
        tab(&server, &ana).await.reset();
        drop(tab(&server, &ana).await);
    }
    // Somebody who comes and leaves after all of that: had Ana left in between, it would have been written by then.
    drop(tab(&server, &beto).await);
    until("Beto has left", async || announced(&server).await.contains(&line(Kind::Leave, "Beto"))).await;
    let expected = [line(Kind::Join, "Ana"), line(Kind::Join, "Beto"), line(Kind::Leave, "Beto")];
    assert_eq!(announced(&server).await, expected);
    drop(ana_is_here);
    until("Ana has left", async || announced(&server).await.len() == 4).await;
    assert_eq!(announced(&server).await[3], line(Kind::Leave, "Ana"));
}

#[tokio::test]
async fn a_crash_never_leaves() {
    let server = announcing("leave_grace_ms = 100\nbeat_s = 1").await;
    let (ana, beto) = (server.guest("Ana").await, server.guest("Beto").await);
    // One whose system says that the line is gone, and one whose machine has no power any more: nothing is ever said.
    let (crashed, silent) = (tab(&server, &ana).await, tab(&server, &beto).await);
    until("both have joined", async || announced(&server).await.len() == 2).await;
    crashed.reset();
    until("both have left", async || announced(&server).await.len() == 4).await;
    let left = [line(Kind::Leave, "Ana"), line(Kind::Leave, "Beto")];
    assert_eq!(announced(&server).await[2..], left, "once each");
    drop(silent);
}

#[tokio::test]
async fn one_room_per_page_with_fixed_ids_and_paths() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    for room in ["project/1", "document/a"] {
        socket.open(room, From::Newest(5)).await.expect("is sent");
        assert!(matches!(socket.next().await.expect("answers"), tertulia::wire::ServerFrame::Opened(_)));
    }
    for room in ["document/a", "project/1"] {
        ana.say(room, "here").await;
        let change = loop {
            if let tertulia::wire::ServerFrame::Change(change) = socket.next().await.expect("a change") {
                break change;
            }
        };
        assert_eq!(change.room.to_string(), room);
    }
    // No path is fixed: two chats under two prefixes of one application.
    let (one, other) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let site = axum::Router::new().nest("/a", chat(&one).await.router()).nest("/b/c", chat(&other).await.router());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = tokio::spawn(async move { axum::serve(listener, site).await });
    for prefix in ["a", "b/c"] {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let widget = http.get(format!("http://{address}/{prefix}/widget.js")).send().await.expect("answers");
        assert_eq!(widget.status(), 200);
    }
    serving.abort();
}

#[test]
fn english_is_hard_coded() {
    let catalogues = Catalogues::default();
    for code in Code::ALL {
        let message = format!("problem-{}", code.as_str().replace('_', "-"));
        let titles: BTreeSet<_> = catalogues.tags().map(|tag| catalogues.word(tag, &message, &[]).expect("is worded")).collect();
        assert_eq!(titles.len(), catalogues.tags().count(), "{message}: {titles:?}");
    }
    for message in ["text-joined", "text-left"] {
        let args = [("name", "Ana".into())];
        let said: BTreeSet<_> = catalogues.tags().map(|tag| catalogues.word(tag, message, &args).expect("is worded")).collect();
        assert_eq!(said.len(), catalogues.tags().count(), "{said:?}");
    }
}

#[tokio::test]
async fn the_timestamp_changes_on_every_save() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let said = ana.say(ROOM, "hola").await;
    let edited = ana.edit(ROOM, 1, "chau").await.expect("is edited");
    let reacted = server.owner().react(ROOM, 1, "👍", true).await.expect("is reacted to");
    let deleted = ana.delete(ROOM, 1).await.expect("is deleted");
    assert!([edited.created, reacted.created, deleted.created].iter().all(|created| *created == said.created));
    assert!(edited.edited.is_some() && deleted.deleted.is_some(), "what was done since has times of its own");
}

#[tokio::test]
async fn a_cursor_skips_what_is_committed_late() {
    const SENDERS: u64 = 8;
    const EACH: u64 = 25;
    let folder = TempDir::new().expect("a folder");
    let chat = chat(&folder).await;
    let hall = chat.room(&ROOM.parse().expect("a room"));
    let sending = async {
        let send = async |sender: u64| {
            for number in 0..EACH {
                hall.say(Kind::Message, Sender::user(sender.to_string(), "x"), &number.to_string()).await.expect("is said");
            }
        };
        futures_util::future::join_all((0..SENDERS).map(send)).await
    };
    let reading = async {
        let (mut cursor, mut seen) = (Cursor::Start, Vec::new());
        while (seen.len() as u64) < SENDERS * EACH {
            let page = hall.messages(cursor).await.expect("a page");
            seen.extend(page.messages.iter().map(|message| message.id));
            cursor = page.cursor.expect("has one");
            tokio::task::yield_now().await;
        }
        seen
    };
    let (_, seen) = within("all is read", async { tokio::join!(sending, reading) }).await;
    assert_eq!(seen, (1..=SENDERS * EACH).collect::<Vec<_>>(), "each once, in the order of the room");
}
