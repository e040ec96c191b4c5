//! Whose a name is.

use tertulia_wire::{Code, Sender, Time};

use crate::store::{Act, Attend, NewMessage, SeenName, Store, Write};
use crate::testkit::Place;
use crate::testkit::words::{facts, in_room, new_message, refused, room, write};

const DAY: i64 = 24 * 3_600_000;

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
    assert_eq!(says(&*store, under("ana", "~b", true, "1"), DAY - 1).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("ana", "~a", true, "2"), DAY - 1).await, None);
    let guest = Sender { guest: true, ..Sender::user("~a", "Ana") };
    let left = Act::Attend(Attend { sender: guest, present: false, tell: false });
    assert!(write(&*store, in_room(&room("room/lobby"), left), Time(DAY + 7)).await.is_ok());
    assert_eq!(says(&*store, under("ana", "~b", true, "2"), 2 * DAY + 6).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("ana", "~b", true, "3"), 2 * DAY + 7).await, None);
    assert_eq!(holders(&*store, 2 * DAY + 7).await, held(&[("ana", "~b")]));
    while store.tidy(Time(9 * DAY)).await.expect("tidied").more {}
    assert_eq!(holders(&*store, 0).await, [], "what is nobody's is forgotten");
}

pub(super) async fn users_have_their_names_before_guests_and_a_guest_has_one(place: &dyn Place) {
    let store = place.open().await;
    assert_eq!(says(&*store, under("ana", "~a", true, "1"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "7", false, "1"), 0).await, None);
    assert_eq!(says(&*store, under("ana", "8", false, "1"), 0).await, None, "that is the host's to say");
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "7")]));
    assert_eq!(says(&*store, under("ana", "~a", true, "2"), 80 * DAY).await, Some(Code::NameTaken));
    assert_eq!(says(&*store, under("eva", "~a", true, "3"), 0).await, None);
    assert_eq!(says(&*store, under("eve", "~a", true, "4"), 0).await, None);
    assert_eq!(holders(&*store, 0).await, held(&[("ana", "7"), ("eve", "~a")]));
    assert_eq!(says(&*store, under("eva", "~b", true, "1"), 0).await, None, "given back");
}
