//! Reports in a file against reports in memory, over random histories, and against a list that is counted anew each time.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, Found, Outcome, ReportAct, ReportsOf, Store, Write};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::{edit, in_room, report, room, say};
use tertulia::wire::{ReportedMessage, RoomName, Time};

use super::place::Folder;

const ROOMS: [&str; 2] = ["room/a", "room/b"];
const MESSAGE_MAX: u32 = 3;
const ROOM_MAX: u32 = 6;

fn act() -> impl Strategy<Value = Act> {
    let id = || 1..7_u64;
    let person = || prop::sample::select(vec!["p1", "p2", "p3", "p4", "p5"]);
    prop_oneof![
        4 => (person(), 0..40_u32).prop_map(|(by, n)| say(by, &n.to_string(), "text")),
        8 => (id(), person(), "[a-z<]{0,3}").prop_map(|(id, by, why)| match report(id, by, &why) {
            Act::Report(act) => Act::Report(Box::new(ReportAct { message_max: MESSAGE_MAX, room_max: ROOM_MAX, ..*act })),
            other => other,
        }),
        2 => id().prop_map(|id| Act::CloseReports { id }),
        1 => (id(), person()).prop_map(|(id, by)| edit(id, by, "other")),
        2 => (id(), person(), any::<bool>()).prop_map(|(id, by, any)| Act::Delete { id, by: by.into(), any }),
        1 => (prop::collection::vec(id(), 0..4), person())
            .prop_map(|(ids, by)| Act::DeleteMany { ids, whose: by.into(), noted: true }),
        1 => (1..4_u64).prop_map(|first| Act::Purge { first }),
        1 => Just(Act::DeleteRoom),
    ]
}

#[derive(Debug, Clone)]
enum Step {
    Batch(Vec<Write>),
    Tidy,
    Restart,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let write = (prop::sample::select(ROOMS.to_vec()), act()).prop_map(|(name, act)| in_room(&room(name), act));
    let step = prop_oneof![
        10 => prop::collection::vec(write, 1..6).prop_map(Step::Batch),
        1 => Just(Step::Tidy),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..30)
}

/// Who reported which message and in which order, as the answers tell it.
#[derive(Debug, Default)]
struct Told(BTreeMap<(RoomName, u64), Vec<String>>);

impl Told {
    fn hear(&mut self, write: &Write, outcome: &Outcome) {
        let name = &write.room;
        match (&write.act, outcome) {
            (Act::Report(act), Outcome::Reported { fresh: true, .. }) => {
                let by = act.by.id.clone().expect("an id");
                self.0.entry((name.clone(), act.id)).or_default().insert(0, by);
            }
            (Act::CloseReports { id } | Act::Delete { id, .. }, _) => {
                self.0.remove(&(name.clone(), *id));
            }
            (Act::Purge { first }, _) => self.0.retain(|(room, id), _| room != name || id >= first),
            (Act::DeleteRoom, _) => self.0.retain(|(room, _), _| room != name),
            _ => {}
        }
    }
}

async fn all(store: &dyn Store) -> Vec<ReportedMessage> {
    let all = store.reports(ReportsOf { room: None, before: None }, 201).await.expect("read");
    for name in ROOMS.map(room) {
        let there: Vec<_> = all.iter().filter(|reported| reported.room == name).cloned().collect();
        match store.find(&name).await.expect("read") {
            Found::Room(facts) => {
                assert_eq!(store.reports(ReportsOf { room: Some(facts.key), before: None }, 201).await.expect("read"), there)
            }
            _ => assert_eq!(there, []),
        }
        assert!(there.iter().map(|one| one.count).sum::<u32>() <= ROOM_MAX, "{there:?}");
    }
    for one in &all {
        assert!(one.message.deleted.is_none() && one.count <= MESSAGE_MAX && one.count as usize == one.reports.len());
    }
    all
}

async fn play(steps: Vec<Step>) {
    let (folder, memory) = (Folder::new(), MemoryStore::new());
    let open = async || SqliteStore::open(SqliteOptions::new(folder.file())).await.expect("opens");
    let (mut file, mut told) = (open().await, Told::default());
    for (step, now) in steps.into_iter().zip(0..) {
        match step {
            Step::Restart => {
                file.close().await;
                drop(file);
                file = open().await;
            }
            Step::Tidy => {
                while file.tidy(Time(now)).await.expect("tidied").more {}
                while memory.tidy(Time(now)).await.expect("tidied").more {}
            }
            Step::Batch(batch) => {
                let here = file.write(batch.clone(), Time(now)).await;
                let there = memory.write(batch.clone(), Time(now)).await;
                for ((write, here), there) in batch.iter().zip(here).zip(there) {
                    match (here, there) {
                        (Ok(here), Ok(there)) => {
                            assert_eq!(here.outcome, there.outcome, "{write:?}");
                            told.hear(write, &here.outcome);
                        }
                        (here, there) => assert_eq!(format!("{:?}", here.err()), format!("{:?}", there.err()), "{write:?}"),
                    }
                }
            }
        }
        let (mut here, there) = (all(&file).await, all(&memory).await);
        assert_eq!(here, there);
        // What was deleted with others (by whom, only the store knows) has gone, too; else everything that was told is there, and nothing else.
        here.sort_by_key(|one| (one.room.clone(), one.message.id));
        let by = |one: &ReportedMessage| one.reports.iter().filter_map(|report| report.by.id.clone()).collect::<Vec<_>>();
        let here: BTreeMap<_, _> = here.iter().map(|one| ((one.room.clone(), one.message.id), by(one))).collect();
        let mut gone = Vec::new();
        for (place, by) in &told.0 {
            match here.get(place) {
                Some(there) => assert_eq!(there, by, "{place:?}"),
                None => gone.push(place.clone()),
            }
        }
        for place in gone {
            let Ok(Found::Room(facts)) = file.find(&place.0).await else { panic!("{place:?}") };
            let message = file.message(facts.key, place.1).await.expect("read").expect("there");
            assert!(message.deleted.is_some(), "{place:?} was lost");
            told.0.remove(&place);
        }
        assert_eq!(here.len(), told.0.len());
    }
    file.close().await;
}

#[test]
fn the_file_and_the_memory_tell_the_same() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, max_shrink_iters: 300, ..Config::default() });
    let outcome = runner.run(&steps(), |steps| {
        runtime.block_on(play(steps));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
