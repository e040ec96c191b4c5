//! A bot that answers in a room: whoever says `!echo something` gets it back, once.
//!
//! It speaks the public protocol alone. It shows who it is by a token with the level `say` in its room (`Authorization: Bearer`).
//! It follows the room as server-sent events, and comes back with its cursor (`Last-Event-ID`) whenever the line is gone, so that
//! it misses nothing. Its cursor moves only once an answer is stored, so that it may see a message twice; each answer is named after
//! the message that it answers (`client_id`), so that it is said once all the same.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use reqwest::{Client, Response, StatusCode};
use tertulia_wire::{ClientId, Cursor, Kind, Message, ServerFrame, request::Say};

/// A bot in one room.
#[derive(Debug)]
pub struct Bot {
    messages: String,
    token: String,
    http: Client,
    me: Option<String>,
    cursor: Option<Cursor>,
}

/// What a message is answered with, if it asks for anything.
#[must_use]
pub fn answer(text: &str) -> Option<&str> {
    text.strip_prefix("!echo ").map(str::trim).filter(|text| !text.is_empty())
}

impl Bot {
    /// A bot for a room (`type/id`) of a server; what was said before a cursor has been seen, or all that is there now.
    #[must_use]
    pub fn new(server: &str, room: &str, token: &str, cursor: Option<Cursor>) -> Self {
        let messages = format!("{}/v1/rooms/{room}/messages", server.trim_end_matches('/'));
        Self { messages, token: token.to_owned(), http: Client::new(), me: None, cursor }
    }

    /// Answers until the server says that it will not have this bot any more.
    ///
    /// # Errors
    /// When the token is not good, or not for this room.
    pub async fn run(&mut self) -> Result<()> {
        loop {
            if let Some(status) = self.follow().await.err().and_then(|error| error.downcast_ref::<reqwest::Error>()?.status())
                && matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::GONE)
            {
                bail!("the server will not have this bot: {status}");
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }

    /// Follows the room until the line is gone.
    async fn follow(&mut self) -> Result<()> {
        let mut request = self.http.get(format!("{}?last=1", self.messages)).bearer_auth(&self.token);
        request = request.header("accept", "text/event-stream");
        if let Some(cursor) = self.cursor {
            request = request.header("last-event-id", cursor.to_string());
        }
        let mut response = request.send().await?.error_for_status()?;
        let mut events = Vec::new();
        while let Some(frame) = next(&mut response, &mut events).await? {
            let (cursor, messages) = match frame {
                ServerFrame::Opened(opened) => {
                    self.me = opened.page.me.and_then(|me| me.id).or(self.me.take());
                    (opened.page.cursor, opened.page.messages)
                }
                ServerFrame::Reset(page) => (page.cursor, page.messages),
                ServerFrame::Change(change) => (Some(change.cursor), Vec::from_iter(change.message)),
                ServerFrame::Leaving(_) | ServerFrame::Ended(_) => return Ok(()),
                _ => continue,
            };
            // What was there when it came for the first time is none of its business.
            for message in messages.iter().filter(|_| self.cursor.is_some()) {
                self.reply(message).await?;
            }
            self.cursor = cursor.or(self.cursor);
        }
        Ok(())
    }

    async fn reply(&self, message: &Message) -> Result<()> {
        let is_own = message.sender.as_ref().is_some_and(|sender| sender.id == self.me);
        let Some(text) = answer(&message.text).filter(|_| message.kind == Kind::Message && !is_own) else { return Ok(()) };
        let client_id: ClientId = format!("answer-to-{}", message.id).parse()?;
        let say = Say { text: text.to_owned(), client_id: Some(client_id), reply_to: Some(message.id), ..Say::default() };
        let answered = self.http.post(&self.messages).bearer_auth(&self.token).json(&say).send().await?;
        match answered.status() {
            // Answered before the message was edited: it stands.
            StatusCode::CONFLICT => Ok(()),
            // Not stored yet, or nobody knows: the cursor stays, and the message comes again.
            status if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => bail!("not now: {status}"),
            // Refused, for example because the room is locked: it would be again.
            _ => Ok(()),
        }
    }
}

/// The next event's frame; none at the end of the stream.
async fn next(response: &mut Response, events: &mut Vec<u8>) -> Result<Option<ServerFrame>> {
    loop {
        if let Some(end) = events.windows(2).position(|two| two == b"\n\n") {
            let event: Vec<u8> = events.drain(..end + 2).collect();
            let event = String::from_utf8(event).context("events are UTF-8")?;
            if let Some(data) = event.lines().find_map(|line| line.strip_prefix("data: ")) {
                return Ok(Some(serde_json::from_str(data)?));
            }
        } else if let Some(more) = response.chunk().await? {
            events.extend_from_slice(&more);
        } else {
            return Ok(None);
        }
    }
}
