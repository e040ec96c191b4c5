//! What people have read, and how much they have not.

use std::collections::HashMap;

use tertulia_wire::{Kind, Message, RoomName, Time};

use super::Rooms;
use crate::store::{Found, ReadMark, RoomKey, RoomUnread, SeenUser, UNREAD_LOOK, UNREAD_MAX};

impl Rooms {
    pub(super) fn mark_read(&mut self, mark: &ReadMark, now: Time) {
        let Some(facts) = self.present.facts(mark.room) else { return };
        let up_to = mark.up_to.min(facts.head);
        let kept = self.marks.entry((mark.room, mark.person.clone())).or_insert((0, now));
        if up_to > kept.0 {
            *kept = (up_to, now);
        }
    }

    /// Keeps the names of users who were there.
    pub(super) fn note_seen(&mut self, seen: &[SeenUser], most: u32, now: Time) {
        let present = &mut self.present;
        let there = seen.iter().map(|seen| seen.room).filter(|room| present.facts(*room).is_some());
        let left = |room| (room, u64::from(most).saturating_sub(present.seen_names.count(room)));
        let mut places: HashMap<_, _> = there.map(left).collect();
        present.seen_names.see(seen, &mut places, now);
    }

    pub(super) fn marked(&self, key: RoomKey, person: &str) -> u64 {
        let there = self.present.facts(key).is_some();
        self.marks.get(&(key, person.to_owned())).filter(|_| there).map_or(0, |(up_to, _)| *up_to)
    }

    /// Counted plainly, one by one.
    pub(super) fn unread(&self, person: &str, name: &RoomName) -> Option<RoomUnread> {
        let Found::Room(facts) = self.present.found(name) else { return None };
        let read = self.marked(facts.key, person);
        let mut newer = self.present.kept_messages(facts.key);
        let counts = |kind| matches!(kind, Kind::Message | Kind::Action | Kind::Notification);
        newer.retain(|message| message.id > read && message.deleted.is_none() && counts(message.kind));
        let beyond = newer.len().saturating_sub(UNREAD_LOOK as usize);
        let others = |message: &&&Message| {
            let sender = message.sender.as_ref().and_then(|sender| sender.id.as_deref());
            sender != Some(person)
        };
        let counted = u32::try_from(newer[beyond..].iter().filter(others).count()).unwrap_or(u32::MAX);
        let more = beyond > 0 || counted > UNREAD_MAX;
        Some(RoomUnread { facts, read: Some(read).filter(|read| *read > 0), unread: counted.min(UNREAD_MAX), more })
    }
}
