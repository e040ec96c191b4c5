//! Taking somebody out of the rooms, and finding what is kept of them.

use sha2::{Digest, Sha256};
use tertulia_wire::moderation::Restriction;
use tertulia_wire::{ClientId, HeldMessage, Message, Report, Sender};

use super::{RoomFacts, RoomKey};

/// Whose requests messages are that somebody made who was erased: no user's id begins like this, and no guest's is so short.
pub const ERASED: &str = "~erased";

/// Messages, or reactions, of one person that are told at once.
pub const TRACES_MAX: u32 = 200;

/// Messages of a room that are looked through at once for those of one person.
pub const TRACES_LOOK: u32 = 20_000;

/// Somebody whose erasure has begun and is not whole yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Their id.
    pub person: String,
    /// What stands in the place of the id in the audit, from the end of the erasure on.
    pub pseudonym: String,
}

/// A place in all rooms, in the order of their keys: rooms that are moved meanwhile are not missed. The default is the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TracePlace {
    /// The lowest key of a room to look in.
    pub room: RoomKey,
    /// In that room, the message after which to look; `None` is for what stands beside its messages.
    pub after: Option<u64>,
}

impl Default for TracePlace {
    fn default() -> Self {
        Self { room: RoomKey(1), after: None }
    }
}

impl TracePlace {
    /// The beginning of what comes after a room.
    #[must_use]
    pub fn behind(room: RoomKey) -> Self {
        Self { room: RoomKey(room.0.saturating_add(1)), after: None }
    }
}

/// What a room keeps of somebody beside its messages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TracesBeside {
    /// Up to where they have read it.
    pub read: Option<u64>,
    /// What waits of theirs for review, by number; nothing where it was rejected, and only the request is remembered.
    pub held: Vec<(u64, Option<HeldMessage>)>,
    /// What is on them, one of a kind.
    pub restrictions: Vec<Restriction>,
    /// What they reported of which message, in the order in which it came.
    pub reports: Vec<(u64, Report)>,
    /// They have put a restriction on somebody that is kept.
    pub restricts: bool,
    /// What their names look like that nobody else may take.
    pub names: Vec<String>,
    /// Announced as having come, and not yet as having left.
    pub announced: Option<Sender>,
}

/// What a part of a room keeps of somebody.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Traces {
    /// The room; `None` where no room is left to look in.
    pub facts: Option<RoomFacts>,
    /// Beside its messages; only of the first part.
    pub beside: TracesBeside,
    /// Messages from them, and those that they sent in another's name, by id.
    pub messages: Vec<Message>,
    /// What they reacted with: `(id, emoji)`, by id.
    pub reactions: Vec<(u64, String)>,
    /// Where to look on.
    pub next: Option<TracePlace>,
}

impl Traces {
    /// What takes somebody out of this part; nothing where nothing of theirs is in it.
    #[must_use]
    pub fn erase(&self, erasure: &Erasure) -> Option<EraseAct> {
        let beside = &self.beside;
        let act = EraseAct {
            key: self.facts.as_ref()?.key,
            erasure: erasure.clone(),
            messages: self.messages.iter().map(|message| message.id).collect(),
            reactions: self.reactions.clone(),
            held: beside.held.iter().map(|(number, _)| *number).collect(),
            beside: !beside.names.is_empty() || beside.announced.is_some(),
            restrictions: beside.restricts || !beside.restrictions.is_empty(),
        };
        let nothing = act.messages.is_empty() && act.reactions.is_empty() && act.held.is_empty();
        (!nothing || act.beside || act.restrictions).then_some(act)
    }
}

/// Takes somebody out of a part of a room. What is no longer so is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraseAct {
    /// The room that was looked in; refused as `not_found` where another one has its name by now.
    pub key: RoomKey,
    /// Who.
    pub erasure: Erasure,
    /// Messages from them, which are emptied and from nobody then, and messages that they sent in another's name, which stay.
    pub messages: Vec<u64>,
    /// Their reactions: `(id, emoji)`.
    pub reactions: Vec<(u64, String)>,
    /// Held messages of theirs, also rejected ones.
    pub held: Vec<u64>,
    /// Also that they were announced, and their names.
    pub beside: bool,
    /// Also the reason of what is on them, and that they put it on others; what is in force stays in force.
    pub restrictions: bool,
}

/// What came of a piece of an erasure that is in no room's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ErasedBeside {
    /// Read marks that went.
    pub read_marks: u64,
    /// Rows of the audit that have the pseudonym now.
    pub audit: u64,
    /// There is more to do: call again.
    pub more: bool,
    /// Nothing can be done before others have read what they read: call again in a moment.
    pub waits: bool,
}

/// By what a request of somebody who was erased is known again, should it be sent once more: nothing can be read from it.
#[cfg_attr(not(any(feature = "sqlite", feature = "testkit")), expect(dead_code, reason = "a chat without a store of ours"))]
pub(crate) fn erased_request(bearer: &str, client_id: &ClientId, hash: &[u8; 32]) -> String {
    let mut digest = Sha256::new();
    digest.update((bearer.len() as u64).to_be_bytes());
    for part in [bearer.as_bytes(), client_id.as_str().as_bytes(), hash] {
        digest.update(part);
    }
    let hex: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    // No client_id begins like this: it is none, and is shown to nobody.
    format!("~{hex}")
}
