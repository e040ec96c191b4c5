//! Lines that were opened by a key of the site's which the site takes back: they end when the set is fetched that lacks it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use tertulia::Chat;
use tertulia::auth::jwks::{Fetched, Fetching, KeySource};
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::{Code, Level, ServerFrame};
use tokio::time::{Instant, sleep, timeout};

use super::line::{Heard, Line, WAYS, Way};
use super::moderation::until_ended;
use super::token;

const ROOM: &str = "project/42";

/// What the site publishes, to be kept for a minute.
#[derive(Clone, Default)]
struct Site {
    keys: Arc<Mutex<Vec<Value>>>,
    fails: Arc<AtomicBool>,
}

impl Site {
    fn tells(&self, keys: &[Value]) {
        *self.keys.lock().expect("whole") = keys.to_vec();
    }
}

impl KeySource for Site {
    fn fetch(&self, _: usize) -> Fetching<'_> {
        Box::pin(async {
            if self.fails.load(Ordering::SeqCst) {
                return Err("connection refused".into());
            }
            let json = json!({ "keys": *self.keys.lock().expect("whole") }).to_string().into();
            Ok(Fetched { json, max_age: Some(Duration::from_secs(1)) })
        })
    }
}

fn ed() -> Value {
    json!({"kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "uNXY14UHHaRVxpBGVibL4u4tA9Sod-3fAqOv37sUsA4"})
}

fn ec() -> Value {
    let (x, y) = ("NpNcm-HeeanLJ33WmOXIJRZcvYTjOG5w6yEXJVlN6Pc", "CX37jFUglUNMDHxGxwUs1oKAWhjjUlB-wpf1neCQJWU");
    json!({"kty": "EC", "kid": "ec", "crv": "P-256", "x": x, "y": y})
}

fn signed(user: &str, kid: &str) -> String {
    let (algorithm, key) = match kid {
        "ed" => (Algorithm::EdDSA, EncodingKey::from_ed_pem(include_bytes!("../keys/ed.pem"))),
        _ => (Algorithm::ES256, EncodingKey::from_ec_pem(include_bytes!("../keys/ec.pem"))),
    };
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let claims = json!({"sub": user, "aud": "tertulia", "iat": now, "exp": now + 100_000, "grants": {ROOM: "say"}});
    let header = Header { kid: Some(kid.to_owned()), ..Header::new(algorithm) };
    encode(&header, &claims, &key.expect("a key")).expect("signs")
}

/// A chat that knows both keys, and a room with a line in it.
async fn chat_of(site: &Site) -> (Chat, Arc<FaultyStore>) {
    site.tells(&[ed(), ec()]);
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).jwks(site.clone()).build().await.expect("built");
    chat.room(&room(ROOM)).notify("one").await.expect("said");
    (chat, store)
}

/// What is heard up to the end, which comes.
async fn heard_to_the_end(line: &mut Line) -> Vec<Heard> {
    timeout(Duration::from_secs(1_000), until_ended(line)).await.expect("ends")
}

/// Those that are not asked for again and again.
fn held_open() -> impl Iterator<Item = Way> {
    WAYS.into_iter().filter(|way| *way != Way::Poll)
}

/// The same without a socket, which is cut when nothing is heard from it for so long.
fn held_open_for_long() -> impl Iterator<Item = Way> {
    held_open().filter(|way| *way != Way::Socket)
}

fn ends_rightly(way: Way, heard: &[Heard]) {
    assert!(!format!("{heard:?}").contains("secret"), "{way:?}: {heard:?}");
    match way {
        Way::Text => assert!(format!("{heard:?}").contains("pass has run out"), "{heard:?}"),
        _ => assert_eq!(heard.last(), Some(&Heard::Ended(Code::TokenExpired, None)), "{way:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_line_ends_when_its_key_is_taken_back_though_nobody_asks_and_those_by_other_keys_go_on() {
    for way in held_open() {
        let site = Site::default();
        let (chat, _) = chat_of(&site).await;
        let (mut line, _) = Line::open(&chat, &signed("ben", "ed"), ROOM, way).await;
        let (mut other, _) = Line::open(&chat, &signed("eva", "ec"), ROOM, Way::Socket).await;
        let (mut by_secret, _) = Line::open(&chat, &token(&chat, "ana", ROOM, Level::Say), ROOM, Way::Events).await;
        let began = Instant::now();
        site.tells(&[ec()]);
        ends_rightly(way, &heard_to_the_end(&mut line).await);
        assert!(began.elapsed() <= Duration::from_secs(61), "a set is kept for a minute");
        chat.room(&room(ROOM)).notify("later").await.expect("said");
        for goes_on in [&mut other, &mut by_secret] {
            assert_eq!(goes_on.next().await, Heard::Said("later".into()), "{way:?}");
        }
        assert_eq!(Line::open(&chat, &signed("ben", "ed"), ROOM, way).await.1, Heard::Ended(Code::TokenInvalid, None), "{way:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_said_on_a_socket_by_a_key_that_is_taken_back() {
    for closes_the_room in [false, true] {
        let site = Site::default();
        let (chat, _) = chat_of(&site).await;
        let (mut line, _) = Line::open(&chat, &signed("ben", "ed"), ROOM, Way::Socket).await;
        if closes_the_room {
            line.send(&json!({"type": "close", "room": ROOM}).to_string()).await;
        }
        site.tells(&[]);
        // Has the set fetched.
        chat.whose(&signed("ben", "new")).await.expect_err("is not known");
        line.send(&json!({"type": "say", "ref": "2", "room": ROOM, "text": "hola"}).to_string()).await;
        let mut told = Vec::new();
        while told.is_empty() {
            match line.next_server_frame().await {
                Ok(ServerFrame::Said(said)) => panic!("{said:?}"),
                Ok(ServerFrame::Problem(frame)) => told.push(frame.problem.code),
                Ok(ServerFrame::Ended(ended)) => told.push(ended.code),
                Ok(_) => {}
                Err(over) => panic!("{over:?}"),
            }
        }
        assert_eq!(told, [Code::TokenExpired]);
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_fetched_takes_nothing_back() {
    for way in held_open_for_long() {
        let site = Site::default();
        let (chat, _) = chat_of(&site).await;
        let (mut line, _) = Line::open(&chat, &signed("ben", "ed"), ROOM, way).await;
        site.fails.store(true, Ordering::SeqCst);
        let said = tokio::spawn(async move {
            sleep(Duration::from_secs(1_000)).await;
            chat.room(&room(ROOM)).notify("later").await.expect("said");
        });
        let mut heard = String::new();
        while !heard.contains("later") {
            let next = line.next().await;
            assert!(!matches!(next, Heard::Ended(..) | Heard::Over | Heard::Closed(_)), "{way:?}: {next:?}");
            heard = format!("{next:?}");
        }
        said.await.expect("said");
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_taken_back_while_the_store_is_away_ends_its_lines_once_it_is_back() {
    for way in held_open_for_long() {
        let site = Site::default();
        let (chat, store) = chat_of(&site).await;
        let (mut line, _) = Line::open(&chat, &signed("ben", "ed"), ROOM, way).await;
        site.tells(&[]);
        store.set_away(true);
        let back = tokio::spawn({
            let store = Arc::clone(&store);
            async move {
                sleep(Duration::from_secs(90)).await;
                store.set_away(false);
                // At most a second until it is asked again.
                sleep(Duration::from_secs(2)).await;
                chat.room(&room(ROOM)).notify("secret").await.expect("said");
            }
        });
        let heard = heard_to_the_end(&mut line).await;
        back.await.expect("said");
        if way == Way::LongPoll {
            // One that was not held open just then was refused as it came.
            assert!(matches!(heard.last(), Some(Heard::Ended(Code::TokenExpired | Code::TokenInvalid, None))), "{heard:?}");
        } else {
            ends_rightly(way, &heard);
        }
    }
}
