//! Readers over the routes as users of a host's or by a token, in each way to read, and every word that they are told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header, request};
use futures_util::StreamExt;
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tertulia::Chat;
use tertulia::auth::{Answer, Authenticate, User};
use tertulia::wire::{Level, Page, ServerFrame};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc;
use tower::ServiceExt;

use super::ROOM;

pub(crate) const ORIGIN: &str = "https://site.example";

/// The host's users, with what they may do.
#[derive(Debug, Clone, Default)]
pub(crate) struct Users(Arc<Mutex<HashMap<String, Level>>>);

impl Users {
    pub(crate) fn set(&self, user: &str, level: Level) {
        self.0.lock().expect("whole").insert(user.to_owned(), level);
    }
}

impl Authenticate for Users {
    fn authenticate<'a>(&'a self, head: &'a request::Parts) -> Answer<'a> {
        let cookie = head.headers.get(header::COOKIE).and_then(|cookie| cookie.to_str().ok());
        let user = cookie.and_then(|cookie| cookie.strip_prefix("user=")).map(str::to_owned);
        let level = user.as_ref().and_then(|user| self.0.lock().expect("whole").get(user).copied());
        let says = user.zip(level).map(|(user, level)| User::new(user).may(ROOM, level).holds(Duration::from_secs(100_000)));
        Box::pin(async move { Ok(says) })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    LongPoll,
    Events,
    Socket,
    Text,
}

pub(crate) const WAYS: [Way; 4] = [Way::LongPoll, Way::Events, Way::Socket, Way::Text];

/// One who reads, and what they were told since it was looked at last, word by word: the types of frames; of a long poll `waiting`,
/// `change`, or `empty`; of text `text`.
pub(crate) struct Reader {
    pub(crate) user: String,
    pub(crate) way: Way,
    told: Arc<Mutex<Vec<String>>>,
    frames: mpsc::UnboundedSender<String>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// By a token whoever's name is one, and else by the host's word.
fn is_token(user: &str) -> bool {
    user.matches('.').count() == 2
}

pub(crate) fn get(user: &str, query: &str) -> Request<Body> {
    let request = Request::get(format!("/v1/rooms/{ROOM}/messages?{query}"));
    let request = if is_token(user) {
        request.header(header::AUTHORIZATION, format!("Bearer {user}"))
    } else {
        request.header(header::COOKIE, format!("user={user}"))
    };
    request.body(Body::empty()).expect("a request")
}

impl Reader {
    pub(crate) fn begin(chat: &Chat, user: &str, way: Way) -> Self {
        let told = Arc::<Mutex<Vec<String>>>::default();
        let noted = Arc::clone(&told);
        let note = move |word: &str| noted.lock().expect("whole").push(word.to_owned());
        let (chat, name) = (chat.clone(), user.to_owned());
        let (frames, sent) = mpsc::unbounded_channel();
        let task = match way {
            Way::LongPoll => tokio::spawn(poll(chat, name, note)),
            Way::Events => tokio::spawn(stream(chat, name, "format=sse", note)),
            Way::Text => tokio::spawn(stream(chat, name, "format=text&follow", note)),
            Way::Socket => tokio::spawn(socket(chat, name, sent, note)),
        };
        Self { user: user.to_owned(), way, told, frames, task }
    }

    /// Sends a frame, over a socket.
    pub(crate) fn send(&self, frame: String) {
        self.frames.send(frame).expect("is read");
    }

    pub(crate) fn told(&self) -> Vec<String> {
        std::mem::take(&mut self.told.lock().expect("whole"))
    }
}

async fn poll(chat: Chat, user: String, note: impl Fn(&str)) {
    let mut query = "last=1".to_owned();
    loop {
        let answer = chat.router::<()>().oneshot(get(&user, &query)).await.expect("answers");
        if answer.status() != 200 {
            return note(answer.status().as_str());
        }
        let body = answer.into_body().collect().await.expect("a body").to_bytes();
        let page: Page = serde_json::from_slice(&body).expect("a page");
        if query == "last=1" {
            note("opened");
        } else if page.messages.is_empty() && !page.waiting {
            note("empty");
        } else if !page.messages.is_empty() {
            note("change");
        }
        if page.waiting {
            note("waiting");
        }
        query = format!("after={}&wait=25", page.cursor.expect("to go on from"));
    }
}

async fn stream(chat: Chat, user: String, query: &'static str, note: impl Fn(&str)) {
    let answer = chat.router::<()>().oneshot(get(&user, query)).await.expect("answers");
    if answer.status() != 200 {
        return note(answer.status().as_str());
    }
    let mut body = answer.into_body().into_data_stream();
    while let Some(Ok(bytes)) = body.next().await {
        let text = std::str::from_utf8(&bytes).expect("text");
        if query.contains("text") {
            note("text");
            continue;
        }
        for event in text.split_terminator("\n\n") {
            note(event.lines().find_map(|line| line.strip_prefix("event: ")).unwrap_or(event));
        }
    }
    note("over");
}

async fn send(line: &mut (impl AsyncWrite + Unpin), text: &str) {
    let length = u16::try_from(text.len()).expect("a small frame").to_be_bytes();
    let head = [0x81, 0xFE, length[0], length[1], 0, 0, 0, 0];
    line.write_all(&[&head, text.as_bytes()].concat()).await.expect("is sent");
}

async fn socket(chat: Chat, user: String, mut sent: mpsc::UnboundedReceiver<String>, note: impl Fn(&str)) {
    let (mut line, far) = tokio::io::duplex(1 << 16);
    let service = TowerToHyperService::new(chat.router::<()>());
    tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(far), service).with_upgrades());
    let cookie = if is_token(&user) { "nobody" } else { &user };
    let head = format!(
        "GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: user={cookie}\r\n\
         Origin: {ORIGIN}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    );
    line.write_all(head.as_bytes()).await.expect("is sent");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(line.read_u8().await.expect("an answer"));
    }
    assert!(head.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&head));
    let token = if is_token(&user) { format!(r#", "token": "{user}""#) } else { String::new() };
    send(&mut line, &format!(r#"{{"type": "hello"{token}}}"#)).await;
    send(&mut line, &format!(r#"{{"type": "open", "ref": "1", "room": "{ROOM}", "last": 1}}"#)).await;
    let (mut line, mut to) = tokio::io::split(line);
    let sending = async move {
        while let Some(frame) = sent.recv().await {
            send(&mut to, &frame).await;
        }
        std::future::pending().await
    };
    tokio::select! {
        () = hear(&mut line, &note) => note("over"),
        () = sending => {}
    }
}

async fn hear(line: &mut (impl AsyncRead + Unpin), note: &impl Fn(&str)) {
    while let Ok(first) = line.read_u8().await {
        let length = match line.read_u8().await.expect("a length") {
            126 => usize::from(line.read_u16().await.expect("a length")),
            short => usize::from(short),
        };
        let mut payload = vec![0; length];
        line.read_exact(&mut payload).await.expect("a frame");
        if first != 0x81 {
            note("control");
            continue;
        }
        let frame: serde_json::Value = serde_json::from_slice(&payload).expect("JSON");
        // What stands in it, whole: no count, and nothing of what waits.
        if frame["type"] == "waiting" {
            assert_eq!(frame, serde_json::json!({"type": "waiting", "room": ROOM}));
            assert!(matches!(serde_json::from_value(frame.clone()), Ok(ServerFrame::Waiting(_))));
        }
        if frame["type"] != "welcome" {
            note(frame["type"].as_str().expect("a type"));
        }
    }
}
