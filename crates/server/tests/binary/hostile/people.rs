//! What people fill in, as injection into whatever reads it: markup, commands, marks of direction, what can't be seen, letters
//! that pass for others. At each field it is refused, or kept as a text that does nothing on any way out.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::client::{Client, answer};
use crate::copy::typed;
use crate::server::{Server, within};

const ROOM: &str = "evil/1";

const EVIL: [&str; 26] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea><svg/onload=alert(1)>",
    "</script><script>alert(1)//",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;b&gt;&#60;",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "'; DROP TABLE tertulia_room; --",
    "1 OR 1=1",
    "a\0b",
    "a\u{7}\u{8}b",
    "\u{1B}[31mred\u{1B}]0;title\u{7}",
    "a\u{85}b\u{9B}31m",
    "a\r\nSet-Cookie: a=b",
    "a\nevil/2\tlocked",
    "a\u{2028}b\u{2029}c",
    "\u{202E}gnp.exe\u{202C}",
    "\u{2066}a\u{2067}b",
    "a\u{200B}b\u{200D}c\u{2060}\u{FEFF}",
    "\u{200F}\u{061C}a",
    "Аdmin раypal",
    "../../etc/passwd",
    "%00%0d%0a%3Cscript%3E",
    "z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

type Ask = (&'static str, Method, String, Value);

/// Each field that somebody fills in, filled with a text.
fn fields(evil: &str) -> Vec<Ask> {
    let room = format!("/v1/rooms/{ROOM}");
    let (messages, user) = (format!("{room}/messages"), encoded(evil));
    let restricted = |user: &str| format!("{room}/restrictions?user={user}");
    vec![
        ("text", Method::POST, messages.clone(), json!({"text": evil})),
        ("text of an edit", Method::PATCH, format!("{messages}/1"), json!({"text": evil})),
        ("sender's name", Method::POST, messages.clone(), json!({"text": "a", "sender": {"name": evil}})),
        ("sender's id", Method::POST, messages.clone(), json!({"text": "a", "sender": {"id": evil, "name": "Eva"}})),
        ("avatar", Method::POST, messages.clone(), json!({"text": "a", "sender": {"name": "Eva", "avatar": evil}})),
        (
            "avatar's address",
            Method::POST,
            messages.clone(),
            json!({"text": "a", "sender": {"name": "Eva", "avatar": format!("https://{evil}")}}),
        ),
        ("data", Method::POST, messages.clone(), json!({"text": "a", "data": {"key": evil, "args": {evil: evil}}})),
        ("client_id", Method::POST, messages.clone(), json!({"text": "a", "client_id": evil})),
        ("kind", Method::POST, messages.clone(), json!({"text": "a", "kind": evil})),
        ("title", Method::PUT, room.clone(), json!({"title": evil})),
        ("comment", Method::PUT, room.clone(), json!({"comment": evil})),
        ("why of a restriction", Method::PUT, restricted("eva"), json!({"kind": "mute", "why": evil})),
        ("until", Method::PUT, restricted("eva"), json!({"kind": "mute", "until": evil})),
        ("kind of a restriction", Method::PUT, restricted("eva"), json!({"kind": evil})),
        ("user of a restriction", Method::PUT, restricted(&user), json!({"kind": "mute"})),
        ("user of a restriction everywhere", Method::PUT, format!("/v1/restrictions?user={user}"), json!({"kind": "mute"})),
        ("comment of a report", Method::POST, format!("{messages}/2/reports"), json!({"why": evil})),
        ("emoji", Method::PUT, format!("{messages}/1/reactions?emoji={user}"), json!({})),
        ("emoji", Method::DELETE, format!("{messages}/1/reactions?emoji={user}"), json!({})),
        ("signal's name", Method::POST, format!("{room}/signals"), json!({"name": evil})),
        ("signal's data", Method::POST, format!("{room}/signals"), json!({"name": "dice", "data": {evil: evil}})),
        ("guest's name", Method::POST, "/v1/guests".to_owned(), json!({"name": evil})),
        ("guest's room", Method::POST, "/v1/guests".to_owned(), json!({"name": "Eva", "room": format!("evil/{evil}")})),
        ("parent's type", Method::PUT, format!("/v1/rooms/{user}/1"), json!({})),
        ("parent's id", Method::PUT, format!("/v1/rooms/evil/{user}"), json!({})),
        ("user who is revoked", Method::POST, format!("/v1/users/revoke?user={user}"), json!({})),
        ("user who is exported", Method::GET, format!("/v1/users?user={user}"), json!({})),
        ("zone", Method::GET, format!("{messages}?format=text&tz={user}"), json!({})),
    ]
}

/// Fields of which none of these texts is a value.
const NEVER: [&str; 11] = [
    "client_id",
    "kind",
    "until",
    "kind of a restriction",
    "emoji",
    "signal's name",
    "guest's room",
    "parent's type",
    "parent's id",
    "zone",
    "avatar",
];

async fn asked(client: &Client, (_, method, path, body): &Ask) -> RequestBuilder {
    let request = client.request(method.clone(), path).await;
    // Each is its own: a retry of the same would be told what became of the first.
    request.json(body)
}

/// What is answered to somebody who fills all of these in, and to the owner of all: refused as the caller's doing, or taken.
pub(super) async fn filled_in(server: &Server, mallory: &Client) {
    let owner = server.owner();
    for text in ["first", "second"] {
        mallory.say(ROOM, text).await;
    }
    let mut faults = Vec::new();
    for evil in EVIL {
        for ask in fields(evil) {
            let field = ask.0;
            for (client, by) in [(mallory, "somebody"), (&owner, "the owner")] {
                let response = within("an answer", asked(client, &ask).await.send()).await.expect("an answer");
                let (status, headers) = (response.status().as_u16(), response.headers().clone());
                if status >= 500 || (NEVER.contains(&field) && !(400..500).contains(&status)) {
                    faults.push(format!("{field} by {by}: {evil:?}: {status}"));
                }
                if headers.contains_key("set-cookie") {
                    faults.push(format!("{field} by {by}: {evil:?}: a cookie is set"));
                }
                // Text alone, whatever stands in it: no browser draws it.
                let media = headers.get("content-type").and_then(|media| media.to_str().ok()).unwrap_or_default();
                if !matches!(media, "" | "application/json" | "application/problem+json" | "application/x-ndjson")
                    || headers.get("x-content-type-options").is_none_or(|value| value != "nosniff")
                {
                    faults.push(format!("{field} by {by}: {evil:?}: {headers:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    ways_out(server, &owner).await;
}

/// Every way out of what was taken: nothing in it does anything.
async fn ways_out(server: &Server, owner: &Client) {
    let (messages, _) = owner.whole_feed(ROOM).await;
    let kept: Vec<&str> = messages.iter().map(|message| message.text.as_str()).collect();
    for evil in ["\"><img src=x onerror=alert(1)>", "'; DROP TABLE tertulia_room; --", "Аdmin раypal"] {
        assert!(kept.contains(&evil), "as it was written: {evil} in {kept:?}");
    }
    for message in &messages {
        let name = message.sender.as_ref().map_or("", |sender| &sender.name);
        assert!(!name.contains(['<', '>', '\n', '\u{202E}', '\u{2066}', '\u{200B}', '\0', '\u{1B}']), "{name:?}");
        let avatar = message.sender.as_ref().and_then(|sender| sender.avatar.as_deref()).unwrap_or("https://");
        assert!(avatar.starts_with("https://") && !avatar.contains(is_unsafe_in_an_address), "{avatar:?}");
        assert!(!message.text.contains(['\0', '\u{7}', '\u{1B}', '\u{85}', '\u{2028}', '\r']), "{:?}", message.text);
    }
    let text = async |path: String| {
        let response = answer(owner.request(Method::GET, &path).await.header("accept-language", "en")).await.expect(&path);
        response.text().await.expect("is read")
    };
    let page = text(format!("/embed/{ROOM}?last=200")).await;
    assert!(page.contains("&lt;script&gt;alert") && page.contains("javascript:"), "what was filled in is on the page: {page}");
    for markup in ["<script>alert", "<img src=x", "<svg/onload", "</textarea><svg"] {
        assert!(!page.contains(markup), "{markup} in {page}");
    }
    for attribute in ["href", "src", "action", "style"] {
        for scheme in ["javascript:", "data:text"] {
            let link = format!("{attribute}=\"{scheme}");
            assert!(!page.contains(&link), "{link} in {page}");
        }
    }
    let is_evil =
        |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{2028}' | '\u{2029}') || is_direction(c);
    let lines = text(format!("/v1/rooms/{ROOM}/messages?format=text&last=200")).await;
    assert!(lines.contains("DROP TABLE") && !lines.contains(is_evil), "{lines:?}");
    for title in EVIL {
        let _ = answer(owner.request(Method::PUT, &format!("/v1/rooms/{ROOM}")).await.json(&json!({"title": title}))).await;
        let rooms = typed(server, &["rooms"]).expect("are listed");
        let of_room = rooms.lines().filter(|line| line.starts_with(ROOM)).count();
        assert!(of_room == 1 && !rooms.contains(is_evil), "{title:?}: {rooms:?}");
        assert!(!rooms.lines().any(|line| line.starts_with("evil/2")), "{title:?}: {rooms:?}");
    }
}

fn is_unsafe_in_an_address(c: char) -> bool {
    c.is_control() || c.is_whitespace() || is_direction(c) || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '\u{200B}'..='\u{200F}')
}

/// Marks that turn the direction of what follows, but for those that end at the end of what they enclose.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}')
}
