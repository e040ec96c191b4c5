//! A store in memory: the rules of `store/settle` and nothing else, so that whole histories of it can be played through
//! in a moment.
//!
//! What a [`Present`] holds between two batches is what a store would keep; here it is simply never put away.

mod erasing;
mod reading;
mod reports;
mod tidying;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tertulia_wire::moderation::AuditEntry;
use tertulia_wire::{ClientId, HeldMessage, Message, ReportedMessage, RoomName, RoomType, Sender, Time};

use super::Place;
use crate::error::StoreError;
use crate::store::erasing::{ErasedBeside, Erasure, TracePlace, Traces, erased_request};
use crate::store::moderation::{AuditOf, Noted, Restrictions, Within};
use crate::store::settle::{Moment, Present};
use crate::store::{
    Became, Change, Counted, Everywhere, Found, Outcome, Raised, ReadMark, ReportsOf, Revocations, RoomFacts, RoomKey, Said,
    SeenUser, Span, Store, Stretch, Tidied, Write, WriteError, Written,
};

const DAY_MS: i64 = 86_400_000;

/// Messages that one tidying forgets.
const FORGOTTEN_MAX: usize = 1_000;

/// Rooms in memory, in runs that begin when a test says so.
///
/// Its keys and epochs are counted out and not drawn, so that a history comes out the same each time it is played.
pub struct MemoryStore {
    rooms: Mutex<Rooms>,
    sole_writer: bool,
}

struct Rooms {
    present: Present,
    marks: Marks,
    // What a copy put back does not turn back: no number is drawn twice, and each start is another run.
    run: i64,
    drawn: u64,
}

/// How far each person has read in each room, and when that last rose.
type Marks = BTreeMap<(RoomKey, String), (u64, Time)>;

/// All rooms of a [`MemoryStore`] as they were at one time.
#[derive(Clone)]
pub struct MemoryCopy(Present, Marks);

impl fmt::Debug for MemoryCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MemoryCopy").field(&self.0.rooms.len()).finish()
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("rooms", &self.rooms().present.rooms.len()).finish_non_exhaustive()
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStore {
    /// An empty store that says that nobody else can write to it, as a SQLite file.
    #[must_use]
    pub fn new() -> Self {
        let rooms = Rooms { present: Present::default(), marks: Marks::new(), run: 1, drawn: 0 };
        Self { rooms: Mutex::new(rooms), sole_writer: true }
    }

    /// An empty store that says that others may write to it, as a database that many nodes share.
    #[must_use]
    pub fn shared() -> Self {
        Self { sole_writer: false, ..Self::new() }
    }

    /// Begins another run: each room draws an epoch at its next change.
    pub fn restart(&self) {
        self.rooms().run += 1;
    }

    /// All rooms as they are now.
    #[must_use]
    pub fn copy(&self) -> MemoryCopy {
        let rooms = self.rooms();
        MemoryCopy(rooms.present.clone(), rooms.marks.clone())
    }

    /// Puts an older copy in place of all rooms, and begins another run.
    pub fn put_back(&self, copy: &MemoryCopy) {
        let mut rooms = self.rooms();
        rooms.present = copy.0.clone();
        rooms.marks = copy.1.clone();
        rooms.run += 1;
    }

    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        // A test that panicked under the lock has failed already.
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers from one snapshot, at the first poll.
    fn ask<'a, T: Send + 'a>(&'a self, question: impl FnOnce(&Present) -> T + Send + 'a) -> BoxFuture<'a, Result<T, StoreError>> {
        async move { Ok(question(&self.rooms().present)) }.boxed()
    }
}

impl Rooms {
    fn moment(&mut self, now: Time, writes: usize) -> Moment {
        let draws = (0..writes * Moment::DRAWS_PER_WRITE).map(|_| self.draw()).collect();
        Moment::new(now, self.run, draws)
    }

    fn draw(&mut self) -> u64 {
        self.drawn += 1;
        // Far apart, as if they were random, and never the same.
        self.drawn.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

impl Present {
    /// The facts of a room that was not deleted.
    fn facts(&self, key: RoomKey) -> Option<RoomFacts> {
        self.rooms.get(&key).filter(|room| !room.deleted).map(|room| room.facts(self.everywhere))
    }

    /// The messages that a room still keeps, in id order.
    fn kept_messages(&self, key: RoomKey) -> Vec<&Message> {
        let ids = self.facts(key).map(|facts| facts.settings.first..=facts.head);
        ids.into_iter().flatten().filter_map(|id| Some(&self.messages.get(&(key, id))?.message)).collect()
    }

    fn revocations(&self, after: u64) -> Revocations {
        let mut newer: Vec<_> = self.revoked.values().filter(|revoked| revoked.number > after).cloned().collect();
        newer.sort_unstable_by_key(|revoked| revoked.number);
        newer.truncate(Revocations::MOST as usize);
        Revocations { everywhere: self.everywhere, revoked: newer }
    }

    /// The lowest id that a room should keep, if that is above the one that it has.
    fn due(&self, key: RoomKey, now: Time) -> Option<u64> {
        let facts = self.facts(key)?;
        let cut = Time(now.0 - i64::from(facts.settings.retention_days?) * DAY_MS);
        let messages = self.kept_messages(key);
        messages.first().filter(|oldest| oldest.created < cut)?;
        Some(messages.iter().find(|message| message.created >= cut).map_or(facts.head + 1, |message| message.id))
    }

    /// Forgets a bounded part of what no room keeps any more; says whether there is more.
    fn forget_past(&mut self) -> bool {
        let first = |key: &RoomKey| self.rooms.get(key).filter(|room| !room.deleted).map_or(u64::MAX, |room| room.settings.first);
        let mut past: Vec<_> = self.messages.keys().filter(|(key, id)| *id < first(key)).copied().collect();
        let more = past.len() > FORGOTTEN_MAX;
        past.truncate(FORGOTTEN_MAX);
        self.reactors.retain(|(key, id, _), _| *id >= first(key));
        self.said.retain(|(key, ..), (id, _)| *id >= first(key));
        past.iter().for_each(|message| drop(self.messages.remove(message)));
        self.rooms.retain(|_, room| !room.deleted || more);
        more
    }

    /// Forgets what was held for too long, and in rooms that are deleted; tells where something waits no more.
    fn forget_held(&mut self, now: Time) -> Vec<Written> {
        let past = self.held.iter().filter(|((key, _), entry)| entry.expires <= now || self.facts(*key).is_none());
        let past: Vec<_> = past.map(|(of, entry)| (*of, entry.clone())).collect();
        let mut others = BTreeSet::new();
        for (of, entry) in past {
            self.held.remove(&of);
            self.held_said.remove(&(of.0, entry.request.bearer.clone(), entry.client_id));
            if entry.waits.is_some() {
                self.held_by.entry((of.0, entry.request.bearer)).and_modify(|waiting| *waiting -= 1);
                self.rooms.entry(of.0).and_modify(|room| room.held_waiting -= 1);
                others.insert(of.0);
            }
        }
        for key in &others {
            self.rooms.entry(*key).and_modify(|room| room.waiting += 1);
        }
        let told = |facts| Written { facts, changes: Vec::new(), outcome: Outcome::Put { made: false } };
        others.into_iter().filter_map(|key| self.facts(key)).map(told).collect()
    }

    fn stretch(&self, key: RoomKey, span: Span, limit: u32) -> Option<Stretch> {
        let facts = self.facts(key)?;
        let (messages, limit) = (self.kept_messages(key), limit as usize);
        let ids = |wanted: std::ops::Range<usize>| messages[wanted].iter().map(|message| as_change(message)).collect();
        let at = |id: u64| messages.partition_point(|message| message.id < id);
        let range = match span {
            Span::After(version) => return Some(self.feed(facts, version, limit)),
            Span::Newest => messages.len().saturating_sub(limit)..messages.len(),
            Span::Before(id) => at(id).saturating_sub(limit)..at(id),
            Span::Above(id) => at(id.saturating_add(1))..messages.len().min(at(id.saturating_add(1)) + limit),
            Span::Around(id) => at(id).saturating_sub(limit / 2)..messages.len().min(at(id) + limit.div_ceil(2)),
        };
        let more_newer = !matches!(span, Span::Newest) && range.end < messages.len();
        Some(Stretch { upto: facts.head, more: range.start > 0, more_newer, changes: ids(range), facts })
    }

    fn feed(&self, facts: RoomFacts, after: u64, limit: usize) -> Stretch {
        let mut changes: Vec<_> = self.kept_messages(facts.key).into_iter().map(as_change).collect();
        changes.push(Change::Settings(Arc::clone(&facts.settings)));
        changes.retain(|change| change.version() > after);
        changes.sort_unstable_by_key(Change::version);
        let more = changes.len() > limit;
        changes.truncate(limit);
        let last = changes.last().map_or(facts.head, Change::version);
        Stretch { upto: if more { last } else { facts.head }, facts, changes, more, more_newer: false }
    }
}

fn as_change(message: &Message) -> Change {
    Change::Message(Box::new(message.clone()))
}

impl Store for MemoryStore {
    fn write(&self, batch: Vec<Write>, now: Time) -> BoxFuture<'_, Vec<Result<Written, WriteError>>> {
        async move {
            let mut rooms = self.rooms();
            let mut moment = rooms.moment(now, batch.len());
            batch.iter().map(|write| rooms.present.settle(write, &mut moment)).collect()
        }
        .boxed()
    }

    fn find<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Found, StoreError>> {
        self.ask(|present| present.found(name))
    }

    fn present_name<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Option<RoomName>, StoreError>> {
        self.ask(|present| match present.found(name) {
            Found::Room(facts) if facts.name != *name => Some(facts.name),
            _ => None,
        })
    }

    fn read(&self, room: RoomKey, span: Span, limit: u32) -> BoxFuture<'_, Result<Option<Stretch>, StoreError>> {
        self.ask(move |present| present.stretch(room, span, limit))
    }

    fn message(&self, room: RoomKey, id: u64) -> BoxFuture<'_, Result<Option<Message>, StoreError>> {
        self.ask(move |present| present.kept_messages(room).into_iter().find(|message| message.id == id).cloned())
    }

    fn count(&self, room: RoomKey, ids: Range<u64>) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.ask(move |present| {
            present.kept_messages(room).into_iter().filter(|message| ids.contains(&message.id)).count() as u64
        })
    }

    fn said<'a>(
        &'a self,
        room: RoomKey,
        bearer: &'a str,
        client_id: &'a ClientId,
        request_hash: [u8; 32],
    ) -> BoxFuture<'a, Result<Option<Said>, StoreError>> {
        self.ask(move |present| {
            present.facts(room)?;
            let held = present.held_under(room, bearer, client_id).map(|entry| {
                let became = if entry.waits.is_some() { Became::Held(entry.number) } else { Became::Rejected };
                (became, entry.request.hash)
            });
            let kept = |id: u64| present.kept_messages(room).into_iter().find(|message| message.id == id).cloned();
            let became = |id: u64, hash: [u8; 32]| Some((Became::Message(Box::new(kept(id)?)), hash));
            let said = present.said.get(&(room, bearer.to_owned(), client_id.clone()));
            let found = held.or_else(|| said.and_then(|(id, hash)| became(*id, *hash)));
            let erased = || {
                let known_again = erased_request(bearer, client_id, &request_hash);
                present.erased.get(&(room, known_again)).and_then(|id| became(*id, request_hash))
            };
            if found.as_ref().is_some_and(|(_, hash)| *hash == request_hash) { found } else { erased().or(found) }
        })
    }

    fn held(&self, room: RoomKey, after: u64, limit: u32) -> BoxFuture<'_, Result<Vec<HeldMessage>, StoreError>> {
        self.ask(move |present| {
            let there = present.facts(room).is_some();
            let of_room = present.held.iter().filter(|((key, number), _)| there && *key == room && *number > after);
            let mut waiting: Vec<_> = of_room.filter_map(|(_, entry)| entry.waits.clone()).collect();
            waiting.sort_unstable_by_key(|waits| waits.held);
            waiting.truncate(limit.clamp(1, 201) as usize);
            waiting
        })
    }

    fn reacted<'a>(
        &'a self,
        room: RoomKey,
        by: &'a str,
        ids: &'a [u64],
    ) -> BoxFuture<'a, Result<Vec<(u64, String)>, StoreError>> {
        self.ask(move |present| {
            let first = present.facts(room).map_or(u64::MAX, |facts| facts.settings.first);
            let asked = |key: &RoomKey, id: &u64| *key == room && *id >= first && ids.contains(id);
            let on = present.reactors.iter().filter(|((key, id, _), _)| asked(key, id));
            let own = on.filter(|(_, reactors)| reactors.touched().any(|(person, place)| person == by && place.is_some()));
            let mut reacted: Vec<_> = own.map(|((_, id, emoji), _)| (*id, emoji.clone())).collect();
            reacted.sort_unstable();
            reacted
        })
    }

    fn restrictions(&self, room: RoomKey) -> BoxFuture<'_, Result<Restrictions, StoreError>> {
        self.ask(move |present| {
            let number = if room == RoomKey::EVERYWHERE {
                present.everywhere
            } else {
                let Some(facts) = present.facts(room) else { return Restrictions::default() };
                facts.access.room
            };
            let mut all = Restrictions { number, ..Restrictions::default() };
            present.restricted.get(&room).into_iter().flat_map(|there| there.values()).for_each(|kept| all.add(kept.clone()));
            all
        })
    }

    fn reports(&self, of: ReportsOf, limit: u32) -> BoxFuture<'_, Result<Vec<ReportedMessage>, StoreError>> {
        self.ask(move |present| present.reported(of, limit))
    }

    fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> BoxFuture<'_, Result<Vec<AuditEntry>, StoreError>> {
        self.ask(move |present| {
            let mut numbered: Vec<_> = (1_u64..).zip(&present.noted).collect();
            numbered.reverse();
            let asked = |number: &u64, key: &RoomKey, noted: &Noted| {
                let within = match &of.within {
                    Within::All => true,
                    Within::Room(room) => room == key,
                    Within::Named(name) => noted.room.as_ref() == Some(name),
                    Within::By(by) => noted.by == *by,
                };
                within && before.is_none_or(|before| *number < before) && (of.user.is_none() || of.user == noted.user)
            };
            let numbered = numbered.into_iter().filter(|(number, (key, noted))| asked(number, key, noted));
            let entry = |(number, (_, noted)): (u64, &(RoomKey, Noted))| {
                let Noted { at, deed, room, by, user, message, held, to, settings, until, why, address } = noted.clone();
                AuditEntry { number, at, deed, room, by, user, message, held, to, settings, until, why, address }
            };
            numbered.map(entry).take(limit.clamp(1, 201) as usize).collect()
        })
    }

    fn mark_read<'a>(&'a self, marks: &'a [ReadMark], now: Time) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        async move {
            let mut rooms = self.rooms();
            marks.iter().for_each(|mark| rooms.mark_read(mark, now));
            Ok(marks.iter().map(|mark| rooms.marked(mark.room, &mark.person)).collect())
        }
        .boxed()
    }

    fn read_marks<'a>(&'a self, of: &'a [(RoomKey, String)]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        async move { Ok(of.iter().map(|(key, person)| self.rooms().marked(*key, person)).collect()) }.boxed()
    }

    fn unread<'a>(&'a self, person: &'a str, rooms: &'a [RoomName]) -> BoxFuture<'a, Result<Counted, StoreError>> {
        async move { Ok(rooms.iter().map(|name| self.rooms().unread(person, name)).collect()) }.boxed()
    }

    fn rooms<'a>(
        &'a self,
        room_type: Option<&'a RoomType>,
        after: Option<&'a RoomName>,
        limit: u32,
    ) -> BoxFuture<'a, Result<Vec<RoomFacts>, StoreError>> {
        let part = |name: &RoomName| (name.room_type.as_str().to_owned(), name.id.as_str().to_owned());
        self.ask(move |present| {
            let under = present.rooms.keys().filter_map(|key| present.facts(*key));
            let wanted = |facts: &RoomFacts| {
                room_type.is_none_or(|room_type| facts.name.room_type == *room_type)
                    && after.is_none_or(|after| part(&facts.name) > part(after))
            };
            let mut rooms: Vec<_> = under.filter(wanted).collect();
            rooms.sort_unstable_by_key(|facts| part(&facts.name));
            rooms.truncate(limit.clamp(1, 200) as usize);
            rooms
        })
    }

    fn announced(&self, room: RoomKey) -> BoxFuture<'_, Result<Vec<Sender>, StoreError>> {
        self.ask(move |present| present.facts(room).map(|_| present.announced.in_room(room)).unwrap_or_default())
    }

    fn seen_names<'a>(
        &'a self,
        room: RoomKey,
        looks: &'a [String],
        now: Time,
    ) -> BoxFuture<'a, Result<Vec<(String, String)>, StoreError>> {
        self.ask(move |present| {
            let held = |look: &String| Some((look.clone(), present.seen_names.holder(room, look, now)?.person.clone()));
            present.facts(room).map(|_| looks.iter().filter_map(held).collect()).unwrap_or_default()
        })
    }

    fn note_seen<'a>(&'a self, seen: &'a [SeenUser], most: u32, now: Time) -> BoxFuture<'a, Result<(), StoreError>> {
        self.rooms().note_seen(seen, most, now);
        async { Ok(()) }.boxed()
    }

    fn secret<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<[u8; 32], StoreError>> {
        let mut secret = [0; 32];
        name.bytes().enumerate().for_each(|(place, byte)| secret[place % 32] ^= byte.wrapping_add(1));
        self.ask(move |_| secret)
    }

    fn raise_everywhere(&self, act: Everywhere, now: Time) -> BoxFuture<'_, Result<Raised, WriteError>> {
        async move { Ok(self.rooms().present.act_everywhere(&act, now)?) }.boxed()
    }

    fn access_numbers<'a>(&'a self, rooms: &'a [RoomKey]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.ask(|present| rooms.iter().map(|room| present.facts(*room).map_or(0, |facts| facts.access.room)).collect())
    }

    fn revocations(&self, after: u64) -> BoxFuture<'_, Result<Revocations, StoreError>> {
        self.ask(move |present| present.revocations(after))
    }

    fn traces<'a>(&'a self, person: &'a str, from: TracePlace) -> BoxFuture<'a, Result<Traces, StoreError>> {
        async move { Ok(self.rooms().traces(person, from)) }.boxed()
    }

    fn erasures(&self) -> BoxFuture<'_, Result<Vec<Erasure>, StoreError>> {
        self.ask(|present| present.erasing.values().cloned().collect())
    }

    fn finish_erasure<'a>(&'a self, erasure: &'a Erasure) -> BoxFuture<'a, Result<ErasedBeside, StoreError>> {
        async move { Ok(self.rooms().finish_erasure(erasure)) }.boxed()
    }

    fn tidy(&self, now: Time) -> BoxFuture<'_, Result<Tidied, StoreError>> {
        async move { self.rooms().tidy(now) }.boxed()
    }

    fn sole_writer(&self) -> bool {
        self.sole_writer
    }
}

/// A [`MemoryStore`], and the copy of it that was taken last.
#[derive(Debug, Default)]
pub struct MemoryPlace {
    store: Arc<MemoryStore>,
    copy: Mutex<Option<MemoryCopy>>,
}

impl Place for MemoryPlace {
    fn open(&self) -> BoxFuture<'_, Arc<dyn Store>> {
        self.store.restart();
        std::future::ready(Arc::clone(&self.store) as Arc<dyn Store>).boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }

    fn copy_aside(&self) -> BoxFuture<'_, ()> {
        async { *self.copy.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.store.copy()) }.boxed()
    }

    fn put_back(&self) -> BoxFuture<'_, ()> {
        async {
            let copy = self.copy.lock().unwrap_or_else(PoisonError::into_inner).take();
            self.store.put_back(&copy.expect("a copy was taken aside"));
        }
        .boxed()
    }
}
