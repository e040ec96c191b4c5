//! Bodies and queries that ask for what may not be, or for what there is not.

use reqwest::Method;
use serde_json::{Value, json};
use tertulia_wire::Code;

use super::{MESSAGES, ROOM};
use crate::client::{Client, Failure, answer};
use crate::raw::Raw;
use crate::server::{Server, within};

/// What a body is refused with; nothing if it is taken.
async fn refusal(client: &Client, path: &str, body: impl Into<reqwest::Body>) -> Option<Code> {
    let request = client.request(Method::POST, path).await.header("content-type", "application/json").body(body);
    match within("an answer", answer(request)).await {
        Ok(_) => None,
        Err(Failure::Refused(refused)) => Some(refused.problem.code),
        Err(Failure::Line(error)) => panic!("{error}"),
    }
}

/// Expects each to be refused with its code, and tells of all that are not.
async fn refused(client: &Client, path: &str, bodies: impl IntoIterator<Item = (Vec<u8>, Code)>) {
    let mut faults = Vec::new();
    for (body, code) in bodies {
        let short: String = String::from_utf8_lossy(&body).chars().take(60).collect();
        let given = refusal(client, path, body).await;
        if given != Some(code) {
            faults.push(format!("{short}: {given:?}, not {code:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Bodies that are no JSON, or not that of a message.
pub(super) async fn broken(mallory: &Client) {
    let deep = |times| "[".repeat(times);
    let bodies: [(Vec<u8>, Code); 13] = [
        (format!("{}{}", deep(60_000), "]".repeat(60_000)).into(), Code::Invalid),
        (format!(r#"{{"text": {}"#, deep(60_000)).into(), Code::Malformed),
        (format!(r#"{{"text": "a", "unknown": {}"#, deep(60_000)).into(), Code::Malformed),
        ("".into(), Code::Malformed),
        ("null".into(), Code::Invalid),
        ("\u{FEFF}{}".into(), Code::Malformed),
        (r#"{"text": "a""#.into(), Code::Malformed),
        (r#"{"text": "a"} {"text": "b"}"#.into(), Code::Malformed),
        (r#"{"text": "\ud800"}"#.into(), Code::Malformed),
        (r#"{"text": "a", "text": "b"}"#.into(), Code::Invalid),
        (r#"{"text": "a", "reply_to": 1e400}"#.into(), Code::Malformed),
        (b"{\"text\": \"\xff\xfe\"}".into(), Code::Malformed),
        (b"{\"text\": \"\xc0\xaf\"}".into(), Code::Malformed),
    ];
    refused(mallory, MESSAGES, bodies).await;
}

fn with(field: &str, value: &Value) -> Vec<u8> {
    let mut body = json!({"text": "a"});
    body[field] = value.clone();
    body.to_string().into()
}

/// Fields with what they can't hold; kinds that are none, or not a guest's; senders, data and numbers that are made up.
pub(super) async fn forged(mallory: &Client) {
    let wrong = [
        ("text", vec![json!(7), json!(null), json!([]), json!({}), json!(true)]),
        ("reply_to", vec![json!(-1), json!(0), json!(1.5), json!("1"), json!(u64::MAX), json!(1_u64 << 53), json!(99)]),
        ("kind", vec![json!("shout"), json!(7), json!("Message"), json!("")]),
        ("client_id", vec![json!("short"), json!("a b c d e f"), json!("x".repeat(65)), json!(12_345_678), json!("../../etc")]),
    ];
    let wrong = wrong.into_iter().flat_map(|(field, values)| values.into_iter().map(move |value| with(field, &value)));
    refused(mallory, MESSAGES, wrong.map(|body| (body, Code::Invalid))).await;
    let kinds = ["join", "leave", "system", "notification"].map(|kind| with("kind", &json!(kind)));
    let senders = [json!({"id": "admin", "name": "Admin"}), json!({"name": "Ana"}), json!(null)];
    let senders = senders.map(|sender| with("sender", &sender));
    let data = [with("data", &json!({"key": "text-joined", "args": {"name": "Ana"}}))];
    let not_allowed = kinds.into_iter().chain(senders).chain(data);
    refused(mallory, MESSAGES, not_allowed.map(|body| (body, Code::NotAllowed))).await;
    for token in ["", "a", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", &"x".repeat(10_000)] {
        let forged = mallory.with_token(token);
        let code = refusal(&forged, MESSAGES, r#"{"text": "a"}"#).await;
        assert!(matches!(code, Some(Code::TokenInvalid | Code::TokenMissing)), "{token:.40}: {code:?}");
    }
}

/// Texts and names that would be drawn as what they are not.
pub(super) async fn texts_and_names(mallory: &Client) {
    let texts = [
        ("\u{0}".to_owned(), Code::Invalid),
        ("a\u{7}b".into(), Code::Invalid),
        ("a\u{85}b".into(), Code::Invalid),
        ("a\u{2028}b".into(), Code::Invalid),
        ("\u{200B}\u{2060}".into(), Code::Invalid),
        ("\u{202E}\u{2066}".into(), Code::Invalid),
        (format!("z{}", "\u{301}".repeat(1_000)), Code::Invalid),
        ("x".repeat(2_001), Code::TooLong),
    ];
    refused(mallory, MESSAGES, texts.map(|(text, code)| (json!({"text": text}).to_string().into(), code))).await;
    let names = ["", "a\nb", "a\u{202E}b", "<b>", "\u{200B}", "\u{0}", &"x".repeat(51)];
    refused(mallory, "/v1/guests", names.map(|name| (json!({"name": name}).to_string().into(), Code::Invalid))).await;
}

/// A body that says that it is far too large, and one that never says and never ends.
pub(super) async fn huge(server: &Server, mallory: &Client) {
    let token = mallory.token().expect("has one");
    for size in ["Content-Length: 1000000000000", "Content-Length: 18446744073709551615", "Transfer-Encoding: chunked"] {
        let mut raw = Raw::connect(server).await;
        let head = format!(
            "POST {MESSAGES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        );
        raw.write(format!("{head}{size}\r\n\r\n").as_bytes()).await;
        for _ in 0..40 {
            raw.write(format!("4000\r\n{}\r\n", " ".repeat(0x4000)).as_bytes()).await;
        }
        // Who writes on after the answer may find the line cut before it could be read.
        if let Some(answered) = raw.answer().await {
            assert!(matches!(answered.status, 413 | 431), "{size}: {answered:?}");
        }
        raw.ended().await;
    }
}

/// Addresses and cursors that ask for what there is not.
pub(super) async fn queries(mallory: &Client) {
    let mut faults = Vec::new();
    let broken_cursors =
        ["abc", "-1", "1", "00000000000000ff", "00000000000000ff.-1", "00000000000000ff.01", "00000000000000FF.1"];
    let more_cursors = ["00000000000000ff.99999999999999999999", "00000000000000ff.1.1", "ff.1", "%00", "%F0%9F%98%80.1", "0.0"];
    let broken_cursors = broken_cursors.iter().chain(&more_cursors).map(|cursor| format!("after={cursor}"));
    let broken_numbers = [
        "last=0",
        "last=-5",
        "last=1.5",
        "last=1e3",
        "last=x",
        "limit=0&after=0",
        "before=-1",
        "before=x",
        "before=1&last=5",
        "above=-1",
        "after=0&wait=-1",
        "after=0&wait=x",
        "last=5&last=6",
        "format=xml",
        "tz=../../etc/passwd&format=text",
        "a=b&%00=%ff",
        "last=%",
    ];
    for query in broken_cursors.chain(broken_numbers.map(str::to_owned)) {
        let given = mallory.page(ROOM, &query).await.map(|_| ()).map_err(|failure| failure.code());
        if given != Err(Code::Invalid) {
            faults.push(format!("{query}: {given:?}"));
        }
    }
    for query in [
        "last=99999999999999",
        "after=0&limit=99999999999999",
        "before=9007199254740991",
        "around=18446744073709551616",
        "above=0",
        "a=b&%00=%01",
    ] {
        if mallory.page(ROOM, query).await.map_or(true, |page| page.messages.is_empty()) {
            faults.push(format!("{query} is no page"));
        }
    }
    assert!(mallory.page(ROOM, "after=ffffffffffffffff.9007199254740991").await.expect("a page").reset);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Rooms and messages under names that none can have.
pub(super) async fn paths(mallory: &Client) {
    let mut faults = Vec::new();
    for (path, code) in [
        ("project/42/messages/0", Code::NotFound),
        ("project/42/messages/-1", Code::NotFound),
        ("project/42/messages/1.0", Code::NotFound),
        ("project/42/messages/99999999999999999999", Code::NotFound),
        ("project/42/messages/%00", Code::NotFound),
        ("project/42/%2e%2e", Code::NotFound),
        ("Project/42", Code::Invalid),
        ("project/%F0%9F%98%80", Code::Invalid),
        ("project/%ff", Code::NotFound),
        ("project/a%2Fb", Code::Invalid),
        ("project/..%2f..%2fetc%2fpasswd", Code::Invalid),
    ] {
        let request = mallory.request(Method::GET, &format!("/v1/rooms/{path}")).await;
        let given = answer(request).await.map(|_| ()).map_err(|failure| failure.code());
        if given != Err(code) {
            faults.push(format!("{path}: {given:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
