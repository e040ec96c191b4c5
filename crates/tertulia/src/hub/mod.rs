//! The live rooms of this node: who reads them, and what is new.
//!
//! The hub is told of each write by [`Hub::deliver`], in any order and any number of times, and wakes the readers; what
//! they read they take from a room's tail, and what is no longer there from the store, once for all who wait. A reader has
//! no queue: it is a cursor. The hub knows the store and nothing of where hints come from or how they are sent out.

pub mod encoded;
pub mod signals;
pub mod subscription;
pub mod tail;

mod attendance;
mod crowd;
mod erasing;
mod lingering;
mod looks;
mod presence;
mod reading;
mod reads;
mod room;
mod seen;
mod shared;
mod state;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use tertulia_wire::RoomName;
use tokio::sync::{Notify, Semaphore};

pub(crate) use self::attendance::AttendedIn;
use self::attendance::Book;
pub use self::encoded::Encoded;
pub(crate) use self::erasing::Barred;
pub(crate) use self::looks::Whose;
pub(crate) use self::presence::{Attended, Stay};
pub(crate) use self::reading::apart;
pub(crate) use self::room::LiveRoom;
use self::seen::Seen;
pub(crate) use self::seen::{SeenIn, ToNote};
pub use self::shared::Newest;
use self::shared::Segment;
use self::state::Stage;
pub use self::subscription::{Next, Subscription};
use crate::error::StoreError;
use crate::limits::Limits;
use crate::metrics::meters::HubMeters;
use crate::store::{Change, Found, Outcome, RoomFacts, RoomKey, Span, Store, Stretch, Written};

/// Rooms whose access numbers are asked for at once.
const ACCESS_NUMBERS_MAX: usize = 1_000;

/// The live rooms of one node.
pub struct Hub {
    store: Arc<dyn Store>,
    limits: Arc<Limits>,
    rooms: Mutex<HashMap<RoomName, Arc<LiveRoom>>>,
    // Rooms that read the store for their readers at once.
    catch_ups: Semaphore,
    held_bytes: AtomicUsize,
    leaving: AtomicBool,
    left: Notify,
    // The highest access number everywhere that this node has heard of: a room may know an older one.
    everywhere: AtomicU64,
    began: Instant,
    book: Book,
    meters: HubMeters,
    barred: Arc<Barred>,
    seen: Seen,
    itself: Weak<Hub>,
}

impl std::fmt::Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hub").field("rooms", &self.live_rooms()).field("held_bytes", &self.held_bytes()).finish_non_exhaustive()
    }
}

/// A live room in use: it stays in memory for as long as this lives.
#[derive(Clone)]
pub struct Held {
    pub(crate) hub: Arc<Hub>,
    pub(crate) room: Arc<LiveRoom>,
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Held").field(&self.room.name).finish()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.hub.let_go(&self.room);
    }
}

impl Hub {
    /// A hub without rooms over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, limits: Arc<Limits>) -> Arc<Self> {
        Arc::new_cyclic(|itself| Self {
            catch_ups: Semaphore::new(limits.catch_ups),
            store,
            limits,
            rooms: Mutex::new(HashMap::new()),
            held_bytes: AtomicUsize::new(0),
            leaving: AtomicBool::new(false),
            left: Notify::new(),
            everywhere: AtomicU64::new(0),
            began: Instant::now(),
            book: Book::default(),
            meters: HubMeters::default(),
            barred: Arc::default(),
            seen: Seen::default(),
            itself: Weak::clone(itself),
        })
    }

    fn rooms(&self) -> MutexGuard<'_, HashMap<RoomName, Arc<LiveRoom>>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Rooms in memory.
    #[must_use]
    pub fn live_rooms(&self) -> usize {
        self.rooms().len()
    }

    /// Bytes that tails and shared pages hold.
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        self.held_bytes.load(Ordering::Relaxed)
    }

    pub(crate) fn meters(&self) -> &HubMeters {
        &self.meters
    }

    /// People who are present, each once in each room. Looks into each room for a moment.
    pub(crate) fn people(&self) -> u64 {
        let rooms: Vec<_> = self.rooms().values().map(Arc::clone).collect();
        rooms.iter().map(|room| room.presence().count()).sum()
    }

    /// Tells every reader that this node is about to go.
    pub fn leave(&self) {
        self.leaving.store(true, Ordering::Release);
        self.left.notify_waiters();
        let rooms: Vec<_> = self.rooms().values().map(Arc::clone).collect();
        rooms.iter().for_each(|room| room.wake());
    }

    /// Has every reader ask the policy again before it is handed anything: the store's access number *everywhere* is this one now.
    pub fn raise_everywhere(&self, everywhere: u64) {
        if self.everywhere.fetch_max(everywhere, Ordering::AcqRel) < everywhere {
            let rooms: Vec<_> = self.rooms().values().map(Arc::clone).collect();
            rooms.iter().for_each(|room| room.wake());
        }
    }

    /// The highest access number *everywhere* that this node has heard of.
    #[must_use]
    pub fn everywhere(&self) -> u64 {
        self.everywhere.load(Ordering::Acquire)
    }

    /// Resolves once no reader is left.
    pub async fn empty(&self) {
        while self.rooms().values().any(|room| room.readers() > 0) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// True once this node is about to go.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::Acquire)
    }

    /// Resolves once this node is about to go.
    pub(crate) async fn left(&self) {
        // Begun before it is looked: who is told in between is told.
        let told = self.left.notified();
        if !self.is_leaving() {
            told.await;
        }
    }

    fn hold(&self, name: &RoomName) -> Option<Held> {
        let hub = self.itself.upgrade()?;
        let mut rooms = self.rooms();
        let room = rooms.entry(name.clone()).or_insert_with(|| Arc::new(LiveRoom::new(name.clone())));
        let room = Arc::clone(room);
        drop(rooms);
        Some(Held { hub, room })
    }

    /// The room under a name, with what is there now as far as this node knows. Under an alias that is the room under its
    /// present name.
    ///
    /// # Errors
    /// When the store had to be asked and is away.
    pub async fn room(&self, name: &RoomName) -> Result<(Held, Found), StoreError> {
        // Each turn but the first is a move that was made just now; nobody makes them as fast as this asks.
        for _ in 0..8 {
            let (held, found) = self.under(name).await?;
            let Found::Room(facts) = &found else { return Ok((held, found)) };
            if facts.name == *name {
                return Ok((held, found));
            }
            let key = facts.key;
            let (held, mut found) = self.under(&facts.name).await?;
            if !is_at_home(&held, &found, key) {
                // It has moved there, and its hint is on its way.
                self.find_again(&held.room).await?;
                found = held.found().await?;
            }
            if is_at_home(&held, &found, key) {
                return Ok((held, found));
            }
        }
        Err(StoreError::Away(format!("what is under {name} moves on and on")))
    }

    /// What is under a name itself: for an alias, the facts of a room with another name.
    pub(crate) async fn under(&self, name: &RoomName) -> Result<(Held, Found), StoreError> {
        let held = self.hold(name).ok_or_else(|| StoreError::Away("the hub is closing".into()))?;
        let found = held.found().await?;
        Ok((held, found))
    }

    /// Tells the readers of what was written, in any order, any number of times.
    ///
    /// Idempotent by room key, epoch and version: an echo, a doubled or a late hint falls away. A missing version is
    /// waited for `gap_ms` and then read from the store, once for the whole room.
    pub fn deliver(&self, written: &Written) {
        let facts = &written.facts;
        if let Outcome::Moved { from } = &written.outcome
            && *from != facts.name
        {
            self.deliver_departure(from, facts);
        }
        if !self.store.sole_writer() && takes_away(written) {
            self.deliver_to_former_names(facts);
        }
        let Some(room) = self.rooms().get(&facts.name).map(Arc::clone) else { return };
        let encode = |change: &Change| Encoded::new(&facts.name, facts.cursor(change.version()), change);
        let Ok(encoded) = written.changes.iter().map(encode).collect::<Result<Vec<_>, _>>() else {
            tracing::error!(room.key = facts.key.0, "a change has no JSON form");
            return;
        };
        let mut state = room.state();
        let told = state.deliver(written, &encoded, self.store.sole_writer());
        let given_up = state.give_up_waiting(&self.limits);
        state.settle(&self.limits, &self.held_bytes);
        drop(state);
        self.note_attendance(&room, written);
        // Only now, with the state set and unlocked: a woken reader must find the change.
        if told.ended {
            room.wake();
        } else if told.news || given_up {
            room.wake_soon(&self.limits);
        } else if told.waiting {
            // Nobody else is even woken.
            room.wake_reviewers();
        }
        if told.missing && !given_up || told.ask {
            self.fill_later(room, told.ask);
        }
    }

    /// Tells the streams of those who have read on, and nobody else's. What is not told here is found in the store.
    pub(crate) fn tell_read(&self, name: &RoomName, key: RoomKey, read: &[(Arc<str>, u64)]) {
        let Some(room) = self.rooms().get(name).map(Arc::clone) else { return };
        let mut state = room.state();
        if state.key() != Some(key) {
            return;
        }
        state.reads.tell(read, tokio::time::Instant::now());
        state.settle(&self.limits, &self.held_bytes);
        drop(state);
        room.wake_only(&read.iter().map(|(person, _)| reads::mark_of(person)).collect());
    }

    /// Tells those who read a room by the name that it had.
    fn deliver_departure(&self, from: &RoomName, facts: &RoomFacts) {
        let Some(room) = self.rooms().get(from).map(Arc::clone) else { return };
        let mut state = room.state();
        let told = state.depart(facts, self.store.sole_writer());
        state.settle(&self.limits, &self.held_bytes);
        drop(state);
        if told.ended {
            room.wake();
        }
        if told.ask {
            self.fill_later(room, true);
        }
    }

    /// Tells those who read a room by a name that it had, where its move was not told: what is deleted now is in their tail.
    fn deliver_to_former_names(&self, facts: &RoomFacts) {
        let others: Vec<_> = self.rooms().values().filter(|room| room.name != facts.name).map(Arc::clone).collect();
        let same = others.iter().filter(|room| room.state().key() == Some(facts.key));
        same.for_each(|room| self.deliver_departure(&room.name, facts));
    }

    fn fill_later(&self, room: Arc<LiveRoom>, ask: bool) {
        let Some(hub) = self.itself.upgrade() else { return };
        tokio::spawn(async move {
            if !ask {
                tokio::time::sleep(Duration::from_millis(hub.limits.gap_ms)).await;
            }
            if (ask || room.state().missing())
                && let Err(error) = hub.refresh_room(&room).await
            {
                tracing::warn!(%error, "a missing change could not be read; the next delivery or sweep tries again");
            }
        });
    }

    /// Reads on for the readers of a room that was perhaps written to, as soon as the store answers.
    pub(crate) fn read_on(&self, name: &RoomName) {
        let (Some(room), hub) = (self.rooms().get(name).map(Arc::clone), Weak::clone(&self.itself)) else { return };
        tokio::spawn(async move {
            while let Some(hub) = hub.upgrade() {
                if hub.refresh_room(&room).await.is_ok() {
                    return;
                }
                drop(hub);
                tokio::time::sleep(Duration::from_millis(250)).await;
            }
        });
    }

    /// Asks the store what each live room has missed: heals hints that were lost.
    pub async fn sweep(&self) {
        let rooms: Vec<_> = self.rooms().values().map(Arc::clone).collect();
        for room in rooms {
            if let Err(error) = self.refresh_room(&room).await {
                tracing::debug!(%error, "a sweep found the store away");
                return;
            }
        }
    }

    /// Asks the store in which of the rooms that are read here a right was taken back, and nobody has told of it; reads on there.
    ///
    /// # Errors
    /// When the store is away: to be asked again.
    pub(crate) async fn hear_what_rooms_take_back(&self) -> Result<(), StoreError> {
        let rooms: Vec<_> = self.rooms().values().filter(|room| room.readers() > 0).map(Arc::clone).collect();
        let known = rooms.into_iter().filter_map(|room| {
            let (key, access) = room.state().facts().map(|facts| (facts.key, facts.access.room))?;
            Some((room, key, access))
        });
        let known: Vec<_> = known.collect();
        for some in known.chunks(ACCESS_NUMBERS_MAX) {
            let keys: Vec<_> = some.iter().map(|(_, key, _)| *key).collect();
            let told = self.store.access_numbers(&keys).await?;
            for ((room, _, access), now) in some.iter().zip(told) {
                // A lower one is that of a copy that was put back, or is older than what was heard meanwhile; the sweep tells which.
                if now == 0 || now > *access {
                    self.refresh_room(room).await?;
                }
            }
        }
        Ok(())
    }

    /// Reads what comes after a room's tail, and puts it there.
    async fn refresh_room(&self, room: &Arc<LiveRoom>) -> Result<(), StoreError> {
        let _turn = room.reading.lock().await;
        loop {
            let (key, known) = room.state().known();
            let Some(key) = key else { return self.find_again(room).await };
            let Some(stretch) = self.read(key, Span::After(known.tail), self.limits.page_max).await? else {
                return self.find_again(room).await;
            };
            let more = stretch.more;
            let segment = Segment::new(stretch, known.tail).map_err(|error| StoreError::Failed(error.to_string()))?;
            let mut state = room.state();
            let filled = state.fill(&segment, &known);
            state.settle(&self.limits, &self.held_bytes);
            drop(state);
            room.wake();
            if filled && !more {
                return Ok(());
            }
        }
    }

    /// Asks the store what is under a room's name, again if something else began meanwhile: the answer may be older.
    async fn find_again(&self, room: &LiveRoom) -> Result<(), StoreError> {
        loop {
            let (_, known) = room.state().known();
            let found = self.store.find(&room.name).await?;
            let mut state = room.state();
            if state.has_begun_since(&known) {
                continue;
            }
            let same = match (&state.stage, &found) {
                (Stage::Known(Found::Room(ours)), Found::Room(theirs)) => (ours.key, &ours.name) == (theirs.key, &theirs.name),
                (Stage::Known(ours), theirs) => ours == theirs,
                (Stage::Elsewhere(ours), Found::Room(theirs)) => (ours.key, &ours.name) == (theirs.key, &theirs.name),
                (Stage::Unloaded | Stage::Elsewhere(_), _) => false,
            };
            if !same {
                state.begin_under(&room.name, found);
                state.settle(&self.limits, &self.held_bytes);
            }
            drop(state);
            if !same {
                room.wake();
            }
            return Ok(());
        }
    }

    /// A read in a task of its own: a reader that goes away must not leave a query half read on a connection.
    async fn read(&self, key: RoomKey, span: Span, limit: u32) -> Result<Option<Stretch>, StoreError> {
        let store = Arc::clone(&self.store);
        let read = tokio::spawn(async move { store.read(key, span, limit).await });
        read.await.unwrap_or_else(|error| Err(StoreError::Failed(error.to_string())))
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Whether a room is in memory under its present name.
fn is_at_home(held: &Held, found: &Found, key: RoomKey) -> bool {
    matches!(found, Found::Room(facts) if facts.key == key && facts.name == held.room.name)
}

/// Whether something is not to be given any more, or to somebody: a text, or a right.
fn takes_away(written: &Written) -> bool {
    let takes_away = |change: &Change| match change {
        Change::Message(message) => message.deleted.is_some(),
        Change::Settings(_) => true,
    };
    matches!(written.outcome, Outcome::RoomDeleted | Outcome::Restricted(_) | Outcome::Moved { .. })
        || written.changes.iter().any(takes_away)
}
