//! The bus within one process: for several chats over one store, as in tests of many nodes.

use futures_util::future::BoxFuture;
use tokio::sync::broadcast;

use super::{Bus, Hint, Hints};

/// Hints kept for a listener that is slow; beyond that it is told to ask the store.
const HINTS_MAX: usize = 1_024;

/// A bus within one process.
#[derive(Debug, Clone)]
pub struct LocalBus(broadcast::Sender<Hint>);

impl Default for LocalBus {
    fn default() -> Self {
        Self(broadcast::channel(HINTS_MAX).0)
    }
}

struct Listener(broadcast::Receiver<Hint>);

impl Hints for Listener {
    fn recv(&mut self) -> BoxFuture<'_, Option<Hint>> {
        Box::pin(async {
            match self.0.recv().await {
                Ok(hint) => Some(hint),
                Err(broadcast::error::RecvError::Lagged(_)) => None,
                // Nobody will publish any more, and a listener that returns at once would spin.
                Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
            }
        })
    }
}

impl Bus for LocalBus {
    fn publish(&self, hint: Hint) {
        // Nobody listening is no failure: hints may be lost.
        let _ = self.0.send(hint);
    }

    fn listen(&self) -> Box<dyn Hints> {
        Box::new(Listener(self.0.subscribe()))
    }
}
