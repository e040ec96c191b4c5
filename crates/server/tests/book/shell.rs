//! Every `sh` block runs, as a reader would run it: those of a chapter in order, in one folder.
//!
//! Marks: `stays` is a command that goes on (a server, a reader) until the next server takes its place or the chapter ends;
//! `stopped` is one for which the server has to be stopped. A `toml` block that begins with `# tertulia.toml` is that file.
//! In place of a release build stands the binary under test, and in place of port 8080 one that is free.

use std::io::Read;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

use crate::blocks::{Block, blocks};
use crate::chapters;

/// Far longer than any block takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a reader of one chapter has at hand.
struct Desk {
    folder: TempDir,
    port: u16,
    /// What open mode shows at its start.
    token: String,
    staying: Vec<Staying>,
}

/// A command that goes on, with its whole group of processes.
struct Staying(Child);

impl Drop for Staying {
    fn drop(&mut self) {
        // A reader presses Ctrl-C; who does not go then is ended.
        let group = Pid::from_child(&self.0);
        let _ = kill_process_group(group, Signal::INT);
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until && matches!(self.0.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.0.wait();
    }
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("tertulia-book-").tempdir().expect("a folder");
        // Free a moment ago; whoever takes it meanwhile makes the server say so.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        Self { folder, port, token: String::new(), staying: Vec::new() }
    }

    fn here(&self, text: &str) -> String {
        let text = text.replace("127.0.0.1:8080", &format!("127.0.0.1:{}", self.port));
        let text = text.replace("Bearer TOKEN", &format!("Bearer {}", self.token));
        text.replace("cargo install --path crates/server", "true").replace("cargo run --release", "tertulia")
    }

    fn command(&self, text: &str) -> Command {
        let mut command = Command::new("bash");
        let path = std::env::var("PATH").unwrap_or_default();
        let binary = std::path::Path::new(env!("CARGO_BIN_EXE_tertulia")).parent().expect("in a folder");
        command.args(["-eu", "-o", "pipefail", "-c", &self.here(text)]).current_dir(self.folder.path()).env_clear();
        command.env("PATH", format!("{}:{path}", binary.display())).env("NO_COLOR", "1").env("NO_PROXY", "127.0.0.1");
        command.env("TERTULIA_LISTEN", format!("127.0.0.1:{}", self.port));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).process_group(0);
        command
    }

    fn run(&mut self, block: &Block) {
        if block.is_marked("stopped") {
            self.staying.clear();
        }
        if block.is_marked("stays") {
            return self.stay(block);
        }
        let errors = self.folder.path().join("errors.txt");
        let log = std::fs::File::create(&errors).expect("a file");
        let mut child = self.command(&block.text).stderr(log).spawn().expect("bash starts");
        let output = listen(&mut child);
        let staying = Staying(child);
        let mut shown = String::new();
        while let Ok(some) = output.recv_timeout(PATIENCE) {
            shown.push_str(&some);
        }
        let Staying(child) = &mut { staying };
        let status = child.wait().expect("has ended");
        let said = std::fs::read_to_string(errors).unwrap_or_default();
        assert!(status.success(), "{}: {status}\n{}\n{shown}\n{said}", block.place, block.text);
        // curl is content with any answer that it gets.
        assert!(!shown.contains("urn:tertulia:problem"), "{}: {shown}", block.place);
    }

    /// Starts what goes on, and waits until it has something to show.
    fn stay(&mut self, block: &Block) {
        let serves = !block.text.contains("curl");
        if serves {
            self.staying.clear();
        }
        let mut child = self.command(&block.text).stderr(Stdio::inherit()).spawn().expect("bash starts");
        let output = listen(&mut child);
        self.staying.push(Staying(child));
        let mut shown = String::new();
        while !(shown.ends_with('\n') && (!shown.contains("open mode") || shown.contains("a day): "))) {
            let some = output.recv_timeout(PATIENCE);
            shown.push_str(&some.unwrap_or_else(|_| panic!("{}: it ended, or shows nothing: {shown}", block.place)));
        }
        assert!(!serves || shown.contains(&format!(":{}", self.port)), "{}: {shown}", block.place);
        if let Some((_, token)) = shown.split_once("a day): ") {
            self.token = token.split_whitespace().next().unwrap_or_default().to_owned();
        }
        // Read on, so that it can always write.
        std::thread::spawn(move || while output.recv().is_ok() {});
    }
}

/// What a child writes, as it comes.
fn listen(child: &mut Child) -> Receiver<String> {
    let (tell, told) = channel();
    let mut output = child.stdout.take().expect("is piped");
    std::thread::spawn(move || {
        let mut some = [0; 4_096];
        while let Ok(length @ 1..) = output.read(&mut some) {
            if tell.send(String::from_utf8_lossy(&some[..length]).into_owned()).is_err() {
                return;
            }
        }
    });
    told
}

fn run_chapter(path: &str) -> usize {
    let mut desk = Desk::new();
    let mut count = 0;
    for block in blocks(path) {
        match block.language.as_str() {
            "sh" => {
                desk.run(&block);
                count += 1;
            }
            "toml" if block.text.starts_with("# tertulia.toml") => {
                std::fs::write(desk.folder.path().join("tertulia.toml"), desk.here(&block.text)).expect("is written");
            }
            _ => {}
        }
    }
    count
}

#[test]
fn every_command_of_the_front_page_and_the_book_runs() {
    // Chapters side by side: most of their time they wait for a server.
    let run: Vec<(String, usize)> = std::thread::scope(|scope| {
        let run = |path: String| (path.clone(), run_chapter(&path));
        let running: Vec<_> = chapters().into_iter().map(|path| scope.spawn(move || run(path))).collect();
        running.into_iter().map(|chapter| chapter.join().expect("the chapter runs")).collect()
    });
    assert!(run.iter().map(|(_, count)| count).sum::<usize>() > 10, "the book has commands");
    // Counted in another way than they are found: no block is overlooked.
    for (path, count) in run {
        let text = std::fs::read_to_string(crate::root().join(&path)).expect("is read");
        let begins = |line: &&str| {
            let info = line.trim_start().strip_prefix("```").unwrap_or_default();
            ["sh", "bash", "shell", "console"].contains(&info.split([',', ' ', '{']).next().unwrap_or_default().trim())
        };
        assert_eq!(text.lines().filter(begins).count(), count, "{path}: commands that stand there, and that were run");
    }
}

#[test]
#[should_panic(expected = "exit status: 3")]
fn a_command_that_fails_is_noticed() {
    let block = Block { place: "here".into(), language: "sh".into(), marks: Vec::new(), text: "exit 3".into() };
    Desk::new().run(&block);
}
