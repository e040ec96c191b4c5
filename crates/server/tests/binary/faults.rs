//! What happens when the file can't be written: sends are refused at once, reading goes on, nothing acknowledged is lost,
//! and when it is over, nobody has to help.

use std::fs::{OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::process::{Resource, Rlimit};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use tertulia_wire::{Code, Cursor, Message};
use tokio::time::Instant;

use crate::client::{Client, Failure, saying};
use crate::line::{From, STREAMS, WAYS};
use crate::reader::Reader;
use crate::server::{Server, within};

const ROOM: &str = "project/42";

/// A room with something in it, which readers on all ways are reading.
struct Story {
    ana: Client,
    readers: Vec<Reader>,
    said: Vec<Message>,
}

impl Story {
    async fn begin(server: &Server) -> Self {
        let ana = server.guest("Ana").await;
        let mut said = Vec::new();
        for n in 1..=5 {
            said.push(ana.say(ROOM, &n.to_string()).await);
        }
        let mut readers: Vec<Reader> = WAYS.map(|way| Reader::new(&ana, ROOM, way, From::After(Cursor::Start))).into();
        for reader in &mut readers {
            reader.until("has read it", |picture| picture.messages.len() == 5).await;
        }
        Self { ana, readers, said }
    }

    /// For as long as the fault lasts, every send is refused with the same code, and what was there can be read.
    async fn stays_away(&mut self, server: &Server) {
        // The first refusal may take as long as a commit is waited for.
        self.is_refused(0).await;
        // Long enough for several looks at whether it is over.
        let end = Instant::now() + Duration::from_millis(2_500);
        let mut asked = 1;
        while Instant::now() < end {
            self.is_refused(asked).await;
            asked += 1;
            self.is_readable().await;
        }
        let log = server.log();
        let told: Vec<_> = log.lines().filter(|line| line.contains("the store is away")).collect();
        assert!(told.len() == 1 && told[0].contains("cause="), "it is said once, and why: {told:?}");
        assert!(!log.contains("a request failed"), "nobody's refusal is worth a line of its own: {log}");
        assert_eq!(log.matches("the store is back").count(), 0, "it was never taken for being back");
    }

    async fn is_refused(&self, n: usize) {
        let client_id = format!("while-away-{n}");
        let failure = self.ana.try_say(ROOM, &saying(&client_id, &client_id)).await.expect_err("can't be written");
        let Failure::Refused(refused) = failure else { panic!("{failure:?}") };
        assert_eq!((refused.status, refused.problem.code), (503, Code::StoreAway));
        assert_eq!(refused.retry_after.as_deref(), Some("1"));
        assert_eq!(refused.problem.retry_after, Some(1));
        assert_eq!(self.ana.edit(ROOM, 1, &client_id).await.expect_err("can't be written").code(), Code::StoreAway);
    }

    async fn is_readable(&self) {
        let cursor = self.readers[0].picture.cursor.expect("has read");
        let newest = self.ana.page(ROOM, "last=50").await.expect("the newest page");
        assert_eq!(newest.messages, self.said);
        assert_eq!(newest.cursor, Some(cursor));
        let Cursor::At { epoch, .. } = cursor else { panic!("{cursor}") };
        let after = Cursor::At { epoch, version: 2 };
        let page = self.ana.page(ROOM, &format!("after={after}")).await.expect("what came since");
        assert_eq!((page.messages.as_slice(), page.reset), (&self.said[2..], false));
    }

    /// The fault is over: what is said again is taken, by itself, and everybody who reads sees it on the line that they had.
    async fn comes_back(mut self, server: &Server) {
        let again = within("a send is taken", self.ana.say_for_sure(ROOM, &saying("while-away-0", "while-away-0"))).await;
        assert_eq!(again.id, 6, "what was refused took no number");
        self.said.push(again);
        self.said.push(self.ana.say(ROOM, "as before").await);
        for reader in &mut self.readers {
            reader.until("has read it", |picture| picture.messages.len() == 7).await;
            reader.picture.is(&self.said, &reader.way.to_string());
            assert_eq!(reader.picture.resets, 0);
            assert_eq!(reader.lines, 1, "{}: no stream ended", reader.way);
        }
        assert_eq!(self.ana.whole_feed(ROOM).await.0, self.said);
        assert_eq!(server.log().matches("the store is back").count(), 1);
    }
}

#[tokio::test]
async fn a_file_that_somebody_else_holds_is_away_until_they_let_go() {
    let server = Server::start().await;
    let mut story = Story::begin(&server).await;
    let file = SqliteConnectOptions::new().filename(server.file());
    let mut holder = SqliteConnection::connect_with(&file).await.expect("opens");
    sqlx::raw_sql("BEGIN EXCLUSIVE").execute(&mut holder).await.expect("holds the file");
    story.stays_away(&server).await;
    holder.close().await.expect("lets go");
    story.comes_back(&server).await;
}

#[tokio::test]
async fn a_server_whose_file_is_away_can_be_stopped() {
    let mut server = Server::start().await;
    let mut story = Story::begin(&server).await;
    let file = SqliteConnectOptions::new().filename(server.file());
    let mut holder = SqliteConnection::connect_with(&file).await.expect("opens");
    sqlx::raw_sql("BEGIN EXCLUSIVE").execute(&mut holder).await.expect("holds the file");
    story.is_refused(0).await;
    story.readers.clear();
    server.stop().await;
    assert!(server.log().contains("everybody has left"), "it did not have to be cut: {}", server.log());
    holder.close().await.expect("lets go");
    server.run().await;
    assert_eq!(story.ana.whole_feed(ROOM).await.0, story.said);
}

/// Bounds how large the server's files may grow, from outside and while it runs; `None` takes the bound away.
fn bound_files(server: &Server, bytes: Option<u64>) {
    let limit = Rlimit { current: bytes, maximum: None };
    rustix::process::prlimit(Some(server.pid()), Resource::Fsize, limit).expect("one's own child can be bounded");
}

#[tokio::test]
async fn a_file_that_can_not_be_written_is_away_until_it_can() {
    let server = Server::start().await;
    let mut story = Story::begin(&server).await;
    bound_files(&server, Some(0));
    story.stays_away(&server).await;
    bound_files(&server, None);
    story.comes_back(&server).await;
}

/// A small disk of memory; gone with the test.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: &Path) -> Result<Self, String> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(folder).output();
        match mount {
            Ok(output) if output.status.success() => Ok(Self(folder.to_owned())),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// Says that a test was not run; where everything has to run, that is a failure.
fn skipped(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "skipped: {why}");
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

#[tokio::test]
async fn a_file_that_may_only_be_read_is_told_of_at_the_start_and_not_at_the_first_message() {
    for is_killed in [true, false] {
        let mut server = Server::start().await;
        server.guest("Ana").await.say(ROOM, "hola").await;
        if is_killed {
            server.kill();
        } else {
            server.stop().await;
        }
        let folder = server.folder();
        std::fs::remove_file(folder.join("rooms.db.tertulia-lock")).expect("is there");
        for (name, mode) in [(".", 0o777), ("rooms.db", 0o444), ("rooms.db-wal", 0o666), ("rooms.db-shm", 0o666)] {
            let path = folder.join(name);
            if path.exists() {
                std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("is set");
            }
        }
        let mut command = tokio::process::Command::from(by_somebody_who_may_little(&folder));
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", "rooms.db"]).kill_on_drop(true);
        let ended = within("it does not start", command.output()).await.expect("runs");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains("rooms.db: ") && said.contains("whoever the server runs as has to be able to write it"), "{said}");
    }
}

/// The program, run by somebody who is not let through all doors, as the administrator is.
pub(crate) fn by_somebody_who_may_little(folder: &Path) -> Command {
    let mut command = if rustix::process::geteuid().is_root() {
        // Who may do little may not get to where the program is.
        std::fs::copy(env!("CARGO_BIN_EXE_tertulia"), folder.join("tertulia")).expect("is copied");
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "./tertulia"]);
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_tertulia"))
    };
    command.current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

#[tokio::test]
async fn a_full_disk_is_away_until_there_is_room() {
    let mut server = Server::stopped("");
    let disk = match SmallDisk::mount(&server.folder()) {
        Ok(disk) => disk,
        Err(why) => return skipped(&format!("no small disk: {why}")),
    };
    server.run().await;
    let mut story = Story::begin(&server).await;
    let filler = server.folder().join("filler");
    let full = std::fs::write(&filler, vec![b'x'; 4 << 20]).expect_err("the disk is small");
    assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
    story.stays_away(&server).await;
    std::fs::remove_file(&filler).expect("is removed");
    story.comes_back(&server).await;
    drop(disk);
}

/// Where nothing can be written, ever.
fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").expect("there is one").into()
}

#[tokio::test]
async fn a_log_that_can_not_be_written_ends_nothing() {
    let mut server = Server::stopped("");
    let mut command = server.command();
    command.env("TERTULIA_LOG", "trace").stderr(full());
    server.run_command(command).await;
    server.publish();
    let ana = server.guest("Ana").await;
    let mut readers = STREAMS.map(|way| Reader::new(&ana, ROOM, way, From::After(Cursor::Start)));
    for count in 1..=20 {
        ana.say(ROOM, &count.to_string()).await;
        for reader in &mut readers {
            reader.until("has read it", |picture| picture.messages.len() == count).await;
            assert_eq!(reader.lines, 1, "{}: no stream ended", reader.way);
        }
    }
    server.stop().await;
}

#[tokio::test]
async fn a_greeting_that_nobody_hears_ends_nothing() {
    let mut server = Server::stopped("");
    let mut command = server.command();
    command.stdout(full()).stderr(Stdio::piped());
    server.spawn(command);
    crate::server::until("it listens", async || server.log().contains("listening")).await;
    let log = server.log();
    let address = log.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("is logged");
    let health = reqwest::get(format!("http://{address}/healthz")).await.expect("an answer");
    assert_eq!(health.status(), 200);
    server.stop().await;
}
