//! Senders: over kept-alive HTTP or a WebSocket, at a steady rate, as fast as they are acknowledged, or as they are read.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use hdrhistogram::Histogram;

use crate::adapter::{PublishWs, Vars, render};
use crate::net::{Http, Ws, fault};
use crate::subscribe::Context;
use crate::tally::{Tally, histogram, now_ns, payload};

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Pace {
    /// The next one when the last is acknowledged.
    Ack,
    /// At most `window` not yet with every reader.
    Delivered,
    /// So many a second.
    Rate(f64),
}

impl Pace {
    pub fn parse(text: &str) -> io::Result<Pace> {
        match (text, text.strip_prefix("rate:").and_then(|n| n.parse().ok())) {
            ("ack", _) => Ok(Pace::Ack),
            ("delivered", _) => Ok(Pace::Delivered),
            (_, Some(rate)) => Ok(Pace::Rate(rate)),
            _ => Err(fault(format!("--pace {text}: ack, delivered or rate:N"))),
        }
    }
}

/// What a phase sends: `count` messages, one after the other round the rooms, split among the publishers.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The number of the first message.
    pub from: u64,
    pub count: u64,
    pub first_room: usize,
    pub rooms: usize,
    pub readers_per_room: u64,
    pub publishers: usize,
    pub pace: Pace,
    pub window: u64,
    pub over_ws: bool,
    /// What all readers had when the phase began.
    pub delivered_before: u64,
    pub start_ns: u64,
}

pub struct Sent {
    pub acks: u64,
    pub errors: u64,
    pub ack_latency: Histogram<u64>,
    last_ns: u64,
}

impl Sent {
    fn none() -> Sent {
        Sent { acks: 0, errors: 0, ack_latency: histogram(), last_ns: now_ns() }
    }

    fn acknowledged(&mut self, sent_ns: u64) {
        self.acks += 1;
        self.last_ns = now_ns();
        let _ = self.ack_latency.record((self.last_ns - sent_ns) / 1000 + 1);
    }
}

/// Waits until all readers together have `target`; false when nothing came for `idle_s`.
pub async fn wait_delivered(tally: &Tally, target: u64, idle_s: u64) -> bool {
    let mut last = (tally.delivered.load(Relaxed), now_ns());
    loop {
        let delivered = tally.delivered.load(Relaxed);
        if delivered >= target {
            return true;
        }
        if delivered != last.0 {
            last = (delivered, now_ns());
        } else if now_ns() - last.1 > idle_s * 1_000_000_000 {
            return false;
        }
        // several publishers may wait for different targets: wake at the lowest
        let present = tally.target.load(Relaxed);
        if present > target || present <= delivered {
            tally.target.store(target, Relaxed);
        }
        let progress = tally.progress.notified();
        tokio::pin!(progress);
        progress.as_mut().enable();
        if tally.delivered.load(Relaxed) >= target {
            return true;
        }
        let _ = tokio::time::timeout(Duration::from_millis(20), progress).await;
    }
}

enum Line {
    Http(Http),
    Ws(Box<WsLine>),
}

struct WsLine {
    socket: Ws,
    how: PublishWs,
    /// When each message without an answer was sent.
    waiting: VecDeque<u64>,
}

impl WsLine {
    /// Takes in one frame, which may hold several answers.
    async fn answers(&mut self, tally: &Tally, sent: &mut Sent) -> io::Result<()> {
        let message = self.socket.next().await?;
        if let Some(auto) = self.how.auto_reply.iter().find(|a| a.on.as_bytes() == message) {
            self.socket.send(&auto.reply).await?;
        }
        for _ in memchr::memmem::find_iter(&message, self.how.ack.as_bytes()) {
            if let Some(sent_ns) = self.waiting.pop_front() {
                sent.acknowledged(sent_ns);
            }
        }
        if let Some(error) = &self.how.error
            && memchr::memmem::find(&message, error.as_bytes()).is_some()
        {
            self.waiting.pop_front();
            sent.errors += 1;
            tally.error(format!("publish: {}", String::from_utf8_lossy(&message[..message.len().min(300)])));
        }
        Ok(())
    }
}

struct Publisher {
    context: Context,
    index: usize,
    plan: Arc<Plan>,
    sent: Sent,
    sequences: HashMap<usize, u64>,
    /// Per room of the plan, what a template may name.
    rooms: Vec<Vars>,
}

impl Publisher {
    fn new(context: Context, index: usize, plan: Arc<Plan>) -> Publisher {
        let rooms = plan.first_room..plan.first_room + plan.rooms;
        // sequence numbers go on where an earlier phase stopped
        let all = context.tally.sent();
        let sequences = rooms.clone().filter_map(|room| Some((room, *all.get(&(room, index))?))).collect();
        let rooms = rooms.map(|room| context.vars(room, index)).collect();
        Publisher { context, index, plan, sent: Sent::none(), sequences, rooms }
    }

    async fn connect(&self) -> io::Result<Line> {
        let context = &self.context;
        if !self.plan.over_ws {
            return Ok(Line::Http(Http::new(context.address, self.index)));
        }
        let how = context.adapter.publish.ws.clone().ok_or_else(|| fault("the adapter has no publish.ws"))?;
        let vars = &self.rooms[0];
        let replies: Vec<_> = how.auto_reply.iter().map(|a| (a.on.clone(), a.reply.clone())).collect();
        let (path, headers) = (context.render(&how.path, vars), context.headers(&how.headers, vars));
        let mut socket = Ws::open(context.address, self.index, &context.adapter.base, &path, headers).await?;
        socket.go(&context.steps(&how.steps, vars), &replies, |_| {}).await?;
        Ok(Line::Ws(Box::new(WsLine { socket, how, waiting: VecDeque::new() })))
    }

    async fn run(mut self) -> Sent {
        if let Err(e) = self.send_all().await {
            self.sent.errors += 1;
            self.context.tally.error(format!("publisher {}: {e}", self.index));
        }
        let mut all = self.context.tally.sequences.lock().expect("no panic under this lock");
        all.extend(self.sequences.iter().map(|(room, next)| ((*room, self.index), *next)));
        drop(all);
        self.sent
    }

    async fn send_all(&mut self) -> io::Result<()> {
        let mut line = self.connect().await?;
        let mut i = self.index as u64;
        while i < self.plan.count && !self.context.tally.stop.load(Relaxed) {
            self.wait_turn(&mut line, i).await?;
            self.send(&mut line, i).await?;
            i += self.plan.publishers as u64;
        }
        let Line::Ws(ws) = &mut line else { return Ok(()) };
        while !ws.waiting.is_empty() {
            let answers = ws.answers(&self.context.tally, &mut self.sent);
            let late = |_| fault("acknowledgements are missing");
            tokio::time::timeout(Duration::from_secs(5), answers).await.map_err(late)??;
        }
        Ok(())
    }

    /// Waits until the pace lets message `i` go.
    async fn wait_turn(&mut self, line: &mut Line, i: u64) -> io::Result<()> {
        let (plan, tally) = (self.plan.clone(), self.context.tally.clone());
        match plan.pace {
            Pace::Ack => {}
            Pace::Rate(rate) => {
                let due = plan.start_ns + (i as f64 / rate * 1e9) as u64;
                while let Some(left) = due.checked_sub(now_ns()).filter(|left| *left > 0) {
                    let left = Duration::from_nanos(left);
                    match line {
                        Line::Ws(ws) if !ws.waiting.is_empty() => {
                            if let Ok(answered) = tokio::time::timeout(left, ws.answers(&tally, &mut self.sent)).await {
                                answered?;
                            }
                        }
                        _ => tokio::time::sleep(left).await,
                    }
                }
            }
            Pace::Delivered if i >= plan.window => {
                let target = plan.delivered_before + (i - plan.window + 1) * plan.readers_per_room;
                if !wait_delivered(&tally, target, 10).await {
                    tally.stop.store(true, Relaxed);
                    return Err(fault("stalled: nothing was delivered for 10 s"));
                }
            }
            Pace::Delivered => {}
        }
        Ok(())
    }

    async fn send(&mut self, line: &mut Line, i: u64) -> io::Result<()> {
        let tally = self.context.tally.clone();
        let number = self.plan.from + i;
        let nth = (number % self.plan.rooms as u64) as usize;
        let room = self.plan.first_room + nth;
        let sequence = self.sequences.entry(room).or_insert(0);
        let text = payload(&tally.run, room, self.index, *sequence, tally.payload_bytes);
        *sequence += 1;
        let message: Vars = vec![("payload".into(), text), ("n".into(), (number + 1).to_string())];
        let sent_ns = now_ns();
        match line {
            Line::Ws(ws) => {
                while ws.waiting.len() as u64 >= self.plan.window {
                    ws.answers(&tally, &mut self.sent).await?;
                }
                let frame = render(&ws.how.frame, &[&message, &self.rooms[nth], &self.context.global]);
                ws.waiting.push_back(sent_ns);
                ws.socket.send(&frame).await
            }
            Line::Http(http) => {
                let how = self.context.adapter.publish.http.as_ref();
                let how = how.ok_or_else(|| fault("the adapter has no publish.http"))?;
                let mut vars = message;
                vars.extend(self.rooms[nth].iter().cloned());
                let (head, body) = http.send(&self.context.request(how, &vars, vec![])).await?;
                if how.accepts(head.status) {
                    self.sent.acknowledged(sent_ns);
                } else {
                    self.sent.errors += 1;
                    let body = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
                    tally.error(format!("publish: status {} {body}", head.status));
                }
                Ok(())
            }
        }
    }
}

/// Sends what the plan says; returns what came of it, and how many seconds it took to the last acknowledgement.
pub async fn publish(context: &Context, plan: Plan) -> (Sent, f64) {
    let plan = Arc::new(plan);
    let start = |index| tokio::spawn(Publisher::new(context.clone(), index, plan.clone()).run());
    let tasks: Vec<_> = (0..plan.publishers).map(start).collect();
    let mut all = Sent { last_ns: plan.start_ns, ..Sent::none() };
    for task in tasks {
        match task.await {
            Ok(sent) => {
                all.acks += sent.acks;
                all.errors += sent.errors;
                all.last_ns = all.last_ns.max(sent.last_ns);
                let _ = all.ack_latency.add(sent.ack_latency);
            }
            Err(e) => {
                all.errors += 1;
                context.tally.error(format!("a publisher broke: {e}"));
            }
        }
    }
    let seconds = (all.last_ns - plan.start_ns) as f64 / 1e9;
    (all, seconds)
}
