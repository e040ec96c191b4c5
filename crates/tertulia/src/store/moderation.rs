//! What moderators do, as stores keep it.

use std::collections::BTreeMap;

use tertulia_wire::moderation::{Deed, Restriction};
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::request::ChangedSettings;
use tertulia_wire::{RoomName, Time};

use super::RoomKey;

/// The most restrictions that a room keeps: all of them are read at once when one of them may matter.
pub const RESTRICTIONS_MAX: usize = 10_000;

/// An address as stores keep it: a hash with a key, from which it can't be told without the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AddressMark(pub [u8; 16]);

/// An address that a restriction is to hold for, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromAddress {
    /// The address.
    pub mark: AddressMark,
    /// When that ends.
    pub until: Time,
}

/// What is to be taken away from somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRestriction {
    /// What.
    pub kind: RestrictionKind,
    /// When it ends; `None` is never.
    pub until: Option<Time>,
    /// Why.
    pub why: Option<String>,
    /// From where the same is taken away from all for whom the host does not vouch.
    pub address: Option<FromAddress>,
}

/// A restriction as a store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What everybody who asks for it is told.
    pub restriction: Restriction,
    /// For which address it holds, too, for as long as `address_until` says.
    pub mark: Option<AddressMark>,
}

/// A restriction to be put on somebody, or to be lifted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestrictAct {
    /// Whom it is about.
    pub user: String,
    /// What is to be in force; `None` lifts what is.
    pub restriction: Option<NewRestriction>,
    /// What alone is lifted; else all that is on them.
    pub only: Option<RestrictionKind>,
    /// Why it is lifted; what is put has a reason of its own.
    pub why: Option<String>,
    /// Who does it.
    pub by: String,
}

/// The restrictions of a room, with the access number that they were read with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restrictions {
    /// The room's access number.
    pub number: u64,
    /// By user and kind; those that are over may be among them.
    pub list: BTreeMap<OnSomebody, Restriction>,
    /// Those that also hold for an address, by it.
    pub from: BTreeMap<AddressMark, Vec<OnSomebody>>,
}

/// Whom a restriction is on, and what it takes away: one of each kind is kept, so that none wipes out another.
pub type OnSomebody = (String, RestrictionKind);

/// What is kept of one person, of whatever kind.
pub(crate) fn all_on<'a, T>(list: &'a BTreeMap<OnSomebody, T>, user: &str) -> impl Iterator<Item = &'a T> + use<'a, T> {
    let (first, last) = ((user.to_owned(), RestrictionKind::Ban), (user.to_owned(), RestrictionKind::Mute));
    list.range(first..=last).map(|(_, kept)| kept)
}

/// What counts of two restrictions on one person: what takes more away, and of what takes the same what lasts longer.
pub(crate) fn stronger<'a>(one: Option<&'a Restriction>, other: Option<&'a Restriction>) -> Option<&'a Restriction> {
    one.into_iter().chain(other).max_by_key(|restriction| (takes_all(restriction), lasts(restriction)))
}

/// Whether a restriction leaves nothing of another to be noticed: it takes as much away, for as long. One that is to hold for an
/// address is noticed by others.
#[cfg(any(feature = "sqlite", feature = "testkit"))]
pub(crate) fn covers(one: &Restriction, other: &Restriction) -> bool {
    other.address_until.is_none() && takes_all(one) >= takes_all(other) && lasts(one) >= lasts(other)
}

fn takes_all(restriction: &Restriction) -> bool {
    restriction.kind != RestrictionKind::Mute
}

fn lasts(restriction: &Restriction) -> i64 {
    restriction.until.map_or(i64::MAX, |until| until.0)
}

impl Restrictions {
    /// What is in force on somebody: of several what is strongest.
    #[must_use]
    pub fn on(&self, user: &str, now: Time) -> Option<&Restriction> {
        all_on(&self.list, user).filter(|one| is_in_force(one, now)).fold(None, |one, other| stronger(one, Some(other)))
    }

    /// What is in force on all who come from an address.
    pub fn at(&self, mark: AddressMark, now: Time) -> impl Iterator<Item = &Restriction> {
        let places = self.from.get(&mark).into_iter().flatten();
        let kept = places.filter_map(|place| self.list.get(place)).filter(move |one| is_in_force(one, now));
        kept.filter(move |on| on.address_until.is_some_and(|until| until > now))
    }

    /// Adds a restriction that is kept.
    pub fn add(&mut self, Kept { restriction, mark }: Kept) {
        let place = (restriction.user.clone(), restriction.kind);
        if let Some(mark) = mark.filter(|_| restriction.address_until.is_some()) {
            self.from.entry(mark).or_default().push(place.clone());
        }
        self.list.insert(place, restriction);
    }
}

/// Whether a restriction is not over.
#[must_use]
pub fn is_in_force(restriction: &Restriction, now: Time) -> bool {
    restriction.until.is_none_or(|until| until > now)
}

/// Which part of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditOf {
    /// Where it was done.
    pub within: Within,
    /// To whom; to anybody or nobody in particular where nothing is said.
    pub user: Option<String>,
}

/// Where something was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// Anywhere, and everywhere.
    All,
    /// In a room, whatever it was called.
    Room(RoomKey),
    /// In whatever room had this name then, also one that is deleted.
    Named(RoomName),
    /// Anywhere, and everywhere, by somebody; to whom does not matter then.
    By(String),
}

impl AuditOf {
    /// All that was done in a room.
    #[must_use]
    pub fn room(key: RoomKey) -> Self {
        Self { within: Within::Room(key), user: None }
    }
}

/// What is noted of a deed, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) at: Time,
    pub(crate) deed: Deed,
    pub(crate) room: Option<RoomName>,
    pub(crate) by: String,
    pub(crate) user: Option<String>,
    pub(crate) message: Option<u64>,
    pub(crate) held: Option<u64>,
    pub(crate) to: Option<RoomName>,
    pub(crate) settings: Option<ChangedSettings>,
    pub(crate) until: Option<Time>,
    pub(crate) why: Option<String>,
    pub(crate) address: bool,
}

#[cfg_attr(not(any(feature = "sqlite", feature = "testkit")), expect(dead_code, reason = "a chat without a store of ours"))]
impl Noted {
    /// A deed of somebody's, to which what else there is to say is added.
    pub(crate) fn of(deed: Deed, by: &str, at: Time) -> Self {
        let (by, room, user, message, held) = (by.to_owned(), None, None, None, None);
        Self { at, deed, room, by, user, message, held, to: None, settings: None, until: None, why: None, address: false }
    }
}
