//! Who is being erased is not here: they are in no list of who is here, type nothing, and nothing of theirs that is on its way
//! arrives.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use tertulia_wire::frame::PresenceFrame;
use tertulia_wire::{PresenceMode, ServerFrame};
use tokio::time::Instant;

use super::signals::EncodedSignal;
use super::{Hub, LiveRoom};

/// Those who are being erased just now.
#[derive(Debug, Default)]
pub(crate) struct Barred(Mutex<HashSet<String>>);

/// Somebody is barred for as long as this lives.
#[derive(Debug)]
pub(crate) struct Bar {
    barred: Arc<Barred>,
    person: String,
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.barred.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.person);
    }
}

impl Barred {
    pub(crate) fn has(&self, person: Option<&str>) -> bool {
        self.unless(person, || ()).is_none()
    }

    /// Does something about somebody unless they are barred, and before they may be.
    pub(crate) fn unless<T>(&self, person: Option<&str>, act: impl FnOnce() -> T) -> Option<T> {
        let barred = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = person.is_none_or(|person| !barred.contains(person));
        free.then(act)
    }
}

impl Hub {
    /// Bars somebody from being here.
    pub(crate) fn bar(&self, person: &str) -> Bar {
        let barred = Arc::clone(&self.barred);
        barred.0.lock().unwrap_or_else(PoisonError::into_inner).insert(person.to_owned());
        // Should they be back one day, their names are written again.
        self.seen.forget();
        Bar { barred, person: person.to_owned() }
    }

    /// Those who are barred.
    pub(crate) fn barred(&self) -> &Arc<Barred> {
        &self.barred
    }

    /// Forgets that somebody is here, or types, in every room, and what was told of it. Their lines may be open still; when they
    /// are closed nothing is told of that.
    pub(crate) fn forget_person(&self, person: &str) {
        let rooms: Vec<_> = self.rooms().values().map(Arc::clone).collect();
        rooms.iter().for_each(|room| self.forget_in(room, person));
    }

    fn forget_in(&self, room: &Arc<LiveRoom>, person: &str) {
        let (rules, now) = (room.rules(), Instant::now());
        let mut presence = room.presence();
        let was_here = presence.forget(person);
        let present = presence.present(rules, &self.limits);
        drop(presence);
        let frame = ServerFrame::Presence(PresenceFrame { room: room.name.clone(), present });
        let told = EncodedSignal::new(&frame).ok().filter(|_| rules.mode != PresenceMode::Off);
        self.signal_with(room, |state| {
            // Signals of the host's may be of somebody's, or about them; they may be lost at any time.
            state.signals.forget_own();
            // Whoever has not heard yet who was here hears who is.
            let stale = was_here || state.signals.has_presence();
            told.is_some_and(|told| stale && state.signals.tell_presence(told))
        });
        tracing::trace!(elapsed = ?now.elapsed(), "somebody was forgotten in a room");
    }
}
