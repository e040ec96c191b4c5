//! What waits for review is read by nobody but those who review: not by a reader who joins, catches up, is reset, reads along
//! or asks for a transcript, and not by way of an answer to it.

#[path = "held/editing.rs"]
mod editing;
#[path = "held/filtering.rs"]
mod filtering;
#[path = "rights/line.rs"]
#[expect(dead_code, reason = "others hear more")]
mod line;
#[path = "held/reading.rs"]
mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures_util::StreamExt;
use proptest::prelude::*;
use tertulia::auth::Identity;
use tertulia::limits::Limits;
use tertulia::say::Spoken;
use tertulia::store::Store;
use tertulia::testkit::words::room;
use tertulia::testkit::{MemoryCopy, MemoryStore};
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Cursor, HeldPage, HoldMode, Level, RoomName};
use tertulia::{Chat, Error};
use tower::ServiceExt;

const SECRET: [u8; 32] = [7; 32];

async fn chat(store: &Arc<MemoryStore>, limits: Limits) -> Chat {
    let store = Arc::clone(store) as Arc<dyn Store>;
    Chat::builder().store(store).limits(limits).secret(SECRET).build().await.expect("built")
}

fn user(chat: &Chat, id: &str, level: Level) -> (Identity, String) {
    let token = chat.user_token(id, id, &lobby(), level, 100_000).expect("a token");
    (chat.identify(&token).expect("good"), token)
}

fn lobby() -> RoomName {
    room("room/lobby")
}

fn say(n: usize, reply_to: Option<u64>) -> Say {
    let client_id = Some(format!("client-{n:06}").parse().expect("good"));
    Say { text: format!("secret-{n:06}"), client_id, reply_to, ..Say::default() }
}

fn code<T: std::fmt::Debug>(answer: Result<T, Error>) -> Code {
    answer.expect_err("refused").code()
}

/// What happens in a history. Numbers choose among what there is.
#[derive(Debug, Clone)]
enum Op {
    Say { by_moderator: bool, reply_to: Option<u64> },
    Approve(usize),
    Reject(usize),
    Edit(u64),
    Delete(u64),
    Hold(HoldMode),
    Restart,
    Copy,
    PutBack,
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let mode = prop::sample::select(vec![HoldMode::Off, HoldMode::All, HoldMode::All]);
    let op = prop_oneof![
        8 => (prop::bool::weighted(0.3), prop::option::weighted(0.3, 1..12_u64))
            .prop_map(|(by_moderator, reply_to)| Op::Say { by_moderator, reply_to }),
        3 => (0..5_usize).prop_map(Op::Approve),
        2 => (0..5_usize).prop_map(Op::Reject),
        4 => (1..6_u64).prop_map(Op::Edit),
        1 => (1..12_u64).prop_map(Op::Delete),
        2 => mode.prop_map(Op::Hold),
        1 => Just(Op::Restart),
        1 => Just(Op::Copy),
        1 => Just(Op::PutBack),
    ];
    prop::collection::vec(op, 1..24)
}

struct World {
    store: Arc<MemoryStore>,
    chat: Chat,
    // What anybody may read now, by its id: what was said or approved, as it was edited, and not what was deleted.
    public: BTreeMap<u64, String>,
    cursors: Vec<Cursor>,
    copy: Option<(MemoryCopy, BTreeMap<u64, String>)>,
    said: usize,
}

impl World {
    async fn begin() -> Self {
        let store = Arc::new(MemoryStore::new());
        let few = Limits { tail_changes: 4, ..Limits::default() };
        let chat = chat(&store, few).await;
        let world = Self { store, chat, public: BTreeMap::new(), cursors: vec![Cursor::Start], copy: None, said: 0 };
        world.set(HoldMode::All).await;
        world
    }

    async fn set(&self, hold: HoldMode) {
        let put = PutRoom { hold: Some(hold), ..PutRoom::default() };
        self.chat.room(&lobby()).change_settings(put).await.expect("set");
    }

    async fn again(&mut self) {
        self.chat.close().await;
        self.chat = chat(&self.store, Limits { tail_changes: 4, ..Limits::default() }).await;
    }

    async fn edit(&mut self, who: &Identity, id: u64) {
        let text = format!("secret-{:06}", 500 + id);
        let free = self.chat.room(&lobby()).settings().await.expect("set").hold == HoldMode::Off;
        match self.chat.edit(who, &lobby(), id, &text).await {
            Ok(message) => {
                let before = self.public.insert(id, message.text);
                assert!(free || before == Some(text), "nobody has looked at it");
            }
            Err(error) => assert!(!free || error.code() != Code::Refused, "{error}"),
        }
    }

    async fn step(&mut self, op: Op) {
        let (ana, _) = user(&self.chat, "ana", Level::Say);
        let (mod_, _) = user(&self.chat, "mod", Level::Moderate);
        let waiting = async || self.chat.room(&lobby()).held(0).await.expect("a list").held;
        match op {
            Op::Say { by_moderator, reply_to } => {
                self.said += 1;
                let free = by_moderator || self.chat.room(&lobby()).settings().await.expect("set").hold == HoldMode::Off;
                let who = if by_moderator { &mod_ } else { &ana };
                match self.chat.say(who, &lobby(), say(self.said, reply_to)).await {
                    Ok(Spoken::Said(said)) => {
                        assert!(free, "it has to wait");
                        self.public.insert(said.message.id, said.message.text);
                    }
                    Ok(Spoken::Held(_)) => assert!(!free, "who reviews is not reviewed"),
                    Err(error) => assert!(matches!(error.code(), Code::Invalid | Code::TooMany), "{error}"),
                }
            }
            Op::Approve(nth) => {
                if let Some(waits) = waiting().await.get(nth) {
                    let message = self.chat.approve(&mod_, &lobby(), waits.held).await.expect("approved");
                    self.public.insert(message.id, message.text);
                }
            }
            Op::Reject(nth) => {
                if let Some(waits) = waiting().await.get(nth) {
                    self.chat.reject(&mod_, &lobby(), waits.held).await.expect("rejected");
                }
            }
            Op::Edit(id) => self.edit(&ana, id).await,
            Op::Delete(id) => {
                if self.chat.delete(&mod_, &lobby(), id).await.is_ok() {
                    self.public.remove(&id);
                }
            }
            Op::Hold(mode) => self.set(mode).await,
            Op::Restart => {
                self.store.restart();
                self.again().await;
            }
            Op::Copy => self.copy = Some((self.store.copy(), self.public.clone())),
            Op::PutBack => {
                if let Some((copy, public)) = &self.copy {
                    self.store.put_back(copy);
                    self.public = public.clone();
                    self.again().await;
                }
            }
        }
        let page = self.chat.room(&lobby()).newest(1).await.expect("a page");
        self.cursors.extend(page.cursor.filter(|cursor| !self.cursors.contains(cursor)));
    }
}

/// Somebody who reads along in a task of its own, and what has been told so far.
fn read_along(chat: &Chat, from: Cursor) -> (Arc<Mutex<String>>, tokio::task::JoinHandle<()>) {
    let (told, mut changes) = (Arc::new(Mutex::new(String::new())), Box::pin(chat.room(&lobby()).changes(from)));
    let noted = Arc::clone(&told);
    let reading = tokio::spawn(async move {
        while let Some(Ok(page)) = changes.next().await {
            noted.lock().expect("whole").push_str(&serde_json::to_string(&page).expect("JSON"));
        }
    });
    (told, reading)
}

async fn live_through(ops: Vec<Op>) {
    let mut world = World::begin().await;
    for op in ops {
        // Those who read along from before it happens, through tails and resets.
        let along: Vec<_> = world.cursors.iter().rev().take(2).map(|at| read_along(&world.chat, *at)).collect();
        tokio::task::yield_now().await;
        let (before, ends) = (world.public.clone(), matches!(op, Op::Restart | Op::PutBack));
        world.step(op).await;
        let new: Vec<_> =
            world.public.iter().filter(|(id, text)| before.get(id) != Some(text)).map(|(_, text)| text.clone()).collect();
        let may: BTreeSet<_> = before.values().chain(world.public.values()).cloned().collect();
        for (told, reading) in along {
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
            reading.abort();
            let told = reading::secrets(&told.lock().expect("whole"));
            assert!(told.is_subset(&may), "{told:?} is told to who reads along, and only {may:?} may be");
            assert!(ends || new.iter().all(|text| told.contains(text)), "{new:?} is not heard by who reads along: {told:?}");
        }
    }
    reading::check_all(&world).await;
}

#[test]
fn nobody_reads_what_waits_or_was_rejected() {
    let config = ProptestConfig { cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
    proptest!(config, |(ops in ops())| runtime.block_on(live_through(ops)));
}

#[tokio::test]
async fn a_sender_is_told_that_it_waits_and_then_what_became_of_it() {
    let store = Arc::new(MemoryStore::new());
    let chat = chat(&store, Limits { held_per_sender: 2, ..Limits::default() }).await;
    let (ana, token) = user(&chat, "ana", Level::Say);
    let (moderator, _) = user(&chat, "mod", Level::Moderate);
    let hall = chat.room(&lobby());
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    let post = async |n: usize| {
        let request = Request::post("/v1/rooms/room/lobby/messages").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let body = serde_json::to_string(&say(n, None)).expect("JSON");
        let answer = chat.router::<()>().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("answered");
        let status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), 100_000).await.expect("a body");
        (status, serde_json::from_slice::<serde_json::Value>(&body).expect("JSON"))
    };
    let (status, held) = post(1).await;
    assert_eq!((status, held.clone()), (StatusCode::ACCEPTED, serde_json::json!({"held": 1, "client_id": "client-000001"})));
    assert_eq!(post(1).await, (StatusCode::ACCEPTED, held));
    assert_eq!(post(2).await.0, StatusCode::ACCEPTED);
    let (status, problem) = post(3).await;
    assert_eq!((status, problem["retry_after"].as_u64()), (StatusCode::TOO_MANY_REQUESTS, Some(10)));
    for stranger in [&ana, &Identity::nobody()] {
        assert!(chat.held(stranger, &lobby(), 0, 9).await.is_err());
        assert!(chat.approve(stranger, &lobby(), 1).await.is_err());
        assert!(chat.reject(stranger, &lobby(), 1).await.is_err());
    }
    let page = chat.held(&moderator, &lobby(), 0, 1).await.expect("a list");
    assert_eq!((page.held[0].text.as_str(), page.held.len(), page.more), ("secret-000001", 1, true));
    hall.change_settings(PutRoom { locked: Some(true), ..PutRoom::default() }).await.expect("locked");
    assert_eq!(post(1).await.0, StatusCode::ACCEPTED, "known before the lock");
    let approved = chat.approve(&moderator, &lobby(), 1).await.expect("approved");
    chat.reject(&moderator, &lobby(), 2).await.expect("rejected");
    let (status, message) = post(1).await;
    assert_eq!((status, message["id"].as_u64()), (StatusCode::OK, Some(approved.id)));
    let (status, problem) = post(2).await;
    assert_eq!((status, problem["code"].as_str()), (StatusCode::FORBIDDEN, Some("refused")));
    assert_eq!(code(chat.approve(&moderator, &lobby(), 2).await), Code::NotFound);
}

#[tokio::test]
async fn nothing_waits_where_no_room_is_and_a_deleted_one_is_told() {
    let chat = chat(&Arc::new(MemoryStore::new()), Limits::default()).await;
    let hall = chat.room(&lobby());
    assert_eq!(hall.held(0).await.expect("a page"), HeldPage { held: Vec::new(), more: false });
    hall.change_settings(PutRoom::default()).await.expect("is made");
    hall.delete_room().await.expect("deleted");
    assert_eq!(code(hall.held(0).await), Code::RoomDeleted);
}
