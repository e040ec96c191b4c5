//! What is known of a room apart from its changes, as newer facts come.

use super::{Stage, State};
use crate::store::{Found, RoomFacts};

impl State {
    /// Takes newer facts of the same history, in which no access number goes down, and none of what waits.
    pub(super) fn go_on(&mut self, facts: &RoomFacts) {
        if facts.settings.first > self.first() {
            self.tail.forget_below(facts.settings.first);
        }
        let (access, waiting) = match self.facts() {
            Some(ours) => (facts.access.highest(ours.access), facts.waiting.max(ours.waiting)),
            None => (facts.access, facts.waiting),
        };
        self.stage = Stage::Known(Found::Room(RoomFacts { access, waiting, ..facts.clone() }));
    }

    /// The lowest id that the room still keeps.
    pub(super) fn first(&self) -> u64 {
        self.facts().map_or(1, |facts| facts.settings.first)
    }

    /// The number of what waits for review.
    pub(crate) fn waiting(&self) -> Option<u64> {
        self.facts().map(|facts| facts.waiting)
    }
}
