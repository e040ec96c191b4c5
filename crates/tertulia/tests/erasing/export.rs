//! All that is kept of somebody, line by line.

use std::sync::Arc;

use futures_util::StreamExt;
use tertulia::auth::Identity;
use tertulia::store::Store;
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::moderation::{Deed, PutRestriction};
use tertulia::wire::person::PersonLine;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{HoldMode, Kind, Level, Message, NewReport, RoomName, Sender};
use tertulia::{Chat, Room};

use super::{ID, NAME, ROOM, WORDS, ana, ask, chat, chat_over, token};

/// The lines as they come over the line.
pub(super) async fn lines(chat: &Chat, user: &str) -> Vec<PersonLine> {
    let own = chat.owner_token("boss", 1_000).expect("a token");
    let (status, body) = ask(chat, "GET", &format!("/v1/users?user={user}"), &own).await;
    assert_eq!(status, 200, "{body}");
    assert!(body.ends_with('\n'));
    body.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

async fn held_in(chat: &Chat, hall: &Room, text: &str) {
    hall.change_settings(PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("set");
    let hers = chat.identify(&token(chat, ID, NAME, Level::Say)).expect("good");
    chat.say(&hers, &room(ROOM), Say { text: text.into(), ..Say::default() }).await.expect("is held");
}

/// Somebody else has to do with hers in every way that leaves an id: answers, reacts, reports, and keeps order.
async fn others_have_to_do_with_it(chat: &Chat, hall: &Room, moderator: &Identity) {
    let ben = chat.identify(&token(chat, "id-of-ben", "not hers", Level::Say)).expect("good");
    let answer = Say { text: "not hers, an answer".into(), reply_to: Some(1), ..Say::default() };
    chat.say(&ben, &room(ROOM), answer).await.expect("answered");
    for user in ["id-of-ben", ID, "id-of-mod"] {
        hall.react(user, 1, "🎉", true).await.expect("reacted");
    }
    chat.report(&ben, &room(ROOM), 1, NewReport { why: Some("not hers, a report".into()) }).await.expect("reported");
    let kick: PutRestriction = serde_json::from_str(r#"{"kind": "kick", "why": "by somebody"}"#).expect("one");
    chat.restrict(moderator, &room(ROOM), ID, kick).await.expect("sent out");
    chat.lift(moderator, &room(ROOM), ID).await.expect("lifted");
}

/// All that can be kept of her in a room, and others' beside it.
async fn leave_traces(chat: &Chat, hall: &Room) {
    for n in 0..450 {
        hall.say(Kind::Message, ana(), &format!("{WORDS} {n}")).await.expect("said");
    }
    hall.say(Kind::Message, Sender::user("id-of-ben", "Ben"), "not hers").await.expect("said");
    hall.react(ID, 451, "👍", true).await.expect("reacted");
    hall.read_by(ID, 7).await.expect("marked");
    let hers = chat.identify(&token(chat, ID, NAME, Level::Say)).expect("good");
    let report = NewReport { why: Some("what she said of it".into()) };
    chat.report(&hers, &room(ROOM), 451, report).await.expect("reported");
    let moderator = chat.identify(&token(chat, "id-of-mod", "not hers", Level::Moderate)).expect("good");
    others_have_to_do_with_it(chat, hall, &moderator).await;
    held_in(chat, hall, "let me in").await;
    let mute: PutRestriction = serde_json::from_str(r#"{"kind": "mute", "why": "loud"}"#).expect("one");
    chat.restrict(&moderator, &room(ROOM), ID, mute).await.expect("muted");
    let mute: PutRestriction = serde_json::from_str(r#"{"kind": "mute", "why": "what she said to it"}"#).expect("one");
    chat.restrict_everywhere(ID, "id-of-eva", mute).await.expect("muted by her");
}

#[tokio::test]
async fn all_that_is_kept_of_somebody_is_told_and_nothing_of_others() {
    let chat = chat().await;
    let (hall, other) = (chat.room(&room(ROOM)), chat.room(&room("game/1")));
    leave_traces(&chat, &hall).await;
    other.say(Kind::Message, Sender::user(ID, "Her newest name"), WORDS).await.expect("said");
    let moved = other.move_to(&room("game/2")).await.expect("moved");
    chat.revoke(ID).await.expect("revoked");

    let lines = lines(&chat, ID).await;
    let (first, last) = (&lines[0], lines.last().expect("a line"));
    assert!(matches!(first, PersonLine::TertuliaPerson(head) if head.user == ID && head.version == 1));
    assert!(matches!(last, PersonLine::End(end) if end.lines == lines.len() as u64 - 1), "{last:?}");
    let messages = |of: &RoomName| {
        let of_room = lines.iter().filter(|line| matches!(line, PersonLine::Message(line) if line.room == *of));
        of_room.count()
    };
    assert_eq!((messages(hall.name()), messages(moved.name())), (450, 1));
    let one = |what: &str, meant: &dyn Fn(&PersonLine) -> bool| {
        assert_eq!(lines.iter().filter(|line| meant(line)).count(), 1, "{what}: {:?}", &lines[lines.len() - 12..]);
    };
    one("a reaction", &|line| matches!(line, PersonLine::Reaction(one) if one.message == 451 && one.emoji == "👍"));
    one("a mark", &|line| matches!(line, PersonLine::ReadMark(one) if one.up_to == 7 && one.room == *hall.name()));
    one("held", &|line| matches!(line, PersonLine::Held(one) if one.held.text == "let me in"));
    one(
        "reported",
        &|line| matches!(line, PersonLine::Report(one) if one.message == 451 && one.report.why.as_deref() == Some("what she said of it")),
    );
    one(
        "sent out",
        &|line| matches!(line, PersonLine::Audit(one) if one.deed == Deed::Kick && one.why.as_deref() == Some("by somebody")),
    );
    let told_of = |one: &Message| one.reactions.iter().map(|kind| (kind.count, kind.by.clone())).collect::<Vec<_>>();
    one(
        "who else reacted is a number",
        &|line| matches!(line, PersonLine::Message(one) if told_of(&one.message) == [(3, vec![ID.to_owned()])]),
    );
    one("muted", &|line| matches!(line, PersonLine::Restriction(one) if one.restriction.why.as_deref() == Some("loud")));
    one(
        "done to her",
        &|line| matches!(line, PersonLine::Audit(one) if one.deed == Deed::Mute && one.user.as_deref() == Some(ID)),
    );
    one(
        "done by her",
        &|line| matches!(line, PersonLine::Audit(one) if one.deed == Deed::Mute && one.by.as_deref() == Some(ID) && one.why.as_deref() == Some("what she said to it")),
    );
    one("revoked", &|line| matches!(line, PersonLine::Revoked(_)));
    one("her name", &|line| matches!(line, PersonLine::Profile(sender) if sender.name == "Her newest name"));
    let all = serde_json::to_string(&lines).expect("text");
    for others in ["not hers", "id-of-ben", "id-of-mod", "id-of-eva", "\"~\""] {
        assert!(!all.contains(others), "{others}: {:?}", lines.iter().find(|line| format!("{line:?}").contains(others)));
    }

    let nobody = super::export::lines(&chat, "nobody-knows").await;
    assert_eq!(nobody.len(), 2, "{nobody:?}");
    chat.erase_person(ID).await.expect("erased");
    assert_eq!(hall.reports(None, 9).await.expect("listed").reports, [], "what she reported is hers");
    let left: Vec<_> = super::export::lines(&chat, ID).await;
    let left: Vec<_> = left.iter().map(|line| serde_json::to_value(line).expect("json")["type"].clone()).collect();
    assert_eq!(left, ["tertulia-person", "restriction", "revoked", "end"]);
}

#[tokio::test]
async fn lines_without_their_end_are_not_whole() {
    let faulty = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new()) as Arc<dyn Store>));
    let chat = chat_over(Arc::clone(&faulty) as Arc<dyn Store>).await;
    for n in 0..450 {
        chat.room(&room(ROOM)).say(Kind::Message, ana(), &format!("{WORDS} {n}")).await.expect("said");
    }
    let mut lines = Box::pin(chat.export_person(ID).expect("an id"));
    assert!(lines.next().await.expect("a line").is_ok());
    faulty.set_away(true);
    let rest: Vec<_> = lines.collect().await;
    assert!(rest.last().expect("an end").is_err(), "told, and not broken off in silence");
    assert!(!rest.iter().any(|line| matches!(line, Ok(PersonLine::End(_)))));
    let own = chat.owner_token("boss", 1_000).expect("a token");
    assert_eq!(ask(&chat, "GET", &format!("/v1/users?user={ID}"), &own).await.0, 503);
}
