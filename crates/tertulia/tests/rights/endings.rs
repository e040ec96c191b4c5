//! How a right ends under those who read by it, held against the table that people read: `docs/endings.md`.
//!
//! Each cell is tried in a room of its own. Whoever reads waits already when the right ends, as a long poll is held and a stream
//! is asked for more; then something is said that they may not hear.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::middleware::map_request;
use tertulia::auth::{Answer, Authenticate, Policy, TypeRules, User};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::{NewGuest, PutRoom};
use tertulia::wire::{Level, Time};
use tertulia::{Chat, Limits};
use tokio::time::{Instant, sleep};

use super::line::{Heard, Line, WAYS, Way, ask_router, code, request};
use super::moderation::put;

const TABLE: &str = include_str!("../../../../docs/endings.md");
const WORDS: &str = include_str!("../../locales/en/problem.ftl");
const ROOM: &str = "project/42";
const PAGE: &str = "https://site.example";

/// For how long what somebody came with holds.
const HOLDS_S: i64 = 10;
/// For how long a guest's token holds.
const GUEST_S: i64 = 30 * 24 * 3_600;

/// Whom the host knows by the one session that there is.
#[derive(Debug, Clone, Default)]
struct Session(Arc<Mutex<Option<User>>>);

impl Session {
    fn set(&self, user: Option<User>) {
        *self.0.lock().expect("unpoisoned") = user;
    }
}

impl Authenticate for Session {
    fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a> {
        let user = head.headers.contains_key("cookie").then(|| self.0.lock().expect("unpoisoned").clone()).flatten();
        Box::pin(async move { Ok(user) })
    }
}

fn ben(level: Level) -> User {
    User::new("ben").may(ROOM, level).holds(Duration::from_secs(HOLDS_S.unsigned_abs()))
}

/// A room, and somebody who may say there.
struct World {
    chat: Chat,
    session: Session,
    router: Router,
    token: String,
    id: String,
}

impl World {
    async fn new(whose: &str) -> Self {
        let (began, session, ahead) = (Instant::now(), Session::default(), Arc::new(AtomicI64::new(0)));
        let jumps = Arc::clone(&ahead);
        let passed = move || i64::try_from(began.elapsed().as_millis()).expect("fits");
        let clock = Arc::new(move || Time(1_000_000 + passed() + jumps.load(Ordering::SeqCst)));
        let guests = if whose == "a guest" { Level::Say } else { Level::None };
        let rules = TypeRules { guests, create: None };
        let policy = Policy { types: [("project".parse().expect("a type"), rules)].into(), ..Policy::default() };
        let builder = Chat::builder().store(Arc::new(MemoryStore::new())).secret([7; 32]).policy(policy).clock(clock);
        let builder = builder.authenticate(session.clone()).origins(vec![PAGE.to_owned()]).limits(Limits::default().unpaced());
        let chat = builder.build().await.expect("built");
        chat.room(&room(ROOM)).notify("one").await.expect("said");
        let (mut router, mut token, mut id) = (chat.router(), String::new(), "ben".to_owned());
        match whose {
            "a user" => token = chat.user_token("ben", "Ben", &room(ROOM), Level::Say, HOLDS_S).expect("a token"),
            "a guest" => {
                let guest = chat.guest(None, &NewGuest { name: "Ben".into(), room: None }, None).await.expect("a guest");
                (token, id) = (guest.token, guest.sender.id.expect("guests have ids"));
                // It holds for a month, most of which is over.
                ahead.store((GUEST_S - HOLDS_S) * 1_000, Ordering::SeqCst);
            }
            "a user of the host's" => {
                session.set(Some(ben(Level::Say)));
                router = router.layer(map_request(async |mut request: Request| {
                    let headers = request.headers_mut();
                    headers.insert("cookie", HeaderValue::from_static("user=ben"));
                    headers.insert("origin", HeaderValue::from_static(PAGE));
                    request
                }));
            }
            other => panic!("nobody knows how {other} comes"),
        }
        Self { chat, session, router, token, id }
    }

    async fn end(&self, what: &str) {
        let (chat, hall) = (&self.chat, self.chat.room(&room(ROOM)));
        let (how, then) = what.split_once(", and ").unwrap_or((what, ""));
        match then {
            "" | "it says the same" | "the host says the same" | "says the same" => {}
            "it knows nobody now" | "the host knows nobody now" | "knows nobody now" => self.session.set(None),
            "it lets them do nothing here now" | "lets them do nothing here now" => self.session.set(Some(ben(Level::None))),
            other => panic!("nobody knows how {other}"),
        }
        match how {
            "the token runs out" | "the host's word runs out" => {
                sleep(Duration::from_secs(HOLDS_S.unsigned_abs()) + Duration::from_millis(1)).await;
            }
            "the token is revoked" | "they are revoked" => chat.revoke(&self.id).await.expect("revoked"),
            "the host is asked anew" => chat.recheck(Some(&self.id), None).await.expect("asked"),
            "a ban" => drop(hall.restrict(&self.id, put(RestrictionKind::Ban)).await.expect("banned")),
            "a kick" => drop(hall.restrict(&self.id, put(RestrictionKind::Kick)).await.expect("kicked")),
            "a mute" => drop(hall.restrict(&self.id, put(RestrictionKind::Mute)).await.expect("muted")),
            "a ban everywhere" => {
                drop(chat.restrict_everywhere("admin", &self.id, put(RestrictionKind::Ban)).await.expect("banned"));
            }
            "the room is deleted" => hall.delete_room().await.expect("deleted"),
            other => panic!("nobody knows how {other}"),
        }
    }

    /// Opens the room, and waits there; what comes of it in the end.
    async fn read(&self, way: Way) -> (tokio::task::JoinHandle<String>, Heard) {
        let (mut line, first) = Line::open_by(self.router.clone(), &self.token, ROOM, way).await;
        let reading = tokio::spawn(async move {
            let told = told(&mut line).await;
            if way == Way::Socket && told != "yes" {
                is_over(&mut line, &told).await;
            }
            told
        });
        // Time stands still meanwhile, but for this: whoever reads waits by then.
        sleep(Duration::from_millis(1)).await;
        (reading, first)
    }

    async fn says(&self) -> String {
        let body = Body::from(r#"{"text": "mine"}"#);
        let path = format!("/v1/rooms/{ROOM}/messages");
        let (status, answer) =
            ask_router(self.router.clone(), request("POST", &path, &self.token).body(body).expect("one")).await;
        if status == 201 { "yes".to_owned() } else { code(&answer).as_str().to_owned() }
    }

    async fn comes_again(&self, way: Way) -> String {
        match Line::open_by(self.router.clone(), &self.token, ROOM, way).await.1 {
            Heard::Ended(code, _) => code.as_str().to_owned(),
            Heard::Page(_) | Heard::Lines(_) => "yes".to_owned(),
            other => panic!("{way:?}: {other:?}"),
        }
    }
}

/// Reads until the end, and tells with which code it came; or `yes` for who goes on, and hears what was said then.
async fn told(line: &mut Line) -> String {
    loop {
        let heard = line.next().await;
        match &heard {
            Heard::Ended(code, _) => return code.as_str().to_owned(),
            Heard::Lines(lines) if !lines.contains("secret") => {
                let mut titles = WORDS.lines().filter_map(|word| word.strip_prefix("problem-")?.split_once(" = "));
                if let Some((code, _)) = titles.find(|(_, title)| lines.contains(title)) {
                    assert_eq!(line.next().await, Heard::Over, "{lines}");
                    return code.replace('-', "_");
                }
            }
            Heard::Over | Heard::Closed(_) => panic!("ended without a word: {heard:?}"),
            heard if format!("{heard:?}").contains("secret") => return "yes".to_owned(),
            _ => {}
        }
    }
}

/// A socket whose only room has ended is closed where another token may help; else it stands, and nothing is taken on it.
async fn is_over(line: &mut Line, told: &str) {
    if told == "token_expired" {
        return assert_eq!(line.next().await, Heard::Closed(4001));
    }
    line.send(&format!(r#"{{"type": "say", "ref": "2", "room": "{ROOM}", "text": "mine"}}"#)).await;
    match line.next().await {
        Heard::Ended(code, _) => assert_eq!(code.as_str(), told),
        other => panic!("{told}: {other:?}"),
    }
}

/// What each row says: what ends the right, whose, and what comes of it in each way.
fn rows() -> Vec<Vec<&'static str>> {
    let lines = TABLE.lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[tokio::test(start_paused = true)]
async fn each_right_ends_as_the_table_says_for_who_waits_comes_again_and_speaks() {
    let mut wrong = Vec::new();
    for row in rows() {
        let [what, whose, streams @ .., again, says] = &row[..] else { panic!("{row:?}") };
        let ways = [Way::LongPoll, Way::Events, Way::Text, Way::Socket];
        assert_eq!(streams.len(), ways.len(), "{row:?}");
        for (way, expected) in ways.into_iter().zip(streams) {
            let (world, whole) = (World::new(whose).await, format!("{what}, {whose}, {way:?}"));
            let (reading, first) = world.read(way).await;
            assert!(!matches!(first, Heard::Ended(..)), "{whole}: {first:?}");
            world.end(what).await;
            let secret = world.chat.room(&room(ROOM)).notify("secret").await;
            if secret.is_err() {
                // It was deleted: this is another one under its name.
                world.chat.create_room(&room(ROOM), PutRoom::default()).await.expect("made");
                world.chat.room(&room(ROOM)).notify("secret").await.expect("said");
            }
            let told = reading.await.unwrap_or_else(|error| panic!("{whole}: {error}"));
            if told != **expected {
                wrong.push(format!("{whole}: {told}, and the table says {expected}"));
            }
            let page = world.chat.room(&room(ROOM)).newest(50).await.expect("a page");
            assert!(page.messages.iter().all(|message| message.text != "mine"), "{whole}: written after its end");
        }
        let world = World::new(whose).await;
        let (reading, _) = world.read(Way::Socket).await;
        world.end(what).await;
        for way in WAYS {
            let told = world.comes_again(way).await;
            if told != **again {
                wrong.push(format!("{what}, {whose}, coming again, {way:?}: {told}, and the table says {again}"));
            }
        }
        let told = world.says().await;
        if told != **says {
            wrong.push(format!("{what}, {whose}, saying: {told}, and the table says {says}"));
        }
        reading.abort();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
