//! How nodes wake each other: hints that may be lost, doubled or late, and are never the only copy.

pub mod local;

use std::sync::Arc;

use futures_util::future::BoxFuture;

use crate::store::Written;

/// Says that something was written, and what.
#[derive(Debug, Clone)]
pub struct Hint(Arc<Written>);

impl Hint {
    /// A hint of a write.
    #[must_use]
    pub fn new(written: &Written) -> Self {
        Self(Arc::new(written.clone()))
    }

    /// What was written.
    #[must_use]
    pub fn written(&self) -> &Written {
        &self.0
    }
}

/// The hints of other nodes, as they come.
pub trait Hints: Send {
    /// The next hint. `None` when some were lost, or the bus is gone for a while: time to ask the store.
    fn recv(&mut self) -> BoxFuture<'_, Option<Hint>>;
}

/// The doorbell between nodes. The log is the truth: whatever a bus loses, doubles or delays, readers end up whole.
pub trait Bus: Send + Sync + 'static {
    /// Sends a hint to all who listen, this node among them. Never waits.
    fn publish(&self, hint: Hint);

    /// Listens from now on.
    fn listen(&self) -> Box<dyn Hints>;
}
