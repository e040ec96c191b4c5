//! Whose a name is in a room: users' as soon as they were there, and a guest's from the first say until a day after leaving.

use std::collections::{BTreeSet, HashMap};

use tertulia_wire::{Code, Sender, Time};

use super::Present;
use crate::error::Refusal;
use crate::names::look;
use crate::store::{RoomKey, SeenName, SeenUser, WriteError};

/// For how long at least a guest's name stays theirs after they spoke or left: a day.
const GUEST_MS: i64 = 24 * 3_600_000;
/// How many names a guest has in a room: what they were called until lately is nobody else's yet, and nobody takes one after the other.
const GUEST_NAMES: usize = 3;
/// For how much longer it is written down, so that who speaks on has it written again once in as long and not with each message.
const SLACK_MS: i64 = 3_600_000;
/// For how long a user's name is remembered after they came or spoke: a quarter of a year, so that no room remembers names for ever.
const USER_MS: i64 = 90 * 24 * 3_600_000;
/// As [`SLACK_MS`], for users.
const USER_SLACK_MS: i64 = 7 * 24 * 3_600_000;

/// Whose a name is that several users have spoken or been seen under, or a program of the host's for nobody.
const NOBODY: &str = "";

/// Who has a name in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holder {
    pub(crate) person: String,
    pub(crate) guest: bool,
    pub(crate) until: Time,
}

/// Who has which names, as far as a batch needs to know, and what it changes of that.
#[derive(Debug, Clone, Default)]
pub(crate) struct SeenNames {
    holders: HashMap<(RoomKey, String), Holder>,
    touched: BTreeSet<(RoomKey, String)>,
}

impl SeenNames {
    /// Takes in who has a name.
    pub(crate) fn know(&mut self, room: RoomKey, look: String, holder: Holder) {
        self.holders.insert((room, look), holder);
    }

    /// Who has a name at a time.
    pub(crate) fn holder(&self, room: RoomKey, look: &str, now: Time) -> Option<&Holder> {
        self.holders.get(&(room, look.to_owned())).filter(|holder| holder.until > now)
    }

    /// The looks of somebody's names in a room, in order.
    #[cfg(feature = "testkit")]
    pub(crate) fn of(&self, room: RoomKey, person: &str) -> Vec<String> {
        let theirs = self.holders.iter().filter(|(place, holder)| place.0 == room && holder.person == person);
        let mut looks: Vec<_> = theirs.map(|(place, _)| place.1.clone()).collect();
        looks.sort_unstable();
        looks
    }

    /// Forgets what is nobody's any more.
    #[cfg(feature = "testkit")]
    pub(crate) fn forget_past(&mut self, now: Time) {
        self.holders.retain(|_, holder| holder.until > now);
    }

    /// Each name that the batch touched; without a holder those that are free.
    pub(crate) fn touched(&self) -> impl Iterator<Item = (RoomKey, &str, Option<&Holder>)> {
        self.touched.iter().map(|place| (place.0, place.1.as_str(), self.holders.get(place)))
    }

    fn hold(&mut self, room: RoomKey, look: &str, holder: Holder) {
        let place = (room, look.to_owned());
        self.touched.insert(place.clone());
        self.holders.insert(place, holder);
    }

    /// Takes a name for one of the host's users. Written again only now and then: a message costs no second row.
    fn hold_for_user(&mut self, room: RoomKey, look: &str, person: &str, now: Time) {
        let until = Time(now.0 + USER_MS + USER_SLACK_MS);
        let of = |person: &str, until: Time| Holder { person: person.to_owned(), guest: false, until };
        let holder = match self.holder(room, look, now).filter(|known| !known.guest) {
            Some(known) => {
                // Two of the host's users may have one name: that is the host's to say. It is nobody's in particular from then on, so
                // that it goes with none of them.
                let whose = if known.person == person { person } else { NOBODY };
                let lasts = if runs_out(known, now, USER_MS) { until } else { known.until };
                of(whose, lasts)
            }
            None => of(person, until),
        };
        if self.holders.get(&(room, look.to_owned())) != Some(&holder) {
            self.hold(room, look, holder);
        }
    }

    /// Takes names for users who were there, in rooms that have so many places left for others than they know: those without a number
    /// are not there.
    pub(crate) fn see(&mut self, seen: &[SeenUser], places: &mut HashMap<RoomKey, u64>, now: Time) {
        for SeenUser { room, person, look, .. } in seen {
            let Some(left) = places.get_mut(room) else { continue };
            if !self.knows(*room, look) {
                let Some(fewer) = left.checked_sub(1) else { continue };
                *left = fewer;
            }
            self.hold_for_user(*room, look, person, now);
        }
    }

    /// Whether a name is a user's in a room, or was.
    pub(crate) fn knows(&self, room: RoomKey, look: &str) -> bool {
        self.holders.get(&(room, look.to_owned())).is_some_and(|known| !known.guest)
    }

    /// How many names of users there are in a room, with those that are nobody's any more and not forgotten yet.
    #[cfg(feature = "testkit")]
    pub(crate) fn count(&self, room: RoomKey) -> u64 {
        self.holders.iter().filter(|(place, holder)| place.0 == room && !holder.guest).count() as u64
    }

    /// Frees the names that a guest has in a room beyond those they may have: of those but one, the ones that would be free first.
    pub(super) fn free_oldest(&mut self, room: RoomKey, person: &str, look: &str) {
        let of_theirs = |(place, holder): &(&(RoomKey, String), &Holder)| {
            place.0 == room && place.1 != look && holder.guest && holder.person == person
        };
        let others = self.holders.iter().filter(of_theirs);
        let mut others: Vec<_> = others.map(|(place, holder)| (holder.until, place.clone())).collect();
        others.sort_unstable_by(|one, other| other.cmp(one));
        for (_, place) in others.into_iter().skip(GUEST_NAMES - 1) {
            self.holders.remove(&place);
            self.touched.insert(place);
        }
    }

    /// Frees all names of somebody in a room.
    pub(super) fn free_all(&mut self, room: RoomKey, person: &str) {
        let theirs = self.holders.iter().filter(|(place, holder)| place.0 == room && holder.person == person);
        let theirs: Vec<_> = theirs.map(|(place, _)| place.clone()).collect();
        for place in theirs {
            self.holders.remove(&place);
            self.touched.insert(place);
        }
    }

    /// A guest's name stays theirs for a day from now on, unless it is another's by now.
    pub(super) fn keep(&mut self, room: RoomKey, look: &str, person: &str, now: Time) {
        let known = self.holder(room, look, now);
        if known.is_none_or(|known| known.guest && known.person == person && runs_out(known, now, GUEST_MS)) {
            let until = Time(now.0 + GUEST_MS + SLACK_MS);
            self.hold(room, look, Holder { person: person.to_owned(), guest: true, until });
        }
    }
}

/// Whether a name is somebody's for less than so long.
fn runs_out(known: &Holder, now: Time, below: i64) -> bool {
    known.until.0 - now.0 < below
}

impl Present {
    /// Takes a name for whoever speaks under it; refused to a guest when it is somebody else's.
    pub(super) fn take_name(&mut self, room: RoomKey, seen: &SeenName, now: Time) -> Result<(), WriteError> {
        if !seen.guest {
            self.seen_names.hold_for_user(room, &seen.look, &seen.person, now);
            return Ok(());
        }
        if let Some(known) = self.seen_names.holder(room, &seen.look, now)
            && (known.person != seen.person || !known.guest)
        {
            return Err(Refusal::new(Code::NameTaken).into());
        }
        self.seen_names.keep(room, &seen.look, &seen.person, now);
        self.seen_names.free_oldest(room, &seen.person, &seen.look);
        Ok(())
    }

    /// Keeps a guest's name for them that their message comes into the room under; one that is another's by now stays so.
    pub(super) fn keep_name(&mut self, room: RoomKey, guest: &Sender, now: Time) {
        let Some(person) = &guest.id else { return };
        self.seen_names.keep(room, &look(&guest.name), person, now);
    }
}
