//! Slow mode: one message in so many seconds.

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, HeldBy, Kind, Time};

use super::restart;
use crate::store::{Act, Hold, NewMessage, Review, Store, Write, WriteError, Written};
use crate::testkit::Place;
use crate::testkit::words::{delete, done, facts, in_room, message, new_message, put, refused, room, say, titled, write};

const ROOM: &str = "room/lobby";

fn slow(seconds: u32) -> Act {
    put(PutRoom { slow_seconds: Some(seconds), ..PutRoom::default() })
}

fn slowed(by: &str, client_id: &str) -> Write {
    in_room(&room(ROOM), Act::Say(Box::new(NewMessage { slowed: true, ..new_message(by, client_id, "a") })))
}

async fn at(store: &dyn Store, ms: i64, said: Write) -> Result<Written, WriteError> {
    write(store, said, Time(ms)).await
}

/// Seconds after which to try again.
fn later(answer: &Result<Written, WriteError>) -> Option<u32> {
    assert_eq!(refused(answer), Code::SlowDown);
    let Err(WriteError::Refused(refusal)) = answer else { return None };
    refusal.retry_after_s
}

pub(super) async fn a_slow_room_takes_one_message_in_its_time(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room(ROOM));
    done(&*store, &lobby, slow(10)).await;
    let two = store.write(vec![slowed("ana", "1"), slowed("ana", "2"), slowed("ben", "1")], Time(1_000)).await;
    assert!(two[0].is_ok() && two[2].is_ok(), "{two:?}");
    assert_eq!(later(&two[1]), Some(10), "within a batch");
    assert!(!message(&at(&*store, 1_500, slowed("ana", "1")).await.expect("a retry is answered first")).1);
    assert_eq!(later(&at(&*store, 1_500, slowed("ana", "2")).await), Some(10));

    let store = restart(place, store).await;
    assert_eq!(later(&at(&*store, 8_000, slowed("ana", "2")).await), Some(3));
    assert_eq!(later(&at(&*store, 10_999, slowed("ana", "2")).await), Some(1));
    assert_eq!(facts(&*store, &lobby).await.head, 3, "a refusal takes no version");
    at(&*store, 11_000, slowed("ana", "2")).await.expect("the time is over");

    at(&*store, 11_001, in_room(&lobby, say("ana", "3", "a"))).await.expect("whom it does not hold for");
    let notify = NewMessage { kind: Kind::Notification, ..new_message("ana", "4", "n") };
    at(&*store, 20_000, in_room(&lobby, Act::Say(Box::new(notify)))).await.expect("written");
    assert_eq!(later(&at(&*store, 21_000, slowed("ana", "5")).await), Some(1), "that spoke, a notification did not");
    let action = NewMessage { slowed: true, kind: Kind::Action, ..new_message("ana", "5", "waves") };
    at(&*store, 21_001, in_room(&lobby, Act::Say(Box::new(action)))).await.expect("written");
    assert_eq!(later(&at(&*store, 21_002, slowed("ana", "6")).await), Some(10), "an action speaks");
}

pub(super) async fn whoever_has_a_message_held_has_spoken_when_it_came_and_not_when_it_is_let_in(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room(ROOM));
    done(&*store, &lobby, slow(60)).await;
    let review = Review { hold: Hold::Always(HeldBy::Filter), room_max: 100, bearer_max: 100 };
    let waits = |by: &str, client_id: &str| {
        in_room(&lobby, Act::Say(Box::new(NewMessage { slowed: true, review, ..new_message(by, client_id, "a") })))
    };
    let three = store.write(vec![waits("ana", "1"), waits("ana", "2"), slowed("ana", "3"), waits("ben", "1")], Time(1_000)).await;
    assert!(three[0].is_ok() && three[3].is_ok(), "{three:?}");
    assert_eq!((later(&three[1]), later(&three[2])), (Some(60), Some(60)), "within a batch");
    assert!(at(&*store, 1_500, waits("ana", "1")).await.is_ok(), "a retry is answered first");
    let store = restart(place, store).await;
    assert_eq!(later(&at(&*store, 60_999, slowed("ana", "3")).await), Some(1), "while it waits");
    at(&*store, 61_000, waits("ana", "3")).await.expect("the time is over");
    // Let in and rejected much later: that is no word of hers.
    let held = store.held(facts(&*store, &lobby).await.key, 0, 10).await.expect("read");
    let of_ana: Vec<_> =
        held.iter().filter(|one| one.sender.as_ref().is_some_and(|by| by.id.as_deref() == Some("ana"))).collect();
    at(&*store, 90_000, in_room(&lobby, Act::Approve { held: of_ana[0].held })).await.expect("let in");
    at(&*store, 100_000, in_room(&lobby, Act::Reject { held: of_ana[1].held })).await.expect("rejected");
    let store = restart(place, store).await;
    assert_eq!(later(&at(&*store, 120_999, slowed("ana", "4")).await), Some(1), "what was rejected was said all the same");
    let ben = held.iter().find(|one| one.held != of_ana[0].held && one.held != of_ana[1].held).expect("waits").held;
    at(&*store, 120_999, in_room(&lobby, Act::Approve { held: ben })).await.expect("let in");
    let store = restart(place, store).await;
    let both = store.write(vec![slowed("ana", "4"), slowed("ben", "2")], Time(121_000)).await;
    assert!(both.iter().all(Result::is_ok), "{both:?}");
}

pub(super) async fn slow_mode_holds_as_soon_as_it_is_on(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room(ROOM), room("room/other"));
    let access = done(&*store, &lobby, titled("T")).await.facts.access;
    done(&*store, &other, slow(10)).await;
    for n in ["1", "2"] {
        at(&*store, 0, slowed("ana", n)).await.expect("nothing slows it");
    }
    done(&*store, &lobby, delete(3, "ana")).await;
    let by_then = Write { access: Some(access), ..slowed("ben", "1") };
    let answers = store.write(vec![in_room(&lobby, slow(10)), slowed("ana", "3"), by_then], Time(4_000)).await;
    assert_eq!(later(&answers[1]), Some(6), "counted from what was said before, deleted or not");
    assert!(matches!(&answers[2], Err(WriteError::Stale(_))), "who was judged before is judged again: {:?}", answers[2]);
    let elsewhere = Write { room: other, ..slowed("ana", "3") };
    at(&*store, 4_000, elsewhere).await.expect("another room");
    done(&*store, &lobby, slow(0)).await;
    at(&*store, 4_001, slowed("ana", "3")).await.expect("it is off");
}
