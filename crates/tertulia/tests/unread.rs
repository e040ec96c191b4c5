//! What somebody has read, and how much they have not: counted as one would by hand, told to that person alone, and cheap.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request, StatusCode, header};
use futures_util::StreamExt;
use futures_util::future::join_all;
use proptest::prelude::*;
use serde_json::{Value, json};
use tertulia::auth::Identity;
use tertulia::limits::Limits;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, NewMessage, ReadMark, Store};
use tertulia::testkit::words::{batch, delete, facts, message, new_message, room};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, HoldMode, Kind, Level, Message, RoomName, Sender, Time, Unread};
use tertulia::{Chat, Error};
use tower::ServiceExt;

const PEOPLE: [&str; 3] = ["ana", "ben", "cleo"];

/// Marks are written as they come.
fn at_once() -> Limits {
    Limits { read_every_ms: 0, ..Limits::default() }
}

async fn chat(store: Arc<dyn Store>, limits: Limits) -> Chat {
    Chat::builder().store(store).limits(limits).secret([7; 32]).build().await.expect("built")
}

fn lobby() -> RoomName {
    room("room/lobby")
}

fn token(chat: &Chat, id: &str, level: Level) -> String {
    chat.user_token(id, id, &lobby(), level, 100_000).expect("a token")
}

fn user(chat: &Chat, id: &str, level: Level) -> Identity {
    chat.identify(&token(chat, id, level)).expect("good")
}

fn code<T: std::fmt::Debug>(answer: Result<T, Error>) -> Code {
    answer.expect_err("refused").code()
}

/// What happens in a history. Numbers choose among what there is.
#[derive(Debug, Clone)]
enum Op {
    Say(usize, Kind),
    Edit(usize, u64),
    Delete(u64),
    React(usize, u64),
    Mark(usize, u64),
    Hold(HoldMode),
    Approve,
    Reject,
    Purge,
    Move,
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let kind = prop::sample::select(vec![Kind::Message, Kind::Message, Kind::Action, Kind::Notification, Kind::System]);
    let op = prop_oneof![
        8 => (0..3_usize, kind).prop_map(|(by, kind)| Op::Say(by, kind)),
        1 => (0..3_usize, 1..20_u64).prop_map(|(by, id)| Op::Edit(by, id)),
        2 => (1..20_u64).prop_map(Op::Delete),
        1 => (0..3_usize, 1..20_u64).prop_map(|(by, id)| Op::React(by, id)),
        4 => (0..3_usize, 0..24_u64).prop_map(|(by, id)| Op::Mark(by, id)),
        1 => prop::sample::select(vec![HoldMode::Off, HoldMode::All]).prop_map(Op::Hold),
        1 => Just(Op::Approve),
        1 => Just(Op::Reject),
        1 => Just(Op::Purge),
        1 => Just(Op::Move),
    ];
    prop::collection::vec(op, 1..30)
}

struct World {
    chat: Chat,
    name: RoomName,
    // How far each of the people has read, by hand.
    read: [u64; 3],
}

impl World {
    async fn step(&mut self, op: Op) {
        let hall = self.chat.room(&self.name);
        match op {
            Op::Say(by, kind) if matches!(kind, Kind::Message | Kind::Action) => {
                let who = user_in(&self.chat, PEOPLE[by], &self.name);
                let say = Say { text: "hola".into(), kind: Some(kind), ..Say::default() };
                self.chat.say(&who, &self.name, say).await.map(drop).expect("said or held");
            }
            Op::Say(by, kind) => {
                let sender = (by > 0).then(|| Sender::user(PEOPLE[by], PEOPLE[by]));
                hall.say(kind, sender, "news").await.expect("said");
            }
            Op::Edit(by, id) => drop(hall.edit(PEOPLE[by], id, "edited").await),
            Op::Delete(id) => drop(hall.delete(id).await),
            Op::React(by, id) => drop(hall.react(PEOPLE[by], id, "👍", true).await),
            Op::Mark(by, up_to) => {
                let now = hall.read_by(PEOPLE[by], up_to).await.expect("marked");
                let head = self.newest_version().await;
                self.read[by] = self.read[by].max(up_to.min(head));
                assert_eq!(now, self.read[by], "never back, and no higher than the room");
            }
            Op::Hold(hold) => {
                hall.change_settings(PutRoom { hold: Some(hold), ..PutRoom::default() }).await.expect("set");
            }
            Op::Approve => {
                if let Some(waits) = self.waiting().await {
                    hall.approve(waits).await.expect("approved");
                }
            }
            Op::Reject => {
                if let Some(waits) = self.waiting().await {
                    hall.reject(waits).await.expect("rejected");
                }
            }
            Op::Purge => {
                let middle = self.messages().await.get(1).map_or(Time(0), |message| message.created);
                let host = self.chat.identify(&self.chat.owner_token("host", 1_000).expect("a token")).expect("good");
                drop(self.chat.purge(&host, &self.name, middle).await);
            }
            Op::Move => {
                let to = if self.name == lobby() { room("room/hall") } else { lobby() };
                if hall.move_to(&to).await.is_ok() {
                    self.name = to;
                }
            }
        }
    }

    async fn waiting(&self) -> Option<u64> {
        Some(self.chat.room(&self.name).held(0).await.ok()?.held.first()?.held)
    }

    async fn newest_version(&self) -> u64 {
        match self.chat.store().find(&self.name).await.expect("found") {
            tertulia::store::Found::Room(facts) => facts.head,
            _ => 0,
        }
    }

    async fn messages(&self) -> Vec<Message> {
        self.chat.room(&self.name).newest(200).await.expect("a page").messages
    }

    /// Counts by hand what each has not read, and compares.
    async fn check(&self) {
        let messages = self.messages().await;
        for (person, read) in PEOPLE.iter().zip(self.read) {
            let counts = |message: &&Message| {
                let theirs = message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(person);
                let kind = matches!(message.kind, Kind::Message | Kind::Action | Kind::Notification);
                message.id > read && kind && message.deleted.is_none() && !theirs
            };
            let count = u32::try_from(messages.iter().filter(counts).count()).expect("few");
            let told = self.chat.unread(person, std::slice::from_ref(&self.name)).await.expect("counted");
            let there = self.chat.get_room(&self.name).await.expect("found").is_some();
            let expected =
                Unread { room: self.name.clone(), unread: count, more: false, read: Some(read).filter(|read| *read > 0) };
            assert_eq!(told, if there { vec![expected] } else { Vec::new() }, "as {person}");
        }
    }
}

fn user_in(chat: &Chat, id: &str, name: &RoomName) -> Identity {
    chat.identify(&chat.user_token(id, id, name, Level::Say, 100_000).expect("a token")).expect("good")
}

async fn live_through(store: Arc<dyn Store>, ops: Vec<Op>) {
    let mut world = World { chat: chat(store, at_once()).await, name: lobby(), read: [0; 3] };
    for op in ops {
        world.step(op).await;
        world.check().await;
    }
    world.chat.close().await;
}

#[test]
fn unread_is_what_one_would_count_by_hand() {
    let config = |cases| ProptestConfig { cases, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    proptest!(config(64), |(ops in ops())| runtime.block_on(live_through(Arc::new(MemoryStore::new()), ops)));
    proptest!(config(12), |(ops in ops())| runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
        live_through(Arc::new(store), ops).await;
    }));
}

/// What comes to a room at once, much of it.
#[derive(Debug, Clone)]
enum Flood {
    /// One's own messages, and others'.
    Said(bool, u32),
    /// Others' messages, which are deleted again.
    Deleted(u32),
    /// Lines that are no messages.
    Told(u32),
    /// One has read all up to some part, in hundredths.
    Read(u64),
}

fn floods() -> impl Strategy<Value = Vec<Flood>> {
    let few = || 0..120_u32;
    let many = || 0..700_u32;
    let flood = prop_oneof![
        3 => few().prop_map(|count| Flood::Said(false, count)),
        2 => many().prop_map(|count| Flood::Said(true, count)),
        2 => many().prop_map(Flood::Deleted),
        1 => many().prop_map(Flood::Told),
        1 => (0..101_u64).prop_map(Flood::Read),
    ];
    prop::collection::vec(flood, 1..6)
}

async fn through_floods(store: &dyn Store, floods: Vec<Flood>) {
    // Whether each is somebody else's and counts, by id.
    let (mut others, mut read): (BTreeMap<u64, bool>, u64) = (BTreeMap::new(), 0);
    for (wave, flood) in floods.into_iter().enumerate() {
        let says = |who: &str, count: u32, kind: Kind| {
            let named = |n| NewMessage { kind, ..new_message(who, &format!("{wave}-{n}"), "hola") };
            (0..count).map(|n| Act::Say(Box::new(named(n)))).collect::<Vec<_>>()
        };
        let (acts, counts) = match &flood {
            Flood::Said(own, count) => (says(if *own { "ana" } else { "ben" }, *count, Kind::Message), !own),
            Flood::Deleted(count) => (says("ben", *count, Kind::Message), false),
            Flood::Told(count) => (says("ben", *count, Kind::System), false),
            Flood::Read(_) => (Vec::new(), false),
        };
        let written = batch(store, &lobby(), acts).await;
        let ids: Vec<_> = written.iter().map(|one| message(one.as_ref().expect("said")).0.id).collect();
        others.extend(ids.iter().map(|id| (*id, counts)));
        match flood {
            Flood::Deleted(_) => {
                for deleted in batch(store, &lobby(), ids.iter().map(|id| delete(*id, "ben")).collect()).await {
                    deleted.expect("deleted");
                }
            }
            Flood::Read(part) if !others.is_empty() => {
                let up_to = others.keys().last().map_or(0, |newest| newest * part / 100);
                let mark = ReadMark { room: facts(store, &lobby()).await.key, person: "ana".into(), up_to };
                store.mark_read(&[mark], Time(0)).await.expect("marked");
                read = read.max(up_to);
            }
            _ => {}
        }
        let left = others.range(read + 1..).filter(|(_, counts)| **counts).count();
        let told = store.unread("ana", &[lobby()]).await.expect("counted").remove(0);
        let told = told.map_or((0, false), |told| (told.unread as usize, told.more));
        assert_eq!(told, (left.min(99), left > 99));
    }
}

#[test]
fn no_flood_of_what_does_not_count_hides_what_is_unread() {
    let config = |cases| ProptestConfig { cases, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    proptest!(config(48), |(floods in floods())| runtime.block_on(through_floods(&MemoryStore::new(), floods)));
    proptest!(config(16), |(floods in floods())| runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
        through_floods(&store, floods).await;
        store.close().await;
    }));
}

async fn ask(router: &Router, token: &str, method: Method, uri: &str, body: Option<Value>) -> (StatusCode, Value) {
    let mut request = Request::builder().method(method).uri(uri);
    if !token.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    let request = request.header(header::CONTENT_TYPE, "application/json").body(body).expect("a request");
    let answer = router.clone().oneshot(request).await.expect("answered");
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 100_000).await.expect("a body");
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// Reads a room as a stream of events.
struct Events {
    body: BodyDataStream,
    // What has come and was not looked at.
    left: String,
}

impl Events {
    async fn open(router: &Router, token: &str) -> Self {
        let request = Request::get("/v1/rooms/room/lobby/messages?format=sse&last=5");
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::empty()).expect("a request");
        let answer = router.clone().oneshot(request).await.expect("answered");
        assert_eq!(answer.status(), StatusCode::OK);
        Self { body: answer.into_body().into_data_stream(), left: String::new() }
    }

    /// The next event that is not of presence.
    async fn next(&mut self) -> (String, Value) {
        loop {
            while let Some((event, left)) = self.left.clone().split_once("\n\n") {
                self.left = left.to_owned();
                let line = |head: &str| event.lines().find_map(|line| line.strip_prefix(head)).unwrap_or_default().to_owned();
                let (name, data) = (line("event: "), line("data: "));
                if !name.is_empty() && name != "presence" {
                    return (name, serde_json::from_str(&data).expect("JSON"));
                }
            }
            let more = self.body.next().await.expect("the stream goes on").expect("bytes");
            self.left.push_str(std::str::from_utf8(&more).expect("text"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn other_devices_of_the_same_person_hear_of_it_and_nobody_else_does() {
    let chat = chat(Arc::new(MemoryStore::new()), at_once()).await;
    let hall = chat.room(&lobby());
    for _ in 0..3 {
        hall.notify("news").await.expect("said");
    }
    let router = chat.router::<()>();
    let (ana, ben) = (token(&chat, "ana", Level::Say), token(&chat, "ben", Level::Say));
    let mark = async |token: &str, up_to: u64| {
        ask(&router, token, Method::PUT, "/v1/rooms/room/lobby/read", Some(json!({ "up_to": up_to }))).await
    };
    assert_eq!(mark(&ben, 1).await, (StatusCode::OK, json!({ "read": 1 })));
    let mut streams = [Events::open(&router, &ana).await, Events::open(&router, &ana).await, Events::open(&router, &ben).await];
    let mut read_at_first = Vec::new();
    for stream in &mut streams {
        let (name, opened) = stream.next().await;
        assert_eq!(name, "opened");
        read_at_first.push(opened["me"]["read"].as_u64());
    }
    assert_eq!(read_at_first, [None, None, Some(1)]);
    assert_eq!(mark(&ana, 2).await, (StatusCode::OK, json!({ "read": 2 })));
    assert_eq!(mark(&ana, 1).await, (StatusCode::OK, json!({ "read": 2 })), "never back, and no news");
    hall.notify("more").await.expect("said");
    let [first, second, bens] = &mut streams;
    for stream in [&mut *first, second] {
        let (name, frame) = stream.next().await;
        // A change may overtake it, since who is behind is told of changes first.
        let me = if name == "change" { stream.next().await.1 } else { frame };
        assert_eq!((me["type"].as_str(), me["me"]["read"].as_u64(), me["me"]["id"].as_str()), (Some("me"), Some(2), Some("ana")));
    }
    // What they hear next is their own: of nobody else's mark, and of none that changed nothing.
    assert_eq!(mark(&ben, 2).await, (StatusCode::OK, json!({ "read": 2 })));
    assert_eq!(mark(&ana, 3).await, (StatusCode::OK, json!({ "read": 3 })));
    let (name, frame) = bens.next().await;
    assert_eq!((name.as_str(), frame["message"]["text"].as_str()), ("change", Some("more")));
    let me_next = async |stream: &mut Events| loop {
        let (name, frame) = stream.next().await;
        match name.as_str() {
            "me" => return (frame["me"]["id"].as_str().map(str::to_owned), frame["me"]["read"].as_u64()),
            name => assert_eq!(name, "change"),
        }
    };
    assert_eq!(me_next(bens).await, (Some("ben".into()), Some(2)));
    assert_eq!(me_next(first).await, (Some("ana".into()), Some(3)));
    let (_, page) = ask(&router, &ana, Method::GET, "/v1/rooms/room/lobby", None).await;
    assert_eq!(page["me"]["read"], 3);
    let (_, page) = ask(&router, &ana, Method::GET, "/v1/rooms/room/lobby/messages", None).await;
    assert_eq!(page["me"]["read"], 3);
    assert_eq!(mark(&ana, 2_000).await, (StatusCode::OK, json!({ "read": 4 })), "no higher than the room");
}

#[tokio::test]
async fn what_one_may_not_read_is_absent_like_what_is_not_there() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = chat(Arc::clone(&store) as Arc<dyn Store>, Limits { unread_rooms: 4, ..at_once() }).await;
    for name in ["room/lobby", "room/secret"] {
        chat.room(&room(name)).notify("news").await.expect("said");
    }
    let router = chat.router::<()>();
    let ana = token(&chat, "ana", Level::Read);
    let unread = async |token: &str, query: &str| ask(&router, token, Method::GET, &format!("/v1/unread?{query}"), None).await;
    let before = store.reads();
    let (status, hidden) = unread(&ana, "room=room/secret&room=room/nowhere").await;
    assert_eq!((status, hidden, store.reads()), (StatusCode::OK, json!({ "rooms": [] }), before), "no look at the store");
    let (_, told) = unread(&ana, "room=room/secret&room=room/lobby&room=room/lobby").await;
    assert_eq!(told, json!({ "rooms": [{ "room": "room/lobby", "unread": 1, "more": false }] }));
    assert_eq!(store.reads(), before + 1, "one look, however many rooms");
    let code = |(_, problem): (StatusCode, Value)| problem["code"].as_str().unwrap_or_default().to_owned();
    for query in ["", "room=x", "room=a/1&room=a/2&room=a/3&room=a/4&room=a/5"] {
        assert_eq!(code(unread(&ana, query).await), "invalid", "{query}");
    }
    assert_eq!(code(unread("", "room=room/lobby").await), "token_missing");
    for body in [json!({}), json!({ "up_to": -1 }), json!({ "up_to": 1.5 }), json!({ "up_to": 9_007_199_254_740_992_u64 })] {
        assert_eq!(code(ask(&router, &ana, Method::PUT, "/v1/rooms/room/lobby/read", Some(body)).await), "invalid");
    }
    // A ban is a matter of the room's, and found in hand.
    let ban = serde_json::from_value(json!({ "kind": "ban" })).expect("a ban");
    chat.room(&lobby()).restrict("ana", ban).await.expect("banned");
    assert_eq!(unread(&ana, "room=room/lobby").await.1, json!({ "rooms": [] }));
    assert_eq!(code(ask(&router, &ana, Method::PUT, "/v1/rooms/room/lobby/read", Some(json!({ "up_to": 1 }))).await), "banned");
}

#[tokio::test]
async fn no_room_is_made_by_reading_and_a_deleted_one_takes_no_mark() {
    let chat = chat(Arc::new(MemoryStore::new()), at_once()).await;
    let (ana, hall) = (user(&chat, "ana", Level::Read), chat.room(&lobby()));
    assert_eq!(chat.mark_read(&ana, &lobby(), 7).await.expect("nothing to mark"), 0);
    assert!(chat.get_room(&lobby()).await.expect("found").is_none());
    assert_eq!(chat.unread_for(&ana, &[lobby()]).await.expect("counted"), []);
    hall.notify("news").await.expect("said");
    hall.delete_room().await.expect("deleted");
    assert_eq!(code(chat.mark_read(&ana, &lobby(), 1).await), Code::RoomDeleted);
    assert_eq!(code(chat.mark_read(&Identity::nobody(), &lobby(), 1).await), Code::TokenMissing);
}

#[tokio::test(start_paused = true)]
async fn marks_and_questions_that_come_together_cost_one_look() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = chat(Arc::clone(&store) as Arc<dyn Store>, Limits::default()).await;
    let hall = chat.room(&lobby());
    for _ in 0..5 {
        hall.notify("news").await.expect("said");
    }
    let people: Vec<_> = (0..1_000).map(|n| user(&chat, &format!("user-{n}"), Level::Say)).collect();
    let (before, name) = (store.writes(), lobby());
    store.hold_writes(true);
    let marking = join_all(people.iter().flat_map(|who| [3, 5, 4].map(|up_to| chat.mark_read(who, &name, up_to))));
    let release = async {
        tokio::task::yield_now().await;
        store.hold_writes(false);
    };
    let (marked, ()) = tokio::join!(marking, release);
    assert!(marked.iter().all(|read| matches!(read, Ok(3..=5))), "{:?}", marked.iter().find(|read| read.is_err()));
    assert!(store.marks() <= 3, "{} commits for 3,000 marks", store.marks());
    assert_eq!(store.writes(), before, "no change of the room");
    let router = chat.router::<()>();
    let tokens: Vec<_> = (0..1_000).map(|n| token(&chat, &format!("user-{n}"), Level::Say)).collect();
    let uri = "/v1/rooms/room/lobby/messages";
    let pages = join_all(tokens.iter().map(|token| ask(&router, token, Method::GET, uri, None))).await;
    assert!(pages.iter().all(|(_, page)| page["me"]["read"] == 5), "{:?}", pages[0]);
    // The runtime begins the pages by some dozens at a time.
    assert!(store.mark_reads() <= 50, "{} looks for 1,000 pages", store.mark_reads());
}

#[tokio::test(start_paused = true)]
async fn a_store_that_is_away_holds_up_no_page() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = chat(Arc::clone(&store) as Arc<dyn Store>, at_once()).await;
    chat.room(&lobby()).notify("news").await.expect("said");
    let (router, ana) = (chat.router::<()>(), token(&chat, "ana", Level::Say));
    let page = async || ask(&router, &ana, Method::GET, "/v1/rooms/room/lobby/messages", None).await;
    assert_eq!(page().await.0, StatusCode::OK);
    store.hold_reads(true);
    store.set_away(true);
    let (status, page) = page().await;
    assert_eq!((status, page["messages"][0]["text"].as_str()), (StatusCode::OK, Some("news")));
    store.hold_reads(false);
    let (status, problem) = ask(&router, &ana, Method::PUT, "/v1/rooms/room/lobby/read", Some(json!({ "up_to": 1 }))).await;
    assert_eq!((status, problem["code"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some("store_away")));
    store.set_away(false);
    let (status, read) = ask(&router, &ana, Method::PUT, "/v1/rooms/room/lobby/read", Some(json!({ "up_to": 1 }))).await;
    assert_eq!((status, read), (StatusCode::OK, json!({ "read": 1 })));
}
