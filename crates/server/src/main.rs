//! The standalone Tertulia server: one binary, one file.
//!
//! Only here are arguments, the environment, standard output and signals named; the chat itself is the library.

mod addressed;
mod args;
mod config;
mod copy;
mod patient;
mod serve;
mod token;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::config::Config;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along, like `head`, has seen enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Each cause after its effect, on one line: what went wrong, and what to type next if we know.
            eprint_line(&format!("tertulia: {error:#}"));
            ExitCode::FAILURE
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
        Some(Command::Backup(backup)) => copy::backup(&backup),
        Some(Command::Restore(restore)) => copy::restore(&restore),
        Some(Command::Secret) => token::secret(),
        Some(Command::Token(args)) => token::token(&args),
        Some(Command::Config(command)) => config::config(&command),
        Some(Command::Openapi) => Ok(print_line(tertulia::http::openapi::json().trim_end())?),
    }
}

fn serve(flags: &config::Serve) -> anyhow::Result<()> {
    let config = Config::load(flags)?;
    // New events are asked for after so many tasks: one message may wake thousands, each of them a matter of microseconds.
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().event_interval(251).build()?;
    runtime.block_on(serve::serve(config))
}

/// Writes a line to standard output, which only here is done.
fn print_line(line: &str) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{line}")?;
    output.flush()
}

/// Writes a line to standard error, which only here and by the log is done; where nobody can hear it, nothing is left to do.
fn eprint_line(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
