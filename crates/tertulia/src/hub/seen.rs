//! Which of the host's users were in which rooms, on the way to be written down: their names are kept from guests.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tertulia_wire::Sender;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::{Barred, Hub};
use crate::store::RoomKey;

/// Half of the names that are known to be written, or on their way: of each a hash, in 600 KiB for both halves.
const HALF_MAX: usize = 28_672;

/// For how long they are: a name is written for a quarter of a year, and once in a week again.
const KNOWN_FOR: Duration = Duration::from_secs(24 * 3_600);

/// A user who was in a room, under which name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeenIn {
    pub(crate) room: RoomKey,
    pub(crate) person: String,
    pub(crate) name: String,
}

/// What goes to whoever has it written down.
#[derive(Debug)]
pub(crate) enum ToNote {
    /// Somebody was in a room.
    Seen(SeenIn),
    /// Told once all that was sent before is written, or given up.
    Settled(oneshot::Sender<()>),
}

/// Who was seen lately, so that who comes back, or polls, is not written down each time.
#[derive(Debug)]
pub(super) struct Seen {
    hasher: RandomState,
    known: Mutex<Known>,
    // Nowhere until the chat has said so.
    to: OnceLock<mpsc::Sender<ToNote>>,
}

#[derive(Debug)]
struct Known {
    since: Instant,
    newest: HashSet<u64>,
    older: HashSet<u64>,
}

impl Known {
    fn new(now: Instant) -> Self {
        Self { since: now, newest: HashSet::new(), older: HashSet::new() }
    }

    /// Takes a name in; false where it is known.
    fn insert(&mut self, hash: u64, now: Instant) -> bool {
        if now.duration_since(self.since) > KNOWN_FOR {
            *self = Self::new(now);
        }
        if self.older.contains(&hash) || self.newest.contains(&hash) {
            return false;
        }
        if self.newest.len() >= HALF_MAX {
            // The older half is asked for again: the store knows it.
            self.older = std::mem::take(&mut self.newest);
        }
        self.newest.insert(hash)
    }

    fn remove(&mut self, hash: u64) {
        self.newest.remove(&hash);
        self.older.remove(&hash);
    }
}

impl Default for Seen {
    fn default() -> Self {
        Self { hasher: RandomState::new(), known: Mutex::new(Known::new(Instant::now())), to: OnceLock::new() }
    }
}

impl Seen {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hash(&self, room: RoomKey, person: &str, name: &str) -> u64 {
        self.hasher.hash_one((room.0, person, name))
    }

    /// Forgets who is known to be written: they are asked for again.
    pub(super) fn forget(&self) {
        *self.known() = Known::new(Instant::now());
    }

    /// Hands in that somebody is in a room, if they are one of the host's users and it is not known. Whom there is no place for now is
    /// handed in when they come again.
    fn note(&self, room: RoomKey, sender: &Sender, barred: &Barred) {
        let (Some(to), Some(person), false) = (self.to.get(), &sender.id, sender.guest) else { return };
        let hash = self.hash(room, person, &sender.name);
        // Known before it is handed in: who is erased in between is forgotten here after both, or not handed in.
        if !self.known().insert(hash, Instant::now()) {
            return;
        }
        let seen = SeenIn { room, person: person.clone(), name: sender.name.clone() };
        let sent = barred.unless(Some(person), || to.try_send(ToNote::Seen(seen)).is_ok());
        if sent != Some(true) {
            self.known().remove(hash);
        }
    }
}

impl Hub {
    /// Has who was seen sent there.
    pub(crate) fn send_seen(&self, to: mpsc::Sender<ToNote>) {
        let _ = self.seen.to.set(to);
    }

    /// Notes that somebody is in a room.
    pub(super) fn note_seen(&self, room: RoomKey, sender: &Sender) {
        self.seen.note(room, sender, &self.barred);
    }

    /// Takes back that these are known, since they could not be written: they are handed in when they come again.
    pub(crate) fn forget_seen(&self, seen: &[SeenIn]) {
        let mut known = self.seen.known();
        seen.iter().for_each(|seen| known.remove(self.seen.hash(seen.room, &seen.person, &seen.name)));
    }

    /// As [`seen_settled`](Self::seen_settled), for no longer than a write may take: who looked in in the last moment is no reason to stay.
    pub(crate) async fn seen_settled_in_time(&self) {
        let _ = tokio::time::timeout(self.limits.write_deadline(), self.seen_settled()).await;
    }

    /// Resolves once all who were seen before are written down, or given up.
    pub(crate) async fn seen_settled(&self) {
        let Some(to) = self.seen.to.get() else { return };
        let (told, settled) = oneshot::channel();
        if to.send(ToNote::Settled(told)).await.is_ok() {
            // Whoever would tell is gone only with the chat.
            let _ = settled.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_known_once_for_a_day_and_no_more_are_than_may_be() {
        let start = Instant::now();
        let mut known = Known::new(start);
        assert!(known.insert(1, start) && !known.insert(1, start + KNOWN_FOR), "known");
        assert!(known.insert(1, start + KNOWN_FOR + Duration::from_secs(1)), "written again now and then");
        for hash in 0..1_000_000 {
            known.insert(hash, start + KNOWN_FOR);
            assert!(known.newest.len() <= HALF_MAX && known.older.len() <= HALF_MAX);
        }
        assert!(!known.insert(999_999, start), "who came last is known best");
        assert!(known.newest.capacity() <= 32_768 && known.older.capacity() <= 32_768, "65,536 places of 9 bytes");
        known.remove(999_999);
        assert!(known.insert(999_999, start));
    }
}
