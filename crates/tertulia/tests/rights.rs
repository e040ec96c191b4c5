//! What becomes of readers and senders when a room moves, a right ends or too much comes, in each way to read.
//!
//! Time stands still but where a test waits, and then jumps to whatever is due next.

#[path = "rights/acts.rs"]
mod acts;
#[path = "rights/addresses.rs"]
mod addresses;
#[path = "rights/audit.rs"]
mod audit;
#[path = "rights/beneath.rs"]
mod beneath;
#[path = "rights/deleting.rs"]
mod deleting;
#[path = "rights/elsewhere.rs"]
mod elsewhere;
#[path = "rights/endings.rs"]
mod endings;
#[path = "rights/everywhere.rs"]
mod everywhere;
#[path = "rights/keys.rs"]
mod keys;
#[path = "rights/line.rs"]
mod line;
#[path = "rights/moderation.rs"]
mod moderation;
#[path = "rights/moving.rs"]
mod moving;
#[path = "rights/nobody.rs"]
mod nobody;
#[path = "rights/pace.rs"]
mod pace;
#[path = "rights/races.rs"]
mod races;
#[path = "rights/rechecks.rs"]
mod rechecks;
#[path = "rights/renewing.rs"]
mod renewing;
#[path = "rights/reports.rs"]
mod reports;
#[path = "rights/slowing.rs"]
mod slowing;
#[path = "rights/strangers.rs"]
mod strangers;

use std::sync::Arc;

use tertulia::auth::{Policy, TypeRules};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::Level;
use tertulia::{Chat, Limits};

async fn chat() -> Chat {
    bounded(Limits::default().unpaced()).await
}

async fn bounded(limits: Limits) -> Chat {
    let readable = TypeRules { guests: Level::Read, create: None };
    let policy = Policy { types: [("open".parse().expect("a type"), readable)].into(), ..Policy::default() };
    let built = Chat::builder().store(Arc::new(MemoryStore::new())).secret([7; 32]).policy(policy).limits(limits).build();
    built.await.expect("built")
}

/// A token of a user who may do so much in one room.
fn token(chat: &Chat, id: &str, name: &str, level: Level) -> String {
    chat.user_token(id, id, &room(name), level, 100_000).expect("a token")
}
