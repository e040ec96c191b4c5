//! Who is here, who is typing, signals, joins and leaves: on a chat over a store in memory, with time standing still but where
//! a test waits, and then jumping to whatever is due next.

#[path = "presence/elsewhere.rs"]
mod elsewhere;
#[path = "presence/guests.rs"]
mod guests;
#[path = "presence/seen.rs"]
mod seen;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request, StatusCode, header};
use futures_util::{FutureExt, StreamExt};
use serde::de::DeserializeOwned;
use tertulia::Chat;
use tertulia::auth::{Policy, TypeRules};
use tertulia::limits::Limits;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::request::{Guest, PutRoom};
use tertulia::wire::{Code, Kind, Level, Message, Page, PresenceMode, Present, Problem, ServerFrame};
use tokio::time::sleep;
use tower::ServiceExt;

const ROOM: &str = "project/42";

struct Ground {
    chat: Chat,
    store: Arc<MemoryStore>,
}

impl Ground {
    async fn new() -> Self {
        Self::over(Arc::new(MemoryStore::new()), Limits::default()).await
    }

    async fn over(store: Arc<MemoryStore>, limits: Limits) -> Self {
        let policy = Policy { others: TypeRules { guests: Level::Say, create: Some(true) }, ..Policy::default() };
        let builder = Chat::builder().store(Arc::clone(&store) as Arc<dyn tertulia::store::Store>).limits(limits);
        Self { chat: builder.policy(policy).secret([7; 32]).build().await.expect("built"), store }
    }

    async fn set(&self, put: PutRoom) {
        self.chat.room(&room(ROOM)).change_settings(put).await.expect("set");
    }

    async fn announcing() -> Self {
        let ground = Self::new().await;
        ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
        ground
    }

    fn token(&self, id: &str) -> String {
        self.at_level(id, Level::Say)
    }

    fn at_level(&self, id: &str, level: Level) -> String {
        self.chat.user_token(id, &id.to_uppercase(), &room(ROOM), level, 1_000_000).expect("a token")
    }

    async fn ask(&self, method: Method, path: &str, token: Option<&str>, accept: &str, body: &str) -> (StatusCode, Body) {
        let mut request = Request::builder().method(method).uri(format!("/v1/{path}")).header(header::ACCEPT, accept);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_owned())).expect("one");
        let response = self.chat.router::<()>().oneshot(request).await.expect("an answer");
        (response.status(), response.into_body())
    }

    async fn get<T: DeserializeOwned>(&self, path: &str, token: Option<&str>) -> T {
        let (status, body) = self.ask(Method::GET, &format!("rooms/{ROOM}{path}"), token, "*/*", "").await;
        assert_eq!(status, StatusCode::OK);
        read(body).await
    }

    async fn present(&self) -> Present {
        self.chat.room(&room(ROOM)).present().await.expect("asked")
    }

    async fn signal(&self, token: Option<&str>, body: &str) -> Result<(), Code> {
        let (status, body) = self.ask(Method::POST, &format!("rooms/{ROOM}/signals"), token, "*/*", body).await;
        if status == StatusCode::NO_CONTENT { Ok(()) } else { Err(read::<Problem>(body).await.code) }
    }

    /// Opens the room as a stream of events, and gives the first page.
    async fn come(&self, token: Option<&str>) -> (Line, Page) {
        let path = format!("rooms/{ROOM}/messages");
        let (status, body) = self.ask(Method::GET, &path, token, "text/event-stream", "").await;
        assert_eq!(status, StatusCode::OK);
        let mut line = Line(body.into_data_stream());
        match line.next().await {
            ServerFrame::Opened(opened) => (line, opened.page),
            other => panic!("{other:?}"),
        }
    }

    /// The joins and leaves in the room, in order.
    async fn lines(&self) -> Vec<(Kind, String)> {
        let page = self.chat.room(&room(ROOM)).newest(200).await.expect("a page");
        let line = |m: &tertulia::wire::Message| (m.kind, m.sender.as_ref().map_or(String::new(), |sender| sender.name.clone()));
        page.messages.iter().map(line).filter(|(kind, _)| matches!(kind, Kind::Join | Kind::Leave)).collect()
    }
}

async fn read<T: DeserializeOwned>(body: Body) -> T {
    let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&bytes)))
}

/// A stream of events; each piece that comes is one or several whole events.
struct Line(BodyDataStream);

impl Line {
    /// The frames that have come, without waiting for more.
    fn now(&mut self) -> Vec<ServerFrame> {
        let mut frames = Vec::new();
        while let Some(Some(piece)) = self.0.next().now_or_never() {
            frames.extend(frames_of(&piece.expect("a piece")));
        }
        frames
    }

    async fn next(&mut self) -> ServerFrame {
        loop {
            let piece = self.0.next().await.expect("goes on").expect("a piece");
            if let Some(frame) = frames_of(&piece).into_iter().next() {
                return frame;
            }
        }
    }

    /// What is told next of who is here.
    async fn present(&mut self) -> Present {
        loop {
            if let ServerFrame::Presence(frame) = self.next().await {
                return frame.present;
            }
        }
    }
}

fn frames_of(piece: &[u8]) -> Vec<ServerFrame> {
    let text = String::from_utf8_lossy(piece);
    text.lines().filter_map(|line| line.strip_prefix("data: ")).map(|data| serde_json::from_str(data).expect("a frame")).collect()
}

fn names(present: &Present) -> Vec<&str> {
    present.people.iter().map(|person| person.name.as_str()).collect()
}

async fn a_while() {
    sleep(Duration::from_secs(60)).await;
}

#[tokio::test(start_paused = true)]
async fn people_are_told_of_each_other_and_two_tabs_are_one_person() {
    let ground = Ground::new().await;
    let (mut ana, page) = ground.come(Some(&ground.token("ana"))).await;
    assert_eq!(
        (page.present.as_ref().map(|present| present.count), names(&page.present.expect("there"))),
        (Some(1), vec!["ANA"])
    );
    a_while().await;
    ana.now();
    let (second, _) = ground.come(Some(&ground.token("ana"))).await;
    a_while().await;
    assert!(!ana.now().iter().any(|frame| matches!(frame, ServerFrame::Presence(_))), "a second tab is nobody new");
    let (ben, page) = ground.come(Some(&ground.token("ben"))).await;
    assert_eq!(names(&page.present.expect("there")), ["ANA", "BEN"]);
    assert_eq!(names(&ana.present().await), ["ANA", "BEN"]);
    drop((second, ben));
    let left = ana.present().await;
    assert_eq!((left.count, names(&left)), (1, vec!["ANA"]));
    assert_eq!(ground.present().await, left);
    assert_eq!(ground.get::<Present>("/presence", Some(&ground.token("ben"))).await, left);
    assert_eq!(ground.get::<Page>("", Some(&ground.token("ben"))).await.present, Some(left));
}

#[tokio::test(start_paused = true)]
async fn nobody_is_neither_listed_nor_counted_and_guests_are_marked() {
    let ground = Ground::new().await;
    let (mut nobody, page) = ground.come(None).await;
    assert_eq!(page.present, Some(Present::default()));
    let path = format!("rooms/{ROOM}/messages?follow=1");
    let follower = ground.ask(Method::GET, &path, Some(&ground.token("ana")), "text/plain", "").await;
    let _reading = ground.chat.room(&room(ROOM)).newest(1).await.expect("a page");
    let program = ground.come(Some(&ground.chat.owner_token("server", 1_000_000).expect("a token"))).await;
    assert_eq!(ground.present().await.count, 0, "whoever follows as text, the host and its programs only look");
    let (status, body) = ground.ask(Method::POST, "guests", None, "*/*", r#"{"name": "Eva"}"#).await;
    assert_eq!(status, StatusCode::CREATED);
    let guest: Guest = read(body).await;
    let _guest = ground.come(Some(&guest.token)).await;
    let present = nobody.present().await;
    assert_eq!((present.count, present.people[0].guest, names(&present)), (1, true, vec!["Eva"]));
    drop((follower, program));
}

#[tokio::test(start_paused = true)]
async fn mistake_8_a_refresh_or_a_second_tab_makes_no_noise_and_a_crash_leaves_once() {
    let ground = Ground::announcing().await;
    let token = ground.token("ana");
    let first = ground.come(Some(&token)).await;
    a_while().await;
    let joined = [(Kind::Join, "ANA".to_owned())];
    assert_eq!(ground.lines().await, joined);
    let second = ground.come(Some(&token)).await;
    a_while().await;
    drop(first);
    a_while().await;
    // A refresh: the old line is gone before the new one is there.
    drop(second);
    sleep(Duration::from_secs(14)).await;
    let third = ground.come(Some(&token)).await;
    a_while().await;
    assert_eq!(ground.lines().await, joined, "silent");
    // A crash: all that the server notices is that the stream is gone.
    drop(third);
    sleep(Duration::from_millis(14_900)).await;
    assert_eq!(ground.lines().await, joined, "it may still be a refresh");
    a_while().await;
    assert_eq!(ground.lines().await, [(Kind::Join, "ANA".to_owned()), (Kind::Leave, "ANA".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn a_restart_makes_no_noise_and_whoever_does_not_come_back_leaves_once() {
    let ground = Ground::announcing().await;
    let lines = [ground.come(Some(&ground.token("ana"))).await, ground.come(Some(&ground.token("ben"))).await];
    a_while().await;
    ground.chat.close().await;
    drop(lines);
    let store = Arc::clone(&ground.store);
    drop(ground);
    a_while().await;
    let ground = Ground::over(store, Limits::default()).await;
    let _ana = ground.come(Some(&ground.token("ana"))).await;
    sleep(Duration::from_secs(1)).await;
    assert_eq!(ground.present().await.count, 2, "ben may still come back");
    a_while().await;
    let joins = [(Kind::Join, "ANA".to_owned()), (Kind::Join, "BEN".to_owned()), (Kind::Leave, "BEN".to_owned())];
    assert_eq!(ground.lines().await, joins);
}

#[tokio::test(start_paused = true)]
async fn joins_and_leaves_are_announced_among_few_only_and_where_the_room_says_so() {
    let ground = Ground::new().await;
    drop(ground.come(Some(&ground.token("zoe"))).await);
    a_while().await;
    assert_eq!(ground.lines().await, []);
    ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
    let mut here = Vec::new();
    for n in 0..60 {
        here.push(ground.come(Some(&ground.token(&format!("p{n}")))).await);
    }
    a_while().await;
    assert_eq!(ground.lines().await.len(), 49);
    // Those who leave while the room is large go silently, and so do those who came so, whenever they leave.
    here.drain(..20);
    a_while().await;
    assert_eq!(ground.lines().await.len(), 49);
    here.drain(30..);
    a_while().await;
    assert_eq!(ground.lines().await.len(), 49);
    here.drain(..10);
    a_while().await;
    let leaves = ground.lines().await.iter().filter(|(kind, _)| *kind == Kind::Leave).count();
    assert_eq!(leaves, 10);
    // Whoever went silently is announced when coming again.
    let _again = ground.come(Some(&ground.token("p0"))).await;
    a_while().await;
    assert_eq!(ground.lines().await.last(), Some(&(Kind::Join, "P0".to_owned())));
}

#[tokio::test(start_paused = true)]
async fn names_are_told_up_to_a_hundred_and_the_mode_says_how_much() {
    let ground = Ground::new().await;
    let mut here = Vec::new();
    for n in 0..100 {
        here.push(ground.come(Some(&ground.token(&format!("p{n}")))).await.0);
    }
    a_while().await;
    assert_eq!((ground.present().await.people.len(), here[0].now().len() < 100), (100, true));
    let (_more, page) = ground.come(Some(&ground.token("p100"))).await;
    assert_eq!(page.present.map(|present| (present.count, present.people.len())), Some((101, 0)));
    assert_eq!(here[0].present().await.count, 101);
    here.drain(50..);
    a_while().await;
    here[0].now();
    ground.set(PutRoom { presence: Some(PresenceMode::Count), ..PutRoom::default() }).await;
    let present = here[0].present().await;
    assert_eq!((present.count, present.people.len()), (51, 0));
    ground.signal(Some(&ground.token("p1")), r#"{"name": "typing"}"#).await.expect("is no mistake");
    ground.set(PutRoom { presence: Some(PresenceMode::Off), ..PutRoom::default() }).await;
    a_while().await;
    here[0].now();
    let (_one_more, page) = ground.come(Some(&ground.token("p101"))).await;
    a_while().await;
    assert_eq!((page.present, ground.present().await), (None, Present::default()));
    assert!(!here[0].now().iter().any(|frame| matches!(frame, ServerFrame::Presence(_))));
}

#[tokio::test(start_paused = true)]
async fn whoever_polls_is_here_until_forty_seconds_after_the_answer() {
    let ground = Ground::new().await;
    let token = ground.token("ana");
    let waiting = ground.come(None).await;
    ground.get::<Page>("/messages", Some(&token)).await;
    assert_eq!(ground.present().await.count, 0, "where no room is a poll leaves no trace");
    drop(waiting);
    ground.chat.room(&room(ROOM)).notify("made").await.expect("said");
    let page = ground.get::<Page>("/messages", Some(&token)).await;
    assert_eq!(page.present.map(|present| present.count), Some(1), "oneself");
    sleep(Duration::from_secs(39)).await;
    assert_eq!(ground.present().await.count, 1);
    let after = page.cursor.expect("there");
    ground.get::<Page>(&format!("/messages?after={after}&wait=25"), Some(&token)).await;
    sleep(Duration::from_millis(39_900)).await;
    assert_eq!(ground.present().await.count, 1);
    sleep(Duration::from_millis(200)).await;
    assert_eq!(ground.present().await.count, 0);
    ground.get::<Page>("/messages?before=1", Some(&token)).await;
    ground.get::<Page>("/messages", None).await;
    assert_eq!(ground.present().await.count, 0, "neither history nor nobody");
}

#[tokio::test(start_paused = true)]
async fn typing_is_told_until_it_is_said_or_for_six_seconds_to_few() {
    let ground = Ground::new().await;
    let (ana, ben) = (ground.token("ana"), ground.token("ben"));
    let (mut line, _) = ground.come(Some(&ana)).await;
    a_while().await;
    line.now();
    ground.signal(Some(&ben), r#"{"name": "typing"}"#).await.expect("told");
    let typing = line.present().await.typing;
    assert_eq!(typing.iter().map(|sender| sender.name.as_str()).collect::<Vec<_>>(), ["BEN"]);
    sleep(Duration::from_millis(5_900)).await;
    assert_eq!(ground.present().await.typing.len(), 1);
    assert!(line.present().await.typing.is_empty());
    ground.signal(Some(&ben), r#"{"name": "typing"}"#).await.expect("told");
    assert_eq!(line.present().await.typing.len(), 1);
    let say = ground.ask(Method::POST, &format!("rooms/{ROOM}/messages"), Some(&ben), "*/*", r#"{"text": "hola"}"#).await;
    assert_eq!(say.0, StatusCode::CREATED);
    assert!(ground.present().await.typing.is_empty(), "said is typed no more");
    a_while().await;
    line.now();
    ground.signal(Some(&ben), r#"{"name": "typing"}"#).await.expect("told");
    assert_eq!(line.present().await.typing.len(), 1);
    let said: Message = read(say.1).await;
    let path = format!("rooms/{ROOM}/messages/{}", said.id);
    let edit = ground.ask(Method::PATCH, &path, Some(&ben), "*/*", r#"{"text": "hola!"}"#).await;
    assert_eq!(edit.0, StatusCode::OK);
    assert!(ground.present().await.typing.is_empty(), "an edit that is made is typed no more");
    assert!(line.present().await.typing.is_empty());
    for n in 0..9 {
        ground.signal(Some(&ground.token(&format!("p{n}"))), r#"{"name": "typing"}"#).await.expect("told");
    }
    assert_eq!(ground.present().await.typing.len(), 5, "more nobody reads");
    a_while().await;
    let mut many = Vec::new();
    for n in 0..50 {
        many.push(ground.come(Some(&ground.token(&format!("p{n}")))).await);
    }
    ground.signal(Some(&ben), r#"{"name": "typing"}"#).await.expect("is no mistake");
    assert!(ground.present().await.typing.is_empty());
}

#[tokio::test(start_paused = true)]
async fn typing_needs_say_and_a_room_that_is_not_locked() {
    let ground = Ground::new().await;
    ground.set(PutRoom { locked: Some(true), ..PutRoom::default() }).await;
    let typing = r#"{"name": "typing"}"#;
    for (token, code) in [
        (None, Some(Code::TokenMissing)),
        (Some(ground.at_level("ana", Level::None)), Some(Code::NotFound)),
        (Some(ground.at_level("ana", Level::Read)), Some(Code::NotAllowed)),
        (Some(ground.token("ana")), Some(Code::Locked)),
        (Some(ground.at_level("ana", Level::Moderate)), None),
    ] {
        assert_eq!(ground.signal(token.as_deref(), typing).await.err(), code);
    }
}

#[tokio::test(start_paused = true)]
async fn a_signal_of_the_hosts_is_heard_by_streams_now_and_by_nobody_later() {
    let ground = Ground::new().await;
    let owner = ground.at_level("boss", Level::Own);
    let (mut line, _) = ground.come(None).await;
    ground.signal(Some(&owner), r#"{"name": "score", "data": {"home": 2}}"#).await.expect("told");
    let ServerFrame::Signal(signal) = line.next().await else { panic!("no signal") };
    assert_eq!((signal.name.as_str(), signal.data), ("score", Some(serde_json::json!({"home": 2}))));
    assert_eq!(signal.sender.and_then(|sender| sender.id).as_deref(), Some("boss"));
    ground.chat.room(&room(ROOM)).signal("deploying", None).await.expect("told");
    let ServerFrame::Signal(signal) = line.next().await else { panic!("no signal") };
    assert_eq!((signal.name.as_str(), signal.sender, signal.data), ("deploying", None, None));
    let (mut late, page) = ground.come(None).await;
    a_while().await;
    assert_eq!((page.messages.len(), late.now().len()), (0, 0), "never stored");
    assert_eq!(ground.chat.room(&room(ROOM)).newest(1).await.expect("a page").messages, []);
}

#[tokio::test(start_paused = true)]
async fn hostile_signals_are_refused_with_their_code() {
    let ground = Ground::new().await;
    let owner = ground.at_level("boss", Level::Own);
    let large = format!(r#"{{"name": "x", "data": {{"x": "{}"}}}}"#, "y".repeat(4_096));
    let long = format!(r#"{{"name": "{}"}}"#, "x".repeat(65));
    for (token, body, code) in [
        (&owner, r#"{"name": ""}"#, Code::Invalid),
        (&owner, r#"{"name": "Score"}"#, Code::Invalid),
        (&owner, r#"{"name": "a b"}"#, Code::Invalid),
        (&owner, r#"{"name": "x\u0000"}"#, Code::Invalid),
        (&owner, r#"{"name": "x", "data": []}"#, Code::Invalid),
        (&owner, r#"{"name": 7}"#, Code::Invalid),
        (&owner, "{", Code::Malformed),
        (&owner, &large, Code::Invalid),
        (&owner, &long, Code::Invalid),
        (&ground.at_level("mo", Level::Moderate), r#"{"name": "score"}"#, Code::NotAllowed),
    ] {
        assert_eq!(ground.signal(Some(token), body).await, Err(code), "{}", &body[..body.len().min(80)]);
    }
    ground.set(PutRoom { title: Some("There".into()), ..PutRoom::default() }).await;
    let told: Vec<_> = futures_util::future::join_all((0..30).map(|_| ground.signal(Some(&owner), r#"{"name": "x"}"#))).await;
    let counts = told.iter().fold(BTreeMap::new(), |mut counts, told| {
        *counts.entry(told.as_ref().err().map(|code| code.as_str())).or_insert(0) += 1;
        counts
    });
    assert_eq!(counts, [(None, 20), (Some("slow_down"), 10)].into());
    ground.chat.room(&room(ROOM)).notify("made").await.expect("said");
    ground.chat.room(&room(ROOM)).delete_room().await.expect("deleted");
    assert_eq!(ground.signal(Some(&owner), r#"{"name": "x"}"#).await, Err(Code::RoomDeleted));
}

#[tokio::test(start_paused = true)]
async fn a_lock_tells_each_reader_what_may_be_done_now() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    let (mut line, page) = ground.come(Some(&ground.token("ana"))).await;
    let says = |me: tertulia::wire::Me| me.may.contains(&tertulia::wire::page::Action::Say);
    assert!(says(page.me.expect("there")));
    for locked in [true, false] {
        ground.set(PutRoom { locked: Some(locked), ..PutRoom::default() }).await;
        let me = loop {
            if let ServerFrame::Me(frame) = line.next().await {
                break frame.me;
            }
        };
        assert_eq!(says(me), !locked);
    }
}

/// Three seconds of a thousand joins and leaves each, in a room of many: readers hear of it once in a while, and no line is written.
#[tokio::test(start_paused = true)]
async fn a_thousand_who_come_and_go_each_second_are_a_signal_now_and_then() {
    let limits = Limits { leave_grace_ms: 100, ..Limits::default() };
    let ground = Ground::over(Arc::new(MemoryStore::new()), limits).await;
    ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
    let tokens: Vec<_> = (0..1_500).map(|n| ground.token(&format!("p{n}"))).collect();
    let mut steady = Vec::new();
    for token in &tokens[..500] {
        steady.push(ground.come(Some(token)).await.0);
    }
    a_while().await;
    let lines = ground.lines().await.len();
    steady[0].now();
    let mut heard = 0;
    for second in 0..3 {
        for tenth in 0..10 {
            let mut come = Vec::new();
            for n in 0..100 - 7 * second {
                come.push(ground.come(Some(&tokens[500 + (second * 37 + tenth * 100 + n) % 1_000])).await);
            }
            sleep(Duration::from_millis(100)).await;
        }
        heard += steady[0].now().iter().filter(|frame| matches!(frame, ServerFrame::Presence(_))).count();
    }
    assert!((1..=4).contains(&heard), "{heard} signals in three seconds");
    assert_eq!(ground.lines().await.len(), lines);
    a_while().await;
    let present = ground.present().await;
    assert_eq!(present.count, 500);
}
