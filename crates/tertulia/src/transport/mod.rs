//! The same read in several encodings: [`poll`] is one look, [`sse`] and [`ws`] go on looking, [`text`] is either.
//!
//! [`page`] is what they share: how a reader begins, and how a page is put together from changes encoded before. [`follow`] is
//! the loop of those that go on over plain HTTP. [`lines`] words what `text` writes, [`html`] the page of a room; they wait for nothing.

pub(crate) mod follow;
pub(crate) mod html;
pub(crate) mod lines;
pub(crate) mod page;
pub(crate) mod poll;
#[cfg(test)]
mod samples;
pub(crate) mod sse;
pub(crate) mod text;
pub(crate) mod ws;

use std::time::Duration;

/// The longest that a reader is asked to stay away when the server leaves. All of a node's readers spread over it.
const LEAVING_SPREAD_MS: u32 = 5_000;

/// How long one reader should stay away: drawn at random, so that not all come back at once.
pub(crate) fn leaving_after_ms() -> u32 {
    getrandom::u32().unwrap_or(0) % LEAVING_SPREAD_MS
}

/// How long a stream waits before it asks a store that was away again.
pub(crate) const STORE_RETRY: Duration = Duration::from_millis(500);
