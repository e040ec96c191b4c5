//! Whose right to review has ended hears no word more of what waits, in whichever way it ended and in whichever way they read; who
//! gets it while they read hears what comes after that.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tertulia::Chat;
use tertulia::bus::local::LocalBus;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::moderation::PutRestriction;
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{HoldMode, Level};

use super::readers::{Reader, Users, WAYS, Way};
use super::{here, hold, holds_all, node, rest, timed};

/// How a right to review ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    TokenRunsOut,
    TokenRevoked,
    /// Over a socket.
    LesserToken,
    /// The host is asked anew, and lets them say.
    Lowered,
    /// The host is asked anew, and knows nobody.
    Unknown,
    /// Noted before, which has no effect while they keep order, and then lowered.
    Restricted(RestrictionKind),
    RoomDeleted,
}

const ENDS: [End; 8] = [
    End::TokenRunsOut,
    End::TokenRevoked,
    End::LesserToken,
    End::Lowered,
    End::Unknown,
    End::Restricted(RestrictionKind::Ban),
    End::Restricted(RestrictionKind::Kick),
    End::RoomDeleted,
];

/// For how long a token holds, and a second.
const OVER: Duration = Duration::from_secs(51);

impl End {
    fn by_token(self) -> bool {
        matches!(self, Self::TokenRunsOut | Self::TokenRevoked | Self::LesserToken)
    }

    /// Whether there is such an end in this way to read.
    fn is_there(self, way: Way) -> bool {
        self != Self::LesserToken || way == Way::Socket
    }

    async fn come(self, chat: &Chat, users: &Users, reader: &Reader, time: &AtomicI64) {
        match self {
            Self::TokenRunsOut => drop(time.fetch_add(51_000, Ordering::Relaxed)),
            Self::TokenRevoked => chat.revoke("boss").await.expect("revoked"),
            Self::LesserToken => {
                let lesser = chat.user_token("boss", "Boss", &here(), Level::Say, 10_000).expect("a token");
                reader.send(format!(r#"{{"type": "token", "token": "{lesser}"}}"#));
                rest().await;
            }
            Self::Lowered => {
                users.set("boss", Level::Say);
                chat.recheck(Some("boss"), None).await.expect("asked");
            }
            Self::Unknown => {
                users.set("boss", Level::None);
                chat.recheck(Some("boss"), None).await.expect("asked");
            }
            Self::Restricted(kind) => {
                let put = PutRestriction { kind, until: None, why: None, address: false };
                chat.room(&here()).restrict("boss", put).await.expect("noted");
                Box::pin(Self::Lowered.come(chat, users, reader, time)).await;
            }
            Self::RoomDeleted => {
                chat.room(&here()).delete_room().await.expect("deleted");
                // Another one under its name.
                chat.create_room(&here(), PutRoom { hold: Some(HoldMode::All), ..PutRoom::default() }).await.expect("made");
            }
        }
    }
}

async fn ends(end: End, way: Way) {
    let users = Users::default();
    let (chat, time) = timed(&users).await;
    holds_all(&chat).await;
    users.set("boss", Level::Moderate);
    let token = chat.user_token("boss", "Boss", &here(), Level::Moderate, 50).expect("a token");
    let reader = Reader::begin(&chat, if end.by_token() { &token } else { "boss" }, way);
    rest().await;
    reader.told();
    hold(&chat, 1).await;
    rest().await;
    let hears: &[&str] = if way == Way::Text { &[] } else { &["waiting"] };
    assert_eq!(reader.told(), hears, "{end:?} {way:?}, before");
    end.come(&chat, &users, &reader, &time).await;
    // At once, before anybody has been asked about anything.
    hold(&chat, 2).await;
    rest().await;
    hold(&chat, 3).await;
    tokio::time::sleep(OVER).await;
    hold(&chat, 4).await;
    rest().await;
    let told = reader.told();
    assert!(told.iter().all(|word| word != "waiting"), "{end:?} {way:?}: {told:?}");
}

#[tokio::test(start_paused = true)]
async fn whose_right_to_review_has_ended_hears_no_more_of_what_waits() {
    for end in ENDS {
        for way in WAYS.into_iter().filter(|way| end.is_there(*way)) {
            ends(end, way).await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn who_may_review_from_now_on_hears_what_comes_to_wait_after_that() {
    for way in WAYS {
        let users = Users::default();
        let chat = node(Arc::new(MemoryStore::new()), &users, |chat| chat).await;
        holds_all(&chat).await;
        users.set("boss", Level::Say);
        let reader = Reader::begin(&chat, "boss", way);
        rest().await;
        hold(&chat, 1).await;
        users.set("boss", Level::Moderate);
        chat.recheck(Some("boss"), None).await.expect("asked");
        rest().await;
        assert!(reader.told().iter().all(|word| word != "waiting"), "{way:?}: they could not review then");
        let hears: &[&str] = if way == Way::Text { &[] } else { &["waiting"] };
        // With the first the others of the room hear of the new number, too; with the second nobody does.
        for n in 2..4 {
            hold(&chat, n).await;
            rest().await;
            assert_eq!(reader.told(), hears, "{way:?}, {n}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_in_hand_says_nothing_of_what_waits_once_the_right_to_review_has_ended() {
    for (level, hears) in [(Level::Moderate, true), (Level::Say, false)] {
        let (store, bus, users) = (Arc::new(MemoryStore::shared()), LocalBus::default(), Users::default());
        let slow = Arc::new(FaultyStore::new(Arc::clone(&store) as _));
        let there = node(store, &users, |chat| chat.bus(Arc::new(bus.clone()))).await;
        let chat = node(Arc::clone(&slow) as _, &users, |chat| chat.bus(Arc::new(bus.clone()))).await;
        holds_all(&there).await;
        users.set("boss", Level::Moderate);
        // Of so many a change names the newest alone: whether the reader is among them the store has to say.
        for n in 0..21 {
            there.room(&here()).react(&format!("user-{n}"), 2, "👍", true).await.expect("reacted");
        }
        let reader = Reader::begin(&chat, "boss", Way::LongPoll);
        rest().await;
        reader.told();
        slow.hold_answers(true);
        there.room(&here()).react("user-21", 2, "👍", true).await.expect("reacted");
        rest().await;
        assert_eq!(reader.told(), [""; 0], "the page is in hand");
        users.set("boss", level);
        if !hears {
            chat.recheck(Some("boss"), None).await.expect("asked");
        }
        hold(&there, 1).await;
        rest().await;
        slow.hold_answers(false);
        rest().await;
        let told = reader.told();
        assert_eq!(told.iter().any(|word| word == "waiting"), hears, "{told:?}");
    }
}
