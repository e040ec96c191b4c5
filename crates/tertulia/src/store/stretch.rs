//! Parts of a room: which one to read, and what was read.

use super::{Change, RoomFacts};

/// Which part of a room to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// The newest messages, in id order.
    Newest,
    /// The changes after a version, in version order, the settings among them.
    After(u64),
    /// The messages nearest below an id, in id order.
    Before(u64),
    /// The messages nearest above an id, in id order.
    Above(u64),
    /// Half of the limit below an id, half from it on, whether or not it exists, in id order.
    Around(u64),
}

/// A part of a room, and the facts of the same snapshot.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// The room as it was when the part was read.
    pub facts: RoomFacts,
    /// What was read. Only [`Span::After`] gives settings.
    pub changes: Vec<Change>,
    /// Older ones are left; for [`Span::After`], newer ones.
    pub more: bool,
    /// Newer messages are left; always false for [`Span::Newest`] and [`Span::After`].
    pub more_newer: bool,
    /// For [`Span::After`]: the version that `changes` is whole up to; the last one's if `more`, else the head.
    /// For the others: the head.
    pub upto: u64,
}
