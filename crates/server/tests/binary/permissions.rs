//! Who may do what, held against the table that people read: `docs/permissions.md`.
//!
//! Each cell is tried on the running server, in a room of its own: what the table allows is done, and what it does not is
//! refused with the code that stands there. Every operation of the served document has a row, and so has a room's own page, which is
//! none of them ([`page`]). The columns of those whom a host vouches for are tried once more in an application with sessions of its
//! own ([`host`]): by which way they came makes no difference.

mod host;
mod page;

use std::collections::BTreeSet;
use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tertulia::Chat;
use tertulia::auth::token::Tokens;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia_wire::frame::{Hello, NewToken, SayFrame, Typing};
use tertulia_wire::request::{Guest, NewGuest, PutRoom, Say};
use tertulia_wire::{ClientFrame, Code, HoldMode, Level, Sender, ServerFrame, Time};

use crate::client::{Answer, Client, Failure, Refused, answer};
use crate::line::{From, Socket};
use crate::server::Server;

const TABLE: &str = include_str!("../../../../docs/permissions.md");
const SECRET: &str = "a secret for tests, of more than 32 bytes";
/// A type of rooms in which nobody of the table may do anything.
const OTHERS: &str = "aside";
/// Operations that no room and no level have a part in.
const FOR_EVERYBODY: [&str; 2] = ["healthz", "readyz"];
/// What is for browsers that show what they get, and so stands in no document for programs.
const PAGES: [&str; 2] = ["show_page", "say_on_page"];
/// The name of whoever becomes a guest while the table is tried.
const NEW_GUEST: &str = "Nina Vega";

const CONFIG: &str = "secret = 'a secret for tests, of more than 32 bytes'
    [rooms.closed]
    guests = 'none'
    [rooms.look]
    guests = 'read'
    [rooms.open]
    guests = 'say'";

/// Somebody who comes to a room of a type in some way.
struct Way {
    name: &'static str,
    room_type: &'static str,
    client: Client,
    id: Option<String>,
    /// What a frame `token` can bring, also where they come by a session.
    token: String,
}

impl Way {
    fn nobody(name: &'static str, room_type: &'static str, client: &Client) -> Self {
        Self { name, room_type, client: client.clone(), id: None, token: String::new() }
    }

    fn by_token(name: &'static str, room_type: &'static str, client: &Client, id: &str, token: &str) -> Self {
        Self { name, room_type, client: client.with_token(token), id: Some(id.to_owned()), token: token.to_owned() }
    }

    fn is_guest(&self) -> bool {
        self.name.starts_with("guest")
    }

    fn is_late(&self) -> bool {
        self.name.ends_with("expired") || self.name.ends_with("revoked")
    }
}

struct Row<'a> {
    operation: &'a str,
    what: &'a str,
    expected: Vec<&'a str>,
}

fn table() -> (Vec<&'static str>, Vec<Row<'static>>) {
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    let mut lines = TABLE.lines().filter(|line| line.starts_with('|') && !line.starts_with("|--"));
    let ways = cells(lines.next().expect("a head"))[2..].to_vec();
    let rows = lines.map(|line| {
        let cells = cells(line);
        assert_eq!(cells.len(), ways.len() + 2, "{line}");
        Row { operation: cells[0], what: cells[1], expected: cells[2..].to_vec() }
    });
    let rows = rows.collect();
    (ways, rows)
}

fn now() -> Time {
    tertulia::clock::system_clock()()
}

fn token(id: &str, pattern: &str, level: Level, issued: Time) -> String {
    let tokens = Tokens::new(Some(SECRET.as_bytes()), &[1; 32]).expect("long enough");
    tokens.for_user(id, Some(id), [(pattern.to_owned(), level)].into(), issued, 3_000).expect("signs")
}

/// The columns of those whom the host vouches for: in whose name, with which pattern and level.
const USERS: [(&str, &str, Level); 8] = [
    ("other", "elsewhere/*", Level::Own),
    ("read", "closed/*", Level::Read),
    ("say", "closed/*", Level::Say),
    ("moderate", "closed/*", Level::Moderate),
    ("own", "closed/*", Level::Own),
    ("own everywhere", "*", Level::Own),
    ("banned", "closed/*", Level::Say),
    ("muted", "closed/*", Level::Say),
];

/// Everybody but those whose token is not good: those whom the host vouches for come by a way of the host's choice.
async fn ways(nobody: &Client, user: impl Fn(&str, &str, Level) -> Client) -> Vec<Way> {
    let mut ways = vec![Way::nobody("nobody, closed", "closed", nobody), Way::nobody("nobody, open", "open", nobody)];
    for (name, pattern, level) in USERS {
        let token = token(name, pattern, level, now());
        ways.push(Way { client: user(name, pattern, level), ..Way::by_token(name, "closed", nobody, name, &token) });
    }
    let guests = [("guest, closed", "closed"), ("guest, look", "look"), ("guest, open", "open"), ("guest, banned", "open")];
    for (number, (name, room_type)) in guests.into_iter().enumerate() {
        let (id, token) = guest(nobody, ["Rosa Paz", "Rosa Luz", "Rosa Sol", "Rosa Mar"][number]).await;
        ways.push(Way::by_token(name, room_type, nobody, &id, &token));
    }
    ways
}

/// The id and the token of a new guest.
async fn guest(nobody: &Client, name: &str) -> (String, String) {
    let request = nobody.request(Method::POST, "/v1/guests").await.json(&json!({ "name": name }));
    let guest: Guest = answer(request).await.expect("a guest").json().await.expect("reads");
    (guest.sender.id.expect("guests have ids"), guest.token)
}

/// A guest of these very rooms, of forty days ago.
async fn guest_of_old(server: &Server) -> (String, String) {
    let long_ago = Arc::new(|| Time(now().0 - 40 * 24 * 3_600_000));
    let store = Arc::new(SqliteStore::open(SqliteOptions::new(server.file())).await.expect("opens"));
    let chat = Chat::builder().store(store.clone()).secret(SECRET).clock(long_ago).build().await.expect("a chat");
    let guest = chat.guest(None, &NewGuest { name: "Rosa Old".into(), room: None }, None).await.expect("a guest");
    chat.close().await;
    store.close().await;
    (guest.sender.id.expect("guests have ids"), guest.token)
}

/// Those who come with a token that is not good any more: users, though it gives everything, and guests, where they might speak.
async fn late(nobody: &Client, owner: &Client, of_old: (String, String)) -> [Way; 4] {
    let (revoked_guest, revoked_token) = guest(nobody, "Rosa Late").await;
    for id in ["revoked", &revoked_guest] {
        answer(owner.request(Method::POST, &format!("/v1/users/revoke?user={id}")).await).await.expect("is revoked");
    }
    let user = |name, issued| Way::by_token(name, "closed", nobody, name, &token(name, "*", Level::Own, issued));
    [
        user("expired", Time(now().0 - 3_600_000)),
        user("revoked", now()),
        Way::by_token("guest, expired", "open", nobody, &of_old.0, &of_old.1),
        Way::by_token("guest, revoked", "open", nobody, &revoked_guest, &revoked_token),
    ]
}

/// A room with a message of somebody else's, id 2, and one of one's own, id 3; the settings are version 1. Nothing, where the row says so.
async fn prepare(owner: &Client, way: &Way, room: &str, what: &str) {
    if what.contains("not there") {
        return;
    }
    let put = PutRoom { title: Some("A room".into()), ..PutRoom::default() };
    owner.put_room(room, &put).await.expect("is made");
    for id in ["somebody", way.id.as_deref().unwrap_or("somebody")] {
        let say = Say { text: "hello".into(), sender: Some(Some(sender(id))), ..Say::default() };
        owner.try_say(room, &say).await.expect("is said");
    }
    if what.contains("held") {
        owner.put_room(room, &PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("is set");
        let body = json!({ "text": "let me in" });
        let held = owner.with_token(&token("held", "*", Level::Say, now()));
        let request = held.request(Method::POST, &format!("/v1/rooms/{room}/messages")).await.json(&body);
        answer(request).await.expect("is held");
    }
    if what.contains("are reviewed") {
        owner.put_room(room, &PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("is reviewed");
    }
    if what.contains("locked") {
        owner.put_room(room, &PutRoom { locked: Some(true), ..PutRoom::default() }).await.expect("is locked");
    }
    let restricted = [("banned", "ban"), ("guest, banned", "ban"), ("muted", "mute")];
    if let Some(kind) = restricted.iter().find_map(|(name, kind)| (*name == way.name).then_some(kind)) {
        let path = format!("/v1/rooms/{room}/restrictions?user={}", way.id.as_deref().expect("an id"));
        answer(owner.request(Method::PUT, &path).await.json(&json!({ "kind": kind }))).await.expect("is restricted");
    }
}

fn sender(id: &str) -> Sender {
    Sender { id: Some(id.to_owned()), name: "Somebody".into(), guest: false, avatar: None }
}

/// What a row does: its operation and words, the method, the address, below the room's or whole, and the body.
type Act = (&'static str, &'static str, Method, &'static str, &'static str);

const LIKE: &str = "/messages/2/reactions?emoji=%F0%9F%91%8D";

/// Every row but those of the WebSocket and of a room's own page.
const ACTS: &[Act] = &[
    ("show_room", "the room", Method::GET, "", ""),
    ("read_feed", "a page", Method::GET, "/messages?last=5", ""),
    ("read_feed", "history", Method::GET, "/messages?before=3", ""),
    ("read_feed", "a long poll", Method::GET, "/messages?after=0&wait=1", ""),
    ("read_feed", "a stream of events", Method::GET, "/messages?format=sse", ""),
    ("read_feed", "text", Method::GET, "/messages?format=text", ""),
    ("read_feed", "text that follows", Method::GET, "/messages?format=text&follow", ""),
    ("show_message", "one message", Method::GET, "/messages/2", ""),
    ("say", "a message", Method::POST, "/messages", r#"{"text": "hola"}"#),
    ("say", "an action", Method::POST, "/messages", r#"{"text": "waves", "kind": "action"}"#),
    ("say", "a message in a locked room", Method::POST, "/messages", r#"{"text": "hola"}"#),
    ("say", "a notification", Method::POST, "/messages", r#"{"text": "news", "kind": "notification"}"#),
    ("say", "a system message", Method::POST, "/messages", r#"{"text": "news", "kind": "system"}"#),
    ("say", "a join", Method::POST, "/messages", r#"{"text": "is here", "kind": "join"}"#),
    ("say", "as somebody else", Method::POST, "/messages", r#"{"text": "hola", "sender": {"id": "7", "name": "Ana"}}"#),
    ("say", "with data", Method::POST, "/messages", r#"{"text": "hola", "data": {"key": "x"}}"#),
    ("edit_message", "one's own", Method::PATCH, "/messages/3", r#"{"text": "other"}"#),
    ("edit_message", "one's own where messages are reviewed", Method::PATCH, "/messages/3", r#"{"text": "other"}"#),
    ("edit_message", "another's", Method::PATCH, "/messages/2", r#"{"text": "other"}"#),
    ("delete_message", "one's own", Method::DELETE, "/messages/3", ""),
    ("delete_message", "another's", Method::DELETE, "/messages/2", ""),
    ("react", "with an emoji", Method::PUT, LIKE, ""),
    ("unreact", "with an emoji", Method::DELETE, LIKE, ""),
    ("report_message", "another's", Method::POST, "/messages/2/reports", r#"{"why": "spam"}"#),
    ("report_message", "one's own", Method::POST, "/messages/3/reports", "{}"),
    ("show_presence", "who is here", Method::GET, "/presence", ""),
    ("signal", "typing", Method::POST, "/signals", r#"{"name": "typing"}"#),
    ("signal", "typing in a locked room", Method::POST, "/signals", r#"{"name": "typing"}"#),
    ("signal", "one of the host's own", Method::POST, "/signals", r#"{"name": "score"}"#),
    ("list_held", "what is held", Method::GET, "/held", ""),
    ("approve_held", "what is held", Method::POST, "/held/1/approve", ""),
    ("reject_held", "what is held", Method::DELETE, "/held/1", ""),
    ("close_reports", "of a message", Method::DELETE, "/messages/2/reports", ""),
    ("list_reports", "in the room", Method::GET, "/v1/reports?room={room}", ""),
    ("list_reports", "in the rooms that one moderates", Method::GET, "/v1/reports", ""),
    ("put_room", "its lock", Method::PUT, "", r#"{"locked": true}"#),
    ("put_room", "its slow mode", Method::PUT, "", r#"{"slow_seconds": 5}"#),
    ("put_room", "whose messages wait for review", Method::PUT, "", r#"{"hold": "guests"}"#),
    ("put_room", "its lock and its title", Method::PUT, "", r#"{"locked": true, "title": "Another"}"#),
    ("put_room", "the lock of a room that is not there", Method::PUT, "", r#"{"locked": true}"#),
    ("put_room", "its title", Method::PUT, "", r#"{"title": "Another"}"#),
    ("restrict", "somebody", Method::PUT, "/restrictions?user=somebody", r#"{"kind": "mute"}"#),
    ("lift_restriction", "from somebody", Method::DELETE, "/restrictions?user=somebody", ""),
    ("list_restrictions", "in the room", Method::GET, "/restrictions", ""),
    ("restrict_everywhere", "somebody", Method::PUT, "/v1/restrictions?user=somebody", r#"{"kind": "mute"}"#),
    ("lift_restriction_everywhere", "from somebody", Method::DELETE, "/v1/restrictions?user=somebody", ""),
    ("list_restrictions_everywhere", "in all rooms", Method::GET, "/v1/restrictions", ""),
    ("read_audit", "of all rooms", Method::GET, "/v1/audit", ""),
    ("read_audit", "of the room", Method::GET, "/v1/audit?room={room}", ""),
    ("revoke_user", "somebody's tokens", Method::POST, "/v1/users/revoke?user=somebody", ""),
    ("export_user", "all that is kept of somebody", Method::GET, "/v1/users?user=somebody", ""),
    ("erase_user", "somebody", Method::DELETE, "/v1/users?user=somebody", ""),
    ("mark_read", "up to a message", Method::PUT, "/read", r#"{"up_to": 2}"#),
    ("show_unread", "in the room", Method::GET, "/v1/unread?room={room}", ""),
    ("list_rooms", "those that one moderates", Method::GET, "/v1/rooms", ""),
    ("purge_room", "what is older than now", Method::DELETE, "/messages?before=2026-01-01T00:00:00.000Z", ""),
    ("purge_room", "all by somebody", Method::DELETE, "/messages?user=somebody", ""),
    ("delete_room", "with all that is in it", Method::DELETE, "", ""),
    ("make_guest", "for no room yet", Method::POST, "/v1/guests", r#"{"name": "Nina Vega"}"#),
    ("make_guest", "for the room", Method::POST, "/v1/guests", r#"{"name": "Nina Vega", "room": "{room}"}"#),
    ("make_guest", "for a room that is not there", Method::POST, "/v1/guests", r#"{"name": "Nina Vega", "room": "{room}"}"#),
];

/// Does what a row says in a room.
async fn attempt(way: &Way, row: &Row<'_>, room: &str) -> Answer<()> {
    let client = &way.client;
    if row.operation == "open_socket" {
        return socket(way, room, row.what).await;
    }
    let act = ACTS.iter().find(|act| (act.0, act.1) == (row.operation, row.what));
    let (_, _, method, below, body) = act.unwrap_or_else(|| panic!("nobody knows how to try {}: {}", row.operation, row.what));
    let path = if below.starts_with("/v1") { below.replace("{room}", room) } else { format!("/v1/rooms/{room}{below}") };
    let (request, body) = (client.request(method.clone(), &path).await, body.replace("{room}", room));
    let request = if body.is_empty() { request } else { request.header("content-type", "application/json").body(body) };
    let given = answer(request).await?;
    // A list is of what is one's own; a stream goes on, and its head tells all that is asked here.
    if ["list_rooms", "list_reports", "show_unread"].contains(&row.operation) {
        is_ones_own(way, row.operation, &given.text().await.expect("is read"));
    } else if row.operation == "make_guest" {
        is_a_guest(way, &given.json().await.expect("reads"));
    }
    Ok(())
}

fn is_ones_own(way: &Way, operation: &str, given: &str) {
    let other = format!("{OTHERS}/1");
    match way.name {
        "own everywhere" => assert!(operation != "list_rooms" || given.contains(&other), "{operation}: {given}"),
        // Rooms of one's own: those that one keeps order in, and no others.
        name => {
            assert!(!given.contains(OTHERS), "{operation}, as {name}: {given}");
            let keeps_order = ["moderate", "own"].contains(&name);
            let told = given.contains(r#""closed/"#);
            assert!(operation != "list_rooms" || told == keeps_order, "{operation}, as {name}: {given}");
        }
    }
}

/// Whoever becomes a guest is one, and who is one already, by a token that is good, stays the same.
fn is_a_guest(way: &Way, made: &Guest) {
    let id = made.sender.id.as_deref().expect("guests have ids");
    assert!(id.starts_with('~') && made.sender.guest, "as {}: {made:?}", way.name);
    assert_eq!(way.id.as_deref() == Some(id), way.is_guest() && !way.is_late(), "as {}: {made:?}", way.name);
}

async fn socket(way: &Way, room: &str, what: &str) -> Answer<()> {
    let comes_later = what.ends_with("by a token that came later");
    let mut socket = Socket::connect(&way.client).await?;
    let token = way.client.token().filter(|_| !comes_later).map(str::to_owned);
    socket.send(&ClientFrame::Hello(Hello { token, lang: None })).await?;
    if comes_later {
        socket.send(&ClientFrame::Token(NewToken { token: way.token.clone(), room: None })).await?;
    }
    if what == "typing" {
        socket.send(&ClientFrame::Typing(Typing { room: room.parse().expect("a room") })).await?;
    }
    if what.starts_with("say") {
        let (reference, text) = ("1".to_owned(), "hola".to_owned());
        let room = room.parse().expect("a room");
        socket.send(&ClientFrame::Say(SayFrame { reference, room, say: Say { text, ..Say::default() } })).await?;
    } else {
        socket.open(room, From::Newest(5)).await?;
    }
    loop {
        match socket.next().await? {
            ServerFrame::Opened(_) => return Ok(()),
            ServerFrame::Said(said) => {
                assert_eq!(said.message.sender.and_then(|sender| sender.id), way.id, "as {}", way.name);
                return Ok(());
            }
            ServerFrame::Problem(frame) => {
                let (status, problem) = (frame.problem.status, frame.problem);
                return Err(Failure::Refused(Refused { status, problem, retry_after: None }));
            }
            _ => {}
        }
    }
}

/// What is kept of a room, without who is here, and what was done last anywhere.
async fn kept(owner: &Client, room: &str) -> [String; 3] {
    let messages = format!("/v1/rooms/{room}/messages?last=9");
    let reports = format!("/v1/reports?room={room}");
    let mut all = [String::new(), String::new(), String::new()];
    for (told, path) in all.iter_mut().zip([&*messages, &reports, "/v1/audit?limit=1"]) {
        let given: Result<Value, _> = owner.get(path).await;
        *told = match given {
            Ok(mut value) => {
                value.as_object_mut().expect("an object").remove("present");
                value.to_string()
            }
            Err(failure) => failure.code().as_str().to_owned(),
        };
    }
    all
}

/// Tries all that the table says of these ways, and tells what is otherwise.
async fn differences(owner: &Client, ways: &[Way]) -> Vec<String> {
    let (names, rows) = table();
    // There for everybody, and nobody's but who owns everything.
    let aside = format!("{OTHERS}/1");
    owner.put_room(&aside, &PutRoom::default()).await.expect("is made");
    owner.say(&aside, "secret").await;
    let mut wrong = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        for way in ways {
            let place = names.iter().position(|name| *name == way.name).expect("a column of the table");
            let (name, expected) = (way.name, row.expected[place]);
            let room = format!("{}/{number}-{}", way.room_type, name.replace([' ', ','], ""));
            prepare(owner, way, &room, row.what).await;
            let before = kept(owner, &room).await;
            let came = if PAGES.contains(&row.operation) {
                page::attempt(way, row.operation, &room).await
            } else {
                attempt(way, row, &room).await.map_or_else(|failure| failure.code().as_str().to_owned(), |()| "yes".to_owned())
            };
            if came != expected {
                wrong.push(format!("{}, {}, as {name}: {came}, and the table says {expected}", row.operation, row.what));
            }
            // Whoever is refused has done nothing, whatever they are told.
            let is_refused = serde_json::from_value::<Code>(json!(came)).is_ok();
            if is_refused && kept(owner, &room).await != before {
                wrong.push(format!("{}, {}, as {name}: {came}, and yet something was done", row.operation, row.what));
            }
        }
    }
    wrong
}

#[tokio::test]
async fn everybody_may_what_the_table_says_and_nothing_else() {
    let mut server = Server::stopped(CONFIG);
    let of_old = guest_of_old(&server).await;
    server.run().await;
    let owner = server.bearer(&token("owner", "*", Level::Own, now()));
    let by_token = |name: &str, pattern: &str, level| server.bearer(&token(name, pattern, level, now()));
    let mut ways = ways(&server.nobody(), by_token).await;
    ways.extend(late(&server.nobody(), &owner, of_old).await);
    let (names, _) = table();
    assert_eq!(names.iter().collect::<BTreeSet<_>>(), ways.iter().map(|way| &way.name).collect(), "the head of the table");
    let wrong = differences(&owner, &ways).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_operation_that_is_served_has_a_row() {
    let server = Server::start().await;
    let document: Value = server.owner().get("/openapi.json").await.expect("the document");
    let paths = document["paths"].as_object().expect("paths").values();
    let operations = paths.flat_map(|path| path.as_object().into_iter().flat_map(|path| path.values()));
    let served: BTreeSet<&str> = operations.filter_map(|operation| operation["operationId"].as_str()).collect();
    let (_, rows) = table();
    let programs = rows.iter().map(|row| row.operation).filter(|operation| !PAGES.contains(operation));
    let listed: BTreeSet<&str> = programs.chain(FOR_EVERYBODY).collect();
    assert_eq!(served.difference(&listed).collect::<Vec<_>>(), Vec::<&&str>::new(), "served, and not in the table");
    assert_eq!(listed.difference(&served).collect::<Vec<_>>(), Vec::<&&str>::new(), "in the table, and not served");
}
