//! A list is no object: wherever the protocol's document has an object inside another, a list of its values is refused with the
//! field, on every door, and nothing comes of it.

use std::collections::BTreeSet;

use futures_util::{SinkExt, StreamExt};
use proptest::strategy::{Strategy, ValueTree};
use reqwest::Method;
use serde_json::Value;
use tertulia_wire::{Code, Problem, ServerFrame};
use tokio_tungstenite::tungstenite::Message as Frame;

use crate::client::{Client, Failure, answer};
use crate::frames::{Schemas, runner};
use crate::line::Socket;
use crate::server::{Server, within};

const ROOM: &str = "project/42";
/// How often each body and frame is made: more than enough for each field of it to be there.
const TIMES: usize = 40;

/// Where objects stand inside of an object, as a problem names them.
fn inside(value: &Value) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (name, field) in value.as_object().into_iter().flatten() {
        if field.is_object() {
            found.push(vec![name.clone()]);
        }
        found.extend(inside(field).into_iter().map(|path| [std::slice::from_ref(name), path.as_slice()].concat()));
    }
    found
}

/// The same with a list in the place of one of them: of its values in their order, as serde would take it for a struct.
fn with_list(whole: &Value, path: &[String]) -> Value {
    let mut broken = whole.clone();
    let place = path.iter().fold(&mut broken, |value, name| &mut value[name.as_str()]);
    *place = place.as_object().map(|fields| fields.values().cloned().collect()).expect("an object");
    broken
}

fn is_refused(problem: &Problem, path: &[String]) {
    let detail = format!("{} is a JSON object, not […].", path.join("."));
    assert_eq!((problem.code, problem.status, problem.detail.as_deref()), (Code::Invalid, 422, Some(&*detail)));
}

/// Each request that has a body: its method, its address, and the schema of what it takes.
fn bodies(document: &Value) -> Vec<(Method, String, Value)> {
    let mut bodies = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        let address = path.replace("{type}/{id}", ROOM).replace("{n}", "1").replace("{h}", "1");
        for (method, operation) in operations.as_object().expect("operations") {
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            if body.is_object() {
                bodies.push((method.to_uppercase().parse().expect("a method"), address.clone(), body.clone()));
            }
        }
    }
    bodies
}

/// What a body or a frame is refused with.
async fn refusal(owner: &Client, method: &Method, path: &str, body: &Value) -> Problem {
    let request = owner.request(method.clone(), path).await.json(body);
    match within("an answer", answer(request)).await {
        Err(Failure::Refused(refused)) => refused.problem,
        other => panic!("{method} {path} takes {body}: {other:?}"),
    }
}

async fn refusal_of_frame(socket: &mut Socket, frame: &Value) -> Problem {
    socket.0.send(Frame::text(frame.to_string())).await.expect("is sent");
    loop {
        let Some(Ok(answer)) = within("an answer", socket.0.next()).await else { panic!("{frame} ends the line") };
        let Frame::Text(text) = answer else { continue };
        match serde_json::from_str(&text).expect("a frame") {
            ServerFrame::Problem(problem) => {
                assert_eq!(problem.reference.as_deref(), frame["ref"].as_str(), "{text}");
                return problem.problem;
            }
            ServerFrame::Said(_) | ServerFrame::Held(_) | ServerFrame::Opened(_) => panic!("{frame} is taken: {text}"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn where_an_object_is_due_inside_another_a_list_is_refused_with_its_field() {
    let server = Server::start().await;
    let (owner, schemas, mut runner) = (server.owner(), Schemas::new(), runner(1));
    let document: Value = owner.get("/openapi.json").await.expect("the document");
    let mut seen = BTreeSet::new();
    for (method, path, schema) in bodies(&document) {
        let values = schemas.values(&schema);
        for _ in 0..TIMES {
            let whole = values.new_tree(&mut runner).expect("a body").current();
            for place in inside(&whole) {
                let problem = refusal(&owner, &method, &path, &with_list(&whole, &place)).await;
                is_refused(&problem, &place);
                seen.insert(format!("{method} {path}: {}", place.join(".")));
            }
        }
    }
    let mut socket = Socket::connect(&owner).await.expect("connects");
    socket.hello(owner.token()).await.expect("is welcome");
    let frames = schemas.named("ClientFrame");
    for _ in 0..TIMES * 10 {
        let whole = frames.new_tree(&mut runner).expect("a frame").current();
        for place in inside(&whole) {
            let problem = refusal_of_frame(&mut socket, &with_list(&whole, &place)).await;
            is_refused(&problem, &place);
            seen.insert(format!("{}: {}", whole["type"], place.join(".")));
        }
    }
    for expected in [
        "POST /v1/rooms/project/42/messages: sender",
        "POST /v1/rooms/project/42/messages: data",
        "POST /v1/rooms/project/42/signals: data",
        "\"say\": sender",
        "\"say\": data",
    ] {
        assert!(seen.contains(expected), "{expected} is not in {seen:?}");
    }
    // Not even the room, which the first message makes.
    assert!(owner.whole_feed(ROOM).await.0.is_empty());
    assert_eq!(owner.get::<Value>("/v1/rooms").await.expect("a list"), serde_json::json!([]));
}
