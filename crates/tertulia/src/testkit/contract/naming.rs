//! Whose a name is.

use tertulia_wire::{Code, HeldBy, Sender, Time};

use super::restart;
use crate::store::{Act, Attend, Hold, NewMessage, Outcome, Review, RoomKey, SeenName, SeenUser, Store, Write};
use crate::testkit::Place;
use crate::testkit::words::{erase, facts, in_room, new_message, refused, room, write};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Saying something under a name that looks like this.
fn under(look: &str, person: &str, guest: bool, client_id: &str) -> Write {
    let seen_name = Some(SeenName { look: look.into(), person: person.into(), guest });
    let message = NewMessage { seen_name, ..new_message(person, client_id, "hola") };
    in_room(&room("room/lobby"), Act::Say(Box::new(message)))
}

async fn says(store: &dyn Store, write_: Write, at: i64) -> Option<Code> {
    let answer = write(store, write_, Time(at)).await;
    answer.is_err().then(|| refused(&answer))
}

async fn holders(store: &dyn Store, at: i64) -> Vec<(String, String)> {
    let key = facts(store, &room("room/lobby")).await.key;
    let looks = ["ana", "eva", "eve"].map(str::to_owned);
    let mut holders = store.seen_names(key, &looks, Time(at)).await.expect("read");
    holders.sort_unstable();
    holders
}

fn held(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(look, person)| ((*look).to_owned(), (*person).to_owned())).collect()
}

pub(super) async fn of_guests_who_race_for_a_name_one_has_it(place: &dyn Place) {
    let store = place.open().await;
    let race = vec![under("ana", "~a", true, "1"), under("ana", "~b", true, "1"), under("ana", "~a", true, "2")];
    let answers = store.write(race, Time(0)).await;
    assert!(answers[0].is_ok() && answers[2].is_ok());
    assert_eq!(refused(&answers[1]), Code::NameTaken);
    assert_eq!(facts(&*store, &room("room/lobby")).await.head, 2, "a refusal leaves nothing behind");
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "~a")]));
}

pub(super) async fn a_guests_name_is_theirs_until_a_day_after_they_spoke_or_left(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "~b", true, "1"), DAY).await, Some(Code::NameTaken));
    // However often they spoke before: a day counts from the last time.
    for hour in 1..30 {
        assert_eq!(says(&*store, under("ana", "~a", true, &format!("s{hour}")), hour * HOUR + HOUR / 2).await, None);
    }
    assert_eq!(says(&*store, under("ana", "~b", true, "4"), 29 * HOUR + HOUR / 2 + DAY - 1).await, Some(Code::NameTaken));
    let guest = Sender { guest: true, ..Sender::user("~a", "Ana") };
    let left = |at| {
        let left = Act::Attend(Attend { sender: guest.clone(), present: false, tell: false, look: Some("ana".into()) });
        write(&*store, in_room(&room("room/lobby"), left), Time(at))
    };
    assert!(left(2 * DAY).await.is_ok());
    assert_eq!(says(&*store, under("ana", "~b", true, "2"), 3 * DAY - 1).await, Some(Code::NameTaken));
    // Also of whoever was silent for so long that it was forgotten meanwhile.
    while store.tidy(Time(9 * DAY)).await.expect("tidied").more {}
    assert!(left(9 * DAY).await.is_ok());
    assert_eq!(says(&*store, under("ana", "~b", true, "3"), 10 * DAY - 1).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("ana", "~b", true, "5"), 10 * DAY + HOUR).await, None);
    // It is another's by then.
    assert!(left(10 * DAY + HOUR).await.is_ok());
    assert_eq!(holders(&*store, 10 * DAY + HOUR).await, held(&[("ana", "~b")]));
    while store.tidy(Time(19 * DAY)).await.expect("tidied").more {}
    assert_eq!(holders(&*store, 0).await, [], "what is nobody's is forgotten");
}

pub(super) async fn users_have_their_names_before_guests(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "7", false, "1"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "8", false, "1"), 0).await, None, "that is the host's to say");
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "")]), "and nobody's in particular");
    assert_eq!(says(&*store, under("ana", "~a", true, "2"), 80 * DAY).await, Some(Code::NameTaken));
}

pub(super) async fn a_guest_keeps_the_three_names_that_they_spoke_under_last(place: &dyn Place) {
    let store = place.open().await;
    for (hour, look) in [(0, "ana"), (2, "eva"), (4, "ana"), (6, "eve")] {
        assert_eq!(says(&*store, under(look, "~a", true, &format!("{hour}")), hour * HOUR).await, None);
    }
    assert_eq!(holders(&*store, 6 * HOUR).await, held(&[("ana", "~a"), ("eva", "~a"), ("eve", "~a")]));
    // Whoever was called so until now is not to be mistaken for whoever calls themselves so next.
    for (look, spoke) in [("eva", 2 * HOUR), ("ana", 4 * HOUR)] {
        assert_eq!(says(&*store, under(look, "~b", true, "1"), spoke + DAY - 1).await, Some(Code::NameTaken));
    }
    assert_eq!(says(&*store, under("liz", "~a", true, "liz"), 8 * HOUR).await, None);
    let store = restart(place, store).await;
    assert_eq!(holders(&*store, 8 * HOUR).await, held(&[("ana", "~a"), ("eve", "~a")]), "the oldest is free");
    assert_eq!(says(&*store, under("eva", "~b", true, "2"), 8 * HOUR).await, None);
}

pub(super) async fn a_guest_who_is_here_still_keeps_the_present_name_alone(place: &dyn Place) {
    let store = place.open().await;
    for look in ["ana", "eva"] {
        assert_eq!(says(&*store, under(look, "~a", true, look), 0).await, None);
    }
    let sender = Sender { guest: true, ..Sender::user("~a", "Eva") };
    let here = Act::Attend(Attend { sender, present: false, tell: false, look: Some("eva".into()) });
    assert!(write(&*store, in_room(&room("room/lobby"), here), Time(DAY)).await.is_ok());
    assert_eq!(holders(&*store, 2 * DAY - 1).await, held(&[("eva", "~a")]));
    assert_eq!(says(&*store, under("ana", "~b", true, "1"), 2 * DAY - 1).await, None, "the one of before is free");
}

pub(super) async fn names_of_guests_leave_no_user_without_a_place_for_theirs(place: &dyn Place) {
    let store = place.open().await;
    for guest in 0..5 {
        assert_eq!(says(&*store, under(&format!("g{guest}"), &format!("~{guest}"), true, "1"), 0).await, None);
    }
    let key = facts(&*store, &room("room/lobby")).await.key;
    seen(&*store, key, &[("ana", "6"), ("eva", "7"), ("eve", "8")], 2, 0).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "6"), ("eva", "7")]));
    // Nor is one more than that kept by taking over what a guest had.
    assert_eq!(says(&*store, under("eve", "~e", true, "1"), 0).await, None);
    seen(&*store, key, &[("eve", "8")], 2, 0).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "6"), ("eva", "7"), ("eve", "~e")]));
}

pub(super) async fn a_user_who_speaks_keeps_a_name_that_another_user_had_before(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("ana", "7", false, "1"), 0).await, None);
    assert_eq!(says(&*store, under("eva", "7", false, "2"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "8", false, "1"), DAY).await, None);
    assert_eq!(says(&*store, under("eva", "7", false, "3"), 44 * DAY).await, None);
    assert_eq!(
        says(&*store, under("eva", "~c", true, "1"), 133 * DAY).await,
        Some(Code::NameTaken),
        "90 days from when they last spoke"
    );
    // Each of them speaks on under it, and it goes with none of them.
    assert_eq!(says(&*store, under("ana", "8", false, "2"), 60 * DAY).await, None);
    let store = restart(place, store).await;
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 149 * DAY).await, Some(Code::NameTaken), "90 days from then");
    assert_eq!(says(&*store, under("ana", "8", false, "3"), 149 * DAY).await, None);
    erase(&*store, "7", Time(149 * DAY)).await;
    erase(&*store, "8", Time(149 * DAY)).await;
    assert_eq!(says(&*store, under("ana", "~a", true, "2"), 150 * DAY).await, Some(Code::NameTaken), "nobody speaks below them");
    assert_eq!(says(&*store, under("ana", "~a", true, "3"), 246 * DAY).await, None, "nor is it kept for ever");
}

pub(super) async fn a_name_that_one_alone_spoke_under_goes_with_them(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("ana", "7", false, "1"), 0).await, None);
    erase(&*store, "7", Time(0)).await;
    assert_eq!(holders(&*store, 0).await, []);
}

/// A guest's message that waits for review, and the number that it waits under.
async fn waits(store: &dyn Store, name: &str, person: &str, client_id: &str, at: i64) -> u64 {
    let look = crate::names::look(name);
    let sender = Sender { guest: true, ..Sender::user(person, name) };
    let review = Review { hold: Hold::Always(HeldBy::Room), room_max: 9, bearer_max: 9 };
    let seen_name = Some(SeenName { look, person: person.into(), guest: true });
    let message = NewMessage { seen_name, review, sender: Some(sender), ..new_message(person, client_id, "hola") };
    let written = write(store, in_room(&room("room/lobby"), Act::Say(Box::new(message))), Time(at)).await.expect("waits");
    match written.outcome {
        Outcome::Held { held, .. } => held,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn what_is_let_in_keeps_its_guests_name(place: &dyn Place) {
    let store = place.open().await;
    let first = waits(&*store, "Ana", "~a", "1", 0).await;
    let second = waits(&*store, "Ana", "~a", "2", 0).await;
    let third = waits(&*store, "Eve", "~e", "1", 0).await;
    let approve = async |held, at| {
        let written = write(&*store, in_room(&room("room/lobby"), Act::Approve { held }), Time(at)).await;
        assert!(written.is_ok(), "{written:?}");
    };
    // Nobody looked at it for days, and the name is nobody's by now.
    approve(first, 5 * DAY).await;
    assert_eq!(says(&*store, under("ana", "~b", true, "1"), 6 * DAY - 1).await, Some(Code::NameTaken));
    let free_at = 6 * DAY + HOUR;
    assert_eq!(says(&*store, under("ana", "~b", true, "2"), free_at).await, None);
    // It is somebody else's by now: their name stays theirs.
    approve(second, free_at + 1).await;
    assert_eq!(says(&*store, under("eve", "8", false, "1"), free_at).await, None);
    approve(third, free_at + 1).await;
    let store = restart(place, store).await;
    assert_eq!(holders(&*store, free_at + 1).await, held(&[("ana", "~b"), ("eve", "8")]));
    assert_eq!(says(&*store, under("ana", "~a", true, "3"), free_at + 1).await, Some(Code::NameTaken));
}

/// That users were in a room, under names that look like these.
async fn seen(store: &dyn Store, key: RoomKey, people: &[(&str, &str)], most: u32, at: i64) {
    let seen = |(look, person): &(&str, &str)| SeenUser {
        room: key,
        person: (*person).into(),
        look: (*look).into(),
        name: look.to_uppercase(),
    };
    let seen: Vec<_> = people.iter().map(seen).collect();
    store.note_seen(&seen, most, Time(at)).await.expect("noted");
}

pub(super) async fn a_user_who_said_nothing_keeps_a_name_in_the_room(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("eve", "~e", true, "1"), 0).await, None);
    let before = facts(&*store, &room("room/lobby")).await;
    // A guest has it no more when a user comes, and of what is not there nothing is kept.
    let other = RoomKey(before.key.0 ^ 1);
    seen(&*store, other, &[("ana", "6")], 9, 0).await;
    seen(&*store, before.key, &[("ana", "7"), ("ana", "7"), ("eve", "8")], 9, 0).await;
    assert_eq!(facts(&*store, &room("room/lobby")).await, before, "no number is raised");
    let store = restart(place, store).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "7"), ("eve", "8")]));
    assert_eq!(store.seen_names(other, &["ana".into()], Time(0)).await.expect("read"), []);
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 90 * DAY).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("ana", "7", false, "1"), 0).await, None, "their own");
    // Again and again: 90 days from the last time, and nothing is kept for ever.
    seen(&*store, before.key, &[("ana", "7")], 9, 60 * DAY).await;
    assert_eq!(says(&*store, under("ana", "~a", true, "2"), 150 * DAY).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("eve", "~e", true, "2"), 98 * DAY).await, None);
    while store.tidy(Time(300 * DAY)).await.expect("tidied").more {}
    assert_eq!(holders(&*store, 0).await, [], "what is nobody's is forgotten");
}

pub(super) async fn a_name_that_two_were_seen_under_is_nobodys_and_one_alone_takes_it_along(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("eve", "8", false, "1"), 0).await, None);
    let key = facts(&*store, &room("room/lobby")).await.key;
    seen(&*store, key, &[("ana", "6"), ("ana", "7"), ("eva", "7"), ("eve", "7")], 9, 0).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", ""), ("eva", "7"), ("eve", "")]));
    for person in ["7", "8"] {
        erase(&*store, person, Time(0)).await;
    }
    let store = restart(place, store).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", ""), ("eve", "")]));
}

pub(super) async fn a_room_keeps_no_more_names_of_who_said_nothing_than_it_may(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("eve", "8", false, "1"), 0).await, None);
    let key = facts(&*store, &room("room/lobby")).await.key;
    seen(&*store, key, &[("ana", "6")], 1, 0).await;
    assert_eq!(holders(&*store, 0).await, held(&[("eve", "8")]));
    seen(&*store, key, &[("ana", "6"), ("eva", "7")], 2, 0).await;
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "6"), ("eve", "8")]), "who came first");
    // Whose name is kept already goes on, and who speaks has one in any case.
    seen(&*store, key, &[("eva", "7"), ("ana", "6")], 2, 60 * DAY).await;
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 149 * DAY).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("eva", "7", false, "1"), 60 * DAY).await, None);
    assert_eq!(holders(&*store, 60 * DAY).await, held(&[("ana", "6"), ("eva", "7"), ("eve", "8")]));
}
