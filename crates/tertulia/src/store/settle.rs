//! What a batch comes to: given the present state of the rooms that it names, decides each item's outcome, version and rows.
//!
//! Pure, and shared by the stores: a store loads what a batch needs into a [`Present`], settles its items one after the
//! other, each seeing what the ones before it did, and writes what [`Present::rows`] then lists, all in one transaction.
//! Time and randomness come in with the [`Moment`].

mod attend;
mod erasing;
mod held;
mod message;
mod moderation;
mod names;
mod reactions;
mod report;
mod rows;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use tertulia_wire::moderation::Deed;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{ClientId, Code, Epoch, Message, NUMBER_MAX, RoomName, Settings, Time};

pub(crate) use self::attend::Announced;
pub(crate) use self::erasing::Forgotten;
pub(crate) use self::held::{HeldEntry, is_own};
pub(crate) use self::names::{Holder, SeenNames};
pub(crate) use self::reactions::{Reactors, SHOWN_MAX};
pub(crate) use self::report::ReportEntry;
pub(crate) use self::rows::Rows;
use super::erasing::Erasure;
use super::moderation::{Kept, Noted, OnSomebody};
use super::{Access, Act, Change, Epochs, Found, Outcome, Revocation, RoomFacts, RoomKey, Write, WriteError, Written};
use crate::error::{Refusal, StoreError};

/// When a batch is settled, in which run of the store, and the random numbers that it may use up.
#[derive(Debug)]
pub(crate) struct Moment {
    pub(crate) now: Time,
    pub(crate) run: i64,
    draws: Vec<u64>,
}

impl Moment {
    /// A write makes at most one room, which draws a key and an epoch.
    pub(crate) const DRAWS_PER_WRITE: usize = 2;

    pub(crate) fn new(now: Time, run: i64, draws: Vec<u64>) -> Self {
        Self { now, run, draws }
    }

    fn draw(&mut self) -> Result<u64, WriteError> {
        self.draws.pop().ok_or_else(|| WriteError::Store(StoreError::Failed("no random numbers left for a batch".into())))
    }
}

/// What is under a name that was ever taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Under {
    Room(RoomKey),
    Deleted,
}

/// How much of a room's row has to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dirt {
    Clean,
    /// The head and the time only.
    Advanced,
    Whole,
}

/// A room as it is, and as the batch leaves it.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    pub(crate) key: RoomKey,
    pub(crate) name: RoomName,
    pub(crate) created: Time,
    pub(crate) head: u64,
    pub(crate) newest: Time,
    pub(crate) run: i64,
    pub(crate) access: u64,
    pub(crate) settings: Arc<Settings>,
    pub(crate) epochs: Arc<Epochs>,
    pub(crate) deleted: bool,
    pub(crate) untidy: bool,
    /// Rises with each message that is held and with each that is rejected: the newest number among the held.
    pub(crate) held_head: u64,
    /// How many messages wait for review.
    pub(crate) held_waiting: u32,
    /// Counts the deeds after which something else waits for those who review.
    pub(crate) waiting: u64,
    pub(crate) dirt: Dirt,
}

impl Room {
    /// Takes the next version, and draws an epoch first if this is the room's first change in this run.
    fn advance(&mut self, moment: &mut Moment) -> Result<u64, WriteError> {
        if self.head >= NUMBER_MAX {
            return Err(WriteError::Store(StoreError::Failed(format!("{} has no numbers left", self.name))));
        }
        if self.run != moment.run {
            Arc::make_mut(&mut self.epochs).begin(Epoch(moment.draw()?), self.head);
            self.run = moment.run;
            self.dirt = Dirt::Whole;
        }
        self.head += 1;
        self.dirt = self.dirt.max(Dirt::Advanced);
        Ok(self.head)
    }

    /// The time as this room counts it: a clock that went back is overruled.
    fn time(&self, moment: &Moment) -> Time {
        self.newest.max(moment.now)
    }

    pub(crate) fn facts(&self, everywhere: u64) -> RoomFacts {
        RoomFacts {
            key: self.key,
            name: self.name.clone(),
            created: self.created,
            head: self.head,
            epochs: Arc::clone(&self.epochs),
            access: Access { key: Some(self.key), room: self.access, everywhere },
            settings: Arc::clone(&self.settings),
            waiting: self.waiting,
        }
    }
}

/// Whose request made a message, and what exactly it asked for.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) bearer: String,
    pub(crate) hash: [u8; 32],
}

/// A message as it is, and as the batch leaves it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) message: Message,
    /// The request that made it, where the batch may ask.
    pub(crate) request: Option<Request>,
    /// Whether this batch makes it.
    pub(crate) new: bool,
    pub(crate) changed: bool,
    /// What this batch forgets of it.
    pub(crate) forgotten: Option<Forgotten>,
    /// When its sender spoke, where this batch lets it in and it had waited.
    pub(crate) spoke: Option<Time>,
}

impl Entry {
    /// A message as it was kept.
    pub(crate) fn kept(message: Message, request: Option<Request>) -> Self {
        Self { message, request, new: false, changed: false, forgotten: None, spoke: None }
    }
}

/// Everything that a batch may need to know.
#[derive(Debug, Clone, Default)]
pub(crate) struct Present {
    pub(crate) everywhere: u64,
    /// Whose tokens are refused, by person.
    pub(crate) revoked: BTreeMap<String, Revocation>,
    pub(crate) names: HashMap<RoomName, Under>,
    pub(crate) rooms: HashMap<RoomKey, Room>,
    pub(crate) said: HashMap<(RoomKey, String, ClientId), (u64, [u8; 32])>,
    /// Messages of those who were erased, by what their requests are known again.
    pub(crate) erased: HashMap<(RoomKey, String), u64>,
    /// Whose erasure has begun, by person.
    pub(crate) erasing: BTreeMap<String, Erasure>,
    pub(crate) messages: HashMap<(RoomKey, u64), Entry>,
    pub(crate) reactors: HashMap<(RoomKey, u64, String), Reactors>,
    pub(crate) announced: Announced,
    pub(crate) seen_names: SeenNames,
    /// When each bearer last had a message or an action taken, to be said or to wait for review, where a slow room may ask.
    pub(crate) spoke: HashMap<(RoomKey, String), Time>,
    pub(crate) restricted: HashMap<RoomKey, BTreeMap<OnSomebody, Kept>>,
    /// What was done, in its order.
    pub(crate) noted: Vec<(RoomKey, Noted)>,
    pub(crate) held: HashMap<(RoomKey, u64), HeldEntry>,
    pub(crate) held_said: HashMap<(RoomKey, String, ClientId), u64>,
    /// How many of a bearer's messages wait.
    pub(crate) held_by: HashMap<(RoomKey, String), u32>,
    /// By message, in the order of their numbers.
    pub(crate) reports: BTreeMap<(RoomKey, u64), Vec<ReportEntry>>,
    /// How many reports there are in a room.
    pub(crate) reports_in: HashMap<RoomKey, u32>,
    /// The newest number of a report in whatever room, where the batch asks about any.
    pub(crate) reports_head: Option<u64>,
    /// Whether that is another one now.
    reported: bool,
    /// Why the item that is settled just now is done.
    why: Option<String>,
    /// Whether the number *everywhere* is another one now.
    raised: bool,
    unheld: BTreeSet<(RoomKey, u64)>,
    renamed: BTreeSet<RoomName>,
    restricted_anew: BTreeSet<(RoomKey, OnSomebody)>,
    freed: BTreeSet<RoomKey>,
    cleared: BTreeSet<(RoomKey, u64)>,
    gone: BTreeSet<(RoomKey, u64)>,
    unreported: BTreeSet<(RoomKey, u64)>,
}

impl Present {
    /// Settles one item after the others before it; an item that is refused leaves nothing behind.
    pub(crate) fn settle(&mut self, write: &Write, moment: &mut Moment) -> Result<Written, WriteError> {
        let (name, by) = (&write.room, write.by.as_str());
        self.why.clone_from(&write.why);
        if write.access.is_some_and(|access| access != self.access(name)) {
            return Err(WriteError::Stale(Box::new(self.found(name))));
        }
        let settled = match &write.act {
            Act::Say(new) => self.say(name, new, moment),
            Act::Edit { id, by, text, hold } => self.edit(name, *id, (by, *hold), text, moment),
            Act::Delete { id, by, any } => self.delete(name, *id, by, *any, moment),
            Act::DeleteMany { ids, whose, noted } => self.delete_many(name, ids, (by, whose), *noted, moment),
            Act::Erase(act) => self.erase(name, act, moment),
            Act::React { id, acts } => self.react(name, *id, acts, moment),
            Act::Restrict(act) => self.restrict(name, act, moment),
            Act::Report(act) => self.report(name, act, moment),
            Act::CloseReports { id } => self.close_reports(name, *id, by, moment),
            Act::Approve { held } => self.approve(name, *held, by, moment),
            Act::Reject { held } => self.reject(name, *held, by, moment),
            Act::Put(put) => self.put(name, put, by, moment),
            Act::Move { to } => self.move_room(name, to, by, moment),
            Act::Purge { first } => self.purge(name, *first, by, moment),
            Act::DeleteRoom => self.delete_room(name, by, moment),
            Act::Attend(attend) => self.attend(name, attend, moment),
        };
        self.why = None;
        settled
    }

    fn purge(&mut self, name: &RoomName, first: u64, by: &str, moment: &mut Moment) -> Result<Written, WriteError> {
        let room = self.room_mut(name)?;
        let (key, known) = (room.key, room.settings.first);
        // What has not been said yet can't be purged: the first message to come has the id behind the head.
        match first.min(room.head + 1) {
            first if first > known => {
                let written = self.raise_first(key, first, moment)?;
                self.note(key, Noted { message: Some(first), ..Noted::of(Deed::Purge, by, moment.now) });
                Ok(written)
            }
            _ => self.written(key, Vec::new(), Outcome::Put { made: false }),
        }
    }

    /// Raises the lowest id that a room keeps; the rows below go later.
    pub(crate) fn raise_first(&mut self, key: RoomKey, first: u64, moment: &mut Moment) -> Result<Written, WriteError> {
        let room = self.rooms.get_mut(&key).ok_or(Refusal::new(Code::NotFound))?;
        room.untidy = true;
        let settings = Settings { first, ..Settings::clone(&room.settings) };
        self.set(key, settings, false, moment)
    }

    /// What is under a name, and the room if there is one.
    pub(crate) fn found(&self, name: &RoomName) -> Found {
        let everywhere = self.everywhere;
        match self.names.get(name) {
            None => Found::Absent { everywhere },
            Some(Under::Deleted) => Found::Deleted { everywhere },
            Some(Under::Room(key)) => match self.rooms.get(key) {
                Some(room) => Found::Room(room.facts(everywhere)),
                None => Found::Deleted { everywhere },
            },
        }
    }

    fn access(&self, name: &RoomName) -> Access {
        match self.found(name) {
            Found::Room(facts) => facts.access,
            Found::Absent { everywhere } | Found::Deleted { everywhere } => Access { key: None, room: 0, everywhere },
        }
    }

    fn room_mut(&mut self, name: &RoomName) -> Result<&mut Room, WriteError> {
        match self.names.get(name) {
            None => Err(Refusal::new(Code::NotFound).into()),
            Some(Under::Deleted) => Err(Refusal::new(Code::RoomDeleted).into()),
            // A name never points to a room that isn't there: both are written in one transaction.
            Some(Under::Room(key)) => self.rooms.get_mut(key).ok_or(Refusal::new(Code::RoomDeleted).into()),
        }
    }

    /// A room by key that is known to be there.
    fn known(&mut self, key: RoomKey) -> Result<&mut Room, WriteError> {
        self.rooms.get_mut(&key).ok_or(Refusal::new(Code::NotFound).into())
    }

    fn written(&self, key: RoomKey, changes: Vec<Change>, outcome: Outcome) -> Result<Written, WriteError> {
        let room = self.rooms.get(&key).ok_or(Refusal::new(Code::NotFound))?;
        Ok(Written { facts: room.facts(self.everywhere), changes, outcome })
    }

    fn make(&mut self, name: &RoomName, by: &str, moment: &mut Moment) -> Result<RoomKey, WriteError> {
        // 63 bits, so that every engine holds it in its signed integer, and never the one that stands for all rooms.
        let key = RoomKey((moment.draw()? >> 1).cast_signed().max(1));
        let room = Room {
            key,
            name: name.clone(),
            created: moment.now,
            head: 0,
            newest: Time(0),
            run: moment.run,
            access: 1,
            settings: Arc::new(Settings::default()),
            epochs: Arc::new(Epochs::first(Epoch(moment.draw()?))),
            deleted: false,
            untidy: false,
            held_head: 0,
            held_waiting: 0,
            waiting: 0,
            dirt: Dirt::Whole,
        };
        self.rooms.insert(key, room);
        self.names.insert(name.clone(), Under::Room(key));
        self.renamed.insert(name.clone());
        self.note(key, Noted::of(Deed::Create, by, moment.now));
        Ok(key)
    }

    fn put(&mut self, name: &RoomName, put: &PutRoom, by: &str, moment: &mut Moment) -> Result<Written, WriteError> {
        let (key, made) = match self.room_of(name) {
            Some(key) => (key, false),
            None => (self.make(name, by, moment)?, true),
        };
        let old = Arc::clone(&self.known(key)?.settings);
        let settings = merge(&old, put);
        let changed = changed(&old, &settings, put);
        let written = self.set(key, settings, made, moment)?;
        if !written.changes.is_empty() {
            self.note(key, Noted { settings: Some(changed.into()), ..Noted::of(Deed::Settings, by, moment.now) });
        }
        Ok(written)
    }

    /// Gives a room other settings, as one change, or none if they are the same.
    fn set(&mut self, key: RoomKey, settings: Settings, made: bool, moment: &mut Moment) -> Result<Written, WriteError> {
        let room = self.known(key)?;
        if *room.settings == settings {
            return self.written(key, Vec::new(), Outcome::Put { made });
        }
        let version = room.advance(moment)?;
        let rights = |of: &Settings| (of.locked, of.slow_seconds, of.hold);
        if rights(&room.settings) != rights(&settings) {
            room.access += 1;
        }
        let falls_silent = room.settings.announce && !settings.announce;
        room.settings = Arc::new(Settings { version, ..settings });
        room.dirt = Dirt::Whole;
        let change = Change::Settings(Arc::clone(&room.settings));
        if falls_silent {
            self.announced.forget(key);
        }
        self.written(key, vec![change], Outcome::Put { made })
    }

    /// The room that has a name as its present one.
    fn room_of(&self, name: &RoomName) -> Option<RoomKey> {
        match self.names.get(name) {
            Some(Under::Room(key)) if self.rooms.get(key).is_some_and(|room| room.name == *name) => Some(*key),
            _ => None,
        }
    }

    fn move_room(&mut self, name: &RoomName, to: &RoomName, by: &str, moment: &Moment) -> Result<Written, WriteError> {
        let taken = self.room_of(to);
        let room = self.room_mut(name)?;
        if taken.is_some_and(|key| key != room.key) {
            return Err(Refusal::because(Code::Invalid, "room-exists").into());
        }
        let (key, from) = (room.key, room.name.clone());
        if taken.is_none() {
            self.note(key, Noted { to: Some(to.clone()), ..Noted::of(Deed::Move, by, moment.now) });
            let room = self.known(key)?;
            room.name = to.clone();
            room.access += 1;
            room.dirt = Dirt::Whole;
            self.names.insert(to.clone(), Under::Room(key));
            self.renamed.insert(to.clone());
        }
        self.written(key, Vec::new(), Outcome::Moved { from })
    }

    fn delete_room(&mut self, name: &RoomName, by: &str, moment: &Moment) -> Result<Written, WriteError> {
        let room = self.room_mut(name)?;
        (room.deleted, room.untidy, room.dirt) = (true, true, Dirt::Whole);
        room.access += 1;
        let key = room.key;
        for under in self.names.values_mut().filter(|under| **under == Under::Room(key)) {
            *under = Under::Deleted;
        }
        self.freed.insert(key);
        self.note(key, Noted::of(Deed::DeleteRoom, by, moment.now));
        self.written(key, Vec::new(), Outcome::RoomDeleted)
    }
}

/// What was asked for that is another now.
fn changed(old: &Settings, new: &Settings, put: &PutRoom) -> PutRoom {
    fn kept<T: Clone>(asked: &Option<T>, other: bool) -> Option<T> {
        asked.clone().filter(|_| other)
    }
    PutRoom {
        title: kept(&put.title, old.title != new.title),
        comment: kept(&put.comment, old.comment != new.comment),
        locked: kept(&put.locked, old.locked != new.locked),
        slow_seconds: kept(&put.slow_seconds, old.slow_seconds != new.slow_seconds),
        announce: kept(&put.announce, old.announce != new.announce),
        text_max: kept(&put.text_max, old.text_max != new.text_max),
        retention_days: kept(&put.retention_days, old.retention_days != new.retention_days),
        edit_minutes: kept(&put.edit_minutes, old.edit_minutes != new.edit_minutes),
        presence: kept(&put.presence, old.presence != new.presence),
        hold: kept(&put.hold, old.hold != new.hold),
    }
}

/// Merges what was asked for into the settings: absent fields stay, `""` and 0 days remove.
fn merge(old: &Settings, put: &PutRoom) -> Settings {
    let text = |new: &Option<String>, old: &Option<String>| match new {
        None => old.clone(),
        Some(text) => Some(text.clone()).filter(|text| !text.is_empty()),
    };
    Settings {
        version: old.version,
        first: old.first,
        title: text(&put.title, &old.title),
        comment: text(&put.comment, &old.comment),
        locked: put.locked.unwrap_or(old.locked),
        slow_seconds: put.slow_seconds.unwrap_or(old.slow_seconds),
        announce: put.announce.unwrap_or(old.announce),
        text_max: put.text_max.unwrap_or(old.text_max),
        retention_days: match put.retention_days {
            None => old.retention_days,
            Some(days) => Some(days).filter(|days| *days > 0),
        },
        edit_minutes: put.edit_minutes.unwrap_or(old.edit_minutes),
        presence: put.presence.unwrap_or(old.presence),
        hold: put.hold.unwrap_or(old.hold),
    }
}
