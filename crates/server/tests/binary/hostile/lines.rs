//! Lines that end in the middle, at one end only, or not at all.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::timeout;

use super::{MESSAGES, connections};
use crate::client::Client;
use crate::raw::{Answered, Raw, frame};
use crate::server::{Server, until, within};

/// Between two bytes of those who hold a line for as long as it goes.
const DRIP: Duration = Duration::from_millis(150);

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

fn post(path: &str, mallory: &Client, length: usize) -> String {
    let token = mallory.token().expect("has one");
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n"
    )
}

/// Who has asked and says that no more will come is answered; who says so in the middle of what they ask is not waited for.
pub(super) async fn half_closed(server: &Server, mallory: &Client) {
    let guest = r#"{"name": "Mallet"}"#;
    let large = "x".repeat(100_000);
    let asked = [
        (get("/healthz"), Some(200)),
        (get(&format!("{MESSAGES}?last=50")), Some(200)),
        (get(&format!("{MESSAGES}?after=0&wait=25")), Some(200)),
        (get(&format!("{MESSAGES}?last=x")), Some(422)),
        (get("/v1/rooms/project/absent/messages?after=0&wait=1"), Some(200)),
        (get("/widget.js"), Some(200)),
        (post("/v1/guests", mallory, guest.len()) + guest, Some(201)),
        (post(MESSAGES, mallory, large.len()) + &large, Some(400)),
        (post(MESSAGES, mallory, 100) + r#"{"text": "hal"#, Some(400)),
        (post(MESSAGES, mallory, 100), Some(400)),
        (get("/healthz").trim_end().to_owned(), None),
        ("G".to_owned(), None),
        (String::new(), None),
    ];
    let ask = async |(bytes, expected): (String, Option<u16>)| {
        let mut raw = Raw::connect(server).await;
        raw.write(bytes.as_bytes()).await;
        raw.close_writing().await;
        let statuses: Vec<u16> = within(&bytes, raw.answers()).await.iter().map(|answer| answer.status).collect();
        let what = || format!("{}: {statuses:?}", bytes.chars().take(80).collect::<String>());
        (statuses != expected.into_iter().collect::<Vec<_>>()).then(what)
    };
    let faults: Vec<String> = join_all(asked.into_iter().map(ask)).await.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Streams of each kind.
async fn streams(server: &Server) -> Vec<Raw> {
    let mut streams = Vec::new();
    for _ in 0..10 {
        for query in ["after=0&format=sse", "format=text&follow"] {
            let mut raw = Raw::connect(server).await;
            raw.write(get(&format!("{MESSAGES}?{query}")).as_bytes()).await;
            within("the first page", raw.until(b"after nothing")).await.expect("comes");
            streams.push(raw);
        }
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        let frames = [r#"{"type": "hello"}"#, r#"{"type": "open", "ref": "1", "room": "project/42"}"#];
        raw.write(&frames.map(|text| frame(0x81, text.as_bytes())).concat()).await;
        within("the first page", raw.until(b"after nothing")).await.expect("comes");
        streams.push(raw);
    }
    streams
}

/// Who says on a stream that no more will come is taken for gone: nobody can tell them from those who are.
pub(super) async fn streams_left(server: &Server) {
    let before = connections(server);
    let mut streams = streams(server).await;
    assert!(connections(server) >= streams.len());
    for stream in &mut streams {
        stream.close_writing().await;
    }
    for stream in &mut streams {
        within("the stream ends", stream.ended()).await;
    }
    drop(streams);
    until("their lines are given back", async || connections(server) <= before).await;
}

/// Lines that are reset at every point of a request and of a stream are given back at once.
pub(super) async fn reset(server: &Server, mallory: &Client) {
    let before = connections(server);
    let mut lines = streams(server).await;
    let unfinished = [
        String::new(),
        "GET /heal".to_owned(),
        post(MESSAGES, mallory, 100),
        post(MESSAGES, mallory, 100) + r#"{"text": "hal"#,
        get(&format!("{MESSAGES}?after=ffffffffffffffff.1&wait=25")),
        get("/v1/rooms/project/absent/messages?after=0&wait=25"),
        get(&format!("{MESSAGES}?last=200")).repeat(50),
    ];
    for bytes in unfinished {
        let mut raw = Raw::connect(server).await;
        raw.write(bytes.as_bytes()).await;
        lines.push(raw);
    }
    for length in 0..23 {
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        raw.write(&frame(0x81, br#"{"type": "hello"}"#)[..length]).await;
        lines.push(raw);
    }
    lines.into_iter().for_each(Raw::reset);
    until("their lines are given back", async || connections(server) <= before).await;
}

/// Says the bytes one at a time, over and over, until there is an answer or the line is cut.
async fn drip(server: &Server, begun: &str, bytes: &str) -> Option<Answered> {
    let mut raw = Raw::connect(server).await;
    raw.write(begun.as_bytes()).await;
    for byte in bytes.bytes().cycle() {
        raw.write(&[byte]).await;
        if let Ok(answered) = timeout(DRIP, raw.answer()).await {
            return answered;
        }
    }
    None
}

/// Heads, bodies and frames that come a byte at a time, without end, are cut in the time that they may take.
pub(super) async fn dripping(server: &Server, mallory: &Client) {
    let chunked = post(MESSAGES, mallory, 1).replace("Content-Length: 1", "Transfer-Encoding: chunked");
    let drips = [
        (String::new(), "GET /healthz HTTP/1.1", None),
        (String::new(), "\r\n", None),
        ("GET /healthz HTTP/1.1\r\nHost: localhost\r\n".to_owned(), "X: y\r\n", None),
        (post(MESSAGES, mallory, 131_000), " ", Some(400)),
        (chunked.clone(), "1\r\n \r\n", Some(400)),
        (chunked.clone() + "1;", "x", Some(400)),
        (chunked + "1\r\n \r\n0\r\n", "X: y\r\n", Some(400)),
    ];
    let cut = async |(begun, bytes, expected): (String, &str, Option<u16>)| {
        let answered = within("is cut", drip(server, &begun, bytes)).await;
        assert_eq!(answered.map(|answered| answered.status), expected, "{begun:?} {bytes:?}");
    };
    let frames = async {
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        let frame = frame(0x81, &[b' '; 1_000]);
        let mut bytes = frame.iter();
        let closed = loop {
            raw.write(&[*bytes.next().expect("is cut before it has ended")]).await;
            if let Ok(closed) = timeout(DRIP, raw.closed()).await {
                break closed;
            }
        };
        assert_eq!(closed, Some((4009, "hello_missing".into())));
    };
    tokio::join!(join_all(drips.into_iter().map(cut)), within("is closed", frames));
}
