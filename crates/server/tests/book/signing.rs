//! The tokens that the book signs in other languages are good.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::blocks::marked;

const CHAPTER: &str = "docs/src/start/token.md";
const SECRET: &str = "0123456789abcdefghijklmnopqrstuv";

/// Runs the block with a call of its function behind it, and has the server's own check look at what comes out.
fn signs(language: &str, program: &[&str], call: &str) {
    let block = marked(CHAPTER, &format!("signs-{language}"));
    let mut command = Command::new(program[0]);
    let mut child = command.args(&program[1..]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect(program[0]);
    let begin = if language == "php" { "<?php\n" } else { "" };
    let text = format!("{begin}{}\n{call}\n", block.text);
    child.stdin.take().expect("is piped").write_all(text.as_bytes()).expect("is read");
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success(), "{language}");
    let token = String::from_utf8(output.stdout).expect("is text");
    let check = Command::new(env!("CARGO_BIN_EXE_tertulia"))
        .args(["token", "check", token.trim(), "project/42"])
        .env("TERTULIA_SECRET", SECRET)
        .current_dir(std::env::temp_dir())
        .output()
        .expect("runs");
    let said = String::from_utf8_lossy(&check.stdout).into_owned() + &String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success() && said.contains("say"), "{language}: {said}");
}

#[test]
#[ignore = "needs Python"]
fn python_signs() {
    let call = format!("print(chat_token(b'{SECRET}', '7', 'Ana Núñez', 'project/42'))");
    signs("python", &["python3", "-"], &call);
}

#[test]
#[ignore = "needs Node.js"]
fn node_signs() {
    let call = format!("console.log(chatToken('{SECRET}', '7', 'Ana Núñez', 'project/42'))");
    signs("node", &["node", "--input-type=module", "-"], &call);
}

#[test]
#[ignore = "needs PHP"]
fn php_signs() {
    signs("php", &["php"], &format!("echo chat_token('{SECRET}', '7', 'Ana Núñez', 'project/42');"));
}

#[test]
#[ignore = "needs Ruby"]
fn ruby_signs() {
    signs("ruby", &["ruby", "-"], &format!("puts chat_token('{SECRET}', '7', 'Ana Núñez', 'project/42')"));
}
