//! What tests of stores, and tests on top of stores, have in common.
//!
//! [`store_contract`] holds any store to what [`Store`] promises, [`model::random_histories`] compares
//! one with a simple [`model::Model`] over random batches, and [`FaultyStore`] makes a good store fail on demand.
//! [`MemoryStore`] is a store to play histories through in a moment, restarts and restored copies among them, and
//! [`Picture`] is what a reader should make of it all.
//! Everything here panics when it doesn't find what it should.

mod contract;
mod faulty;
mod memory;
pub mod model;
mod picture;
pub mod words;

use std::sync::Arc;

use futures_util::future::BoxFuture;

pub use self::contract::store_contract;
pub use self::faulty::FaultyStore;
pub use self::memory::{MemoryCopy, MemoryPlace, MemoryStore};
pub use self::picture::{Ask, Picture, Rules};
use crate::store::Store;

/// Where a store keeps its rooms, as tests need it: a fresh one for each check.
pub trait Place: Send + Sync {
    /// Opens the store: a new run.
    fn open(&self) -> BoxFuture<'_, Arc<dyn Store>>;

    /// Closes what was opened last, so that it can be opened again or copied.
    fn close(&self) -> BoxFuture<'_, ()>;

    /// Copies all that is stored now aside, also while it is open.
    fn copy_aside(&self) -> BoxFuture<'_, ()>;

    /// Puts the copy back in place of all that is stored; only while it is closed.
    fn put_back(&self) -> BoxFuture<'_, ()>;
}
