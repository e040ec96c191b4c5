//! What moderators do: restrictions, and the note of each deed.

use std::collections::{BTreeMap, BTreeSet};

use tertulia_wire::moderation::{Deed, Restriction};
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::{RoomName, Time};

use super::{Dirt, Moment, Present};
use crate::error::Refusal;
use crate::store::erasing::Erasure;
use crate::store::moderation::{
    Kept, NewRestriction, Noted, OnSomebody, RESTRICTIONS_MAX, RestrictAct, all_on, covers, is_in_force,
};
use crate::store::{Everywhere, Outcome, Raised, Revocation, RoomKey, WriteError, Written};

impl Present {
    pub(super) fn restrict(&mut self, name: &RoomName, act: &RestrictAct, moment: &Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let (restriction, is_new) = self.put_restriction(key, act, moment.now)?;
        let outcome = Outcome::Restricted(restriction.map(Box::new));
        if !is_new {
            return self.written(key, Vec::new(), outcome);
        }
        // Also when one is lifted: an open stream is told what its reader may do by this.
        let room = self.known(key)?;
        room.access += 1;
        room.dirt = Dirt::Whole;
        self.written(key, Vec::new(), outcome)
    }

    /// Does something everywhere, and raises the number unless there is nothing to do.
    pub(crate) fn act_everywhere(&mut self, act: &Everywhere, now: Time) -> Result<Raised, Refusal> {
        let restriction = match act {
            Everywhere::Recheck => None,
            Everywhere::Erase { erasure, by, .. } => {
                let by = if *by == erasure.person { &erasure.pseudonym } else { by };
                let user = Some(erasure.pseudonym.clone());
                self.note(RoomKey::EVERYWHERE, Noted { user, ..Noted::of(Deed::Erase, by, now) });
                self.erase_restrictions(RoomKey::EVERYWHERE, erasure, now);
                self.erasing.insert(erasure.person.clone(), erasure.clone());
                None
            }
            Everywhere::Revoke { person, by, why, .. } => {
                let (user, why) = (Some(person.clone()), why.clone());
                self.note(RoomKey::EVERYWHERE, Noted { user, why, ..Noted::of(Deed::Revoke, by, now) });
                None
            }
            Everywhere::Restrict(act) => match self.put_restriction(RoomKey::EVERYWHERE, act, now)? {
                (restriction, true) => restriction,
                (restriction, false) => return Ok(Raised { everywhere: self.everywhere, restriction }),
            },
        };
        self.everywhere += 1;
        self.raised = true;
        if let Everywhere::Revoke { person, second, .. } | Everywhere::Erase { erasure: Erasure { person, .. }, second, .. } = act
        {
            let second = self.revoked.get(person).map_or(*second, |known| known.second.max(*second));
            let revocation = Revocation { person: person.clone(), second, number: self.everywhere };
            self.revoked.insert(person.clone(), revocation);
        }
        Ok(Raised { everywhere: self.everywhere, restriction })
    }

    /// Puts a restriction on somebody in a room or everywhere, or lifts all that is on them, and notes it. Gives what was put, or
    /// what is there and covers it, and whether anything is another now.
    ///
    /// One of each kind is kept: what is put takes the place of what was there of its kind, and what is weaker goes on beneath.
    fn put_restriction(&mut self, key: RoomKey, act: &RestrictAct, now: Time) -> Result<(Option<Restriction>, bool), Refusal> {
        let there = self.restricted.entry(key).or_default();
        let anew = &mut self.restricted_anew;
        let Some(new) = &act.restriction else {
            let before = there.len();
            remove(there, key, anew, |one| one.user == act.user && act.only.is_none_or(|only| one.kind == only));
            if there.len() < before {
                let (user, why) = (Some(act.user.clone()), act.why.clone());
                self.note(key, Noted { user, why, ..Noted::of(Deed::Lift, &act.by, now) });
                return Ok((None, true));
            }
            return Ok((None, false));
        };
        remove(there, key, anew, |one| !is_in_force(one, now));
        let (put, place) = (restriction(new, act, now), (act.user.clone(), new.kind));
        // What is there of the same kind gives way in any case: it may be meant to end sooner than it would.
        if !there.contains_key(&place) {
            let stays = all_on(there, &act.user).map(|kept| &kept.restriction).find(|one| covers(one, &put));
            if let Some(stays) = stays {
                return Ok((Some(stays.clone()), false));
            }
        }
        if !there.contains_key(&place) && there.len() >= RESTRICTIONS_MAX {
            return Err(Refusal::too_many("restrictions", RESTRICTIONS_MAX));
        }
        anew.insert((key, place.clone()));
        there.insert(place, Kept { restriction: put.clone(), mark: new.address.map(|address| address.mark) });
        let (until, why, address) = (put.until, put.why.clone(), put.address_until.is_some());
        let user = Some(act.user.clone());
        self.note(key, Noted { user, until, why, address, ..Noted::of(deed(put.kind), &act.by, now) });
        Ok((Some(put), true))
    }

    /// Forgets the addresses that restrictions no longer hold for.
    #[cfg(feature = "testkit")]
    pub(crate) fn forget_addresses(&mut self, now: Time) {
        for kept in self.restricted.values_mut().flat_map(|there| there.values_mut()) {
            if kept.restriction.address_until.take_if(|until| *until <= now).is_some() {
                kept.mark = None;
            }
        }
    }

    /// Writes down what was done, and in which room by its name.
    pub(super) fn note(&mut self, key: RoomKey, noted: Noted) {
        let room = self.rooms.get(&key).map(|room| room.name.clone());
        let why = noted.why.or_else(|| self.why.clone());
        self.noted.push((key, Noted { room, why, ..noted }));
    }
}

fn restriction(new: &NewRestriction, act: &RestrictAct, now: Time) -> Restriction {
    let NewRestriction { kind, until, why, address } = new.clone();
    let address_until = address.map(|address| address.until);
    Restriction { user: act.user.clone(), kind, until, why, since: now, by: act.by.clone(), address_until }
}

/// Takes away what is meant of what is kept in a room.
fn remove(
    there: &mut BTreeMap<OnSomebody, Kept>,
    key: RoomKey,
    anew: &mut BTreeSet<(RoomKey, OnSomebody)>,
    is_meant: impl Fn(&Restriction) -> bool,
) {
    there.retain(|place, kept| {
        let goes = is_meant(&kept.restriction);
        if goes {
            anew.insert((key, place.clone()));
        }
        !goes
    });
}

fn deed(kind: RestrictionKind) -> Deed {
    match kind {
        RestrictionKind::Mute => Deed::Mute,
        RestrictionKind::Ban => Deed::Ban,
        RestrictionKind::Kick => Deed::Kick,
    }
}
