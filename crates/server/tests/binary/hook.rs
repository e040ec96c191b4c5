//! A site that is asked over HTTP before anything is said: by its own little server, which may be slow, hostile or gone.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jsonwebtoken::{Algorithm, DecodingKey};
use reqwest::Method;
use serde_json::{Value, json};
use tertulia_wire::frame::SayFrame;
use tertulia_wire::request::Say;
use tertulia_wire::{ClientFrame, Code, HeldBy, HeldPage, Message, ServerFrame};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::client::{Client, Failure, Refused, answer, saying};
use crate::line::{From, Heard, Line, Socket, WAYS, Way};
use crate::server::{Server, until, within};

const ROOM: &str = "room/lobby";
const SECRET: &str = "a secret of the site's, and long enough";

/// What the site's little server does about a question.
#[derive(Debug, Clone)]
enum Does {
    /// Answers this as JSON, after so many milliseconds.
    Answer(Value, u64),
    /// Answers these bytes.
    Bytes(String),
    /// Answers these bytes, and the last of them again and again, each after so many milliseconds.
    ForEver(String, u64),
    /// Hangs up.
    HangUp,
}

fn ok(body: &str) -> Does {
    Does::Bytes(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()))
}

/// The answer that stands in a text.
fn by_text(text: &str) -> Does {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    Does::Answer(
        match word {
            "refuse" if rest.is_empty() => json!({"answer": "refuse"}),
            "refuse" => json!({"answer": "refuse", "words": rest}),
            "change" => json!({"answer": "change", "text": rest, "by": "a field of tomorrow's"}),
            "hold" => json!({"answer": "hold"}),
            _ => json!({"answer": "allow"}),
        },
        0,
    )
}

struct Question {
    head: String,
    body: Vec<u8>,
}

impl Question {
    fn header(&self, name: &str) -> &str {
        let found = self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        found.unwrap_or_else(|| panic!("{name} is missing in {}", self.head))
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// Whether it is signed by a secret, as a site looks at it.
    fn is_signed_by(&self, secret: &[u8]) -> bool {
        let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
        let (id, timestamp) = (self.header("webhook-id"), self.header("webhook-timestamp"));
        let signature = self.header("webhook-signature").strip_prefix("v1,").expect("of the first version");
        let signature = signature.replace('+', "-").replace('/', "_").replace('=', "");
        let signed = [format!("{id}.{timestamp}.").as_bytes(), &self.body].concat();
        let key = DecodingKey::from_secret(secret);
        jsonwebtoken::crypto::verify(&signature, &signed, &key, Algorithm::HS256).expect("is a signature")
    }
}

/// The site's own little server.
struct Site {
    address: String,
    asked: Arc<Mutex<Vec<Question>>>,
}

impl Site {
    async fn start(manner: impl Fn(&str) -> Does + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("listens");
        let address = listener.local_addr().expect("an address").to_string();
        let (asked, manner) = (Arc::<Mutex<Vec<Question>>>::default(), Arc::new(manner));
        let noted = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (noted, manner) = (Arc::clone(&noted), Arc::clone(&manner));
                tokio::spawn(async move { serve(stream, &noted, &*manner).await });
            }
        });
        Self { address, asked }
    }

    fn config(&self, more: &str) -> String {
        format!("hook_url = 'http://{}/hook?site=7'\nhook_secret = \"{SECRET}\"\n{more}", self.address)
    }

    fn count(&self) -> usize {
        self.asked.lock().expect("whole").len()
    }

    fn texts(&self) -> Vec<String> {
        let asked = self.asked.lock().expect("whole");
        asked.iter().map(|question| question.json()["text"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

async fn serve(mut stream: TcpStream, asked: &Mutex<Vec<Question>>, manner: &(impl Fn(&str) -> Does + Sync)) {
    let (mut came, mut some) = (Vec::new(), [0; 4_096]);
    let question = loop {
        match stream.read(&mut some).await {
            Ok(count @ 1..) => came.extend_from_slice(&some[..count]),
            _ => return,
        }
        let Some(end) = came.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(came[..end].to_vec()).expect("text");
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
        if came.len() >= end + 4 + length.expect("has a length") {
            break Question { head, body: came[end + 4..].to_vec() };
        }
    };
    let text = question.json()["text"].as_str().expect("has a text").to_owned();
    asked.lock().expect("whole").push(question);
    match manner(&text) {
        Does::Answer(body, after_ms) => {
            tokio::time::sleep(Duration::from_millis(after_ms)).await;
            let Does::Bytes(bytes) = ok(&body.to_string()) else { return };
            let _ = stream.write_all(bytes.as_bytes()).await;
        }
        Does::Bytes(bytes) => _ = stream.write_all(bytes.as_bytes()).await,
        Does::ForEver(bytes, pause_ms) => {
            let _ = stream.write_all(bytes.as_bytes()).await;
            let last = bytes.as_bytes()[bytes.len() - 1..].repeat(if pause_ms == 0 { 65_536 } else { 1 });
            while stream.write_all(&last).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            }
        }
        Does::HangUp => {}
    }
}

fn say(text: &str) -> Say {
    Say { text: text.into(), ..Say::default() }
}

async fn refused(client: &Client, text: &str) -> Refused {
    match client.try_say(ROOM, &say(text)).await {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("{text}: {other:?}"),
    }
}

/// The status of something that is said.
async fn status(client: &Client, text: &str) -> u16 {
    let request = client.request(Method::POST, &format!("/v1/rooms/{ROOM}/messages")).await;
    match answer(request.json(&say(text))).await {
        Ok(response) => response.status().as_u16(),
        Err(Failure::Refused(refused)) => refused.status,
        Err(failure) => panic!("{failure:?}"),
    }
}

async fn waiting(owner: &Client) -> Vec<(HeldBy, String)> {
    let page: HeldPage = owner.get(&format!("/v1/rooms/{ROOM}/held")).await.expect("a list");
    page.held.into_iter().map(|held| (held.by, held.text)).collect()
}

async fn texts(client: &Client) -> Vec<String> {
    client.whole_feed(ROOM).await.0.into_iter().map(|message| message.text).collect()
}

#[tokio::test]
async fn a_site_allows_refuses_changes_and_holds_and_the_filter_stays() {
    let site = Site::start(by_text).await;
    let filter = "[filter]\nrefuse = ['spam']\nhold = ['odd']\n";
    let server = Server::start_with(&site.config(filter)).await;
    let (owner, ana) = (server.owner(), server.guest("Ana").await);
    owner.say(ROOM, "refuse: the site's own programs are not asked about").await;
    let mut lines = Vec::new();
    for way in WAYS {
        lines.push((way, Line::open(&ana, ROOM, way, From::Newest(50)).await.expect("opens")));
    }
    let first = ana.say(ROOM, "allow this").await;
    assert_eq!(ana.say(ROOM, "change into that").await.text, "into that");
    assert_eq!(status(&ana, "hold it").await, 202);
    assert_eq!(status(&ana, "an odd one").await, 202);
    let words = refused(&ana, "refuse Not here,\n <b>please</b>.").await;
    assert_eq!((words.status, words.problem.code), (403, Code::Refused));
    assert_eq!(words.problem.detail.as_deref(), Some("Not here, <b>please</b>."));
    let wordless = refused(&ana, "refuse").await;
    assert_eq!((wordless.status, wordless.problem.code), (403, Code::Refused));
    assert!(wordless.problem.detail.is_some());
    let before = site.count();
    assert_eq!(refused(&ana, "spam").await.problem.code, Code::Refused);
    assert_eq!(refused(&ana, "change into spam").await.problem.code, Code::Refused);
    assert_eq!(site.count(), before, "what the filter refuses nobody asks about");
    assert_eq!(ana.edit(ROOM, first.id, "change edited").await.expect("is edited").text, "edited");
    for text in ["hold edited", "refuse edited"] {
        assert_eq!(ana.edit(ROOM, first.id, text).await.expect_err(text).code(), Code::Refused);
    }
    ana.react(ROOM, first.id, "%F0%9F%91%8D", true).await.expect("reacts");
    ana.delete(ROOM, first.id).await.expect("is deleted");
    let last = ana.say(ROOM, "the last").await;

    for (way, line) in lines {
        reads_what_is_said_alone(&ana, way, line).await;
    }
    assert_eq!(waiting(&owner).await, [(HeldBy::Hook, "hold it".to_owned()), (HeldBy::Filter, "an odd one".to_owned())]);
    are_signed(&site.asked.lock().expect("whole"), &last);
}

/// Whoever reads along, in whatever way, gets what is said, and nothing of what is refused or waits.
async fn reads_what_is_said_alone(ana: &Client, way: Way, mut line: Line) {
    let mut all = String::new();
    while !all.contains("the last") {
        match within("the last comes", line.next(ana, ROOM)).await.unwrap_or_else(|failure| panic!("{way}: {failure:?}")) {
            Heard::Page(page) => all.push_str(&serde_json::to_string(&page).expect("JSON")),
            Heard::Change(change) => all.push_str(&serde_json::to_string(&change).expect("JSON")),
            other => panic!("{way}: {other:?}"),
        }
    }
    assert!(all.contains("into that"), "{way}: {all}");
    for never in ["hold it", "an odd", "hold edited", "Not here", "spam", "change "] {
        assert!(!all.contains(never), "{way}: {never} in {all}");
    }
}

/// All questions are the server's, as a site can tell, and the last is about this message.
fn are_signed(asked: &[Question], last: &Message) {
    for question in asked {
        assert!(question.head.starts_with("POST /hook?site=7 HTTP/1.1"), "{}", question.head);
        assert_eq!(question.header("content-type"), "application/json");
        assert!(question.is_signed_by(SECRET.as_bytes()) && !question.is_signed_by(b"another secret, as long as that"));
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
        let then: u64 = question.header("webhook-timestamp").parse().expect("seconds");
        assert!(then <= now && now - then < 3_600);
    }
    let ids: std::collections::HashSet<_> = asked.iter().map(|question| question.header("webhook-id")).collect();
    assert_eq!(ids.len(), asked.len(), "each has an id of its own");
    let mut question = asked.last().expect("asked").json();
    let by = question["by"].take();
    assert!(by.as_str().is_some_and(|by| by.starts_with('~')));
    let sender = json!({"id": by, "name": "Ana", "guest": true});
    let client_id = last.client_id.as_ref().expect("has one");
    assert_eq!(
        question,
        json!({"type": "message", "room": ROOM, "by": null, "level": "say", "sender": sender, "kind": "message",
            "text": "the last", "client_id": client_id})
    );
}

/// What is no answer that can be used, each in its own way.
fn nonsense(text: &str, elsewhere: &str) -> Does {
    let head = "HTTP/1.1 200 OK\r\n";
    match text {
        "slow" => Does::Answer(json!({"answer": "allow"}), 5_000),
        "redirect" => {
            Does::Bytes(format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{elsewhere}/\r\nContent-Length: 0\r\n\r\n"))
        }
        "error" => Does::Bytes("HTTP/1.1 500 Oops\r\nContent-Length: 18\r\n\r\n{\"answer\":\"allow\"}".into()),
        "empty" => Does::Bytes("HTTP/1.1 204 No Content\r\n\r\n".into()),
        "created" => Does::Bytes("HTTP/1.1 201 Created\r\nContent-Length: 18\r\n\r\n{\"answer\":\"allow\"}".into()),
        "huge" => Does::ForEver(format!("{head}\r\n "), 0),
        "chunks" => Does::ForEver(format!("{head}Transfer-Encoding: chunked\r\n\r\nffffffff\r\n "), 0),
        "drip" => Does::ForEver(format!("{head}Content-Length: 50000\r\n\r\n "), 50),
        "heads" => Does::ForEver(format!("{head}X: x"), 0),
        "zipped" => Does::Bytes(format!("{head}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x08x")),
        "hang-up" => Does::HangUp,
        "ssh" => Does::Bytes("SSH-2.0-OpenSSH_9.2\r\n".into()),
        "html" => ok("<html>allow</html>"),
        "nothing" => ok(""),
        "unknown" => ok(r#"{"answer": "Allow"}"#),
        "wordless" => ok(r#"{"answer": "change"}"#),
        "list" => ok(r#"["allow"]"#),
        "invisible" => ok(r#"{"answer": "change", "text": "\u200b"}"#),
        "long" => ok(&json!({"answer": "change", "text": "x".repeat(2_001)}).to_string()),
        _ => ok(r#"{"answer": "allow"}"#),
    }
}

#[tokio::test]
async fn a_site_that_says_nothing_that_can_be_used_is_silent() {
    let elsewhere = Site::start(|_| ok(r#"{"answer": "allow"}"#)).await;
    let to = elsewhere.address.clone();
    let site = Site::start(move |text| nonsense(text, &to)).await;
    let cases = [
        "redirect",
        "error",
        "empty",
        "created",
        "huge",
        "chunks",
        "heads",
        "zipped",
        "hang-up",
        "ssh",
        "html",
        "nothing",
        "unknown",
        "wordless",
        "list",
        "invisible",
        "long",
        "slow",
        "drip",
    ];
    for (silent, expected) in [("refuse", 503), ("allow", 201), ("hold", 202)] {
        let config = site.config(&format!("hook_silent = '{silent}'\nhook_timeout_ms = 1000\n[limits]\nheld_per_sender = 100\n"));
        let server = Server::start_with(&config).await;
        let ana = server.guest("Ana").await;
        assert_eq!(status(&ana, "well").await, 201);
        for text in cases {
            assert_eq!(status(&ana, text).await, expected, "{silent}: {text}");
        }
        let log = server.log();
        // Once a minute, which passes where much else runs.
        assert!((1..4).contains(&log.matches("the host's hook is silent").count()), "a dead hook fills the log: {log}");
        assert!(log.contains("it answered 307") && !log.contains("site=7") && !log.contains("invisible"), "{log}");
        assert_eq!(status(&ana, "well again").await, 201);
        until("it is told", async || server.log().contains("the host's hook answers again")).await;
        let all: Vec<_> = texts(&ana).await;
        let mut said = vec!["well"];
        said.extend(cases.iter().filter(|_| silent == "allow"));
        said.push("well again");
        assert_eq!(all, said);
        if silent == "hold" {
            assert_eq!(waiting(&server.owner()).await, cases.map(|text| (HeldBy::Hook, text.to_owned())));
        }
        if silent == "refuse" {
            let refused = refused(&ana, "error").await;
            assert_eq!((refused.problem.code, refused.retry_after.as_deref()), (Code::StoreAway, Some("1")));
            assert!(refused.problem.detail.is_some());
        }
    }
    assert_eq!(elsewhere.count(), 0, "nobody goes where a site points to");
}

#[tokio::test]
async fn what_comes_over_one_socket_keeps_its_order_and_its_retries_are_one_message() {
    let is_asked = AtomicBool::new(false);
    let site = Site::start(move |text| {
        let is_slow = text.starts_with("slow");
        // The first is not answered before Ben's has long been said.
        let after_ms = match is_slow && !is_asked.swap(true, Ordering::SeqCst) {
            true => 4_000,
            false => 700 * u64::from(is_slow),
        };
        Does::Answer(json!({"answer": "allow"}), after_ms)
    })
    .await;
    let server = Server::start_with(&site.config("hook_timeout_ms = 60000\n")).await;
    let (ana, ben) = (server.guest("Ana").await, server.guest("Ben").await);
    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    for (number, text) in ["slow", "quick", "slow", "slow", "quick"].into_iter().enumerate() {
        // The third is the first again, and is answered with it.
        let client_id = if number == 2 { "request-0".to_owned() } else { format!("request-{number}") };
        let frame = SayFrame {
            reference: number.to_string(),
            room: ROOM.parse().expect("a room"),
            say: Say { text: text.into(), client_id: Some(client_id.parse().expect("a client id")), ..Say::default() },
        };
        socket.send(&ClientFrame::Say(frame)).await.expect("is sent");
    }
    until("the slow one is asked about", async || site.count() > 0).await;
    let bens = ben.say(ROOM, "Ben's").await;
    let mut said = Vec::new();
    while said.len() < 5 {
        match within("it is answered", socket.next()).await.expect("goes on") {
            ServerFrame::Said(frame) => said.push((frame.reference, frame.message.id)),
            ServerFrame::Change(_) => {}
            other => panic!("{other:?}"),
        }
    }
    said.sort();
    let ids: Vec<_> = said.iter().map(|(_, id)| *id).collect();
    assert!(bens.id < ids[0], "another person waits for Ana's");
    assert!(ids[0] == ids[2] && ids[0] < ids[1] && ids[1] < ids[3] && ids[3] < ids[4], "{said:?}");
    assert_eq!(texts(&ana).await, ["Ben's", "slow", "quick", "slow", "quick"]);
    assert_eq!(site.texts().len(), 5, "the retry is not asked about");

    let again = saying("request-9", "slow again");
    let (one, two) = tokio::join!(ben.try_say(ROOM, &again), ben.try_say(ROOM, &again));
    let (one, two) = (one.expect("is said"), two.expect("is said"));
    assert_eq!((one.1.id, [one.0, two.0].iter().sum::<u16>()), (two.1.id, 401), "one made it");
    assert_eq!(ben.try_say(ROOM, &again).await.expect("is known").0, 200);
    assert_eq!(site.count(), 6);
}

#[tokio::test]
async fn a_server_that_is_told_to_go_waits_for_its_hook() {
    let site = Site::start(|_| Does::Answer(json!({"answer": "allow"}), 500)).await;
    let mut server = Server::start_with(&site.config("")).await;
    let ana = server.guest("Ana").await;
    let line = ana.clone();
    let saying = tokio::spawn(async move { line.say(ROOM, "hola").await });
    until("it is asked about", async || site.count() > 0).await;
    server.stop().await;
    assert_eq!(saying.await.expect("is said").text, "hola");
}
