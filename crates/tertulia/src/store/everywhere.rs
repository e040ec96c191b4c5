//! What is done everywhere, and not in one room.

use tertulia_wire::moderation::Restriction;

use super::erasing::Erasure;
use super::moderation::RestrictAct;

/// Whose tokens are refused: those that were made not after a second. How far clocks may be ahead is for who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// The id in the tokens.
    pub person: String,
    /// The second, since 1970.
    pub second: i64,
    /// The access number *everywhere* that came with it.
    pub number: u64,
}

/// What has been revoked, and the access number *everywhere* of the same snapshot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revocations {
    /// The store's access number.
    pub everywhere: u64,
    /// In the order of their numbers, at most [`MOST`](Self::MOST): as many mean that there may be more.
    pub revoked: Vec<Revocation>,
}

impl Revocations {
    /// How many are told at once.
    pub const MOST: u32 = 1_000;
}

/// What is done everywhere, and not in one room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Everywhere {
    /// Nothing but the number rises: the host has changed its mind about somebody.
    Recheck,
    /// Refuses somebody's tokens that were issued up to a second, and notes it in the audit. Of several revocations of one person
    /// the latest second counts.
    Revoke {
        /// The id in the tokens.
        person: String,
        /// The second, since 1970.
        second: i64,
        /// Who does it.
        by: String,
        /// Why, for the audit.
        why: Option<String>,
    },
    /// Begins to erase somebody: refuses their tokens like [`Revoke`](Self::Revoke), takes the reason off what is on them everywhere, and
    /// remembers that it has begun until [`Store::finish_erasure`](super::Store::finish_erasure) is through. Noted in the audit under the pseudonym alone.
    Erase {
        /// Who, and what stands in their place.
        erasure: Erasure,
        /// The second, since 1970.
        second: i64,
        /// Who does it.
        by: String,
    },
    /// Puts a restriction on somebody in all rooms, those that are yet to be made too, or lifts it, as [`Act::Restrict`](super::Act::Restrict) does in one.
    Restrict(Box<RestrictAct>),
}

/// What came of something done everywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raised {
    /// The access number *everywhere*, raised unless there was nothing to lift.
    pub everywhere: u64,
    /// The restriction that is in force now, where one was put.
    pub restriction: Option<Restriction>,
}
