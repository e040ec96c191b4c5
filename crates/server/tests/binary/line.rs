//! One line to one room, in each of the four ways to read: what comes over it is the same.

use std::fmt;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use reqwest::Method;
use tertulia_wire::frame::{Change, ClientFrame, Hello, Open};
use tertulia_wire::{Code, Cursor, Page, SUBPROTOCOL, ServerFrame};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{self, Message as Frame};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::client::{Answer, Client, Failure, Refused, answer};

/// How a room is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    Poll,
    LongPoll,
    Events,
    Socket,
}

pub(crate) const WAYS: [Way; 4] = [Way::Poll, Way::LongPoll, Way::Events, Way::Socket];

/// Those that hold a line open.
pub(crate) const STREAMS: [Way; 2] = [Way::Events, Way::Socket];

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Way::Poll => "poll",
            Way::LongPoll => "long poll",
            Way::Events => "events",
            Way::Socket => "socket",
        })
    }
}

/// Where a reader begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    Newest(u32),
    After(Cursor),
}

/// What comes over a line.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A page: the first one, or of what has changed, or after a reset.
    Page(Box<Page>),
    Change(Box<Change>),
    Leaving,
    Ended(Code),
}

/// One line to one room.
pub(crate) enum Line {
    Poll { wait: bool, at: From },
    Events(Box<Events>),
    Socket(Box<Socket>),
}

impl Line {
    pub(crate) async fn open(client: &Client, room: &str, way: Way, from: From) -> Answer<Self> {
        match way {
            Way::Poll => Ok(Line::Poll { wait: false, at: from }),
            Way::LongPoll => Ok(Line::Poll { wait: true, at: from }),
            Way::Events => Events::open(client, room, from).await.map(|events| Line::Events(Box::new(events))),
            Way::Socket => {
                let mut socket = Socket::connect(client).await?;
                socket.hello(client.token()).await?;
                socket.open(room, from).await?;
                Ok(Line::Socket(Box::new(socket)))
            }
        }
    }

    /// What comes next, and that is told apart; frames that say nothing of the room are passed over.
    pub(crate) async fn next(&mut self, client: &Client, room: &str) -> Answer<Heard> {
        loop {
            let frame = match self {
                Line::Poll { wait, at } => return poll(client, room, *wait, at).await,
                Line::Events(events) => events.next().await?,
                Line::Socket(socket) => socket.next().await?,
            };
            return Ok(match frame {
                ServerFrame::Opened(opened) => Heard::Page(Box::new(opened.page)),
                ServerFrame::Reset(page) => {
                    assert!(page.reset, "{page:?}");
                    Heard::Page(Box::new(page))
                }
                ServerFrame::Change(change) => Heard::Change(Box::new(change)),
                ServerFrame::Ended(ended) => Heard::Ended(ended.code),
                ServerFrame::Leaving(_) => Heard::Leaving,
                ServerFrame::Problem(frame) => {
                    let (status, retry_after) = (frame.problem.status, None);
                    return Err(Failure::Refused(Refused { status, problem: frame.problem, retry_after }));
                }
                _ => continue,
            });
        }
    }
}

/// Asks once more; a poller that waits for nothing takes a breath after an answer with nothing in it.
async fn poll(client: &Client, room: &str, wait: bool, at: &mut From) -> Answer<Heard> {
    let query = match at {
        From::Newest(last) => format!("last={last}"),
        From::After(cursor) => format!("after={cursor}&wait={}", if wait { 25 } else { 0 }),
    };
    let page = match client.page(room, &query).await {
        Ok(page) => page,
        Err(Failure::Refused(refused)) if refused.problem.code == Code::RoomDeleted => {
            return Ok(Heard::Ended(Code::RoomDeleted));
        }
        Err(failure) => return Err(failure),
    };
    let cursor = page.cursor.expect("a page to go on from has one");
    if *at == From::After(cursor) {
        tokio::time::sleep(Duration::from_millis(if wait { 1 } else { 15 })).await;
    }
    *at = From::After(cursor);
    Ok(Heard::Page(Box::new(page)))
}

/// A stream of server-sent events.
pub(crate) struct Events {
    response: reqwest::Response,
    left: Vec<u8>,
}

impl Events {
    pub(crate) async fn open(client: &Client, room: &str, from: From) -> Answer<Self> {
        let (query, last_event_id) = match from {
            From::Newest(last) => (format!("last={last}"), None),
            // As a browser does when it comes back by itself: the address is the first one's.
            From::After(cursor) => ("last=50".to_owned(), Some(cursor.to_string())),
        };
        let mut request = client.request(Method::GET, &format!("/v1/rooms/{room}/messages?{query}")).await;
        request = request.header("accept", "text/event-stream");
        if let Some(cursor) = last_event_id {
            request = request.header("last-event-id", cursor);
        }
        let response = answer(request).await?;
        assert_eq!(response.headers().get("content-type").and_then(|media| media.to_str().ok()), Some("text/event-stream"));
        Ok(Self { response, left: Vec::new() })
    }

    pub(crate) async fn next(&mut self) -> Answer<ServerFrame> {
        loop {
            if let Some(end) = self.left.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = self.left.drain(..end + 2).collect();
                if let Some(frame) = read_event(&String::from_utf8(event).expect("is UTF-8")) {
                    return Ok(frame);
                }
                continue;
            }
            match self.response.chunk().await? {
                Some(more) => self.left.extend_from_slice(&more),
                None => return Err(Failure::Line("the stream has ended".into())),
            }
        }
    }
}

/// Reads an event, and checks that its name and id say what its data says.
fn read_event(event: &str) -> Option<ServerFrame> {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
    let data = field("data: ")?;
    let frame: ServerFrame = serde_json::from_str(data).unwrap_or_else(|error| panic!("{error}: {data}"));
    let (name, cursor) = match &frame {
        ServerFrame::Opened(opened) => ("opened", opened.page.cursor),
        ServerFrame::Reset(page) => ("reset", page.cursor),
        ServerFrame::Change(change) => ("change", Some(change.cursor)),
        ServerFrame::Leaving(_) => ("leaving", None),
        ServerFrame::Ended(_) => ("ended", None),
        ServerFrame::Me(_) => ("me", None),
        ServerFrame::Presence(_) => ("presence", None),
        ServerFrame::Signal(_) => ("signal", None),
        ServerFrame::Waiting(_) => ("waiting", None),
        other => panic!("not on a stream of events: {other:?}"),
    };
    assert_eq!(field("event: "), Some(name), "{event}");
    assert_eq!(field("id: ").map(str::to_owned), cursor.map(|cursor| cursor.to_string()), "{event}");
    Some(frame)
}

/// A WebSocket.
pub(crate) struct Socket(pub(crate) WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    /// Connects, and says nothing yet.
    pub(crate) async fn connect(client: &Client) -> Answer<Self> {
        Self::connect_in(client, "en").await
    }

    /// Connects as one who reads a language.
    pub(crate) async fn connect_in(client: &Client, language: &str) -> Answer<Self> {
        let address = format!("ws://{}/v1/socket", client.address().await);
        let mut request = address.into_client_request().expect("a request");
        request.headers_mut().insert("sec-websocket-protocol", SUBPROTOCOL.parse().expect("a header"));
        request.headers_mut().insert("accept-language", language.parse().expect("a header"));
        for (name, value) in client.session_head() {
            request.headers_mut().insert(name, value.parse().expect("a header"));
        }
        let (socket, response) = tokio_tungstenite::connect_async(request).await.map_err(|error| gone(&error))?;
        assert_eq!(response.headers().get("sec-websocket-protocol").and_then(|name| name.to_str().ok()), Some(SUBPROTOCOL));
        Ok(Self(socket))
    }

    pub(crate) async fn send(&mut self, frame: &ClientFrame) -> Answer<()> {
        self.send_text(&serde_json::to_string(frame).expect("writes")).await
    }

    pub(crate) async fn send_text(&mut self, text: &str) -> Answer<()> {
        self.0.send(Frame::text(text)).await.map_err(|error| gone(&error))
    }

    /// Introduces the connection.
    pub(crate) async fn hello(&mut self, token: Option<&str>) -> Answer<()> {
        self.send(&ClientFrame::Hello(Hello { token: token.map(str::to_owned), lang: None })).await?;
        match self.next().await? {
            ServerFrame::Welcome(_) => Ok(()),
            other => panic!("{other:?}"),
        }
    }

    /// Asks for a room; what it is answered comes by [`next`](Self::next), with the room's name as `ref`.
    pub(crate) async fn open(&mut self, room: &str, from: From) -> Answer<()> {
        let (after, last) = match from {
            From::Newest(last) => (None, Some(last)),
            From::After(cursor) => (Some(cursor), None),
        };
        let open = Open { reference: room.to_owned(), room: room.parse().expect("a room"), after, last, token: None };
        self.send(&ClientFrame::Open(open)).await
    }

    pub(crate) async fn next(&mut self) -> Answer<ServerFrame> {
        match self.next_or_close().await? {
            Ok(frame) => Ok(frame),
            Err(close) => Err(Failure::Line(format!("closed: {close:?}"))),
        }
    }

    /// The next frame, or with what the connection is closed.
    pub(crate) async fn next_or_close(&mut self) -> Answer<Result<ServerFrame, Option<CloseFrame>>> {
        loop {
            match self.0.next().await {
                Some(Ok(Frame::Text(text))) => {
                    let frame = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
                    return Ok(Ok(frame));
                }
                Some(Ok(Frame::Close(close))) => return Ok(Err(close)),
                Some(Ok(Frame::Ping(_) | Frame::Pong(_))) => {}
                Some(Ok(other)) => panic!("{other:?}"),
                Some(Err(error)) => return Err(gone(&error)),
                None => return Err(Failure::Line("the connection has ended".into())),
            }
        }
    }
}

fn gone(error: &tungstenite::Error) -> Failure {
    Failure::Line(error.to_string())
}
