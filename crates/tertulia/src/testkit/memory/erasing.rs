//! What is kept of somebody, and that it goes: all at once, since it is all in memory.

use tertulia_wire::Message;

use super::Rooms;
use crate::store::RoomKey;
use crate::store::edits::is_from;
use crate::store::erasing::{ErasedBeside, Erasure, TRACES_MAX, TracePlace, Traces, TracesBeside};
use crate::store::moderation::all_on;

impl Rooms {
    pub(super) fn traces(&self, person: &str, from: TracePlace) -> Traces {
        let rooms = self.present.rooms.values().filter(|room| !room.deleted && room.key >= from.room);
        let Some(facts) = rooms.map(|room| room.key).min().and_then(|key| self.present.facts(key)) else {
            return Traces::default();
        };
        let mut traces = Traces::default();
        let after = if facts.key == from.room { from.after } else { None };
        if after.is_none() {
            traces.beside = self.beside(person, facts.key);
        }
        let mut upto = u64::MAX;
        if after.is_none() && !traces.beside.held.is_empty() {
            upto = 0;
        } else {
            let asked = |id: u64| id > after.unwrap_or(0);
            let request = |id: u64| self.present.messages.get(&(facts.key, id)).and_then(|entry| entry.request.as_ref());
            let theirs = |message: &&&Message| {
                let bearer = request(message.id).is_some_and(|request| request.bearer == person);
                asked(message.id) && (is_from(message, person) || bearer)
            };
            let kept = self.present.kept_messages(facts.key);
            traces.messages = kept.iter().filter(theirs).take(TRACES_MAX as usize).map(|message| (*message).clone()).collect();
            for message in kept.iter().filter(|message| asked(message.id)) {
                let kinds = message.reactions.iter().filter(|kind| {
                    let place = (facts.key, message.id, kind.emoji.clone());
                    self.present
                        .reactors
                        .get(&place)
                        .is_some_and(|reactors| reactors.touched().any(|(one, number)| one == person && number.is_some()))
                });
                traces.reactions.extend(kinds.map(|kind| (message.id, kind.emoji.clone())));
            }
            if traces.messages.len() == TRACES_MAX as usize {
                upto = traces.messages.last().map_or(upto, |message| message.id);
                traces.reactions.retain(|(id, _)| *id <= upto);
            }
        }
        traces.next = Some(match upto {
            u64::MAX => TracePlace::behind(facts.key),
            upto => TracePlace { room: facts.key, after: Some(upto) },
        });
        traces.facts = Some(facts);
        traces
    }

    fn beside(&self, person: &str, key: RoomKey) -> TracesBeside {
        let held = self.present.held.iter().filter(|((room, _), entry)| {
            let from = entry.waits.as_ref().and_then(|waits| waits.sender.as_ref()?.id.as_deref());
            *room == key && (entry.request.bearer == person || from == Some(person))
        });
        let mut held: Vec<_> = held.map(|((_, number), entry)| (*number, entry.waits.clone())).collect();
        held.sort_unstable_by_key(|(number, _)| *number);
        let restricted = self.present.restricted.get(&key);
        TracesBeside {
            read: self.marks.get(&(key, person.to_owned())).map(|(up_to, _)| *up_to),
            held,
            restrictions: restricted
                .into_iter()
                .flat_map(|there| all_on(there, person))
                .map(|kept| kept.restriction.clone())
                .collect(),
            reports: self.present.reported_by(person, key),
            restricts: restricted.is_some_and(|there| there.values().any(|kept| kept.restriction.by == person)),
            names: self.present.seen_names.of(key, person),
            announced: self.present.announced.in_room(key).into_iter().find(|sender| sender.id.as_deref() == Some(person)),
        }
    }

    pub(super) fn finish_erasure(&mut self, erasure: &Erasure) -> ErasedBeside {
        let Erasure { person, pseudonym } = erasure;
        while self.present.forget_past() {}
        let marks = self.marks.len();
        self.marks.retain(|(_, whose), _| whose != person);
        let mut audit = 0;
        for (_, noted) in &mut self.present.noted {
            let (by, on) = (noted.by == *person, noted.user.as_ref() == Some(person));
            if by {
                noted.by.clone_from(pseudonym);
            }
            if on {
                (noted.user, noted.why) = (Some(pseudonym.clone()), None);
            }
            audit += u64::from(by) + u64::from(on);
        }
        self.present.forget_reports_by(person);
        self.present.erasing.remove(person);
        ErasedBeside { read_marks: (marks - self.marks.len()) as u64, audit, more: false, waits: false }
    }
}
