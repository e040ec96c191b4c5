//! Which file a command is about, and that nobody takes one for another.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::server::{Server, until, within};

const ROOM: &str = "project/42";

/// Types a command in a folder, with variables of the environment: its exit code, and all that it says.
fn typed(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(arguments).current_dir(folder).env_clear().envs(variables.iter().copied());
    let Output { status, stdout, stderr } = command.output().expect("runs");
    let said = String::from_utf8([stdout, stderr].concat()).expect("is text");
    (status.code().expect("has ended"), said)
}

/// The same, where it has to be done.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let (code, said) = typed(folder, arguments, &[]);
    assert_eq!(code, 0, "{arguments:?}: {said}");
    said
}

#[tokio::test]
async fn a_command_with_a_configuration_is_about_the_same_file_wherever_it_is_typed() {
    let mut server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    server.stop().await;
    let folder = TempDir::new().expect("a folder");
    let (there, here) = (folder.path().join("there"), folder.path().join("here"));
    for folder in [&there, &here] {
        std::fs::create_dir(folder).expect("is made");
    }
    std::fs::copy(server.file(), there.join("copy.db")).expect("is copied");
    // A configuration that names its file, and one that leaves it at the default.
    for (config, file) in [("database = 'rooms.db'", "rooms.db"), ("", "tertulia.db")] {
        std::fs::write(there.join("tertulia.toml"), config).expect("is written");
        let whole = there.join(file).canonicalize().unwrap_or(there.canonicalize().expect("a folder").join(file));
        let whole = whole.to_str().expect("is text");
        let config = ["--config", "../there/tertulia.toml"];
        let about = |arguments: &[&str]| {
            let said = done(&here, &[arguments, config.as_slice()].concat());
            assert!(said.contains(whole), "{arguments:?}: {said}");
        };
        about(&["restore", "../there/copy.db"]);
        about(&["purge", "*"]);
        about(&["backup", "copy.db"]);
        done(&here, &["export", "rooms.jsonl", "--config", "../there/tertulia.toml"]);
        about(&["import", "rooms.jsonl"]);
        // What is typed begins where it is typed.
        let (code, said) = typed(&here, &["rooms", "--config", "../there/tertulia.toml", "--database", file], &[]);
        assert_eq!(code, 3, "{said}");
        for made in ["copy.db", "rooms.jsonl"] {
            std::fs::remove_file(here.join(made)).expect("is there");
        }
        assert_eq!(std::fs::read_dir(&here).expect("a folder").count(), 0, "nothing is made where the command is typed");
    }
}

#[test]
fn files_that_a_configuration_names_lie_beside_it() {
    let folder = TempDir::new().expect("a folder");
    let (there, here) = (folder.path().join("there"), folder.path().join("here"));
    for folder in [&there, &here] {
        std::fs::create_dir(folder).expect("is made");
    }
    for (name, text) in [
        ("secret", "at least thirty-two bytes, kept secret"),
        ("site.pub", include_str!("../../../tertulia/tests/keys/ed.pub")),
        ("words", "casino"),
    ] {
        std::fs::write(there.join(name), text).expect("is written");
    }
    for config in [
        "secret_file = 'secret'",
        "hook_url = 'https://site.example/'\nhook_secret_file = 'secret'",
        "[[keys]]\nalgorithm = 'EdDSA'\nfile = 'site.pub'",
        "[filter]\nrefuse_file = 'words'\nhold_file = 'words'",
        "[rooms.game]\nfilter = { hold_file = 'words' }",
    ] {
        std::fs::write(there.join("tertulia.toml"), config).expect("is written");
        done(&here, &["config", "check", "../there/tertulia.toml"]);
        done(&there, &["config", "check"]);
    }
    let elsewhere = [("TERTULIA_SECRET_FILE", "secret")];
    let (code, said) = typed(&here, &["config", "check", "../there/tertulia.toml"], &elsewhere);
    assert_eq!(code, 1, "what the environment names begins where the command is typed: {said}");
}

#[test]
fn what_is_not_typed_right_ends_with_2_and_says_how_it_is() {
    let folder = TempDir::new().expect("a folder");
    for (arguments, said) in [
        (["purge", "foo"].as_slice(), "foo names no rooms: type/id, type/* or *"),
        (&["purge", "Bad/*"], "Bad/* names no rooms"),
        (&["purge", "*", "--older-than", "90"], "Type 90d for days"),
        (&["token", "7", "--grant", "a=say"], "a matches no room: a pattern is type/id"),
        (&["token", "7", "--grant", "a/b=write"], "write is no level"),
        (&["token", "7", "--for", "1y"], "as in 3600, 90s"),
        (&["token", "check", "abc", "Project/42"], "Project/42 is no room"),
        (&["say", ROOM, "hello", "--url", "127.0.0.1:8180"], "type https:// or http:// before it, as in http://127.0.0.1:8180"),
        (&["rooms", "--url", "ftp://127.0.0.1"], "begins with https:// or http://"),
    ] {
        let (code, told) = typed(folder.path(), arguments, &[]);
        assert!(code == 2 && told.contains(said), "{arguments:?}: {code}, {told}");
    }
}

#[test]
fn what_can_t_be_meant_is_refused_and_what_is_meant_is_understood() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("tertulia.toml");
    std::fs::write(folder.path().join("secret"), "at least thirty-two bytes, kept secret").expect("is written");
    for (config, said) in [
        ("database = '/tmp'", "which is a folder: name a file in it"),
        ("[limits]\npage_default = 100\npage_max = 50", "page_default is 100 and has to be at most page_max, which is 50"),
        ("public_url = 'https://chat.example/?a=b'", "ends with a query or a fragment"),
        ("secret = 'at least thirty-two bytes, kept secret'\nsecret_file = 'secret'", "has secret and secret_file"),
        ("hook_secret = 'a'\nhook_secret_file = 'secret'", "has hook_secret and hook_secret_file"),
        ("listen = '127.0.0.1:8080'\nadmin_listen = '127.0.0.1:8080'", "where listen is already"),
        ("secret_file = 'secret'\nlisten = '0.0.0.0:8080'\nadmin_listen = '127.0.0.1:8080'", "where listen is already"),
        ("listen = '127.0.0.1:8080'\nadmin_listen = '[::]:8080'", "where listen is already"),
    ] {
        std::fs::write(&file, config).expect("is written");
        let (code, told) = typed(folder.path(), &["config", "check"], &[]);
        assert!(code == 1 && told.contains(said), "{config}: {code}, {told}");
        assert!(!told.contains("thirty-two"), "{told}");
    }
    for config in [
        "listen = '127.0.0.1:0'\nadmin_listen = '127.0.0.1:0'",
        "secret_file = 'secret'\nlisten = '0.0.0.0:8080'\nadmin_listen = '[::1]:8080'",
        "listen = '127.0.0.1:8080'\nadmin_listen = '127.0.0.2:8080'",
    ] {
        std::fs::write(&file, config).expect("is written");
        done(folder.path(), &["config", "check"]);
    }
    std::fs::write(&file, "").expect("is written");
    for variable in ["TERTULIA_SECRET", "TERTULIA_HOOK_SECRET"] {
        let (code, told) = typed(folder.path(), &["config", "check"], &[(variable, "")]);
        assert!(code == 1 && told.contains(&format!("{variable} is set, and empty")), "{told}");
    }
    let spaced = [("TERTULIA_ORIGINS", "https://a.example, https://b.example"), ("TERTULIA_TRUSTED_PROXIES", "::1 , 10.0.0.0/8")];
    let (code, told) = typed(folder.path(), &["config", "check"], &spaced);
    assert!(code == 0 && told.contains("2 origins"), "{told}");
}

#[tokio::test]
async fn an_export_that_nobody_takes_to_its_end_has_failed() {
    let server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "hola").await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(["export", "--database", "rooms.db"]).current_dir(server.folder()).env_clear();
    let mut export = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("runs");
    drop(export.stdout.take());
    assert_eq!(export.wait().expect("ends").code(), Some(1));
}

/// An update that is tried out beside the old server must not have made the file one that the old one no longer takes.
#[tokio::test]
async fn a_server_that_cant_be_met_has_touched_no_file() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("listens");
    let address = taken.local_addr().expect("an address").to_string();
    let metrics = format!("admin_listen = '{address}'");
    for (config, listen) in [("", address.as_str()), (&metrics, "127.0.0.1:0")] {
        let folder = TempDir::new().expect("a folder");
        std::fs::write(folder.path().join("tertulia.toml"), config).expect("is written");
        std::fs::write(folder.path().join("empty.db"), "").expect("is written");
        for file in ["new.db", "empty.db"] {
            let (code, said) = typed(folder.path(), &["serve", "--listen", listen, "--database", file], &[]);
            assert!(code == 1 && said.contains(&format!("can't listen on {address}")), "{said}");
        }
        let mut left = std::fs::read_dir(folder.path())
            .expect("a folder")
            .map(|file| file.expect("is there").file_name())
            .collect::<Vec<_>>();
        left.sort();
        assert_eq!(left, ["empty.db", "tertulia.toml"], "{config}");
        assert_eq!(std::fs::read(folder.path().join("empty.db")).expect("is there"), b"", "{config}");
    }
}

#[tokio::test]
async fn a_lock_file_that_is_removed_comes_back_and_no_two_servers_stay_on_one_file() {
    let mut server = Server::start().await;
    let lock = server.folder().join("rooms.db.tertulia-lock");
    let holder = std::fs::read(&lock).expect("a lock");
    std::fs::remove_file(&lock).expect("is there");
    until("it is made anew", async || std::fs::read(&lock).is_ok_and(|now| now == holder)).await;
    let (code, said) = typed(&server.folder(), &["serve", "--listen", "127.0.0.1:0", "--database", "rooms.db"], &[]);
    assert!(code == 1 && said.contains("is in use by process"), "{said}");
    // A second one that was quicker.
    let second = server.folder().join("second");
    std::fs::write(&second, "").expect("is made");
    std::fs::rename(&second, &lock).expect("takes its place");
    let status = within("the first ends", server.ended()).await;
    assert_eq!(status.code(), Some(1));
    until("it says why", async || server.log().contains("another process has this file of rooms, too: this server ends")).await;
}

/// On Linux alone a process may be kept from writing to any file, as by a disk that is full.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_lock_is_taken_on_a_full_disk() {
    let mut server = Server::start().await;
    server.stop().await;
    done(&server.folder(), &["backup", "copy.db", "--database", "rooms.db"]);
    std::fs::write(server.folder().join("rooms.db.tertulia-lock"), "").expect("is written");
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" restore copy.db --database rooms.db --force"]);
    command.arg(env!("CARGO_BIN_EXE_tertulia")).current_dir(server.folder()).env_clear();
    let output = command.output().expect("runs");
    let said = String::from_utf8(output.stderr).expect("is text");
    assert!(output.status.code() == Some(1) && said.contains("rooms.db.part: "), "the copy can't be written, and is: {said}");
}
