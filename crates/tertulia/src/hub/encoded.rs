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
    /// The message's reactions, so that a page can say which are the reader's own.
    pub reactions: Vec<Reaction>,
    // Room for the head of a WebSocket frame, then the frame `change` as JSON.
    bytes: Box<[u8]>,
    begin: usize,
    body: Range<usize>,
    event: OnceLock<Bytes>,
}

/// The longest head of a frame that a server sends (RFC 6455, section 5.2): nothing is masked.
const HEAD_MAX: usize = 10;
/// A whole message of text in one frame.
const FINAL_TEXT: u8 = 0x81;

/// The head of a WebSocket frame of so many bytes: where it begins within the last places before them.
fn put_head(place: &mut [u8], length: usize) -> usize {
    let (mark, rest) = match length {
        0..126 => (u8::try_from(length).unwrap_or(0), 0),
        126..65_536 => (126, 2),
        _ => (127, 8),
    };
    let begin = place.len() - rest - 2;
    place[begin] = FINAL_TEXT;
    place[begin + 1] = mark;
    let bytes = (length as u64).to_be_bytes();
    place[begin + 2..].copy_from_slice(&bytes[bytes.len() - rest..]);
    begin
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
        let mut bytes = vec![0; HEAD_MAX];
        bytes.extend_from_slice(format!(r#"{{"type":"change","room":"{room}","cursor":"{cursor}","{field}":"#).as_bytes());
        let start = bytes.len();
        match change {
            Change::Message(message) => serde_json::to_writer(&mut bytes, message)?,
            Change::Settings(settings) => serde_json::to_writer(&mut bytes, &**settings)?,
        }
        let reactions = match change {
            Change::Message(message) => message.reactions.clone(),
            Change::Settings(_) => Vec::new(),
        };
        let body = start..bytes.len();
        bytes.push(b'}');
        let length = bytes.len() - HEAD_MAX;
        let begin = put_head(&mut bytes[..HEAD_MAX], length);
        let (version, bytes, event) = (change.version(), bytes.into(), OnceLock::new());
        Ok(Arc::new(Self { version, id, cursor, reactions, bytes, begin, body, event }))
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

    /// The frame `change`, as JSON.
    #[must_use]
    pub fn frame(&self) -> &[u8] {
        &self.bytes[HEAD_MAX..]
    }

    /// The frame `change` as it goes out on a WebSocket, with its head.
    #[must_use]
    pub fn socket_frame(&self) -> &[u8] {
        &self.bytes[self.begin..]
    }

    /// True for a change of a message with a lower id: one that the room keeps no longer, if it begins there.
    #[must_use]
    pub fn is_below(&self, first: u64) -> bool {
        !self.is_settings() && self.id < first
    }

    /// The message, or the settings, alone, as JSON.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.bytes[self.body.clone()]
    }

    /// The change as a server-sent event, made when it is first asked for.
    #[must_use]
    pub fn event(&self) -> Bytes {
        self.event.get_or_init(|| event("change", Some(self.cursor), self.frame())).clone()
    }

    /// Bytes that it holds in memory, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let reactors: usize =
            self.reactions.iter().map(|reaction| 64 + reaction.by.iter().map(|id| 24 + id.len()).sum::<usize>()).sum();
        self.bytes.len() + size_of::<Self>() + reactors
    }
}

/// A WebSocket frame with this JSON.
#[must_use]
pub fn socket_frame(json: &[u8]) -> Vec<u8> {
    let mut head = [0; HEAD_MAX];
    let begin = put_head(&mut head, json.len());
    [&head[begin..], json].concat()
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

#[cfg(test)]
mod tests {
    use super::put_head;

    #[test]
    fn a_head_says_the_length_in_the_fewest_bytes() {
        let head = |length| {
            let mut place = [0; 10];
            let begin = put_head(&mut place, length);
            place[begin..].to_vec()
        };
        assert_eq!(head(125), [0x81, 125]);
        assert_eq!(head(126), [0x81, 126, 0, 126]);
        assert_eq!(head(65_535), [0x81, 126, 255, 255]);
        assert_eq!(head(65_536), [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
    }
}
