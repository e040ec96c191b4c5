//! What it comes to that somebody came or left: a line, once.

use std::collections::{BTreeSet, HashMap};

use tertulia_wire::{Kind, RoomName, Sender};

use super::{Moment, Present};
use crate::error::Refusal;
use crate::store::{Attend, NewMessage, Outcome, Review, RoomKey, WriteError, Written};

/// Whose requests the lines are: no user's id begins like this, and no guest's is so short.
const ANNOUNCER: &str = "~announcer";

/// Who was announced as having come, as far as a batch needs to know, and what the batch changes of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Announced {
    people: HashMap<(RoomKey, String), Sender>,
    touched: BTreeSet<(RoomKey, String)>,
    silent: BTreeSet<RoomKey>,
}

impl Announced {
    /// Takes in one who was announced.
    pub(crate) fn know(&mut self, room: RoomKey, person: String, sender: Sender) {
        self.people.insert((room, person), sender);
    }

    /// Everybody who is known to have been announced in a room, by id.
    #[cfg(feature = "testkit")]
    pub(crate) fn in_room(&self, room: RoomKey) -> Vec<Sender> {
        let mut people: Vec<_> =
            self.people.iter().filter(|((key, _), _)| *key == room).map(|(_, sender)| sender.clone()).collect();
        people.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        people
    }

    /// Forgets who was announced in a room: nobody is told any more when they leave.
    pub(super) fn forget(&mut self, room: RoomKey) {
        self.people.retain(|(key, _), _| *key != room);
        self.touched.retain(|(key, _)| *key != room);
        self.silent.insert(room);
    }

    /// Forgets that somebody was announced in a room.
    pub(super) fn take_out(&mut self, room: RoomKey, person: &str) {
        let place = (room, person.to_owned());
        self.people.remove(&place);
        self.touched.insert(place);
    }

    /// Rooms in which nobody is announced any more; to be written before what was touched.
    pub(crate) fn silent(&self) -> impl Iterator<Item = RoomKey> {
        self.silent.iter().copied()
    }

    /// Each person that the batch touched; without a sender those who left.
    pub(crate) fn touched(&self) -> impl Iterator<Item = (RoomKey, &str, Option<&Sender>)> {
        self.touched.iter().map(|place| (place.0, place.1.as_str(), self.people.get(place)))
    }
}

impl Present {
    pub(super) fn attend(&mut self, name: &RoomName, attend: &Attend, moment: &mut Moment) -> Result<Written, WriteError> {
        let room = self.room_mut(name)?;
        let (key, announces, next) = (room.key, room.settings.announce, room.head + 1);
        let sender = &attend.sender;
        let Some(person) = sender.id.clone() else { return self.written(key, Vec::new(), Outcome::Attended) };
        if let Some(look) = attend.look.as_deref().filter(|_| sender.guest) {
            self.seen_names.keep(key, look, &person, moment.now);
            self.seen_names.free_oldest(key, &person, look);
        }
        let place = (key, person);
        let was = self.announced.people.contains_key(&place);
        // Whoever was there already has come no second time, and whoever wasn't does not leave.
        if was == attend.present || attend.present && !announces {
            return self.written(key, Vec::new(), Outcome::Attended);
        }
        if attend.present {
            self.announced.people.insert(place.clone(), sender.clone());
        } else {
            self.announced.people.remove(&place);
        }
        self.announced.touched.insert(place);
        if !(attend.tell && announces) {
            return self.written(key, Vec::new(), Outcome::Attended);
        }
        let line = NewMessage {
            slowed: false,
            make_room: false,
            bearer: ANNOUNCER.to_owned(),
            sender: Some(sender.clone()),
            kind: if attend.present { Kind::Join } else { Kind::Leave },
            text: String::new(),
            reply_to: None,
            data: None,
            seen_name: None,
            client_id: format!("announce-{next}").parse().map_err(Refusal::from)?,
            request_hash: [0; 32],
            review: Review::default(),
        };
        let written = self.append(key, &line, moment)?;
        Ok(Written { outcome: Outcome::Attended, ..written })
    }
}
