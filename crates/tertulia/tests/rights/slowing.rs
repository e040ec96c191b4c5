//! Slow mode at the line: who waits, and who doesn't.

use axum::body::Body;
use tertulia::say::Spoken;
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Level, Problem};
use tower::ServiceExt;

use super::line::request;
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
