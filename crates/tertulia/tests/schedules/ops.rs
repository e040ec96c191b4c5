//! Random schedules.

use proptest::prelude::*;

use super::reader::Manner;
use super::world::{Op, Part, Setting};

/// What is played, on what, and whether the hints left at its end are lost.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub(crate) setting: Setting,
    pub(crate) ops: Vec<Op>,
    pub(crate) lose_hints: bool,
}

pub(crate) fn schedules(ops_max: usize) -> impl Strategy<Value = Schedule> {
    (settings(), prop::collection::vec(ops(), 1..ops_max), any::<bool>()).prop_map(|(setting, ops, lose_hints)| Schedule {
        setting,
        ops,
        lose_hints,
    })
}

/// Schedules in which nothing goes wrong: all that matters is in which order changes and pages of history arrive.
pub(crate) fn calm_schedules() -> impl Strategy<Value = Schedule> {
    let n = any::<u8>;
    let op = prop_oneof![
        2 => n().prop_map(Op::Say),
        3 => n().prop_map(Op::Edit),
        3 => Just(Op::DeliverAll),
        3 => Just(Op::StepAll),
        3 => (n(), parts()).prop_map(|(reader, part)| Op::Ask(reader, part)),
        2 => (n(), n()).prop_map(|(reader, page)| Op::Answer(reader, page)),
    ];
    let reader = Manner { waits: false, from_start: false, last: 2, behind_max: u64::MAX };
    let setting =
        Setting { alone: true, tail_changes: 64, tails_bytes: 1 << 20, page_max: 8, chunk_changes: 8, readers: vec![reader] };
    prop::collection::vec(op, 1..60).prop_map(move |ops| Schedule { setting: setting.clone(), ops, lose_hints: false })
}

/// Schedules on one of several nodes in which much is deleted, the store is restarted often, and hints come late: what a
/// hint of an older epoch tells is all that matters.
pub(crate) fn schedules_of_late_hints(ops_max: usize) -> impl Strategy<Value = Schedule> {
    let n = any::<u8>;
    let said = prop_oneof![
        8 => n().prop_map(Op::Say),
        5 => n().prop_map(Op::Edit),
        3 => n().prop_map(Op::Delete),
        5 => n().prop_map(Op::DeleteMany),
        2 => n().prop_map(Op::Erase),
        2 => n().prop_map(Op::Purge),
        1 => n().prop_map(Op::Title),
        1 => n().prop_map(Op::Restrict),
    ];
    let told = prop_oneof![
        8 => n().prop_map(Op::Deliver),
        2 => n().prop_map(Op::Double),
        2 => n().prop_map(Op::Lose),
        1 => Just(Op::DeliverAll),
    ];
    let read = prop_oneof![
        9 => n().prop_map(Op::Step),
        2 => Just(Op::StepAll),
        1 => n().prop_map(Op::Cut),
        2 => n().prop_map(Op::Reload),
    ];
    let beside = prop_oneof![
        6 => n().prop_map(Op::Idle),
        1 => Just(Op::Sweep),
        1 => Just(Op::Pause),
        1 => any::<bool>().prop_map(Op::HoldReads),
        2 => any::<bool>().prop_map(Op::HoldAnswers),
    ];
    let upheaval = prop_oneof![
        8 => Just(Op::Restart),
        1 => Just(Op::Copy),
        1 => Just(Op::PutBack),
        1 => any::<bool>().prop_map(Op::MoveRoom),
        1 => Just(Op::DeleteRoom),
        1 => Just(Op::MakeRoom),
    ];
    let op = prop_oneof![10 => said, 10 => told, 10 => read, 6 => beside, 5 => upheaval];
    let settings = (settings(), 1..16_usize).prop_map(|(setting, tail_changes)| Setting {
        alone: false,
        tail_changes,
        tails_bytes: 1 << 20,
        ..setting
    });
    (settings, prop::collection::vec(op, 1..ops_max), any::<bool>()).prop_map(|(setting, ops, lose_hints)| Schedule {
        setting,
        ops,
        lose_hints,
    })
}

fn settings() -> impl Strategy<Value = Setting> {
    let tail = prop_oneof![3 => 0..6_usize, 1 => Just(256)];
    let bytes = prop_oneof![6 => Just(1 << 20), 1 => Just(0), 1 => 500..4_000_usize];
    let chunk = prop_oneof![3 => 1..4_usize, 1 => Just(64)];
    (any::<bool>(), tail, bytes, 1..8_u32, chunk, prop::collection::vec(manners(), 1..4)).prop_map(
        |(alone, tail_changes, tails_bytes, page_max, chunk_changes, readers)| Setting {
            alone,
            tail_changes,
            tails_bytes,
            page_max,
            chunk_changes,
            readers,
        },
    )
}

fn manners() -> impl Strategy<Value = Manner> {
    let behind = prop_oneof![3 => Just(u64::MAX), 1 => 2..10_u64];
    (any::<bool>(), prop::bool::weighted(0.3), 1..8_u32, behind).prop_map(|(waits, from_start, last, behind_max)| Manner {
        waits,
        from_start,
        last,
        behind_max,
    })
}

fn parts() -> impl Strategy<Value = Part> {
    let n = any::<u8>;
    prop_oneof![
        2 => (n(), n()).prop_map(|(id, limit)| Part::Before(id, limit)),
        1 => (n(), n()).prop_map(|(id, limit)| Part::Above(id, limit)),
        1 => (n(), n()).prop_map(|(id, limit)| Part::Around(id, limit)),
    ]
}

fn ops() -> impl Strategy<Value = Op> {
    let n = any::<u8>;
    let said = prop_oneof![
        6 => n().prop_map(Op::Say),
        5 => n().prop_map(Op::Edit),
        3 => n().prop_map(Op::Delete),
        2 => n().prop_map(Op::DeleteMany),
        1 => n().prop_map(Op::Erase),
        1 => n().prop_map(Op::Purge),
        2 => (n(), n()).prop_map(|(id, by)| Op::React(id, by)),
        1 => n().prop_map(Op::Title),
        1 => any::<bool>().prop_map(Op::Lock),
        2 => n().prop_map(Op::Restrict),
        1 => n().prop_map(Op::Lift),
        1 => n().prop_map(Op::RestrictEverywhere),
        1 => Just(Op::Retire),
    ];
    let told = prop_oneof![
        4 => n().prop_map(Op::Deliver),
        1 => n().prop_map(Op::Double),
        1 => n().prop_map(Op::Lose),
        2 => Just(Op::DeliverAll),
    ];
    let read = prop_oneof![
        6 => n().prop_map(Op::Step),
        3 => Just(Op::StepAll),
        1 => n().prop_map(Op::Cut),
        1 => n().prop_map(Op::Reload),
        2 => (n(), parts()).prop_map(|(reader, part)| Op::Ask(reader, part)),
        2 => (n(), n()).prop_map(|(reader, page)| Op::Answer(reader, page)),
    ];
    let beside = prop_oneof![
        3 => n().prop_map(Op::Idle),
        1 => Just(Op::Sweep),
        1 => Just(Op::Forget),
        1 => Just(Op::Pause),
        1 => any::<bool>().prop_map(Op::HoldReads),
        2 => any::<bool>().prop_map(Op::HoldAnswers),
    ];
    let upheaval = prop_oneof![
        1 => Just(Op::DeleteRoom),
        2 => Just(Op::MakeRoom),
        3 => any::<bool>().prop_map(Op::MoveRoom),
        2 => Just(Op::Restart),
        2 => Just(Op::Copy),
        2 => Just(Op::PutBack),
    ];
    prop_oneof![10 => said, 6 => told, 12 => read, 6 => beside, 2 => upheaval]
}
