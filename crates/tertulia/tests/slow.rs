//! Readers whose line takes little at a time, or nothing: a WebSocket over a pipe of a thousand bytes.
//!
//! Time stands still but where a test waits, and then jumps to whatever is due next.

use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tertulia::Chat;
use tertulia::auth::Identity;
use tertulia::limits::Limits;
use tertulia::metrics::{Sample, Value};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{RoomName, ServerFrame};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::sleep;

/// Bytes that the line holds before it takes no more.
const LINE_BYTES: usize = 1_024;

struct Ground {
    chat: Chat,
    ana: Identity,
    room: RoomName,
}

impl Ground {
    async fn new(limits: Limits) -> Self {
        let chat =
            Chat::builder().store(Arc::new(MemoryStore::new())).limits(limits).secret([7; 32]).build().await.expect("built");
        let token = chat.owner_token("ana", 100_000).expect("a token");
        let ground = Self { ana: chat.identify(&token).expect("good"), room: room("room/lobby"), chat };
        ground.chat.put_room(&ground.ana, &ground.room, PutRoom::default()).await.expect("made");
        ground
    }

    /// Says a message that is longer than the line holds, told by its number.
    async fn say(&self, number: u32) {
        let text = format!("number {number} {}", "x".repeat(LINE_BYTES + 500));
        let say = Say { text, client_id: None, kind: None, reply_to: None, sender: None, data: None };
        self.chat.say(&self.ana, &self.room, say).await.expect("is said");
    }

    /// A socket on which the room is open, with whatever the query of `open` says.
    async fn open(&self, from: &str) -> Line {
        let (near, far) = tokio::io::duplex(LINE_BYTES);
        let service = TowerToHyperService::new(self.chat.router::<()>());
        let serving = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(far), service).with_upgrades();
        tokio::spawn(serving);
        let mut line = Line(near);
        let head = "GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        line.0.write_all(head.as_bytes()).await.expect("is sent");
        line.skip_head().await;
        let token = self.chat.owner_token("ana", 100_000).expect("a token");
        line.send(&format!(r#"{{"type": "hello", "token": "{token}"}}"#)).await;
        assert!(matches!(line.next().await, ServerFrame::Welcome(_)));
        line.send(&format!(r#"{{"type": "open", "ref": "1", "room": "room/lobby", {from}}}"#)).await;
        line
    }
}

/// The client's end, read no further than asked for.
struct Line(DuplexStream);

impl Line {
    async fn skip_head(&mut self) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.0.read_u8().await.expect("an answer"));
        }
        assert!(head.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&head));
    }

    /// Sends a text frame, with a mask of nothing (RFC 6455, section 5.2).
    async fn send(&mut self, text: &str) {
        let length = u16::try_from(text.len()).expect("a small frame").to_be_bytes();
        let head = [0x81, 0xFE, length[0], length[1], 0, 0, 0, 0];
        self.0.write_all(&[&head, text.as_bytes()].concat()).await.expect("is sent");
    }

    /// The bytes that the next text frame has. Control frames are passed over.
    async fn begin(&mut self) -> usize {
        loop {
            let head = self.0.read_u8().await.expect("a frame");
            let length = match self.0.read_u8().await.expect("a length") {
                126 => u64::from(self.0.read_u16().await.expect("a length")),
                127 => self.0.read_u64().await.expect("a length"),
                short => u64::from(short),
            };
            let length = usize::try_from(length).expect("fits");
            if head == 0x81 {
                return length;
            }
            self.take(length).await;
        }
    }

    async fn take(&mut self, bytes: usize) -> Vec<u8> {
        let mut taken = vec![0; bytes];
        self.0.read_exact(&mut taken).await.expect("bytes");
        taken
    }

    async fn end(&mut self, length: usize) -> ServerFrame {
        serde_json::from_slice(&self.take(length).await).expect("a frame")
    }

    async fn next(&mut self) -> ServerFrame {
        let length = self.begin().await;
        self.end(length).await
    }
}

/// The text of a frame's message.
fn text(frame: &ServerFrame) -> Option<&str> {
    match frame {
        ServerFrame::Change(change) => change.message.as_ref().map(|message| message.text.as_str()),
        _ => None,
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_deleted_while_the_line_is_full_does_not_come() {
    let ground = Ground::new(Limits::default()).await;
    let mut line = ground.open(r#""last": 1"#).await;
    assert!(matches!(line.next().await, ServerFrame::Opened(_)));
    for number in 1..=10 {
        ground.say(number).await;
    }
    // The first has filled the line. With the second's beginning, all the others are on their way.
    assert!(text(&line.next().await).expect("a message").starts_with("number 1 "));
    let second = line.begin().await;
    ground.chat.delete(&ground.ana, &ground.room, 8).await.expect("is deleted");
    let mut texts = vec![text(&line.end(second).await).expect("a message").to_owned()];
    while texts.last().is_some_and(|text| !text.is_empty()) {
        texts.push(text(&line.next().await).expect("a message").to_owned());
    }
    let numbers: Vec<_> = texts.iter().map(|text| text.split(' ').nth(1).unwrap_or("deleted")).collect();
    assert_eq!(numbers, ["2", "3", "4", "5", "6", "7", "9", "10", "deleted"]);
}

#[tokio::test(start_paused = true)]
async fn a_line_that_takes_a_little_now_and_then_gets_all() {
    let ground = Ground::new(Limits { stall_s: 30, ..Limits::default() }).await;
    for number in 1..=50 {
        ground.say(number).await;
    }
    let mut line = ground.open(r#""last": 50"#).await;
    let length = line.begin().await;
    let mut page = Vec::new();
    while page.len() < length {
        sleep(Duration::from_secs(20)).await;
        page.extend(line.take((length - page.len()).min(6 * LINE_BYTES)).await);
    }
    let ServerFrame::Opened(opened) = serde_json::from_slice(&page).expect("a frame") else { panic!("not opened") };
    assert_eq!(opened.page.messages.len(), 50);
    ground.say(51).await;
    while text(&line.next().await).is_none_or(|text| !text.starts_with("number 51 ")) {}
}

#[tokio::test(start_paused = true)]
async fn a_line_that_takes_nothing_is_cut() {
    let ground = Ground::new(Limits { stall_s: 30, ..Limits::default() }).await;
    ground.say(1).await;
    let mut line = ground.open(r#""last": 1"#).await;
    line.begin().await;
    sleep(Duration::from_secs(61)).await;
    let mut rest = Vec::new();
    line.0.read_to_end(&mut rest).await.expect("what the line held");
    assert!(rest.len() <= LINE_BYTES, "{}", rest.len());
    let cut = ground.chat.metrics().into_iter().find(|metric| metric.name == "tertulia_slow_readers_cut_total");
    assert_eq!(cut.map(|metric| metric.samples), Some(vec![Sample { label: None, value: Value::Number(1.0) }]));
}

#[tokio::test(start_paused = true)]
async fn a_slow_reader_of_much_is_listened_to_on_the_way() {
    let ground = Ground::new(Limits { chunk_changes: 2, ..Limits::default() }).await;
    let mut line = ground.open(r#""last": 1"#).await;
    assert!(matches!(line.next().await, ServerFrame::Opened(_)));
    for number in 1..=100 {
        ground.say(number).await;
    }
    line.send(r#"{"type": "say", "ref": "2", "room": "room/lobby", "text": "hola"}"#).await;
    let mut before = 0;
    while !matches!(line.next().await, ServerFrame::Said(_)) {
        before += 1;
    }
    assert!(before < 10, "{before}");
}
