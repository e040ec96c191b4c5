//! What whoever runs the server meets at night: files that were moved, disks, commands that wait or are told to end.

use std::fs::Permissions;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use tertulia_wire::Code;

use crate::client::saying;
use crate::copy::typed;
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";

async fn is_ready(server: &Server) -> bool {
    let ready = reqwest::get(format!("http://{}/readyz", server.address())).await.expect("an answer");
    ready.status() == 200
}

/// Puts another file in the place of the server's, as who copies a backup back by hand, or removes all of it.
fn displace(server: &Server, is_replaced: bool) {
    let folder = server.folder();
    if is_replaced {
        std::fs::rename(folder.join("m.db"), server.file()).expect("takes its place");
        return;
    }
    for name in ["rooms.db", "rooms.db-wal", "rooms.db-shm", "rooms.db.tertulia-lock"] {
        std::fs::remove_file(folder.join(name)).expect("is there");
    }
}

#[tokio::test]
async fn nothing_is_acknowledged_that_would_go_into_a_file_that_is_removed_and_nothing_is_lost() {
    for (is_replaced, is_stopped_at_once) in [(true, false), (false, false), (true, true), (false, true)] {
        let mut server = Server::start().await;
        let ana = server.guest("Ana").await;
        ana.say(ROOM, "before the copy").await;
        typed(&server, &["backup", "m.db"]).expect("a copy");
        ana.say(ROOM, "since").await;
        let said = ana.whole_feed(ROOM).await.0;
        displace(&server, is_replaced);
        // Of more readers than there were, some would open the file under the name.
        let reading = futures_util::future::join_all((0..8).map(|_| ana.page(ROOM, "")));
        let _ = within("they are answered, or told", reading).await;
        if !is_stopped_at_once {
            // Nobody says anything.
            until("it is not ready", async || !is_ready(&server).await).await;
            until("it is copied", async || server.folder().join("rooms.db.rescued").exists()).await;
        }
        let refused = ana.try_say(ROOM, &saying("too-late", "late")).await.expect_err("it would be lost");
        assert_eq!(refused.code(), Code::StoreAway);
        server.stop().await;
        let log = server.log();
        assert_eq!(log.matches("all that it had is kept as a copy under this name").count(), 1, "{log}");
        assert!(
            log.matches("the store is away: sends are refused").count() == 1 && log.contains("stop the server by `kill "),
            "{log}"
        );
        typed(&server, &["restore", "rooms.db.rescued", "--force"]).expect("is put back");
        server.run().await;
        assert_eq!(ana.whole_feed(ROOM).await.0, said);
        ana.say(ROOM, "and on").await;
    }
}

#[tokio::test]
async fn a_file_that_was_renamed_and_is_put_back_is_gone_on_with() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "before").await;
    let elsewhere = server.folder().join("elsewhere.db");
    std::fs::rename(server.file(), &elsewhere).expect("is renamed");
    until("it is not ready", async || !is_ready(&server).await).await;
    let told = typed(&server, &["say", ROOM, "late"]).expect_err("is refused");
    assert!(told.contains("look at `df -h` and the server's log"), "{told}");
    std::fs::rename(&elsewhere, server.file()).expect("is put back");
    within("it is taken", ana.say_for_sure(ROOM, &saying("too-late", "late"))).await;
    assert_eq!(ana.whole_feed(ROOM).await.0.len(), 2);
}

/// Begins a command in the server's folder.
fn begun(server: &Server, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(arguments).args(["--database", "rooms.db"]).current_dir(server.folder()).env_clear();
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs")
}

#[tokio::test]
async fn a_server_that_takes_the_line_and_is_silent_is_waited_for_aloud() {
    let server = Server::start().await;
    typed(&server, &["say", ROOM, "--make", "hello"]).expect("is said");
    kill_process(server.pid(), Signal::STOP).expect("is stopped");
    let commands = [&["say", ROOM, "hello"][..], &["tail", ROOM, "--once"], &["rooms"]].map(|line| begun(&server, line));
    let waiting = tokio::task::spawn_blocking(move || {
        commands.map(|mut command| {
            let mut line = String::new();
            let mut errors = BufReader::new(command.stderr.take().expect("is piped"));
            errors.read_line(&mut line).expect("a line");
            (command, line)
        })
    });
    let waiting = within("they say so", waiting).await.expect("no panic");
    kill_process(server.pid(), Signal::CONT).expect("goes on");
    for (mut command, line) in waiting {
        assert_eq!(line.trim_end(), format!("waiting for http://{} …", server.address()));
        assert!(command.wait().expect("ends").success());
    }
}

/// Tells a command to end as soon as there is a part of what it makes.
async fn told_to_end(server: &Server, arguments: &[&str], part: &str) {
    let mut command = begun(server, arguments);
    let part = server.folder().join(part);
    until("it has begun", async || part.exists()).await;
    kill_process(Pid::from_child(&command), Signal::TERM).expect("is told");
    let status = within("it ends", tokio::task::spawn_blocking(move || command.wait())).await.expect("no panic").expect("ends");
    assert_eq!(status.code(), Some(1), "{arguments:?}");
    assert!(!part.exists(), "{arguments:?}");
}

#[tokio::test]
async fn what_is_told_to_end_leaves_no_part_behind() {
    let mut server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    server.stop().await;
    let file = SqliteConnectOptions::new().filename(server.file());
    let mut holder = SqliteConnection::connect_with(&file).await.expect("opens");
    // Enough to be met in the middle of it.
    let filler = "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 192) \
                  SELECT randomblob(1048576) AS bytes FROM n";
    sqlx::raw_sql(filler).execute(&mut holder).await.expect("is filled");
    told_to_end(&server, &["backup", "copy.db"], "copy.db.part").await;
    // Who exports waits for this.
    sqlx::raw_sql("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").execute(&mut holder).await.expect("holds the file");
    told_to_end(&server, &["export", "rooms.jsonl"], "rooms.jsonl.part").await;
}

/// What a command says that is typed by somebody who may read nothing here.
fn typed_by_another(folder: &Path, arguments: &[&str]) -> String {
    let output = crate::faults::by_somebody_who_may_little(folder).args(arguments).output().expect("runs");
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn a_file_that_may_only_not_be_read_is_called_neither_broken_nor_missing() {
    let mut server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    server.stop().await;
    let folder = server.folder();
    let set = |name: &str, mode| std::fs::set_permissions(folder.join(name), Permissions::from_mode(mode)).expect("is set");
    set(".", 0o777);
    set("rooms.db", 0o000);
    set("rooms.db.tertulia-lock", 0o000);
    let said = typed_by_another(&folder, &["rooms", "--database", "rooms.db"]);
    assert!(said.contains("tertulia-lock: Permission denied") && said.contains("`sudo -u USER"), "{said}");
    std::fs::remove_file(folder.join("rooms.db.tertulia-lock")).expect("is there");
    let said = typed_by_another(&folder, &["backup", "copy.db", "--database", "rooms.db"]);
    assert!(said.contains("rooms.db: unable to open database file; whoever") && !said.contains("no whole"), "{said}");
    std::fs::create_dir(folder.join("closed")).expect("is made");
    std::fs::rename(server.file(), folder.join("closed/rooms.db")).expect("is moved");
    set("closed", 0o000);
    let said = typed_by_another(&folder, &["backup", "copy.db", "--database", "closed/rooms.db"]);
    set("closed", 0o700);
    assert!(said.contains("closed/rooms.db: Permission denied") && said.contains("`sudo -u USER"), "{said}");
}

#[tokio::test]
async fn a_check_says_whence_open_mode_and_which_of_two_settings_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let check = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["config", "check"]).current_dir(folder.path()).env_clear().envs(variables.iter().copied());
        String::from_utf8(command.output().expect("runs").stdout).expect("is text")
    };
    assert!(check(&[]).contains("no secret in the file or this environment; a service may have its own"));
    std::fs::write(folder.path().join("tertulia.toml"), "commit_wait_ms = 5\nhook_timeout_ms = 500").expect("is written");
    assert!(check(&[]).contains(", 2 of "));
    let usual = [("TERTULIA_LIMITS_COMMIT_WAIT_MS", "0"), ("TERTULIA_LIMITS_HOOK_TIMEOUT_MS", "2000")];
    assert!(check(&usual).contains(", 0 of "), "the environment wins");
    assert!(check(&[usual[0], ("TERTULIA_COMMIT_WAIT_MS", "7"), usual[1]]).contains(", 1 of "), "as does the key's own name");
}

#[tokio::test]
async fn a_secret_that_everybody_may_read_is_warned_of() {
    for (mode, is_warned) in [(0o644, true), (0o640, false)] {
        let mut server = Server::stopped("secret_file = 'secret'");
        let secret = server.folder().join("secret");
        std::fs::write(&secret, "at least thirty-two bytes, kept secret").expect("is written");
        std::fs::set_permissions(&secret, Permissions::from_mode(mode)).expect("is set");
        server.run().await;
        server.stop().await;
        assert_eq!(server.log().contains("can be read by every user of this machine"), is_warned);
    }
}

#[tokio::test]
async fn what_follows_is_told_by_yes_or_no_and_an_encoded_id_is_shown_as_it_was() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "hola").await;
    for (follow, status) in [("no", 422), ("yes", 422), ("false", 200), ("0", 200), ("true", 200)] {
        let url = format!("http://{}/v1/rooms/{ROOM}/messages?format=text&follow={follow}", server.address());
        assert_eq!(reqwest::get(url).await.expect("an answer").status().as_u16(), status, "{follow}");
    }
    let url = format!("http://{}/embed/recipe/_p~C3~A3o~20de~20queijo", server.address());
    let page = reqwest::get(url).await.expect("an answer").text().await.expect("a page");
    assert!(page.contains("<title>Chat for recipe pão de queijo"), "{page}");
}
