//! What travels on a stream: client frames inward (WebSocket), server frames outward (WebSocket and server-sent events).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::cursor::Cursor;
use crate::held::Held;
use crate::ids::RoomName;
use crate::message::{Message, Sender};
use crate::page::{Me, Page, Present, Settings};
use crate::problem::{Code, Problem};
use crate::request::Say;
use crate::time::Time;

/// A frame from a client, told apart by `type`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientFrame {
    /// The first frame of a connection.
    Hello(Hello),
    /// Opens a room on this connection.
    Open(Open),
    /// Closes a room on this connection.
    Close(Close),
    /// Says something.
    Say(SayFrame),
    /// Tells that one is typing.
    Typing(Typing),
    /// Replaces a token.
    Token(NewToken),
    /// A frame that this version doesn't know, and ignores.
    #[serde(other)]
    Unknown,
}

/// Introduces a connection; expected within ten seconds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Hello {
    /// The token that the connection's rooms stand on where they bring none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// In which language problems are worded, as `Accept-Language` says it: `es`, `pt-BR, en;q=0.5`. That header of the handshake
    /// holds where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// Opens a room, from a cursor (`after`) or with the newest messages (`last`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Open {
    /// Comes back on the answer; at most 64 characters.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The room to open.
    pub room: RoomName,
    /// Go on from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Cursor>,
    /// Begin with this many of the newest messages, 1 to 200; 50 where neither is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<u32>,
    /// The token that this room stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// Closes a room on this connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Close {
    /// The room to close.
    pub room: RoomName,
}

/// Says something in a room: the body of a request over HTTP, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SayFrame {
    /// Comes back on the answer; at most 64 characters.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The room to say it in.
    pub room: RoomName,
    /// What is said.
    #[serde(flatten)]
    pub say: Say,
}

/// Tells that one is typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Typing {
    /// The room in which.
    pub room: RoomName,
}

/// Replaces the token of one room, or else the connection's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewToken {
    /// The new token.
    pub token: String,
    /// The room whose token it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomName>,
}

/// A frame from the server, told apart by `type`. Server-sent events carry the same as their `data`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame {
    /// Answers `hello`.
    Welcome(Welcome),
    /// Answers `open`: a page, and from here on its changes.
    Opened(Opened),
    /// One change of a room.
    Change(Change),
    /// What came before can't be gone on from: begin again with this page.
    Reset(Page),
    /// What the reader may do has changed.
    Me(MeFrame),
    /// Who is here has changed.
    Presence(PresenceFrame),
    /// Something true only now.
    Signal(Signal),
    /// What waits for review is something else than before: a message was held, approved or rejected, or a report made or closed.
    /// Told to those who may `review`, and to nobody else.
    Waiting(Waiting),
    /// Answers `say`. May come before or after the message's `change`.
    Said(Said),
    /// Answers `say` where the message waits for review.
    Held(HeldFrame),
    /// Refuses a frame.
    Problem(ProblemFrame),
    /// A room's stream has ended; the connection goes on.
    Ended(Ended),
    /// The server is about to go: come back after so many milliseconds.
    Leaving(Leaving),
    /// The connection lives. Comes every `beat_s` seconds, in a stream of events only where nothing else does.
    Beat,
    /// A frame that this version doesn't know, and ignores.
    #[serde(other)]
    Unknown,
}

/// Answers `hello`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Welcome {
    /// Seconds between two beats; a client that hears nothing for twice as long reconnects.
    pub beat_s: u32,
    /// What this connection may do at most.
    pub limits: ConnectionLimits,
}

/// What one connection may do at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConnectionLimits {
    /// Rooms open at once.
    pub rooms: u32,
    /// Bytes in one frame from the client.
    pub frame_bytes: u32,
}

/// Answers `open`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Opened {
    /// The `ref` of the `open`; absent on server-sent events.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The page to begin with.
    #[serde(flatten)]
    pub page: Page,
}

/// One change: the full present state of one message, or of the room's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// The room.
    pub room: RoomName,
    /// Where to go on from once this change is applied.
    pub cursor: Cursor,
    /// The message as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The settings as they are now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
}

/// What the reader may do in a room now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MeFrame {
    /// The room.
    pub room: RoomName,
    /// What the reader may do.
    pub me: Me,
}

/// Who is in a room now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresenceFrame {
    /// The room.
    pub room: RoomName,
    /// Who is here.
    pub present: Present,
}

/// Something true only now: never stored, may be lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Signal {
    /// The room.
    pub room: RoomName,
    /// What is signalled.
    pub name: String,
    /// By whom.
    #[schema(nullable, required)]
    pub sender: Option<Sender>,
    /// What the host attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<serde_json::Value>,
}

/// What waits for review is something else than before: those who review ask for it. Never stored, and one where there was much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Waiting {
    /// The room.
    pub room: RoomName,
}

/// Answers `say`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Said {
    /// The `ref` of the `say`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The message as it is now.
    pub message: Message,
}

/// Answers `say`: the message waits for review, and its `change` comes once it is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldFrame {
    /// The `ref` of the `say`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What waits, and under which id it is asked for again.
    #[serde(flatten)]
    pub held: Held,
}

/// Refuses a frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProblemFrame {
    /// The `ref` of the frame, where it had one.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What is wrong. Its own `type` field is left out: a frame's `type` is `problem`.
    #[serde(flatten)]
    pub problem: Problem,
}

/// A room's stream has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ended {
    /// The room.
    pub room: RoomName,
    /// Why.
    pub code: Code,
    /// The room's name from now on, when it has moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_now: Option<RoomName>,
    /// Seconds after which to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// When it ends, with `banned`; absent is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, in the moderator's words, with `banned`: as in a [`Problem`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// The server is about to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Leaving {
    /// Milliseconds after which to come back, chosen so that not all come back at once.
    pub after_ms: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page on which everything that can be there is there, own reactions too.
    fn page() -> Page {
        let text = r#"{"room": "project/42", "cursor": "00000000000000ff.7", "more": true, "reset": false, "first": 1,
            "messages": [{"id": 5, "version": 7, "kind": "message", "sender": {"id": "ana", "name": "Ana"}, "text": "hola",
                "created": "2026-11-22T09:49:00.123Z", "reactions": [{"emoji": "👍", "count": 1, "by": ["ana"]}]}],
            "me": {"id": "ana", "level": "say", "may": ["read", "say"], "reacted": {"5": ["👍"], "12": ["👎", "🎉"]}}}"#;
        serde_json::from_str(text).expect("a page")
    }

    #[test]
    fn a_page_reads_back_as_it_was_written_in_each_frame_that_carries_one() {
        let page = page();
        let me = page.me.clone().expect("there");
        assert_eq!(me.reacted.keys().collect::<Vec<_>>(), [&5, &12]);
        let frames = [
            ServerFrame::Opened(Opened { reference: Some("1".into()), page: page.clone() }),
            ServerFrame::Opened(Opened { reference: None, page: page.clone() }),
            ServerFrame::Reset(page.clone()),
            ServerFrame::Me(MeFrame { room: page.room.clone(), me }),
        ];
        for frame in frames {
            let text = serde_json::to_string(&frame).expect("writes");
            assert_eq!(serde_json::from_str::<ServerFrame>(&text).expect(&text), frame);
        }
    }

    #[test]
    fn an_own_reaction_on_what_is_no_id_is_refused() {
        let text = r#"{"type": "me", "room": "a/1", "me": {"level": "say", "may": [], "reacted": {"five": []}}}"#;
        assert!(serde_json::from_str::<ServerFrame>(text).is_err());
    }
}
