//! What is told of a room, in any order, any number of times.

use std::sync::Arc;

use super::{Stage, State};
use crate::hub::encoded::Encoded;
use crate::hub::tail::Tail;
use crate::store::{Found, Outcome, RoomFacts, Verdict, Written};

/// What a delivery asks of the hub.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Readers have something to see.
    pub(crate) news: bool,
    /// Something else waits for review, of which those who review are told.
    pub(crate) waiting: bool,
    /// A right may have ended with it, or the room: readers are told at once.
    pub(crate) ended: bool,
    /// A version below what was delivered is missing.
    pub(crate) missing: bool,
    /// Only the store can say what is under the name now.
    pub(crate) ask: bool,
}

impl State {
    /// Takes a written change, in any order, any number of times.
    pub(crate) fn deliver(&mut self, written: &Written, encoded: &[Arc<Encoded>], sole_writer: bool) -> Told {
        let facts = &written.facts;
        if matches!(self.stage, Stage::Unloaded) {
            self.begun += 1;
            return Told::default();
        }
        if self.gone.is_some_and(|(key, access)| key == facts.key && facts.access.room <= access) {
            return Told::default();
        }
        if matches!(written.outcome, Outcome::RoomDeleted) {
            return self.end(facts, sole_writer);
        }
        let Some(known) = self.facts().filter(|known| known.key == facts.key) else {
            if !sole_writer {
                // It may be a late hint of a room that is gone.
                return Told { ask: true, ..Told::default() };
            }
            // Made just now, or made anew: whoever waits for it begins where it begins.
            let before = encoded.first().map_or(facts.head, |change| change.version - 1);
            self.begin(Found::Room(facts.clone()));
            self.tail = Tail::from(before);
            self.accept_all(encoded);
            return Told { news: true, missing: self.missing(), ..Told::default() };
        };
        // A restriction raises a number and takes no version: by the numbers alone a late hint is told from a newer one then.
        let newer = facts.head > known.head || facts.head == known.head && known.access.is_below(&facts.access);
        let same_epoch = known.epochs.newest() == facts.epochs.newest();
        if !same_epoch {
            if known.epochs.as_list().iter().any(|(epoch, _)| *epoch == facts.epochs.newest()) {
                return self.deliver_late(facts, encoded);
            }
            // An epoch that begins where all that we know ends, and with no lower numbers, goes on from it; any other begins
            // another history.
            let (began, ends) = (facts.epochs.newest_began(), self.tail.newest());
            if began != ends || known.head != ends || facts.access.is_below(&known.access) {
                self.begin(Found::Room(facts.clone()));
                return Told { news: true, ..Told::default() };
            }
        }
        let ended = facts.access.room > known.access.room;
        let waiting = facts.waiting > known.waiting;
        let newer = newer || !same_epoch || ended;
        if newer || waiting {
            self.go_on(facts);
        }
        let seen = self.accept_all(encoded);
        Told { news: seen || newer, waiting, ended, missing: self.missing(), ask: false }
    }

    /// Takes changes of an earlier run than the one that is known: that was read from the store, and the tail may not have come
    /// so far. What they delete is to be handed out no more. Of the room itself they tell nothing that is not known.
    fn deliver_late(&mut self, facts: &RoomFacts, encoded: &[Arc<Encoded>]) -> Told {
        if self.facts().is_none_or(|known| known.judge(facts.cursor(facts.head)) == Verdict::Lost) {
            // From after the copy that was put back: of a history that is no more.
            return Told::default();
        }
        let seen = self.accept_all(encoded);
        Told { news: seen, missing: self.missing(), ..Told::default() }
    }

    /// Takes that a room is deleted.
    fn end(&mut self, facts: &RoomFacts, sole_writer: bool) -> Told {
        let ours = match &self.stage {
            Stage::Known(Found::Room(known)) | Stage::Elsewhere(known) => known.key == facts.key,
            Stage::Known(_) | Stage::Unloaded => true,
        };
        if ours {
            self.begin(Found::Deleted { everywhere: facts.access.everywhere });
            self.gone = Some((facts.key, facts.access.room));
        }
        // It may come late, when a room was made anew or a copy was put back: only the store knows what is under the name now.
        Told { news: ours, ended: ours, ask: !sole_writer, ..Told::default() }
    }
}
