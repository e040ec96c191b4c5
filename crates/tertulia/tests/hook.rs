//! The host's hook at the line: what it is asked, what becomes of its answers and of its silence, in which order, and how often.

#[path = "hook/bounds.rs"]
mod bounds;
#[path = "hook/edits.rs"]
mod edits;
#[path = "hook/ending.rs"]
mod ending;
#[path = "hook/races.rs"]
mod races;
#[path = "hook/retries.rs"]
mod retries;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tertulia::auth::{Identity, Policy, TypeRules};
use tertulia::filter::{Filter, FilterRules, Filters, Links};
use tertulia::hook::{Answering, Hook, HookAnswer, HookQuestion, HookType, WhenSilent};
use tertulia::limits::Limits;
use tertulia::say::{Said, Spoken};
use tertulia::store::Store;
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{NewGuest, PutRoom, Say};
use tertulia::wire::{Code, HeldBy, Kind, Level, RoomName, Sender};
use tertulia::{Chat, ChatBuilder, Error, Refusal};

const SECRET: [u8; 32] = [7; 32];

/// What a hook of these tests does about a question: after so many milliseconds it answers this.
pub(crate) type Manner = Arc<dyn Fn(&HookQuestion) -> (u64, Does) + Send + Sync>;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Does {
    Answer(HookAnswer),
    Fail,
    Panic,
    PanicAtOnce,
}

/// A host that notes what it is asked.
#[derive(Clone)]
pub(crate) struct Site {
    manner: Manner,
    pub(crate) asked: Arc<Mutex<Vec<HookQuestion>>>,
}

impl Site {
    pub(crate) fn new(manner: impl Fn(&HookQuestion) -> (u64, Does) + Send + Sync + 'static) -> Self {
        Self { manner: Arc::new(manner), asked: Arc::default() }
    }

    /// One whose answer stands in the text.
    pub(crate) fn by_text() -> Self {
        Self::new(|question| (0, by_text(&question.text)))
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.asked.lock().expect("whole").iter().map(|question| question.text.clone()).collect()
    }

    pub(crate) fn count(&self) -> usize {
        self.asked.lock().expect("whole").len()
    }

    pub(crate) async fn chat(&self, store: Arc<dyn Store>, with: impl FnOnce(ChatBuilder) -> ChatBuilder) -> Chat {
        let welcome = TypeRules { guests: Level::Say, create: Some(true) };
        let policy = Policy { others: welcome, ..Policy::default() };
        let chat = Chat::builder().store(store).policy(policy).secret(SECRET).hook(self.clone());
        let chat = with(chat.limits(Limits::default().unpaced()));
        chat.build().await.expect("built")
    }
}

impl Hook for Site {
    fn ask<'a>(&'a self, question: &'a HookQuestion) -> Answering<'a> {
        self.asked.lock().expect("whole").push(question.clone());
        let (after_ms, does) = (self.manner)(question);
        assert!(does != Does::PanicAtOnce, "told to panic");
        Box::pin(async move {
            if after_ms > 0 {
                tokio::time::sleep(Duration::from_millis(after_ms)).await;
            }
            match does {
                Does::Answer(answer) => Ok(answer),
                Does::Fail => Err("its database is away".into()),
                Does::Panic | Does::PanicAtOnce => panic!("told to panic"),
            }
        })
    }
}

pub(crate) fn by_text(text: &str) -> Does {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    Does::Answer(match word {
        "refuse" => HookAnswer::Refuse { words: (!rest.is_empty()).then(|| rest.to_owned()) },
        "change" => HookAnswer::Change { text: rest.to_owned() },
        "hold" => HookAnswer::Hold,
        "fail" => return Does::Fail,
        "panic" => return Does::Panic,
        "panic-at-once" => return Does::PanicAtOnce,
        _ => HookAnswer::Allow,
    })
}

pub(crate) fn lobby() -> RoomName {
    room("room/lobby")
}

pub(crate) fn user(chat: &Chat, id: &str, level: Level) -> Identity {
    let token = chat.user_token(id, id, &lobby(), level, 100_000).expect("a token");
    chat.identify(&token).expect("good")
}

pub(crate) fn saying(text: &str) -> Say {
    Say { text: text.into(), ..Say::default() }
}

pub(crate) fn with_id(text: &str, client_id: &str) -> Say {
    Say { client_id: Some(client_id.parse().expect("good")), ..saying(text) }
}

pub(crate) async fn say(chat: &Chat, who: &Identity, text: &str) -> Result<Said, Error> {
    chat.say(who, &lobby(), saying(text)).await.and_then(Spoken::said)
}

pub(crate) fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    answer.expect_err("refused").into_refusal()
}

pub(crate) fn reason<T: std::fmt::Debug>(answer: Result<T, Error>) -> (Code, &'static str) {
    let refusal = refused(answer);
    (refusal.code, refusal.reason.unwrap_or_default())
}

/// Everything that readers of the room can see.
pub(crate) async fn seen(chat: &Chat) -> Vec<String> {
    let page = chat.room(&lobby()).newest(200).await.expect("a page");
    page.messages.into_iter().map(|message| message.text).collect()
}

pub(crate) async fn held(chat: &Chat) -> Vec<(HeldBy, String)> {
    let page = match chat.room(&lobby()).held(0).await {
        // Where nothing was written there is no room.
        Err(error) if error.code() == Code::NotFound => return Vec::new(),
        page => page.expect("a list"),
    };
    page.held.into_iter().map(|held| (held.by, held.text)).collect()
}

/// Lets everybody go on as far as they can without time passing.
pub(crate) async fn settle() {
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
}

fn filters() -> Filters {
    let rules = FilterRules { refuse: vec!["spam".into()], hold: vec!["odd".into()], links: Links::Allow };
    Filters { all: Some(Filter::new(&rules).expect("a filter")), ..Filters::default() }
}

#[tokio::test]
async fn what_the_hook_answers_becomes_of_the_message() {
    let site = Site::by_text();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let ana = user(&chat, "ana", Level::Say);
    assert_eq!(say(&chat, &ana, "hola").await.expect("said").message.text, "hola");
    assert_eq!(say(&chat, &ana, "change what the host says").await.expect("said").message.text, "what the host says");
    let refusal = refused(say(&chat, &ana, "refuse Not\nhere,\u{202E} please.").await);
    assert_eq!((refusal.code, refusal.reason), (Code::Refused, Some("hook-words")));
    assert_eq!(refusal.args, [("words", "Not here, please.".into())]);
    assert_eq!(reason(say(&chat, &ana, "refuse").await), (Code::Refused, "hook-refused"));
    let held_now = chat.say(&ana, &lobby(), saying("hold this")).await.expect("held");
    assert!(matches!(held_now, Spoken::Held(_)));
    assert_eq!(seen(&chat).await, ["hola", "what the host says"]);
    assert_eq!(held(&chat).await, [(HeldBy::Hook, "hold this".to_owned())]);
    // Those who review are asked about, too: the host knows their level.
    let keeper = user(&chat, "keeper", Level::Moderate);
    assert!(matches!(chat.say(&keeper, &lobby(), saying("hold that")).await, Ok(Spoken::Held(_))));
    let waiting = chat.held(&keeper, &lobby(), 0, 9).await.expect("a list").held;
    chat.approve(&keeper, &lobby(), waiting[0].held).await.expect("approved");
    assert_eq!((seen(&chat).await.len(), site.count()), (3, 6), "a person has decided");
}

#[tokio::test]
async fn the_hook_is_asked_about_people_and_not_about_the_hosts_own_doings() {
    let site = Site::by_text();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let last = || site.asked.lock().expect("whole").last().cloned().expect("asked");
    let ana = user(&chat, "ana", Level::Say);
    let first = say(&chat, &ana, "e\u{301}\r\n").await.expect("said").message;
    let question = HookQuestion {
        hook_type: HookType::Message,
        room: lobby(),
        by: "ana".into(),
        level: Level::Say,
        sender: Some(Sender::user("ana", "ana")),
        kind: Kind::Message,
        text: "é\n".into(),
        id: None,
        reply_to: None,
        data: None,
        client_id: first.client_id.clone(),
    };
    assert_eq!(last(), question);
    let guest = chat.guest(None, &NewGuest { name: "Eva".into(), room: None }, None).await.expect("a guest");
    let eva = chat.identify(&guest.token).expect("good");
    let dance = Say { kind: Some(Kind::Action), reply_to: Some(first.id), ..saying("dances") };
    chat.say(&eva, &lobby(), dance).await.expect("said");
    let asked = last();
    assert_eq!((asked.by.as_str(), asked.kind, asked.reply_to), (eva.id().expect("an id"), Kind::Action, Some(first.id)));
    assert!(asked.sender.is_some_and(|sender| sender.guest && sender.name == "Eva"));
    // Whoever owns one room is a person.
    let owner = user(&chat, "owner", Level::Own);
    let data: serde_json::Map<_, _> = [("key".to_owned(), "x".into())].into_iter().collect();
    let as_bot = Say { sender: Some(Some(Sender::named("Bot"))), data: Some(data.clone()), ..saying("beep") };
    chat.say(&owner, &lobby(), as_bot).await.expect("said");
    let asked = last();
    assert_eq!(
        (asked.by.as_str(), asked.level, asked.sender, asked.data),
        ("owner", Level::Own, Some(Sender::named("Bot")), Some(data))
    );

    let count = site.count();
    let hall = chat.room(&lobby());
    hall.notify("refuse").await.expect("the host's own code");
    hall.say(Kind::Message, Sender::user("ana", "Ana"), "hold").await.expect("also for others");
    hall.edit("ana", first.id, "refuse").await.expect("and edits");
    let program = chat.identify(&chat.owner_token("backend", 600).expect("a token")).expect("good");
    say(&chat, &program, "refuse").await.expect("a program of the host's");
    chat.react(&ana, &lobby(), first.id, "👍", true).await.expect("reacts");
    chat.delete(&ana, &lobby(), first.id).await.expect("deletes");
    assert_eq!(site.count(), count);
}

#[tokio::test]
async fn the_filter_is_asked_first_and_again_about_what_the_hook_makes_of_it() {
    let site = Site::by_text();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.filters(filters())).await;
    let ana = user(&chat, "ana", Level::Say);
    assert_eq!(reason(say(&chat, &ana, "spam").await), (Code::Refused, "filter-word"));
    assert_eq!(site.count(), 0, "what the filter refuses nobody asks about");
    let chat = Site::new(|_| (0, Does::Answer(HookAnswer::Change { text: "buy spam".into() })));
    let chat = chat.chat(Arc::new(MemoryStore::new()), |chat| chat.filters(filters())).await;
    let ben = user(&chat, "ben", Level::Say);
    assert_eq!(reason(say(&chat, &ben, "hola").await), (Code::Refused, "filter-word"), "as the hook has it");
    assert!(seen(&chat).await.is_empty());
}

#[tokio::test]
async fn what_the_filter_holds_waits_though_the_hook_allows_it() {
    let site = Site::new(|question| match question.text.as_str() {
        "odd to fine" => (0, Does::Answer(HookAnswer::Change { text: "fine".into() })),
        text => (0, by_text(text)),
    });
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.filters(filters())).await;
    let ana = user(&chat, "ana", Level::Say);
    for text in ["an odd one", "hold odd", "change an odd one", "hold this"] {
        assert!(matches!(chat.say(&ana, &lobby(), saying(text)).await, Ok(Spoken::Held(_))), "{text}");
    }
    assert_eq!(reason(say(&chat, &ana, "refuse odd").await), (Code::Refused, "hook-words"));
    let (filter, hook) = (HeldBy::Filter, HeldBy::Hook);
    let waiting = held(&chat).await;
    let waiting: Vec<_> = waiting.iter().map(|(by, text)| (*by, text.as_str())).collect();
    assert_eq!(waiting, [(filter, "an odd one"), (filter, "hold odd"), (filter, "an odd one"), (hook, "hold this")]);
    assert!(seen(&chat).await.is_empty());
    say(&chat, &ana, "odd to fine").await.expect("as the hook has it, there is nothing to wait for");
    assert_eq!(seen(&chat).await, ["fine"]);
}

#[tokio::test(start_paused = true)]
async fn a_hook_that_is_silent_has_what_is_set_for_it() {
    for (when, outcome) in [(WhenSilent::Refuse, "refused"), (WhenSilent::Allow, "said"), (WhenSilent::Hold, "held")] {
        let site = Site::new(|question| match question.text.as_str() {
            "slow" => (2_001, Does::Answer(HookAnswer::Allow)),
            "never" => (1 << 40, Does::Answer(HookAnswer::Allow)),
            "nothing" => (0, Does::Answer(HookAnswer::Change { text: " \n".into() })),
            "long" => (0, Does::Answer(HookAnswer::Change { text: "x".repeat(2_001) })),
            "late" => (1_999, Does::Answer(HookAnswer::Refuse { words: None })),
            text => (0, by_text(text)),
        });
        let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.when_silent(when)).await;
        let ana = user(&chat, "ana", Level::Say);
        for text in ["slow", "never", "nothing", "long", "fail", "panic", "panic-at-once"] {
            match chat.say(&ana, &lobby(), saying(text)).await {
                Ok(Spoken::Said(said)) => assert_eq!((outcome, said.message.text.as_str()), ("said", text)),
                Ok(Spoken::Held(_)) => assert_eq!(outcome, "held", "{text}"),
                Err(error) => {
                    let refusal = error.into_refusal();
                    let told = (refusal.code, refusal.reason, refusal.retry_after_s);
                    assert_eq!((outcome, told), ("refused", (Code::StoreAway, Some("hook-away"), Some(1))), "{text}");
                }
            }
        }
        assert_eq!(reason(say(&chat, &ana, "late").await), (Code::Refused, "hook-refused"), "is in time");
        assert_eq!(seen(&chat).await.len(), if outcome == "said" { 7 } else { 0 });
        assert_eq!(held(&chat).await.len(), if outcome == "held" { 7 } else { 0 });
    }
}
