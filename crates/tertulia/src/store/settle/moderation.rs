//! What moderators do: restrictions, and the note of each deed.

use tertulia_wire::moderation::{Deed, Restriction};
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::{Code, RoomName, Time};

use super::{Dirt, Moment, Present};
use crate::error::Refusal;
use crate::store::erasing::Erasure;
use crate::store::moderation::{Kept, NewRestriction, Noted, RESTRICTIONS_MAX, RestrictAct, is_in_force};
use crate::store::{Everywhere, Outcome, Raised, Revocation, RoomKey, WriteError, Written};

impl Present {
    pub(super) fn restrict(&mut self, name: &RoomName, act: &RestrictAct, moment: &Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let Some(restriction) = self.put_restriction(key, act, moment.now)? else {
            return self.written(key, Vec::new(), Outcome::Restricted(None));
        };
        // Also when one is lifted: an open stream is told what its reader may do by this.
        let room = self.known(key)?;
        room.access += 1;
        room.dirt = Dirt::Whole;
        self.written(key, Vec::new(), Outcome::Restricted(restriction.map(Box::new)))
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
            Everywhere::Revoke { person, by, .. } => {
                let user = Some(person.clone());
                self.note(RoomKey::EVERYWHERE, Noted { user, ..Noted::of(Deed::Revoke, by, now) });
                None
            }
            Everywhere::Restrict(act) => match self.put_restriction(RoomKey::EVERYWHERE, act, now)? {
                Some(restriction) => restriction,
                None => return Ok(Raised { everywhere: self.everywhere, restriction: None }),
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

    /// Puts a restriction on somebody in a room or everywhere, or lifts it, and notes it; nothing where there is none to lift.
    fn put_restriction(&mut self, key: RoomKey, act: &RestrictAct, now: Time) -> Result<Option<Option<Restriction>>, Refusal> {
        let there = self.restricted.entry(key).or_default();
        let was = there.contains_key(&act.user);
        let restriction = match &act.restriction {
            None if !was => return Ok(None),
            None => {
                there.remove(&act.user);
                None
            }
            Some(new) => {
                let is_over = |one: &Kept| !is_in_force(&one.restriction, now);
                let over: Vec<_> = there.iter().filter(|(_, one)| is_over(one)).map(|(user, _)| user.clone()).collect();
                for user in over {
                    there.remove(&user);
                    self.restricted_anew.insert((key, user));
                }
                if !there.contains_key(&act.user) && there.len() >= RESTRICTIONS_MAX {
                    return Err(Refusal::because(Code::TooMany, "restrictions").with("max", RESTRICTIONS_MAX));
                }
                let restriction = restriction(new, act, now);
                let mark = new.address.map(|address| address.mark);
                there.insert(act.user.clone(), Kept { restriction: restriction.clone(), mark });
                Some(restriction)
            }
        };
        self.restricted_anew.insert((key, act.user.clone()));
        let (until, why) = restriction.as_ref().map_or((None, None), |one| (one.until, one.why.clone()));
        let address = restriction.as_ref().is_some_and(|one| one.address_until.is_some());
        let deed = deed(restriction.as_ref());
        self.note(key, Noted { user: Some(act.user.clone()), until, why, address, ..Noted::of(deed, &act.by, now) });
        Ok(Some(restriction))
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
        self.noted.push((key, Noted { room, ..noted }));
    }
}

fn restriction(new: &NewRestriction, act: &RestrictAct, now: Time) -> Restriction {
    let NewRestriction { kind, until, why, address } = new.clone();
    let address_until = address.map(|address| address.until);
    Restriction { user: act.user.clone(), kind, until, why, since: now, by: act.by.clone(), address_until }
}

fn deed(restriction: Option<&Restriction>) -> Deed {
    match restriction.map(|restriction| restriction.kind) {
        None => Deed::Lift,
        Some(RestrictionKind::Mute) => Deed::Mute,
        Some(RestrictionKind::Ban) => Deed::Ban,
        Some(RestrictionKind::Kick) => Deed::Kick,
    }
}
