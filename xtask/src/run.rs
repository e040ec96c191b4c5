//! Running other programs, each with a title, and ending at the first that fails.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

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
    run(title, command(program).args(args).envs(env.iter().copied()))
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
    run(title, command("npm").args(args).current_dir(root().join("widget")).envs(env.iter().copied()))
}

fn run(title: &str, command: &mut Command) -> anyhow::Result<()> {
    say(&format!("── {title}"));
    let began = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{program} could not be started"))?;
    if !status.success() {
        say(&format!("   {title}: {program} ended with {status}"));
        bail!("{title}: {program} ended with {status}");
    }
    say(&format!("   {title}: {} s", began.elapsed().as_secs()));
    Ok(())
}
