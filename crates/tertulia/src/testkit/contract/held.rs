//! Messages that wait for review: nobody reads them, and each request is answered once and for all.

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, HeldBy, HeldMessage, HoldMode, Sender, Time};

use super::restart;
use crate::store::{Act, Became, Found, HELD_DAYS, Hold, NewMessage, Outcome, Review, RoomFacts, Span, Store, Written};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, delete, done, facts, ids, in_room, message, new_message, put, read, refused, report, room, say, versions, write,
};

const DAY_MS: i64 = 86_400_000;
const MANY: Review = Review { hold: Hold::Never, room_max: 100, bearer_max: 100 };
const BY_HOST: Review = Review { hold: Hold::Always(HeldBy::Hook), ..MANY };
const BY_ROOM: Review = Review { hold: Hold::AsTheRoomSays { guest: false }, ..MANY };
const A_GUEST: Review = Review { hold: Hold::AsTheRoomSays { guest: true }, ..MANY };

fn reviewed(by: &str, client_id: &str, text: &str, review: Review) -> Act {
    Act::Say(Box::new(NewMessage { review, ..new_message(by, client_id, text) }))
}

fn holding(hold: HoldMode) -> Act {
    put(PutRoom { hold: Some(hold), ..PutRoom::default() })
}

/// The number that a message is held under, and whether it is fresh.
fn held(written: &Written) -> (u64, bool) {
    match written.outcome {
        Outcome::Held { held, fresh, .. } => (held, fresh),
        ref other => panic!("not held but {other:?}"),
    }
}

async fn waiting(store: &dyn Store, name: &str) -> Vec<HeldMessage> {
    store.held(facts(store, &room(name)).await.key, 0, 100).await.expect("read")
}

pub(super) async fn what_waits_is_in_no_read(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    let before = facts(&*store, &lobby).await;
    let written = done(&*store, &lobby, reviewed("ben", "2", "psst", BY_HOST)).await;
    let (number, fresh) = held(&written);
    assert!(fresh && written.changes.is_empty());
    let after = RoomFacts { waiting: before.waiting, ..facts(&*store, &lobby).await };
    assert_eq!(after, before, "it takes no version");
    for span in [Span::Newest, Span::After(0), Span::Before(99), Span::Above(0), Span::Around(1)] {
        assert_eq!(ids(&read(&*store, &lobby, span, 10).await), [1], "{span:?}");
    }
    for id in 0..number + 5 {
        let found = store.message(before.key, id).await.expect("read");
        assert_eq!(found.map(|message| message.id), Some(1).filter(|one| *one == id));
    }
    let answering = NewMessage { reply_to: Some(number + 1), ..new_message("ana", "3", "re") };
    assert_eq!(refused(&write(&*store, in_room(&lobby, Act::Say(Box::new(answering))), Time(0)).await), Code::Invalid);
}

pub(super) async fn everything_that_waits_is_listed(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let guest =
        Sender { id: Some("~g".into()), name: "Zoé 'x'".into(), guest: true, avatar: Some("https://a.example/b".into()) };
    let data = serde_json::json!({ "key": "k" }).as_object().cloned();
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    let new =
        NewMessage { sender: Some(guest.clone()), reply_to: Some(1), data: data.clone(), ..new_message("~g", "2", "a\n\"b\"") };
    let act = Act::Say(Box::new(NewMessage { review: BY_HOST, ..new.clone() }));
    let first = held(&write(&*store, in_room(&lobby, act), Time(7)).await.expect("written")).0;
    let nobody = NewMessage { sender: None, review: BY_HOST, ..new_message("", "3", "x") };
    let second = held(&done(&*store, &lobby, Act::Say(Box::new(nobody))).await).0;
    assert!(first < second);
    let store = restart(place, store).await;
    let listed = waiting(&*store, "room/lobby").await;
    let expected = HeldMessage {
        held: first,
        by: HeldBy::Hook,
        kind: new.kind,
        sender: Some(guest),
        text: new.text,
        received: Time(7),
        reply_to: Some(1),
        client_id: new.client_id,
        data,
    };
    assert_eq!((&listed[0], listed[1].held, &listed[1].sender, listed.len()), (&expected, second, &None, 2));
    let key = facts(&*store, &lobby).await.key;
    let numbers = async |after, limit| -> Vec<u64> {
        store.held(key, after, limit).await.expect("read").iter().map(|waits| waits.held).collect()
    };
    assert_eq!(numbers(0, 1).await, [first]);
    assert_eq!(numbers(first, 9).await, [second]);
    assert_eq!(numbers(second, 9).await, Vec::<u64>::new());
}

pub(super) async fn a_room_says_whose_messages_wait(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let free = async |client_id: &str, review| {
        let written = done(&*store, &lobby, reviewed("ana", client_id, "x", review)).await;
        matches!(written.outcome, Outcome::Message { fresh: true, .. })
    };
    assert!(free("1", BY_ROOM).await && free("2", A_GUEST).await);
    done(&*store, &lobby, holding(HoldMode::Guests)).await;
    assert!(free("3", BY_ROOM).await && !free("4", A_GUEST).await);
    done(&*store, &lobby, holding(HoldMode::All)).await;
    assert!(!free("5", BY_ROOM).await && !free("6", A_GUEST).await && free("7", MANY).await);
    assert_eq!(facts(&*store, &lobby).await.settings.hold, HoldMode::All);
    assert!(waiting(&*store, "room/lobby").await.iter().all(|waits| waits.by == HeldBy::Room));
    let acts = vec![
        holding(HoldMode::Off),
        reviewed("ana", "8", "x", BY_ROOM),
        holding(HoldMode::All),
        reviewed("ana", "9", "x", BY_ROOM),
    ];
    let answers = batch(&*store, &lobby, acts).await;
    assert!(matches!(answers[1].as_ref().expect("said").outcome, Outcome::Message { .. }), "as the batch left it");
    held(answers[3].as_ref().expect("held"));
}

pub(super) async fn an_edit_does_not_wait(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    let edit = |text: &str, hold| Act::Edit { id: 1, by: "ana".into(), text: text.into(), hold };
    // As the batch leaves the room: what is handed in beside the setting is judged by it.
    let acts = vec![
        edit("a", A_GUEST.hold),
        holding(HoldMode::Guests),
        edit("b", A_GUEST.hold),
        edit("a", A_GUEST.hold),
        edit("c", BY_ROOM.hold),
        holding(HoldMode::All),
        edit("d", BY_ROOM.hold),
        edit("e", Hold::Never),
        holding(HoldMode::Off),
        edit("f", A_GUEST.hold),
        edit("g", BY_HOST.hold),
    ];
    let before = facts(&*store, &lobby).await.access;
    let answers = batch(&*store, &lobby, acts).await;
    let refusals: Vec<_> = answers.iter().map(|answer| answer.is_err().then(|| refused(answer))).collect();
    let no = Some(Code::Refused);
    assert_eq!(refusals, [None, None, no, None, None, None, no, None, None, None, no]);
    assert_eq!(message(&done(&*store, &lobby, edit("f", Hold::Never)).await).0.text, "f");
    let after = facts(&*store, &lobby).await.access;
    assert_eq!(after.room, before.room + 3, "each other setting is another right");
}

pub(super) async fn a_held_request_is_answered_as_what_became_of_it(place: &dyn Place) {
    let (mut store, lobby) = (place.open().await, room("room/lobby"));
    let key = done(&*store, &lobby, put(PutRoom::default())).await.facts.key;
    let (one, two) = (reviewed("ana", "1", "a", BY_HOST), reviewed("ana", "2", "b", BY_HOST));
    let answers = batch(&*store, &lobby, vec![one.clone(), one.clone(), two.clone(), say("ana", "1", "other")]).await;
    let told: Vec<_> = answers[..3].iter().map(|answer| held(answer.as_ref().expect("held"))).collect();
    assert_eq!((told[0].0, told[0].1, told[1].1), (told[1].0, true, false), "within a batch");
    assert_eq!(refused(&answers[3]), Code::ClientIdReused);
    let (first, second) = (told[0].0, told[2].0);
    for _ in 0..2 {
        assert_eq!(held(&done(&*store, &lobby, one.clone()).await), (first, false), "while it waits, also after a restart");
        assert_eq!(
            held(&done(&*store, &lobby, say("ana", "1", "a")).await),
            (first, false),
            "whether or not it would be held now"
        );
        assert_eq!(refused(&write(&*store, in_room(&lobby, say("ana", "1", "z")), Time(0)).await), Code::ClientIdReused);
        store = restart(place, store).await;
    }
    let approved = done(&*store, &lobby, Act::Approve { held: first }).await;
    assert!(message(&approved).1);
    assert_eq!(message(&done(&*store, &lobby, one.clone()).await), (message(&approved).0, false), "once approved");
    assert_eq!(refused(&write(&*store, in_room(&lobby, say("ana", "1", "z")), Time(0)).await), Code::ClientIdReused);
    assert_eq!(done(&*store, &lobby, Act::Reject { held: second }).await.outcome, Outcome::Rejected);
    for _ in 0..2 {
        assert_eq!(refused(&write(&*store, in_room(&lobby, two.clone()), Time(0)).await), Code::Refused, "once rejected");
        assert_eq!(refused(&write(&*store, in_room(&lobby, say("ana", "2", "z")), Time(0)).await), Code::ClientIdReused);
        let became = |id: &str| new_message("ana", id, "").client_id;
        let said = store.said(key, "ana", &became("2"), [0; 32]).await.expect("read").expect("known");
        assert_eq!(said.0, Became::Rejected);
        let said = store.said(key, "ana", &became("1"), [0; 32]).await.expect("read").expect("known");
        assert_eq!(said.0, Became::Message(Box::new(message(&approved).0.clone())));
        store = restart(place, store).await;
    }
    assert!(message(&done(&*store, &lobby, say("ben", "2", "b")).await).1, "another's own id");
}

pub(super) async fn an_approved_message_comes_last(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "a")).await;
    let new = NewMessage { reply_to: Some(1), review: BY_HOST, ..new_message("ben", "2", "b") };
    let number = held(&done(&*store, &lobby, Act::Say(Box::new(new.clone()))).await).0;
    done(&*store, &lobby, say("ana", "3", "c")).await;
    let approved = write(&*store, in_room(&lobby, Act::Approve { held: number }), Time(5)).await.expect("approved");
    let (said, fresh) = message(&approved);
    assert_eq!((said.id, said.version, said.created, said.text.as_str(), fresh), (3, 3, Time(5), "b", true));
    assert_eq!((&said.sender, said.reply_to, said.client_id.as_ref()), (&new.sender, Some(1), Some(&new.client_id)));
    assert_eq!(approved.changes.len(), 1);
    assert_eq!(versions(&read(&*store, &lobby, Span::After(0), 10).await), [1, 2, 3]);
    assert_eq!(waiting(&*store, "room/lobby").await, []);
    for act in [Act::Approve { held: number }, Act::Reject { held: number }, Act::Approve { held: 99 }] {
        assert_eq!(refused(&write(&*store, in_room(&lobby, act), Time(0)).await), Code::NotFound);
    }
    let answers = batch(&*store, &lobby, vec![reviewed("ben", "4", "d", BY_HOST), Act::Approve { held: number + 1 }]).await;
    assert_eq!(message(answers[1].as_ref().expect("approved")).0.id, 4, "in one batch");
    done(&*store, &lobby, delete(1, "ana")).await;
    assert_eq!(refused(&write(&*store, in_room(&room("room/none"), Act::Approve { held: 1 }), Time(0)).await), Code::NotFound);
}

pub(super) async fn as_many_wait_as_may(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let few = Review { room_max: 3, bearer_max: 2, ..BY_HOST };
    let at = async |by: &str, client_id: &str| write(&*store, in_room(&lobby, reviewed(by, client_id, "x", few)), Time(0)).await;
    let none = Review { room_max: 0, ..few };
    let answer = write(&*store, in_room(&lobby, reviewed("ana", "0", "x", none)), Time(0)).await;
    assert_eq!(refused(&answer), Code::TooMany);
    assert!(matches!(store.find(&lobby).await, Ok(Found::Absent { .. })), "a refusal makes no room");
    let first = held(&at("ana", "1").await.expect("held")).0;
    at("ana", "2").await.expect("held");
    assert_eq!(refused(&at("ana", "3").await), Code::TooMany, "of one sender");
    held(&at("ana", "2").await.expect("a retry is no other"));
    let third = held(&at("ben", "4").await.expect("held")).0;
    assert_eq!(refused(&at("cleo", "5").await), Code::TooMany, "in the room");
    done(&*store, &lobby, Act::Reject { held: third }).await;
    done(&*store, &lobby, Act::Reject { held: third }).await;
    at("cleo", "5").await.expect("one waits less");
    assert_eq!(refused(&at("ben", "6").await), Code::TooMany, "and only one");
    done(&*store, &lobby, Act::Approve { held: first }).await;
    at("ana", "3").await.expect("one waits less");
    assert_eq!(waiting(&*store, "room/lobby").await.len(), 3);
}

pub(super) async fn what_waits_goes_with_its_room_and_with_time(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let one = reviewed("ana", "1", "a", BY_HOST);
    let made = done(&*store, &lobby, one.clone()).await;
    assert_eq!(made.facts.head, 0, "the room is made, and empty");
    done(&*store, &lobby, Act::DeleteRoom).await;
    assert_eq!(store.held(made.facts.key, 0, 10).await.expect("read"), []);
    assert_eq!(store.said(made.facts.key, "ana", &new_message("ana", "1", "a").client_id, [0; 32]).await.expect("read"), None);
    while store.tidy(Time(0)).await.expect("tidied").more {}
    done(&*store, &lobby, put(PutRoom { retention_days: Some(1), ..PutRoom::default() })).await;
    assert!(held(&done(&*store, &lobby, one.clone()).await).1, "the new room knows nothing of the old one's");
    let other = reviewed("ana", "2", "b", BY_HOST);
    done(&*store, &room("room/other"), other.clone()).await;
    let rejected = held(&done(&*store, &room("room/other"), reviewed("ana", "3", "c", BY_HOST)).await).0;
    done(&*store, &room("room/other"), Act::Reject { held: rejected }).await;
    while store.tidy(Time(DAY_MS - 1)).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, "room/lobby").await.len(), 1);
    while store.tidy(Time(DAY_MS)).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, "room/lobby").await, []);
    let few = Review { room_max: 1, bearer_max: 1, ..BY_HOST };
    assert!(held(&done(&*store, &lobby, reviewed("ana", "1", "a", few)).await).1, "its request is forgotten, and its place free");
    while store.tidy(Time(i64::from(HELD_DAYS) * DAY_MS - 1)).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, "room/other").await.len(), 1);
    while store.tidy(Time(i64::from(HELD_DAYS) * DAY_MS)).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, "room/other").await, []);
    assert!(held(&done(&*store, &room("room/other"), reviewed("ana", "3", "c", BY_HOST)).await).1);
}

pub(super) async fn what_waits_has_a_number_that_rises_with_each_deed_and_nothing_else(place: &dyn Place) {
    let (mut store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &room("room/other"), reviewed("ana", "1", "a", BY_HOST)).await;
    let other = facts(&*store, &room("room/other")).await.waiting;
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    assert_eq!(facts(&*store, &lobby).await.waiting, 0, "nothing ever waited");
    let (one, two) = (reviewed("ben", "2", "b", BY_HOST), reviewed("ben", "3", "c", BY_HOST));
    for (act, rises) in [
        (one.clone(), true),
        (one, false),
        (two, true),
        (Act::Approve { held: 1 }, true),
        (Act::Reject { held: 2 }, true),
        (Act::Reject { held: 2 }, false),
        (report(1, "ben", "spam"), true),
        (report(1, "ben", "spam"), false),
        (report(1, "cleo", ""), true),
        (Act::CloseReports { id: 1 }, true),
        (Act::CloseReports { id: 1 }, false),
        (say("ana", "4", "d"), false),
        (put(PutRoom { locked: Some(true), ..PutRoom::default() }), false),
        (reviewed("ben", "5", "e", BY_HOST), true),
    ] {
        let before = facts(&*store, &lobby).await.waiting;
        let written = done(&*store, &lobby, act.clone()).await;
        assert_eq!(written.facts.waiting > before, rises, "{act:?}");
        store = restart(place, store).await;
        assert_eq!(facts(&*store, &lobby).await.waiting, written.facts.waiting, "{act:?}, and again in the next run");
    }
    assert_eq!(facts(&*store, &room("room/other")).await.waiting, other, "each room has its own");
    let (before, mut told) = (facts(&*store, &lobby).await, Vec::new());
    loop {
        let tidied = store.tidy(Time(i64::from(HELD_DAYS) * DAY_MS)).await.expect("tidied");
        told.extend(tidied.written);
        if !tidied.more {
            break;
        }
    }
    let after = facts(&*store, &lobby).await;
    assert!(after.waiting > before.waiting, "what waited for too long waits no more");
    let told = told.iter().find(|written| written.facts.key == after.key).expect("is told");
    assert!(told.facts == after && told.changes.is_empty(), "{told:?}");
}
