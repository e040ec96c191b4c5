//! The newest changes of a live room, in memory, already encoded: a pure ring.
//!
//! A tail covers the versions above its `floor` up to its `newest`: each of them is either in the ring, or was replaced by
//! a newer change of the same message that is. A reader at or above the floor can be served from it; a reader below has to
//! go to the store.

use std::collections::VecDeque;
use std::sync::Arc;

use smallvec::SmallVec;

use super::encoded::Encoded;

/// Changes in version order. Most often there is just one, and no list has to be made for it.
pub type Changes = SmallVec<[Arc<Encoded>; 1]>;

/// What a reader finds in a tail.
#[derive(Debug)]
pub enum Look {
    /// The reader has seen all there is.
    UpToDate,
    /// What the reader needs next is no longer here.
    Behind,
    /// The next changes, in version order, and the version that they are whole up to. May be empty of changes when all
    /// between have been replaced by ones that come later.
    Found(Changes, u64),
}

/// The newest changes of a room.
#[derive(Debug)]
pub struct Tail {
    floor: u64,
    // One place for each version above the floor, so that a version is found by its number; empty once replaced.
    ring: VecDeque<Option<Arc<Encoded>>>,
    bytes: usize,
}

impl Tail {
    /// An empty tail of a room that is whole up to a version elsewhere.
    #[must_use]
    pub fn from(version: u64) -> Self {
        Self { floor: version, ring: VecDeque::new(), bytes: 0 }
    }

    /// The version above which this tail is whole.
    #[must_use]
    pub fn floor(&self) -> u64 {
        self.floor
    }

    /// The newest version that this tail knows.
    #[must_use]
    pub fn newest(&self) -> u64 {
        self.floor + self.ring.len() as u64
    }

    /// Bytes held.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Adds the next change; versions between the newest and it were replaced before anybody saw them.
    ///
    /// A version that is not above the newest is known already and changes nothing.
    pub fn push(&mut self, change: Arc<Encoded>) {
        if change.version <= self.newest() {
            return;
        }
        let skipped = change.version - self.newest() - 1;
        self.skip(skipped);
        if !change.is_new_message() {
            self.forget(change.id);
        }
        self.bytes += change.bytes();
        self.ring.push_back(Some(change));
    }

    /// Notes that everything up to a version is known and replaced.
    pub fn skip_to(&mut self, version: u64) {
        self.skip(version.saturating_sub(self.newest()));
    }

    fn skip(&mut self, versions: u64) {
        // A long run of replaced versions would fill the ring with nothing: begin anew above it.
        if versions > 1_024 {
            *self = Self::from(self.newest() + versions);
        } else {
            self.ring.extend((0..versions).map(|_| None));
        }
    }

    /// Drops the change of a message that has a newer one, here or on its way: what is deleted must not be sent again.
    pub fn forget(&mut self, id: u64) {
        for place in self.ring.iter_mut().rev() {
            if place.as_ref().is_some_and(|old| old.id == id) {
                self.bytes -= place.take().map_or(0, |old| old.bytes());
                return;
            }
        }
    }

    /// Drops the changes of messages below an id, which the room keeps no longer.
    pub fn forget_below(&mut self, first: u64) {
        for place in self.ring.iter_mut().filter(|place| place.as_ref().is_some_and(|old| old.is_below(first))) {
            self.bytes -= place.take().map_or(0, |old| old.bytes());
        }
    }

    /// Drops the oldest until at most so many changes and bytes are left.
    pub fn trim(&mut self, changes_max: usize, bytes_max: usize) {
        while self.ring.len() > changes_max || self.bytes > bytes_max {
            let Some(oldest) = self.ring.pop_front() else { return };
            self.bytes -= oldest.map_or(0, |old| old.bytes());
            self.floor += 1;
        }
    }

    /// What a reader that has seen up to a version gets next: at most so many changes and, beyond the first, bytes.
    #[must_use]
    pub fn look(&self, seen: u64, changes_max: usize, bytes_max: usize) -> Look {
        if seen < self.floor {
            return Look::Behind;
        }
        if seen >= self.newest() {
            return Look::UpToDate;
        }
        // The ring is bounded far below what a usize holds, so the difference fits.
        let from = usize::try_from(seen - self.floor).unwrap_or(usize::MAX);
        let (mut found, mut bytes, mut upto) = (Changes::new(), 0, seen);
        for place in self.ring.range(from..) {
            if let Some(change) = place {
                bytes += change.frame().len();
                if found.len() == changes_max || (bytes > bytes_max && !found.is_empty()) {
                    break;
                }
                found.push(Arc::clone(change));
            }
            upto += 1;
        }
        Look::Found(found, upto)
    }

    /// Whether a newer change of a message than this one is here.
    #[must_use]
    pub fn replaces(&self, change: &Encoded) -> bool {
        self.ring.iter().rev().flatten().take_while(|newer| newer.version > change.version).any(|newer| newer.id == change.id)
    }
}
