//! Server-sent events: the same frames as on a WebSocket, one way, for as long as the connection holds.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use serde::Serialize;
use tertulia_wire::frame::{Ended, Leaving, Opened};
use tertulia_wire::{Code, RoomName, ServerFrame};
use tokio::time::{Instant, sleep, timeout_at};

use super::page::{Begin, RawPage, Reader};
use super::{STORE_RETRY, leaving_after_ms};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Next;
use crate::hub::encoded::event;

struct EventStream {
    chat: Chat,
    reader: Reader,
    first: Option<Bytes>,
    ended: bool,
}

/// Opens a room as a stream of events, which ends when the room does, the reader's rights, or the server.
pub(crate) async fn stream(
    chat: Chat,
    who: Arc<Identity>,
    room: RoomName,
    begin: Begin,
) -> Result<impl Stream<Item = Result<Bytes, Error>>, Error> {
    let (reader, page) = Reader::open(&chat, who, &room, begin).await?;
    let first = Some(page_event("opened", &page)?);
    let stream = EventStream { chat, reader, first, ended: false };
    Ok(futures_util::stream::unfold(stream, |mut stream| async move {
        let item = stream.step().await?;
        Some((item, stream))
    }))
}

fn page_event(name: &str, page: &RawPage) -> Result<Bytes, Error> {
    let json = page.json(|page| match name {
        "opened" => ServerFrame::Opened(Opened { reference: None, page: page.clone() }),
        _ => ServerFrame::Reset(page.clone()),
    })?;
    Ok(event(name, page.head.cursor, &json))
}

fn frame_event(name: &str, frame: &impl Serialize) -> Result<Bytes, Error> {
    let json = serde_json::to_vec(frame).map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(event(name, None, &json))
}

impl EventStream {
    async fn step(&mut self) -> Option<Result<Bytes, Error>> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        if self.ended {
            return None;
        }
        let beat = Instant::now() + Duration::from_secs(self.chat.limits().beat_s);
        loop {
            let expires = self.reader.who.until.map(|until| {
                let left = u64::try_from(until.0 - (self.chat.inner.clock)().0).unwrap_or(0);
                Instant::now() + Duration::from_millis(left)
            });
            let wake = expires.map_or(beat, |expires| expires.min(beat));
            let Ok(next) = timeout_at(wake, self.reader.subscription.next(&self.chat.inner.limits)).await else {
                if self.reader.who.is_over((self.chat.inner.clock)()) {
                    return Some(self.end(Refusal::new(Code::TokenExpired)));
                }
                return Some(Ok(Bytes::from_static(b":\n\n")));
            };
            match next {
                Next::Changes(changes) => {
                    if let [change] = changes.as_slice() {
                        return Some(Ok(change.event()));
                    }
                    let mut events = BytesMut::new();
                    changes.iter().for_each(|change| events.extend_from_slice(&change.event()));
                    return Some(Ok(events.freeze()));
                }
                Next::Failed(StoreError::Away(_)) => sleep(STORE_RETRY).await,
                Next::Leaving => {
                    self.ended = true;
                    let leaving = ServerFrame::Leaving(Leaving { after_ms: leaving_after_ms() });
                    return Some(frame_event("leaving", &leaving));
                }
                other => match self.other(other).await {
                    Ok(None) => {}
                    Ok(Some(bytes)) => return Some(Ok(bytes)),
                    Err(error) => return Some(self.end(error.into_refusal())),
                },
            }
        }
    }

    async fn other(&mut self, next: Next) -> Result<Option<Bytes>, Error> {
        let rechecked = matches!(next, Next::Recheck(_));
        let page = self.reader.page_of_next(&self.chat, next).await?;
        if rechecked {
            let facts = self.reader.subscription.facts();
            let me =
                self.chat.me(&self.reader.who, self.reader.subscription.room(), facts.as_ref().map(|facts| &*facts.settings));
            let frame = ServerFrame::Me(tertulia_wire::frame::MeFrame { room: self.reader.subscription.room().clone(), me });
            return frame_event("me", &frame).map(Some);
        }
        page.map(|page| page_event("reset", &page)).transpose()
    }

    fn end(&mut self, refusal: Refusal) -> Result<Bytes, Error> {
        self.ended = true;
        let ended = Ended {
            room: self.reader.subscription.room().clone(),
            code: refusal.code,
            room_now: None,
            retry_after: refusal.retry_after_s,
        };
        frame_event("ended", &ServerFrame::Ended(ended))
    }
}
