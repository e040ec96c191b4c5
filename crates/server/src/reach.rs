//! The chat that a command talks to: a server, found by its lock or named by `--url`, or the file itself where none runs.
//!
//! Both are asked the same requests, so that a command is written once.

use std::fmt;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use axum::body::{Body, Bytes};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use hyper::header::HeaderValue;
use hyper::{HeaderMap, Method, Request, StatusCode, header};
use reqwest::redirect::Policy;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tertulia::Chat;
use tertulia::auth::{ControlKey, FromThisMachine};
use tertulia::store::sqlite::{Holder, SqliteOptions, SqliteStore};
use tertulia::wire::Problem;
use tower::ServiceExt;

use crate::args::Where;
use crate::config::{Config, full};
use crate::eprint_line;
use crate::progress::TELL_EVERY;

/// How long a server may take to answer; what is said takes milliseconds, what is purged is looked up first.
const PATIENCE: Duration = Duration::from_secs(60);

/// Characters that are shown of an address that somebody else has written.
const SHOWN_MAX: usize = 200;

/// There is nobody to talk to: neither a server nor a file of rooms.
#[derive(Debug)]
pub(crate) struct NotThere(pub(crate) String);

impl fmt::Display for NotThere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotThere {}

/// Who answered names another address. It is not gone on to: on the way a token is left behind, and what was to be said is only asked for.
#[derive(Debug)]
pub(crate) struct LeadsElsewhere(String);

impl fmt::Display for LeadsElsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LeadsElsewhere {}

/// Whether there is a file of rooms to look at. One that can't be seen may be there.
pub(crate) fn is_there(database: &Path) -> anyhow::Result<()> {
    match database.try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => Err(NotThere(format!("there is no file of rooms {}: name it by --database", database.display())).into()),
        Err(error) => {
            bail!("{}: {error}: type it as the user that the server runs as (`sudo -u USER tertulia …`)", database.display())
        }
    }
}

/// An address of a server, as it is typed.
pub(crate) fn address(text: &str) -> anyhow::Result<String> {
    if text.starts_with("http://") || text.starts_with("https://") {
        return Ok(text.to_owned());
    }
    match text.split_once("://") {
        Some(_) => bail!("the address of a server begins with https:// or http://"),
        None => bail!("type https:// or http:// before it, as in http://{text}"),
    }
}

/// What a command talks to.
pub(crate) enum Reach {
    /// A server, at an address that ends without a slash.
    Server { client: reqwest::Client, url: String, token: Option<String>, place: String },
    /// The file of rooms itself, which nobody else has.
    File { chat: Chat, store: Arc<SqliteStore>, token: String, place: String },
}

/// An answer that is all there.
pub(crate) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// The head of an answer, and what comes after it.
struct Answering {
    status: StatusCode,
    headers: HeaderMap,
    stream: BoxStream<'static, anyhow::Result<Bytes>>,
}

impl Answering {
    /// Waits for all of it.
    async fn whole(mut self) -> anyhow::Result<Answer> {
        let mut body = Vec::new();
        while let Some(bytes) = self.stream.next().await {
            body.extend_from_slice(&bytes?);
        }
        Ok(Answer { status: self.status, headers: self.headers, body: body.into() })
    }
}

impl Answer {
    /// What was asked for; else what is wrong, in the chat's words.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        self.check()?;
        serde_json::from_slice(&self.body).context("what answered is no Tertulia server, or one of another version")
    }

    pub(crate) fn is(&self, code: &str) -> bool {
        !self.status.is_success() && self.problem().is_some_and(|problem| problem.code.as_str() == code)
    }

    /// Whether what was asked for waits for somebody (202).
    pub(crate) fn is_accepted(&self) -> bool {
        self.status == StatusCode::ACCEPTED
    }

    /// The query to go on with, where there is more.
    pub(crate) fn next(&self) -> Option<&str> {
        let link = self.headers.get(header::LINK)?.to_str().ok()?;
        link.strip_prefix("<?")?.strip_suffix(">; rel=\"next\"")
    }

    fn problem(&self) -> Option<Problem> {
        serde_json::from_slice(&self.body).ok()
    }

    fn check(&self) -> anyhow::Result<()> {
        if self.status.is_success() {
            return Ok(());
        }
        let Some(Problem { title, detail, code, .. }) = self.problem() else {
            bail!("what answered is no Tertulia server: it says {}", self.status);
        };
        let hint = match code.as_str() {
            "token_missing" => "\nshow who you are by --token or TERTULIA_TOKEN; `tertulia token` makes one",
            "store_away" => "\nlook at `df -h` and the server's log, which says why",
            "token_invalid" | "token_expired" => "\n`tertulia token check` says what is wrong with it",
            _ => "",
        };
        bail!("{title}{}{hint}", detail.map(|detail| format!(" {detail}")).unwrap_or_default())
    }
}

impl Reach {
    /// Finds whom to talk to.
    pub(crate) async fn find(place: &Where) -> anyhow::Result<Self> {
        if let Some(url) = &place.url {
            let client = client().build()?;
            let url = url.trim_end_matches('/').to_owned();
            return Ok(Self::Server { client, place: url.clone(), url, token: place.token.clone() });
        }
        let database = Config::database(&place.database)?;
        match Holder::of(&database)? {
            Some(holder) => Self::holder(&database, &holder, place),
            None if !database.exists() => Err(NotThere(format!(
                "no server runs here, and there is no file of rooms {}: start one by `tertulia serve`, or name it by --database or --url",
                database.display()
            ))
            .into()),
            // The file would be asked with every right, whoever the token is for.
            None if place.token.is_some() => Err(NotThere(format!(
                "no server runs on {}, and only a server judges a token: start one by `tertulia serve`, or leave --token and TERTULIA_TOKEN out",
                database.display()
            ))
            .into()),
            None => Self::file(database).await,
        }
    }

    /// The server that holds a file, by what it has written into its lock.
    fn holder(database: &Path, holder: &Holder, place: &Where) -> anyhow::Result<Self> {
        let (Some(address), Some(token)) = (&holder.address, &holder.control_token) else {
            bail!(
                "{} is in use by process {}, which takes no commands: wait until it is done, or end it",
                database.display(),
                holder.pid
            );
        };
        let address: SocketAddr = address.parse().context("the lock of the file of rooms can't be read")?;
        // This machine, whatever stands between it and others.
        let client = client().no_proxy().build()?;
        let token = place.token.clone().unwrap_or_else(|| token.clone());
        let url = format!("http://{}", on_this_machine(address));
        Ok(Self::Server { client, url, token: Some(token), place: full(database) })
    }

    async fn file(database: PathBuf) -> anyhow::Result<Self> {
        let store = Arc::new(SqliteStore::open(SqliteOptions::new(&database)).await?);
        let (key, token) = ControlKey::new()?;
        let kept: Arc<dyn tertulia::store::Store> = Arc::clone(&store) as _;
        let chat = Chat::builder().store(kept).control(key).build().await?;
        Ok(Self::File { chat, store, token, place: full(&database) })
    }

    /// What the command was about, told to whoever typed it: the file with its whole path, or the address that they named.
    pub(crate) fn place(&self) -> &str {
        match self {
            Self::Server { place, .. } | Self::File { place, .. } => place,
        }
    }

    /// Whether a server is asked: then the file may change while it is looked at.
    pub(crate) fn is_server(&self) -> bool {
        matches!(self, Self::Server { .. })
    }

    /// The address of the server, where one is asked.
    fn url(&self) -> Option<&str> {
        if let Self::Server { url, .. } = self { Some(url) } else { None }
    }

    /// Asks for something under `/v1/`, and waits for all of the answer.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> anyhow::Result<Answer> {
        let asked = async { self.send(method, path, "en", body).await?.whole().await };
        patiently(self.url(), eprint_line, asked).await
    }

    /// Asks for a text that may go on, or gets the answer that says why not.
    pub(crate) async fn text(&self, path: &str, language: &str) -> anyhow::Result<BoxStream<'static, anyhow::Result<Bytes>>> {
        let answering = patiently(self.url(), eprint_line, self.send(Method::GET, path, language, None)).await?;
        if answering.status.is_success() {
            let sent =
                answering.headers.get(header::CONTENT_TYPE).map_or(b"nothing that it names".as_slice(), HeaderValue::as_bytes);
            if !sent.split(|byte| *byte == b';').next().is_some_and(|kind| kind.trim_ascii().eq_ignore_ascii_case(b"text/plain"))
            {
                let sent = String::from_utf8_lossy(sent).chars().take(SHOWN_MAX).collect::<String>();
                bail!("what answered is no Tertulia server: it was asked for text/plain, and sends {sent}");
            }
            return Ok(answering.stream);
        }
        answering.whole().await?.check()?;
        bail!("the server is gone")
    }

    async fn send(&self, method: Method, path: &str, language: &str, body: Option<&Value>) -> anyhow::Result<Answering> {
        match self {
            Self::Server { client, url, token, .. } => {
                let mut request = client.request(method, format!("{url}{path}")).header(header::ACCEPT_LANGUAGE, language);
                if let Some(token) = token {
                    request = request.bearer_auth(token);
                }
                if let Some(body) = body {
                    request = request.header(header::CONTENT_TYPE, "application/json").body(body.to_string());
                }
                let response = request.send().await.map_err(|error| gone(url, &error))?;
                let (status, headers) = (response.status(), response.headers().clone());
                if let Some(location) = headers.get(header::LOCATION).filter(|_| status.is_redirection()) {
                    return Err(elsewhere(url, path, response.url(), location).into());
                }
                Ok(Answering { status, headers, stream: response.bytes_stream().map(|bytes| Ok(bytes?)).boxed() })
            }
            Self::File { chat, token, .. } => {
                let request = Request::builder()
                    .method(method)
                    .uri(path)
                    .header(header::AUTHORIZATION, format!("Bearer {token}"))
                    .header(header::CONTENT_TYPE, "application/json")
                    .header(header::ACCEPT_LANGUAGE, language)
                    .extension(FromThisMachine)
                    .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))?;
                let Ok(response) = chat.router::<()>().oneshot(request).await;
                let (head, body) = response.into_parts();
                let stream = body.into_data_stream().map(|bytes| Ok(bytes?)).boxed();
                Ok(Answering { status: head.status, headers: head.headers, stream })
            }
        }
    }

    /// Ends in good order.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        if let Self::File { chat, store, .. } = self {
            chat.close().await;
            store.close().await;
        }
        Ok(())
    }
}

/// Waits for who answers, and says so after a while: one that takes the line and is silent looks like a command that hangs.
async fn patiently<T>(
    url: Option<&str>,
    mut say: impl FnMut(&str),
    answering: impl Future<Output = anyhow::Result<T>>,
) -> anyhow::Result<T> {
    let url = url.unwrap_or("the file of rooms");
    let waiting = async {
        tokio::time::sleep(TELL_EVERY).await;
        say(&format!("waiting for {url} …"));
        tokio::time::sleep(PATIENCE - TELL_EVERY).await;
    };
    tokio::select! {
        biased;
        answer = answering => answer,
        () = waiting => bail!(
            "{url} has not answered for {} seconds: the server hangs or is stopped, or its disk hangs; look at its log and at what its \
             process does, or name another server by --url",
            PATIENCE.as_secs()
        ),
    }
}

/// A server that listens everywhere is met on this machine.
fn on_this_machine(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => (Ipv4Addr::LOCALHOST, address.port()).into(),
        IpAddr::V6(ip) if ip.is_unspecified() => (Ipv6Addr::LOCALHOST, address.port()).into(),
        _ => address,
    }
}

/// Who asks servers: once, at the address that was typed.
fn client() -> reqwest::ClientBuilder {
    reqwest::Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10))
}

/// What to type where an answer names another address: the server that is there, if what was asked for is asked for there.
fn elsewhere(url: &str, path: &str, asked: &reqwest::Url, location: &HeaderValue) -> LeadsElsewhere {
    let location = String::from_utf8_lossy(location.as_bytes());
    let location = asked.join(&location).map_or_else(|_| location.into_owned(), String::from);
    let before = |text: &str| text.split('?').next().unwrap_or_default().to_owned();
    LeadsElsewhere(match before(&location).strip_suffix(&before(path)) {
        Some(server) => format!("{url} leads to {server}: type --url {server}"),
        None => {
            let shown = location.chars().take(SHOWN_MAX).collect::<String>();
            format!("{url} leads to {shown}, which is no address of a chat: name by --url what it is reached by itself")
        }
    })
}

fn gone(url: &str, error: &reqwest::Error) -> anyhow::Error {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source()).collect::<Vec<_>>();
    // The last one says what happened, those before it on which layer. The first of all has the address, which is known.
    let cause = causes.last().map_or_else(|| "the request failed".to_owned(), ToString::to_string);
    if !error.is_connect() {
        return anyhow::anyhow!("{url} does not answer as it should: {cause}");
    }
    let is_refused = |cause: &&(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::ConnectionRefused)
    };
    let nobody = error.is_timeout() || causes.iter().any(is_refused);
    NotThere(if url.starts_with("https://") && cause.contains("InvalidContentType") {
        format!("{url} speaks http, not https: type --url http{}", url.trim_start_matches("https"))
    } else if nobody {
        format!("nothing answers at {url}: start a server by `tertulia serve`, or name another by --url")
    } else {
        format!("{url} can't be reached: {cause}")
    })
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn who_takes_the_line_and_is_silent_is_waited_for_aloud_and_not_for_ever() {
        let mut lines = Vec::new();
        let silent = std::future::pending::<anyhow::Result<()>>();
        let error = patiently(Some("http://there"), |line| lines.push(line.to_owned()), silent).await.expect_err("is silent");
        assert_eq!(lines, ["waiting for http://there …"]);
        assert!(error.to_string().starts_with("http://there has not answered for 60 seconds: "), "{error}");
        let soon = async {
            tokio::time::sleep(TELL_EVERY / 2).await;
            Ok(())
        };
        patiently(Some("http://there"), |line| panic!("{line}"), soon).await.expect("answers");
    }

    #[test]
    fn a_server_that_listens_everywhere_is_met_here() {
        for (listens, met) in [
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "[::1]:80"),
            ("10.1.2.3:80", "10.1.2.3:80"),
            ("127.0.0.1:80", "127.0.0.1:80"),
        ] {
            assert_eq!(on_this_machine(listens.parse().expect("an address")).to_string(), met);
        }
    }
}
