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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestrictAct {
    /// Whom it is about.
    pub user: String,
    /// What is to be in force; `None` lifts what is.
    pub restriction: Option<NewRestriction>,
    /// Who does it.
    pub by: String,
}

/// The restrictions of a room, with the access number that they were read with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restrictions {
    /// The room's access number.
    pub number: u64,
    /// By user; those that are over may be among them.
    pub list: BTreeMap<String, Restriction>,
    /// Users by the address that the restriction on them also holds for.
    pub from: BTreeMap<AddressMark, Vec<String>>,
}

impl Restrictions {
    /// What is in force on somebody.
    #[must_use]
    pub fn on(&self, user: &str, now: Time) -> Option<&Restriction> {
        self.list.get(user).filter(|restriction| is_in_force(restriction, now))
    }

    /// What is in force on all who come from an address.
    pub fn at(&self, mark: AddressMark, now: Time) -> impl Iterator<Item = &Restriction> {
        let users = self.from.get(&mark).into_iter().flatten();
        users.filter_map(move |user| self.on(user, now).filter(|on| on.address_until.is_some_and(|until| until > now)))
    }

    /// Adds a restriction that is kept.
    pub fn add(&mut self, Kept { restriction, mark }: Kept) {
        if let Some(mark) = mark.filter(|_| restriction.address_until.is_some()) {
            self.from.entry(mark).or_default().push(restriction.user.clone());
        }
        self.list.insert(restriction.user.clone(), restriction);
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
