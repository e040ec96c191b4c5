//! What a chat tells of how it is doing: numbers, by names that are all in one list.
//!
//! Nothing here names a room or a person: the value of a label is a word of the program's, by its type. Each chat counts for
//! itself, by atomics that the parts raise as they go.

pub(crate) mod count;
pub(crate) mod meters;
mod text;

pub use self::text::{CONTENT_TYPE, prometheus};

use self::count::as_float;
use self::meters::{Answered, Call, Line, StoreMeters};
use crate::chat::Chat;

/// Microseconds in a second.
const MICROS: f64 = 1_000_000.0;

/// How a number behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// It only rises, until the process ends: how fast it rises is what tells something.
    Counter,
    /// It is what it is now.
    Gauge,
    /// How many of what was measured were at most how large.
    Histogram,
}

/// A number, or several that are told apart by a label, under one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// The name, with its unit at the end: `_seconds`, `_bytes`; `_total` for a counter.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub help: &'static str,
    /// How it behaves.
    pub kind: Kind,
    /// The values.
    pub samples: Vec<Sample>,
}

/// One value of a metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// What it is told from the others by: the label's name, and a word of the program's.
    pub label: Option<(&'static str, &'static str)>,
    /// The value.
    pub value: Value,
}

/// What was counted or measured.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A counter's or a gauge's.
    Number(f64),
    /// A histogram's.
    Distribution(Distribution),
}

/// How large what was measured was.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// By rising bounds, how many were at most so large.
    pub buckets: Vec<(f64, u64)>,
    /// How many there were.
    pub count: u64,
    /// All of them together.
    pub sum: f64,
}

/// Which number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Sends,
    SendSeconds,
    Changes,
    Delivered,
    Refusals,
    Open,
    Opened,
    Rooms,
    Readers,
    People,
    TailBytes,
    Waiting,
    WaitingBytes,
    Resets,
    CatchUps,
    Cut,
    Away,
    AwaySeconds,
    StoreCalls,
    StoreFailures,
    WriteSeconds,
    ReadSeconds,
    BatchSize,
    HookAnswers,
    HookSeconds,
}

struct About {
    what: What,
    name: &'static str,
    help: &'static str,
    kind: Kind,
}

const fn about(what: What, kind: Kind, name: &'static str, help: &'static str) -> About {
    About { what, name, help, kind }
}

/// All that a chat tells, in the order in which it is told.
const ALL: [About; 25] = {
    use Kind::{Counter, Gauge, Histogram};
    [
        about(What::Sends, Counter, "tertulia_sends_total", "Messages that somebody wanted to say, by what became of it."),
        about(What::SendSeconds, Histogram, "tertulia_send_seconds", "Time from when a message came until it was on the disk."),
        about(What::Changes, Counter, "tertulia_changes_total", "Changes of rooms that were written."),
        about(What::Delivered, Counter, "tertulia_changes_delivered_total", "Changes that were handed to readers."),
        about(What::Refusals, Counter, "tertulia_refusals_total", "Times that somebody was told a problem, by its code."),
        about(What::Open, Gauge, "tertulia_connections", "Connections that wait for what is new, by how they read."),
        about(What::Opened, Counter, "tertulia_connections_opened_total", "Such connections that were opened, by how they read."),
        about(What::Rooms, Gauge, "tertulia_live_rooms", "Rooms in memory."),
        about(What::Readers, Gauge, "tertulia_readers", "Readers of rooms; a connection has one for each room that it reads."),
        about(What::People, Gauge, "tertulia_people", "People who are present, each once in each room."),
        about(What::TailBytes, Gauge, "tertulia_tail_bytes", "Memory that the newest changes of live rooms hold."),
        about(What::Waiting, Gauge, "tertulia_writes_waiting", "Writes that wait for a commit."),
        about(What::WaitingBytes, Gauge, "tertulia_writes_waiting_bytes", "Memory that waiting writes hold."),
        about(
            What::Resets,
            Counter,
            "tertulia_resets_total",
            "Readers that could not go on from their cursor, and were given the newest page.",
        ),
        about(
            What::CatchUps,
            Counter,
            "tertulia_catch_ups_total",
            "Times that the store was read for readers who are behind what is in memory.",
        ),
        about(What::Cut, Counter, "tertulia_slow_readers_cut_total", "Readers that took nothing for too long, and were cut."),
        about(What::Away, Gauge, "tertulia_store_away", "1 while the store is away and sends are refused, else 0."),
        about(What::AwaySeconds, Counter, "tertulia_store_away_seconds_total", "Time for which the store has been away."),
        about(What::StoreCalls, Counter, "tertulia_store_calls_total", "Times that the store was asked, by what it was asked."),
        about(
            What::StoreFailures,
            Counter,
            "tertulia_store_failures_total",
            "Times that the store did not do what it was asked, by how it failed.",
        ),
        about(
            What::WriteSeconds,
            Histogram,
            "tertulia_store_write_seconds",
            "Time that a batch of writes took until it was on the disk.",
        ),
        about(What::ReadSeconds, Histogram, "tertulia_store_read_seconds", "Time that a read of the store took."),
        about(What::BatchSize, Histogram, "tertulia_store_batch_size", "Writes in one batch."),
        about(What::HookAnswers, Counter, "tertulia_hook_questions_total", "Questions to the host's hook, by its answer."),
        about(
            What::HookSeconds,
            Histogram,
            "tertulia_hook_seconds",
            "Time that the host's hook took to answer, or until it was given up.",
        ),
    ]
};

fn number(value: u64) -> Value {
    Value::Number(as_float(value))
}

fn one(value: Value) -> Vec<Sample> {
    vec![Sample { label: None, value }]
}

fn labelled(label: &'static str, values: impl IntoIterator<Item = (&'static str, u64)>) -> Vec<Sample> {
    values.into_iter().map(|(word, value)| Sample { label: Some((label, word)), value: number(value) }).collect()
}

impl Chat {
    /// How this chat is doing, as numbers: each metric with all its values, also those that are 0. The same names and labels
    /// each time. [`prometheus`] writes it as text; [`admin_router`](Self::admin_router) serves it.
    ///
    /// It takes no lock that a send waits for, but those of rooms, for a moment each.
    #[must_use]
    pub fn metrics(&self) -> Vec<Metric> {
        let metric =
            |about: &About| Metric { name: about.name, help: about.help, kind: about.kind, samples: self.samples(about.what) };
        ALL.iter().map(metric).collect()
    }

    /// Counts a reader that whoever serves this chat has cut, since it took nothing for too long. Those on a WebSocket are
    /// counted by the chat itself.
    pub fn note_cut(&self) {
        self.inner.meters.cut.one();
    }

    fn samples(&self, what: What) -> Vec<Sample> {
        let (meters, hub, store) = (&self.inner.meters, &self.inner.hub, &self.inner.meters.store);
        let line = |gauge: &dyn Fn(usize) -> u64| labelled("line", Line::ALL.map(|(line, word)| (word, gauge(line as usize))));
        match what {
            What::Sends => self.sends(),
            What::SendSeconds => one(Value::Distribution(meters.sends.times.told_in(MICROS))),
            What::Changes => one(number(meters.changes.get())),
            What::Delivered => one(number(hub.meters().delivered.get())),
            What::Refusals => labelled("code", meters.refusals.all()),
            What::Open => line(&|at| meters.open[at].get()),
            What::Opened => line(&|at| meters.opened[at].get()),
            What::Rooms => one(number(hub.live_rooms() as u64)),
            What::Readers => one(number(hub.meters().readers.get())),
            What::People => one(number(hub.people())),
            What::TailBytes => one(number(hub.held_bytes() as u64)),
            What::Waiting => one(number(self.inner.writer.waiting() as u64)),
            What::WaitingBytes => one(number(self.inner.writer.waiting_bytes() as u64)),
            What::Resets => one(number(meters.resets.get())),
            What::CatchUps => one(number(hub.meters().catch_ups.get())),
            What::Cut => one(number(meters.cut.get())),
            What::Away => one(number(u64::from(self.store_is_away()))),
            What::AwaySeconds => one(Value::Number(self.inner.writer.away_for().as_secs_f64())),
            What::StoreCalls => labelled("call", Call::ALL.iter().copied().zip(store.calls.iter().map(count::Counter::get))),
            What::StoreFailures => failures(store),
            What::WriteSeconds => one(Value::Distribution(store.writes.told_in(MICROS))),
            What::ReadSeconds => one(Value::Distribution(store.reads.told_in(MICROS))),
            What::BatchSize => one(Value::Distribution(store.batches.told_in(1.0))),
            What::HookAnswers => {
                labelled("answer", Answered::ALL.map(|(answered, word)| (word, meters.hook.answers[answered as usize].get())))
            }
            What::HookSeconds => one(Value::Distribution(meters.hook.times.told_in(MICROS))),
        }
    }

    fn sends(&self) -> Vec<Sample> {
        let sends = &self.inner.meters.sends;
        let taken = [("said", &sends.said), ("again", &sends.again), ("held", &sends.held), ("unheard", &sends.unheard)];
        labelled("outcome", taken.map(|(word, counter)| (word, counter.get())).into_iter().chain(sends.refused.all()))
    }
}

fn failures(store: &StoreMeters) -> Vec<Sample> {
    labelled("how", [("away", store.away.get()), ("failed", store.failed.get()), ("unknown", store.unknown.get())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_one_form_end_with_their_unit_and_are_each_there_once() {
        let mut names: Vec<_> = ALL.iter().map(|about| about.name).collect();
        for about in &ALL {
            let form = about.name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && about.name.starts_with("tertulia_");
            assert!(form, "{}", about.name);
            assert_eq!(about.name.ends_with("_total"), about.kind == Kind::Counter, "{}", about.name);
            assert!(about.help.ends_with('.'), "{}", about.name);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        let told = |what| ALL.iter().filter(|about| about.what == what).count();
        assert!(ALL.iter().all(|about| told(about.what) == 1), "a number is told twice, and another one not at all");
    }
}
