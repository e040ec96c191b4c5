//! What has been taken back since: whose tokens are revoked, and about whom the host wants to be asked anew.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use tertulia_wire::RoomName;

use super::identity::{Identity, Proof};
use super::token::AHEAD_S;

/// Changes of mind that are remembered one by one; about what was asked before these, the host is asked anew in any case.
const CHANGES_MAX: usize = 1_024;

/// What has been taken back, for all to look up.
#[derive(Debug, Default)]
pub(crate) struct Rights {
    // Person → the second at which they were revoked. Some hundred bytes for each who was ever revoked.
    revoked: RwLock<HashMap<Box<str>, i64>>,
    changes: Mutex<Changes>,
    // The number everywhere up to which the store's revocations are known here.
    known: AtomicU64,
    /// Who asks the store for them: one for all who wait.
    pub(crate) asking: tokio::sync::Mutex<()>,
    /// Who does something everywhere: one after the other.
    pub(crate) raising: tokio::sync::Mutex<()>,
    /// Whether it was told of a pattern of the host's that matches no room.
    pub(crate) pattern_told: AtomicBool,
}

/// How often the host has changed its mind, and about what.
#[derive(Debug, Default)]
struct Changes {
    count: u64,
    newest: VecDeque<(Option<Box<str>>, Option<RoomName>)>,
}

impl Changes {
    fn concern(&self, who: &Identity, room: Option<&RoomName>, asked_at: u64) -> bool {
        let since = usize::try_from(self.count - asked_at.min(self.count)).unwrap_or(usize::MAX);
        let concerns = |(person, of): &(Option<Box<str>>, Option<RoomName>)| {
            let there = of.as_ref().is_none_or(|of| room.is_none_or(|room| of == room));
            there && person.as_deref().is_none_or(|person| who.id() == Some(person))
        };
        since > self.newest.len() || self.newest.iter().rev().take(since).any(concerns)
    }
}

impl Rights {
    /// Refuses somebody's tokens that were made not after a second.
    ///
    /// The clock of whoever signs may run ahead by as much as a token may be ahead at all. What was made before a revocation is
    /// therefore not told from what is made in the minute after it, and all of it is refused.
    pub(crate) fn revoke(&self, person: &str, second: i64) {
        let mut revoked = self.revoked.write().unwrap_or_else(PoisonError::into_inner);
        match revoked.get_mut(person) {
            Some(known) => *known = second.max(*known),
            None => drop(revoked.insert(person.into(), second)),
        }
    }

    /// The number *everywhere* up to which it is known what was revoked.
    pub(crate) fn known(&self) -> u64 {
        self.known.load(Ordering::Acquire)
    }

    /// Notes that everything is known up to a number *everywhere*.
    pub(crate) fn now_known(&self, everywhere: u64) {
        self.known.fetch_max(everywhere, Ordering::AcqRel);
    }

    /// Up to which `iat` somebody's tokens are refused, if any are.
    pub(crate) fn revoked(&self, person: &str) -> Option<i64> {
        let revoked = self.revoked.read().unwrap_or_else(PoisonError::into_inner);
        revoked.get(person).map(|second| second.saturating_add(AHEAD_S))
    }

    /// Whether the token that somebody came with is revoked.
    pub(crate) fn is_revoked(&self, who: &Identity) -> bool {
        let (Some(id), Proof::Token { issued, .. }) = (who.id(), &who.proof) else { return false };
        self.revoked(id).is_some_and(|last| *issued <= last)
    }

    /// How often the host has changed its mind: to be taken before it is asked, so that no change falls in between.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).count
    }

    /// Notes that the host has changed its mind, about somebody or everybody, in a room or in all.
    pub(crate) fn change(&self, person: Option<&str>, room: Option<&RoomName>) {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        changes.count += 1;
        changes.newest.push_back((person.map(Into::into), room.cloned()));
        if changes.newest.len() > CHANGES_MAX {
            changes.newest.pop_front();
        }
    }

    /// Whether the host has to be asked about somebody anew, before they see or do anything in a room, or in any.
    pub(crate) fn have_changed(&self, who: &Identity, room: Option<&RoomName>) -> bool {
        let Proof::Host(asked) = &who.proof else { return false };
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).concern(who, room, asked.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Who;
    use crate::auth::host::Asked;
    use crate::auth::identity::KeyMark;

    fn person(id: &str, proof: Proof) -> Identity {
        let who = Who::User { id: id.into(), name: None, avatar: None, grants: crate::auth::Grants::default() };
        Identity::of(who, None, proof)
    }

    fn room(name: &str) -> RoomName {
        name.parse().expect("valid")
    }

    #[test]
    fn tokens_are_revoked_up_to_the_latest_second_and_for_their_bearer_only() {
        let rights = Rights::default();
        rights.revoke("ana", 100);
        rights.revoke("ana", 50);
        let revoked = |id: &str, issued| rights.is_revoked(&person(id, Proof::Token { issued, key: KeyMark::OWN }));
        assert!(revoked("ana", 100 + AHEAD_S) && revoked("ana", -1));
        assert!(!revoked("ana", 101 + AHEAD_S) && !revoked("ben", 100));
        assert_eq!(rights.revoked("ana"), Some(100 + AHEAD_S));
        assert!(!rights.is_revoked(&person("ana", Proof::Own)));
    }

    #[test]
    fn the_host_is_asked_about_whom_it_has_changed_its_mind() {
        let (rights, head) = (Rights::default(), std::sync::Arc::new(http::Request::new(()).into_parts().0));
        let asked = |id: &str, at: u64| person(id, Proof::Host(Asked { head: head.clone(), at }));
        let changed = |id: &str, name: &str, at: u64| rights.have_changed(&asked(id, at), Some(&room(name)));
        assert!(!changed("ana", "project/1", 0));
        rights.change(Some("ana"), Some(&room("project/1")));
        assert!(changed("ana", "project/1", 0));
        assert!(!changed("ana", "project/2", 0) && !changed("ben", "project/1", 0) && !changed("ana", "project/1", 1));
        rights.change(None, Some(&room("project/2")));
        assert!(rights.have_changed(&asked("ana", 0), None) && !rights.have_changed(&asked("ben", 2), None));
        assert!(changed("ana", "project/2", 1) && changed("ben", "project/2", 0) && !changed("ben", "project/1", 0));
        rights.change(None, None);
        assert!(changed("ben", "project/1", 2) && !changed("ben", "project/1", rights.changes()));
    }

    #[test]
    fn what_is_no_longer_remembered_counts_as_a_change_about_everybody() {
        let (rights, head) = (Rights::default(), std::sync::Arc::new(http::Request::new(()).into_parts().0));
        for _ in 0..=CHANGES_MAX {
            rights.change(Some("ana"), None);
        }
        let ben = |at| person("ben", Proof::Host(Asked { head: head.clone(), at }));
        assert!(rights.have_changed(&ben(0), Some(&room("project/1"))));
        assert!(!rights.have_changed(&ben(1), Some(&room("project/1"))));
    }
}
