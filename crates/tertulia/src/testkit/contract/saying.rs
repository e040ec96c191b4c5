//! Saying something: numbers, retries, conditions, times.

use serde_json::json;
use tertulia_wire::{Code, Kind, Sender, Time};

use crate::store::{Act, Change, NewMessage, Outcome, Span, WriteError};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, delete, done, edit, facts, ids, in_room, message, new_message, read, refused, room, say, titled, versions, write,
};

pub(super) async fn ids_and_versions_count_from_one(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let acts = (1..=3).map(|n| say("ana", &n.to_string(), "hola")).collect();
    for (n, answer) in (1..).zip(batch(&*store, &lobby, acts).await) {
        let written = answer.expect("written");
        let (said, fresh) = message(&written);
        assert_eq!((said.id, said.version, fresh, written.facts.head), (n, n, true, n));
        assert_eq!(written.changes, [Change::Message(Box::new(said.clone()))]);
    }
    let written = done(&*store, &lobby, say("ben", "4", "hola")).await;
    assert_eq!(message(&written).0.id, 4);
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [1, 2, 3, 4]);
}

pub(super) async fn a_retry_is_answered_with_the_message_as_it_is_now(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let answers = batch(&*store, &lobby, vec![say("ana", "1", "hola"), say("ana", "1", "hola")]).await;
    let told: Vec<_> = answers.iter().map(|answer| message(answer.as_ref().expect("written"))).collect();
    assert_eq!((told[0].0, told[0].1, told[1].1), (told[1].0, true, false), "within a batch");
    assert!(answers[1].as_ref().is_ok_and(|written| written.changes.is_empty() && written.facts.head == 1));

    let edited = done(&*store, &lobby, edit(1, "ana", "adios")).await;
    let again = done(&*store, &lobby, say("ana", "1", "hola")).await;
    assert_eq!(message(&again), (message(&edited).0, false), "through an edit");

    let deleted = done(&*store, &lobby, delete(1, "ana")).await;
    let again = done(&*store, &lobby, say("ana", "1", "hola")).await;
    assert_eq!(message(&again), (message(&deleted).0, false), "through a deletion");
    assert!(again.changes.is_empty());
    assert_eq!(facts(&*store, &lobby).await.head, 3, "a retry takes no version");
}

pub(super) async fn a_known_client_id_with_another_request_is_refused(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let answers = batch(&*store, &lobby, vec![say("ana", "1", "hola"), say("ana", "1", "other")]).await;
    assert_eq!(refused(&answers[1]), Code::ClientIdReused, "within a batch");
    let answer = write(&*store, in_room(&lobby, say("ana", "1", "third")), Time(0)).await;
    assert_eq!(refused(&answer), Code::ClientIdReused, "later");
    let unanswerable = NewMessage { reply_to: Some(99), ..new_message("ana", "1", "hola") };
    let answer = done(&*store, &lobby, Act::Say(Box::new(unanswerable))).await;
    assert!(!message(&answer).1, "a known id is answered before any other condition");
}

pub(super) async fn a_client_id_is_its_bearers_own(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    assert!(message(&done(&*store, &lobby, say("ben", "1", "buenas")).await).1, "another bearer");
    assert!(message(&done(&*store, &other, say("ana", "1", "buenas")).await).1, "another room");
}

pub(super) async fn a_refusal_is_its_items_own(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let acts = vec![say("ana", "1", "a"), edit(9, "ana", "b"), say("ana", "2", "c"), delete(1, "ben"), titled("T")];
    let answers = batch(&*store, &lobby, acts).await;
    assert_eq!(refused(&answers[1]), Code::NotFound);
    assert_eq!(refused(&answers[3]), Code::NotAllowed);
    assert!(answers[0].is_ok() && answers[2].is_ok() && answers[4].is_ok());
    assert_eq!(versions(&read(&*store, &lobby, Span::After(0), 10).await), [1, 2, 3], "refusals leave no holes");
}

pub(super) async fn an_answer_needs_a_message(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let answering = |client_id: &str, id| {
        in_room(&lobby, Act::Say(Box::new(NewMessage { reply_to: Some(id), ..new_message("ana", client_id, "re") })))
    };
    let first = write(&*store, answering("0", 1), Time(0)).await;
    assert_eq!(refused(&first), Code::Invalid, "nothing to answer in a room that isn't there");
    assert!(matches!(store.find(&lobby).await, Ok(crate::store::Found::Absent { .. })), "a refused say makes no room");
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    done(&*store, &lobby, delete(1, "ana")).await;
    done(&*store, &lobby, titled("T")).await;
    let reply = write(&*store, answering("2", 1), Time(0)).await.expect("a deleted message can be answered");
    assert_eq!(message(&reply).0.reply_to, Some(1));
    for nothing in [0, 3, 5, 99] {
        assert_eq!(refused(&write(&*store, answering("3", nothing), Time(0)).await), Code::Invalid, "{nothing}");
    }
    let answers = store.write(vec![in_room(&lobby, say("ana", "4", "a")), answering("5", 5)], Time(0)).await;
    assert!(answers[1].is_ok(), "what the batch said before can be answered");
}

pub(super) async fn everything_of_a_message_is_kept(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let text = "línea\n\ttab \"quoted\" \\ 'single' 🥐 \u{fdfd} </script> $1 ?1 :x @y \u{7f}";
    let data = json!({"key": "k", "n": 1.5, "deep": {"list": [1, null, "\u{0}", true]}, "big": 9_007_199_254_740_991_u64});
    let guest = Sender { id: None, name: "Ñandú 'x'".into(), guest: true, avatar: Some("https://a/b?c=\"d\"".into()) };
    let new = NewMessage { text: text.into(), data: data.as_object().cloned(), ..new_message("ana", "1", text) };
    let whole = NewMessage { sender: Some(guest), kind: Kind::Action, ..new };
    let nobody = NewMessage { sender: None, kind: Kind::System, ..new_message("ana", "2", "x") };
    for (n, new) in [(1, whole), (2, nobody)] {
        let written = done(&*store, &lobby, Act::Say(Box::new(new.clone()))).await;
        let kept = store.message(written.facts.key, n).await.expect("read").expect("a message");
        assert_eq!((&kept, true), message(&written));
        assert_eq!((kept.text, kept.sender, kept.kind, kept.data), (new.text, new.sender, new.kind, new.data));
        assert_eq!((kept.client_id, kept.created), (Some(new.client_id), Time(0)));
    }
    for (n, kind) in (3..).zip([Kind::Message, Kind::Notification, Kind::Join, Kind::Leave]) {
        let new = NewMessage { kind, ..new_message("ana", &n.to_string(), "x") };
        let written = done(&*store, &lobby, Act::Say(Box::new(new))).await;
        let kept = store.message(written.facts.key, n).await.expect("read").expect("a message");
        assert_eq!(kept.kind, kind);
    }
}

pub(super) async fn times_never_go_back(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let at = async |act, ms| write(&*store, in_room(&lobby, act), Time(ms)).await.expect("written");
    let created = |written: &_| message(written).0.created.0;
    assert_eq!(created(&at(say("ana", "1", "a"), 5_000).await), 5_000);
    assert_eq!(created(&at(say("ana", "2", "b"), 3_000).await), 5_000);
    assert_eq!(message(&at(edit(2, "ana", "c"), 6_000).await).0.edited, Some(Time(6_000)));
    assert_eq!(message(&at(delete(1, "ana"), 1_000).await).0.deleted, Some(Time(6_000)));
    assert_eq!(created(&at(say("ana", "3", "d"), 5_500).await), 6_000);
    assert_eq!(created(&at(say("ana", "4", "e"), 7_000).await), 7_000);
}

pub(super) async fn rooms_in_one_batch_count_by_themselves(place: &dyn Place) {
    let store = place.open().await;
    let names: Vec<_> = ["room/a", "room/b", "project/a"].map(room).into();
    let writes = (0..30).map(|n| in_room(&names[n % 3], say("ana", &n.to_string(), "x"))).collect();
    for (n, answer) in store.write(writes, Time(0)).await.into_iter().enumerate() {
        let written = answer.expect("written");
        assert_eq!((&written.facts.name, message(&written).0.id), (&names[n % 3], n as u64 / 3 + 1));
    }
    let keys: Vec<_> = [facts(&*store, &names[0]).await.key, facts(&*store, &names[1]).await.key].into();
    assert_ne!(keys[0], keys[1]);
    let empty = store.write(Vec::new(), Time(0)).await;
    assert!(empty.is_empty(), "nothing to write is nothing to answer");
    let stays = matches!(done(&*store, &names[0], titled("A")).await.outcome, Outcome::Put { made: false });
    assert!(stays && !matches!(store.write(vec![], Time(0)).await.first(), Some(Err(WriteError::Store(_)))));
}
