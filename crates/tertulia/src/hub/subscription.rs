//! The one read path: tail, else store, else wait.

use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use futures_util::future::BoxFuture;
use tertulia_wire::{Code, Cursor, Epoch, RoomName, Sender};
use tokio::time::Instant;

use super::presence::{Place, Stay};
use super::reads::{REVIEWS, mark_of};
use super::shared::Segment;
use super::signals::Heard;
use super::state::{Stage, State, View};
use super::tail::Changes;
use super::{Held, Newest};
use crate::error::StoreError;
use crate::limits::Limits;
use crate::store::{Access, Found, RoomFacts, RoomKey, Verdict};

/// What a reader gets next.
#[derive(Debug)]
pub enum Next {
    /// Changes in version order, whole up to [`Subscription::seen`]; never empty.
    Changes(Changes),
    /// Something true only now, for a reader that [listens](Subscription::listen) and has seen every change.
    Signals(Heard),
    /// The reader has read up to here, perhaps on another device; for one that listens.
    Read(u64),
    /// Something else waits for review than before; for one that is told so and whom the door lets review.
    Waiting,
    /// What the reader holds can't be gone on from: it needs the newest page, and to stand at its end.
    Reset,
    /// A right may have been taken away: ask the policy, then [`Subscription::admit`], before anything is handed out.
    Recheck(Box<Found>),
    /// This node is about to go: come back elsewhere with the cursor.
    Leaving,
    /// The room has another name now, which its facts say, and is read by that from here on.
    Moved(Box<RoomFacts>),
    /// The room has ended for this reader.
    Ended(Code),
    /// The store could not be read. A stream tries again after a while; its cursor stays good.
    Failed(StoreError),
}

enum Step {
    Ready(Next),
    UpToDate,
    Reading,
}

/// One reader of one room: a cursor, and something to be woken by.
pub struct Subscription {
    pub(super) held: Held,
    place: usize,
    // Who is woken from that place.
    waker: Waker,
    at: Standing,
    reading: Option<BoxFuture<'static, Result<Option<Arc<Segment>>, StoreError>>>,
    // What it has heard of all that is told beside the feed; `None` for whoever doesn't listen.
    heard: Option<HeardUpTo>,
    // The number of what waits that it was told of last, or found when it was let in; `None` for whom the door lets not review.
    waiting: Option<u64>,
    hears_what_waits: bool,
    pub(super) here: Option<Here>,
    // Who is here by this in a room that is not there yet.
    pub(super) unseen: Option<Box<Sender>>,
}

/// The numbers of the newest signal, and of what people have read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct HeardUpTo {
    signals: u64,
    reads: u64,
}

/// As whom a reader is here.
pub(super) struct Here {
    pub(super) id: Arc<str>,
    pub(super) place: Place,
    pub(super) stay: Stay,
}

/// Where a reader stands, and by which right.
struct Standing {
    key: Option<RoomKey>,
    epoch: Epoch,
    seen: u64,
    // More was there at the last look than was taken, be it changes or what is told beside them.
    more: bool,
    // `None` while the door has not said yes to whoever reads now.
    access: Option<Access>,
    // How far behind it may fall before it is reset; a reader that pages may be any distance away.
    behind_max: u64,
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").field("room", &self.held.room.name).field("seen", &self.at.seen).finish_non_exhaustive()
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.depart();
        self.held.room.unwatch(self.place);
        self.held.hub.meters().readers.down();
    }
}

impl Subscription {
    /// Registers a reader. It stands nowhere yet: [`start_after`](Self::start_after) or
    /// `start_newest` comes next, once the policy has been asked, since what is registered first
    /// can't miss what happens in between.
    #[must_use]
    pub fn new(held: Held) -> Self {
        let place = held.room.watch();
        held.hub.meters().readers.up();
        let at =
            Standing { key: None, epoch: Epoch(0), seen: 0, more: false, access: Some(Access::default()), behind_max: u64::MAX };
        let waker = Waker::noop().clone();
        Self {
            held,
            place,
            waker,
            at,
            reading: None,
            heard: None,
            waiting: None,
            hears_what_waits: false,
            here: None,
            unseen: None,
        }
    }

    /// Hears signals from now on, too, and how far the person has read that is here by this. Whoever listens already goes on
    /// from where they are: what was told since is not passed over.
    pub fn listen(&mut self) {
        if self.heard.is_none() {
            let state = self.held.room.state();
            self.heard = Some(HeardUpTo { signals: state.signals.number(), reads: state.reads.number() });
        }
        self.mark();
    }

    /// Is told from now on that something else waits for review, as long as the door lets it [review](Self::note_review).
    pub(crate) fn hear_what_waits(&mut self) {
        self.hears_what_waits = true;
        self.mark();
    }

    /// Notes whether the door lets it review, and if so the number of what waits as the door was told: what comes after that is told. Who
    /// could review before goes on from what they heard.
    pub(crate) fn note_review(&mut self, waiting: Option<u64>) {
        let before = self.waiting;
        self.waiting = waiting.map(|waiting| before.unwrap_or(waiting));
        // Of a crowd that is let in again nearly nobody reviews: their room's lock is not taken for it.
        if before.is_some() != self.waiting.is_some() {
            self.mark();
        }
    }

    /// Takes back that it was told what waits, where that could not be passed on: it is told again.
    pub(crate) fn unhear_what_waits(&mut self) {
        // No room has this number.
        self.waiting = self.waiting.map(|_| u64::MAX);
    }

    /// Whether something else waits than it was told of, for one that gets something else just now; it is told so by that.
    pub(crate) fn is_told_what_waits(&mut self) -> bool {
        let state = self.held.room.state();
        let waiting = self.waiting.as_mut().filter(|_| self.hears_what_waits);
        // Only by the right that it was let in by.
        self.at.stand_in(&state, self.held.hub.everywhere()).is_none() && is_news(&state, waiting)
    }

    /// Says by what it is found among those who wait.
    fn mark(&self) {
        let person = self.here.as_ref().filter(|_| self.heard.is_some()).map_or(0, |here| mark_of(&here.id));
        let reviews = if self.hears_what_waits && self.waiting.is_some() { REVIEWS } else { 0 };
        self.held.room.mark_there(self.place, person | reviews);
    }

    /// A stream that falls so far behind gets [`Next::Reset`].
    #[must_use]
    pub fn behind_at_most(mut self, changes: u64) -> Self {
        self.at.behind_max = changes;
        self
    }

    /// The name under which the room was asked for.
    #[must_use]
    pub fn room(&self) -> &RoomName {
        &self.held.room.name
    }

    /// The version that this reader has seen everything up to.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.at.seen
    }

    /// True if the last look took less than was there: what is new later wakes the reader, this does not.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.at.more
    }

    /// Takes back what was handed out above a version, where it could not be passed on: it comes again, as it is then.
    pub(crate) fn go_back(&mut self, version: u64) {
        self.at.seen = self.at.seen.min(version);
    }

    /// The cursor to go on from.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        match self.at.key {
            Some(_) => Cursor::At { epoch: self.at.epoch, version: self.at.seen },
            None => Cursor::Start,
        }
    }

    /// What is under the name, as far as this node knows.
    ///
    /// # Errors
    /// When the store had to be asked and is away.
    pub async fn found(&mut self) -> Result<Found, StoreError> {
        self.held.found().await
    }

    /// The room's facts, if there is a room.
    #[must_use]
    pub fn facts(&self) -> Option<RoomFacts> {
        self.held.room.state().facts().cloned()
    }

    /// Notes the access numbers by which the policy has said yes.
    pub fn admit(&mut self, access: Access) {
        self.at.access = Some(access);
    }

    /// Has the policy asked before anything more is handed out, whatever the numbers: somebody else reads now.
    pub(crate) fn admit_again(&mut self) {
        self.at.access = None;
    }

    /// Stands where a cursor says, judged by the store's epochs and head; `Reset` where it is not good.
    ///
    /// # Errors
    /// When the store had to be asked and is away.
    pub async fn start_after(&mut self, cursor: Cursor) -> Result<Verdict, StoreError> {
        let mut found = self.held.found().await?;
        if judge(&found, cursor) == Verdict::Lost || !self.held.hub.store.sole_writer() {
            found = self.held.found_in_store().await?;
        }
        let verdict = judge(&found, cursor);
        if let (Verdict::Good(version), Found::Room(facts)) = (verdict, &found) {
            self.stand(facts, version);
            if facts.head - version.min(facts.head) > self.at.behind_max {
                return Ok(Verdict::Lost);
            }
        }
        Ok(verdict)
    }

    /// Stands at the end of the newest page, which is one snapshot with the cursor. `None` when there is no room.
    ///
    /// # Errors
    /// When the store had to be asked and is away.
    pub async fn start_newest(&mut self, last: u32) -> Result<Option<Arc<Newest>>, StoreError> {
        let newest = self.held.newest(last).await?;
        if let Some(newest) = &newest {
            self.stand(&newest.facts, newest.facts.head);
        }
        Ok(newest)
    }

    fn stand(&mut self, facts: &RoomFacts, version: u64) {
        self.at.stand(facts, version);
        self.reading = None;
    }

    /// What comes next, as soon as there is something. Dropping the future loses nothing.
    pub async fn next(&mut self, limits: &Limits) -> Next {
        poll_fn(|cx| self.poll_next(cx, limits.chunk_changes, limits.chunk_bytes)).await
    }

    /// What is there now, at most so many changes, reading the store if need be; `None` when the reader is up to date.
    pub async fn now(&mut self, changes_max: usize, bytes_max: usize) -> Option<Next> {
        poll_fn(|cx| match self.step(cx, changes_max, bytes_max) {
            Step::Ready(next) => Poll::Ready(Some(next)),
            Step::UpToDate => Poll::Ready(None),
            Step::Reading => Poll::Pending,
        })
        .await
    }

    /// The same as [`next`](Self::next), to be polled together with others.
    pub fn poll_next(&mut self, cx: &mut Context<'_>, changes_max: usize, bytes_max: usize) -> Poll<Next> {
        match self.step(cx, changes_max, bytes_max) {
            Step::Ready(next) => Poll::Ready(next),
            Step::UpToDate | Step::Reading => Poll::Pending,
        }
    }

    fn step(&mut self, cx: &mut Context<'_>, changes_max: usize, bytes_max: usize) -> Step {
        let mut own = None;
        loop {
            if let Some(reading) = &mut self.reading {
                let Poll::Ready(read) = reading.as_mut().poll(cx) else { return Step::Reading };
                self.reading = None;
                match read {
                    Ok(segment) => own = segment,
                    Err(error) => return Step::Ready(Next::Failed(error)),
                }
            }
            // Registered before looking: what is delivered in between wakes this task again.
            if !self.waker.will_wake(cx.waker()) {
                self.waker.clone_from(cx.waker());
                self.held.room.wake_there(self.place, &self.waker);
            }
            if self.held.hub.is_leaving() {
                return Step::Ready(Next::Leaving);
            }
            // The room is borrowed, not counted: its count would be fought over by all who read it at once.
            let state = self.held.room.state();
            // Only under the room's lock: what was committed after the number was raised is found with the number.
            if let Some(next) = self.at.stand_in(&state, self.held.hub.everywhere()) {
                return Step::Ready(next);
            }
            if self.at.key.is_some()
                && let (Some(key), Some(sender)) = (state.key(), self.unseen.take())
            {
                self.held.hub.note_seen(key, &sender);
            }
            let told = HeardUpTo { signals: state.signals.number(), reads: state.reads.number() };
            let heard = self.heard.as_mut().filter(|heard| **heard != told);
            let waiting = self.waiting.as_mut().filter(|_| self.hears_what_waits);
            let Some(key) = self.at.key else { return up_to_date(&state, heard, waiting, self.here.as_ref()) };
            match state.look(self.at.seen, own.take().as_ref(), changes_max, bytes_max) {
                View::UpToDate => return up_to_date(&state, heard, waiting, self.here.as_ref()),
                View::Found(changes, upto) => {
                    self.at.seen = upto;
                    // What came with the same wake: nobody will wake this task for it again.
                    let waits = waiting.as_ref().zip(state.waiting()).is_some_and(|(heard, now)| **heard != now);
                    self.at.more = heard.is_some() || waits || state.facts().is_some_and(|facts| upto < facts.head);
                    if !changes.is_empty() {
                        drop(state);
                        self.held.hub.meters().delivered.add(changes.len() as u64);
                        return Step::Ready(Next::Changes(changes));
                    }
                }
                View::Behind => {
                    drop(state);
                    self.reading = Some(catch_up(self.held.clone(), key, self.at.seen));
                }
            }
        }
    }
}

/// Signals come once there is no change to tell: who is behind gets the newest alone.
fn up_to_date(state: &State, heard: Option<&mut HeardUpTo>, waiting: Option<&mut u64>, here: Option<&Here>) -> Step {
    if is_news(state, waiting) {
        return Step::Ready(Next::Waiting);
    }
    let Some(heard) = heard else { return Step::UpToDate };
    let before = std::mem::replace(&mut heard.reads, state.reads.number());
    if let Some(up_to) = here.and_then(|here| state.reads.since(before, &here.id)) {
        return Step::Ready(Next::Read(up_to));
    }
    let signals = state.signals.since(heard.signals, Instant::now());
    heard.signals = state.signals.number();
    if signals.is_empty() { Step::UpToDate } else { Step::Ready(Next::Signals(signals)) }
}

/// Whether something else waits than was heard of; however much has come to wait meanwhile, it is told once.
fn is_news(state: &State, heard: Option<&mut u64>) -> bool {
    heard.zip(state.waiting()).is_some_and(|(heard, now)| std::mem::replace(heard, now) != now)
}

impl Standing {
    fn stand(&mut self, facts: &RoomFacts, version: u64) {
        self.key = Some(facts.key);
        self.epoch = facts.epochs.newest();
        self.seen = version;
    }

    /// Whether this reader may go on in the room as it is now; says what it gets instead if not.
    fn stand_in(&mut self, state: &State, everywhere: u64) -> Option<Next> {
        let recheck = |found: &Found| Some(Next::Recheck(Box::new(found.clone().raised(everywhere))));
        let facts = match &state.stage {
            Stage::Unloaded => return None,
            Stage::Elsewhere(facts) => return Some(Next::Moved(Box::new(facts.clone()))),
            Stage::Known(Found::Deleted { .. }) => return Some(Next::Ended(Code::RoomDeleted)),
            Stage::Known(found @ Found::Absent { everywhere: known }) => {
                let same = self.access.is_some_and(|access| access.everywhere == everywhere.max(*known));
                return if self.key.is_some() {
                    Some(Next::Ended(Code::RoomDeleted))
                } else if same {
                    None
                } else {
                    recheck(found)
                };
            }
            Stage::Known(Found::Room(facts)) => facts,
        };
        if let Some(key) = self.key.filter(|key| *key != facts.key) {
            let moved = state.departed(key).map(|facts| Next::Moved(Box::new(facts.clone())));
            return Some(moved.unwrap_or(Next::Ended(Code::RoomDeleted)));
        }
        let access = Access { everywhere: everywhere.max(facts.access.everywhere), ..facts.access };
        if self.access != Some(access) {
            return recheck(&Found::Room(facts.clone()));
        }
        if self.key.is_none() {
            // It waited for a room that has been made: it reads from the beginning.
            self.stand(facts, 0);
        }
        if self.epoch != facts.epochs.newest() || self.seen > facts.head {
            let cursor = if self.seen == 0 { Cursor::Start } else { Cursor::At { epoch: self.epoch, version: self.seen } };
            match facts.judge(cursor) {
                Verdict::Good(_) => self.epoch = facts.epochs.newest(),
                Verdict::Lost => return Some(Next::Reset),
            }
        }
        (facts.head.saturating_sub(self.seen) > self.behind_max).then_some(Next::Reset)
    }
}

fn catch_up(held: Held, key: RoomKey, seen: u64) -> BoxFuture<'static, Result<Option<Arc<Segment>>, StoreError>> {
    Box::pin(held.catch_up(key, seen))
}

/// What a cursor is worth for what is under a name: nothing but the beginning is good where there is no room.
fn judge(found: &Found, cursor: Cursor) -> Verdict {
    match (found, cursor) {
        (Found::Room(facts), cursor) => facts.judge(cursor),
        (_, Cursor::Start) => Verdict::Good(0),
        _ => Verdict::Lost,
    }
}
