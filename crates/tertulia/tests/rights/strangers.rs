//! "Not there" and "not yours" are one answer, on every route, and cost the same: nobody finds out which rooms there are.

use axum::body::Body;
use serde_json::Value;
use tertulia::testkit::words::room;
use tertulia::wire::Level;
use tertulia::wire::request::PutRoom;

use super::line::{Line, Way, ask, request};
use super::moderation::timed;
use super::token;

const THERE: &str = "project/42";
const NOT_THERE: &str = "project/43";

/// Every operation on a room: its method, and its address below the room's with what makes it good.
fn routes(document: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        let Some(below) = path.strip_prefix("/v1/rooms/{type}/{id}") else { continue };
        let below = below.replace("{n}", "1").replace("{h}", "1");
        for (method, operation) in operations.as_object().expect("operations") {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let needed = parameters.filter(|one| one["in"] == "query" && one["required"] == true);
            let query = needed.map(|one| match one["name"].as_str().expect("a name") {
                "user" => "user=8",
                "emoji" => "emoji=%F0%9F%91%8D",
                other => panic!("nobody knows a good {other} for {path}"),
            });
            let mut query: Vec<_> = query.collect();
            if (method.as_str(), below.as_str()) == ("delete", "/messages") {
                // One of two is needed.
                query.push("user=8");
            }
            found.push((method.to_uppercase(), format!("{below}?{}", query.join("&"))));
        }
    }
    found
}

/// What is good where the method and the address are these.
fn body(method: &str, below: &str) -> &'static str {
    let below = below.split('?').next().unwrap_or_default();
    match (method, below) {
        ("POST", "/messages") | ("PATCH", _) => r#"{"text": "hola"}"#,
        ("POST", "/signals") => r#"{"name": "typing"}"#,
        ("POST", "/messages/1/reports") => "{}",
        ("PUT", "/restrictions") => r#"{"kind": "ban"}"#,
        ("PUT", "/read") => r#"{"up_to": 1}"#,
        ("PUT", "") => r#"{"locked": true}"#,
        _ => "",
    }
}

#[tokio::test(start_paused = true)]
async fn who_may_not_read_is_told_the_same_of_a_room_that_is_there_as_of_one_that_is_not_for_as_many_reads() {
    let (chat, store) = timed().await;
    let hall = chat.room(&room(THERE));
    hall.notify("one").await.expect("said");
    hall.change_settings(PutRoom { locked: Some(true), ..PutRoom::default() }).await.expect("locked");
    let (_, document) = ask(&chat, request("GET", "/openapi.json", "").body(Body::empty()).expect("a request")).await;
    let routes = routes(&serde_json::from_slice(&document).expect("JSON"));
    assert!(routes.len() > 20, "{routes:?}");
    let stranger = token(&chat, "eva", "project/7", Level::Own);
    // Also while somebody reads it, so that it is in memory.
    for is_live in [false, true] {
        let reading = if is_live {
            Some(Line::open(&chat, &token(&chat, "ben", THERE, Level::Read), THERE, Way::Events).await)
        } else {
            None
        };
        for who in [stranger.as_str(), ""] {
            for (method, below) in &routes {
                let mut answers = Vec::new();
                for name in [THERE, NOT_THERE] {
                    let (before, finds) = (store.all_reads(), store.finds());
                    let path = format!("/v1/rooms/{name}{below}");
                    let (status, problem) =
                        ask(&chat, request(method, &path, who).body(Body::from(body(method, below))).expect("a request")).await;
                    let problem = String::from_utf8(problem.to_vec()).expect("text").replace(name, "ROOM");
                    answers.push((status, problem, store.all_reads() - before));
                    assert_eq!(store.finds(), finds, "{method} {below}: to read what is there takes longer than to find nothing");
                }
                assert_eq!(answers[0], answers[1], "{method} {below}");
                let (status, _, reads) = &answers[0];
                let expected = if who.is_empty() { (401, 0) } else { (404, 1) };
                assert!(*status == expected.0 && *reads <= expected.1, "{method} {below}: {:?}", answers[0]);
            }
        }
        drop(reading);
    }
}
