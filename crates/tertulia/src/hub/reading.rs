//! How a live room is read: from memory where that is enough, else from the store, once for all who wait.

use std::sync::Arc;

use super::shared::Segment;
use super::state::Stage;
use super::{Held, Newest};
use crate::error::StoreError;
use crate::store::{Found, RoomKey, Span};

impl Held {
    /// What is under the name, from memory if known, else from the store, asked once for all who wait.
    pub(crate) async fn found(&self) -> Result<Found, StoreError> {
        Ok(self.found_in_room().await?.raised(self.hub.everywhere()))
    }

    async fn found_in_room(&self) -> Result<Found, StoreError> {
        if let Stage::Known(found) = &self.room.state().stage {
            return Ok(found.clone());
        }
        let held = self.clone();
        apart(async move { held.find().await }).await
    }

    async fn find(&self) -> Result<Found, StoreError> {
        let _turn = self.room.reading.lock().await;
        if let Stage::Known(found) = &self.room.state().stage {
            return Ok(found.clone());
        }
        loop {
            let (_, known) = self.room.state().known();
            let found = self.hub.store.find(&self.room.name).await?;
            let mut state = self.room.state();
            if state.load(found, &known, &self.room.name) {
                match &state.stage {
                    Stage::Known(found) => return Ok(found.clone()),
                    Stage::Elsewhere(facts) => return Ok(Found::Room(facts.clone())),
                    Stage::Unloaded => {}
                }
            }
        }
    }

    /// Asks the store again what is under the name: what a shared store says counts, not what this node has heard.
    pub(crate) async fn found_in_store(&self) -> Result<Found, StoreError> {
        if !self.hub.store.sole_writer() {
            self.hub.refresh_room(&self.room).await?;
        }
        self.found().await
    }

    /// The newest messages, from a page that is no older than this call if others have read one. `None` when there is no room.
    pub(crate) async fn newest(&self, last: u32) -> Result<Option<Arc<Newest>>, StoreError> {
        let asked_at = {
            let state = self.room.state();
            let head = state.facts().map_or(0, |facts| facts.head);
            if let Some(newest) = state.newest(last, head) {
                return Ok(Some(newest));
            }
            head
        };
        let held = self.clone();
        apart(async move { held.read_newest(last, asked_at).await }).await
    }

    /// Whether the room has messages, those that are deleted among them: by a page that others have read, if it tells, else by the
    /// newest one, which is read for them, too. True where the room is gone meanwhile: who looks for them is told so.
    pub(crate) async fn has_messages(&self) -> Result<bool, StoreError> {
        if self.room.state().has_messages() {
            return Ok(true);
        }
        let newest = self.newest(self.hub.limits.page_default).await?;
        Ok(newest.is_none_or(|newest| !newest.messages.is_empty()))
    }

    async fn read_newest(&self, last: u32, asked_at: u64) -> Result<Option<Arc<Newest>>, StoreError> {
        let _turn = self.room.reading.lock().await;
        loop {
            let (key, known) = {
                let state = self.room.state();
                if let Some(newest) = state.newest(last, asked_at) {
                    return Ok(Some(newest));
                }
                state.known()
            };
            let Some(key) = key else { return Ok(None) };
            let Some(stretch) = self.hub.read(key, Span::Newest, last).await? else {
                self.hub.find_again(&self.room).await?;
                continue;
            };
            let newest = Newest::new(stretch, last).map_err(|error| StoreError::Failed(error.to_string()))?;
            let newest = Arc::new(newest);
            let mut state = self.room.state();
            let reached = state.tail.newest();
            let current = state.keep_newest(&newest, &known);
            let given_up = state.give_up_waiting(&self.hub.limits);
            let told = given_up || state.has_news_since(&known) || state.tail.newest() > reached;
            state.settle(&self.hub.limits, &self.hub.held_bytes);
            drop(state);
            if told {
                self.room.wake();
            }
            if current {
                return Ok(Some(newest));
            }
        }
    }

    /// Reads the feed after a version, for this reader and all who wait near it.
    pub(super) async fn catch_up(self, key: RoomKey, seen: u64) -> Result<Option<Arc<Segment>>, StoreError> {
        apart(async move { self.read_after(key, seen).await }).await
    }

    async fn read_after(&self, key: RoomKey, seen: u64) -> Result<Option<Arc<Segment>>, StoreError> {
        let _want = Want::new(self, seen);
        let _turn = self.room.reading.lock().await;
        if let Some(segment) = self.room.state().segment_for(seen) {
            return Ok(Some(segment));
        }
        let Ok(_permit) = self.hub.catch_ups.acquire().await else { return Ok(None) };
        let limit = self.hub.limits.page_max;
        let (from, known) = {
            let state = self.room.state();
            (state.read_from(seen, limit), state.known().1)
        };
        self.hub.meters().catch_ups.one();
        let Some(stretch) = self.hub.read(key, Span::After(from), limit).await? else {
            self.hub.find_again(&self.room).await?;
            return Ok(None);
        };
        let segment = Segment::new(stretch, from).map_err(|error| StoreError::Failed(error.to_string()))?;
        let segment = Arc::new(segment);
        let mut state = self.room.state();
        let reached = state.tail.newest();
        state.share(&segment, &known);
        let told = state.has_news_since(&known) || state.tail.newest() > reached;
        state.settle(&self.hub.limits, &self.hub.held_bytes);
        drop(state);
        if told {
            // Others stand here too, and it was nobody's hint that told of it.
            self.room.wake();
        }
        Ok(Some(segment))
    }
}

/// Reads in a task of its own, which ends with whoever asked. A reader whose line is full is not polled: it would keep its turn
/// at the room, and one of the node's few places, from all others for as long as it takes nothing. What is read with neither in
/// hand, as by the handlers of requests, needs no task.
pub(crate) async fn apart<T: Send + 'static>(
    reading: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    let mut task = Apart(tokio::spawn(reading));
    (&mut task.0).await.unwrap_or_else(|error| Err(StoreError::Failed(error.to_string())))
}

struct Apart<T>(tokio::task::JoinHandle<T>);

impl<T> Drop for Apart<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A reader that waits for the store; while it lives, reads of others begin low enough for it.
struct Want<'a> {
    held: &'a Held,
    seen: u64,
}

impl<'a> Want<'a> {
    fn new(held: &'a Held, seen: u64) -> Self {
        held.room.state().want(seen);
        Self { held, seen }
    }
}

impl Drop for Want<'_> {
    fn drop(&mut self) {
        let mut state = self.held.room.state();
        state.unwant(self.seen);
        state.settle(&self.held.hub.limits, &self.held.hub.held_bytes);
    }
}
