//! What was asked for.

use std::collections::BTreeMap;

use reqwest::Method;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use tempfile::TempDir;
use tertulia::Attach;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Code, Cursor, Kind, RoomName, Sender};

use super::chat;
use crate::client::answer;
use crate::raw::Raw;
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";

fn room(name: &str) -> RoomName {
    name.parse().expect("a room")
}

#[tokio::test]
async fn client_loads_the_page_and_script() {
    let server = Server::start().await;
    let file = async |path: &str, media: &str| {
        let response = answer(server.nobody().request(Method::GET, path).await).await.expect(path);
        assert!(response.headers()["content-type"].to_str().expect("is text").starts_with(media), "{path}");
        response.text().await.expect("is read")
    };
    let page = file("/embed/project/42", "text/html").await;
    assert!(page.contains("<tertulia-room") && page.contains(r#"room="project/42""#) && page.contains("widget.js"), "{page}");
    // The script loads what it is made of from beside it.
    let script = file("/widget.js", "text/javascript").await;
    let main = script.split('"').find(|part| part.starts_with("./widget-")).expect("loads the widget").trim_start_matches('.');
    assert!(file(main, "text/javascript").await.contains("tertulia-"), "{main}");
}

#[tokio::test]
async fn asks_for_what_is_new_since_the_last_id() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "one").await;
    let cursor = ana.page(ROOM, "").await.expect("a page").cursor.expect("has one");
    for text in ["two", "three"] {
        ana.say(ROOM, text).await;
    }
    let new = |page: tertulia::wire::Page| page.messages.into_iter().map(|message| message.text).collect::<Vec<_>>();
    assert_eq!(new(ana.page(ROOM, &format!("after={cursor}")).await.expect("a page")), ["two", "three"]);
    assert_eq!(new(ana.page(ROOM, "above=1").await.expect("a page")), ["two", "three"]);
}

#[tokio::test]
async fn json_answers() {
    let server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    for path in ["/v1/rooms/project/42/messages", "/v1/rooms/project/42", "/v1/rooms/project/42/messages/1"] {
        let response = answer(server.nobody().request(Method::GET, path).await).await.expect(path);
        assert_eq!(response.headers()["content-type"], "application/json", "{path}");
        assert!(response.json::<serde_json::Value>().await.expect("JSON").is_object());
    }
}

#[tokio::test]
async fn lines_are_added_to_the_box() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let request = ana.request(Method::GET, "/v1/rooms/project/42/messages?format=text&follow").await;
    let mut following = answer(request).await.expect("opens");
    let mut text = String::new();
    for (count, said) in ["one", "two", "three"].into_iter().enumerate() {
        ana.say(ROOM, said).await;
        while text.matches("<~Ana>").count() <= count {
            let more = within("a line", following.chunk()).await.expect("goes on").expect("has not ended");
            text.push_str(std::str::from_utf8(&more).expect("is UTF-8"));
        }
        assert!(text.ends_with(&format!("<~Ana> {said}\n")), "{text}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn held_requests_do_not_hold_a_thread() {
    const HELD: usize = 2_000;
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    let more = rustix::process::Rlimit { current: files.maximum, ..files };
    rustix::process::setrlimit(rustix::process::Resource::Nofile, more).expect("may open as many files as the machine lets it");
    let mut server = Server::stopped("[limits]\nhead_s = 300");
    let mut command = server.command();
    command.env("TOKIO_WORKER_THREADS", "1").stderr(std::process::Stdio::piped());
    server.run_command(command).await;
    server.publish();
    let ana = server.guest("Ana").await;
    let cursor = {
        ana.say(ROOM, "before").await;
        ana.page(ROOM, "").await.expect("a page").cursor.expect("has one")
    };
    let threads = || {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", server.child().id())).expect("is Linux");
        tasks.count()
    };
    let before = threads();
    let mut held = Vec::new();
    for _ in 0..HELD {
        let mut raw = Raw::connect(&server).await;
        let head = format!("GET /v1/rooms/project/42/messages?after={cursor}&wait=25 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw.write(head.as_bytes()).await;
        held.push(raw);
    }
    // Answered after all of them were asked, and over the same one thread.
    assert_eq!(ana.page(ROOM, "last=1").await.expect("a page").messages.len(), 1);
    let during = threads();
    assert!(during <= before + 4, "{before} threads before, {during} with {HELD} requests held");
    ana.say(ROOM, "now").await;
    for raw in &mut held {
        let answered = within("an answer", raw.answer()).await.expect("is answered");
        assert_eq!(answered.status, 200);
        let page: tertulia::wire::Page = serde_json::from_slice(&answered.body).expect("a page");
        // Whoever came so late that its time was over has asked in vain, and is told so.
        assert!(page.messages.iter().all(|message| message.text == "now"), "{page:?}");
    }
}

#[tokio::test]
async fn a_room_has_a_parent_of_type_and_id_that_is_unique() {
    let folder = TempDir::new().expect("a folder");
    let chat = chat(&folder).await;
    chat.create_room(&room("project/42"), PutRoom::default()).await.expect("is made");
    assert_eq!(chat.create_room(&room("project/42"), PutRoom::default()).await.expect_err("is there").code(), Code::Invalid);
    chat.create_room(&room("project/43"), PutRoom::default()).await.expect("another id");
    chat.create_room(&room("document/42"), PutRoom::default()).await.expect("another type");
    assert_eq!(chat.list_rooms(None, None).await.expect("a list").len(), 3);
}

#[tokio::test]
async fn a_room_tells_when_it_was_created_and_has_a_comment() {
    let folder = TempDir::new().expect("a folder");
    let put = PutRoom { comment: Some("Where the project is talked about".into()), ..PutRoom::default() };
    let before = tertulia::clock::system_clock()();
    let hall = chat(&folder).await.create_room(&room(ROOM), put).await.expect("is made");
    let settings = hall.settings().await.expect("are there");
    assert_eq!(settings.comment.as_deref(), Some("Where the project is talked about"));
    let created = hall.newest(1).await.expect("a page").created.expect("was made");
    assert!(before <= created && created <= tertulia::clock::system_clock()(), "{created:?}");
    hall.notify("later").await.expect("is said");
    assert_eq!(hall.newest(1).await.expect("a page").created, Some(created));
}

#[tokio::test]
async fn create_get_and_get_or_create_by_parent() {
    let folder = TempDir::new().expect("a folder");
    let (chat, parent) = (chat(&folder).await, room(ROOM));
    assert!(chat.get_room(&parent).await.expect("is asked").is_none());
    chat.get_or_create_room(&parent, PutRoom::default()).await.expect("is made").notify("here").await.expect("is said");
    let found = chat.get_or_create_room(&parent, PutRoom::default()).await.expect("is found");
    let same = chat.get_room(&parent).await.expect("is asked").expect("is there");
    for hall in [found, same] {
        assert_eq!(hall.newest(5).await.expect("a page").messages.len(), 1);
    }
    let other = room("project/43");
    assert_eq!(*chat.create_room(&other, PutRoom::default()).await.expect("is made").name(), other);
}

#[tokio::test]
async fn a_room_says_by_kind_sender_and_text() {
    let folder = TempDir::new().expect("a folder");
    let hall = chat(&folder).await.room(&room(ROOM));
    let said = hall.say(Kind::Action, Sender::user("7", "Ana"), "dances").await.expect("is said");
    assert_eq!((said.kind, said.sender, said.text.as_str()), (Kind::Action, Some(Sender::user("7", "Ana")), "dances"));
}

#[tokio::test]
async fn a_room_gives_its_messages_after_a_place() {
    let folder = TempDir::new().expect("a folder");
    let hall = chat(&folder).await.room(&room(ROOM));
    hall.notify("one").await.expect("is said");
    let first = hall.messages(Cursor::Start).await.expect("a page");
    let second = hall.notify("two").await.expect("is said");
    assert_eq!(hall.messages(first.cursor.expect("has one")).await.expect("a page").messages, [second]);
}

#[tokio::test]
async fn a_room_has_a_name_that_people_can_read_in_their_language() {
    let folder = TempDir::new().expect("a folder");
    let hall = chat(&folder).await.room(&room(ROOM));
    for (language, name) in
        [("", "Chat for project 42"), ("es-PY", "Chat de project 42"), ("ar", "دردشة \u{2068}project\u{2069} 42")]
    {
        assert_eq!(hall.title(language).await.expect("a name"), name);
    }
}

#[tokio::test]
async fn each_kind_has_its_own_rendering_in_the_readers_language() {
    let server = Server::start_with("[limits]\nleave_grace_ms = 300").await;
    let owner = server.owner();
    for (kind, text) in [(Kind::Message, "m"), (Kind::Action, "a"), (Kind::Notification, "n"), (Kind::System, "s")] {
        let say = tertulia::wire::request::Say { kind: Some(kind), text: text.into(), ..Default::default() };
        owner.try_say(ROOM, &say).await.expect("is said");
    }
    owner.delete(ROOM, 1).await.expect("is deleted");
    // Somebody comes, and their line is cut.
    owner.put_room(ROOM, &PutRoom { announce: Some(true), ..PutRoom::default() }).await.expect("is set");
    let eva = server.guest("Eva").await;
    let reading = answer(eva.request(Method::GET, "/v1/rooms/project/42/messages?format=sse").await).await.expect("reads");
    let kinds = async || owner.whole_feed(ROOM).await.0.iter().map(|message| message.kind).collect::<Vec<_>>();
    until("the join is written", async || kinds().await.last() == Some(&Kind::Join)).await;
    drop(reading);
    until("the leave is written", async || kinds().await.last() == Some(&Kind::Leave)).await;
    let mut days = Vec::new();
    for (language, deleted, join, leave) in [
        ("en", "(deleted)", "joined", "left"),
        ("es", "(eliminado)", "se ha unido", "se ha ido"),
        ("ar", "(محذوفة)", "انضمام", "مغادرة"),
    ] {
        let request = owner.request(Method::GET, "/v1/rooms/project/42/messages?format=text").await;
        let text = answer(request.header("accept-language", language)).await.expect("a page").text().await.expect("is read");
        let (day, lines) = text.split_once('\n').expect("a day");
        days.push(day.to_owned());
        let lines: Vec<_> = lines.lines().map(|line| line.split_once(' ').expect("a time").1).collect();
        assert!(lines[0].contains('<') && lines[0].ends_with(deleted), "{text}");
        assert!(lines[1].trim_start_matches('\u{200F}').starts_with("* "), "{text}");
        assert_eq!(lines.len(), 6, "{text}");
        assert!(
            lines[4].contains(join) && lines[5].contains(leave) && lines[4..].iter().all(|line| line.contains("Eva")),
            "{text}"
        );
        assert!(lines[2..].iter().all(|line| line.trim_start_matches('\u{200F}').starts_with("*** ")), "{text}");
    }
    assert!(days[0] != days[1] && days[1] != days[2], "{days:?}");
}

#[tokio::test]
async fn the_sender_is_a_name_or_a_user() {
    let folder = TempDir::new().expect("a folder");
    let hall = chat(&folder).await.room(&room(ROOM));
    let by_name = hall.say(Kind::Message, Sender::named("Ana"), "a").await.expect("is said").sender.expect("has one");
    let by_user = hall.say(Kind::Message, Sender::user("7", "Ana"), "b").await.expect("is said").sender.expect("has one");
    assert_eq!((by_name.id, by_name.name.as_str()), (None, "Ana"));
    assert_eq!((by_user.id.as_deref(), by_user.name.as_str()), (Some("7"), "Ana"));
}

struct Document(u64);

// The line of code.
#[rustfmt::skip]
impl Attach for Document { const TYPE: &str = "document"; fn id(&self) -> String { self.0.to_string() } }

#[tokio::test]
async fn any_model_gets_rooms_with_a_line_of_code() {
    let folder = TempDir::new().expect("a folder");
    let chat = chat(&folder).await;
    chat.room_of(&Document(7)).expect("a room").notify("here").await.expect("is said");
    let rooms = chat.list_rooms(Some(&"document".parse().expect("a type")), None).await.expect("a list");
    assert_eq!(rooms.iter().map(|room| room.name().to_string()).collect::<Vec<_>>(), ["document/7"]);
}

/// The example application, and the address that it is at.
async fn example(folder: &TempDir) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let (site, _chat) = mount::app(folder.path().join("site.db"), &origin).await.expect("a site");
    tokio::spawn(async move { axum::serve(listener, site).await });
    origin
}

#[tokio::test]
async fn it_integrates_into_an_existing_site_with_its_users() {
    let folder = TempDir::new().expect("a folder");
    let origin = example(&folder).await;
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    // The site's own sign-in and its own cookie: nobody signs in a second time.
    let signed_in = http.post(format!("{origin}/sign-in/ana")).send().await.expect("answers");
    let cookie = signed_in.headers()["set-cookie"].to_str().expect("is text").split(';').next().expect("a cookie").to_owned();
    http.post(format!("{origin}/projects/42/release")).header("cookie", &cookie).send().await.expect("the site speaks first");
    let say = http.post(format!("{origin}/chat/v1/rooms/{ROOM}/messages")).header("cookie", &cookie).header("origin", &origin);
    let said = say.json(&serde_json::json!({"text": "hola"})).send().await.expect("answers");
    let said: serde_json::Value = said.json().await.expect("JSON");
    assert_eq!(said["sender"]["id"], "ana", "{said}");
}

/// All that a database holds but our tables: each table's making, and each of its rows.
async fn hosts_part(connection: &mut SqliteConnection) -> BTreeMap<String, Vec<String>> {
    let made =
        sqlx::query("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE tbl_name NOT GLOB 'tertulia_*' ORDER BY name");
    let made = made.fetch_all(&mut *connection).await.expect("a schema");
    let mut part = BTreeMap::new();
    for row in made {
        let (name, sql) = (row.get::<String, _>(0), row.get::<String, _>(1));
        let mut rows = vec![sql.clone()];
        if sql.starts_with("CREATE TABLE") {
            let columns =
                sqlx::query(AssertSqlSafe(format!("SELECT group_concat(quote(name), '') FROM pragma_table_info('{name}')")));
            rows.push(columns.fetch_one(&mut *connection).await.expect("columns").get::<String, _>(0));
            let bytes = sqlx::query(AssertSqlSafe(format!("SELECT quote(id) || quote(body) FROM {name} ORDER BY rowid")));
            rows.extend(bytes.fetch_all(&mut *connection).await.expect("rows").iter().map(|row| row.get::<String, _>(0)));
        }
        part.insert(name, rows);
    }
    part
}

#[tokio::test]
async fn coupling_with_the_host_is_extremely_loose() {
    const HOST: &str = "CREATE TABLE room (id INTEGER PRIMARY KEY, body BLOB); INSERT INTO room VALUES (1, x'00ff'), (2, 'ñandú'); \
                        CREATE TABLE message (id TEXT, body TEXT); INSERT INTO message VALUES ('a', NULL); \
                        CREATE INDEX message_id ON message (id);";
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("rooms.db");
    let mut host = SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", path.display())).await.expect("the host's file");
    sqlx::raw_sql(HOST).execute(&mut host).await.expect("the host's tables");
    let before = hosts_part(&mut host).await;
    let chat = chat(&folder).await;
    let hall = chat.room(&room("room/1"));
    let said = hall.say(Kind::Message, Sender::user("1", "Ana"), "hola").await.expect("is said");
    hall.edit("1", said.id, "chau").await.expect("is edited");
    hall.delete_room().await.expect("is deleted");
    chat.close().await;
    assert_eq!(hosts_part(&mut host).await, before);
    assert_eq!(before.len(), 3, "{before:?}");
}

#[tokio::test]
async fn there_is_an_example_project() {
    let folder = TempDir::new().expect("a folder");
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    let page = http.get(format!("{}/projects/42", example(&folder).await)).send().await.expect("answers");
    let page = page.text().await.expect("a page");
    assert!(page.contains(r#"<tertulia-room room="project/42""#), "{page}");
}
