//! How fast somebody may speak, and how many lines they may hold: refused with when to come back, and nobody else is.

use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use tertulia::say::Spoken;
use tertulia::testkit::words::room;
use tertulia::wire::request::{NewGuest, PutRoom, Say};
use tertulia::wire::{Code, Level, Problem};
use tertulia::{Chat, ClientAddress, Error, Limits};
use tokio::time::{Duration, sleep};
use tower::ServiceExt;

use super::line::{Heard, Line, Way, request, router_for};
use super::{bounded, token};

const ROOM: &str = "project/42";
const HERE: Option<&str> = Some("203.0.113.7");
const THERE: Option<&str> = Some("198.51.100.1");

fn none() -> Limits {
    Limits::default().unpaced()
}

async fn made(limits: Limits) -> Chat {
    let chat = bounded(limits).await;
    for name in [ROOM, "project/43"] {
        chat.room(&room(name)).change_settings(PutRoom::default()).await.expect("is made");
    }
    chat
}

/// What a request is answered with; of a refusal the code and the seconds, which have to stand in the header, too.
async fn send(chat: &Chat, from: Option<&str>, who: &str, (method, path): (&str, &str), body: &str) -> Result<u16, (Code, u32)> {
    let request = request(method, path, who).body(Body::from(body.to_owned())).expect("a request");
    let answer = router_for(chat, from).oneshot(request).await.expect("answers");
    if answer.status().is_success() {
        return Ok(answer.status().as_u16());
    }
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    let header: u32 = answer.headers()["retry-after"].to_str().expect("text").parse().expect("seconds");
    let body = answer.into_body().collect().await.expect("a body").to_bytes();
    let problem: Problem = serde_json::from_slice(&body).expect("a problem");
    assert_eq!(problem.retry_after, Some(header));
    assert!(problem.detail.is_some(), "{problem:?}");
    Err((problem.code, header))
}

async fn say(chat: &Chat, from: Option<&str>, who: &str, name: &str) -> Result<u16, (Code, u32)> {
    send(chat, from, who, ("POST", &format!("/v1/rooms/{name}/messages")), r#"{"text": "hola"}"#).await
}

#[tokio::test(start_paused = true)]
async fn how_much_is_unread_is_not_asked_without_a_pause() {
    let chat = made(Limits { user_unread_per_min: 60, user_unread_burst: 3, ..none() }).await;
    let (ana, ben) = (token(&chat, "ana", ROOM, Level::Read), token(&chat, "ben", ROOM, Level::Read));
    let path = format!("/v1/unread?room={ROOM}");
    for _ in 0..3 {
        assert_eq!(send(&chat, HERE, &ana, ("GET", &path), "").await, Ok(200));
    }
    assert_eq!(send(&chat, THERE, &ana, ("GET", &path), "").await, SLOW_DOWN, "from wherever");
    // What costs no look takes nothing, and nobody pays for another.
    for _ in 0..10 {
        assert_eq!(send(&chat, HERE, &ana, ("GET", "/v1/unread?room=secret/1"), "").await, Ok(200));
    }
    assert_eq!(send(&chat, HERE, &ben, ("GET", &path), "").await, Ok(200));
    let program = chat.owner_token("program", 1_000).expect("a token");
    for _ in 0..10 {
        assert_eq!(send(&chat, HERE, &program, ("GET", &path), "").await, Ok(200));
        chat.unread("ana", &[room(ROOM)]).await.expect("the host is not bound");
    }
    sleep(Duration::from_secs(1)).await;
    assert_eq!(send(&chat, HERE, &ana, ("GET", &path), "").await, Ok(200));
    assert_eq!(send(&chat, HERE, &ana, ("GET", &path), "").await, SLOW_DOWN);
}

const SLOW_DOWN: Result<u16, (Code, u32)> = Err((Code::SlowDown, 1));

#[tokio::test(start_paused = true)]
async fn one_person_in_one_room_is_told_when_to_go_on_and_is_heard_then() {
    let chat = made(Limits { user_room_sends_per_s: 1, user_room_burst: 3, ..none() }).await;
    let (ana, ben) = (token(&chat, "ana", ROOM, Level::Say), token(&chat, "ben", ROOM, Level::Moderate));
    for _ in 0..3 {
        assert_eq!(say(&chat, None, &ana, ROOM).await, Ok(201));
    }
    assert_eq!(say(&chat, None, &ana, ROOM).await, SLOW_DOWN);
    // Whatever changes the room counts; what keeps order or is of another does not.
    let path = format!("/v1/rooms/{ROOM}/messages/1");
    assert_eq!(send(&chat, None, &ana, ("PATCH", &path), r#"{"text": "adios"}"#).await, SLOW_DOWN);
    assert_eq!(send(&chat, None, &ana, ("PUT", &format!("{path}/reactions?emoji=%F0%9F%91%8D")), "").await, SLOW_DOWN);
    assert_eq!(send(&chat, None, &ana, ("DELETE", &path), "").await, Ok(200));
    assert_eq!(say(&chat, None, &ben, ROOM).await, Ok(201));
    let elsewhere = token(&chat, "ana", "project/43", Level::Say);
    assert_eq!(say(&chat, None, &elsewhere, "project/43").await, Ok(201));

    sleep(Duration::from_secs(1)).await;
    assert_eq!(say(&chat, None, &ana, ROOM).await, Ok(201));
    assert_eq!(say(&chat, None, &ana, ROOM).await, SLOW_DOWN);

    let owner = token(&chat, "bot", ROOM, Level::Own);
    for _ in 0..10 {
        assert_eq!(say(&chat, None, &owner, ROOM).await, Ok(201));
        chat.room(&room(ROOM)).notify("built").await.expect("the host is not bound");
    }
}

#[tokio::test(start_paused = true)]
async fn a_retry_is_answered_however_fast_it_comes() {
    let chat = made(Limits { user_room_sends_per_s: 1, user_room_burst: 1, ..none() }).await;
    let ana = chat.identify(&token(&chat, "ana", ROOM, Level::Say)).expect("good");
    let first = Say { text: "hola".into(), client_id: Some("client-1".parse().expect("good")), ..Say::default() };
    let said = chat.say(&ana, &room(ROOM), first.clone()).await.and_then(Spoken::said).expect("said");
    for _ in 0..5 {
        let again = chat.say(&ana, &room(ROOM), first.clone()).await.and_then(Spoken::said).expect("a retry");
        assert_eq!((again.message, again.fresh), (said.message.clone(), false));
    }
    let other = Say { text: "otra".into(), ..first.clone() };
    assert_eq!(chat.say(&ana, &room(ROOM), other).await.expect_err("another").code(), Code::ClientIdReused);
    let second = Say { client_id: Some("client-2".parse().expect("good")), ..first };
    assert_eq!(chat.say(&ana, &room(ROOM), second).await.expect_err("too fast").code(), Code::SlowDown);
}

#[tokio::test(start_paused = true)]
async fn a_person_a_room_and_an_address_each_have_a_pace_of_their_own() {
    let chat = made(Limits { user_sends_per_s: 1, user_burst: 1, ..none() }).await;
    let ana = [token(&chat, "ana", ROOM, Level::Say), token(&chat, "ana", "project/43", Level::Say)];
    assert_eq!(say(&chat, None, &ana[0], ROOM).await, Ok(201));
    assert_eq!(say(&chat, None, &ana[1], "project/43").await, SLOW_DOWN);

    let chat = made(Limits { room_sends_per_s: 1, room_burst: 1, ..none() }).await;
    let ana = [token(&chat, "ana", ROOM, Level::Say), token(&chat, "ana", "project/43", Level::Say)];
    assert_eq!(say(&chat, None, &ana[0], ROOM).await, Ok(201));
    assert_eq!(say(&chat, None, &token(&chat, "ben", ROOM, Level::Say), ROOM).await, SLOW_DOWN);
    assert_eq!(say(&chat, None, &ana[1], "project/43").await, Ok(201));

    let chat = made(Limits { address_sends_per_s: 1, address_burst: 1, ..none() }).await;
    let (ana, ben) = (token(&chat, "ana", ROOM, Level::Say), token(&chat, "ben", ROOM, Level::Say));
    assert_eq!(say(&chat, HERE, &ana, ROOM).await, Ok(201));
    assert_eq!(say(&chat, HERE, &ben, ROOM).await, SLOW_DOWN);
    assert_eq!(say(&chat, THERE, &ben, ROOM).await, Ok(201));
    for _ in 0..5 {
        assert_eq!(say(&chat, None, &ben, ROOM).await, Ok(201), "who has no address is not bound by one");
    }
    assert_eq!(say(&chat, Some("2001:db8:1:2::1"), &ana, ROOM).await, Ok(201));
    assert_eq!(say(&chat, Some("2001:db8:1:2:ffff::2"), &ana, ROOM).await, SLOW_DOWN, "a network of its own is one client");
    assert_eq!(say(&chat, Some("2001:db8:1:3::1"), &ana, ROOM).await, Ok(201));
}

#[tokio::test(start_paused = true)]
async fn on_a_socket_what_comes_too_fast_is_refused_by_its_ref_and_the_line_lives() {
    let chat = made(Limits { address_sends_per_s: 1, address_burst: 1, ..none() }).await;
    let ana = token(&chat, "ana", ROOM, Level::Say);
    let (mut line, first) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Socket).await;
    assert!(matches!(first, Heard::Page(_)), "{first:?}");
    let frame = |n| format!(r#"{{"type": "say", "ref": "{n}", "room": "{ROOM}", "text": "number {n}"}}"#);
    line.send(&frame(1)).await;
    assert_eq!(line.next().await, Heard::Said("number 1".into()));
    line.send(&frame(2)).await;
    assert_eq!(line.next().await, Heard::Ended(Code::SlowDown, None));
    sleep(Duration::from_secs(1)).await;
    line.send(&frame(2)).await;
    assert_eq!(line.next().await, Heard::Said("number 2".into()));
}

const HELD_OPEN: [Way; 3] = [Way::Events, Way::Text, Way::Socket];

#[tokio::test(start_paused = true)]
async fn beyond_the_lines_that_an_address_may_hold_none_is_opened_until_one_ends() {
    for way in HELD_OPEN {
        let chat = made(Limits { streams_per_address: 2, ..none() }).await;
        let ana = token(&chat, "ana", ROOM, Level::Say);
        let (first, heard) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Events).await;
        assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
        let (_second, heard) = Line::open_from(&chat, HERE, &ana, ROOM, way).await;
        assert!(!matches!(heard, Heard::Ended(..)), "{way:?}: {heard:?}");
        for refused in HELD_OPEN {
            let (_, heard) = Line::open_from(&chat, HERE, &ana, ROOM, refused).await;
            assert_eq!(heard, Heard::Ended(Code::TooMany, None), "{refused:?}");
        }
        let waiting = format!("/v1/rooms/{ROOM}/messages?after=0&wait=25");
        assert_eq!(send(&chat, HERE, &ana, ("GET", &waiting), "").await, Err((Code::TooMany, 10)));
        assert_eq!(send(&chat, HERE, &ana, ("GET", &waiting.replace("25", "0")), "").await, Ok(200), "who does not wait");
        assert_eq!(send(&chat, THERE, &ana, ("GET", &waiting), "").await, Ok(200));
        drop(first);
        let (_third, heard) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Events).await;
        assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_poll_that_waits_takes_a_place_and_gives_it_back() {
    let chat = made(Limits { streams_per_user: 1, ..none() }).await;
    let ana = token(&chat, "ana", ROOM, Level::Say);
    let (mut poll, heard) = Line::open_from(&chat, HERE, &ana, ROOM, Way::LongPoll).await;
    assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
    {
        let mut waiting = std::pin::pin!(poll.next());
        tokio::select! {
            biased;
            heard = &mut waiting => panic!("{heard:?}"),
            () = sleep(Duration::from_secs(1)) => {}
        }
        let (_, heard) = Line::open_from(&chat, THERE, &ana, ROOM, Way::Events).await;
        assert_eq!(heard, Heard::Ended(Code::TooMany, None));
        // It hangs up here.
    }
    let (_line, heard) = Line::open_from(&chat, THERE, &ana, ROOM, Way::Events).await;
    assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
}

#[tokio::test(start_paused = true)]
async fn beyond_the_lines_that_a_person_may_hold_none_is_opened_from_anywhere() {
    for way in HELD_OPEN {
        let chat = made(Limits { streams_per_user: 1, ..none() }).await;
        let (ana, ben) = (token(&chat, "ana", ROOM, Level::Say), token(&chat, "ben", ROOM, Level::Say));
        let (first, heard) = Line::open_from(&chat, HERE, &ana, ROOM, way).await;
        assert!(!matches!(heard, Heard::Ended(..)), "{way:?}: {heard:?}");
        for refused in HELD_OPEN {
            let (mut line, heard) = Line::open_from(&chat, THERE, &ana, ROOM, refused).await;
            assert_eq!(heard, Heard::Ended(Code::TooMany, None), "{refused:?}");
            if refused == Way::Socket {
                assert_eq!(line.next().await, Heard::Closed(1013), "later, and not at once");
            }
        }
        let (_, heard) = Line::open_from(&chat, HERE, &ben, ROOM, way).await;
        assert!(!matches!(heard, Heard::Ended(..)), "{way:?}: {heard:?}");
        drop(first);
        // The task of a socket finds out that its line is gone.
        sleep(Duration::from_millis(1)).await;
        let (_again, heard) = Line::open_from(&chat, THERE, &ana, ROOM, Way::Events).await;
        assert!(matches!(heard, Heard::Page(_)), "{way:?}: {heard:?}");
        let program = chat.owner_token("bot", 100).expect("a token");
        let mut lines = Vec::new();
        for _ in 0..5 {
            let (line, heard) = Line::open_from(&chat, HERE, &program, ROOM, way).await;
            assert!(!matches!(heard, Heard::Ended(..)), "{way:?}: {heard:?}");
            lines.push(line);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_is_somebodys_from_the_first_token_on_that_it_brings() {
    let chat = made(Limits { streams_per_user: 1, ..none() }).await;
    let ana = token(&chat, "ana", ROOM, Level::Say);
    let (_first, _) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Events).await;
    let (mut nobodys, heard) = Line::open_from(&chat, THERE, "", "open/1", Way::Socket).await;
    assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
    for frame in [
        format!(r#"{{"type": "open", "ref": "2", "room": "{ROOM}", "token": "{ana}"}}"#),
        format!(r#"{{"type": "token", "token": "{ana}"}}"#),
    ] {
        nobodys.send(&frame).await;
        assert_eq!(nobodys.next().await, Heard::Ended(Code::TooMany, None), "{frame}");
    }
}

#[tokio::test(start_paused = true)]
async fn rooms_are_counted_over_all_lines_of_an_address() {
    let chat = made(Limits { rooms_per_address: 2, ..none() }).await;
    let ana = token(&chat, "ana", ROOM, Level::Say);
    let (_first, heard) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Events).await;
    assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
    let (mut line, heard) = Line::open_from(&chat, HERE, "", "open/1", Way::Socket).await;
    assert!(matches!(heard, Heard::Page(_)), "{heard:?}");
    let open = |id: &str| format!(r#"{{"type": "open", "ref": "2", "room": "open/{id}"}}"#);
    line.send(&open("2")).await;
    assert_eq!(line.next().await, Heard::Ended(Code::TooMany, None));
    line.send(&open("1")).await;
    assert!(matches!(line.next().await, Heard::Page(_)), "opened anew it is the same room");
    line.send(r#"{"type": "close", "room": "open/1"}"#).await;
    line.send(&open("2")).await;
    assert!(matches!(line.next().await, Heard::Page(_)));
    let (_, heard) = Line::open_from(&chat, HERE, &ana, ROOM, Way::Text).await;
    assert_eq!(heard, Heard::Ended(Code::TooMany, None));
}

#[tokio::test(start_paused = true)]
async fn an_address_makes_no_crowd_of_guests_at_once() {
    let chat = made(Limits { address_guests_per_min: 2, address_guests_burst: 2, ..none() }).await;
    let guest = async |from| send(&chat, from, "", ("POST", "/v1/guests"), r#"{"name": "Ana"}"#).await;
    assert_eq!((guest(HERE).await, guest(HERE).await), (Ok(201), Ok(201)));
    assert_eq!(guest(HERE).await, Err((Code::SlowDown, 30)));
    assert_eq!((guest(THERE).await, guest(None).await), (Ok(201), Ok(201)));

    let here = HERE.map(|address| ClientAddress::new(address.parse().expect("an address")));
    let name = NewGuest { name: "Ana".into(), room: None };
    let old = chat.guest(None, &name, None).await.expect("a guest");
    let old = chat.identify(&old.token).expect("good");
    for _ in 0..20 {
        chat.guest(Some(&old), &name, here).await.expect("who renews makes no guest");
    }
    let other = NewGuest { name: "Eva".into(), room: None };
    let refused = chat.guest(Some(&old), &other, here).await.expect_err("ten times as many as guests");
    let Error::Refused(refusal) = &refused else { panic!("{refused:?}") };
    assert_eq!((refusal.code, refusal.retry_after_s), (Code::SlowDown, Some(3)));
    let there = THERE.map(|address| ClientAddress::new(address.parse().expect("an address")));
    for from in [there, None] {
        chat.guest(Some(&old), &other, from).await.expect("another address, or none");
    }
    sleep(Duration::from_secs(3)).await;
    chat.guest(Some(&old), &other, here).await.expect("a minute has room for twenty");
    chat.guest(Some(&old), &other, here).await.expect_err("and no more");
    sleep(Duration::from_secs(27)).await;
    assert_eq!(guest(HERE).await, Ok(201));
}
