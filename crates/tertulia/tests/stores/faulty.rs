//! The store that fails on demand fails only on demand, and as it says.

use std::sync::Arc;
use std::task::{Context, Waker};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tertulia::error::StoreError;
use tertulia::store::{Span, Store, WriteError};
use tertulia::testkit::words::{done, facts, ids, in_room, message, read, room, say, write};
use tertulia::testkit::{FaultyStore, Place, store_contract};
use tertulia::wire::Time;

use super::place::SqlitePlace;

struct FaultyPlace(SqlitePlace);

impl Place for FaultyPlace {
    fn open(&self) -> BoxFuture<'_, Arc<dyn Store>> {
        async { Arc::new(FaultyStore::new(self.0.open().await)) as Arc<dyn Store> }.boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.0.close()
    }

    fn copy_aside(&self) -> BoxFuture<'_, ()> {
        self.0.copy_aside()
    }

    fn put_back(&self) -> BoxFuture<'_, ()> {
        self.0.put_back()
    }
}

#[tokio::test]
async fn told_nothing_it_keeps_the_contract() {
    store_contract(async || FaultyPlace(SqlitePlace::new())).await;
}

#[tokio::test]
async fn it_fails_as_it_is_told() {
    let (place, lobby) = (SqlitePlace::new(), room("room/lobby"));
    let store = FaultyStore::new(place.open().await);
    done(&store, &lobby, say("ana", "1", "a")).await;

    store.set_away(true);
    let answer = write(&store, in_room(&lobby, say("ana", "2", "b")), Time(0)).await;
    assert!(matches!(answer, Err(WriteError::Store(StoreError::Away(_)))));
    assert!(matches!(store.find(&lobby).await, Err(StoreError::Away(_))));
    store.set_away(false);
    assert_eq!(facts(&store, &lobby).await.head, 1, "nothing got through");

    store.set_unknown(true);
    let answer = write(&store, in_room(&lobby, say("ana", "2", "b")), Time(0)).await;
    assert!(matches!(answer, Err(WriteError::Store(StoreError::Unknown(_)))));
    store.set_unknown(false);
    assert!(!message(&done(&store, &lobby, say("ana", "2", "b")).await).1, "it got through");

    let reads = store.reads();
    assert_eq!(ids(&read(&store, &lobby, Span::Newest, 9).await), [1, 2]);
    assert_eq!(store.reads(), reads + 1);

    let mut context = Context::from_waker(Waker::noop());
    store.hold_writes(true);
    let mut held = store.write(vec![in_room(&lobby, say("ana", "3", "c"))], Time(0));
    assert!(held.as_mut().poll(&mut context).is_pending());
    assert_eq!(facts(&store, &lobby).await.head, 2, "reads pass the writes' gate");
    store.hold_writes(false);
    assert!(held.await[0].is_ok());

    store.hold_reads(true);
    let mut held = store.find(&lobby);
    assert!(held.as_mut().poll(&mut context).is_pending());
    done(&store, &lobby, say("ana", "4", "d")).await;
    store.hold_reads(false);
    assert!(held.await.is_ok());
}
