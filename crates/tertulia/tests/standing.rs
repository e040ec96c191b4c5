//! Who somebody is by the word of the host, whether they still are, and what a page of another site can do with it: nothing.

#[path = "standing/listing.rs"]
mod listing;
#[path = "standing/races.rs"]
mod races;
#[path = "standing/site.rs"]
mod site;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use site::{By, MESSAGES, ORIGIN, Site, answer, code, member};
use tertulia::Chat;
use tertulia::auth::token::Tokens;
use tertulia::auth::{Answer, Policy, TypeRules, User};
use tertulia::limits::Limits;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::{Code, Level, Time};
use tokio_tungstenite::tungstenite::Error;

fn cookie(user: &str) -> By {
    By::Cookie(user.to_owned())
}

#[tokio::test]
async fn a_user_of_the_hosts_talks_by_its_session_alone() {
    let site = Site::new().await;
    site.sessions.set("ana", member("7").named("Ana").avatar("https://site.example/7.png"));
    let (status, said) = answer(site.say("hola", &cookie("ana")).header("origin", ORIGIN)).await;
    assert_eq!((status, &said["sender"]), (201, &json!({"id": "7", "name": "Ana", "avatar": "https://site.example/7.png"})));
    // A page of the site's own asks for what it reads without an origin.
    let (status, page) = answer(site.get(MESSAGES, &cookie("ana"))).await;
    assert_eq!((status, &page["me"]["id"], &page["me"]["level"]), (200, &json!("7"), &json!("say")));
    assert_eq!(code(site.get("/v1/rooms/game/1", &cookie("ana"))).await, (404, "not_found".into()));
    for nobody in [By::Nothing, cookie("stranger")] {
        assert_eq!(code(site.get(MESSAGES, &nobody)).await, (401, "token_missing".into()));
        assert_eq!(code(site.say("hola", &nobody).header("origin", ORIGIN)).await, (401, "token_missing".into()));
    }
    let mut line = site.open(&cookie("ana")).await;
    assert_eq!(line.frame().await.expect("opened")["me"]["id"], "7");
    line.send(json!({"type": "say", "ref": "2", "room": "project/42", "text": "on a line"})).await;
    let (one, other) = (line.frame().await.expect("a frame"), line.frame().await.expect("a frame"));
    let said = if one["type"] == "said" { one } else { other };
    assert_eq!(said["message"]["sender"]["name"], "Ana");
}

#[tokio::test]
async fn a_user_whom_the_host_lets_speak_in_a_type_begins_its_rooms_and_one_without_a_name_is_shown_by_what_of_the_id_may_be_one()
{
    let site = Site::new().await;
    site.sessions.set("ana", User::new("<b>7").may("project/*", Level::Say));
    let say = site.ask(Method::POST, "/v1/rooms/project/new/messages", &cookie("ana"));
    let (status, said) = answer(say.header("origin", ORIGIN).json(&json!({"text": "hola"}))).await;
    assert_eq!((status, &said["sender"]), (201, &json!({"id": "<b>7", "name": "b7"})));
}

#[tokio::test]
async fn whom_the_host_names_by_an_id_that_no_user_may_have_is_nobody_and_gets_no_token() {
    let site = Site::new().await;
    site.sessions.set("ana", User::new("~7").named("Ana").may("project/*", Level::Say));
    assert_eq!(code(site.get(MESSAGES, &cookie("ana"))).await, (401, "token_missing".into()));
    for id in ["~7", "", "a\nb"] {
        let refused = site.chat.user_token(id, "Ana", &room("project/42"), Level::Say, 60).expect_err("no user's");
        assert_eq!(refused.into_refusal().code, Code::Invalid, "{id:?}");
    }
}

#[tokio::test]
async fn the_hosts_own_policy_is_asked_for_each_room() {
    let site = Site::new().await;
    site.sessions.set("ana", User::new("7").may_by(|room| if room.id.as_str() == "42" { Level::Say } else { Level::None }));
    let say = |path: &str| site.ask(Method::POST, path, &cookie("ana")).header("origin", ORIGIN).json(&json!({"text": "hola"}));
    assert_eq!(answer(say(MESSAGES)).await.0, 201);
    assert_eq!(answer(say("/v1/rooms/game/42/messages")).await.0, 201, "it names the room, and so makes it");
    assert_eq!(code(say("/v1/rooms/game/43/messages")).await, (404, "not_found".into()));
}

#[tokio::test]
async fn a_bearer_token_wins_and_one_that_is_not_good_is_not_made_up_for() {
    let site = Site::new().await;
    site.sessions.set("ana", member("7"));
    let both = |token: &str| site.say("hola", &cookie("ana")).bearer_auth(token);
    let (status, said) = answer(both(&site.token("8"))).await;
    assert_eq!((status, &said["sender"]["id"]), (201, &json!("8")), "without an origin: a token comes from nowhere by itself");
    assert_eq!(code(both("abc").header("origin", ORIGIN)).await, (401, "token_invalid".into()));
    assert_eq!(site.sessions.asked.load(Ordering::SeqCst), 0);
    let behind_a_password = site.say("hola", &cookie("ana")).basic_auth("site", Some("word")).header("origin", ORIGIN);
    assert_eq!(answer(behind_a_password).await.1["sender"]["id"], "7");
}

/// Who reads with this token and as this user of the host's, in each way in which one can.
async fn readers(site: &Site, token: &str, by: &By) -> Vec<(&'static str, Value)> {
    let get = |path: &str| site.get(&format!("{MESSAGES}{path}"), by).bearer_auth(token);
    let mut readers = Vec::new();
    for (way, path) in [("poll", "?last=5"), ("long poll", "?after=0&wait=1")] {
        let page = answer(get(path)).await.1;
        let me =
            if page["me"].is_null() { answer(site.get("/v1/rooms/project/42", by).bearer_auth(token)).await.1 } else { page };
        readers.push((way, me["me"]["id"].clone()));
    }
    let mut events = get("?format=sse").send().await.expect("an answer");
    let first = events.chunk().await.expect("a stream").expect("opened");
    let first = String::from_utf8(first.to_vec()).expect("text");
    let data = first.lines().find_map(|line| line.strip_prefix("data: ")).expect("data");
    readers.push(("events", serde_json::from_str::<Value>(data).expect("JSON")["me"]["id"].clone()));
    // A browser sends the cookie with the handshake, and the token in hello, in open, or in both.
    for (way, hello, own) in [("hello", true, false), ("open", false, true), ("hello and open", true, true)] {
        let mut line = site.shake(by, &[("origin", ORIGIN)]).await.expect("shakes hands");
        let with = |mut frame: Value, is_in: bool| {
            if is_in {
                frame["token"] = token.into();
            }
            frame
        };
        line.send(with(json!({"type": "hello"}), hello)).await;
        line.send(with(json!({"type": "open", "ref": "1", "room": "project/42"}), own)).await;
        assert_eq!(line.frame().await.expect("a frame")["type"], "welcome", "{way}");
        readers.push((way, line.frame().await.expect("a frame")["me"]["id"].clone()));
        // The widget renews what it has: that changes nobody either.
        line.send(json!({"type": "token", "token": token})).await;
        line.send(json!({"type": "say", "ref": "2", "room": "project/42", "text": "hola"})).await;
        let said = loop {
            let frame = line.frame().await.expect("a frame");
            if ["said", "problem"].contains(&frame["type"].as_str().unwrap_or_default()) {
                break frame;
            }
        };
        readers.push((way, said["message"]["sender"]["id"].clone()));
    }
    readers
}

#[tokio::test]
async fn a_guest_who_has_signed_in_is_no_guest_any_more_on_any_transport() {
    let now = Arc::new(AtomicI64::new(1_800_000_000_000));
    let clock = Arc::clone(&now);
    let site = Site::with(Arc::new(MemoryStore::new()), |chat| {
        let rules = TypeRules { guests: Level::Say, create: Some(true) };
        let policy = Policy { types: [("project".parse().expect("a type"), rules)].into(), ..Policy::default() };
        chat.policy(policy).clock(Arc::new(move || Time(clock.load(Ordering::SeqCst))))
    })
    .await;
    site.sessions.set("ana", member("7").holds(Duration::from_secs(100 * 24 * 3_600)));
    let made = answer(site.ask(Method::POST, "/v1/guests", &By::Nothing).json(&json!({"name": "Ana"}))).await.1;
    let (token, guest) = (made["token"].as_str().expect("a token"), &made["sender"]["id"]);
    for nobody in [By::Nothing, cookie("stranger")] {
        for (way, id) in readers(&site, token, &nobody).await {
            assert_eq!(&id, guest, "{way}: the host knows nobody");
        }
    }
    let say = || site.say("hola", &cookie("ana")).bearer_auth(token);
    // Also when the guest's token has run out since.
    for seconds in [0, 40 * 24 * 3_600_000] {
        now.fetch_add(seconds, Ordering::SeqCst);
        for (way, id) in readers(&site, token, &cookie("ana")).await {
            assert_eq!(id, "7", "{way}");
        }
        assert_eq!(answer(say().header("origin", ORIGIN)).await.1["sender"]["id"], "7");
    }
    // It stands on the cookie then, and so on what cookies need.
    assert_eq!(code(say()).await, (403, "origin_refused".into()));
    assert_eq!(code(say().header("origin", "https://evil.example")).await, (403, "origin_refused".into()));
    assert_eq!(code(site.say("hola", &By::Nothing).bearer_auth(token)).await, (401, "token_expired".into()));
    site.sessions.fail("ana");
    assert_eq!(code(say().header("origin", ORIGIN)).await, (503, "store_away".into()), "nobody is made a guest meanwhile");
}

/// What pages of other sites send, and programs, and pages without an origin.
const FOREIGN: [&[&str]; 9] = [
    &[],
    &["null"],
    &["https://evil.example"],
    &["http://site.example"],
    &["https://site.example:444"],
    &["https://site.example.evil.example"],
    &["https://SITE.example/"],
    &["https://site.example https://evil.example"],
    &["https://site.example", "https://evil.example"],
];

/// All that is served and may change something, asked about what is there.
fn unsafe_ones(document: &Value) -> Vec<(Method, String)> {
    let mut found = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        let path = [("{type}", "project"), ("{id}", "42"), ("{n}", "1"), ("{h}", "1")]
            .iter()
            .fold(path.clone(), |path, (name, value)| path.replace(name, value));
        assert!(!path.contains('{'), "nobody knows what to ask for: {path}");
        for (method, operation) in operations.as_object().expect("operations") {
            let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
            // Whoever becomes a guest does so in nobody's name.
            if method.is_safe() || operation["operationId"] == "make_guest" {
                continue;
            }
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let needed = parameters.filter(|one| one["in"] == "query" && one["required"] == true);
            let query = needed.map(|one| match one["name"].as_str().expect("a name") {
                "user" => "user=8",
                "emoji" => "emoji=%F0%9F%91%8D",
                other => panic!("nobody knows a good {other} for {path}"),
            });
            found.push((method, format!("{path}?{}", query.collect::<Vec<_>>().join("&"))));
        }
    }
    found
}

#[tokio::test]
async fn csrf_is_refused() {
    let site = Site::new().await;
    site.sessions.set("ana", member("7").may("*", Level::Own));
    let document = answer(site.get("/openapi.json", &By::Nothing)).await.1;
    let unsafe_ones = unsafe_ones(&document);
    assert!(unsafe_ones.len() > 15, "{unsafe_ones:?}");
    for (method, path) in unsafe_ones {
        let body = if method == Method::DELETE { "" } else { r#"{"text": "hola", "name": "Ana"}"# };
        for origins in FOREIGN {
            // As a form of another site would have it sent, and as a script would.
            for media in ["text/plain", "application/json"] {
                let request = site.ask(method.clone(), &path, &cookie("ana")).header("content-type", media).body(body);
                let request = origins.iter().fold(request, |request, origin| request.header("origin", *origin));
                assert_eq!(code(request).await, (403, "origin_refused".into()), "{method} {path} {origins:?}");
            }
        }
    }
    let (_, page) = answer(site.get(MESSAGES, &cookie("ana"))).await;
    assert_eq!(page["messages"].as_array().expect("messages").len(), 1, "nothing was done: {page}");
    let response = site.get(MESSAGES, &cookie("ana")).header("origin", ORIGIN).send().await.expect("an answer");
    assert_eq!(response.headers().get("access-control-allow-credentials"), None);
}

#[tokio::test]
async fn cross_site_websocket_hijacking_is_refused() {
    let site = Site::new().await;
    site.sessions.set("ana", member("7"));
    for origins in FOREIGN {
        let headers: Vec<_> = origins.iter().map(|origin| ("origin", *origin)).collect();
        let Err(Error::Http(refused)) = site.shake(&cookie("ana"), &headers).await else { panic!("{origins:?}") };
        assert_eq!(refused.status(), 403, "{origins:?}");
    }
    // Without a session there is nothing to hijack, and a program with a token has no origin.
    let mut line = site.open(&By::Token(site.token("8"))).await;
    assert_eq!(line.frame().await.expect("opened")["me"]["id"], "8");
}

#[tokio::test]
async fn a_host_that_can_not_tell_lets_nobody_in() {
    let site = Site::new().await;
    site.sessions.fail("ana");
    assert_eq!(code(site.get(MESSAGES, &cookie("ana"))).await, (503, "store_away".into()));
    struct Silent;
    impl tertulia::auth::Authenticate for Silent {
        fn authenticate<'a>(&'a self, _head: &'a http::request::Parts) -> Answer<'a> {
            Box::pin(std::future::pending())
        }
    }
    let limits = Limits { host_answer_s: 0, ..Limits::default() };
    let site = Site::with(Arc::new(MemoryStore::new()), |chat| chat.authenticate(Silent).limits(limits)).await;
    assert_eq!(code(site.get(MESSAGES, &By::Nothing)).await, (503, "store_away".into()));
}

#[tokio::test]
async fn a_stream_goes_on_with_what_the_host_says_when_its_word_is_over() {
    let site = Site::new().await;
    let briefly = |level| User::new("7").may("project/42", level).holds(Duration::ZERO);
    site.sessions.set("ana", briefly(Level::Say));
    let mut line = site.open(&cookie("ana")).await;
    assert_eq!(line.frame().await.expect("opened")["me"]["level"], "say");
    site.sessions.set("ana", briefly(Level::Read));
    let me = line.frame().await.expect("a frame");
    assert_eq!((&me["type"], &me["me"]["level"]), (&json!("me"), &json!("read")));
    site.sessions.sign_out("ana");
    let ended = line.frame().await.expect("a frame");
    assert_eq!((&ended["type"], &ended["code"]), (&json!("ended"), &json!("token_expired")));
    assert_eq!(line.frame().await, Err(4001));
}

#[tokio::test]
async fn a_recheck_tells_whom_it_concerns_and_no_others() {
    let site = Site::new().await;
    for (user, id) in [("ana", "7"), ("ben", "8")] {
        site.sessions.set(user, member(id));
    }
    let (mut ana, mut ben) = (site.open(&cookie("ana")).await, site.open(&cookie("ben")).await);
    let mut other = site.open(&By::Token(site.token("9"))).await;
    for line in [&mut ana, &mut ben, &mut other] {
        assert_eq!(line.frame().await.expect("a frame")["type"], "opened");
    }
    let asked = site.sessions.asked.load(Ordering::SeqCst);
    site.sessions.set("ana", member("7").may("project/42", Level::Moderate));
    site.chat.recheck(Some("7"), Some(&room("project/1"))).await.expect("asked");
    site.chat.recheck(Some("7"), Some(&room("project/42"))).await.expect("asked");
    assert_eq!(ana.frame().await.expect("a frame")["me"]["level"], "moderate");
    site.chat.room(&room("project/42")).notify("later").await.expect("said");
    for line in [&mut ana, &mut ben, &mut other] {
        assert_eq!(line.frame().await.expect("a frame")["message"]["text"], "later");
    }
    assert_eq!(site.sessions.asked.load(Ordering::SeqCst), asked + 1);
    site.sessions.set("ben", User::new("8"));
    site.chat.recheck(None, None).await.expect("asked");
    assert_eq!(ben.frame().await.expect("a frame")["code"], "not_found");
    assert_eq!(site.sessions.asked.load(Ordering::SeqCst), asked + 3);
}

#[tokio::test]
async fn one_question_stands_for_all_rooms_of_a_connection() {
    let site = Site::new().await;
    site.sessions.set("ana", member("7"));
    let mut line = site.open(&cookie("ana")).await;
    for id in 1..=20 {
        line.send(json!({"type": "open", "ref": "r", "room": format!("project/{id}")})).await;
    }
    for _ in 0..=20 {
        assert_eq!(line.frame().await.expect("a frame")["type"], "opened");
    }
    let asked = site.sessions.asked.load(Ordering::SeqCst);
    let level = |room: &tertulia::wire::RoomName| if room.id.as_str() == "3" { Level::None } else { Level::Read };
    site.sessions.set("ana", User::new("7").may_by(level));
    site.chat.recheck(Some("7"), None).await.expect("asked");
    let (mut told, mut ended) = (0, Vec::new());
    for _ in 0..=20 {
        let frame = line.frame().await.expect("a frame");
        if frame["type"] == "me" { told += 1 } else { ended.push((frame["room"].clone(), frame["code"].clone())) }
    }
    assert_eq!((told, ended), (20, vec![(json!("project/3"), json!("not_found"))]));
    assert_eq!(site.sessions.asked.load(Ordering::SeqCst), asked + 1);
}

#[tokio::test]
async fn a_user_is_revoked_over_http_by_who_owns_everything() {
    let site = Site::new().await;
    let (ana, owner) = (By::Token(site.token("7")), By::Token(site.chat.owner_token("owner", 60).expect("a token")));
    let revoke = |user: &str, by: &By| site.ask(Method::POST, &format!("/v1/users/revoke?user={user}"), by);
    assert_eq!(code(revoke("7", &By::Nothing)).await, (401, "token_missing".into()));
    assert_eq!(code(revoke("7", &ana)).await, (403, "not_allowed".into()));
    for nobody in ["", "%00", &"x".repeat(201)] {
        assert_eq!(code(revoke(nobody, &owner)).await, (422, "invalid".into()), "{nobody:?}");
    }
    assert_eq!(code(site.ask(Method::POST, "/v1/users/revoke", &owner)).await, (422, "invalid".into()));
    assert_eq!(answer(site.say("hola", &ana)).await.0, 201);
    assert_eq!(answer(revoke("7", &owner)).await, (204, Value::Null));
    assert_eq!(code(site.say("hola", &ana)).await, (401, "token_expired".into()));
    assert_eq!(code(site.get(MESSAGES, &ana)).await, (401, "token_expired".into()));
    assert_eq!(answer(site.say("hola", &By::Token(site.token("8")))).await.0, 201);
}

fn ticking(from_s: i64) -> (Arc<AtomicI64>, tertulia::clock::Clock) {
    let now = Arc::new(AtomicI64::new(from_s * 1_000));
    let clock = Arc::clone(&now);
    (now, Arc::new(move || Time(clock.load(Ordering::SeqCst))))
}

#[tokio::test]
async fn a_revocation_survives_a_restart_and_a_later_token_is_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let (now, clock) = ticking(1_800_000_000);
    let open = async || {
        let store = Arc::new(SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens"));
        let chat = Chat::builder().store(store.clone()).secret([7; 32]).clock(clock.clone()).build().await.expect("a chat");
        (store, chat)
    };
    let token = |chat: &Chat| chat.user_token("7", "Ana", &room("project/42"), Level::Say, 3_600).expect("a token");
    let (store, chat) = open().await;
    let old = token(&chat);
    now.fetch_add(999, Ordering::SeqCst);
    chat.revoke("7").await.expect("revoked");
    let same_second = token(&chat);
    chat.close().await;
    store.close().await;
    drop((chat, store));
    let (_store, chat) = open().await;
    for token in [&old, &same_second] {
        assert_eq!(chat.identify(token).expect_err("is refused").code, Code::TokenExpired);
    }
    // For a minute it may be one that was made before, by a clock that runs fast.
    now.fetch_add(59_999, Ordering::SeqCst);
    let in_the_minute = token(&chat);
    assert_eq!(chat.identify(&in_the_minute).expect_err("is refused").code, Code::TokenExpired);
    now.fetch_add(2, Ordering::SeqCst);
    assert!(chat.identify(&token(&chat)).is_ok());
    assert_eq!(chat.identify(&in_the_minute).expect_err("is refused").code, Code::TokenExpired);
}

#[tokio::test]
async fn a_token_of_a_fast_clock_does_not_outlive_its_revocation() {
    let (now, clock) = ticking(1_800_000_000);
    let store = Arc::new(MemoryStore::shared());
    let chat = Chat::builder().store(store).secret([7; 32]).clock(clock).build().await.expect("a chat");
    let signer = Tokens::new(Some(&[7; 32]), &[0; 32]).expect("long enough");
    let ahead = |seconds: i64| {
        let at = Time((1_800_000_000 + seconds) * 1_000);
        signer.for_user("7", Some("Ana"), [("project/42".to_owned(), Level::Say)].into(), at, 3_600).expect("signs")
    };
    let made = [0, 30, 60].map(ahead);
    for token in &made {
        assert!(chat.identify(token).is_ok());
    }
    // One that is further ahead is not good before, and a revocation has nothing to catch.
    assert_eq!(chat.identify(&ahead(61)).expect_err("is refused").code, Code::TokenInvalid);
    chat.revoke("7").await.expect("revoked");
    for seconds in [0, 30, 59, 60, 600] {
        now.store((1_800_000_000 + seconds) * 1_000, Ordering::SeqCst);
        for token in &made {
            assert_eq!(chat.identify(token).expect_err("is refused").code, Code::TokenExpired);
        }
    }
}
