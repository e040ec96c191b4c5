//! The store in memory keeps the contract of every store.

use tertulia::testkit::model::random_histories;
use tertulia::testkit::{MemoryPlace, store_contract};

#[tokio::test]
async fn it_keeps_the_contract() {
    store_contract(async || MemoryPlace::default()).await;
}

#[test]
fn it_does_what_the_model_does() {
    random_histories(64, MemoryPlace::default);
}
