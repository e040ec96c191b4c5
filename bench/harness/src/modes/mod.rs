//! What can be measured. Each mode ends in one JSON object of figures; `ok` says whether they count.

mod comeback;
mod fanout;
mod idle;
mod page;
mod poll;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde_json::{Map, Value, json};

use crate::Args;
use crate::adapter::{Adapter, Counters, Vars, load, render};
use crate::net::{Http, fault, request};
use crate::procs::Memory;
use crate::publish::{Pace, Plan};
use crate::subscribe::Context;
use crate::tally::{HEAD_BYTES, Seen, Tally, now_ns};

pub const NAMES: &[&str] = &["fanout", "send", "idle", "poll", "comeback", "page"];

/// One measurement: its options, the server's processes, the connections' context, and the figures so far.
pub struct Run<'a> {
    args: &'a Args,
    pids: Vec<u32>,
    context: Context,
    rooms: usize,
    figures: Map<String, Value>,
}

impl Run<'_> {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.figures.insert(name.into(), value.into());
    }

    fn tally(&self) -> Arc<Tally> {
        self.context.tally.clone()
    }

    fn put_memory(&mut self, when: &str, memory: Memory) {
        self.put(&format!("pss_{when}_kb"), memory.pss_kb);
        self.put(&format!("rss_{when}_kb"), memory.rss_kb);
    }

    /// Whether messages go over a WebSocket: as asked, else by HTTP where the server takes it.
    fn over_ws(&self) -> bool {
        match self.args.text("publish", "").as_str() {
            "ws" => true,
            "http" => false,
            _ => self.context.adapter.publish.http.is_none(),
        }
    }

    /// Messages to every room, acknowledged one by one; what the modes change of it they change.
    fn plan(&self, count: u64) -> io::Result<Plan> {
        Ok(Plan {
            from: 0,
            count,
            first_room: 0,
            rooms: self.rooms,
            readers_per_room: 0,
            publishers: self.context.tally.publishers,
            pace: Pace::Ack,
            window: self.args.number("window", 8)?,
            over_ws: self.over_ws(),
            delivered_before: self.context.tally.delivered.load(Relaxed),
            start_ns: now_ns(),
        })
    }

    /// A reader for each connection, round the rooms.
    fn records(&self, connections: u64) -> Vec<Seen> {
        let publishers = self.context.tally.publishers;
        (0..connections as usize).map(|i| Seen::new(i, i % self.rooms, publishers)).collect()
    }

    /// What readers missed or saw wrongly, as figures; true when there is nothing of it.
    fn put_faults(&mut self, seen: &[Seen]) -> bool {
        let tally = self.tally();
        let sent = tally.sent();
        let lost: Vec<u64> = seen.iter().map(|seen| seen.lost(&sent)).collect();
        let faults = [
            ("lost", lost.iter().sum()),
            ("dup", tally.repeated.load(Relaxed)),
            ("out_of_order", tally.out_of_order.load(Relaxed)),
            ("misrouted", tally.misrouted.load(Relaxed)),
            ("corrupt", tally.corrupt.load(Relaxed)),
            ("disconnects", tally.failed.load(Relaxed)),
        ];
        self.put("short_subscribers", lost.iter().filter(|n| **n > 0).count());
        for (name, count) in faults {
            self.put(name, count);
        }
        faults.iter().all(|(_, count)| *count == 0)
    }
}

fn milliseconds(histogram: &Histogram<u64>) -> Value {
    if histogram.is_empty() {
        return Value::Null;
    }
    let at = |q| histogram.value_at_quantile(q) as f64 / 1e3;
    json!({"p50": at(0.5), "p90": at(0.9), "p99": at(0.99), "max": histogram.max() as f64 / 1e3})
}

fn rounded(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

async fn sleep_ms(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

/// The sum of all series of a counter, or nothing where the server does not count (yet).
async fn read_counter(counters: Option<&Counters>) -> Option<u64> {
    let counters = counters?;
    let address: SocketAddr = counters.base.parse().ok()?;
    let bytes = request("GET", &counters.path, &counters.base, &[], None);
    let (head, body) = Http::new(address, 0).send(&bytes).await.ok()?;
    let text = String::from_utf8_lossy(&body);
    let value = |line: &str| {
        let rest = line.strip_prefix(&counters.store_reads)?;
        (rest.starts_with(' ') || rest.starts_with('{')).then(|| rest.rsplit(' ').next()?.parse::<f64>().ok())?
    };
    let values: Vec<f64> = text.lines().filter_map(value).collect();
    (head.status == 200 && !values.is_empty()).then(|| values.iter().sum::<f64>() as u64)
}

/// Makes the rooms, and whatever else the adapter asks for.
async fn setup(context: &mut Context) -> io::Result<()> {
    let adapter = context.adapter.clone();
    let mut http = Http::new(context.address, 0);
    for step in &adapter.setup {
        let once = step.scope == "once";
        for room in 0..if once { 1 } else { context.rooms.len() } {
            let vars = context.vars(room, 0);
            let (head, body) = http.send(&context.request(&step.request, &vars, vec![])).await?;
            if !step.request.accepts(head.status) {
                let path = context.render(&step.request.path, &vars);
                let body = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
                return Err(fault(format!("setup {path}: status {} {body}", head.status)));
            }
            for (name, pointer) in &step.capture {
                let reply: Value = serde_json::from_slice(&body).map_err(|e| fault(format!("setup reply: {e}")))?;
                let value = match reply.pointer(pointer) {
                    Some(Value::String(text)) => text.clone(),
                    Some(value) => value.to_string(),
                    None => return Err(fault(format!("setup reply has no {pointer}"))),
                };
                let target = if once { Arc::make_mut(&mut context.global) } else { &mut Arc::make_mut(&mut context.rooms)[room] };
                target.push((name.clone(), value));
            }
        }
    }
    Ok(())
}

fn context(args: &Args, adapter: Adapter, tokens: Vec<String>, rooms: usize, publishers: usize) -> io::Result<Context> {
    let run = format!("{:08x}", (now_ns() / 1000) as u32 ^ std::process::id().rotate_left(20));
    let size = (args.number("size", 120)? as usize).max(HEAD_BYTES + 1);
    let mut global: Vars = args.vars.clone();
    global.extend(adapter.vars.clone());
    global.push(("run".into(), run.clone()));
    let room = |r: usize| -> Vars {
        let index = ("r".to_string(), r.to_string());
        let name = render(&adapter.room, &[std::slice::from_ref(&index), &global]);
        vec![index, ("room".into(), name)]
    };
    let rooms: Vec<Vars> = (0..rooms).map(room).collect();
    let address = adapter.base.replace("localhost", "127.0.0.1");
    Ok(Context {
        address: address.parse().map_err(|_| fault(format!("{address}: not an address and port")))?,
        adapter: Arc::new(adapter),
        tokens: Arc::new(tokens),
        rooms: Arc::new(rooms),
        global: Arc::new(global),
        tally: Arc::new(Tally::new(&run, size, publishers)),
    })
}

pub async fn run(args: &Args) -> io::Result<Value> {
    let (adapter, tokens) = load(&args.text("adapter", ""), args.find("base").cloned()).map_err(fault)?;
    let pids: Vec<u32> = args.text("pid", "").split(',').filter_map(|pid| pid.trim().parse().ok()).collect();
    let rooms = match args.mode.as_str() {
        "page" => 2,
        "idle" => args.number("rooms", 100)? as usize,
        _ => args.number("rooms", 1)? as usize,
    };
    let publishers = args.number("pub-conns", 1)? as usize;
    let mut context = context(args, adapter, tokens, rooms, publishers)?;
    setup(&mut context).await?;
    let mut run = Run { args, pids, context, rooms, figures: Map::new() };
    run.put("peer", run.context.adapter.name.clone());
    run.put("mode", args.mode.clone());
    run.put("label", args.text("label", &args.mode));
    run.put("size", run.context.tally.payload_bytes);
    run.put("rooms", rooms);
    let ok = match args.mode.as_str() {
        "idle" => idle::measure(&mut run).await?,
        "poll" => poll::measure(&mut run).await?,
        "comeback" => comeback::measure(&mut run).await?,
        "page" => page::measure(&mut run).await?,
        _ => fanout::measure(&mut run).await?,
    };
    run.put("ok", ok);
    let errors = run.context.tally.errors();
    if !errors.is_empty() {
        run.put("errors", errors);
    }
    Ok(Value::Object(run.figures))
}
