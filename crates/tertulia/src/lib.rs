//! A live chat room on anything in a website: a library that mounts into a host application.
//!
//! A room belongs to any object of the host's, by its type and id, and is a log: every transport is a way to read it from
//! a cursor. Nothing that was acknowledged is lost, and nobody misses a line on a reconnect.
//!
//! ```no_run
//! use std::sync::Arc;
//! use tertulia::Chat;
//! use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
//!
//! # async fn mount() -> Result<(), Box<dyn std::error::Error>> {
//! let store = SqliteStore::open(SqliteOptions::new("rooms.db")).await?;
//! let chat = Chat::builder().store(Arc::new(store)).secret("at least thirty-two bytes, kept secret").build().await?;
//!
//! let app: axum::Router = axum::Router::new().nest("/chat", chat.router());
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
//! axum::serve(listener, app).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `sqlite` | yes | rooms in a SQLite file |
//! | `http-client` | no | requests that go out: the site's public keys from an address |
//! | `widget` | yes | the built widget, served at `widget.js`, compressed to whoever takes that |
//! | `testkit` | no | the stores' contract as tests, a store in memory, one that fails on demand, a model of a reader |
//!
//! # Reading order
//!
//! [`chat`] wires the parts. [`room`] is what the host's own code has in hand, [`attach`] ties rooms to its types. [`say`] is the line: admit, draft, allow, pace, filter, hook, write. [`store`] is where rooms live, and its
//! contract. `hub` is who reads them, and `hub::subscription` the one read path; `transport` are its encodings.
//! [`auth`] is the one door for permissions. [`filter`] is what is not to be said, [`hook`] what the host says to it, [`limits`] are all bounds, [`l10n`] all words, [`error`] all that goes wrong, [`metrics`] what is counted.

pub mod address;
pub mod attach;
mod audit;
pub mod auth;
pub mod bus;
pub mod chat;
pub mod clock;
pub mod draft;
pub mod error;
pub mod filter;
pub mod hook;
pub mod http;
// For the tests of this library, and of no stable shape.
#[doc(hidden)]
pub mod hub;
pub mod l10n;
pub mod limits;
pub mod metrics;
// For the binary, which tells what was meant in its configuration.
#[doc(hidden)]
pub mod nearest;
pub mod origins;
pub mod room;
pub mod say;
pub mod store;
#[cfg(feature = "testkit")]
pub mod testkit;

mod buckets;
mod erasing;
mod guests;
mod hearing;
mod hold;
mod json;
mod listing;
mod moderation;
mod names;
#[cfg(feature = "http-client")]
mod outward;
mod pace;
mod person;
mod read_state;
mod reports;
mod seen;
mod signal;
mod standing;
mod transport;
mod whereabouts;
mod writer;
mod wrong;

pub use address::{ClientAddress, TrustedProxies};
pub use attach::Attach;
pub use audit::AuditPage;
pub use chat::{Chat, ChatBuilder};
pub use error::{Arg, Error, Refusal};
pub use limits::Limits;
pub use room::Room;
pub use tertulia_wire as wire;

/// The book's and the front page's Rust, compiled with the library's own examples.
#[cfg(doctest)]
mod book {
    #[doc = include_str!("../../../README.md")]
    struct FrontPage;
    #[doc = include_str!("../../../docs/src/start/rust.md")]
    struct Start;
}
