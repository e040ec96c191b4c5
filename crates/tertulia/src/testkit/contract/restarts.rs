//! Runs and epochs: what a cursor is worth after a restart, and after an older copy was put back.

use tertulia_wire::Cursor;

use super::restart;
use crate::store::{Span, Verdict};
use crate::testkit::Place;
use crate::testkit::words::{batch, done, edit, facts, ids, react, read, room, say, titled};

pub(super) async fn an_epoch_is_drawn_at_the_first_change_of_a_run(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    batch(&*store, &lobby, vec![say("ana", "1", "a"), say("ana", "2", "b")]).await;
    let first = done(&*store, &lobby, say("ana", "3", "c")).await.facts;
    done(&*store, &other, say("ana", "1", "a")).await;
    assert_eq!(first.epochs.as_list().len(), 1, "one run, one epoch");

    let store = restart(place, store).await;
    assert_eq!(facts(&*store, &lobby).await.epochs, first.epochs, "opening draws none");
    assert_eq!(done(&*store, &lobby, say("ana", "1", "a")).await.facts.epochs, first.epochs, "a retry draws none");
    assert_eq!(done(&*store, &lobby, titled("")).await.facts.epochs, first.epochs, "settings that change nothing draw none");
    let answers =
        batch(&*store, &lobby, vec![edit(9, "ana", "x"), edit(1, "ana", "a"), edit(1, "ana", "z"), say("ana", "4", "d")]).await;
    let told = answers.iter().flatten().map(|written| written.facts.epochs.as_list().to_vec()).collect::<Vec<_>>();
    assert_eq!(told[0], first.epochs.as_list(), "before the first change");
    assert_eq!((told[1].len(), told[1][1].1, &told[2]), (2, 3, &told[1]), "it begins at the head before, and once");
    assert_eq!(facts(&*store, &lobby).await.epochs.as_list(), told[2]);
    assert_ne!(told[1][0].0, told[1][1].0);
    assert_eq!(facts(&*store, &other).await.epochs.as_list().len(), 1, "each room draws its own, when it changes");
}

pub(super) async fn cursors_are_judged_across_restarts(place: &dyn Place) {
    let (mut store, lobby) = (place.open().await, room("room/lobby"));
    let mut cursors = vec![(Cursor::Start, 0)];
    for n in 0..70_u64 {
        let facts = done(&*store, &lobby, say("ana", &n.to_string(), "a")).await.facts;
        assert_eq!(facts.head, n + 1);
        cursors.push((facts.cursor(facts.head), facts.head));
        store = restart(place, store).await;
    }
    let now = facts(&*store, &lobby).await;
    assert_eq!(now.epochs.as_list().len(), crate::store::EPOCHS_MAX);
    for (cursor, version) in cursors {
        let forgotten = version != 0 && version <= 70 - crate::store::EPOCHS_MAX as u64;
        let verdict = if forgotten { Verdict::Lost } else { Verdict::Good(version) };
        assert_eq!(now.judge(cursor), verdict, "{cursor}");
    }
}

pub(super) async fn an_older_copy_put_back_loses_what_it_has_not(place: &dyn Place) {
    let (store, lobby, still) = (place.open().await, room("room/lobby"), room("room/still"));
    // Per room: versions 1 and 2 are in the copy; 3 and 4 are lost with the run that wrote the copy, 5 and 6 with the next.
    let mut cursors = Vec::new();
    for name in [&lobby, &still] {
        for n in 1..=2_u64 {
            let facts = done(&*store, name, say("ana", &n.to_string(), "kept")).await.facts;
            cursors.push((name, facts.cursor(n), Verdict::Good(n)));
        }
    }
    place.copy_aside().await;
    let mut store = store;
    for (run, numbers) in [(1, 3..=4_u64), (2, 5..=6)] {
        if run == 2 {
            store = restart(place, store).await;
        }
        for name in [&lobby, &still] {
            for n in numbers.clone() {
                let facts = done(&*store, name, say("ana", &n.to_string(), "lost")).await.facts;
                assert_eq!(facts.judge(facts.cursor(n)), Verdict::Good(n), "good while it is there");
                cursors.push((name, facts.cursor(n), Verdict::Lost));
            }
        }
    }
    drop(store);
    place.close().await;
    place.put_back().await;

    let store = place.open().await;
    for (name, cursor, verdict) in &cursors {
        let now = facts(&*store, name).await;
        assert_eq!((now.head, now.judge(*cursor)), (2, *verdict), "{cursor}, not written since");
    }
    for n in 7..=12 {
        done(&*store, &lobby, say("ana", &n.to_string(), "new")).await;
    }
    for (name, cursor, verdict) in &cursors {
        let now = facts(&*store, name).await;
        assert_eq!(now.head, if **name == lobby { 8 } else { 2 });
        assert_eq!(now.judge(*cursor), *verdict, "{cursor}, after it has grown beyond what was lost");
    }
}

pub(super) async fn everything_written_is_there_after_a_restart(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let acts =
        vec![say("ana", "1", "a"), titled("T"), say("ben", "2", "b"), react(1, &[("ben", "👍", true)]), edit(3, "ben", "c")];
    batch(&*store, &lobby, acts).await;
    let before = (facts(&*store, &lobby).await, read(&*store, &lobby, Span::After(0), 10).await);
    let store = restart(place, store).await;
    let after = (facts(&*store, &lobby).await, read(&*store, &lobby, Span::After(0), 10).await);
    assert_eq!(after, before);
    assert_eq!(ids(&read(&*store, &lobby, Span::Newest, 10).await), [1, 3]);
    let again = done(&*store, &lobby, say("ana", "1", "a")).await;
    assert!(again.changes.is_empty(), "requests are known across restarts");
}
