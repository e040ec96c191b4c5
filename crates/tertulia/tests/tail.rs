//! A tail against one that counts everything anew each time.

use std::sync::Arc;

use proptest::prelude::*;
use tertulia::hub::Encoded;
use tertulia::hub::tail::{Look, Tail};
use tertulia::store::Change;
use tertulia::wire::{Cursor, Epoch, Kind, Message, Time};

/// What a tail should be: all changes above its floor that nothing newer replaced.
#[derive(Default)]
struct Naive {
    floor: u64,
    newest: u64,
    changes: Vec<Arc<Encoded>>,
}

impl Naive {
    fn skip_to(&mut self, version: u64) {
        if version > self.newest + 1_024 {
            (self.floor, self.changes) = (version, Vec::new());
        }
        self.newest = self.newest.max(version);
    }

    fn push(&mut self, change: &Arc<Encoded>) {
        if change.version > self.newest {
            self.skip_to(change.version - 1);
            self.changes.retain(|old| old.id != change.id);
            self.changes.push(Arc::clone(change));
            self.newest = change.version;
        }
    }

    fn trim(&mut self, changes_max: u64, bytes_max: usize) {
        while self.floor < self.newest && (self.newest - self.floor > changes_max || self.bytes() > bytes_max) {
            self.floor += 1;
            self.changes.retain(|old| old.version > self.floor);
        }
    }

    fn bytes(&self) -> usize {
        self.changes.iter().map(|change| change.bytes()).sum()
    }

    /// The versions that a reader gets, and up to where it has then seen everything; `None` when it has to read the store.
    fn look(&self, seen: u64, changes_max: usize, bytes_max: usize) -> Option<(Vec<u64>, u64)> {
        if seen < self.floor {
            return None;
        }
        let (mut versions, mut bytes) = (Vec::new(), 0);
        for change in self.changes.iter().filter(|change| change.version > seen) {
            bytes += change.frame().len();
            if versions.len() == changes_max || !versions.is_empty() && bytes > bytes_max {
                return Some((versions, change.version - 1));
            }
            versions.push(change.version);
        }
        Some((versions, seen.max(self.newest)))
    }
}

fn change(version: u64, id: u64, length: usize) -> Arc<Encoded> {
    let message = Message {
        id,
        version,
        kind: Kind::Message,
        sender: None,
        text: "x".repeat(length),
        created: Time(0),
        edited: None,
        deleted: None,
        deleted_by: None,
        reply_to: None,
        reactions: Vec::new(),
        client_id: None,
        data: None,
    };
    let cursor = Cursor::At { epoch: Epoch(1), version };
    let room = "room/lobby".parse().expect("a name");
    Encoded::new(&room, cursor, &Change::Message(Box::new(message))).expect("encoded")
}

#[derive(Debug, Clone)]
enum Step {
    /// A new message, so many versions after the newest.
    Say(u64, usize),
    /// A change of an older one.
    Change(u64, u64),
    /// A version that is known already.
    Again(u64),
    SkipBy(u64),
    Trim(u32, usize),
    Forget(u64),
    ForgetBelow(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let gap = || prop_oneof![8 => Just(1_u64), 2 => 2..5_u64, 1 => 1_022..1_028_u64];
    let step = prop_oneof![
        6 => (gap(), 0..300_usize).prop_map(|(gap, length)| Step::Say(gap, length)),
        6 => (gap(), 1..40_u64).prop_map(|(gap, id)| Step::Change(gap, id)),
        1 => (0..20_u64).prop_map(Step::Again),
        1 => gap().prop_map(Step::SkipBy),
        1 => (0..30_u32, 0..9_000_usize).prop_map(|(changes, bytes)| Step::Trim(changes, bytes)),
        1 => (1..40_u64).prop_map(Step::Forget),
        1 => (1..40_u64).prop_map(Step::ForgetBelow),
    ];
    prop::collection::vec(step, 1..60)
}

fn take(step: &Step, tail: &mut Tail, naive: &mut Naive) {
    let newest = naive.newest;
    let mut push = |change: Arc<Encoded>| {
        naive.push(&change);
        tail.push(change);
    };
    match *step {
        Step::Say(gap, length) => push(change(newest + gap, newest + gap, length)),
        Step::Change(gap, id) => push(change(newest + gap, id.min(newest + gap), 20)),
        Step::Again(back) => push(change(newest.saturating_sub(back), 1, 20)),
        Step::SkipBy(gap) => {
            naive.skip_to(newest + gap);
            tail.skip_to(newest + gap);
        }
        Step::Trim(changes_max, bytes_max) => {
            naive.trim(changes_max.into(), bytes_max);
            tail.trim(changes_max as usize, bytes_max);
        }
        Step::Forget(id) => {
            naive.changes.retain(|old| old.id != id);
            tail.forget(id);
        }
        Step::ForgetBelow(first) => {
            naive.changes.retain(|old| old.id >= first);
            tail.forget_below(first);
        }
    }
}

fn compare(tail: &Tail, naive: &Naive, firsts: &[Arc<Encoded>]) -> Result<(), TestCaseError> {
    prop_assert_eq!((tail.floor(), tail.newest(), tail.bytes()), (naive.floor, naive.newest, naive.bytes()));
    // All places near both ends: the ones between look like these, and there may be a thousand.
    let near = |end: u64| end.saturating_sub(6)..end + 6;
    for seen in near(naive.floor).chain(near(naive.newest)) {
        for (changes_max, bytes_max) in [(1, usize::MAX), (3, 600), (usize::MAX, usize::MAX)] {
            let looked = match tail.look(seen, changes_max, bytes_max) {
                Look::Behind => None,
                Look::UpToDate => Some((Vec::new(), seen)),
                Look::Found(changes, upto) => Some((changes.iter().map(|change| change.version).collect(), upto)),
            };
            prop_assert_eq!(looked, naive.look(seen, changes_max, bytes_max), "seen {}", seen);
        }
    }
    for first in firsts {
        let is_newer = naive.changes.iter().any(|newer| newer.id == first.id && newer.version > first.version);
        prop_assert_eq!(tail.replaces(first), is_newer);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_tail_is_what_is_above_its_floor_and_not_replaced(steps in steps()) {
        let (mut tail, mut naive) = (Tail::from(0), Naive::default());
        let firsts: Vec<_> = (1..40).map(|id| change(id, id, 0)).collect();
        for step in steps {
            take(&step, &mut tail, &mut naive);
            compare(&tail, &naive, &firsts)?;
        }
    }
}
