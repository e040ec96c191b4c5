//! What a reader without a name is told of what they could do here with one.

use std::sync::Arc;
use std::time::Duration;

use tertulia::auth::{Policy, TypeRules};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::PutRestriction;
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::{NewGuest, PutRoom};
use tertulia::wire::{Level, Me, Time};
use tertulia::{Chat, ClientAddress, Limits};
use tokio::time::{Instant, timeout};

use super::line::{Heard, Line, WAYS, Way};
use super::token;

const HERE: &str = "203.0.113.7";

/// A chat with a type of rooms of each sort, and a clock that goes with the test's.
async fn chat() -> Chat {
    let began = Instant::now();
    let clock = Arc::new(move || Time(1_000_000 + i64::try_from(began.elapsed().as_millis()).expect("fits")));
    let rules = [("look", Level::Read, None), ("talk", Level::Say, None), ("begin", Level::Say, Some(true))];
    let types = rules.map(|(name, guests, create)| (name.parse().expect("a type"), TypeRules { guests, create }));
    let policy = Policy { types: types.into(), ..Policy::default() };
    let builder = Chat::builder().store(Arc::new(MemoryStore::new())).secret([7; 32]).policy(policy).clock(clock);
    builder.limits(Limits::default().unpaced()).build().await.expect("built")
}

async fn told(chat: &Chat, token: &str, name: &str, way: Way) -> (Line, Me) {
    let (line, first) = Line::open_from(chat, Some(HERE), token, name, way).await;
    let Heard::Page(page) = first else { panic!("{way:?} {name}: {first:?}") };
    (line, page.me.expect("stands on a first page"))
}

/// What the reader is told of themselves next.
async fn next_me(line: &mut Line) -> Me {
    let hears = async {
        loop {
            match line.next().await {
                Heard::Me(me) => return *me,
                Heard::Over | Heard::Ended(..) | Heard::Closed(_) => panic!("is over"),
                _ => {}
            }
        }
    };
    timeout(Duration::from_secs(25), hears).await.expect("is told")
}

#[tokio::test(start_paused = true)]
async fn each_first_page_tells_nobody_what_guests_may_and_nobody_else() {
    let chat = chat().await;
    for name in ["look/1", "talk/1", "begin/1"] {
        chat.room(&room(name)).notify("one").await.expect("said");
    }
    let eva = NewGuest { name: "Eva".into(), room: Some(room("talk/1")) };
    let eva = chat.guest(None, &eva, None).await.expect("a guest").token;
    for way in WAYS.into_iter().filter(|way| *way != Way::Text) {
        for (name, guests) in [
            ("look/1", Level::Read),
            ("talk/1", Level::Say),
            ("begin/1", Level::Say),
            // Rooms that are not there.
            ("look/2", Level::Read),
            ("talk/2", Level::Read),
            ("begin/2", Level::Say),
        ] {
            let (_, me) = told(&chat, "", name, way).await;
            assert_eq!((me.id, me.level, me.guests), (None, Level::Read, Some(guests)), "{way:?} {name}");
        }
        let ana = token(&chat, "ana", "talk/1", Level::Read);
        for token in [&ana, &eva] {
            let (_, me) = told(&chat, token, "talk/1", way).await;
            assert_eq!((me.id.is_some(), me.guests), (true, None), "{way:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn streams_of_nobody_are_told_when_guests_may_say_and_when_no_longer() {
    for way in [Way::Events, Way::Socket] {
        let chat = chat().await;
        let hall = chat.room(&room("talk/1"));
        let (mut line, me) = told(&chat, "", "talk/1", way).await;
        assert_eq!(me.guests, Some(Level::Read), "{way:?}: no guest makes the room");
        hall.notify("one").await.expect("said");
        assert_eq!(next_me(&mut line).await.guests, Some(Level::Say), "{way:?}: it is made");
        for (locked, guests) in [(true, Level::Read), (false, Level::Say)] {
            hall.change_settings(PutRoom { locked: Some(locked), ..PutRoom::default() }).await.expect("set");
            assert_eq!(next_me(&mut line).await.guests, Some(guests), "{way:?}: locked {locked}");
        }
        // Who is muted is a guest from the same address: nobody who comes from there would be heard.
        let here = Some(ClientAddress::new(HERE.parse().expect("an address")));
        let eva = NewGuest { name: "Eva".into(), room: Some(room("talk/1")) };
        let eva = chat.guest(None, &eva, here).await.expect("a guest").sender.id.expect("has an id");
        let until = Some(Time(1_000_000 + 20_000));
        let mute = PutRestriction { kind: RestrictionKind::Mute, until, why: Some("Eva shouts".into()), address: true };
        hall.restrict(&eva, mute).await.expect("muted");
        let me = next_me(&mut line).await;
        let restricted = me.restricted.expect("is told");
        assert_eq!((me.guests, restricted.kind, restricted.why), (Some(Level::Read), RestrictionKind::Mute, None), "{way:?}");
        let me = next_me(&mut line).await;
        assert_eq!((me.guests, me.restricted), (Some(Level::Say), None), "{way:?}: it is over");
    }
}
