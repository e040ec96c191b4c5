//! Rights that end by time alone while the hook is asked, or while what was said waits to be written: no number tells of that.

use std::sync::PoisonError;

use axum::body::Body;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tertulia::auth::{Answer, Authenticate, User};
use tertulia::store::Everywhere;
use tertulia::wire::Time;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, advance, sleep};
use tower::ServiceExt;

use super::*;

const ORIGIN: &str = "https://site.example";

fn with_clock(chat: ChatBuilder) -> ChatBuilder {
    let began = Instant::now();
    chat.clock(Arc::new(move || Time(1_000_000 + i64::try_from(began.elapsed().as_millis()).expect("fits"))))
}

/// One that takes longer than what briefly holds.
fn slow() -> Site {
    Site::new(|question| (1_500, by_text(&question.text)))
}

#[tokio::test(start_paused = true)]
async fn a_token_that_runs_out_while_the_hook_is_asked_says_and_edits_nothing() {
    let chat = slow().chat(Arc::new(MemoryStore::new()), with_clock).await;
    let ana = |seconds| {
        let token = chat.user_token("ana", "ana", &lobby(), Level::Say, seconds).expect("a token");
        chat.identify(&token).expect("good")
    };
    let first = say(&chat, &ana(2), "hola").await.expect("in time").message;
    assert_eq!(refused(say(&chat, &ana(1), "late").await).code, Code::TokenExpired);
    assert_eq!(refused(chat.edit(&ana(1), &lobby(), first.id, "late").await).code, Code::TokenExpired);
    assert_eq!(seen(&chat).await, ["hola"]);
    chat.edit(&ana(3), &lobby(), first.id, "adiós").await.expect("in time");
}

/// What the host says of whoever asks, and whether it takes its time.
#[derive(Clone, Default)]
pub(super) struct Word {
    user: Arc<Mutex<Option<User>>>,
    held: watch::Sender<bool>,
}

impl Word {
    /// It says this from now on, and that it holds for a second, the least that there is.
    pub(super) fn says(&self, user: Option<User>) {
        self.says_for_long(user.map(|user| user.holds(Duration::from_secs(1))));
    }

    /// The same, and that it holds for a minute.
    pub(super) fn says_for_long(&self, user: Option<User>) {
        *self.user.lock().unwrap_or_else(PoisonError::into_inner) = user;
    }

    /// While true, it says nothing.
    pub(super) fn hold(&self, held: bool) {
        self.held.send_replace(held);
    }
}

impl Authenticate for Word {
    fn authenticate<'a>(&'a self, _head: &'a http::request::Parts) -> Answer<'a> {
        Box::pin(async move {
            self.held.subscribe().wait_for(|held| !held).await?;
            Ok(self.user.lock().unwrap_or_else(PoisonError::into_inner).clone())
        })
    }
}

pub(super) fn with_word(word: &Word) -> impl FnOnce(ChatBuilder) -> ChatBuilder + use<> {
    let word = word.clone();
    move |chat| with_clock(chat).authenticate(word).origins(vec![ORIGIN.to_owned()]).filters(filters())
}

pub(super) fn ana(level: Level) -> Option<User> {
    Some(User::new("ana").named("Ana").may("room/lobby", level))
}

/// Asks in a task of its own, by the host's word, and waits until that is under way.
pub(super) async fn ask(chat: &Chat, asks: (&str, &str), body: Body) -> JoinHandle<(u16, Value)> {
    let request = http::Request::builder().method(asks.0).uri(asks.1).header("origin", ORIGIN);
    let request = request.header("content-type", "application/json").body(body).expect("a request");
    let router = chat.router::<()>();
    let asking = tokio::spawn(async move {
        let response = router.oneshot(request).await.expect("answers");
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        (status, serde_json::from_slice(&body).expect("JSON"))
    });
    settle().await;
    asking
}

pub(super) const SAY: (&str, &str) = ("POST", "/v1/rooms/room/lobby/messages");

fn as_bot(text: &str) -> Value {
    json!({"text": text, "sender": {"name": "Bot"}})
}

#[tokio::test(start_paused = true)]
async fn a_word_that_is_over_is_asked_for_anew_once_the_hook_has_answered() {
    let word = Word::default();
    let chat = slow().chat(Arc::new(MemoryStore::new()), with_word(&word)).await;
    let mine = chat.room(&lobby()).say(Kind::Message, Sender::user("ana", "Ana"), "mine").await.expect("said");
    let path = format!("/v1/rooms/room/lobby/messages/{}", mine.id);
    let edit = ("PATCH", path.as_str());
    let other = Some(User::new("ben").may("room/lobby", Level::Own));
    let (own, order, says) = (Level::Own, Level::Moderate, Level::Say);
    for (before, asks, body, after, told) in [
        (says, SAY, json!({"text": "one"}), ana(says), "201"),
        (says, SAY, json!({"text": "gone"}), None, "token_expired"),
        (says, SAY, json!({"text": "another"}), other.clone(), "token_expired"),
        (says, SAY, json!({"text": "reads"}), ana(Level::Read), "not_allowed"),
        (own, SAY, as_bot("two"), ana(own), "201"),
        (own, SAY, as_bot("no bot"), ana(says), "not_allowed"),
        (own, SAY, json!({"text": "no data", "data": {"key": "x"}}), ana(says), "not_allowed"),
        (own, SAY, json!({"text": "three"}), ana(says), "201"),
        (order, SAY, json!({"text": "spam four"}), ana(order), "201"),
        (order, SAY, json!({"text": "spam"}), ana(says), "refused"),
        (order, SAY, json!({"text": "odd"}), ana(says), "202"),
        (says, edit, json!({"text": "still mine"}), ana(says), "200"),
        (says, edit, json!({"text": "gone"}), None, "token_expired"),
        (says, edit, json!({"text": "another's"}), other, "token_expired"),
        (says, edit, json!({"text": "reads"}), ana(Level::Read), "not_allowed"),
        (order, edit, json!({"text": "spam"}), ana(says), "refused"),
    ] {
        word.says(ana(before));
        let asking = ask(&chat, asks, Body::from(body.to_string())).await;
        word.says(after);
        let (status, answer) = asking.await.expect("ends");
        assert_eq!(answer["code"].as_str().unwrap_or(&status.to_string()), told, "{body}: {answer}");
    }
    assert_eq!(seen(&chat).await, ["still mine", "one", "two", "three", "spam four"]);
}

/// Whatever is judged again since the numbers have changed is judged for all that it does.
#[tokio::test(start_paused = true)]
async fn who_no_longer_may_speaks_for_nobody_else_when_the_door_is_asked_again() {
    for has_hook in [true, false] {
        let (word, memory) = (Word::default(), Arc::new(MemoryStore::new()));
        let store = Arc::new(FaultyStore::new(memory.clone()));
        let chat = match has_hook {
            true => Site::by_text().chat(store.clone(), with_word(&word)).await,
            false => with_word(&word)(Chat::builder().store(store.clone()).secret(SECRET)).build().await.expect("built"),
        };
        chat.room(&lobby()).notify("hello").await.expect("said");
        for (body, after, told) in [
            (as_bot("a bot"), Level::Own, "201"),
            (as_bot("no bot"), Level::Say, "not_allowed"),
            (json!({"text": "no data", "data": {"key": "x"}}), Level::Say, "not_allowed"),
            (json!({"text": "as oneself"}), Level::Say, "201"),
        ] {
            word.says(ana(Level::Own));
            store.hold_writes(true);
            let asking = ask(&chat, SAY, Body::from(body.to_string())).await;
            word.says(ana(after));
            advance(Duration::from_millis(1_500)).await;
            memory.raise_everywhere(Everywhere::Recheck, Time(0)).await.expect("as another node would");
            store.hold_writes(false);
            let (status, answer) = asking.await.expect("ends");
            assert_eq!(answer["code"].as_str().unwrap_or(&status.to_string()), told, "{body}: {answer}");
            sleep(Duration::from_secs(2)).await;
        }
        assert_eq!(seen(&chat).await, ["hello", "a bot", "as oneself"]);
    }
}

#[tokio::test(start_paused = true)]
async fn who_no_longer_may_make_a_room_makes_none() {
    let word = Word::default();
    let named_only = TypeRules { create: Some(false), ..TypeRules::default() };
    let policy = Policy { others: named_only, ..Policy::default() };
    let chat = slow().chat(Arc::new(MemoryStore::new()), |chat| with_word(&word)(chat).policy(policy)).await;
    for (after, told) in [("room/*", 404), ("room/lobby", 201)] {
        word.says(ana(Level::Say));
        let asking = ask(&chat, SAY, Body::from(json!({"text": "hola"}).to_string())).await;
        word.says(Some(User::new("ana").may(after, Level::Say)));
        assert_eq!(asking.await.expect("ends").0, told, "{after}");
    }
}
