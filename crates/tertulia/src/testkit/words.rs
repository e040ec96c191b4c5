//! Short words for long requests: acts, and what became of them.

use std::hash::{DefaultHasher, Hash, Hasher};

use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, Kind, Message, RoomName, Sender, Time};

use crate::store::erasing::{Erasure, TracePlace};
use crate::store::{
    Act, Attend, Change, Everywhere, Found, Hold, NewMessage, Outcome, ReactionAct, ReportAct, Review, RoomFacts, Span, Store,
    Stretch, Write, WriteError, Written,
};

/// A name that is known to be good.
#[must_use]
pub fn room(name: &str) -> RoomName {
    name.parse().expect("a good name")
}

/// An act in a room, by the host itself.
#[must_use]
pub fn in_room(name: &RoomName, act: Act) -> Write {
    Write { room: name.clone(), access: None, act, by: "host".to_owned(), why: None }
}

/// Saying a text under a client id, which need not be as long as the wire wants it; makes the room.
#[must_use]
pub fn say(by: &str, client_id: &str, text: &str) -> Act {
    Act::Say(Box::new(new_message(by, client_id, text)))
}

/// A message to say, to be changed before it is said.
#[must_use]
pub fn new_message(by: &str, client_id: &str, text: &str) -> NewMessage {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let mut request_hash = [0; 32];
    request_hash[..8].copy_from_slice(&hasher.finish().to_be_bytes());
    NewMessage {
        make_room: true,
        bearer: by.to_owned(),
        sender: Some(Sender { id: Some(by.to_owned()), name: by.to_uppercase(), guest: false, avatar: None }),
        kind: Kind::Message,
        text: text.to_owned(),
        reply_to: None,
        data: None,
        seen_name: None,
        client_id: format!("client-{client_id}").parse().expect("a good client id"),
        request_hash,
        review: Review::default(),
        slowed: false,
    }
}

/// Editing a message.
#[must_use]
pub fn edit(id: u64, by: &str, text: &str) -> Act {
    Act::Edit { id, by: by.to_owned(), text: text.to_owned(), hold: Hold::Never }
}

/// Deleting one's own message.
#[must_use]
pub fn delete(id: u64, by: &str) -> Act {
    Act::Delete { id, by: by.to_owned(), any: false }
}

/// Reporting a message, with the bounds that a chat has.
#[must_use]
pub fn report(id: u64, by: &str, why: &str) -> Act {
    let why = (!why.is_empty()).then(|| why.to_owned());
    let by = Sender::user(by, by.to_uppercase());
    Act::Report(Box::new(ReportAct { id, by, why, message_max: 20, room_max: 1_000 }))
}

/// Reacting to a message: who, with what, and whether it is added or taken away.
#[must_use]
pub fn react(id: u64, acts: &[(&str, &str, bool)]) -> Act {
    let act = |(by, emoji, add): &(&str, &str, bool)| ReactionAct { by: (*by).to_owned(), emoji: (*emoji).to_owned(), add: *add };
    Act::React { id, acts: acts.iter().map(act).collect() }
}

/// Coming to a room, or leaving it; with `tell`, there is a line.
#[must_use]
pub fn attend(by: &str, present: bool, tell: bool) -> Act {
    Act::Attend(Attend { sender: Sender::user(by, by.to_uppercase()), present, tell, look: None })
}

/// Making a room, or changing its settings.
#[must_use]
pub fn put(put: PutRoom) -> Act {
    Act::Put(Box::new(put))
}

/// Giving a room a title.
#[must_use]
pub fn titled(title: &str) -> Act {
    put(PutRoom { title: Some(title.to_owned()), ..PutRoom::default() })
}

/// Writes one thing.
pub async fn write(store: &dyn Store, write: Write, now: Time) -> Result<Written, WriteError> {
    let mut answers = store.write(vec![write], now).await;
    assert_eq!(answers.len(), 1, "one answer for one item");
    answers.remove(0)
}

/// Does one thing in a room, which has to work, at time 0.
pub async fn done(store: &dyn Store, name: &RoomName, act: Act) -> Written {
    write(store, in_room(name, act), Time(0)).await.expect("written")
}

/// Erases somebody from all rooms, as [`Chat::erase_person`](crate::Chat::erase_person) does it, but that nobody is told.
pub async fn erase(store: &dyn Store, person: &str, now: Time) -> Vec<Written> {
    let erasure = Erasure { person: person.to_owned(), pseudonym: format!("~erased-{person}") };
    let begin = Everywhere::Erase { erasure: erasure.clone(), second: 0, by: "host".to_owned() };
    store.raise_everywhere(begin, now).await.expect("begun");
    let mut written = erase_from_rooms(store, &erasure, now).await;
    while store.finish_erasure(&erasure).await.expect("finished").more {}
    written.retain(|written| !written.changes.is_empty());
    written
}

/// Takes somebody out of all rooms.
pub async fn erase_from_rooms(store: &dyn Store, erasure: &Erasure, now: Time) -> Vec<Written> {
    let (mut written, mut place) = (Vec::new(), Some(TracePlace::default()));
    while let Some(from) = place {
        let traces = store.traces(&erasure.person, from).await.expect("looked");
        place = traces.next;
        if let (Some(facts), Some(act)) = (&traces.facts, traces.erase(erasure)) {
            written.push(write(store, in_room(&facts.name, Act::Erase(Box::new(act))), now).await.expect("erased"));
        }
    }
    written
}

/// Does several things in a room in one batch, at time 0.
pub async fn batch(store: &dyn Store, name: &RoomName, acts: Vec<Act>) -> Vec<Result<Written, WriteError>> {
    let items = acts.len();
    let answers = store.write(acts.into_iter().map(|act| in_room(name, act)).collect(), Time(0)).await;
    assert_eq!(answers.len(), items, "one answer for each item");
    answers
}

/// The message that a write came to, and whether it is fresh.
#[must_use]
pub fn message(written: &Written) -> (&Message, bool) {
    match &written.outcome {
        Outcome::Message { message, fresh } => (message, *fresh),
        Outcome::Reacted { message, .. } => (message, !written.changes.is_empty()),
        other => panic!("no message but {other:?}"),
    }
}

/// The code that a write was refused with.
#[must_use]
pub fn refused(answer: &Result<Written, WriteError>) -> Code {
    match answer {
        Err(WriteError::Refused(refusal)) => {
            let is_told = refusal.code != Code::TooMany || refusal.retry_after_s.is_some();
            assert!(is_told, "whoever finds no place is told when to try again: {refusal:?}");
            refusal.code
        }
        other => panic!("not refused but {other:?}"),
    }
}

/// The facts of a room that has to be there.
pub async fn facts(store: &dyn Store, name: &RoomName) -> RoomFacts {
    match store.find(name).await {
        Ok(Found::Room(facts)) => facts,
        other => panic!("no room {name} but {other:?}"),
    }
}

/// A part of a room that has to be there.
pub async fn read(store: &dyn Store, name: &RoomName, span: Span, limit: u32) -> Stretch {
    let key = facts(store, name).await.key;
    store.read(key, span, limit).await.expect("read").expect("a room")
}

/// The messages of a part, by id.
#[must_use]
pub fn ids(stretch: &Stretch) -> Vec<u64> {
    stretch.changes.iter().filter_map(message_of).map(|message| message.id).collect()
}

/// The versions of a part, the settings' among them.
#[must_use]
pub fn versions(stretch: &Stretch) -> Vec<u64> {
    stretch.changes.iter().map(Change::version).collect()
}

/// The message of a change, if it is one.
#[must_use]
pub fn message_of(change: &Change) -> Option<&Message> {
    match change {
        Change::Message(message) => Some(message),
        Change::Settings(_) => None,
    }
}
