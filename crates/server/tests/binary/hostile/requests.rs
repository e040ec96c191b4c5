//! Heads and bodies that two servers could read as different requests, and heads that are none.
//!
//! A proxy in front of the server may read them in the other way: then what it takes for the body of one request must never be
//! carried out as another one.

use futures_util::future::join_all;

use super::MESSAGES;
use crate::client::Client;
use crate::raw::Raw;
use crate::server::{Server, within};

/// Writes each on a line of its own, and expects these statuses, in order, before the line ends.
async fn each(server: &Server, attacks: Vec<(String, String, &[u16])>) {
    let attack = async |(what, bytes, expected): (String, String, &[u16])| {
        let mut raw = Raw::connect(server).await;
        raw.write(bytes.as_bytes()).await;
        let answers = within(&what, raw.answers()).await;
        let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        (statuses != expected).then(|| format!("{:?}: {statuses:?}, not {expected:?}", what.chars().take(70).collect::<String>()))
    };
    let faults: Vec<String> = join_all(attacks.into_iter().map(attack)).await.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A send that would be carried out if it were taken for a request.
fn hidden(mallory: &Client) -> String {
    let token = mallory.token().expect("has one");
    format!(
        "POST {MESSAGES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n\
         Content-Length: 19\r\n\r\n{{\"text\":\"smuggled\"}}"
    )
}

/// The head of a send with these lines about its length, and what follows.
fn send(lines: &str, body: &str) -> String {
    format!("POST {MESSAGES} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{lines}\r\n\r\n{body}")
}

/// Bodies whose end is told twice, or by what is no number.
pub(super) async fn two_lengths(server: &Server, mallory: &Client) {
    let hidden = hidden(mallory);
    let body = format!("0\r\n\r\n{hidden}");
    let length = body.len();
    let both = [
        format!("Content-Length: {length}\r\nTransfer-Encoding: chunked"),
        format!("Transfer-Encoding: chunked\r\nContent-Length: {length}"),
        "Transfer-Encoding: chunked\r\nContent-Length: x".into(),
    ];
    // The encoding counts, as it does for every proxy that keeps to RFC 9112; and the line ends with the answer.
    let both = both.into_iter().map(|lines| (lines.clone(), send(&lines, &body), &[400][..]));
    let broken = [
        format!("Content-Length: 0\r\nContent-Length: {length}"),
        format!("Content-Length: {length}\r\nContent-Length: 0"),
        format!("Content-Length: 0, {length}"),
        "Content-Length: 0, 0".into(),
        "Content-Length: +0".into(),
        "Content-Length: -1".into(),
        "Content-Length: 0x0".into(),
        "Content-Length: 0 0".into(),
        "Content-Length: 1e1".into(),
        "Content-Length: ٠".into(),
        "Content-Length:".into(),
        "Content-Length: 99999999999999999999".into(),
        "Content-Length : 0".into(),
        "Content-Length\t: 0".into(),
    ];
    let broken = broken.into_iter().map(|lines| (lines.clone(), send(&lines, &body), &[400][..]));
    each(server, both.chain(broken).collect()).await;
}

/// Encodings that one server may take for chunks, and another not.
pub(super) async fn odd_encodings(server: &Server, mallory: &Client) {
    let body = format!("0\r\n\r\n{}", hidden(mallory));
    let broken = [
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding: chunked;q=1",
        "Transfer-Encoding: \u{b}chunked",
        "Transfer-Encoding: chunked\0",
        "Transfer-Encoding: identity",
        "Transfer-Encoding:",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\r\n chunked",
        "X: y\r\n Transfer-Encoding: chunked",
        "X: y\rTransfer-Encoding: chunked",
        "Transfer-Encoding\0: chunked",
    ];
    let mut attacks: Vec<_> = broken.iter().map(|lines| ((*lines).to_owned(), send(lines, &body), &[400][..])).collect();
    let old = send("Transfer-Encoding: chunked", &body).replacen("HTTP/1.1", "HTTP/1.0", 1);
    attacks.push(("chunks in HTTP/1.0".into(), old, &[400]));
    each(server, attacks).await;
}

/// Chunks that are none, or that never end.
pub(super) async fn odd_chunks(server: &Server, mallory: &Client) {
    let text = r#"{"text":"a"}"#;
    let broken = [
        format!("fffffffffffffffff\r\n{text}"),
        format!("-c\r\n{text}\r\n0\r\n\r\n"),
        format!("0xc\r\n{text}\r\n0\r\n\r\n"),
        format!("+c\r\n{text}\r\n0\r\n\r\n"),
        format!("c\n{text}\n0\n\n"),
        format!("c;a=\n{text}\r\n0\r\n\r\n"),
        format!("c\r\n{text}0\r\n\r\n"),
        format!("\r\n{text}\r\n0\r\n\r\n"),
        format!("c;{}\r\n{text}\r\n0\r\n\r\n", "x".repeat(40_000)),
        format!("c\r\n{text}\r\n0\r\n{}\r\n", "X-More: y\r\n".repeat(5_000)),
        format!("c\r\n{text}\r\n"),
    ];
    let token = mallory.token().expect("has one");
    let lines = format!("Authorization: Bearer {token}\r\nTransfer-Encoding: chunked");
    let attacks = broken.into_iter().map(|body| (body.clone(), send(&lines, &body), &[400][..]));
    each(server, attacks.collect()).await;
    // What is said in a trailer is not part of the head: nobody is let in by it.
    let trailer = format!("c\r\n{text}\r\n0\r\nAuthorization: Bearer {token}\r\nContent-Length: 5\r\n\r\n");
    each(server, vec![("a token in a trailer".into(), send("Transfer-Encoding: chunked", &trailer), &[401])]).await;
}

/// Heads that are no heads, or another protocol's.
pub(super) async fn odd_heads(server: &Server) {
    let get = |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n");
    let attacks: Vec<(String, &[u16])> = vec![
        ("\x16\x03\x01\x02\x00\x01\x00\x01\u{7f}\x03\x03".into(), &[400]),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(), &[]),
        ("GET /healthz\r\n\r\n".into(), &[400]),
        ("GET /healthz HTTP/0.9\r\n\r\n".into(), &[400]),
        ("GET /healthz HTTP/9.9\r\n\r\n".into(), &[400]),
        ("GET  /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[400]),
        ("GET /healthz HTTP/1.1 \r\nHost: localhost\r\n\r\n".into(), &[400]),
        ("G\0T /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[400]),
        ("GET /heal\0thz HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[400]),
        (get("/healthz", "X: a\0b\r\n"), &[400]),
        (get("/healthz", "X: a\r\n b\r\n"), &[400]),
        (get("/healthz", " X: a\r\n"), &[400]),
        (get("/healthz", "X : a\r\n"), &[400]),
        (get("/healthz", ": a\r\n"), &[400]),
        (get("/healthz", "no colon\r\n"), &[400]),
        (get("/healthz", &format!("X-Long: {}\r\n", "a".repeat(100_000))), &[431]),
        (get("/healthz", &"X-Many: 1\r\n".repeat(5_000)), &[431]),
        (get(&format!("/{}", "a".repeat(70_000)), ""), &[431]),
        ("CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[404]),
        ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[404]),
        ("TRACE /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), &[405]),
        (get("http://localhost/healthz", ""), &[200]),
        (get("/healthz", "Upgrade: h2c\r\nConnection: upgrade, http2-settings\r\nHTTP2-Settings: AAMAAABk\r\n"), &[200]),
        // A line may end with a line feed alone (RFC 9112, section 2.2): one request for all who read it.
        ("GET /healthz HTTP/1.1\nHost: localhost\n\n".into(), &[200]),
    ];
    each(server, attacks.into_iter().map(|(bytes, statuses)| (bytes.clone(), bytes, statuses)).collect()).await;
}

/// Hosts that are not this one, are several, or none.
pub(super) async fn odd_hosts(server: &Server) {
    let attacks: Vec<(&str, &[u16])> = vec![
        ("GET /healthz HTTP/1.1\r\n\r\n", &[403]),
        ("GET /healthz HTTP/1.1\r\nHost:\r\n\r\n", &[403]),
        ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", &[400]),
        ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: chat.example\r\n\r\n", &[400]),
        ("GET /healthz HTTP/1.1\r\nHost: chat.example\r\nHost: localhost\r\n\r\n", &[400]),
        ("GET /healthz HTTP/1.1\r\nHost: localhost@chat.example\r\n\r\n", &[403]),
        ("GET /healthz HTTP/1.1\r\nHost: localhost, chat.example\r\n\r\n", &[403]),
        ("GET /healthz HTTP/1.1\r\nHost: localhost\r\n Host: chat.example\r\n\r\n", &[400]),
        ("GET http://chat.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", &[403]),
        ("GET http://localhost@chat.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", &[403]),
    ];
    each(server, attacks.into_iter().map(|(bytes, statuses)| (bytes.to_owned(), bytes.to_owned(), statuses)).collect()).await;
}

/// Several requests in one write: they are answered in their order, up to one that leaves the line in doubt.
pub(super) async fn pipelined(server: &Server, mallory: &Client) {
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let orderly = [get("/healthz"), get("/nowhere"), get("/healthz")].concat();
    let many = get("/healthz").repeat(200);
    // Taken for the body that was announced, and refused with it when no more of it comes.
    let unfinished = send("Content-Length: 1000000", &hidden(mallory));
    // Nobody reads this body: what follows the head must not be taken for a request that nobody sent.
    let unread = send(&format!("Content-Length: {}", hidden(mallory).len()), &hidden(mallory)).replacen(MESSAGES, "/nowhere", 1);
    let close = format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n{}", hidden(mallory));
    let attacks: Vec<(String, String, &[u16])> = vec![
        ("in order".into(), orderly, &[200, 404, 200]),
        ("two hundred".into(), many, &[200; 200]),
        ("in a body that does not end".into(), unfinished, &[400]),
        ("in a body that nobody reads".into(), unread, &[404]),
        ("after the last".into(), close, &[200]),
    ];
    each(server, attacks).await;
}

/// A handshake with a body: its bytes are frames of the connection that it asks for, never a request.
pub(super) async fn upgrades_with_a_body(server: &Server, mallory: &Client) {
    let hidden = hidden(mallory);
    let handshake = |more: &str| {
        format!(
            "GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             {more}\r\n"
        )
    };
    let key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    let attacks: Vec<(String, String, &[u16])> = vec![
        ("a request behind a handshake".into(), handshake(key) + &hidden, &[101]),
        ("a handshake with a length".into(), handshake(&format!("{key}Content-Length: {}\r\n", hidden.len())) + &hidden, &[101]),
        (
            "a handshake in chunks".into(),
            handshake(&format!("{key}Transfer-Encoding: chunked\r\n")) + "0\r\n\r\n" + &hidden,
            &[101],
        ),
        ("another version".into(), handshake(key).replace("13", "8"), &[426]),
        ("no key".into(), handshake(""), &[400]),
    ];
    each(server, attacks).await;
}
