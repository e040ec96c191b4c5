//! What is on people, in a file and in memory, over random histories, against what the acts alone say: of each kind the last one that
//! was put counts, and of all kinds the strongest.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tertulia::store::moderation::{NewRestriction, RestrictAct, Restrictions};
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, Everywhere, Outcome, RoomKey, Store};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{done, facts, in_room, room, say};
use tertulia::wire::Time;
use tertulia::wire::moderation::Restriction;
use tertulia::wire::page::RestrictionKind;

use super::place::Folder;

const KICK_MS: i64 = 60;
const USERS: [&str; 2] = ["ana", "ana2"];

#[derive(Debug, Clone)]
enum Step {
    Put { user: &'static str, kind: RestrictionKind, lasts: Option<i64> },
    Lift { user: &'static str, only: Option<RestrictionKind> },
    Pass(i64),
    Tidy,
    Restart,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let user = || prop::sample::select(USERS.to_vec());
    let kind = || prop::sample::select(vec![RestrictionKind::Mute, RestrictionKind::Ban, RestrictionKind::Kick]);
    let step = prop_oneof![
        8 => (user(), kind(), prop::option::weighted(0.7, 1..200_i64)).prop_map(|(user, kind, lasts)| {
            let lasts = if kind == RestrictionKind::Kick { Some(KICK_MS) } else { lasts };
            Step::Put { user, kind, lasts }
        }),
        2 => (user(), prop::option::of(kind())).prop_map(|(user, only)| Step::Lift { user, only }),
        5 => (1..100_i64).prop_map(Step::Pass),
        1 => Just(Step::Tidy),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..30)
}

/// Until when each kind holds on somebody; `i64::MAX` is for ever.
type Told = BTreeMap<(&'static str, RestrictionKind), i64>;

fn takes_all(kind: RestrictionKind) -> bool {
    kind != RestrictionKind::Mute
}

/// What somebody is kept from, and until when.
fn expected(told: &Told, user: &str, now: i64) -> Option<(bool, i64)> {
    let in_force = told.iter().filter(|((whom, _), until)| *whom == user && **until > now);
    in_force.map(|((_, kind), until)| (takes_all(*kind), *until)).max()
}

fn until(restriction: &Restriction) -> i64 {
    restriction.until.map_or(i64::MAX, |until| until.0)
}

fn on(all: &Restrictions, user: &str, now: i64) -> Option<(bool, i64)> {
    all.on(user, Time(now)).map(|one| (takes_all(one.kind), until(one)))
}

/// Does it in a room, or everywhere; gives the number by then, and the answer.
async fn restrict(store: &dyn Store, key: RoomKey, act: RestrictAct, now: i64) -> (u64, Option<Restriction>) {
    if key == RoomKey::EVERYWHERE {
        let raised = store.raise_everywhere(Everywhere::Restrict(Box::new(act)), Time(now)).await.expect("done");
        return (raised.everywhere, raised.restriction);
    }
    let write = in_room(&room("room/a"), Act::Restrict(Box::new(act)));
    let written = store.write(vec![write], Time(now)).await.remove(0).expect("done");
    match written.outcome {
        Outcome::Restricted(restriction) => (written.facts.access.room, restriction.map(|one| *one)),
        other => panic!("{other:?}"),
    }
}

fn act(step: &Step, now: i64) -> Option<RestrictAct> {
    match step {
        Step::Put { user, kind, lasts } => {
            let new = NewRestriction { kind: *kind, until: lasts.map(|ms| Time(now + ms)), why: None, address: None };
            Some(RestrictAct { user: (*user).into(), restriction: Some(new), ..RestrictAct::default() })
        }
        Step::Lift { user, only } => Some(RestrictAct { user: (*user).into(), only: *only, ..RestrictAct::default() }),
        _ => None,
    }
}

async fn play(everywhere: bool, steps: Vec<Step>) {
    let (folder, memory) = (Folder::new(), MemoryStore::new());
    let open = async || SqliteStore::open(SqliteOptions::new(folder.file())).await.expect("opens");
    let (mut file, mut told, mut now) = (open().await, Told::new(), 0);
    let mut keys = Vec::new();
    for store in [&file as &dyn Store, &memory] {
        done(store, &room("room/a"), say("ana", "1", "a")).await;
        keys.push(if everywhere { RoomKey::EVERYWHERE } else { facts(store, &room("room/a")).await.key });
    }
    for step in steps {
        let act = act(&step, now);
        told.retain(|_, until| *until > now);
        let before = told.clone();
        match &step {
            Step::Put { user, kind, lasts } => {
                let ends = lasts.map_or(i64::MAX, |ms| now + ms);
                let others = before.iter().filter(|((whom, other), _)| whom == user && other != kind);
                let covered = |(place, until): (&(_, RestrictionKind), &i64)| {
                    *until > now && takes_all(place.1) >= takes_all(*kind) && *until >= ends
                };
                // What is there of the same kind gives way in any case.
                if told.contains_key(&(user, *kind)) || !others.into_iter().any(covered) {
                    told.insert((user, *kind), ends);
                }
            }
            Step::Lift { user, only } => told.retain(|(whom, kind), _| whom != user || only.is_some_and(|only| only != *kind)),
            Step::Pass(ms) => now += ms,
            Step::Tidy => {
                for store in [&file as &dyn Store, &memory] {
                    while store.tidy(Time(now)).await.expect("tidied").more {}
                }
            }
            Step::Restart => {
                file.close().await;
                drop(file);
                file = open().await;
            }
        }
        for (store, key) in [&file as &dyn Store, &memory].into_iter().zip(&keys) {
            let number = store.restrictions(*key).await.expect("read").number;
            if let Some(act) = &act {
                let (raised, answer) = restrict(store, *key, act.clone(), now).await;
                assert!(raised > number || told == before, "{step:?} is told to streams");
                if let Some(new) = &act.restriction {
                    let answer = answer.expect("is in force");
                    let asked = (takes_all(new.kind), new.until.map_or(i64::MAX, |until| until.0));
                    assert!(takes_all(answer.kind) >= asked.0 && until(&answer) >= asked.1, "{step:?}: {answer:?}");
                }
            }
            let all = store.restrictions(*key).await.expect("read");
            for user in USERS {
                assert_eq!(on(&all, user, now), expected(&told, user, now), "{step:?}: {user} at {now}");
            }
        }
    }
    file.close().await;
}

#[test]
fn nothing_that_is_put_on_somebody_wipes_out_what_is_stronger_or_lasts_longer() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, max_shrink_iters: 300, ..Config::default() });
    let outcome = runner.run(&(any::<bool>(), steps()), |(everywhere, steps)| {
        runtime.block_on(play(everywhere, steps));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[tokio::test]
async fn more_of_them_than_are_read_at_once_are_exported_each_once() {
    let folder = Folder::new();
    let store = super::export::open(&folder.file()).await;
    // One person has one alone, so that what is read at once ends between two of another's.
    let mut put = vec![("p000".to_owned(), RestrictionKind::Ban)];
    put.extend((1..=150).flat_map(|n| [RestrictionKind::Mute, RestrictionKind::Ban].map(|kind| (format!("p{n:03}"), kind))));
    done(&store, &room("room/a"), say("ana", "1", "one")).await;
    for (user, kind) in put.clone() {
        let restriction = Some(NewRestriction { kind, until: None, why: None, address: None });
        restrict(
            &store,
            facts(&store, &room("room/a")).await.key,
            RestrictAct { user, restriction, ..RestrictAct::default() },
            1,
        )
        .await;
    }
    store.close().await;
    let export = super::export::exported(&folder.file()).await;
    let lines = export.lines().filter(|line| line.starts_with(r#"{"type":"restriction","#));
    let kept = lines.map(|line| serde_json::from_str::<Restriction>(line).expect("one of them"));
    put.sort();
    assert_eq!(kept.map(|one| (one.user, one.kind)).collect::<Vec<_>>(), put);
}
