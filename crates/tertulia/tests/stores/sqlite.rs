//! Rooms in a SQLite file: the contract, the file itself, and who may open it.

use tertulia::testkit::model::random_histories;
use tertulia::testkit::store_contract;

use super::place::SqlitePlace;

#[tokio::test]
async fn sqlite_keeps_the_contract() {
    store_contract(async || SqlitePlace::new()).await;
}

#[test]
fn sqlite_agrees_with_the_model() {
    random_histories(40, SqlitePlace::new);
}
