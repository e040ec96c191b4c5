//! Several things on one person: what is weaker goes on beneath what is stronger, and is there when that is over.

use std::time::Duration;

use axum::body::Body;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::{Deed, PutRestriction, Restriction};
use tertulia::wire::page::{Action, RestrictionKind};
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level, Time};
use tokio::time::sleep;

use super::line::{Heard, Line, Way, ask, request};
use super::moderation::{put, timed, until_ended};
use super::token;

const ROOM: &str = "project/42";

#[tokio::test(start_paused = true)]
async fn whoever_is_kicked_is_out_for_a_minute_and_muted_after_it_as_before() {
    for (way, everywhere) in [(Way::Events, false), (Way::Socket, false), (Way::Socket, true)] {
        let (chat, _) = timed().await;
        let hall = chat.room(&room(ROOM));
        hall.notify("one").await.expect("said");
        let ben = token(&chat, "ben", ROOM, Level::Say);
        let who = chat.identify(&ben).expect("good");
        let mute = PutRestriction { why: Some("too loud".into()), ..put(RestrictionKind::Mute) };
        if everywhere {
            chat.restrict_everywhere("mod", "ben", mute).await.expect("muted");
        } else {
            hall.restrict("ben", mute).await.expect("muted");
        }
        let (mut line, _) = Line::open(&chat, &ben, ROOM, way).await;
        let kicked = hall.restrict("ben", put(RestrictionKind::Kick)).await.expect("kicked");
        assert_eq!(kicked.kind, RestrictionKind::Kick);
        assert_eq!(until_ended(&mut line).await.pop(), Some(Heard::Ended(Code::Banned, None)), "{way:?}");
        assert_eq!(Line::open(&chat, &ben, ROOM, way).await.1, Heard::Ended(Code::Banned, None), "{way:?}");
        sleep(Duration::from_millis(60_001)).await;
        let (_, Heard::Page(page)) = Line::open(&chat, &ben, ROOM, way).await else { panic!("{way:?}: is not let in") };
        let me = page.me.expect("is told");
        let restricted = me.restricted.expect("and why");
        assert_eq!((restricted.kind, restricted.why.as_deref()), (RestrictionKind::Mute, Some("too loud")));
        assert!(!me.may.contains(&Action::Say));
        let say = Say { text: "hola".into(), ..Say::default() };
        assert_eq!(chat.say(&who, &room(ROOM), say).await.expect_err("muted").code(), Code::Muted, "{way:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_would_not_be_noticed_beside_a_ban_changes_nothing_and_the_answer_is_the_ban() {
    let (chat, _) = timed().await;
    let hall = chat.room(&room(ROOM));
    hall.notify("one").await.expect("said");
    let moderator = token(&chat, "mod", ROOM, Level::Moderate);
    let path = format!("/v1/rooms/{ROOM}/restrictions?user=ben");
    let asked = async |body: &'static str| {
        let (status, answer) = ask(&chat, request("PUT", &path, &moderator).body(Body::from(body)).expect("a request")).await;
        assert_eq!(status, 200);
        serde_json::from_slice::<Restriction>(&answer).expect("a restriction")
    };
    let banned = asked(r#"{"kind": "ban", "why": "Spam."}"#).await;
    for weaker in [r#"{"kind": "kick"}"#, r#"{"kind": "mute", "why": "Loud."}"#] {
        assert_eq!(asked(weaker).await, banned, "{weaker}");
    }
    assert_eq!(hall.restrictions().await.expect("a list"), [banned]);
    // Another ban is what is asked for, also a shorter one; what outlasts it is kept beneath.
    let shorter = asked(r#"{"kind": "ban", "until": "1970-01-01T00:17:00.000Z"}"#).await;
    assert_eq!(shorter.until, Some(Time(1_020_000)));
    let muted = asked(r#"{"kind": "mute"}"#).await;
    assert_eq!(muted.kind, RestrictionKind::Mute);
    assert_eq!(hall.restrictions().await.expect("a list"), [shorter, muted]);
    // One kind is lifted alone, the others stay.
    let lift = async |kind: &str| {
        let request = request("DELETE", &format!("{path}{kind}"), &moderator).body(Body::empty()).expect("a request");
        ask(&chat, request).await.0
    };
    assert_eq!(lift("&kind=kick").await, 204, "there is none");
    assert_eq!(lift("&kind=loud").await, 422);
    assert_eq!(lift("&kind=ban&why=A%20mistake.").await, 204);
    let left: Vec<_> = hall.restrictions().await.expect("a list").into_iter().map(|one| one.kind).collect();
    assert_eq!(left, [RestrictionKind::Mute]);
    assert_eq!(lift("").await, 204);
    assert_eq!(hall.restrictions().await.expect("a list"), []);
    let audit = hall.audit(None, 9).await.expect("an audit").entries;
    let done: Vec<_> = audit.iter().map(|entry| (entry.deed, entry.why.as_deref())).collect();
    let (lifted, loud) = ((Deed::Lift, None), (Deed::Mute, None));
    let expected = [lifted, (Deed::Lift, Some("A mistake.")), loud, (Deed::Ban, None), (Deed::Ban, Some("Spam."))];
    assert_eq!(done[..5], expected);
}
