//! A WebSocket lives longer than the tokens that it came with: new ones come over it, and end no other room.

use std::time::Duration;

use tertulia::Chat;
use tertulia::testkit::words::room;
use tertulia::wire::frame::NewToken;
use tertulia::wire::{ClientFrame, Level, ServerFrame};
use tokio::time::{Instant, timeout_at};

use super::line::{Heard, Line, Way};
use super::moderation::timed;

const ROOM: &str = "project/42";
const OTHER: &str = "project/43";

/// For how long a token holds here.
const HOLDS_S: i64 = 10;

fn pass(chat: &Chat, id: &str, name: &str) -> String {
    chat.user_token(id, id, &room(name), Level::Say, HOLDS_S).expect("a token")
}

async fn renew(line: &mut Line, token: String, name: Option<&str>) {
    let frame = ClientFrame::Token(NewToken { token, room: name.map(room) });
    line.send(&serde_json::to_string(&frame).expect("JSON")).await;
}

/// What a socket is told up to a second after the test began, in short.
async fn told(line: &mut Line, began: Instant, second: u64) -> Vec<String> {
    let mut told = Vec::new();
    while let Ok(frame) = timeout_at(began + Duration::from_secs(second), line.next_server_frame()).await {
        told.push(match frame {
            Ok(ServerFrame::Opened(opened)) => format!("opened {}", opened.page.room),
            Ok(ServerFrame::Change(change)) => format!("{}: {}", change.room, change.message.expect("a message").text),
            Ok(ServerFrame::Said(said)) => format!("said by {}", said.message.sender.and_then(|own| own.id).expect("a user")),
            Ok(ServerFrame::Ended(ended)) => format!("{} ended {}", ended.room, ended.code.as_str()),
            Ok(ServerFrame::Me(frame)) => format!("{} may {:?}", frame.room, frame.me.level),
            Ok(ServerFrame::Problem(problem)) => format!("problem {}", problem.problem.code.as_str()),
            Ok(_) => continue,
            Err(Heard::Closed(code)) => format!("closed {code}"),
            Err(_) => return told,
        });
    }
    told
}

/// A socket on one room by the token of its `hello`, and on another by one of its own; both run out in the same second.
async fn open_both(chat: &Chat, began: Instant) -> Line {
    for name in [ROOM, OTHER] {
        chat.room(&room(name)).notify("one").await.expect("said");
    }
    let (mut line, _) = Line::open(chat, &pass(chat, "ben", ROOM), ROOM, Way::Socket).await;
    let own = pass(chat, "ben", OTHER);
    line.send(&format!(r#"{{"type": "open", "ref": "2", "room": "{OTHER}", "token": "{own}"}}"#)).await;
    assert_eq!(told(&mut line, began, 1).await, ["opened project/43"]);
    line
}

async fn speak_in_both(chat: &Chat) {
    for name in [ROOM, OTHER] {
        chat.room(&room(name)).notify("later").await.expect("said");
    }
}

#[tokio::test(start_paused = true)]
async fn a_socket_outlives_its_token_by_a_new_one_and_ends_when_that_is_over() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let (mut line, _) = Line::open(&chat, &pass(&chat, "ben", ROOM), ROOM, Way::Socket).await;
    for second in [8, 16] {
        assert_eq!(told(&mut line, began, second).await, [""; 0]);
        renew(&mut line, pass(&chat, "ben", ROOM), None).await;
        // Past the end of the one before.
        assert_eq!(told(&mut line, began, second + 3).await, [""; 0], "nothing ends, and nobody is told anything");
        hall.notify("later").await.expect("said");
        line.send(&format!(r#"{{"type": "say", "ref": "3", "room": "{ROOM}", "text": "mine"}}"#)).await;
        let mut heard = told(&mut line, began, second + 4).await;
        heard.sort();
        assert_eq!(heard, ["project/42: later", "project/42: mine", "said by ben"]);
        // What is opened from now on stands on it, too.
        line.send(&format!(r#"{{"type": "open", "ref": "4", "room": "{ROOM}"}}"#)).await;
        assert_eq!(told(&mut line, began, second + 5).await, ["opened project/42"]);
    }
    assert_eq!(told(&mut line, began, 30).await, ["project/42 ended token_expired", "closed 4001"]);
}

#[tokio::test(start_paused = true)]
async fn a_new_token_for_one_room_keeps_that_room_alone() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let mut line = open_both(&chat, began).await;
    assert_eq!(told(&mut line, began, 8).await, [""; 0]);
    renew(&mut line, pass(&chat, "ben", OTHER), Some(OTHER)).await;
    assert_eq!(told(&mut line, began, 12).await, ["project/42 ended token_expired"], "and no 4001: one is left");
    speak_in_both(&chat).await;
    assert_eq!(told(&mut line, began, 13).await, ["project/43: later"]);
    assert_eq!(told(&mut line, began, 30).await, ["project/43 ended token_expired", "closed 4001"]);
}

#[tokio::test(start_paused = true)]
async fn a_new_token_for_the_connection_leaves_rooms_alone_that_have_their_own() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let mut line = open_both(&chat, began).await;
    assert_eq!(told(&mut line, began, 8).await, [""; 0]);
    // It would let nobody into the other room.
    renew(&mut line, pass(&chat, "ben", ROOM), None).await;
    assert_eq!(told(&mut line, began, 9).await, [""; 0]);
    speak_in_both(&chat).await;
    let mut heard = told(&mut line, began, 12).await;
    heard[..2].sort();
    assert_eq!(heard, ["project/42: later", "project/43: later", "project/43 ended token_expired"]);
    speak_in_both(&chat).await;
    assert_eq!(told(&mut line, began, 13).await, ["project/42: later"]);
}

#[tokio::test(start_paused = true)]
async fn anothers_token_and_one_that_is_not_good_change_nothing() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let mut line = open_both(&chat, began).await;
    let strange = [pass(&chat, "eva", ROOM), format!("{}x", pass(&chat, "ben", ROOM)), String::new()];
    for (token, code) in strange.into_iter().zip(["not_allowed", "token_invalid", "token_invalid"]) {
        for name in [None, Some(OTHER)] {
            renew(&mut line, token.clone(), name).await;
            assert_eq!(told(&mut line, began, began.elapsed().as_secs() + 1).await, [format!("problem {code}")], "{name:?}");
        }
    }
    line.send(&format!(r#"{{"type": "say", "ref": "3", "room": "{ROOM}", "text": "mine"}}"#)).await;
    let mut heard = told(&mut line, began, 30).await;
    heard.sort();
    let both_end = ["project/42 ended token_expired", "project/42: mine", "project/43 ended token_expired", "said by ben"];
    assert_eq!(heard, [&["closed 4001"][..], &both_end].concat());
}

#[tokio::test(start_paused = true)]
async fn a_token_for_one_room_is_its_own_from_then_on_whatever_comes_for_the_connection() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let (mut line, _) = Line::open(&chat, &pass(&chat, "ben", ROOM), ROOM, Way::Socket).await;
    renew(&mut line, pass(&chat, "ben", ROOM), Some(ROOM)).await;
    renew(&mut line, pass(&chat, "ben", OTHER), None).await;
    assert_eq!(told(&mut line, began, 1).await, [""; 0]);
    hall.notify("later").await.expect("said");
    assert_eq!(told(&mut line, began, 2).await, ["project/42: later"]);
}

#[tokio::test(start_paused = true)]
async fn a_new_token_by_which_one_may_do_less_is_told_and_one_by_which_one_may_not_read_ends_the_room() {
    let ((chat, _), began) = (timed().await, Instant::now());
    let mut line = open_both(&chat, began).await;
    let reads = chat.user_token("ben", "ben", &room(ROOM), Level::Read, HOLDS_S).expect("a token");
    renew(&mut line, reads, None).await;
    assert_eq!(told(&mut line, began, 2).await, ["project/42 may Read"]);
    line.send(&format!(r#"{{"type": "say", "ref": "3", "room": "{ROOM}", "text": "mine"}}"#)).await;
    assert_eq!(told(&mut line, began, 3).await, ["problem not_allowed"]);
    renew(&mut line, pass(&chat, "ben", OTHER), None).await;
    assert_eq!(told(&mut line, began, 4).await, ["project/42 ended not_found"], "and no close: another is left");
    speak_in_both(&chat).await;
    assert_eq!(told(&mut line, began, 5).await, ["project/43: later"]);
}
