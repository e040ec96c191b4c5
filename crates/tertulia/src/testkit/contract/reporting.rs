//! What is reported, and closed.

use tertulia_wire::moderation::Deed;
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::{Code, Report, RoomName, Sender, Time};

use super::restart;
use crate::store::moderation::{AuditOf, NewRestriction, RestrictAct};
use crate::store::{Act, Outcome, REPORT_DAYS, ReportAct, ReportsOf, RoomKey, Store, Write, WriteError, Written};
use crate::testkit::Place;
use crate::testkit::words::{batch, delete, done, edit, erase, facts, in_room, refused, report, room, say, write};

const DAY_MS: i64 = 86_400_000;

fn within(act: Act, message_max: u32, room_max: u32) -> Act {
    match act {
        Act::Report(act) => Act::Report(Box::new(ReportAct { message_max, room_max, ..*act })),
        other => other,
    }
}

async fn all_done(store: &dyn Store, name: &RoomName, acts: Vec<Act>) -> Vec<Written> {
    batch(store, name, acts).await.into_iter().map(|answer| answer.expect("written")).collect()
}

/// Which messages are reported, the newest first, and by whom.
async fn waiting(store: &dyn Store, key: Option<RoomKey>) -> Vec<(u64, Vec<String>)> {
    let reports = store.reports(ReportsOf { room: key, before: None }, 201).await.expect("read");
    let by = |reports: &[Report]| reports.iter().map(|report| report.by.id.clone().expect("an id")).collect();
    reports.iter().map(|reported| (reported.message.id, by(&reported.reports))).collect()
}

fn list(of: &[(u64, &[&str])]) -> Vec<(u64, Vec<String>)> {
    of.iter().map(|(id, by)| (*id, by.iter().map(|by| (*by).to_owned()).collect())).collect()
}

pub(super) async fn a_report_is_kept_once_for_each_person(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    assert_eq!(refused(&write(&*store, in_room(&lobby, report(1, "ben", "")), Time(0)).await), Code::NotFound);
    let before = all_done(&*store, &lobby, vec![say("ana", "1", "one"), say("ana", "2", "two")]).await.remove(1).facts;
    let answer = write(&*store, in_room(&lobby, report(1, "ben", "spam")), Time(7)).await.expect("kept");
    let first = Report { by: Sender::user("ben", "BEN"), at: Time(7), why: Some("spam".into()) };
    assert_eq!(answer.outcome, Outcome::Reported { report: Box::new(first.clone()), fresh: true });
    assert_eq!((answer.changes.len(), answer.facts.head, answer.facts.access), (0, before.head, before.access));
    let store = restart(place, store).await;
    for act in [report(1, "ben", "another reason"), report(1, "ben", "")] {
        let again = write(&*store, in_room(&lobby, act), Time(9)).await.expect("answered");
        assert_eq!(again.outcome, Outcome::Reported { report: Box::new(first.clone()), fresh: false });
    }
    let both = all_done(&*store, &lobby, vec![report(1, "cleo", ""), report(1, "cleo", "")]).await;
    let fresh = |written: &Written| matches!(written.outcome, Outcome::Reported { fresh: true, .. });
    assert_eq!(both.iter().map(fresh).collect::<Vec<_>>(), [true, false], "within a batch, too");
    for (act, code) in [(report(1, "ana", "mine"), Code::NotAllowed), (report(3, "ben", ""), Code::NotFound)] {
        assert_eq!(refused(&write(&*store, in_room(&lobby, act), Time(9)).await), code);
    }
    let reports = store.reports(ReportsOf { room: Some(before.key), before: None }, 9).await.expect("read");
    assert_eq!((reports.len(), reports[0].count, reports[0].room.clone()), (1, 2, lobby.clone()));
    assert_eq!((reports[0].message.text.as_str(), &reports[0].reports[1]), ("one", &first));
}

pub(super) async fn reports_wait_in_the_order_in_which_they_came(place: &dyn Place) {
    let (store, lobby, other) = (place.open().await, room("room/lobby"), room("room/other"));
    all_done(&*store, &lobby, (1..=3).map(|n| say("ana", &n.to_string(), "hola")).collect()).await;
    let elsewhere = done(&*store, &other, say("ana", "1", "there")).await.facts.key;
    all_done(&*store, &lobby, vec![report(2, "ben", ""), report(1, "ben", ""), report(3, "ben", "")]).await;
    done(&*store, &other, report(1, "ben", "")).await;
    done(&*store, &lobby, report(2, "cleo", "")).await;
    let key = facts(&*store, &lobby).await.key;
    let store = restart(place, store).await;
    assert_eq!(waiting(&*store, Some(key)).await, list(&[(2, &["cleo", "ben"]), (3, &["ben"]), (1, &["ben"])]));
    let (mut before, mut seen) = (None, Vec::new());
    while let Some(next) = store.reports(ReportsOf { room: None, before }, 1).await.expect("read").pop() {
        assert!(before.is_none_or(|before| next.number < before));
        before = Some(next.number);
        seen.push((next.room.to_string(), next.message.id));
    }
    let expected = [("room/lobby", 2), ("room/other", 1), ("room/lobby", 3), ("room/lobby", 1)];
    assert_eq!(seen, expected.map(|(room, id)| (room.to_owned(), id)));

    // Closed, it is noted once, and may be reported again.
    let closes = || Write { by: "mod".into(), ..in_room(&lobby, Act::CloseReports { id: 2 }) };
    for _ in 0..2 {
        assert_eq!(write(&*store, closes(), Time(5)).await.expect("closed").outcome, Outcome::ReportsClosed);
    }
    assert_eq!(refused(&write(&*store, in_room(&lobby, Act::CloseReports { id: 9 }), Time(5)).await), Code::NotFound);
    let audit = store.audit(AuditOf::room(key), None, 9).await.expect("read");
    let noted = (audit[0].deed, audit[0].user.as_deref(), audit[0].message, audit[0].by.as_str());
    assert_eq!((noted, audit[1].deed), ((Deed::CloseReports, Some("ana"), Some(2), "mod"), Deed::Create));
    assert_eq!(waiting(&*store, Some(key)).await, list(&[(3, &["ben"]), (1, &["ben"])]));
    let newest = store.reports(ReportsOf { room: None, before: None }, 1).await.expect("read").remove(0).number;
    all_done(&*store, &lobby, vec![Act::CloseReports { id: 1 }, report(1, "ben", "again")]).await;
    assert_eq!(waiting(&*store, Some(key)).await, list(&[(1, &["ben"]), (3, &["ben"])]));
    assert!(
        store.reports(ReportsOf { room: None, before: None }, 1).await.expect("read")[0].number > newest,
        "no number is given twice"
    );
    done(&*store, &lobby, Act::Move { to: room("room/moved") }).await;
    assert_eq!(store.reports(ReportsOf { room: Some(key), before: None }, 1).await.expect("read")[0].room, room("room/moved"));
    assert_eq!(waiting(&*store, Some(elsewhere)).await, list(&[(1, &["ben"])]));
}

pub(super) async fn reports_go_with_their_message(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let key =
        all_done(&*store, &lobby, (1..=6).map(|n| say("ana", &n.to_string(), "secret")).collect()).await.remove(0).facts.key;
    all_done(&*store, &lobby, (1..=6).map(|id| report(id, "ben", "")).collect()).await;
    done(&*store, &lobby, edit(5, "ana", "better")).await;
    done(&*store, &lobby, delete(6, "ana")).await;
    assert_eq!(refused(&write(&*store, in_room(&lobby, report(6, "cleo", "")), Time(0)).await), Code::Deleted);
    all_done(&*store, &lobby, vec![report(4, "cleo", ""), Act::Delete { id: 4, by: "mod".into(), any: true }]).await;
    done(&*store, &lobby, Act::DeleteMany { ids: vec![3, 4], whose: "ana".into(), noted: true }).await;
    done(&*store, &lobby, Act::Purge { first: 2 }).await;
    let left = [(5, &["ben"][..]), (2, &["ben"])];
    assert_eq!(waiting(&*store, Some(key)).await, list(&left));
    assert_eq!(refused(&write(&*store, in_room(&lobby, report(1, "cleo", "")), Time(0)).await), Code::NotFound);
    assert_eq!(
        store.reports(ReportsOf { room: None, before: None }, 9).await.expect("read")[0].message.text,
        "better",
        "as it is now"
    );
    while store.tidy(Time(0)).await.expect("tidied").more {}
    let store = restart(place, store).await;
    assert_eq!(waiting(&*store, None).await, list(&left));
    // Only what is there counts: there is place for three more.
    for (act, refusal) in [(report(5, "c", ""), None), (report(5, "d", ""), None), (report(5, "e", ""), Some(Code::TooMany))] {
        let answer = write(&*store, in_room(&lobby, within(act, 20, 4)), Time(0)).await;
        assert_eq!(refusal, answer.as_ref().err().map(|_| refused(&answer)));
    }
    done(&*store, &lobby, Act::DeleteRoom).await;
    assert_eq!(waiting(&*store, None).await, list(&[]));
    while store.tidy(Time(0)).await.expect("tidied").more {}
    let again = room("room/again");
    done(&*store, &again, say("ana", "1", "one")).await;
    done(&*store, &again, within(report(1, "ben", ""), 1, 1)).await;
    assert_eq!(waiting(&*store, None).await, list(&[(1, &["ben"])]));
}

pub(super) async fn reports_by_and_about_whoever_is_erased_go(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    all_done(&*store, &lobby, vec![say("ana", "1", "one"), say("ben", "2", "two"), say("cleo", "3", "three")]).await;
    let acts = [(1, "ben"), (1, "cleo"), (2, "ana"), (2, "cleo"), (3, "ana")];
    all_done(&*store, &lobby, acts.into_iter().map(|(id, by)| report(id, by, "what ana said of it")).collect()).await;
    erase(&*store, "ana", Time(5)).await;
    assert_eq!(waiting(&*store, None).await, list(&[(2, &["cleo"])]));
    let store = restart(place, store).await;
    assert_eq!(waiting(&*store, None).await, list(&[(2, &["cleo"])]));
    write(&*store, in_room(&lobby, within(report(3, "ben", ""), 9, 2)), Time(5)).await.expect("there is place again");
}

pub(super) async fn as_many_reports_are_kept_as_may(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let said = all_done(&*store, &lobby, (1..=3).map(|n| say("ana", &n.to_string(), "hola")).collect()).await;
    let key = Some(said[0].facts.key);
    let put = async |id, by: &str| write(&*store, in_room(&lobby, within(report(id, by, ""), 2, 3)), Time(0)).await;
    for (by, is_kept) in [("b", true), ("c", true), ("d", false), ("d", false)] {
        let outcome = put(1, by).await.expect("answered").outcome;
        assert!(matches!(outcome, Outcome::Reported { fresh, .. } if fresh == is_kept), "{by}: {outcome:?}");
    }
    put(2, "b").await.expect("kept");
    assert_eq!(refused(&put(3, "b").await), Code::TooMany);
    put(2, "b").await.expect("who has reported it is answered all the same");
    assert_eq!(waiting(&*store, key).await, list(&[(2, &["b"]), (1, &["c", "b"])]));
    done(&*store, &lobby, Act::CloseReports { id: 1 }).await;
    put(3, "b").await.expect("there is place again");
}

pub(super) async fn old_reports_go(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    done(&*store, &lobby, say("ana", "1", "hola")).await;
    let end = Time(i64::from(REPORT_DAYS) * DAY_MS);
    done(&*store, &lobby, report(1, "ben", "")).await;
    write(&*store, in_room(&lobby, report(1, "cleo", "")), Time(1)).await.expect("kept");
    while store.tidy(Time(end.0 - 1)).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, None).await, list(&[(1, &["cleo", "ben"])]));
    while store.tidy(end).await.expect("tidied").more {}
    assert_eq!(waiting(&*store, None).await, list(&[(1, &["cleo"])]));
}

pub(super) async fn nothing_judged_before_a_ban_is_reported_after_it(place: &dyn Place) {
    let (store, lobby) = (place.open().await, room("room/lobby"));
    let access = done(&*store, &lobby, say("ana", "1", "a")).await.facts.access;
    let by_then = |by: &str| Write { access: Some(access), ..in_room(&lobby, report(1, by, "")) };
    let restriction = NewRestriction { kind: RestrictionKind::Ban, until: None, why: None, address: None };
    let ban = Act::Restrict(Box::new(RestrictAct {
        user: "ben".into(),
        restriction: Some(restriction),
        by: "mod".into(),
        ..RestrictAct::default()
    }));
    let answers = store.write(vec![by_then("cleo"), in_room(&lobby, ban), by_then("ben")], Time(0)).await;
    assert!(answers[0].is_ok() && answers[1].is_ok());
    assert!(matches!(&answers[2], Err(WriteError::Stale(_))), "{:?}", answers[2]);
    assert_eq!(waiting(&*store, None).await, list(&[(1, &["cleo"])]));
}
