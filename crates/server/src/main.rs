//! The standalone Tertulia server: one binary, one file.
//!
//! Only here are arguments, the environment, standard output and signals named; the chat itself is the library.

mod args;
mod config;
mod patient;
mod serve;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::config::Config;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Each cause after its effect, on one line: what went wrong, and what to type next if we know.
            eprint_line(&format!("tertulia: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> anyhow::Result<()> {
    let serve = match args.command {
        None => args::Serve::default(),
        Some(Command::Serve(serve)) => serve,
        Some(Command::Openapi) => {
            print_line(tertulia::http::openapi::json().trim_end());
            return Ok(());
        }
    };
    let config = Config::load(&serve)?;
    // New events are asked for after so many tasks: one message may wake thousands, each of them a matter of microseconds.
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().event_interval(251).build()?;
    runtime.block_on(serve::serve(config))
}

#[expect(clippy::print_stdout, reason = "the one place that writes to standard output")]
fn print_line(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the one place that writes to standard error")]
fn eprint_line(line: &str) {
    eprintln!("{line}");
}
