//! Has written down which of the host's users were in which rooms, so that no guest has their names there: beside the log, and never on
//! the path of who opens a room. Those who come close together go into one commit.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, timeout_at};

use crate::clock::Clock;
use crate::error::StoreError;
use crate::hub::{Hub, SeenIn, ToNote};
use crate::limits::Limits;
use crate::names;
use crate::store::{SeenUser, Store};
use crate::transport::STORE_RETRY;
use crate::writer::Parts;

/// How many wait to be written at once, and are written at once. Who finds no place is written when they come again.
const WAITING_MAX: usize = 4_096;

/// What writes down who was seen. It holds the store only while it asks it: a chat that is gone keeps no file open.
struct Task {
    seen: mpsc::Receiver<ToNote>,
    store: Weak<dyn Store>,
    hub: Weak<Hub>,
    limits: Arc<Limits>,
    clock: Clock,
}

/// Starts the task that writes down whom the hub has seen.
pub(crate) fn start(parts: &Parts) -> tokio::task::JoinHandle<()> {
    let (to, seen) = mpsc::channel(WAITING_MAX);
    parts.hub.send_seen(to);
    let (store, hub) = (Arc::downgrade(&parts.store), Arc::downgrade(&parts.hub));
    let task = Task { seen, store, hub, limits: Arc::clone(&parts.limits), clock: Arc::clone(&parts.clock) };
    tokio::spawn(task.keep())
}

/// Those who came, and whoever waits for all of them to be written.
#[derive(Default)]
struct Gathered {
    seen: Vec<SeenIn>,
    settled: Option<oneshot::Sender<()>>,
}

impl Task {
    async fn keep(mut self) {
        let mut next_at = Instant::now();
        while let Some(Gathered { seen, settled }) = self.gather(next_at).await {
            next_at = Instant::now() + Duration::from_millis(self.limits.read_every_ms);
            if !seen.is_empty() {
                self.write(seen).await;
            }
            if let Some(told) = settled {
                // Whoever no longer waits needs no answer.
                let _ = told.send(());
            }
        }
    }

    /// Waits for somebody to come, and for more of them up to a time, unless somebody waits for them to be written.
    async fn gather(&mut self, until: Instant) -> Option<Gathered> {
        let mut gathered = Gathered::default();
        let mut next = self.seen.recv().await;
        loop {
            match next? {
                ToNote::Seen(seen) => gathered.seen.push(seen),
                ToNote::Settled(told) => {
                    gathered.settled = Some(told);
                    return Some(gathered);
                }
            }
            if gathered.seen.len() >= WAITING_MAX {
                return Some(gathered);
            }
            next = match timeout_at(until, self.seen.recv()).await {
                Ok(next) => next,
                Err(_) => return Some(gathered),
            };
        }
    }

    /// Writes them down, but for those who are being erased by now; once the store is back where it is away.
    async fn write(&self, mut seen: Vec<SeenIn>) {
        loop {
            let (Some(store), Some(hub)) = (self.store.upgrade(), self.hub.upgrade()) else { return };
            seen.retain(|seen| !hub.barred().has(Some(&seen.person)));
            if seen.is_empty() {
                return;
            }
            let (users, most, now) = (seen.clone(), self.limits.room_names, (self.clock)());
            // In a task of its own: a store that panics is one that fails. It is waited for to the end, since who waits for it here
            // must not find it written later.
            let writing = tokio::spawn(async move {
                let users: Vec<_> = users.into_iter().map(user).collect();
                store.note_seen(&users, most, now).await
            });
            match writing.await.unwrap_or_else(|panicked| Err(StoreError::Unknown(panicked.to_string()))) {
                Ok(()) => return,
                Err(StoreError::Away(_)) => {}
                Err(error) => {
                    tracing::debug!(%error, "who was seen is written down when they come again");
                    return hub.forget_seen(&seen);
                }
            }
            drop(hub);
            sleep(STORE_RETRY).await;
        }
    }
}

fn user(SeenIn { room, person, name }: SeenIn) -> SeenUser {
    SeenUser { room, look: names::look(&name), person, name }
}
