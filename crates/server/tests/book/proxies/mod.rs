//! The lines that the book gives to paste, in a real nginx and a real Caddy, with TLS: only ports and certificates are others.

mod line;
mod programs;

use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use hyper::Method;
use hyper::header::{HeaderName, HeaderValue};
use line::{Outside, Socket, whole, within};
use programs::{Kind, Proxy, Server};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

/// The name by which the site is known outside.
pub(crate) const NAME: &str = "chat.example";

/// Says who one is, and opens the room.
async fn open(socket: &mut Socket, token: Option<&str>) {
    let hello = json!({"type": "hello", "token": token}).to_string();
    let open = json!({"type": "open", "ref": "1", "room": "project/42"}).to_string();
    socket.send(Message::text(hello)).await.expect("is sent");
    socket.send(Message::text(open)).await.expect("is sent");
    assert_eq!(next_frame(socket).await.expect("a frame")["type"], "welcome");
    assert_eq!(next_frame(socket).await.expect("a frame")["type"], "opened");
}

/// The next frame with JSON; none when the line ends.
async fn next_frame(socket: &mut Socket) -> Option<Value> {
    loop {
        match within("a frame", socket.next()).await {
            Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(&text).expect("JSON")),
            Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
            Some(Ok(_)) => {}
        }
    }
}

/// Reads a room over each transport and says something in it, all from outside.
async fn everything_goes_through(ana: &Outside) {
    let (status, page) = ana.get("/v1/rooms/project/42/messages").await;
    assert_eq!(status, 200, "{page}");
    let page: Value = serde_json::from_str(&page).expect("a page");
    let cursor = page["cursor"].as_str().expect("a cursor").to_owned();

    // The first event is there while nothing else happens: nobody keeps it back until there is more.
    let mut events = ana.events("last=5").await;
    assert!(events.until("the first event", |seen| seen.contains("event: opened") && seen.ends_with("\n\n")).await);

    let mut socket = ana.socket().await;
    open(&mut socket, ana.token()).await;

    let path = format!("/v1/rooms/project/42/messages?after={cursor}&wait=25");
    let mut follow = ana.follow().await;
    let held = {
        let ana = ana.clone();
        tokio::spawn(async move { ana.get(&path).await })
    };
    let (status, said) = ana.say("hola, ¿qué tal?").await;
    assert_eq!(status, 201, "{said}");

    assert!(events.until("the change", |seen| seen.contains("event: change") && seen.contains("¿qué tal?")).await);
    assert!(follow.until("the line", |seen| seen.contains("<Ana> hola, ¿qué tal?\n")).await);
    let (status, polled) = within("the long poll", held).await.expect("ends");
    assert!(status == 200 && polled.contains("¿qué tal?"), "{status} {polled}");
    let mut change = next_frame(&mut socket).await.expect("a frame");
    while change["type"] != "change" {
        // What one may do once the room is made, and who is here.
        change = next_frame(&mut socket).await.expect("a frame");
    }
    assert_eq!(change["message"]["text"], "hola, ¿qué tal?");

    let (status, widget) = ana.get("/widget.js").await;
    let main = widget.split_once("\"./").and_then(|(_, rest)| rest.split_once('"')).map(|(name, _)| name);
    assert!(status == 200 && main.is_some(), "{status}: {widget}");
    let path = format!("/{}", main.expect("is named"));
    let (status, main) = ana.get(&path).await;
    assert!(status == 200 && main.len() > 10_000, "{status}");
    // Compressed by the server, and as it sent it.
    let zipped = ana.ask(Method::GET, &path, &[("accept-encoding", "gzip")], "").await;
    assert_eq!(zipped.headers()["content-encoding"], "gzip");
    let length: usize = zipped.headers()["content-length"].to_str().expect("is text").parse().expect("a length");
    assert!(length < main.len() / 2, "{length} of {}", main.len());
}

/// What is refused is refused in our own words, not in the proxy's.
async fn refusals_come_through(ana: &Outside, nobody: &Outside) {
    let answer = nobody.ask(Method::GET, "/v1/rooms/project/42", &[("accept-language", "es")], "").await;
    assert_eq!(answer.headers()["www-authenticate"], "Bearer");
    let (status, problem) = whole(answer).await;
    let problem: Value = serde_json::from_str(&problem).expect("a problem");
    assert_eq!((status, &problem["code"]), (401, &json!("token_missing")));
    assert!(problem["title"].as_str().is_some_and(|title| title.contains("quién")), "{problem}");
    // Half a megabyte is more than the server takes, and less than where nginx answers in its place.
    let (status, problem) = ana.say(&"x".repeat(512 * 1024)).await;
    assert!(status == 413 && problem.contains("\"too_large\""), "{status} {problem}");
}

fn through(kind: Kind) -> (Server, Proxy) {
    let server = Server::start("");
    let proxy = Proxy::start(kind, "own-name", server.port, &[]);
    (server, proxy)
}

async fn a_name_of_its_own(kind: Kind) {
    let (server, proxy) = through(kind);
    let ana = proxy.outside("").with_token(&server.token("say"));
    everything_goes_through(&ana).await;
    refusals_come_through(&ana, &proxy.outside("")).await;
}

async fn a_prefix_that_the_proxy_strips(kind: Kind) {
    let server = Server::start("");
    let proxy = Proxy::start(kind, "stripped", server.port, &[]);
    everything_goes_through(&proxy.outside("/chat").with_token(&server.token("say"))).await;
}

/// A Rust host with the chat nested at `/chat`.
async fn a_prefix_that_the_proxy_keeps(kind: Kind) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let store = tertulia::store::sqlite::SqliteOptions::new(folder.path().join("rooms.db"));
    let store = tertulia::store::sqlite::SqliteStore::open(store).await.expect("a store");
    let chat = tertulia::Chat::builder().store(Arc::new(store)).secret("s".repeat(32));
    let chat = chat.origins(vec![format!("https://{NAME}")]).build().await.expect("a chat");
    let room = "project/42".parse().expect("a room");
    let token = chat.user_token("7", "Ana", &room, tertulia::wire::Level::Say, 600).expect("a token");
    let app: axum::Router = axum::Router::new().nest("/chat", chat.router());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(serve(listener, app));
    let proxy = Proxy::start(kind, "kept", port, &[]);
    everything_goes_through(&proxy.outside("/chat").with_token(&token)).await;
}

/// As `axum::serve`, which this crate builds without.
async fn serve(listener: tokio::net::TcpListener, app: axum::Router) {
    let service = hyper_util::service::TowerToHyperService::new(app);
    while let Ok((stream, _)) = listener.accept().await {
        let io = hyper_util::rt::TokioIo::new(stream);
        tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(io, service.clone()).with_upgrades());
    }
}

/// Five beats are longer than the proxy would wait for a line on which nothing comes.
async fn beats_hold_an_idle_line(kind: Kind) {
    let server = Server::start("[limits]\nbeat_s = 1");
    let shorter: &[_] = if kind == Kind::Nginx { &[("proxy_read_timeout 60s;", "proxy_read_timeout 3s;")] } else { &[] };
    let proxy = Proxy::start(kind, "own-name", server.port, shorter);
    let ana = proxy.outside("").with_token(&server.token("say"));
    let mut events = ana.events("last=5").await;
    assert!(events.until("beats", |seen| seen.matches("\n\n:\n\n").count() + seen.matches(":\n\n:").count() >= 5).await);
    ana.say("still here").await;
    assert!(events.until("the change", |seen| seen.contains("still here")).await);
}

/// A server that is told to go tells its readers, and whoever comes back with the cursor has missed nothing.
async fn a_restart_behind_the_proxy(kind: Kind) {
    let (mut server, proxy) = through(kind);
    let ana = proxy.outside("").with_token(&server.token("say"));
    ana.say("before").await;
    let mut events = ana.events("last=5").await;
    assert!(events.until("the first event", |seen| seen.contains("before") && seen.ends_with("\n\n")).await);
    let mut socket = ana.socket().await;
    open(&mut socket, ana.token()).await;
    server.terminate();
    assert!(events.until("leaving", |seen| seen.contains("event: leaving")).await, "{}", events.seen);
    assert!(!events.until("the stream's end", |_| false).await);
    assert_eq!(next_frame(&mut socket).await.expect("a frame")["type"], "leaving");
    assert_eq!(next_frame(&mut socket).await, None);
    let ended = tokio::task::spawn_blocking(move || {
        server.ended();
        server.run();
        server
    });
    let server = within("the server's end and start", ended).await.expect("ends");
    let cursor = events.seen.split("id: ").nth(1).and_then(|rest| rest.lines().next()).expect("a cursor").to_owned();
    let (status, said) = ana.say("after").await;
    assert_eq!(status, 201, "{said}");
    let mut again = ana.events(&format!("after={cursor}")).await;
    assert!(again.until("what was missed", |seen| seen.contains("after") && seen.ends_with("\n\n")).await);
    assert!(!again.seen.contains("\"before\"") && again.seen.contains("\"reset\":false"), "{}", again.seen);
    drop(server);
}

/// What arrives in `X-Forwarded-For` ends with who is really there, whatever they claim.
async fn the_clients_address(kind: Kind) {
    for claimed in [b"192.0.2.1".as_slice(), b"\xff", "é, 192.0.2.1".as_bytes(), b",", b"192.0.2.1, unknown", b""] {
        let head = head_that_arrives(kind, claimed).await;
        let header = |name: &str| {
            let mut lines = head.split(|byte| *byte == b'\n').filter_map(|line| line.split_at_checked(name.len() + 1));
            let (_, value) = lines.find(|(found, _)| found.eq_ignore_ascii_case(format!("{name}:").as_bytes()))?;
            Some(value.trim_ascii().to_vec())
        };
        let value = HeaderValue::from_bytes(&header("x-forwarded-for").expect("is there")).expect("a value");
        let headers = [(HeaderName::from_static("x-forwarded-for"), value)].into_iter().collect();
        let proxy = "192.0.2.10";
        let trusted: tertulia::TrustedProxies = [proxy.parse().expect("a network")].into_iter().collect();
        let client = trusted.client(proxy.parse().expect("an address"), &headers);
        assert_eq!(client.map(|client| client.ip().to_string()).as_deref(), Some("127.0.0.1"), "{claimed:?}: {headers:?}");
        let names = (header("host"), header("x-forwarded-proto"));
        assert_eq!(names, (Some(NAME.into()), Some("https".into())));
    }
}

/// The head of a request of somebody who claims to come from there, as the proxy hands it on.
async fn head_that_arrives(kind: Kind, claimed: &[u8]) -> Vec<u8> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let proxy = Proxy::start(kind, "own-name", listener.local_addr().expect("an address").port(), &[]);
    let (nobody, claimed) = (proxy.outside(""), claimed.to_vec());
    let asking = tokio::spawn(async move { nobody.ask(Method::GET, "/healthz", &[("x-forwarded-for", &claimed)], "").await });
    let (mut stream, _) = within("a connection", listener.accept()).await.expect("comes");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        assert!(within("a head", stream.read_buf(&mut head)).await.expect("is read") > 0);
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await.expect("is written");
    within("the answer", asking).await.expect("answers");
    head
}

/// Open mode is for one machine, and a proxy does not make it public.
async fn open_mode_is_not_for_a_proxy(kind: Kind) {
    let server = Server::start_open();
    let proxy = Proxy::start(kind, "own-name", server.port, &[]);
    let (status, problem) = proxy.outside("").get("/v1/rooms/project/42/messages").await;
    assert!(status == 403 && problem.contains("open_mode_is_local"), "{status} {problem}");
}

macro_rules! with_both {
    ($($test:ident),*) => {
        mod nginx {
            $(#[tokio::test]
            #[ignore = "needs nginx"]
            async fn $test() { super::$test(super::Kind::Nginx).await }
            )*
        }
        mod caddy {
            $(#[tokio::test]
            #[ignore = "needs Caddy"]
            async fn $test() { super::$test(super::Kind::Caddy).await }
            )*
        }
    };
}

with_both!(
    a_name_of_its_own,
    a_prefix_that_the_proxy_strips,
    a_prefix_that_the_proxy_keeps,
    beats_hold_an_idle_line,
    a_restart_behind_the_proxy,
    the_clients_address,
    open_mode_is_not_for_a_proxy
);

/// With the one line that everybody tries first, nginx sends its own idea of a host, and tells of nobody behind it.
#[tokio::test]
#[ignore = "needs nginx"]
async fn open_mode_is_not_for_nginx_as_it_comes() {
    let server = Server::start_open();
    let proxy = Proxy::bare_nginx(server.port);
    let request = "GET /v1/rooms/project/42/messages HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n";
    let answer = proxy.plain(request);
    assert!(answer.starts_with("HTTP/1.1 403 ") && answer.contains("open_mode_is_local"), "{answer}");
}
