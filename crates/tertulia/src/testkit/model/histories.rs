//! Random histories of a few rooms.

use proptest::prelude::*;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{HeldBy, HoldMode, Kind, NUMBER_MAX, PresenceMode, Sender, Time};

use crate::store::{Act, Hold, NewMessage, Review, Write};
use crate::testkit::words::{attend, delete, edit, in_room, new_message, put, react, room};

/// What happens in a random history.
#[derive(Debug, Clone)]
pub enum Step {
    /// A batch at a time.
    Batch(Vec<Write>, Time),
    /// Somebody is erased at a time.
    Erase(&'static str, Time),
    /// The store tidies up, at a time at which nothing is due.
    Tidy(Time),
    /// The store is closed and opened again.
    Restart,
}

/// Random histories of a few rooms, in which little is new, so that much meets.
pub fn histories() -> impl Strategy<Value = Vec<Step>> {
    let batch = (prop::collection::vec(writes(), 1..12), 0..2_000_000_i64).prop_map(|(batch, now)| Step::Batch(batch, Time(now)));
    let person = prop::sample::select(vec!["ana", "ben", "p0", "p1"]);
    let erase = (person, 0..2_000_000_i64).prop_map(|(person, now)| Step::Erase(person, Time(now)));
    let tidy = (0..2_000_000_i64).prop_map(|now| Step::Tidy(Time(now)));
    prop::collection::vec(prop_oneof![8 => batch, 2 => erase, 1 => tidy, 1 => Just(Step::Restart)], 1..12)
}

/// Random histories of slow rooms in which much waits for review. Nothing goes in them that was said: what a store forgets of it,
/// it may forget later.
pub fn histories_of_slow_rooms() -> impl Strategy<Value = Vec<Step>> {
    let by = prop::sample::select(vec!["ana", "ben"]);
    let hold = prop::sample::select(vec![Hold::Never, Hold::AsTheRoomSays { guest: false }, Hold::Always(HeldBy::Filter)]);
    let kind = prop::sample::select(vec![Kind::Message, Kind::Message, Kind::Action, Kind::Notification]);
    let say = (by, 0..1_000_u32, hold, kind, prop::bool::weighted(0.9)).prop_map(|(by, client_id, hold, kind, slowed)| {
        let review = Review { hold, room_max: 9, bearer_max: 6 };
        Act::Say(Box::new(NewMessage { review, kind, slowed, ..new_message(by, &client_id.to_string(), "a") }))
    });
    let slow = (prop::option::of(0..20_u32), prop::option::of(prop::sample::select(vec![HoldMode::Off, HoldMode::All])));
    let act = prop_oneof![
        6 => say,
        4 => (1..8_u64).prop_map(|held| Act::Approve { held }),
        2 => (1..8_u64).prop_map(|held| Act::Reject { held }),
        1 => slow.prop_map(|(slow_seconds, hold)| put(PutRoom { slow_seconds, hold, ..PutRoom::default() })),
    ];
    let lobby = || room("room/a");
    let batch = prop::collection::vec(act.prop_map(move |act| in_room(&lobby(), act)), 1..4);
    let batches = prop::collection::vec((batch, 0..8_000_i64, prop::bool::weighted(0.1)), 1..24);
    batches.prop_map(move |batches| {
        let slow = put(PutRoom { slow_seconds: Some(10), hold: Some(HoldMode::All), ..PutRoom::default() });
        let (mut now, mut history) = (0, vec![Step::Batch(vec![in_room(&lobby(), slow)], Time(0))]);
        for (batch, after_ms, restarts) in batches {
            now += after_ms;
            history.push(Step::Batch(batch, Time(now)));
            history.extend(restarts.then_some(Step::Restart));
        }
        history
    })
}

fn writes() -> impl Strategy<Value = Write> {
    let text = || prop::sample::select(vec!["a", "b", "c"]);
    let by = || prop::sample::select(vec!["ana", "ben"]);
    let reply = prop::option::weighted(0.2, 1..30_u64);
    let hold = || {
        prop::sample::select(vec![
            Hold::Never,
            Hold::AsTheRoomSays { guest: true },
            Hold::AsTheRoomSays { guest: false },
            Hold::Always(HeldBy::Filter),
        ])
    };
    // Now and then in another's name, or in nobody's.
    let sender = prop::option::weighted(0.2, prop::option::weighted(0.7, by()));
    let say = (by(), 0..20_u32, text(), reply, any::<bool>(), (hold(), sender)).prop_map(
        |(by, client_id, text, reply_to, make_room, (hold, sender))| {
            let review = Review { hold, room_max: 5, bearer_max: 3 };
            let mut new = NewMessage { reply_to, make_room, review, ..new_message(by, &client_id.to_string(), text) };
            if let Some(sender) = sender {
                new.sender = sender.map(|id| Sender::user(id, id.to_uppercase()));
            }
            Act::Say(Box::new(new))
        },
    );
    let id = || prop_oneof![6 => 1..10_u64, 2 => 10..40_u64, 1 => Just(NUMBER_MAX)];
    let acts = prop::collection::vec((0..40_u32, 0..25_usize, prop::bool::weighted(0.7)), 0..40);
    let reacts = (id(), acts).prop_map(|(id, acts)| {
        let acts: Vec<_> = acts.into_iter().map(|(by, kind, add)| (format!("p{by}"), emoji(kind * kind / 25), add)).collect();
        react(id, &acts.iter().map(|(by, emoji, add)| (by.as_str(), *emoji, *add)).collect::<Vec<_>>())
    });
    let act = prop_oneof![
        12 => say,
        4 => (id(), by(), text(), hold()).prop_map(|(id, by, text, hold)| match edit(id, by, text) {
            Act::Edit { id, by, text, .. } => Act::Edit { id, by, text, hold },
            other => other,
        }),
        2 => (id(), by(), any::<bool>()).prop_map(|(id, by, any)| match delete(id, by) {
            Act::Delete { id, by, .. } => Act::Delete { id, by, any },
            other => other,
        }),
        1 => (prop::collection::vec(id(), 0..6), by(), any::<bool>())
            .prop_map(|(ids, whose, noted)| Act::DeleteMany { ids, whose: whose.into(), noted }),
        6 => reacts,
        3 => (1..8_u64).prop_map(|held| Act::Approve { held }),
        2 => (1..8_u64).prop_map(|held| Act::Reject { held }),
        2 => puts().prop_map(put),
        5 => (by(), any::<bool>(), prop::bool::weighted(0.8)).prop_map(|(by, present, tell)| attend(by, present, tell)),
        2 => id().prop_map(|first| Act::Purge { first }),
        1 => Just(Act::DeleteRoom),
        1 => names().prop_map(|to| Act::Move { to: room(to) }),
    ];
    (names(), act).prop_map(|(name, act)| in_room(&room(name), act))
}

fn emoji(number: usize) -> &'static str {
    emojis::iter().nth(number).map_or("👍", emojis::Emoji::as_str)
}

fn names() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["room/a", "room/a", "room/b", "room/b", "room/c"])
}

fn puts() -> impl Strategy<Value = PutRoom> {
    let title = prop::option::of(prop::sample::select(vec!["", "T", "U"]));
    let presence = prop::option::of(prop::sample::select(vec![PresenceMode::Names, PresenceMode::Off]));
    let days = prop::option::of(0..2_u32);
    let announce = prop::option::of(prop::bool::weighted(0.8));
    let hold = prop::option::of(prop::sample::select(vec![HoldMode::Off, HoldMode::Guests, HoldMode::All]));
    (title, any::<Option<bool>>(), prop::option::of(0..20_u32), presence, (days, announce, hold)).prop_map(
        |(title, locked, edit_minutes, presence, (retention_days, announce, hold))| PutRoom {
            announce,
            hold,
            title: title.map(str::to_owned),
            locked,
            edit_minutes,
            presence,
            retention_days,
            ..PutRoom::default()
        },
    )
}
