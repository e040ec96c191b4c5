//! Who comes and goes, in the rooms of this node: the shell around [`Presence`].
//!
//! Nothing here waits and nothing is asked of the store, but once, who had been announced before a room came to life. What has
//! to be told later stands in a [`Book`], which one task of the chat keeps.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use tertulia_wire::frame::{PresenceFrame, Signal};
use tertulia_wire::{Code, Kind, PresenceMode, Present, RoomName, Sender, ServerFrame};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::Instant;

use super::looks::Whose;
use super::presence::{Attended, Presence, Rules, Stay, Told};
use super::signals::EncodedSignal;
use super::subscription::{Here, Subscription};
use super::{Held, Hub, LiveRoom};
use crate::error::{Error, Refusal, StoreError};
use crate::store::{Change, RoomKey, Written};

/// What goes to whoever has it written down.
#[derive(Debug)]
pub(crate) enum AttendedIn {
    /// In which room somebody came or left.
    Room(RoomName, Attended),
    /// Told once all that was sent before is written, or given up.
    Settled(oneshot::Sender<()>),
}

/// A place in the book: when, and a number of its own.
pub(super) type Planned = (Instant, u64);

/// Which rooms time has something to do in, and when.
#[derive(Debug, Default)]
pub(super) struct Book {
    entries: Mutex<BTreeMap<Planned, Weak<LiveRoom>>>,
    written: std::sync::atomic::AtomicU64,
    sooner: Arc<Notify>,
    // Where it goes that may have to be written down; nowhere until the chat has said so.
    attended: OnceLock<mpsc::Sender<AttendedIn>>,
}

impl Book {
    fn entries(&self) -> MutexGuard<'_, BTreeMap<Planned, Weak<LiveRoom>>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Plans a room for a time, unless it is planned for an earlier one.
    fn plan(&self, room: &Arc<LiveRoom>, presence: &mut Presence, due: Option<Instant>) {
        let Some(due) = due else { return };
        if presence.planned.is_some_and(|(planned, _)| planned <= due) {
            return;
        }
        let entry = (due, self.written.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        let mut entries = self.entries();
        if let Some(before) = presence.planned.replace(entry) {
            entries.remove(&before);
        }
        entries.insert(entry, Arc::downgrade(room));
        if entries.first_key_value().is_some_and(|(first, _)| *first == entry) {
            self.sooner.notify_one();
        }
    }

    /// Takes a room that is due, or says when the next one is.
    fn take_due(&self, now: Instant) -> Result<(Planned, Weak<LiveRoom>), Option<Instant>> {
        let mut entries = self.entries();
        match entries.first_entry() {
            Some(first) if first.key().0 <= now => Ok(first.remove_entry()),
            first => Err(first.map(|first| first.key().0)),
        }
    }
}

impl Hub {
    /// Has whatever may have to be written down sent there; what doesn't fit is not written.
    pub(crate) fn send_attended(&self, to: mpsc::Sender<AttendedIn>) {
        let _ = self.book.attended.set(to);
    }

    /// Resolves once all that was sent there before is written, or given up.
    pub(crate) async fn attended_settled(&self) {
        let Some(to) = self.book.attended.get() else { return };
        let (told, settled) = oneshot::channel();
        if to.send(AttendedIn::Settled(told)).await.is_ok() {
            // Whoever would tell is gone only with the chat.
            let _ = settled.await;
        }
    }

    /// Does what time has to do in rooms until the hub is gone.
    pub(crate) async fn keep_presence(hub: Weak<Self>) {
        while let Some(alive) = hub.upgrade() {
            let next = alive.pass_time();
            let sooner = Arc::clone(&alive.book.sooner);
            drop(alive);
            match next {
                Some(next) => {
                    let _ = tokio::time::timeout_at(next, sooner.notified()).await;
                }
                None => sooner.notified().await,
            }
        }
    }

    /// Does what is due now; says when something is next.
    fn pass_time(&self) -> Option<Instant> {
        loop {
            let (entry, room) = match self.book.take_due(Instant::now()) {
                Ok(due) => due,
                Err(next) => return next,
            };
            let Some(room) = room.upgrade() else { continue };
            self.attend(&room, |presence, _, _| {
                presence.planned = presence.planned.filter(|planned| *planned != entry);
            });
        }
    }

    /// Does something to who is here, and tells what has to be told of it.
    pub(super) fn attend<T>(&self, room: &Arc<LiveRoom>, act: impl FnOnce(&mut Presence, Instant, Rules) -> T) -> T {
        let (rules, now) = (room.rules(), Instant::now());
        let mut presence = room.presence();
        let done = act(&mut presence, now, rules);
        let told = presence.pass(now, rules, &self.limits);
        let due = presence.due(now, &self.limits);
        self.book.plan(room, &mut presence, due);
        drop(presence);
        self.tell(room, told);
        done
    }

    fn tell(&self, room: &Arc<LiveRoom>, told: Told) {
        // A node that goes tells nobody of it as if people had left: they come back elsewhere.
        // Those who stood in a room that has moved are in it still, under its new name.
        let nobody = told.attended.is_empty() || self.is_leaving() || room.state().key().is_none();
        if let Some(to) = self.book.attended.get().filter(|_| !nobody) {
            told.attended.into_iter().for_each(|attended| drop(to.try_send(AttendedIn::Room(room.name.clone(), attended))));
        }
        let Some(present) = told.present else { return };
        let frame = ServerFrame::Presence(PresenceFrame { room: room.name.clone(), present });
        let Ok(signal) = EncodedSignal::new(&frame) else { return };
        self.signal_with(room, |state| state.signals.tell_presence(signal));
    }

    pub(super) fn signal_with(&self, room: &Arc<LiveRoom>, tell: impl FnOnce(&mut super::state::State) -> bool) {
        let mut state = room.state();
        let news = tell(&mut state);
        state.settle(&self.limits, &self.held_bytes);
        drop(state);
        if news {
            room.wake_soon(&self.limits);
        }
    }

    /// What a delivery says about who is here: another setting, and that somebody has said what they were typing.
    pub(super) fn note_attendance(&self, room: &Arc<LiveRoom>, written: &Written) {
        let said = |change: &Change| match change {
            // That somebody came or left is our own word, and not theirs.
            Change::Message(message) if message.id == message.version && !matches!(message.kind, Kind::Join | Kind::Leave) => {
                message.sender.clone().filter(|sender| sender.id.is_some())
            }
            _ => None,
        };
        let settings = written.changes.iter().any(|change| matches!(change, Change::Settings(_)));
        let guest = |change: &Change| match change {
            Change::Message(message) => message.sender.as_ref().is_some_and(|sender| sender.guest),
            Change::Settings(_) => false,
        };
        if settings || written.changes.iter().any(guest) || room.presence().is_anybody_typing() {
            self.attend(room, |presence, now, _| {
                for sender in written.changes.iter().filter_map(said) {
                    presence.has_spoken(&sender, now);
                }
                if settings {
                    presence.renew();
                }
            });
        }
    }

    /// Somebody has changed what they had said, and types it no more. A change does not tell that: a reaction to what was edited
    /// before looks the same.
    pub(crate) fn note_edit(&self, room: &Arc<LiveRoom>, id: &str) {
        self.attend(room, |presence, _, _| presence.has_said(id));
    }

    /// Asks the store, once while a room lives, who was announced there before.
    fn recall(&self, room: &Arc<LiveRoom>) {
        let (Some(key), Some(hub)) = (room.state().key(), self.itself.upgrade()) else { return };
        let room = Arc::clone(room);
        tokio::spawn(async move {
            match hub.store.announced(key).await {
                Ok(people) => hub.attend(&room, |presence, now, rules| presence.recall(people, now, rules, &hub.limits)),
                Err(error) => {
                    tracing::debug!(%error, "who was announced is asked for again when somebody comes");
                    room.presence().recalled = false;
                }
            }
        });
    }
}

impl Subscription {
    /// Counts somebody as being here for as long as this reads, and a while longer, under a name that is whose. Who polls where no
    /// room is leaves no trace.
    pub(crate) fn arrive(&mut self, sender: &Sender, whose: Whose, stay: Stay) {
        let (hub, room) = (Arc::clone(&self.held.hub), Arc::clone(&self.held.room));
        if stay == Stay::Poll && room.state().key().is_none() || hub.barred().has(sender.id.as_deref()) {
            return;
        }
        let (joined, recall) = hub.attend(&room, |presence, now, rules| {
            let joined = presence.join(sender, whose, now, rules, &hub.limits);
            (joined, rules.announce && !std::mem::replace(&mut presence.recalled, rules.announce))
        });
        // Joined again before it leaves: a new token of the same person is no leave.
        self.depart();
        self.here = joined.map(|(id, place)| Here { id, place, stay });
        self.unseen = None;
        let key = room.state().key();
        match key.filter(|_| self.here.is_some()) {
            Some(key) => hub.note_seen(key, sender),
            // Where no room is yet there is nothing to keep a name in.
            None if self.here.is_some() && !sender.guest => self.unseen = Some(Box::new(sender.clone())),
            None => {}
        }
        if recall {
            hub.recall(&room);
        }
    }

    pub(super) fn depart(&mut self) {
        let Some(Here { id, place, stay }) = self.here.take() else { return };
        let hub = &self.held.hub;
        hub.attend(&self.held.room, |presence, now, _| presence.leave(&id, place, stay, now, &hub.limits));
    }

    pub(crate) fn held(&self) -> &Held {
        &self.held
    }

    /// Who is here now; `None` where the room doesn't tell.
    #[must_use]
    pub fn present(&self) -> Option<Present> {
        self.held.present()
    }
}

impl Held {
    /// Who is here now; `None` where the room doesn't tell.
    pub(crate) fn present(&self) -> Option<Present> {
        let rules = self.room.rules();
        (rules.mode != PresenceMode::Off).then(|| self.room.presence().present(rules, &self.hub.limits))
    }

    /// Whether somebody else here has a name that looks like this.
    pub(crate) fn has_name(&self, look: &str, but: &str) -> bool {
        self.room.presence().has_name(look, but)
    }

    /// Whether somebody is named here, if they are here under this name.
    pub(crate) fn names(&self, sender: &Sender) -> Option<bool> {
        self.room.presence().names(sender)
    }

    /// Whether it is told who types: of a crowd it is not.
    pub(crate) fn tells_who_types(&self) -> bool {
        self.room.presence().count() <= self.hub.limits.announce_max
    }

    /// The key of the room, as far as this node knows.
    pub(crate) fn key(&self) -> Option<RoomKey> {
        self.room.state().key()
    }

    /// Tells the readers that somebody is typing.
    pub(crate) fn types(&self, sender: &Sender) {
        if self.hub.barred().has(sender.id.as_deref()) {
            return;
        }
        self.hub.attend(&self.room, |presence, now, _| presence.types(sender, now, &self.hub.limits));
    }

    /// Tells the readers something of the host's own.
    ///
    /// # Errors
    /// `slow_down`, when the room was told too much in this second.
    pub(crate) fn signal(&self, signal: Signal) -> Result<(), Error> {
        let now = Instant::now();
        if !self.room.presence().may_signal(now, &self.hub.limits) {
            return Err(Refusal::because(Code::SlowDown, "signals").retry_after_s(1).into());
        }
        // By the room's present name, whichever it was asked for by.
        let frame = ServerFrame::Signal(Signal { room: self.room.name.clone(), ..signal });
        let signal = EncodedSignal::new(&frame).map_err(|error| StoreError::Failed(error.to_string()))?;
        self.hub.signal_with(&self.room, |state| {
            state.signals.tell(signal, now);
            true
        });
        Ok(())
    }
}
