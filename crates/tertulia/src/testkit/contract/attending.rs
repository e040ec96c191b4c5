//! Who comes and who leaves.

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, Kind};

use super::restart;
use crate::store::{Act, Outcome, Span};
use crate::testkit::Place;
use crate::testkit::words::{attend, batch, done, facts, in_room, message_of, put, read, refused, room, write};
use tertulia_wire::Time;

fn announcing(announce: bool) -> Act {
    put(PutRoom { announce: Some(announce), ..PutRoom::default() })
}

pub(super) async fn whoever_comes_twice_has_one_line(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let acts = vec![
        announcing(true),
        attend("ana", false, true),
        attend("ana", true, true),
        attend("ana", true, true),
        attend("ben", true, false),
        attend("ben", true, true),
        attend("ana", false, true),
        attend("ana", false, true),
        attend("ben", false, false),
    ];
    for answer in batch(&*store, &lobby, acts).await.into_iter().skip(1) {
        assert_eq!(answer.expect("noted").outcome, Outcome::Attended);
    }
    let page = read(&*store, &lobby, Span::Newest, 10).await;
    let lines: Vec<_> =
        page.changes.iter().filter_map(message_of).map(|m| (m.kind, m.sender.clone().and_then(|s| s.id))).collect();
    assert_eq!(lines, [(Kind::Join, Some("ana".into())), (Kind::Leave, Some("ana".into()))]);
    assert_eq!(facts(&*store, &lobby).await.head, 3, "what is not told takes no version");
    assert_eq!(refused(&write(&*store, in_room(&room("room/none"), attend("ana", true, true)), Time(0)).await), Code::NotFound);
}

pub(super) async fn who_was_announced_is_known_after_a_restart_until_the_room_falls_silent(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    batch(&*store, &lobby, vec![announcing(true), attend("ana", true, true), attend("ben", true, false)]).await;
    let store = restart(place, store).await;
    let key = facts(&*store, &lobby).await.key;
    let ids = |people: Vec<tertulia_wire::Sender>| people.into_iter().filter_map(|sender| sender.id).collect::<Vec<_>>();
    assert_eq!(ids(store.announced(key).await.expect("read")), ["ana", "ben"]);
    done(&*store, &lobby, attend("ana", true, true)).await;
    assert_eq!(facts(&*store, &lobby).await.head, 2, "whoever was there has not come");
    batch(&*store, &lobby, vec![announcing(false), attend("ana", true, true)]).await;
    assert_eq!(ids(store.announced(key).await.expect("read")), Vec::<String>::new());
    batch(&*store, &lobby, vec![announcing(true), attend("ana", false, true), attend("ben", true, true)]).await;
    assert_eq!(ids(store.announced(key).await.expect("read")), ["ben"]);
    done(&*store, &lobby, Act::DeleteRoom).await;
    assert_eq!(ids(store.announced(key).await.expect("read")), Vec::<String>::new());
}
