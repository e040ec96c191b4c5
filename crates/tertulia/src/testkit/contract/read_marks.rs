//! What people have read, and what they have not.

use tertulia_wire::{Kind, Sender, Time};

use super::restart;
use crate::store::{Act, GUEST_READ_DAYS, ReadMark, RoomKey, Store, UNREAD_LOOK, UNREAD_MAX};
use crate::testkit::Place;
use crate::testkit::words::{batch, delete, done, edit, facts, new_message, react, room, say};

const DAY_MS: i64 = 86_400_000;

fn mark(room: RoomKey, person: &str, up_to: u64) -> ReadMark {
    ReadMark { room, person: person.to_owned(), up_to }
}

async fn read(store: &dyn Store, room: RoomKey, person: &str) -> u64 {
    store.read_marks(&[(room, person.to_owned())]).await.expect("read")[0]
}

/// What is unread: how much, whether there is more, and above which message.
async fn unread(store: &dyn Store, person: &str, name: &str) -> Option<(u32, bool, Option<u64>)> {
    let mut told = store.unread(person, &[room(name)]).await.expect("read");
    assert_eq!(told.len(), 1);
    told.remove(0).map(|told| (told.unread, told.more, told.read))
}

pub(super) async fn marks_only_rise_and_no_higher_than_the_room(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    batch(&*store, &lobby, vec![say("ana", "1", "a"), say("ana", "2", "b"), say("ana", "3", "c")]).await;
    done(&*store, &other, say("ana", "1", "a")).await;
    let (key, beside) = (facts(&*store, &lobby).await.key, facts(&*store, &other).await.key);
    let before = facts(&*store, &lobby).await;
    let nowhere = RoomKey(1);
    let marks = [mark(key, "ben", 2), mark(key, "cleo", 1), mark(beside, "ben", 9), mark(key, "ben", 1), mark(nowhere, "ben", 1)];
    assert_eq!(store.mark_read(&marks, Time(0)).await.expect("marked"), [2, 1, 1, 2, 0]);
    assert_eq!(store.mark_read(&[mark(key, "ben", 1)], Time(0)).await.expect("marked"), [2], "never back");
    assert_eq!(
        store.mark_read(&[mark(key, "ben", u64::from(u32::MAX))], Time(0)).await.expect("marked"),
        [3],
        "no higher than the room"
    );
    assert_eq!(store.mark_read(&[], Time(0)).await.expect("marked"), [0_u64; 0]);
    assert_eq!(facts(&*store, &lobby).await, before, "nobody else is told");
    let store = restart(place, store).await;
    let of = [(key, "cleo".to_owned()), (beside, "ben".to_owned()), (key, "dora".to_owned()), (key, "ben".to_owned())];
    assert_eq!(store.read_marks(&of).await.expect("read"), [1, 1, 0, 3]);
}

pub(super) async fn what_is_unread_is_what_others_said_above_the_mark(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let of_kind = |n: &str, kind: Kind, sender: Option<Sender>| {
        let mut message = new_message("ana", n, "a");
        (message.kind, message.sender) = (kind, sender);
        Act::Say(Box::new(message))
    };
    let ana = || Some(Sender::user("ana", "Ana"));
    let acts = vec![
        of_kind("1", Kind::Message, ana()),
        of_kind("2", Kind::Action, ana()),
        of_kind("3", Kind::Notification, None),
        of_kind("4", Kind::System, None),
        of_kind("5", Kind::Join, ana()),
        of_kind("6", Kind::Leave, ana()),
        // The host says it for her: it is hers all the same.
        of_kind("7", Kind::Message, Some(Sender::user("ben", "Ben"))),
        of_kind("8", Kind::Message, ana()),
        of_kind("9", Kind::Message, ana()),
    ];
    batch(&*store, &lobby, acts).await;
    let unread_of = async |person: &str| unread(&*store, person, "room/lobby").await;
    assert_eq!(unread_of("cleo").await, Some((6, false, None)), "three kinds");
    assert_eq!(unread_of("ben").await, Some((5, false, None)), "but one's own");
    done(&*store, &lobby, delete(8, "ana")).await;
    assert_eq!(unread_of("cleo").await, Some((5, false, None)), "but what is deleted");
    batch(&*store, &lobby, vec![edit(1, "ana", "other"), react(9, &[("ben", "👍", true)])]).await;
    assert_eq!(unread_of("cleo").await, Some((5, false, None)), "another state of it is nothing new");
    let key = facts(&*store, &lobby).await.key;
    assert_eq!(store.mark_read(&[mark(key, "cleo", 0)], Time(0)).await.expect("marked"), [0]);
    assert_eq!(unread_of("cleo").await, Some((5, false, None)), "up to nothing is no mark");
    store.mark_read(&[mark(key, "cleo", 3)], Time(0)).await.expect("marked");
    assert_eq!(unread_of("cleo").await, Some((2, false, Some(3))));
    assert_eq!(unread_of("ben").await, Some((4, false, None)), "each has their own");
    done(&*store, &lobby, Act::Purge { first: 9 }).await;
    assert_eq!(unread_of("cleo").await, Some((1, false, Some(3))), "what the room keeps no more is unread by nobody");
    store.mark_read(&[mark(key, "cleo", 9)], Time(0)).await.expect("marked");
    assert_eq!(unread_of("cleo").await, Some((0, false, Some(9))));
    done(&*store, &lobby, Act::Move { to: room("room/hall") }).await;
    let asked = ["room/hall", "room/nowhere", "room/lobby"].map(room);
    let told = store.unread("cleo", &asked).await.expect("read");
    let names: Vec<_> = told.iter().map(|told| told.as_ref().map(|told| (told.facts.name.to_string(), told.read))).collect();
    let hall = Some(("room/hall".to_owned(), Some(9)));
    assert_eq!(names, [hall.clone(), None, hall], "in the order asked, by all its names");
}

pub(super) async fn counting_ends_where_it_says(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let says = |from: u32, to: u32, who: &str| (from..to).map(|n| say(who, &n.to_string(), "a")).collect::<Vec<_>>();
    batch(&*store, &lobby, says(0, UNREAD_MAX, "ana")).await;
    assert_eq!(unread(&*store, "ben", "room/lobby").await, Some((UNREAD_MAX, false, None)));
    done(&*store, &lobby, say("ana", "more", "a")).await;
    assert_eq!(unread(&*store, "ben", "room/lobby").await, Some((UNREAD_MAX, true, None)));
    batch(&*store, &lobby, says(0, UNREAD_LOOK - 1, "ben")).await;
    assert_eq!(unread(&*store, "ben", "room/lobby").await, Some((1, true, None)), "the newest are looked through");
    let key = facts(&*store, &lobby).await.key;
    store.mark_read(&[mark(key, "ben", u64::from(UNREAD_MAX))], Time(0)).await.expect("marked");
    assert_eq!(unread(&*store, "ben", "room/lobby").await, Some((1, false, Some(u64::from(UNREAD_MAX)))), "there is no more");
}

pub(super) async fn marks_go_with_their_room_and_guests_with_time(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    for name in [&lobby, &other] {
        done(&*store, name, say("ana", "1", "a")).await;
    }
    let (key, beside) = (facts(&*store, &lobby).await.key, facts(&*store, &other).await.key);
    let marks = [mark(key, "ben", 1), mark(beside, "ben", 1), mark(beside, "~guest", 1)];
    store.mark_read(&marks, Time(0)).await.expect("marked");
    done(&*store, &lobby, Act::DeleteRoom).await;
    assert_eq!(read(&*store, key, "ben").await, 0);
    assert_eq!(unread(&*store, "ben", "room/lobby").await, None);
    assert_eq!(store.mark_read(&[mark(key, "ben", 1)], Time(0)).await.expect("marked"), [0], "no room, no mark");
    let soon = Time(i64::from(GUEST_READ_DAYS) * DAY_MS);
    while store.tidy(soon).await.expect("tidied").more {}
    assert_eq!((read(&*store, beside, "ben").await, read(&*store, beside, "~guest").await), (1, 1));
    while store.tidy(Time(soon.0 + 1)).await.expect("tidied").more {}
    assert_eq!((read(&*store, beside, "ben").await, read(&*store, beside, "~guest").await), (1, 0));
}
