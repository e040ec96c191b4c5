//! What was let in stays as it was let in: whose messages wait for review does not edit them.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use tertulia::Chat;
use tertulia::auth::{Identity, Policy, TypeRules};
use tertulia::say::Spoken;
use tertulia::testkit::MemoryStore;
use tertulia::wire::page::Action;
use tertulia::wire::request::{NewGuest, PutRoom, Say};
use tertulia::wire::{HoldMode, Level, Problem};
use tower::ServiceExt;

use super::line::{Heard, Line, Way};
use super::{SECRET, lobby, user};

async fn chat() -> Chat {
    let welcome = TypeRules { guests: Level::Say, create: Some(true) };
    let policy = Policy { others: welcome, ..Policy::default() };
    Chat::builder().store(Arc::new(MemoryStore::new())).policy(policy).secret(SECRET).build().await.expect("built")
}

async fn guest(chat: &Chat) -> (Identity, String) {
    let guest = chat.guest(None, &NewGuest { name: "Eva".into(), room: None }, None).await.expect("a guest");
    (chat.identify(&guest.token).expect("good"), guest.token)
}

async fn holds(chat: &Chat, hold: HoldMode) {
    let put = PutRoom { hold: Some(hold), ..PutRoom::default() };
    chat.room(&lobby()).change_settings(put).await.expect("set");
}

/// Edits by HTTP: the status, and the code where it is refused.
async fn patch(chat: &Chat, token: &str, id: u64, text: &str) -> (u16, Option<Problem>) {
    let request = Request::patch(format!("/v1/rooms/{}/messages/{id}", lobby()))
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    let body = serde_json::json!({ "text": text }).to_string();
    let answer = chat.router::<()>().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("answered");
    let status = answer.status().as_u16();
    let body = axum::body::to_bytes(answer.into_body(), 100_000).await.expect("a body");
    (status, serde_json::from_slice(&body).ok().filter(|_| status >= 400))
}

#[tokio::test]
async fn what_was_let_in_is_not_changed_into_what_nobody_has_looked_at() {
    let chat = chat().await;
    let ((eva, evas), (ana, anas), (keeper, keepers)) =
        (guest(&chat).await, user(&chat, "ana", Level::Say), user(&chat, "keeper", Level::Moderate));
    holds(&chat, HoldMode::All).await;
    let mut said = Vec::new();
    for who in [&eva, &ana, &keeper] {
        let spoken = chat.say(who, &lobby(), Say { text: "hola".into(), ..Say::default() }).await.expect("taken");
        said.push(match spoken {
            Spoken::Said(said) => said.message.id,
            Spoken::Held(held) => chat.approve(&keeper, &lobby(), held.held).await.expect("let in").id,
        });
    }
    // Whether each may change what is theirs: the guest, the user, who keeps order.
    for (hold, may) in
        [(HoldMode::All, [false, false, true]), (HoldMode::Guests, [false, true, true]), (HoldMode::Off, [true; 3])]
    {
        holds(&chat, hold).await;
        for ((token, id), may) in [&evas, &anas, &keepers].into_iter().zip(&said).zip(may) {
            let text = format!("as of {hold:?}");
            let (status, problem) = patch(&chat, token, *id, &text).await;
            let now = chat.room(&lobby()).newest(9).await.expect("a page").messages;
            let now = now.into_iter().find(|message| message.id == *id).expect("is there").text;
            assert_eq!((status, now == text), (if may { 200 } else { 403 }, may), "{hold:?}: {id}");
            let detail = problem.map(|problem| problem.detail.expect("says why"));
            assert!(may || detail.is_some_and(|detail| detail.contains("reviewed first")), "{hold:?}");
            // Who asks again for what is so already is answered.
            assert_eq!(patch(&chat, token, *id, &now).await.0, 200, "{hold:?}: {id}");
        }
    }
}

#[tokio::test]
async fn whoever_can_not_edit_just_now_is_told_so_and_when_they_can_again() {
    for way in [Way::Events, Way::Socket] {
        let chat = chat().await;
        let (_, token) = guest(&chat).await;
        chat.room(&lobby()).notify("one").await.expect("said");
        let (mut line, _) = Line::open(&chat, &token, "room/lobby", way).await;
        for (hold, may) in [(HoldMode::Guests, false), (HoldMode::Off, true), (HoldMode::All, false)] {
            holds(&chat, hold).await;
            chat.room(&lobby()).notify("mark").await.expect("said");
            let (mut me, mut next) = (None, line.next().await);
            while next != Heard::Said("mark".into()) {
                if let Heard::Me(told) = next {
                    me = Some(told);
                }
                next = line.next().await;
            }
            let me = me.expect("is told before anything that is said since");
            let told = (me.may.contains(&Action::Edit), me.may.contains(&Action::Say), me.may.contains(&Action::Delete));
            assert_eq!(told, (may, true, true), "{way:?}, {hold:?}");
        }
    }
}
