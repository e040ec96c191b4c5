//! The book and the front page, held to what they say: their commands run, their messages are messages, their links lead
//! somewhere, and what they give to paste works behind a real proxy.
//!
//! What needs a program that not every machine has is ignored here; `cargo xtask book` installs the programs and runs it too.

mod blocks;
mod commands;
mod hook;
mod json;
mod languages;
mod links;
mod proxies;
mod reference;
mod shell;
mod signing;
mod warnings;

use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies two folders deep").to_path_buf()
}

/// A text of the project's, by its path from the root.
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The front page and every chapter, by their paths from the root.
pub(crate) fn chapters() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the book") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    let mut found = vec![root().join("README.md")];
    walk(&root().join("docs/src"), &mut found);
    found.sort();
    found.iter().map(|path| path.strip_prefix(root()).expect("under the root").to_string_lossy().into_owned()).collect()
}

/// A token as a site signs it, made by the binary itself.
pub(crate) fn token(secret_file: &Path, grants: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tertulia"));
    command.args(["token", "7", "--name", "Ana", "--secret-file"]).arg(secret_file).current_dir(std::env::temp_dir());
    for grant in grants {
        command.args(["--grant", grant]);
    }
    let output = command.output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("is text").trim().to_owned()
}
