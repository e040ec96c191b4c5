//! What a chat begins with, and what other nodes of the same store tell: hints of what was written, and what was taken back.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::task::JoinHandle;

use crate::auth::identity::HOST;
use crate::auth::jwks::Jwks;
use crate::bus::Bus;
use crate::chat::{Chat, Inner};
use crate::error::Error;
use crate::hub::Hub;
use crate::standing::By;
use crate::store::Everywhere;

impl Chat {
    /// Learns what was so before it began, goes on with what was under way, and hears the other nodes.
    pub(crate) async fn begin(&self, bus: Option<Arc<dyn Bus>>) -> Result<(), Error> {
        self.learn_what_is_taken_back().await?;
        self.go_on_erasing().await?;
        if let Some(bus) = bus {
            self.hear_others(bus);
        }
        if let Some(jwks) = self.inner.tokens.jwks() {
            let hearing = hear_what_the_site_takes_back(Arc::downgrade(&self.inner), Arc::clone(jwks));
            self.keep(tokio::spawn(hearing));
        }
        Ok(())
    }

    /// Begins to hear what other nodes write and take back.
    fn hear_others(&self, bus: Arc<dyn Bus>) {
        let listening = tokio::spawn(listen(bus, Arc::downgrade(&self.inner.hub)));
        let hearing = tokio::spawn(hear_what_is_taken_back(Arc::downgrade(&self.inner)));
        self.keep(listening);
        self.keep(hearing);
    }

    /// Ends a task with the chat.
    fn keep(&self, task: JoinHandle<()>) {
        if let Ok(mut tasks) = self.inner.tasks.lock() {
            tasks.push(task);
        }
    }
}

/// Takes the hints of other nodes, and asks the store now and then what was lost of them.
async fn listen(bus: Arc<dyn Bus>, hub: Weak<Hub>) {
    const SWEEP_S: u64 = 15;
    let mut hints = bus.listen();
    let mut sweep = tokio::time::interval(Duration::from_secs(SWEEP_S));
    loop {
        let hint = tokio::select! {
            hint = hints.recv() => hint,
            _ = sweep.tick() => None,
        };
        let Some(hub) = hub.upgrade() else { return };
        match hint {
            Some(hint) => hub.deliver(hint.written()),
            None => hub.sweep().await,
        }
    }
}

/// Asks the store once a second what other nodes have taken back, whatever becomes of the hints.
async fn hear_what_is_taken_back(inner: Weak<Inner>) {
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let Some(inner) = inner.upgrade() else { return };
        let chat = Chat { inner };
        let heard = async {
            chat.learn_revocations(chat.inner.rights.known()).await?;
            chat.inner.hub.hear_what_rooms_take_back().await
        };
        if let Err(error) = heard.await {
            tracing::debug!(%error, "what others have taken back could not be asked for");
        }
    }
}

/// Has everybody asked again who they are whenever a fetch has taken a key back: a line that was let in by it is looked at by nobody
/// else. A store that is away is told once it is back.
async fn hear_what_the_site_takes_back(inner: Weak<Inner>, jwks: Arc<Jwks>) {
    let mut heard = 0;
    loop {
        let taken_back = jwks.takes_back(heard).await;
        let Some(inner) = inner.upgrade() else { return };
        match (Chat { inner }).raise_everywhere(Everywhere::Recheck, By::Host(HOST)).await {
            Ok(_) => heard = taken_back,
            Err(error) => {
                tracing::debug!(%error, "that a key was taken back could not be noted; it is tried again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
