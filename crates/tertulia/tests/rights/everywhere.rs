//! What is put on somebody everywhere: in every room, at the write, and on streams that are open.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use tertulia::Chat;
use tertulia::bus::local::LocalBus;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::{PutRestriction, Restriction};
use tertulia::wire::page::{Action, RestrictionKind};
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level, Time};
use tokio::time::timeout;

use super::line::{Heard, Line, WAYS, Way, ask, code, request};
use super::moderation::{put, timed, until_ended};
use super::races::{Race, says};
use super::{chat, token};

const ROOM: &str = "project/42";
/// A room that is not there yet.
const NEW: &str = "project/new";

fn hola() -> Say {
    Say { text: "hola".into(), ..Say::default() }
}

#[tokio::test(start_paused = true)]
async fn who_is_banned_everywhere_hears_and_says_nothing_more_in_any_room() {
    for way in WAYS {
        let chat = chat().await;
        let halls = [ROOM, "game/7"].map(|name| (name, chat.room(&room(name))));
        let mut lines = Vec::new();
        for (name, hall) in &halls {
            hall.notify("one").await.expect("said");
            lines.push(Line::open(&chat, &token(&chat, "ben", name, Level::Say), name, way).await.0);
        }
        // Nobody reads these: one that sleeps in the store, and one that has not been made.
        chat.room(&room("project/quiet")).notify("one").await.expect("said");
        chat.restrict_everywhere("admin", "ben", put(RestrictionKind::Ban)).await.expect("banned");
        for ((_, hall), line) in halls.iter().zip(&mut lines) {
            hall.notify("secret").await.expect("said");
            let heard = until_ended(line).await;
            assert!(!format!("{heard:?}").contains("secret"), "{way:?}: {heard:?}");
            if way != Way::Text {
                assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)), "{way:?}");
            }
        }
        for name in [ROOM, "game/7", "project/quiet", NEW] {
            let ben = token(&chat, "ben", name, Level::Say);
            assert_eq!(Line::open(&chat, &ben, name, way).await.1, Heard::Ended(Code::Banned, None), "{way:?} {name}");
            let who = chat.identify(&ben).expect("good");
            assert_eq!(chat.say(&who, &room(name), hola()).await.expect_err("banned").code(), Code::Banned, "{name}");
        }
        // A room that is made only now, and others in the same rooms.
        chat.room(&room("project/later")).notify("one").await.expect("said");
        let ben = token(&chat, "ben", "project/later", Level::Say);
        assert_eq!(Line::open(&chat, &ben, "project/later", way).await.1, Heard::Ended(Code::Banned, None), "{way:?}");
        let ana = chat.identify(&token(&chat, "ana", ROOM, Level::Say)).expect("good");
        chat.say(&ana, &room(ROOM), hola()).await.expect("said");
        chat.lift_everywhere("admin", "ben").await.expect("lifted");
        let ben = chat.identify(&token(&chat, "ben", NEW, Level::Say)).expect("good");
        chat.say(&ben, &room(NEW), hola()).await.expect("makes the room");
    }
}

#[tokio::test(start_paused = true)]
async fn readers_who_wait_for_a_room_to_be_made_are_told_too() {
    for way in [Way::LongPoll, Way::Events, Way::Socket] {
        let chat = chat().await;
        let (mut line, _) = Line::open(&chat, &token(&chat, "ben", NEW, Level::Say), NEW, way).await;
        chat.restrict_everywhere("admin", "ben", put(RestrictionKind::Ban)).await.expect("banned");
        chat.room(&room(NEW)).notify("secret").await.expect("said");
        let heard = until_ended(&mut line).await;
        assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)), "{way:?}: {heard:?}");
        assert!(!format!("{heard:?}").contains("secret"), "{way:?}: {heard:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_mute_everywhere_is_told_and_the_stronger_of_two_counts() {
    for way in [Way::Events, Way::Socket] {
        let (chat, _) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let (mut line, _) = Line::open(&chat, &ben, ROOM, way).await;
        let mute = |seconds: i64, why: &str| PutRestriction {
            until: Some(Time(1_000_000 + seconds * 1_000)),
            why: Some(why.into()),
            ..put(RestrictionKind::Mute)
        };
        chat.restrict_everywhere("admin", "ben", mute(20, "everywhere")).await.expect("muted");
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        assert_eq!(me.restricted.expect("is told why").why.as_deref(), Some("everywhere"));
        assert!(!me.may.contains(&Action::Say) && me.may.contains(&Action::Read));
        hall.restrict("ben", mute(10, "here")).await.expect("muted");
        let who = chat.identify(&ben).expect("good");
        let refusal = chat.say(&who, &room(ROOM), hola()).await.expect_err("muted").into_refusal();
        assert_eq!((refusal.code, refusal.retry_after_s), (Code::Muted, Some(20)), "the longer one");
        // In a room that is not there, one is told as well.
        let (_, first) = Line::open(&chat, &token(&chat, "ben", NEW, Level::Say), NEW, way).await;
        assert!(matches!(first, Heard::Page(page) if page.me.as_ref().is_some_and(|me| me.restricted.is_some())), "{way:?}");
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        assert!(me.restricted.is_none() && me.may.contains(&Action::Say), "{way:?}: without opening anew");
        chat.say(&who, &room(ROOM), hola()).await.expect("said");
        hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
        chat.restrict_everywhere("admin", "ben", PutRestriction { until: None, ..mute(1, "all") }).await.expect("muted");
        assert_eq!(chat.say(&who, &room(ROOM), hola()).await.expect_err("banned").code(), Code::Banned, "the ban of the room");
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_in_force_after_a_restart_and_on_other_nodes() {
    let (store, bus) = (Arc::new(MemoryStore::shared()), Arc::new(LocalBus::default()));
    let node = async || {
        let (store, bus) = (Arc::clone(&store) as _, Arc::clone(&bus) as _);
        Chat::builder().store(store).bus(bus).secret([7; 32]).build().await.expect("built")
    };
    let (one, other) = (node().await, node().await);
    one.room(&room(ROOM)).notify("one").await.expect("said");
    let ben = token(&one, "ben", ROOM, Level::Say);
    let who = other.identify(&ben).expect("good");
    let (mut line, _) = Line::open(&other, &ben, ROOM, Way::Socket).await;
    one.restrict_everywhere("admin", "ben", put(RestrictionKind::Ban)).await.expect("banned");
    // At the write at once, since the store judges; on open streams within a second.
    assert_eq!(other.say(&who, &room(ROOM), hola()).await.expect_err("banned").code(), Code::Banned);
    assert_eq!(other.say(&who, &room(NEW), hola()).await.expect_err("no grant").code(), Code::NotFound);
    let new = other.identify(&token(&one, "ben", NEW, Level::Say)).expect("good");
    assert_eq!(other.say(&new, &room(NEW), hola()).await.expect_err("banned").code(), Code::Banned);
    let heard = timeout(Duration::from_millis(1_001), until_ended(&mut line)).await.expect("ends within a second");
    assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)));
    let third = node().await;
    assert_eq!(Line::open(&third, &ben, ROOM, Way::Poll).await.1, Heard::Ended(Code::Banned, None));
    let listed = third.restrictions_everywhere().await.expect("listed");
    assert_eq!(listed.iter().map(|one| (one.user.as_str(), one.by.as_str())).collect::<Vec<_>>(), [("ben", "admin")]);
}

#[tokio::test]
async fn owners_of_everything_restrict_everywhere_by_http_and_nobody_else() {
    let chat = chat().await;
    let admin = chat.owner_token("admin", 600).expect("a token");
    let boss = token(&chat, "boss", ROOM, Level::Own);
    let path = "/v1/restrictions";
    let to = async |method: &str, query: &str, body: &str, token: &str| {
        let request = request(method, &format!("{path}{query}"), token).body(Body::from(body.to_owned()));
        ask(&chat, request.expect("a request")).await
    };
    for (method, body) in [("PUT", r#"{"kind": "ban"}"#), ("DELETE", ""), ("GET", "")] {
        assert_eq!(code(&to(method, "?user=ben", body, &boss).await.1), Code::NotAllowed, "{method}");
        assert_eq!(code(&to(method, "?user=ben", body, "").await.1), Code::TokenMissing, "{method}");
    }
    for (query, body) in [
        ("", r#"{"kind": "ban"}"#),
        ("?user=ben", r#"{"kind": "shun"}"#),
        ("?user=ben", r#"{"kind": "ban", "until": "2020-01-01T00:00:00.000Z"}"#),
        ("?user=ben", r#"{"kind": "ban", "why": " "}"#),
    ] {
        assert_eq!(code(&to("PUT", query, body, &admin).await.1), Code::Invalid, "{query} {body}");
    }
    let (status, body) = to("PUT", "?user=ben", r#"{"kind": "kick", "why": "spam"}"#, &admin).await;
    let restriction: Restriction = serde_json::from_slice(&body).expect("a restriction");
    assert_eq!((status, restriction.by.as_str(), restriction.until.is_some()), (200, "admin", true));
    let (_, body) = to("GET", "", "", &admin).await;
    assert_eq!(serde_json::from_slice::<Vec<Restriction>>(&body).expect("a list"), [restriction]);
    for _ in 0..2 {
        assert_eq!(to("DELETE", "?user=ben", "", &admin).await.0, 204);
    }
    assert_eq!(to("GET", "", "", &admin).await.1, "[]");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_send_and_no_reader_slips_past_a_ban_everywhere_in_any_room() {
    for round in 0..12 {
        let free = tertulia::Limits::default().unpaced();
        let chat = Chat::builder().store(Arc::new(MemoryStore::new())).secret([7; 32]).limits(free).build().await.expect("built");
        let (mut readers, mut talkers) = (Vec::new(), Vec::new());
        for name in [ROOM, "game/7"] {
            chat.room(&room(name)).notify("one").await.expect("said");
            let ben = token(&chat, "ben", name, Level::Say);
            talkers.extend((0..2).map(|_| says(&chat, chat.identify(&ben).expect("good"), name)));
            readers.push((name, ben));
        }
        let race = Race { chat: chat.clone(), from: None, readers, talkers, turns: round * 3 };
        race.run(async { drop(chat.restrict_everywhere("admin", "ben", put(RestrictionKind::Ban)).await.expect("banned")) })
            .await;
    }
}
