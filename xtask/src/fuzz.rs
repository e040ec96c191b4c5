//! Whether the running server keeps to its OpenAPI document, whatever it is asked: Schemathesis, with a seed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, anyhow, bail};

use crate::run::{self, command, in_one_piece, with_env};

/// The version whose findings these are: a newer one looks for more.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const SEED: &str = "1";
/// What an answer is held against; that nothing is answered with 5xx comes first.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,\
                      response_headers_conformance";

/// Asks two servers, one beside the other: one is asked for anything, the other for what is likely to be there.
pub(crate) fn run(server: &Path, target: &Path) -> anyhow::Result<()> {
    let program = install(&target.join("schemathesis"))?;
    let program = program.to_string_lossy();
    thread::scope(|scope| {
        let anything = scope.spawn(|| ask_for_anything(&program, server, target));
        let there = ask_for_what_is_there(&program, server, target);
        let anything = anything.join().unwrap_or_else(|_| Err(anyhow!("it panicked")));
        anything.and(there)
    })
}

fn ask_for_anything(program: &str, server: &Path, target: &Path) -> anyhow::Result<()> {
    let server = Server::start(server, &target.join("schemathesis.db"))?;
    let common = common(&server);
    let common: Vec<_> = common.iter().map(String::as_str).collect();
    let owner = bearer(&server.token);
    in_one_piece("the protocol, asked by nobody", program, &common)?;
    in_one_piece("the protocol, asked by an owner", program, &[&common[..], &["--header", &owner]].concat())
}

fn ask_for_what_is_there(program: &str, server: &Path, target: &Path) -> anyhow::Result<()> {
    let server = Server::start(server, &target.join("schemathesis-there.db"))?;
    let guest = bearer(&server.fill()?);
    let config = run::root().join("xtask/fuzz.toml");
    let config = config.to_string_lossy();
    let common = common(&server);
    let common: Vec<_> = common.iter().map(String::as_str).collect();
    let known = |who| {
        let known = [&["--config-file", &*config], &common[..], &["--header", who]].concat();
        // What would be gone is not asked for again.
        [known.as_slice(), &["--exclude-operation-id", "delete_room", "--exclude-operation-id", "delete_message"]].concat()
    };
    let owner = bearer(&server.token);
    in_one_piece("the protocol, asked about what is there by a guest", program, &known(&guest))?;
    in_one_piece("the protocol, asked about what is there", program, &known(&owner))
}

fn common(server: &Server) -> Vec<String> {
    let url = format!("http://{}/openapi.json", server.address);
    let how = ["run", &url, "--seed", SEED, "--checks", CHECKS, "--no-color", "--request-timeout", "5"];
    let what = ["--phases", "examples,coverage,fuzzing", "--max-examples", "40"];
    [how.as_slice(), &what].concat().into_iter().map(str::to_owned).collect()
}

fn bearer(token: &str) -> String {
    format!("Authorization: Bearer {token}")
}

/// Schemathesis in a folder of its own.
fn install(folder: &Path) -> anyhow::Result<PathBuf> {
    let program = folder.join("bin/schemathesis");
    if !program.exists() {
        let folder = folder.to_string_lossy();
        with_env("a folder for Schemathesis", "python3", &["-m", "venv", &folder], &[])?;
        with_env("Schemathesis", &format!("{folder}/bin/pip"), &["install", "--quiet", SCHEMATHESIS], &[])?;
    }
    Ok(program)
}

/// A server that ends with this.
struct Server {
    child: Child,
    address: String,
    token: String,
}

impl Server {
    fn start(binary: &Path, database: &Path) -> anyhow::Result<Self> {
        for ending in ["", "-wal", "-shm", ".tertulia-lock"] {
            let _ = std::fs::remove_file(format!("{}{ending}", database.display()));
        }
        // Free a moment ago; the greeting tells if somebody was faster.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let mut server = command(&binary.to_string_lossy());
        server.args(["serve", "--config", "xtask/fuzz-server.toml", "--listen", &address, "--database"]).arg(database);
        let mut child = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("the server does not start")?;
        let greeting = BufReader::new(child.stdout.take().context("no output")?).lines();
        let token = greeting.map_while(Result::ok).find_map(|line| Some(line.split_once("a day): ")?.1.to_owned()));
        let Some(token) = token else {
            let _ = child.kill();
            bail!("the server on {address} has shown no token");
        };
        Ok(Self { child, address, token })
    }

    /// Puts something to find into the room that `fuzz.toml` names: messages, one that is reported, and one that waits for review.
    /// Gives the token of the guest who did it.
    fn fill(&self) -> anyhow::Result<String> {
        const ROOM: &str = "/v1/rooms/project/42";
        for text in ["hola", "qué tal"] {
            self.ask("POST", &format!("{ROOM}/messages"), &self.token, &format!(r#"{{"text": "{text}"}}"#), 201)?;
        }
        self.ask("PUT", ROOM, &self.token, r#"{"hold": "guests"}"#, 200)?;
        let guest = self.ask("POST", "/v1/guests", "", r#"{"name": "Rosa"}"#, 201)?;
        let token = guest.split_once(r#""token":""#).and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
        let token = token.with_context(|| format!("no guest's token: {guest}"))?;
        self.ask("POST", &format!("{ROOM}/messages"), &token, r#"{"text": "let me in"}"#, 202)?;
        self.ask("POST", &format!("{ROOM}/messages/1/reports"), &token, r#"{"why": "spam"}"#, 201)?;
        Ok(token)
    }

    /// Asks for something, which has to be answered so.
    fn ask(&self, method: &str, path: &str, token: &str, body: &str, expected: u16) -> anyhow::Result<String> {
        let mut line = TcpStream::connect(&self.address)?;
        line.set_read_timeout(Some(Duration::from_secs(10)))?;
        let whose = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
        write!(
            line,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{whose}Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        )?;
        let mut answer = String::new();
        line.read_to_string(&mut answer)?;
        if !answer.starts_with(&format!("HTTP/1.1 {expected} ")) {
            bail!("{method} {path} is not answered with {expected}: {answer}");
        }
        Ok(answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
