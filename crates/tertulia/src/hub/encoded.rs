//! One change, encoded once: its bytes are shared by every reader on every transport.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use bytes::{BufMut, Bytes, BytesMut};
use tertulia_wire::{Cursor, Reaction, RoomName};

use crate::store::Change;

/// The id under which the settings stand among the messages, whose ids begin at 1.
pub const SETTINGS_ID: u64 = 0;

/// A change as it goes over the wire. Nothing in it depends on who reads it.
#[derive(Debug)]
pub struct Encoded {
    /// The change's version.
    pub version: u64,
    /// The message's id, or [`SETTINGS_ID`].
    pub id: u64,
    /// The cursor of a reader that has seen it.
    pub cursor: Cursor,
    /// The frame `change`, as JSON.
    pub frame: Bytes,
    /// The message's reactions, so that a page can say which are the reader's own.
    pub reactions: Vec<Reaction>,
    body: Range<usize>,
    event: OnceLock<Bytes>,
}

impl Encoded {
    /// Encodes a change of a room.
    ///
    /// # Errors
    /// None that can happen: numbers, texts and lists all have a JSON form. The type says what serde_json says.
    pub fn new(room: &RoomName, cursor: Cursor, change: &Change) -> Result<Arc<Self>, serde_json::Error> {
        let (id, field) = match change {
            Change::Message(message) => (message.id, "message"),
            Change::Settings(_) => (SETTINGS_ID, "settings"),
        };
        // A room's name and a cursor have no character that JSON escapes, by their own rules.
        let mut frame = format!(r#"{{"type":"change","room":"{room}","cursor":"{cursor}","{field}":"#).into_bytes();
        let start = frame.len();
        match change {
            Change::Message(message) => serde_json::to_writer(&mut frame, message)?,
            Change::Settings(settings) => serde_json::to_writer(&mut frame, &**settings)?,
        }
        let reactions = match change {
            Change::Message(message) => message.reactions.clone(),
            Change::Settings(_) => Vec::new(),
        };
        let body = start..frame.len();
        frame.push(b'}');
        frame.shrink_to_fit();
        Ok(Arc::new(Self { version: change.version(), id, cursor, frame: frame.into(), reactions, body, event: OnceLock::new() }))
    }

    /// True for the first change of a message: nothing before it can have been replaced by it.
    #[must_use]
    pub fn is_new_message(&self) -> bool {
        self.id == self.version
    }

    /// True for a change of the settings.
    #[must_use]
    pub fn is_settings(&self) -> bool {
        self.id == SETTINGS_ID
    }

    /// True for a change of a message with a lower id: one that the room keeps no longer, if it begins there.
    #[must_use]
    pub fn is_below(&self, first: u64) -> bool {
        !self.is_settings() && self.id < first
    }

    /// The message, or the settings, alone, as JSON.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.frame[self.body.clone()]
    }

    /// The change as a server-sent event, made when it is first asked for.
    #[must_use]
    pub fn event(&self) -> Bytes {
        self.event.get_or_init(|| event("change", Some(self.cursor), &self.frame)).clone()
    }

    /// Bytes that it holds in memory, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let reactors: usize =
            self.reactions.iter().map(|reaction| 64 + reaction.by.iter().map(|id| 24 + id.len()).sum::<usize>()).sum();
        self.frame.len() + size_of::<Self>() + reactors
    }
}

/// A server-sent event whose data is one line of JSON.
#[must_use]
pub fn event(name: &str, cursor: Option<Cursor>, data: &[u8]) -> Bytes {
    let mut event = BytesMut::with_capacity(data.len() + 80);
    if let Some(cursor) = cursor {
        event.put_slice(format!("id: {cursor}\n").as_bytes());
    }
    event.put_slice(format!("event: {name}\ndata: ").as_bytes());
    event.put_slice(data);
    event.put_slice(b"\n\n");
    event.freeze()
}
