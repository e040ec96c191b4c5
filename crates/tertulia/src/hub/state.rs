//! What this node knows of one room: what is under the name, its tail, and what was read for those who wait.
//!
//! Nothing in here waits: it is told what was delivered and what the store answered, in whatever order these come.

mod facts;
mod moved;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tertulia_wire::{Cursor, RoomName};

pub(crate) use self::told::Told;
use super::encoded::Encoded;
use super::reads::Reads;
use super::shared::{Newest, Segment};
use super::signals::Signals;
use super::tail::{Changes, Look, Tail};
use crate::limits::Limits;
use crate::store::{Access, Found, RoomFacts, RoomKey, Verdict};

/// What this node knows to be under a name.
#[derive(Debug, Clone)]
pub(crate) enum Stage {
    /// Nothing is known yet.
    Unloaded,
    /// The store has said so, or a delivery.
    Known(Found),
    /// The name is an alias of a room, which lives under the name that these facts have. Those who stood here are told by
    /// this; for those who come the store is asked anew, since nobody tells an alias of what becomes of its room.
    Elsewhere(RoomFacts),
}

/// What was known of a room when the store was asked: by this the answer is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    begun: u64,
    at: Cursor,
    access: Access,
    waiting: u64,
    /// The newest version in the tail.
    pub(crate) tail: u64,
}

/// What an answer of the store is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Learned {
    /// It goes with what is known.
    Joins,
    /// It tells of another history, with which everything has begun anew.
    Anew,
    /// Something else has begun since the store was asked: the answer is of no use.
    Stale,
}

/// How far a room is known, by what was heard and what was read.
fn position(facts: &RoomFacts, tail: &Tail) -> Cursor {
    facts.cursor(facts.head.max(tail.newest()))
}

fn room_key(found: &Found) -> Option<RoomKey> {
    match found {
        Found::Room(facts) => Some(facts.key),
        Found::Absent { .. } | Found::Deleted { .. } => None,
    }
}

fn bytes_of(changes: &[Arc<Encoded>]) -> usize {
    changes.iter().map(|change| change.bytes()).sum()
}

/// What a reader of a live room finds.
#[derive(Debug)]
pub(crate) enum View {
    UpToDate,
    Behind,
    Found(Changes, u64),
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) stage: Stage,
    pub(crate) tail: Tail,
    pub(crate) signals: Signals,
    pub(crate) reads: Reads,
    // Changes that came before what is missing below them.
    ahead: BTreeMap<u64, Arc<Encoded>>,
    // Where readers wait for the store: version → how many.
    wants: BTreeMap<u64, usize>,
    segment: Option<Arc<Segment>>,
    newest: Option<Arc<Newest>>,
    // The room that was deleted or moved away last, with its access number then: late hints of it must not bring it back.
    gone: Option<(RoomKey, u64)>,
    // Where the room is that moved away last, for those who stand here still when another one is made under the name.
    departed: Option<Box<RoomFacts>>,
    // The newest change that replaced an older one: what was read before it may hold what is deleted by now.
    replaced: u64,
    // Counts how often everything began anew, and the hints that came before anything was known: an answer of the store
    // from before any of these is of no use.
    begun: u64,
    held: usize,
}

impl State {
    pub(crate) fn new() -> Self {
        Self {
            stage: Stage::Unloaded,
            tail: Tail::from(0),
            signals: Signals::default(),
            reads: Reads::default(),
            ahead: BTreeMap::new(),
            wants: BTreeMap::new(),
            segment: None,
            newest: None,
            gone: None,
            departed: None,
            replaced: 0,
            begun: 0,
            held: 0,
        }
    }

    pub(crate) fn facts(&self) -> Option<&RoomFacts> {
        match &self.stage {
            Stage::Known(Found::Room(facts)) => Some(facts),
            _ => None,
        }
    }

    /// Takes what the store said, unless a hint has come since it was asked; then it has to be asked again.
    pub(crate) fn load(&mut self, found: Found, known: &Known, name: &RoomName) -> bool {
        let current = !self.has_begun_since(known);
        if current {
            self.begin_under(name, found);
        }
        current
    }

    /// Takes what the store said, whatever was thought before, and has every reader read again.
    pub(crate) fn begin(&mut self, found: Found) {
        self.tail = Tail::from(if let Found::Room(facts) = &found { facts.head } else { 0 });
        self.ahead.clear();
        self.segment = None;
        self.newest = None;
        // What was replaced up to here is not known, and so it may be anything.
        self.replaced = self.replaced.max(self.tail.newest());
        self.begun += 1;
        if self.gone.is_some_and(|(gone, _)| room_key(&found) == Some(gone)) {
            // It has come back, or a copy from before it went was put back.
            self.gone = None;
            self.departed = None;
        }
        self.stage = Stage::Known(found);
    }

    /// What is known now, to be kept while the store is asked.
    pub(crate) fn known(&self) -> (Option<RoomKey>, Known) {
        let at = self.facts().map_or(Cursor::Start, |facts| position(facts, &self.tail));
        let access = self.facts().map_or_else(Access::default, |facts| facts.access);
        let waiting = self.facts().map_or(0, |facts| facts.waiting);
        (self.key(), Known { begun: self.begun, at, access, waiting, tail: self.tail.newest() })
    }

    pub(crate) fn has_begun_since(&self, known: &Known) -> bool {
        self.begun != known.begun
    }

    /// Whether those who wait have to look since the store was asked, although no change has come: everything has begun anew,
    /// a right has ended, or something else waits for review. Its hint, when it comes, is no news any more.
    pub(crate) fn has_news_since(&self, known: &Known) -> bool {
        let is_other = |facts: &RoomFacts| facts.access != known.access || facts.waiting != known.waiting;
        self.has_begun_since(known) || self.facts().is_some_and(is_other)
    }

    /// Takes changes that may come before what is missing below them. Returns true when there is more to see by them.
    fn accept_all<'a>(&mut self, encoded: impl IntoIterator<Item = &'a Arc<Encoded>>) -> bool {
        let before = self.tail.newest();
        for change in encoded {
            if change.version > before {
                self.note_replaced(change);
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

    /// Puts a change at the end of the tail, or only its version if it is not to be handed out any more.
    fn push(&mut self, change: Arc<Encoded>) {
        if !change.is_new_message() {
            self.replaced = self.replaced.max(change.version);
        }
        if change.is_below(self.first()) || self.replaced > change.version && self.is_replaced_ahead(&change) {
            self.tail.skip_to(change.version);
        } else {
            self.tail.push(change);
        }
    }

    /// From the moment that a change is here, the older ones of its message are handed out no more.
    fn note_replaced(&mut self, change: &Encoded) {
        if !change.is_new_message() {
            self.replaced = self.replaced.max(change.version);
            self.tail.forget(change.id);
        }
    }

    fn is_replaced_ahead(&self, change: &Encoded) -> bool {
        self.ahead.range(change.version + 1..).any(|(_, newer)| newer.id == change.id)
    }

    fn is_replaced(&self, change: &Encoded) -> bool {
        self.tail.replaces(change) || self.is_replaced_ahead(change)
    }

    /// Whether there is more than the tail knows.
    pub(crate) fn missing(&self) -> bool {
        !self.ahead.is_empty() || self.facts().is_some_and(|facts| facts.head > self.tail.newest())
    }

    /// Fills the hole above the tail with what the store says. Returns false when it has to be asked again.
    pub(crate) fn fill(&mut self, segment: &Segment, known: &Known) -> bool {
        let learned = self.learn(&segment.facts, known);
        if learned == Learned::Joins {
            self.reach(segment);
        }
        learned != Learned::Stale
    }

    /// Has the tail come as far as what was read from the store, where that goes on from it.
    fn reach(&mut self, segment: &Segment) {
        if segment.from > self.tail.newest() {
            return;
        }
        for change in &segment.changes {
            if change.version > self.tail.newest() {
                self.push(Arc::clone(change));
            }
        }
        self.tail.skip_to(segment.upto);
        self.join();
    }

    /// Takes facts that were read from the store.
    fn learn(&mut self, facts: &RoomFacts, known: &Known) -> Learned {
        let Some(ours) = self.facts().filter(|ours| ours.key == facts.key && !self.has_begun_since(known)) else {
            return Learned::Stale;
        };
        // The answer is no older than what was known when it was asked for, unless that is another history.
        let mut lost = facts.judge(known.at) == Verdict::Lost || facts.access.is_below(&known.access);
        if !ours.epochs.as_list().iter().any(|(epoch, _)| *epoch == facts.epochs.newest()) {
            // An epoch that nobody has told of: what has been heard since must belong to it too.
            lost |= facts.judge(position(ours, &self.tail)) == Verdict::Lost || facts.access.is_below(&ours.access);
        }
        if !lost && facts.access.is_below(&ours.access) {
            // It was read before a right was taken back that has been told of since: what was read is good, what it says of the
            // room is not.
            return if facts.name == ours.name { Learned::Joins } else { Learned::Stale };
        }
        if facts.name != ours.name {
            self.leave(facts.clone());
            return Learned::Anew;
        }
        if lost {
            self.begin(Found::Room(facts.clone()));
            return Learned::Anew;
        }
        if facts.head >= ours.head {
            self.go_on(facts);
        }
        Learned::Joins
    }

    /// Keeps a segment for those who wait. What it replaces is handed out no more: the tail comes as far.
    pub(crate) fn share(&mut self, segment: &Arc<Segment>, known: &Known) {
        let learned = self.learn(&segment.facts, known);
        if learned == Learned::Joins {
            self.reach(segment);
        }
        if learned != Learned::Stale {
            self.segment = Some(Arc::clone(segment));
        }
    }

    /// Keeps a newest page for those who come. Returns false when it is of no use: something on it has been replaced since.
    /// What the page replaces is handed out no more, also where the tail has not come so far.
    pub(crate) fn keep_newest(&mut self, newest: &Arc<Newest>, known: &Known) -> bool {
        let learned = self.learn(&newest.facts, known);
        if learned == Learned::Joins && newest.facts.head > self.tail.newest() {
            let replacing = newest.messages.iter().filter(|message| !message.is_new_message());
            self.accept_all(replacing);
        }
        let current = learned != Learned::Stale && self.is_current(newest);
        if current {
            self.newest = Some(Arc::clone(newest));
        }
        current
    }

    /// The shared newest page, if it is no older than a head and nothing on it has been replaced since.
    pub(crate) fn newest(&self, last: u32, head: u64) -> Option<Arc<Newest>> {
        let newest = self.newest.as_ref().filter(|newest| newest.last == last && newest.facts.head >= head)?;
        self.is_current(newest).then(|| Arc::clone(newest))
    }

    /// Whether a message is known that the room still has: it may change since, or be deleted, and stays one.
    pub(crate) fn has_messages(&self) -> bool {
        let (Some(facts), Some(newest)) = (self.facts(), &self.newest) else { return false };
        let same = facts.key == newest.facts.key && facts.epochs.newest() == newest.facts.epochs.newest();
        same && newest.messages.iter().any(|message| !message.is_below(facts.settings.first))
    }

    fn is_current(&self, newest: &Newest) -> bool {
        let Some(facts) = self.facts() else { return false };
        let read = &newest.facts;
        let same = facts.key == read.key && facts.epochs.newest() == read.epochs.newest();
        let unchanged = facts.access == read.access && facts.settings.version == read.settings.version;
        // The tail tells what was replaced since, as far as it reaches back.
        let whole = self.replaced <= read.head
            || self.tail.floor() <= read.head && !newest.messages.iter().any(|message| self.is_replaced(message));
        same && unchanged && whole
    }

    /// Whether a reader may be given something of a segment as things are now; else the store has to be read again.
    fn serves(&self, segment: &Segment, seen: u64) -> bool {
        let read = &segment.facts;
        let at = Cursor::At { epoch: read.epochs.newest(), version: read.head };
        let same = |ours: &RoomFacts| (ours.key, &ours.name) == (read.key, &read.name) && ours.judge(at) != Verdict::Lost;
        // The tail tells what was replaced since, as far as it reaches back.
        let told = self.replaced <= read.head || self.tail.floor() <= read.head;
        self.facts().is_some_and(same) && told && segment.from <= seen && seen < segment.upto
    }

    pub(crate) fn segment_for(&self, seen: u64) -> Option<Arc<Segment>> {
        self.segment.as_ref().filter(|segment| self.serves(segment, seen)).map(Arc::clone)
    }

    /// What a reader gets next: from the tail, else from a segment of its own or the shared one.
    pub(crate) fn look(&self, seen: u64, own: Option<&Arc<Segment>>, changes_max: usize, bytes_max: usize) -> View {
        match self.tail.look(seen, changes_max, bytes_max) {
            Look::UpToDate => return View::UpToDate,
            Look::Found(changes, upto) => return View::Found(changes, upto),
            Look::Behind => {}
        }
        let segments = [own, self.segment.as_ref()];
        let Some(segment) = segments.into_iter().flatten().find(|segment| self.serves(segment, seen)) else {
            return View::Behind;
        };
        let next: Vec<_> = segment.changes.iter().filter(|change| change.version > seen).collect();
        let taken = next.len().min(changes_max.max(1));
        let upto = if taken < next.len() { next[taken - 1].version } else { segment.upto };
        let replaced = self.replaced > segment.facts.head;
        let first = self.first();
        let current = next[..taken].iter().filter(|change| !(change.is_below(first) || replaced && self.is_replaced(change)));
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

    /// Where more has come ahead of what is missing than a tail may hold, gives up waiting: the store has it all. Returns
    /// true then.
    pub(crate) fn give_up_waiting(&mut self, limits: &Limits) -> bool {
        let bytes: usize = self.ahead.values().map(|change| change.bytes()).sum();
        let over = self.ahead.len() > limits.tail_changes.max(1) || bytes > limits.tail_bytes;
        let Some(facts) = self.facts().filter(|_| over).cloned() else { return false };
        self.begin(Found::Room(facts));
        true
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
        let ahead: usize = self.ahead.values().map(|change| change.bytes()).sum();
        let held = self.tail.bytes() + ahead + segment + newest + self.signals.bytes() + self.reads.bytes();
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
        self.signals.clear();
        self.reads.clear();
        self.account(all);
    }

    pub(crate) fn key(&self) -> Option<RoomKey> {
        self.facts().map(|facts| facts.key)
    }
}
