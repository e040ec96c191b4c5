//! `export` and `import`, as an operator types them.

use std::io::Write;
use std::process::{Command, Stdio};

use tertulia_wire::Code;

use crate::client::saying;
use crate::copy::typed;
use crate::line::{From, WAYS};
use crate::reader::Reader;
use crate::server::Server;

const ROOM: &str = "project/42";

fn lines(export: &str) -> Vec<serde_json::Value> {
    export.lines().map(|line| serde_json::from_str(line).expect("is JSON")).collect()
}

#[tokio::test]
async fn rooms_go_from_a_server_that_runs_to_another_one_and_go_on_there() {
    let here = Server::start().await;
    let ana = here.guest("Ana").await;
    for n in 0..5 {
        ana.say_for_sure(ROOM, &saying(&format!("request-{n}"), &format!("text {n}"))).await;
    }
    let export = typed(&here, &["export"]).expect("is written");
    let told = typed(&here, &["export", "rooms.jsonl", "--room", ROOM]).expect("is written");
    assert_eq!(told, "rooms.jsonl holds 1 room, 5 messages\n");
    assert_eq!(std::fs::read_to_string(here.folder().join("rooms.jsonl")).expect("a file"), export);
    let (said, page) = here.nobody().whole_feed(ROOM).await;

    let mut there = Server::stopped("");
    std::fs::write(there.folder().join("rooms.jsonl"), &export).expect("is written");
    let told = typed(&there, &["import", "rooms.jsonl"]).expect("comes in");
    assert_eq!(told, format!("1 room, 5 messages imported, into {}\n", there.file().canonicalize().expect("is there").display()));
    assert_eq!(
        typed(&there, &["import", "rooms.jsonl"]).expect("again"),
        format!(
            "0 rooms, 0 messages imported; 1 here already, the same, into {}\n",
            there.file().canonicalize().expect("is there").display()
        )
    );
    assert_eq!(typed(&there, &["export"]).expect("is written"), export);
    there.run().await;
    assert_eq!(there.nobody().whole_feed(ROOM).await.0, said);
    let readers: Vec<Reader> =
        WAYS.iter().map(|way| Reader::new(&there.nobody(), ROOM, *way, From::After(page.cursor.expect("has one")))).collect();
    let eva = there.guest("Eva").await;
    let next = eva.say_for_sure(ROOM, &saying("request-0", "hers, under an id that was Ana's")).await;
    assert_eq!(next.id, said.len() as u64 + 1);
    let (room, page) = there.nobody().whole_feed(ROOM).await;
    for mut reader in readers {
        reader.until_at(page.cursor).await;
        reader.picture.is(&room, &reader.way.to_string());
        assert_eq!(reader.picture.resets, 1, "{}: the cursor was another place's", reader.way);
    }
}

#[tokio::test]
async fn a_site_s_own_users_find_their_requests_answered_in_the_new_place() {
    const SECRET: &str = "secret = 'at least thirty-two bytes, kept secret'\n";
    let token = |server: &Server| {
        std::fs::write(server.folder().join("secret"), "at least thirty-two bytes, kept secret").expect("is written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["token", "7", "--name", "Ana", "--grant", "project/42=own", "--secret-file", "secret"]);
        let output = command.current_dir(server.folder()).env_clear().output().expect("runs");
        String::from_utf8(output.stdout).expect("is text").trim().to_owned()
    };
    let here = Server::start_with(SECRET).await;
    let first = here.bearer(&token(&here)).say_for_sure(ROOM, &saying("request-1", "once")).await;
    let export = typed(&here, &["export"]).expect("is written");
    let mut there = Server::stopped(SECRET);
    std::fs::write(there.folder().join("rooms.jsonl"), &export).expect("is written");
    typed(&there, &["import", "rooms.jsonl"]).expect("comes in");
    there.run().await;
    let ana = there.bearer(&token(&there));
    assert_eq!(ana.say_for_sure(ROOM, &saying("request-1", "once")).await, first, "the same request makes no second message");
    let refused = ana.try_say(ROOM, &saying("request-1", "something else")).await.expect_err("is another request");
    assert_eq!(refused.code(), Code::ClientIdReused);
    assert_eq!(there.nobody().page(ROOM, "last=9").await.map(|page| page.messages.len()).ok(), None, "guests may not read");
}

#[tokio::test]
async fn an_import_that_was_killed_is_whole_once_it_is_run_again() {
    let here = Server::start().await;
    let ana = here.guest("Ana").await;
    for room in ["project/1", "project/2", "project/3"] {
        for n in 0..3 {
            ana.say(room, &n.to_string()).await;
        }
    }
    let export = typed(&here, &["export"]).expect("is written");
    // In the middle of the second room, with the first one read.
    let half = export.find("\"room\":\"project/2\"").expect("is there") + 200;
    let there = Server::stopped("");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(["import", "-", "--database", "rooms.db"]).current_dir(there.folder()).env_clear().stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::null()).spawn().expect("starts");
    let mut input = child.stdin.take().expect("is piped");
    input.write_all(&export.as_bytes()[..half]).expect("is read");
    crate::server::until("the file is there", async || there.folder().join("rooms.db-wal").exists()).await;
    child.kill().expect("is killed");
    child.wait().expect("has ended");
    std::fs::write(there.folder().join("rooms.jsonl"), &export).expect("is written");
    typed(&there, &["import", "rooms.jsonl"]).expect("comes in");
    assert_eq!(typed(&there, &["export"]).expect("is written"), export);
}

#[tokio::test]
async fn nothing_comes_in_that_was_not_asked_for() {
    let mut server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "hola").await;
    typed(&server, &["export", "rooms.jsonl"]).expect("is written");
    let export = std::fs::read_to_string(server.folder().join("rooms.jsonl")).expect("a file");
    std::fs::write(server.folder().join("bad.jsonl"), export.replace("\"text\":\"hola\"", "\"text\":\"\"")).expect("is written");
    std::fs::write(server.folder().join("notes.txt"), "no rooms\n").expect("is written");
    let held = format!("in use by process {}", server.pid().as_raw_nonzero());
    for (arguments, said) in [
        (["export", "rooms.jsonl"].as_slice(), "is there already"),
        (&["export", "nowhere/rooms.jsonl"], "there is no folder nowhere: make it, or name another"),
        (&["export", "--room", "project/43"], "there is no room project/43"),
        (&["import", "rooms.jsonl"], held.as_str()),
        (&["import", "nothing.jsonl"], "there is no export nothing.jsonl"),
        (&["import", "notes.txt"], "line 1: this is no export"),
    ] {
        let error = typed(&server, arguments).expect_err("is refused");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    ana.say(ROOM, "and more").await;
    server.stop().await;
    let before = typed(&server, &["export"]).expect("is written");
    let error = typed(&server, &["import", "rooms.jsonl"]).expect_err("is refused");
    assert!(error.contains("project/42 is here already, and not the same") && error.contains("--existing keep"), "{error}");
    typed(&server, &["import", "rooms.jsonl", "--existing", "keep"]).expect("is left");
    assert_eq!(typed(&server, &["export"]).expect("is written"), before);
    let error = typed(&server, &["import", "bad.jsonl", "--existing", "replace"]).expect_err("is refused");
    assert!(error.contains("line 4: text: ") && error.contains("nothing of the room"), "{error}");
    assert_eq!(typed(&server, &["export"]).expect("is written"), before);
    let told = typed(&server, &["import", "rooms.jsonl", "--existing", "replace"]).expect("is replaced");
    assert!(told.starts_with("1 room, 1 message imported, into "), "{told}");
    assert_eq!(typed(&server, &["export"]).expect("is written"), export);
    let left = std::fs::read_dir(server.folder()).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    assert!(left.filter(|name| name.to_string_lossy().contains(".part")).count() == 0);
}

#[tokio::test]
async fn an_export_is_one_moment_of_a_busy_room_and_for_its_owners_eyes_only() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    let talking = tokio::spawn(async move {
        for n in 0..200 {
            ana.say_for_sure(ROOM, &saying(&format!("request-{n}"), "hola")).await;
        }
    });
    let nobody = server.nobody();
    crate::server::until("some is said", async || nobody.page(ROOM, "last=1").await.is_ok_and(|page| page.more)).await;
    let before = nobody.whole_feed(ROOM).await.0;
    typed(&server, &["export", "rooms.jsonl"]).expect("is written");
    talking.await.expect("talks to the end");
    let export = std::fs::read_to_string(server.folder().join("rooms.jsonl")).expect("a file");
    let lines = lines(&export);
    let messages: Vec<_> = lines.iter().filter(|line| line["type"] == "message").collect();
    let room = lines.iter().find(|line| line["type"] == "room").expect("a room");
    assert!(messages.len() >= before.len());
    assert_eq!(room["head"], messages.last().expect("some")["version"], "the room and its messages are of one moment");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(server.folder().join("rooms.jsonl")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn an_import_that_is_wrong_where_its_first_room_would_begin_makes_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = "{\"type\":\"tertulia-export\",\"version\":1}\n";
    std::fs::write(folder.path().join("empty.db"), "").expect("is written");
    for (export, line) in
        [("nonsense\n".to_owned(), 1), (head.to_owned(), 2), (format!("{head}nonsense\n"), 2), (format!("{head}{head}"), 2)]
    {
        std::fs::write(folder.path().join("rooms.jsonl"), &export).expect("is written");
        for file in ["new.db", "empty.db"] {
            let told =
                crate::token::typed(folder.path(), &["import", "rooms.jsonl", "--database", file]).expect_err("is refused");
            assert!(told.starts_with(&format!("tertulia: line {line}: ")), "{export}: {told}");
        }
        let mut left: Vec<_> =
            std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("is there").file_name()).collect();
        left.sort();
        assert_eq!(left, ["empty.db", "rooms.jsonl"], "{export}");
        assert_eq!(std::fs::read(folder.path().join("empty.db")).expect("is there"), b"", "{export}");
    }
}
