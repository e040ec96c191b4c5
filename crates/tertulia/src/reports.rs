//! Reports: what people find wrong with a message, for those who keep order in its room, and for nobody else.
//!
//! They are beside the log: they take no version, no reader hears of one but those who review, who are told that something else
//! waits, and they go when a moderator closes them or the message goes.

use std::borrow::Cow;

use tertulia_wire::page::Action;
use tertulia_wire::{Code, Level, NewReport, Report, Reports, RoomName, Sender};

use crate::auth::{Identity, Who};
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, Refusal};
use crate::moderation::reason;
use crate::say::{Reasoned, unexpected};
use crate::store::{Act, Outcome, ReportAct, ReportsOf};

/// Code points in what is said of a message.
const WHY_MAX: u32 = 500;

/// Reported messages on a page.
pub(crate) const REPORTS_MAX: u32 = 200;

/// How often the store is asked for one page of all rooms: who moderates little of what there is gets a short page.
const LOOKS_MAX: u32 = 10;

impl Chat {
    /// Reports a message to those who keep order in its room; says whether that is new. A person reports a message once, and where as
    /// many reports are kept of it as may, one more is not, and is answered all the same.
    ///
    /// # Errors
    /// The door's refusal; `too_long` and `invalid` for the reason; `not_found`, `deleted`; `not_allowed` for one's own;
    /// `name_taken` and `refused` for a guest's name; `slow_down`; `too_many` where as many wait in the room as may.
    pub async fn report(&self, who: &Identity, room: &RoomName, id: u64, new: NewReport) -> Result<(Report, bool), Error> {
        let admitted = self.admit(who, Action::Report, room).await?;
        admitted.facts()?;
        let why = new.why.map(|why| draft::text(&why, WHY_MAX)).transpose()?;
        self.keeps_pace_of_reports(&admitted.who, admitted.name())?;
        // Those who keep order are not to take a guest for somebody else either.
        if let Err(error) = self.may_go_by_name(&admitted.who, admitted.name(), &admitted.held).await {
            return Err(self.with_proposal(who, room, error).await);
        }
        let by = admitted.who.sender().ok_or_else(|| Refusal::new(Code::TokenMissing))?;
        let (by, limits) = (Sender { avatar: None, ..by }, self.limits());
        let (message_max, room_max) = (limits.reports_per_message, limits.reports_per_room);
        let act = Act::Report(Box::new(ReportAct { id, by, why, message_max, room_max }));
        match self.write_asked(Action::Report, room, admitted, act).await?.outcome {
            Outcome::Reported { report, fresh } => Ok((*report, fresh)),
            other => Err(unexpected(&other)),
        }
    }

    /// Closes what was reported of a message. Repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`.
    pub async fn close_reports(&self, who: &Identity, room: &RoomName, id: u64) -> Result<(), Error> {
        self.close_reports_because(who, room, id, None).await
    }

    /// The same, with a reason for the audit; whoever reported is not told.
    ///
    /// # Errors
    /// As [`close_reports`](Self::close_reports); `too_long` for the reason.
    pub async fn close_reports_because(
        &self,
        who: &Identity,
        room: &RoomName,
        id: u64,
        why: Option<String>,
    ) -> Result<(), Error> {
        let why = reason(why)?;
        let admitted = self.admit(who, Action::Review, room).await?;
        admitted.facts()?;
        match self.write_asked(Action::Review, room, admitted, Reasoned { act: Act::CloseReports { id }, why }).await?.outcome {
            Outcome::ReportsClosed => Ok(()),
            other => Err(unexpected(&other)),
        }
    }

    /// The reported messages of a room as they are now, those reported last first, below a number where one is given, at most
    /// `limit` (1 to 200).
    ///
    /// # Errors
    /// The door's refusal; `room_deleted`.
    pub async fn reports(&self, who: &Identity, room: &RoomName, before: Option<u64>, limit: u32) -> Result<Reports, Error> {
        let limit = limit.clamp(1, REPORTS_MAX);
        let admitted = self.admit(who, Action::Review, room).await?;
        let Some(facts) = admitted.facts_if_made()? else { return Ok(Reports { reports: vec![], next: None }) };
        let key = facts.key;
        // One more than asked for tells whether more are left.
        let mut reports = self.inner.store.reports(ReportsOf { room: Some(key), before }, limit + 1).await?;
        // Asked once more with the answer in hand: what it holds may be newer than the right to see it.
        self.admit(&admitted.who, Action::Review, room).await?;
        let more = reports.len() > limit as usize;
        reports.truncate(limit as usize);
        let next = reports.last().filter(|_| more).map(|last| last.number);
        Ok(Reports { reports, next })
    }

    /// The same of all rooms that somebody has `moderate` in. A page may be short, or empty, and yet more be left: `next` says so.
    ///
    /// # Errors
    /// `token_missing` for nobody; `store_away`.
    pub async fn reports_of_mine(&self, who: &Identity, mut before: Option<u64>, limit: u32) -> Result<Reports, Error> {
        if who.id().is_none() {
            return Err(Code::TokenMissing.into());
        }
        let (limit, mut reports) = (limit.clamp(1, REPORTS_MAX), Vec::new());
        if !keeps_order_somewhere(who) {
            // Without a look: anybody may ask.
            return Ok(Reports { reports, next: None });
        }
        let mut who = Cow::Borrowed(who);
        for _ in 0..LOOKS_MAX {
            // One more than asked for tells whether more are left.
            let found = self.inner.store.reports(ReportsOf { room: None, before }, limit + 1).await?;
            let is_last = found.len() <= limit as usize;
            if let Some(now) = self.renewed_for(&who, found.iter().map(|reported| &reported.room)).await? {
                who = Cow::Owned(now);
            }
            for reported in found {
                if reports.len() == limit as usize {
                    return Ok(Reports { reports, next: before });
                }
                before = Some(reported.number);
                if self.inner.policy.level(&who, &reported.room) >= Level::Moderate {
                    reports.push(reported);
                }
            }
            if is_last {
                return Ok(Reports { reports, next: None });
            }
        }
        Ok(Reports { reports, next: before })
    }
}

/// Whether there may be a room in which somebody keeps order.
fn keeps_order_somewhere(who: &Identity) -> bool {
    matches!(&who.who, Who::User { grants, .. } if grants.keep_order_somewhere())
}
