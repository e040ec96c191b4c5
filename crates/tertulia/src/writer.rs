//! The one who writes: takes every waiting write in one batch, tells the readers, then answers the senders.
//!
//! It is a task of its own, so that a handler whose client hung up leaves nothing half done: what was handed in is
//! written, told and answered, whether or not somebody still listens.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tertulia_wire::{Code, RoomName};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::clock::Clock;
use crate::error::{Refusal, StoreError};
use crate::hub::Hub;
use crate::limits::Limits;
use crate::store::{Access, Act, Outcome, ReactionAct, Store, Write, WriteError, Written};

/// What a write came to.
pub(crate) type Answer = Result<Written, WriteError>;

struct Waiting {
    write: Write,
    answer: oneshot::Sender<Answer>,
    _bytes: OwnedSemaphorePermit,
}

/// The way to the writing task.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Waiting>,
    bytes: Arc<Semaphore>,
    away: Arc<Away>,
    closing: Arc<Notify>,
}

/// Whether the store is known to be away: then sends are refused at once.
#[derive(Debug, Default)]
struct Away(std::sync::atomic::AtomicBool);

impl Away {
    fn is(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed)
    }

    fn set(&self, away: bool) {
        if self.0.swap(away, std::sync::atomic::Ordering::Relaxed) != away {
            if away {
                tracing::error!("the store is away: sends are refused until it answers");
            } else {
                tracing::info!("the store is back");
            }
        }
    }
}

/// Told of everything written, after the hub: the way to other nodes.
pub(crate) type Tell = Box<dyn Fn(&Written) + Send + Sync>;

pub(crate) struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) clock: Clock,
    pub(crate) tell: Option<Tell>,
}

impl Writer {
    pub(crate) fn start(parts: Parts) -> (Self, tokio::task::JoinHandle<()>) {
        let (queue, waiting) = mpsc::channel(parts.limits.write_queue);
        let bytes = Arc::new(Semaphore::new(parts.limits.write_queue_bytes));
        let away = Arc::new(Away::default());
        let closing = Arc::new(Notify::new());
        let task = Task {
            parts,
            away: Arc::clone(&away),
            closing: Arc::clone(&closing),
            reactions: HashMap::new(),
            due: VecDeque::new(),
        };
        let running = tokio::spawn(task.run(waiting));
        (Self { queue, bytes, away, closing }, running)
    }

    /// Takes nothing more; the task ends once everything handed in is written and answered.
    pub(crate) fn close(&self) {
        self.closing.notify_one();
    }

    pub(crate) fn is_away(&self) -> bool {
        self.away.is()
    }

    /// Hands a write in; the answer comes later, whether or not it is waited for.
    pub(crate) fn hand_in(&self, write: Write) -> Result<oneshot::Receiver<Answer>, WriteError> {
        if self.away.is() {
            return Err(WriteError::Store(StoreError::Away("it has not answered yet".into())));
        }
        let full = || WriteError::Refused(Refusal::because(Code::SlowDown, "write-queue-full").retry_after_s(1));
        let bytes = u32::try_from(weight(&write)).unwrap_or(u32::MAX);
        let permit = Arc::clone(&self.bytes).try_acquire_many_owned(bytes).map_err(|_| full())?;
        let (answer, answered) = oneshot::channel();
        match self.queue.try_send(Waiting { write, answer, _bytes: permit }) {
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
}

/// Bytes that a waiting write holds, about.
fn weight(write: &Write) -> usize {
    256 + match &write.act {
        Act::Say(message) => message.text.len() + message.data.as_ref().map_or(0, |_| 2_048),
        Act::Edit { text, .. } => text.len(),
        Act::Put(_) => 4_096,
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
    closing: Arc<Notify>,
    // A message stands here while its reactions are gathered, and for `reaction_every_ms` after each change by them.
    reactions: HashMap<Target, Option<Gathering>>,
    due: VecDeque<(Instant, Target)>,
}

/// Who is answered with what became of one item of a batch.
enum Asker {
    One(oneshot::Sender<Answer>, OwnedSemaphorePermit),
    Reactors(Vec<(oneshot::Sender<Answer>, OwnedSemaphorePermit)>),
}

impl Task {
    async fn run(mut self, mut waiting: mpsc::Receiver<Waiting>) {
        let mut open = true;
        let mut tidy_at = Instant::now() + TIDY_EVERY;
        while open || self.reactions.values().any(Option::is_some) {
            let due = self.due.front().map_or(tidy_at, |(due, _)| (*due).min(tidy_at));
            let mut batch = Vec::new();
            tokio::select! {
                biased;
                first = waiting.recv(), if open => match first {
                    Some(first) => self.gather(first, &mut batch),
                    None => open = false,
                },
                () = self.closing.notified() => waiting.close(),
                () = sleep_until(due) => {}
            }
            if !batch.is_empty() {
                self.take_more(&mut waiting, &mut batch).await;
            }
            self.take_due(&mut batch, open);
            if !batch.is_empty() {
                self.write(batch, &mut waiting).await;
            }
            if Instant::now() >= tidy_at {
                tidy_at = Instant::now() + self.tidy().await;
            }
        }
    }

    async fn take_more(&mut self, waiting: &mut mpsc::Receiver<Waiting>, batch: &mut Vec<(Write, Asker)>) {
        let until = Instant::now() + Duration::from_millis(self.parts.limits.commit_wait_ms);
        while batch.len() < self.parts.limits.write_batch {
            match waiting.try_recv() {
                Ok(next) => self.gather(next, batch),
                Err(_) if self.parts.limits.commit_wait_ms == 0 => return,
                Err(_) => match timeout_at(until, waiting.recv()).await {
                    Ok(Some(next)) => self.gather(next, batch),
                    Ok(None) | Err(_) => return,
                },
            }
        }
    }

    /// Puts a write into the batch, or a reaction to the others on its message.
    fn gather(&mut self, next: Waiting, batch: &mut Vec<(Write, Asker)>) {
        let Waiting { write, answer, _bytes: bytes } = next;
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
    fn take_due(&mut self, batch: &mut Vec<(Write, Asker)>, open: bool) {
        let now = Instant::now();
        let every = Duration::from_millis(self.parts.limits.reaction_every_ms);
        while self.due.front().is_some_and(|(due, _)| *due <= now || !open) {
            let Some((_, target)) = self.due.pop_front() else { return };
            let Some(gathering) = self.reactions.remove(&target).flatten() else { continue };
            let act = Act::React { id: target.1, acts: gathering.acts };
            let write = Write { room: target.0.clone(), access: gathering.access, act };
            batch.push((write, Asker::Reactors(gathering.answers)));
            self.reactions.insert(target.clone(), None);
            self.due.push_back((now + every, target));
        }
    }

    async fn write(&mut self, batch: Vec<(Write, Asker)>, waiting: &mut mpsc::Receiver<Waiting>) {
        let (writes, askers): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        let store = Arc::clone(&self.parts.store);
        let mut writing = store.write(writes, (self.parts.clock)());
        let deadline = Instant::now() + self.parts.limits.write_deadline();
        match timeout_at(deadline, &mut writing).await {
            Ok(answers) => self.finish(answers, askers),
            Err(_) => {
                // Nobody knows yet. The senders are told so, and those who wait behind that nothing was written; but
                // what comes of it still has to be told to the readers, so it is waited for.
                self.away.set(true);
                let unknown = || Err(WriteError::Store(StoreError::Unknown("the store did not answer in time".into())));
                for asker in askers {
                    asker.answer(unknown());
                }
                let answers = self.refuse_until(async { Ok::<_, ()>(writing.await) }, waiting).await;
                self.finish(answers, Vec::new());
            }
        }
        // Once nobody can send any more, it no longer matters when the store is back.
        while self.away.is() && !waiting.is_closed() {
            tokio::select! {
                () = self.refuse_for(Duration::from_millis(250), waiting) => {}
                () = self.closing.notified() => return waiting.close(),
            }
            let store = Arc::clone(&self.parts.store);
            let now = (self.parts.clock)();
            let probe = tokio::spawn(async move { store.tidy(now).await });
            let tidied = self.refuse_until(async { Ok::<_, ()>(probe.await.ok()) }, waiting).await;
            if let Some(Ok(tidied)) = tidied {
                tidied.written.iter().for_each(|written| self.tell(written));
                self.away.set(false);
            }
        }
    }

    /// Refuses what is handed in until something is over.
    async fn refuse_until<T: Default, E>(
        &self,
        over: impl Future<Output = Result<T, E>>,
        waiting: &mut mpsc::Receiver<Waiting>,
    ) -> T {
        tokio::pin!(over);
        loop {
            tokio::select! {
                biased;
                result = &mut over => return result.unwrap_or_default(),
                // A closed queue gives nothing more, and this branch sleeps.
                Some(next) = waiting.recv() => {
                    let _ = next.answer.send(Err(WriteError::Store(StoreError::Away("it has not answered yet".into()))));
                }
            }
        }
    }

    async fn refuse_for(&self, time: Duration, waiting: &mut mpsc::Receiver<Waiting>) {
        let over = async {
            tokio::time::sleep(time).await;
            Ok::<(), ()>(())
        };
        self.refuse_until(over, waiting).await;
    }

    /// Tells the readers, in version order, then answers the senders.
    fn finish(&self, answers: Vec<Answer>, askers: Vec<Asker>) {
        let away = |answer: &Answer| matches!(answer, Err(WriteError::Store(StoreError::Away(_))));
        if !answers.is_empty() && answers.iter().all(away) {
            self.away.set(true);
        }
        for written in answers.iter().flatten() {
            self.tell(written);
        }
        let mut answers = answers.into_iter();
        for asker in askers {
            // A store that panicked has answered nothing: whether it has written is not known.
            let lost = || Err(WriteError::Store(StoreError::Unknown("the store failed while writing".into())));
            asker.answer(answers.next().unwrap_or_else(lost));
        }
    }

    fn tell(&self, written: &Written) {
        if written.changes.is_empty() && matches!(written.outcome, Outcome::Message { .. } | Outcome::Reacted { .. }) {
            return;
        }
        self.parts.hub.deliver(written);
        if let Some(tell) = &self.parts.tell {
            tell(written);
        }
    }

    /// Does a piece of the work that nobody waits for; says when the next is due.
    async fn tidy(&self) -> Duration {
        match self.parts.store.tidy((self.parts.clock)()).await {
            Ok(tidied) => {
                tidied.written.iter().for_each(|written| self.tell(written));
                if tidied.more { TIDY_MORE } else { TIDY_EVERY }
            }
            Err(error) => {
                tracing::warn!(%error, "tidying has to wait");
                TIDY_EVERY
            }
        }
    }
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
