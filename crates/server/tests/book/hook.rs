//! The little site of the book's is asked, believes nobody but the server, and is heard.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::blocks::marked;

const CHAPTER: &str = "docs/src/moderation.md";
const SECRET: &str = "0123456789abcdefghijklmnopqrstuv";

struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

async fn post(url: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = token.iter().fold(client.post(url), |request, token| request.bearer_auth(token)).json(body);
    let answer = request.send().await.expect("is answered");
    (answer.status().as_u16(), answer.json().await.unwrap_or_default())
}

#[tokio::test]
#[ignore = "needs Python"]
async fn python_is_asked() {
    let (block, port) = (marked(CHAPTER, "hook"), free_port());
    let mut site = Command::new("python3");
    site.args(["-c", &block.text]).env("HOOK_SECRET", SECRET).env("HOOK_PORT", port.to_string()).stderr(Stdio::null());
    let _site = Ended(site.spawn().expect("python3"));
    let until = Instant::now() + Duration::from_secs(60);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < until, "it does not listen");
        std::thread::sleep(Duration::from_millis(20));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let hook = format!("http://127.0.0.1:{port}/");
    let mut server = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    server.args(["--listen", "127.0.0.1:0", "--hook-url", &hook]).current_dir(folder.path()).env_clear();
    let mut server = server.env("TERTULIA_HOOK_SECRET", SECRET).stdout(Stdio::piped()).spawn().expect("starts");
    let greeting = BufReader::new(server.stdout.take().expect("is piped")).lines().next().expect("greets").expect("is text");
    let _server = Ended(server);
    let base = greeting.split_once("on ").and_then(|(_, rest)| rest.split(',').next()).expect("an address").to_owned();
    let (_, guest) = post(&format!("{base}/v1/guests"), None, &json!({"name": "Ana"})).await;
    let token = guest["token"].as_str().expect("a token");
    let say = async |text: &str| post(&format!("{base}/v1/rooms/project/42/messages"), Some(token), &json!({"text": text})).await;
    let (status, message) = say("HOLA").await;
    assert_eq!((status, message["text"].as_str()), (201, Some("Hola")));
    assert_eq!(say("hola").await.0, 201);
    let (status, problem) = say("my refund").await;
    assert_eq!((status, problem["detail"].as_str()), (403, Some("Please write to help@example.org.")));
    let stranger = post(&hook, None, &json!({"text": "hola", "sender": {"name": "Ana"}})).await;
    assert_eq!(stranger.0, 401, "it believes anybody");
}
