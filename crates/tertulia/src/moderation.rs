//! Keeping order: who may not speak or be here.
//!
//! What is in force in a room is read once for each of its access numbers, and every act that changes it raises that number
//! in the same commit: so a send costs no look at the store, and none that was judged before a ban is written after it. What is
//! in force everywhere is read like that of a room, by the access number *everywhere*.

mod deleting;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tertulia_wire::moderation::{Lift, PutRestriction, Restriction};
use tertulia_wire::page::{Action, Restricted, RestrictionKind};
use tertulia_wire::{Code, Level, Me, RoomName, Time};

use crate::auth::Identity;
use crate::auth::policy::refuse_restricted;
use crate::chat::{Chat, present_name};
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::apart;
use crate::standing::By;
use crate::store::moderation::{NewRestriction, RestrictAct, Restrictions, is_in_force, stronger};
use crate::store::{Act, Everywhere, Found, Outcome, RoomFacts, RoomKey};

/// Seconds that a kick lasts.
const KICK_S: i64 = 60;

/// Rooms whose restrictions are kept in memory. They are read again where they are not.
const ROOMS_MAX: usize = 10_000;

/// Restrictions in memory, in all rooms together.
const RESTRICTIONS_MAX: usize = 100_000;

/// The access number of a room in which nothing was ever taken away.
const UNTOUCHED: u64 = 1;

/// By room, whose turn it is to read what is in force there, and how many want it.
type Turns = HashMap<RoomKey, (Arc<tokio::sync::Mutex<()>>, usize)>;

/// What is known to be in force, by room.
#[derive(Debug, Default)]
pub(crate) struct InForce {
    known: Mutex<HashMap<RoomKey, Arc<Restrictions>>>,
    // One reads for all who wait: after a ban in a crowded room everybody asks at once. Each room has a turn of its own, for as
    // long as somebody waits for it: where the store hangs, none queues behind the others.
    reading: Mutex<Turns>,
}

/// A place among those who want to read what is in force in a room.
struct Turn<'a> {
    of: &'a InForce,
    key: RoomKey,
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut reading = self.of.reading();
        if let Entry::Occupied(mut there) = reading.entry(self.key) {
            there.get_mut().1 -= 1;
            if there.get().1 == 0 {
                there.remove();
            }
        }
    }
}

impl InForce {
    fn reading(&self) -> MutexGuard<'_, Turns> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self, key: RoomKey) -> Turn<'_> {
        let mut reading = self.reading();
        let (turn, waiting) = reading.entry(key).or_default();
        *waiting += 1;
        Turn { of: self, key, turn: Arc::clone(turn) }
    }

    fn get(&self, key: RoomKey, number: u64) -> Option<Arc<Restrictions>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&key).filter(|known| known.number >= number).map(Arc::clone)
    }

    fn put(&self, key: RoomKey, read: &Arc<Restrictions>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let held: usize = if read.list.is_empty() { 0 } else { known.values().map(|one| one.list.len()).sum() };
        if known.len() >= ROOMS_MAX || held + read.list.len() > RESTRICTIONS_MAX {
            // What is in force everywhere is asked about for each who reads anywhere.
            known.retain(|key, _| *key == RoomKey::EVERYWHERE);
        }
        known.insert(key, Arc::clone(read));
    }
}

impl Chat {
    /// What is in force on somebody in a room, or everywhere, by who they are or by where they come from; the number *everywhere* is this
    /// one at least.
    async fn restriction(
        &self,
        who: &Identity,
        facts: Option<&RoomFacts>,
        everywhere: u64,
    ) -> Result<Option<Restriction>, StoreError> {
        if who.id().is_none() && who.address.is_none() {
            return Ok(None);
        }
        let here = match facts.map(|facts| (facts.key, facts.access.room)) {
            Some((key, number)) if number > UNTOUCHED => self.put_on(who, &*self.in_force(key, number).await?),
            _ => None,
        };
        let in_all_rooms = match self.judged_by(facts, everywhere) {
            0 => None,
            number => self.put_on(who, &*self.in_force(RoomKey::EVERYWHERE, number).await?),
        };
        Ok(stronger(here.as_ref(), in_all_rooms.as_ref()).cloned())
    }

    /// The number *everywhere* by which somebody is judged.
    fn judged_by(&self, facts: Option<&RoomFacts>, everywhere: u64) -> u64 {
        everywhere.max(facts.map_or(0, |facts| facts.access.everywhere)).max(self.inner.hub.everywhere())
    }

    fn put_on(&self, who: &Identity, all: &Restrictions) -> Option<Restriction> {
        let now = (self.inner.clock)();
        let own = who.id().and_then(|id| all.on(id, now));
        stronger(own, self.on_address(who, all, now).as_ref()).cloned()
    }

    /// What is in force in a room, or everywhere, as of an access number or later.
    pub(crate) async fn in_force(&self, key: RoomKey, number: u64) -> Result<Arc<Restrictions>, StoreError> {
        if let Some(known) = self.inner.in_force.get(key, number) {
            return Ok(known);
        }
        // Apart: whoever is looked at no more, since their line is full, would keep the turn from all others.
        let chat = self.clone();
        apart(async move { chat.read_in_force(key, number).await }).await
    }

    async fn read_in_force(&self, key: RoomKey, number: u64) -> Result<Arc<Restrictions>, StoreError> {
        let in_force = &self.inner.in_force;
        let turn = in_force.turn(key);
        let _turn = turn.turn.lock().await;
        if let Some(known) = in_force.get(key, number) {
            return Ok(known);
        }
        let store = Arc::clone(&self.inner.store);
        // In a task of its own once more: who hangs up must not leave a query half read on a connection.
        let reading = tokio::spawn(async move { store.restrictions(key).await });
        let read = Arc::new(reading.await.unwrap_or_else(|error| Err(StoreError::Failed(error.to_string())))?);
        in_force.put(key, &read);
        Ok(read)
    }

    /// Asks the door about what is there by now, by its present name.
    pub(crate) async fn may(&self, who: &Identity, action: Action, found: &Found, asked: &RoomName) -> Result<(), Error> {
        let facts = if let Found::Room(facts) = found { Some(facts) } else { None };
        self.may_by(who, action, facts, asked, found.access().everywhere).await
    }

    /// The same, about a room as it was at some time.
    pub(crate) async fn may_in(
        &self,
        who: &Identity,
        action: Action,
        facts: Option<&RoomFacts>,
        asked: &RoomName,
    ) -> Result<(), Error> {
        self.may_by(who, action, facts, asked, 0).await
    }

    /// Whether the door lets somebody do this, where it is no fault of anybody's if it does not: nobody has asked for it, and the log
    /// says nothing of a grant that is missing.
    pub(crate) async fn lets(&self, who: &Identity, action: Action, found: &Found, asked: &RoomName) -> Result<bool, Error> {
        if self.inner.policy.may(who, action, present_name(found, asked), None).is_err() {
            return Ok(false);
        }
        match self.may(who, action, found, asked).await {
            Ok(()) => Ok(true),
            Err(Error::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn may_by(
        &self,
        who: &Identity,
        action: Action,
        facts: Option<&RoomFacts>,
        asked: &RoomName,
        everywhere: u64,
    ) -> Result<(), Error> {
        let name = facts.map_or(asked, |facts| &facts.name);
        self.allow(who, action, name, None)?;
        self.is_free_to(who, action, facts, asked, everywhere).await?;
        // Last: to whom a room is closed it is not told that it is locked.
        Ok(self.allow(who, action, name, facts.map(|facts| &*facts.settings))?)
    }

    /// Whether nothing is in force on somebody that keeps them from it.
    async fn is_free_to(
        &self,
        who: &Identity,
        action: Action,
        facts: Option<&RoomFacts>,
        asked: &RoomName,
        everywhere: u64,
    ) -> Result<(), Error> {
        let name = facts.map_or(asked, |facts| &facts.name);
        self.is_not_revoked(who, self.judged_by(facts, everywhere)).await?;
        let restriction = self.restriction(who, facts, everywhere).await?;
        let now = (self.inner.clock)();
        Ok(self.inner.policy.may_restricted(who, action, name, restriction.as_ref(), now)?)
    }

    /// Whether somebody may be a guest: in a room that they would speak in, or anywhere. Who is one already, and is muted, stays one.
    ///
    /// # Errors
    /// `banned`, `muted`; `store_away`.
    pub(crate) async fn may_be_guest(
        &self,
        who: &Identity,
        is_one: bool,
        room: Option<(&RoomName, &Found)>,
    ) -> Result<(), Error> {
        let action = if is_one { Action::Read } else { Action::Say };
        match room {
            Some((name, Found::Room(facts))) => self.is_free_to(who, action, Some(facts), name, facts.access.everywhere).await,
            Some((name, found)) => self.is_free_to(who, action, None, name, found.access().everywhere).await,
            None => {
                let restriction = self.restriction(who, None, 0).await?;
                Ok(refuse_restricted(who, action, restriction.as_ref(), (self.inner.clock)())?)
            }
        }
    }

    /// When somebody may do more in a room again than now, if that is known.
    pub(crate) async fn eased(&self, who: &Identity, found: &Found) -> Result<Option<Time>, StoreError> {
        let facts = if let Found::Room(facts) = found { Some(facts) } else { None };
        Ok(self.restriction(who, facts, found.access().everywhere).await?.and_then(|restriction| restriction.until))
    }

    /// What somebody is and may do in a room, without their reactions.
    pub(crate) async fn me(&self, who: &Identity, room: &RoomName, facts: Option<&RoomFacts>) -> Result<Me, StoreError> {
        let policy = &self.inner.policy;
        let name = facts.map_or(room, |facts| &facts.name);
        let mut me = policy.me(who, name, facts.map(|facts| &*facts.settings));
        if let Some(restriction) = self.restriction(who, facts, 0).await? {
            let now = (self.inner.clock)();
            let free = |action: &Action| policy.may_restricted(who, *action, name, Some(&restriction), now).is_ok();
            let before = (me.may.len(), me.guests);
            me.may.retain(free);
            // Whoever comes from where somebody was muted would be no guest who speaks.
            me.guests = me.guests.map(|level| if free(&Action::Say) { level } else { level.min(Level::Read) });
            if before != (me.may.len(), me.guests) {
                let Restriction { kind, until, why, .. } = restriction;
                me.restricted = Some(Restricted { kind, until, why });
            }
        }
        Ok(me)
    }

    /// Takes something away from somebody in a room, in place of what of the same kind was taken before. What is of another kind
    /// stays, and what is strongest counts; what would not be noticed beside it is not put, and the answer is what covers it.
    ///
    /// Nothing that is committed after this has returned reaches somebody banned, and nothing of theirs is written. Moderators
    /// and owners of the room keep their rights whatever is put on them.
    ///
    /// # Errors
    /// The door's refusal; `invalid` for an end that has passed, for one of a kick, which has its own, and for an address of somebody who is no guest, or of whom none is
    /// known; `too_long` for the reason; `not_found`, `room_deleted`.
    pub async fn restrict(&self, who: &Identity, room: &RoomName, user: &str, put: PutRestriction) -> Result<Restriction, Error> {
        self.change_restriction(who, room, |chat| chat.putting(user, put, who.bearer())).await?.ok_or_else(not_put)
    }

    /// Gives back what was taken away from somebody in a room; repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`.
    pub async fn lift(&self, who: &Identity, room: &RoomName, user: &str) -> Result<(), Error> {
        self.lift_because(who, room, user, Lift::default()).await
    }

    /// The same, with a reason for the audit, or of one kind alone: what is of another stays.
    ///
    /// # Errors
    /// As [`lift`](Self::lift); `too_long` for the reason.
    pub async fn lift_because(&self, who: &Identity, room: &RoomName, user: &str, lift: Lift) -> Result<(), Error> {
        let act = self.lifting(user, lift, who.bearer())?;
        self.change_restriction(who, room, |_| Ok(act)).await.map(drop)
    }

    fn lifting(&self, user: &str, lift: Lift, by: &str) -> Result<RestrictAct, Refusal> {
        Ok(RestrictAct { user: whom(user)?, restriction: None, only: lift.kind, why: reason(lift.why)?, by: by.to_owned() })
    }

    fn putting(&self, user: &str, put: PutRestriction, by: &str) -> Result<RestrictAct, Refusal> {
        let restriction = Some(self.checked(user, put)?);
        Ok(RestrictAct { user: whom(user)?, restriction, by: by.to_owned(), ..RestrictAct::default() })
    }

    /// What a restriction comes to that was asked for.
    fn checked(&self, user: &str, put: PutRestriction) -> Result<NewRestriction, Refusal> {
        let now = (self.inner.clock)();
        let until = match (put.kind, put.until) {
            // Nobody is to believe that it lasts longer.
            (RestrictionKind::Kick, Some(_)) => return Err(Refusal::because(Code::Invalid, "kick-until")),
            (RestrictionKind::Kick, None) => Some(Time(now.0 + KICK_S * 1_000)),
            (_, until) => until,
        };
        if until.is_some_and(|until| until <= now) {
            return Err(Refusal::because(Code::Invalid, "until-past"));
        }
        let why = reason(put.why)?;
        let address = if put.address { Some(self.whereabouts(user, until, now)?) } else { None };
        Ok(NewRestriction { kind: put.kind, until, why, address })
    }

    async fn change_restriction(
        &self,
        who: &Identity,
        room: &RoomName,
        act: impl FnOnce(&Self) -> Result<RestrictAct, Refusal>,
    ) -> Result<Option<Restriction>, Error> {
        let admitted = self.admit(who, Action::Restrict, room).await?;
        admitted.facts()?;
        // Only now: of whom an address is known, nobody else is told.
        let act = act(self)?;
        match self.write_asked(Action::Restrict, room, admitted, Act::Restrict(Box::new(act))).await?.outcome {
            Outcome::Restricted(restriction) => Ok(restriction.map(|restriction| *restriction)),
            other => Err(crate::say::unexpected(&other)),
        }
    }

    /// What is in force in a room, by user.
    ///
    /// # Errors
    /// The door's refusal; `room_deleted`.
    pub async fn restrictions(&self, who: &Identity, room: &RoomName) -> Result<Vec<Restriction>, Error> {
        let admitted = self.admit(who, Action::Restrict, room).await?;
        let Some(facts) = admitted.facts_if_made()? else { return Ok(vec![]) };
        let restrictions = self.now_in_force(&*self.in_force(facts.key, facts.access.room).await?);
        // Asked once more with the answer in hand: what it holds may be newer than the right to see it.
        self.admit(&admitted.who, Action::Restrict, room).await?;
        Ok(restrictions)
    }

    fn now_in_force(&self, all: &Restrictions) -> Vec<Restriction> {
        let now = (self.inner.clock)();
        let kept = all.list.values().filter(|restriction| is_in_force(restriction, now)).cloned();
        let for_now = |one: Restriction| Restriction { address_until: one.address_until.filter(|until| *until > now), ..one };
        kept.map(for_now).collect()
    }

    /// Takes something away from somebody in every room, also in those that are yet to be made, in place of what of the same kind was taken before.
    ///
    /// What [`Room::restrict`](crate::Room::restrict) promises holds in each of them. Who has `moderate` or `own` in a room keeps
    /// their rights there. `by` is who does it, for the audit: the host's own id of whoever decided.
    ///
    /// # Errors
    /// `invalid` for an end that has passed, or for what is no user's id; `too_long` for the reason; `too_many`; `store_away` or
    /// `unknown`: ask again.
    pub async fn restrict_everywhere(&self, by: &str, user: &str, put: PutRestriction) -> Result<Restriction, Error> {
        self.restrict_everywhere_by(By::Host(by), user, put).await
    }

    pub(crate) async fn restrict_everywhere_by(&self, by: By<'_>, user: &str, put: PutRestriction) -> Result<Restriction, Error> {
        let act = self.putting(user, put, by.id())?;
        self.raise_everywhere(Everywhere::Restrict(Box::new(act)), by).await?.restriction.ok_or_else(not_put)
    }

    /// Gives back what was taken away from somebody in every room; what is in force on them in one room stays. Repeated, it
    /// changes nothing.
    ///
    /// # Errors
    /// `invalid` for what is no user's id; `store_away` or `unknown`: ask again.
    pub async fn lift_everywhere(&self, by: &str, user: &str) -> Result<(), Error> {
        self.lift_everywhere_because(by, user, Lift::default()).await
    }

    /// The same, with a reason for the audit, or of one kind alone: what is of another stays.
    ///
    /// # Errors
    /// As [`lift_everywhere`](Self::lift_everywhere); `too_long` for the reason.
    pub async fn lift_everywhere_because(&self, by: &str, user: &str, lift: Lift) -> Result<(), Error> {
        self.lift_everywhere_by(By::Host(by), user, lift).await
    }

    pub(crate) async fn lift_everywhere_by(&self, by: By<'_>, user: &str, lift: Lift) -> Result<(), Error> {
        let act = self.lifting(user, lift, by.id())?;
        self.raise_everywhere(Everywhere::Restrict(Box::new(act)), by).await.map(drop)
    }

    /// What is in force in every room, by user.
    ///
    /// # Errors
    /// `store_away`.
    pub async fn restrictions_everywhere(&self) -> Result<Vec<Restriction>, Error> {
        Ok(self.now_in_force(&*self.in_force(RoomKey::EVERYWHERE, self.inner.hub.everywhere()).await?))
    }
}

/// An id that somebody may have.
fn whom(user: &str) -> Result<String, Refusal> {
    draft::user(user).map(str::to_owned)
}

/// Why something is done, in a moderator's words.
pub(crate) fn reason(why: Option<String>) -> Result<Option<String>, Refusal> {
    why.map(|why| draft::text(&why, WHY_MAX)).transpose()
}

fn not_put() -> Error {
    StoreError::Failed("a restriction that was put is not there".into()).into()
}

/// Code points in the reason of what a moderator does.
const WHY_MAX: u32 = 500;
