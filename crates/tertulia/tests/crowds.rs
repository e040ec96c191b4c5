//! Many readers, many rooms, many names: what they cost the store and the memory.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use futures_util::future::{join, join_all, poll_immediate};
use tertulia::Chat;
use tertulia::auth::{Policy, TypeRules};
use tertulia::hub::{Hub, Next, Subscription};
use tertulia::limits::Limits;
use tertulia::store::{Act, Found, Store, Verdict, Written};
use tertulia::testkit::words::{batch, delete, done, facts, room, say};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::{Cursor, Level, Page, RoomName, Time};
use tower::ServiceExt;

struct Ground {
    store: Arc<FaultyStore>,
    hub: Arc<Hub>,
    limits: Arc<Limits>,
}

fn ground(limits: Limits) -> Ground {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let limits = Arc::new(limits);
    let hub = Hub::new(Arc::clone(&store) as Arc<dyn Store>, Arc::clone(&limits));
    Ground { store, hub, limits }
}

impl Ground {
    async fn reader(&self, name: &RoomName) -> Subscription {
        let (held, found) = self.hub.room(name).await.expect("found");
        let mut reader = Subscription::new(held);
        if let Found::Room(facts) = found {
            reader.admit(facts.access);
        }
        reader
    }

    async fn say_many(&self, name: &RoomName, numbers: std::ops::Range<u32>, text: &str) -> Vec<Written> {
        let acts = numbers.map(|number| say("ana", &number.to_string(), text)).collect();
        batch(&*self.store, name, acts).await.into_iter().map(|written| written.expect("written")).collect()
    }

    async fn reader_at(&self, name: &RoomName, cursor: Cursor) -> Subscription {
        let mut reader = self.reader(name).await;
        assert!(matches!(reader.start_after(cursor).await, Ok(Verdict::Good(_))));
        reader
    }

    /// Reads until a version; gives how many changes that were.
    async fn read_until(&self, mut reader: Subscription, until: u64) -> u64 {
        let mut changes = 0;
        while reader.seen() < until {
            match reader.next(&self.limits).await {
                Next::Changes(more) => changes += more.len() as u64,
                other => panic!("{other:?}"),
            }
        }
        changes
    }

    /// The ids on the newest page, as a new reader gets it.
    async fn first_page(&self, name: &RoomName, last: u32) -> Vec<u64> {
        let newest = self.reader(name).await.start_newest(last).await.expect("read").expect("a room");
        newest.messages.iter().map(|message| message.id).collect()
    }

    /// Lets all wait for the store before it answers the first of them.
    async fn all_at_once<T>(&self, readers: Vec<impl Future<Output = T>>) -> Vec<T> {
        self.store.hold_reads(true);
        let open = async { self.store.hold_reads(false) };
        join(join_all(readers), open).await.0
    }
}

#[tokio::test]
async fn ten_thousand_who_come_back_cost_one_read_of_each_room() {
    let ground = ground(Limits::default());
    let mut readers = Vec::new();
    // Those in one room missed the same, those in the other come from places near each other.
    for (name, spread) in [("room/same", 1), ("room/near", 50)] {
        let name = room(name);
        ground.say_many(&name, 0..300, "x").await;
        let facts = facts(&*ground.store, &name).await;
        for n in 0..5_000 {
            let missed = 100 + n % spread;
            let reader = ground.reader_at(&name, facts.cursor(facts.head - missed)).await;
            readers.push((reader, missed));
        }
    }
    let reads = readers.into_iter().map(|(reader, missed)| {
        let ground = &ground;
        async move { (ground.read_until(reader, 300).await, missed) }
    });
    let counts = ground.all_at_once(reads.collect()).await;
    assert!(counts.iter().all(|(changes, missed)| changes == missed), "each gets all that it missed");
    // One for the first of them, one for those near it, and the further parts of whoever is last, whom nobody waits with.
    let most = 2 * (2 + 150 / ground.limits.chunk_changes as u64);
    assert!(ground.store.reads() <= most, "{} reads for 10,000 readers in two rooms", ground.store.reads());
}

#[tokio::test]
async fn a_thousand_first_pages_cost_one_read() {
    let (ground, name) = (ground(Limits::default()), room("room/lobby"));
    ground.say_many(&name, 0..300, "x").await;
    let pages = ground.all_at_once((0..1_000).map(|_| ground.first_page(&name, 50)).collect()).await;
    assert!(pages.iter().all(|page| page.len() == 50 && page[49] == 300));
    assert_eq!(ground.store.reads(), 1);
    ground.first_page(&name, 50).await;
    assert_eq!(ground.store.reads(), 1, "nothing new, nothing read");
}

#[tokio::test]
async fn a_first_page_is_as_new_as_what_was_known_when_it_was_asked_for() {
    let (ground, name) = (ground(Limits::default()), room("room/lobby"));
    ground.say_many(&name, 0..10, "x").await;
    let _live = ground.reader(&name).await;
    assert_eq!(ground.first_page(&name, 5).await, [6, 7, 8, 9, 10]);
    let written = done(&*ground.store, &name, say("ana", "10", "x")).await;
    ground.hub.deliver(&written);
    assert_eq!(ground.first_page(&name, 5).await, [7, 8, 9, 10, 11], "who was told that it is written finds it");
    ground.hub.deliver(&done(&*ground.store, &name, delete(11, "ana")).await);
    let newest = ground.reader(&name).await.start_newest(5).await.expect("read").expect("a room");
    assert_eq!(newest.messages[4].version, 12, "and finds it deleted");
}

#[tokio::test]
async fn whether_a_room_has_messages_is_read_once_for_all_who_look_at_it() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let readable = TypeRules { guests: Level::Read, create: None };
    let policy = Policy { types: [("project".parse().expect("a type"), readable)].into(), ..Policy::default() };
    let chat = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).policy(policy).build().await.expect("built");
    let (name, routes) = (room("project/42"), chat.router::<()>());
    let asked = async |request: Request<Body>| -> Page {
        let answer = routes.clone().oneshot(request).await.expect("answers");
        assert!(answer.status().is_success(), "{}", answer.status());
        serde_json::from_slice(&to_bytes(answer.into_body(), 100_000).await.expect("a body")).expect("a page")
    };
    let shown = async || asked(Request::get("/v1/rooms/project/42").body(Body::empty()).expect("a request")).await.more;
    let owner = chat.user_token("boss", "Boss", &name, Level::Own, 1_000).expect("a token");
    let put = async || {
        let request = Request::put("/v1/rooms/project/42").header("authorization", format!("Bearer {owner}"));
        let request = request.header("content-type", "application/json").body(Body::from(r#"{"title": "Hall"}"#));
        asked(request.expect("a request")).await.more
    };
    assert!(!put().await && !shown().await, "its settings are all that there is");
    assert_eq!(store.reads(), 1);
    chat.room(&name).notify("one").await.expect("said");
    store.hold_reads(true);
    let open = async { store.hold_reads(false) };
    assert_eq!(join(join_all((0..100).map(|_| shown())), open).await.0, [true; 100]);
    assert_eq!(store.reads(), 2);
    chat.room(&name).notify("two").await.expect("said");
    chat.room(&name).delete(2).await.expect("deleted");
    assert!(shown().await && put().await && shown().await);
    assert_eq!(store.reads(), 2, "what was said stays, also where it is deleted");
    chat.purge(&chat.identify(&owner).expect("good"), &name, Time(4_000_000_000_000)).await.expect("purged");
    assert!(!shown().await, "and goes by a purge");
}

#[tokio::test]
async fn all_rooms_together_hold_no_more_than_they_may() {
    let limits = Limits { tails_bytes: 300_000, tail_bytes: 64_000, linger_s: 0, ..Limits::default() };
    let (ground, text) = (ground(limits), "x".repeat(1_000));
    let mut readers = Vec::new();
    for n in 0..60 {
        let name = room(&format!("room/{n}"));
        ground.say_many(&name, 0..10, &text).await;
        let mut reader = ground.reader(&name).await;
        reader.start_newest(50).await.expect("read");
        for written in ground.say_many(&name, 10..40, &text).await {
            ground.hub.deliver(&written);
            assert!(ground.hub.held_bytes() <= 300_000, "{} bytes", ground.hub.held_bytes());
        }
        readers.push((name, reader));
    }
    assert!(ground.hub.held_bytes() > 100_000, "what may be held is held");
    // Those whose tail had to go read the store, and miss nothing.
    for (_, reader) in readers {
        assert_eq!(ground.read_until(reader, 40).await, 30);
    }
    assert_eq!(ground.hub.live_rooms(), 60);
    ground.hub.forget_idle();
    assert_eq!((ground.hub.live_rooms(), ground.hub.held_bytes()), (0, 0));
}

#[tokio::test]
async fn what_came_ahead_of_a_lost_hint_is_bounded() {
    let limits = Limits { tail_changes: 20, gap_ms: 60_000, ..Limits::default() };
    let (ground, name) = (ground(limits), room("room/lobby"));
    ground.say_many(&name, 0..10, "x").await;
    let reader = ground.reader_at(&name, facts(&*ground.store, &name).await.cursor(10)).await;
    let before = ground.hub.held_bytes();
    let mut most = 0;
    for written in ground.say_many(&name, 10..1_000, &"x".repeat(1_000)).await.iter().skip(1) {
        ground.hub.deliver(written);
        most = most.max(ground.hub.held_bytes());
    }
    assert!(before < most && most < 20 * 3_000, "{most} bytes held, {before} before");
    assert_eq!(ground.read_until(reader, 1_000).await, 990, "and the store has it all");
}

#[tokio::test]
async fn rooms_that_nobody_reads_leave_the_memory_the_longest_idle_first() {
    let ground = ground(Limits { lingering_rooms: 3, ..Limits::default() });
    let names: Vec<_> = (0..10).map(|n| room(&format!("room/{n}"))).collect();
    for name in &names {
        ground.say_many(name, 0..1, "x").await;
        drop(ground.reader(name).await);
    }
    let reader = ground.reader(&names[0]).await;
    assert_eq!(ground.hub.live_rooms(), 10);
    ground.hub.forget_idle();
    assert!((1..=4).contains(&ground.hub.live_rooms()), "the one that is read and at most three that linger");
    let reads_again = ground.read_until(reader, 0).await;
    assert_eq!(reads_again, 0, "the one that is read is still there");
}

#[tokio::test]
async fn names_that_were_waited_for_and_those_that_are_gone_leave_nothing() {
    let ground = ground(Limits::default());
    let names: Vec<_> = (0..1_000).map(|n| room(&format!("room/{n}"))).collect();
    let together = ground.all_at_once(names.iter().map(|name| ground.reader(name)).collect()).await;
    assert_eq!(ground.hub.live_rooms(), 1_000);
    drop(together);
    assert_eq!(ground.hub.live_rooms(), 0);

    done(&*ground.store, &room("room/deleted"), say("ana", "1", "x")).await;
    done(&*ground.store, &room("room/deleted"), Act::DeleteRoom).await;
    assert!(matches!(ground.hub.room(&room("room/deleted")).await, Ok((_, Found::Deleted { .. }))));
    ground.store.set_away(true);
    assert!(ground.hub.room(&room("room/away")).await.is_err());
    assert_eq!(ground.hub.live_rooms(), 0, "nor do deleted ones, or those that could not be asked for");
}

#[tokio::test]
async fn a_reader_that_is_left_standing_in_the_midst_of_a_read_holds_up_nobody() {
    let ground = ground(Limits { tail_changes: 4, catch_ups: 1, ..Limits::default() });
    let (one, other) = (room("room/one"), room("room/other"));
    for name in [&one, &other] {
        ground.say_many(name, 0..40, "hello").await;
    }
    let mut standing = ground.reader_at(&one, Cursor::Start).await;
    ground.store.hold_reads(true);
    assert!(poll_immediate(standing.next(&ground.limits)).await.is_none(), "it waits for the store");
    // As a stream whose line takes nothing more: from here on nobody asks it to go on.
    tokio::task::yield_now().await;
    ground.store.hold_reads(false);
    let others = async {
        for name in [&one, &other] {
            assert_eq!(ground.first_page(name, 5).await, [36, 37, 38, 39, 40]);
            let reader = ground.reader_at(name, Cursor::Start).await;
            assert_eq!(ground.read_until(reader, 40).await, 40);
        }
    };
    tokio::time::timeout(Duration::from_secs(60), others).await.expect("the others are served");
    assert_eq!(ground.read_until(standing, 40).await, 40);
}
