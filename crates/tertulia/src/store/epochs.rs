//! Epochs: how a cursor from before a restored backup is told from a good one.

use tertulia_wire::{Cursor, Epoch};

/// How many epochs a room remembers. A cursor older than the last 64 restarts is reset, which is right, only dearer.
pub const EPOCHS_MAX: usize = 64;

/// The epochs of a room, oldest first, each with the head at which it began; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epochs(Vec<(Epoch, u64)>);

/// What a cursor is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The reader can go on from this version.
    Good(u64),
    /// The reader holds another history, or one with a hole that can't be told in changes: it needs a reset.
    Lost,
}

impl Epochs {
    /// The first epoch of a room just made.
    #[must_use]
    pub fn first(epoch: Epoch) -> Self {
        Self(vec![(epoch, 0)])
    }

    /// Epochs as a store has kept them, oldest first; `None` if there are none.
    #[must_use]
    pub fn from_list(list: Vec<(Epoch, u64)>) -> Option<Self> {
        if list.is_empty() { None } else { Some(Self(list)) }
    }

    /// All epochs, oldest first, each with the head at which it began.
    #[must_use]
    pub fn as_list(&self) -> &[(Epoch, u64)] {
        &self.0
    }

    /// The newest epoch.
    #[must_use]
    pub fn newest(&self) -> Epoch {
        self.0.last().map_or(Epoch(0), |(epoch, _)| *epoch)
    }

    /// The head at which the newest epoch began.
    #[must_use]
    pub fn newest_began(&self) -> u64 {
        self.0.last().map_or(0, |(_, began)| *began)
    }

    /// Begins an epoch at a head, and forgets the oldest beyond [`EPOCHS_MAX`].
    pub fn begin(&mut self, epoch: Epoch, head: u64) {
        self.0.push((epoch, head));
        let over = self.0.len().saturating_sub(EPOCHS_MAX);
        self.0.drain(..over);
    }

    /// Judges a cursor by these epochs and the store's head.
    ///
    /// Good when the epoch is the newest and the version not above the head, or when the version is not above the head at
    /// which the next epoch began: up to there both histories are the same. [`Cursor::Start`] is always good: it holds nothing that could be wrong.
    #[must_use]
    pub fn judge(&self, cursor: Cursor, head: u64) -> Verdict {
        let Cursor::At { epoch, version } = cursor else { return Verdict::Good(0) };
        let Some(at) = self.0.iter().position(|(known, _)| *known == epoch) else { return Verdict::Lost };
        let end = self.0.get(at + 1).map_or(head, |(_, began)| *began);
        if version <= end { Verdict::Good(version) } else { Verdict::Lost }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(epoch: u64, version: u64) -> Cursor {
        Cursor::At { epoch: Epoch(epoch), version }
    }

    #[test]
    fn a_cursor_is_good_up_to_where_the_next_epoch_began() {
        let mut epochs = Epochs::first(Epoch(1));
        epochs.begin(Epoch(2), 10);
        epochs.begin(Epoch(3), 20);
        for (cursor, verdict) in [
            (Cursor::Start, Verdict::Good(0)),
            (at(1, 10), Verdict::Good(10)),
            (at(1, 11), Verdict::Lost),
            (at(2, 5), Verdict::Good(5)),
            (at(2, 20), Verdict::Good(20)),
            (at(2, 21), Verdict::Lost),
            (at(3, 30), Verdict::Good(30)),
            (at(3, 31), Verdict::Lost),
            (at(9, 1), Verdict::Lost),
        ] {
            assert_eq!(epochs.judge(cursor, 30), verdict, "{cursor}");
        }
        assert_eq!(epochs.judge(Cursor::Start, 30), Verdict::Good(0));
    }

    #[test]
    fn the_oldest_epochs_are_forgotten() {
        let mut epochs = Epochs::first(Epoch(0));
        for n in 1..=70 {
            epochs.begin(Epoch(n), n * 10);
        }
        assert_eq!(epochs.as_list().len(), EPOCHS_MAX);
        assert_eq!(epochs.judge(at(6, 60), 1000), Verdict::Lost);
        assert_eq!(epochs.judge(at(7, 70), 1000), Verdict::Good(70));
    }
}
