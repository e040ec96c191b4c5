//! A live chat room on anything in a website: a library that mounts into a host application.

pub mod auth;
pub mod bus;
pub mod chat;
pub mod clock;
pub mod draft;
pub mod error;
pub mod http;
pub mod hub;
pub mod l10n;
pub mod limits;
pub mod say;
pub mod store;
pub mod transport;

mod writer;

pub use chat::{Chat, ChatBuilder};
pub use error::{Error, Refusal};
pub use limits::Limits;
pub use tertulia_wire as wire;
