//! A reader as a task of its own, that takes one step when it is let; and what it remembers when its line is cut.

use std::sync::{Arc, Mutex, MutexGuard};

use tertulia::hub::{Encoded, Hub, Newest, Next, Subscription};
use tertulia::limits::Limits;
use tertulia::store::{Access, Change, Found, RoomFacts, Span, Verdict};
use tertulia::testkit::{Ask, Picture, Rules};
use tertulia::wire::{Cursor, Page, RoomName};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::log::{Handed, Log};

/// How a reader reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// It waits for what comes next, as a stream; else it looks what is there, as a poll.
    pub(crate) waits: bool,
    /// It begins with the first change and not with the newest page.
    pub(crate) from_start: bool,
    /// Messages on its first page.
    pub(crate) last: u32,
    /// How far behind it may fall.
    pub(crate) behind_max: u64,
}

/// A page of history on its way.
#[derive(Debug)]
pub(crate) struct OnItsWay {
    pub(crate) ask: Ask,
    pub(crate) span: Span,
    pub(crate) page: Page,
    pub(crate) facts: RoomFacts,
}

/// What outlives a cut line.
pub(crate) struct Memory {
    pub(crate) picture: Picture,
    pub(crate) cursor: Option<Cursor>,
    pub(crate) pages: Vec<OnItsWay>,
    /// It was told that the room is deleted.
    pub(crate) ended: bool,
    /// Its last step found nothing new.
    pub(crate) quiet: bool,
    /// The snapshots that what it holds stems from, as cursors.
    pub(crate) snapshots: Vec<Cursor>,
    /// The numbers that it was let in by.
    pub(crate) admitted: Access,
    pub(crate) wrong: Option<String>,
}

/// A reader, as the schedule sees it.
pub(crate) struct Reader {
    pub(crate) manner: Manner,
    pub(crate) memory: Arc<Mutex<Memory>>,
    steps: Arc<Semaphore>,
    task: Option<JoinHandle<()>>,
}

/// Where readers read.
#[derive(Clone)]
pub(crate) struct Ground {
    pub(crate) hub: Arc<Hub>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) log: Arc<Mutex<Log>>,
    pub(crate) room: RoomName,
}

impl Reader {
    pub(crate) fn new(manner: Manner, rules: Rules) -> Self {
        let memory = Memory {
            picture: Picture::new(rules),
            cursor: None,
            pages: Vec::new(),
            ended: false,
            quiet: false,
            snapshots: Vec::new(),
            admitted: Access::default(),
            wrong: None,
        };
        Self { manner, memory: Arc::new(Mutex::new(memory)), steps: Arc::new(Semaphore::new(0)), task: None }
    }

    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().expect("no reader panics")
    }

    /// Lets it take a step, on a line of its own if it has none.
    pub(crate) fn step(&mut self, ground: &Ground) {
        self.memory().quiet = false;
        if self.task.is_none() {
            self.steps = Arc::new(Semaphore::new(0));
            let line = Line { ground: ground.clone(), manner: self.manner, memory: Arc::clone(&self.memory), subscription: None };
            self.task = Some(tokio::spawn(line.run(Arc::clone(&self.steps))));
        }
        if self.steps.available_permits() < 4 {
            self.steps.add_permits(1);
        }
    }

    /// Cuts its line, wherever it stands.
    pub(crate) fn cut(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }

    /// Notes that the store is about to lose its history after a cursor, which an open line has perhaps read ahead in.
    pub(crate) fn about_to_lose(&mut self, cursor: Cursor) {
        if self.task.is_some() {
            self.memory().snapshots.push(cursor);
        }
    }

    /// Loads the page anew.
    pub(crate) fn reload(&mut self) {
        self.cut();
        let mut memory = self.memory();
        memory.cursor = None;
        memory.ended = false;
        memory.pages.clear();
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.cut();
    }
}

struct Line {
    ground: Ground,
    manner: Manner,
    memory: Arc<Mutex<Memory>>,
    subscription: Option<Subscription>,
}

fn access_of(found: &Found) -> Access {
    match found {
        Found::Room(facts) => facts.access,
        Found::Absent { everywhere } | Found::Deleted { everywhere } => Access { everywhere: *everywhere, ..Access::default() },
    }
}

/// What a change says, read back from its bytes.
fn decoded(change: &Encoded) -> Change {
    if change.is_settings() {
        Change::Settings(Arc::new(serde_json::from_slice(change.body()).expect("settings")))
    } else {
        Change::Message(serde_json::from_slice(change.body()).expect("a message"))
    }
}

pub(crate) fn empty_page(room: &RoomName) -> Page {
    Page {
        room: room.clone(),
        created: None,
        cursor: None,
        messages: Vec::new(),
        more: false,
        more_newer: None,
        reset: false,
        first: 1,
        settings: None,
        me: None,
        present: None,
        waiting: false,
    }
}

impl Line {
    async fn run(mut self, steps: Arc<Semaphore>) {
        while let Ok(step) = steps.acquire().await {
            step.forget();
            if let Err(wrong) = self.step().await {
                self.memory().wrong.get_or_insert(wrong);
            }
        }
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().expect("no reader panics")
    }

    async fn step(&mut self) -> Result<(), String> {
        let Some(subscription) = &mut self.subscription else { return self.open().await };
        let (limits, from) = (&self.ground.limits, subscription.seen());
        let put_back = self.ground.log.lock().expect("whole").put_back;
        let next = if self.manner.waits {
            Some(subscription.next(limits).await)
        } else {
            subscription.now(limits.chunk_changes, limits.chunk_bytes).await
        };
        match next {
            None => {
                let (cursor, facts) = (subscription.cursor(), subscription.facts());
                let mut memory = self.memory();
                (memory.quiet, memory.cursor) = (true, Some(cursor));
                memory.snapshots.extend(facts.map(|facts| facts.cursor(facts.head)));
                Ok(())
            }
            Some(Next::Changes(changes)) => self.take(from, put_back, &changes),
            Some(Next::Reset) => self.begin().await,
            Some(Next::Recheck(found)) => {
                subscription.admit(access_of(&found));
                self.memory().admitted = access_of(&found);
                Ok(())
            }
            Some(Next::Ended(_)) => {
                self.end(false);
                Ok(())
            }
            Some(Next::Moved(_)) => {
                // Its old name leads to where it is.
                self.subscription = None;
                Ok(())
            }
            Some(other) => Err(format!("{other:?}")),
        }
    }

    /// The room is deleted. Whoever hears it on an open line looks again whether it was made anew.
    fn end(&mut self, quiet: bool) {
        self.subscription = None;
        let mut memory = self.memory();
        (memory.ended, memory.quiet) = (true, quiet);
    }

    fn take(&mut self, from: u64, put_back: u64, changes: &[Arc<Encoded>]) -> Result<(), String> {
        let Some(subscription) = &self.subscription else { return Ok(()) };
        let (Some(facts), cursor) = (subscription.facts(), subscription.cursor()) else { return Err("no room".into()) };
        let changes: Vec<_> = changes.iter().map(|change| decoded(change)).collect();
        let (epoch, upto) = (facts.epochs.newest(), subscription.seen());
        let handed = Handed { key: facts.key, epoch, from, upto, changes: &changes, put_back };
        let mut memory = self.memory();
        let mut log = self.ground.log.lock().expect("whole");
        log.check(&handed)?;
        log.check_admitted(facts.key, memory.admitted)?;
        log.note_deleted(facts.key, &changes);
        memory.cursor = Some(cursor);
        memory.snapshots.push(facts.cursor(facts.head));
        for change in &changes {
            match change {
                Change::Message(message) => memory.picture.changes(std::slice::from_ref(message), None),
                Change::Settings(settings) => memory.picture.changes(&[], Some(settings)),
            }
        }
        Ok(())
    }

    /// Registers first and stands somewhere then, as every transport does.
    async fn open(&mut self) -> Result<(), String> {
        let away = |error| format!("{error}");
        let (held, _) = self.ground.hub.room(&self.ground.room).await.map_err(away)?;
        let mut subscription = Subscription::new(held).behind_at_most(self.manner.behind_max);
        let found = subscription.found().await.map_err(away)?;
        if matches!(found, Found::Deleted { .. }) {
            self.end(true);
            return Ok(());
        }
        subscription.admit(access_of(&found));
        self.memory().admitted = access_of(&found);
        let cursor = self.memory().cursor;
        let cursor = match cursor {
            None if self.manner.from_start => {
                self.forget(&empty_page(&self.ground.room), Cursor::Start);
                Some(Cursor::Start)
            }
            cursor => cursor,
        };
        let verdict = match cursor {
            Some(cursor) => subscription.start_after(cursor).await.map_err(away)?,
            None => Verdict::Lost,
        };
        if *subscription.room() != self.ground.room && subscription.facts().is_none() {
            // What its name led to was lost meanwhile: the name leads elsewhere now.
            return Ok(());
        }
        self.subscription = Some(subscription);
        self.memory().ended = false;
        if verdict == Verdict::Lost { self.begin().await } else { Ok(()) }
    }

    /// Takes the newest page, and goes on from there.
    async fn begin(&mut self) -> Result<(), String> {
        let Some(subscription) = &mut self.subscription else { return Ok(()) };
        let newest = subscription.start_newest(self.manner.last).await.map_err(|error| format!("{error}"))?;
        let Some(newest) = newest else {
            match subscription.found().await {
                Ok(Found::Deleted { .. }) => self.end(true),
                Ok(Found::Room(_)) => self.subscription = None,
                // Its name leads there no longer: what it led to was lost.
                Ok(_) if *subscription.room() != self.ground.room => self.subscription = None,
                _ => self.forget(&empty_page(&self.ground.room), Cursor::Start),
            }
            return Ok(());
        };
        let cursor = subscription.cursor();
        let Newest { facts, messages, more, .. } = &*newest;
        let changes: Vec<_> = messages.iter().map(|message| decoded(message)).collect();
        let mut log = self.ground.log.lock().expect("whole");
        log.check_deleted(facts.key, &changes)?;
        log.note_deleted(facts.key, &changes);
        drop(log);
        let messages = changes.into_iter().filter_map(|change| match change {
            Change::Message(message) => Some(*message),
            Change::Settings(_) => None,
        });
        let settings = Some((*facts.settings).clone());
        let page = Page {
            messages: messages.collect(),
            more: *more,
            first: facts.settings.first,
            settings,
            ..empty_page(&self.ground.room)
        };
        self.forget(&page, cursor);
        Ok(())
    }

    fn forget(&self, page: &Page, cursor: Cursor) {
        let mut memory = self.memory();
        memory.picture.begin(page);
        memory.pages.clear();
        memory.snapshots = vec![cursor];
        memory.cursor = Some(cursor);
    }
}
