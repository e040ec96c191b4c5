//! Somebody is erased, or asks for all that is kept of them: for every reader, on each way to read, in the file, and while others go on.

#[path = "erasing/export.rs"]
mod export;
#[path = "erasing/files.rs"]
mod files;
#[path = "erasing/readers.rs"]
mod readers;
#[path = "erasing/under_way.rs"]
mod under_way;

use std::sync::Arc;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use futures_util::StreamExt;
use futures_util::stream::Fuse;
use http_body_util::BodyExt;
use tertulia::auth::{Policy, TypeRules};
use tertulia::error::Error;
use tertulia::store::erasing::{Erasure, TracePlace};
use tertulia::store::{Act, Everywhere, Store};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{done, room};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::person::Erased;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, HoldMode, Kind, Level, Problem, Sender, Time};
use tertulia::{Chat, Limits};
use tower::ServiceExt;

pub(crate) const ROOM: &str = "project/42";
pub(crate) const ID: &str = "id-of-ana";
const NAME: &str = "Name of Ana";
const FACE: &str = "https://example.org/face-of-ana.png";
/// What is in everything that she says.
const WORDS: &str = "in the words of ana";

pub(crate) async fn chat_over(store: Arc<dyn Store>) -> Chat {
    // A disk that others are busy with, too, is not a store that is away.
    chat_with(store, Limits { write_deadline_ms: 60_000, ..Limits::default() }).await
}

pub(crate) async fn chat_with(store: Arc<dyn Store>, limits: Limits) -> Chat {
    let policy = Policy { others: TypeRules { guests: Level::Say, create: Some(true) }, ..Policy::default() };
    let builder = Chat::builder().store(store).policy(policy).limits(limits.unpaced());
    builder.secret([7; 32]).build().await.expect("built")
}

pub(crate) async fn chat() -> Chat {
    chat_over(Arc::new(MemoryStore::new())).await
}

pub(crate) fn token(chat: &Chat, id: &str, name: &str, level: Level) -> String {
    chat.user_token(id, name, &room(ROOM), level, 100_000).expect("a token")
}

pub(crate) fn ana() -> Sender {
    Sender { avatar: Some(FACE.into()), ..Sender::user(ID, NAME) }
}

/// What must not be read any more once ana is erased.
const OF_ANA: [&str; 4] = [ID, NAME, FACE, WORDS];

#[track_caller]
pub(crate) fn is_clean(what: &str, text: &str) {
    is_clean_of(&OF_ANA, what, text);
}

#[track_caller]
pub(crate) fn is_clean_of(secrets: &[&str], what: &str, text: &str) {
    for secret in secrets {
        assert!(!text.contains(secret), "{what}: {secret} in {text}");
    }
}

pub(crate) async fn ask(chat: &Chat, method: &str, path: &str, token: &str) -> (u16, String) {
    let request = Request::builder().method(method).uri(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let response = chat.router().oneshot(request.body(Body::empty()).expect("a request")).await.expect("answers");
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// A stream of events or of text; nothing of it is made before it is read.
pub(crate) async fn stream(chat: &Chat, token: &str, query: &str) -> Fuse<BodyDataStream> {
    let path = format!("/v1/rooms/{ROOM}/messages?{query}");
    let request = Request::builder().uri(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let response = chat.router().oneshot(request.body(Body::empty()).expect("a request")).await.expect("answers");
    assert_eq!(response.status(), 200);
    let mut stream = StreamExt::fuse(response.into_body().into_data_stream());
    // What it begins with is made when it is asked for; in an empty room that is nothing.
    let _ = tokio::time::timeout(std::time::Duration::from_millis(10), stream.next()).await;
    stream
}

/// All that there is on a stream now.
pub(crate) async fn read_up(stream: &mut Fuse<BodyDataStream>) -> String {
    let mut text = String::new();
    // What is told is told within a moment, and time stands still until everybody waits.
    while let Ok(Some(part)) = tokio::time::timeout(std::time::Duration::from_secs(20), stream.next()).await {
        text.push_str(std::str::from_utf8(&part.expect("a part")).expect("text"));
    }
    text
}

#[tokio::test(start_paused = true)]
async fn whoever_is_erased_is_not_here_any_more_and_types_nothing() {
    let chat = chat().await;
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { announce: Some(true), ..PutRoom::default() }).await.expect("set");
    let (hers, boss) = (token(&chat, ID, NAME, Level::Say), token(&chat, "boss", "Boss", Level::Own));
    let mut of_boss = stream(&chat, &boss, "last=5&format=sse").await;
    let mut of_hers = stream(&chat, &hers, "last=5&format=sse").await;
    let who = chat.identify(&hers).expect("good");
    let typing = tertulia::wire::request::NewSignal { name: "typing".into(), data: None };
    chat.signal(&who, &room(ROOM), typing).await.expect("types");
    assert!(read_up(&mut of_boss).await.contains(NAME), "she came, and types");
    read_up(&mut of_hers).await;
    let late = stream(&chat, &boss, "last=5&format=sse").await;
    chat.say(&who, &room(ROOM), Say { text: WORDS.into(), ..Say::default() }).await.expect("said");

    let erased = chat.erase_person(ID).await.expect("erased");
    assert_eq!(erased, Erased { messages: 2, ..Erased::default() }, "what she said, and that she came");
    assert!(read_up(&mut of_hers).await.contains("token_expired"), "her streams have ended");
    for (what, mut stream) in [("who was there", of_boss), ("who came with her", late)] {
        let told = read_up(&mut stream).await;
        is_clean(what, &told);
        assert!(told.contains("event: presence") && told.contains("event: change"), "{told}");
    }
    let (_, present) = ask(&chat, "GET", &format!("/v1/rooms/{ROOM}/presence"), &boss).await;
    is_clean("who is here", &present);
    assert!(present.contains("Boss"), "{present}");
    // And when the time has passed after which somebody has left, nothing is said of it.
    tokio::time::sleep(std::time::Duration::from_secs(120)).await;
    let page = hall.newest(50).await.expect("a page");
    let left = page.messages.iter().filter(|message| message.kind == Kind::Leave);
    assert!(left.into_iter().all(|message| message.sender.as_ref().is_some_and(|sender| sender.name == "Boss")), "{page:?}");
    is_clean("the newest page", &serde_json::to_string(&page).expect("text"));
    assert_eq!(ask(&chat, "GET", &format!("/v1/rooms/{ROOM}"), &hers).await.0, 401, "her token is refused");
}

#[tokio::test]
async fn a_guest_is_erased_like_a_user_and_the_name_is_free() {
    let chat = chat().await;
    let make = tertulia::wire::request::NewGuest { name: "Beto".into(), room: Some(room(ROOM)) };
    let guest = chat.guest(None, &make, None).await.expect("a guest");
    let who = chat.identify(&guest.token).expect("good");
    chat.say(&who, &room(ROOM), Say { text: WORDS.into(), ..Say::default() }).await.expect("said");
    let other = chat.guest(None, &make, None).await;
    assert!(matches!(other, Err(Error::Refused(refusal)) if refusal.code == Code::NameTaken));
    let id = guest.sender.id.expect("an id");
    assert!(id.starts_with('~'));
    assert_eq!(chat.erase_person(&id).await.expect("erased").messages, 1);
    assert!(chat.identify(&guest.token).is_err());
    chat.guest(None, &make, None).await.expect("the name is free");
    let page = serde_json::to_string(&chat.room(&room(ROOM)).newest(9).await.expect("a page")).expect("text");
    assert!(!page.contains("Beto") && !page.contains(&id) && !page.contains(WORDS), "{page}");
}

#[tokio::test]
async fn what_waits_goes_and_what_is_on_them_stays() {
    let chat = chat().await;
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    let hers = chat.identify(&token(&chat, ID, NAME, Level::Say)).expect("good");
    for n in 0..3 {
        chat.say(&hers, &room(ROOM), Say { text: format!("{WORDS} {n}"), ..Say::default() }).await.expect("is held");
    }
    hall.approve(1).await.expect("approved");
    hall.read_by(ID, 1).await.expect("marked");
    let ban = |why: &str| tertulia::wire::moderation::PutRestriction {
        kind: RestrictionKind::Ban,
        until: None,
        why: Some(format!("{NAME} {why}")),
        ..serde_json::from_str(r#"{"kind": "ban"}"#).expect("one")
    };
    hall.restrict(ID, ban("here")).await.expect("banned");
    chat.restrict_everywhere("boss", ID, ban("everywhere")).await.expect("banned");
    let erased = chat.erase_person(ID).await.expect("erased");
    assert_eq!(erased, Erased { messages: 1, reactions: 0, held: 2, read_marks: 1, restrictions: 2 });
    assert_eq!(hall.held(0).await.expect("a page").held, []);
    let anew = chat.user_token(ID, NAME, &room(ROOM), Level::Say, 100_000).expect("a token");
    let refused = chat.identify(&anew).map(|_| ());
    assert!(refused.is_err(), "issued in the same second");
    let here = hall.restrictions().await.expect("read");
    assert_eq!((here.len(), here[0].user.as_str(), here[0].why.as_ref()), (1, ID, None));
    let audit = serde_json::to_string(&hall.audit(None, 50).await.expect("an audit")).expect("text");
    is_clean("the audit", &audit);
    let again = chat.erase_person(ID).await.expect("erased again");
    assert_eq!(again, Erased { restrictions: 2, ..Erased::default() });
}

#[tokio::test]
async fn a_retry_of_what_was_erased_is_answered_also_by_a_door_that_is_closed_by_now() {
    let chat = chat().await;
    let eva = |level| chat.identify(&token(&chat, "eva", "Eva", level)).expect("good");
    let in_hers = |text: &str| -> Say {
        serde_json::from_value(serde_json::json!({"text": text, "client_id": "request-1", "sender": {"id": ID, "name": NAME}}))
            .expect("one")
    };
    let (own, reads, hall) = (eva(Level::Own), eva(Level::Read), room(ROOM));
    let said = async |who, text| chat.say(who, &hall, in_hers(text)).await?.said();
    let first = said(&own, WORDS).await.expect("said").message.id;
    chat.erase_person(ID).await.expect("erased");
    let again = said(&reads, WORDS).await.expect("known");
    assert_eq!((again.message.id, again.fresh, again.message.text.as_str()), (first, false, ""));
    // And where the id is another request's since.
    let since = said(&own, "something else").await.expect("said").message.id;
    assert_eq!(said(&reads, WORDS).await.expect("known").message.id, first);
    assert_eq!(said(&reads, "something else").await.expect("known").message.id, since);
    assert_eq!(said(&reads, "never said").await.map(|_| ()).expect_err("refused").code(), Code::ClientIdReused);
}

#[tokio::test]
async fn what_is_nobodys_id_is_refused_at_each_door() {
    let chat = chat().await;
    let own = chat.owner_token("boss", 1_000).expect("a token");
    let long = "x".repeat(201);
    for user in ["", "~", "~announcer", "~erased", "~erased-00000000000000000000000000000000", "a%00b", "a%0Ab", &long] {
        for method in ["GET", "DELETE"] {
            let (status, body) = ask(&chat, method, &format!("/v1/users?user={user}"), &own).await;
            let problem: Problem = serde_json::from_str(&body).expect("a problem");
            assert_eq!((status, problem.code), (422, Code::Invalid), "{method} {user}: {body}");
        }
    }
    for query in ["", "?who=ana", "?user=a&user=b"] {
        let (status, body) = ask(&chat, "DELETE", &format!("/v1/users{query}"), &own).await;
        assert!((400..=422).contains(&status), "{query}: {body}");
    }
    let (status, body) = ask(&chat, "DELETE", "/v1/users?user=nobody-knows", &own).await;
    assert_eq!((status, body.as_str()), (200, r#"{"messages":0,"reactions":0,"held":0,"read_marks":0,"restrictions":0}"#));
    let hers = token(&chat, ID, NAME, Level::Own);
    for method in ["GET", "DELETE"] {
        let (status, body) = ask(&chat, method, &format!("/v1/users?user={ID}"), &hers).await;
        assert_eq!(status, 403, "it takes the owner of everything: {body}");
    }
}

#[tokio::test]
async fn what_has_begun_is_gone_on_with_at_the_next_start() {
    let memory = Arc::new(MemoryStore::new());
    let chat = chat_over(Arc::clone(&memory) as Arc<dyn Store>).await;
    for n in 0..500 {
        chat.room(&room(ROOM)).say(Kind::Message, ana(), &format!("{WORDS} {n}")).await.expect("said");
    }
    drop(chat);
    // It ends in the middle.
    let erasure = Erasure { person: ID.into(), pseudonym: "~erased-1".into() };
    let begin = Everywhere::Erase { erasure: erasure.clone(), second: 1, by: "boss".into() };
    memory.raise_everywhere(begin, Time(0)).await.expect("begun");
    let traces = memory.traces(ID, TracePlace::default()).await.expect("looked");
    let (facts, act) = (traces.facts.clone().expect("a room"), traces.erase(&erasure).expect("something"));
    done(&*memory, &facts.name, Act::Erase(Box::new(act))).await;

    memory.restart();
    let chat = chat_over(Arc::clone(&memory) as Arc<dyn Store>).await;
    while !memory.erasures().await.expect("read").is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let hall = chat.room(&room(ROOM));
    let page = hall.before(1_000, 200).await.expect("a page");
    is_clean("after the start", &serde_json::to_string(&page).expect("text"));
    assert!(page.messages.iter().all(|message| message.sender.is_none() && message.deleted.is_some()));
    assert!(chat.read_one(ID).await.is_none());
}

/// Looks for one line beside the first and the last one.
trait ReadOne {
    async fn read_one(&self, user: &str) -> Option<String>;
}

impl ReadOne for Chat {
    async fn read_one(&self, user: &str) -> Option<String> {
        let lines =
            self.export_person(user).expect("an id").map(|line| serde_json::to_string(&line.expect("a line")).expect("text"));
        let lines: Vec<_> = lines.collect().await;
        let known =
            |line: &&String| ["tertulia-person", "revoked", "end"].iter().any(|of| line.contains(&format!("\"type\":\"{of}\"")));
        lines.iter().find(|line| !known(line)).cloned()
    }
}

#[tokio::test]
async fn a_purge_takes_what_waits_and_is_as_old() {
    let chat = chat().await;
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    let hers = chat.identify(&token(&chat, ID, NAME, Level::Say)).expect("good");
    chat.say(&hers, &room(ROOM), Say { text: WORDS.into(), ..Say::default() }).await.expect("is held");
    let own = chat.owner_token("boss", 1_000).expect("a token");
    let path = |before: &str| format!("/v1/rooms/{ROOM}/messages?before={before}");
    assert_eq!(ask(&chat, "DELETE", &path("2020-01-01T00:00:00.000Z"), &own).await.0, 200);
    assert_eq!(hall.held(0).await.expect("a page").held.len(), 1, "it is younger");
    assert_eq!(ask(&chat, "DELETE", &path("2100-01-01T00:00:00.000Z"), &own).await.0, 200);
    assert_eq!(hall.held(0).await.expect("a page").held, []);
}
