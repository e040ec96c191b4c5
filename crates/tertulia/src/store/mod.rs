//! Where rooms live: the seam that each store implements, and the contract in words.
//!
//! **A room is a log.** It has one counter. A new message takes the next number as its id and as its version; an edit, a
//! deletion, a reaction, a change of settings takes the next number as the new version of what it changes. The feed after
//! version *v* is everything whose version is greater than *v*, in version order.
//!
//! **Epochs.** Each start of a store is a *run*. A room draws an [`Epoch`](tertulia_wire::Epoch) when it is made, and at its first write in each
//! run, in that write's transaction, and remembers the head at which each of its last 64 epochs began. That is how a cursor
//! from before a restored backup is told from a good one ([`Epochs::judge`]).
//!
//! **Access numbers.** A room's number rises with each act that can take a right away in it (lock, slow mode, restriction, move,
//! deletion), the number *everywhere* with what is done everywhere. A write carries the numbers that its
//! permission was judged by, and is [`WriteError::Stale`] when they are no longer so. In one history of a store no number ever goes
//! down: by that an answer that comes late is told from a copy that was put back.

pub(crate) mod edits;
mod epochs;
pub mod erasing;
mod everywhere;
pub mod export;
mod held;
pub(crate) mod metered;
pub mod moderation;
mod outcome;
mod read_marks;
mod report;
mod seen_names;
#[cfg(any(feature = "sqlite", feature = "testkit"))]
#[cfg_attr(not(feature = "sqlite"), expect(dead_code, unused_imports, reason = "a store in memory puts no rows away"))]
pub(crate) mod settle;
#[cfg(feature = "sqlite")]
pub mod sqlite;
mod stretch;

use std::ops::Range;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use tertulia_wire::message::Data;
use tertulia_wire::moderation::AuditEntry;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{ClientId, Cursor, HeldMessage, Kind, Message, ReportedMessage, RoomName, RoomType, Sender, Settings, Time};

pub use self::epochs::{EPOCHS_MAX, Epochs, Verdict};
use self::erasing::{EraseAct, ErasedBeside, Erasure, TracePlace, Traces};
pub use self::everywhere::{Everywhere, Raised, Revocation, Revocations};
pub use self::held::{Became, HELD_DAYS, Hold, Review, Said, rejected};
use self::moderation::{AuditOf, RestrictAct, Restrictions};
pub use self::outcome::{Outcome, Tidied, WriteError, Written};
pub use self::read_marks::{Counted, GUEST_READ_DAYS, ReadMark, RoomUnread, UNREAD_LOOK, UNREAD_MAX};
pub use self::report::{REPORT_DAYS, ReportAct, ReportsOf};
pub use self::seen_names::{SeenName, SeenUser};
pub use self::stretch::{Span, Stretch};
use crate::error::StoreError;

/// A random 63-bit number given to a room once, never reused, never shown to clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoomKey(pub i64);

impl RoomKey {
    /// Stands for all rooms where something holds everywhere; no room has it.
    pub const EVERYWHERE: RoomKey = RoomKey(0);
}

/// The access numbers that a permission was judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Access {
    /// The room's key; `None` while there is no room under the name.
    pub key: Option<RoomKey>,
    /// The room's access number; 0 while there is none.
    pub room: u64,
    /// The store's access number.
    pub everywhere: u64,
}

impl Access {
    /// Whether either number is lower than another's. In one history of a store neither ever goes down.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        self.room < other.room || self.everywhere < other.everywhere
    }

    pub(crate) fn highest(self, other: Self) -> Self {
        Self { key: self.key, room: self.room.max(other.room), everywhere: self.everywhere.max(other.everywhere) }
    }
}

/// What is known of a room apart from its messages, all of one snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomFacts {
    /// The room's key.
    pub key: RoomKey,
    /// The room's present name.
    pub name: RoomName,
    /// When the room was made.
    pub created: Time,
    /// The newest version.
    pub head: u64,
    /// The room's epochs.
    pub epochs: Arc<Epochs>,
    /// The access numbers, with this room's key.
    pub access: Access,
    /// The settings, with `first`.
    pub settings: Arc<Settings>,
    /// Counts the deeds after which something else waits for those who review: a message that was held, approved, rejected, or waited
    /// for too long, a report that was made or closed. In one history of a store it never goes down.
    pub waiting: u64,
}

impl RoomFacts {
    /// The cursor of a reader that has seen everything up to a version.
    #[must_use]
    pub fn cursor(&self, version: u64) -> Cursor {
        Cursor::At { epoch: self.epochs.newest(), version }
    }

    /// Judges a cursor by this snapshot.
    #[must_use]
    pub fn judge(&self, cursor: Cursor) -> Verdict {
        self.epochs.judge(cursor, self.head)
    }
}

/// What is under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A room. Its facts have its present name: where that is another one, the name asked about is an alias.
    Room(RoomFacts),
    /// No room, and there never was one; carries the access number *everywhere*.
    Absent {
        /// The store's access number.
        everywhere: u64,
    },
    /// A room that was deleted, until a `PUT` makes it again.
    Deleted {
        /// The store's access number.
        everywhere: u64,
    },
}

impl Found {
    /// The access numbers of what is under the name.
    #[must_use]
    pub fn access(&self) -> Access {
        match self {
            Found::Room(facts) => facts.access,
            Found::Absent { everywhere } | Found::Deleted { everywhere } => {
                Access { key: None, room: 0, everywhere: *everywhere }
            }
        }
    }

    /// The same, with a number *everywhere* that has been heard of since.
    pub(crate) fn raised(mut self, heard: u64) -> Self {
        let everywhere = match &mut self {
            Found::Room(facts) => &mut facts.access.everywhere,
            Found::Absent { everywhere } | Found::Deleted { everywhere } => everywhere,
        };
        *everywhere = heard.max(*everywhere);
        self
    }
}

/// The full present state of one message, or of the room's settings, after something happened to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A message.
    Message(Box<Message>),
    /// The settings.
    Settings(Arc<Settings>),
}

impl Change {
    /// The change's position in the feed.
    #[must_use]
    pub fn version(&self) -> u64 {
        match self {
            Change::Message(message) => message.version,
            Change::Settings(settings) => settings.version,
        }
    }
}

/// A message to append.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMessage {
    /// Makes the room if there is none under the name; without it that is refused as `not_found`.
    pub make_room: bool,
    /// Whose request it is: `client_id` is unique for this bearer in this room.
    pub bearer: String,
    /// Who it is from.
    pub sender: Option<Sender>,
    /// What sort of entry it is.
    pub kind: Kind,
    /// The checked text.
    pub text: String,
    /// The message it answers, which must exist in the room, deleted or not; else refused as `invalid`.
    pub reply_to: Option<u64>,
    /// What the host attached.
    pub data: Option<Data>,
    /// The request's own id.
    pub client_id: ClientId,
    /// The name that it is said under, if names are watched over. A guest's is refused as `name_taken` while it is another's:
    /// a user's for 90 days after they came or spoke, a guest's for a day after they spoke or left. A guest has the three names in a room that
    /// they spoke under last.
    pub seen_name: Option<SeenName>,
    /// A hash of the request as it was checked: the same id with another hash is refused as `client_id_reused`.
    pub request_hash: [u8; 32],
    /// Whether it is held for review, and how many may be.
    pub review: Review,
    /// Whether the room's slow mode holds for the bearer: refused as `slow_down`, with when to try again, within `slow_seconds`
    /// of when a message or an action of theirs came last, also one that waited for review: counted from then, rejected or not,
    /// and not from when it was let in.
    pub slowed: bool,
}

/// One person's emoji on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReactionAct {
    /// The person's id.
    pub by: String,
    /// The emoji.
    pub emoji: String,
    /// True adds it, false takes it away.
    pub add: bool,
}

/// Somebody came to a room, or left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attend {
    /// Who; without an id nobody can be told from others, and nothing is written.
    pub sender: Sender,
    /// True for having come.
    pub present: bool,
    /// Whether the room is told.
    pub tell: bool,
    /// Of a guest who has spoken there, what the name looks like that they are there under: it stays theirs for a day from now on,
    /// unless it is somebody else's by now.
    pub look: Option<String>,
}

/// What can happen to a room.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// A new message. A known `client_id` of the same bearer with the same hash is answered with the message as it is now,
    /// and is not fresh, before any other condition but the access numbers. One that is to be reviewed ([`Review`]) is held:
    /// it gets no id and no version, and nobody reads it. A known `client_id` is answered as held for as long as it waits, and
    /// refused as `refused` once it is rejected. `too_many` when as many wait as may.
    Say(Box<NewMessage>),
    /// New text for a message of kind `message` or `action`, by its sender, within `edit_minutes`. Refusals: `not_found`,
    /// `deleted`, `not_allowed` (another's, or another kind), `edit_over`, `refused` (where it would have to be reviewed). The same text
    /// changes nothing.
    Edit {
        /// The message.
        id: u64,
        /// The id of who edits.
        by: String,
        /// The checked text.
        text: String,
        /// Whether what they say waits for review: then a new text is refused, since people have read the old one.
        hold: Hold,
    },
    /// Empties the text, data and reactions of a message and keeps its place, for good. Repeated, it changes nothing. Refusals:
    /// `not_found`; `not_allowed` if it is another's and `any` is false.
    Delete {
        /// The message.
        id: u64,
        /// The id of who deletes.
        by: String,
        /// True for who may delete anybody's; deleting another's is noted in the audit.
        any: bool,
    },
    /// Deletes several messages of one person as [`Delete`](Self::Delete) with `any` does, one change each in the order given; those
    /// that are gone, deleted or somebody else's are passed over. Refusals: `not_found`, `room_deleted`.
    DeleteMany {
        /// The messages.
        ids: Vec<u64>,
        /// Whose they are.
        whose: String,
        /// Whether it is noted in the audit, as one deed; false where it was noted before.
        noted: bool,
    },
    /// Takes somebody out of a part of the room: what is from them is emptied like a deletion and is from nobody then, what they sent in
    /// another's name is no longer known as their doing, their reactions go; each such message is one change. A request that made an
    /// erased message is answered with it, as a retry, and makes no other. Refusals: `not_found`, `room_deleted`.
    Erase(Box<EraseAct>),
    /// Reactions on one message that become one change, or none if they change nothing. Refused as a whole: `not_found`,
    /// `deleted`. Each on its own: `invalid` with reason `reaction-kinds` when it would be the 21st kind.
    React {
        /// The message.
        id: u64,
        /// The reactions, in the order in which they came.
        acts: Vec<ReactionAct>,
    },
    /// Puts a restriction on somebody, in place of what was, or lifts it, and notes it in the audit. Raises the room's access
    /// number and takes no version; lifting what isn't there changes nothing. Those that are over go. Refusals: `not_found`,
    /// `room_deleted`, `too_many` beyond [`RESTRICTIONS_MAX`](moderation::RESTRICTIONS_MAX).
    Restrict(Box<RestrictAct>),
    /// Keeps a report of a message, one of each person. Takes no version and raises no access number. Repeated, the first one stays;
    /// and where as many are kept of the message as may, this one is not. Refusals: `not_found`, `deleted`; `not_allowed` with reason
    /// `report-own`; `too_many` beyond `room_max`.
    Report(Box<ReportAct>),
    /// Closes what was reported of a message: the reports go, and it is noted in the audit, unless there are none. Refusals:
    /// `not_found`, `room_deleted`.
    CloseReports {
        /// The message.
        id: u64,
    },
    /// Appends a held message with the next number and the present time, under the `client_id` that it came with; an answer to
    /// what the room keeps no more answers nothing. Refused as `not_found` when no such message waits.
    Approve {
        /// The held message.
        held: u64,
    },
    /// Rejects a held message: its text goes, and its `client_id` is answered with `refused`. Repeated, it changes nothing.
    /// Refused as `not_found` when no such message waits or was rejected.
    Reject {
        /// The held message.
        held: u64,
    },
    /// Makes a room, or merges into its settings. The values are checked; `""` and 0 days have become "remove" by their
    /// meaning. Changing nothing takes no version; a change of `locked`, `slow_seconds` or `hold` raises the room's access number. An alias is no room:
    /// under one it makes a room, which takes the name away from the room that has it as an alias.
    Put(Box<PutRoom>),
    /// Raises `first` to this id, as retention does: what is below is gone at once for every reader, and its rows go later, see
    /// [`Store::tidy`]. One change of the settings, or none if `first` is that high already. Refusals: `not_found`,
    /// `room_deleted`.
    Purge {
        /// The lowest id to keep.
        first: u64,
    },
    /// Gives the room another name, with its log, its cursors and its settings, and raises its access number. The name that
    /// it had stays an alias until a room is made under it or moves there. Takes no version; the name that it has already
    /// changes nothing. Refusals: `not_found`, `room_deleted`, `invalid` with reason `room-exists` when a room has the new
    /// name. A deleted room's name, and an alias of whichever room, are free.
    Move {
        /// The new name.
        to: RoomName,
    },
    /// Somebody came, or left. In a room that announces it, whoever was not there before has come, and whoever was has left;
    /// anything else changes nothing. With `tell` there is a message of kind `join` or `leave`, without it only the store
    /// remembers. Where a room does not announce, nobody comes. A guest who leaves keeps the name for a day. Refusals: `not_found`, `room_deleted`.
    Attend(Attend),
    /// Deletes the room: frees its name and its aliases, which answer `room_deleted` from then on, and raises the room's access
    /// number.
    /// Its rows go later, see [`Store::tidy`]. Refusals: `not_found`, `room_deleted`.
    DeleteRoom,
}

/// One thing to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    /// The room's name, or one of its aliases.
    pub room: RoomName,
    /// The numbers by which it was permitted; `None` for the host's own doing.
    pub access: Option<Access>,
    /// What is to happen.
    pub act: Act,
    /// The id of who does it, for the audit.
    pub by: String,
    /// Why, for the audit, where that is said.
    pub why: Option<String>,
}

/// The rooms. What is not in here has not happened.
///
/// Each read is one snapshot. A write is atomic with all its conditions: no other write of the same room comes between.
/// All methods may be called at any time from any task; dropping a future of a read has no effect on the store, and a
/// dropped future of a write leaves it either whole or undone (callers spawn writes all the same, since somebody has to
/// tell the readers).
pub trait Store: Send + Sync + 'static {
    /// Writes a batch, in its order, durable when it returns; the answers stand in the same order.
    ///
    /// Room by room, versions rise by one with each change, in the batch's order. Duplicates (also within the batch) and
    /// conditions are settled item by item, each seeing what the items before it did; a refusal is its item's own. A
    /// batch that fails before its commit for a reason that may be one item's is written again item by item; a commit of
    /// unknown outcome is [`StoreError::Unknown`] for each item that has not been refused. `now` stamps messages; within
    /// a room times never go back, so a clock that did is overruled. Returns within about two seconds, or the caller
    /// gives up on it.
    fn write(&self, batch: Vec<Write>, now: Time) -> BoxFuture<'_, Vec<Result<Written, WriteError>>>;

    /// Tells what is under a name.
    fn find<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Found, StoreError>>;

    /// The present name of a room that has left this one; `None` for its present name, and where there is no room. Asked for those who
    /// may not know whether there is one: the two are to take equally long.
    fn present_name<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Option<RoomName>, StoreError>>;

    /// Reads a part of a room, at most `limit` changes (1 to 2,000); `None` when the room is deleted.
    fn read(&self, room: RoomKey, span: Span, limit: u32) -> BoxFuture<'_, Result<Option<Stretch>, StoreError>>;

    /// One message of a room; `None` when there is none, or no room.
    fn message(&self, room: RoomKey, id: u64) -> BoxFuture<'_, Result<Option<Message>, StoreError>>;

    /// How many messages of a room, deleted ones too, have an id in this range; 0 where there is no room. Each is looked at: asked about
    /// much, one asks piece by piece.
    fn count(&self, room: RoomKey, ids: Range<u64>) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// Looks from a place on through one part of the rooms for what is kept of somebody: at most [`TRACES_LOOK`](erasing::TRACES_LOOK)
    /// messages of one room, of which at most [`TRACES_MAX`](erasing::TRACES_MAX), and as many reactions, are told. Rooms that are deleted
    /// and messages below `first` are gone.
    fn traces<'a>(&'a self, person: &'a str, from: TracePlace) -> BoxFuture<'a, Result<Traces, StoreError>>;

    /// Whose erasure has begun and is not whole.
    fn erasures(&self) -> BoxFuture<'_, Result<Vec<Erasure>, StoreError>>;

    /// Does a bounded piece of what of an erasure is in no room's log, to be called once the rooms are through: read marks, reports, rows
    /// that are gone for everybody and not swept yet, the id in the audit. At the end forgets the erasure, and sees to it that
    /// nothing of what was erased is left in the files, as far as sends don't wait for it for long; what may be left is the store's to
    /// say. Asked again it does no harm.
    fn finish_erasure<'a>(&'a self, erasure: &'a Erasure) -> BoxFuture<'a, Result<ErasedBeside, StoreError>>;

    /// Raises how far people have read, all in one commit, and tells in the same order how far that is now: never back, and to
    /// no more than the room's head; 0 where no room is, or nothing is kept. Takes no version and raises no access number, since
    /// nobody else is told. Durable when it returns, and asked again it does no harm.
    fn mark_read<'a>(&'a self, marks: &'a [ReadMark], now: Time) -> BoxFuture<'a, Result<Vec<u64>, StoreError>>;

    /// Keeps names of users from guests in the rooms where they were, as if they had spoken under them, all in one commit. A room that is
    /// not there keeps none, and one that keeps `most` names, whoever has them, takes no more of those who said nothing. Takes no version
    /// and raises no access number. Durable when it returns, and asked again it does no harm.
    fn note_seen<'a>(&'a self, seen: &'a [SeenUser], most: u32, now: Time) -> BoxFuture<'a, Result<(), StoreError>>;

    /// How far people have read, in the order in which they are asked about; 0 where nothing is kept.
    fn read_marks<'a>(&'a self, of: &'a [(RoomKey, String)]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>>;

    /// How much somebody has not read in each of these rooms, by name or alias, in one snapshot; `None` where no room is.
    fn unread<'a>(&'a self, person: &'a str, rooms: &'a [RoomName]) -> BoxFuture<'a, Result<Counted, StoreError>>;

    /// The messages that are reported, as they are now: those reported last first, at most `limit` (1 to 201). No deleted message is
    /// among them, and none that its room keeps no more.
    fn reports(&self, of: ReportsOf, limit: u32) -> BoxFuture<'_, Result<Vec<ReportedMessage>, StoreError>>;

    /// The messages of a room that wait for review, in the order in which they came, after one of them, at most `limit` (1 to 201).
    fn held(&self, room: RoomKey, after: u64, limit: u32) -> BoxFuture<'_, Result<Vec<HeldMessage>, StoreError>>;

    /// The access number of each of these rooms, in the order in which they are asked about, in one snapshot; 0 where there is no room.
    fn access_numbers<'a>(&'a self, rooms: &'a [RoomKey]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>>;

    /// What became of a request, as it is now, with the hash of the one that was made under its `client_id`: another one's where the id was
    /// used again. A message that was erased is known by the whole request, and is what became of that whoever used its id since.
    fn said<'a>(
        &'a self,
        room: RoomKey,
        bearer: &'a str,
        client_id: &'a ClientId,
        request_hash: [u8; 32],
    ) -> BoxFuture<'a, Result<Option<Said>, StoreError>>;

    /// Which of these messages somebody reacted to, and with what: `(id, emoji)`, by id.
    fn reacted<'a>(&'a self, room: RoomKey, by: &'a str, ids: &'a [u64])
    -> BoxFuture<'a, Result<Vec<(u64, String)>, StoreError>>;

    /// The restrictions in a room, all of them, with its access number, in one snapshot; empty when there is no room. Under
    /// [`RoomKey::EVERYWHERE`] those that hold in all rooms, with the access number *everywhere*.
    fn restrictions(&self, room: RoomKey) -> BoxFuture<'_, Result<Restrictions, StoreError>>;

    /// What was done, the newest first, below a number where one is given, at most `limit` (1 to 201). Never removed: what was
    /// done in a room stays when the room goes. Never changed, but that of somebody who is erased the pseudonym stays alone.
    fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> BoxFuture<'_, Result<Vec<AuditEntry>, StoreError>>;

    /// Who was announced as having come to a room and not yet as having left; none where the room is deleted.
    fn announced(&self, room: RoomKey) -> BoxFuture<'_, Result<Vec<Sender>, StoreError>>;

    /// Whose names these are in a room at a time, by what they look like: `(look, person)`.
    fn seen_names<'a>(
        &'a self,
        room: RoomKey,
        looks: &'a [String],
        now: Time,
    ) -> BoxFuture<'a, Result<Vec<(String, String)>, StoreError>>;

    /// Rooms by name, in name order, after a name, at most `limit` (1 to 200); of one type where it is given.
    fn rooms<'a>(
        &'a self,
        room_type: Option<&'a RoomType>,
        after: Option<&'a RoomName>,
        limit: u32,
    ) -> BoxFuture<'a, Result<Vec<RoomFacts>, StoreError>>;

    /// 32 random bytes under a name, made at the first call and the same ever after.
    fn secret<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<[u8; 32], StoreError>>;

    /// Does something everywhere, in one commit with raising the access number *everywhere*, and tells the number. A write that was
    /// judged by an older one is stale from then on. Durable when it returns, and asked again it does no harm.
    fn raise_everywhere(&self, act: Everywhere, now: Time) -> BoxFuture<'_, Result<Raised, WriteError>>;

    /// The revocations that came with a number above `after`; from 0, all of them, in several calls if there are many.
    fn revocations(&self, after: u64) -> BoxFuture<'_, Result<Revocations, StoreError>>;

    /// Does a bounded piece of the work that nobody waits for, in one commit: retention (raises `first` by one change of
    /// the settings, then removes what is below), rows of deleted rooms, messages held for [`HELD_DAYS`] or `retention_days` if
    /// that is less, what guests had read who read nothing for [`GUEST_READ_DAYS`], and reports after [`REPORT_DAYS`] or with their
    /// message; a thousand at a time.
    fn tidy(&self, now: Time) -> BoxFuture<'_, Result<Tidied, StoreError>>;

    /// True when nobody else can write to the rooms while this store is open, so that what this process has seen is all
    /// there is. Only then may a cursor be judged from memory.
    fn sole_writer(&self) -> bool {
        false
    }
}
