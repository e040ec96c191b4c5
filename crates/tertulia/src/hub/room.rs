//! A live room: what this node knows of one room, its tail, and who waits for it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::task::AtomicWaker;
use slab::Slab;
use tertulia_wire::RoomName;
use tokio::time::Instant;

use super::encoded::Encoded;
use super::tail::{Look, Tail};
use crate::limits::Limits;
use crate::store::{Found, Outcome, RoomFacts, RoomKey, Stretch, Written};

/// What this node knows to be under a name.
#[derive(Debug, Clone)]
pub(crate) enum Stage {
    /// Nothing is known yet.
    Unloaded,
    /// The store has said so, or a delivery.
    Known(Found),
}

/// A part of the feed that was read from the store once for all who wait for it.
#[derive(Debug)]
pub(crate) struct Segment {
    /// The room as it was when it was read.
    pub(crate) facts: RoomFacts,
    /// The version above which it is whole.
    pub(crate) from: u64,
    /// The version up to which it is whole.
    pub(crate) upto: u64,
    /// The changes in between that were not replaced, in version order.
    pub(crate) changes: Vec<Arc<Encoded>>,
}

/// The newest messages, read from the store once for all who come at about the same time.
#[derive(Debug)]
pub struct Newest {
    /// The room as it was when it was read.
    pub facts: RoomFacts,
    /// How many messages were asked for.
    pub last: u32,
    /// The messages, in id order.
    pub messages: Vec<Arc<Encoded>>,
    /// Older ones are left.
    pub more: bool,
}

impl Segment {
    pub(crate) fn new(stretch: Stretch, from: u64) -> Result<Self, serde_json::Error> {
        let Stretch { facts, changes, upto, .. } = stretch;
        let changes = changes
            .iter()
            .map(|change| Encoded::new(&facts.name, facts.cursor(change.version()), change))
            .collect::<Result<_, _>>()?;
        Ok(Self { facts, from, upto, changes })
    }
}

/// What a delivery asks of the hub.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Readers have something to see.
    pub(crate) news: bool,
    /// A right may have ended with it, or the room: readers are told at once.
    pub(crate) ended: bool,
    /// A version below what was delivered is missing.
    pub(crate) missing: bool,
    /// Only the store can say what is under the name now.
    pub(crate) ask: bool,
}

fn bytes_of(changes: &[Arc<Encoded>]) -> usize {
    changes.iter().map(|change| change.bytes()).sum()
}

/// What a reader of a live room finds.
#[derive(Debug)]
pub(crate) enum View {
    UpToDate,
    Behind,
    Found(Vec<Arc<Encoded>>, u64),
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) stage: Stage,
    pub(crate) tail: Tail,
    // Changes that came before what is missing below them.
    ahead: BTreeMap<u64, Arc<Encoded>>,
    // Where readers wait for the store: version → how many.
    wants: BTreeMap<u64, usize>,
    segment: Option<Arc<Segment>>,
    newest: Option<Arc<Newest>>,
    // The key of the room that was deleted last: late hints of it must not bring it back.
    gone: Option<RoomKey>,
    // A hint came before anything was known: what the store says now may be older than it.
    hinted: bool,
    // The newest change that replaced an older one: what was read before it may hold what is deleted by now.
    replaced: u64,
    held: usize,
}

/// More readers than this are a crowd.
const CROWD: usize = 64;

#[derive(Debug)]
struct Waiters {
    wakers: Slab<Arc<AtomicWaker>>,
    woken: Option<Instant>,
    waking_later: bool,
}

/// A room that somebody reads, or has read a moment ago.
#[derive(Debug)]
pub(crate) struct LiveRoom {
    /// The name under which it was asked for.
    pub(crate) name: RoomName,
    state: Mutex<State>,
    // Apart from the state, so that a woken reader does not wait for the others to be woken.
    waiters: Mutex<Waiters>,
    // One store read of a room at a time: those who wait find its result.
    pub(crate) reading: tokio::sync::Mutex<()>,
    /// Milliseconds of the hub's clock when it was last let go.
    pub(crate) idle_since: AtomicU64,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // No code under these locks panics half-way through a change; a poisoned lock would only spread the damage.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl LiveRoom {
    pub(crate) fn new(name: RoomName) -> Self {
        let state = State {
            stage: Stage::Unloaded,
            tail: Tail::from(0),
            ahead: BTreeMap::new(),
            wants: BTreeMap::new(),
            segment: None,
            newest: None,
            gone: None,
            hinted: false,
            replaced: 0,
            held: 0,
        };
        Self {
            name,
            state: Mutex::new(state),
            waiters: Mutex::new(Waiters { wakers: Slab::new(), woken: None, waking_later: false }),
            reading: tokio::sync::Mutex::new(()),
            idle_since: AtomicU64::new(0),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(crate) fn watch(&self) -> (usize, Arc<AtomicWaker>) {
        let waker = Arc::new(AtomicWaker::new());
        (lock(&self.waiters).wakers.insert(Arc::clone(&waker)), waker)
    }

    pub(crate) fn unwatch(&self, place: usize) {
        let wakers = &mut lock(&self.waiters).wakers;
        wakers.try_remove(place);
        // A crowd that has left leaves its table behind, which is most of what an idle room would hold.
        if wakers.is_empty() || wakers.capacity() > 64 && wakers.len() * 4 < wakers.capacity() {
            wakers.shrink_to_fit();
        }
    }

    pub(crate) fn readers(&self) -> usize {
        lock(&self.waiters).wakers.len()
    }

    /// Wakes everybody, at once.
    pub(crate) fn wake(&self) {
        let mut waiters = lock(&self.waiters);
        waiters.woken = Some(Instant::now());
        waiters.wakers.iter().for_each(|(_, waker)| waker.wake());
    }

    /// Wakes everybody; a crowd that was woken a moment ago a little later, since it is still being served.
    pub(crate) fn wake_soon(self: &Arc<Self>, limits: &Limits) {
        let mut waiters = lock(&self.waiters);
        let readers = waiters.wakers.len();
        let pause = Duration::from_micros(limits.crowd_wake_us * readers as u64);
        let left = waiters.woken.map_or(Duration::ZERO, |woken| pause.saturating_sub(woken.elapsed()));
        if readers <= CROWD || left.is_zero() {
            drop(waiters);
            return self.wake();
        }
        if !std::mem::replace(&mut waiters.waking_later, true) {
            let room = Arc::clone(self);
            tokio::spawn(async move {
                tokio::time::sleep(left).await;
                lock(&room.waiters).waking_later = false;
                room.wake();
            });
        }
    }
}

impl State {
    pub(crate) fn facts(&self) -> Option<&RoomFacts> {
        match &self.stage {
            Stage::Known(Found::Room(facts)) => Some(facts),
            _ => None,
        }
    }

    /// Takes what the store said, unless a hint has come since it was asked; then it has to be asked again.
    pub(crate) fn load(&mut self, found: Found) -> bool {
        if std::mem::take(&mut self.hinted) {
            return false;
        }
        if matches!(self.stage, Stage::Unloaded) {
            self.begin(found);
        }
        true
    }

    /// Takes what the store said, whatever was thought before, and has every reader read again.
    pub(crate) fn begin(&mut self, found: Found) {
        self.tail = Tail::from(if let Found::Room(facts) = &found { facts.head } else { 0 });
        self.ahead.clear();
        self.segment = None;
        self.newest = None;
        self.stage = Stage::Known(found);
    }

    /// Takes a written change, in any order, any number of times.
    pub(crate) fn deliver(&mut self, written: &Written, encoded: &[Arc<Encoded>], sole_writer: bool) -> Told {
        let facts = &written.facts;
        if matches!(self.stage, Stage::Unloaded) {
            self.hinted = true;
            return Told::default();
        }
        if self.gone == Some(facts.key) {
            return Told::default();
        }
        if matches!(written.outcome, Outcome::RoomDeleted) {
            let ours = self.facts().is_none_or(|known| known.key == facts.key);
            if ours {
                self.begin(Found::Deleted { everywhere: facts.access.everywhere });
                self.gone = Some(facts.key);
            }
            return Told { news: ours, ended: ours, ..Told::default() };
        }
        let Some(known) = self.facts().filter(|known| known.key == facts.key) else {
            if !sole_writer {
                // It may be a late hint of a room that is gone.
                return Told { ask: true, ..Told::default() };
            }
            // Made just now, or made anew: whoever waits for it begins where it begins.
            let before = encoded.first().map_or(facts.head, |change| change.version - 1);
            self.begin(Found::Room(facts.clone()));
            self.tail = Tail::from(before);
            self.accept_all(encoded);
            return Told { news: true, missing: self.missing(), ..Told::default() };
        };
        let (newer, same_epoch) = (facts.head >= known.head, known.epochs.newest() == facts.epochs.newest());
        if !same_epoch {
            if known.epochs.as_list().iter().any(|(epoch, _)| *epoch == facts.epochs.newest()) {
                return Told::default();
            }
            // An epoch that begins where our tail ends goes on from it; any other begins another history.
            if facts.epochs.newest_began() != self.tail.newest() {
                self.begin(Found::Room(facts.clone()));
                return Told { news: true, ..Told::default() };
            }
        }
        let ended = facts.access.room > known.access.room;
        let newer = newer || !same_epoch || ended;
        if newer {
            self.stage = Stage::Known(Found::Room(facts.clone()));
        }
        let seen = self.accept_all(encoded);
        Told { news: seen || newer, ended, missing: self.missing(), ask: false }
    }

    fn accept_all(&mut self, encoded: &[Arc<Encoded>]) -> bool {
        let before = self.tail.newest();
        for change in encoded {
            if change.version > before {
                self.ahead.insert(change.version, Arc::clone(change));
            }
        }
        self.join();
        self.tail.newest() > before
    }

    /// Moves what has become whole from `ahead` to the tail.
    fn join(&mut self) {
        while let Some(entry) = self.ahead.first_entry() {
            let version = *entry.key();
            if version > self.tail.newest() + 1 {
                return;
            }
            let change = entry.remove();
            if version > self.tail.newest() {
                self.push(change);
            }
        }
    }

    fn push(&mut self, change: Arc<Encoded>) {
        if !change.is_new_message() {
            self.replaced = self.replaced.max(change.version);
        }
        self.tail.push(change);
    }

    pub(crate) fn missing(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Fills the hole above the tail with what the store says; `known` is the tail's newest from before that read.
    pub(crate) fn fill(&mut self, segment: Segment, known: u64) {
        if self.learn(&segment.facts, known) {
            return;
        }
        for change in segment.changes {
            if change.version > self.tail.newest() {
                self.push(change);
            }
        }
        self.tail.skip_to(segment.upto);
        self.join();
    }

    /// Takes facts that were read from the store when the tail already knew a version. Returns true when the store's
    /// history is another one, so that everything begins anew.
    fn learn(&mut self, facts: &RoomFacts, known: u64) -> bool {
        let Some(ours) = self.facts() else {
            self.begin(Found::Room(facts.clone()));
            return true;
        };
        let other = ours.key != facts.key || facts.head < known;
        let unknown = !ours.epochs.as_list().iter().any(|(epoch, _)| *epoch == facts.epochs.newest());
        if other || unknown && facts.epochs.newest_began() < known {
            self.begin(Found::Room(facts.clone()));
            return true;
        }
        if facts.head >= ours.head {
            self.stage = Stage::Known(Found::Room(facts.clone()));
        }
        false
    }

    /// Keeps a segment for those who wait; `known` is the tail's newest from before its read.
    pub(crate) fn share(&mut self, segment: &Arc<Segment>, known: u64) {
        if !self.learn(&segment.facts, known) {
            self.segment = Some(Arc::clone(segment));
        }
    }

    pub(crate) fn keep_newest(&mut self, newest: &Arc<Newest>, known: u64) {
        if !self.learn(&newest.facts, known) {
            self.newest = Some(Arc::clone(newest));
        }
    }

    /// The shared newest page, if a stream can go on from it and nothing on it has been replaced since.
    pub(crate) fn newest(&self, last: u32) -> Option<Arc<Newest>> {
        let newest = self.newest.as_ref().filter(|newest| newest.last == last)?;
        let facts = self.facts()?;
        let same = facts.key == newest.facts.key && facts.epochs.newest() == newest.facts.epochs.newest();
        let joins = self.tail.floor() <= newest.facts.head && self.replaced <= newest.facts.head;
        let unchanged = facts.access == newest.facts.access && facts.settings.version == newest.facts.settings.version;
        (same && joins && unchanged).then(|| Arc::clone(newest))
    }

    pub(crate) fn segment_for(&self, seen: u64) -> Option<Arc<Segment>> {
        self.segment.as_ref().filter(|segment| segment.from <= seen && seen < segment.upto).map(Arc::clone)
    }

    /// What a reader gets next: from the tail, else from a segment of its own or the shared one.
    pub(crate) fn look(&self, seen: u64, own: Option<&Arc<Segment>>, changes_max: usize, bytes_max: usize) -> View {
        match self.tail.look(seen, changes_max, bytes_max) {
            Look::UpToDate => return View::UpToDate,
            Look::Found(changes, upto) => return View::Found(changes, upto),
            Look::Behind => {}
        }
        let segments = [own, self.segment.as_ref()];
        let covering = segments.into_iter().flatten().find(|segment| segment.from <= seen && seen < segment.upto);
        let Some(segment) = covering else { return View::Behind };
        let stale = self.facts().is_none_or(|facts| facts.key != segment.facts.key);
        let replaced = self.replaced > segment.facts.head;
        // The tail tells which of them were replaced since the read; if it doesn't reach back so far, read again.
        if stale || replaced && self.tail.floor() > segment.facts.head {
            return View::Behind;
        }
        let next: Vec<_> = segment.changes.iter().filter(|change| change.version > seen).collect();
        let taken = next.len().min(changes_max.max(1));
        let upto = if taken < next.len() { next[taken - 1].version } else { segment.upto };
        let current = next[..taken].iter().filter(|change| !replaced || !self.tail.replaces(change));
        View::Found(current.map(|change| Arc::clone(change)).collect(), upto)
    }

    pub(crate) fn want(&mut self, seen: u64) {
        *self.wants.entry(seen).or_default() += 1;
    }

    pub(crate) fn unwant(&mut self, seen: u64) {
        if let Some(count) = self.wants.get_mut(&seen) {
            *count -= 1;
            if *count == 0 {
                self.wants.remove(&seen);
            }
        }
        if self.wants.is_empty() {
            self.segment = None;
        }
    }

    /// Where a read for a reader should begin, so that others who are a little further behind are served by it too.
    pub(crate) fn read_from(&self, seen: u64, limit: u32) -> u64 {
        let near = seen.saturating_sub(u64::from(limit) / 2);
        self.wants.range(near..=seen).next().map_or(seen, |(lowest, _)| *lowest)
    }

    /// Keeps the bounds after a change, and accounts for the bytes held, in the room and on the node.
    pub(crate) fn settle(&mut self, limits: &Limits, all: &AtomicUsize) {
        self.tail.trim(limits.tail_changes, limits.tail_bytes);
        self.account(all);
        if all.load(Ordering::Relaxed) > limits.tails_bytes {
            self.newest = None;
            self.tail.trim(limits.tail_changes, limits.tail_bytes / 16);
            self.account(all);
            if all.load(Ordering::Relaxed) > limits.tails_bytes {
                self.tail.trim(0, 0);
                self.account(all);
            }
        }
    }

    fn account(&mut self, all: &AtomicUsize) {
        let segment = self.segment.as_ref().map_or(0, |segment| bytes_of(&segment.changes));
        let newest = self.newest.as_ref().map_or(0, |newest| bytes_of(&newest.messages));
        let held = self.tail.bytes() + segment + newest;
        if held >= self.held {
            all.fetch_add(held - self.held, Ordering::Relaxed);
        } else {
            all.fetch_sub(self.held - held, Ordering::Relaxed);
        }
        self.held = held;
    }

    /// Gives back what it holds; called when the room leaves memory.
    pub(crate) fn release(&mut self, all: &AtomicUsize) {
        self.begin(Found::Absent { everywhere: 0 });
        self.stage = Stage::Unloaded;
        self.account(all);
    }

    pub(crate) fn key(&self) -> Option<RoomKey> {
        self.facts().map(|facts| facts.key)
    }
}
