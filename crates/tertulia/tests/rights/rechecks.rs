//! Readers who are asked about again while they read: nothing is lost by it, and nothing is handed out by what held before.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Waker};
use std::time::Duration;

use tertulia::auth::{Policy, TypeRules};
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level, ServerFrame};
use tertulia::{Chat, Limits};
use tokio::time::sleep;

use super::line::{Heard, Line, WAYS, Way};
use super::moderation::{put, timed, until_ended};
use super::token;

const ROOM: &str = "project/42";
const OTHER: &str = "project/43";

/// Lets everything go on as far as it does without time.
async fn rest() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

fn new_token(token: &str) -> String {
    format!(r#"{{"type": "token", "token": "{token}"}}"#)
}

/// Who is here, as a socket is told next.
async fn names_on(line: &mut Line) -> Vec<String> {
    loop {
        if let ServerFrame::Presence(frame) = line.next_server_frame().await.expect("is told") {
            return frame.present.people.into_iter().map(|person| person.name).collect();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_was_read_before_a_ban_does_not_undo_it() {
    for way in WAYS {
        let (chat, store) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let (mut line, _) = Line::open(&chat, &ben, ROOM, way).await;
        let ana = token(&chat, "ana", ROOM, Level::Say);
        hall.notify("two").await.expect("said");
        // What Ana is to be given is on its way while the ban is written and told.
        store.hold_answers(true);
        let reading = tokio::spawn({
            let chat = chat.clone();
            async move { Line::open(&chat, &ana, ROOM, Way::Poll).await.1 }
        });
        rest().await;
        hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
        store.hold_answers(false);
        assert!(matches!(reading.await.expect("whole"), Heard::Page(_)));
        assert_eq!(Line::open(&chat, &ben, ROOM, Way::Poll).await.1, Heard::Ended(Code::Banned, None), "{way:?}");
        let heard = until_ended(&mut line).await;
        if way != Way::Text {
            assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)), "{way:?}: {heard:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_socket_is_told_who_is_here_over_a_recheck() {
    let (chat, store) = timed().await;
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let (mut ana, _) = Line::open(&chat, &token(&chat, "ana", ROOM, Level::Say), ROOM, Way::Socket).await;
    let (ben, _) = Line::open(&chat, &token(&chat, "ben", ROOM, Level::Say), ROOM, Way::Events).await;
    assert_eq!(names_on(&mut ana).await, ["ana", "ben"]);
    // While Ana is asked about, which takes its time, Ben leaves.
    store.hold_reads(true);
    hall.restrict("somebody", put(RestrictionKind::Ban)).await.expect("banned");
    rest().await;
    drop(ben);
    sleep(Duration::from_secs(45)).await;
    store.hold_reads(false);
    assert_eq!(names_on(&mut ana).await, ["ana"]);
}

#[tokio::test(start_paused = true)]
async fn who_has_another_name_by_a_new_token_is_told_so_too() {
    let (chat, _) = timed().await;
    chat.room(&room(ROOM)).notify("one").await.expect("said");
    let (mut line, _) = Line::open(&chat, &token(&chat, "ana", ROOM, Level::Say), ROOM, Way::Socket).await;
    sleep(Duration::from_secs(20)).await;
    let renamed = chat.user_token("ana", "Ana Maria", &room(ROOM), Level::Say, 100_000).expect("a token");
    line.send(&new_token(&renamed)).await;
    assert_eq!(names_on(&mut line).await, ["Ana Maria"]);
}

#[tokio::test(start_paused = true)]
async fn who_comes_by_a_new_token_is_asked_about_even_if_the_store_is_away_just_then() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let readable = TypeRules { guests: Level::Read, create: None };
    let policy = Policy { types: [("open".parse().expect("a type"), readable)].into(), ..Policy::default() };
    let builder = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).policy(policy);
    let chat = builder.limits(Limits::default().unpaced()).build().await.expect("built");
    let hall = chat.room(&room("open/42"));
    hall.notify("one").await.expect("said");
    let ana = token(&chat, "ana", "open/42", Level::Say);
    hall.restrict("ana", put(RestrictionKind::Ban)).await.expect("banned");
    // Of nobody there is nothing to be asked, so that what is in force has not been read yet.
    let (mut line, first) = Line::open(&chat, "", "open/42", Way::Socket).await;
    assert!(matches!(first, Heard::Page(_)), "{first:?}");
    store.set_away(true);
    line.send(&new_token(&ana)).await;
    rest().await;
    store.set_away(false);
    sleep(Duration::from_secs(5)).await;
    hall.notify("secret").await.expect("said");
    assert_eq!(line.next().await, Heard::Ended(Code::Banned, None));
}

/// A chat with two rooms in which something is in force that was not read yet, and who asks in each.
async fn in_force_in_two_rooms() -> (Chat, Arc<FaultyStore>) {
    let (chat, store) = timed().await;
    for name in [ROOM, OTHER] {
        let hall = chat.room(&room(name));
        hall.notify("one").await.expect("said");
        hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
    }
    (chat, store)
}

async fn say_in(chat: Chat, name: &'static str) -> Result<(), Code> {
    let who = chat.identify(&token(&chat, "ana", name, Level::Say)).expect("good");
    let said = chat.say(&who, &room(name), Say { text: "hola".into(), ..Say::default() }).await;
    said.map(drop).map_err(|error| error.code())
}

#[tokio::test(start_paused = true)]
async fn what_is_in_force_is_read_once_for_a_room_and_for_no_other_first() {
    let (chat, store) = in_force_in_two_rooms().await;
    let before = store.reads();
    store.hold_reads(true);
    let asking: Vec<_> = [ROOM, ROOM, OTHER, OTHER].map(|name| tokio::spawn(say_in(chat.clone(), name))).into();
    rest().await;
    assert_eq!(store.reads(), before + 2, "each room's is asked for, whatever becomes of the other's");
    store.hold_reads(false);
    for asking in asking {
        assert_eq!(asking.await.expect("whole"), Ok(()));
    }
    assert_eq!(store.reads(), before + 2, "and once for all who ask");
}

#[tokio::test(start_paused = true)]
async fn whoever_is_not_served_holds_up_nobody_who_asks_what_is_in_force() {
    let (chat, store) = in_force_in_two_rooms().await;
    store.hold_answers(true);
    // As one whose line takes nothing: it is looked at no more.
    let mut stalled = pin!(say_in(chat.clone(), ROOM));
    assert!(stalled.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    rest().await;
    store.hold_answers(false);
    let other = tokio::time::timeout(Duration::from_secs(5), say_in(chat.clone(), ROOM)).await;
    assert_eq!(other, Ok(Ok(())));
}
