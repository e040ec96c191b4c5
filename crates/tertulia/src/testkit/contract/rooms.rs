//! Rooms: made, set, locked, deleted, listed; and secrets.

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, HoldMode, PresenceMode, Settings, Time};

use crate::store::{Access, Act, Change, Everywhere, Found, NewMessage, Outcome, Span, Write, WriteError};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, delete, done, edit, facts, ids, in_room, message, new_message, put, react, read, refused, room, say, titled, versions,
    write,
};

pub(super) async fn absent_rooms_are_made_by_who_may(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    assert!(matches!(store.find(&lobby).await, Ok(Found::Absent { .. })));
    let not_by_me = NewMessage { make_room: false, ..new_message("ana", "1", "a") };
    let acts = [Act::Say(Box::new(not_by_me)), edit(1, "ana", "x"), delete(1, "ana"), react(1, &[]), Act::DeleteRoom];
    for act in acts {
        assert_eq!(refused(&write(&*store, in_room(&lobby, act), Time(0)).await), Code::NotFound);
    }
    assert!(matches!(store.find(&lobby).await, Ok(Found::Absent { .. })), "a refusal makes no room");
    let said = done(&*store, &lobby, say("ana", "1", "a")).await;
    assert_eq!((said.facts.head, &*said.facts.settings), (1, &Settings::default()), "making takes no version");
    assert_eq!((said.facts.epochs.as_list().len(), said.facts.epochs.newest_began()), (1, 0));
    assert_eq!(facts(&*store, &lobby).await, said.facts);

    let made = done(&*store, &room("room/put"), put(PutRoom::default())).await;
    assert_eq!((made.outcome, made.facts.head, made.changes.len()), (Outcome::Put { made: true }, 0, 0));
    let first = done(&*store, &room("room/put"), say("ana", "1", "a")).await;
    assert_eq!(message(&first).0.id, 1);
    let made = done(&*store, &room("room/titled"), titled("T")).await;
    assert_eq!((made.outcome, made.facts.head, made.facts.settings.version), (Outcome::Put { made: true }, 1, 1));
}

pub(super) async fn a_put_merges_and_nothing_new_takes_no_version(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let all = PutRoom {
        title: Some("Títul'o".into()),
        comment: Some("\"c\"\n".into()),
        locked: Some(true),
        slow_seconds: Some(5),
        announce: Some(true),
        text_max: Some(100),
        retention_days: Some(7),
        edit_minutes: Some(1),
        presence: Some(PresenceMode::Count),
        hold: Some(HoldMode::Guests),
    };
    done(&*store, &lobby, put(all.clone())).await;
    let set = Settings {
        version: 1,
        first: 1,
        title: all.title.clone(),
        comment: all.comment.clone(),
        locked: true,
        slow_seconds: 5,
        announce: true,
        text_max: 100,
        retention_days: Some(7),
        edit_minutes: 1,
        presence: PresenceMode::Count,
        hold: HoldMode::Guests,
    };
    assert_eq!(*facts(&*store, &lobby).await.settings, set);
    for same in [all, PutRoom::default(), PutRoom { locked: Some(true), ..PutRoom::default() }] {
        let written = done(&*store, &lobby, put(same)).await;
        assert_eq!((written.outcome, written.changes.len(), written.facts.head), (Outcome::Put { made: false }, 0, 1));
    }
    let remove = PutRoom { title: Some(String::new()), retention_days: Some(0), ..PutRoom::default() };
    let written = done(&*store, &lobby, put(remove.clone())).await;
    let removed = Settings { version: 2, title: None, retention_days: None, ..set };
    assert_eq!(*written.facts.settings, removed);
    assert_eq!(*facts(&*store, &lobby).await.settings, removed);
    assert!(done(&*store, &lobby, put(remove)).await.changes.is_empty(), "removed once is removed");
    let off = PutRoom { presence: Some(PresenceMode::Off), ..PutRoom::default() };
    done(&*store, &lobby, put(off)).await;
    assert_eq!(facts(&*store, &lobby).await.settings.presence, PresenceMode::Off);
}

pub(super) async fn settings_are_changes_in_the_feed(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    batch(&*store, &lobby, vec![say("ana", "1", "a"), titled("T"), say("ana", "2", "b"), titled("U"), edit(1, "ana", "c")]).await;
    let feed = read(&*store, &lobby, Span::After(0), 10).await;
    assert_eq!(versions(&feed), [3, 4, 5], "only the newest settings stay in the feed");
    let Change::Settings(settings) = &feed.changes[1] else { panic!("{feed:?}") };
    assert_eq!((settings.title.as_deref(), settings.version), (Some("U"), 4));
    assert_eq!(versions(&read(&*store, &lobby, Span::After(3), 1).await), [4]);
    assert_eq!(versions(&read(&*store, &lobby, Span::After(4), 9).await), [5]);
    assert_eq!(versions(&read(&*store, &lobby, Span::After(0), 1).await), [3]);
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [1, 3], "pages of messages hold messages");
}

pub(super) async fn locking_raises_the_access_number(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, titled("T")).await;
    let number = async || facts(&*store, &lobby).await.access.room;
    let before = number().await;
    assert!(before > 0, "a room has a number");
    done(&*store, &lobby, say("ana", "1", "a")).await;
    done(&*store, &lobby, titled("U")).await;
    assert_eq!(number().await, before);
    let lock = |locked| put(PutRoom { locked: Some(locked), ..PutRoom::default() });
    done(&*store, &lobby, lock(true)).await;
    let locked = number().await;
    assert!(locked > before);
    done(&*store, &lobby, lock(true)).await;
    assert_eq!(number().await, locked, "locked once is locked");
    done(&*store, &lobby, lock(false)).await;
    assert!(number().await > locked);
}

pub(super) async fn stale_numbers_are_told_what_is_now(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let by = |access| Write { room: lobby.clone(), access: Some(access), act: say("ana", "1", "a"), by: "ana".into(), why: None };
    let nothing = Access::default();
    let good = Access { key: None, ..nothing };
    let answer = write(&*store, by(Access { room: 1, ..good }), Time(0)).await;
    assert!(matches!(answer, Err(WriteError::Stale(found)) if matches!(*found, Found::Absent { .. })));
    let made = write(&*store, by(good), Time(0)).await.expect("judged by what is so").facts;
    assert_eq!((made.access.key, made.access.everywhere), (Some(made.key), nothing.everywhere));

    let numbers = made.access;
    for stale in [
        good,
        Access { room: numbers.room + 1, ..numbers },
        Access { everywhere: numbers.everywhere + 1, ..numbers },
        Access { key: Some(crate::store::RoomKey(1)), ..numbers },
    ] {
        let answer = write(&*store, by(stale), Time(0)).await;
        assert!(matches!(answer, Err(WriteError::Stale(found)) if *found == Found::Room(made.clone())), "even for a retry");
    }
    assert!(!message(&write(&*store, by(numbers), Time(0)).await.expect("a retry")).1);

    let lock = in_room(&lobby, put(PutRoom { locked: Some(true), ..PutRoom::default() }));
    let answers = store.write(vec![lock, by(numbers)], Time(0)).await;
    assert!(matches!(&answers[1], Err(WriteError::Stale(_))), "the batch's own lock counts");
    done(&*store, &lobby, Act::DeleteRoom).await;
    let answer = write(&*store, by(facts_access(&answers[0])), Time(0)).await;
    assert!(matches!(answer, Err(WriteError::Stale(found)) if matches!(*found, Found::Deleted { .. })));
}

fn facts_access(answer: &Result<crate::store::Written, WriteError>) -> Access {
    answer.as_ref().expect("written").facts.access
}

pub(super) async fn a_deleted_room_stays_deleted_until_it_is_put(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let old = done(&*store, &lobby, say("ana", "1", "a")).await.facts;
    done(&*store, &lobby, react(1, &[("ana", "👍", true)])).await;
    let gone = done(&*store, &lobby, Act::DeleteRoom).await;
    assert_eq!((gone.outcome, gone.changes.len(), gone.facts.key), (Outcome::RoomDeleted, 0, old.key));
    assert!(gone.facts.access.room > old.access.room);
    assert!(matches!(store.find(&lobby).await, Ok(Found::Deleted { .. })));
    assert_eq!(store.read(old.key, Span::Newest, 10).await.expect("read"), None);
    assert_eq!(store.message(old.key, 1).await.expect("read"), None);
    let client_id = new_message("ana", "1", "a").client_id;
    assert!(store.said(old.key, "ana", &client_id, [0; 32]).await.expect("read").is_none());
    assert_eq!(store.reacted(old.key, "ana", &[1]).await.expect("read"), []);
    assert_eq!(store.rooms(None, None, 10).await.expect("read"), []);
    for act in [say("ana", "1", "a"), edit(1, "ana", "x"), delete(1, "ana"), react(1, &[]), Act::DeleteRoom] {
        assert_eq!(refused(&write(&*store, in_room(&lobby, act), Time(0)).await), Code::RoomDeleted);
    }

    let again = done(&*store, &lobby, titled("T")).await;
    assert_eq!((again.outcome, again.facts.head), (Outcome::Put { made: true }, 1));
    assert_ne!(again.facts.key, old.key);
    assert_ne!(again.facts.epochs.newest(), old.epochs.newest());
    assert_eq!(again.facts.judge(old.cursor(1)), crate::store::Verdict::Lost);
    let said = done(&*store, &lobby, say("ana", "1", "a")).await;
    assert_eq!(message(&said), (message(&said).0, true), "the new room knows nothing of the old one's requests");

    let acts = vec![Act::DeleteRoom, say("ana", "2", "b"), titled("U"), say("ana", "1", "c")];
    let answers = batch(&*store, &lobby, acts).await;
    assert_eq!(refused(&answers[1]), Code::RoomDeleted);
    assert!(answers[2].is_ok() && answers[3].as_ref().is_ok_and(|written| message(written).0.id == 2), "all in one batch");
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [2]);
}

pub(super) async fn rooms_are_listed_by_name(place: &dyn Place) {
    let store = place.open().await;
    let names: Vec<_> = ["a/1", "a/Z", "a/z", "a.b/0", "b/1", "b/10", "b/2"].map(room).into();
    let writes = names.iter().rev().map(|name| in_room(name, titled("T"))).collect();
    assert!(store.write(writes, Time(0)).await.iter().all(Result::is_ok));
    let mut sorted = names.clone();
    sorted.sort();
    let list = async |of: Option<&str>, after: Option<&str>, limit| -> Vec<String> {
        let (of, after) = (of.map(|of| of.parse().expect("a type")), after.map(room));
        let found = store.rooms(of.as_ref(), after.as_ref(), limit).await.expect("read");
        found.iter().map(|facts| facts.name.to_string()).collect()
    };
    let all: Vec<_> = sorted.iter().map(ToString::to_string).collect();
    assert_eq!(list(None, None, 200).await, all);
    assert_eq!(list(None, None, 3).await, all[..3]);
    assert_eq!(list(None, Some(&all[2]), 2).await, all[3..5]);
    assert_eq!(list(Some("b"), None, 200).await, ["b/1", "b/10", "b/2"]);
    assert_eq!(list(Some("b"), Some("a/z"), 200).await, ["b/1", "b/10", "b/2"]);
    assert_eq!(list(Some("b"), Some("b/1"), 1).await, ["b/10"]);
    assert_eq!(list(Some("a"), Some("b/1"), 200).await, Vec::<String>::new());
    assert_eq!(list(Some("nobodys"), None, 200).await, Vec::<String>::new());
    let found = store.rooms(None, None, 1).await.expect("read");
    assert_eq!(found[0], facts(&*store, &found[0].name).await, "with all that is known of them");
}

pub(super) async fn secrets_stay_the_same(place: &dyn Place) {
    let store = place.open().await;
    let (one, again) = (store.secret("guests").await.expect("made"), store.secret("guests").await.expect("kept"));
    let (left, right) = futures_util::future::join(store.secret("other"), store.secret("other")).await;
    let other = left.expect("made");
    assert_eq!((one, other), (again, right.expect("the same")));
    assert!(one != other && one != [0; 32]);
    let store = super::restart(place, store).await;
    assert_eq!(store.secret("guests").await.expect("kept"), one);
}

pub(super) async fn what_is_taken_back_everywhere_makes_writes_stale(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let before = done(&*store, &lobby, say("ana", "1", "a")).await.facts.access;
    let number = store.raise_everywhere(Everywhere::Recheck, Time(0)).await.expect("raised").everywhere;
    assert!(number > before.everywhere);
    assert_eq!(store.find(&lobby).await.expect("found").access(), Access { everywhere: number, ..before });
    let write = Write { access: Some(before), ..in_room(&lobby, say("ana", "2", "b")) };
    let answer = store.write(vec![write.clone()], Time(0)).await.remove(0);
    let Err(WriteError::Stale(found)) = answer else { panic!("{answer:?}") };
    assert_eq!(found.access().everywhere, number);
    let write = Write { access: Some(found.access()), ..write };
    assert!(store.write(vec![write], Time(0)).await.remove(0).is_ok());
    assert_eq!(store.find(&room("room/other")).await.expect("absent").access().everywhere, number, "for absent rooms too");
}

pub(super) async fn revocations_are_kept_with_their_latest_second(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(store.revocations(0).await.expect("read").revoked, []);
    let mut numbers = Vec::new();
    for (person, second) in [("ana", 100), ("ben", 5), ("ana", 50)] {
        let act = Everywhere::Revoke { person: person.into(), second, by: "host".into(), why: None };
        numbers.push(store.raise_everywhere(act, Time(0)).await.expect("revoked").everywhere);
    }
    assert!(numbers.is_sorted_by(|one, next| one < next));
    let store = super::restart(place, store).await;
    let told = store.revocations(0).await.expect("read");
    let people: Vec<_> = told.revoked.iter().map(|revoked| (revoked.person.as_str(), revoked.second, revoked.number)).collect();
    assert_eq!((told.everywhere, people), (numbers[2], vec![("ben", 5, numbers[1]), ("ana", 100, numbers[2])]));
    let newer = store.revocations(numbers[1]).await.expect("read").revoked;
    assert_eq!(newer.iter().map(|revoked| revoked.person.as_str()).collect::<Vec<_>>(), ["ana"]);
    assert_eq!(store.revocations(numbers[2]).await.expect("read").revoked, []);
}
