//! Readers: over WebSocket, server-sent events or long-polling, each a task that hands everything it reads to its `Seen`.

use std::borrow::Cow;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use crate::adapter::{Adapter, CursorKind, Request, Step, SubscribeSse, Vars, last_after, render, url_safe};
use crate::net::{
    Body, CLOSE, Headers, Http, PING, PONG, Steps, TEXT, Ws, close_reason, connect, fault, parse_frame, parse_head, put_frame,
    read_with, request,
};
use crate::tally::{Seen, Tally};

/// What all connections of a run share.
#[derive(Clone)]
pub struct Context {
    pub adapter: Arc<Adapter>,
    pub address: SocketAddr,
    pub tokens: Arc<Vec<String>>,
    pub rooms: Arc<Vec<Vars>>,
    pub global: Arc<Vars>,
    pub tally: Arc<Tally>,
}

impl Context {
    /// The names that connection `index` may use in `room`.
    pub fn vars(&self, room: usize, index: usize) -> Vars {
        let mut vars: Vars = vec![("sub".into(), index.to_string())];
        if !self.tokens.is_empty() {
            vars.push(("token".into(), self.tokens[index % self.tokens.len()].clone()));
        }
        vars.extend(self.rooms[room].iter().cloned());
        vars
    }

    pub fn render(&self, template: &str, vars: &Vars) -> String {
        render(template, &[vars, &self.global])
    }

    pub fn headers(&self, headers: &std::collections::BTreeMap<String, String>, vars: &Vars) -> Headers {
        headers.iter().map(|(name, value)| (name.clone(), self.render(value, vars))).collect()
    }

    pub fn steps(&self, steps: &[Step], vars: &Vars) -> Steps {
        let text = |t: &Option<String>| t.as_ref().map(|t| self.render(t, vars));
        steps.iter().map(|step| (text(&step.send), text(&step.expect))).collect()
    }

    /// The bytes of a request.
    pub fn request(&self, template: &Request, vars: &Vars, more: Headers) -> Vec<u8> {
        let mut headers = self.headers(&template.headers, vars);
        headers.extend(more);
        let body = template.body.as_ref().map(|body| self.render(body, vars));
        request(&template.method, &self.render(&template.path, vars), &self.adapter.base, &headers, body.as_deref())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    Ws,
    Sse,
    LongPoll,
}

impl Transport {
    pub fn parse(name: &str) -> io::Result<Transport> {
        match name {
            "ws" => Ok(Transport::Ws),
            "sse" => Ok(Transport::Sse),
            "longpoll" => Ok(Transport::LongPoll),
            _ => Err(fault(format!("--transport {name}: ws, sse or longpoll"))),
        }
    }
}

/// How a crowd connects.
#[derive(Clone, Copy)]
pub struct Coming {
    pub transport: Transport,
    /// Go on from the cursor in each `Seen`.
    pub back: bool,
    /// Keep the cursor of what comes, for coming back later.
    pub keep_cursor: bool,
    /// How many handshakes at once.
    pub at_once: usize,
}

/// Connected readers.
pub struct Crowd {
    tasks: Vec<JoinHandle<()>>,
    returned: Arc<Mutex<Vec<Seen>>>,
}

/// Gives the record back when its task ends, also when the task is cut.
struct Record {
    seen: Option<Seen>,
    returned: Arc<Mutex<Vec<Seen>>>,
}

impl Drop for Record {
    fn drop(&mut self) {
        self.returned.lock().expect("no panic under this lock").extend(self.seen.take());
    }
}

impl Crowd {
    /// Connects a reader for each record, and returns when all are in, or have failed.
    pub async fn connect(context: &Context, coming: Coming, records: Vec<Seen>) -> Crowd {
        let gate = Arc::new(Semaphore::new(coming.at_once));
        let returned = Arc::new(Mutex::new(Vec::with_capacity(records.len())));
        let tally = context.tally.clone();
        let settled = || tally.ready.load(Relaxed) + tally.failed.load(Relaxed);
        let all = settled() + records.len() as u64;
        let start = |seen: Seen| {
            let record = Record { seen: Some(seen), returned: returned.clone() };
            tokio::spawn(reader(context.clone(), coming, gate.clone(), record))
        };
        let tasks = records.into_iter().map(start).collect();
        while settled() < all {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Crowd { tasks, returned }
    }

    /// Cuts all connections, and returns what each reader has seen.
    pub async fn leave(self) -> Vec<Seen> {
        for task in &self.tasks {
            task.abort();
        }
        for task in self.tasks {
            let _ = task.await;
        }
        let mut seen = std::mem::take(&mut *self.returned.lock().expect("no panic under this lock"));
        seen.sort_by_key(|seen| seen.index);
        seen
    }
}

async fn reader(context: Context, coming: Coming, gate: Arc<Semaphore>, mut record: Record) {
    let tally = context.tally.clone();
    let Some(seen) = record.seen.as_mut() else { return };
    let index = seen.index;
    let ended = match coming.transport {
        Transport::Ws => read_ws(context, coming, seen, gate).await,
        Transport::Sse => read_sse(context, coming, seen, gate).await,
        Transport::LongPoll => read_long_polls(context, seen, gate).await,
    };
    if let Err(e) = ended
        && !tally.stop.load(Relaxed)
    {
        tally.failed.fetch_add(1, Relaxed);
        tally.error(format!("reader {index}: {e}"));
    }
}

/// The text in which to look for the payload.
fn pointed<'a>(pointer: Option<&String>, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    let Some(pointer) = pointer else { return bytes.into() };
    let value = serde_json::from_slice::<Value>(bytes).ok();
    match value.as_ref().and_then(|v| v.pointer(pointer)) {
        Some(Value::String(text)) => text.clone().into_bytes().into(),
        Some(value) => value.to_string().into_bytes().into(),
        None => Cow::Borrowed(b""),
    }
}

/// Takes WebSocket frames apart as they come in.
struct WsFeed<'a> {
    seen: &'a mut Seen,
    tally: Arc<Tally>,
    /// The start of a frame that is not whole yet.
    pending: Vec<u8>,
    parts: Vec<u8>,
    out: Vec<u8>,
    replies: Vec<(String, String)>,
    pointer: Option<String>,
    after_key: Option<String>,
}

impl WsFeed<'_> {
    fn message(&mut self, bytes: &[u8]) {
        if let Some(cursor) = self.after_key.as_ref().and_then(|key| last_after(bytes, key)) {
            self.seen.cursor = Some(cursor);
        }
        if let Some((_, reply)) = self.replies.iter().find(|(on, _)| on.as_bytes() == bytes) {
            put_frame(TEXT, reply.as_bytes(), &mut self.out);
        }
        self.seen.scan(&self.tally, &pointed(self.pointer.as_ref(), bytes));
    }

    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.tally.bytes.fetch_add(bytes.len() as u64, Relaxed);
        if self.pending.is_empty() {
            let used = self.frames(bytes)?;
            self.pending.extend_from_slice(&bytes[used..]);
            return Ok(());
        }
        let mut whole = std::mem::take(&mut self.pending);
        whole.extend_from_slice(bytes);
        let used = self.frames(&whole)?;
        whole.drain(..used);
        self.pending = whole;
        Ok(())
    }

    fn frames(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut at = 0;
        while let Some(frame) = parse_frame(&bytes[at..]) {
            let payload = &bytes[at + frame.payload_at..at + frame.length];
            at += frame.length;
            match frame.opcode {
                PING => put_frame(PONG, payload, &mut self.out),
                CLOSE => return Err(fault(close_reason(payload))),
                0..=2 if frame.last && self.parts.is_empty() => self.message(payload),
                0..=2 => {
                    self.parts.extend_from_slice(payload);
                    if frame.last {
                        let whole = std::mem::take(&mut self.parts);
                        self.message(&whole);
                    }
                }
                _ => {}
            }
        }
        Ok(at)
    }
}

async fn read_ws(context: Context, coming: Coming, seen: &mut Seen, gate: Arc<Semaphore>) -> io::Result<()> {
    let how = context.adapter.subscribe.ws.clone().ok_or_else(|| fault("the adapter has no subscribe.ws"))?;
    let permit = gate.acquire().await.map_err(|_| fault("stopped"))?;
    let mut vars = context.vars(seen.room, seen.index);
    vars.push(("after".into(), seen.cursor.clone().unwrap_or_else(|| "0".into())));
    let steps = context.steps(if coming.back { &how.back_steps } else { &how.steps }, &vars);
    let replies: Vec<_> = how.auto_reply.iter().map(|a| (a.on.clone(), a.reply.clone())).collect();
    let (path, headers) = (context.render(&how.path, &vars), context.headers(&how.headers, &vars));
    let mut socket = Ws::open(context.address, seen.index, &context.adapter.base, &path, headers).await?;
    let mut feed = WsFeed {
        seen,
        tally: context.tally.clone(),
        pending: vec![],
        parts: vec![],
        out: vec![],
        replies: vec![],
        pointer: how.json_pointer.clone(),
        after_key: how.after_key.clone().filter(|_| coming.keep_cursor),
    };
    socket.go(&steps, &replies, |message| feed.message(message)).await?;
    feed.replies = replies;
    feed.tally.ready.fetch_add(1, Relaxed);
    drop((permit, vars, steps, path, how, context));
    let Ws { mut stream, pending, parts } = socket;
    feed.parts = parts;
    if !pending.is_empty() {
        feed.bytes(&pending)?;
    }
    drop(pending);
    loop {
        read_with(&mut stream, |bytes| feed.bytes(bytes)).await?.ok_or_else(|| fault("closed"))??;
        if !feed.out.is_empty() {
            stream.write_all(&feed.out).await?;
            feed.out.clear();
        }
    }
}

/// Takes server-sent events apart as they come in.
struct SseFeed<'a> {
    seen: &'a mut Seen,
    tally: Arc<Tally>,
    body: Body,
    pending: Vec<u8>,
    pointer: Option<String>,
    keep_cursor: bool,
}

impl SseFeed<'_> {
    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.tally.bytes.fetch_add(bytes.len() as u64, Relaxed);
        self.body.feed(bytes, &mut self.pending)?;
        let pending = std::mem::take(&mut self.pending);
        let mut at = 0;
        // an event ends at an empty line
        while let Some(end) = [&b"\n\n"[..], b"\r\n\r\n"]
            .iter()
            .filter_map(|empty| memchr::memmem::find(&pending[at..], empty).map(|i| i + empty.len()))
            .min()
        {
            self.event(&pending[at..at + end]);
            at += end;
        }
        self.pending.extend_from_slice(&pending[at..]);
        Ok(())
    }

    fn event(&mut self, event: &[u8]) {
        let lines = || event.split(|c| *c == b'\n');
        if self.keep_cursor
            && let Some(id) = lines().find_map(|line| line.strip_prefix(b"id:"))
        {
            self.seen.cursor = Some(String::from_utf8_lossy(id).trim().to_string());
        }
        if self.pointer.is_none() {
            return self.seen.scan(&self.tally, event);
        }
        let data: Vec<u8> = lines().filter_map(|line| line.strip_prefix(b"data:")).collect::<Vec<_>>().concat();
        self.seen.scan(&self.tally, &pointed(self.pointer.as_ref(), &data));
    }
}

fn sse_request(context: &Context, how: &SubscribeSse, coming: Coming, seen: &Seen) -> Vec<u8> {
    let vars = context.vars(seen.room, seen.index);
    let mut headers = context.headers(&how.headers, &vars);
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("accept")) {
        headers.push(("Accept".into(), "text/event-stream".into()));
    }
    if let Some(cursor) = seen.cursor.as_ref().filter(|_| coming.back) {
        headers.push(("Last-Event-ID".into(), cursor.clone()));
    }
    request("GET", &context.render(&how.path, &vars), &context.adapter.base, &headers, None)
}

async fn read_sse(context: Context, coming: Coming, seen: &mut Seen, gate: Arc<Semaphore>) -> io::Result<()> {
    let how = context.adapter.subscribe.sse.clone().ok_or_else(|| fault("the adapter has no subscribe.sse"))?;
    let permit = gate.acquire().await.map_err(|_| fault("stopped"))?;
    let mut stream = connect(context.address, seen.index).await?;
    stream.write_all(&sse_request(&context, &how, coming, seen)).await?;
    let mut pending: Vec<u8> = Vec::with_capacity(512);
    let head = loop {
        if stream.read_buf(&mut pending).await? == 0 {
            return Err(fault("closed before the event stream"));
        }
        if let Some((length, head)) = parse_head(&pending)? {
            pending.drain(..length);
            break head;
        }
    };
    if head.status != 200 {
        let text = String::from_utf8_lossy(&pending[..pending.len().min(300)]).into_owned();
        return Err(fault(format!("event stream: status {} {text}", head.status)));
    }
    let mut feed = SseFeed {
        seen,
        tally: context.tally.clone(),
        body: Body::new(head.chunked),
        pending: vec![],
        pointer: how.json_pointer.clone(),
        keep_cursor: coming.keep_cursor,
    };
    feed.tally.ready.fetch_add(1, Relaxed);
    drop((permit, how, context));
    feed.bytes(&pending)?;
    drop(pending);
    loop {
        read_with(&mut stream, |bytes| feed.bytes(bytes)).await?.ok_or_else(|| fault("closed"))??;
    }
}

/// Where a server said to go on from, for requests that follow one another.
#[derive(Default)]
pub struct Follow {
    pub after: String,
    etag: Option<String>,
    last_modified: Option<String>,
}

impl Follow {
    pub fn from(after: &str) -> Follow {
        Follow { after: after.into(), ..Follow::default() }
    }

    pub fn headers(&self) -> Headers {
        let mut headers = vec![];
        headers.extend(self.etag.clone().map(|value| ("If-None-Match".into(), value)));
        headers.extend(self.last_modified.clone().map(|value| ("If-Modified-Since".into(), value)));
        headers
    }

    pub fn vars(&self, vars: &Vars) -> Vars {
        let mut all: Vars = vec![("after".into(), url_safe(&self.after))];
        all.extend(vars.iter().cloned());
        all
    }

    /// Takes in a reply; false when it says nothing new.
    pub fn learn(&mut self, kind: CursorKind, key: Option<&String>, head: &crate::net::Head, body: &[u8]) -> bool {
        if kind == CursorKind::Etag {
            self.etag = head.etag.clone().or(self.etag.take());
            self.last_modified = head.last_modified.clone().or(self.last_modified.take());
            return head.status == 200;
        }
        match key.and_then(|key| last_after(body, key)) {
            Some(after) if after != self.after => {
                self.after = after;
                true
            }
            _ => false,
        }
    }
}

async fn read_long_polls(context: Context, seen: &mut Seen, gate: Arc<Semaphore>) -> io::Result<()> {
    let how = context.adapter.subscribe.longpoll.clone().ok_or_else(|| fault("the adapter has no subscribe.longpoll"))?;
    let permit = gate.acquire().await.map_err(|_| fault("stopped"))?;
    let vars = context.vars(seen.room, seen.index);
    let tally = context.tally.clone();
    let mut http = Http::new(context.address, seen.index);
    let headers = context.headers(&how.headers, &vars);
    let mut follow = Follow::from(&how.after_initial);
    let mut first = how.first_path.as_ref();
    let mut permit = Some(permit);
    if first.is_none() {
        tally.ready.fetch_add(1, Relaxed);
        permit = None;
    }
    while !tally.stop.load(Relaxed) {
        let path = context.render(first.unwrap_or(&how.path), &follow.vars(&vars));
        let mut headers = headers.clone();
        headers.extend(follow.headers());
        let before = http.bytes;
        let (head, body) = http.send(&request("GET", &path, &context.adapter.base, &headers, None)).await?;
        tally.long_polls.fetch_add(1, Relaxed);
        tally.bytes.fetch_add(http.bytes - before, Relaxed);
        match head.status {
            200 => seen.scan(&tally, &body),
            204 | 304 | 408 => {}
            status => {
                let text = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
                return Err(fault(format!("long poll: status {status} {text}")));
            }
        }
        follow.learn(how.cursor, how.after_key.as_ref(), &head, &body);
        if first.take().is_some() {
            tally.ready.fetch_add(1, Relaxed);
            permit = None;
        }
    }
    drop(permit);
    Ok(())
}
