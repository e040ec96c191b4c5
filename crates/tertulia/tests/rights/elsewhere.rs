//! What one node takes back, and no hint tells: it is in force on all the others within a second.

use std::sync::Arc;
use std::time::Duration;

use tertulia::bus::local::LocalBus;
use tertulia::testkit::words::room;
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level};
use tertulia::{Chat, Limits};
use tokio::time::{sleep, timeout};

use super::line::{Heard, Line, WAYS, Way};
use super::moderation::{put, until_ended};
use super::token;

const ROOM: &str = "project/42";

/// A second, and what a clock of milliseconds rounds.
const A_SECOND: Duration = Duration::from_millis(1_001);

/// Nodes of one store whose hints do not reach each other.
async fn nodes() -> (Chat, Chat, Arc<FaultyStore>) {
    let store = Arc::new(MemoryStore::shared());
    let asked = Arc::new(FaultyStore::new(Arc::clone(&store) as _));
    let node = async |store| {
        let built = Chat::builder().store(store).bus(Arc::new(LocalBus::default())).secret([7; 32]);
        built.limits(Limits::default().unpaced()).build().await.expect("built")
    };
    let (one, other) = (node(store).await, node(Arc::clone(&asked) as _).await);
    one.room(&room(ROOM)).notify("one").await.expect("said");
    (one, other, asked)
}

/// How a right ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Ban,
    Kick,
    BanEverywhere,
    Revoked,
    Deleted,
    Moved,
}

impl End {
    async fn comes(self, chat: &Chat) {
        let hall = chat.room(&room(ROOM));
        match self {
            Self::Ban => drop(hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned")),
            Self::Kick => drop(hall.restrict("ben", put(RestrictionKind::Kick)).await.expect("kicked")),
            Self::BanEverywhere => {
                drop(chat.restrict_everywhere("admin", "ben", put(RestrictionKind::Ban)).await.expect("banned"));
            }
            Self::Revoked => chat.revoke("ben").await.expect("revoked"),
            Self::Deleted => hall.delete_room().await.expect("deleted"),
            Self::Moved => drop(hall.move_to(&room("project/43")).await.expect("moved")),
        }
    }

    fn code(self) -> Code {
        match self {
            Self::Ban | Self::Kick | Self::BanEverywhere => Code::Banned,
            Self::Revoked => Code::TokenExpired,
            Self::Deleted => Code::RoomDeleted,
            // What one may is judged by the present name.
            Self::Moved => Code::NotFound,
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_right_that_ends_on_one_node_ends_streams_on_all_within_a_second_though_no_hint_arrives() {
    for end in [End::Ban, End::Kick, End::BanEverywhere, End::Revoked, End::Deleted, End::Moved] {
        for way in [Way::LongPoll, Way::Events, Way::Text, Way::Socket] {
            // Wherever between two questions it falls.
            for after_ms in [0, 1, 500, 999] {
                let (one, other, _) = nodes().await;
                let ben = token(&one, "ben", ROOM, Level::Say);
                let (mut line, _) = Line::open(&other, &ben, ROOM, way).await;
                sleep(Duration::from_millis(after_ms)).await;
                end.comes(&one).await;
                // Also for who comes before that node has heard of it.
                let (mut late, _) = Line::open(&other, &ben, ROOM, way).await;
                let both = timeout(A_SECOND, async { tokio::join!(until_ended(&mut line), until_ended(&mut late)) }).await;
                let (heard, _) = both.unwrap_or_else(|_| panic!("{end:?} {way:?} {after_ms}: goes on after a second"));
                if matches!(way, Way::Events | Way::Socket) {
                    assert!(
                        matches!(heard.last(), Some(Heard::Ended(code, _)) if *code == end.code()),
                        "{end:?} {way:?}: {heard:?}"
                    );
                }
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_taken_back_elsewhere_is_asked_once_a_second_for_all_rooms_together() {
    let (one, other, store) = nodes().await;
    let mut lines = Vec::new();
    for n in 0..40 {
        let name = format!("project/{n}");
        one.room(&room(&name)).notify("one").await.expect("said");
        lines.push(Line::open(&other, &token(&one, "ben", &name, Level::Say), &name, Way::Events).await.0);
    }
    sleep(Duration::from_millis(500)).await;
    let before = store.access_reads();
    sleep(Duration::from_secs(4)).await;
    assert_eq!(store.access_reads() - before, 4 * 2, "what was revoked, and the rooms' numbers");
    // While the store is away nothing is known, and what was missed is heard once it is back.
    store.set_away(true);
    one.room(&room("project/7")).restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
    sleep(Duration::from_secs(3)).await;
    store.set_away(false);
    let heard = timeout(A_SECOND, until_ended(&mut lines[7])).await.expect("ends within a second");
    assert_eq!(heard.last(), Some(&Heard::Ended(Code::Banned, None)));
}

#[tokio::test(start_paused = true)]
async fn whose_token_another_node_revoked_a_moment_ago_says_nothing_and_opens_nothing_by_the_new_number() {
    let (one, other, _) = nodes().await;
    let ben = token(&one, "ben", ROOM, Level::Say);
    let who = other.identify(&ben).expect("good");
    one.revoke("ben").await.expect("revoked");
    let say = Say { text: "hola".into(), ..Say::default() };
    assert_eq!(other.say(&who, &room(ROOM), say).await.expect_err("revoked").code(), Code::TokenExpired);
    for way in WAYS {
        let (one, other, _) = nodes().await;
        one.revoke("ben").await.expect("revoked");
        // Nobody reads there yet: what is under the name comes from the store, with the new number.
        let first = Line::open(&other, &ben, ROOM, way).await.1;
        assert_eq!(first, Heard::Ended(Code::TokenExpired, None), "{way:?}");
    }
}
