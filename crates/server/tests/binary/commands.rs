//! `say`, `tail`, `rooms` and `purge`, with a server and without one.

use std::process::{Command, Output, Stdio};

use tertulia_wire::Code;

use crate::client::saying;
use crate::copy::typed;
use crate::server::{Server, until};

const ROOM: &str = "project/42";
/// The text of a room as `tail` shows it, without the times.
fn said(tail: &str) -> Vec<String> {
    tail.lines()
        .filter_map(|line| line.split_once(' ').filter(|(time, _)| time.contains(':')))
        .map(|(_, said)| said.to_owned())
        .collect()
}

#[tokio::test]
async fn what_is_typed_is_said_by_the_server_that_runs_and_by_the_file_alone() {
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    let error = typed(&server, &["say", ROOM, "hello"]).expect_err("there is no such room");
    assert!(error.contains("`tertulia say --make` makes it"), "{error}");
    typed(&server, &["say", ROOM, "--make", "hello", "you"]).expect("is said");
    typed(&server, &["say", ROOM, "--name", "Ana", "--kind", "action", "waves"]).expect("is said");
    let lines = ["*** hello you", "* Ana waves"].map(str::to_owned);
    assert_eq!(said(&typed(&server, &["tail", ROOM, "--once"]).expect("is shown")), lines);
    let listed = typed(&server, &["rooms"]).expect("are listed");
    assert_eq!(listed, "project/42\t\t\t\n");
    server.stop().await;
    typed(&server, &["say", ROOM, "without a server"]).expect("is said");
    let all = said(&typed(&server, &["tail", ROOM]).expect("is shown"));
    assert_eq!(all, [&lines[..], &["*** without a server".to_owned()]].concat());
    assert_eq!(typed(&server, &["rooms", "--type", "project"]).expect("are listed"), listed);
    assert_eq!(typed(&server, &["rooms", "--type", "game"]).expect("are listed"), "");
}

#[tokio::test]
async fn what_waits_for_review_is_told_to_whoever_types_it() {
    let config = "secret = 'at least thirty-two bytes, kept secret'\n[filter]\nhold = ['psst']\n";
    let server = Server::start_with(config).await;
    typed(&server, &["say", ROOM, "--make", "hello"]).expect("is said");
    let token = crate::token::typed(&server.folder(), &["token", "7", "--name", "Ana", "--grant", "project/42=say"]);
    let token = token.expect("a token");
    for number in 1..=2 {
        let told = typed(&server, &["say", ROOM, "psst", "you", "--token", &token]).expect("is taken");
        assert_eq!(told, format!("waits for review in project/42 as number {number}\n"));
    }
    assert_eq!(typed(&server, &["say", ROOM, "hello", "--token", &token]).expect("is said"), "said in project/42 as message 2\n");
}

#[tokio::test]
async fn what_nobody_knows_to_be_said_is_said_again_as_the_same() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let typing = tokio::task::spawn_blocking(move || {
        let folder = tempfile::tempdir().expect("a folder");
        crate::token::typed(folder.path(), &["say", ROOM, "hello", "--url", &url, "--token", "t"])
    });
    let unknown = r#"{"type":"urn:tertulia:problem:unknown","title":"Not known.","status":503,"code":"unknown"}"#;
    let said = r#"{"id":7,"version":7,"kind":"message","sender":null,"text":"hello","created":"2026-11-22T09:49:00.123Z"}"#;
    let mut asked = Vec::new();
    // Not known, then no answer at all, then the message.
    for answer in [Some(("503 Unavailable", unknown)), None, Some(("200 OK", said))] {
        let (mut stream, _) = listener.accept().await.expect("is asked");
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            assert_ne!(stream.read_buf(&mut request).await.expect("is asked"), 0);
        }
        let request = String::from_utf8(request).expect("is text");
        let body: serde_json::Value = serde_json::from_str(request.split_once("\r\n\r\n").expect("a body").1).expect("is JSON");
        asked.push(body["client_id"].as_str().expect("an id").to_owned());
        if let Some((status, body)) = answer {
            let length = body.len();
            let answer = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}");
            stream.write_all(answer.as_bytes()).await.expect("is taken");
        }
    }
    assert_eq!(typing.await.expect("ends").expect("is said"), "said in project/42 as message 7");
    assert!(asked.iter().all(|id| *id == asked[0] && id.parse::<tertulia_wire::ClientId>().is_ok()), "{asked:?}");
}

#[tokio::test]
async fn rooms_behind_more_than_a_page_looks_at_are_listed_and_purged() {
    const OTHERS: usize = 2_100;
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    for name in [ROOM, "zoo/1"] {
        typed(&server, &["say", name, "--make", "hello"]).expect("is said");
    }
    server.stop().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(server.folder().join("rooms.db"));
    let mut connection = sqlx::ConnectOptions::connect(&options).await.expect("opens");
    copy_room(&mut connection, OTHERS).await;
    sqlx::Connection::close(connection).await.expect("closes");
    let grants = ["project/*=read", "zoo/*=moderate", "*=moderate"];
    let token = |grants: &[&str]| {
        let grants = grants.iter().flat_map(|grant| ["--grant", grant]);
        let arguments = ["token", "7"].into_iter().chain(grants).collect::<Vec<_>>();
        crate::token::typed(&server.folder(), &arguments).expect("a token")
    };
    let (zoo, behind) = (token(&grants[1..2]), token(&grants));
    for running in [false, true] {
        if running {
            server.run().await;
            for token in [&zoo, &behind] {
                assert_eq!(typed(&server, &["rooms", "--token", token]).expect("are listed"), "zoo/1\t\t\t\n");
            }
        }
        assert_eq!(typed(&server, &["rooms"]).expect("are listed").lines().count(), OTHERS + 2, "running: {running}");
        let told = typed(&server, &["purge", "*", "--older-than", "400d"]).expect("is looked at");
        let at = server.file().canonicalize().expect("is there");
        assert_eq!(told, format!("{} rooms looked at, 0 of them cut, 0 messages removed, in {}\n", OTHERS + 2, at.display()));
    }
}

/// Puts so many empty rooms beside the first one.
async fn copy_room(connection: &mut sqlx::SqliteConnection, count: usize) {
    let names = "SELECT group_concat(name) FROM pragma_table_info($1) WHERE name NOT IN ('room_key', 'room_id')";
    for table in ["tertulia_room", "tertulia_name"] {
        let columns: String = sqlx::query_scalar(names).bind(table).fetch_one(&mut *connection).await.expect("columns");
        let sql = format!(
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count}) \
             INSERT INTO {table} (room_key, room_id, {columns}) \
             SELECT 1000000 + n, 'copy-' || n, {columns} FROM n, {table} WHERE room_type = 'project' AND room_id = '42'"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *connection).await.expect("is written");
    }
}

#[tokio::test]
async fn a_title_makes_no_line_of_its_own_in_the_list_of_rooms() {
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    typed(&server, &["say", ROOM, "--make", "hello"]).expect("is said");
    server.stop().await;
    // As an older version kept it.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(server.folder().join("rooms.db"));
    let mut connection = sqlx::ConnectOptions::connect(&options).await.expect("opens");
    let forged =
        "UPDATE tertulia_room SET settings_version = head, title = 'Crane' || char(10) || 'project/9' || char(9) || 'locked'";
    sqlx::query(forged).execute(&mut connection).await.expect("is written");
    sqlx::Connection::close(connection).await.expect("closes");
    assert_eq!(typed(&server, &["rooms"]).expect("are listed"), "project/42\t\t\tCrane project/9 locked\n");
}

#[tokio::test]
async fn a_tail_goes_on_as_more_is_said() {
    let mut server = Server::start().await;
    typed(&server, &["say", ROOM, "--make", "first"]).expect("is said");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    let output = std::fs::File::create(server.folder().join("tail.txt")).expect("a file");
    command
        .args(["tail", ROOM, "--database", "rooms.db", "--lang", "es"])
        .current_dir(server.folder())
        .env_clear()
        .stdout(output);
    let mut tail = command.stderr(Stdio::null()).spawn().expect("runs");
    let shown = || said(&std::fs::read_to_string(server.folder().join("tail.txt")).expect("a file"));
    until("the first is shown", async || shown() == ["*** first"]).await;
    server.guest("Ana").await.say(ROOM, "segundo").await;
    until("the second is shown", async || shown() == ["*** first", "<~Ana> segundo"]).await;
    server.stop().await;
    until("the tail ends with the server", async || tail.try_wait().expect("is a child").is_some()).await;
    assert_eq!(tail.wait().expect("has ended").code(), Some(3), "a `tail … || again` has to know");
}

#[tokio::test]
async fn a_tail_of_a_room_that_is_not_there_says_so_and_waits_for_it() {
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    let read = |name: &str| std::fs::read_to_string(server.folder().join(name)).expect("a file");
    let file = |name: &str| std::fs::File::create(server.folder().join(name)).expect("a file");
    let tail = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["tail", ROOM, "--database", "rooms.db"]).args(arguments).current_dir(server.folder()).env_clear();
        command.stdout(file("said")).stderr(file("told")).spawn().expect("runs")
    };
    let told = format!("there is no room {ROOM} yet, in {}", server.file().canonicalize().expect("is there").display());
    assert!(tail(&["--once"]).wait().expect("ends").success());
    assert_eq!((read("said"), read("told")), (String::new(), format!("{told}\n")));
    let mut follows = tail(&[]);
    until("it is told", async || read("told").starts_with(&format!("{told}: what is said once there is one comes here"))).await;
    typed(&server, &["say", ROOM, "--make", "hello"]).expect("is said");
    until("it is shown", async || said(&read("said")) == ["*** hello"]).await;
    assert!(tail(&["--once"]).wait().expect("ends").success());
    assert_eq!(read("told"), "", "it is there");
    server.stop().await;
    follows.wait().expect("ends");
}

#[tokio::test]
async fn the_token_in_the_lock_is_good_on_this_machine_for_this_run_alone() {
    let mut server = Server::start().await;
    let path = server.folder().join("rooms.db.tertulia-lock");
    let lock = || std::fs::read_to_string(&path).expect("a lock");
    let token = |lock: &str| {
        let lock: serde_json::Value = serde_json::from_str(lock).expect("is JSON");
        lock["control_token"].as_str().expect("a token").to_owned()
    };
    let first = token(&lock());
    let asked = async |server: &Server, token: &str, header: Option<(&str, &str)>| {
        let mut request = reqwest::Client::new().get(format!("http://{}/v1/rooms", server.address())).bearer_auth(token);
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        request.send().await.expect("answers").status().as_u16()
    };
    assert_eq!(asked(&server, &first, None).await, 200);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(server.folder().join("rooms.db.tertulia-lock")).expect("a lock").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    server.stop().await;
    assert_eq!(lock(), "");
    // Behind a secret, so that open mode's own wall is not what refuses.
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    let second = token(&std::fs::read_to_string(server.folder().join("rooms.db.tertulia-lock")).expect("a lock"));
    assert_eq!(asked(&server, &first, None).await, 401);
    assert_eq!(asked(&server, &second, Some(("X-Forwarded-For", "203.0.113.7"))).await, 401);
    assert_eq!(asked(&server, &second, Some(("Forwarded", "for=203.0.113.7"))).await, 401);
    assert_eq!(asked(&server, &second, None).await, 200);
    server.stop().await;
}

#[tokio::test]
async fn purged_is_gone_for_readers_and_from_the_file() {
    for running in [true, false] {
        let mut server = Server::start().await;
        let ana = server.guest("Ana").await;
        for n in 0..3 {
            ana.say(ROOM, &format!("the secret recipe {n}")).await;
            if n == 0 {
                ana.react(ROOM, 1, "👍", true).await.expect("is taken");
            }
        }
        ana.delete(ROOM, 1).await.expect("is deleted");
        server.stop().await;
        an_hour_passes(&server).await;
        server.run().await;
        ana.say(ROOM, "kept").await;
        if !running {
            server.stop().await;
        }
        let at = server.file().canonicalize().expect("is there");
        let outcome = |cut: &str| format!("1 room looked at, {cut} removed, in {}\n", at.display());
        assert_eq!(typed(&server, &["purge", "*"]).expect("nothing to cut"), outcome("0 of them cut, 0 messages"));
        let told = typed(&server, &["purge", ROOM, "--older-than", "30m"]).expect("is cut");
        // A deleted one is one of them, and its deletion and a reaction, which took numbers, are none.
        assert_eq!(told, outcome("1 of them cut, 3 messages"));
        assert_eq!(said(&typed(&server, &["tail", ROOM, "--once"]).expect("is shown")), ["<~Ana> kept"]);
        let folder = server.folder();
        let rows = async || {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join("rooms.db")).read_only(running);
            let mut connection = sqlx::ConnectOptions::connect(&options).await.expect("opens");
            let count = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM tertulia_message").fetch_one(&mut connection).await;
            sqlx::Connection::close(connection).await.expect("closes");
            count.expect("counts")
        };
        until("the rows are gone", async || rows().await == 1).await;
    }
}

/// All that was said in a server's file is an hour older.
async fn an_hour_passes(server: &Server) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(server.file());
    let mut connection = sqlx::ConnectOptions::connect(&options).await.expect("opens");
    sqlx::query("UPDATE tertulia_message SET created_ms = created_ms - 3600000")
        .execute(&mut connection)
        .await
        .expect("is written");
    sqlx::Connection::close(connection).await.expect("closes");
}

#[tokio::test]
async fn only_an_owner_purges() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.try_say(ROOM, &saying("request-1", "hello")).await.expect("is said");
    let asked = async |bearer: &str, query: &str| {
        let url = format!("http://{}/v1/rooms/{ROOM}/messages{query}", server.address());
        let answer = reqwest::Client::new().delete(url).bearer_auth(bearer).send().await.expect("answers");
        answer.json::<tertulia_wire::Problem>().await.map(|problem| problem.code)
    };
    let guest = server.nobody().guest_token("Eva").await;
    assert_eq!(asked(&guest, "?before=2100-01-01T00:00:00.000Z").await.expect("a problem"), Code::NotAllowed);
    let lock = std::fs::read_to_string(server.folder().join("rooms.db.tertulia-lock")).expect("a lock");
    let lock: serde_json::Value = serde_json::from_str(&lock).expect("is JSON");
    let owner = lock["control_token"].as_str().expect("a token");
    for wrong in ["", "?before=", "?before=yesterday"] {
        assert_eq!(asked(owner, wrong).await.expect("a problem"), Code::Invalid, "{wrong}");
    }
    assert_eq!(server.nobody().whole_feed(ROOM).await.0.len(), 1);
}

/// A server that answers each request with what is made of it, and tells how many there were.
async fn answers(answer: impl Fn(&str) -> String + Send + 'static) -> (String, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = std::sync::Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            while !request.windows(4).any(|end| end == b"\r\n\r\n") && stream.read_buf(&mut request).await.is_ok_and(|n| n > 0) {}
            counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let _ = stream.write_all(answer(&String::from_utf8_lossy(&request)).as_bytes()).await;
        }
    });
    (url, asked)
}

/// What a command by `--url` fails with, and its exit code.
async fn typed_at(url: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
    let output = command.args(arguments).args(["--url", url]).env_clear().output().await.expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{arguments:?}");
    (String::from_utf8(output.stderr).expect("is text").replace(url, "URL").trim_end().to_owned(), output.status.code())
}

#[tokio::test]
async fn a_command_goes_to_no_other_address_than_was_typed_and_tells_it() {
    let moved = |to: &str| {
        let answer = format!("HTTP/1.1 301 Moved\r\nConnection: close\r\nContent-Length: 0\r\nLocation: {to}\r\n\r\n");
        move |_: &str| answer.clone()
    };
    let server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    typed(&server, &["say", ROOM, "--make", "hello"]).expect("is said");
    let token = crate::token::typed(&server.folder(), &["token", "7", "--grant", "*=own"]).expect("a token");
    for (arguments, path) in [
        (["rooms", "--token", &token].as_slice(), "/v1/rooms?"),
        (&["say", ROOM, "hello", "--token", &token], "/v1/rooms/project/42/messages"),
        (&["tail", ROOM, "--once", "--token", &token], "/v1/rooms/project/42/messages?format=text&last=50"),
    ] {
        let there = format!("http://{}/chat", server.address());
        let (url, asked) = answers(moved(&format!("{there}{path}"))).await;
        let told = format!("tertulia: URL leads to {there}: type --url {there}");
        assert_eq!(typed_at(&url, arguments).await, (told, Some(1)), "{arguments:?}");
        assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1, "{arguments:?}");
    }
    // One without a host, and one that is no address of a chat and tries what a terminal does with it.
    let (url, _) = answers(moved("/chat/v1/rooms?")).await;
    assert_eq!(typed_at(&url, &["rooms"]).await.0, "tertulia: URL leads to URL/chat: type --url URL/chat");
    let (url, _) = answers(moved(&format!("https://login.example/\u{9B}31m\u{202E}?{}", "a".repeat(9_000)))).await;
    let (told, code) = typed_at(&url, &["rooms"]).await;
    assert!(told.starts_with("tertulia: URL leads to https://login.example/") && told.len() < 400, "{told}");
    assert!(!told.contains(['\u{9B}', '\u{202E}']) && code == Some(1), "{told}");
}

#[tokio::test]
async fn a_tail_shows_nothing_that_is_no_text_and_nothing_that_drives_the_terminal() {
    let sends = |kind: &'static str, text: &'static str| {
        move |request: &str| {
            let page = r#"{"room":"project/42","created":"2026-11-22T09:49:00.123Z","messages":[],"more":false,"reset":false,"first":1}"#;
            let (kind, text) = if request.contains("format=text") { (kind, text) } else { ("application/json", page) };
            let length = text.len();
            format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{text}")
        }
    };
    let (url, _) = answers(sends("text/html", "<p>\u{1B}]0;yours\u{7}")).await;
    let told = "tertulia: what answered is no Tertulia server: it was asked for text/plain, and sends text/html";
    assert_eq!(typed_at(&url, &["tail", ROOM, "--once"]).await, (told.to_owned(), Some(1)));
    let (url, _) = answers(sends("Text/Plain;charset=utf-8", "12:00 <Ana> \u{1B}]0;yours\u{7}\u{202E}hola\n")).await;
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
    let output = command.args(["tail", ROOM, "--once", "--url", &url]).env_clear().output().await.expect("runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "12:00 <Ana> \u{FFFD}]0;yours\u{FFFD}hola\n");
    assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()), ("", Some(0)));
}

#[tokio::test]
async fn why_an_address_cant_be_reached_is_told() {
    let server = Server::start().await;
    let url = format!("https://{}", server.address());
    let told = format!("tertulia: URL speaks http, not https: type --url http://{}", server.address());
    assert_eq!(typed_at(&url, &["rooms"]).await, (told, Some(3)));
    let (told, code) = typed_at("http://nowhere.invalid", &["say", ROOM, "hello"]).await;
    assert!(told.starts_with("tertulia: URL can't be reached: failed to lookup address information"), "{told}");
    assert_eq!(code, Some(3));
}

/// Where there is neither a server nor a file.
const WRONG: &[&[&str]] = &[
    &["say", "project/42"],
    &["say", "Project/42", "hello"],
    &["say", "project/42", "hello"],
    &["say", "project/42", "hello", "--url", "http://127.0.0.1:1"],
    &["tail", "project/42", "-n", "0"],
    &["rooms"],
    &["purge"],
    &["purge", "everything"],
    &["purge", "*", "--older-than", "soon"],
    &["purge", "*", "--older-than", "90"],
    &["purge", "*", "--older-than", "30mm"],
    &["token", "7", "--grant", "project/42=write"],
    &["token", "7", "--grant", "a/b=own", "--grant", "a/b=read"],
    &["token", "7", "--for", "1hh"],
    &["backup", "copy.db"],
    &["restore", "nothing.db"],
    &["export"],
    &["export", "--room", "project"],
    &["export", "--room", "project/42", "--type", "project"],
    &["import", "nothing.jsonl"],
    &["import", "nothing.jsonl", "--existing", "merge"],
    &["serve", "--listen", "0.0.0.0:80"],
    &["serve", "--listen", "everywhere"],
    &["serve", "--listen", "127.0.0.1"],
    &["restore", "."],
    &["import", "."],
    &["import", "-", "--database", "sub/rooms.db"],
    &["config", "check", "nothing.toml"],
    &["srve"],
    &["--config", "c.toml", "backup", "x.db"],
];

/// What somebody is told who types something wrong: standard error and the exit code, with nothing of this machine in it.
#[tokio::test]
async fn who_types_something_wrong_is_told_what_to_type() {
    let empty = tempfile::tempdir().expect("a folder");
    let held = Server::start().await;
    std::fs::write(held.folder().join("copy.db"), "").expect("is written");
    std::fs::write(held.folder().join("notes.txt"), "milk, bread, and what is more than a few words long").expect("is written");
    std::fs::write(held.folder().join("alone.db"), "").expect("is written");
    std::fs::write(
        held.folder().join("rooms.jsonl"),
        "{\"type\":\"tertulia-export\",\"version\":1}\n{\"type\":\"end\",\"lines\":1}\n",
    )
    .expect("is written");
    typed(&held, &["backup", "whole.db"]).expect("a copy");
    let whole = std::fs::read(held.folder().join("whole.db")).expect("a copy");
    // What a transfer that broke off leaves: its first page is sound, and says how many there should be.
    std::fs::write(held.folder().join("cut.db"), &whole[..whole.len() / 2]).expect("is written");
    let mut told = String::new();
    let mut wrong = |folder: &std::path::Path, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        let Output { status, stderr, .. } = command.args(arguments).current_dir(folder).env_clear().output().expect("runs");
        let stderr = String::from_utf8(stderr).expect("is text").replace(&held.pid().as_raw_nonzero().to_string(), "PID");
        let stderr = stderr.replace(held.folder().to_str().expect("is text"), "FOLDER");
        let code = status.code().expect("has ended");
        told.push_str(&format!("$ tertulia {}\n{}\n[exit code {code}]\n\n", arguments.join(" "), stderr.trim_end()));
    };
    for arguments in WRONG {
        wrong(empty.path(), arguments);
    }
    for arguments in [
        ["serve", "--database", "rooms.db", "--listen", "127.0.0.1:0"].as_slice(),
        &["restore", "copy.db", "--database", "rooms.db"],
        &["import", "copy.db", "--database", "rooms.db"],
        &["import", "rooms.jsonl", "--database", "rooms.db"],
        &["tail", "project/42", "--once", "--database", "rooms.db", "--token", "nonsense"],
        &["say", "project/42", "--make", "\u{7}", "--database", "rooms.db"],
        &["purge", "projekt/42", "--database", "rooms.db"],
        &["purge", "projekt/42", "--database", "rooms.db", "--older-than", "1d"],
        &["rooms", "--database", "notes.txt"],
        &["backup", "copy-2.db", "--database", "notes.txt"],
        &["backup", "sub/copy.db", "--database", "rooms.db"],
        &["backup", "copy.db/copy.db", "--database", "rooms.db"],
        &["export", "sub/rooms.jsonl", "--database", "rooms.db"],
        &["restore", "notes.txt", "--database", "new.db"],
        &["restore", "alone.db", "--database", "new.db"],
        &["restore", "cut.db", "--database", "new.db"],
        &["restore", "whole.db", "--database", "sub/new.db"],
        &["rooms", "--database", "alone.db", "--token", "nonsense"],
    ] {
        wrong(&held.folder(), arguments);
    }
    insta::assert_snapshot!(told);
}
