//! How many people there are beyond those who are known one by one: pure.

use std::time::Duration;

use tokio::time::Instant;

use super::looks::{Looks, Named, Spoke};

/// Cells of the table. With so many, the estimate is within 2 % up to 80,000 people, and grows no further above 170,000.
const CELLS: usize = 16_384;

/// Turns for which a cell remembers somebody who is gone.
const TURNS: u8 = 3;

/// Where a line counts in a crowd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    /// A cell of the table.
    pub(crate) cell: u16,
    /// Whose name is taken by it; nobody's where that is not remembered.
    pub(crate) named: Option<Named>,
}

/// An estimate of how many different people there are, in 80 KiB whatever their number (linear counting); their names
/// are beside that, and bounded too.
///
/// Each person falls into one of the cells, by a hash of the id, so that two lines of one person count once. The share of empty
/// cells tells how many people there are: of *m* cells, *n* people leave about *m*·e^(−*n*/*m*) empty.
#[derive(Debug)]
pub(crate) struct Crowd {
    // Lines that are open, by cell.
    lines: Box<[u32]>,
    // Turns that are left of those who were here and may count for a while longer.
    lately: Box<[u8]>,
    occupied: usize,
    turned: Instant,
    pub(crate) looks: Looks,
}

impl Crowd {
    pub(crate) fn new(now: Instant) -> Self {
        Self { lines: vec![0; CELLS].into(), lately: vec![0; CELLS].into(), occupied: 0, turned: now, looks: Looks::default() }
    }

    /// The cell of whoever has this hash.
    pub(crate) fn cell(hash: u64) -> u16 {
        // Fewer cells than a `u16` counts.
        u16::try_from(hash % CELLS as u64).unwrap_or(0)
    }

    fn is_empty_at(&self, cell: usize) -> bool {
        self.lines[cell] == 0 && self.lately[cell] == 0
    }

    pub(crate) fn join(&mut self, cell: u16) {
        let cell = usize::from(cell);
        self.occupied += usize::from(self.is_empty_at(cell));
        self.lines[cell] = self.lines[cell].saturating_add(1);
    }

    /// Closes a line; whoever only looked in counts for two to three turns more.
    pub(crate) fn leave(&mut self, cell: u16, lingers: bool) {
        let cell = usize::from(cell);
        self.lines[cell] = self.lines[cell].saturating_sub(1);
        if lingers {
            self.lately[cell] = TURNS;
        }
        self.occupied -= usize::from(self.is_empty_at(cell));
    }

    /// Lets turns go by, each so long; tells which guests who have spoken left by it.
    #[must_use]
    pub(crate) fn turn(&mut self, now: Instant, turn: Duration) -> Vec<Spoke> {
        let turns = now.duration_since(self.turned).as_millis() / turn.as_millis().max(1);
        if turns == 0 {
            return Vec::new();
        }
        let turns = u8::try_from(turns).unwrap_or(u8::MAX);
        // After more turns than any cell remembers it doesn't matter when the next one begins.
        self.turned = if turns > TURNS { now } else { self.turned + turn * u32::from(turns) };
        let left = (0..turns.min(TURNS)).flat_map(|_| self.looks.turn()).collect();
        self.lately.iter_mut().for_each(|left| *left = left.saturating_sub(turns));
        self.occupied = (0..CELLS).filter(|cell| !self.is_empty_at(*cell)).count();
        left
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.occupied == 0
    }

    /// About how many people there are.
    pub(crate) fn count(&self) -> u64 {
        let (all, empty) = (CELLS as f64, (CELLS - self.occupied) as f64);
        // With no cell empty there are at least as many as would leave half of one.
        let count = -all * (empty.max(0.5) / all).ln();
        // Neither negative nor anywhere near the end of the numbers.
        count.round() as u64
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use super::*;

    #[test]
    fn the_estimate_is_near_whatever_the_number_and_two_lines_of_one_person_count_once() {
        let (hasher, now) = (RandomState::new(), Instant::now());
        for people in [0_u32, 1, 10, 500, 19_000, 80_000] {
            let mut crowd = Crowd::new(now);
            for person in (0..people).chain(0..people) {
                crowd.join(Crowd::cell(hasher.hash_one(person)));
            }
            let off = (crowd.count() as f64 - f64::from(people)).abs();
            assert!(off <= 1.0 + f64::from(people) * 0.08, "{people} people: {}", crowd.count());
            for person in (0..people).chain(0..people) {
                crowd.leave(Crowd::cell(hasher.hash_one(person)), false);
            }
            assert!(crowd.is_empty() && crowd.count() == 0, "all of {people} have left");
        }
    }

    #[test]
    fn more_than_it_can_tell_is_still_a_number() {
        let mut crowd = Crowd::new(Instant::now());
        (0..CELLS).for_each(|cell| crowd.join(u16::try_from(cell).expect("small")));
        assert!((169_000..171_000).contains(&crowd.count()));
    }

    #[test]
    fn whoever_only_looked_in_counts_for_two_to_three_turns_more() {
        let start = Instant::now();
        let turn = Duration::from_secs(20);
        let after = |turns: u32| start + turn * turns;
        let mut crowd = Crowd::new(start);
        crowd.join(7);
        crowd.leave(7, true);
        assert!(crowd.turn(after(2), turn).is_empty());
        assert_eq!(crowd.count(), 1);
        assert!(crowd.turn(after(3), turn).is_empty());
        assert_eq!(crowd.count(), 0);
    }
}
