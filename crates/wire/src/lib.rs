//! What is said: every id, cursor, request, frame and problem that crosses the wire between Tertulia and its clients.
//!
//! These types are the only definition of the protocol. The OpenAPI document is generated from them, and the TypeScript
//! types from that. The crate depends on serde, serde_json and utoipa alone, and nothing in it reads a clock or opens a file.
//!
//! Reading order: [`ids`] names things, [`cursor`] says where a reader is, [`message`] is what a room holds, [`page`] is
//! what a read answers, [`read`] how much of it is new to somebody, [`request`] is what a client may ask, [`frame`] is what travels on a stream, [`held`] is what waits for
//! review, [`report`] what was reported, [`hook`] is what the host is asked, [`person`] is what is kept of somebody, [`problem`] is how a request is
//! refused.
//!
//! Version 1 only grows. Clients and servers ignore fields and frames that they don't know, but where a request says otherwise, and draw an
//! unknown kind as [`Kind::Notification`]. What is absent is left out, never `null`; only `sender` is `null` for nobody.

pub mod cursor;
pub mod frame;
pub mod held;
pub mod hook;
pub mod ids;
pub mod message;
pub mod moderation;
pub mod page;
pub mod person;
pub mod problem;
pub mod read;
pub mod report;
pub mod request;
pub mod time;

pub use cursor::{Cursor, Epoch};
pub use frame::{ClientFrame, ServerFrame};
pub use held::{Held, HeldBy, HeldMessage, HeldPage, HoldMode};
pub use hook::{HookAnswer, HookQuestion, HookType};
pub use ids::{ClientId, InvalidId, RoomId, RoomName, RoomType};
pub use message::{DeletedBy, Kind, Message, Reaction, Sender};
pub use page::{Level, Me, Page, PresenceMode, Present, Purged, Settings};
pub use problem::{Code, Problem};
pub use read::{PutRead, ReadState, Unread, UnreadRooms};
pub use report::{NewReport, Report, ReportedMessage, Reports};
pub use time::Time;

/// The WebSocket subprotocol of this version.
pub const SUBPROTOCOL: &str = "tertulia.v1";

/// Ids and versions stay below 2⁵³, so that a JavaScript number holds each exactly.
pub const NUMBER_MAX: u64 = (1 << 53) - 1;
