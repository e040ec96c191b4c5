//! How fast an address may speak and how many lines it may hold, behind a proxy that tells who asks.

use reqwest::{Method, RequestBuilder};
use tertulia_wire::request::{Guest, NewGuest, Say};
use tertulia_wire::{Code, SUBPROTOCOL};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::client::{Client, Failure, Refused, answer};
use crate::line::{From, Socket};
use crate::server::{Server, until, within};

const CONFIG: &str = "secret = 'at least thirty-two bytes, kept secret'
[rooms.room]
guests = 'say'
create = true
[limits]
address_sends_per_s = 1
address_burst = 2
address_guests_per_min = 1
address_guests_burst = 3
streams_per_address = 2
";

const ROOM: &str = "room/lobby";
const MESSAGES: &str = "/v1/rooms/room/lobby/messages";

fn from(request: RequestBuilder, address: &str) -> RequestBuilder {
    request.header("x-forwarded-for", address)
}

async fn guest(nobody: &Client, name: &str, address: &str) -> Result<Client, Failure> {
    let new = NewGuest { name: name.into(), room: None };
    let request = nobody.request(Method::POST, "/v1/guests").await.json(&new);
    let guest: Guest = answer(from(request, address)).await?.json().await?;
    Ok(nobody.with_token(&guest.token))
}

async fn say(who: &Client, address: &str) -> Result<u16, Failure> {
    let say = Say { text: "hola".into(), ..Say::default() };
    let request = who.request(Method::POST, MESSAGES).await.json(&say);
    Ok(answer(from(request, address)).await?.status().as_u16())
}

/// Opens the line of a WebSocket; the status, and when to come back, where there comes none of it.
async fn connect(who: &Client, address: &str) -> Result<Socket, (u16, String)> {
    let mut request = format!("ws://{}/v1/socket", who.address().await).into_client_request().expect("a request");
    let headers = [("sec-websocket-protocol", SUBPROTOCOL), ("x-forwarded-for", address)];
    for (name, value) in headers {
        request.headers_mut().insert(name, value.parse().expect("a value"));
    }
    match tokio_tungstenite::connect_async(request).await {
        Ok((socket, _)) => Ok(Socket(socket)),
        Err(tungstenite::Error::Http(response)) => {
            let retry_after = response.headers()["retry-after"].to_str().expect("text").to_owned();
            Err((response.status().as_u16(), retry_after))
        }
        Err(error) => panic!("{error}"),
    }
}

fn slow_down(answer: Result<impl std::fmt::Debug, Failure>) -> u32 {
    match answer {
        Err(Failure::Refused(Refused { status: 429, problem, retry_after: Some(header) })) => {
            assert_eq!((problem.code, problem.retry_after.map(|seconds| seconds.to_string())), (Code::SlowDown, Some(header)));
            problem.retry_after.expect("seconds")
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_busy_chat_does_not_notice_the_defaults_and_a_flood_does() {
    let server = Server::start_paced("").await;
    let (ana, owner) = (server.guest("Ana").await, server.owner());
    for _ in 0..20 {
        ana.say(ROOM, "hola").await;
    }
    let hola = Say { text: "hola".into(), ..Say::default() };
    until("a flood is refused", async || {
        let answer = ana.try_say(ROOM, &hola).await;
        answer.is_err() && slow_down(answer) == 1
    })
    .await;
    server.guest("Ben").await.say(ROOM, "hola").await;
    for _ in 0..100 {
        owner.say(ROOM, "what the host says").await;
    }
}

#[tokio::test]
async fn an_address_behind_a_proxy_is_bound_and_its_neighbours_are_not() {
    let server = Server::start_paced(CONFIG).await;
    let nobody = server.nobody();
    let (here, there) = ("203.0.113.7", "2001:db8:1:2::1");
    let ana = guest(&nobody, "Ana", here).await.expect("a guest");
    let ben = guest(&nobody, "Ben", here).await.expect("a guest");
    guest(&nobody, "Eva", here).await.expect("a guest");
    assert!((50..=60).contains(&slow_down(guest(&nobody, "Eva", here).await)));
    guest(&nobody, "Eva", there).await.expect("a guest of another address");

    // Whatever a client claims stands left of what the proxy has seen: it empties its own bucket alone.
    for (who, from) in [(&ana, here.to_owned()), (&ben, format!("{there}, {here}"))] {
        until("it is too fast", async || {
            let answer = say(who, &from).await;
            answer.is_err() && slow_down(answer) == 1
        })
        .await;
    }
    for _ in 0..2 {
        assert_eq!(say(&ben, there).await.expect("said"), 201);
    }
    until("the bucket has filled a little", async || say(&ana, here).await.is_ok()).await;
}

#[tokio::test]
async fn beyond_its_lines_an_address_gets_429_until_one_ends() {
    let server = Server::start_paced(CONFIG).await;
    let nobody = server.nobody();
    let here = "203.0.113.7";
    let ana = guest(&nobody, "Ana", here).await.expect("a guest");
    say(&ana, here).await.expect("makes the room");
    let mut first = connect(&ana, here).await.expect("connects");
    first.hello(ana.token()).await.expect("is welcome");
    first.open(ROOM, From::Newest(1)).await.expect("is asked");
    let events = nobody.request(Method::GET, MESSAGES).await.header("accept", "text/event-stream");
    let _events = answer(from(events, here)).await.expect("a stream");

    assert_eq!(connect(&ana, here).await.map(drop), Err((429, "10".to_owned())));
    // A page is not told why its handshake failed, and asks by a plain request.
    let Err(Failure::Refused(why)) = answer(from(nobody.request(Method::GET, "/v1/socket").await, here)).await else {
        panic!("is let in")
    };
    assert_eq!((why.status, why.problem.code, why.retry_after.as_deref()), (429, Code::TooMany, Some("10")));
    for query in ["after=0&wait=25", "format=sse", "format=text&follow"] {
        let request = nobody.request(Method::GET, &format!("{MESSAGES}?{query}")).await;
        let Err(Failure::Refused(refused)) = answer(from(request, here)).await else { panic!("{query}: is let in") };
        assert_eq!((refused.status, refused.problem.code), (429, Code::TooMany), "{query}");
        assert_eq!((refused.problem.retry_after, refused.retry_after.as_deref()), (Some(10), Some("10")), "{query}");
    }
    let page = nobody.request(Method::GET, &format!("{MESSAGES}?last=1")).await;
    answer(from(page, here)).await.expect("a page is no line");
    connect(&ana, "203.0.113.8").await.expect("of a neighbour");
    connect(&ana, "127.0.0.1").await.expect("of nobody that is known");

    drop(first);
    until("the place is free", async || connect(&ana, here).await.is_ok()).await;
}

/// Connects and asks one thing; what was answered, which is nothing where the server hangs up.
async fn asked_once(server: &Server) -> String {
    let mut line = TcpStream::connect(server.address()).await.expect("connects");
    let _ = line.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await;
    let mut answer = Vec::new();
    let _ = within("the end of the line", line.read_to_end(&mut answer)).await;
    String::from_utf8(answer).expect("text")
}

#[tokio::test]
async fn an_address_holds_so_many_connections_that_ask_for_nothing_and_a_proxy_is_not_bound() {
    for (believed, is_bound) in [("192.0.2.1", true), ("127.0.0.1", false)] {
        let config = format!("trusted_proxies = ['{believed}']\n[limits]\nconnections_per_address = 3\n");
        let server = Server::start_paced(&config).await;
        let mut held = Vec::new();
        for begun in ["", "GET / HTTP/1.1\r\n", "POST /v1/guests HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"] {
            let mut line = TcpStream::connect(server.address()).await.expect("connects");
            line.write_all(begun.as_bytes()).await.expect("is taken");
            held.push(line);
        }
        if !is_bound {
            let answer = asked_once(&server).await;
            assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
            continue;
        }
        // Whoever asked before may still have the place of one of them.
        until("all places are taken", async || {
            held.push(TcpStream::connect(server.address()).await.expect("connects"));
            asked_once(&server).await.is_empty()
        })
        .await;
        assert!(held.len() <= 6, "{}", held.len());
        held.clear();
        until("a place is free again", async || asked_once(&server).await.starts_with("HTTP/1.1 200 ")).await;
    }
}
