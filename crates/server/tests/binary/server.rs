//! A server that is a process: started on a file, stopped, killed, started again.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rustix::process::{Pid, Signal};
use tempfile::TempDir;
use tokio::sync::{oneshot, watch};

use crate::client::Client;

/// How long anything may take before a test gives up on it: far longer than it ever takes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The limits of pace that concern tests, in which nobody has an address.
const PACE: [&str; 4] = ["USER_ROOM_SENDS_PER_S", "USER_SENDS_PER_S", "ROOM_SENDS_PER_S", "STREAMS_PER_USER"];

/// Waits for something that has to happen.
pub(crate) async fn within<T>(what: &str, happens: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, happens).await {
        Ok(done) => done,
        Err(_) => panic!("never: {what}"),
    }
}

/// Asks again and again until something is so.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    within(what, async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
}

/// Numbers that differ from run to run; `TERTULIA_SEED` makes them those of a run that failed.
pub(crate) fn seeded() -> fastrand::Rng {
    let given = std::env::var("TERTULIA_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| fastrand::u64(..));
    let _ = writeln!(std::io::stderr(), "TERTULIA_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

/// Where a server is now, if it is anywhere: each start has a port of its own.
pub(crate) type Site = watch::Receiver<Option<String>>;

/// A file of rooms, and the server on it while one runs.
pub(crate) struct Server {
    folder: TempDir,
    config: String,
    paced: bool,
    site: watch::Sender<Option<String>>,
    address: String,
    token: String,
    running: Option<Child>,
    /// Reads what it logs.
    keeping: Option<JoinHandle<()>>,
    log: Arc<Mutex<String>>,
}

impl Server {
    /// A server with the defaults.
    pub(crate) async fn start() -> Self {
        Self::start_with("").await
    }

    /// A server with a configuration file of its own.
    pub(crate) async fn start_with(config: &str) -> Self {
        let mut server = Self::stopped(config);
        server.run().await;
        server
    }

    /// A server that keeps its limits of pace, by default or by a configuration of its own. All others are without: in most
    /// tests one speaks for a crowd.
    pub(crate) async fn start_paced(config: &str) -> Self {
        let mut server = Self::stopped(config);
        server.paced = true;
        server.run().await;
        server
    }

    /// A folder for a server that is started later.
    pub(crate) fn stopped(config: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("tertulia-").tempdir().expect("a folder");
        Self {
            folder,
            config: config.to_owned(),
            paced: false,
            site: watch::Sender::new(None),
            address: String::new(),
            token: String::new(),
            running: None,
            keeping: None,
            log: Arc::default(),
        }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("rooms.db")
    }

    /// The command that starts a server on this file.
    pub(crate) fn command(&self) -> Command {
        self.command_at("127.0.0.1:0")
    }

    /// The command that starts a server on this file under an address of the test's own.
    pub(crate) fn command_at(&self, address: &str) -> Command {
        std::fs::write(self.folder.path().join("tertulia.toml"), &self.config).expect("a configuration");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["serve", "--listen", address, "--database", "rooms.db"]).current_dir(self.folder.path());
        command
            .env_clear()
            .env("TERTULIA_LOG", "debug,sqlx=warn")
            // A busy disk is not what is tried out here.
            .env("TERTULIA_LIMITS_WRITE_DEADLINE_MS", "60000")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        if !self.paced {
            command.envs(PACE.map(|limit| (format!("TERTULIA_LIMITS_{limit}"), "0")));
        }
        command
    }

    /// Starts a server on the file, and tells everybody where it is.
    pub(crate) async fn run(&mut self) {
        self.run_quietly().await;
        self.publish();
    }

    /// Starts a server whose address nobody is told before [`publish`](Self::publish).
    pub(crate) async fn run_quietly(&mut self) {
        let mut command = self.command();
        command.stderr(Stdio::piped());
        self.run_command(command).await;
    }

    /// Starts a server by a command of the test's own, and waits for its greeting.
    pub(crate) async fn run_command(&mut self, command: Command) {
        self.spawn(command);
        let output = self.running.as_mut().and_then(|child| child.stdout.take()).expect("is piped");
        let (tell, told) = oneshot::channel();
        std::thread::spawn(move || greeting(output, tell));
        let greeting = within("the greeting", told).await;
        (self.address, self.token) = greeting.unwrap_or_else(|_| panic!("the server did not start:\n{}", self.log()));
    }

    /// Starts a server, and keeps what it logs.
    pub(crate) fn spawn(&mut self, mut command: Command) {
        let mut child = command.spawn().expect("starts");
        if let Some(errors) = child.stderr.take() {
            let log = Arc::clone(&self.log);
            self.keeping = Some(std::thread::spawn(move || keep(errors, &log)));
        }
        self.running = Some(child);
    }

    /// Tells everybody where the server is.
    pub(crate) fn publish(&self) {
        self.site.send_replace(Some(self.address.clone()));
    }

    /// `host:port` of the server that runs now.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What the server has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// One with all rights, by the token that open mode shows at the start.
    pub(crate) fn owner(&self) -> Client {
        Client::new(self.site.subscribe(), Some(self.token.clone()))
    }

    /// One without a token: may read.
    pub(crate) fn nobody(&self) -> Client {
        Client::new(self.site.subscribe(), None)
    }

    /// A guest, who may say.
    pub(crate) async fn guest(&self, name: &str) -> Client {
        let token = self.nobody().guest_token(name).await;
        Client::new(self.site.subscribe(), Some(token))
    }

    /// One who asks with a token that was made elsewhere.
    pub(crate) fn bearer(&self, token: &str) -> Client {
        Client::new(self.site.subscribe(), Some(token.to_owned()))
    }

    pub(crate) fn child(&self) -> &Child {
        self.running.as_ref().expect("runs")
    }

    pub(crate) fn pid(&self) -> Pid {
        Pid::from_child(self.child())
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.site.send_replace(None);
        if let Some(mut child) = self.running.take() {
            child.kill().expect("is killed");
            child.wait().expect("has ended");
        }
    }

    /// Tells the server to go, and does not wait for it.
    pub(crate) fn terminate(&self) {
        rustix::process::kill_process(self.pid(), Signal::TERM).expect("is told to go");
    }

    /// Waits until the server has ended by itself.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        let child = self.running.as_mut().expect("runs");
        until("the server ends", async || {
            status = child.try_wait().expect("is a child");
            status.is_some()
        })
        .await;
        self.running = None;
        // Its last words are in the log, also where nobody has had the time to read them yet.
        if let Some(keeping) = self.keeping.take() {
            keeping.join().expect("is read");
        }
        self.site.send_replace(None);
        status.expect("has ended")
    }

    /// Stops the server in good order.
    pub(crate) async fn stop(&mut self) {
        self.terminate();
        let status = self.ended().await;
        assert!(status.success(), "{status}: {}", self.log());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
        if std::thread::panicking() {
            let log = self.log();
            let end = log.char_indices().rev().nth(4_000).map_or(0, |(at, _)| at);
            let _ = writeln!(std::io::stderr(), "── the server's log ends:\n{}", &log[end..]);
        }
    }
}

/// Keeps what a server logs, until it ends.
fn keep(mut errors: impl Read, log: &Mutex<String>) {
    let mut some = [0; 4_096];
    while let Ok(length @ 1..) = errors.read(&mut some) {
        log.lock().unwrap_or_else(PoisonError::into_inner).push_str(&String::from_utf8_lossy(&some[..length]));
    }
}

/// Reads the greeting, the address and in open mode the token, and then on, so that the server can always write.
fn greeting(output: impl Read, tell: oneshot::Sender<(String, String)>) {
    let (mut tell, mut address) = (Some(tell), String::new());
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        let mut token = line.split_once("TOKEN (all rights, for a day): ").map(|(_, token)| token.to_owned());
        if let Some((_, rest)) = line.split_once("Tertulia on http://") {
            token = token.or((!rest.contains("in open mode")).then(String::new));
            address = rest.split(',').next().unwrap_or_default().to_owned();
        }
        if let Some(token) = token
            && let Some(tell) = tell.take()
        {
            let _ = tell.send((address.clone(), token));
        }
    }
}
