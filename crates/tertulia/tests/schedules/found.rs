//! Schedules that have gone wrong once, as short as they could be made.

use super::ops::Schedule;
use super::reader::Manner;
use super::world::{Op, Setting};

const LOOKS: Manner = Manner { waits: false, from_start: false, last: 1, behind_max: u64::MAX };

fn schedule(alone: bool, tail_changes: usize, reader: Manner, ops: Vec<Op>) -> Schedule {
    let setting = Setting { alone, tail_changes, tails_bytes: 1 << 20, page_max: 1, chunk_changes: 1, readers: vec![reader] };
    Schedule { setting, ops, lose_hints: false }
}

/// A schedule, and what it shows.
type Found = (&'static str, Schedule);

pub(crate) fn found() -> Vec<Found> {
    [among_pages(), among_deletions(), among_rooms(), among_rights()].concat()
}

fn among_pages() -> Vec<Found> {
    vec![(
        "a reader that is too far behind gets a page that is new enough to go on from",
        schedule(false, 4, Manner { behind_max: 2, ..LOOKS }, vec![Op::Title(0), Op::Step(0), Op::Say(2)]),
    )]
}

fn among_deletions() -> Vec<Found> {
    vec![
        (
            "what was deleted while a page was on its way is not handed out with it",
            schedule(
                false,
                0,
                LOOKS,
                vec![
                    Op::Say(0),
                    Op::DeliverAll,
                    Op::Step(0),
                    Op::Idle(8),
                    Op::Reload(0),
                    Op::Edit(0),
                    Op::Deliver(0),
                    Op::HoldAnswers(true),
                    Op::Step(0),
                    Op::Idle(8),
                    Op::Delete(0),
                    Op::DeliverAll,
                ],
            ),
        ),
        (
            "what came ahead of a lost hint is not handed out once its deletion has come too",
            schedule(
                false,
                8,
                LOOKS,
                vec![
                    Op::Say(0),
                    Op::Step(0),
                    Op::Idle(8),
                    Op::DeliverAll,
                    Op::Say(1),
                    Op::Deliver(0),
                    Op::Delete(1),
                    Op::Deliver(1),
                    Op::Step(0),
                    Op::Idle(8),
                ],
            ),
        ),
        late_by_a_run(),
    ]
}

fn late_by_a_run() -> Found {
    let two = Setting { readers: vec![LOOKS, LOOKS], ..schedule(false, 8, LOOKS, Vec::new()).setting };
    let begins = [Op::Say(0), Op::DeliverAll, Op::Step(0), Op::Idle(8), Op::Say(0), Op::DeliverAll];
    // The other reader's page tells of the next run, and nothing of what was deleted in this one.
    let ends = [Op::DeleteMany(1), Op::Restart, Op::Say(0), Op::Step(1), Op::Idle(8), Op::Deliver(0), Op::Step(0), Op::Idle(8)];
    (
        "what was deleted in the run before is not handed out once that is told, however late",
        Schedule { setting: two, ops: [begins.as_slice(), &ends].concat(), lose_hints: false },
    )
}

fn among_rooms() -> Vec<Found> {
    vec![
        (
            "a room that is deleted while it is read does not come back",
            schedule(
                true,
                0,
                LOOKS,
                vec![
                    Op::Say(0),
                    Op::Step(0),
                    Op::Idle(8),
                    Op::HoldAnswers(true),
                    Op::Say(0),
                    Op::DeliverAll,
                    Op::Step(0),
                    Op::Idle(8),
                    Op::DeleteRoom,
                    Op::DeliverAll,
                ],
            ),
        ),
        (
            "a hint that comes while a sweep asks what is there is not overlooked",
            schedule(
                true,
                0,
                LOOKS,
                vec![Op::HoldAnswers(true), Op::Step(0), Op::Idle(4), Op::Sweep, Op::Cut(0), Op::Title(0), Op::DeliverAll],
            ),
        ),
        moved_and_put_back(),
        (
            "a copy that was put back is noticed before anybody writes to it",
            schedule(
                false,
                0,
                LOOKS,
                vec![Op::Say(0), Op::Copy, Op::Restart, Op::Say(0), Op::Say(0), Op::Step(0), Op::Idle(8), Op::PutBack],
            ),
        ),
    ]
}

fn among_rights() -> Vec<Found> {
    let readers = |readers| Setting { readers, ..schedule(true, 0, LOOKS, Vec::new()).setting };
    let on_its_way = vec![
        Op::Step(0),
        Op::Step(1),
        Op::Say(0),
        Op::HoldAnswers(true),
        Op::Say(0),
        Op::Step(0),
        Op::Step(0),
        Op::Restrict(0),
        Op::Edit(0),
    ];
    let shared = vec![Op::Step(2), Op::Title(0), Op::MakeRoom, Op::StepAll, Op::Restrict(0), Op::StepAll];
    vec![
        (
            "changes that were read before a right ended do not bring it back",
            Schedule { setting: readers(vec![LOOKS, LOOKS]), ops: on_its_way, lose_hints: false },
        ),
        (
            "a right that has ended is told to those who wait, also where a read has told of it before the hint",
            Schedule { setting: readers(vec![LOOKS, Manner { waits: true, ..LOOKS }, LOOKS]), ops: shared, lose_hints: false },
        ),
    ]
}

fn moved_and_put_back() -> Found {
    let two = Setting { readers: vec![LOOKS, LOOKS], ..schedule(false, 0, LOOKS, Vec::new()).setting };
    let ops = vec![
        Op::Step(71),
        Op::Say(0),
        Op::Deliver(0),
        Op::StepAll,
        Op::Copy,
        Op::MoveRoom(true),
        Op::Step(89),
        Op::StepAll,
        Op::HoldAnswers(true),
        Op::StepAll,
        Op::PutBack,
    ];
    (
        "a reader in a room that has moved is in it again once the copy from before is put back",
        Schedule { setting: two, ops, lose_hints: false },
    )
}
