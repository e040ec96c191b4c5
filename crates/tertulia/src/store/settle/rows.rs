//! What a settled batch has to write.

use super::{Dirt, Entry, Forgotten, HeldEntry, Holder, Present, ReportEntry, Request, Room, Under};
use crate::store::erasing::Erasure;
use crate::store::moderation::{Kept, Noted, OnSomebody};
use crate::store::{Revocation, RoomKey};
use tertulia_wire::{Message, RoomName, Sender, Time};

/// The rows that a batch leaves, in key order where nothing else is said; a store writes them in the order of these fields.
#[derive(Debug, Default)]
pub(crate) struct Rows<'a> {
    /// The access number *everywhere*, where it has risen.
    pub(crate) raised: Option<u64>,
    /// Whose tokens are refused.
    pub(crate) revoked: Vec<&'a Revocation>,
    /// Whose erasure has begun.
    pub(crate) erasing: Vec<&'a Erasure>,
    /// Rooms whose names are free.
    pub(crate) freed: Vec<RoomKey>,
    /// Names, with what is under them now.
    pub(crate) names: Vec<(&'a RoomName, Option<RoomKey>)>,
    /// Rooms that were made, or changed in more than their head; deleted ones first.
    pub(crate) rooms: Vec<&'a Room>,
    /// Rooms that have another head and time.
    pub(crate) advanced: Vec<&'a Room>,
    /// Messages past their room's retention whose rows are in the way.
    pub(crate) gone: Vec<(RoomKey, u64)>,
    /// Messages that were said.
    pub(crate) said: Vec<(RoomKey, &'a Message, &'a Request, Option<Time>)>,
    /// Messages that changed.
    pub(crate) changed: Vec<(RoomKey, &'a Message)>,
    /// Messages of which it is forgotten whose they were; after their change.
    pub(crate) forgotten: Vec<(RoomKey, u64, &'a Forgotten)>,
    /// Messages that lose all reactions.
    pub(crate) cleared: Vec<(RoomKey, u64)>,
    /// Reactions that were taken away: room, message, person, emoji.
    pub(crate) unreacted: Vec<(RoomKey, u64, &'a str, &'a str)>,
    /// Rooms in which nobody is announced any more.
    pub(crate) silent: Vec<RoomKey>,
    /// People who are announced no more: room, person.
    pub(crate) unannounced: Vec<(RoomKey, &'a str)>,
    /// People who were announced.
    pub(crate) announced: Vec<(RoomKey, &'a str, &'a Sender)>,
    /// Names that are free: room, look.
    pub(crate) freed_names: Vec<(RoomKey, &'a str)>,
    /// Names, with whose they are.
    pub(crate) seen_names: Vec<(RoomKey, &'a str, &'a Holder)>,
    /// Reactions that were added, with their place in the order.
    pub(crate) reacted: Vec<(RoomKey, u64, &'a str, &'a str, i64)>,
    /// Restrictions that are no longer there: room, person and kind.
    pub(crate) lifted: Vec<(RoomKey, &'a OnSomebody)>,
    /// Restrictions that were put on somebody.
    pub(crate) restricted: Vec<(RoomKey, &'a Kept)>,
    /// What was done.
    pub(crate) noted: Vec<(RoomKey, &'a Noted)>,
    /// Messages that were approved, and wait no more.
    pub(crate) unheld: Vec<(RoomKey, u64)>,
    /// Messages of which nothing is reported any more.
    pub(crate) unreported: Vec<(RoomKey, u64)>,
    /// Reports that were made: room, message, report.
    pub(crate) reported: Vec<(RoomKey, u64, &'a ReportEntry)>,
    /// The newest number of a report, where it has risen.
    pub(crate) reports_head: Option<u64>,
    /// Messages that were held or rejected.
    pub(crate) held: Vec<(RoomKey, &'a HeldEntry)>,
}

impl Rows<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        // Messages, held ones and reactions alone never change: their room's row goes with them.
        let nobody = self.unannounced.is_empty() && self.announced.is_empty() && self.seen_names.is_empty();
        self.rooms.is_empty() && self.advanced.is_empty() && nobody && self.reports_head.is_none()
    }

    /// In the order of the keys, so that a commit goes through its tables once.
    fn sort(&mut self) {
        self.held.sort_unstable_by_key(|(key, entry)| (*key, entry.number));
        // Deleted ones first: only then is their name free for a room that the same batch made under it.
        self.rooms.sort_unstable_by_key(|room| (!room.deleted, room.key));
        self.advanced.sort_unstable_by_key(|room| room.key);
        self.said.sort_unstable_by_key(|(key, message, ..)| (*key, message.id));
        self.changed.sort_unstable_by_key(|(key, message)| (*key, message.id));
        self.forgotten.sort_unstable_by_key(|(key, id, _)| (*key, *id));
    }
}

impl Present {
    /// Lists what the batch leaves to write.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let mut rows = Rows {
            raised: self.raised.then_some(self.everywhere),
            revoked: self.revoked.values().collect(),
            erasing: self.erasing.values().collect(),
            freed: self.freed.iter().copied().collect(),
            gone: self.gone.iter().copied().collect(),
            cleared: self.cleared.iter().copied().collect(),
            unreported: self.unreported.iter().copied().collect(),
            reports_head: self.reports_head.filter(|_| self.reported),
            unheld: self.unheld.iter().copied().collect(),
            ..Rows::default()
        };
        for name in &self.renamed {
            let key = match self.names.get(name) {
                Some(Under::Room(key)) => Some(*key),
                Some(Under::Deleted) | None => None,
            };
            rows.names.push((name, key));
        }
        rows.rooms = self.rooms.values().filter(|room| room.dirt == Dirt::Whole).collect();
        rows.advanced = self.rooms.values().filter(|room| room.dirt == Dirt::Advanced).collect();
        for ((key, _), Entry { message, request, new, changed, forgotten, spoke }) in &self.messages {
            match request {
                Some(request) if *new => rows.said.push((*key, message, request, *spoke)),
                _ if *changed => rows.changed.push((*key, message)),
                _ => {}
            }
            rows.forgotten.extend(forgotten.iter().map(|forgotten| (*key, message.id, forgotten)));
        }
        for ((key, id, emoji), reactors) in &self.reactors {
            for (person, number) in reactors.touched() {
                match number {
                    Some(number) => rows.reacted.push((*key, *id, person, emoji, number)),
                    None => rows.unreacted.push((*key, *id, person, emoji)),
                }
            }
        }
        rows.silent = self.announced.silent().collect();
        for (key, person, sender) in self.announced.touched() {
            match sender {
                Some(sender) => rows.announced.push((key, person, sender)),
                None => rows.unannounced.push((key, person)),
            }
        }
        self.add_moderation(&mut rows);
        for (key, look, holder) in self.seen_names.touched() {
            match holder {
                Some(holder) => rows.seen_names.push((key, look, holder)),
                None => rows.freed_names.push((key, look)),
            }
        }
        rows.held.extend(self.held.iter().filter(|(_, entry)| entry.changed).map(|((key, _), entry)| (*key, entry)));
        rows.sort();
        rows
    }

    fn add_moderation<'a>(&'a self, rows: &mut Rows<'a>) {
        for (key, place) in &self.restricted_anew {
            match self.restricted.get(key).and_then(|there| there.get(place)) {
                Some(kept) => rows.restricted.push((*key, kept)),
                None => rows.lifted.push((*key, place)),
            }
        }
        let reported = self.reports.iter().flat_map(|((key, id), reports)| reports.iter().map(|report| (*key, *id, report)));
        rows.reported = reported.filter(|(_, _, report)| report.new).collect();
        rows.noted = self.noted.iter().map(|(key, noted)| (*key, noted)).collect();
    }
}

#[cfg(test)]
mod tests {
    use tertulia_wire::Time;

    use super::super::Moment;
    use super::*;
    use crate::store::{Act, Write};

    #[test]
    fn a_deleted_room_is_written_before_the_one_that_takes_its_name() {
        for draws in [vec![1, 8, 2, 2], vec![1, 2, 2, 8]] {
            let mut moment = Moment::new(Time(0), 0, draws);
            let mut present = Present::default();
            let put = Act::Put(Box::default());
            for act in [put.clone(), Act::DeleteRoom, put] {
                let write =
                    Write { room: "room/lobby".parse().expect("a name"), access: None, act, by: String::new(), why: None };
                present.settle(&write, &mut moment).expect("settled");
            }
            let deleted: Vec<bool> = present.rows().rooms.iter().map(|room| room.deleted).collect();
            assert_eq!(deleted, [true, false]);
        }
    }
}
