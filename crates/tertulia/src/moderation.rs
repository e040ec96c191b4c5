//! Keeping order: who may not speak or be here, and what was done by whom.
//!
//! What is in force in a room is read once for each of its access numbers, and every act that changes it raises that number
//! in the same commit: so a send costs no look at the store, and none that was judged before a ban is written after it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tertulia_wire::moderation::{Audit, PutRestriction, Restriction};
use tertulia_wire::page::{Action, Restricted, RestrictionKind};
use tertulia_wire::{Code, Me, RoomName, Time};

use crate::auth::Identity;
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::store::moderation::{NewRestriction, RestrictAct, Restrictions, is_in_force};
use crate::store::{Act, Found, Outcome, RoomFacts, RoomKey};

/// Seconds that a kick lasts.
const KICK_S: i64 = 60;

/// Rooms whose restrictions are kept in memory. They are read again where they are not.
const ROOMS_MAX: usize = 10_000;

/// Restrictions in memory, in all rooms together.
const RESTRICTIONS_MAX: usize = 100_000;

/// The access number of a room in which nothing was ever taken away.
const UNTOUCHED: u64 = 1;

/// What is known to be in force, by room.
#[derive(Debug, Default)]
pub(crate) struct InForce {
    known: Mutex<HashMap<RoomKey, Arc<Restrictions>>>,
    // One reads for all who wait: after a ban in a crowded room everybody asks at once.
    reading: tokio::sync::Mutex<()>,
}

impl InForce {
    fn get(&self, facts: &RoomFacts) -> Option<Arc<Restrictions>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&facts.key).filter(|known| known.number >= facts.access.room).map(Arc::clone)
    }

    fn put(&self, key: RoomKey, read: &Arc<Restrictions>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let held: usize = if read.list.is_empty() { 0 } else { known.values().map(|one| one.list.len()).sum() };
        if known.len() >= ROOMS_MAX || held + read.list.len() > RESTRICTIONS_MAX {
            known.clear();
        }
        known.insert(key, Arc::clone(read));
    }
}

impl Chat {
    /// What is in force on somebody in a room.
    async fn restriction(&self, who: &Identity, facts: &RoomFacts) -> Result<Option<Restriction>, StoreError> {
        let Some(id) = who.id() else { return Ok(None) };
        if facts.access.room <= UNTOUCHED {
            return Ok(None);
        }
        let all = self.in_force(facts).await?;
        Ok(all.on(id, (self.inner.clock)()).cloned())
    }

    async fn in_force(&self, facts: &RoomFacts) -> Result<Arc<Restrictions>, StoreError> {
        if let Some(known) = self.inner.in_force.get(facts) {
            return Ok(known);
        }
        let _turn = self.inner.in_force.reading.lock().await;
        if let Some(known) = self.inner.in_force.get(facts) {
            return Ok(known);
        }
        let read = Arc::new(self.inner.store.restrictions(facts.key).await?);
        self.inner.in_force.put(facts.key, &read);
        Ok(read)
    }

    /// Asks the door about what is there by now, by its present name.
    pub(crate) async fn may(&self, who: &Identity, action: Action, found: &Found, asked: &RoomName) -> Result<(), Error> {
        self.may_in(who, action, if let Found::Room(facts) = found { Some(facts) } else { None }, asked).await
    }

    /// The same, about a room as it was at some time.
    pub(crate) async fn may_in(
        &self,
        who: &Identity,
        action: Action,
        facts: Option<&RoomFacts>,
        asked: &RoomName,
    ) -> Result<(), Error> {
        let Some(facts) = facts else { return Ok(self.allow(who, action, asked, None)?) };
        self.allow(who, action, &facts.name, Some(&facts.settings))?;
        let restriction = self.restriction(who, facts).await?;
        let now = (self.inner.clock)();
        Ok(self.inner.policy.may_restricted(who, action, &facts.name, restriction.as_ref(), now)?)
    }

    /// When somebody may do more in a room again than now, if that is known.
    pub(crate) async fn eased(&self, who: &Identity, found: &Found) -> Result<Option<Time>, StoreError> {
        let Found::Room(facts) = found else { return Ok(None) };
        Ok(self.restriction(who, facts).await?.and_then(|restriction| restriction.until))
    }

    /// What somebody is and may do in a room, without their reactions.
    pub(crate) async fn me(&self, who: &Identity, room: &RoomName, facts: Option<&RoomFacts>) -> Result<Me, StoreError> {
        let policy = &self.inner.policy;
        let Some(facts) = facts else { return Ok(policy.me(who, room, None)) };
        let mut me = policy.me(who, &facts.name, Some(&facts.settings));
        if let Some(restriction) = self.restriction(who, facts).await? {
            let now = (self.inner.clock)();
            let free = |action: &Action| policy.may_restricted(who, *action, &facts.name, Some(&restriction), now).is_ok();
            let before = me.may.len();
            me.may.retain(free);
            if me.may.len() < before {
                let Restriction { kind, until, why, .. } = restriction;
                me.restricted = Some(Restricted { kind, until, why });
            }
        }
        Ok(me)
    }

    /// Takes something away from somebody in a room, in place of what was taken before.
    ///
    /// Nothing that is committed after this has returned reaches somebody banned, and nothing of theirs is written. Moderators
    /// and owners of the room keep their rights whatever is put on them.
    ///
    /// # Errors
    /// The door's refusal; `invalid` for an end that has passed; `too_long` for the reason; `not_found`, `room_deleted`.
    pub async fn restrict(&self, who: &Identity, room: &RoomName, user: &str, put: PutRestriction) -> Result<Restriction, Error> {
        let now = (self.inner.clock)();
        let until = if put.kind == RestrictionKind::Kick { Some(Time(now.0 + KICK_S * 1_000)) } else { put.until };
        if until.is_some_and(|until| until <= now) {
            return Err(Refusal::because(Code::Invalid, "until-past").into());
        }
        let why = put.why.map(|why| draft::text(&why, WHY_MAX)).transpose()?;
        let restriction = Some(NewRestriction { kind: put.kind, until, why });
        self.change_restriction(who, room, user, restriction)
            .await?
            .ok_or_else(|| StoreError::Failed("a restriction that was put is not there".into()).into())
    }

    /// Gives back what was taken away from somebody in a room; repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`.
    pub async fn lift(&self, who: &Identity, room: &RoomName, user: &str) -> Result<(), Error> {
        self.change_restriction(who, room, user, None).await.map(drop)
    }

    async fn change_restriction(
        &self,
        who: &Identity,
        room: &RoomName,
        user: &str,
        restriction: Option<NewRestriction>,
    ) -> Result<Option<Restriction>, Error> {
        let admitted = self.admit(who, Action::Restrict, room).await?;
        admitted.facts()?;
        let length = user.chars().count();
        if length == 0 || length > USER_MAX {
            return Err(Refusal::out_of_range("user", 1, USER_MAX).into());
        }
        let act = RestrictAct { user: user.to_owned(), restriction, by: who.bearer().to_owned() };
        match self.write_asked(Action::Restrict, room, admitted, Act::Restrict(Box::new(act))).await?.outcome {
            Outcome::Restricted(restriction) => Ok(restriction.map(|restriction| *restriction)),
            other => Err(crate::say::unexpected(&other)),
        }
    }

    /// What is in force in a room, by user.
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`.
    pub async fn restrictions(&self, who: &Identity, room: &RoomName) -> Result<Vec<Restriction>, Error> {
        let admitted = self.admit(who, Action::Restrict, room).await?;
        let all = self.in_force(admitted.facts()?).await?;
        let now = (self.inner.clock)();
        Ok(all.list.values().filter(|restriction| is_in_force(restriction, now)).cloned().collect())
    }

    /// What moderators did in a room, the newest first, below a number where one is given, at most `limit` (1 to 200).
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`.
    pub async fn audit(&self, who: &Identity, room: &RoomName, before: Option<u64>, limit: u32) -> Result<Audit, Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        let limit = limit.clamp(1, AUDIT_MAX);
        // The store gives at most as many as a page may have, so whether more are left is asked for by the next number.
        let entries = self.inner.store.audit(admitted.facts()?.key, before, limit).await?;
        let more = match entries.last().filter(|_| entries.len() == limit as usize) {
            Some(last) => !self.inner.store.audit(admitted.facts()?.key, Some(last.number), 1).await?.is_empty(),
            None => false,
        };
        Ok(Audit { entries, more })
    }
}

/// Code points in the reason of a restriction.
const WHY_MAX: u32 = 500;

/// Characters in a user's id.
const USER_MAX: usize = 200;

/// Entries of the audit on a page.
const AUDIT_MAX: u32 = 200;
