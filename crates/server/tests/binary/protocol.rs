//! The socket's own rules: what a connection is closed for, with which code, and what it survives.

use reqwest::Method;
use tertulia_wire::{Code, Message, ServerFrame};
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use futures_util::{SinkExt, StreamExt};

use crate::client::{Failure, answer};
use crate::line::{From, Socket};
use crate::server::{Server, within};

const HELLO: &str = r#"{"type": "hello"}"#;
const OPEN: &str = r#"{"type": "open", "ref": "1", "room": "project/42"}"#;

/// Reads on until the connection is closed, and gives the codes of the problems on the way, too.
async fn closed_with(socket: &mut Socket) -> (Vec<Code>, Option<CloseCode>) {
    within("the connection is closed", async {
        let mut problems = Vec::new();
        loop {
            match socket.next_or_close().await.expect("is closed in good order") {
                Ok(ServerFrame::Problem(frame)) => problems.push(frame.problem.code),
                Ok(_) => {}
                Err(close) => return (problems, close.map(|close| close.code)),
            }
        }
    })
    .await
}

#[tokio::test]
async fn a_connection_that_does_not_introduce_itself_is_closed() {
    let server = Server::start_with("[limits]\nhello_s = 1").await;
    let mut silent = Socket::connect(&server.nobody()).await.expect("connects");
    assert_eq!(closed_with(&mut silent).await, (vec![], Some(CloseCode::Library(4009))));
    let mut unknown = Socket::connect(&server.nobody()).await.expect("connects");
    unknown.send_text(r#"{"type": "of tomorrow"}"#).await.expect("is sent");
    assert_eq!(closed_with(&mut unknown).await, (vec![], Some(CloseCode::Library(4009))), "what is ignored is no hello");
}

#[tokio::test]
async fn broken_frames_close_the_connection() {
    let server = Server::start().await;
    let large = format!(r#"{{"type": "hello", "token": "{}"}}"#, "x".repeat(200 * 1024));
    let broken: [&[Frame]; 7] = [
        &[Frame::text(OPEN)],
        &[Frame::text(HELLO), Frame::text(HELLO)],
        &[Frame::text("{")],
        &[Frame::text(HELLO), Frame::text("hola")],
        &[Frame::text(HELLO), Frame::text("")],
        &[Frame::text(HELLO), Frame::binary(HELLO)],
        &[Frame::text(large)],
    ];
    for frames in broken {
        let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
        for frame in frames {
            // The last one may find the line cut before all of it is written.
            let _ = socket.0.send(frame.clone()).await;
        }
        let short: String = format!("{frames:?}").chars().take(120).collect();
        assert_eq!(closed_with(&mut socket).await, (vec![], Some(CloseCode::Library(4009))), "{short}");
    }
}

#[tokio::test]
async fn a_bad_token_asks_for_a_new_one() {
    let server = Server::start().await;
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.send_text(r#"{"type": "hello", "token": "abc"}"#).await.expect("is sent");
    assert_eq!(closed_with(&mut socket).await, (vec![Code::TokenInvalid], Some(CloseCode::Library(4001))));
}

#[tokio::test]
async fn a_frame_that_is_refused_is_refused_alone() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    let long = "r".repeat(65);
    let refused = [
        (r#"{"type": "open", "ref": "1"}"#.to_owned(), Some("1"), Code::Invalid),
        (r#"{"type": "open", "ref": "2", "room": "Project/42"}"#.to_owned(), Some("2"), Code::Invalid),
        (r#"{"type": "open", "ref": "3", "room": "project/42", "last": 0}"#.to_owned(), Some("3"), Code::Invalid),
        (r#"{"type": "open", "ref": 6, "room": "project/42"}"#.to_owned(), Some("6"), Code::Invalid),
        (r#"{"type": "open", "ref": "7", "room": "project/42", "after": "0", "last": 5}"#.to_owned(), Some("7"), Code::Invalid),
        (r#"{"type": "open", "ref": "8", "room": "project/42", "after": "abc"}"#.to_owned(), Some("8"), Code::Invalid),
        (r#"{"room": 7, "ref": "9", "type": "open"}"#.to_owned(), Some("9"), Code::Invalid),
        (format!(r#"{{"type": "open", "ref": "{long}", "room": "project/42"}}"#), None, Code::Invalid),
        (r#"{"type": "say", "ref": "4", "room": "project/42", "text": ""}"#.to_owned(), Some("4"), Code::Invalid),
        (r#"{"type": "open", "ref": "5", "room": "project/42", "token": "abc"}"#.to_owned(), Some("5"), Code::TokenInvalid),
        (r#"{"type": "token", "token": "abc"}"#.to_owned(), None, Code::TokenInvalid),
        ("{}".to_owned(), None, Code::Invalid),
    ];
    for (frame, reference, code) in refused {
        socket.send_text(&frame).await.expect("is sent");
        match socket.next().await.expect("answers") {
            ServerFrame::Problem(problem) => {
                assert_eq!((problem.reference.as_deref(), problem.problem.code), (reference, code), "{frame}");
                assert_eq!(problem.problem.urn, None, "a frame's type is problem");
            }
            other => panic!("{frame}: {other:?}"),
        }
    }
    socket.send_text(r#"{"type": "of tomorrow", "room": 7}"#).await.expect("is sent");
    socket.open("project/42", From::Newest(5)).await.expect("is sent");
    match socket.next().await.expect("answers") {
        ServerFrame::Opened(opened) => assert_eq!(opened.reference.as_deref(), Some("project/42")),
        other => panic!("{other:?}"),
    }
}

/// What a frame is refused with, or the message that it made.
async fn told(socket: &mut Socket, frame: &str) -> Result<Message, (Code, Option<String>)> {
    socket.send_text(frame).await.expect("is sent");
    loop {
        match socket.next().await.expect("answers") {
            ServerFrame::Said(said) => return Ok(said.message),
            ServerFrame::Problem(frame) => return Err((frame.problem.code, frame.problem.detail)),
            _ => {}
        }
    }
}

#[tokio::test]
async fn what_is_said_on_a_socket_is_answered_as_over_http() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let bodies = [
        r#"{"text": 7}"#,
        "{}",
        r#"{"text": null}"#,
        r#"{"text": "a", "text": "b"}"#,
        r#"{"text": "a", "kind": "shout"}"#,
        r#"{"text": "a", "kind": "system"}"#,
        r#"{"text": "a", "reply_to": "1"}"#,
        r#"{"text": "a", "reply_to": 99}"#,
        r#"{"text": "a", "client_id": "short"}"#,
        r#"{"text": " "}"#,
        r#"{"text": "a", "sender": null}"#,
        r#"{"text": "a", "sender": {"id": "eva", "name": "Eva"}}"#,
        r#"{"text": "a", "sender": {"name": 7}}"#,
        r#"{"text": "a", "sender": 7}"#,
        r#"{"text": "a", "data": {"key": "text-joined"}}"#,
        r#"{"text": "a", "data": "b"}"#,
        r#"{"text": "a", "of": "tomorrow"}"#,
        r#"{"text": "a", "data": {"deep": {"number": 9007199254740993, "half": 0.5, "e": 1e300}}, "sender": {"name": "The news"}}"#,
    ];
    for client in [&ana, &server.owner()] {
        let mut socket = Socket::connect(client).await.expect("connects");
        socket.hello(client.token()).await.expect("is welcome");
        for body in bodies {
            let request = client.request(Method::POST, "/v1/rooms/project/42/messages").await;
            let answered = answer(request.header("content-type", "application/json").body(body)).await;
            let by_http = match answered {
                Ok(said) => Ok(said.json::<Message>().await.expect("a message")),
                Err(Failure::Refused(refused)) => Err((refused.problem.code, refused.problem.detail)),
                Err(Failure::Line(error)) => panic!("{error}"),
            };
            let frame = body.replacen('{', r#"{"type": "say", "ref": "1", "room": "project/42", "#, 1).replace(", }", "}");
            let by_socket = told(&mut socket, &frame).await;
            let said = |said: Message| (said.kind, said.sender, said.text, said.data);
            assert_eq!(by_socket.map(said), by_http.map(said), "{body}");
        }
    }
}

#[tokio::test]
async fn a_frame_that_cant_be_read_is_told_which_field_is_wrong() {
    let server = Server::start().await;
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.hello(None).await.expect("is welcome");
    for (frame, what) in [
        (r#"{"type": "open", "ref": "1", "room": 7}"#, "room is a text, not 7."),
        (
            r#"{"type": "open", "ref": "1", "room": "project/42", "last": "5"}"#,
            "last can't be \"5\": it is a whole number from 0 up.",
        ),
        (r#"{"type": "open", "ref": "1"}"#, "room is missing."),
        (r#"{"type": "close", "room": null}"#, "room is a text, not null."),
        (r#"{"type": "typing", "room": []}"#, "room is a text, not […]."),
        (r#"{"type": "token", "token": 7}"#, "token is a text, not 7."),
        (r#"{"type": "hello", "token": 7}"#, "token is a text, not 7."),
        (r#"{"type": "say", "ref": 1, "room": "project/42", "text": "a"}"#, "ref is a text, not 1."),
        (r#"{"type": "say", "ref": "1", "room": "project", "text": "a"}"#, "room has the form type/id."),
        (
            r#"{"type": "say", "ref": "1", "room": "project/42", "sender": {"name": 7}, "text": "a"}"#,
            "sender.name is a text, not 7.",
        ),
        (r#"{"type": 7}"#, "type is a text, not 7."),
        (r#"{"ref": "1"}"#, "type is missing."),
    ] {
        let (code, detail) = told(&mut socket, frame).await.expect_err(frame);
        let detail = detail.unwrap_or_default();
        assert!(code == Code::Invalid && detail.starts_with(what), "{frame}: {detail}");
    }
}

#[tokio::test]
async fn more_rooms_than_a_connection_may_open_are_refused() {
    let server = Server::start_with("[limits]\nrooms_per_connection = 2").await;
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.hello(None).await.expect("is welcome");
    for (room, fits) in [("project/1", true), ("project/2", true), ("project/3", false), ("project/2", true)] {
        socket.open(room, From::Newest(5)).await.expect("is sent");
        match socket.next().await.expect("answers") {
            ServerFrame::Opened(_) if fits => {}
            ServerFrame::Problem(frame) if !fits => {
                assert_eq!(frame.problem.code, Code::TooMany);
                assert!(frame.problem.retry_after.is_some(), "one may be closed meanwhile");
            }
            other => panic!("{room}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_close_frame_is_answered() {
    let server = Server::start().await;
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.0.send(Frame::Close(None)).await.expect("is sent");
    let answer = within("the answer", socket.0.next()).await;
    assert!(matches!(answer, Some(Ok(Frame::Close(_)))), "{answer:?}");
}

#[tokio::test]
async fn a_frame_far_too_large_ends_its_connection_alone() {
    let server = Server::start().await;
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.send_text(HELLO).await.expect("is sent");
    let _ = socket.0.send(Frame::text("a".repeat(1_000_000))).await;
    assert_eq!(closed_with(&mut socket).await.1, Some(CloseCode::Library(4009)));
    assert!(!server.log().contains("panicked"), "{}", server.log());
}

#[tokio::test]
async fn what_is_no_handshake_is_told_what_to_ask_for() {
    let server = Server::start().await;
    let url = format!("http://{}/v1/socket", server.nobody().address().await);
    let ask = |method: Method, version: &'static str, key: &'static str| {
        let request = reqwest::Client::new().request(method, &url);
        let request = request.header("Connection", "Upgrade").header("Upgrade", "websocket");
        request.header("Sec-WebSocket-Version", version).header("Sec-WebSocket-Key", key).send()
    };
    let good = "AAAAAAAAAAAAAAAAAAAAAA==";
    assert_eq!(ask(Method::GET, "13", good).await.expect("answers").status(), 101);
    for (method, version) in [(Method::HEAD, "13"), (Method::GET, "8")] {
        let answer = ask(method, version, good).await.expect("answers");
        assert_eq!(answer.status(), 426);
        assert_eq!(answer.headers()["sec-websocket-version"], "13");
        assert_eq!(answer.headers()["upgrade"], "websocket");
    }
    for key in ["", "abc", "AAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAA%A=="] {
        assert_eq!(ask(Method::GET, "13", key).await.expect("answers").status(), 400, "{key}");
    }
}
