//! How the server sends its own files: compressed to whoever takes that, and nothing else ever.

use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use reqwest::{Method, StatusCode};

use crate::client::Client;
use crate::server::Server;

const ROOM: &str = "project/42";
/// Made by the widget's build: under which name each of its files is served.
const FILES: &str = include_str!("../../../tertulia/assets/widget.rs");

/// The widget's files: the name of each, and of the file that it was built into.
fn files() -> Vec<(&'static str, &'static str)> {
    let lines = FILES.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.strip_suffix("\")),"));
    lines.map(|line| line.split_once("\", include_str!(\"").expect("a name and a file")).collect()
}

struct Sent {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Sent {
    fn head(&self, name: HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("is text"))
    }

    /// What was sent, as it was before it was compressed.
    fn read(&self, length: usize) -> Vec<u8> {
        if self.head(CONTENT_ENCODING).is_empty() {
            return self.body.clone();
        }
        assert_eq!(self.head(CONTENT_ENCODING), "gzip");
        let mut plain = vec![0; length];
        let read = libdeflater::Decompressor::new().gzip_decompress(&self.body, &mut plain).expect("is gzip, and no longer");
        plain.truncate(read);
        plain
    }
}

async fn ask(client: &Client, method: Method, path: &str, heads: &[(HeaderName, &str)]) -> Sent {
    let request = client.request(method, path).await;
    let request = heads.iter().fold(request, |request, (name, value)| {
        request.header(name, HeaderValue::from_bytes(value.as_bytes()).expect("can be sent"))
    });
    let response = request.send().await.expect("answers");
    let (status, headers) = (response.status(), response.headers().clone());
    Sent { status, headers, body: response.bytes().await.expect("comes whole").into() }
}

#[tokio::test]
async fn each_file_of_the_servers_own_is_sent_compressed_to_whoever_takes_that() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let others = ["embed.css", "try.js", "try.css", "openapi.json"];
    let names: Vec<&str> = files().into_iter().map(|(name, _)| name).chain(others).collect();
    assert!(names.len() > 40 && names.contains(&"widget.js"), "{names:?}");
    let zipped = [(ACCEPT_ENCODING, "gzip, deflate, br, zstd")];
    for name in names {
        let path = format!("/{name}");
        let plain = ask(&nobody, Method::GET, &path, &[]).await;
        let small = ask(&nobody, Method::GET, &path, &zipped).await;
        assert_eq!((plain.head(CONTENT_ENCODING), plain.status), ("", StatusCode::OK), "{name}");
        assert_eq!(small.head(CONTENT_ENCODING), "gzip", "{name}");
        assert!(small.body.len() < plain.body.len(), "{name}");
        assert_eq!(small.read(plain.body.len()), plain.body, "{name}");
        assert_eq!(small.head(CONTENT_TYPE), plain.head(CONTENT_TYPE));
        assert_ne!(small.head(ETAG), plain.head(ETAG), "{name}: other bytes have another tag");
        for (sent, heads) in [(&plain, [].as_slice()), (&small, &zipped)] {
            assert_eq!(sent.head(VARY).to_ascii_lowercase(), "accept-encoding", "{name}");
            assert_eq!(sent.head(CONTENT_LENGTH), sent.body.len().to_string(), "{name}");
            let head = ask(&nobody, Method::HEAD, &path, heads).await;
            for same in [CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY] {
                assert_eq!(head.head(same.clone()), sent.head(same.clone()), "{name}: {same}");
            }
            assert!(head.body.is_empty());
            // Whoever has the file in one form needs it in no other.
            for known in [&plain, &small] {
                let tag = known.head(ETAG);
                for tags in [tag.to_owned(), format!("W/{tag}"), format!("\"other\", {tag}")] {
                    let again = ask(&nobody, Method::GET, &path, &[heads, &[(IF_NONE_MATCH, &tags)]].concat()).await;
                    assert_eq!((again.status, again.head(ETAG)), (StatusCode::NOT_MODIFIED, tag), "{name}: {tags}");
                    assert_eq!(again.head(VARY).to_ascii_lowercase(), "accept-encoding", "{name}");
                    assert!(again.body.is_empty());
                }
            }
            let both = format!("{}, {}", plain.head(ETAG), small.head(ETAG));
            for tags in [both.as_str(), "*"] {
                let again = ask(&nobody, Method::GET, &path, &[heads, &[(IF_NONE_MATCH, tags)]].concat()).await;
                assert_eq!((again.status, again.head(ETAG)), (StatusCode::NOT_MODIFIED, sent.head(ETAG)), "{name}: {tags}");
            }
            let other = ask(&nobody, Method::GET, &path, &[heads, &[(IF_NONE_MATCH, "\"other\"")]].concat()).await;
            assert_eq!((other.status, &other.body), (StatusCode::OK, &sent.body), "{name}");
        }
    }
}

#[tokio::test]
async fn a_page_is_sent_no_more_of_the_widget_than_is_promised() {
    let server = Server::start().await;
    let nobody = server.nobody();
    // What is waited for before there is a chat that something can be said in, and when something in it is first touched.
    for (part, most) in [(["widget.js", "widget-main.js"].as_slice(), 25_000), (&["widget-tools.js"], 15_000)] {
        let mut sum = 0;
        for wanted in part {
            let (name, _) = files().into_iter().find(|(_, file)| file == wanted).expect("is served");
            sum += ask(&nobody, Method::GET, &format!("/{name}"), &[(ACCEPT_ENCODING, "gzip")]).await.body.len();
        }
        assert!(sum <= most, "{sum} bytes of {part:?} are sent, and {most} are promised");
    }
}

#[tokio::test]
async fn whatever_is_said_of_codings_the_file_comes_whole() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let plain = ask(&nobody, Method::GET, "/embed.css", &[]).await.body;
    let (commas, gzips) = (",".repeat(16_000), "gzip;q=0.001,".repeat(1_200));
    for (said, coding) in [
        ("", ""),
        ("gzip;q=0", ""),
        ("*;q=0", ""),
        ("identity;q=0", ""),
        ("identity;q=0, *;q=0", ""),
        ("gzip;q=0, *", ""),
        ("gzip;q=9", ""),
        ("gzip;q=1e9999", ""),
        ("gzip;q=0.5, identity", ""),
        ("br", ""),
        ("gzip\u{130}, é;q=ü", ""),
        ("*", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip;q=0.001", "gzip"),
        ("identity;q=0, *;q=0.5", "gzip"),
        (&commas, ""),
        (&gzips, "gzip"),
    ] {
        let sent = ask(&nobody, Method::GET, "/embed.css", &[(ACCEPT_ENCODING, said)]).await;
        let which: String = said.chars().take(60).collect();
        assert_eq!((sent.status, sent.head(CONTENT_ENCODING)), (StatusCode::OK, coding), "{which}");
        assert!(sent.read(plain.len()) == plain, "{which}");
    }
}

/// What somebody says and what they may not read would tell of each other by the length of an answer.
#[tokio::test]
async fn nothing_that_people_have_said_is_ever_compressed() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, &"hola ".repeat(300)).await;
    let room = format!("/v1/rooms/{ROOM}");
    for path in [
        format!("{room}/messages"),
        room.clone(),
        format!("/embed/{ROOM}"),
        "/v1/rooms".to_owned(),
        "/v1/nothing".to_owned(),
        "/widget.json".to_owned(),
        "/".to_owned(),
    ] {
        for accept in ["*/*", "text/plain", "text/html"] {
            let sent = ask(&ana, Method::GET, &path, &[(ACCEPT_ENCODING, "gzip"), (ACCEPT, accept)]).await;
            assert_eq!(sent.head(CONTENT_ENCODING), "", "{path} as {accept}");
        }
    }
    let stream = ana.request(Method::GET, &format!("{room}/messages")).await.header(ACCEPT, "text/event-stream");
    let stream = stream.header(ACCEPT_ENCODING, "gzip").send().await.expect("answers");
    assert_eq!(stream.headers()[CONTENT_TYPE], "text/event-stream");
    assert!(!stream.headers().contains_key(CONTENT_ENCODING));
}
