//! `backup` and `restore`, as an operator types them.

use std::process::Command;

use tokio::task::JoinSet;

use crate::client::saying;
use crate::server::Server;

const ROOM: &str = "project/42";

/// Types a command about the server's file of rooms: what it says, or what it says when it fails.
pub(crate) fn typed(server: &Server, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(arguments).args(["--database", "rooms.db"]).current_dir(server.folder()).env_clear();
    let output = command.output().expect("runs");
    let said = |bytes| String::from_utf8(bytes).expect("is text");
    if output.status.success() {
        return Ok(said(output.stdout));
    }
    assert_eq!(output.status.code(), Some(1));
    Err(said(output.stderr))
}

#[tokio::test]
async fn a_backup_of_a_busy_server_has_all_that_was_acknowledged_before_it() {
    let mut server = Server::start().await;
    let mut senders = JoinSet::new();
    for sender in 0..4 {
        let ana = server.guest(&format!("Ana {sender}")).await;
        senders.spawn(async move {
            for n in 0..100 {
                ana.say_for_sure(ROOM, &saying(&format!("backup-{sender}-{n}"), "hola")).await;
            }
        });
    }
    let nobody = server.nobody();
    crate::server::until("some is said", async || nobody.page(ROOM, "last=1").await.is_ok_and(|page| page.more)).await;
    let before = nobody.whole_feed(ROOM).await.0;
    let told = typed(&server, &["backup", "copy.db"]).expect("a copy");
    assert!(told.contains(": 1 room, "), "{told}");
    senders.join_all().await;
    let after = nobody.whole_feed(ROOM).await.0;
    server.stop().await;
    let told = typed(&server, &["restore", "copy.db", "--force"]).expect("is put back");
    assert!(told.contains("what was there is kept as ") && told.trim_end().ends_with("rooms.db.before-restore"), "{told}");
    server.run().await;
    let copied = server.nobody().whole_feed(ROOM).await.0;
    assert!(copied.starts_with(&before) && after.starts_with(&copied), "{} {} {}", before.len(), copied.len(), after.len());
    server.stop().await;
    // One who tries one copy after the other still has what was there at first, whole, and can put it back in turn.
    for kept in 2..=3 {
        let told = typed(&server, &["restore", "copy.db", "--force"]).expect("is put back");
        assert!(told.trim_end().ends_with(&format!("rooms.db.before-restore-{kept}")), "{told}");
    }
    typed(&server, &["restore", "rooms.db.before-restore", "--force"]).expect("is put back");
    server.run().await;
    assert_eq!(server.nobody().whole_feed(ROOM).await.0, after);
}

#[tokio::test]
async fn nothing_is_replaced_that_was_not_asked_for() {
    let mut server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "hola").await;
    typed(&server, &["backup", "copy.db"]).expect("a copy");
    std::fs::write(server.folder().join("notes.txt"), "no rooms").expect("is written");
    std::fs::write(server.folder().join("empty.db"), "").expect("is written");
    let half = std::fs::read(server.folder().join("copy.db")).expect("a copy");
    std::fs::write(server.folder().join("half.db"), &half[..half.len() / 2]).expect("is written");
    let held = format!("in use by process {}", server.pid().as_raw_nonzero());
    for (arguments, said) in [
        (["backup", "copy.db"].as_slice(), "is there already"),
        (&["backup", "nowhere/copy.db"], "there is no folder nowhere: make it, or name another"),
        (&["restore", "copy.db", "--force"], held.as_str()),
    ] {
        let error = typed(&server, arguments).expect_err("is refused");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    server.stop().await;
    let file = std::fs::read(server.file()).expect("the file");
    for (arguments, said) in [
        (["restore", "copy.db"].as_slice(), "--force puts the copy in its place"),
        (&["restore", "no.db", "--force"], "there is no copy no.db"),
        (&["restore", "notes.txt", "--force"], "no whole file of rooms"),
        (&["restore", "empty.db", "--force"], "no whole file of rooms"),
        (&["restore", "half.db", "--force"], "no whole file of rooms"),
    ] {
        let error = typed(&server, arguments).expect_err("is refused");
        assert!(error.contains(said), "{arguments:?}: {error}");
        assert_eq!(std::fs::read(server.file()).expect("the file"), file, "{arguments:?}");
    }
    let left = std::fs::read_dir(server.folder()).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains(".part")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_copy_is_for_its_owners_eyes_only() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::start().await;
    typed(&server, &["backup", "copy.db"]).expect("a copy");
    let mode = std::fs::metadata(server.folder().join("copy.db")).expect("a copy").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
