//! Who reviews is told that something else waits, once for however much; nobody else is told a thing, in no way to read and on no
//! node, from the moment on that they may not review any more.

#[path = "waiting/endings.rs"]
mod endings;
#[path = "waiting/readers.rs"]
mod readers;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use futures_util::{FutureExt, StreamExt};
use proptest::prelude::*;
use readers::{ORIGIN, Reader, Users, WAYS, Way, get};
use tertulia::auth::{Identity, Policy, TypeRules};
use tertulia::bus::local::LocalBus;
use tertulia::bus::{Bus, Hint, Hints};
use tertulia::limits::Limits;
use tertulia::say::Spoken;
use tertulia::store::{Found, ReportsOf, Store};
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{HoldMode, Level, NewReport, PresenceMode, RoomName, Time};
use tertulia::{Chat, ChatBuilder};
use tower::ServiceExt;

pub(crate) const ROOM: &str = "project/42";

fn here() -> RoomName {
    room(ROOM)
}

/// Lets everything go on as far as it does without time.
async fn rest() {
    for _ in 0..300 {
        tokio::task::yield_now().await;
    }
}

async fn node(store: Arc<dyn Store>, users: &Users, more: impl FnOnce(ChatBuilder) -> ChatBuilder) -> Chat {
    let readable = TypeRules { guests: Level::Read, create: None };
    let policy = Policy { types: [("project".parse().expect("a type"), readable)].into(), ..Policy::default() };
    let limits = Limits { held_per_room: 5_000, held_per_sender: 5_000, ..Limits::default().unpaced() };
    let chat = Chat::builder().store(store).secret([7; 32]).policy(policy).limits(limits);
    more(chat.authenticate(users.clone()).origins(vec![ORIGIN.to_owned()])).build().await.expect("built")
}

/// The same on a store in memory, with a clock that is put on by hand.
async fn timed(users: &Users) -> (Chat, Arc<AtomicI64>) {
    let time = Arc::new(AtomicI64::new(1_000_000_000_000));
    let now = Arc::clone(&time);
    let clock: tertulia::clock::Clock = Arc::new(move || Time(now.load(Ordering::Relaxed)));
    (node(Arc::new(MemoryStore::new()), users, |chat| chat.clock(clock)).await, time)
}

async fn holds_all(chat: &Chat) {
    let put = PutRoom { hold: Some(HoldMode::All), presence: Some(PresenceMode::Off), ..PutRoom::default() };
    chat.room(&here()).change_settings(put).await.expect("set");
    for text in ["one", "two"] {
        chat.room(&here()).notify(text).await.expect("said");
    }
}

fn user(chat: &Chat, id: &str, level: Level) -> Identity {
    chat.identify(&chat.user_token(id, id, &here(), level, 1_000_000).expect("a token")).expect("good")
}

async fn hold(chat: &Chat, n: usize) -> u64 {
    let say = Say { text: "secret".into(), client_id: Some(format!("client-{n:06}").parse().expect("good")), ..Say::default() };
    match chat.say(&user(chat, "ana", Level::Say), &here(), say).await.expect("taken") {
        Spoken::Held(held) => held.held,
        Spoken::Said(said) => panic!("not held: {said:?}"),
    }
}

/// What waits, as the store says it: a chat that is asked for it would look anew at the room.
async fn waits(chat: &Chat) -> String {
    let Ok(Found::Room(facts)) = chat.store().find(&here()).await else { panic!("no room") };
    let of = ReportsOf { room: Some(facts.key), before: None };
    let (held, reports) = (chat.store().held(facts.key, 0, 200).await, chat.store().reports(of, 200).await);
    serde_json::to_string(&(held.expect("a list"), reports.expect("a list"))).expect("JSON")
}

/// What happens. Numbers choose among what there is.
#[derive(Debug, Clone)]
enum Deed {
    Hold,
    HoldAgain,
    Approve(usize),
    Reject(usize),
    RejectAgain,
    Report(u64, u8),
    CloseReports(u64),
}

#[derive(Debug, Clone)]
enum Op {
    Deed { node: usize, deed: Deed, settle: bool },
    Lose(usize),
    Gain(usize),
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let deed = prop_oneof![
        4 => Just(Deed::Hold),
        1 => Just(Deed::HoldAgain),
        2 => (0..3_usize).prop_map(Deed::Approve),
        2 => (0..3_usize).prop_map(Deed::Reject),
        1 => Just(Deed::RejectAgain),
        3 => (2..4_u64, 0..3_u8).prop_map(|(id, by)| Deed::Report(id, by)),
        2 => (2..4_u64).prop_map(Deed::CloseReports),
    ];
    let op = prop_oneof![
        6 => (0..2_usize, deed, any::<bool>()).prop_map(|(node, deed, settle)| Op::Deed { node, deed, settle }),
        1 => (0..64_usize).prop_map(Op::Lose),
        1 => (0..64_usize).prop_map(Op::Gain),
    ];
    prop::collection::vec(op, 1..16)
}

struct World {
    nodes: [Chat; 2],
    users: Users,
    readers: Vec<(Reader, Level)>,
    held: Vec<u64>,
    rejected: Option<u64>,
    said: usize,
}

impl World {
    async fn begin() -> Self {
        let (store, bus, users) = (Arc::new(MemoryStore::shared()), LocalBus::default(), Users::default());
        let one = async || node(Arc::clone(&store) as _, &users, |chat| chat.bus(Arc::new(bus.clone()))).await;
        let nodes = [one().await, one().await];
        holds_all(&nodes[0]).await;
        let mut readers = Vec::new();
        for (place, chat) in nodes.iter().enumerate() {
            for way in WAYS {
                for level in [Level::None, Level::Read, Level::Say, Level::Moderate, Level::Own] {
                    let user = format!("{way:?}-{level:?}-{place}");
                    // Of nobody in particular there is one, too.
                    if level > Level::None {
                        users.set(&user, level);
                    }
                    readers.push((Reader::begin(chat, &user, way), level));
                }
            }
        }
        rest().await;
        for (reader, _) in &readers {
            assert_eq!(reader.told().len(), 1, "{} begins with a page", reader.user);
        }
        Self { nodes, users, readers, held: Vec::new(), rejected: None, said: 0 }
    }

    async fn deed(&mut self, node: usize, deed: Deed) {
        let chat = &self.nodes[node];
        let boss = user(chat, "boss", Level::Moderate);
        match deed {
            Deed::Hold => {
                self.said += 1;
                self.held.push(hold(chat, self.said).await);
            }
            Deed::HoldAgain => {
                // The newest, where it waits still.
                if self.held.last().is_some() && self.rejected.is_none() {
                    drop(chat.say(&user(chat, "ana", Level::Say), &here(), retry(self.said)).await);
                }
            }
            Deed::Approve(nth) if nth < self.held.len() => {
                let held = self.held.remove(nth);
                chat.approve(&boss, &here(), held).await.expect("approved");
            }
            Deed::Reject(nth) if nth < self.held.len() => {
                let held = self.held.remove(nth);
                chat.reject(&boss, &here(), held).await.expect("rejected");
                self.rejected = Some(held);
            }
            Deed::RejectAgain => {
                if let Some(held) = self.rejected {
                    chat.reject(&boss, &here(), held).await.expect("rejected");
                }
            }
            Deed::Report(id, by) => {
                let by = user(chat, &format!("reporter-{by}"), Level::Say);
                chat.report(&by, &here(), id, NewReport { why: None }).await.expect("reported");
            }
            Deed::CloseReports(id) => chat.close_reports(&boss, &here(), id).await.expect("closed"),
            Deed::Approve(_) | Deed::Reject(_) => {}
        }
    }

    /// Holds what everybody was told against what was done since: something else waits, or a message was let in.
    async fn settle(&self, owed: bool, approved: bool, changed: Option<usize>) {
        rest().await;
        for (place, (reader, level)) in self.readers.iter().enumerate() {
            let told = reader.told();
            let hears = *level >= Level::Moderate && reader.way != Way::Text;
            let may = |word: &str| match word {
                "change" | "text" => approved,
                "me" => changed == Some(place),
                "waiting" => hears && owed,
                _ => false,
            };
            assert!(told.iter().all(|word| may(word)), "{} {level:?} is told {told:?}", reader.user);
            let was_told = told.iter().any(|word| word == "waiting");
            assert!(was_told || !(hears && owed), "{} {level:?} is told {told:?}, and not what waits", reader.user);
        }
    }

    /// Somebody who keeps order may do less from now on, and more again.
    async fn set(&mut self, place: usize, level: Level) {
        self.users.set(&self.readers[place].0.user, level);
        for chat in &self.nodes {
            chat.recheck(Some(&self.readers[place].0.user), None).await.expect("asked");
        }
        self.readers[place].1 = level;
    }
}

fn retry(n: usize) -> Say {
    Say { text: "secret".into(), client_id: Some(format!("client-{n:06}").parse().expect("good")), ..Say::default() }
}

async fn live_through(ops: Vec<Op>) {
    let mut world = World::begin().await;
    let (mut owed, mut approved, mut changed) = (false, false, None);
    for op in ops {
        match op {
            Op::Deed { node, deed, settle } => {
                let before = waits(&world.nodes[0]).await;
                approved |= matches!(deed, Deed::Approve(nth) if nth < world.held.len());
                world.deed(node, deed).await;
                owed |= waits(&world.nodes[0]).await != before;
                if !settle {
                    continue;
                }
            }
            Op::Lose(nth) | Op::Gain(nth) => {
                world.settle(owed, approved, changed).await;
                (owed, approved, changed) = (false, false, None);
                let (from, to) = match op {
                    Op::Lose(_) => (Level::Moderate, Level::Say),
                    _ => (Level::Say, Level::Moderate),
                };
                let those: Vec<usize> = (0..world.readers.len()).filter(|place| world.readers[*place].1 == from).collect();
                if let Some(place) = (!those.is_empty()).then(|| those[nth % those.len()]) {
                    world.set(place, to).await;
                    changed = Some(place);
                }
                // What is done right after a right has ended is not told; who has it again may ask by then.
                if matches!(op, Op::Lose(_)) {
                    continue;
                }
            }
        }
        world.settle(owed, approved, changed).await;
        (owed, approved, changed) = (false, false, None);
    }
    world.settle(owed, approved, changed).await;
}

#[test]
fn each_deed_is_told_to_exactly_those_who_may_review() {
    let config = ProptestConfig { cases: 24, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
    proptest!(config, |(ops in ops())| runtime.block_on(live_through(ops)));
}

/// A bus that loses everything while it is told to.
#[derive(Clone, Default)]
struct Lossy(LocalBus, Arc<AtomicBool>);

impl Bus for Lossy {
    fn publish(&self, hint: Hint) {
        if !self.1.load(Ordering::Relaxed) {
            self.0.publish(hint);
        }
    }

    fn listen(&self) -> Box<dyn Hints> {
        self.0.listen()
    }
}

/// Two nodes on one store, with what carries their hints; all that is said waits.
async fn two_nodes() -> (Chat, Chat, Lossy) {
    let (store, bus, users) = (Arc::new(MemoryStore::shared()), Lossy::default(), Users::default());
    let one = async || node(Arc::clone(&store) as _, &users, |chat| chat.bus(Arc::new(bus.clone()))).await;
    let (there, chat) = (one().await, one().await);
    holds_all(&there).await;
    users.set("boss", Level::Moderate);
    users.set("ben", Level::Say);
    (there, chat, bus)
}

#[tokio::test(start_paused = true)]
async fn another_node_finds_out_by_the_store_where_its_hint_is_lost() {
    let (there, chat, bus) = two_nodes().await;
    let readers: Vec<_> = WAYS.iter().flat_map(|way| ["boss", "ben"].map(|user| Reader::begin(&chat, user, *way))).collect();
    rest().await;
    readers.iter().for_each(|reader| drop(reader.told()));
    bus.1.store(true, Ordering::Relaxed);
    hold(&there, 1).await;
    // Before the first beat, and before a long poll is over.
    tokio::time::sleep(Duration::from_secs(16)).await;
    rest().await;
    for reader in readers {
        let expected: &[&str] = if reader.user == "boss" && reader.way != Way::Text { &["waiting"] } else { &[] };
        assert_eq!(reader.told(), expected, "{} {:?}", reader.user, reader.way);
    }
}

/// Whoever reads the room finds out before the hint comes, which is no news any more then.
#[tokio::test(start_paused = true)]
async fn what_somebody_elses_read_has_found_out_is_told_at_once() {
    let (there, chat, bus) = two_nodes().await;
    let heard = [Way::LongPoll, Way::Events, Way::Socket];
    let readers: Vec<_> = heard.iter().map(|way| Reader::begin(&chat, "boss", *way)).collect();
    rest().await;
    readers.iter().for_each(|reader| drop(reader.told()));
    bus.1.store(true, Ordering::Relaxed);
    hold(&there, 1).await;
    let read = chat.router::<()>().oneshot(get("ben", "last=7")).await.expect("answers");
    assert_eq!(read.status(), 200);
    rest().await;
    for reader in readers {
        assert_eq!(reader.told(), ["waiting"], "{:?}", reader.way);
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_deeds_are_one_word_to_who_was_slow_and_cost_no_memory() {
    let users = Users::default();
    let chat = node(Arc::new(MemoryStore::new()), &users, |chat| chat).await;
    holds_all(&chat).await;
    users.set("boss", Level::Own);
    let request = Request::get(format!("/v1/rooms/{ROOM}/messages?format=sse")).header(header::COOKIE, "user=boss");
    let answer = chat.router::<()>().oneshot(request.body(Body::empty()).expect("a request")).await.expect("answers");
    let mut events = answer.into_body().into_data_stream();
    drop(events.next().await.expect("opened").expect("whole"));
    let held_bytes = chat.hub().held_bytes();
    for n in 0..1_000 {
        hold(&chat, n).await;
    }
    assert_eq!(chat.hub().held_bytes(), held_bytes);
    let told = events.next().await.expect("told").expect("whole");
    assert_eq!(told, format!("event: waiting\ndata: {{\"type\":\"waiting\",\"room\":\"{ROOM}\"}}\n\n"));
    for _ in 0..100 {
        assert!(events.next().now_or_never().is_none(), "one is enough");
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_has_waited_for_too_long_is_told_when_it_is_gone() {
    let users = Users::default();
    let (chat, time) = timed(&users).await;
    holds_all(&chat).await;
    hold(&chat, 1).await;
    users.set("boss", Level::Moderate);
    users.set("ben", Level::Say);
    time.fetch_add(30 * 86_400_000, Ordering::Relaxed);
    let readers = ["boss", "ben"].map(|user| Reader::begin(&chat, user, Way::Events));
    rest().await;
    readers.iter().for_each(|reader| drop(reader.told()));
    // It is looked for once a minute.
    let gone = async || !waits(&chat).await.contains("secret");
    for _ in 0..61 {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert!(gone().await);
    rest().await;
    let told = readers.map(|reader| reader.told().into_iter().filter(|word| word == "waiting").count());
    assert_eq!(told, [1, 0]);
}

#[tokio::test(start_paused = true)]
async fn a_room_that_begins_with_what_waits_is_told_to_who_waits_for_it() {
    let users = Users::default();
    let chat = node(Arc::new(MemoryStore::new()), &users, |chat| chat).await;
    users.set("boss", Level::Moderate);
    let reader = Reader::begin(&chat, "boss", Way::Socket);
    rest().await;
    assert_eq!(reader.told(), ["opened"]);
    holds_all(&chat).await;
    hold(&chat, 1).await;
    rest().await;
    let told = reader.told();
    assert_eq!(told.iter().filter(|word| *word == "waiting").count(), 1, "{told:?}");
}

#[tokio::test(start_paused = true)]
async fn whose_time_is_over_is_asked_about_before_they_are_told() {
    for (level, hears) in [(Level::Moderate, true), (Level::Say, false)] {
        for way in [Way::LongPoll, Way::Events, Way::Socket] {
            let users = Users::default();
            let (chat, time) = timed(&users).await;
            holds_all(&chat).await;
            users.set("boss", Level::Moderate);
            let reader = Reader::begin(&chat, "boss", way);
            rest().await;
            assert_eq!(reader.told(), ["opened"], "{way:?}");
            // No timer has run yet: only who looks at the clock finds out.
            users.set("boss", level);
            time.fetch_add(200_000_000, Ordering::Relaxed);
            hold(&chat, 1).await;
            rest().await;
            let told = reader.told();
            assert_eq!(told.iter().any(|word| word == "waiting"), hears, "{way:?} {level:?}: {told:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_deed_is_told_once_and_what_changes_nothing_is_not() {
    let users = Users::default();
    let chat = node(Arc::new(MemoryStore::new()), &users, |chat| chat).await;
    holds_all(&chat).await;
    users.set("boss", Level::Moderate);
    let readers = [Way::Events, Way::Socket].map(|way| Reader::begin(&chat, "boss", way));
    let heard = async || {
        rest().await;
        readers.each_ref().map(|reader| reader.told().into_iter().filter(|word| word == "waiting").count())
    };
    heard().await;
    let (boss, ben) = (user(&chat, "boss", Level::Moderate), user(&chat, "ben", Level::Say));
    let one = hold(&chat, 1).await;
    assert_eq!(heard().await, [1, 1], "held");
    let two = hold(&chat, 2).await;
    assert_eq!(heard().await, [1, 1], "held");
    chat.approve(&boss, &here(), one).await.expect("approved");
    assert_eq!(heard().await, [1, 1], "approved");
    chat.reject(&boss, &here(), two).await.expect("rejected");
    assert_eq!(heard().await, [1, 1], "rejected");
    chat.reject(&boss, &here(), two).await.expect("rejected");
    assert_eq!(heard().await, [0, 0], "rejected again");
    for expected in [1, 0] {
        chat.report(&ben, &here(), 2, NewReport { why: None }).await.expect("reported");
        assert_eq!(heard().await, [expected; 2], "reported");
    }
    for expected in [1, 0] {
        chat.close_reports(&boss, &here(), 2).await.expect("closed");
        assert_eq!(heard().await, [expected; 2], "closed");
    }
    chat.room(&here()).notify("three").await.expect("said");
    assert_eq!(heard().await, [0, 0], "said");
}

#[tokio::test(start_paused = true)]
async fn no_send_and_no_deed_has_the_store_asked_for_what_waits() {
    for reviewed in [false, true] {
        let (users, store) = (Users::default(), Arc::new(FaultyStore::new(Arc::new(MemoryStore::new()))));
        let chat = node(Arc::clone(&store) as _, &users, |chat| chat).await;
        holds_all(&chat).await;
        users.set("boss", if reviewed { Level::Moderate } else { Level::Say });
        let _readers = [Way::Events, Way::Socket, Way::Text].map(|way| Reader::begin(&chat, "boss", way));
        // With the first of each all is known that is to be known.
        for round in 0..2 {
            rest().await;
            let (reads, writes) = (store.all_reads(), store.writes());
            for n in 0..10 {
                chat.room(&here()).notify("said").await.expect("said");
                hold(&chat, round * 10 + n).await;
                rest().await;
            }
            assert_eq!(store.writes() - writes, 20);
            assert!(round == 0 || store.all_reads() == reads, "{reviewed}: {} reads", store.all_reads() - reads);
        }
    }
}
