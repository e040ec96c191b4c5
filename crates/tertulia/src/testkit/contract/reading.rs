//! Reading: spans at all borders, the feed, single messages, one's own reactions.

use tertulia_wire::{Message, Time};

use crate::store::{Became, Span, Store};
use crate::testkit::Place;
use crate::testkit::words::{
    batch, delete, done, edit, facts, ids, in_room, new_message, react, read, room, say, titled, versions, write,
};

/// Messages 1, 2, 3, 5, 6, 7: 4 is a change of the settings.
async fn six_messages(store: &dyn Store) {
    let lobby = room("room/lobby");
    let mut acts: Vec<_> = (1..=6).map(|n| say("ana", &n.to_string(), "x")).collect();
    acts.insert(3, titled("T"));
    assert!(batch(store, &lobby, acts).await.iter().all(Result::is_ok));
}

pub(super) async fn each_span_ends_where_it_should(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, crate::testkit::words::put(Default::default())).await;
    for span in [Span::Newest, Span::After(0), Span::Before(1), Span::Above(0), Span::Around(1)] {
        let empty = read(&*store, &lobby, span, 1).await;
        assert_eq!(
            (empty.changes.len(), empty.more, empty.more_newer, empty.upto),
            (0, false, false, 0),
            "{span:?} of an empty room"
        );
    }
    six_messages(&*store).await;
    let page = async |span, limit| {
        let stretch = read(&*store, &lobby, span, limit).await;
        assert_eq!((stretch.upto, stretch.facts.head), (7, 7), "{span:?}");
        (ids(&stretch), stretch.more, stretch.more_newer)
    };
    for (span, limit, expected, more, more_newer) in [
        (Span::Newest, 6, &[1, 2, 3, 5, 6, 7][..], false, false),
        (Span::Newest, 5, &[2, 3, 5, 6, 7], true, false),
        (Span::Newest, 1, &[7], true, false),
        (Span::Before(5), 3, &[1, 2, 3], false, true),
        (Span::Before(5), 2, &[2, 3], true, true),
        (Span::Before(4), 2, &[2, 3], true, true),
        (Span::Before(8), 9, &[1, 2, 3, 5, 6, 7], false, false),
        (Span::Before(7), 1, &[6], true, true),
        (Span::Before(1), 9, &[], false, true),
        (Span::Before(0), 9, &[], false, true),
        (Span::Above(3), 3, &[5, 6, 7], true, false),
        (Span::Above(3), 2, &[5, 6], true, true),
        (Span::Above(4), 2, &[5, 6], true, true),
        (Span::Above(0), 6, &[1, 2, 3, 5, 6, 7], false, false),
        (Span::Above(7), 9, &[], true, false),
        (Span::Above(99), 9, &[], true, false),
        (Span::Around(5), 4, &[2, 3, 5, 6], true, true),
        (Span::Around(4), 4, &[2, 3, 5, 6], true, true),
        (Span::Around(5), 6, &[1, 2, 3, 5, 6, 7], false, false),
        (Span::Around(5), 1, &[5], true, true),
        (Span::Around(5), 3, &[3, 5, 6], true, true),
        (Span::Around(1), 2, &[1], false, true),
        (Span::Around(7), 3, &[6, 7], true, false),
        (Span::Around(99), 2, &[7], true, false),
        (Span::Before(u64::MAX), 1, &[7], true, false),
        (Span::Above(u64::MAX), 1, &[], true, false),
    ] {
        assert_eq!(page(span, limit).await, (expected.to_vec(), more, more_newer), "{span:?}, {limit}");
    }
}

pub(super) async fn the_feed_pages_through_any_distance(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    six_messages(&*store).await;
    batch(&*store, &lobby, vec![edit(2, "ana", "y"), delete(5, "ana"), react(1, &[("ben", "👍", true)])]).await;
    // 3, settings 4, 6, 7, then 2 at 8, 5 at 9, 1 at 10.
    let all = [3, 4, 6, 7, 8, 9, 10];
    for limit in 1..=8 {
        let (mut seen, mut after) = (Vec::new(), 0);
        loop {
            let page = read(&*store, &lobby, Span::After(after), limit).await;
            let got = versions(&page);
            assert!(got.len() <= limit as usize && !page.more_newer);
            assert_eq!(page.more, seen.len() + got.len() < all.len());
            assert_eq!(page.upto, if page.more { got.last().copied().unwrap_or(0) } else { 10 });
            seen.extend(got);
            after = page.upto;
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, all, "by {limit}");
    }
    for after in 0..=11 {
        let page = read(&*store, &lobby, Span::After(after), 100).await;
        assert_eq!(versions(&page), all.iter().copied().filter(|version| *version > after).collect::<Vec<_>>());
    }
    assert!(versions(&read(&*store, &lobby, Span::After(u64::MAX), 9).await).is_empty());
}

pub(super) async fn single_messages_are_found(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    six_messages(&*store).await;
    let key = facts(&*store, &lobby).await.key;
    assert_eq!(store.message(key, 5).await.expect("read").map(|message| message.id), Some(5));
    for nothing in [0, 4, 8, u64::MAX] {
        assert_eq!(store.message(key, nothing).await.expect("read"), None);
    }
    let nowhere = crate::store::RoomKey(key.0 ^ 1);
    assert_eq!(store.message(nowhere, 1).await.expect("read"), None);
    assert_eq!(store.read(nowhere, Span::Newest, 1).await.expect("read"), None);

    let new = new_message("ana", "2", "x");
    let (said, hash) = store.said(key, "ana", &new.client_id, new.request_hash).await.expect("read").expect("said");
    assert_eq!((said_message(&said).id, hash), (2, new.request_hash));
    assert!(store.said(key, "ben", &new.client_id, new.request_hash).await.expect("read").is_none());
    assert!(store.said(key, "ana", &new_message("ana", "99", "x").client_id, [0; 32]).await.expect("read").is_none());
    done(&*store, &lobby, edit(2, "ana", "y")).await;
    let (said, _) = store.said(key, "ana", &new.client_id, new.request_hash).await.expect("read").expect("said");
    let said = said_message(&said);
    assert_eq!((said.text.as_str(), said.version), ("y", 8), "as it is now");
}

pub(super) async fn one_sees_ones_own_reactions(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    six_messages(&*store).await;
    let acts = vec![react(1, &[("ana", "b", true), ("ana", "a", true), ("ben", "c", true)]), react(3, &[("ana", "c", true)])];
    batch(&*store, &lobby, acts).await;
    let key = facts(&*store, &lobby).await.key;
    let own = async |by: &str, of: &[u64]| {
        let mut found = store.reacted(key, by, of).await.expect("read");
        assert!(found.is_sorted_by_key(|(id, _)| *id), "by id");
        found.sort();
        found
    };
    let pairs = |list: &[(u64, &str)]| list.iter().map(|(id, emoji)| (*id, (*emoji).to_owned())).collect::<Vec<_>>();
    assert_eq!(own("ana", &[3, 2, 1, 1]).await, pairs(&[(1, "a"), (1, "b"), (3, "c")]));
    assert_eq!(own("ana", &[2, 3]).await, pairs(&[(3, "c")]));
    assert_eq!(own("ben", &[1, 2, 3, 99]).await, pairs(&[(1, "c")]));
    assert_eq!((own("cat", &[1]).await, own("ana", &[]).await), (pairs(&[]), pairs(&[])));
    done(&*store, &lobby, react(1, &[("ana", "a", false)])).await;
    assert_eq!(own("ana", &[1]).await, pairs(&[(1, "b")]));
}

pub(super) async fn bounds_are_kept(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let long = "é".repeat(20_000);
    let writes = (0..300).map(|n| in_room(&lobby, say("ana", &n.to_string(), if n == 0 { &long } else { "x" }))).collect();
    assert!(store.write(writes, Time(0)).await.iter().all(Result::is_ok), "a batch of 300");
    let whole = read(&*store, &lobby, Span::After(0), 2_000).await;
    assert_eq!((whole.changes.len(), whole.more), (300, false));
    let page = read(&*store, &lobby, Span::Newest, 200).await;
    assert_eq!((page.changes.len(), page.more), (200, true));
    let first = store.message(page.facts.key, 1).await.expect("read").expect("there");
    assert_eq!(first.text, long);
    write(&*store, in_room(&lobby, edit(1, "ana", "short")), Time(0)).await.expect("written");
}

fn said_message(became: &Became) -> &Message {
    let Became::Message(message) = became else { panic!("no message but {became:?}") };
    message
}
