//! Hints that come so late that the name stands for something else by then, where nothing but a hint tells of it.

use std::sync::Arc;

use tertulia::hub::{Hub, Next, Subscription};
use tertulia::store::{Act, Found, Store, Written};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{delete, in_room, put, room, say};
use tertulia::wire::request::PutRoom;
use tertulia::wire::{RoomName, Time};

use super::super::runtime;

fn ground() -> (Arc<MemoryStore>, Arc<Hub>) {
    let store = Arc::new(MemoryStore::shared());
    let hub = Hub::new(Arc::clone(&store) as Arc<dyn Store>, Arc::default());
    (store, hub)
}

async fn written(store: &MemoryStore, name: &RoomName, act: Act) -> Written {
    store.write(vec![in_room(name, act)], Time(0)).await.pop().expect("an answer").expect("written")
}

/// Tells a hub, and lets it ask what it has to.
async fn tell(hub: &Hub, written: &Written) {
    hub.deliver(written);
    for _ in 0..40 {
        tokio::task::yield_now().await;
    }
}

#[test]
fn the_late_end_of_a_room_does_not_end_the_one_that_its_name_leads_to_by_now() {
    runtime().block_on(async {
        let (store, hub) = ground();
        let (lobby, elsewhere) = (room("room/lobby"), room("room/elsewhere"));
        written(&store, &lobby, say("ana", "1", "hello")).await;
        let _held = hub.room(&lobby).await.expect("a room");
        let ended = written(&store, &lobby, Act::DeleteRoom).await;
        written(&store, &lobby, put(PutRoom::default())).await;
        let moved = written(&store, &lobby, Act::Move { to: elsewhere.clone() }).await;
        tell(&hub, &moved).await;
        tell(&hub, &ended).await;
        let (_, found) = hub.room(&lobby).await.expect("an answer");
        assert!(matches!(&found, Found::Room(facts) if facts.name == elsewhere), "{found:?}");
    });
}

#[test]
fn a_room_whose_end_was_undone_by_a_copy_is_there_again_although_the_hint_of_its_end_comes_last() {
    runtime().block_on(async {
        let (store, hub) = ground();
        let lobby = room("room/lobby");
        written(&store, &lobby, say("ana", "1", "hello")).await;
        let _held = hub.room(&lobby).await.expect("a room");
        let copy = store.copy();
        let ended = written(&store, &lobby, Act::DeleteRoom).await;
        store.put_back(&copy);
        tell(&hub, &ended).await;
        let (_, found) = hub.room(&lobby).await.expect("an answer");
        assert!(matches!(&found, Found::Room(facts) if facts.head == 1), "{found:?}");
    });
}

#[test]
fn what_is_deleted_under_a_new_name_is_handed_out_no_more_under_the_old_one_though_the_move_was_never_told() {
    runtime().block_on(async {
        let (store, hub) = ground();
        let (lobby, elsewhere) = (room("room/lobby"), room("room/elsewhere"));
        written(&store, &lobby, say("ana", "1", "hello")).await;
        let (held, found) = hub.room(&lobby).await.expect("a room");
        let mut reader = Subscription::new(held);
        reader.admit(found.access());
        reader.start_newest(1).await.expect("a page");
        tell(&hub, &written(&store, &lobby, say("ana", "2", "deleted in a moment")).await).await;
        written(&store, &lobby, Act::Move { to: elsewhere.clone() }).await;
        tell(&hub, &written(&store, &elsewhere, delete(2, "ana")).await).await;
        let next = reader.now(8, 1 << 20).await;
        assert!(matches!(&next, Some(Next::Moved(facts)) if facts.name == elsewhere), "{next:?}");
    });
}
