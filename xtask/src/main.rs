//! The project's own commands: `cargo xtask test | book | gen | bench`. Rust, so that nothing else has to be there to begin with.

mod book;
mod fuzz;
mod generate;
mod machine;
mod run;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::bail;

use crate::run::{cargo, command, npm, say};

const USAGE: &str =
    "cargo xtask test      everything that is checked: format, lints, documentation, tests, generated files, browsers
cargo xtask rust      the Rust part of it
cargo xtask widget    the widget's part of it, with the browsers
cargo xtask fuzz      the served protocol against openapi.json
cargo xtask book      the book: everything it says tried out, then built into target/book
cargo xtask gen       write openapi.json, the TypeScript types, the book's reference and the widget's bundle anew
cargo xtask bench …   measure, see bench/README.md";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (task, rest) = (args.next().unwrap_or_default(), args.collect::<Vec<_>>());
    let done = match task.as_str() {
        "test" => test(),
        "rust" => rust(),
        "widget" => widget(),
        "fuzz" => fuzz(),
        "book" => book(),
        "gen" => generate::write(),
        "bench" => bench(&rest),
        _ => {
            say(USAGE);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("cargo xtask {task}: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn test() -> anyhow::Result<()> {
    let began = Instant::now();
    machine::prepare()?;
    // One that fails keeps none of the others from telling what is wrong with it.
    let parts = [rust, generate::check, widget, fuzz, book];
    let failed: Vec<_> = parts.iter().filter_map(|part| part().err()).map(|error| format!("{error:#}")).collect();
    let seconds = began.elapsed().as_secs();
    if !failed.is_empty() {
        bail!("after {seconds} s:\n{}", failed.join("\n"));
    }
    say(&format!("all passed in {seconds} s"));
    Ok(())
}

fn rust() -> anyhow::Result<()> {
    cargo("format", &["fmt", "--all", "--check"])?;
    cargo("lints", &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])?;
    // Each feature has to build alone: a host switches off what it brings itself.
    for features in ["", "sqlite", "widget"] {
        cargo(&format!("features [{features}]"), &["check", "-p", "tertulia", "--no-default-features", "--features", features])?;
    }
    run::with_env(
        "documentation",
        "cargo",
        &["doc", "--workspace", "--no-deps", "--all-features"],
        &[("RUSTDOCFLAGS", "-D warnings")],
    )?;
    cargo("tests", &["test", "--workspace", "--all-features", "--no-fail-fast"])
}

fn widget() -> anyhow::Result<()> {
    machine::prepare()?;
    run::packages()?;
    npm("types and lints", &["run", "check"])?;
    npm("tests", &["test"])?;
    npm("bundle is fresh", &["run", "build", "--", "--check"])?;
    let binary = run::server()?;
    run::npm_with_env("browsers", &["run", "e2e"], &[("TERTULIA_BIN", &binary.to_string_lossy()), ("E2E_STACK", "1")])
}

fn fuzz() -> anyhow::Result<()> {
    machine::prepare()?;
    fuzz::run(&run::server()?, &run::target())
}

fn book() -> anyhow::Result<()> {
    machine::prepare()?;
    book::run(&run::server()?, &run::target())
}

fn bench(args: &[String]) -> anyhow::Result<()> {
    cargo("the server", &["build", "--release", "-p", "tertulia-server"])?;
    let mut python = command("python3");
    python.arg("run.py").args(args).current_dir(run::root().join("bench"));
    if !python.status()?.success() {
        bail!("a run was not sound, or a budget was not met");
    }
    Ok(())
}
