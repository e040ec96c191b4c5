//! What was on its way when somebody was erased, and arrives after the answer: nothing of it is kept.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use tertulia::store::erasing::{Erasure, TracePlace};
use tertulia::store::{Everywhere, Store};
use tertulia::testkit::words::{facts, room};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::person::Erased;
use tertulia::wire::request::{NewSignal, PutRoom};
use tertulia::wire::{Code, Kind, Level, Sender, Time};
use tertulia::{Chat, Limits, Room};
use tokio::time::{sleep, timeout};

use super::{ID, NAME, ROOM, WORDS, ana, chat, chat_over, chat_with, is_clean, read_up, stream, token};

/// Longer than anything that is under way takes, and shorter than a writer waits for its store.
const A_WHILE: Duration = Duration::from_secs(1);

struct Ground {
    memory: Arc<MemoryStore>,
    faulty: Arc<FaultyStore>,
    chat: Chat,
}

impl Ground {
    /// A room that tells of who comes and leaves.
    async fn new() -> Self {
        let memory = Arc::new(MemoryStore::new());
        let faulty = Arc::new(FaultyStore::new(Arc::clone(&memory) as Arc<dyn Store>));
        let chat = chat_over(Arc::clone(&faulty) as Arc<dyn Store>).await;
        let announce = PutRoom { announce: Some(true), ..PutRoom::default() };
        chat.room(&room(ROOM)).change_settings(announce).await.expect("set");
        Self { memory, faulty, chat }
    }

    fn hall(&self) -> Room {
        self.chat.room(&room(ROOM))
    }

    async fn nothing_is_left_of_her(&self) {
        sleep(Duration::from_secs(600)).await;
        let page = self.hall().newest(50).await.expect("a page");
        is_clean("the newest page", &serde_json::to_string(&page).expect("text"));
        let present = self.memory.announced(facts(&*self.memory, &room(ROOM)).await.key).await.expect("read");
        assert!(present.iter().all(|sender| sender.id.as_deref() != Some(ID)), "{present:?}");
        let marks = [(facts(&*self.memory, &room(ROOM)).await.key, ID.to_owned())];
        assert_eq!(self.memory.read_marks(&marks).await.expect("read"), [0]);
        let traces = self.memory.traces(ID, TracePlace::default()).await.expect("read");
        assert_eq!(traces.beside.names, [""; 0], "and no name of hers");
    }
}

#[tokio::test(start_paused = true)]
async fn that_they_came_is_written_just_then() {
    let ground = Ground::new().await;
    let before = ground.faulty.writes();
    ground.faulty.hold_batches(true);
    let hers = token(&ground.chat, ID, NAME, Level::Say);
    let _of_hers = stream(&ground.chat, &hers, "last=5&format=sse").await;
    sleep(Duration::from_millis(1)).await;
    assert_eq!(ground.faulty.writes(), before + 1, "it is under way");
    let erasing = tokio::spawn({
        let chat = ground.chat.clone();
        async move { chat.erase_person(ID).await }
    });
    sleep(A_WHILE).await;
    ground.faulty.hold_batches(false);
    let erased = erasing.await.expect("no panic").expect("erased");
    assert_eq!(erased, Erased { messages: 1, ..Erased::default() }, "the line that she came");
    ground.nothing_is_left_of_her().await;
}

#[tokio::test(start_paused = true)]
async fn that_they_came_waits_behind_others_whom_the_store_had_no_answer_for() {
    let ground = Ground::new().await;
    let [bens, hers] = [("ben", "Ben"), (ID, NAME)].map(|(id, name)| token(&ground.chat, id, name, Level::Say));
    ground.faulty.hold_batches(true);
    let _of_ben = stream(&ground.chat, &bens, "last=5&format=sse").await;
    let _of_hers = stream(&ground.chat, &hers, "last=5&format=sse").await;
    ground.faulty.set_away(true);
    ground.faulty.hold_batches(false);
    sleep(Duration::from_millis(1)).await;
    ground.faulty.set_away(false);
    // The writer looks again before that ben came is handed in again.
    while ground.chat.store_is_away() {
        sleep(Duration::from_millis(10)).await;
    }
    assert!(ground.hall().newest(9).await.expect("a page").messages.is_empty(), "nobody was told of yet");
    ground.chat.erase_person(ID).await.expect("erased");
    ground.nothing_is_left_of_her().await;
    let page = ground.hall().newest(9).await.expect("a page");
    assert_eq!(page.messages.iter().filter(|message| message.kind == Kind::Join).count(), 1, "ben came: {page:?}");
}

#[tokio::test(start_paused = true)]
async fn that_they_were_seen_is_written_just_then() {
    let ground = Ground::new().await;
    ground.faulty.hold_writes(true);
    let hers = token(&ground.chat, ID, NAME, Level::Say);
    drop(stream(&ground.chat, &hers, "last=5&format=sse").await);
    sleep(Duration::from_millis(1)).await;
    assert_eq!(ground.faulty.seen_notes(), 1, "it is under way");
    let erasing = tokio::spawn({
        let chat = ground.chat.clone();
        async move { chat.erase_person(ID).await }
    });
    sleep(A_WHILE).await;
    ground.faulty.hold_writes(false);
    erasing.await.expect("no panic").expect("erased");
    ground.nothing_is_left_of_her().await;
}

#[tokio::test(start_paused = true)]
async fn what_they_have_read_waits_to_be_written_with_others() {
    let ground = Ground::new().await;
    for n in 1..=2 {
        ground.hall().say(Kind::Message, Sender::user("ben", "Ben"), &format!("ben {n}")).await.expect("said");
    }
    ground.hall().read_by(ID, 1).await.expect("marked");
    let before = ground.faulty.marks();
    let marking = tokio::spawn({
        let hall = ground.hall();
        async move { hall.read_by(ID, 2).await }
    });
    tokio::task::yield_now().await;
    assert_eq!(ground.faulty.marks(), before, "it waits");
    assert_eq!(ground.chat.erase_person(ID).await.expect("erased").read_marks, 1);
    ground.nothing_is_left_of_her().await;
    drop(marking.await.expect("answered"));
}

#[tokio::test(start_paused = true)]
async fn what_is_noted_of_them_before_it_is_over_is_not_kept() {
    let ground = Ground::new().await;
    ground.hall().say(Kind::Message, Sender::user("ben", "Ben"), "ben").await.expect("said");
    ground.faulty.hold_writes(true);
    let erasing = tokio::spawn({
        let chat = ground.chat.clone();
        async move { chat.erase_person(ID).await }
    });
    let a_moment = Duration::from_millis(1);
    sleep(a_moment).await;
    // It begins, comes to where it looks for her, and from there to its end.
    ground.faulty.hold_reads(true);
    ground.faulty.hold_writes(false);
    sleep(a_moment).await;
    assert_eq!(ground.memory.erasures().await.expect("read").len(), 1, "it has begun");
    ground.faulty.hold_writes(true);
    ground.faulty.hold_reads(false);
    sleep(a_moment).await;
    let marking = tokio::spawn({
        let hall = ground.hall();
        async move { hall.read_by(ID, 1).await }
    });
    sleep(a_moment).await;
    ground.faulty.hold_writes(false);
    erasing.await.expect("no panic").expect("erased");
    let marked = marking.await.expect("no panic");
    assert!(marked.is_err(), "whoever notes it is told that it was not: {marked:?}");
    ground.nothing_is_left_of_her().await;
}

#[tokio::test(start_paused = true)]
async fn what_they_told_of_themselves_by_a_signal_is_told_to_nobody() {
    let chat = chat().await;
    let boss = token(&chat, "boss", "Boss", Level::Own);
    let mut of_boss = stream(&chat, &boss, "last=5&format=sse").await;
    let who = chat.identify(&token(&chat, ID, NAME, Level::Own)).expect("good");
    let data = serde_json::from_value(serde_json::json!({ "of": WORDS })).expect("an object");
    let dice = NewSignal { name: "dice".into(), data: Some(data) };
    let mut other = stream(&chat, &boss, "last=5&format=sse").await;
    chat.signal(&who, &room(ROOM), dice).await.expect("told");
    // A signal is true for ten seconds: no time passes here.
    let mut told = String::new();
    while !(told.contains(WORDS) && told.contains(NAME)) {
        let part = other.next().await.expect("whoever reads at once is told").expect("a part");
        told.push_str(std::str::from_utf8(&part).expect("text"));
    }
    chat.erase_person(ID).await.expect("erased");
    is_clean("whoever reads later", &read_up(&mut of_boss).await);
}

#[tokio::test(start_paused = true)]
async fn what_was_begun_before_a_start_is_not_done_to_whoever_is_back() {
    let memory = Arc::new(MemoryStore::new());
    let erasure = Erasure { person: ID.into(), pseudonym: "~erased-1".into() };
    memory.raise_everywhere(Everywhere::Erase { erasure, second: 1, by: "boss".into() }, Time(0)).await.expect("begun");
    let faulty = Arc::new(FaultyStore::new(Arc::clone(&memory) as Arc<dyn Store>));
    let chat = chat_over(Arc::clone(&faulty) as Arc<dyn Store>).await;
    let hall = chat.room(&room(ROOM));
    // It can't go on just now, and waits a while.
    faulty.set_away(true);
    sleep(A_WHILE).await;
    faulty.set_away(false);
    assert_eq!(memory.erasures().await.expect("read").len(), 1, "it is not whole yet");
    chat.erase_person(ID).await.expect("erased");
    hall.say(Kind::Message, ana(), "I am back").await.expect("said");
    sleep(Duration::from_secs(600)).await;
    let page = hall.newest(9).await.expect("a page");
    assert_eq!((page.messages[0].sender.as_ref(), page.messages[0].text.as_str()), (Some(&ana()), "I am back"));
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_what_was_handed_in_is_told_that_the_store_is_away_and_not_when_it_is_back() {
    let ground = Ground::new().await;
    let say = |text: &'static str| {
        let hall = ground.hall();
        tokio::spawn(async move { hall.say(Kind::Message, Sender::user("ben", "Ben"), text).await })
    };
    let at_once = || sleep(Duration::from_millis(1));
    ground.faulty.hold_batches(true);
    let first = say("first");
    at_once().await;
    let second = say("second");
    at_once().await;
    let chat = ground.chat.clone();
    let erasing = tokio::spawn(async move { chat.erase_person(ID).await });
    at_once().await;
    // The first batch is let through, and the second, behind which the erasure waits, finds the store away.
    ground.faulty.hold_writes(true);
    ground.faulty.hold_batches(false);
    at_once().await;
    ground.faulty.hold_batches(true);
    ground.faulty.hold_writes(false);
    at_once().await;
    ground.faulty.set_away(true);
    ground.faulty.hold_batches(false);
    // Judged before the erasure began, it comes again.
    assert_eq!(first.await.expect("no panic").expect_err("not said").code(), Code::StoreAway);
    assert_eq!(second.await.expect("no panic").expect_err("not said").code(), Code::StoreAway);
    let told = timeout(Duration::from_secs(10), erasing).await.expect("is not waited for until the store is back");
    assert_eq!(told.expect("no panic").expect_err("not erased").code(), Code::StoreAway);
    ground.faulty.set_away(false);
    while ground.chat.store_is_away() {
        sleep(Duration::from_millis(10)).await;
    }
    ground.chat.erase_person(ID).await.expect("erased");
}

#[tokio::test(start_paused = true)]
async fn marks_that_are_written_more_seldom_than_a_write_is_waited_for_hold_no_erasure_up_for_ever() {
    let limits = Limits { read_every_ms: 10_000, write_deadline_ms: 2_000, ..Limits::default() };
    let chat = chat_with(Arc::new(MemoryStore::new()), limits).await;
    let hall = chat.room(&room(ROOM));
    for n in 1..=3 {
        hall.say(Kind::Message, Sender::user("eva", "Eva"), &format!("eva {n}")).await.expect("said");
    }
    hall.read_by("ben", 1).await.expect("marked");
    let marking = tokio::spawn({
        let hall = chat.room(&room(ROOM));
        async move { hall.read_by("ben", 2).await }
    });
    sleep(Duration::from_millis(1)).await;
    assert!(!marking.is_finished(), "it waits for the others");
    chat.erase_person(ID).await.expect("erased");
    marking.await.expect("no panic").expect("marked");
}
