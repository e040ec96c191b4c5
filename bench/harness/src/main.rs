//! peerbench: load for chat servers, the same for each of them. See ../README.md.

mod adapter;
mod modes;
mod net;
mod procs;
mod publish;
mod subscribe;
mod tally;

use std::collections::HashMap;
use std::io;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use serde_json::json;

const USAGE: &str = "peerbench MODE --adapter FILE --pid PID[,PID]
 common:   --base HOST:PORT --threads 1 --src-addrs 1 --size 120 --label TEXT --var name=value --max-secs 180
 fanout:   --transport ws|sse|longpoll --rooms R --subs K --msgs M --pace rate:N|ack|delivered
           --window W --pub-conns P --publish http|ws --warmup 20 --settle-ms 1000
 send:     --rooms R --msgs M --pub-conns P --publish http|ws --window W --warmup 20      no readers, closed loop
 idle:     --transport T --rooms R --conns N --hold 10 --leave-s 0 --waves 1 --settle-ms 3000
 poll:     --conns C --requests Q --seed M --from latest|start
 comeback: --transport ws|sse --rooms R --conns N --missed M --at-once 256
 page:     --small 1000 --big 100000 --passes 9 --conns C --requests Q --pub-conns P --publish http|ws --window W";

const OPTIONS: &[&str] = &[
    "adapter",
    "pid",
    "base",
    "threads",
    "src-addrs",
    "size",
    "label",
    "var",
    "max-secs",
    "transport",
    "rooms",
    "subs",
    "msgs",
    "pace",
    "window",
    "pub-conns",
    "publish",
    "warmup",
    "settle-ms",
    "conns",
    "hold",
    "leave-s",
    "waves",
    "requests",
    "seed",
    "from",
    "missed",
    "at-once",
    "small",
    "big",
    "passes",
];

/// The command line: a mode, and options that each have a value.
pub struct Args {
    pub mode: String,
    options: HashMap<String, String>,
    pub vars: Vec<(String, String)>,
}

impl Args {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Args, String> {
        let mode = words.next().unwrap_or_default();
        if !modes::NAMES.contains(&mode.as_str()) {
            return Err(USAGE.into());
        }
        let mut args = Args { mode, options: HashMap::new(), vars: vec![] };
        while let Some(word) = words.next() {
            let name = word.strip_prefix("--").filter(|name| OPTIONS.contains(name));
            let (Some(name), Some(value)) = (name, words.next()) else {
                return Err(format!("{word}: not an option, or one without its value\n{USAGE}"));
            };
            match (name, value.split_once('=')) {
                ("var", Some((name, value))) => args.vars.push((name.into(), value.into())),
                ("var", None) => return Err(format!("--var {value}: name=value")),
                _ => _ = args.options.insert(name.into(), value),
            }
        }
        Ok(args)
    }

    pub fn find(&self, name: &str) -> Option<&String> {
        self.options.get(name)
    }

    pub fn text(&self, name: &str, default: &str) -> String {
        self.find(name).cloned().unwrap_or_else(|| default.into())
    }

    pub fn number(&self, name: &str, default: u64) -> io::Result<u64> {
        let Some(text) = self.find(name) else { return Ok(default) };
        text.replace('_', "").parse().map_err(|_| net::fault(format!("--{name} {text}: not a number")))
    }
}

fn as_many_descriptors_as_allowed() {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    unsafe {
        libc::getrlimit(libc::RLIMIT_NOFILE, &mut limit);
        limit.rlim_cur = limit.rlim_max;
        libc::setrlimit(libc::RLIMIT_NOFILE, &limit);
    }
}

fn start(args: &Args) -> io::Result<i32> {
    net::SOURCE_ADDRESSES.store(args.number("src-addrs", 1)? as usize, Relaxed);
    as_many_descriptors_as_allowed();
    let threads = args.number("threads", 1)? as usize;
    let runtime = match threads {
        0 | 1 => tokio::runtime::Builder::new_current_thread().enable_all().build()?,
        n => tokio::runtime::Builder::new_multi_thread().worker_threads(n).enable_all().build()?,
    };
    let longest = Duration::from_secs(args.number("max-secs", 180)?);
    let late = |_| net::fault("--max-secs is over");
    let figures = runtime.block_on(async { tokio::time::timeout(longest, modes::run(args)).await.map_err(late)? })?;
    println!("{figures}");
    Ok(i32::from(figures["ok"] != json!(true)))
}

fn main() {
    let code = match Args::parse(std::env::args().skip(1)) {
        Err(text) => {
            eprintln!("{text}");
            2
        }
        Ok(args) => start(&args).unwrap_or_else(|e| {
            eprintln!("error: {e}");
            2
        }),
    };
    std::process::exit(code);
}
