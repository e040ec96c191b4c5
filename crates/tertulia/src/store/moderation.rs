//! What moderators do, as stores keep it.

use std::collections::BTreeMap;

use tertulia_wire::Time;
use tertulia_wire::moderation::{Deed, Restriction};
use tertulia_wire::page::RestrictionKind;

/// The most restrictions that a room keeps: all of them are read at once when one of them may matter.
pub const RESTRICTIONS_MAX: usize = 10_000;

/// What is to be taken away from somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRestriction {
    /// What.
    pub kind: RestrictionKind,
    /// When it ends; `None` is never.
    pub until: Option<Time>,
    /// Why.
    pub why: Option<String>,
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
}

impl Restrictions {
    /// What is in force on somebody.
    #[must_use]
    pub fn on(&self, user: &str, now: Time) -> Option<&Restriction> {
        self.list.get(user).filter(|restriction| is_in_force(restriction, now))
    }
}

/// Whether a restriction is not over.
#[must_use]
pub fn is_in_force(restriction: &Restriction, now: Time) -> bool {
    restriction.until.is_none_or(|until| until > now)
}

/// What is noted of a moderator's deed, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) at: Time,
    pub(crate) deed: Deed,
    pub(crate) by: String,
    pub(crate) user: Option<String>,
    pub(crate) message: Option<u64>,
    pub(crate) until: Option<Time>,
    pub(crate) why: Option<String>,
}
