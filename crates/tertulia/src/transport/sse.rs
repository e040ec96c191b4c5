//! Server-sent events: the same frames as on a WebSocket, one way, for as long as the connection holds.

use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use serde::Serialize;
use tertulia_wire::frame::{Leaving, MeFrame, Opened, Waiting};
use tertulia_wire::{Me, RoomName, ServerFrame};

use super::follow::News;
use super::leaving_after_ms;
use super::page::{Begin, RawPage, Reader};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Stay;
use crate::hub::encoded::event;
use crate::metrics::meters::{Line, Opened as Open};
use crate::pace::Places;

struct EventStream {
    _places: Places,
    _open: Open,
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
    let places = chat.enter_stream(&who)?;
    let (reader, page) = Reader::open(&chat, who, &room, begin, Some(Stay::Stream)).await?;
    let first = Some(page_event("opened", &page)?);
    let open = chat.inner.meters.open(Line::Sse);
    let stream = EventStream { _places: places, _open: open, chat, reader, first, ended: false };
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
        Some(match self.reader.news(&self.chat).await {
            News::Beat => Ok(Bytes::from_static(b":\n\n")),
            News::Changes(changes) => {
                if let [change] = changes.as_slice() {
                    return Some(Ok(change.event()));
                }
                let mut events = BytesMut::new();
                changes.iter().for_each(|change| events.extend_from_slice(&change.event()));
                Ok(events.freeze())
            }
            News::Signals(signals) => {
                let events: Vec<_> = signals.iter().map(|signal| signal.event()).collect();
                Ok(events.concat().into())
            }
            News::Waiting => {
                frame_event("waiting", &ServerFrame::Waiting(Waiting { room: self.reader.subscription.room().clone() }))
            }
            News::Reset(page) => page_event("reset", &page),
            News::Me(me) => self.me(*me),
            News::Leaving => {
                self.ended = true;
                frame_event("leaving", &ServerFrame::Leaving(Leaving { after_ms: leaving_after_ms() }))
            }
            News::Ended(refusal) => self.end(&refusal),
        })
    }

    fn me(&self, me: Me) -> Result<Bytes, Error> {
        frame_event("me", &ServerFrame::Me(MeFrame { room: self.reader.subscription.room().clone(), me }))
    }

    fn end(&mut self, refusal: &Refusal) -> Result<Bytes, Error> {
        self.ended = true;
        let room = self.reader.subscription.room().clone();
        frame_event("ended", &ServerFrame::Ended(refusal.ended(room)))
    }
}
