//! What becomes of what is said: whole or not at all, in time or told why not, whatever the store does and whoever hangs up.
//!
//! Time stands still but where a test waits, and then jumps to whatever is due next.

use std::sync::Arc;
use std::task::{Context, Waker};
use std::time::Duration;

use futures_util::FutureExt;
use tertulia::auth::Identity;
use tertulia::hub::{Next, Subscription};
use tertulia::limits::Limits;
use tertulia::say::Said;
use tertulia::store::{Found, Span, Store};
use tertulia::testkit::words::{facts, message_of, read, room};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Message, RoomName};
use tertulia::{Chat, Error};
use tokio::time::{Instant, advance, sleep};

struct Ground {
    chat: Chat,
    store: Arc<FaultyStore>,
    ana: Identity,
    room: RoomName,
}

async fn ground(limits: Limits) -> Ground {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let shared = Arc::clone(&store) as Arc<dyn Store>;
    let chat = Chat::builder().store(shared).limits(limits).secret([7; 32]).build().await.expect("built");
    let ground = Ground { ana: identity(&chat, "ana"), room: room("room/lobby"), store, chat };
    ground.chat.put_room(&ground.ana, &ground.room, PutRoom::default()).await.expect("made");
    ground
}

fn identity(chat: &Chat, id: &str) -> Identity {
    chat.identify(&chat.owner_token(id, 100_000).expect("a token")).expect("good")
}

fn code<T: std::fmt::Debug>(answer: Result<T, Error>) -> Code {
    answer.expect_err("refused").code()
}

impl Ground {
    /// Says something under a client id.
    fn say(&self, client_id: u32) -> impl Future<Output = Result<Said, Error>> + Send + use<> {
        let (chat, ana, room) = (self.chat.clone(), self.ana.clone(), self.room.clone());
        let client_id = Some(format!("client-{client_id:06}").parse().expect("good"));
        let text = "hola".to_owned();
        async move {
            chat.say(&ana, &room, Say { text, client_id, kind: None, reply_to: None, sender: None, data: None }).await?.said()
        }
    }

    /// Says something, in a task of its own that has handed it in when this returns.
    async fn saying(&self, client_id: u32) -> tokio::task::JoinHandle<Result<Said, Error>> {
        let saying = tokio::spawn(self.say(client_id));
        rest().await;
        saying
    }

    async fn react(&self, by: &str, emoji: &str) -> tokio::task::JoinHandle<Result<Message, Error>> {
        let (chat, by, room, emoji) = (self.chat.clone(), identity(&self.chat, by), self.room.clone(), emoji.to_owned());
        let reacting = tokio::spawn(async move { chat.react(&by, &room, 1, &emoji, true).await });
        rest().await;
        reacting
    }

    /// A reader of everything from the beginning.
    async fn reader(&self) -> Subscription {
        let (held, found) = self.chat.hub().room(&self.room).await.expect("found");
        let Found::Room(facts) = found else { panic!("{found:?}") };
        let mut reader = Subscription::new(held);
        reader.admit(facts.access);
        reader.start_after(facts.cursor(0)).await.expect("judged");
        reader
    }

    /// The messages that are stored.
    async fn stored(&self) -> Vec<Message> {
        let stretch = read(&*self.store, &self.room, Span::After(0), 200).await;
        stretch.changes.iter().filter_map(message_of).cloned().collect()
    }
}

/// The ids that a reader is told of now.
async fn told(reader: &mut Subscription) -> Vec<u64> {
    let mut told = Vec::new();
    while let Some(next) = reader.now(64, usize::MAX).await {
        let Next::Changes(changes) = next else { panic!("{next:?}") };
        told.extend(changes.iter().map(|change| change.id));
    }
    told
}

/// Lets everything go on as far as it does without time.
async fn rest() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}

/// Drops a say after so many polls; true when it was answered before.
async fn dropped_after(ground: &Ground, polls: u32) -> bool {
    let mut say = Box::pin(ground.say(1));
    for _ in 0..polls {
        if say.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
            return true;
        }
        tokio::task::yield_now().await;
    }
    false
}

#[tokio::test(start_paused = true)]
async fn a_say_that_is_dropped_anywhere_is_written_whole_or_not_at_all() {
    for held in [false, true] {
        let mut outcomes = [0, 0];
        for polls in 0.. {
            let ground = ground(Limits::default()).await;
            let mut reader = ground.reader().await;
            ground.store.hold_writes(held);
            let answered = dropped_after(&ground, polls.min(20)).await;
            ground.store.hold_writes(false);
            rest().await;
            let stored = ground.stored().await;
            assert!(stored.len() <= 1 && stored.iter().all(|message| message.text == "hola"));
            assert_eq!(told(&mut reader).await.len(), stored.len(), "readers are told of what is stored, once");
            let again = ground.say(1).await.expect("said");
            assert_eq!((again.fresh, again.message.id), (stored.is_empty(), 1), "after {polls} polls");
            assert_eq!(ground.stored().await.len(), 1);
            rest().await;
            assert_eq!(told(&mut reader).await.len(), 1 - stored.len());
            outcomes[stored.len()] += 1;
            if answered || polls == 20 {
                break;
            }
        }
        assert!(outcomes.iter().all(|count| *count > 0), "dropped before and after it was handed in: {outcomes:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_store_that_hangs_is_told_to_those_who_wait_and_what_it_wrote_to_the_readers() {
    let ground = ground(Limits::default()).await;
    let mut reader = ground.reader().await;
    ground.store.hold_writes(true);
    let (began, first) = (Instant::now(), ground.saying(1).await);
    advance(Duration::from_millis(1_000)).await;
    let behind = ground.saying(2).await;
    assert!(!first.is_finished() && !behind.is_finished());
    assert_eq!(code(first.await.expect("whole")), Code::Unknown);
    assert_eq!(began.elapsed(), Duration::from_millis(2_000));
    assert_eq!(code(behind.await.expect("whole")), Code::StoreAway, "nothing was written of what waits behind");
    assert!(ground.chat.store_is_away());
    assert_eq!(code(ground.say(3).await), Code::StoreAway);
    assert_eq!(began.elapsed(), Duration::from_millis(2_000), "at once");
    assert!(told(&mut reader).await.is_empty(), "tails go on being readable");

    sleep(Duration::from_secs(30)).await;
    ground.store.hold_writes(false);
    sleep(Duration::from_secs(1)).await;
    assert!(!ground.chat.store_is_away());
    assert_eq!(told(&mut reader).await, [1], "what it came to is told, though nobody waits for an answer");
    let again = ground.say(1).await.expect("said");
    assert_eq!((again.fresh, again.message.id), (false, 1));
    assert!(ground.say(2).await.expect("said").fresh);
    rest().await;
    assert_eq!((ground.stored().await.len(), told(&mut reader).await), (2, vec![2]));
}

#[tokio::test(start_paused = true)]
async fn a_store_that_is_away_is_asked_until_it_is_back() {
    let ground = ground(Limits::default()).await;
    ground.store.set_away(true);
    // The room is known, so that nothing but the write asks the store.
    let _reader = ground.reader().now_or_never();
    assert_eq!(code(ground.say(1).await), Code::StoreAway);
    assert!(ground.chat.store_is_away());
    let writes = ground.store.writes();
    sleep(Duration::from_secs(10)).await;
    assert_eq!(code(ground.say(2).await), Code::StoreAway);
    assert_eq!(ground.store.writes(), writes, "nobody's message is tried out on it");
    ground.store.set_away(false);
    sleep(Duration::from_millis(300)).await;
    assert!(ground.say(1).await.expect("said").fresh);
}

#[tokio::test(start_paused = true)]
async fn what_was_perhaps_written_is_told_to_the_readers_without_a_retry() {
    type Fault = fn(&FaultyStore, bool);
    let faults: [Fault; 2] = [FaultyStore::set_unknown, FaultyStore::set_panicking];
    for fault in faults {
        let ground = ground(Limits::default()).await;
        let mut reader = ground.reader().await;
        fault(&ground.store, true);
        assert_eq!(code(ground.say(1).await), Code::Unknown);
        fault(&ground.store, false);
        rest().await;
        assert_eq!(told(&mut reader).await, [1]);
        let again = ground.say(1).await.expect("said");
        assert_eq!((again.fresh, again.message.id), (false, 1));
        assert!(ground.say(2).await.expect("said").fresh, "and writing goes on");
        rest().await;
        assert_eq!(told(&mut reader).await, [2]);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_perhaps_written_together_is_read_on_once() {
    let ground = ground(Limits::default()).await;
    let mut reader = ground.reader().await;
    ground.store.hold_writes(true);
    let mut waiting = Vec::new();
    for client_id in 0..20 {
        waiting.push(ground.saying(client_id).await);
    }
    let before = ground.store.reads();
    ground.store.set_unknown(true);
    ground.store.hold_writes(false);
    for said in waiting {
        assert_eq!(code(said.await.expect("whole")), Code::Unknown);
    }
    ground.store.set_unknown(false);
    rest().await;
    assert_eq!(told(&mut reader).await, Vec::from_iter(1..=20));
    // The first is written alone, since nothing else waits yet.
    assert!(ground.store.reads() <= before + 2, "{} reads", ground.store.reads() - before);
}

#[tokio::test(start_paused = true)]
async fn a_retry_tells_the_readers_what_an_earlier_answer_could_not() {
    let ground = ground(Limits::default()).await;
    let mut reader = ground.reader().await;
    ground.store.set_unknown(true);
    // Nor can it be read on, so that only the retry says that there is something.
    ground.store.hold_reads(true);
    assert_eq!(code(ground.say(1).await), Code::Unknown);
    ground.store.set_unknown(false);
    assert!(!ground.say(1).await.expect("said").fresh);
    ground.store.hold_reads(false);
    sleep(Duration::from_millis(100)).await;
    assert_eq!(told(&mut reader).await, [1]);
}

#[tokio::test(start_paused = true)]
async fn tidying_that_hangs_or_panics_holds_up_nobody_for_long() {
    let ground = ground(Limits::default()).await;
    ground.store.hold_writes(true);
    sleep(Duration::from_secs(61)).await;
    let began = Instant::now();
    assert_eq!(code(ground.say(1).await), Code::StoreAway);
    assert!(began.elapsed() <= Duration::from_secs(2));
    ground.store.hold_writes(false);
    sleep(Duration::from_secs(1)).await;
    ground.store.set_panicking(true);
    sleep(Duration::from_secs(120)).await;
    ground.store.set_panicking(false);
    assert!(ground.say(1).await.expect("said").fresh);
}

#[tokio::test(start_paused = true)]
async fn a_full_queue_says_when_to_come_again() {
    let few = Limits { write_queue: 3, ..Limits::default() };
    // Making the room weighs as much as all that these may; a say of a word 260.
    let light = Limits { write_queue_bytes: 4_352, ..Limits::default() };
    // One is being written, and those in the queue wait.
    for (limits, fit) in [(few, 1 + 3), (light, 16)] {
        let ground = ground(limits).await;
        ground.store.hold_writes(true);
        let mut waiting = Vec::new();
        for n in 0..fit {
            waiting.push(ground.saying(n).await);
        }
        let refused = ground.say(fit).await.expect_err("refused").into_refusal();
        assert_eq!((refused.code, refused.retry_after_s), (Code::SlowDown, Some(1)));
        ground.store.hold_writes(false);
        for said in waiting {
            assert!(said.await.expect("whole").expect("said").fresh, "who waited before is not forgotten");
        }
        assert!(ground.say(fit).await.expect("said").fresh);
    }
}

#[tokio::test(start_paused = true)]
async fn closing_answers_everything_that_was_handed_in() {
    let ground = ground(Limits { write_batch: 2, ..Limits::default() }).await;
    ground.store.hold_writes(true);
    let mut waiting = Vec::new();
    for n in 0..5 {
        waiting.push(ground.saying(n).await);
    }
    let chat = ground.chat.clone();
    let closing = tokio::spawn(async move { chat.close().await });
    rest().await;
    assert_eq!(code(ground.say(5).await), Code::Draining);
    assert!(!closing.is_finished());
    ground.store.hold_writes(false);
    closing.await.expect("closed");
    for said in waiting {
        assert!(said.await.expect("whole").expect("said").fresh);
    }
    assert_eq!(ground.stored().await.len(), 5);
}

#[tokio::test(start_paused = true)]
async fn who_closes_again_after_giving_up_or_beside_another_waits_for_the_same() {
    let ground = ground(Limits::default()).await;
    ground.store.hold_writes(true);
    let said = ground.saying(1).await;
    assert!(tokio::time::timeout(Duration::from_millis(1), ground.chat.close()).await.is_err());
    let closing = [(); 2].map(|()| {
        let chat = ground.chat.clone();
        tokio::spawn(async move { chat.close().await })
    });
    rest().await;
    assert!(closing.iter().all(|closing| !closing.is_finished()));
    ground.store.hold_writes(false);
    for closing in closing {
        closing.await.expect("closed");
    }
    assert!(said.await.expect("whole").expect("said").fresh);
}

#[tokio::test(start_paused = true)]
async fn closing_takes_the_reactions_that_are_still_gathered() {
    let ground = ground(Limits::default()).await;
    ground.say(1).await.expect("said");
    let (began, first, second) = (Instant::now(), ground.react("ben", "👍").await, ground.react("cleo", "👍").await);
    ground.chat.close().await;
    first.await.expect("whole").expect("reacted");
    assert_eq!(second.await.expect("whole").expect("reacted").reactions[0].count, 2);
    assert_eq!(began.elapsed(), Duration::ZERO, "without waiting for their time");
}

#[tokio::test(start_paused = true)]
async fn closing_does_not_wait_for_a_store_that_is_away() {
    for hangs in [false, true] {
        let ground = ground(Limits::default()).await;
        ground.say(1).await.expect("said");
        if hangs {
            ground.store.hold_writes(true)
        } else {
            ground.store.set_away(true)
        }
        assert_eq!(code(ground.say(2).await), if hangs { Code::Unknown } else { Code::StoreAway });
        let began = Instant::now();
        ground.chat.close().await;
        assert_eq!(began.elapsed(), Duration::ZERO);
    }
}

#[tokio::test(start_paused = true)]
async fn reactions_that_come_together_are_one_change_and_each_is_answered() {
    let ground = ground(Limits::default()).await;
    ground.say(1).await.expect("said");
    let began = Instant::now();
    let first = ground.react("ana", "🎉").await.await.expect("whole").expect("reacted");
    assert_eq!((first.version, began.elapsed()), (2, Duration::ZERO), "the first one goes at once");
    let kinds: Vec<_> = emojis().take(21).collect();
    let mut waiting = Vec::new();
    for emoji in &kinds {
        waiting.push(ground.react("ben", emoji).await);
    }
    assert!(waiting.iter().all(|waiting| !waiting.is_finished()));
    let mut refused = 0;
    for answer in waiting {
        match answer.await.expect("whole") {
            Ok(message) => assert_eq!((message.version, message.reactions.len()), (3, 20), "as it is after them all"),
            Err(error) => {
                assert_eq!(error.code(), Code::Invalid, "the 21st kind");
                refused += 1;
            }
        }
    }
    assert_eq!((refused, began.elapsed()), (2, Duration::from_millis(500)));
    assert_eq!(facts(&*ground.store, &ground.room).await.head, 3);
    sleep(Duration::from_millis(500)).await;
    let (began, later) = (Instant::now(), ground.react("cleo", "🎉").await.await.expect("whole").expect("reacted"));
    assert_eq!((later.version, began.elapsed()), (4, Duration::ZERO), "after a while it is at once again");
}

/// Emoji that are not the one reacted with first.
fn emojis() -> impl Iterator<Item = String> {
    ('🍇'..='🍿').map(String::from)
}

#[tokio::test(start_paused = true)]
async fn gathered_reactions_are_refused_as_soon_as_the_store_is_away() {
    for hangs in [false, true] {
        let ground = ground(Limits::default()).await;
        ground.say(1).await.expect("said");
        ground.react("ana", "🎉").await.await.expect("whole").expect("reacted");
        let gathered = ground.react("ben", "🎉").await;
        if hangs {
            ground.store.hold_writes(true);
        } else {
            ground.store.set_away(true);
        }
        let saying = ground.saying(2).await;
        let said = code(saying.await.expect("whole"));
        rest().await;
        let began = Instant::now();
        assert_eq!(said, if hangs { Code::Unknown } else { Code::StoreAway });
        assert_eq!(code(gathered.await.expect("whole")), Code::StoreAway);
        assert_eq!(began.elapsed(), Duration::ZERO, "at once, and not when it is back");
        assert_eq!(code(ground.react("cleo", "🎉").await.await.expect("whole")), Code::StoreAway);
        ground.store.set_away(false);
        ground.store.hold_writes(false);
        sleep(Duration::from_secs(2)).await;
        let reacted = ground.react("ben", "🎉").await.await.expect("whole").expect("reacted");
        assert_eq!(reacted.reactions[0].count, 2, "what was refused was not written");
    }
}
