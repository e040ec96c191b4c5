//! Words and links that are not to be said, at the line: who is asked, and what becomes of it.

use std::sync::Arc;

use tertulia::auth::{Identity, Policy, TypeRules};
use tertulia::filter::{Filter, FilterRules, Filters, Links};
use tertulia::say::Spoken;
use tertulia::store::Store;
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::request::{NewGuest, NewSignal, PutRoom, Say};
use tertulia::wire::{Code, HeldBy, Level, RoomName, Sender};
use tertulia::{Chat, Error};

use super::line::{Line, Way};
use super::{SECRET, lobby, user};

fn filter(refuse: &str, hold: &str, links: Links) -> Filter {
    Filter::new(&FilterRules { refuse: vec![refuse.into()], hold: vec![hold.into()], links }).expect("a filter")
}

async fn chat(store: &Arc<impl Store>, filters: Filters) -> Chat {
    let welcome = TypeRules { guests: Level::Say, create: Some(true) };
    let policy = Policy { others: welcome, ..Policy::default() };
    let chat = Chat::builder().store(Arc::clone(store) as _).filters(filters).policy(policy).secret(SECRET);
    chat.build().await.expect("built")
}

fn filters() -> Filters {
    let game = filter("pawn", "rook", Links::Allow);
    Filters { all: Some(filter("spam", "idiot", Links::GuestsHold)), types: [("game".parse().expect("a type"), game)].into() }
}

async fn say_in(chat: &Chat, who: &Identity, name: &RoomName, text: &str) -> Result<Spoken, Error> {
    chat.say(who, name, Say { text: text.into(), ..Say::default() }).await
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> &'static str {
    let refusal = answer.expect_err("refused").into_refusal();
    assert_eq!(refusal.code, Code::Refused);
    refusal.reason.expect("says why")
}

async fn guest(chat: &Chat, name: &str) -> Identity {
    let guest = chat.guest(None, &NewGuest { name: name.into(), room: None }, None).await.expect("a guest");
    chat.identify(&guest.token).expect("good")
}

#[tokio::test]
async fn what_the_filter_refuses_is_in_no_room_and_what_it_holds_waits() {
    let chat = chat(&Arc::new(MemoryStore::new()), filters()).await;
    let ((ana, _), (keeper, _), eva) =
        (user(&chat, "ana", Level::Say), user(&chat, "keeper", Level::Moderate), guest(&chat, "Eva").await);
    let said = say_in(&chat, &ana, &lobby(), "hola").await.and_then(Spoken::said).expect("said").message;
    for who in [&ana, &eva] {
        for text in ["SPAM", "no s.p.a.m here", "5pam https://example.org"] {
            assert_eq!(refused(say_in(&chat, who, &lobby(), text).await), "filter-word", "{text}");
        }
    }
    assert_eq!(refused(chat.edit(&ana, &lobby(), said.id, "ѕраm").await), "filter-word");
    assert_eq!(refused(chat.edit(&ana, &lobby(), said.id, "idiot!").await), "filter-edit");
    chat.edit(&ana, &lobby(), said.id, "see example.org").await.expect("a user's link");

    for (who, text) in [(&ana, "you idiot"), (&eva, "1d10t"), (&eva, "see example.org")] {
        assert!(matches!(say_in(&chat, who, &lobby(), text).await, Ok(Spoken::Held(_))), "{text}");
    }
    assert!(matches!(say_in(&chat, &ana, &lobby(), "see example.org").await, Ok(Spoken::Said(_))));
    let held = chat.held(&keeper, &lobby(), 0, 10).await.expect("a list").held;
    let waiting: Vec<_> = held.iter().map(|held| (held.by, held.text.as_str())).collect();
    let by = HeldBy::Filter;
    assert_eq!(waiting, [(by, "you idiot"), (by, "1d10t"), (by, "see example.org")]);
    let approved = chat.approve(&keeper, &lobby(), held[2].held).await.expect("approved");
    assert_eq!((approved.text.as_str(), approved.sender.map(|sender| sender.name)), ("see example.org", Some("Eva".into())));

    say_in(&chat, &keeper, &lobby(), "no spam, idiot").await.and_then(Spoken::said).expect("who keeps order may name it");
    chat.room(&lobby()).notify("no spam").await.expect("and so may the host");
    let newest = chat.room(&lobby()).newest(50).await.expect("a page").messages;
    let texts: Vec<_> = newest.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["see example.org", "see example.org", "see example.org", "no spam, idiot", "no spam"]);
}

#[tokio::test]
async fn a_type_of_rooms_has_a_filter_of_its_own_in_the_place_of_the_other() {
    let chat = chat(&Arc::new(MemoryStore::new()), filters()).await;
    let (eva, board) = (guest(&chat, "Eva").await, room("game/7"));
    assert_eq!(refused(say_in(&chat, &eva, &board, "a pawn").await), "filter-word");
    assert!(matches!(say_in(&chat, &eva, &board, "spam at example.org").await, Ok(Spoken::Said(_))));
    assert!(matches!(say_in(&chat, &eva, &room("game/8"), "a rook").await, Ok(Spoken::Held(_))), "in a room that it makes");
}

#[tokio::test]
async fn a_guests_name_passes_too_or_is_none() {
    let store = Arc::new(MemoryStore::new());
    let before = chat(&store, Filters::default()).await;
    let old = guest(&before, "Spam 24").await;
    let chat = chat(&store, filters()).await;
    for name in ["Spam", "5PAM", "idiot", "visit www.example"] {
        assert_eq!(refused(chat.guest(None, &NewGuest { name: name.into(), room: None }, None).await), "filter-name", "{name}");
    }
    let pawn = |room: Option<RoomName>| NewGuest { name: "Pawn".into(), room };
    assert_eq!(refused(chat.guest(None, &pawn(Some(room("game/7"))), None).await), "filter-name");
    chat.guest(None, &pawn(Some(lobby())), None).await.expect("is a word like any other there");
    assert_eq!(refused(say_in(&chat, &old, &lobby(), "hola").await), "filter-name");
}

#[tokio::test]
async fn a_guest_whose_name_does_not_pass_is_here_and_types_without_it() {
    let chat = chat(&Arc::new(MemoryStore::new()), filters()).await;
    let (board, hall) = (room("game/7"), chat.room(&room("game/7")));
    hall.change_settings(PutRoom { announce: Some(true), ..PutRoom::default() }).await.expect("announces");
    let mut lines = Vec::new();
    for name in ["Pawn", "Eva"] {
        // Made for no room, so that the room's own filter has not seen the name.
        let made = chat.guest(None, &NewGuest { name: name.into(), room: None }, None).await.expect("a guest");
        let who = chat.identify(&made.token).expect("good");
        for way in [Way::Events, Way::Socket] {
            lines.push(Line::open(&chat, &made.token, "game/7", way).await);
        }
        chat.signal(&who, &board, NewSignal { name: "typing".into(), data: None }).await.expect("typed");
    }
    let present = chat.present(&Identity::nobody(), &board).await.expect("who is here");
    let names = |people: &[Sender]| people.iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!((names(&present.people), names(&present.typing), present.count), (vec!["Eva".into()], vec!["Eva".into()], 2));
    let joined = loop {
        let newest = hall.newest(9).await.expect("a page").messages;
        match newest.iter().find(|message| message.sender.as_ref().is_some_and(|sender| sender.name == "Eva")) {
            Some(_) => break newest,
            None => tokio::task::yield_now().await,
        }
    };
    assert_eq!(joined.len(), 1, "whoever came first would stand there first: {joined:?}");
}

#[tokio::test]
async fn what_was_said_before_the_filter_was_there_is_still_answered() {
    let store = Arc::new(MemoryStore::new());
    let first = chat(&store, Filters::default()).await;
    let (ana, _) = user(&first, "ana", Level::Say);
    let spam = |id: &str| Say { text: "spam".into(), client_id: Some(id.parse().expect("good")), ..Say::default() };
    let said = first.say(&ana, &lobby(), spam("client-1")).await.and_then(Spoken::said).expect("said");
    first.close().await;
    let chat = chat(&store, filters()).await;
    let again = chat.say(&ana, &lobby(), spam("client-1")).await.and_then(Spoken::said).expect("a retry");
    assert_eq!((again.message, again.fresh), (said.message, false));
    assert_eq!(refused(chat.say(&ana, &lobby(), spam("client-2")).await), "filter-word");
}

#[tokio::test]
async fn what_is_under_way_when_a_room_moves_is_looked_through_by_where_it_comes_to() {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = chat(&store, filters()).await;
    // A guest may speak under either name.
    let eva = guest(&chat, "Eva").await;
    let first = say_in(&chat, &eva, &lobby(), "hola").await.and_then(Spoken::said).expect("said").message;
    store.hold_writes(true);
    let mine = |text: &'static str| {
        let (chat, eva) = (chat.clone(), eva.clone());
        tokio::spawn(async move { say_in(&chat, &eva, &lobby(), text).await })
    };
    let settle = async || {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    };
    // The writer is busy; behind it wait the move, and what was judged before it.
    let busy = mine("busy");
    settle().await;
    let hall = chat.room(&lobby());
    let moved = tokio::spawn(async move { hall.move_to(&room("game/lobby")).await });
    settle().await;
    let said = mine("pawn");
    let (line, by) = (chat.clone(), eva.clone());
    let edited = tokio::spawn(async move { line.edit(&by, &lobby(), first.id, "pawn").await });
    settle().await;
    store.hold_writes(false);
    busy.await.expect("ends").expect("said");
    moved.await.expect("ends").expect("moved");
    assert_eq!(refused(said.await.expect("ends")), "filter-word");
    assert_eq!(refused(edited.await.expect("ends")), "filter-word");
    let page = chat.room(&room("game/lobby")).newest(10).await.expect("a page");
    assert_eq!(page.messages.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), ["hola", "busy"]);
}
