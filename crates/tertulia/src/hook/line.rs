//! Who waits for the hook's answer: in a line for each person in each room, so that their order is kept, and bounded.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tertulia_wire::{ClientId, Code, RoomName};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::error::{Error, Refusal, StoreError};
use crate::limits::Limits;
use crate::say::Spoken;

/// What became of a message, for all who asked for it.
pub(crate) type Shared = futures_util::future::Shared<BoxFuture<'static, Result<Spoken, Error>>>;

/// Whose line it is, and in which room.
type Key = (String, RoomName);

/// What one person has under way in one room.
#[derive(Default)]
struct Line {
    /// Who stands in it by when they came, and how to tell those whose turn it is not yet.
    queue: BTreeMap<u64, Option<oneshot::Sender<()>>>,
    /// The requests among them, each with its hash, and what becomes of it.
    requests: HashMap<ClientId, ([u8; 32], Shared)>,
}

/// All lines of one chat.
pub(crate) struct Lines {
    lines: Mutex<HashMap<Key, Line>>,
    all: Arc<Semaphore>,
    all_max: u32,
    bytes: Arc<Semaphore>,
    line_max: usize,
}

/// A place in a line. Whoever comes next has its turn when this is dropped, unless others are still before it.
pub(crate) struct Place {
    lines: Arc<Lines>,
    key: Key,
    number: u64,
    request: Option<ClientId>,
    turn: Option<oneshot::Receiver<()>>,
    _permits: [OwnedSemaphorePermit; 2],
}

/// Whether a request has got a place of its own, or is under way already.
pub(crate) enum Entered {
    /// It is the first; what becomes of it is to be told here.
    First { place: Place, tell: oneshot::Sender<Result<Spoken, Error>>, told: Shared },
    /// It was made before, and this is what becomes of it.
    Again(Shared),
}

impl Lines {
    pub(crate) fn new(limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            lines: Mutex::default(),
            all: Arc::new(Semaphore::new(limits.hook_waiting as usize)),
            all_max: limits.hook_waiting,
            bytes: Arc::new(Semaphore::new(limits.hook_waiting_bytes)),
            line_max: limits.hook_waiting_per_sender,
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Line>> {
        // Nothing under it panics half-way through a change.
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What becomes of a request that is under way.
    ///
    /// # Errors
    /// `client_id_reused` where another request has its id.
    pub(crate) fn under_way(&self, key: &Key, client_id: &ClientId, hash: [u8; 32]) -> Result<Option<Shared>, Refusal> {
        again(self.lock().get(key), client_id, hash)
    }

    /// Takes a place for a request, which may hold so many bytes, or joins it where it is under way.
    ///
    /// # Errors
    /// `client_id_reused`; `slow_down` where too many wait.
    pub(crate) fn enter_request(
        self: &Arc<Self>,
        key: Key,
        client_id: &ClientId,
        hash: [u8; 32],
        bytes: usize,
    ) -> Result<Entered, Refusal> {
        let mut lines = self.lock();
        if let Some(told) = again(lines.get(&key), client_id, hash)? {
            return Ok(Entered::Again(told));
        }
        let mut place = self.enter_locked(&mut lines, key, bytes)?;
        let (tell, told) = oneshot::channel();
        let lost = || Error::Store(StoreError::Unknown("what was said was lost on its way".into()));
        let told = async move { told.await.unwrap_or_else(|_| Err(lost())) }.boxed().shared();
        if let Some(line) = lines.get_mut(&place.key) {
            line.requests.insert(client_id.clone(), (hash, told.clone()));
        }
        place.request = Some(client_id.clone());
        drop(lines);
        Ok(Entered::First { place, tell, told })
    }

    /// Takes a place for something that has no id of its own.
    ///
    /// # Errors
    /// `slow_down` where too many wait.
    pub(crate) fn enter(self: &Arc<Self>, key: Key, bytes: usize) -> Result<Place, Refusal> {
        self.enter_locked(&mut self.lock(), key, bytes)
    }

    fn enter_locked(self: &Arc<Self>, lines: &mut HashMap<Key, Line>, key: Key, bytes: usize) -> Result<Place, Refusal> {
        let full = || Refusal::because(Code::SlowDown, "hook-busy").retry_after_s(1);
        if lines.get(&key).is_some_and(|line| line.queue.len() >= self.line_max) {
            return Err(full());
        }
        let one = Arc::clone(&self.all).try_acquire_owned().map_err(|_| full())?;
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let bytes = Arc::clone(&self.bytes).try_acquire_many_owned(bytes).map_err(|_| full())?;
        let line = lines.entry(key.clone()).or_default();
        let number = line.queue.last_key_value().map_or(0, |(last, _)| last + 1);
        let (call, turn) = if line.queue.is_empty() { (None, None) } else { Some(oneshot::channel()).unzip() };
        line.queue.insert(number, call);
        Ok(Place { lines: Arc::clone(self), key, number, request: None, turn, _permits: [one, bytes] })
    }

    /// Waits until nobody is in any line. Whoever comes meanwhile has to be turned away.
    pub(crate) async fn empty(&self) {
        // It is never closed.
        let _ = self.all.acquire_many(self.all_max).await;
    }
}

fn again(line: Option<&Line>, client_id: &ClientId, hash: [u8; 32]) -> Result<Option<Shared>, Refusal> {
    match line.and_then(|line| line.requests.get(client_id)) {
        Some((same, told)) if *same == hash => Ok(Some(told.clone())),
        Some(_) => Err(Refusal::new(Code::ClientIdReused)),
        None => Ok(None),
    }
}

impl Place {
    /// Waits until those who came before are done.
    pub(crate) async fn turn(&mut self) {
        if let Some(turn) = self.turn.take() {
            let _ = turn.await;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut lines = self.lines.lock();
        let Some(line) = lines.get_mut(&self.key) else { return };
        line.queue.remove(&self.number);
        if let Some(request) = &self.request {
            line.requests.remove(request);
        }
        // Whoever leaves from the midst of it lets nobody overtake those before.
        if let Some(call) = line.queue.first_entry().and_then(|mut first| first.get_mut().take()) {
            let _ = call.send(());
        }
        if line.queue.is_empty() {
            lines.remove(&self.key);
        }
    }
}
