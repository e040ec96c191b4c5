//! What was done, by whom: everything has a row, and a row is for good.

use tertulia_wire::moderation::{AuditEntry, Deed};
use tertulia_wire::request::PutRoom;
use tertulia_wire::{HoldMode, RoomName, Time};

use super::restart;
use crate::store::moderation::{AuditOf, Within};
use crate::store::{Act, Everywhere, Hold, Store, Write};
use crate::testkit::Place;
use crate::testkit::words::{done, facts, in_room, new_message, put, room, say, titled, write};

async fn audit(store: &dyn Store, within: Within, user: Option<&str>) -> Vec<AuditEntry> {
    let of = AuditOf { within, user: user.map(str::to_owned) };
    store.audit(of, None, 201).await.expect("read")
}

fn deeds(entries: &[AuditEntry]) -> Vec<Deed> {
    entries.iter().rev().map(|entry| entry.deed).collect()
}

/// Says something that a room holds, by ben.
fn held(client_id: &str) -> Act {
    let mut new = new_message("ben", client_id, "let me in");
    new.review.hold = Hold::AsTheRoomSays { guest: false };
    (new.review.room_max, new.review.bearer_max) = (9, 9);
    Act::Say(Box::new(new))
}

pub(super) async fn everything_that_is_done_is_noted(place: &dyn Place) {
    let (store, lobby, hall) = (place.open().await, room("room/lobby"), room("room/hall"));
    let by = |name: &RoomName, act, by: &str| Write { by: by.to_owned(), ..in_room(name, act) };
    for _ in 0..2 {
        let act = titled("The lobby");
        write(&*store, by(&lobby, act, "own"), Time(10)).await.expect("made, and then the same again");
    }
    let hold = put(PutRoom { title: Some("The lobby".into()), hold: Some(HoldMode::All), ..PutRoom::default() });
    write(&*store, by(&lobby, hold, "own"), Time(20)).await.expect("set");
    for client_id in ["1", "2"] {
        write(&*store, by(&lobby, held(client_id), "ben"), Time(30)).await.expect("held");
    }
    write(&*store, by(&lobby, Act::Approve { held: 1 }, "mod"), Time(40)).await.expect("approved");
    for _ in 0..2 {
        write(&*store, by(&lobby, Act::Reject { held: 2 }, "mod"), Time(50)).await.expect("rejected");
        write(&*store, by(&lobby, Act::Purge { first: 3 }, "own"), Time(60)).await.expect("purged");
        write(&*store, by(&lobby, Act::Move { to: hall.clone() }, "~"), Time(70)).await.expect("moved");
    }
    let act = Everywhere::Revoke { person: "ben".into(), second: 1, by: "admin".into(), why: Some("stolen".into()) };
    store.raise_everywhere(act, Time(80)).await.expect("revoked");
    write(&*store, by(&hall, Act::DeleteRoom, "own"), Time(90)).await.expect("deleted");

    let store = restart(place, store).await;
    let all = audit(&*store, Within::All, None).await;
    let expected = [
        (10, Deed::Create, "own"),
        (10, Deed::Settings, "own"),
        (20, Deed::Settings, "own"),
        (40, Deed::Approve, "mod"),
        (50, Deed::Reject, "mod"),
        (60, Deed::Purge, "own"),
        (70, Deed::Move, "~"),
        (80, Deed::Revoke, "admin"),
        (90, Deed::DeleteRoom, "own"),
    ];
    let noted: Vec<_> = all.iter().rev().map(|entry| (entry.at.0, entry.deed, entry.by.as_str())).collect();
    assert_eq!(noted, expected);
    let of = |deed| all.iter().find(|entry| entry.deed == deed).expect("is noted");
    let hold_only = PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() };
    assert_eq!(of(Deed::Settings).settings, Some(hold_only.into()), "what changed, and nothing else");
    let approved = of(Deed::Approve);
    assert_eq!((approved.held, approved.message, approved.user.as_deref()), (Some(1), Some(3), Some("ben")));
    assert_eq!((of(Deed::Reject).held, of(Deed::Reject).user.as_deref()), (Some(2), Some("ben")));
    assert_eq!(of(Deed::Revoke).why.as_deref(), Some("stolen"));
    assert_eq!(of(Deed::Purge).message, Some(3));
    assert_eq!((of(Deed::Move).room.as_ref(), of(Deed::Move).to.as_ref()), (Some(&lobby), Some(&hall)));
    assert_eq!((of(Deed::DeleteRoom).room.as_ref(), of(Deed::Revoke).room.as_ref()), (Some(&hall), None));
}

pub(super) async fn what_was_done_outlives_its_room(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    done(&*store, &lobby, Act::Delete { id: 1, by: "mod".into(), any: true }).await;
    let old = facts(&*store, &lobby).await.key;
    done(&*store, &lobby, Act::DeleteRoom).await;
    while store.tidy(Time(0)).await.expect("tidied").more {}
    done(&*store, &lobby, titled("Another")).await;
    done(&*store, &other, say("ana", "1", "a")).await;
    done(&*store, &other, Act::Delete { id: 1, by: "mod".into(), any: true }).await;

    let anew = facts(&*store, &lobby).await.key;
    let [of_old, of_new] = [old, anew].map(Within::Room);
    assert_eq!(deeds(&audit(&*store, of_old, None).await), [Deed::Create, Deed::Delete, Deed::DeleteRoom]);
    assert_eq!(deeds(&audit(&*store, of_new.clone(), None).await), [Deed::Create, Deed::Settings]);
    let named = audit(&*store, Within::Named(lobby.clone()), None).await;
    assert_eq!(deeds(&named), [Deed::Create, Deed::Delete, Deed::DeleteRoom, Deed::Create, Deed::Settings]);
    let all = audit(&*store, Within::All, None).await;
    assert!(all.len() == 7 && all.is_sorted_by(|one, next| one.number > next.number), "{all:?}");

    let to_ana = audit(&*store, Within::All, Some("ana")).await;
    assert_eq!(to_ana.iter().map(|entry| entry.room.clone()).collect::<Vec<_>>(), [Some(other), Some(lobby.clone())]);
    assert_eq!(deeds(&audit(&*store, Within::Named(lobby), Some("ana")).await), [Deed::Delete]);
    assert_eq!(deeds(&audit(&*store, Within::Room(old), Some("ana")).await), [Deed::Delete]);
    assert_eq!(audit(&*store, of_new, Some("ana")).await, []);
    let page = store.audit(AuditOf { within: Within::All, user: None }, Some(all[1].number), 2).await.expect("read");
    assert_eq!(page, all[2..4]);
}
