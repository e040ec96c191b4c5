//! Names of users who were here and said nothing, and of guests who only look in now and then.

use std::sync::atomic::{AtomicI64, Ordering};

use tertulia::store::Store;
use tertulia::testkit::FaultyStore;
use tertulia::wire::Time;

use super::guests::{guest_in_room, say, taken};
use super::*;

const HOUR_MS: i64 = 3_600_000;

/// A chat over a store that counts, whose clock stands where it is put.
struct Counted {
    ground: Ground,
    faulty: Arc<FaultyStore>,
    clock: Arc<AtomicI64>,
}

impl Counted {
    async fn new(limits: Limits) -> Self {
        let store = Arc::new(MemoryStore::new());
        let faulty = Arc::new(FaultyStore::new(Arc::clone(&store) as Arc<dyn Store>));
        let clock = Arc::new(AtomicI64::new(0));
        let now = Arc::clone(&clock);
        let policy = Policy { others: TypeRules { guests: Level::Say, create: Some(true) }, ..Policy::default() };
        let builder = Chat::builder().store(Arc::clone(&faulty) as Arc<dyn Store>).limits(limits.unpaced()).policy(policy);
        let builder = builder.clock(Arc::new(move || Time(now.load(Ordering::SeqCst)))).secret([7; 32]);
        Self { ground: Ground { chat: builder.build().await.expect("built"), store }, faulty, clock }
    }

    /// Comes and goes.
    async fn look_in(&self, id: &str) {
        drop(self.ground.come(Some(&self.ground.token(id))).await);
    }

    async fn poll(&self, token: &str) {
        let after = self.ground.get::<Page>("/messages", Some(token)).await;
        assert!(after.cursor.is_some());
    }

    async fn is_taken(&self, name: &str) -> bool {
        match guest_in_room(&self.ground, name).await {
            Ok(_) => false,
            Err((code, proposal)) => {
                // Those of a number may have been seen, too.
                assert_eq!(code, Code::NameTaken);
                assert!(proposal.is_some() || name.starts_with("USER-"), "{name}");
                true
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_user_who_said_nothing_has_the_name_also_after_a_restart() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    let before = ground.chat.room(&room(ROOM)).newest(9).await.expect("a page").cursor;
    drop(ground.come(Some(&ground.token("ana"))).await);
    let renamed = ground.chat.user_token("ana", "Anita", &room(ROOM), Level::Say, 1_000_000).expect("a token");
    drop(ground.come(Some(&renamed)).await);
    drop(ground.come(Some(&ground.chat.owner_token("robot", 1_000_000).expect("a token"))).await);
    assert_eq!(ground.chat.room(&room(ROOM)).newest(9).await.expect("a page").cursor, before, "nothing is announced");
    // Who has just come is written before all is over.
    ground.chat.close().await;
    let ground = Ground::over(Arc::clone(&ground.store), Limits::default()).await;
    assert_eq!(guest_in_room(&ground, "Ana").await, Err(taken("Ana 2")));
    assert_eq!(guest_in_room(&ground, "anita").await, Err(taken("anita 2")));
    assert!(guest_in_room(&ground, "Robot").await.is_ok(), "a program of the host's is not here");
    say(&ground, &ground.token("ana")).await.expect("their own");
    let other = ground.chat.user_token("other", "Ana", &room(ROOM), Level::Say, 1_000_000).expect("a token");
    say(&ground, &other).await.expect("that is the host's to say");
    let elsewhere = serde_json::json!({"name": "Ana", "room": "project/7"}).to_string();
    let (status, _) = ground.ask(Method::POST, "guests", None, "*/*", &elsewhere).await;
    assert_eq!(status, StatusCode::CREATED, "in another room it is nobody's");
}

#[tokio::test(start_paused = true)]
async fn who_waited_for_a_room_to_be_made_keeps_the_name_in_it() {
    let ground = Counted::new(Limits { present_exact: 2, ..Limits::default() }).await;
    let mut lines = Vec::new();
    for id in ["ana", "ben", "eva", "leo"] {
        lines.push(ground.ground.come(Some(&ground.ground.token(id))).await.0);
    }
    a_while().await;
    assert_eq!(ground.faulty.seen_notes(), 0, "there is nothing to keep a name in");
    say(&ground.ground, &ground.ground.token("zoe")).await.expect("said");
    for line in &mut lines {
        while !matches!(line.next().await, ServerFrame::Change(_)) {}
    }
    drop(lines);
    a_while().await;
    for name in ["ANA", "BEN", "EVA", "LEO", "ZOE"] {
        assert!(ground.is_taken(name).await, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_crowd_that_comes_and_goes_is_written_in_few_batches_and_once() {
    let ground = Counted::new(Limits { present_exact: 10, ..Limits::default() }).await;
    ground.ground.set(PutRoom::default()).await;
    let (people, writes) = (1_500, ground.faulty.writes());
    for round in 0..3 {
        for n in 0..people {
            ground.look_in(&format!("user-{n}")).await;
        }
        a_while().await;
        let notes = ground.faulty.seen_notes();
        assert!((1..=10).contains(&notes), "{notes} commits for {people} people, {round} rounds");
    }
    let notes = ground.faulty.seen_notes();
    ground.look_in("user-7").await;
    a_while().await;
    assert_eq!((ground.faulty.seen_notes(), ground.faulty.writes()), (notes, writes), "known, and no line of the log");
    for name in ["USER-0", "USER-1499"] {
        assert!(ground.is_taken(name).await, "{name}");
    }
    assert!(!ground.is_taken("USER-1500").await);
}

#[tokio::test(start_paused = true)]
async fn who_comes_while_the_store_is_away_is_written_when_it_is_back_and_holds_nobody_up() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom::default()).await;
    ground.look_in("ana").await;
    a_while().await;
    ground.faulty.hold_writes(true);
    for id in ["ben", "eva"] {
        // Opened while nothing is written.
        ground.look_in(id).await;
    }
    a_while().await;
    ground.faulty.set_away(true);
    ground.faulty.hold_writes(false);
    a_while().await;
    ground.faulty.set_away(false);
    a_while().await;
    for name in ["ANA", "BEN", "EVA"] {
        assert!(ground.is_taken(name).await, "{name}");
    }
    // What is not known to be written is written when they come again.
    ground.faulty.set_panicking(true);
    ground.look_in("leo").await;
    a_while().await;
    ground.faulty.set_panicking(false);
    let notes = ground.faulty.seen_notes();
    for again in [1, 1] {
        ground.look_in("leo").await;
        a_while().await;
        assert_eq!(ground.faulty.seen_notes(), notes + again);
    }
}

#[tokio::test(start_paused = true)]
async fn a_room_that_keeps_as_many_names_as_it_may_takes_no_more_of_who_says_nothing() {
    let ground = Counted::new(Limits { room_names: 2, ..Limits::default() }).await;
    ground.ground.set(PutRoom::default()).await;
    for id in ["ana", "ben", "eva"] {
        ground.look_in(id).await;
        a_while().await;
    }
    assert!(ground.is_taken("BEN").await && !ground.is_taken("EVA").await);
    say(&ground.ground, &ground.ground.token("eva")).await.expect("said");
    assert!(ground.is_taken("EVA").await, "who speaks has the name in any case");
}

#[tokio::test(start_paused = true)]
async fn who_is_erased_takes_the_name_along_and_has_it_again_when_they_are_back() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom::default()).await;
    ground.look_in("ana").await;
    a_while().await;
    assert!(ground.is_taken("ANA").await);
    ground.ground.chat.erase_person("ana").await.expect("erased");
    assert!(!ground.is_taken("ANA").await);
    // With a token that was made later than the erasure.
    ground.clock.store(HOUR_MS, Ordering::SeqCst);
    ground.look_in("ana").await;
    a_while().await;
    assert!(ground.is_taken("ANA").await);
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_polls_in_a_crowd_has_the_name_until_a_day_after_they_left() {
    let ground = Counted::new(Limits { present_exact: 1, ..Limits::default() }).await;
    ground.ground.set(PutRoom::default()).await;
    let _ben = ground.ground.come(Some(&ground.ground.token("ben"))).await;
    let eva = guest_in_room(&ground.ground, "Eva").await.expect("free");
    ground.poll(&eva.token).await;
    say(&ground.ground, &eva.token).await.expect("said");
    // A day minus an hour later they poll still, and then no more.
    ground.clock.store(23 * HOUR_MS, Ordering::SeqCst);
    ground.poll(&eva.token).await;
    a_while().await;
    a_while().await;
    assert_eq!(ground.ground.present().await.count, 1, "gone");
    ground.clock.store(46 * HOUR_MS, Ordering::SeqCst);
    assert!(ground.is_taken("Eva").await, "a day after leaving, and not after speaking");
    ground.clock.store(48 * HOUR_MS, Ordering::SeqCst);
    assert!(!ground.is_taken("Eva").await);
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_comes_again_and_says_nothing_keeps_the_name_for_a_day_from_then() {
    for (present_exact, announce) in [(1_000, false), (1_000, true), (1, false)] {
        let ground = Counted::new(Limits { present_exact, ..Limits::default() }).await;
        ground.ground.set(PutRoom { announce: Some(announce), ..PutRoom::default() }).await;
        // Has the one place among those who are known one by one.
        let _zoe = ground.ground.come(Some(&ground.ground.token("zoe"))).await;
        let eva = guest_in_room(&ground.ground, "Eva").await.expect("free");
        say(&ground.ground, &eva.token).await.expect("said");
        let ben = guest_in_room(&ground.ground, "Ben").await.expect("free");
        for visit in [20, 40, 60] {
            ground.clock.store(visit * HOUR_MS, Ordering::SeqCst);
            drop(ground.ground.come(Some(&eva.token)).await);
            drop(ground.ground.come(Some(&ben.token)).await);
            a_while().await;
        }
        ground.clock.store(83 * HOUR_MS, Ordering::SeqCst);
        assert!(ground.is_taken("Eva").await, "{present_exact}");
        assert!(!ground.is_taken("Ben").await, "who never said anything has no name that is kept");
        ground.clock.store(85 * HOUR_MS, Ordering::SeqCst);
        assert!(!ground.is_taken("Eva").await, "{present_exact}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_stays_for_days_and_is_silent_keeps_the_name_until_a_day_after_leaving() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
    let eva = guest_in_room(&ground.ground, "Eva").await.expect("free");
    let mut line = ground.ground.come(Some(&eva.token)).await.0;
    say(&ground.ground, &eva.token).await.expect("said");
    for hours in 1..=72 {
        ground.clock.store(hours * HOUR_MS, Ordering::SeqCst);
        sleep(Duration::from_secs(3_600)).await;
        line.now();
    }
    assert_eq!(ground.ground.lines().await, [(Kind::Join, "Eva".to_owned())], "nothing is told of it");
    drop(line);
    a_while().await;
    assert_eq!(ground.ground.lines().await.len(), 2, "left once");
    ground.clock.store(95 * HOUR_MS, Ordering::SeqCst);
    assert!(ground.is_taken("Eva").await);
    ground.clock.store(97 * HOUR_MS, Ordering::SeqCst);
    assert!(!ground.is_taken("Eva").await);
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_takes_another_name_leaves_the_first_to_nobody_for_a_day() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom::default()).await;
    let eva = guest_in_room(&ground.ground, "Eva").await.expect("free");
    say(&ground.ground, &eva.token).await.expect("said");
    let body = serde_json::json!({"name": "Evita", "room": ROOM}).to_string();
    let (status, renamed) = ground.ground.ask(Method::POST, "guests", Some(&eva.token), "*/*", &body).await;
    assert_eq!(status, StatusCode::CREATED);
    say(&ground.ground, &read::<Guest>(renamed).await.token).await.expect("said");
    assert_eq!(guest_in_room(&ground.ground, "Eva").await, Err(taken("Eva 2")));
    say(&ground.ground, &eva.token).await.expect("theirs still");
    ground.clock.store(26 * HOUR_MS, Ordering::SeqCst);
    assert!(!ground.is_taken("Eva").await && !ground.is_taken("Evita").await);
}

#[tokio::test(start_paused = true)]
async fn whoever_takes_thirty_names_does_not_keep_the_next_guest_from_one() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom::default()).await;
    let mut proposal = "Eva".to_owned();
    for _ in 1..=30 {
        let eva = guest_in_room(&ground.ground, &proposal).await.expect("free");
        say(&ground.ground, &eva.token).await.expect("said");
        let refused = guest_in_room(&ground.ground, "Eva").await.expect_err("is taken");
        proposal = refused.1.expect("one is free");
    }
    assert_eq!(proposal.len(), "Eva 1234".len(), "{proposal}");
    assert!(guest_in_room(&ground.ground, &proposal).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_comes_back_in_silence_and_stays_past_the_day_keeps_the_name() {
    let ground = Counted::new(Limits::default()).await;
    ground.ground.set(PutRoom::default()).await;
    let eva = guest_in_room(&ground.ground, "Eva").await.expect("free");
    say(&ground.ground, &eva.token).await.expect("said");
    ground.clock.store(23 * HOUR_MS, Ordering::SeqCst);
    let line = ground.ground.come(Some(&eva.token)).await.0;
    ground.clock.store(30 * HOUR_MS, Ordering::SeqCst);
    while ground.ground.store.tidy(Time(30 * HOUR_MS)).await.expect("tidied").more {}
    drop(line);
    a_while().await;
    ground.clock.store(53 * HOUR_MS, Ordering::SeqCst);
    assert!(ground.is_taken("Eva").await);
    ground.clock.store(55 * HOUR_MS, Ordering::SeqCst);
    assert!(!ground.is_taken("Eva").await);
}

#[tokio::test(start_paused = true)]
async fn a_guest_who_was_announced_before_a_restart_keeps_the_name_from_the_visit_after_it() {
    let store = Arc::new(MemoryStore::new());
    let clock = Arc::new(AtomicI64::new(0));
    let started = async || {
        let (policy, now) = (TypeRules { guests: Level::Say, create: Some(true) }, Arc::clone(&clock));
        let builder = Chat::builder().store(Arc::clone(&store) as Arc<dyn Store>).limits(Limits::default().unpaced());
        let builder = builder.policy(Policy { others: policy, ..Policy::default() }).secret([7; 32]);
        let chat = builder.clock(Arc::new(move || Time(now.load(Ordering::SeqCst)))).build().await.expect("built");
        Ground { chat, store: Arc::clone(&store) }
    };
    let ground = started().await;
    ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
    let eva = guest_in_room(&ground, "Eva").await.expect("free");
    let line = ground.come(Some(&eva.token)).await;
    say(&ground, &eva.token).await.expect("said");
    ground.chat.close().await;
    drop((line, ground));
    let ground = started().await;
    clock.store(20 * HOUR_MS, Ordering::SeqCst);
    // Who comes first has the store asked who was here: Eva among them.
    let _zoe = ground.come(Some(&ground.token("zoe"))).await;
    sleep(Duration::from_secs(1)).await;
    drop(ground.come(Some(&eva.token)).await);
    a_while().await;
    clock.store(43 * HOUR_MS, Ordering::SeqCst);
    assert_eq!(guest_in_room(&ground, "Eva").await.expect_err("theirs").0, Code::NameTaken);
}
