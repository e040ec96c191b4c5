//! Numbers on a listener of their own: right, apart from the chat, and no way in for whoever means harm.

use std::collections::BTreeSet;
use std::process::Stdio;

use tertulia_wire::request::Say;
use tertulia_wire::{Code, Cursor};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::client::{Client, answer};
use crate::line::{From, WAYS};
use crate::raw::Raw;
use crate::reader::Reader;
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";
const WITH_METRICS: &str = "admin_listen = '127.0.0.1:0'\n";
const CHAPTER: &str = include_str!("../../../../docs/src/operating/watching.md");

/// Where a server tells its numbers.
pub(crate) async fn admin(server: &Server) -> String {
    let mut found = None;
    until("it says where", async || {
        let log = server.log();
        let line = log.lines().find_map(|line| line.split_once("telling metrics address=")).map(|(_, address)| address.trim());
        found = line.map(str::to_owned);
        found.is_some()
    })
    .await;
    found.expect("was said")
}

async fn get(address: &str, path: &str) -> reqwest::Response {
    let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client");
    within("an answer", http.get(format!("http://{address}{path}")).send()).await.expect("answers")
}

pub(crate) async fn scrape(address: &str) -> String {
    let response = get(address, "/metrics").await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/plain; version=0.0.4; charset=utf-8");
    response.text().await.expect("text")
}

/// The value of a line that begins so.
pub(crate) fn value(text: &str, series: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{series} is not in {text}")).parse().expect("a number")
}

#[tokio::test]
async fn numbers_are_right_and_only_there_and_the_book_explains_each() {
    let server = Server::start_with(WITH_METRICS).await;
    let (admin, ana) = (admin(&server).await, server.guest("Ana").await);
    let mut readers: Vec<Reader> = WAYS.map(|way| Reader::new(&ana, ROOM, way, From::After(Cursor::Start))).into();
    for count in 1..=3 {
        ana.say(ROOM, "hola").await;
        for reader in &mut readers {
            reader.until("has read it", |picture| picture.messages.len() == count).await;
        }
    }
    let refused = ana.try_say(ROOM, &Say { text: " ".to_owned(), ..Say::default() }).await.expect_err("is empty");
    assert_eq!(refused.code(), Code::Invalid);
    let text = scrape(&admin).await;
    assert_eq!(value(&text, "tertulia_sends_total{outcome=\"said\"}"), 3.0);
    assert_eq!(value(&text, "tertulia_sends_total{outcome=\"invalid\"}"), 1.0);
    assert_eq!(value(&text, "tertulia_refusals_total{code=\"invalid\"}"), 1.0);
    assert_eq!(value(&text, "tertulia_store_write_seconds_count"), value(&text, "tertulia_store_calls_total{call=\"write\"}"));
    assert!(value(&text, "tertulia_store_write_seconds_sum") > 0.0 && value(&text, "tertulia_send_seconds_sum") > 0.0);
    assert_eq!(value(&text, "tertulia_connections{line=\"ws\"}"), 1.0);
    assert_eq!(value(&text, "tertulia_connections{line=\"sse\"}"), 1.0);
    assert_eq!(value(&text, "tertulia_people"), 1.0, "one person, however many lines they hold");
    assert!(value(&text, "process_resident_memory_bytes") > 1_000_000.0);
    assert!(value(&text, "process_open_fds") > 5.0);
    assert!(!text.contains("Ana") && !text.contains(ROOM) && !text.contains("project"), "{text}");

    let names: BTreeSet<_> = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
    let (_, table) = CHAPTER.split_once("## What the numbers mean").expect("the chapter has the table");
    let table = table.split("\n## ").next().unwrap_or_default();
    let explained: BTreeSet<_> = table.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0)).collect();
    assert_eq!(explained, names);

    let main = server.nobody().request(reqwest::Method::GET, "/metrics").await;
    assert_eq!(answer(main).await.expect_err("is not there").code(), Code::NotFound);
    assert_eq!(get(&admin, "/readyz").await.status(), 200);
    assert_eq!(get(&admin, "/healthz").await.text().await.expect("text"), "ok\n");
    let (_, nowhere) = tokio::sync::watch::channel(Some(admin));
    let chat = Client::new(nowhere, None).page(ROOM, "last=1").await.expect_err("no chat is there");
    assert_eq!(chat.code(), Code::NotFound);
}

#[tokio::test]
async fn nothing_is_told_where_nobody_asked_for_it() {
    let server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    assert!(!server.log().contains("telling metrics"), "{}", server.log());
}

#[tokio::test]
async fn an_address_that_is_taken_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = taken.local_addr().expect("an address");
    for (config, said) in [
        (format!("admin_listen = '{address}'"), format!("can't listen on {address} for metrics; another program may be there")),
        (format!("listen = '{address}'\nadmin_listen = '{address}'"), format!("admin_listen is {address}, where listen is")),
    ] {
        let server = Server::stopped(&config);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
        if !config.contains("\nadmin") {
            // The file is written by the helper, and everything but the address comes from it.
            command.args(["serve", "--listen", "127.0.0.1:0"]);
        }
        std::fs::write(server.folder().join("tertulia.toml"), &config).expect("is written");
        command.current_dir(server.folder()).env_clear().stdin(Stdio::null());
        let mut command = tokio::process::Command::from(command);
        let output = within("it gives up", command.kill_on_drop(true).output()).await.expect("runs");
        let error = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains(&said) && error.contains("admin_listen"), "{error}");
        assert!(output.stdout.is_empty(), "it greets nobody");
    }
}

#[tokio::test]
async fn whoever_holds_a_line_to_it_does_not_hold_up_the_end() {
    let mut server = Server::start_with(WITH_METRICS).await;
    let admin = admin(&server).await;
    let mut idle = TcpStream::connect(&admin).await.expect("connects");
    idle.write_all(b"GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("is taken");
    let mut byte = [0];
    within("an answer", idle.read_exact(&mut byte)).await.expect("an answer");
    server.stop().await;
    assert!(server.log().contains("everybody has left"), "{}", server.log());
    within("the end", idle.read_to_end(&mut Vec::new())).await.expect("is closed in order");
    assert!(TcpStream::connect(&admin).await.is_err(), "nobody listens there any more");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn rude_scrapers_are_cut_and_slow_nobody() {
    let server = Server::start_with(&format!("{WITH_METRICS}[limits]\nstall_s = 1\nhead_s = 1")).await;
    let (admin, ana) = (admin(&server).await, server.guest("Ana").await);
    ana.say(ROOM, "before").await;
    let open = value(&scrape(&admin).await, "process_open_fds");
    let mut raw = Vec::new();
    for _ in 0..20 {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_recv_buffer_size(4_096).expect("is set");
        let mut greedy = socket.connect(admin.parse().expect("an address")).await.expect("connects");
        // Many answers are asked for, and none is taken; the server stops reading before all is sent.
        let asked = b"GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(2_000);
        let _ = tokio::time::timeout(std::time::Duration::from_millis(20), greedy.write_all(&asked)).await;
        raw.push(greedy);
    }
    let mut silent = Raw::connect_to(&admin).await;
    silent.write(b"GET /metrics HTTP/1.1\r\nhost: local").await;
    let mut long = Raw::connect_to(&admin).await;
    long.write(format!("GET /metrics HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "x".repeat(100_000)).as_bytes()).await;
    assert_eq!(long.answer().await.map(|answer| answer.status), Some(431));
    let mut body = Raw::connect_to(&admin).await;
    body.write(b"POST /metrics HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000000\r\n\r\nxxxx").await;
    assert_eq!(body.answer().await.map(|answer| answer.status), Some(405));
    ana.say(ROOM, "meanwhile").await;
    assert_eq!(value(&scrape(&admin).await, "tertulia_sends_total{outcome=\"said\"}"), 2.0);
    silent.ended().await;
    until("all are cut", async || value(&scrape(&admin).await, "process_open_fds") <= open).await;
    assert_eq!(value(&scrape(&admin).await, "tertulia_slow_readers_cut_total"), 0.0, "those are no readers");
    for mut greedy in raw {
        let mut taken = Vec::new();
        let _ = within("is cut", greedy.read_to_end(&mut taken)).await;
        assert!(taken.len() < 10_000_000, "{} bytes", taken.len());
    }
    assert!(!server.log().contains("panicked"), "{}", server.log());
}
