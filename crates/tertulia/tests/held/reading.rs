//! Everything that somebody who may say is told of a room, in every encoding, held against what anybody may read.

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use futures_util::{FutureExt, StreamExt};
use tertulia::wire::{Cursor, Level, ServerFrame};
use tower::ServiceExt;

use super::line::{Heard, Line, Way};
use super::{World, lobby, user};

/// The texts that are told in it.
pub(crate) fn secrets(told: &str) -> BTreeSet<String> {
    told.match_indices("secret-").map(|(at, _)| told[at..at + 13].to_owned()).collect()
}

/// The status, and everything that is said at once: a stream goes on.
async fn read(router: &Router, token: &str, uri: &str) -> (u16, String) {
    let request = Request::get(uri).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("answered");
    let status = answer.status().as_u16();
    let mut body = answer.into_body().into_data_stream();
    let mut all = Vec::new();
    for _ in 0..20 {
        match body.next().now_or_never() {
            Some(Some(Ok(bytes))) => all.extend_from_slice(&bytes),
            Some(_) => break,
            None => tokio::task::yield_now().await,
        }
    }
    (status, String::from_utf8(all).expect("text"))
}

/// What a socket is told that opens the room from a cursor, up to the answer to what it asks next.
async fn read_on_socket(line: &mut Line, after: Cursor) -> String {
    let room = lobby();
    line.send(&format!(r#"{{"type": "close", "room": "{room}"}}"#)).await;
    line.send(&format!(r#"{{"type": "open", "ref": "after", "room": "{room}", "after": "{after}"}}"#)).await;
    line.send(r#"{"type": "open", "ref": "end", "room": "room/other"}"#).await;
    let (mut told, mut opened) = (String::new(), false);
    loop {
        let frame = line.next_server_frame().await.expect("goes on");
        match &frame {
            ServerFrame::Opened(page) => opened |= page.reference.as_deref() == Some("after"),
            ServerFrame::Problem(problem) if problem.reference.as_deref() == Some("end") => {
                assert!(opened, "is not opened: {told}");
                return told;
            }
            _ => {}
        }
        told.push_str(&serde_json::to_string(&frame).expect("JSON"));
    }
}

pub(crate) async fn check_all(world: &World) {
    let ((_, token), router) = (user(&world.chat, "ben", Level::Say), world.chat.router::<()>());
    let public: BTreeSet<String> = world.public.values().cloned().collect();
    let check = |told: &str, way: &str| {
        let told = secrets(told);
        assert!(told.is_subset(&public), "{way} tells {told:?}, and only {public:?} may be read");
    };
    let mut queries: Vec<String> = ["before=50", "above=0", "around=3", "last=3"].map(str::to_owned).into();
    queries.extend(world.cursors.iter().map(|cursor| format!("after={cursor}")));
    let formats = ["json", "sse", "text", "text&follow"];
    for query in queries {
        for format in formats {
            let uri = format!("/v1/rooms/room/lobby/messages?{query}&format={format}");
            let (status, told) = read(&router, &token, &uri).await;
            assert_eq!(status, 200, "{uri}: {told}");
            check(&told, &uri);
        }
    }
    // A page of everything has all that may be read, and nothing else.
    let all = formats.map(|format| format!("/v1/rooms/room/lobby/messages?last=200&format={format}"));
    for uri in all.iter().map(String::as_str).chain(["/embed/room/lobby"]) {
        let (status, told) = read(&router, &token, uri).await;
        assert_eq!((status, secrets(&told)), (200, public.clone()), "{uri}: {told}");
    }
    for id in 1..40 {
        let (status, told) = read(&router, &token, &format!("/v1/rooms/room/lobby/messages/{id}")).await;
        assert_eq!(secrets(&told).into_iter().next().as_ref(), world.public.get(&id), "message {id}: {status} {told}");
    }
    for path in ["", "/presence"] {
        let (status, told) = read(&router, &token, &format!("/v1/rooms/room/lobby{path}")).await;
        assert_eq!((status, secrets(&told)), (200, BTreeSet::new()), "{path}: {told}");
    }
    let (mut line, first) = Line::open(&world.chat, &token, "room/lobby", Way::Socket).await;
    let Heard::Page(page) = first else { panic!("a socket is told {first:?}") };
    assert_eq!(secrets(&serde_json::to_string(&page).expect("JSON")), public, "a socket's page");
    for cursor in &world.cursors {
        check(&read_on_socket(&mut line, *cursor).await, "a socket");
    }
}
