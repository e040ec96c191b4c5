//! A live room: what this node knows of it, and who waits for it.

use std::collections::HashSet;
use std::hash::RandomState;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use slab::Slab;
use tertulia_wire::{RoomName, Settings};
use tokio::time::Instant;

use super::presence::{Presence, Rules};
use super::reads::REVIEWS;
use super::state::State;
use crate::limits::Limits;

/// More readers than this are a crowd.
const CROWD: usize = 64;

#[derive(Debug)]
struct Waiters {
    // Kept until the reader is gone, and woken by reference: to take them out and have them put back would cost each reader
    // more than the rest of a delivery. Beside each stands whose it is, as a mark, or 0, and whether they review.
    wakers: Slab<(Waker, u64)>,
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
    // Apart from the state too: who comes and goes holds up no delivery.
    presence: Mutex<Presence>,
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
        Self {
            name,
            state: Mutex::new(State::new()),
            waiters: Mutex::new(Waiters { wakers: Slab::new(), woken: None, waking_later: false }),
            presence: Mutex::new(Presence::new(RandomState::new())),
            reading: tokio::sync::Mutex::new(()),
            idle_since: AtomicU64::new(0),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(crate) fn presence(&self) -> MutexGuard<'_, Presence> {
        lock(&self.presence)
    }

    /// What the settings say about who is here; where no room is yet, what they would say.
    pub(crate) fn rules(&self) -> Rules {
        self.state().facts().map_or_else(|| Rules::from(&Settings::default()), |facts| Rules::from(&*facts.settings))
    }

    /// A place among those who are woken; nobody is until [`wake_there`](Self::wake_there) says who.
    pub(crate) fn watch(&self) -> usize {
        lock(&self.waiters).wakers.insert((Waker::noop().clone(), 0))
    }

    /// Says who is woken from a place, from now on.
    pub(crate) fn wake_there(&self, place: usize, waker: &Waker) {
        lock(&self.waiters).wakers[place].0.clone_from(waker);
    }

    /// Says by the mark of a person who waits at a place.
    pub(crate) fn mark_there(&self, place: usize, mark: u64) {
        lock(&self.waiters).wakers[place].1 = mark;
    }

    /// Wakes those with one of these marks. One look along all who wait, however many are meant.
    pub(crate) fn wake_only(&self, marks: &HashSet<u64>) {
        let waiters = lock(&self.waiters);
        let meant = waiters.wakers.iter().filter(|(_, (_, mark))| marks.contains(&(mark & !REVIEWS)));
        meant.for_each(|(_, (waker, _))| waker.wake_by_ref());
    }

    /// Wakes those who are told what waits for review.
    pub(crate) fn wake_reviewers(&self) {
        let waiters = lock(&self.waiters);
        let meant = waiters.wakers.iter().filter(|(_, (_, mark))| mark & REVIEWS != 0);
        meant.for_each(|(_, (waker, _))| waker.wake_by_ref());
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
        waiters.wakers.iter().for_each(|(_, (waker, _))| waker.wake_by_ref());
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
        // Where no runtime is, as in a test that lets go of its readers last, nobody is left to wait for.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if !std::mem::replace(&mut waiters.waking_later, true) {
            let room = Arc::clone(self);
            runtime.spawn(async move {
                tokio::time::sleep(left).await;
                lock(&room.waiters).waking_later = false;
                room.wake();
            });
        }
    }
}
