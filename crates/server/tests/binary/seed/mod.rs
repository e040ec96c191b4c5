//! What the chat that this one descends from asked for, and the mistakes that its code made: one test for each line, named after it.
//!
//! What people see of these lines (lines added to the box, each kind drawn in its own way, emoticons) is the widget's, and is tested
//! there.

mod asked_for;
mod mistakes;

use std::sync::Arc;

use tertulia::Chat;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};

/// A chat inside this process, on a file of its own.
async fn chat(folder: &tempfile::TempDir) -> Chat {
    let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
    Chat::builder().store(Arc::new(store)).build().await.expect("a chat")
}
