//! Every door that writes, by somebody and by the owner of all: what can't be read is refused, and no row of any table changes.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use sqlx::Connection;
use tertulia_wire::Code;

use crate::client::{Client, Failure, answer};
use crate::server::{Server, within};

/// A room of its own, so that what the others say meanwhile is not counted.
const ROOM: &str = "/v1/rooms/door/1";

/// Each way to write by a body, with one that would be taken.
fn doors() -> Vec<(Method, String, Value)> {
    let time = "2099-01-01T00:00:00.000Z";
    let ban = json!({"kind": "ban", "until": time, "why": "a", "address": false});
    vec![
        (
            Method::POST,
            format!("{ROOM}/messages"),
            json!({"text": "a", "client_id": "12345678", "kind": "action", "reply_to": 1, "data": {}, "sender": {"name": "Eva"}}),
        ),
        (Method::PATCH, format!("{ROOM}/messages/1"), json!({"text": "a"})),
        (
            Method::PUT,
            ROOM.to_owned(),
            json!({"title": "a", "comment": "a", "locked": true, "slow_seconds": 1, "announce": true, "text_max": 1,
                "retention_days": 1, "edit_minutes": 1, "presence": "off", "hold": "all"}),
        ),
        (Method::PUT, "/v1/rooms/door/absent".to_owned(), json!({"title": "a"})),
        (Method::POST, "/v1/rooms/door/absent/messages".to_owned(), json!({"text": "a"})),
        (Method::POST, format!("{ROOM}/signals"), json!({"name": "typing", "data": {}})),
        (Method::PUT, format!("{ROOM}/read"), json!({"up_to": 1})),
        (Method::POST, format!("{ROOM}/messages/1/reports"), json!({"why": "a"})),
        (Method::PUT, format!("{ROOM}/restrictions?user=eva"), ban.clone()),
        (Method::PUT, "/v1/restrictions?user=eva".to_owned(), ban),
        (Method::POST, "/v1/guests".to_owned(), json!({"name": "Eva", "room": "door/1"})),
    ]
}

/// Bodies that no door takes, with what each may be refused by.
fn broken(whole: &Value) -> Vec<(Vec<u8>, &'static [Code])> {
    let deep = |times| "[".repeat(times);
    let text = whole.to_string();
    let (cut, first) = (&text[..text.len() - 1], whole.as_object().and_then(|fields| fields.keys().next()).expect("has one"));
    let mut bodies: Vec<(Vec<u8>, &[Code])> = vec![
        ("".into(), &[Code::Malformed]),
        ("null".into(), &[Code::Invalid]),
        ("7".into(), &[Code::Invalid]),
        (format!("[{text}]").into(), &[Code::Invalid]),
        (format!("\u{FEFF}{text}").into(), &[Code::Malformed]),
        (cut.into(), &[Code::Malformed]),
        (format!("{text}{text}").into(), &[Code::Malformed]),
        (text.replace('"', "'").into(), &[Code::Malformed]),
        (format!("{cut},}}").into(), &[Code::Malformed]),
        (format!("{cut},\"unknown\":{}", deep(60_000)).into(), &[Code::Malformed]),
        (format!("{{\"{first}\":{}}}", deep(60_000) + &"]".repeat(60_000)).into(), &[Code::Malformed]),
        (format!("{}{}", deep(60_000), "]".repeat(60_000)).into(), &[Code::Invalid]),
        (format!("{cut},\"{first}\":{}}}", whole[first]).into(), &[Code::Invalid]),
        (format!("{cut}{}}}", " ".repeat(200_000)).into(), &[Code::TooLarge]),
        ([cut.as_bytes(), b",\"a\xff\":1}"].concat(), &[Code::Malformed]),
        ([&b"{\""[..], first.as_bytes(), b"\":\"\xc0\xaf\"}"].concat(), &[Code::Malformed]),
        (text.encode_utf16().flat_map(u16::to_le_bytes).collect(), &[Code::Malformed]),
    ];
    for (field, value) in whole.as_object().expect("an object") {
        let wrong = [json!(7), json!(-1), json!(1.5), json!("\u{0}"), json!([]), json!([[]]), json!({"a": {}}), json!(true)];
        let is_other = |wrong: &&Value| std::mem::discriminant(*wrong) != std::mem::discriminant(value);
        // Of a number its bounds are tried, too.
        for wrong in wrong.iter().filter(|wrong| is_other(wrong) || matches!(wrong.as_f64(), Some(-1.0 | 1.5))) {
            let mut body = whole.clone();
            body[field] = wrong.clone();
            bodies.push((body.to_string().into(), &[Code::Invalid]));
        }
    }
    bodies
}

async fn code(request: RequestBuilder) -> Result<u16, Code> {
    match within("an answer", answer(request)).await {
        Ok(response) => Ok(response.status().as_u16()),
        Err(Failure::Refused(refused)) => Err(refused.problem.code),
        Err(Failure::Line(error)) => panic!("{error}"),
    }
}

/// Every row of every table, as text.
async fn rows(server: &Server) -> Vec<String> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(server.file()).read_only(true);
    let mut connection = sqlx::ConnectOptions::connect(&options).await.expect("opens");
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut connection).await.expect("tables");
    let mut rows = Vec::new();
    for table in tables {
        let columns = "SELECT group_concat('quote(\"' || name || '\")', ' || '','' || ') FROM pragma_table_info($1)";
        let columns: String = sqlx::query_scalar(columns).bind(&table).fetch_one(&mut connection).await.expect("columns");
        let all = sqlx::AssertSqlSafe(format!("SELECT '{table}: ' || {columns} FROM \"{table}\" ORDER BY 1"));
        rows.extend(sqlx::query_scalar::<_, String>(all).fetch_all(&mut connection).await.expect("rows"));
    }
    connection.close().await.expect("closes");
    rows
}

/// Makes the room with a message, and tells the rows that there are then.
async fn begun(server: &Server, mallory: &Client) -> Vec<String> {
    answer(server.owner().request(Method::PUT, ROOM).await.json(&json!({"title": "Door"}))).await.expect("a room");
    mallory.say("door/1", "whole").await;
    let rows = rows(server).await;
    assert!(["'whole'", "'Door'"].iter().all(|kept| rows.iter().any(|row| row.contains(kept))), "{rows:#?}");
    rows
}

/// Bodies that are no JSON, or not what the door takes, or in no encoding that is read: at each door, by each.
pub(super) async fn broken_bodies(server: &Server, mallory: &Client) {
    let owner = server.owner();
    let before = begun(server, mallory).await;
    let mut faults = Vec::new();
    for (method, path, whole) in doors() {
        for (client, by) in [(mallory, "somebody"), (&owner, "the owner")] {
            let request = async || client.request(method.clone(), &path).await;
            for (body, codes) in broken(&whole) {
                let short: String = String::from_utf8_lossy(&body).chars().take(60).collect();
                let given = code(request().await.header("content-type", "application/json").body(body)).await;
                if !given.is_err_and(|code| codes.contains(&code)) {
                    faults.push(format!("{method} {path} by {by}: {short}: {given:?}, not {codes:?}"));
                }
            }
            for (name, value) in [
                ("content-type", "application/json; charset=utf-16"),
                ("content-type", "application/json; a=b; Charset=\"latin1\""),
                ("content-type", "application/json; charset =latin1"),
                ("content-type", "text/plain"),
                ("content-encoding", "gzip"),
                ("content-encoding", "identity, br"),
            ] {
                let request = request().await.header(name, value).body(whole.to_string());
                let request = if name == "content-type" { request } else { request.header("content-type", "application/json") };
                let given = code(request).await;
                if given != Err(Code::UnsupportedMedia) {
                    faults.push(format!("{method} {path} by {by} with {name}: {value}: {given:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(rows(server).await, before, "nothing was stored, and nothing changed");
}

/// Queries and forms whose bytes are no UTF-8, or whose `%` begins nothing, at each door that acts on them: by the owner of all,
/// who would be obeyed. And tokens in addresses, however the name is encoded.
pub(super) async fn broken_encodings(server: &Server, mallory: &Client) {
    let owner = server.owner();
    let before = begun(server, mallory).await;
    let mut faults = Vec::new();
    let ban = json!({"kind": "ban"}).to_string();
    let until = "before=2099-01-01T00:00:00.000Z";
    let doors = [
        (Method::PUT, format!("{ROOM}/restrictions?user="), ban.as_str()),
        (Method::DELETE, format!("{ROOM}/restrictions?user="), ""),
        (Method::PUT, "/v1/restrictions?user=".to_owned(), ban.as_str()),
        (Method::DELETE, "/v1/restrictions?user=".to_owned(), ""),
        (Method::POST, "/v1/users/revoke?user=".to_owned(), ""),
        (Method::GET, "/v1/users?user=".to_owned(), ""),
        (Method::DELETE, "/v1/users?user=".to_owned(), ""),
        (Method::GET, "/v1/audit?user=".to_owned(), ""),
        (Method::DELETE, format!("{ROOM}/messages?user="), ""),
        (Method::DELETE, format!("{ROOM}/messages?{until}&user="), ""),
        (Method::PUT, format!("{ROOM}/messages/1/reactions?emoji="), ""),
        (Method::DELETE, format!("{ROOM}/messages/1/reactions?emoji="), ""),
        (Method::PUT, format!("{ROOM}?"), "{}"),
        (Method::DELETE, format!("{ROOM}?"), ""),
        (Method::GET, "/v1/unread?room=".to_owned(), ""),
        (Method::GET, "/v1/reports?room=".to_owned(), ""),
        (Method::GET, format!("{ROOM}/held?after="), ""),
        (Method::GET, format!("{ROOM}/messages?last=1&x="), ""),
        (Method::GET, "/v1/rooms?type=".to_owned(), ""),
    ];
    for (method, path, body) in doors {
        for broken in ["%ff", "%ff%fe", "a%c0%af", "%ed%a0%80", "a%", "a%4", "%zz"] {
            let request = owner.request(method.clone(), &format!("{path}{broken}")).await;
            let given = code(request.header("content-type", "application/json").body(body.to_owned())).await;
            if given != Err(Code::Invalid) {
                faults.push(format!("{method} {path}{broken}: {given:?}"));
            }
        }
    }
    for form in ["name=Eva&text=%ff%fe", "name=%ff&text=a", "name=Eva&text=a%", "name=Eva&text=a&%ff=a"] {
        let request = mallory.request(Method::POST, "/embed/door/1").await;
        let response =
            request.header("content-type", "application/x-www-form-urlencoded").body(form).send().await.expect("an answer");
        if response.status() != 400 {
            faults.push(format!("{form}: {}", response.status()));
        }
    }
    for query in ["token=a", "TOKEN", "%74oken=a", "tok%65n=a", "last=1&%54%4f%4b%45%4e=a", "%74oken%3d=a&tok%65n=b"] {
        let given = code(mallory.request(Method::GET, &format!("{ROOM}/messages?{query}")).await).await;
        if given != Err(Code::TokenInUrl) {
            faults.push(format!("{query}: {given:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(rows(server).await, before, "nothing was stored, and nothing changed");
}
