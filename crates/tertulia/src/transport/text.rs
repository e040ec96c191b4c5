//! Plain text, a line a message: for a terminal, a log, and people who look at the feed without a program.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::Stream;
use tertulia_wire::{Code, Cursor, Message, RoomName, Time};

use super::follow::News;
use super::lines::Lines;
use super::page::{Begin, RawPage, Reader};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, StoreError};
use crate::l10n::title_of;
use crate::metrics::meters::{Line, Opened};
use crate::pace::Places;

/// One look as text. After a cursor that is the changes, else the messages as they are.
pub(crate) fn page(chat: &Chat, page: &RawPage, after: Option<Cursor>, lines: &mut Lines) -> Result<Bytes, Error> {
    let messages = messages(page)?;
    let now = (chat.inner.clock)();
    match after {
        Some(cursor) if !page.head.reset => {
            let version = match cursor {
                Cursor::Start => 0,
                Cursor::At { version, .. } => version,
            };
            // When the cursor was handed out can't be told from it: rather an edit twice than not at all.
            lines.begin_above(version, Time(i64::MIN));
            messages.iter().for_each(|message| lines.change(message));
        }
        _ => {
            let version = match page.head.cursor {
                Some(Cursor::At { version, .. }) => version,
                _ => 0,
            };
            lines.begin_above(version, Time(now.0 - 1));
            if page.head.reset {
                lines.notice(now, "text-reset");
            }
            messages.iter().for_each(|message| lines.message(message));
        }
    }
    lines.forget(!page.head.more, chat.limits().catch_up_changes);
    Ok(lines.take().into())
}

/// The messages of a page.
pub(crate) fn messages(page: &RawPage) -> Result<Vec<Message>, Error> {
    let encoded = page.messages.iter().filter(|change| !change.is_settings()).map(|change| read(change.body()));
    page.head.messages.iter().cloned().map(Ok).chain(encoded).collect()
}

fn read(json: &[u8]) -> Result<Message, Error> {
    Ok(serde_json::from_slice(json).map_err(|error| StoreError::Failed(error.to_string()))?)
}

struct TextStream {
    _places: Places,
    _open: Opened,
    chat: Chat,
    reader: Reader,
    lines: Lines,
    first: Option<Bytes>,
    ended: bool,
}

/// A look as text that goes on: new messages, and a line of its own for each edit and deletion.
pub(crate) async fn follow(
    chat: Chat,
    who: Arc<Identity>,
    room: RoomName,
    begin: Begin,
    mut lines: Lines,
) -> Result<impl Stream<Item = Result<Bytes, Error>>, Error> {
    let places = chat.enter_stream(&who)?;
    let (reader, first) = Reader::open(&chat, who, &room, begin, None).await?;
    let after = if let Begin::After(cursor) = begin { Some(cursor) } else { None };
    let first = Some(page(&chat, &first, after, &mut lines)?);
    let open = chat.inner.meters.open(Line::Text);
    let stream = TextStream { _places: places, _open: open, chat, reader, lines, first, ended: false };
    Ok(futures_util::stream::unfold(stream, |mut stream| async move {
        let item = stream.step().await?;
        Some((item, stream))
    }))
}

impl TextStream {
    async fn step(&mut self) -> Option<Result<Bytes, Error>> {
        if let Some(first) = self.first.take().filter(|first| !first.is_empty()) {
            return Some(Ok(first));
        }
        while !self.ended {
            let news = self.reader.news(&self.chat).await;
            match self.write(news) {
                // Nothing can be sent that is not seen, so a beat sends nothing, and neither does a reaction.
                Ok(bytes) if bytes.is_empty() => {}
                written => return Some(written),
            }
        }
        None
    }

    fn write(&mut self, news: News) -> Result<Bytes, Error> {
        let now = (self.chat.inner.clock)();
        match news {
            News::Beat | News::Me(_) | News::Signals(_) | News::Waiting => {}
            News::Changes(changes) => {
                for change in changes.iter().filter(|change| !change.is_settings()) {
                    self.lines.change(&read(change.body())?);
                }
                self.lines.forget(!self.reader.subscription.has_more(), self.chat.limits().catch_up_changes);
            }
            News::Reset(newest) => return page(&self.chat, &newest, None, &mut self.lines),
            News::Leaving => self.end(now, Code::Draining),
            News::Ended(refusal) => self.end(now, refusal.code),
        }
        Ok(self.lines.take().into())
    }

    fn end(&mut self, now: Time, code: Code) {
        self.ended = true;
        self.lines.notice(now, &title_of(code));
    }
}
