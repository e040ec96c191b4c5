//! A hub over a store in memory, readers on it, and everything that can happen to them in between.

use std::sync::Arc;
use std::time::Duration;

use tertulia::hub::Hub;
use tertulia::limits::Limits;
use tertulia::store::erasing::{EraseAct, Erasure};
use tertulia::store::moderation::{NewRestriction, RestrictAct};
use tertulia::store::{Access, Act, Change, Everywhere, Found, Outcome, Span, Store, Verdict, Write, Written};
use tertulia::testkit::words::{delete, edit, in_room, put, react, room, say, titled};
use tertulia::testkit::{FaultyStore, MemoryCopy, MemoryStore, Rules};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Cursor, Message, Page, RoomName, Time};
use tokio::task::JoinHandle;

use super::log::{Heads, Log};
use super::reader::{Ground, Manner, Memory, OnItsWay, Reader, empty_page};

/// What a schedule plays on.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    /// One node that writes alone and hears everything in order; else one of many, on a bus that loses and doubles.
    pub(crate) alone: bool,
    pub(crate) tail_changes: usize,
    pub(crate) tails_bytes: usize,
    pub(crate) page_max: u32,
    pub(crate) chunk_changes: usize,
    pub(crate) readers: Vec<Manner>,
}

/// One thing that happens. Numbers pick one of what is there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Op {
    Say(u8),
    Edit(u8),
    Delete(u8),
    /// Several in one commit.
    DeleteMany(u8),
    /// Several, which are from nobody then.
    Erase(u8),
    /// A part of what was said is kept no longer.
    Purge(u8),
    React(u8, u8),
    Title(u8),
    Lock(bool),
    /// A right in the room ends or begins: its access number rises, and there is no new version.
    Restrict(u8),
    Lift(u8),
    /// The same everywhere.
    RestrictEverywhere(u8),
    DeleteRoom,
    MakeRoom,
    /// Between the name that readers ask by and another one, which leads there as long as the room has it.
    MoveRoom(bool),
    /// All that was said is past what the room keeps.
    Retire,
    Deliver(u8),
    Double(u8),
    Lose(u8),
    DeliverAll,
    Step(u8),
    StepAll,
    Cut(u8),
    Reload(u8),
    Ask(u8, Part),
    Answer(u8, u8),
    Sweep,
    Forget,
    HoldReads(bool),
    HoldAnswers(bool),
    Pause,
    Idle(u8),
    Restart,
    Copy,
    PutBack,
}

/// Which part of history is asked for, by an id and a limit.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    Before(u8, u8),
    Above(u8, u8),
    Around(u8, u8),
}

pub(crate) struct World {
    setting: Setting,
    store: Arc<MemoryStore>,
    gate: Arc<FaultyStore>,
    ground: Ground,
    hints: Vec<Written>,
    // Moves that the hub has not been told of: by what comes after them under the new name it need not put that to the old one.
    moves: Vec<Access>,
    readers: Vec<Reader>,
    sweeps: Vec<JoinHandle<()>>,
    copy: Option<(MemoryCopy, Heads)>,
    said: u64,
}

fn pick(number: u8, length: usize) -> Option<usize> {
    usize::from(number).checked_rem(length)
}

async fn idle(turns: usize) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}

impl World {
    pub(crate) fn new(setting: Setting, rules: Rules) -> Self {
        let store = Arc::new(if setting.alone { MemoryStore::new() } else { MemoryStore::shared() });
        let gate = Arc::new(FaultyStore::new(Arc::clone(&store) as Arc<dyn Store>));
        let limits = Arc::new(Limits {
            tail_changes: setting.tail_changes,
            tails_bytes: setting.tails_bytes,
            page_max: setting.page_max,
            chunk_changes: setting.chunk_changes,
            linger_s: 0,
            ..Limits::default()
        });
        let hub = Hub::new(Arc::clone(&gate) as Arc<dyn Store>, Arc::clone(&limits));
        let ground = Ground { hub, limits, log: Arc::default(), room: room("room/lobby") };
        let readers = setting.readers.iter().map(|manner| Reader::new(*manner, rules)).collect();
        Self {
            setting,
            store,
            gate,
            ground,
            hints: Vec::new(),
            moves: Vec::new(),
            readers,
            sweeps: Vec::new(),
            copy: None,
            said: 0,
        }
    }

    fn log(&self) -> std::sync::MutexGuard<'_, Log> {
        self.ground.log.lock().expect("whole")
    }

    pub(crate) async fn happen(&mut self, op: Op) {
        match op {
            Op::Say(many) => {
                for _ in 0..=many % 4 {
                    self.said += 1;
                    let act = say("ana", &self.said.to_string(), &format!("text {}", self.said));
                    self.write(act).await;
                }
            }
            Op::Edit(id) => {
                self.said += 1;
                let text = format!("edited {}", self.said);
                self.write(edit(self.some_id(id).await, "ana", &text)).await;
            }
            Op::Delete(id) => self.write(delete(self.some_id(id).await, "ana")).await,
            Op::DeleteMany(id) => {
                let ids = self.some_ids(id).await;
                self.write(Act::DeleteMany { ids, whose: "ana".into(), noted: true }).await;
            }
            Op::Erase(id) => self.erase(id).await,
            Op::Purge(id) => self.write(Act::Purge { first: self.some_id(id).await }).await,
            Op::React(id, by) => {
                let act = react(self.some_id(id).await, &[(&format!("p{}", by % 4), "👍", by < 128)]);
                self.write(act).await;
            }
            Op::Title(title) => self.write(titled(&format!("title {}", title % 4))).await,
            Op::Lock(locked) => self.write(put(PutRoom { locked: Some(locked), ..PutRoom::default() })).await,
            Op::Restrict(user) => self.write(Act::Restrict(Box::new(restriction(user, true)))).await,
            Op::Lift(user) => self.write(Act::Restrict(Box::new(restriction(user, false)))).await,
            Op::RestrictEverywhere(user) => {
                let act = Everywhere::Restrict(Box::new(restriction(user, true)));
                let raised = self.store.raise_everywhere(act, Time(0)).await.expect("raised");
                self.ground.hub.raise_everywhere(raised.everywhere);
            }
            Op::DeleteRoom => self.write(Act::DeleteRoom).await,
            Op::MoveRoom(away) => {
                self.write(Act::Move { to: room(if away { "room/elsewhere" } else { "room/lobby" }) }).await;
            }
            Op::MakeRoom => self.write(put(PutRoom::default())).await,
            Op::Retire => self.retire().await,
            other => self.happen_beside(other).await,
        }
    }

    async fn erase(&mut self, id: u8) {
        let Ok(Found::Room(facts)) = self.store.find(&self.ground.room).await else { return };
        let act = EraseAct {
            key: facts.key,
            erasure: Erasure { person: "ana".into(), pseudonym: "erased-1".into() },
            messages: self.some_ids(id).await,
            reactions: Vec::new(),
            held: Vec::new(),
            beside: false,
            restrictions: false,
        };
        self.write(Act::Erase(Box::new(act))).await;
    }

    async fn retire(&mut self) {
        self.write(put(PutRoom { retention_days: Some(1), ..PutRoom::default() })).await;
        if self.setting.alone {
            self.deliver_all();
        }
        let tidied = self.store.tidy(Time(2 * 86_400_000)).await.expect("tidied");
        for written in tidied.written {
            self.log().note(&written);
            self.hints.push(written);
        }
    }

    /// What changes nothing in the room.
    async fn happen_beside(&mut self, op: Op) {
        match op {
            Op::Deliver(hint) => self.deliver(hint, true),
            Op::Double(hint) => self.deliver(hint, false),
            Op::Lose(hint) if !self.setting.alone => {
                if let Some(lost) = pick(hint, self.hints.len()) {
                    self.hints.remove(lost);
                }
            }
            Op::DeliverAll => self.deliver_all(),
            Op::Step(reader) => {
                if let Some(reader) = pick(reader, self.readers.len()) {
                    self.readers[reader].step(&self.ground);
                }
            }
            Op::StepAll => self.readers.iter_mut().for_each(|reader| reader.step(&self.ground)),
            Op::Cut(reader) => self.with(reader, Reader::cut),
            Op::Reload(reader) => self.with(reader, Reader::reload),
            Op::Ask(reader, part) => self.ask(reader, part).await,
            Op::Answer(reader, page) => self.with(reader, |reader| answer(&mut reader.memory(), page)),
            Op::Sweep => {
                let hub = Arc::clone(&self.ground.hub);
                self.sweeps.push(tokio::spawn(async move { hub.sweep().await }));
            }
            Op::Forget => self.ground.hub.forget_idle(),
            Op::HoldReads(held) => self.gate.hold_reads(held),
            Op::HoldAnswers(held) => self.gate.hold_answers(held),
            Op::Pause => tokio::time::advance(Duration::from_millis(25)).await,
            Op::Idle(turns) => idle(usize::from(turns % 16)).await,
            Op::Restart => {
                self.store.restart();
                self.start_again();
            }
            Op::Copy => {
                let heads = self.log().heads();
                self.copy = Some((self.store.copy(), heads));
            }
            Op::PutBack => {
                if let Some((copy, heads)) = &self.copy {
                    if let (Ok(Found::Room(facts)), false) = (self.store.find(&self.ground.room).await, self.setting.alone) {
                        self.readers.iter_mut().for_each(|reader| reader.about_to_lose(facts.cursor(facts.head)));
                    }
                    self.store.put_back(copy);
                    self.log().put_back(heads);
                    self.start_again();
                }
            }
            _ => {}
        }
    }

    fn with(&mut self, reader: u8, act: impl FnOnce(&mut Reader)) {
        if let Some(reader) = pick(reader, self.readers.len()) {
            act(&mut self.readers[reader]);
        }
    }

    /// A store that one process has to itself goes with that process; one that is shared outlives its own restarts.
    fn start_again(&mut self) {
        if self.setting.alone {
            self.hints.clear();
            self.moves.clear();
            self.readers.iter_mut().for_each(Reader::cut);
            self.sweeps.clear();
            self.ground.hub = Hub::new(Arc::clone(&self.gate) as Arc<dyn Store>, Arc::clone(&self.ground.limits));
        }
    }

    async fn write(&mut self, act: Act) {
        if self.setting.alone {
            // The one writer tells of each batch before it writes the next.
            self.deliver_all();
        }
        // By the present name, so that no room is made under the old one.
        let name = match self.store.find(&self.ground.room).await {
            Ok(Found::Room(facts)) => facts.name,
            _ => self.ground.room.clone(),
        };
        let write = Write { access: None, ..in_room(&name, act) };
        let Some(Ok(written)) = self.store.write(vec![write], Time(0)).await.pop() else { return };
        self.log().note(&written);
        if matches!(written.outcome, Outcome::Moved { .. }) {
            self.moves.push(written.facts.access);
        }
        self.hints.push(written);
    }

    fn deliver(&mut self, hint: u8, once: bool) {
        // Alone, hints come in order and once; any may come again later, which must not matter either.
        let Some(place) = (if self.setting.alone { pick(0, self.hints.len()) } else { pick(hint, self.hints.len()) }) else {
            return;
        };
        let written = if once { self.hints.remove(place) } else { self.hints[place].clone() };
        let access = written.facts.access;
        if matches!(written.outcome, Outcome::Moved { .. }) {
            self.moves.retain(|moved| *moved != access);
        }
        let moved = self.moves.iter().any(|moved| moved.key == access.key && moved.room <= access.room);
        self.log().told(&written, moved && !takes_away(&written));
        self.ground.hub.deliver(&written);
    }

    fn deliver_all(&mut self) {
        while !self.hints.is_empty() {
            self.deliver(0, true);
        }
    }

    /// The id of a message that is there, if one is.
    async fn some_id(&self, number: u8) -> u64 {
        let messages = messages(&self.store, &self.ground.room).await;
        pick(number, messages.len()).map_or(1, |place| messages[place].id)
    }

    /// Up to seven ids in a row, from that of a message that is there.
    async fn some_ids(&self, number: u8) -> Vec<u64> {
        let from = self.some_id(number).await;
        (from..from + u64::from(number % 8)).collect()
    }

    async fn ask(&mut self, reader: u8, part: Part) {
        let Some(reader) = pick(reader, self.readers.len()) else { return };
        let Ok(Found::Room(facts)) = self.store.find(&self.ground.room).await else { return };
        let id = |number: u8| u64::from(number) % (facts.head + 2);
        let (span, limit) = match part {
            Part::Before(number, limit) => (Span::Before(id(number)), limit),
            Part::Above(number, limit) => (Span::Above(id(number)), limit),
            Part::Around(number, limit) => (Span::Around(id(number)), limit),
        };
        let Ok(Some(stretch)) = self.store.read(facts.key, span, u32::from(limit % 6) + 1).await else { return };
        let page = Page {
            messages: stretch.changes.into_iter().filter_map(as_message).collect(),
            more: stretch.more,
            more_newer: Some(stretch.more_newer),
            ..empty_page(&self.ground.room)
        };
        let mut memory = self.readers[reader].memory();
        // Only who has a first page scrolls.
        if memory.cursor.is_some() && !memory.ended {
            let ask = memory.picture.ask();
            memory.pages.push(OnItsWay { ask, span, page, facts: stretch.facts });
        }
    }

    /// Everything comes to rest: gates open, hints arrive, a sweep heals what was lost, and everybody reads on.
    pub(crate) async fn rest(&mut self, lose_hints: bool) {
        self.gate.hold_reads(false);
        self.gate.hold_answers(false);
        idle(40).await;
        if lose_hints && !self.setting.alone {
            self.hints.clear();
        }
        self.deliver_all();
        tokio::time::advance(Duration::from_millis(100)).await;
        idle(40).await;
        for sweep in std::mem::take(&mut self.sweeps) {
            sweep.await.expect("a sweep");
        }
        if !self.setting.alone {
            self.ground.hub.sweep().await;
        }
        for reader in &self.readers {
            let mut memory = reader.memory();
            while !memory.pages.is_empty() {
                answer(&mut memory, 0);
            }
        }
        for _ in 0..300 {
            self.readers.iter_mut().for_each(|reader| reader.step(&self.ground));
            idle(if self.readers.iter().any(|reader| reader.manner.waits) { 8 } else { 4 }).await;
            if self.readers.iter().all(|reader| reader.memory().quiet) {
                break;
            }
        }
        idle(40).await;
    }

    /// What is wrong with what the readers hold, if anything.
    pub(crate) async fn wrong(&self) -> Option<String> {
        for (number, reader) in self.readers.iter().enumerate() {
            let wrong = reader.memory().wrong.clone();
            let wrong = match wrong {
                Some(wrong) => Some(wrong),
                None => self.wrong_at_rest(reader).await,
            };
            if let Some(wrong) = wrong {
                return Some(format!("reader {number}: {wrong}"));
            }
        }
        None
    }

    async fn wrong_at_rest(&self, reader: &Reader) -> Option<String> {
        let found = self.store.find(&self.ground.room).await.expect("found");
        let messages = messages(&self.store, &self.ground.room).await;
        let memory = reader.memory();
        let Memory { picture, cursor, ended, snapshots, admitted, .. } = &*memory;
        let facts = match (&found, ended) {
            (Found::Room(facts), false) => facts,
            (Found::Deleted { .. }, true) => return None,
            (Found::Absent { .. }, false) => {
                let lost = snapshots.iter().any(|snapshot| *snapshot != Cursor::Start);
                let empty = picture.messages().next().is_none() || lost;
                return (!empty).then(|| format!("it holds messages of a room that isn't there: {picture:?}"));
            }
            _ => return Some(format!("ended: {ended}, but there is {found:?}")),
        };
        let (ours, theirs) = (facts.access, *admitted);
        if ours.room != theirs.room || ours.everywhere > theirs.everywhere {
            return Some(format!("it reads by {theirs:?}, and in force is {ours:?}"));
        }
        let cursor = (*cursor)?;
        // What a cursor can't tell: a reader cut short among changes, or with a page of history that was newer than its
        // cursor, holds a part of a history that was lost after the version that its cursor names.
        let lost = |cursor| facts.judge(cursor) == Verdict::Lost;
        if !lost(cursor) && snapshots.iter().any(|snapshot| lost(*snapshot)) {
            return None;
        }
        if facts.judge(cursor) != Verdict::Good(facts.head) {
            return Some(format!("it stands at {cursor}, and the store at {}", facts.cursor(facts.head)));
        }
        let expected: Vec<_> = messages.iter().filter(|message| picture.holds(message.id)).collect();
        let held: Vec<_> = picture.messages().collect();
        if held != expected || *picture.settings() != *facts.settings {
            return Some(format!("it holds {held:#?}, and should {expected:#?}; settings {:?}", picture.settings()));
        }
        (!picture.holds(u64::MAX)).then(|| "it does not hold the end".to_owned())
    }
}

fn restriction(user: u8, put: bool) -> RestrictAct {
    let ban = NewRestriction { kind: RestrictionKind::Ban, until: None, why: None, address: None };
    RestrictAct { user: format!("p{}", user % 4), restriction: put.then_some(ban), by: "host".into(), ..RestrictAct::default() }
}

fn answer(memory: &mut Memory, page: u8) {
    let Some(place) = pick(page, memory.pages.len()) else { return };
    let OnItsWay { ask, span, page, facts } = memory.pages.remove(place);
    memory.picture.history(ask, span, &page);
    memory.snapshots.push(facts.cursor(facts.head));
}

fn as_message(change: Change) -> Option<Message> {
    match change {
        Change::Message(message) => Some(*message),
        Change::Settings(_) => None,
    }
}

async fn messages(store: &MemoryStore, name: &RoomName) -> Vec<Message> {
    let Ok(Found::Room(facts)) = store.find(name).await else { return Vec::new() };
    let stretch = store.read(facts.key, Span::Newest, 2_000).await.expect("read").expect("a room");
    stretch.changes.into_iter().filter_map(as_message).collect()
}

/// Whether a hint takes something away: that holds under every name that the room had.
fn takes_away(written: &Written) -> bool {
    let takes_away = |change: &Change| match change {
        Change::Message(message) => message.deleted.is_some(),
        Change::Settings(_) => true,
    };
    matches!(written.outcome, Outcome::RoomDeleted | Outcome::Restricted(_) | Outcome::Moved { .. })
        || written.changes.iter().any(takes_away)
}
