//! What each person has read: marks that only rise, and how much is unread above them.
//!
//! A mark is nobody's business but its person's. So it is no change of the room, takes no version and raises no number; it is
//! kept beside the log. Marks that come close together go into one commit, and questions after them into one look.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tertulia_wire::page::Action;
use tertulia_wire::{Code, NUMBER_MAX, RoomName, Unread};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout};

use crate::auth::Identity;
use crate::chat::Chat;
use crate::clock::Clock;
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Hub;
use crate::limits::Limits;
use crate::room::Room;
use crate::store::{Found, ReadMark, RoomKey, RoomUnread, Store};
use crate::writer::Parts;

/// Marks, or questions, that wait at once. A mark that finds no place is refused with `slow_down`.
const WAITING_MAX: usize = 4_096;

/// How long a page waits to be told what its reader has read, before it goes without.
const ANSWER_MS: u64 = 1_000;

struct Mark {
    name: RoomName,
    key: RoomKey,
    person: String,
    up_to: u64,
    answer: oneshot::Sender<Result<u64, StoreError>>,
}

/// What is handed to the task that writes marks.
enum ToWrite {
    Mark(Mark),
    /// Told once all that was handed in before is on the disk, or given up.
    Settled(oneshot::Sender<()>),
}

struct Question {
    of: (RoomKey, String),
    answer: oneshot::Sender<u64>,
}

/// The way to the two tasks that keep the marks.
#[derive(Debug)]
pub(crate) struct ReadMarks {
    marks: mpsc::Sender<ToWrite>,
    questions: mpsc::Sender<Question>,
}

/// What writes marks. It holds the store only while it asks it: a chat that is gone keeps no file open.
struct Task {
    store: Weak<dyn Store>,
    hub: Weak<Hub>,
    limits: Arc<Limits>,
    clock: Clock,
}

impl ReadMarks {
    /// Resolves once the marks that were handed in before are on the disk, or given up.
    pub(crate) async fn settled(&self) {
        let (told, settled) = oneshot::channel();
        if self.marks.send(ToWrite::Settled(told)).await.is_ok() {
            // Whoever would tell is gone only with the chat.
            let _ = settled.await;
        }
    }

    pub(crate) fn start(parts: &Parts) -> (Self, [tokio::task::JoinHandle<()>; 2]) {
        let (marks, to_write) = mpsc::channel(WAITING_MAX);
        let (questions, to_answer) = mpsc::channel(WAITING_MAX);
        let store = Arc::downgrade(&parts.store);
        let answering = tokio::spawn(answer_questions(to_answer, Weak::clone(&store)));
        let (hub, limits, clock) = (Arc::downgrade(&parts.hub), Arc::clone(&parts.limits), Arc::clone(&parts.clock));
        let task = Task { store, hub, limits, clock };
        (Self { marks, questions }, [tokio::spawn(write_marks(to_write, task)), answering])
    }
}

/// Writes what has come, all at once, and then lets more come for a while.
async fn write_marks(mut marks: mpsc::Receiver<ToWrite>, task: Task) {
    let mut came = Vec::new();
    while marks.recv_many(&mut came, WAITING_MAX).await > 0 {
        let Some(store) = task.store.upgrade() else { return };
        let began = Instant::now();
        let Gathered { highest, answers, settled } = gather(came.drain(..));
        if highest.is_empty() {
            tell_settled(settled);
            continue;
        }
        let asked: Vec<_> = highest.iter().map(|(_, mark)| mark.clone()).collect();
        let now = (task.clock)();
        // In a task of its own: a store that panics is one that fails, and the next marks are written all the same.
        let writing = tokio::spawn(async move { store.mark_read(&asked, now).await });
        let written = match timeout(task.limits.write_deadline(), writing).await {
            Ok(Ok(written)) => written,
            Ok(Err(panicked)) => Err(StoreError::Unknown(panicked.to_string())),
            Err(_) => Err(StoreError::Unknown("the store did not answer in time".into())),
        };
        if let (Ok(read), Some(hub)) = (&written, task.hub.upgrade()) {
            tell(&hub, &highest, read);
        }
        for (place, answer) in answers {
            let read = written.as_ref().map(|read| read.get(place).copied().unwrap_or_default());
            // Whoever has hung up needs no answer.
            let _ = answer.send(read.map_err(Clone::clone));
        }
        tell_settled(settled);
        sleep_until(began + Duration::from_millis(task.limits.read_every_ms)).await;
    }
}

fn tell_settled(waiting: Vec<oneshot::Sender<()>>) {
    for told in waiting {
        // Whoever no longer waits needs no answer.
        let _ = told.send(());
    }
}

/// The highest mark of each person in each room, who waits for which of them, and who for all of them.
#[derive(Default)]
struct Gathered {
    highest: Vec<(RoomName, ReadMark)>,
    answers: Vec<(usize, oneshot::Sender<Result<u64, StoreError>>)>,
    settled: Vec<oneshot::Sender<()>>,
}

fn gather(came: impl Iterator<Item = ToWrite>) -> Gathered {
    let Gathered { mut highest, mut answers, mut settled } = Gathered::default();
    let mut places = HashMap::new();
    for next in came {
        let Mark { name, key, person, up_to, answer } = match next {
            ToWrite::Mark(mark) => mark,
            ToWrite::Settled(told) => {
                settled.push(told);
                continue;
            }
        };
        let place = *places.entry((key, person.clone())).or_insert(highest.len());
        if place == highest.len() {
            highest.push((name, ReadMark { room: key, person, up_to: 0 }));
        }
        let mark = &mut highest[place].1;
        mark.up_to = mark.up_to.max(up_to);
        answers.push((place, answer));
    }
    Gathered { highest, answers, settled }
}

/// Tells the other devices of the same people, room by room.
fn tell(hub: &Hub, marks: &[(RoomName, ReadMark)], read: &[u64]) {
    let mut by_room = HashMap::<(&RoomName, RoomKey), Vec<(Arc<str>, u64)>>::new();
    for ((name, mark), read) in marks.iter().zip(read) {
        by_room.entry((name, mark.room)).or_default().push((mark.person.as_str().into(), *read));
    }
    by_room.into_iter().for_each(|((name, key), read)| hub.tell_read(name, key, &read));
}

/// Looks up for all who wait at once: who open a room together cost one look, not one each.
async fn answer_questions(mut questions: mpsc::Receiver<Question>, store: Weak<dyn Store>) {
    let mut came = Vec::new();
    while questions.recv_many(&mut came, WAITING_MAX).await > 0 {
        let Some(store) = store.upgrade() else { return };
        let (of, answers): (Vec<_>, Vec<_>) = came.drain(..).map(|question| (question.of, question.answer)).unzip();
        // In a task of its own, so that no query is left half read on a connection when it is given up on.
        let asked = tokio::spawn(async move { store.read_marks(&of).await });
        match timeout(Duration::from_millis(ANSWER_MS), asked).await {
            Ok(Ok(Ok(read))) => answers.into_iter().zip(read).for_each(|(answer, read)| {
                // Whoever has hung up needs no answer.
                let _ = answer.send(read);
            }),
            Ok(Ok(Err(error))) => tracing::debug!(%error, "what has been read could not be looked up"),
            Ok(Err(_)) | Err(_) => tracing::debug!("what has been read was not looked up in time"),
        }
    }
}

impl Chat {
    /// Notes up to which message somebody has read a room; tells up to which they have. Never back: a lower one changes nothing,
    /// and one above all that is there counts as the newest. Where no room is yet nothing is noted.
    ///
    /// It is on the disk when this returns. Other streams of the same person in the room hear of it by `me`; nobody else does.
    ///
    /// # Errors
    /// The door's refusal; `token_missing` for nobody; `invalid` beyond 2⁵³; `room_deleted`; `slow_down`; `store_away`, or
    /// `unknown`: ask again.
    pub async fn mark_read(&self, who: &Identity, room: &RoomName, up_to: u64) -> Result<u64, Error> {
        let admitted = self.admit(who, Action::Read, room).await?;
        let person = who.id().ok_or(Code::TokenMissing)?;
        if up_to > NUMBER_MAX {
            return Err(Refusal::out_of_range("up_to", 0, NUMBER_MAX).into());
        }
        let facts = match &admitted.found {
            Found::Room(facts) => facts,
            Found::Deleted { .. } => return Err(Code::RoomDeleted.into()),
            Found::Absent { .. } => return Ok(0),
        };
        self.write_mark(admitted.name(), facts.key, person, up_to).await
    }

    async fn write_mark(&self, name: &RoomName, key: RoomKey, person: &str, up_to: u64) -> Result<u64, Error> {
        if self.is_leaving() {
            return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
        }
        if self.store_is_away() {
            return Err(StoreError::Away("it has not answered yet".into()).into());
        }
        let (answer, answered) = oneshot::channel();
        let mark = Mark { name: name.clone(), key, person: person.to_owned(), up_to, answer };
        let marks = &self.inner.read_marks.marks;
        let handed_in = self.inner.hub.barred().unless(Some(person), || marks.try_send(ToWrite::Mark(mark)));
        // Once they are erased they are asked who they are.
        let handed_in = handed_in.ok_or_else(|| StoreError::Unknown("they are being erased".into()))?;
        handed_in.map_err(|error| match error {
            TrySendError::Full(_) => Error::from(Refusal::because(Code::SlowDown, "write-queue-full").retry_after_s(1)),
            TrySendError::Closed(_) => StoreError::Unknown("nobody writes marks any more".into()).into(),
        })?;
        let read = answered.await.map_err(|_| StoreError::Unknown("nobody writes marks any more".into()))?;
        Ok(read?)
    }

    /// Up to which message somebody had read a room; `None` where nothing is kept, or the store doesn't say soon: a page is not
    /// held up for it.
    pub(crate) async fn read_before(&self, who: &Identity, key: RoomKey) -> Option<u64> {
        let person = who.person()?.id?;
        if self.store_is_away() {
            return None;
        }
        let (answer, answered) = oneshot::channel();
        let asked = async {
            self.inner.read_marks.questions.send(Question { of: (key, person), answer }).await.ok()?;
            answered.await.ok()
        };
        timeout(Duration::from_millis(ANSWER_MS), asked).await.ok().flatten().filter(|read| *read > 0)
    }

    /// How much a user has not read in each of these rooms that is there, at most `unread_rooms` of them: for the host's own code.
    ///
    /// Messages, actions and notifications of others that are not deleted count, to 99.
    ///
    /// # Errors
    /// `invalid` for too many rooms, or what is no user's id; `store_away`.
    pub async fn unread(&self, user: &str, rooms: &[RoomName]) -> Result<Vec<Unread>, Error> {
        draft::user(user)?;
        let rooms = self.few_rooms(rooms)?;
        let found = self.inner.store.unread(user, &rooms).await?;
        Ok(rooms.into_iter().zip(found).filter_map(|(room, found)| Some(told(room, &found?))).collect())
    }

    /// The same for somebody at the door: rooms that they may not read are told of like those that are not there, by nothing.
    ///
    /// # Errors
    /// `token_missing` for nobody; `invalid` for too many rooms; `slow_down`; `store_away`.
    pub async fn unread_for(&self, who: &Identity, rooms: &[RoomName]) -> Result<Vec<Unread>, Error> {
        let person = who.id().ok_or(Code::TokenMissing)?;
        let mut rooms = self.few_rooms(rooms)?;
        // Before anything is read, so that nothing can be told from how long it takes.
        rooms.retain(|room| self.inner.policy.may(who, Action::Read, room, None).is_ok());
        if rooms.is_empty() {
            return Ok(Vec::new());
        }
        self.keeps_pace_of_unread(who)?;
        let found = self.inner.store.unread(person, &rooms).await?;
        let mut unread = Vec::new();
        for (room, found) in rooms.into_iter().zip(found) {
            let Some(found) = found else { continue };
            // With the answer in hand, by what is there now: a ban, a move, and what the host says by now.
            let now = self.as_now(who, &room).await?;
            match self.may_in(&now, Action::Read, Some(&found.facts), &room).await {
                Ok(()) => unread.push(told(room, &found)),
                Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(unread)
    }

    /// Each room once, if they are no more than may be asked for.
    fn few_rooms(&self, rooms: &[RoomName]) -> Result<Vec<RoomName>, Refusal> {
        let max = self.limits().unread_rooms;
        if rooms.is_empty() || rooms.len() > max {
            return Err(Refusal::because(Code::Invalid, "rooms-asked").with("max", max));
        }
        let mut seen = HashSet::new();
        Ok(rooms.iter().filter(|room| seen.insert(*room)).cloned().collect())
    }
}

impl Room {
    /// Notes up to which message a user has read the room; tells up to which they have. Never back, and never beyond the newest; 0
    /// where no room is. Open pages of the same user hear of it; nobody else does.
    ///
    /// # Errors
    /// `invalid` beyond 2⁵³, and for what is no user's id; `room_deleted`; `slow_down`; `store_away`, or `unknown`: ask again.
    pub async fn read_by(&self, user: &str, up_to: u64) -> Result<u64, Error> {
        self.chat.mark_read(&self.for_user(draft::user(user)?), self.name(), up_to).await
    }
}

fn told(room: RoomName, found: &RoomUnread) -> Unread {
    Unread { room, unread: found.unread, more: found.more, read: found.read }
}
