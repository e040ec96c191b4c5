//! Slow mode at the line: who waits, and who doesn't.

use axum::body::Body;
use tertulia::say::Spoken;
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, HoldMode, Level, Problem};
use tokio::time::{Duration, sleep};
use tower::ServiceExt;

use super::line::request;
use super::moderation::timed;
use super::{chat, token};

const ROOM: &str = "project/42";

fn hola() -> Say {
    Say { text: "hola".into(), ..Say::default() }
}

#[tokio::test]
async fn whoever_is_too_fast_in_a_slow_room_is_told_when_to_try_again() {
    let chat = chat().await;
    let hall = chat.room(&room(ROOM));
    hall.change_settings(PutRoom { slow_seconds: Some(60), ..PutRoom::default() }).await.expect("is slow");
    let ben = token(&chat, "ben", ROOM, Level::Say);
    let who = chat.identify(&ben).expect("good");
    let first = Say { client_id: Some("client-1".parse().expect("good")), ..hola() };
    let said = chat.say(&who, &room(ROOM), first.clone()).await.and_then(Spoken::said).expect("said");
    let again = chat.say(&who, &room(ROOM), first).await.and_then(Spoken::said).expect("a retry");
    assert_eq!((again.message, again.fresh), (said.message, false));

    let path = format!("/v1/rooms/{ROOM}/messages");
    let post = request("POST", &path, &ben);
    let answer =
        chat.router::<()>().oneshot(post.body(Body::from(r#"{"text": "hola"}"#)).expect("a request")).await.expect("infallible");
    assert_eq!(answer.status(), 429);
    let header: u32 = answer.headers()["retry-after"].to_str().expect("text").parse().expect("seconds");
    let body = axum::body::to_bytes(answer.into_body(), 10_000).await.expect("a body");
    let problem: Problem = serde_json::from_slice(&body).expect("a problem");
    assert_eq!((problem.code, problem.retry_after), (Code::SlowDown, Some(header)));
    assert!((1..=60).contains(&header), "{header}");

    for level in [Level::Moderate, Level::Own] {
        let keeper = chat.identify(&token(&chat, "keeper", ROOM, level)).expect("good");
        for _ in 0..2 {
            chat.say(&keeper, &room(ROOM), hola()).await.expect("who keeps order need not wait");
        }
    }
    hall.notify("one").await.expect("said");
    hall.notify("two").await.expect("said");
    hall.change_settings(PutRoom { slow_seconds: Some(0), ..PutRoom::default() }).await.expect("is slow no more");
    chat.say(&who, &room(ROOM), hola()).await.expect("said");
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_review_was_said_when_it_came_and_not_when_it_is_let_in() {
    let ((chat, _), name) = (timed().await, room(ROOM));
    let slow = PutRoom { slow_seconds: Some(60), hold: Some(HoldMode::All), ..PutRoom::default() };
    chat.room(&name).change_settings(slow).await.expect("is slow");
    let ben = chat.identify(&token(&chat, "ben", ROOM, Level::Say)).expect("good");
    let keeper = chat.identify(&token(&chat, "keeper", ROOM, Level::Moderate)).expect("good");
    let say = || chat.say(&ben, &name, hola());
    let three = tokio::join!(say(), say(), say());
    let (held, late): (Vec<_>, Vec<_>) = [three.0, three.1, three.2].into_iter().partition(Result::is_ok);
    assert!(matches!(held[..], [Ok(Spoken::Held(_))]), "{held:?}");
    assert!(late.iter().all(|late| late.as_ref().is_err_and(|late| late.code() == Code::SlowDown)), "{late:?}");
    sleep(Duration::from_secs(60)).await;
    let waits = chat.held(&keeper, &name, 0, 10).await.expect("listed").held;
    chat.approve(&keeper, &name, waits[0].held).await.expect("is let in");
    chat.room(&name).change_settings(PutRoom { hold: Some(HoldMode::Off), ..PutRoom::default() }).await.expect("nothing waits");
    assert!(matches!(say().await, Ok(Spoken::Said(_))), "the approval is no word of his");
    assert_eq!(say().await.expect_err("is too early").code(), Code::SlowDown);
}
