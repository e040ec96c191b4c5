//! Held messages: whose wait, and what reviewers do with them.

use tertulia_wire::page::Action;
use tertulia_wire::{Code, HeldBy, HeldPage, Level, Message, RoomName};

use crate::auth::{Identity, Who};
use crate::chat::{Admitted, Chat};
use crate::error::{Error, Refusal};
use crate::filter::{Filter, Found, Judgement};
use crate::moderation::reason;
use crate::say::{Reasoned, unexpected};
use crate::store::{self, Act, Hold, Outcome, Review, RoomFacts};

impl Admitted<'_> {
    /// The room's facts for what moderators may list of it: in a room that nobody has written in yet there is nothing to list.
    pub(crate) fn facts_if_made(&self) -> Result<Option<&RoomFacts>, Error> {
        match &self.found {
            store::Found::Absent { .. } => Ok(None),
            _ => self.facts().map(Some),
        }
    }
}

impl Chat {
    /// Asks the filter about what somebody wants to say in a room; says whether it has to wait for review. Those who keep order are
    /// asked nothing.
    ///
    /// # Errors
    /// `refused`, and whether that is for a word or for a link.
    pub(crate) fn passes_filter(&self, who: &Identity, room: &RoomName, text: &str) -> Result<Option<HeldBy>, Refusal> {
        let Some(filter) = self.inner.filters.on(room) else { return Ok(None) };
        if self.inner.policy.level(who, room) >= Level::Moderate {
            return Ok(None);
        }
        if let Who::Guest { name, .. } = &who.who {
            name_passes(filter, name)?;
        }
        match filter.judge(text, !matches!(who.who, Who::User { .. })) {
            Judgement::Pass => Ok(None),
            Judgement::Hold(_) => Ok(Some(HeldBy::Filter)),
            Judgement::Refuse(Found::Word) => Err(Refusal::because(Code::Refused, "filter-word")),
            Judgement::Refuse(Found::Link) => Err(Refusal::because(Code::Refused, "filter-link")),
        }
    }

    /// The same for an edit, which can't wait: what people have read already would be gone until then.
    ///
    /// # Errors
    /// `refused`.
    pub(crate) fn passes_filter_at_once(&self, who: &Identity, room: &RoomName, text: &str) -> Result<(), Refusal> {
        match self.passes_filter(who, room, text)? {
            None => Ok(()),
            Some(_) => Err(Refusal::because(Code::Refused, "filter-edit")),
        }
    }

    /// Asks the filter about the name that a guest wants to have: in a room, or in those without a filter of their own.
    ///
    /// # Errors
    /// `refused`.
    pub(crate) fn guest_passes_filter(&self, name: &str, room: Option<&RoomName>) -> Result<(), Refusal> {
        let filters = &self.inner.filters;
        let filter = room.map_or(filters.all.as_ref(), |room| filters.on(room));
        filter.map_or(Ok(()), |filter| name_passes(filter, name))
    }

    /// Whether somebody's messages wait for review in a room: those who review are not reviewed. What the filter holds waits
    /// whatever the room says.
    pub(crate) fn review(&self, who: &Identity, room: &RoomName, filtered: Option<HeldBy>) -> Review {
        let hold = if let Some(by) = filtered { Hold::Always(by) } else { self.inner.policy.hold(who, room) };
        Review { hold, room_max: self.limits().held_per_room, bearer_max: self.limits().held_per_sender }
    }

    /// The messages that wait for review in a room, in the order in which they came, after one of them, at most `limit`
    /// (`page_max` at most); none where no room is yet.
    ///
    /// # Errors
    /// The door's refusal, `room_deleted`; `store_away`.
    pub async fn held(&self, who: &Identity, room: &RoomName, after: u64, limit: u32) -> Result<HeldPage, Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        let limit = limit.clamp(1, self.limits().page_max.min(200));
        let Some(facts) = admitted.facts_if_made()? else { return Ok(HeldPage { held: vec![], more: false }) };
        // One more than asked for tells whether more are left.
        let mut held = self.inner.store.held(facts.key, after, limit + 1).await?;
        // Asked once more with the answer in hand: what it holds may be newer than the right to see it.
        self.admit(&admitted.who, Action::Review, room).await?;
        let more = held.len() > limit as usize;
        held.truncate(limit as usize);
        Ok(HeldPage { held, more })
    }

    /// Lets a held message into the room, with the next number and the present time.
    ///
    /// # Errors
    /// The door's refusal; `not_found` when it waits no more.
    pub async fn approve(&self, who: &Identity, room: &RoomName, held: u64) -> Result<Message, Error> {
        self.approve_because(who, room, held, None).await
    }

    /// The same, with a reason for the audit.
    ///
    /// # Errors
    /// As [`approve`](Self::approve); `too_long` for the reason.
    pub async fn approve_because(
        &self,
        who: &Identity,
        room: &RoomName,
        held: u64,
        why: Option<String>,
    ) -> Result<Message, Error> {
        let why = reason(why)?;
        let admitted = self.admit(who, Action::Review, room).await?;
        self.change_message(Action::Review, room, admitted, Reasoned { act: Act::Approve { held }, why }).await
    }

    /// Rejects a held message: it is gone, and its sender is told so when asking again. Repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal; `not_found` when it waits no more.
    pub async fn reject(&self, who: &Identity, room: &RoomName, held: u64) -> Result<(), Error> {
        self.reject_because(who, room, held, None).await
    }

    /// The same, with a reason for the audit; its sender is not told.
    ///
    /// # Errors
    /// As [`reject`](Self::reject); `too_long` for the reason.
    pub async fn reject_because(&self, who: &Identity, room: &RoomName, held: u64, why: Option<String>) -> Result<(), Error> {
        let why = reason(why)?;
        let admitted = self.admit(who, Action::Review, room).await?;
        admitted.facts()?;
        match self.write_asked(Action::Review, room, admitted, Reasoned { act: Act::Reject { held }, why }).await?.outcome {
            Outcome::Rejected => Ok(()),
            other => Err(unexpected(&other)),
        }
    }
}

/// A name has nobody to review it.
fn name_passes(filter: &Filter, name: &str) -> Result<(), Refusal> {
    if filter.judge(name, true) == Judgement::Pass { Ok(()) } else { Err(Refusal::because(Code::Refused, "filter-name")) }
}
