//! What is not taken, and how that is said.

use reqwest::Method;
use tertulia_wire::{Code, Page, Problem};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{Client, Failure, answer};
use crate::server::{Server, within};

const MESSAGES: &str = "/v1/rooms/project/42/messages";

type Headers = &'static [(&'static str, &'static str)];

async fn refusal(client: &Client, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, Code) {
    let mut request = client.request(method, path).await.body(body.to_owned());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let failure = answer(request).await.expect_err("is refused");
    let crate::client::Failure::Refused(refused) = failure else { panic!("{failure:?}") };
    (refused.status, refused.problem.code)
}

const JSON: Headers = &[("content-type", "application/json")];

#[tokio::test]
async fn a_body_that_is_not_right_is_refused_by_what_is_wrong() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let large = format!(r#"{{"text": "{}"}}"#, "x".repeat(200 * 1024));
    let long = format!(r#"{{"text": "{}"}}"#, "x".repeat(2_001));
    let text: Headers = &[("content-type", "text/plain")];
    let bodies: [(Headers, &str, (u16, Code)); 15] = [
        (JSON, &large, (413, Code::TooLarge)),
        (JSON, &long, (422, Code::TooLong)),
        (JSON, r#"{"text": "#, (400, Code::Malformed)),
        (JSON, "", (400, Code::Malformed)),
        (text, r#"{"text": "hola"}"#, (415, Code::UnsupportedMedia)),
        (&[], r#"{"text": "hola"}"#, (415, Code::UnsupportedMedia)),
        (JSON, r#"{"text": 7}"#, (422, Code::Invalid)),
        (JSON, r#"["hola", null, null, null, null, null]"#, (422, Code::Invalid)),
        (JSON, "[", (400, Code::Malformed)),
        (JSON, r"{}", (422, Code::Invalid)),
        (JSON, r#"{"text": "  \n"}"#, (422, Code::Invalid)),
        (JSON, r#"{"text": "hola", "client_id": "short"}"#, (422, Code::Invalid)),
        (JSON, r#"{"text": "hola", "reply_to": 9}"#, (422, Code::Invalid)),
        (JSON, r#"{"text": "hola", "kind": "join"}"#, (403, Code::NotAllowed)),
        (JSON, r#"{"text": "hola", "sender": null}"#, (403, Code::NotAllowed)),
    ];
    for (headers, body, refused) in bodies {
        let short: String = body.chars().take(60).collect();
        assert_eq!(refusal(&ana, Method::POST, MESSAGES, headers, body).await, refused, "{short}");
    }
    assert_eq!(ana.page("project/42", "").await.expect("a page").messages, [], "nothing of it was said");
}

/// How it is asked, where, with which body, and how the refusal begins.
fn misspelt() -> Vec<(Method, String, &'static str, &'static str)> {
    let room = "/v1/rooms/project/42";
    vec![
        (
            Method::PUT,
            room.to_owned(),
            r#"{"title": "Hall", "lockd": true}"#,
            "There is no field `lockd`; did you mean `locked`?",
        ),
        (Method::PUT, room.to_owned(), r#"{"slow_mod": 5}"#, "There is no field `slow_mod`; known are: title, comment, locked"),
        (Method::PUT, format!("{room}?locked=true"), "{}", "There is no field `locked`; known are: why."),
        (
            Method::PUT,
            room.to_owned(),
            r#"{"locked": true, "why": "a fight"}"#,
            "There is no field `why`; known are: title, comment, locked",
        ),
        (Method::DELETE, format!("{room}?before=2026-11-22T09:49:00.123Z"), "", "There is no field `before`; known are: why."),
        (
            Method::PUT,
            format!("{room}/restrictions?user=eva"),
            r#"{"kind": "ban", "utnil": 1}"#,
            "There is no field `utnil`; did you mean `until`?",
        ),
        (
            Method::PUT,
            format!("{room}/restrictions?user=eva&addres=true"),
            r#"{"kind": "ban"}"#,
            "There is no field `addres`; known are: user.",
        ),
        (
            Method::PUT,
            "/v1/restrictions?user=eva&room=project/42".into(),
            r#"{"kind": "ban"}"#,
            "There is no field `room`; known are: user.",
        ),
        (
            Method::DELETE,
            format!("{room}/messages?before=2099-01-01T00:00:00.000Z&usr=eva"),
            "",
            "There is no field `usr`; did you mean `user`?",
        ),
        (Method::DELETE, format!("{room}/messages/1?whyy=spam"), "", "There is no field `whyy`; did you mean `why`?"),
        (Method::DELETE, format!("{room}/held/1?reason=spam"), "", "There is no field `reason`; known are: why."),
        (Method::POST, format!("{room}/held/1/approve?reason=good"), "", "There is no field `reason`; known are: why."),
        (Method::DELETE, format!("{room}/messages/1/reports?whyy=fine"), "", "There is no field `whyy`; did you mean `why`?"),
        (Method::DELETE, "/v1/users?user=ana&why=asked".into(), "", "There is no field `why`; known are: user."),
        (Method::DELETE, format!("{room}/restrictions?user=eva&kid=ban"), "", "There is no field `kid`; did you mean `kind`?"),
        (Method::POST, "/v1/users/revoke?user=eva&room=project/42".into(), "", "There is no field `room`; known are: user, why."),
        (Method::DELETE, "/v1/users?user=ana&room=project/42".into(), "", "There is no field `room`; known are: user."),
    ]
}

/// How it is asked, where, with which body, and all of what is said of a word that is none of a list.
fn no_word_of_a_list() -> Vec<(Method, String, &'static str, &'static str)> {
    let room = "/v1/rooms/project/42";
    let lift = |path: &str, kind: &str| (Method::DELETE, format!("{path}?user=eva&kind={kind}"), "");
    let restrict = |body| (Method::PUT, format!("{room}/restrictions?user=eva"), body);
    let rows = [
        (lift(&format!("{room}/restrictions"), "silence"), r#"kind is one of ban, kick, mute, not "silence"."#),
        (lift(&format!("{room}/restrictions"), "mutt"), r#"kind is one of ban, kick, mute, not "mutt"; did you mean `mute`?"#),
        (lift(&format!("{room}/restrictions"), ""), r#"kind is one of ban, kick, mute, not ""."#),
        (lift("/v1/restrictions", "Ban"), r#"kind is one of ban, kick, mute, not "Ban"; did you mean `ban`?"#),
        (restrict(r#"{"kind": "bann"}"#), r#"kind is one of ban, kick, mute, not "bann"; did you mean `ban`?"#),
        (restrict(r#"{"kind": null}"#), "kind is one of ban, kick, mute, not null."),
        (
            (Method::PUT, room.to_owned(), r#"{"hold": "guest"}"#),
            r#"hold is one of off, guests, all, not "guest"; did you mean `guests`?"#,
        ),
        ((Method::PUT, room.to_owned(), r#"{"presence": "on"}"#), r#"presence is one of names, count, off, not "on"."#),
        (
            (Method::POST, MESSAGES.to_owned(), r#"{"text": "hola", "kind": "shout"}"#),
            r#"kind is one of message, action, notification, system, join, leave, not "shout"."#,
        ),
        ((Method::GET, format!("{MESSAGES}?format=xml"), ""), "format is json, sse or text."),
    ];
    rows.into_iter().map(|((method, path, body), what)| (method, path, body, what)).collect()
}

#[tokio::test]
async fn who_gives_a_word_that_is_none_of_a_list_is_told_the_list() {
    let server = Server::start().await;
    let owner = server.owner();
    owner.say("project/42", "hola").await;
    for (method, path, body, what) in no_word_of_a_list() {
        let request = owner.request(method.clone(), &path).await.header("content-type", "application/json");
        let failure = answer(request.body(body)).await.map(|_| ()).expect_err(&path);
        let Failure::Refused(refused) = failure else { panic!("{method} {path}: {failure:?}") };
        let problem = refused.problem;
        assert_eq!(
            (refused.status, problem.code, problem.detail.as_deref()),
            (422, Code::Invalid, Some(what)),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn what_is_misspelt_is_refused_where_it_would_take_less_or_more_than_was_meant() {
    let server = Server::start().await;
    let (ana, owner) = (server.guest("Ana").await, server.owner());
    ana.say("project/42", "hola").await;
    for (method, path, body, what) in misspelt() {
        let request = owner.request(method.clone(), &path).await.header("content-type", "application/json");
        let failure = answer(request.body(body)).await.map(|_| ()).expect_err(&path);
        let Failure::Refused(refused) = failure else { panic!("{method} {path}: {failure:?}") };
        let detail = refused.problem.detail.unwrap_or_default();
        assert!(
            (refused.status, refused.problem.code) == (422, Code::Invalid) && detail.starts_with(what),
            "{method} {path}: {detail}"
        );
    }
    let page = ana.page("project/42", "").await.expect("a page");
    let settings = page.settings.expect("has some");
    let texts: Vec<_> = page.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!((texts, settings.title, settings.locked), (vec!["hola"], None, false), "nothing of it was done");
}

#[tokio::test]
async fn a_body_that_is_too_large_spoils_no_other_request() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let large = format!(r#"{{"text": "{}"}}"#, "x".repeat(200 * 1024));
    for n in 1..=20 {
        let request = ana.request(Method::POST, MESSAGES).await.header("content-type", "application/json");
        let response = request.body(large.clone()).send().await.expect("an answer");
        // What was not read still lies in the line, which is of no use to anybody then: the client has to know.
        let end = response.headers().get("connection").and_then(|value| value.to_str().ok());
        assert_eq!((response.status().as_u16(), end), (413, Some("close")));
        response.bytes().await.expect("the whole answer");
        assert_eq!(ana.say("project/42", "short").await.id, n);
    }
}

#[tokio::test]
async fn a_body_without_a_length_is_bounded_all_the_same() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let mut line = TcpStream::connect(server.address()).await.expect("connects");
    let head = format!(
        "POST {MESSAGES} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\
         authorization: Bearer {}\r\n\r\n",
        ana.token().expect("has one")
    );
    line.write_all(head.as_bytes()).await.expect("is taken");
    let chunk = format!("{:x}\r\n{}\r\n", 16 * 1024, "x".repeat(16 * 1024));
    // The server may well have said no, and hung up, before all of it is written.
    for _ in 0..64 {
        if line.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let mut answer = [0; 12];
    within("an answer", line.read_exact(&mut answer)).await.expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 413");
}

#[tokio::test]
async fn what_is_not_there_is_said_so() {
    let server = Server::start().await;
    let (ana, nobody, owner) = (server.guest("Ana").await, server.nobody(), server.owner());
    ana.say("project/42", "hola").await;
    let asked = [
        (&ana, Method::GET, "/v1/rooms/project/42/messages/7", (404, Code::NotFound)),
        (&ana, Method::GET, "/v1/rooms/project/42/messages/x", (404, Code::NotFound)),
        (&ana, Method::GET, "/nowhere", (404, Code::NotFound)),
        (&ana, Method::GET, "/v1/rooms/Project/42", (422, Code::Invalid)),
        (&ana, Method::PUT, MESSAGES, (405, Code::WrongMethod)),
        (&ana, Method::GET, "/v1/socket", (426, Code::UpgradeNeeded)),
        (&ana, Method::GET, "/v1/rooms/project/42?token=abc", (400, Code::TokenInUrl)),
        (&ana, Method::GET, "/v1/rooms/project/42/messages?last=0", (422, Code::Invalid)),
        (&ana, Method::GET, "/v1/rooms/project/42/messages?last=5&before=3", (422, Code::Invalid)),
        (&ana, Method::GET, "/v1/rooms/project/42/messages?format=xml", (422, Code::Invalid)),
        (&ana, Method::GET, "/v1/rooms/project/42/messages?last=1&last=2", (422, Code::Invalid)),
        (&ana, Method::PUT, "/v1/rooms/project/42/messages/1/reactions?emoji=x", (422, Code::Invalid)),
        (&ana, Method::PUT, "/v1/rooms/project/42/messages/1/reactions", (422, Code::Invalid)),
        (&ana, Method::DELETE, "/v1/rooms/project/42", (403, Code::NotAllowed)),
        (&owner, Method::DELETE, "/v1/rooms/project/43", (404, Code::NotFound)),
        (&nobody, Method::DELETE, "/v1/rooms/project/42/messages/1", (401, Code::TokenMissing)),
        (&nobody, Method::GET, "/v1/rooms", (401, Code::TokenMissing)),
    ];
    for (client, method, path, refused) in asked {
        assert_eq!(refusal(client, method.clone(), path, &[], "").await, refused, "{method} {path}");
    }
    let other_guest = server.guest("Beto").await;
    assert_eq!(other_guest.delete("project/42", 1).await.expect_err("is another's").code(), Code::NotAllowed);
    assert_eq!(other_guest.edit("project/42", 1, "mine").await.expect_err("is another's").code(), Code::NotAllowed);
    let bad = [("authorization", "Bearer abc")];
    assert_eq!(refusal(&nobody, Method::GET, MESSAGES, &bad, "").await, (401, Code::TokenInvalid));
}

#[tokio::test]
async fn open_mode_answers_this_machine_alone() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let walls: &[(&str, &str)] = &[
        ("host", "chat.example"),
        ("host", "127.0.0.1.example"),
        ("host", "10.0.0.1"),
        ("forwarded", "for=192.0.2.1"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-forwarded-host", "localhost"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-prefix", "/chat"),
        ("x-real-ip", "192.0.2.1"),
        ("via", "1.1 proxy"),
        ("cf-connecting-ip", "192.0.2.1"),
        ("true-client-ip", "192.0.2.1"),
    ];
    for path in [MESSAGES, "/", "/widget.js", "/v1/socket", "/healthz"] {
        for wall in walls {
            assert_eq!(refusal(&nobody, Method::GET, path, &[*wall], "").await, (403, Code::OpenModeIsLocal), "{path} {wall:?}");
        }
    }
    // nginx with nothing but proxy_pass names a loopback host, tells of nobody behind it, and speaks HTTP/1.0.
    let old = nobody.request(Method::GET, MESSAGES).await.version(reqwest::Version::HTTP_10);
    assert_eq!(answer(old).await.expect_err("is a proxy").code(), Code::OpenModeIsLocal);
    // Told to speak HTTP/1.1 it tells of nobody either, and closes each line to here, which no browser does by itself.
    let browser = ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    let relayed = [browser, ("connection", "close")];
    assert_eq!(refusal(&nobody, Method::GET, MESSAGES, &relayed, "").await, (403, Code::OpenModeIsLocal));
    for own in [browser, ("connection", "close")] {
        answer(nobody.request(Method::GET, MESSAGES).await.header(own.0, own.1)).await.expect("is this machine");
    }
    let origin = [("origin", "https://evil.example")];
    assert_eq!(refusal(&nobody, Method::GET, MESSAGES, &origin, "").await, (403, Code::OriginRefused));
    for host in ["localhost", "127.0.0.1:8080", "[::1]:80", "chat.localhost"] {
        let request = nobody.request(Method::GET, MESSAGES).await.header("host", host);
        let page: Page = answer(request).await.expect("is this machine").json().await.expect("a page");
        assert!(page.messages.is_empty());
    }
}

#[tokio::test]
async fn a_page_that_was_opened_as_a_file_is_told_how_to_be_opened() {
    let server = Server::start().await;
    for (origin, said) in [("null", "python3 -m http.server"), ("https://example.org", "https://example.org is not on the list")]
    {
        let asked = server.nobody().request(Method::GET, MESSAGES).await.header("origin", origin);
        let Failure::Refused(refused) = answer(asked).await.expect_err("is refused") else { panic!("{origin}") };
        let detail = refused.problem.detail.expect("a detail");
        assert!(refused.problem.code == Code::OriginRefused && detail.contains(said), "{detail}");
    }
}

#[tokio::test]
async fn a_server_with_a_secret_lets_guests_do_what_is_configured() {
    let config = "secret = '0123456789abcdef0123456789abcdef'\n[rooms.open]\nguests = 'say'\ncreate = true\n\
                  [rooms.news]\nguests = 'read'\n";
    let server = Server::start_with(config).await;
    let ana = server.guest("Ana").await;
    ana.say("open/1", "hola").await;
    let said = crate::client::saying("request-1", "hola");
    assert_eq!(ana.try_say("news/1", &said).await.expect_err("may only read").code(), Code::NotAllowed);
    assert_eq!(ana.page("news/1", "").await.expect("may read").messages, []);
    assert_eq!(ana.page("project/42", "").await.expect_err("may not read").code(), Code::NotFound);
    // What open mode refuses is what a proxy sends.
    let proxied = ana.request(Method::GET, "/v1/rooms/open/1/messages").await.header("x-forwarded-for", "192.0.2.1");
    answer(proxied.header("host", "chat.example")).await.expect("is served");
}

#[tokio::test]
async fn problems_are_worded_in_the_readers_language() {
    let server = Server::start().await;
    let mut titles = std::collections::BTreeMap::new();
    for (asked, given) in [
        ("en", "en"),
        ("es-PY, en;q=0.9", "es"),
        ("no, ar-EG;q=0.3", "ar"),
        ("gn-PY, es;q=0.9", "gn"),
        ("pt", "pt-BR"),
        ("iw", "he"),
        ("zh-TW;q=0.9, zh-CN;q=0.3", "zh-Hans"),
        ("xx, *", "en"),
        ("en-XA", "en-XA"),
        ("en-XB", "en"),
    ] {
        let request = server.nobody().request(Method::GET, "/nowhere").await.header("accept-language", asked);
        let response = request.send().await.expect("an answer");
        assert_eq!(response.headers()["content-language"], given, "{asked}");
        let problem: Problem = response.json().await.expect("a problem");
        let known = titles.entry(given).or_insert_with(|| problem.title.clone());
        assert_eq!(*known, problem.title);
    }
    let different: std::collections::BTreeSet<_> = titles.values().collect();
    assert_eq!((titles.len(), different.len()), (8, 8), "{titles:?}");
}

#[tokio::test]
async fn a_reaction_without_its_emoji_is_told_where_it_belongs() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say("project/42", "hola").await;
    let put = ana.request(Method::PUT, &format!("{MESSAGES}/1/reactions")).await;
    let refused = answer(put.json(&serde_json::json!({"emoji": "👍"}))).await.expect_err("has none in its address");
    match refused {
        Failure::Refused(refused) => assert!(refused.problem.detail.expect("a detail").contains("?emoji="), "says where"),
        Failure::Line(error) => panic!("{error}"),
    }
}
