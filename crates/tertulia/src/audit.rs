//! The audit: what was done in rooms and everywhere, by whom, as those who keep order read it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use tertulia_wire::RoomName;
use tertulia_wire::moderation::Audit;
use tertulia_wire::page::Action;

use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::Error;
use crate::store::Found;
use crate::store::moderation::{AuditOf, Within};

/// Entries of the audit on a page.
pub(crate) const AUDIT_MAX: u32 = 200;

impl Chat {
    /// What was done in a room, the newest first, below a number where one is given, at most `limit` (1 to 200).
    ///
    /// # Errors
    /// The door's refusal; `room_deleted`.
    pub async fn audit(&self, who: &Identity, room: &RoomName, page: AuditPage) -> Result<Audit, Error> {
        let admitted = self.admit(who, Action::Review, room).await?;
        let within = admitted.facts_if_made()?.map(|facts| Within::Room(facts.key));
        let audit = self.audit_of(within.into_iter().collect(), page).await?;
        // Asked once more with the answer in hand: what it holds may be newer than the right to see it.
        self.admit(&admitted.who, Action::Review, room).await?;
        Ok(audit)
    }

    /// What was done in all rooms and everywhere, or in a room, also one that is deleted, or by the name that it had.
    ///
    /// # Errors
    /// `store_away`.
    pub async fn audit_everywhere(&self, room: Option<&RoomName>, page: AuditPage) -> Result<Audit, Error> {
        let Some(room) = room else { return self.audit_of(vec![Within::All], page).await };
        let (_held, found) = self.inner.hub.room(room).await?;
        let mut within = vec![Within::Named(room.clone())];
        if let Found::Room(facts) = found {
            within.push(Within::Room(facts.key));
        }
        self.audit_of(within, page).await
    }

    async fn audit_of(&self, within: Vec<Within>, page: AuditPage) -> Result<Audit, Error> {
        let AuditPage { user, before, limit } = page;
        let limit = limit.clamp(1, AUDIT_MAX);
        let mut entries = BTreeMap::new();
        for within in within {
            let of = AuditOf { within, user: user.clone() };
            // One more than asked for tells whether more are left.
            let read = self.inner.store.audit(of, before, limit + 1).await?;
            entries.extend(read.into_iter().map(|entry| (Reverse(entry.number), entry)));
        }
        let more = entries.len() > limit as usize;
        Ok(Audit { entries: entries.into_values().take(limit as usize).collect(), more })
    }
}

/// Which part of what was done, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// Only what was done to this user.
    pub user: Option<String>,
    /// Only what has a lower number than this.
    pub before: Option<u64>,
    /// The most entries, 1 to 200.
    pub limit: u32,
}
