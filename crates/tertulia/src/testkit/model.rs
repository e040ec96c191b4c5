//! A store as simple as it can be, and the comparison of a real one with it over random histories.
//!
//! The model keeps everything in lists and counts anew each time, so that it is slow and plainly right.

mod erasing;
mod held;
mod histories;

use std::collections::BTreeMap;

use proptest::prop_oneof;
use proptest::test_runner::{Config, TestRunner};
use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, DeletedBy, Kind, Message, Reaction, RoomName, Sender, Settings, Time};

pub use self::histories::{Step, histories, histories_of_slow_rooms};
use super::Place;
use super::words::{erase, facts, new_message};
use crate::error::Refusal;
use crate::store::{Act, Attend, Change, Found, Hold, NewMessage, Outcome, ReactionAct, Span, Store, Write, WriteError};

/// All rooms as they should be.
#[derive(Debug, Default)]
pub struct Model {
    /// What is under each name that was ever taken; nothing once it was deleted.
    pub rooms: BTreeMap<RoomName, Option<ModelRoom>>,
    /// The names that rooms had before, with the present one.
    pub aliases: BTreeMap<RoomName, RoomName>,
}

/// One room as it should be.
#[derive(Debug, Default)]
pub struct ModelRoom {
    /// The newest version.
    pub head: u64,
    /// The settings.
    pub settings: Settings,
    /// The messages, by id.
    pub messages: Vec<Message>,
    time: i64,
    requests: Vec<(NewMessage, u64)>,
    /// Those whose message was erased.
    erased: Vec<(NewMessage, u64)>,
    /// Who was announced, by id.
    announced: BTreeMap<String, Sender>,
    /// What was held, with its number: what waits, and what was rejected (`false`).
    held: Vec<(NewMessage, u64, bool)>,
    held_head: u64,
    /// When people last had something taken, to be said or to wait.
    spoke: BTreeMap<String, i64>,
    /// Message, emoji and person, in the order in which they came.
    reactions: Vec<(u64, String, String)>,
}

impl Model {
    /// Does what a write asks for, and tells what it should come to.
    ///
    /// # Errors
    /// The code of the refusal.
    pub fn write(&mut self, write: &Write, now: Time) -> Result<Outcome, Code> {
        if matches!(write.act, Act::Put(_)) {
            self.aliases.remove(&write.room);
        }
        let name = self.aliases.get(&write.room).unwrap_or(&write.room).clone();
        let room = self.rooms.get_mut(&name);
        let made = !matches!(room, Some(Some(_)));
        match (&write.act, room) {
            (Act::Put(_), _) => {}
            (Act::Say(new), None) if new.make_room && new.reply_to.is_some() => return Err(Code::Invalid),
            (Act::Say(new), None) if new.make_room => {}
            (_, None) => return Err(Code::NotFound),
            (_, Some(None)) => return Err(Code::RoomDeleted),
            (_, Some(Some(_))) => {}
        }
        match &write.act {
            Act::DeleteRoom => return Ok(self.delete_room(name)),
            Act::Move { to } => return self.move_room(name, to),
            _ => {}
        }
        let room = self.rooms.entry(name).or_default().get_or_insert_default();
        match &write.act {
            Act::Say(new) => room.say(new, now.0),
            Act::Edit { id, by, text, hold } => room.edit(*id, (by, *hold), text, now.0),
            Act::Delete { id, by, any } => room.delete(*id, by, *any, now.0),
            Act::DeleteMany { ids, whose, .. } => {
                let mut count = 0;
                for id in ids {
                    let is_theirs = |message: &&Message| message.sender.as_ref().and_then(|own| own.id.as_ref()) == Some(whose);
                    if room.find(*id).is_ok_and(|message| message.deleted.is_none() && is_theirs(&&*message)) {
                        room.delete(*id, &write.by, true, now.0)?;
                        count += 1;
                    }
                }
                Ok(Outcome::Deleted { count })
            }
            Act::React { id, acts } => room.react(*id, acts),
            Act::Approve { held } => room.approve(*held, now.0),
            Act::Reject { held } => room.reject(*held),
            Act::Put(put) => {
                room.put(put);
                Ok(Outcome::Put { made })
            }
            Act::Attend(attend) => {
                room.attend(attend, now.0);
                Ok(Outcome::Attended)
            }
            Act::Purge { first } => {
                room.purge(*first);
                Ok(Outcome::Put { made })
            }
            // Not what the model is about: nothing of it is in the log.
            Act::Restrict(_) | Act::Report(_) | Act::CloseReports { .. } => Ok(Outcome::Attended),
            // Of an erasure it takes the steps of the store to know which.
            Act::Erase(_) | Act::Move { .. } | Act::DeleteRoom => Ok(Outcome::RoomDeleted),
        }
    }

    fn delete_room(&mut self, name: RoomName) -> Outcome {
        let aliases: Vec<_> =
            self.aliases.iter().filter(|(_, present)| **present == name).map(|(alias, _)| alias.clone()).collect();
        for alias in aliases {
            self.aliases.remove(&alias);
            self.rooms.insert(alias, None);
        }
        self.rooms.insert(name, None);
        Outcome::RoomDeleted
    }

    fn move_room(&mut self, from: RoomName, to: &RoomName) -> Result<Outcome, Code> {
        if from != *to {
            if matches!(self.rooms.get(to), Some(Some(_))) {
                return Err(Code::Invalid);
            }
            let room = self.rooms.remove(&from).flatten();
            self.aliases.values_mut().filter(|present| **present == from).for_each(|present| *present = to.clone());
            self.aliases.insert(from.clone(), to.clone());
            self.aliases.remove(to);
            self.rooms.insert(to.clone(), room);
        }
        Ok(Outcome::Moved { from })
    }
}

impl ModelRoom {
    fn next(&mut self) -> u64 {
        self.head += 1;
        self.head
    }

    /// The next version, for what bears a time.
    fn next_at(&mut self, now: i64) -> u64 {
        self.time = self.time.max(now);
        self.next()
    }

    fn find(&mut self, id: u64) -> Result<&mut Message, Code> {
        self.messages.iter_mut().find(|message| message.id == id).ok_or(Code::NotFound)
    }

    fn say(&mut self, new: &NewMessage, now: i64) -> Result<Outcome, Code> {
        let same = |(said, _): &&(NewMessage, u64)| (&said.bearer, &said.client_id) == (&new.bearer, &new.client_id);
        if let Some(answer) = self.erased_before(new) {
            return answer;
        }
        if let Some((said, id)) = self.requests.iter().find(same) {
            let (reused, id) = (said.request_hash != new.request_hash, *id);
            let message = Box::new(self.find(id)?.clone());
            return if reused { Err(Code::ClientIdReused) } else { Ok(Outcome::Message { message, fresh: false }) };
        }
        if let Some((said, held, waits)) = self.held.iter().find(|(said, ..)| same(&&(said.clone(), 0))) {
            let client_id = new.client_id.clone();
            return match (said.request_hash == new.request_hash, waits) {
                (false, _) => Err(Code::ClientIdReused),
                (true, true) => Ok(Outcome::Held { held: *held, client_id, fresh: false }),
                (true, false) => Err(Code::Refused),
            };
        }
        if new.reply_to.is_some_and(|id| self.find(id).is_err()) {
            return Err(Code::Invalid);
        }
        let (now_here, speaks) = (self.time.max(now), matches!(new.kind, Kind::Message | Kind::Action));
        let spoke = self.spoke.get(&new.bearer).copied();
        let over = spoke.is_none_or(|spoke| now_here >= spoke + i64::from(self.settings.slow_seconds) * 1_000);
        if new.slowed && !over {
            return Err(Code::SlowDown);
        }
        let outcome = if self.holds(new.review.hold) { self.hold(new) } else { self.append(new, now) };
        if speaks && outcome.is_ok() {
            self.spoke.insert(new.bearer.clone(), now_here.max(spoke.unwrap_or(now_here)));
        }
        outcome
    }

    fn append(&mut self, new: &NewMessage, now: i64) -> Result<Outcome, Code> {
        let id = self.next_at(now);
        let message = Message {
            id,
            version: id,
            kind: new.kind,
            sender: new.sender.clone(),
            text: new.text.clone(),
            created: Time(self.time),
            edited: None,
            deleted: None,
            deleted_by: None,
            reply_to: new.reply_to,
            reactions: Vec::new(),
            client_id: Some(new.client_id.clone()),
            data: new.data.clone(),
        };
        self.requests.push((new.clone(), id));
        self.messages.push(message.clone());
        Ok(Outcome::Message { message: Box::new(message), fresh: true })
    }

    fn attend(&mut self, attend: &Attend, now: i64) {
        let (sender, id) = (attend.sender.clone(), attend.sender.id.clone().expect("people have ids"));
        let flips = if attend.present {
            self.settings.announce && self.announced.insert(id, sender.clone()).is_none()
        } else {
            self.announced.remove(&id).is_some()
        };
        if flips && attend.tell && self.settings.announce {
            let kind = if attend.present { Kind::Join } else { Kind::Leave };
            let client_id = format!("announce-{}", self.head + 1);
            let line = NewMessage { kind, text: String::new(), sender: Some(sender), ..new_message("~", "0", "") };
            let line = NewMessage { client_id: client_id.parse().expect("a good one"), ..line };
            self.say(&line, now).expect("is said");
        }
    }

    fn edit(&mut self, id: u64, (by, hold): (&str, Hold), text: &str, now: i64) -> Result<Outcome, Code> {
        let (time, minutes) = (self.time.max(now), i64::from(self.settings.edit_minutes));
        let message = self.find(id)?.clone();
        let own = message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(by);
        if message.deleted.is_some() {
            return Err(Code::Deleted);
        }
        if !own || !matches!(message.kind, Kind::Message | Kind::Action) {
            return Err(Code::NotAllowed);
        }
        if message.text == text {
            return Ok(Outcome::Message { message: Box::new(message), fresh: false });
        }
        if time - message.created.0 >= minutes * 60_000 {
            return Err(Code::EditOver);
        }
        if self.holds(hold) {
            return Err(Code::Refused);
        }
        let changed = Message { text: text.to_owned(), edited: Some(Time(time)), version: self.next_at(now), ..message };
        self.find(id)?.clone_from(&changed);
        Ok(Outcome::Message { message: Box::new(changed), fresh: true })
    }

    fn delete(&mut self, id: u64, by: &str, any: bool, now: i64) -> Result<Outcome, Code> {
        let message = self.find(id)?.clone();
        let own = message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(by);
        if !own && !any {
            return Err(Code::NotAllowed);
        }
        if message.deleted.is_some() {
            return Ok(Outcome::Message { message: Box::new(message), fresh: false });
        }
        let version = self.next_at(now);
        self.reactions.retain(|(on, ..)| *on != id);
        let changed = Message {
            version,
            text: String::new(),
            data: None,
            reactions: Vec::new(),
            deleted: Some(Time(self.time)),
            deleted_by: Some(if own { DeletedBy::Sender } else { DeletedBy::Moderator }),
            ..message
        };
        self.find(id)?.clone_from(&changed);
        Ok(Outcome::Message { message: Box::new(changed), fresh: true })
    }

    fn react(&mut self, id: u64, acts: &[ReactionAct]) -> Result<Outcome, Code> {
        let before = self.find(id)?.clone();
        if before.deleted.is_some() {
            return Err(Code::Deleted);
        }
        let mut each = Vec::new();
        for ReactionAct { by, emoji, add } in acts {
            let one = (id, emoji.clone(), by.clone());
            let there = self.reactions.contains(&one);
            let kinds = &self.find(id)?.reactions;
            let full = kinds.len() >= 20 && !kinds.iter().any(|kind| kind.emoji == *emoji);
            each.push(if *add && !there && full { Err(Refusal::new(Code::Invalid)) } else { Ok(()) });
            if *add && !there && !full {
                self.reactions.push(one);
            } else if !add {
                self.reactions.retain(|other| *other != one);
            }
            let shown = self.shown(id)?;
            self.find(id)?.reactions = shown;
        }
        if self.find(id)?.reactions != before.reactions {
            let version = self.next();
            self.find(id)?.version = version;
        }
        Ok(Outcome::Reacted { message: Box::new(self.find(id)?.clone()), each })
    }

    /// Counts a message's reactions anew; kinds stand in the order in which they came to be there.
    fn shown(&mut self, id: u64) -> Result<Vec<Reaction>, Code> {
        let mut kinds: Vec<String> = self.find(id)?.reactions.iter().map(|kind| kind.emoji.clone()).collect();
        for (_, emoji, _) in self.reactions.iter().filter(|(on, ..)| *on == id) {
            if !kinds.contains(emoji) {
                kinds.push(emoji.clone());
            }
        }
        let people = |emoji: &String| -> Vec<String> {
            let of_it = self.reactions.iter().filter(|(on, kind, _)| *on == id && kind == emoji);
            of_it.map(|(.., person)| person.clone()).rev().collect()
        };
        let shown = kinds.into_iter().map(|emoji| (people(&emoji), emoji)).filter(|(people, _)| !people.is_empty());
        Ok(shown
            .map(|(people, emoji)| Reaction { emoji, count: people.len() as u64, by: people.into_iter().take(20).collect() })
            .collect())
    }

    fn purge(&mut self, first: u64) {
        let first = first.min(self.head + 1);
        if first > self.settings.first {
            self.settings.first = first;
            self.settings.version = self.next();
            self.messages.retain(|message| message.id >= first);
            self.requests.retain(|(_, id)| *id >= first);
            self.erased.retain(|(_, id)| *id >= first);
            self.reactions.retain(|(on, ..)| *on >= first);
        }
    }

    fn put(&mut self, put: &PutRoom) {
        let mut settings = self.settings.clone();
        if let Some(title) = &put.title {
            settings.title = if title.is_empty() { None } else { Some(title.clone()) };
        }
        if let Some(days) = put.retention_days {
            settings.retention_days = if days == 0 { None } else { Some(days) };
        }
        settings.announce = put.announce.unwrap_or(settings.announce);
        if !settings.announce {
            self.announced.clear();
        }
        settings.slow_seconds = put.slow_seconds.unwrap_or(settings.slow_seconds);
        settings.locked = put.locked.unwrap_or(settings.locked);
        settings.edit_minutes = put.edit_minutes.unwrap_or(settings.edit_minutes);
        settings.presence = put.presence.unwrap_or(settings.presence);
        settings.hold = put.hold.unwrap_or(settings.hold);
        if settings != self.settings {
            settings.version = self.next();
            self.settings = settings;
        }
    }

    /// The feed after a version, in version order.
    #[must_use]
    pub fn feed(&self, after: u64) -> Vec<Change> {
        let mut feed: Vec<Change> = self.messages.iter().map(|message| Change::Message(Box::new(message.clone()))).collect();
        feed.push(Change::Settings(self.settings.clone().into()));
        feed.retain(|change| change.version() > after);
        feed.sort_by_key(Change::version);
        feed
    }
}

/// Compares a store with the model over so many random histories, each at a fresh place.
///
/// # Panics
/// When they differ; with the smallest history that shows it.
pub fn random_histories<P: Place>(cases: u32, make: impl Fn() -> P) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() });
    let any = prop_oneof![3 => histories(), 1 => histories_of_slow_rooms()];
    let outcome = runner.run(&any, |history| {
        runtime.block_on(live_through(&make(), history));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

async fn live_through(place: &dyn Place, history: Vec<Step>) {
    let (mut store, mut model) = (place.open().await, Model::default());
    for step in history {
        match step {
            Step::Restart => {
                drop(store);
                place.close().await;
                store = place.open().await;
            }
            Step::Tidy(now) => {
                assert_eq!(store.tidy(now).await.expect("tidied").written, []);
                compare(&*store, &model).await;
            }
            Step::Erase(person, now) => {
                erase(&*store, person, now).await;
                model.erase(person, now);
                compare(&*store, &model).await;
            }
            Step::Batch(batch, now) => {
                let expected: Vec<_> = batch.iter().map(|write| model.write(write, now)).collect();
                let answers = store.write(batch, now).await;
                assert_eq!(answers.len(), expected.len());
                for (answer, expected) in answers.into_iter().zip(expected) {
                    let got = answer.map(|written| written.outcome).map_err(|error| match error {
                        WriteError::Refused(refusal) => refusal.code,
                        other => panic!("{other:?}"),
                    });
                    assert_eq!(got.map(codes_only), expected.map(codes_only));
                }
                compare(&*store, &model).await;
            }
        }
    }
}

/// Leaves of each refused reaction its code: the wording is not the model's.
fn codes_only(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Reacted { message, each } => {
            let code = |one: Result<(), Refusal>| one.map_err(|refusal| Refusal::new(refusal.code));
            Outcome::Reacted { message, each: each.into_iter().map(code).collect() }
        }
        other => other,
    }
}

async fn compare(store: &dyn Store, model: &Model) {
    for (alias, present) in &model.aliases {
        assert_eq!(facts(store, alias).await.name, *present, "{alias}");
    }
    for (name, room) in &model.rooms {
        let Some(room) = room else {
            assert!(matches!(store.find(name).await, Ok(Found::Deleted { .. })));
            continue;
        };
        let facts = facts(store, name).await;
        assert_eq!((&facts.name, facts.head, &*facts.settings), (name, room.head, &room.settings));
        for after in 0..=room.head {
            let limit = u32::try_from(after % 5 + 1).unwrap_or(1);
            let page = store.read(facts.key, Span::After(after), limit).await.expect("read").expect("a room");
            let feed = room.feed(after);
            let expected = &feed[..feed.len().min(limit as usize)];
            assert_eq!((&page.changes[..], page.more), (expected, feed.len() > expected.len()), "after {after}");
        }
        let announced: Vec<_> = room.announced.values().cloned().collect();
        assert_eq!(store.announced(facts.key).await.expect("read"), announced);
        for limit in [1, 3, 200] {
            let page = store.read(facts.key, Span::Newest, limit).await.expect("read").expect("a room");
            let messages: Vec<_> = room.messages.iter().map(|message| Change::Message(Box::new(message.clone()))).collect();
            let from = messages.len().saturating_sub(limit as usize);
            assert_eq!((&page.changes[..], page.more), (&messages[from..], from > 0), "the newest {limit}");
        }
        let waiting = store.held(facts.key, 0, 200).await.expect("read");
        let waiting: Vec<_> = waiting.iter().map(|waits| (waits.held, waits.text.as_str())).collect();
        let expected = room.held.iter().filter(|(.., waits)| *waits).map(|(new, held, _)| (*held, new.text.as_str()));
        assert_eq!(waiting, expected.collect::<Vec<_>>());
        for person in ["p0", "p1", "p2"] {
            let ids: Vec<_> = room.messages.iter().map(|message| message.id).collect();
            let mut got = store.reacted(facts.key, person, &ids).await.expect("read");
            let of_them = room.reactions.iter().filter(|(.., by)| by == person);
            let mut expected: Vec<_> = of_them.map(|(id, emoji, _)| (*id, emoji.clone())).collect();
            got.sort();
            expected.sort();
            assert_eq!(got, expected);
        }
    }
}
