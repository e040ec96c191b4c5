//! A server and a proxy before it, each a process with a folder of its own.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal};
use tempfile::TempDir;

use super::{NAME, line::Outside};
use crate::blocks::{marked, replaced};

/// A port that was free a moment ago; whoever starts on it says so when it is not.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// A process that ends with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server of ours, always on the same port.
pub(crate) struct Server {
    folder: TempDir,
    pub(crate) port: u16,
    running: Option<Running>,
}

impl Server {
    /// A server that knows its users by token.
    pub(crate) fn start(config: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        std::fs::write(folder.path().join("secret"), "0123456789abcdefghijklmnopqrstuv").expect("is written");
        let own = format!("public_url = 'https://{NAME}'\nsecret_file = 'secret'\n{config}");
        Self::start_in(folder, &own)
    }

    /// A server for trying out.
    pub(crate) fn start_open() -> Self {
        Self::start_in(TempDir::new().expect("a folder"), "")
    }

    fn start_in(folder: TempDir, config: &str) -> Self {
        std::fs::write(folder.path().join("tertulia.toml"), config).expect("is written");
        let mut server = Self { folder, port: free_port(), running: None };
        server.run();
        server
    }

    /// Starts it, and waits for its greeting.
    pub(crate) fn run(&mut self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tertulia"));
        command.args(["serve", "--listen", &format!("127.0.0.1:{}", self.port)]).current_dir(self.folder.path()).env_clear();
        let mut child = command.stdout(Stdio::piped()).spawn().expect("starts");
        let output = child.stdout.take().expect("is piped");
        self.running = Some(Running(child));
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("Tertulia on")), "the server did not start");
        std::thread::spawn(move || lines.for_each(drop));
    }

    pub(crate) fn token(&self, level: &str) -> String {
        crate::token(&self.folder.path().join("secret"), &[&format!("project/42={level}")])
    }

    /// Tells it to go, as a service manager does.
    pub(crate) fn terminate(&self) {
        let Some(Running(child)) = &self.running else { return };
        rustix::process::kill_process(Pid::from_child(child), Signal::TERM).expect("is told to go");
    }

    /// Waits until it has ended, and well.
    pub(crate) fn ended(&mut self) {
        let Some(mut running) = self.running.take() else { return };
        assert!(running.0.wait().expect("has ended").success());
    }
}

/// Which proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Nginx,
    Caddy,
}

/// A proxy that runs with the lines of the book.
pub(crate) struct Proxy {
    folder: TempDir,
    pub(crate) port: u16,
    _running: Running,
}

impl Proxy {
    /// The lines of the block with this mark, before what listens on this port. Only names of ports and certificates are
    /// others, and what `changes` names.
    pub(crate) fn start(kind: Kind, mark: &str, upstream: u16, changes: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder");
        certificate(folder.path());
        let port = free_port();
        let config = match kind {
            Kind::Nginx => nginx(mark, folder.path(), port),
            Kind::Caddy => caddy(mark, folder.path(), port),
        };
        let config = changes.iter().fold(config, |config, (from, to)| {
            assert!(config.contains(from), "{from:?} is not in the lines of {mark}");
            config.replace(from, to)
        });
        let config = config.replace("127.0.0.1:8080", &format!("127.0.0.1:{upstream}"));
        Self::run(kind, folder, port, &config.replace("127.0.0.1:3000", &format!("127.0.0.1:{upstream}")))
    }

    /// nginx as it comes, with nothing but the one line that everybody tries first, and without TLS.
    pub(crate) fn bare_nginx(upstream: u16) -> Self {
        let (folder, port) = (TempDir::new().expect("a folder"), free_port());
        let server = format!("server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://127.0.0.1:{upstream}; }} }}");
        let config = around(&server, folder.path());
        Self::run(Kind::Nginx, folder, port, &config)
    }

    fn run(kind: Kind, folder: TempDir, port: u16, config: &str) -> Self {
        let file = folder.path().join("proxy.conf");
        std::fs::write(&file, config).expect("is written");
        let mut command = match kind {
            Kind::Nginx => Command::new("/usr/sbin/nginx"),
            Kind::Caddy => Command::new("/usr/bin/caddy"),
        };
        match kind {
            Kind::Nginx => {
                command.arg("-p").arg(folder.path()).arg("-e").arg(folder.path().join("error.log")).arg("-c").arg(&file)
            }
            Kind::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file),
        };
        let log = std::fs::File::create(folder.path().join("log.txt")).expect("a file");
        command.env("HOME", folder.path()).env("XDG_DATA_HOME", folder.path()).stdout(Stdio::null()).stderr(log);
        let running = Running(command.spawn().expect("the proxy is installed by cargo xtask book"));
        let proxy = Self { folder, port, _running: running };
        proxy.listens();
        proxy
    }

    fn listens(&self) {
        let until = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let log = |name| std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
            assert!(Instant::now() < until, "the proxy does not listen:\n{}{}", log("log.txt"), log("error.log"));
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// One who comes to it, under a prefix.
    pub(crate) fn outside(&self, prefix: &'static str) -> Outside {
        Outside::new(self.port, prefix, &certificate_file(self.folder.path()))
    }

    /// Sends these bytes, and reads what comes back until the end.
    pub(crate) fn plain(&self, request: &str) -> String {
        let mut line = TcpStream::connect(("127.0.0.1", self.port)).expect("connects");
        line.write_all(request.as_bytes()).expect("is written");
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut line, &mut answer).expect("answers");
        answer
    }
}

fn certificate_file(folder: &Path) -> PathBuf {
    folder.join("certificate.pem")
}

/// A certificate that is its own authority.
fn certificate(folder: &Path) {
    let mut command = Command::new("openssl");
    command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    command.args(["-subj", "/CN=tertulia test", "-addext", &format!("subjectAltName=DNS:{NAME},DNS:example.org")]);
    command.args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout"]).arg(folder.join("key.pem"));
    let made = command.arg("-out").arg(certificate_file(folder)).stderr(Stdio::null()).status().expect("openssl runs");
    assert!(made.success(), "openssl makes a certificate");
}

const NGINX: &str = "docs/src/proxy/nginx.md";

fn nginx(mark: &str, folder: &Path, port: u16) -> String {
    let own = marked(NGINX, "own-name");
    let folder_name = folder.display();
    let text = replaced(
        &own,
        &[
            ("listen 443 ssl http2;", &format!("listen 127.0.0.1:{port} ssl http2;")),
            ("/etc/letsencrypt/live/chat.example/fullchain.pem", &format!("{folder_name}/certificate.pem")),
            ("/etc/letsencrypt/live/chat.example/privkey.pem", &format!("{folder_name}/key.pem")),
        ],
    );
    if mark == "own-name" {
        return around(&text, folder);
    }
    // The other blocks are for the server block of a site that is there already.
    let (before, rest) = text.split_once("    location / {").expect("a location");
    let (_, after) = rest.split_once("\n    }\n").expect("the location's end");
    around(&format!("{before}{}{after}", marked(NGINX, mark).text), folder)
}

/// What nginx needs besides a server block, for a process of its own.
fn around(server: &str, folder: &Path) -> String {
    let folder = folder.display();
    let temporary: String =
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|what| format!("{what}_temp_path {folder}/{what};\n")).concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nevents {{ worker_connections 256; }}\n\
         http {{\naccess_log off;\n{temporary}{server}\n}}\n"
    )
}

fn caddy(mark: &str, folder: &Path, port: u16) -> String {
    let block = marked("docs/src/proxy/caddy.md", mark);
    let name = block.text.split_whitespace().next().expect("a name").to_owned();
    let folder = folder.display();
    let own = format!("https://{NAME}:{port} {{\n    tls {folder}/certificate.pem {folder}/key.pem");
    let text = replaced(&block, &[(&format!("{name} {{"), &own)]);
    format!("{{\n    admin off\n    auto_https disable_redirects\n    storage file_system {folder}/caddy\n}}\n{text}")
}
