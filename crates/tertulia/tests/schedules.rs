//! Readers are right after any schedule: whatever is said, told late, twice or never, cut, held up, restarted or put back.
//!
//! A schedule plays on a hub over a store in memory, with time standing still. When it is over and everything has come to
//! rest, what each reader holds is what the store holds; and on the way there, nobody was handed anything out of order,
//! twice, with a hole, or after it was told to be deleted. `PROPTEST_CASES` says how many are played.

mod schedules {
    pub(crate) mod found;
    mod late;
    mod log;
    pub(crate) mod ops;
    mod reader;
    pub(crate) mod world;
}

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use tertulia::testkit::Rules;

use schedules::found::found;
use schedules::ops::{Schedule, calm_schedules, schedules, schedules_of_late_hints};
use schedules::world::World;

async fn play(schedule: &Schedule, rules: Rules) -> Option<String> {
    let mut world = World::new(schedule.setting.clone(), rules);
    for op in &schedule.ops {
        world.happen(*op).await;
        tokio::task::yield_now().await;
    }
    world.rest(schedule.lose_hints).await;
    world.wrong().await
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime")
}

fn run(mut runner: TestRunner, any: &impl Strategy<Value = Schedule>, rules: Rules) -> Result<(), TestError<Schedule>> {
    let runtime = runtime();
    runner.run(any, |schedule| match runtime.block_on(play(&schedule, rules)) {
        None => Ok(()),
        Some(wrong) => Err(TestCaseError::fail(wrong)),
    })
}

/// So many schedules, unless `PROPTEST_CASES` says otherwise.
fn config(cases: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() }
}

#[test]
fn readers_are_right_after_any_short_schedule() {
    if let Err(error) = run(TestRunner::new(config(2_000)), &schedules(30), Rules::ALL) {
        panic!("{error}");
    }
}

#[test]
fn readers_are_right_after_any_long_schedule() {
    if let Err(error) = run(TestRunner::new(config(500)), &schedules(150), Rules::ALL) {
        panic!("{error}");
    }
}

#[test]
fn what_is_deleted_is_gone_whatever_run_its_late_hint_is_of() {
    if let Err(error) = run(TestRunner::new(config(2_000)), &schedules_of_late_hints(40), Rules::ALL) {
        panic!("{error}");
    }
}

#[test]
fn what_has_gone_wrong_once_goes_right() {
    let runtime = runtime();
    let wrong = |(what, schedule)| {
        let wrong: Option<String> = runtime.block_on(play(&schedule, Rules::ALL));
        wrong.map(|wrong| format!("{what}: {wrong}"))
    };
    let wrong: Vec<_> = found().into_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// With the same seed each time, so that what is found today is found tomorrow.
fn found_without(rules: Rules) -> bool {
    let config = Config { cases: 200, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    matches!(run(runner, &calm_schedules(), rules), Err(TestError::Fail(..)))
}

#[test]
fn a_reader_needs_each_of_its_three_rules() {
    assert!(!found_without(Rules::ALL), "with all three it is right");
    assert!(found_without(Rules { highest: false, ..Rules::ALL }), "the highest version seen stays");
    assert!(found_without(Rules { held: false, ..Rules::ALL }), "only what lies in a range that is held is applied");
    assert!(found_without(Rules { kept: false, ..Rules::ALL }), "what comes while a page is on its way is kept");
}
