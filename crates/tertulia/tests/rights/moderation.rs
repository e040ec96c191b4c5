//! Mutes, bans and kicks: at the write, and on streams that are open.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use tertulia::store::Store;
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::frame::Ended;
use tertulia::wire::moderation::{Audit, Deed, PutRestriction, Restriction};
use tertulia::wire::page::{Action, RestrictionKind};
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level, Problem, ServerFrame, Time};
use tertulia::{Chat, Limits};
use tokio::time::{Instant, sleep};

use super::line::{Heard, Line, WAYS, Way, ask, code, request};
use super::races::{Race, says};
use super::{chat, token};

const ROOM: &str = "project/42";

pub(crate) fn put(kind: RestrictionKind) -> PutRestriction {
    PutRestriction { kind, until: None, why: None, address: false }
}

/// A chat whose clock goes with the test's.
pub(crate) async fn timed() -> (Chat, Arc<FaultyStore>) {
    let (began, store) = (Instant::now(), Arc::new(FaultyStore::new(Arc::new(MemoryStore::new()))));
    let clock = Arc::new(move || Time(1_000_000 + i64::try_from(began.elapsed().as_millis()).expect("fits")));
    let built = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).clock(clock).build();
    (built.await.expect("built"), store)
}

pub(crate) async fn until_ended(line: &mut Line) -> Vec<Heard> {
    let mut heard = Vec::new();
    while !matches!(heard.last(), Some(Heard::Over | Heard::Ended(..))) {
        heard.push(line.next().await);
    }
    heard
}

#[tokio::test(start_paused = true)]
async fn who_is_banned_hears_nothing_that_is_said_after_it() {
    for way in WAYS {
        let chat = chat().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let (mut line, _) = Line::open(&chat, &ben, ROOM, way).await;
        let waiting = (way == Way::LongPoll).then(Instant::now);
        hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
        hall.notify("secret").await.expect("said");
        let heard = until_ended(&mut line).await;
        assert!(!format!("{heard:?}").contains("secret"), "{way:?}: {heard:?}");
        if way != Way::Text {
            assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)), "{way:?}");
        }
        assert!(waiting.is_none_or(|began| began.elapsed() < Duration::from_secs(1)));
        assert_eq!(Line::open(&chat, &ben, ROOM, way).await.1, Heard::Ended(Code::Banned, None), "{way:?}");
        let who = chat.identify(&ben).expect("good");
        let say = Say { text: "hola".into(), ..Say::default() };
        assert_eq!(chat.say(&who, &room(ROOM), say.clone()).await.expect_err("banned").code(), Code::Banned);
        assert_eq!(chat.message(&who, &room(ROOM), 1).await.expect_err("banned").code(), Code::Banned);
        assert_eq!(chat.delete(&who, &room(ROOM), 1).await.expect_err("banned").code(), Code::Banned);
        // Not in other rooms, and not for good.
        let other = chat.identify(&token(&chat, "ben", "project/43", Level::Say)).expect("good");
        chat.room(&room("project/43")).notify("one").await.expect("said");
        chat.say(&other, &room("project/43"), say.clone()).await.expect("said");
        hall.lift("ben").await.expect("lifted");
        chat.say(&who, &room(ROOM), say).await.expect("said");
    }
}

#[tokio::test(start_paused = true)]
async fn who_is_muted_is_told_reads_on_and_is_told_when_it_is_over() {
    for way in [Way::Events, Way::Socket] {
        let (chat, _) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let (mut line, _) = Line::open(&chat, &ben, ROOM, way).await;
        let until = Time(1_000_000 + 20_000);
        let mute = PutRestriction { until: Some(until), why: Some("too loud".into()), ..put(RestrictionKind::Mute) };
        hall.restrict("ben", mute).await.expect("muted");
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        let restricted = me.restricted.expect("is told why");
        assert_eq!(
            (restricted.kind, restricted.until, restricted.why.as_deref()),
            (RestrictionKind::Mute, Some(until), Some("too loud"))
        );
        assert!(!me.may.contains(&Action::Say) && me.may.contains(&Action::Read) && me.may.contains(&Action::Delete));
        hall.notify("two").await.expect("said");
        assert_eq!(line.next().await, Heard::Said("two".into()), "{way:?}");
        let who = chat.identify(&ben).expect("good");
        let say = Say { text: "hola".into(), ..Say::default() };
        let refusal = chat.say(&who, &room(ROOM), say.clone()).await.expect_err("muted").into_refusal();
        assert_eq!((refusal.code, refusal.retry_after_s), (Code::Muted, Some(20)));
        assert_eq!(chat.react(&who, &room(ROOM), 1, "👍", true).await.expect_err("muted").code(), Code::Muted);
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        assert!(me.restricted.is_none() && me.may.contains(&Action::Say), "{way:?}: without opening anew");
        chat.say(&who, &room(ROOM), say).await.expect("said");
    }
}

/// Asks as somebody, and is refused.
async fn problem(chat: &Chat, method: &str, token: &str, body: &'static str) -> Problem {
    let request = request(method, &format!("/v1/rooms/{ROOM}/messages"), token).body(Body::from(body)).expect("a request");
    let (status, answer) = ask(chat, request).await;
    let text = String::from_utf8(answer.into()).expect("text");
    assert!(status == 403 && !text.contains("null"), "{text}");
    serde_json::from_str(&text).expect("a problem")
}

/// What a socket is refused next.
async fn problem_on(socket: &mut Line) -> Problem {
    loop {
        if let ServerFrame::Problem(frame) = socket.next_server_frame().await.expect("a frame") {
            return frame.problem;
        }
    }
}

async fn ended_on(socket: &mut Line) -> Ended {
    loop {
        if let ServerFrame::Ended(ended) = socket.next_server_frame().await.expect("a frame") {
            return ended;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn until_when_and_why_are_told_as_they_are_in_each_way() {
    // It looks like what it stands in where it is worded, ends what keeps its direction to itself, and breaks lines.
    let hostile = "Until 2030-01-01T00:00:00.000Z: <b>\u{2069}\u{202e}</b>\",\"code\":\"x\"\n\ndata: { $why }";
    let end = Some(Time(1_600_000));
    for (until, why) in [(end, Some(hostile)), (None, Some(hostile)), (end, None), (None, None)] {
        let (chat, _) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let told = (until, why.map(str::to_owned));
        let put = |kind| PutRestriction { until, why: why.map(str::to_owned), ..put(kind) };
        let (mut socket, _) = Line::open(&chat, &ben, ROOM, Way::Socket).await;
        let stream = request("GET", &format!("/v1/rooms/{ROOM}/messages"), &ben).header("accept", "text/event-stream");
        let stream = stream.body(Body::empty()).expect("a request");
        let events = tokio::spawn({
            let chat = chat.clone();
            async move { ask(&chat, stream).await }
        });

        hall.restrict("ben", put(RestrictionKind::Mute)).await.expect("muted");
        let muted = problem(&chat, "POST", &ben, r#"{"text": "hola"}"#).await;
        assert_eq!((muted.code, (muted.until, muted.why)), (Code::Muted, told.clone()));
        socket.send(&format!(r#"{{"type": "say", "ref": "2", "room": "{ROOM}", "text": "hola"}}"#)).await;
        let muted = problem_on(&mut socket).await;
        assert_eq!((muted.code, (muted.until, muted.why)), (Code::Muted, told.clone()));

        hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
        let ended = ended_on(&mut socket).await;
        assert_eq!((ended.code, (ended.until, ended.why)), (Code::Banned, told.clone()));
        let (status, events) = events.await.expect("whole");
        let events = String::from_utf8(events.into()).expect("text");
        let data = events.trim_end().rsplit_once("\ndata:").map(|(_, data)| data).expect("an event");
        let ServerFrame::Ended(ended) = serde_json::from_str(data).expect("a frame") else { panic!("{events}") };
        assert_eq!((status, ended.code, (ended.until, ended.why)), (200, Code::Banned, told.clone()));
        let banned = problem(&chat, "GET", &ben, "").await;
        assert_eq!((banned.code, (banned.until, banned.why)), (Code::Banned, told.clone()));
        socket.send(&format!(r#"{{"type": "open", "ref": "3", "room": "{ROOM}"}}"#)).await;
        let banned = problem_on(&mut socket).await;
        assert_eq!((banned.code, (banned.until, banned.why)), (Code::Banned, told));
    }
}

#[tokio::test(start_paused = true)]
async fn who_comes_while_muted_is_told_when_it_is_over_too() {
    for way in [Way::Events, Way::Socket] {
        let (chat, _) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        hall.restrict("ben", PutRestriction { until: Some(Time(1_005_000)), ..put(RestrictionKind::Mute) }).await.expect("muted");
        let (mut line, first) = Line::open(&chat, &token(&chat, "ben", ROOM, Level::Say), ROOM, way).await;
        let Heard::Page(page) = first else { panic!("{way:?}") };
        assert!(page.me.expect("there").restricted.is_some());
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        assert!(me.restricted.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn a_kick_is_a_ban_of_a_minute_and_whoever_keeps_order_is_not_touched() {
    let (chat, _) = timed().await;
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let kicked = hall.restrict("ben", put(RestrictionKind::Kick)).await.expect("kicked");
    assert_eq!(kicked.until, Some(Time(1_060_000)));
    let longer = PutRestriction { until: Some(Time(2_000_000)), ..put(RestrictionKind::Kick) };
    for refused in [hall.restrict("ben", longer.clone()).await, chat.restrict_everywhere("admin", "ben", longer).await] {
        let refusal = refused.expect_err("a kick has its own end").into_refusal();
        assert_eq!((refusal.code, refusal.reason), (Code::Invalid, Some("kick-until")));
    }
    assert_eq!(hall.restrictions().await.expect("listed"), [kicked], "as it was");
    let (ben, boss) = (token(&chat, "ben", ROOM, Level::Say), token(&chat, "boss", ROOM, Level::Moderate));
    assert_eq!(Line::open(&chat, &ben, ROOM, Way::Poll).await.1, Heard::Ended(Code::Banned, None));
    hall.restrict("boss", put(RestrictionKind::Ban)).await.expect("put");
    assert!(
        matches!(Line::open(&chat, &boss, ROOM, Way::Poll).await.1, Heard::Page(page) if page.me.as_ref().is_some_and(|me| me.restricted.is_none()))
    );
    sleep(Duration::from_secs(60)).await;
    assert!(matches!(Line::open(&chat, &ben, ROOM, Way::Poll).await.1, Heard::Page(_)));
    let in_force: Vec<_> = hall.restrictions().await.expect("listed").into_iter().map(|one| one.user).collect();
    assert_eq!(in_force, ["boss"]);
}

#[tokio::test]
async fn moderators_restrict_list_lift_and_read_what_was_done_by_http() {
    let chat = chat().await;
    chat.room(&room(ROOM)).notify("one").await.expect("said");
    let (boss, ben) = (token(&chat, "boss", ROOM, Level::Moderate), token(&chat, "ben", ROOM, Level::Say));
    let path = "/v1/rooms/project/42/restrictions";
    let put = async |query: &str, body: &str, token: &str| {
        let request = request("PUT", &format!("{path}{query}"), token).body(Body::from(body.to_owned()));
        ask(&chat, request.expect("a request")).await
    };
    let (status, body) = put("?user=ben", r#"{"kind": "mute", "why": "  "}"#, &boss).await;
    assert_eq!((status, code(&body)), (422, Code::Invalid), "a reason that says nothing");
    for (query, body, expected) in [
        ("", r#"{"kind": "ban"}"#, Code::Invalid),
        ("?user=ben", r#"{"kind": "shun"}"#, Code::Invalid),
        ("?user=ben", r#"{"kind": "ban", "until": "2020-01-01T00:00:00.000Z"}"#, Code::Invalid),
    ] {
        assert_eq!(code(&put(query, body, &boss).await.1), expected, "{query} {body}");
    }
    assert_eq!(code(&put("?user=boss", r#"{"kind": "ban"}"#, &ben).await.1), Code::NotAllowed);
    let (status, body) = put("?user=ben", r#"{"kind": "ban", "why": "spam"}"#, &boss).await;
    let restriction: Restriction = serde_json::from_slice(&body).expect("a restriction");
    assert_eq!((status, restriction.user.as_str(), restriction.by.as_str()), (200, "ben", "boss"));
    let get = async |method: &str, path: &str, token: &str| {
        ask(&chat, request(method, path, token).body(Body::empty()).expect("a request")).await
    };
    let (status, body) = get("GET", "/v1/rooms/project/42", &ben).await;
    let problem: Problem = serde_json::from_slice(&body).expect("a problem");
    assert_eq!((status, problem.code, problem.detail.as_deref()), (403, Code::Banned, Some("spam")));
    let (_, body) = get("GET", path, &boss).await;
    assert_eq!(serde_json::from_slice::<Vec<Restriction>>(&body).expect("a list"), [restriction]);
    for _ in 0..2 {
        assert_eq!(get("DELETE", &format!("{path}?user=ben"), &boss).await.0, 204);
    }
    let (_, body) = get("GET", "/v1/audit?room=project/42&limit=1", &boss).await;
    let audit: Audit = serde_json::from_slice(&body).expect("an audit");
    assert_eq!((audit.entries[0].deed, audit.more), (Deed::Lift, true));
    let (_, body) = get("GET", &format!("/v1/audit?room=project/42&before={}", audit.entries[0].number), &boss).await;
    let audit: Audit = serde_json::from_slice(&body).expect("an audit");
    assert_eq!(
        (audit.entries.len(), audit.entries[0].deed, audit.entries[0].why.as_deref(), audit.more),
        (2, Deed::Ban, Some("spam"), false)
    );
    assert_eq!(code(&get("GET", "/v1/audit?room=project/42", &ben).await.1), Code::NotAllowed);
}

#[tokio::test(start_paused = true)]
async fn a_send_costs_no_look_at_the_store_and_a_crowd_asks_once() {
    let (chat, store) = timed().await;
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let mut lines = Vec::new();
    for n in 0..50 {
        lines.push(Line::open(&chat, &token(&chat, &format!("u{n}"), ROOM, Level::Say), ROOM, Way::Socket).await.0);
    }
    let before = store.reads();
    hall.restrict("u0", put(RestrictionKind::Mute)).await.expect("muted");
    // The others may do what they might, and are told nothing; they are asked about all the same before they hear more.
    assert!(matches!(lines[0].next().await, Heard::Me(_)));
    let who = chat.identify(&token(&chat, "u1", ROOM, Level::Say)).expect("good");
    for _ in 0..20 {
        chat.say(&who, &room(ROOM), Say { text: "hola".into(), ..Say::default() }).await.expect("said");
    }
    for line in &mut lines {
        assert_eq!(line.next().await, Heard::Said("hola".into()));
    }
    assert_eq!(store.reads(), before + 1, "one for all");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_send_and_no_reader_slips_past_a_ban_or_a_kick() {
    for kind in [RestrictionKind::Ban, RestrictionKind::Kick] {
        for round in 0..12 {
            slips_past(Arc::new(MemoryStore::new()), kind, round).await;
        }
    }
}

async fn slips_past(store: Arc<dyn Store>, kind: RestrictionKind, round: usize) {
    let chat = Chat::builder().store(store).secret([7; 32]).limits(Limits::default().unpaced()).build().await.expect("built");
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let ben = token(&chat, "ben", ROOM, Level::Say);
    let who = chat.identify(&ben).expect("good");
    let talkers = (0..4).map(|_| says(&chat, who.clone(), ROOM)).collect();
    let race = Race { chat, from: None, readers: vec![(ROOM, ben)], talkers, turns: round * 3 };
    race.run(async { drop(hall.restrict("ben", put(kind)).await.expect("banned")) }).await;
}

#[cfg(feature = "sqlite")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nor_where_rooms_are_kept_in_a_file() {
    use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
    for (round, kind) in [RestrictionKind::Ban, RestrictionKind::Kick].into_iter().cycle().take(4).enumerate() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
        slips_past(Arc::new(store), kind, round * 20).await;
    }
}
