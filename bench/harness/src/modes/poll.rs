//! The same question over and over: what is new since here?

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use hdrhistogram::Histogram;

use super::{Run, milliseconds, rounded};
use crate::adapter::Request;
use crate::net::{Http, fault};
use crate::procs::Cpu;
use crate::publish::publish;
use crate::subscribe::{Context, Follow};
use crate::tally::{histogram, now_ns};

pub async fn measure(run: &mut Run<'_>) -> io::Result<bool> {
    let how = run.context.adapter.poll.clone().ok_or_else(|| fault("the adapter has no [poll]"))?;
    let (sent, _) = publish(&run.context, run.plan(run.args.number("seed", 100)?)?).await;
    let context = run.context.clone();
    let request =
        |follow: &Follow, index: usize| context.request(&how.request, &follow.vars(&context.vars(0, index)), follow.headers());
    let mut follow = Follow::from(&how.after_initial);
    let mut http = Http::new(context.address, 0);
    if run.args.text("from", "latest") == "latest" {
        loop {
            let (head, body) = http.send(&request(&follow, 0)).await?;
            if !follow.learn(how.cursor, how.after_key.as_ref(), &head, &body) {
                break;
            }
        }
    }
    let (_, body) = http.send(&request(&follow, 0)).await?;
    run.put("messages_per_reply", context.tally.payloads_in(&body));

    let connections = run.args.number("conns", 50)?;
    let total = run.args.number("requests", 20_000)?;
    let requests = (0..connections as usize).map(|i| request(&follow, i)).collect();
    let asked = Questions::new(&context, requests, &how.request);
    asked.ask((total / 20).max(connections)).await;
    let (cpu, start_ns) = (Cpu::now(&run.pids), now_ns());
    let answers = asked.ask(total).await;
    let seconds = (now_ns() - start_ns) as f64 / 1e9;
    let cpu = Cpu::now(&run.pids).since(cpu);
    run.put("conns", connections);
    run.put("requests", total);
    run.put("body_bytes_per_reply", answers.bytes / total.max(1));
    run.put("connections_opened", answers.connects);
    run.put("secs", rounded(seconds));
    run.put("req_per_s", (total as f64 / seconds).round());
    run.put("server_cpu_us_per_req", rounded(cpu.server_s * 1e6 / total as f64));
    run.put("client_cpu_us_per_req", rounded(cpu.load_s * 1e6 / total as f64));
    run.put("server_cores", rounded(cpu.server_s / seconds));
    run.put("other_cpu_s", rounded(cpu.others_s()));
    run.put("latency_ms", milliseconds(&answers.latency));
    run.put("errors_n", answers.bad + sent.errors);
    Ok(answers.bad == 0 && sent.errors == 0)
}

/// Requests that are sent again and again, each over a connection of its own.
pub struct Questions {
    context: Context,
    requests: Vec<Arc<Vec<u8>>>,
    how: Arc<Request>,
}

pub struct Answers {
    pub latency: Histogram<u64>,
    pub connects: u64,
    pub bytes: u64,
    pub bad: u64,
}

impl Questions {
    pub fn new(context: &Context, requests: Vec<Vec<u8>>, how: &Request) -> Questions {
        let requests = requests.into_iter().map(Arc::new).collect();
        Questions { context: context.clone(), requests, how: Arc::new(how.clone()) }
    }

    /// Asks `total` times in all, each connection as fast as it is answered.
    pub async fn ask(&self, total: u64) -> Answers {
        let left = Arc::new(AtomicU64::new(total));
        let start = |(index, request): (usize, &Arc<Vec<u8>>)| {
            tokio::spawn(ask(self.context.clone(), index, request.clone(), self.how.clone(), left.clone()))
        };
        let tasks: Vec<_> = self.requests.iter().enumerate().map(start).collect();
        let mut all = Answers { latency: histogram(), connects: 0, bytes: 0, bad: 0 };
        for task in tasks {
            let Ok(answers) = task.await else {
                all.bad += 1;
                continue;
            };
            let _ = all.latency.add(answers.latency);
            all.connects += answers.connects;
            all.bytes += answers.bytes;
            all.bad += answers.bad;
        }
        all
    }
}

async fn ask(context: Context, index: usize, request: Arc<Vec<u8>>, how: Arc<Request>, left: Arc<AtomicU64>) -> Answers {
    let mut answers = Answers { latency: histogram(), connects: 0, bytes: 0, bad: 0 };
    let mut http = Http::new(context.address, index);
    while left.fetch_update(Relaxed, Relaxed, |n| n.checked_sub(1)).is_ok() {
        let start_ns = now_ns();
        match http.send(&request).await {
            Ok((head, body)) if how.accepts(head.status) => {
                answers.bytes += body.len() as u64;
                let _ = answers.latency.record((now_ns() - start_ns) / 1000 + 1);
            }
            Ok((head, body)) => {
                answers.bad += 1;
                let body = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
                context.tally.error(format!("status {} {body}", head.status));
            }
            Err(e) => {
                answers.bad += 1;
                context.tally.error(e.to_string());
            }
        }
    }
    answers.connects = http.connects;
    answers
}
