//! Who does something everywhere, and is refused before it is done: on people, and not in a room.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use futures_util::stream;
use tertulia::Chat;
use tertulia::wire::page::RestrictionKind;
use tokio::sync::oneshot;
use tokio::task::yield_now;
use tower::ServiceExt;

use super::chat;
use super::moderation::{put, timed};

/// A ban everywhere, of which the end of the body is yet to come.
struct Half {
    rest: oneshot::Sender<()>,
    answer: tokio::task::JoinHandle<StatusCode>,
}

fn request(method: Method, path: &str, token: &str) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    request.header(header::CONTENT_TYPE, "application/json")
}

async fn asked(chat: &Chat, request: Request<Body>) -> StatusCode {
    chat.router::<()>().oneshot(request).await.expect("an answer").status()
}

async fn half_asked(chat: &Chat, token: &str) -> Half {
    let (rest, goes_on) = oneshot::channel();
    let end = stream::once(async move {
        let _ = goes_on.await;
        Ok::<_, std::io::Error>(r#""ban"}"#)
    });
    let body = futures_util::StreamExt::chain(stream::iter([Ok(r#"{"kind": "#)]), end);
    let request = request(Method::PUT, "/v1/restrictions?user=ben", token).body(Body::from_stream(body)).expect("one");
    let chat = chat.clone();
    let answer = tokio::spawn(async move { asked(&chat, request).await });
    rest_a_while().await;
    Half { rest, answer }
}

async fn rest_a_while() {
    for _ in 0..100 {
        yield_now().await;
    }
}

type Act = tokio::task::JoinHandle<Result<(), tertulia::Error>>;

/// The host's own ban, which has its turn, and is not written yet.
async fn host_is_first(chat: &Chat) -> Act {
    let chat = chat.clone();
    let act = tokio::spawn(async move { chat.restrict_everywhere("admin", "eva", put(RestrictionKind::Ban)).await.map(drop) });
    rest_a_while().await;
    act
}

/// That the host takes back what Mallory acts by, which waits for its turn.
async fn mallory_is_revoked(chat: &Chat) -> Act {
    let chat = chat.clone();
    let act = tokio::spawn(async move { chat.revoke("mallory").await });
    rest_a_while().await;
    act
}

impl Half {
    async fn end(self) -> StatusCode {
        self.rest.send(()).expect("is waited for");
        self.answer.await.expect("whole")
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_is_refused_before_their_request_has_come_whole_bans_nobody() {
    let (chat, _) = timed().await;
    let own = chat.owner_token("mallory", 10).expect("a token");
    assert_eq!(half_asked(&chat, &own).await.end().await, StatusCode::OK);
    chat.lift_everywhere("admin", "ben").await.expect("lifted");
    let half = half_asked(&chat, &own).await;
    chat.revoke("mallory").await.expect("revoked");
    assert_eq!(half.end().await, StatusCode::UNAUTHORIZED, "revoked");
    let half = half_asked(&chat, &chat.owner_token("boss", 10).expect("a token")).await;
    // Longer than the token, with the time that clocks may differ by; shorter than a body is waited for.
    tokio::time::advance(Duration::from_secs(15)).await;
    assert_eq!(half.end().await, StatusCode::UNAUTHORIZED, "run out");
    assert_eq!(chat.restrictions_everywhere().await.expect("asked"), []);
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_its_turn_is_not_done_once_whoever_asked_is_refused() {
    let (chat, store) = timed().await;
    let own = chat.owner_token("mallory", 1_000).expect("a token");
    store.hold_writes(true);
    let first = host_is_first(&chat).await;
    let half = half_asked(&chat, &own).await;
    half.rest.send(()).expect("is waited for");
    rest_a_while().await;
    let revoked = mallory_is_revoked(&chat).await;
    store.hold_writes(false);
    first.await.expect("whole").expect("the host's own");
    assert_eq!(half.answer.await.expect("whole"), StatusCode::UNAUTHORIZED);
    revoked.await.expect("whole").expect("revoked");
    let restricted = chat.restrictions_everywhere().await.expect("asked");
    assert_eq!(restricted.iter().map(|one| &*one.user).collect::<Vec<_>>(), ["eva"]);
}

#[tokio::test]
async fn one_may_take_back_ones_own_tokens_and_be_erased() {
    for (method, path, done) in [
        (Method::POST, "/v1/users/revoke?user=boss", StatusCode::NO_CONTENT),
        (Method::DELETE, "/v1/users?user=boss", StatusCode::OK),
    ] {
        let chat = chat().await;
        let own = chat.owner_token("boss", 1_000).expect("a token");
        let ask = || request(method.clone(), path, &own).body(Body::empty()).expect("one");
        assert_eq!(asked(&chat, ask()).await, done, "{path}");
        assert_eq!(asked(&chat, ask()).await, StatusCode::UNAUTHORIZED, "{path}: no token of theirs is good");
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_is_refused_in_their_turn_has_revoked_nobody_not_even_for_a_moment() {
    let (chat, store) = timed().await;
    let (own, boss) = ["mallory", "boss"].map(|id| chat.owner_token(id, 1_000).expect("a token")).into();
    store.hold_writes(true);
    let first = host_is_first(&chat).await;
    let ask = |method: Method, path: &'static str, token: &str| {
        let (chat, request) = (chat.clone(), request(method, path, token).body(Body::empty()).expect("one"));
        tokio::spawn(async move { asked(&chat, request).await })
    };
    let refused = [ask(Method::POST, "/v1/users/revoke?user=boss", &own), ask(Method::DELETE, "/v1/users?user=boss", &own)];
    rest_a_while().await;
    let revoked = mallory_is_revoked(&chat).await;
    store.hold_writes(false);
    first.await.expect("whole").expect("the host's own");
    for refused in refused {
        assert_eq!(refused.await.expect("whole"), StatusCode::UNAUTHORIZED);
    }
    revoked.await.expect("whole").expect("revoked");
    assert_eq!(ask(Method::GET, "/v1/restrictions", &boss).await.expect("whole"), StatusCode::OK, "as before");
}
