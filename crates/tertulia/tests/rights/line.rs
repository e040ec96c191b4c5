//! Readers of a room over the routes themselves, in each way to read, and what they hear.

use std::collections::VecDeque;

use axum::Extension;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tertulia::wire::{Code, Cursor, Me, Page, Problem, RoomName, ServerFrame};
use tertulia::{Chat, ClientAddress};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tower::ServiceExt;

/// A way to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Poll,
    LongPoll,
    Events,
    Socket,
    Text,
}

pub(crate) const WAYS: [Way; 5] = [Way::Poll, Way::LongPoll, Way::Events, Way::Socket, Way::Text];

/// What a reader hears.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heard {
    /// A first page, or what a poll brought; with the texts of its messages.
    Page(Box<Page>),
    /// A message, by its text.
    Said(String),
    Me(Box<Me>),
    Ended(Code, Option<RoomName>),
    /// Lines of text.
    Lines(String),
    /// A socket is closed, with this code.
    Closed(u16),
    /// Nothing more comes.
    Over,
}

/// One reader of one room.
pub(crate) struct Line {
    // What answers it, as from its address.
    router: Router,
    token: String,
    room: String,
    pub(crate) way: Way,
    cursor: Option<Cursor>,
    kind: Kind,
}

enum Kind {
    Asking,
    Streaming(Body, String, VecDeque<Heard>),
    Socket(DuplexStream),
    Over,
}

/// The routes as they answer somebody at an address.
pub(crate) fn router_for(chat: &Chat, address: Option<&str>) -> Router {
    match address {
        Some(address) => chat.router().layer(Extension(ClientAddress::new(address.parse().expect("an address")))),
        None => chat.router(),
    }
}

pub(crate) async fn ask(chat: &Chat, request: Request<Body>) -> (u16, bytes::Bytes) {
    ask_router(chat.router(), request).await
}

pub(crate) async fn ask_router(router: Router, request: Request<Body>) -> (u16, bytes::Bytes) {
    let response = router.oneshot(request).await.expect("answers");
    let status = response.status().as_u16();
    (status, response.into_body().collect().await.expect("a body").to_bytes())
}

pub(crate) fn request(method: &str, path: &str, token: &str) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
    if token.is_empty() { request } else { request.header(header::AUTHORIZATION, format!("Bearer {token}")) }
}

pub(crate) fn code(body: &[u8]) -> Code {
    serde_json::from_slice::<Problem>(body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(body))).code
}

impl Line {
    /// Begins to read with the newest messages.
    pub(crate) async fn open(chat: &Chat, token: &str, room: &str, way: Way) -> (Self, Heard) {
        Self::open_from(chat, None, token, room, way).await
    }

    /// The same, from an address.
    pub(crate) async fn open_from(chat: &Chat, address: Option<&str>, token: &str, room: &str, way: Way) -> (Self, Heard) {
        Self::open_by(router_for(chat, address), token, room, way).await
    }

    /// The same, by routes that know more of who asks than the token.
    pub(crate) async fn open_by(router: Router, token: &str, room: &str, way: Way) -> (Self, Heard) {
        let mut line = Self { router, token: token.to_owned(), room: room.to_owned(), way, cursor: None, kind: Kind::Asking };
        let first = match way {
            Way::Poll | Way::LongPoll => line.poll("last=50").await,
            Way::Events => line.stream("last=50", "text/event-stream").await,
            Way::Text => line.stream("last=50&follow=1", "text/plain").await,
            Way::Socket => line.connect().await,
        };
        (line, first)
    }

    async fn poll(&mut self, query: &str) -> Heard {
        let path = format!("/v1/rooms/{}/messages?{query}", self.room);
        let request = request("GET", &path, &self.token).body(Body::empty()).expect("a request");
        let (status, body) = ask_router(self.router.clone(), request).await;
        if status != 200 {
            self.kind = Kind::Over;
            return Heard::Ended(code(&body), None);
        }
        let page: Page = serde_json::from_slice(&body).expect("a page");
        self.cursor = page.cursor;
        Heard::Page(Box::new(page))
    }

    async fn stream(&mut self, query: &str, accept: &str) -> Heard {
        let path = format!("/v1/rooms/{}/messages?{query}", self.room);
        let request = request("GET", &path, &self.token).header(header::ACCEPT, accept).body(Body::empty()).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("answers");
        if response.status() != 200 {
            self.kind = Kind::Over;
            return Heard::Ended(code(&response.into_body().collect().await.expect("a body").to_bytes()), None);
        }
        self.kind = Kind::Streaming(response.into_body(), String::new(), VecDeque::new());
        if self.way == Way::Text { Heard::Lines(String::new()) } else { self.next().await }
    }

    async fn connect(&mut self) -> Heard {
        let (near, far) = tokio::io::duplex(1 << 20);
        let service = TowerToHyperService::new(self.router.clone());
        tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(far), service).with_upgrades());
        self.kind = Kind::Socket(near);
        let Kind::Socket(line) = &mut self.kind else { unreachable!("just set") };
        let head = "GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        line.write_all(head.as_bytes()).await.expect("is sent");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(line.read_u8().await.expect("an answer"));
        }
        if !head.starts_with(b"HTTP/1.1 101 ") {
            let head = String::from_utf8(head).expect("text").to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
            let mut body = vec![0; length.parse().expect("a number")];
            line.read_exact(&mut body).await.expect("a body");
            self.kind = Kind::Over;
            return Heard::Ended(code(&body), None);
        }
        let hello = if self.token.is_empty() {
            r#"{"type": "hello"}"#.to_owned()
        } else {
            format!(r#"{{"type": "hello", "token": "{}"}}"#, self.token)
        };
        self.send(&hello).await;
        let open = format!(r#"{{"type": "open", "ref": "1", "room": "{}", "last": 50}}"#, self.room);
        self.send(&open).await;
        self.next().await
    }

    /// Sends a text frame, with a mask of nothing (RFC 6455, section 5.2).
    pub(crate) async fn send(&mut self, text: &str) {
        let Kind::Socket(line) = &mut self.kind else { return };
        let length = u16::try_from(text.len()).expect("a small frame").to_be_bytes();
        let head = [0x81, 0xFE, length[0], length[1], 0, 0, 0, 0];
        line.write_all(&[&head, text.as_bytes()].concat()).await.expect("is sent");
    }

    /// What comes next.
    pub(crate) async fn next(&mut self) -> Heard {
        match self.way {
            Way::Poll | Way::LongPoll if matches!(self.kind, Kind::Asking) => {
                let wait = if self.way == Way::Poll { 0 } else { 25 };
                let cursor = self.cursor.expect("a page came with one");
                self.poll(&format!("after={cursor}&wait={wait}")).await
            }
            Way::Poll | Way::LongPoll => Heard::Over,
            Way::Socket => self.next_frame().await,
            Way::Events | Way::Text => self.next_part().await,
        }
    }

    async fn next_frame(&mut self) -> Heard {
        loop {
            match self.next_server_frame().await {
                Ok(frame) => {
                    if let Some(heard) = heard_in(frame) {
                        return heard;
                    }
                }
                Err(over) => return over,
            }
        }
    }

    /// What a socket is sent next, whatever it is, or how it ended.
    pub(crate) async fn next_server_frame(&mut self) -> Result<ServerFrame, Heard> {
        loop {
            let Kind::Socket(line) = &mut self.kind else { return Err(Heard::Over) };
            let Some((head, payload)) = frame(line).await else {
                self.kind = Kind::Over;
                return Err(Heard::Over);
            };
            if head == 0x88 && payload.len() >= 2 {
                self.kind = Kind::Over;
                return Err(Heard::Closed(u16::from_be_bytes([payload[0], payload[1]])));
            }
            if head == 0x81 {
                return Ok(serde_json::from_slice(&payload).expect("a frame"));
            }
        }
    }

    async fn next_part(&mut self) -> Heard {
        loop {
            let Kind::Streaming(body, rest, ready) = &mut self.kind else { return Heard::Over };
            if let Some(heard) = ready.pop_front() {
                return heard;
            }
            let Some(Ok(part)) = body.frame().await else {
                self.kind = Kind::Over;
                return Heard::Over;
            };
            let part = part.into_data().unwrap_or_default();
            let part = std::str::from_utf8(&part).expect("text");
            if self.way == Way::Text {
                return Heard::Lines(part.to_owned());
            }
            rest.push_str(part);
            while let Some((event, after)) = rest.split_once("\n\n") {
                let data = event.lines().find_map(|line| line.strip_prefix("data:"));
                ready.extend(data.and_then(|data| heard(data.as_bytes())));
                *rest = after.to_owned();
            }
        }
    }
}

/// The next frame of a socket: its first byte and what it carries; nothing once the line is cut.
async fn frame(line: &mut DuplexStream) -> Option<(u8, Vec<u8>)> {
    let head = line.read_u8().await.ok()?;
    let length = match line.read_u8().await.ok()? {
        126 => u64::from(line.read_u16().await.ok()?),
        127 => line.read_u64().await.ok()?,
        short => u64::from(short),
    };
    let mut payload = vec![0; usize::try_from(length).expect("fits")];
    line.read_exact(&mut payload).await.ok()?;
    Some((head, payload))
}

fn heard(json: &[u8]) -> Option<Heard> {
    heard_in(serde_json::from_slice(json).expect("a frame"))
}

fn heard_in(frame: ServerFrame) -> Option<Heard> {
    match frame {
        ServerFrame::Opened(opened) => Some(Heard::Page(Box::new(opened.page))),
        ServerFrame::Reset(page) => Some(Heard::Page(Box::new(page))),
        ServerFrame::Change(change) => change.message.map(|message| Heard::Said(message.text)),
        ServerFrame::Me(frame) => Some(Heard::Me(Box::new(frame.me))),
        ServerFrame::Ended(ended) => Some(Heard::Ended(ended.code, ended.room_now)),
        ServerFrame::Problem(frame) => Some(Heard::Ended(frame.problem.code, None)),
        _ => None,
    }
}
