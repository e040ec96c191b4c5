//! The one who writes: takes every waiting write in one batch, tells the readers, then answers the senders.
//!
//! It is a task of its own, so that a handler whose client hung up leaves nothing half done: what was handed in is
//! written, told and answered, whether or not somebody still listens.

mod away;

use std::collections::{HashMap, HashSet, VecDeque};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};
use tertulia_wire::{Code, RoomName};
use tokio::sync::{Mutex, Notify, OwnedSemaphorePermit, Semaphore, mpsc, oneshot};
use tokio::time::{Instant, sleep, sleep_until, timeout_at};

use self::away::Away;
use crate::chat::Chat;
use crate::clock::Clock;
use crate::error::{Refusal, StoreError};
use crate::hub::Hub;
use crate::limits::Limits;
use crate::metrics::meters::Meters;
use crate::store::{Access, Act, Outcome, ReactionAct, Store, Tidied, Write, WriteError, Written};

/// What a write came to.
pub(crate) type Answer = Result<Written, WriteError>;

struct Waiting {
    write: Write,
    answer: oneshot::Sender<Answer>,
    _bytes: OwnedSemaphorePermit,
}

/// What is handed to the writing task.
#[expect(clippy::large_enum_variant, reason = "nearly all are writes")]
enum Next {
    Write(Waiting),
    /// Told once all that was handed in before is written or refused; forgotten while the store is away.
    Settled(oneshot::Sender<()>),
    /// Tidying is due at once: by it a store that is away is found to be.
    Tidy,
}

/// The way to the writing task.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Next>,
    bytes: Arc<Semaphore>,
    bytes_max: usize,
    away: Arc<Away>,
    closing: Arc<Notify>,
    /// Who purges counts first what goes: nobody else may, until it has gone.
    pub(crate) purging: Arc<Mutex<()>>,
}

/// What is said of a store that has not answered within the deadline.
const SILENT: &str = "it does not answer";

/// What is told to whoever hands something in meanwhile.
fn away() -> WriteError {
    WriteError::Store(StoreError::Away("it has not answered yet".into()))
}

/// Told of everything written, after the hub: the way to other nodes.
pub(crate) type Tell = Box<dyn Fn(&Written) + Send + Sync>;

pub(crate) struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) clock: Clock,
    pub(crate) tell: Option<Tell>,
    pub(crate) meters: Arc<Meters>,
}

/// Resolves once the writer has ended, for each who waits.
pub(crate) type Ended = Shared<BoxFuture<'static, ()>>;

impl Writer {
    pub(crate) fn start(parts: Parts) -> (Self, Ended) {
        let (queue, waiting) = mpsc::channel(parts.limits.write_queue);
        let bytes_max = parts.limits.write_queue_bytes;
        let bytes = Arc::new(Semaphore::new(bytes_max));
        let away = Arc::new(Away::default());
        let closing = Arc::new(Notify::new());
        let task = Task {
            parts,
            away: Arc::clone(&away),
            waiting,
            closing: Arc::clone(&closing),
            open: true,
            reactions: HashMap::new(),
            due: VecDeque::new(),
            settled: Vec::new(),
            tidy_now: false,
        };
        let ended = tokio::spawn(task.run()).map(|ended| {
            if let Err(error) = ended {
                tracing::error!(%error, "the writer ended badly");
            }
        });
        let writer = Self { queue, bytes, bytes_max, away, closing, purging: Arc::default() };
        (writer, ended.boxed().shared())
    }

    /// Takes nothing more; the task ends once everything handed in is written and answered, or refused if the store is away.
    pub(crate) fn close(&self) {
        self.closing.notify_one();
    }

    pub(crate) fn is_away(&self) -> bool {
        self.away.is()
    }

    /// For how long the store has been away, all in all.
    pub(crate) fn away_for(&self) -> Duration {
        self.away.total()
    }

    /// Writes that wait for a commit.
    pub(crate) fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Bytes that they hold, and those of the commit under way.
    pub(crate) fn waiting_bytes(&self) -> usize {
        self.bytes_max - self.bytes.available_permits()
    }

    /// Hands a write in; the answer comes later, whether or not it is waited for.
    pub(crate) fn hand_in(&self, write: Write) -> Result<oneshot::Receiver<Answer>, WriteError> {
        if self.away.is() {
            return Err(away());
        }
        let full = || WriteError::Refused(Refusal::because(Code::SlowDown, "write-queue-full").retry_after_s(1));
        let bytes = u32::try_from(weight(&write)).unwrap_or(u32::MAX);
        let permit = Arc::clone(&self.bytes).try_acquire_many_owned(bytes).map_err(|_| full())?;
        let (answer, answered) = oneshot::channel();
        match self.queue.try_send(Next::Write(Waiting { write, answer, _bytes: permit })) {
            Ok(()) => Ok(answered),
            Err(mpsc::error::TrySendError::Full(_)) => Err(full()),
            Err(mpsc::error::TrySendError::Closed(_)) => Err(Refusal::new(Code::Draining).retry_after_s(1).into()),
        }
    }

    pub(crate) async fn write(&self, write: Write) -> Answer {
        match self.hand_in(write)?.await {
            Ok(answer) => answer,
            // The task ends only once its queue is empty: an answer that never comes is a panic in it.
            Err(_) => Err(WriteError::Store(StoreError::Unknown("the writer has stopped".into()))),
        }
    }

    /// Waits until all that was handed in before is written or refused; refused itself where that is not known, since the store is
    /// away.
    pub(crate) async fn settled(&self) -> Result<(), WriteError> {
        let (told, settled) = oneshot::channel();
        if self.queue.send(Next::Settled(told)).await.is_err() {
            return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
        }
        settled.await.map_err(|_| away())
    }
}

impl Chat {
    /// Has the store asked now whether it can be written to, also where nothing is to be written: whoever knows that it can't be has
    /// sends refused by it, and `/readyz`. Does not wait for the answer.
    pub fn probe_store(&self) {
        // Behind a full queue it is asked all the same.
        let _ = self.inner.writer.queue.try_send(Next::Tidy);
    }
}

/// Bytes that a waiting write holds, about.
fn weight(write: &Write) -> usize {
    256 + match &write.act {
        Act::Say(message) => message.text.len() + message.data.as_ref().map_or(0, |_| 2_048),
        Act::Edit { text, .. } => text.len(),
        Act::Put(_) => 4_096,
        Act::Restrict(act) => act.restriction.as_ref().and_then(|new| new.why.as_ref()).map_or(0, String::len),
        Act::Report(act) => act.why.as_ref().map_or(0, String::len),
        _ => 0,
    }
}

/// Reactions on one message that become one change.
struct Gathering {
    access: Option<Access>,
    acts: Vec<ReactionAct>,
    answers: Vec<(oneshot::Sender<Answer>, OwnedSemaphorePermit)>,
}

type Target = (RoomName, u64);

struct Task {
    parts: Parts,
    away: Arc<Away>,
    waiting: mpsc::Receiver<Next>,
    closing: Arc<Notify>,
    // False once nothing more is taken and what was handed in before is taken too.
    open: bool,
    // A message stands here while its reactions are gathered, and for `reaction_every_ms` after each change by them.
    reactions: HashMap<Target, Option<Gathering>>,
    due: VecDeque<(Instant, Target)>,
    // Told after the batch that is being gathered.
    settled: Vec<oneshot::Sender<()>>,
    // Somebody has the store asked whether it is away.
    tidy_now: bool,
}

/// Who is answered with what became of one item of a batch.
enum Asker {
    One(oneshot::Sender<Answer>, OwnedSemaphorePermit),
    Reactors(Vec<(oneshot::Sender<Answer>, OwnedSemaphorePermit)>),
}

impl Task {
    async fn run(mut self) {
        let mut tidy_at = Instant::now() + TIDY_EVERY;
        while self.open || self.reactions.values().any(Option::is_some) {
            let due = self.due.front().map_or(tidy_at, |(due, _)| (*due).min(tidy_at));
            let mut batch = Vec::new();
            tokio::select! {
                biased;
                () = self.closing.notified() => self.waiting.close(),
                first = self.waiting.recv(), if self.open => match first {
                    Some(first) => self.gather(first, &mut batch),
                    None => self.open = false,
                },
                () = sleep_until(due) => {}
            }
            if !batch.is_empty() {
                self.take_more(&mut batch).await;
            }
            self.take_due(&mut batch);
            if !batch.is_empty() {
                // Whoever purges wants the rows to be gone, and not in a minute.
                if batch.iter().any(|(write, _)| matches!(write.act, Act::Purge { .. })) {
                    tidy_at = Instant::now();
                }
                self.write(batch).await;
            }
            for told in self.settled.drain(..) {
                // Whoever no longer waits needs no answer.
                let _ = told.send(());
            }
            let is_probe = std::mem::take(&mut self.tidy_now);
            if is_probe || Instant::now() >= tidy_at {
                tidy_at = Instant::now() + self.tidy(is_probe).await;
            }
        }
    }

    async fn take_more(&mut self, batch: &mut Vec<(Write, Asker)>) {
        let until = Instant::now() + Duration::from_millis(self.parts.limits.commit_wait_ms);
        while batch.len() < self.parts.limits.write_batch {
            match self.waiting.try_recv() {
                Ok(next) => self.gather(next, batch),
                Err(_) if self.parts.limits.commit_wait_ms == 0 => return,
                Err(_) => match timeout_at(until, self.waiting.recv()).await {
                    Ok(Some(next)) => self.gather(next, batch),
                    Ok(None) | Err(_) => return,
                },
            }
        }
    }

    /// Puts a write into the batch, or a reaction to the others on its message.
    fn gather(&mut self, next: Next, batch: &mut Vec<(Write, Asker)>) {
        let Waiting { write, answer, _bytes: bytes } = match next {
            Next::Write(waiting) => waiting,
            Next::Settled(told) => return self.settled.push(told),
            Next::Tidy => return self.tidy_now = true,
        };
        let Act::React { id, acts } = write.act else {
            batch.push((write, Asker::One(answer, bytes)));
            return;
        };
        let target = (write.room, id);
        let fresh = !self.reactions.contains_key(&target);
        let gathering = self.reactions.entry(target.clone()).or_default().get_or_insert_with(|| Gathering {
            access: write.access,
            acts: Vec::new(),
            answers: Vec::new(),
        });
        // Those who react together stand or fall with the oldest numbers among them: a stale one is judged again.
        gathering.access = gathering.access.into_iter().chain(write.access).min_by_key(|access| (access.room, access.everywhere));
        gathering.acts.extend(acts);
        gathering.answers.push((answer, bytes));
        if fresh {
            // The first one in a while goes at once, with whoever else is in this batch.
            self.due.push_front((Instant::now(), target));
        }
    }

    /// Takes the reactions whose time has come; all of them when the chat is closing.
    fn take_due(&mut self, batch: &mut Vec<(Write, Asker)>) {
        let now = Instant::now();
        let every = Duration::from_millis(self.parts.limits.reaction_every_ms);
        while self.due.front().is_some_and(|(due, _)| *due <= now || !self.open) {
            let Some((_, target)) = self.due.pop_front() else { return };
            let Some(gathering) = self.reactions.remove(&target).flatten() else { continue };
            let act = Act::React { id: target.1, acts: gathering.acts };
            let write = Write { room: target.0.clone(), access: gathering.access, act, by: String::new(), why: None };
            batch.push((write, Asker::Reactors(gathering.answers)));
            self.reactions.insert(target.clone(), None);
            self.due.push_back((now + every, target));
        }
    }

    async fn write(&mut self, batch: Vec<(Write, Asker)>) {
        let rooms: Vec<_> = batch.iter().map(|(write, _)| write.room.clone()).collect();
        let (writes, askers): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        let (store, now) = (Arc::clone(&self.parts.store), (self.parts.clock)());
        let mut writing = unless_panicking(async move { store.write(writes, now).await });
        match timeout_at(self.deadline(), &mut writing).await {
            Ok(answers) => self.finish(answers.unwrap_or_default(), askers, &rooms),
            Err(_) => {
                // Nobody knows yet. The senders are told so, and those who wait behind that nothing was written; but
                // what comes of it still has to be told to the readers, so it is waited for.
                self.away.begin(SILENT);
                for asker in askers {
                    asker.answer(Err(WriteError::Store(StoreError::Unknown("the store did not answer in time".into()))));
                }
                if let Some(answers) = self.refuse_until(writing).await {
                    self.finish(answers.unwrap_or_default(), Vec::new(), &rooms);
                }
            }
        }
        self.wait_until_back().await;
    }

    fn deadline(&self) -> Instant {
        Instant::now() + self.parts.limits.write_deadline()
    }

    /// Asks the store again and again while it is away, and refuses what is handed in meanwhile.
    async fn wait_until_back(&mut self) {
        while self.away.is() && self.refuse_until(sleep(self.away.pause())).await.is_some() {
            let probe = self.tidying();
            if let Some(Some(Ok(tidied))) = self.refuse_until(probe).await {
                tidied.written.iter().for_each(|written| self.tell(written));
                self.away.end();
            }
        }
    }

    /// Refuses what waits and what is handed in until something is over; `None` when nothing more is taken before it is.
    async fn refuse_until<T>(&mut self, over: impl Future<Output = T>) -> Option<T> {
        // Who waits for what was handed in before is told that the store is away, too: it may be written or not.
        self.settled.clear();
        for gathering in self.reactions.values_mut().filter_map(Option::take) {
            Asker::Reactors(gathering.answers).answer(Err(away()));
        }
        tokio::pin!(over);
        loop {
            tokio::select! {
                biased;
                over = &mut over => return Some(over),
                () = self.closing.notified() => self.waiting.close(),
                next = self.waiting.recv() => match next {
                    Some(Next::Write(next)) => drop(next.answer.send(Err(away()))),
                    Some(Next::Settled(_) | Next::Tidy) => {}
                    None => {
                        // What becomes of a write that is left alone now is for the store alone, and for the next run.
                        self.open = false;
                        return None;
                    }
                },
            }
        }
    }

    /// Tells the readers, in version order, then answers the senders.
    fn finish(&self, answers: Vec<Answer>, askers: Vec<Asker>, rooms: &[RoomName]) {
        fn cause(answer: &Answer) -> Option<&str> {
            if let Err(WriteError::Store(StoreError::Away(cause))) = answer { Some(cause) } else { None }
        }
        if let Some(why) = answers.first().and_then(cause)
            && answers.iter().all(|answer| cause(answer).is_some())
        {
            self.away.begin(why);
        }
        for written in answers.iter().flatten() {
            self.tell(written);
        }
        // A store that panicked has answered nothing: whether it has written is not known.
        let lost = || Err(WriteError::Store(StoreError::Unknown("the store failed while writing".into())));
        let mut answers = answers.into_iter().chain(std::iter::repeat_with(lost));
        let mut askers = askers.into_iter();
        let mut read_on = HashSet::new();
        for room in rooms {
            let Some(answer) = answers.next() else { return };
            if matches!(answer, Err(WriteError::Store(StoreError::Unknown(_)))) && read_on.insert(room) {
                self.parts.hub.read_on(room);
            }
            if let Some(asker) = askers.next() {
                asker.answer(answer);
            }
        }
    }

    fn tell(&self, written: &Written) {
        self.parts.meters.changes.add(written.changes.len() as u64);
        self.parts.hub.deliver(written);
        let nothing = written.changes.is_empty()
            && matches!(written.outcome, Outcome::Message { .. } | Outcome::Reacted { .. } | Outcome::Attended);
        if let Some(tell) = self.parts.tell.as_ref().filter(|_| !nothing) {
            tell(written);
        }
    }

    fn tidying(&self) -> impl Future<Output = Option<Result<Tidied, StoreError>>> + Send + use<> {
        let (store, now) = (Arc::clone(&self.parts.store), (self.parts.clock)());
        unless_panicking(async move { store.tidy(now).await })
    }

    /// Does a piece of the work that nobody waits for; says when the next is due.
    async fn tidy(&mut self, is_probe: bool) -> Duration {
        let mut tidying = self.tidying();
        let tidied = match timeout_at(self.deadline(), &mut tidying).await {
            Ok(tidied) => tidied,
            Err(_) => {
                self.away.begin(SILENT);
                self.refuse_until(tidying).await.flatten()
            }
        };
        let next = match tidied {
            Some(Ok(tidied)) => {
                self.away.end();
                tidied.written.iter().for_each(|written| self.tell(written));
                if tidied.more { TIDY_MORE } else { TIDY_EVERY }
            }
            Some(Err(StoreError::Away(why))) if is_probe => {
                self.away.begin(&why);
                TIDY_EVERY
            }
            Some(Err(error)) => {
                tracing::warn!(%error, "tidying has to wait");
                TIDY_EVERY
            }
            None => TIDY_EVERY,
        };
        self.wait_until_back().await;
        next
    }
}

/// The store is a host's own code, perhaps, and a panic in it must not end the writing for good.
fn unless_panicking<T: Send>(work: impl Future<Output = T> + Send) -> Pin<Box<impl Future<Output = Option<T>> + Send>> {
    Box::pin(AssertUnwindSafe(work).catch_unwind().map(|done| {
        if done.is_err() {
            tracing::error!("the store panicked");
        }
        done.ok()
    }))
}

const TIDY_EVERY: Duration = Duration::from_secs(60);
/// Between two pieces of tidying: long enough for every waiting send to go first.
const TIDY_MORE: Duration = Duration::from_millis(20);

impl Asker {
    fn answer(self, answer: Answer) {
        // Whoever no longer listens has hung up; what was written stays written.
        match self {
            Asker::One(sender, _bytes) => {
                let _ = sender.send(answer);
            }
            Asker::Reactors(reactors) => {
                for (place, (sender, _bytes)) in reactors.into_iter().enumerate() {
                    let _ = sender.send(own_part(&answer, place));
                }
            }
        }
    }
}

/// Each of those who reacted together gets the message, or a refusal of its own.
fn own_part(answer: &Answer, place: usize) -> Answer {
    if let Ok(Written { outcome: Outcome::Reacted { each, .. }, .. }) = answer
        && let Some(Err(refusal)) = each.get(place)
    {
        return Err(WriteError::Refused(refusal.clone()));
    }
    answer.clone()
}
