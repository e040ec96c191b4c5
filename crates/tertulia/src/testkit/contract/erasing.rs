//! Somebody is taken out of everything, and all others find what was there.

use tertulia_wire::moderation::Deed;
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{DeletedBy, HoldMode, Kind, Message, Sender, Time};

use super::restart;
use crate::store::erasing::{Erasure, TRACES_MAX, TracePlace};
use crate::store::moderation::{AuditOf, NewRestriction, RestrictAct, Within};
use crate::store::{
    Act, Became, Change, Everywhere, Hold, NewMessage, Outcome, ReadMark, RoomKey, SeenName, Span, Store, Write, Written,
};
use crate::testkit::Place;
use crate::testkit::words::{
    attend, batch, done, erase, erase_from_rooms, facts, in_room, message, message_of, new_message, put, react, read, refused,
    room, say, write,
};

fn erasure(person: &str) -> Erasure {
    Erasure { person: person.to_owned(), pseudonym: "~erased-1".to_owned() }
}

async fn begin(store: &dyn Store, erasure: &Erasure, by: &str) {
    let act = Everywhere::Erase { erasure: erasure.clone(), second: 7, by: by.to_owned() };
    store.raise_everywhere(act, Time(0)).await.expect("begun");
}

fn messages(changes: &[Change]) -> Vec<Message> {
    changes.iter().filter_map(message_of).cloned().collect()
}

fn restrict(user: &str, by: &str, until: Option<Time>) -> Act {
    let new = NewRestriction { kind: RestrictionKind::Ban, until, why: Some(format!("{user} was loud")), address: None };
    Act::Restrict(Box::new(RestrictAct { user: user.into(), restriction: Some(new), by: by.into(), ..RestrictAct::default() }))
}

pub(super) async fn whoever_is_erased_is_in_no_message_and_all_others_are_as_they_were(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let as_ana = NewMessage { sender: Some(Sender::user("ana", "Ana")), ..new_message("bot", "3", "by the bot") };
    let as_ben = NewMessage { sender: Some(Sender::user("ben", "Ben")), ..new_message("ana", "4", "by ana") };
    let reply = NewMessage { reply_to: Some(1), ..new_message("ben", "5", "hi") };
    let acts = [as_ana, as_ben, reply].map(|new| Act::Say(Box::new(new)));
    batch(&*store, &lobby, vec![say("ana", "1", "hola"), say("ben", "2", "hello")]).await;
    batch(&*store, &lobby, acts.into()).await;
    batch(&*store, &lobby, vec![say("ana", "6", "gone"), Act::Delete { id: 6, by: "mod".into(), any: true }]).await;
    let reactions = [("ana", "👍", true), ("ben", "👍", true), ("ana", "🎉", true), ("ben", "🎈", true)];
    batch(&*store, &lobby, vec![react(2, &reactions), react(1, &reactions), react(5, &[("ben", "👍", true)])]).await;
    let before = read(&*store, &lobby, Span::Newest, 50).await;

    let store = restart(place, store).await;
    let written = erase(&*store, "ana", Time(500)).await;
    let changes: Vec<_> = written.into_iter().flat_map(|written| written.changes).collect();
    let head = before.facts.head;
    let told: Vec<_> = messages(&changes).iter().map(|message| (message.id, message.version)).collect();
    assert_eq!(told, [(1, head + 1), (3, head + 2), (4, head + 3), (6, head + 4), (2, head + 5)]);

    let store = restart(place, store).await;
    let (before, after) = (messages(&before.changes), read(&*store, &lobby, Span::Newest, 50).await.changes);
    let after = messages(&after);
    let erased = |id: usize| Message {
        version: after[id - 1].version,
        sender: None,
        text: String::new(),
        deleted: Some(Time(500)),
        deleted_by: Some(DeletedBy::Sender),
        client_id: None,
        reactions: Vec::new(),
        ..before[id - 1].clone()
    };
    assert_eq!((&after[0], &after[2], &after[4]), (&erased(1), &erased(3), &before[4]));
    let (deleted, deleted_by) = (before[5].deleted, before[5].deleted_by);
    assert_eq!(after[5], Message { deleted, deleted_by, ..erased(6) }, "who deleted it, and when, stays");
    let in_bens_name = Message { version: head + 3, client_id: None, ..before[3].clone() };
    assert_eq!(after[3], in_bens_name, "it is ben's");
    let kinds: Vec<_> = after[1].reactions.iter().map(|kind| (kind.emoji.as_str(), kind.count, kind.by.join(" "))).collect();
    assert_eq!(kinds, [("👍", 1, "ben".into()), ("🎈", 1, "ben".into())]);
    assert_eq!(
        Message { version: 0, reactions: Vec::new(), ..after[1].clone() },
        Message { version: 0, reactions: Vec::new(), ..before[1].clone() }
    );
    let key = facts(&*store, &lobby).await.key;
    assert_eq!(store.reacted(key, "ana", &[1, 2]).await.expect("read"), []);
    let traces = store.traces("ana", TracePlace::default()).await.expect("looked");
    assert_eq!((traces.messages.len(), traces.reactions.len(), traces.next.is_some()), (0, 0, true));
    assert!(erase(&*store, "ana", Time(600)).await.is_empty(), "again, it changes nothing");
}

pub(super) async fn a_retry_of_what_was_erased_brings_nothing_back(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let as_ana = NewMessage { sender: Some(Sender::user("ana", "Ana")), ..new_message("bot", "2", "by the bot") };
    batch(&*store, &lobby, vec![say("ana", "1", "hola"), Act::Say(Box::new(as_ana.clone()))]).await;
    erase(&*store, "ana", Time(0)).await;
    let store = restart(place, store).await;
    for (id, act) in [(1, say("ana", "1", "hola")), (2, Act::Say(Box::new(as_ana)))] {
        let again = done(&*store, &lobby, act).await;
        let (said, fresh) = message(&again);
        assert_eq!((said.id, said.text.as_str(), said.sender.as_ref(), fresh, again.changes.len()), (id, "", None, false, 0));
    }
    let other = done(&*store, &lobby, say("ana", "1", "something else")).await;
    assert_eq!(message(&other), (&Message { text: "something else".into(), ..message(&other).0.clone() }, true));
    let again = done(&*store, &lobby, say("ana", "1", "something else")).await;
    assert_eq!((message(&again).0.id, message(&again).1), (message(&other).0.id, false));
    let again = done(&*store, &lobby, say("ana", "1", "hola")).await;
    assert_eq!((message(&again).0.id, message(&again).1), (1, false), "also where its id was used again since");
    let key = facts(&*store, &lobby).await.key;
    let newer = message(&other).0.id;
    let [first, since, never] = ["hola", "something else", "never said"].map(|text| new_message("ana", "1", text));
    for (asked, (id, hash)) in
        [(&first, (1, first.request_hash)), (&since, (newer, since.request_hash)), (&never, (newer, since.request_hash))]
    {
        let said = store.said(key, "ana", &asked.client_id, asked.request_hash).await.expect("read").expect("known");
        let (Became::Message(message), of) = said else { panic!("{said:?}") };
        assert_eq!((message.id, of), (id, hash), "also to who only asks");
    }
    assert_eq!(store.said(key, "ben", &first.client_id, first.request_hash).await.expect("read"), None);
    assert_eq!(
        refused(&batch(&*store, &lobby, vec![crate::testkit::words::edit(1, "ana", "x")]).await[0]),
        tertulia_wire::Code::Deleted
    );
}

/// Says as ben what ana asked for, and erases both; both have to be in nothing then, whoever comes first.
async fn erase_both(place: &dyn Place, first: &str, second: &str) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let sender = Some(Sender { avatar: Some("https://example.org/ben.png".into()), ..Sender::user("ben", "Ben") });
    let as_ben = NewMessage { sender, ..new_message("ana", "1", "by ana for ben") };
    batch(&*store, &lobby, vec![Act::Say(Box::new(as_ben.clone())), react(1, &[("eva", "👍", true)])]).await;
    erase(&*store, first, Time(500)).await;
    let store = restart(place, store).await;
    erase(&*store, second, Time(600)).await;
    let store = restart(place, store).await;
    let left = &messages(&read(&*store, &lobby, Span::Newest, 9).await.changes)[0];
    assert_eq!((left.sender.as_ref(), left.text.as_str(), left.client_id.as_ref()), (None, "", None), "{first}, then {second}");
    assert_eq!((left.reactions.len(), left.deleted.is_some(), left.deleted_by), (0, true, Some(DeletedBy::Sender)));
    for person in ["ana", "ben"] {
        let traces = store.traces(person, TracePlace::default()).await.expect("looked");
        assert_eq!(traces.messages, [], "nothing is left of {person}");
        assert!(erase(&*store, person, Time(700)).await.is_empty(), "again, it changes nothing");
    }
    let again = done(&*store, &lobby, Act::Say(Box::new(as_ben))).await;
    assert_eq!((message(&again).0, message(&again).1, again.changes.len()), (left, false, 0), "its request makes no other");
}

pub(super) async fn whoever_says_again_what_was_erased_and_purged_can_be_erased_again(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "x")).await;
    erase(&*store, "ana", Time(0)).await;
    // The row of what was purged may still be there.
    done(&*store, &lobby, Act::Purge { first: 1_000 }).await;
    assert!(message(&done(&*store, &lobby, say("ana", "1", "x")).await).1, "a request is known for as long as its message lives");
    let told: Vec<_> = erase(&*store, "ana", Time(1)).await.into_iter().flat_map(|written| written.changes).collect();
    assert_eq!(messages(&told).len(), 1);
    assert!(!message(&done(&*store, &lobby, say("ana", "1", "x")).await).1, "it is known again");
}

pub(super) async fn in_whose_name_somebody_spoke_who_was_erased_is_erased_later(place: &dyn Place) {
    erase_both(place, "ana", "ben").await;
}

pub(super) async fn whoever_spoke_for_somebody_who_was_erased_is_erased_later(place: &dyn Place) {
    erase_both(place, "ben", "ana").await;
}

pub(super) async fn what_is_beside_the_messages_goes_too(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let hold = PutRoom { hold: Some(HoldMode::All), announce: Some(true), ..PutRoom::default() };
    done(&*store, &lobby, put(hold)).await;
    let let_in = |by: &str, client_id: &str| {
        let mut new = new_message(by, client_id, "let me in");
        new.seen_name = Some(SeenName { look: by.into(), person: by.into(), guest: false });
        new.review.hold = Hold::AsTheRoomSays { guest: false };
        (new.review.room_max, new.review.bearer_max) = (9, 9);
        Act::Say(Box::new(new))
    };
    for (by, client_id) in [("ana", "1"), ("ana", "2"), ("ben", "3")] {
        done(&*store, &lobby, let_in(by, client_id)).await;
    }
    batch(&*store, &lobby, vec![Act::Reject { held: 2 }, attend("ana", true, true), attend("ben", true, false)]).await;
    let key = facts(&*store, &lobby).await.key;
    let mark = |person: &str| ReadMark { room: key, person: person.into(), up_to: 2 };
    store.mark_read(&[mark("ana"), mark("ben")], Time(0)).await.expect("marked");

    let traces = store.traces("ana", TracePlace::default()).await.expect("looked");
    assert_eq!(
        traces.beside.held.iter().map(|(held, waits)| (*held, waits.is_some())).collect::<Vec<_>>(),
        [(1, true), (2, false)]
    );
    assert_eq!((traces.beside.read, traces.beside.names, traces.beside.announced.is_some()), (Some(2), vec!["ana".into()], true));
    assert_eq!(
        traces.next,
        Some(TracePlace { room: key, after: Some(0) }),
        "what waits has to go before its messages are looked for"
    );

    begin(&*store, &erasure("ana"), "host").await;
    let written = erase_from_rooms(&*store, &erasure("ana"), Time(0)).await;
    let outcomes: Vec<_> = written.iter().map(|written| written.outcome.clone()).collect();
    let came = Outcome::Erased { messages: 1, reactions: 0, held: 0 };
    assert_eq!(outcomes, [Outcome::Erased { messages: 0, reactions: 0, held: 1 }, came], "the line that ana came, too");
    while store.finish_erasure(&erasure("ana")).await.expect("finished").more {}

    let store = restart(place, store).await;
    let held = store.held(key, 0, 9).await.expect("read");
    assert_eq!(held.iter().map(|waits| waits.held).collect::<Vec<_>>(), [3]);
    let looks = ["ana", "ben"].map(str::to_owned);
    assert_eq!(store.seen_names(key, &looks, Time(1)).await.expect("read"), [("ben".to_owned(), "ben".to_owned())]);
    let announced = store.announced(key).await.expect("read");
    assert_eq!(announced.iter().map(|sender| sender.id.as_deref()).collect::<Vec<_>>(), [Some("ben")]);
    let marks = store.read_marks(&[(key, "ana".into()), (key, "ben".into())]).await.expect("read");
    assert_eq!(marks, [0, 2]);
    let line = &messages(&read(&*store, &lobby, Span::Newest, 9).await.changes)[0];
    assert_eq!((line.kind, line.sender.as_ref(), line.deleted.is_some()), (Kind::Join, None, true));
    assert!(write(&*store, in_room(&lobby, attend("ana", false, true)), Time(0)).await.expect("noted").changes.is_empty());
    for client_id in ["1", "2"] {
        let again = done(&*store, &lobby, let_in("ana", client_id)).await.outcome;
        assert!(matches!(again, Outcome::Held { fresh: true, .. }), "what waited is known again by nothing: {again:?}");
    }
}

pub(super) async fn the_audit_keeps_a_pseudonym_and_a_ban_stays(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let by = |act, by: &str| Write { by: by.to_owned(), ..in_room(&lobby, act) };
    batch(&*store, &lobby, vec![say("ana", "1", "a"), say("ben", "2", "b")]).await;
    for act in [Act::Delete { id: 2, by: "ana".into(), any: true }, restrict("ben", "ana", None), restrict("eva", "mod", None)] {
        write(&*store, by(act, "ana"), Time(10)).await.expect("done");
    }
    write(&*store, by(restrict("ana", "mod", Some(Time(100))), "mod"), Time(10)).await.expect("banned");
    let everywhere = RestrictAct { user: "ana".into(), restriction: None, by: "mod".into(), ..RestrictAct::default() };
    let new = NewRestriction { kind: RestrictionKind::Mute, until: None, why: Some("ana again".into()), address: None };
    let everywhere = RestrictAct { restriction: Some(new), ..everywhere };
    store.raise_everywhere(Everywhere::Restrict(Box::new(everywhere)), Time(10)).await.expect("muted");
    let all = AuditOf { within: Within::All, user: None };
    let before = store.audit(all.clone(), None, 50).await.expect("read");
    let access = facts(&*store, &lobby).await.access;

    begin(&*store, &erasure("ana"), "boss").await;
    assert_eq!(store.erasures().await.expect("read"), [erasure("ana")]);
    let store = restart(place, store).await;
    assert_eq!(store.erasures().await.expect("read"), [erasure("ana")], "it is gone on with");
    erase_from_rooms(&*store, &erasure("ana"), Time(50)).await;
    let mut beside = 0;
    loop {
        let done = store.finish_erasure(&erasure("ana")).await.expect("finished");
        beside += done.audit;
        if !done.more {
            break;
        }
    }
    assert_eq!((beside, store.erasures().await.expect("read")), (5, Vec::new()));

    let after = store.audit(all, None, 50).await.expect("read");
    let noted = &after[0];
    let (deed, user, by) = (noted.deed, noted.user.as_deref(), noted.by.as_str());
    assert_eq!((deed, user, by, noted.room.as_ref()), (Deed::Erase, Some("~erased-1"), "boss", None));
    for (before, after) in before.iter().zip(&after[1..]) {
        let mut expected = before.clone();
        if before.by == "ana" {
            expected.by = "~erased-1".into();
        }
        if before.user.as_deref() == Some("ana") {
            (expected.user, expected.why) = (Some("~erased-1".into()), None);
        }
        assert_eq!(*after, expected);
    }
    let here = store.restrictions(access.key.expect("a room")).await.expect("read");
    // Why ben is banned is for ben, and for those who keep order: it outlives whoever wrote it.
    let of = |user: &str| here.on(user, Time(0)).map(|on| (on.until, on.why.clone(), on.by.as_str())).expect("is in force");
    assert_eq!(of("ana"), (Some(Time(100)), None, "mod"), "a ban is not washed off");
    assert_eq!(of("ben"), (None, Some("ben was loud".into()), "~erased-1"));
    assert_eq!(of("eva"), (None, Some("eva was loud".into()), "mod"));
    assert!(here.number > access.room, "nobody goes on with what was read before");
    let everywhere = store.restrictions(RoomKey::EVERYWHERE).await.expect("read");
    assert_eq!((everywhere.on("ana", Time(0)).expect("is in force").why.as_ref(), everywhere.list.len()), (None, 1));
    let revoked = store.revocations(0).await.expect("read").revoked;
    assert_eq!(revoked.iter().map(|one| (one.person.as_str(), one.second)).collect::<Vec<_>>(), [("ana", 7)]);
    // And what is over goes.
    erase_from_rooms(&*store, &erasure("ana"), Time(100)).await;
    assert!(store.restrictions(access.key.expect("a room")).await.expect("read").on("ana", Time(0)).is_none());
}

pub(super) async fn all_of_somebody_is_found_however_much_and_wherever(place: &dyn Place) {
    let (store, lobby, hall) = (place.open().await, room("room/lobby"), room("room/hall"));
    let most = TRACES_MAX as usize;
    let many = |n: usize| say(if n.is_multiple_of(7) { "ben" } else { "ana" }, &n.to_string(), "x");
    batch(&*store, &lobby, (0..most + 150).map(many).collect()).await;
    done(&*store, &hall, say("ben", "1", "only ben's")).await;
    batch(&*store, &hall, (0..250).map(|n| say("ben", &format!("r{n}"), "x")).collect()).await;
    batch(&*store, &hall, (2..252).map(|id| react(id, &[("ana", "👍", true), ("ana", "🎉", true)])).collect()).await;
    let key = facts(&*store, &lobby).await.key;
    done(&*store, &lobby, Act::Move { to: room("room/aaa") }).await;
    let (mut found, mut reacted, mut place) = (0, 0, Some(TracePlace::default()));
    while let Some(from) = place {
        let traces = store.traces("ana", from).await.expect("looked");
        assert!(traces.messages.len() <= most);
        let here = traces.facts.as_ref().map(|facts| facts.key);
        assert!(traces.messages.is_empty() || here == Some(key));
        found += traces.messages.len();
        reacted += traces.reactions.len();
        assert!(traces.next.is_none_or(|next| next > from), "it comes to an end");
        place = traces.next;
    }
    let all = most + 150;
    assert_eq!((found, reacted), (all - all.div_ceil(7), 500));
    let changed: usize = erase(&*store, "ana", Time(0)).await.iter().map(|written: &Written| written.changes.len()).sum();
    assert_eq!(changed, found + 250);
    let stretch = read(&*store, &hall, Span::Newest, 2_000).await;
    assert!(messages(&stretch.changes).iter().all(|message| message.reactions.is_empty()));

    // Another room has the name by now.
    let act = Act::Erase(Box::new(crate::store::erasing::EraseAct {
        key,
        erasure: erasure("ben"),
        messages: vec![1],
        reactions: Vec::new(),
        held: Vec::new(),
        beside: true,
        restrictions: true,
    }));
    assert_eq!(refused(&write(&*store, in_room(&hall, act), Time(0)).await), tertulia_wire::Code::NotFound);
}
