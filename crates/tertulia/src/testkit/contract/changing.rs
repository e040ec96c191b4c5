//! What happens to messages: edits, deletions, reactions.

use tertulia_wire::{Code, DeletedBy, Kind, Reaction, Time};

use crate::store::{Act, NewMessage, Outcome, Span};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, delete, done, edit, in_room, message, new_message, put, react, read, refused, room, say, versions, write,
};

pub(super) async fn edits_follow_their_rules(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let at = async |act, ms| write(&*store, in_room(&lobby, act), Time(ms)).await;
    let notice = NewMessage { kind: Kind::Notification, ..new_message("ana", "2", "n") };
    let action = NewMessage { kind: Kind::Action, ..new_message("ana", "3", "dances") };
    let nobody = NewMessage { sender: None, ..new_message("ana", "4", "x") };
    batch(&*store, &lobby, vec![say("ana", "1", "hola"), Act::Say(Box::new(notice)), Act::Say(Box::new(action))]).await;
    done(&*store, &lobby, Act::Say(Box::new(nobody))).await;

    assert_eq!(refused(&at(edit(9, "ana", "x"), 0).await), Code::NotFound);
    assert_eq!(refused(&at(edit(1, "ben", "x"), 0).await), Code::NotAllowed, "another's");
    assert_eq!(refused(&at(edit(2, "ana", "x"), 0).await), Code::NotAllowed, "a notification");
    assert_eq!(refused(&at(edit(4, "ana", "x"), 0).await), Code::NotAllowed, "nobody's");
    assert!(at(edit(3, "ana", "sings"), 0).await.is_ok(), "an action");

    let minutes_15 = 15 * 60_000;
    let edited = at(edit(1, "ana", "adios"), minutes_15 - 1).await.expect("in time");
    let (now, fresh) = message(&edited);
    assert_eq!(
        (now.text.as_str(), now.edited, now.version, now.created, fresh),
        ("adios", Some(Time(minutes_15 - 1)), 6, Time(0), true)
    );
    let same = at(edit(1, "ana", "adios"), minutes_15 + 1).await.expect("a retry of an edit that was in time");
    assert_eq!((message(&same), same.changes.len()), ((now, false), 0), "the same text changes nothing");
    assert_eq!(refused(&at(edit(1, "ana", "late"), minutes_15).await), Code::EditOver);

    done(&*store, &lobby, put(tertulia_wire::request::PutRoom { edit_minutes: Some(0), ..Default::default() })).await;
    at(say("ana", "5", "x"), minutes_15).await.expect("written");
    assert_eq!(refused(&at(edit(8, "ana", "y"), minutes_15).await), Code::EditOver, "nobody edits in 0 minutes");
    done(&*store, &lobby, delete(8, "ana")).await;
    assert_eq!(refused(&at(edit(8, "ana", "y"), minutes_15).await), Code::Deleted);
}

pub(super) async fn deletion_is_final_and_keeps_the_place(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let mut whole = new_message("ana", "1", "hola");
    whole.data = serde_json::json!({"a": 1}).as_object().cloned();
    batch(&*store, &lobby, vec![Act::Say(Box::new(whole)), say("ana", "2", "b"), react(1, &[("ben", "👍", true)])]).await;
    let any = |id| Act::Delete { id, by: "mod".into(), any: true };

    assert_eq!(refused(&write(&*store, in_room(&lobby, delete(1, "ben")), Time(0)).await), Code::NotAllowed);
    assert_eq!(refused(&write(&*store, in_room(&lobby, any(9)), Time(0)).await), Code::NotFound);
    let deleted = done(&*store, &lobby, any(1)).await;
    let (now, fresh) = message(&deleted);
    assert_eq!((now.text.as_str(), &now.data, now.reactions.len(), fresh), ("", &None, 0, true));
    assert_eq!((now.id, now.version, now.deleted, now.deleted_by), (1, 4, Some(Time(0)), Some(DeletedBy::Moderator)));
    assert!(now.sender.is_some(), "whose it was stays");
    let own = done(&*store, &lobby, delete(2, "ana")).await;
    assert_eq!(message(&own).0.deleted_by, Some(DeletedBy::Sender));

    let again = done(&*store, &lobby, any(1)).await;
    assert_eq!((message(&again), again.changes.len()), ((now, false), 0), "repeated, it changes nothing");
    assert_eq!(refused(&write(&*store, in_room(&lobby, react(1, &[("ben", "👍", true)])), Time(0)).await), Code::Deleted);
    let key = again.facts.key;
    assert_eq!(store.reacted(key, "ben", &[1, 2]).await.expect("read"), [], "reactions go with the text");
    assert_eq!(store.message(key, 1).await.expect("read").as_ref(), Some(now));
    assert_eq!(versions(&read(&*store, &lobby, Span::After(0), 10).await), [4, 5]);
}

pub(super) async fn each_item_sees_what_came_before_it(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let acts = vec![
        edit(1, "ana", "too soon"),
        say("ana", "1", "a"),
        edit(1, "ana", "b"),
        react(1, &[("ben", "👍", true)]),
        delete(1, "ana"),
        edit(1, "ana", "too late"),
        react(1, &[("ben", "👍", true)]),
        say("ana", "1", "a"),
    ];
    let answers = batch(&*store, &lobby, acts).await;
    assert_eq!(refused(&answers[0]), Code::NotFound);
    let at = |n: usize| message(answers[n].as_ref().expect("written"));
    assert_eq!([at(1).0.version, at(2).0.version, at(3).0.version, at(4).0.version], [1, 2, 3, 4]);
    assert_eq!((at(2).0.text.as_str(), at(3).0.reactions.len()), ("b", 1));
    assert_eq!((refused(&answers[5]), refused(&answers[6])), (Code::Deleted, Code::Deleted));
    assert_eq!(at(7), (at(4).0, false), "a retry sees the deletion");
    let kept = store.message(answers[7].as_ref().expect("written").facts.key, 1).await.expect("read");
    assert_eq!(kept.as_ref(), Some(at(4).0));
    assert_eq!(store.reacted(answers[7].as_ref().expect("written").facts.key, "ben", &[1]).await.expect("read"), []);
}

pub(super) async fn reactions_count_people(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    let shown = |emoji: &str, by: &[&str]| Reaction {
        emoji: emoji.into(),
        count: by.len() as u64,
        by: by.iter().map(|by| (*by).to_owned()).collect(),
    };
    let written = done(&*store, &lobby, react(1, &[("ana", "👍", true), ("ben", "🎉", true), ("ben", "👍", true)])).await;
    assert_eq!(message(&written).0.reactions, [shown("👍", &["ben", "ana"]), shown("🎉", &["ben"])]);
    assert_eq!((written.changes.len(), message(&written).0.version), (1, 2), "one change for all");

    let none = done(&*store, &lobby, react(1, &[("ana", "👍", true), ("ana", "🎉", false)])).await;
    assert_eq!((none.changes.len(), none.facts.head), (0, 2), "what changes nothing takes no version");
    let none = done(&*store, &lobby, react(1, &[("cat", "👍", true), ("cat", "👍", false)])).await;
    assert_eq!((none.changes.len(), none.facts.head), (0, 2), "there and back is nothing");

    let written = done(&*store, &lobby, react(1, &[("ben", "🎉", false), ("ana", "👍", false)])).await;
    assert_eq!(message(&written).0.reactions, [shown("👍", &["ben"])]);
    let written = done(&*store, &lobby, react(1, &[("ana", "👍", true), ("ana", "🎉", true)])).await;
    assert_eq!(message(&written).0.reactions, [shown("👍", &["ana", "ben"]), shown("🎉", &["ana"])], "who comes back is newest");
    let kept = store.message(written.facts.key, 1).await.expect("read").expect("a message");
    assert_eq!(&kept, message(&written).0);
    let written = done(&*store, &lobby, edit(1, "ana", "b")).await;
    assert_eq!(message(&written).0.reactions.len(), 2, "an edit keeps them");
}

pub(super) async fn the_twenty_newest_are_shown(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    let people: Vec<String> = (0..50).map(|n| format!("p{n}")).collect();
    for five in people.chunks(5) {
        let acts: Vec<_> = five.iter().map(|by| (by.as_str(), "👍", true)).collect();
        done(&*store, &lobby, react(1, &acts)).await;
    }
    let newest = async |from: usize| {
        let kept = store.message(crate::testkit::words::facts(&*store, &lobby).await.key, 1).await.expect("read").expect("there");
        let by: Vec<_> = people[from - 20..from].iter().rev().cloned().collect();
        assert_eq!(kept.reactions, [Reaction { emoji: "👍".into(), count: from as u64, by }]);
    };
    newest(50).await;
    // Fifteen of the twenty shown go in one act, and five more in five acts of one batch: those behind them move up.
    let gone: Vec<_> = people[35..50].iter().map(|by| (by.as_str(), "👍", false)).collect();
    done(&*store, &lobby, react(1, &gone)).await;
    newest(35).await;
    let acts = people[30..35].iter().rev().map(|by| react(1, &[(by.as_str(), "👍", false)])).collect();
    assert!(batch(&*store, &lobby, acts).await.iter().all(Result::is_ok));
    newest(30).await;
    done(&*store, &lobby, react(1, &[("p0", "👍", false), ("p0", "👍", true)])).await;
    let kept = read(&*store, &lobby, Span::Newest, 1).await;
    let first = kept.changes.first().and_then(crate::testkit::words::message_of).expect("a message");
    assert_eq!((first.reactions[0].count, first.reactions[0].by[0].as_str()), (30, "p0"), "one unshown comes back as newest");
}

pub(super) async fn a_message_holds_twenty_kinds(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    let kinds: Vec<String> = (0..21).map(|n| format!("e{n}")).collect();
    let mut acts: Vec<_> = kinds.iter().map(|emoji| ("ana", emoji.as_str(), true)).collect();
    acts.push(("ben", "e0", true));
    let written = done(&*store, &lobby, react(1, &acts)).await;
    let Outcome::Reacted { message, each } = &written.outcome else { panic!("{written:?}") };
    assert_eq!(message.reactions.len(), 20);
    let refusals: Vec<_> = each.iter().map(|one| one.as_ref().err().map(|refusal| (refusal.code, refusal.reason))).collect();
    assert_eq!(refusals.iter().filter(|one| one.is_some()).count(), 1);
    assert_eq!(refusals[20], Some((Code::Invalid, Some("reaction-kinds"))), "the 21st kind only");
    let written = done(&*store, &lobby, react(1, &[("ana", "e5", false), ("ana", "e20", true)])).await;
    let Outcome::Reacted { message, each } = &written.outcome else { panic!("{written:?}") };
    assert!(each.iter().all(Result::is_ok) && message.reactions.last().is_some_and(|last| last.emoji == "e20"));
}

pub(super) async fn reactions_on_nothing_are_refused(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let answer = write(&*store, in_room(&lobby, react(1, &[("ana", "👍", true)])), Time(0)).await;
    assert_eq!(refused(&answer), Code::NotFound, "no room");
    done(&*store, &lobby, say("ana", "1", "a")).await;
    let answer = write(&*store, in_room(&lobby, react(2, &[("ana", "👍", true)])), Time(0)).await;
    assert_eq!(refused(&answer), Code::NotFound, "no message");
    let none = done(&*store, &lobby, react(1, &[])).await;
    assert!(none.changes.is_empty());
}
