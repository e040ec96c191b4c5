//! The standalone Tertulia server: one binary, one file.
//!
//! Only here are arguments, the environment, standard output and signals named; the chat itself is the library.

mod addressed;
mod answering;
mod args;
mod config;
mod copy;
mod crowd;
mod export;
mod patient;
mod process;
mod progress;
mod reach;
mod rooms;
mod serve;
mod token;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use tertulia::draft::harmless;

use crate::args::{Args, Command};
use crate::config::Config;

/// The exit code that says that there is nobody to talk to; 1 is any other failure, 2 a line that was not typed right.
const NOT_THERE: u8 = 3;

fn main() -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| {
        if error.kind() == ErrorKind::ArgumentConflict && error.to_string().contains("subcommand") {
            // The parser's own hint leads to the same page of help, where the flag is listed.
            eprint_line("tertulia: a flag stands behind its command, as in: tertulia backup copy.db --config tertulia.toml");
            std::process::exit(2);
        }
        error.exit()
    });
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along, like `head`, has seen enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Each cause after its effect, on one line: what went wrong, and what to type next if we know.
            eprint_line(&format!("tertulia: {error:#}"));
            if error.is::<reach::NotThere>() { ExitCode::from(NOT_THERE) } else { ExitCode::FAILURE }
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(args: Args) -> anyhow::Result<()> {
    match args.command {
        None => serve(&args.serve),
        Some(Command::Serve(flags)) => serve(&flags),
        Some(Command::Say(say)) => rooms::say(&say),
        Some(Command::Tail(tail)) => rooms::tail(&tail),
        Some(Command::Rooms(which)) => rooms::rooms(&which),
        Some(Command::Purge(purge)) => rooms::purge(&purge),
        Some(Command::Backup(backup)) => copy::backup(&backup),
        Some(Command::Restore(restore)) => copy::restore(&restore),
        Some(Command::Export(args)) => export::export(&args),
        Some(Command::Import(args)) => export::import(&args),
        Some(Command::Secret) => token::secret(),
        Some(Command::Token(args)) => token::token(&args),
        Some(Command::Config(command)) => config::config(&command),
        Some(Command::Openapi) => Ok(print_line(tertulia::http::openapi::json().trim_end())?),
    }
}

fn serve(flags: &config::Serve) -> anyhow::Result<()> {
    process::began();
    let config = Config::load(flags)?;
    // New events are asked for after so many tasks: one message may wake thousands, each of them a matter of microseconds.
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().event_interval(251).build()?;
    runtime.block_on(serve::serve(config))
}

/// Writes a line to standard output, which only here is done: nothing in it that somebody wrote drives the terminal.
fn print_line(line: &str) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{}", harmless(line))?;
    output.flush()
}

/// Writes a line to standard error, which only here and by the log is done; where nobody can hear it, nothing is left to do.
fn eprint_line(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", harmless(line));
}
