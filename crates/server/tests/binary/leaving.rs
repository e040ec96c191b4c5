//! SIGTERM: readers are told to come back, who asked is answered, and the file is free for the next one.

use std::process::Stdio;
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{Cursor, Message};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::client::saying;
use crate::line::{From, Heard, Line, STREAMS, WAYS};
use crate::reader::Reader;
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";

#[tokio::test]
async fn streams_are_told_to_come_back_and_do() {
    let mut server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "hola").await;
    let mut lines = Vec::new();
    for way in STREAMS {
        let mut line = Line::open(&ana, ROOM, way, From::Newest(5)).await.expect("opens");
        assert!(matches!(line.next(&ana, ROOM).await, Ok(Heard::Page(_))));
        lines.push(line);
    }
    let mut readers: Vec<Reader> = WAYS.map(|way| Reader::new(&ana, ROOM, way, From::Newest(5))).into();
    for reader in &mut readers {
        reader.until("has read it", |picture| picture.messages.len() == 1).await;
    }
    server.terminate();
    for line in &mut lines {
        let heard = within("a word of farewell", line.next(&ana, ROOM)).await;
        assert!(matches!(heard, Ok(Heard::Leaving)), "{heard:?}");
        let over = within("the end of the line", line.next(&ana, ROOM)).await;
        assert!(over.is_err(), "{over:?}");
    }
    drop(lines);
    let status = server.ended().await;
    assert_eq!(status.code(), Some(0), "{}", server.log());

    server.run().await;
    let second = ana.say(ROOM, "and again").await;
    assert_eq!(second.id, 2);
    for reader in &mut readers {
        reader.until("has come back", |picture| picture.messages.contains_key(&2)).await;
        assert_eq!(reader.picture.resets, 0, "{}", reader.way);
    }
}

/// A send whose head has arrived and whose body has not: the server has said that it waits for it.
async fn begin_send(server: &Server, token: &str, body: &str) -> TcpStream {
    let mut line = TcpStream::connect(server.address()).await.expect("connects");
    let head = format!(
        "POST /v1/rooms/{ROOM}/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         authorization: Bearer {token}\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).await.expect("is taken");
    let mut go_on = [0; 25];
    within("the server waits for the body", line.read_exact(&mut go_on)).await.expect("goes on");
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    line
}

#[tokio::test]
async fn sends_that_are_under_way_are_answered() {
    let mut server = Server::start().await;
    let ana = server.guest("Ana").await;
    let room = ana.say(ROOM, "before").await;
    let mut sends = Vec::new();
    for n in 0..8 {
        let body = serde_json::to_string(&saying(&format!("request-{n}"), "under way")).expect("writes");
        sends.push((begin_send(&server, ana.token().expect("has one"), &body).await, body));
    }
    for (line, body) in &mut sends[..4] {
        line.write_all(body.as_bytes()).await.expect("is taken");
    }
    let mut line = Line::open(&ana, ROOM, STREAMS[0], From::Newest(5)).await.expect("opens");
    assert!(matches!(line.next(&ana, ROOM).await, Ok(Heard::Page(_))));
    server.terminate();
    let farewell = async {
        loop {
            match line.next(&ana, ROOM).await {
                // What was under way may be written first.
                Ok(Heard::Change(_)) => {}
                heard => return heard,
            }
        }
    };
    let heard = within("a word of farewell", farewell).await;
    assert!(matches!(heard, Ok(Heard::Leaving)), "{heard:?}");

    let mut acknowledged: Vec<Message> = vec![room];
    for (n, (line, _)) in sends.iter_mut().enumerate() {
        let mut answer = String::new();
        within("an answer", line.read_to_string(&mut answer)).await.expect("an answer, and the end");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        // Taken or refused, but not left without an answer; refused at once where the rest of it has yet to come.
        if n < 4 && head.starts_with("HTTP/1.1 201") {
            acknowledged.push(serde_json::from_str(body).expect("a message"));
        } else {
            assert!(head.starts_with("HTTP/1.1 503") && body.contains("draining"), "{answer}");
        }
    }
    // Who has handed in first need not be written first.
    acknowledged.sort_by_key(|message| message.id);
    let status = server.ended().await;
    assert_eq!(status.code(), Some(0), "{}", server.log());
    until("nobody is waited for who says no more", async || server.log().contains("everybody has left")).await;
    drop(sends);
    server.run().await;
    assert_eq!(ana.whole_feed(ROOM).await.0, acknowledged);
}

/// What comes from the server to a site that is asked about a send, and has not answered.
async fn asked_about(site: &TcpListener, text: &str) -> TcpStream {
    let (mut question, mut came) = (site.accept().await.expect("is asked").0, Vec::new());
    while !String::from_utf8_lossy(&came).contains(text) {
        assert_ne!(question.read_buf(&mut came).await.expect("is read"), 0, "asks to the end");
    }
    question
}

#[tokio::test]
async fn who_has_not_asked_to_the_end_is_not_waited_for_and_who_has_is() {
    let site = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = site.local_addr().expect("an address");
    let hook = "hook_secret = 'a secret of the site, and long enough'\nhook_timeout_ms = 60000";
    let mut server = Server::start_with(&format!("hook_url = 'http://{address}/hook'\n{hook}\n")).await;
    let ana = server.guest("Ana").await;
    let body = serde_json::to_string(&saying("request-1", "under way")).expect("writes");
    let mut send = begin_send(&server, ana.token().expect("has one"), &body).await;
    send.write_all(body.as_bytes()).await.expect("is taken");
    let mut question = within("the site is asked", asked_about(&site, "under way")).await;
    let mut unsent = begin_send(&server, ana.token().expect("has one"), &body).await;
    let mut half_asked = TcpStream::connect(server.address()).await.expect("connects");
    half_asked.write_all(b"GET /healthz HTTP/1.1\r\nhost: loc").await.expect("is taken");
    let mut has_asked = TcpStream::connect(server.address()).await.expect("connects");
    has_asked.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\nGET /hea").await.expect("is taken");
    let mut says_nothing = TcpStream::connect(server.address()).await.expect("connects");
    let mut answer = [0; 12];
    within("an answer", has_asked.read_exact(&mut answer)).await.expect("is read");
    assert_eq!(&answer, b"HTTP/1.1 200");
    server.terminate();
    for line in [&mut half_asked, &mut has_asked, &mut says_nothing, &mut unsent] {
        // Whether it is an end or a reset is the system's to say.
        let _ = within("the end", line.read_to_end(&mut Vec::new())).await;
    }
    assert!(!server.log().contains("everybody has left"), "one has asked, and is waited for");
    let allows = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\nConnection: close\r\n\r\n{\"answer\":\"allow\"}";
    question.write_all(allows.as_bytes()).await.expect("is taken");
    let mut answer = String::new();
    within("an answer", send.read_to_string(&mut answer)).await.expect("an answer, and the end");
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    assert_eq!(server.ended().await.code(), Some(0), "{}", server.log());
    until("it is told", async || server.log().contains("everybody has left")).await;
}

/// A page that is larger than what the system keeps for a line, by somebody who takes nothing of it until the server has long been
/// told to go.
#[tokio::test]
async fn who_takes_an_answer_slowly_has_all_of_it() {
    let mut server = Server::start().await;
    let owner = server.owner();
    owner.put_room(ROOM, &PutRoom { text_max: Some(20_000), ..PutRoom::default() }).await.expect("is made");
    let text = "ñ".repeat(20_000);
    for number in 0..200 {
        let sent = owner.request(Method::POST, &format!("/v1/rooms/{ROOM}/messages")).await.json(&json!({
            "client_id": format!("request-{number}"), "text": text, "kind": "notification",
        }));
        sent.send().await.expect("answers").error_for_status().expect("is taken");
    }
    let socket = TcpSocket::new_v4().expect("a socket");
    // Far less than what is asked for, and enough for the rest of it to come while the server drains.
    socket.set_recv_buffer_size(65_536).expect("is set");
    let mut slow = socket.connect(server.address().parse().expect("an address")).await.expect("connects");
    let ask = format!(
        "GET /v1/rooms/{ROOM}/messages?last=200 HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\r\n",
        owner.token().expect("has one")
    );
    slow.write_all(ask.as_bytes()).await.expect("is taken");
    let mut answer = vec![0; 1_000];
    within("an answer", slow.read_exact(&mut answer)).await.expect("is read");
    server.terminate();
    until("it is told to go", async || server.log().contains("draining")).await;
    // The line would be cut half a second after that, were it one that has asked for nothing.
    tokio::time::sleep(Duration::from_secs(1)).await;
    within("the rest", slow.read_to_end(&mut answer)).await.expect("is read");
    let text = String::from_utf8_lossy(&answer);
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("says how long it is");
    assert_eq!(body.len(), length.parse::<usize>().expect("a number"));
    assert_eq!(server.ended().await.code(), Some(0), "{}", server.log());
}

#[tokio::test]
async fn what_is_acknowledged_on_the_way_out_is_there() {
    let mut server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "before").await;
    let mut reader = Reader::new(&ana, ROOM, STREAMS[0], From::After(Cursor::Start));
    reader.until("has read it", |picture| picture.messages.len() == 1).await;
    let sending: Vec<_> = (0..8)
        .map(|n| {
            let ana = ana.clone();
            tokio::spawn(async move { ana.try_say(ROOM, &saying(&format!("request-{n}"), "handed in")).await })
        })
        .collect();
    // The first of them is seen by others: the rest is on its way.
    reader.until("has read another", |picture| picture.messages.len() > 1).await;
    server.terminate();
    let mut acknowledged = Vec::new();
    for send in sending {
        match within("an answer", send).await.expect("a sender") {
            Ok((status, message)) => acknowledged.push((status, message)),
            // It came too late to be taken at all.
            Err(failure) => assert!(failure.passes(), "{failure:?}"),
        }
    }
    assert!(!acknowledged.is_empty());
    assert_eq!(server.ended().await.code(), Some(0), "{}", server.log());
    server.run().await;
    let (room, _) = ana.whole_feed(ROOM).await;
    for (status, message) in acknowledged {
        assert!(status == 201 && room.contains(&message), "{message:?}");
    }
}

#[tokio::test]
async fn a_server_that_was_stopped_under_load_leaves_one_whole_file() {
    let mut server = Server::start().await;
    let mut people = Vec::new();
    for n in 0..8 {
        let ana = server.guest(&format!("Ana {n}")).await;
        let reader = ana.clone();
        people.push(tokio::spawn(async move {
            for turn in 0.. {
                ana.say_for_sure(ROOM, &saying(&format!("request-{n}-{turn}"), "hola")).await;
            }
        }));
        people.push(tokio::spawn(async move {
            loop {
                let read = reader.page(ROOM, "before=1000000").await;
                assert!(read.is_ok() || read.is_err_and(|failure| failure.passes()));
            }
        }));
    }
    for _ in 0..6 {
        let before = server.nobody().page(ROOM, "last=1").await.expect("a page").messages.last().map_or(0, |last| last.id);
        until("something is said", async || {
            let page = server.nobody().page(ROOM, "last=1").await.expect("a page");
            page.messages.last().is_some_and(|last| last.id > before + 50)
        })
        .await;
        server.stop().await;
        let left: Vec<_> =
            std::fs::read_dir(server.folder()).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
        assert!(!left.iter().any(|name| name == "rooms.db-wal" || name == "rooms.db-shm"), "{left:?}");
        server.run().await;
    }
    people.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn two_servers_on_one_file_are_one_too_many() {
    let server = Server::start().await;
    let mut command = tokio::process::Command::from(server.command());
    let second = command.stderr(Stdio::piped()).kill_on_drop(true).output();
    let second = within("the second gives up", second).await.expect("starts");
    assert_eq!(second.status.code(), Some(1));
    let said = String::from_utf8_lossy(&second.stderr);
    let holder = format!("is in use by process {}", server.child().id());
    assert!(said.contains(&holder) && said.contains("rooms.db"), "{said}");
    assert!(second.stdout.is_empty(), "it greets nobody");
    server.guest("Ana").await.say(ROOM, "still here").await;
}
