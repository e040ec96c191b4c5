//! What was read from the store once for all who wait, and when it may still be handed out.

use std::sync::Arc;

use super::encoded::Encoded;
use crate::store::{Change, RoomFacts, Stretch};

/// A part of the feed that was read from the store once for all who wait for it.
#[derive(Debug)]
pub(crate) struct Segment {
    /// The room as it was when it was read.
    pub(crate) facts: RoomFacts,
    /// The version above which it is whole.
    pub(crate) from: u64,
    /// The version up to which it is whole.
    pub(crate) upto: u64,
    /// The changes in between that were not replaced, in version order.
    pub(crate) changes: Vec<Arc<Encoded>>,
}

/// The newest messages, read from the store once for all who come at about the same time.
#[derive(Debug)]
pub struct Newest {
    /// The room as it was when it was read.
    pub facts: RoomFacts,
    /// How many messages were asked for.
    pub last: u32,
    /// The messages, in id order.
    pub messages: Vec<Arc<Encoded>>,
    /// Older ones are left.
    pub more: bool,
}

impl Newest {
    pub(crate) fn new(stretch: Stretch, last: u32) -> Result<Self, serde_json::Error> {
        let Stretch { facts, changes, more, .. } = stretch;
        let messages = encode_all(&facts, &changes)?;
        Ok(Self { facts, last, messages, more })
    }
}

fn encode_all(facts: &RoomFacts, changes: &[Change]) -> Result<Vec<Arc<Encoded>>, serde_json::Error> {
    changes.iter().map(|change| Encoded::new(&facts.name, facts.cursor(change.version()), change)).collect()
}

impl Segment {
    pub(crate) fn new(stretch: Stretch, from: u64) -> Result<Self, serde_json::Error> {
        let Stretch { facts, changes, upto, .. } = stretch;
        let changes = encode_all(&facts, &changes)?;
        Ok(Self { facts, from, upto, changes })
    }
}
