//! The numbers that a chat keeps of itself, each part its own.

use std::sync::Arc;
use std::time::Instant;

use tertulia_wire::Code;

use super::count::{ByCode, Counter, Gauge, Histogram};

/// Microseconds: from what a fast disk takes for a commit, over the two seconds after which a write is given up, to what
/// nobody waits for.
static TIMES: [u64; 12] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_000_000];

/// Writes in one commit.
static SIZES: [u64; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/// How long something took.
pub(crate) type Times = Histogram<12>;

pub(crate) fn times() -> Times {
    Histogram::new(&TIMES)
}

/// How a reader is told what is new, for as long as it waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Poll,
    Sse,
    Ws,
    Text,
}

impl Line {
    pub(crate) const ALL: [(Line, &'static str); 4] =
        [(Line::Poll, "poll"), (Line::Sse, "sse"), (Line::Ws, "ws"), (Line::Text, "text")];
}

/// What a chat counts of itself; its hub counts its own.
#[derive(Debug)]
pub(crate) struct Meters {
    pub(crate) sends: Sends,
    pub(crate) changes: Counter,
    pub(crate) refusals: ByCode,
    pub(crate) resets: Counter,
    pub(crate) cut: Counter,
    pub(crate) open: [Gauge; 4],
    pub(crate) opened: [Counter; 4],
    pub(crate) store: Arc<StoreMeters>,
    pub(crate) hook: Arc<HookMeters>,
}

impl Meters {
    pub(crate) fn new() -> Self {
        Self {
            sends: Sends {
                said: Counter::default(),
                again: Counter::default(),
                held: Counter::default(),
                unheard: Counter::default(),
                refused: ByCode::default(),
                times: times(),
            },
            changes: Counter::default(),
            refusals: ByCode::default(),
            resets: Counter::default(),
            cut: Counter::default(),
            open: Default::default(),
            opened: Default::default(),
            store: Arc::new(StoreMeters::new()),
            hook: Arc::new(HookMeters { answers: Default::default(), times: times() }),
        }
    }

    /// Counts a reader that waits for what is new, until what is given is dropped.
    pub(crate) fn open(self: &Arc<Self>, line: Line) -> Opened {
        self.open[line as usize].up();
        self.opened[line as usize].one();
        Opened(Arc::clone(self), line)
    }

    /// A send begins.
    pub(crate) fn sending(self: &Arc<Self>) -> Sending {
        Sending { meters: Arc::clone(self), began: Instant::now(), became: None }
    }
}

/// One who waits for what is new.
#[derive(Debug)]
pub(crate) struct Opened(Arc<Meters>, Line);

impl Drop for Opened {
    fn drop(&mut self) {
        self.0.open[self.1 as usize].down();
    }
}

/// What became of sends.
#[derive(Debug)]
pub(crate) struct Sends {
    pub(crate) said: Counter,
    pub(crate) again: Counter,
    pub(crate) held: Counter,
    pub(crate) unheard: Counter,
    pub(crate) refused: ByCode,
    /// From when a send came until it was on the disk.
    pub(crate) times: Times,
}

/// What became of one send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Became {
    Said,
    Again,
    Held,
    Refused(Code),
}

/// A send that is under way. Who hangs up before it is answered is counted, too.
#[derive(Debug)]
pub(crate) struct Sending {
    meters: Arc<Meters>,
    began: Instant,
    became: Option<Became>,
}

impl Sending {
    pub(crate) fn became(mut self, became: Became) {
        self.became = Some(became);
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let sends = &self.meters.sends;
        match self.became {
            Some(Became::Said) => {
                sends.times.note_time(self.began.elapsed());
                sends.said.one();
            }
            Some(Became::Again) => sends.again.one(),
            Some(Became::Held) => sends.held.one(),
            Some(Became::Refused(code)) => sends.refused.one(code),
            None => sends.unheard.one(),
        }
    }
}

/// What a hub counts of itself.
#[derive(Debug, Default)]
pub(crate) struct HubMeters {
    pub(crate) delivered: Counter,
    pub(crate) readers: Gauge,
    pub(crate) catch_ups: Counter,
}

/// What came of a question to the host's hook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answered {
    Allow,
    Change,
    Hold,
    Refuse,
    /// Nothing that can be used, or nothing in time.
    Silent,
    /// It was not asked, since too much else was.
    Busy,
}

impl Answered {
    pub(crate) const ALL: [(Answered, &'static str); 6] = [
        (Answered::Allow, "allow"),
        (Answered::Change, "change"),
        (Answered::Hold, "hold"),
        (Answered::Refuse, "refuse"),
        (Answered::Silent, "silent"),
        (Answered::Busy, "busy"),
    ];
}

/// What is counted of the host's hook.
#[derive(Debug)]
pub(crate) struct HookMeters {
    pub(crate) answers: [Counter; Answered::ALL.len()],
    /// From when it was asked until it answered, or was given up.
    pub(crate) times: Times,
}

impl HookMeters {
    pub(crate) fn note(&self, answered: Answered) {
        self.answers[answered as usize].one();
    }
}

/// What is counted of a store.
#[derive(Debug)]
pub(crate) struct StoreMeters {
    pub(crate) calls: [Counter; Call::ALL.len()],
    pub(crate) away: Counter,
    pub(crate) failed: Counter,
    pub(crate) unknown: Counter,
    pub(crate) writes: Times,
    pub(crate) reads: Times,
    pub(crate) batches: Histogram<9>,
}

impl StoreMeters {
    pub(crate) fn new() -> Self {
        Self {
            calls: std::array::from_fn(|_| Counter::default()),
            away: Counter::default(),
            failed: Counter::default(),
            unknown: Counter::default(),
            writes: times(),
            reads: times(),
            batches: Histogram::new(&SIZES),
        }
    }
}

macro_rules! calls {
    ($($call:ident = $name:literal,)+) => {
        /// What a store is asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Call {
            $($call,)+
        }

        impl Call {
            /// The names of all, in their order.
            pub(crate) const ALL: &'static [&'static str] = &[$($name,)+];
        }
    };
}

calls! {
    Write = "write",
    Find = "find",
    Read = "read",
    Message = "message",
    Count = "count",
    Traces = "traces",
    Erasures = "erasures",
    FinishErasure = "finish_erasure",
    MarkRead = "mark_read",
    ReadMarks = "read_marks",
    Unread = "unread",
    Said = "said",
    Held = "held",
    Reacted = "reacted",
    Restrictions = "restrictions",
    AccessNumbers = "access_numbers",
    Audit = "audit",
    Reports = "reports",
    Announced = "announced",
    SeenNames = "seen_names",
    NoteSeen = "note_seen",
    Rooms = "rooms",
    Secret = "secret",
    RaiseEverywhere = "raise_everywhere",
    Revocations = "revocations",
    Tidy = "tidy",
}
