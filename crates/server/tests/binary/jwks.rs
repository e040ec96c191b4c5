//! The site's public keys from an address, by the site's own little server: rotation, and what an address could do to the chat.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use tertulia_wire::frame::{ClientFrame, Hello, SayFrame};
use tertulia_wire::{Code, ServerFrame};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};

use crate::client::{Client, Failure, answer, saying};
use crate::line::{From, Heard, Line, Socket, WAYS, Way};
use crate::server::{Server, until, within};
use crate::token::typed;

const ROOM: &str = "project/42";

fn ed() -> Value {
    json!({"kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "uNXY14UHHaRVxpBGVibL4u4tA9Sod-3fAqOv37sUsA4", "use": "sig"})
}

fn ec() -> Value {
    let (x, y) = ("NpNcm-HeeanLJ33WmOXIJRZcvYTjOG5w6yEXJVlN6Pc", "CX37jFUglUNMDHxGxwUs1oKAWhjjUlB-wpf1neCQJWU");
    json!({"kty": "EC", "kid": "ec", "crv": "P-256", "x": x, "y": y, "alg": "ES256"})
}

fn token(kid: &str) -> String {
    let (algorithm, key) = match kid {
        "ed" => (Algorithm::EdDSA, EncodingKey::from_ed_pem(include_bytes!("../../../tertulia/tests/keys/ed.pem"))),
        _ => (Algorithm::ES256, EncodingKey::from_ec_pem(include_bytes!("../../../tertulia/tests/keys/ec.pem"))),
    };
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let claims = json!({"sub": "7", "aud": "tertulia", "iat": now, "exp": now + 600, "grants": {"project/42": "say"}});
    let header = Header { kid: Some(kid.to_owned()), ..Header::new(algorithm) };
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
    encode(&header, &claims, &key.expect("a key")).expect("signs")
}

/// What a site's little server answers to whatever it is asked.
#[derive(Clone)]
enum Answer {
    /// These bytes.
    Bytes(String),
    /// These bytes, and then the last of them again and again, each after so many milliseconds, as long as they are taken.
    ForEver(String, u64),
}

fn keys(keys: &[Value]) -> Answer {
    let body = json!({"keys": keys}).to_string();
    Answer::Bytes(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
}

/// The site's own little server.
struct Keys {
    address: String,
    answer: Arc<Mutex<Answer>>,
    asked: Arc<AtomicU64>,
}

impl Keys {
    async fn start(answer: Answer) -> Self {
        Self::at("127.0.0.1:0", answer, None).await
    }

    async fn at(address: &str, answer: Answer, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind(address).await.expect("listens");
        let address = listener.local_addr().expect("an address").to_string();
        let keys = Self { address, answer: Arc::new(Mutex::new(answer)), asked: Arc::default() };
        let (answer, asked) = (Arc::clone(&keys.answer), Arc::clone(&keys.asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, asked, tls) = (Arc::clone(&answer), Arc::clone(&asked), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                serve(stream, &answer, &asked).await;
                            }
                        }
                        None => serve(stream, &answer, &asked).await,
                    }
                });
            }
        });
        keys
    }

    fn tells(&self, answer: Answer) {
        *self.answer.lock().expect("whole") = answer;
    }

    fn asked(&self) -> u64 {
        self.asked.load(Ordering::SeqCst)
    }

    fn config(&self) -> String {
        format!("jwks_url = 'http://{}/keys?site=7'\n", self.address)
    }
}

async fn serve(mut stream: impl AsyncReadExt + AsyncWriteExt + Unpin, answer: &Mutex<Answer>, asked: &AtomicU64) {
    let (mut head, mut some) = (Vec::new(), [0; 4_096]);
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut some).await {
            Ok(count @ 1..) => head.extend_from_slice(&some[..count]),
            _ => return,
        }
    }
    assert!(head.starts_with(b"GET /"), "{}", String::from_utf8_lossy(&head));
    let answer = answer.lock().expect("whole").clone();
    asked.fetch_add(1, Ordering::SeqCst);
    match answer {
        Answer::Bytes(bytes) => _ = stream.write_all(bytes.as_bytes()).await,
        Answer::ForEver(bytes, pause_ms) => {
            let _ = stream.write_all(bytes.as_bytes()).await;
            let last = bytes.as_bytes()[bytes.len() - 1..].repeat(if pause_ms == 0 { 65_536 } else { 1 });
            while stream.write_all(&last).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            }
        }
    }
}

/// Until the server has logged something.
async fn logged(server: &Server, what: &str) {
    until(what, async || server.log().contains(what)).await;
}

/// A token is answered as one of which nobody can tell, on every way in.
async fn nobody_can_tell(server: &Server, token: &str) {
    let refused = server.bearer(token).try_say(ROOM, &saying("request-1", "hola")).await.expect_err("nobody can tell");
    let Failure::Refused(refused) = refused else { panic!("{refused:?}") };
    assert_eq!((refused.status, refused.problem.code), (503, Code::StoreAway));
    assert_eq!((refused.retry_after.as_deref(), refused.problem.retry_after), (Some("1"), Some(1)));
    assert!(refused.problem.detail.is_some_and(|detail| detail.contains("keys")));
    let client = server.bearer(token);
    let Err(Failure::Refused(refused)) = client.page(ROOM, "").await else { panic!("nobody can tell") };
    assert!(refused.problem.detail.is_some_and(|detail| detail.contains("keys")));
    assert!(!refused.problem.title.contains("Messages"), "who reads stores nothing: {}", refused.problem.title);
    let mut socket = Socket::connect(&client).await.expect("connects");
    socket.send(&ClientFrame::Hello(Hello { token: client.token().map(str::to_owned), lang: None })).await.expect("is sent");
    let close = loop {
        match within("the socket ends", socket.next_or_close()).await.expect("is closed in order") {
            Ok(ServerFrame::Problem(frame)) => assert_eq!(frame.problem.code, Code::StoreAway),
            Ok(frame) => panic!("{frame:?}"),
            Err(close) => break close.map(|close| u16::from(close.code)),
        }
    };
    assert_eq!(close, Some(1013), "come back later");
}

#[tokio::test]
async fn keys_are_fetched_and_a_new_one_is_found_at_its_first_token() {
    let site = Keys::start(keys(&[ed()])).await;
    let server = Server::start_with(&site.config()).await;
    let client = server.bearer(&token("ed"));
    assert_eq!(client.say(ROOM, "hola").await.sender.and_then(|sender| sender.id), Some("7".to_owned()));
    assert_eq!(site.asked(), 1);
    // The site rotates: the new key signs, and the old one is gone.
    site.tells(keys(&[ec()]));
    let rotated = server.bearer(&token("ec"));
    for way in WAYS {
        let mut line =
            Line::open(&rotated, ROOM, way, From::Newest(5)).await.unwrap_or_else(|failure| panic!("{way}: {failure:?}"));
        line.next(&rotated, ROOM).await.unwrap_or_else(|failure| panic!("{way}: {failure:?}"));
        assert_eq!(site.asked(), 2, "{way}");
    }
    let refused = client.try_say(ROOM, &saying("request-2", "hola")).await.expect_err("is taken back");
    assert_eq!(refused.code(), Code::TokenInvalid);
    // Guests and what is made up cost the site nothing.
    let unknown = server.bearer(&token("other")).try_say(ROOM, &saying("request-3", "hola")).await.expect_err("is unknown");
    assert_eq!((unknown.code(), site.asked()), (Code::TokenInvalid, 2));
    assert!(!server.log().contains("site=7"), "a query is logged");
}

/// How a line ends.
async fn end_of(mut line: Line, client: Client) -> Code {
    loop {
        match line.next(&client, ROOM).await {
            Ok(Heard::Ended(code)) => return code,
            Ok(_) => {}
            Err(failure) => return failure.code(),
        }
    }
}

#[tokio::test]
async fn lines_that_are_open_by_a_key_end_when_the_site_has_taken_it_back() {
    let site = Keys::start(keys(&[ed()])).await;
    let server = Server::start_with(&site.config()).await;
    let client = server.bearer(&token("ed"));
    client.say(ROOM, "hola").await;
    let mut ends = Vec::new();
    for way in [Way::LongPoll, Way::Events, Way::Socket] {
        let mut line = Line::open(&client, ROOM, way, From::Newest(5)).await.expect("opens");
        line.next(&client, ROOM).await.expect("the first page");
        ends.push((way, tokio::spawn(end_of(line, client.clone()))));
    }
    let follow = client.request(Method::GET, &format!("/v1/rooms/{ROOM}/messages?follow")).await;
    let text = answer(follow.header("accept", "text/plain")).await.expect("opens").text();
    let mut speaker = Socket::connect(&client).await.expect("connects");
    speaker.hello(client.token()).await.expect("is welcome");
    site.tells(keys(&[ec()]));
    server.bearer(&token("ec")).say(ROOM, "by the key that is there now").await;
    let say = SayFrame { reference: "1".into(), room: ROOM.parse().expect("a room"), say: saying("request-1", "hola") };
    speaker.send(&ClientFrame::Say(say)).await.expect("is sent");
    let ServerFrame::Problem(told) = within("an answer", speaker.next()).await.expect("a frame") else { panic!("is said") };
    assert_eq!(told.problem.code, Code::TokenExpired);
    for (way, end) in ends {
        let code = within("the line ends", end).await.expect("ends");
        // A poll that was not held open just then is refused as it comes.
        assert!(code == Code::TokenExpired || way == Way::LongPoll && code == Code::TokenInvalid, "{way}: {code:?}");
    }
    let text = within("the text ends", text).await.expect("in order");
    assert!(text.contains("pass has run out"), "{text}");
}

#[tokio::test]
async fn token_check_looks_at_the_address_too() {
    let site = Keys::start(keys(&[ed()])).await;
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("tertulia.toml"), site.config()).expect("is written");
    let checked = async |token: String| {
        let folder = folder.path().to_owned();
        tokio::task::spawn_blocking(move || typed(&folder, &["token", "check", &token, ROOM])).await.expect("runs")
    };
    assert!(checked(token("ed")).await.expect("is good").ends_with("it grants say"));
    let error = checked(token("ec")).await.expect_err("is not known");
    assert!(error.contains("it is signed by ES256; EdDSA is needed"), "{error}");
    let told = typed(folder.path(), &["config", "check"]).expect("is right");
    assert!(told.contains("with the keys of jwks_url"), "{told}");
    site.tells(Answer::Bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".into()));
    let error = checked(token("ed")).await.expect_err("nobody can tell");
    assert!(error.contains("the keys of jwks_url can't be fetched: it answered 404 Not Found"), "{error}");
}

#[tokio::test]
async fn a_site_that_is_not_there_yet_does_not_hold_up_the_start() {
    let nobody = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = nobody.local_addr().expect("an address").to_string();
    drop(nobody);
    let server = Server::start_with(&format!("jwks_url = 'http://{address}/keys'")).await;
    logged(&server, "the site's keys could not be fetched").await;
    nobody_can_tell(&server, &token("ed")).await;
    assert!(server.nobody().get::<Value>("/openapi.json").await.is_ok(), "all else is served");
    let _site = Keys::at(&address, keys(&[ed()]), None).await;
    logged(&server, "the site's keys are there").await;
    server.bearer(&token("ed")).say(ROOM, "hola").await;
}

#[tokio::test]
async fn redirect() {
    let elsewhere = Keys::start(keys(&[ed()])).await;
    for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let site = Keys::start(Answer::Bytes(format!(
            "HTTP/1.1 {status}\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n",
            elsewhere.address
        )))
        .await;
        let server = Server::start_with(&site.config()).await;
        logged(&server, &format!("it answered {}", &status[..3])).await;
        nobody_can_tell(&server, &token("ed")).await;
    }
    assert_eq!(elsewhere.asked(), 0, "nobody goes where a site points to");
}

#[tokio::test]
async fn huge_slow_and_broken_answers() {
    let ok = "HTTP/1.1 200 OK\r\n";
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n ";
    for (answer, said) in [
        (Answer::Bytes(format!("{ok}\r\n{}{}", json!({"keys": [ed()]}), " ".repeat(66_000))), "more than 65536 bytes"),
        (Answer::ForEver(format!("{ok}\r\n "), 0), "more than 65536 bytes"),
        (Answer::ForEver(chunk.to_owned(), 0), "more than 65536 bytes"),
        (Answer::ForEver(format!("{ok}Content-Length: 100000000\r\n\r\n "), 0), "more than 65536 bytes"),
        (Answer::ForEver(format!("{ok}Content-Length: 50000\r\n\r\n "), 50), "nothing came within 1 s"),
        (Answer::ForEver("HTTP/1.1 200 OK\r\nX: x".into(), 50), "nothing came within 1 s"),
        (Answer::ForEver("HTTP/1.1 200 OK\r\nX: x".into(), 0), "could not be fetched"),
        (Answer::Bytes(format!("{ok}Content-Length: 6\r\n\r\n<html>")), "it is no key set"),
        (Answer::Bytes("SSH-2.0-OpenSSH_9.2\r\n".into()), "could not be fetched"),
        (Answer::Bytes("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n".into()), "it answered 500"),
        // Compressed, it would be a bomb.
        (Answer::Bytes(format!("{ok}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x08x")), "it is no key set"),
    ] {
        let site = Keys::start(answer).await;
        let server = Server::start_with(&format!("{}[limits]\njwks_answer_s = 1\n", site.config())).await;
        logged(&server, said).await;
        nobody_can_tell(&server, &token("ed")).await;
    }
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for() {
    let (certificate, key) =
        (include_bytes!("../../../tertulia/tests/keys/tls.crt"), include_bytes!("../../../tertulia/tests/keys/tls.pem"));
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
    let certificate = CertificateDer::from_pem_slice(certificate).expect("a certificate");
    let key = PrivateKeyDer::from_pem_slice(key).expect("a key");
    let config = config.with_no_client_auth().with_single_cert(vec![certificate], key).expect("a certificate with its key");
    let site = Keys::at("127.0.0.1:0", keys(&[ed()]), Some(TlsAcceptor::from(Arc::new(config)))).await;
    let server = Server::start_with(&site.config().replace("http:", "https:")).await;
    logged(&server, "the site's keys could not be fetched").await;
    nobody_can_tell(&server, &token("ed")).await;
    assert_eq!(site.asked(), 0, "nothing is asked over such a line");
}
