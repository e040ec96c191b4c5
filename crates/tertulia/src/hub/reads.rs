//! How far people have read, for the streams of the same people: told to nobody else, and never stored here.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

/// How long it is held for streams that were not served yet. Who comes later finds it in the store.
const HELD_FOR: Duration = Duration::from_secs(10);

/// People whom a room holds it for. With one more all are forgotten, and find it in the store.
const PEOPLE_MAX: usize = 4_096;

/// Stands in the mark of those who are told what waits for review.
pub(super) const REVIEWS: u64 = 2;

/// What people are found by among those who wait. Two who share a mark are only woken for each other.
pub(super) fn mark_of(person: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    person.hash(&mut hasher);
    // 0 is whoever listens to nothing.
    hasher.finish() & !REVIEWS | 1
}

#[derive(Debug)]
struct Read {
    number: u64,
    up_to: u64,
    at: Instant,
}

/// How far people have read in a room, as it was told in the last seconds.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    // Counts what was told: by it a stream knows whether there may be something for it.
    number: u64,
    by_person: HashMap<Arc<str>, Read>,
}

impl Reads {
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Takes what was written just now.
    pub(crate) fn tell(&mut self, read: &[(Arc<str>, u64)], now: Instant) {
        self.number += 1;
        self.by_person.retain(|_, read| now.duration_since(read.at) < HELD_FOR);
        if self.by_person.len() + read.len() > PEOPLE_MAX {
            self.by_person.clear();
            self.by_person.shrink_to_fit();
        }
        for (person, up_to) in read.iter().take(PEOPLE_MAX) {
            self.by_person.insert(Arc::clone(person), Read { number: self.number, up_to: *up_to, at: now });
        }
    }

    /// How far somebody has read, if that was told after a number.
    pub(crate) fn since(&self, heard: u64, person: &str) -> Option<u64> {
        self.by_person.get(person).filter(|read| read.number > heard).map(|read| read.up_to)
    }

    pub(crate) fn clear(&mut self) {
        self.by_person = HashMap::new();
    }

    pub(crate) fn bytes(&self) -> usize {
        self.by_person.capacity() * (size_of::<Arc<str>>() + size_of::<Read>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: usize) -> Arc<str> {
        format!("user-{n}").into()
    }

    #[test]
    fn one_hears_of_oneself_what_is_new_and_no_more_is_held_than_may() {
        let (mut reads, now) = (Reads::default(), Instant::now());
        reads.tell(&[(person(1), 5), (person(2), 6)], now);
        let heard = reads.number();
        assert_eq!((reads.since(0, "user-1"), reads.since(heard, "user-1"), reads.since(0, "user-3")), (Some(5), None, None));
        reads.tell(&[(person(1), 9)], now);
        assert_eq!((reads.since(heard, "user-1"), reads.since(heard, "user-2")), (Some(9), None));
        for n in 0..100 {
            let many: Vec<_> = (0..100).map(|m| (person(n * 100 + m), 1)).collect();
            reads.tell(&many, now);
            assert!(reads.by_person.len() <= PEOPLE_MAX);
        }
        reads.tell(&[], now + HELD_FOR);
        assert_eq!(reads.by_person.len(), 0, "who was not served by now finds it in the store");
    }
}
