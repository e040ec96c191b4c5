//! Where guests were seen last, for a day, in memory alone: what a restriction on one of them can hold for, too.
//!
//! Nobody's address is written down. A restriction that holds for an address has a hash of it, with a key that the store drew
//! and that no export has.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tertulia_wire::moderation::Restriction;
use tertulia_wire::{Code, Time};

use crate::address::ClientAddress;
use crate::auth::identity::is_guest;
use crate::auth::{Identity, Who};
use crate::chat::Chat;
use crate::error::Refusal;
use crate::store::moderation::{AddressMark, FromAddress, Restrictions, stronger};

/// The longest that a restriction holds for an address: most of them are somebody else's the day after.
const ADDRESS_MS: i64 = 24 * 3_600 * 1_000;

const TIDY_MS: i64 = 600_000;

/// Where guests were seen last.
pub(crate) struct Whereabouts {
    key: [u8; 32],
    seen: Mutex<Seen>,
}

/// Who was seen where and when, in two halves: when one is full the older one goes as a whole, so that nobody has to look for who
/// was seen first. Pure.
#[derive(Debug)]
struct Seen {
    newer: HashMap<Box<str>, (IpAddr, Time)>,
    older: HashMap<Box<str>, (IpAddr, Time)>,
    tidied: Time,
}

impl Seen {
    fn new() -> Self {
        Self { newer: HashMap::new(), older: HashMap::new(), tidied: Time(0) }
    }

    /// Notes where a guest is; at most so many are remembered.
    fn note(&mut self, guest: &str, address: IpAddr, now: Time, most: usize) {
        if let Some(known) = self.newer.get_mut(guest) {
            *known = (address, now);
            return;
        }
        if self.newer.len() >= most.div_ceil(2) {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(guest.into(), (address, now));
    }

    /// Forgets, every ten minutes, who was seen more than a day ago.
    fn tidy(&mut self, now: Time) {
        if now.0 - self.tidied.0 >= TIDY_MS {
            self.tidied = now;
            self.newer.retain(|_, (_, at)| is_recent(*at, now));
            self.older.retain(|_, (_, at)| is_recent(*at, now));
            self.newer.shrink_to(self.newer.len() * 2);
            self.older.shrink_to_fit();
        }
    }

    fn of(&self, guest: &str, now: Time) -> Option<IpAddr> {
        let (address, at) = self.newer.get(guest).or_else(|| self.older.get(guest))?;
        is_recent(*at, now).then_some(*address)
    }
}

fn is_recent(at: Time, now: Time) -> bool {
    now.0 - at.0 < ADDRESS_MS
}

impl Whereabouts {
    /// With a key of the store's own.
    pub(crate) fn new(key: [u8; 32]) -> Self {
        Self { key, seen: Seen::new().into() }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets who has not been seen for a day.
    pub(crate) fn tidy(&self, now: Time) {
        self.seen().tidy(now);
    }

    /// Forgets where somebody was seen.
    pub(crate) fn forget(&self, guest: &str) {
        let mut seen = self.seen();
        seen.newer.remove(guest);
        seen.older.remove(guest);
    }

    /// An address, or the network that counts as one, as stores keep it.
    fn mark(&self, address: IpAddr) -> AddressMark {
        let mut hash = Sha256::new_with_prefix(self.key);
        match address {
            IpAddr::V4(v4) => hash.update([&[4], v4.octets().as_slice()].concat()),
            IpAddr::V6(v6) => hash.update([&[6], v6.octets().as_slice()].concat()),
        }
        let hash: [u8; 32] = hash.finalize().into();
        AddressMark(std::array::from_fn(|place| hash[place]))
    }
}

impl Chat {
    /// Notes where somebody is, if it is a guest.
    pub(crate) fn note_whereabouts(&self, who: &Identity) {
        if let (Who::Guest { id, .. }, Some(address)) = (&who.who, who.address) {
            let (now, most) = ((self.inner.clock)(), self.limits().guests_seen);
            self.inner.whereabouts.seen().note(id, address.group(), now, most);
        }
    }

    /// The address that a restriction on somebody is to hold for, too, until when at most a day from now.
    ///
    /// # Errors
    /// `invalid` for whoever is no guest, and where no address of theirs is known.
    pub(crate) fn whereabouts(&self, user: &str, until: Option<Time>, now: Time) -> Result<FromAddress, Refusal> {
        if !is_guest(user) {
            return Err(Refusal::because(Code::Invalid, "address-of-guests"));
        }
        let address = self.inner.whereabouts.seen().of(user, now);
        let address = address.ok_or_else(|| Refusal::because(Code::Invalid, "address-unknown"))?;
        let day = Time(now.0 + ADDRESS_MS);
        Ok(FromAddress { mark: self.inner.whereabouts.mark(address), until: until.map_or(day, |until| until.min(day)) })
    }

    /// What is in force on all who come from where somebody does. Whom the host vouches for is not touched.
    pub(crate) fn on_address(&self, who: &Identity, all: &Restrictions, now: Time) -> Option<Restriction> {
        if matches!(who.who, Who::User { .. }) || all.from.is_empty() {
            return None;
        }
        let mark = self.inner.whereabouts.mark(who.address.map(ClientAddress::group)?);
        let others = all.at(mark, now).filter(|restriction| who.id() != Some(&restriction.user));
        // Why it was put on the one is nobody else's business.
        let caught: Vec<_> = others.map(|one| Restriction { until: one.address_until, why: None, ..one.clone() }).collect();
        caught.iter().fold(None, |one, other| stronger(one, Some(other))).cloned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([203, 0, 113, last])
    }

    proptest! {
        /// However guests come and time goes: never more than may be are remembered, what is told is where they were last, within
        /// a day, and of the newest half nobody is forgotten.
        #[test]
        fn guests_are_remembered_where_they_were_last(
            comings in prop::collection::vec((0..12_u8, 0..4_u8, 0..ADDRESS_MS / 3, any::<bool>()), 1..60),
        ) {
            const MOST: usize = 6;
            let (mut seen, mut now, mut last) = (Seen::new(), Time(0), BTreeMap::new());
            let mut order: Vec<u8> = Vec::new();
            for (guest, at, later, tidies) in comings {
                now.0 += later;
                if tidies {
                    seen.tidy(now);
                }
                seen.note(&format!("~{guest}"), address(at), now, MOST);
                last.insert(guest, (at, now));
                order.retain(|known| *known != guest);
                order.push(guest);
                prop_assert!(seen.newer.len() + seen.older.len() <= MOST);
                for (guest, (at, when)) in &last {
                    let told = seen.of(&format!("~{guest}"), now);
                    let is_new = order.iter().rev().take(MOST / 2).any(|known| known == guest);
                    let recent = now.0 - when.0 < ADDRESS_MS;
                    prop_assert!(told.is_none_or(|told| told == address(*at)));
                    prop_assert!(told.is_none() || recent, "older than a day");
                    prop_assert!(told.is_some() || !recent || !is_new, "forgotten too early");
                }
            }
        }
    }

    #[test]
    fn what_is_past_takes_no_room() {
        let mut seen = Seen::new();
        (0..100).for_each(|guest| seen.note(&format!("~{guest}"), address(1), Time(0), 150));
        seen.tidy(Time(ADDRESS_MS));
        assert_eq!((seen.newer.len(), seen.older.len()), (0, 0));
    }

    #[test]
    fn an_address_is_known_by_its_mark_with_the_same_key_alone() {
        let mark = |key, last| Whereabouts::new([key; 32]).mark(address(last));
        assert_eq!(mark(1, 1), mark(1, 1));
        assert!(mark(1, 1) != mark(1, 2) && mark(1, 1) != mark(2, 1));
        let (v4, v6) = (address(1), IpAddr::from([203, 0, 0x7100, 1, 0, 0, 0, 0]));
        assert_ne!(Whereabouts::new([1; 32]).mark(v4), Whereabouts::new([1; 32]).mark(v6));
    }
}
