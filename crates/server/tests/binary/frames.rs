//! Frames made from the protocol's own document, whole and broken: what is whole reads back as it was written, and whatever is
//! sent to a running server is answered once, and ends the connection only where it is no JSON or a second hello.

use std::collections::BTreeMap;

use futures_util::{SinkExt, StreamExt};
use proptest::prelude::*;
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use tertulia_wire::{ClientFrame, Code, ServerFrame};
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::line::Socket;
use crate::server::{Server, seeded, within};

/// The schemas of the document.
pub(crate) struct Schemas(Map<String, Value>);

impl Schemas {
    pub(crate) fn new() -> Self {
        let document: Value = serde_json::from_str(&tertulia::http::openapi::json()).expect("a document");
        Self(document["components"]["schemas"].as_object().expect("schemas").clone())
    }

    /// Values of a schema by its name.
    pub(crate) fn named(&self, name: &str) -> BoxedStrategy<Value> {
        self.values(&self.0[name])
    }

    pub(crate) fn values(&self, schema: &Value) -> BoxedStrategy<Value> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            return self.named(name);
        }
        if let Some(choices) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            return proptest::strategy::Union::new(choices.iter().map(|choice| self.values(choice)).collect::<Vec<_>>()).boxed();
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts: Vec<_> = parts.iter().map(|part| self.values(part)).collect();
            return parts.prop_map(merged).boxed();
        }
        if let Some(values) = schema["enum"].as_array() {
            return prop::sample::select(values.clone()).boxed();
        }
        match schema["type"].as_str() {
            Some("boolean") => any::<bool>().prop_map(Value::from).boxed(),
            Some("integer") => integers(schema),
            Some("string") => texts(schema),
            Some("array") => prop::collection::vec(self.values(&schema["items"]), 0..3).prop_map(Value::from).boxed(),
            Some("object") => self.objects(schema),
            Some("null") => Just(Value::Null).boxed(),
            _ => Just(json!({"anything": 1})).boxed(),
        }
    }

    fn objects(&self, schema: &Value) -> BoxedStrategy<Value> {
        if schema["additionalProperties"].is_object() {
            let values = self.values(&schema["additionalProperties"]);
            let entries = prop::collection::btree_map("[1-9][0-9]{0,5}", values, 0..3);
            return entries.prop_map(|entries: BTreeMap<_, _>| Value::from_iter(entries)).boxed();
        }
        let required: Vec<_> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut fields = Vec::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let (name, needed) = (name.clone(), required.contains(&name.as_str()));
            let values = self.values(field);
            let values = if needed { values.prop_map(Some).boxed() } else { prop::option::of(values).boxed() };
            fields.push(values.prop_map(move |value| (name.clone(), value)));
        }
        fields.prop_map(|fields| fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()).boxed()
    }
}

fn merged(parts: Vec<Value>) -> Value {
    parts.into_iter().filter_map(|part| part.as_object().cloned()).flatten().collect()
}

fn integers(schema: &Value) -> BoxedStrategy<Value> {
    let max: u64 = if schema["format"] == "int32" { u32::MAX.into() } else { (1 << 53) - 1 };
    let max = schema["maximum"].as_u64().unwrap_or(max);
    (0..=max).prop_map(Value::from).boxed()
}

fn texts(schema: &Value) -> BoxedStrategy<Value> {
    let texts = match (schema["pattern"].as_str(), schema["format"].as_str()) {
        // Anchors are said by the whole text already.
        (Some(pattern), _) => string_regex(pattern.trim_start_matches('^').trim_end_matches('$')).expect("a pattern").boxed(),
        (None, Some("date-time")) => "20[0-9]{2}-0[1-9]-1[0-9]T1[0-9]:[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z".boxed(),
        (None, _) => ".{0,20}".boxed(),
    };
    // A version stays below 2⁵³, which no pattern can say.
    let bounded = |text: String| match text.split_once('.') {
        Some((epoch, version)) if text.is_ascii() && epoch.len() == 16 && version.len() == 16 => {
            text[..text.len() - 1].to_owned()
        }
        _ => text,
    };
    texts.prop_map(move |text| Value::from(bounded(text))).boxed()
}

pub(crate) fn runner(cases: u32) -> TestRunner {
    let mut seed = [0; 32];
    seeded().fill(&mut seed);
    TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &seed),
    )
}

#[test]
fn what_the_document_allows_is_read_and_written_the_same_again() {
    let schemas = Schemas::new();
    let mut runner = runner(400);
    let twice = |text: String, again: String| {
        prop_assert_eq!(text, again);
        Ok(())
    };
    runner
        .run(&schemas.named("ServerFrame"), |value| {
            let frame: ServerFrame =
                serde_json::from_value(value.clone()).map_err(|error| TestCaseError::fail(format!("{error}: {value}")))?;
            prop_assert!(frame != ServerFrame::Unknown, "{}", value);
            let text = serde_json::to_string(&frame).expect("writes");
            let read: ServerFrame =
                serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
            prop_assert_eq!(&read, &frame);
            twice(serde_json::to_string(&read).expect("writes"), text)
        })
        .expect("server frames");
    runner
        .run(&schemas.named("ClientFrame"), |value| {
            let frame: ClientFrame =
                serde_json::from_value(value.clone()).map_err(|error| TestCaseError::fail(format!("{error}: {value}")))?;
            prop_assert!(frame != ClientFrame::Unknown, "{}", value);
            let text = serde_json::to_string(&frame).expect("writes");
            let read: ClientFrame =
                serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
            prop_assert_eq!(&read, &frame);
            twice(serde_json::to_string(&read).expect("writes"), text)
        })
        .expect("client frames");
}

/// Something that no field expects, or that is out of its bounds.
fn odd() -> BoxedStrategy<Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({"a": {"b": [null, {}]}})),
        Just(json!(-1)),
        Just(json!(1.5)),
        Just(json!(u64::MAX)),
        Just(json!(1e300)),
        Just(json!("a\u{202E}\u{0}\u{FEFF}")),
        Just(json!("x".repeat(3_000))),
        Just(json!("project/42")),
        Just(json!("0")),
        any::<bool>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ]
    .boxed()
}

/// What is done to a frame on its way.
#[derive(Debug, Clone)]
enum Mutation {
    Nothing,
    Replace(usize, Value),
    Remove(usize),
    Add(String, Value),
    Cut(usize),
    Byte(usize, char),
}

fn mutations() -> BoxedStrategy<Mutation> {
    prop_oneof![
        4 => Just(Mutation::Nothing),
        4 => (any::<usize>(), odd()).prop_map(|(place, value)| Mutation::Replace(place, value)),
        2 => any::<usize>().prop_map(Mutation::Remove),
        1 => ("[a-z_]{1,8}", odd()).prop_map(|(name, value)| Mutation::Add(name, value)),
        1 => any::<usize>().prop_map(Mutation::Cut),
        1 => (any::<usize>(), prop::sample::select(vec!['"', '{', '}', ',', '\u{0}', 'é', '9'])).prop_map(|(place, c)| Mutation::Byte(place, c)),
    ]
    .boxed()
}

/// Rooms that are there, or could be, in the place of those that nobody has heard of, so that more than the door is tried.
fn at_home(mut frame: Value, room: usize) -> Value {
    if frame["type"] == "hello" && room > 0 {
        // A second one ends the connection, and most that follows would not be heard.
        frame = json!({"type": "close", "room": ""});
    }
    if let Some(name) = frame.get_mut("room") {
        *name = json!(["project/42", "project/43", "doc/absent"][room]);
    }
    frame
}

fn mutate(mut frame: Value, mutation: &Mutation) -> String {
    let fields = frame.as_object_mut().expect("an object");
    let at =
        |place: usize, fields: &Map<String, Value>| fields.keys().nth(place % fields.len().max(1)).cloned().unwrap_or_default();
    match mutation {
        Mutation::Replace(place, value) => {
            let name = at(*place, fields);
            fields.insert(name, value.clone());
        }
        Mutation::Remove(place) => {
            let name = at(*place, fields);
            fields.remove(&name);
        }
        Mutation::Add(name, value) => {
            fields.insert(name.clone(), value.clone());
        }
        _ => {}
    }
    let text = frame.to_string();
    let boundary = |place: usize| (0..=place % (text.len() + 1)).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
    match mutation {
        Mutation::Cut(place) => text[..boundary(*place)].to_owned(),
        Mutation::Byte(place, c) => format!("{}{c}{}", &text[..boundary(*place)], &text[boundary(*place)..]),
        _ => text,
    }
}

/// What a server has to do about frames: answer each that has a `ref` and asks for something, as often as it came, unless one of
/// them ends the connection.
#[derive(Debug, Default)]
struct Due {
    answers: BTreeMap<String, usize>,
    ends: bool,
}

impl Due {
    fn new(frames: &[String]) -> Self {
        let mut due = Self::default();
        for frame in frames {
            let Ok(value) = serde_json::from_str::<Value>(frame) else {
                due.ends = true;
                break;
            };
            let reference = match (serde_json::from_str(frame), &value["ref"]) {
                (Ok(ClientFrame::Hello(_)), _) => {
                    due.ends = true;
                    break;
                }
                (Ok(ClientFrame::Say(say)), _) => say.reference,
                (Ok(ClientFrame::Open(open)), _) => open.reference,
                (Err(_), Value::String(text)) if value.is_object() => text.clone(),
                (Err(_), Value::Number(number)) if value.is_object() => number.to_string(),
                _ => continue,
            };
            // What is longer is refused, and not sent back.
            if reference.chars().count() <= 64 {
                *due.answers.entry(reference).or_default() += 1;
            }
        }
        due
    }

    /// Counts an answer.
    fn answered(&mut self, reference: Option<&str>, text: &str) -> Result<(), String> {
        let Some(reference) = reference else { return Ok(()) };
        match self.answers.get_mut(reference) {
            Some(count) if *count > 1 => *count -= 1,
            Some(_) => drop(self.answers.remove(reference)),
            None => return Err(format!("nobody asked for it, or it was answered already: {text}")),
        }
        Ok(())
    }

    /// Takes a frame; tells whether it was the last that had to come.
    fn hears(&mut self, text: &str) -> Result<bool, String> {
        let frame: ServerFrame = serde_json::from_str(text).map_err(|error| format!("{error}: {text}"))?;
        match frame {
            ServerFrame::Unknown => return Err(format!("a frame of no known type: {text}")),
            ServerFrame::Problem(problem) => {
                if matches!(problem.problem.code, Code::Internal | Code::Unknown | Code::Malformed) {
                    return Err(text.to_owned());
                }
                self.answered(problem.reference.as_deref(), text)?;
            }
            ServerFrame::Opened(opened) => self.answered(opened.reference.as_deref(), text)?,
            ServerFrame::Said(said) => self.answered(Some(&said.reference), text)?,
            ServerFrame::Held(held) => self.answered(Some(&held.reference), text)?,
            ServerFrame::Welcome(_) | ServerFrame::Leaving(_) => return Err(format!("out of place: {text}")),
            _ => {}
        }
        Ok(!self.ends && self.answers.is_empty())
    }

    /// A close is due after what is no JSON and after a second hello, and after nothing else.
    fn closes(&self, close: &CloseFrame) -> Result<(), String> {
        let why = ["frame_not_json", "hello_twice"].contains(&close.reason.as_str());
        let is_due = self.ends && close.code == CloseCode::Library(4009) && why;
        if is_due { Ok(()) } else { Err(format!("closed with {close:?}, left: {self:?}")) }
    }
}

/// Sends frames after a hello, and reads until each of them has had its answer, an `open` of the test's own at the end too, or the
/// connection is closed where that is due.
async fn exchange(server: &Server, token: &str, frames: &[String]) -> Result<(), String> {
    let mut socket = Socket::connect(&server.nobody()).await.map_err(|error| format!("{error:?}"))?;
    socket.hello(Some(token)).await.map_err(|error| format!("{error:?}"))?;
    let end = r#"{"type": "open", "ref": "the-end", "room": "project/42", "last": 1}"#.to_owned();
    let frames: Vec<_> = frames.iter().chain([&end]).cloned().collect();
    let mut due = Due::new(&frames);
    for frame in frames {
        // A connection that is closed already takes no more.
        let _ = socket.0.feed(Frame::text(frame)).await;
    }
    let _ = socket.0.flush().await;
    loop {
        match socket.0.next().await {
            Some(Ok(Frame::Text(text))) if due.hears(&text)? => return Ok(()),
            Some(Ok(Frame::Text(_) | Frame::Ping(_) | Frame::Pong(_))) => {}
            Some(Ok(Frame::Close(Some(close)))) => return due.closes(&close),
            other => return Err(format!("{other:?}, left: {due:?}")),
        }
    }
}

#[test]
fn each_frame_that_asks_is_answered_once_and_only_what_is_no_protocol_ends_the_connection() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::start());
    let token = runtime.block_on(async {
        let ana = server.guest("Ana").await;
        ana.say("project/42", "hola").await;
        ana.token().expect("has one").to_owned()
    });
    let frame = (Schemas::new().named("ClientFrame"), 0..3_usize, mutations());
    let frame = frame.prop_map(|(frame, room, mutation)| mutate(at_home(frame, room), &mutation));
    let outcome = runner(150).run(&prop::collection::vec(frame, 1..12), |frames| {
        let exchanged = runtime.block_on(within(&format!("each answer to {frames:#?}"), exchange(&server, &token, &frames)));
        exchanged.map_err(TestCaseError::fail)
    });
    outcome.expect("answers");
    assert!(!server.log().contains("panicked"), "{}", server.log());
    let (messages, page) = runtime.block_on(server.nobody().whole_feed("project/42"));
    assert!(!page.more && messages.iter().any(|message| message.text == "hola"), "what was there before is there");
}
