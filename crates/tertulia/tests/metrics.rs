//! What a chat tells of how it is doing: each number is right after what is known to have happened, and none names anybody.
//!
//! Time stands still but where a test waits, and then jumps to whatever is due next.

#[path = "rights/line.rs"]
mod line;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use proptest::prelude::*;
use tertulia::auth::Identity;
use tertulia::hook::{Answering, Hook, HookAnswer, HookQuestion};
use tertulia::metrics::{self, Kind, Metric, Sample, Value};
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{NewGuest, PutRoom, Say};
use tertulia::wire::{Code, HoldMode, Level, RoomName};
use tertulia::{Chat, ChatBuilder, Limits};
use tokio::time::sleep;

use crate::line::{Line, WAYS, Way, ask, code, request};

const ROOM: &str = "project/42";

struct Ground {
    chat: Chat,
    store: Arc<FaultyStore>,
    owner: Identity,
    room: RoomName,
}

async fn ground(limits: Limits) -> Ground {
    ground_with(limits, |chat| chat).await
}

async fn ground_with(limits: Limits, with: impl FnOnce(ChatBuilder) -> ChatBuilder) -> Ground {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let built = with(Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).limits(limits.unpaced())).build();
    let chat = built.await.expect("built");
    let owner = chat.identify(&chat.owner_token("owner", 100_000).expect("a token")).expect("good");
    let ground = Ground { owner, room: room(ROOM), store, chat };
    ground.chat.put_room(&ground.owner, &ground.room, PutRoom::default()).await.expect("made");
    ground
}

impl Ground {
    fn token(&self, id: &str, level: Level) -> String {
        self.chat.user_token(id, id, &self.room, level, 100_000).expect("a token")
    }

    fn say(&self, who: &Identity, client_id: &str, text: &str) -> impl Future<Output = Option<Code>> + Send + use<> {
        let (chat, who, room) = (self.chat.clone(), who.clone(), self.room.clone());
        let client_id = Some(format!("client-{client_id}").parse().expect("a client id"));
        let say = Say { text: text.to_owned(), client_id, ..Say::default() };
        async move { chat.say(&who, &room, say).await.err().map(|error| error.code()) }
    }

    fn user(&self, id: &str, level: Level) -> Identity {
        self.chat.identify(&self.token(id, level)).expect("good")
    }

    /// What is told under a name, and under a word of its label.
    fn told(&self, name: &str, word: &str) -> f64 {
        told(&self.chat, name, word)
    }

    fn outcomes(&self) -> BTreeMap<&'static str, f64> {
        let sends = metric(&self.chat, "tertulia_sends_total");
        let outcomes = sends.samples.iter().map(|sample| (sample.label.expect("has one").1, number(sample)));
        outcomes.filter(|(_, count)| *count > 0.0).collect()
    }
}

fn metric(chat: &Chat, name: &str) -> Metric {
    chat.metrics().into_iter().find(|metric| metric.name == name).unwrap_or_else(|| panic!("{name} is not told"))
}

fn number(sample: &Sample) -> f64 {
    match &sample.value {
        Value::Number(number) => *number,
        Value::Distribution(told) => f64::from(u32::try_from(told.count).expect("few")),
    }
}

fn told(chat: &Chat, name: &str, word: &str) -> f64 {
    let metric = metric(chat, name);
    let sample = metric.samples.iter().find(|sample| sample.label.map_or("", |(_, word)| word) == word);
    number(sample.unwrap_or_else(|| panic!("{name} has no {word}")))
}

/// The names and labels of everything that is told.
fn series(chat: &Chat) -> Vec<String> {
    let text = metrics::prometheus(&chat.metrics());
    text.lines()
        .map(|line| if line.starts_with('#') { line } else { line.rsplit_once(' ').expect("a value").0 }.to_owned())
        .collect()
}

/// Long enough for everything that can be done at once.
async fn rest() {
    sleep(Duration::from_millis(1)).await;
}

#[tokio::test(start_paused = true)]
async fn what_becomes_of_each_send_is_counted_once() {
    let ground = ground(Limits::default()).await;
    let (ana, looks_on) = (ground.user("ana", Level::Say), ground.user("ben", Level::Read));
    assert_eq!(ground.say(&ana, "000001", "hola").await, None);
    assert_eq!(ground.say(&ana, "000001", "hola").await, None);
    assert_eq!(ground.say(&ana, "000001", "other").await, Some(Code::ClientIdReused));
    assert_eq!(ground.say(&ana, "000002", " ").await, Some(Code::Invalid));
    assert_eq!(ground.say(&looks_on, "000003", "hola").await, Some(Code::NotAllowed));
    let mut expected: BTreeMap<_, _> =
        [("said", 1.0), ("again", 1.0), ("client_id_reused", 1.0), ("invalid", 1.0), ("not_allowed", 1.0)].into();
    assert_eq!(ground.outcomes(), expected);
    assert_eq!((ground.told("tertulia_send_seconds", ""), ground.told("tertulia_changes_total", "")), (1.0, 1.0));

    let hold = PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() };
    ground.chat.put_room(&ground.owner, &ground.room, hold).await.expect("put");
    assert_eq!(ground.say(&ana, "000004", "to be looked at").await, None);
    expected.insert("held", 1.0);
    assert_eq!(ground.outcomes(), expected);

    // Whoever hangs up is not told, and what was said is written all the same.
    ground.store.hold_writes(true);
    let left = tokio::spawn(ground.say(&ground.owner, "000005", "and gone"));
    rest().await;
    let behind = tokio::spawn(ground.say(&ground.owner, "000006", "waits"));
    rest().await;
    assert_eq!(ground.told("tertulia_writes_waiting", ""), 1.0, "one is being written, and one waits");
    assert!(ground.told("tertulia_writes_waiting_bytes", "") >= 512.0);
    left.abort();
    rest().await;
    ground.store.hold_writes(false);
    assert_eq!(behind.await.expect("answered"), None);
    expected.extend([("said", 2.0), ("unheard", 1.0)]);
    assert_eq!(ground.outcomes(), expected);
    assert_eq!((ground.told("tertulia_writes_waiting", ""), ground.told("tertulia_writes_waiting_bytes", "")), (0.0, 0.0));
    assert_eq!(ground.told("tertulia_changes_total", ""), 4.0, "the settings, and three messages");
}

/// A hook that does what the text says.
struct ByText;

impl Hook for ByText {
    fn ask<'a>(&'a self, question: &'a HookQuestion) -> Answering<'a> {
        Box::pin(async {
            match question.text.as_str() {
                "change" => Ok(HookAnswer::Change { text: "changed".into() }),
                "change to nothing" => Ok(HookAnswer::Change { text: String::new() }),
                "hold" => Ok(HookAnswer::Hold),
                "refuse" => Ok(HookAnswer::Refuse { words: None }),
                "fail" => Err("its database is away".into()),
                "never" => std::future::pending().await,
                _ => Ok(HookAnswer::Allow),
            }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_hook_answers_is_counted_and_how_long_it_takes() {
    let ground = ground_with(Limits { hook_calls: 1, ..Limits::default() }, |chat| chat.hook(ByText)).await;
    let ana = ground.user("ana", Level::Say);
    for (number, text) in ["allow", "change", "hold", "refuse", "fail", "change to nothing"].into_iter().enumerate() {
        ground.say(&ana, &number.to_string(), text).await;
    }
    let answers = |words: [&str; 6]| words.map(|word| ground.told("tertulia_hook_questions_total", word));
    let words = ["allow", "change", "hold", "refuse", "silent", "busy"];
    assert_eq!(answers(words), [1.0, 1.0, 1.0, 1.0, 2.0, 0.0]);
    // Ana keeps the only call for as long as one may take, then Eva does; Ben has waited for too long by then.
    let (ana, eva) = (ground.say(&ana, "first", "never"), ground.say(&ground.user("eva", Level::Say), "second", "never"));
    let waiting = [
        tokio::spawn(ana),
        tokio::spawn(async {
            rest().await;
            eva.await
        }),
    ];
    rest().await;
    rest().await;
    assert_eq!(ground.say(&ground.user("ben", Level::Say), "third", "allow").await, Some(Code::SlowDown));
    for silent in waiting {
        assert_eq!(silent.await.expect("ends"), Some(Code::StoreAway));
    }
    assert_eq!(answers(words), [1.0, 1.0, 1.0, 1.0, 4.0, 1.0]);
    let seconds = metric(&ground.chat, "tertulia_hook_seconds");
    let Value::Distribution(told) = &seconds.samples[0].value else { panic!("{seconds:?}") };
    assert_eq!((told.count, told.sum.round()), (8, 4.0), "two took the two seconds, and the others none: {told:?}");
}

#[tokio::test(start_paused = true)]
async fn a_store_that_is_away_or_fails_is_told_for_as_long_as_it_is() {
    let ground = ground(Limits::default()).await;
    assert_eq!((ground.told("tertulia_store_away", ""), ground.told("tertulia_store_away_seconds_total", "")), (0.0, 0.0));
    let batches = ground.told("tertulia_store_write_seconds", "");
    ground.store.set_away(true);
    assert_eq!(ground.say(&ground.owner, "000001", "hola").await, Some(Code::StoreAway));
    sleep(Duration::from_secs(10)).await;
    assert_eq!(ground.say(&ground.owner, "000002", "hola").await, Some(Code::StoreAway));
    let away = ground.told("tertulia_store_away_seconds_total", "");
    assert_eq!(ground.told("tertulia_store_away", ""), 1.0);
    assert!((10.0..12.0).contains(&away), "{away}");
    assert!(ground.told("tertulia_store_failures_total", "away") > 10.0, "it is asked again and again");
    ground.store.set_away(false);
    sleep(Duration::from_secs(1)).await;
    let over = ground.told("tertulia_store_away_seconds_total", "");
    sleep(Duration::from_secs(100)).await;
    assert_eq!(ground.told("tertulia_store_away", ""), 0.0);
    assert_eq!(ground.told("tertulia_store_away_seconds_total", ""), over);
    assert!((10.0..12.0).contains(&over), "{over}");

    ground.store.set_unknown(true);
    assert_eq!(ground.say(&ground.owner, "000003", "hola").await, Some(Code::Unknown));
    assert_eq!(ground.told("tertulia_store_failures_total", "unknown"), 1.0);
    assert_eq!(ground.outcomes(), [("store_away", 2.0), ("unknown", 1.0)].into());
    assert_eq!(ground.told("tertulia_store_write_seconds", ""), batches + 2.0, "what was refused at once was not written");
    assert_eq!(ground.told("tertulia_store_batch_size", ""), ground.told("tertulia_store_calls_total", "write"));
}

#[tokio::test(start_paused = true)]
async fn readers_are_counted_while_they_are_there_and_by_how_they_read() {
    let ground = ground(Limits::default()).await;
    let token = ground.token("ana", Level::Read);
    for (way, word) in WAYS.iter().zip([None, Some("poll"), Some("sse"), Some("ws"), Some("text")]) {
        let lines = || metric(&ground.chat, "tertulia_connections").samples.iter().map(number).sum::<f64>();
        let delivered = ground.told("tertulia_changes_delivered_total", "");
        assert_eq!((lines(), ground.told("tertulia_readers", "")), (0.0, 0.0), "{way:?}: all before have left");
        let (mut line, _) = Line::open(&ground.chat, &token, ROOM, *way).await;
        if *way == Way::Text {
            // What was said before comes as a part of its own.
            line.next().await;
        }
        let reading = tokio::spawn(async move {
            line.next().await;
            line
        });
        rest().await;
        let here = f64::from(u8::from(*way != Way::Poll));
        assert_eq!((lines(), ground.told("tertulia_readers", "")), (here, here), "{way:?}");
        let named = f64::from(u8::from(*way != Way::Text));
        assert_eq!(ground.told("tertulia_people", ""), named, "{way:?}");
        assert_eq!(word.map_or(0.0, |word| ground.told("tertulia_connections", word)), here, "{way:?}");
        assert_eq!(word.map_or(0.0, |word| ground.told("tertulia_connections_opened_total", word)), here, "{way:?}");
        assert_eq!(ground.say(&ground.owner, &format!("{word:?}-000001").replace(['(', ')', '"'], "-"), "hola").await, None);
        let line = reading.await.expect("has heard");
        drop(line);
        rest().await;
        assert_eq!(ground.told("tertulia_changes_delivered_total", ""), delivered + here, "{way:?}");
        sleep(Duration::from_secs(60)).await;
        assert_eq!(ground.told("tertulia_people", ""), 0.0, "{way:?}");
    }
    assert_eq!(ground.told("tertulia_live_rooms", ""), 1.0);
    assert!(ground.told("tertulia_tail_bytes", "") > 100.0);
}

#[tokio::test(start_paused = true)]
async fn who_can_not_go_on_and_who_is_behind_is_counted() {
    let ground = ground(Limits { tail_changes: 4, ..Limits::default() }).await;
    for n in 0..20 {
        assert_eq!(ground.say(&ground.owner, &format!("{n:06}"), "hola").await, None);
    }
    assert_eq!((ground.told("tertulia_resets_total", ""), ground.told("tertulia_catch_ups_total", "")), (0.0, 0.0));
    let token = ground.token("ana", Level::Read);
    let look = async |query: &str| {
        let path = format!("/v1/rooms/{ROOM}/messages?{query}");
        ask(&ground.chat, request("GET", &path, &token).body(Body::empty()).expect("a request")).await
    };
    assert_eq!(look("after=0").await.0, 200);
    assert_eq!(ground.told("tertulia_catch_ups_total", ""), 1.0);
    assert_eq!(look("after=0123456789abcdef.7").await.0, 200);
    assert_eq!((ground.told("tertulia_resets_total", ""), ground.told("tertulia_catch_ups_total", "")), (1.0, 1.0));
    assert!(ground.told("tertulia_store_read_seconds", "") >= 3.0);
    assert_eq!(ground.told("tertulia_store_calls_total", "read"), 2.0);
}

#[tokio::test(start_paused = true)]
async fn every_problem_that_somebody_is_told_is_counted_by_its_code() {
    let ground = ground(Limits::default()).await;
    let (status, body) = ask(&ground.chat, request("GET", "/v1/nowhere", "").body(Body::empty()).expect("a request")).await;
    assert_eq!((status, code(&body)), (404, Code::NotFound));
    assert_eq!(ground.told("tertulia_refusals_total", "not_found"), 1.0);
    // On an open stream and on a socket, to whom the room has ended, as well as to whom nothing is opened.
    let token = ground.token("ana", Level::Read);
    for way in [Way::Events, Way::Text, Way::Socket] {
        Line::open(&ground.chat, "", ROOM, way).await;
        let before = ground.told("tertulia_refusals_total", "room_deleted");
        let (mut line, _) = Line::open(&ground.chat, &token, ROOM, way).await;
        ground.chat.delete_room(&ground.owner, &ground.room).await.expect("deleted");
        line.next().await;
        assert_eq!(ground.told("tertulia_refusals_total", "room_deleted"), before + 1.0, "{way:?}");
        ground.chat.put_room(&ground.owner, &ground.room, PutRoom::default()).await.expect("made again");
    }
    assert_eq!(ground.told("tertulia_refusals_total", "token_missing"), 3.0);
}

#[tokio::test(start_paused = true)]
async fn two_chats_in_one_process_count_each_for_itself() {
    let (one, other) = (ground(Limits::default()).await, ground(Limits::default()).await);
    let numbers = |chat: &Chat| {
        let mut metrics = chat.metrics();
        // How long things took is of no concern here.
        metrics.retain(|metric| metric.kind != Kind::Histogram);
        metrics
    };
    let before = numbers(&one.chat);
    assert_eq!(numbers(&other.chat), before, "as much has happened in one as in the other");
    let token = one.token("ana", Level::Read);
    let (_line, _) = Line::open(&one.chat, &token, ROOM, Way::Events).await;
    assert_eq!(one.say(&one.owner, "000001", "hola").await, None);
    one.store.set_away(true);
    assert_eq!(one.say(&one.owner, "000002", "hola").await, Some(Code::StoreAway));
    assert_eq!(numbers(&other.chat), before);
    assert_ne!(numbers(&one.chat), before);
}

/// Something that somebody does, with names that can be found again.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Say,
    Nonsense,
    Guest,
    Settings,
    Read,
    Nowhere,
    Lost,
}

fn deeds() -> impl Strategy<Value = Vec<(Deed, u8)>> {
    let deed = prop_oneof![
        Just(Deed::Say),
        Just(Deed::Nonsense),
        Just(Deed::Guest),
        Just(Deed::Settings),
        Just(Deed::Read),
        Just(Deed::Nowhere),
        Just(Deed::Lost),
    ];
    prop::collection::vec((deed, 0_u8..50), 1..40)
}

const MARK: &str = "zzmarked";

async fn happen(ground: &Ground, deed: Deed, number: u8) {
    let (name, person) = (room(&format!("{MARK}/{MARK}-{number}")), format!("{MARK}{number}"));
    let who = ground.chat.identify(&ground.chat.owner_token(&person, 100_000).expect("a token")).expect("good");
    let say = Say { text: format!("{MARK} says"), ..Say::default() };
    let get = async |path: String| {
        let asked = Request::builder().uri(path).header(header::ORIGIN, format!("https://{MARK}.example"));
        ask(&ground.chat, asked.body(Body::empty()).expect("a request")).await
    };
    match deed {
        Deed::Say => drop(ground.chat.say(&who, &name, say).await),
        Deed::Nonsense => drop(ground.chat.say(&who, &name, Say { text: String::new(), ..say }).await),
        Deed::Guest => drop(ground.chat.guest(None, &NewGuest { name: person, room: Some(name) }, None).await),
        Deed::Settings => {
            let put = PutRoom { title: Some(format!("{MARK} title")), ..PutRoom::default() };
            drop(ground.chat.put_room(&who, &name, put).await);
        }
        Deed::Read => {
            let token = ground.chat.owner_token(&person, 100_000).expect("a token");
            drop(Line::open(&ground.chat, &token, &name.to_string(), Way::Socket).await);
        }
        Deed::Nowhere => drop(get(format!("/{MARK}/{number}")).await),
        Deed::Lost => drop(get(format!("/v1/rooms/{name}/messages?after={MARK}")).await),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_that_happens_adds_a_line_or_names_a_room_or_a_person(deeds in deeds()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
        runtime.block_on(async {
            let ground = ground(Limits::default()).await;
            let before = series(&ground.chat);
            for (deed, number) in deeds {
                happen(&ground, deed, number).await;
            }
            assert_eq!(series(&ground.chat), before);
            let request = Request::builder().uri("/metrics").body(Body::empty()).expect("a request");
            let (_, body) = admin(&ground.chat, request).await;
            assert!(!body.to_lowercase().contains(MARK), "{body}");
        });
    }
}

fn of_the_host() -> Vec<Metric> {
    let samples = vec![Sample { label: None, value: Value::Number(7.0) }];
    vec![Metric { name: "host_days", help: "Days.", kind: Kind::Gauge, samples }]
}

async fn admin(chat: &Chat, request: Request<Body>) -> (u16, String) {
    let response = tower::ServiceExt::oneshot(chat.admin_router::<()>(of_the_host), request).await.expect("answers");
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

#[tokio::test(start_paused = true)]
async fn the_routes_for_whoever_runs_it_stand_apart_and_count_no_refusals() {
    let ground = ground(Limits::default()).await;
    let ask_admin = async |method: &str, path: &str| {
        admin(&ground.chat, Request::builder().method(method).uri(path).body(Body::empty()).expect("a request")).await
    };
    let (status, text) = ask_admin("GET", "/metrics").await;
    assert_eq!(status, 200);
    assert!(text.ends_with("# HELP host_days Days.\n# TYPE host_days gauge\nhost_days 7\n"), "{text}");
    assert!(text.contains("\ntertulia_sends_total{outcome=\"said\"} 0\n"), "{text}");
    assert_eq!(ask_admin("GET", "/healthz").await, (200, "ok\n".to_owned()));
    assert_eq!(ask_admin("GET", "/readyz").await.0, 200);
    assert_eq!(ask_admin("POST", "/metrics").await.0, 405);
    for path in ["/", "/v1/rooms", "/widget.js", "/metrics/", "/openapi.json"] {
        let (status, body) = ask_admin("GET", path).await;
        assert_eq!((status, code(body.as_bytes())), (404, Code::NotFound), "{path}");
    }
    ground.store.set_away(true);
    assert_eq!(ground.say(&ground.owner, "000001", "hola").await, Some(Code::StoreAway));
    let (status, body) = ask_admin("GET", "/readyz").await;
    assert_eq!((status, code(body.as_bytes())), (503, Code::StoreAway));
    assert!(ask_admin("GET", "/metrics").await.1.contains("\ntertulia_store_away 1\n"), "it tells so while the store is away");
    ground.chat.leave();
    let (status, body) = ask_admin("GET", "/readyz").await;
    assert_eq!((status, code(body.as_bytes())), (503, Code::Draining));
    let refusals: f64 = metric(&ground.chat, "tertulia_refusals_total").samples.iter().map(number).sum();
    assert_eq!(refusals, 0.0, "a probe that fails is nobody's refusal");

    let main = request("GET", "/metrics", "").body(Body::empty()).expect("a request");
    assert_eq!(ask(&ground.chat, main).await.0, 404);
}
