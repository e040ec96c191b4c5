//! Somebody who is here, known one by one.

use tertulia_wire::Sender;
use tokio::time::Instant;

use super::Attended;

/// The name of a guest who has spoken, which is theirs for a while after they leave.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) look: Box<str>,
    // When the store is told again that they are here.
    pub(super) next: Instant,
}

#[derive(Debug)]
pub(super) struct Person {
    pub(super) sender: Sender,
    // In which order people came.
    pub(super) number: u64,
    pub(super) lines: u32,
    // Without a line, here until then.
    pub(super) until: Instant,
    pub(super) announced: bool,
    // What the name looks like, hashed.
    pub(super) look: u64,
    // A guest under a name that is somebody else's is counted, and not named.
    pub(super) shown: bool,
    // Whose the name is was found out: not of those who are only taken to be here still.
    pub(super) judged: bool,
    pub(super) kept: Option<Kept>,
}

impl Person {
    /// When there is something to be done about them.
    pub(super) fn next_at(&self) -> Option<Instant> {
        if self.lines == 0 { Some(self.until) } else { self.kept.as_ref().map(|kept| kept.next) }
    }

    pub(super) fn attended(&self, present: bool, tell: bool) -> Attended {
        Attended { sender: self.sender.clone(), present, tell, look: self.kept.as_ref().map(|kept| kept.look.clone()) }
    }
}
