//! Rooms that move to another name, and the names that they leave behind.

use tertulia_wire::{Code, Time};

use super::restart;
use crate::store::{Act, Found, Outcome, Span, Store, Verdict, Write, WriteError};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, done, edit, facts, ids, in_room, message, put, react, read, refused, room, say, titled, versions, write,
};

fn move_to(name: &str) -> Act {
    Act::Move { to: room(name) }
}

async fn listed(store: &dyn Store) -> Vec<String> {
    let found = store.rooms(None, None, 200).await.expect("read");
    found.iter().map(|facts| facts.name.to_string()).collect()
}

pub(super) async fn a_moved_room_keeps_its_log_and_its_cursors(place: &dyn Place) {
    let (store, old, new) = (place.open().await, room("room/old"), room("room/new"));
    batch(&*store, &old, vec![say("ana", "1", "a"), titled("T"), react(1, &[("ben", "👍", true)])]).await;
    let before = facts(&*store, &old).await;
    let moved = done(&*store, &old, move_to("room/new")).await;
    assert_eq!((&moved.outcome, moved.changes.len()), (&Outcome::Moved { from: old.clone() }, 0));
    assert_eq!((moved.facts.name.clone(), moved.facts.key, moved.facts.head), (new.clone(), before.key, before.head));
    assert!(moved.facts.access.room > before.access.room, "whoever could read by the old name may not by the new one");
    assert_eq!((&moved.facts.epochs, &moved.facts.settings), (&before.epochs, &before.settings));
    assert_eq!(moved.facts.judge(before.cursor(before.head)), Verdict::Good(before.head));
    assert_eq!(facts(&*store, &new).await, moved.facts);
    assert_eq!(versions(&read(&*store, &new, Span::After(0), 10).await), [2, 3]);
    assert!(!message(&done(&*store, &new, say("ana", "1", "a")).await).1, "requests are known by the new name");
    assert_eq!(listed(&*store).await, ["room/new"]);
    let again = done(&*store, &new, move_to("room/new")).await;
    assert_eq!(again.facts, moved.facts, "where it is already it stays");
    let store = restart(place, store).await;
    assert_eq!(facts(&*store, &new).await, moved.facts);
}

pub(super) async fn an_old_name_leads_to_the_room_until_it_is_taken(place: &dyn Place) {
    let (store, old, new) = (place.open().await, room("room/old"), room("room/new"));
    let first = done(&*store, &old, say("ana", "1", "a")).await.facts;
    done(&*store, &old, move_to("room/between")).await;
    done(&*store, &old, move_to("room/new")).await;
    for name in [&old, &room("room/between"), &new] {
        let found = facts(&*store, name).await;
        assert_eq!((found.key, &found.name), (first.key, &new), "{name}");
        assert_eq!(store.present_name(name).await.expect("read"), Some(new.clone()).filter(|new| new != name), "{name}");
    }
    assert_eq!(store.present_name(&room("room/none")).await.expect("read"), None);
    let said = done(&*store, &old, say("ana", "2", "b")).await;
    assert_eq!((message(&said).0.id, said.facts.name), (2, new.clone()), "what is written there is written here");

    let taken = done(&*store, &old, titled("T")).await;
    assert_eq!((&taken.outcome, &taken.facts.name), (&Outcome::Put { made: true }, &old));
    assert_ne!(taken.facts.key, first.key);
    assert_eq!(store.present_name(&old).await.expect("read"), None, "it is the other room's own");
    assert_eq!(facts(&*store, &room("room/between")).await.key, first.key, "the other old name leads there still");
    assert_eq!(ids(&read(&*store, &new, Span::Newest, 10).await), [1, 2]);
    assert_eq!(listed(&*store).await, ["room/new", "room/old"]);

    done(&*store, &old, move_to("room/between")).await;
    assert_eq!(facts(&*store, &room("room/between")).await.key, taken.facts.key, "a move takes an old name, too");
    done(&*store, &new, move_to("room/old")).await;
    assert_eq!(facts(&*store, &old).await.key, first.key, "and so does who comes back");
    assert_eq!(listed(&*store).await, ["room/between", "room/old"]);
}

pub(super) async fn moves_are_refused_where_a_room_is(place: &dyn Place) {
    let store = place.open().await;
    let (one, other, gone) = (room("room/one"), room("room/other"), room("room/gone"));
    assert_eq!(refused(&write(&*store, in_room(&one, move_to("room/new")), Time(0)).await), Code::NotFound);
    for name in [&one, &other, &gone] {
        done(&*store, name, say("ana", "1", "a")).await;
    }
    let answer = write(&*store, in_room(&one, move_to("room/other")), Time(0)).await;
    assert!(matches!(&answer, Err(WriteError::Refused(refusal)) if refusal.reason == Some("room-exists")), "{answer:?}");
    done(&*store, &gone, Act::DeleteRoom).await;
    assert_eq!(refused(&write(&*store, in_room(&gone, move_to("room/new")), Time(0)).await), Code::RoomDeleted);
    let key = done(&*store, &one, move_to("room/gone")).await.facts.key;
    assert_eq!(facts(&*store, &gone).await.key, key, "a deleted room's name is free");
    let numbers = facts(&*store, &other).await.access;
    done(&*store, &other, move_to("room/elsewhere")).await;
    let late = Write { room: other, access: Some(numbers), act: say("ana", "2", "b"), by: "ana".into(), why: None };
    let answer = write(&*store, late, Time(0)).await;
    let now = |found: &Found| matches!(found, Found::Room(facts) if facts.name == room("room/elsewhere"));
    assert!(matches!(&answer, Err(WriteError::Stale(found)) if now(found)), "{answer:?}");
}

pub(super) async fn a_deleted_room_is_deleted_under_all_its_names(place: &dyn Place) {
    let (store, old) = (place.open().await, room("room/old"));
    done(&*store, &old, say("ana", "1", "a")).await;
    done(&*store, &old, move_to("room/new")).await;
    let gone = done(&*store, &old, Act::DeleteRoom).await;
    assert_eq!(gone.facts.name, room("room/new"), "readers are told by its present name");
    for name in [&old, &room("room/new")] {
        assert!(matches!(store.find(name).await, Ok(Found::Deleted { .. })), "{name}");
        assert_eq!(store.present_name(name).await.expect("read"), None, "{name}");
    }
    assert_eq!(done(&*store, &old, put(Default::default())).await.outcome, Outcome::Put { made: true });
    assert!(matches!(store.find(&room("room/new")).await, Ok(Found::Deleted { .. })));
}

pub(super) async fn each_item_of_a_batch_finds_the_room_where_it_is_by_then(place: &dyn Place) {
    let (store, one, two) = (place.open().await, room("room/1"), room("room/2"));
    done(&*store, &one, say("ana", "1", "a")).await;
    let acts = [
        (&one, move_to("room/2")),
        (&two, say("ana", "1", "a")),
        (&two, edit(1, "ana", "b")),
        (&one, say("ben", "2", "c")),
        (&one, titled("another")),
        (&two, move_to("room/3")),
        (&one, move_to("room/2")),
        (&two, say("ben", "3", "d")),
    ];
    let answers = store.write(acts.into_iter().map(|(name, act)| in_room(name, act)).collect(), Time(0)).await;
    let written: Vec<_> = answers.into_iter().map(|answer| answer.expect("written")).collect();
    assert!(!message(&written[1]).1, "its requests have come along");
    assert_eq!((message(&written[2]).0.version, message(&written[3]).0.id), (2, 3));
    assert_ne!(written[4].facts.key, written[0].facts.key);
    assert_eq!(message(&written[7]).0.id, 2, "the second room's, which has come to where the first one was");
    assert_eq!(facts(&*store, &room("room/3")).await.key, written[0].facts.key);
    assert_eq!(listed(&*store).await, ["room/2", "room/3"]);
}

pub(super) async fn a_room_knows_when_it_was_made(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let made = write(&*store, in_room(&lobby, say("ana", "1", "a")), Time(1_000)).await.expect("written");
    assert_eq!(made.facts.created, Time(1_000));
    write(&*store, in_room(&lobby, titled("T")), Time(2_000)).await.expect("written");
    write(&*store, in_room(&lobby, move_to("room/new")), Time(3_000)).await.expect("written");
    let store = restart(place, store).await;
    assert_eq!(facts(&*store, &lobby).await.created, Time(1_000));
}
