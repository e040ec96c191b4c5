//! The host's hook: asked about each message and each edit once door, pace and filter have let it pass, and before it is written.
//!
//! What the store alone can tell is found when it is written: slow mode, the message that is answered, how much waits for review.
//!
//! It may allow it, refuse it in its own words, change its text, or have it wait for review. A hook that does not answer in time,
//! fails, panics, or answers what can't be used is silent; what becomes of the message then is [`WhenSilent`].

mod asking;
mod bounds;
#[cfg(feature = "http-client")]
mod http;
mod line;

use std::error::Error;

use futures_util::future::BoxFuture;
pub use tertulia_wire::hook::{HookAnswer, HookQuestion, HookType};

pub(crate) use self::asking::{Edited, ToAsk};
pub(crate) use self::bounds::Hooks;
#[cfg(feature = "http-client")]
pub use self::http::HttpHook;
pub(crate) use self::line::Shared;
use crate::ChatBuilder;

/// What a hook is on its way to answer.
pub type Answering<'a> = BoxFuture<'a, Result<HookAnswer, Box<dyn Error + Send + Sync>>>;

/// What a host has to say about each message before anybody reads it. [`HttpHook`] asks an address.
///
/// It is asked about new messages of every kind and about edits, by everybody but the host's own code
/// ([`Room`](crate::Room)) and its programs (`own` by wildcard): for those the host answers itself. It is not asked about
/// reactions and deletions, nor when a moderator lets a held message in. A request that was made before is answered without it.
///
/// What one person says in one room is written in the order in which it was said, whatever takes the hook longer; it may be asked
/// about several of them at once, and about any number of people, up to `hook_calls`. It has `hook_timeout_ms` for each.
/// It is asked in the midst of things: whoever blocks the thread in it holds up others.
///
/// ```
/// use tertulia::hook::{Answering, Hook, HookAnswer, HookQuestion};
///
/// struct Shop;
///
/// impl Hook for Shop {
///     fn ask<'a>(&'a self, question: &'a HookQuestion) -> Answering<'a> {
///         Box::pin(async move {
///             // A real host looks its customer up here; an error is one that passes, such as a database that is away.
///             Ok(if question.text.contains("refund") {
///                 HookAnswer::Refuse { words: Some("Please write to help@example.org.".into()) }
///             } else {
///                 HookAnswer::Allow
///             })
///         })
///     }
/// }
/// ```
pub trait Hook: Send + Sync + 'static {
    /// Says what is to become of a message or of an edit.
    ///
    /// May be asked twice about one message: when its sender sends it again after a refusal, or after nobody could say.
    ///
    /// # Errors
    /// When the host can't say for now: it counts as silent. Logged here.
    fn ask<'a>(&'a self, question: &'a HookQuestion) -> Answering<'a>;
}

/// What becomes of a message about which the hook is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WhenSilent {
    /// It is not said: its sender is answered `store_away`, and may send it again, which the widget does by itself.
    #[default]
    Refuse,
    /// It is said unasked.
    Allow,
    /// It waits for review. An edit, which can't wait, is refused as above.
    Hold,
}

impl ChatBuilder {
    /// What the host has to say about each message and each edit before it is written. Nothing is asked where none is given.
    #[must_use]
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.hook = Some(Box::new(hook));
        self
    }

    /// What becomes of a message about which the hook is silent: it is not said, where nothing is said here.
    #[must_use]
    pub fn when_silent(mut self, when_silent: WhenSilent) -> Self {
        self.when_silent = when_silent;
        self
    }
}
