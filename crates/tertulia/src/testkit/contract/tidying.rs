//! The work that nobody waits for.

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, HeldBy, Time};

use crate::store::{Act, Change, Found, Hold, NewMessage, Outcome, Review, RoomKey, Span, Store, Tidied};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, done, edit, facts, ids, in_room, message, new_message, put, react, read, refused, room, say, versions, write,
};

const DAY_MS: i64 = 86_400_000;

/// Tidies until there is no more to do, and gives what readers have to be told.
async fn tidy(store: &dyn Store, now: Time) -> Vec<crate::store::Written> {
    let mut all = Vec::new();
    for _ in 0..100 {
        let Tidied { written, more } = store.tidy(now).await.expect("tidied");
        all.extend(written);
        if !more {
            return all;
        }
    }
    panic!("tidying finds no end");
}

/// Messages 1 to 3 of day 0, 5 and 6 of day 2, in a room that keeps them for a day.
async fn two_days(store: &dyn Store) {
    let lobby = room("room/lobby");
    let mut acts: Vec<_> = (1..=3).map(|n| say("ana", &n.to_string(), "old")).collect();
    acts.push(put(PutRoom { retention_days: Some(1), ..PutRoom::default() }));
    batch(store, &lobby, acts).await;
    for n in ["5", "6"] {
        write(store, in_room(&lobby, say("ana", n, "new")), Time(2 * DAY_MS)).await.expect("written");
    }
    done(store, &room("room/for-ever"), say("ana", "1", "old")).await;
}

pub(super) async fn retention_raises_first_by_one_change(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    two_days(&*store).await;
    assert!(tidy(&*store, Time(DAY_MS)).await.is_empty(), "a day old is not older than a day");
    let told = tidy(&*store, Time(2 * DAY_MS)).await;
    let [raised] = &told[..] else { panic!("{told:?}") };
    let settings = facts(&*store, &lobby).await.settings;
    assert_eq!((settings.first, settings.version, settings.retention_days), (5, 7, Some(1)));
    assert_eq!((raised.outcome.clone(), &raised.changes[..]), (Outcome::Put { made: false }, &[Change::Settings(settings)][..]));
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [5, 6]);
    assert_eq!(versions(&read(&*store, &lobby, Span::After(0), 10).await), [5, 6, 7]);
    assert!(tidy(&*store, Time(2 * DAY_MS)).await.is_empty(), "done is done");

    let told = tidy(&*store, Time(9 * DAY_MS)).await;
    assert_eq!((told.len(), ids(&read(&*store, &lobby, Span::Newest, 10).await)), (1, Vec::new()), "all of them");
    let next = write(&*store, in_room(&lobby, say("ana", "9", "x")), Time(9 * DAY_MS)).await.expect("written");
    assert_eq!(message(&next).0.id, 9);
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [9]);
    assert_eq!(ids(&read(&*store, &room("room/for-ever"), Span::Newest, 10).await), [1]);
}

pub(super) async fn what_is_past_retention_is_gone_at_once(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    two_days(&*store).await;
    done(&*store, &lobby, react(1, &[("ana", "👍", true)])).await;
    // One piece of work only: rows may be left, and must not show.
    let raised = store.tidy(Time(2 * DAY_MS)).await.expect("tidied");
    assert_eq!(raised.written.len(), 1);
    let key = facts(&*store, &lobby).await.key;
    assert_eq!(store.message(key, 3).await.expect("read"), None);
    assert!(store.said(key, "ana", &new_message("ana", "3", "old").client_id, [0; 32]).await.expect("read").is_none());
    assert_eq!(store.reacted(key, "ana", &[1]).await.expect("read"), []);
    for (span, found) in [
        (Span::Before(6), &[5][..]),
        (Span::Above(0), &[5, 6]),
        (Span::Around(2), &[5, 6]),
        (Span::Before(5), &[]),
        (Span::Newest, &[5, 6]),
    ] {
        let page = read(&*store, &lobby, span, 10).await;
        assert_eq!((ids(&page), page.more), (found.to_vec(), false), "{span:?}");
    }
    let answer = write(&*store, in_room(&lobby, edit(3, "ana", "x")), Time(0)).await;
    assert_eq!(refused(&answer), Code::NotFound);
    let reply = NewMessage { reply_to: Some(3), ..new_message("ana", "7", "x") };
    assert_eq!(refused(&write(&*store, in_room(&lobby, Act::Say(Box::new(reply))), Time(0)).await), Code::Invalid);
    let again = done(&*store, &lobby, say("ana", "3", "old")).await;
    assert!(message(&again).1, "a request is known for as long as its message lives");
    assert!(tidy(&*store, Time(2 * DAY_MS)).await.is_empty());
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [5, 6, message(&again).0.id]);
}

pub(super) async fn what_is_purged_is_gone_at_once_and_its_rows_go(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    two_days(&*store).await;
    done(&*store, &lobby, react(2, &[("ana", "👍", true)])).await;
    let key = facts(&*store, &lobby).await.key;
    let count = async |from, to| store.count(key, from..to).await.expect("counted");
    // 4 is the settings' number, and 7 the reaction's.
    assert_eq!([count(0, 3).await, count(2, 100).await, count(4, 5).await, count(3, 3).await], [2, 4, 0, 0]);
    let purged = done(&*store, &lobby, Act::Purge { first: 3 }).await;
    assert_eq!(
        [count(0, 3).await, count(0, u64::MAX).await],
        [0, 3],
        "what is purged is not counted, also where its rows are left"
    );
    assert_eq!(store.count(RoomKey(key.0 ^ 1), 0..100).await.expect("counted"), 0);
    let settings = facts(&*store, &lobby).await.settings;
    assert_eq!((settings.first, settings.version), (3, 8));
    assert_eq!((purged.outcome, &purged.changes[..]), (Outcome::Put { made: false }, &[Change::Settings(settings)][..]));
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [3, 5, 6]);
    for first in [3, 0, 1] {
        assert!(done(&*store, &lobby, Act::Purge { first }).await.changes.is_empty(), "nothing below {first} is left");
    }
    assert!(tidy(&*store, Time(0)).await.is_empty());
    assert_eq!(store.message(key, 2).await.expect("read"), None);
    // No more than there is: what comes next is kept.
    done(&*store, &lobby, Act::Purge { first: 1_000 }).await;
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), Vec::<u64>::new());
    let next = done(&*store, &lobby, say("ana", "9", "x")).await;
    assert_eq!((message(&next).0.id, ids(&read(&*store, &lobby, Span::Newest, 10).await)), (10, vec![10]));
    let absent = write(&*store, in_room(&room("room/none"), Act::Purge { first: 1 }), Time(0)).await;
    assert_eq!(refused(&absent), Code::NotFound);
}

pub(super) async fn what_is_purged_is_not_in_the_way_of_its_request(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let hold = Review { hold: Hold::Always(HeldBy::Filter), room_max: 9, bearer_max: 9 };
    let held = |client_id: &str| Act::Say(Box::new(NewMessage { review: hold, ..new_message("ana", client_id, "x") }));
    // Said, purged and asked for again in one batch: the first message never gets a row.
    let acts = vec![say("ana", "1", "x"), react(1, &[("ben", "👍", true)]), Act::Purge { first: 2 }, say("ana", "1", "x")];
    let answers = batch(&*store, &lobby, acts).await;
    let again = answers.last().and_then(|answer| answer.as_ref().ok()).expect("said");
    let id = message(again).0.id;
    assert!(message(again).1 && ids(&read(&*store, &lobby, Span::Newest, 10).await) == [id]);
    let acts = vec![say("ana", "2", "x"), Act::Purge { first: 1_000 }, held("2")];
    assert!(batch(&*store, &lobby, acts).await.iter().all(Result::is_ok));
    let approved = done(&*store, &lobby, Act::Approve { held: 1 }).await;
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [message(&approved).0.id]);
    // The same where the message had its row before.
    let acts = vec![say("ana", "3", "x")];
    assert!(batch(&*store, &lobby, acts).await.iter().all(Result::is_ok));
    assert!(batch(&*store, &lobby, vec![Act::Purge { first: 1_000 }, held("3")]).await.iter().all(Result::is_ok));
    let approved = done(&*store, &lobby, Act::Approve { held: 2 }).await;
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [message(&approved).0.id]);
}

pub(super) async fn rows_of_deleted_rooms_go(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    for hundred in 0..12 {
        let acts = (0..100).map(|n| say("ana", &format!("{hundred}-{n}"), "x")).collect();
        assert!(batch(&*store, &lobby, acts).await.iter().all(Result::is_ok));
    }
    done(&*store, &lobby, react(1, &[("ana", "👍", true)])).await;
    done(&*store, &other, say("ana", "1", "a")).await;
    done(&*store, &lobby, Act::DeleteRoom).await;
    let first = store.tidy(Time(0)).await.expect("tidied");
    assert!(first.more && first.written.is_empty(), "more than a thousand rows are more than one commit");
    assert!(tidy(&*store, Time(0)).await.is_empty());
    assert!(matches!(store.find(&lobby).await, Ok(Found::Deleted { .. })), "the name remembers");
    assert_eq!(ids(&read(&*store, &other, Span::Newest, 10).await), [1]);
    let again = done(&*store, &lobby, put(PutRoom::default())).await;
    assert_eq!(again.outcome, Outcome::Put { made: true });
}
