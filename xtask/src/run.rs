//! Running other programs, each with a title, and ending at the first that fails.

use std::io::{BufRead, BufReader, IsTerminal, PipeReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The folder that cargo builds into, which it takes from where it is started, if it is not absolute: from the root.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

#[expect(clippy::print_stderr, reason = "the one place that tells people what goes on")]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}

/// A command in the project's folder.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

pub(crate) fn with_env(title: &str, program: &str, args: &[&str], env: &[(&str, &str)]) -> anyhow::Result<()> {
    run(title, command(program).args(args).envs(env.iter().copied()), Telling::AtOnce)
}

/// For what runs beside something else.
pub(crate) fn in_one_piece(title: &str, program: &str, args: &[&str]) -> anyhow::Result<()> {
    run(title, command(program).args(args), Telling::InOnePiece)
}

pub(crate) fn cargo(title: &str, args: &[&str]) -> anyhow::Result<()> {
    with_env(title, "cargo", args, &[])
}

/// The server as it is now. Built as its tests build it: with the features of one package alone, most of what it stands on would be
/// built once more, which takes minutes.
pub(crate) fn server() -> anyhow::Result<PathBuf> {
    cargo("the server", &["test", "--workspace", "--all-features", "--no-run", "--test", "binary"])?;
    Ok(target().join("debug/tertulia"))
}

/// The packages of the widget as its lock file names them, once.
pub(crate) fn packages() -> anyhow::Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        npm("packages", &["ci", "--no-audit", "--no-fund"])?;
        DONE.get_or_init(|| ());
    }
    Ok(())
}

pub(crate) fn npm(title: &str, args: &[&str]) -> anyhow::Result<()> {
    npm_with_env(title, args, &[])
}

pub(crate) fn npm_with_env(title: &str, args: &[&str], env: &[(&str, &str)]) -> anyhow::Result<()> {
    run(title, command("npm").args(args).current_dir(root().join("widget")).envs(env.iter().copied()), Telling::AtOnce)
}

/// Lines that say what went wrong hold one of these.
const TELLING: [&str; 6] = ["✗", "FAIL", "panicked at", "error:", "error[", "failed:"];
/// What a telling line goes on with, below it.
const BELOW: usize = 6;
/// How many lines of one command are told again: what a log that is cut at its beginning has room for.
const TOLD_AGAIN: usize = 60;
/// How long is waited for what a command's own children have still to say after it has ended: one that stays would be waited for
/// without end.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// When what a command prints is said.
#[derive(Clone, Copy, PartialEq)]
enum Telling {
    AtOnce,
    InOnePiece,
}

fn run(title: &str, command: &mut Command, telling: Telling) -> anyhow::Result<()> {
    if telling == Telling::AtOnce {
        say(&format!("── {title}"));
    }
    let began = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    if std::io::stderr().is_terminal() {
        // It writes into a pipe, and would leave them out.
        command.env("CARGO_TERM_COLOR", "always");
    }
    let (reader, writer) = std::io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("{program} could not be started"))?;
    // Two ends for writing are left in it, and the lines would have no end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let printing = Printing::of(reader, telling);
    let status = child.wait()?;
    let printed = printing.end();
    if telling == Telling::InOnePiece {
        say(&format!("── {title}\n{}", printed.untold.join("\n")));
    }
    if !status.success() {
        say(&format!("   {title}: {program} ended with {status}"));
        let again = printed.faults.iter().map(|line| format!("\n   {line}")).collect::<String>();
        bail!("{title}: {program} ended with {status}{again}");
    }
    say(&format!("   {title}: {} s", began.elapsed().as_secs()));
    Ok(())
}

/// What a command has printed.
#[derive(Default)]
struct Printed {
    /// The lines that tell what went wrong: in a log of an hour they stand far up, and are said again in its end.
    faults: Vec<String>,
    untold: Vec<String>,
}

/// What a command prints, while it does.
struct Printing {
    printed: Arc<Mutex<Printed>>,
    ended: Receiver<()>,
}

impl Printing {
    fn of(reader: PipeReader, telling: Telling) -> Self {
        let printed = Arc::new(Mutex::new(Printed::default()));
        let (end, ended) = channel();
        let kept = Arc::clone(&printed);
        thread::spawn(move || {
            let mut below = 0;
            for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                let tells = TELLING.iter().any(|word| line.contains(word)) && !line.ends_with(" ok");
                below = if tells { BELOW } else { usize::saturating_sub(below, 1) };
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                if (tells || below > 0) && kept.faults.len() < TOLD_AGAIN {
                    kept.faults.push(line.clone());
                }
                match telling {
                    Telling::AtOnce => say(&line),
                    Telling::InOnePiece => kept.untold.push(line),
                }
            }
            drop(end);
        });
        Self { printed, ended }
    }

    fn end(self) -> Printed {
        // It ends without a word in either way: all is read, or it is not waited for any longer.
        let _ended = self.ended.recv_timeout(LAST_WORDS);
        std::mem::take(&mut *self.printed.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
