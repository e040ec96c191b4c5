//! What people's reactions on one message come to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tertulia_wire::{Code, Reaction, RoomName};

use super::{Moment, Present};
use crate::error::Refusal;
use crate::store::{Change, Outcome, ReactionAct, RoomKey, WriteError, Written};

/// How many of those who reacted are shown, per emoji.
pub(crate) const SHOWN_MAX: usize = 20;

/// How many kinds of emoji one message holds.
const KINDS_MAX: usize = 20;

/// Who reacted with one emoji on one message, as far as a batch needs to know: those it names, and enough of the newest
/// that the 20 newest are still known after all that it takes away.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reactors {
    people: HashMap<String, i64>,
    newest: i64,
    touched: BTreeSet<String>,
}

impl Reactors {
    /// Takes in one who reacted, with the place in the order.
    pub(crate) fn know(&mut self, person: String, number: i64) {
        self.newest = self.newest.max(number);
        self.people.insert(person, number);
    }

    /// Each person that the batch touched, with the place in the order; `None` for those who are gone.
    pub(crate) fn touched(&self) -> impl Iterator<Item = (&str, Option<i64>)> {
        self.touched.iter().map(|person| (person.as_str(), self.people.get(person).copied()))
    }

    fn has(&self, person: &str) -> bool {
        self.people.contains_key(person)
    }

    fn add(&mut self, person: &str) {
        self.newest += 1;
        self.people.insert(person.to_owned(), self.newest);
        self.touched.insert(person.to_owned());
    }

    fn remove(&mut self, person: &str) {
        self.people.remove(person);
        self.touched.insert(person.to_owned());
    }

    fn shown(&self) -> Vec<String> {
        let by_number: BTreeMap<i64, &String> = self.people.iter().map(|(person, number)| (*number, person)).collect();
        by_number.into_values().rev().take(SHOWN_MAX).cloned().collect()
    }
}

impl Present {
    pub(super) fn react(
        &mut self,
        name: &RoomName,
        id: u64,
        acts: &[ReactionAct],
        moment: &mut Moment,
    ) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let message = self.entry(key, id)?.message.clone();
        if message.deleted.is_some() {
            return Err(Refusal::new(Code::Deleted).into());
        }
        let mut shown = message.reactions.clone();
        let each = acts.iter().map(|act| self.apply(key, id, act, &mut shown)).collect();
        let mut changes = Vec::new();
        let mut message = Box::new(message);
        if shown != message.reactions {
            *message = self.touch(key, id, moment, |message| message.reactions = shown)?;
            changes.push(Change::Message(message.clone()));
        }
        self.written(key, changes, Outcome::Reacted { message, each })
    }

    /// Applies one reaction to those who reacted, and to what is shown of them.
    fn apply(&mut self, key: RoomKey, id: u64, act: &ReactionAct, shown: &mut Vec<Reaction>) -> Result<(), Refusal> {
        let at = shown.iter().position(|kind| kind.emoji == act.emoji);
        let reactors = self.reactors.entry((key, id, act.emoji.clone())).or_default();
        if reactors.has(&act.by) == act.add {
            return Ok(());
        }
        match (act.add, at) {
            (true, None) if shown.len() >= KINDS_MAX => {
                return Err(Refusal::because(Code::Invalid, "reaction-kinds").with("max", KINDS_MAX));
            }
            (true, None) => {
                reactors.add(&act.by);
                shown.push(Reaction { emoji: act.emoji.clone(), count: 1, by: reactors.shown() });
            }
            (true, Some(at)) => {
                reactors.add(&act.by);
                shown[at].count += 1;
                shown[at].by = reactors.shown();
            }
            (false, Some(at)) if shown[at].count > 1 => {
                reactors.remove(&act.by);
                shown[at].count -= 1;
                shown[at].by = reactors.shown();
            }
            (false, _) => {
                reactors.remove(&act.by);
                shown.retain(|kind| kind.emoji != act.emoji);
            }
        }
        Ok(())
    }
}
