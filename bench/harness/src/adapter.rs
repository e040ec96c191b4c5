//! What the load knows about a server: one TOML file, so that a new server needs no code.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// One server. Texts are templates: see [`render`].
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct Adapter {
    pub name: String,
    /// `host:port`, which must be loopback.
    pub base: String,
    /// The name of a room: `{r}` is its index, `{run}` is unique to the run.
    #[serde(default = "default_room")]
    pub room: String,
    /// Names that can be used as `{name}` anywhere.
    #[serde(default)]
    pub vars: BTreeMap<String, String>,
    /// The same, each read from a file beside the adapter: what the start script made up.
    #[serde(default)]
    pub vars_files: BTreeMap<String, String>,
    /// A file beside the adapter; its line `i` is the `{token}` of connection `i`.
    pub tokens_file: Option<String>,
    /// Requests made before the load, for example to make rooms.
    #[serde(default)]
    pub setup: Vec<Setup>,
    #[serde(default)]
    pub subscribe: Subscribe,
    #[serde(default)]
    pub publish: Publish,
    pub poll: Option<Poll>,
    /// Reads of one page by name, for the mode `page`; `{middle}` is half the number of messages in the room.
    #[serde(default)]
    pub page: BTreeMap<String, Request>,
    pub counters: Option<Counters>,
}

fn default_room() -> String {
    "room-{run}-{r}".into()
}

#[derive(Deserialize, Clone, Debug)]
pub struct Setup {
    /// `room` (for each room) or `once`.
    #[serde(default = "default_scope")]
    pub scope: String,
    #[serde(flatten)]
    pub request: Request,
    /// A name to make usable, and where its value is in the reply (a JSON pointer).
    #[serde(default)]
    pub capture: BTreeMap<String, String>,
}

fn default_scope() -> String {
    "room".into()
}

#[derive(Deserialize, Clone, Debug, Default)]
pub struct Request {
    #[serde(default = "default_method")]
    pub method: String,
    #[serde(default)]
    pub path: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    pub body: Option<String>,
    /// The statuses that are fine; none means any 2xx.
    #[serde(default)]
    pub ok: Vec<u16>,
}

fn default_method() -> String {
    "GET".into()
}

impl Request {
    pub fn accepts(&self, status: u16) -> bool {
        if self.ok.is_empty() { (200..300).contains(&status) } else { self.ok.contains(&status) }
    }
}

#[derive(Deserialize, Clone, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    pub ws: Option<SubscribeWs>,
    pub sse: Option<SubscribeSse>,
    pub longpoll: Option<SubscribeLongPoll>,
}

#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub send: Option<String>,
    /// Wait for a message that contains this.
    pub expect: Option<String>,
}

#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct AutoReply {
    pub on: String,
    pub reply: String,
}

#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct SubscribeWs {
    pub path: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Instead of `steps`, for a reader that comes back with `{after}`.
    #[serde(default)]
    pub back_steps: Vec<Step>,
    /// The text before the cursor in a frame; the last one counts.
    pub after_key: Option<String>,
    #[serde(default)]
    pub auto_reply: Vec<AutoReply>,
    /// Look for the payload only here (a JSON pointer): for frames that carry it twice.
    pub json_pointer: Option<String>,
}

/// A reader that comes back sends the last `id:` as `Last-Event-ID`.
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct SubscribeSse {
    pub path: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    pub json_pointer: Option<String>,
}

#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct SubscribeLongPoll {
    pub path: String,
    /// Asked first, where the first cursor comes from a request of its own.
    pub first_path: Option<String>,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub cursor: CursorKind,
    pub after_key: Option<String>,
    #[serde(default = "default_after")]
    pub after_initial: String,
}

/// How a server says where to go on from.
#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum CursorKind {
    /// `If-Modified-Since` and `If-None-Match` from the last reply.
    Etag,
    /// `{after}` in the path: what follows the last `after_key` in the reply, percent-encoded.
    #[default]
    After,
}

fn default_after() -> String {
    "0".into()
}

#[derive(Deserialize, Clone, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    pub http: Option<Request>,
    pub ws: Option<PublishWs>,
}

#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct PublishWs {
    pub path: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub steps: Vec<Step>,
    #[serde(default)]
    pub auto_reply: Vec<AutoReply>,
    /// A message: `{room}`, `{payload}`, and its number `{n}`.
    pub frame: String,
    /// Each one in what comes back acknowledges a message, in order.
    pub ack: String,
    /// Each one in what comes back refuses a message.
    pub error: Option<String>,
}

#[derive(Deserialize, Clone, Debug)]
pub struct Poll {
    #[serde(flatten)]
    pub request: Request,
    pub after_key: Option<String>,
    #[serde(default)]
    pub cursor: CursorKind,
    #[serde(default = "default_after")]
    pub after_initial: String,
}

/// Where a server counts what it does (Prometheus text), for figures that can't be seen from outside.
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct Counters {
    pub base: String,
    pub path: String,
    /// The name of the counter of reads that went to the store.
    pub store_reads: String,
}

pub type Vars = Vec<(String, String)>;

/// Puts values in for `{name}`, the first layer that knows a name first. Unknown names stay, so JSON braces are safe.
pub fn render(template: &str, layers: &[&[(String, String)]]) -> String {
    let mut out = String::with_capacity(template.len() + 160);
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = rest.find('}').and_then(|end| {
            let found = layers.iter().flat_map(|layer| layer.iter()).find(|(name, _)| *name == rest[1..end]);
            found.map(|(_, value)| (value, end))
        });
        match named {
            Some((value, end)) => {
                out.push_str(value);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Percent-encodes all but the unreserved characters: a cursor is the server's own text, and goes into a query.
pub fn url_safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The value after the last `key`: a quoted string, or up to a delimiter.
pub fn last_after(text: &[u8], key: &str) -> Option<String> {
    let start = memchr::memmem::rfind(text, key.as_bytes())? + key.len();
    // a value is short; a page behind it may not be
    let end = text.len().min(start + 400);
    let value = String::from_utf8_lossy(&text[start..end]);
    let value = value.trim_start();
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split(|c| ",}] \r\n\"".contains(c)).next()?,
    };
    Some(value.to_string())
}

fn loopback(base: &str) -> Result<(), String> {
    let host = base.rsplit_once(':').map_or("", |(host, _)| host);
    if host.starts_with("127.") || host == "localhost" {
        return Ok(());
    }
    Err(format!("{base}: not loopback, and this load is for loopback only"))
}

/// Reads an adapter and its tokens.
pub fn load(path: &str, base: Option<String>) -> Result<(Adapter, Vec<String>), String> {
    let folder = Path::new(path).parent().unwrap_or(Path::new("."));
    let read = |file: &Path| std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()));
    let mut adapter: Adapter = toml::from_str(&read(Path::new(path))?).map_err(|e| format!("{path}: {e}"))?;
    if let Some(base) = base {
        adapter.base = base;
    }
    loopback(&adapter.base)?;
    if let Some(counters) = &adapter.counters {
        loopback(&counters.base)?;
    }
    for (name, file) in adapter.vars_files.clone() {
        let value = read(&folder.join(file))?.trim().to_string();
        adapter.vars.insert(name, value);
    }
    let tokens = match &adapter.tokens_file {
        Some(file) => read(&folder.join(file))?.lines().filter(|l| !l.is_empty()).map(String::from).collect(),
        None => vec![],
    };
    Ok((adapter, tokens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_json_braces_stay() {
        let vars: Vars = vec![("room".into(), "a/b".into()), ("n".into(), "7".into())];
        assert_eq!(render(r#"{"n":{n},"room":"{room}","x":{}}"#, &[&vars]), r#"{"n":7,"room":"a/b","x":{}}"#);
    }

    #[test]
    fn the_last_cursor_counts() {
        assert_eq!(last_after(br#"{"cursor":"a.1","x":[{"cursor":"a.2"}]}"#, r#""cursor":"#).as_deref(), Some("a.2"));
        assert_eq!(last_after(br#"{"cursor":"a.1","x":1}"#, r#""cursor":""#).as_deref(), Some("a.1"));
        assert_eq!(last_after(br#"[{"id": 41},{"id": 42}]"#, r#""id":"#).as_deref(), Some("42"));
        assert_eq!(last_after(b"{}", r#""id":"#), None);
    }

    #[test]
    fn a_cursor_is_safe_in_a_query() {
        assert_eq!(url_safe("00ff.12"), "00ff.12");
        assert_eq!(url_safe("a:b+c/d=&e"), "a%3Ab%2Bc%2Fd%3D%26e");
    }

    #[test]
    fn only_loopback_is_loaded() {
        assert!(loopback("127.0.0.1:9600").is_ok());
        assert!(loopback("192.0.2.1:80").is_err());
    }
}
