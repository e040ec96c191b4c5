//! Slow and rude clients: they are cut, and nobody else notices.

use futures_util::StreamExt;
use tertulia_wire::Cursor;
use tertulia_wire::request::PutRoom;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::line::{From, WAYS};
use crate::metrics::{admin, scrape, value};
use crate::reader::Reader;
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";
/// Together more than a system keeps for a line whose other end takes nothing.
const TEXTS: usize = 150;
const TEXT_BYTES: usize = 80_000;

/// A line with as little room as the system gives.
async fn narrow(server: &Server) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4_096).expect("is set");
    socket.connect(server.address().parse().expect("an address")).await.expect("connects")
}

/// How many connections the server holds open.
fn connections(server: &Server) -> usize {
    let open = std::fs::read_dir(format!("/proc/{}/fd", server.child().id())).expect("a process");
    let target = |entry: std::io::Result<std::fs::DirEntry>| std::fs::read_link(entry.ok()?.path()).ok();
    open.filter_map(target).filter(|target| target.to_string_lossy().starts_with("socket:")).count()
}

#[tokio::test]
async fn a_reader_that_takes_nothing_is_cut_and_slows_nobody() {
    let server = Server::start_with("admin_listen = '127.0.0.1:0'\n[limits]\nstall_s = 1\nbeat_s = 300").await;
    let idle = connections(&server);
    let owner = server.owner();
    owner.put_room(ROOM, &PutRoom { text_max: Some(20_000), ..PutRoom::default() }).await.expect("is made");
    let get = format!("GET /v1/rooms/{ROOM}/messages?after=0&format=sse HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let mut by_events = narrow(&server).await;
    by_events.write_all(get.as_bytes()).await.expect("is taken");
    let request = format!("ws://{}/v1/socket", server.address());
    let (mut by_socket, _) = tokio_tungstenite::client_async(request, narrow(&server).await).await.expect("connects");
    for frame in [r#"{"type": "hello"}"#.to_owned(), format!(r#"{{"type": "open", "ref": "1", "room": "{ROOM}", "after": "0"}}"#)]
    {
        futures_util::SinkExt::send(&mut by_socket, frame.into()).await.expect("is taken");
    }
    for _ in 0..2 {
        by_socket.next().await.expect("goes on").expect("a frame");
    }
    let mut readers: Vec<Reader> = WAYS.map(|way| Reader::new(&server.nobody(), ROOM, way, From::After(Cursor::Start))).into();

    let text = "🙂".repeat(TEXT_BYTES / 4);
    for count in 1..=TEXTS {
        owner.say(ROOM, &text).await;
        for reader in &mut readers {
            reader.until("has read it", |picture| picture.messages.len() == count).await;
        }
    }
    for reader in &mut readers {
        assert_eq!(reader.lines, 1, "{}: was not cut", reader.way);
    }
    readers.clear();
    drop(owner);
    until("the two that take nothing are cut", async || connections(&server) == idle).await;
    let numbers = scrape(&admin(&server).await).await;
    assert_eq!(value(&numbers, "tertulia_slow_readers_cut_total"), 2.0);

    let mut taken = Vec::new();
    let _ = within("the end of the line", by_events.read_to_end(&mut taken)).await;
    assert!(taken.len() < TEXTS * TEXT_BYTES, "cut before the end: {} bytes", taken.len());
    let left = within("the end of the line", by_socket.filter(|frame| std::future::ready(frame.is_ok())).count()).await;
    assert!(left < TEXTS, "cut before the end: {left} frames");
    server.nobody().page(ROOM, "last=1").await.expect("it serves on");
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut() {
    let server = Server::start_with("[limits]\nhead_s = 1").await;
    let mut silent = TcpStream::connect(server.address()).await.expect("connects");
    let mut dripping = TcpStream::connect(server.address()).await.expect("connects");
    let mut answer = Vec::new();
    let _ = within("is cut", silent.read_to_end(&mut answer)).await;
    dripping.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n").await.expect("is taken");
    within("is cut", async {
        // A byte now and then, as one who means to hold the line for as long as it goes.
        while dripping.write_all(b"x: y\r\n").await.is_ok() {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    })
    .await;
    server.nobody().page(ROOM, "").await.expect("it serves on");
}

#[tokio::test]
async fn a_body_that_never_ends_is_cut() {
    let server = Server::start_with("[limits]\nbody_s = 1").await;
    let ana = server.guest("Ana").await;
    let mut line = TcpStream::connect(server.address()).await.expect("connects");
    let head = format!(
        "POST /v1/rooms/{ROOM}/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         authorization: Bearer {}\r\ncontent-length: 100\r\n\r\n{{",
        ana.token().expect("has one")
    );
    line.write_all(head.as_bytes()).await.expect("is taken");
    let mut answer = String::new();
    within("is refused and cut", line.read_to_string(&mut answer)).await.expect("an answer, and the end");
    assert!(answer.starts_with("HTTP/1.1 400") && answer.contains("malformed"), "{answer}");
    server.nobody().page(ROOM, "").await.expect("it serves on");
}

/// What the kernel waits for on the server's end of a line, as Linux tells it: which timer, and for how many hundredths of a second.
fn timer(server: &Server, line: &TcpStream) -> (u8, u32) {
    // Loopback, as a number of the machine's own order.
    let end = |port: u16| format!("0100007F:{port:04X}");
    let own = end(line.local_addr().expect("an address").port());
    let theirs = end(line.peer_addr().expect("an address").port());
    let table = std::fs::read_to_string(format!("/proc/{}/net/tcp", server.child().id())).expect("a table");
    let ends = |row: &Vec<&str>| row.get(1) == Some(&&*theirs) && row.get(2) == Some(&&*own);
    let row = table.lines().map(|row| row.split_whitespace().collect::<Vec<_>>()).find(ends).expect("a line of the server's");
    let (which, left) = row[5].split_once(':').expect("which and when");
    (which.parse().expect("a number"), u32::from_str_radix(left, 16).expect("a number"))
}

#[tokio::test]
async fn a_follower_that_nothing_is_sent_to_is_asked_by_the_system_whether_it_is_there() {
    let server = Server::start().await;
    server.owner().say(ROOM, "and then nothing").await;
    let mut follower = TcpStream::connect(server.address()).await.expect("connects");
    let get = format!("GET /v1/rooms/{ROOM}/messages?format=text&follow HTTP/1.1\r\nhost: localhost\r\n\r\n");
    follower.write_all(get.as_bytes()).await.expect("is taken");
    let mut some = [0; 1_024];
    assert_ne!(follower.read(&mut some).await.expect("answers"), 0);
    // 2 is the timer of `SO_KEEPALIVE`; the system's own would wait for two hours.
    until("it will be asked within a minute", async || matches!(timer(&server, &follower), (2, 1..=6_000))).await;
}
