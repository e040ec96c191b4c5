//! What was done, as it is asked for: in a room by whoever keeps order there, and all of it by the owner of everything.

use axum::body::Body;
use tertulia::Chat;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::{Audit, AuditEntry, Deed};
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Code, Level};

use super::line::{ask, code, request};
use super::{chat, token};

const ROOM: &str = "project/42";

async fn get(chat: &Chat, query: &str, token: &str) -> (u16, bytes::Bytes) {
    ask(chat, request("GET", &format!("/v1/audit{query}"), token).body(Body::empty()).expect("a request")).await
}

async fn audit(chat: &Chat, query: &str, token: &str) -> Audit {
    let (status, body) = get(chat, query, token).await;
    assert_eq!(status, 200, "{query}: {}", String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).expect("an audit")
}

fn deeds(audit: &Audit) -> Vec<Deed> {
    audit.entries.iter().map(|entry| entry.deed).collect()
}

async fn send(chat: &Chat, method: &str, path: &str, body: &str, token: &str) {
    let request = request(method, path, token).body(Body::from(body.to_owned())).expect("a request");
    let (status, body) = ask(chat, request).await;
    assert!(status < 300, "{method} {path}: {}", String::from_utf8_lossy(&body));
}

/// Each act that takes `moderate` or more, by HTTP: who did it is who asked.
#[tokio::test]
async fn whoever_asks_for_something_stands_in_the_audit() {
    let chat = chat().await;
    let (owner, boss) = (token(&chat, "owner", ROOM, Level::Own), token(&chat, "boss", ROOM, Level::Moderate));
    let (ben, admin) = (token(&chat, "ben", ROOM, Level::Say), chat.owner_token("admin", 600).expect("a token"));
    let path = "/v1/rooms/project/42";
    send(&chat, "PUT", path, r#"{"hold": "all"}"#, &owner).await;
    send(&chat, "PUT", path, r#"{"locked": true}"#, &boss).await;
    send(&chat, "PUT", path, r#"{"locked": false}"#, &boss).await;
    for text in ["one", "two"] {
        send(&chat, "POST", &format!("{path}/messages"), &format!(r#"{{"text": "{text}"}}"#), &ben).await;
    }
    send(&chat, "POST", &format!("{path}/held/1/approve"), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/held/2"), "", &boss).await;
    let approved = chat.room(&room(ROOM)).newest(1).await.expect("a page").messages[0].id;
    send(&chat, "DELETE", &format!("{path}/messages/{approved}"), "", &boss).await;
    send(&chat, "PUT", &format!("{path}/restrictions?user=ben"), r#"{"kind": "mute", "why": "loud"}"#, &boss).await;
    send(&chat, "DELETE", &format!("{path}/restrictions?user=ben"), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages?before=2100-01-01T00:00:00.000Z"), "", &owner).await;
    send(&chat, "PUT", "/v1/restrictions?user=ben", r#"{"kind": "kick"}"#, &admin).await;
    send(&chat, "POST", "/v1/users/revoke?user=ben", "", &admin).await;
    send(&chat, "DELETE", path, "", &owner).await;

    let all = audit(&chat, "?limit=200", &admin).await;
    let noted: Vec<_> = all.entries.iter().rev().map(|entry| (entry.deed, entry.by.as_str())).collect();
    let expected = [
        (Deed::Create, "owner"),
        (Deed::Settings, "owner"),
        (Deed::Settings, "boss"),
        (Deed::Settings, "boss"),
        (Deed::Approve, "boss"),
        (Deed::Reject, "boss"),
        (Deed::Delete, "boss"),
        (Deed::Mute, "boss"),
        (Deed::Lift, "boss"),
        (Deed::Purge, "owner"),
        (Deed::Kick, "admin"),
        (Deed::Revoke, "admin"),
        (Deed::DeleteRoom, "owner"),
    ];
    assert_eq!(noted, expected);
    let everywhere = |entry: &&AuditEntry| entry.room.is_none();
    assert_eq!(all.entries.iter().filter(everywhere).map(|entry| entry.deed).collect::<Vec<_>>(), [Deed::Revoke, Deed::Kick]);
}

/// Why, where whoever did it said so; and who did something without a word leaves none of another's.
#[tokio::test]
async fn why_something_was_done_stands_beside_it() {
    let chat = chat().await;
    let (boss, owner) = (token(&chat, "boss", ROOM, Level::Moderate), token(&chat, "owner", ROOM, Level::Own));
    let (ben, admin) = (token(&chat, "ben", ROOM, Level::Say), chat.owner_token("admin", 600).expect("a token"));
    let path = "/v1/rooms/project/42";
    send(&chat, "PUT", path, "{}", &owner).await;
    let say =
        async |text: &str| send(&chat, "POST", &format!("{path}/messages"), &format!(r#"{{"text": "{text}"}}"#), &ben).await;
    for text in ["one", "two", "three", "own"] {
        say(text).await;
    }
    send(&chat, "DELETE", &format!("{path}/messages/1?why=Insults%20people."), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages/2"), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages/4?why=A%20typo."), "", &ben).await;
    send(&chat, "POST", &format!("{path}/messages/3/reports"), "{}", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages/3/reports?why=Fine%20by%20me."), "", &boss).await;
    send(&chat, "PUT", &format!("{path}?why=A%20flood."), r#"{"hold": "all"}"#, &boss).await;
    for text in ["four", "five", "six"] {
        say(text).await;
    }
    send(&chat, "DELETE", &format!("{path}/held/1?why=No%20news."), "", &boss).await;
    send(&chat, "POST", &format!("{path}/held/3/approve?why=News."), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages?user=ben&why=Spam."), "", &boss).await;
    send(&chat, "PUT", &format!("{path}/restrictions?user=ben"), r#"{"kind": "mute", "why": "Loud."}"#, &boss).await;
    send(&chat, "DELETE", &format!("{path}/restrictions?user=ben&why=Sorry."), "", &boss).await;
    send(&chat, "DELETE", &format!("{path}/messages?before=2100-01-01T00:00:00.000Z&why=Old."), "", &owner).await;
    send(&chat, "PUT", "/v1/restrictions?user=ben", r#"{"kind": "ban"}"#, &admin).await;
    send(&chat, "DELETE", "/v1/restrictions?user=ben&why=By%20mistake.", "", &admin).await;
    send(&chat, "POST", "/v1/users/revoke?user=ben", "", &admin).await;
    send(&chat, "POST", "/v1/users/revoke?user=ben&why=Stolen.", "", &admin).await;
    send(&chat, "PUT", &format!("{path}?why=Over."), r#"{"locked": true}"#, &boss).await;
    send(&chat, "DELETE", &format!("{path}?why=Its%20project%20is%20gone."), "", &owner).await;

    let all = audit(&chat, "?limit=200", &admin).await;
    let noted: Vec<_> = all.entries.iter().rev().map(|entry| (entry.deed, entry.why.as_deref())).collect();
    let expected = [
        (Deed::Create, None),
        (Deed::Delete, Some("Insults people.")),
        (Deed::Delete, None),
        (Deed::CloseReports, Some("Fine by me.")),
        (Deed::Settings, Some("A flood.")),
        (Deed::Reject, Some("No news.")),
        (Deed::Approve, Some("News.")),
        (Deed::Reject, Some("Spam.")),
        (Deed::DeleteAll, Some("Spam.")),
        (Deed::Mute, Some("Loud.")),
        (Deed::Lift, Some("Sorry.")),
        (Deed::Purge, Some("Old.")),
        (Deed::Ban, None),
        (Deed::Lift, Some("By mistake.")),
        (Deed::Revoke, None),
        (Deed::Revoke, Some("Stolen.")),
        (Deed::Settings, Some("Over.")),
        (Deed::DeleteRoom, Some("Its project is gone.")),
    ];
    assert_eq!(noted, expected);
}

/// On the room that is there still, so that nothing else can be what is refused.
#[tokio::test]
async fn a_reason_that_is_none_is_refused_and_nothing_is_done() {
    let chat = chat().await;
    let (owner, admin) = (token(&chat, "owner", ROOM, Level::Own), chat.owner_token("admin", 600).expect("a token"));
    let path = "/v1/rooms/project/42";
    send(&chat, "PUT", path, "{}", &owner).await;
    let before = audit(&chat, "?limit=200", &admin).await;
    let (long, nul) = ("x".repeat(501), "%00");
    for (query, expected) in [(long.as_str(), Code::TooLong), (nul, Code::Invalid)] {
        for (method, below) in [
            ("DELETE", "/messages/3?why="),
            ("DELETE", "/held/2?why="),
            ("POST", "/held/2/approve?why="),
            ("DELETE", "/messages/3/reports?why="),
            ("DELETE", "/messages?user=ben&why="),
            ("DELETE", "/restrictions?user=ben&why="),
            ("PUT", "?why="),
            ("DELETE", "?why="),
        ] {
            let request = request(method, &format!("{path}{below}{query}"), &owner).body(Body::from("{}")).expect("a request");
            let (_, body) = ask(&chat, request).await;
            assert_eq!(code(&body), expected, "{method} {below}");
        }
        let revoke = request("POST", &format!("/v1/users/revoke?user=ben&why={query}"), &admin).body(Body::empty());
        assert_eq!(code(&ask(&chat, revoke.expect("a request")).await.1), expected);
    }
    assert_eq!(audit(&chat, "?limit=200", &admin).await, before);
}

#[tokio::test]
async fn the_owner_of_everything_reads_all_of_it_page_by_page() {
    let chat = chat().await;
    let admin = chat.owner_token("admin", 600).expect("a token");
    for name in [ROOM, "game/7"] {
        let hall = chat.room(&room(name));
        hall.notify("one").await.expect("said");
        hall.restrict("ben", super::moderation::put(tertulia::wire::page::RestrictionKind::Mute)).await.expect("muted");
    }
    chat.room(&room(ROOM)).delete_room().await.expect("deleted");
    chat.room(&room("game/7")).move_to(&room("game/8")).await.expect("moved");
    let all = audit(&chat, "", &admin).await;
    let expected = [Deed::Move, Deed::DeleteRoom, Deed::Mute, Deed::Create, Deed::Mute, Deed::Create];
    assert_eq!((deeds(&all), all.more), (expected.to_vec(), false));
    let (mut pages, mut before) = (Vec::new(), String::new());
    loop {
        let page = audit(&chat, &format!("?limit=4{before}"), &admin).await;
        before = format!("&before={}", page.entries.last().expect("not empty").number);
        pages.extend(page.entries);
        if !page.more {
            break;
        }
    }
    assert_eq!(pages, all.entries);
    // A room that is deleted, one by its present name and one by the name that it had.
    assert_eq!(deeds(&audit(&chat, "?room=project/42", &admin).await), [Deed::DeleteRoom, Deed::Mute, Deed::Create]);
    for name in ["game/7", "game/8"] {
        assert_eq!(
            deeds(&audit(&chat, &format!("?room={name}"), &admin).await),
            [Deed::Move, Deed::Mute, Deed::Create],
            "{name}"
        );
    }
    assert_eq!(deeds(&audit(&chat, "?user=ben", &admin).await), [Deed::Mute, Deed::Mute]);
    assert_eq!(deeds(&audit(&chat, "?user=ben&room=game/8", &admin).await), [Deed::Mute]);
    assert_eq!(deeds(&audit(&chat, "?user=ana", &admin).await), []);
}

#[tokio::test]
async fn whoever_keeps_order_in_a_room_reads_of_that_room_alone() {
    let chat = chat().await;
    for name in [ROOM, "game/7"] {
        chat.room(&room(name)).change_settings(PutRoom { locked: Some(true), ..PutRoom::default() }).await.expect("set");
    }
    let boss = token(&chat, "boss", ROOM, Level::Moderate);
    let own = audit(&chat, "?room=project/42", &boss).await;
    assert!(own.entries.iter().all(|entry| entry.room == Some(room(ROOM))), "{own:?}");
    assert_eq!(deeds(&own), [Deed::Settings, Deed::Create]);
    assert_eq!(code(&get(&chat, "?room=game/7", &boss).await.1), Code::NotFound);
    assert_eq!(code(&get(&chat, "", &boss).await.1), Code::NotAllowed);
    assert_eq!(code(&get(&chat, "", "").await.1), Code::TokenMissing);
    assert_eq!(code(&get(&chat, "?room=42", &boss).await.1), Code::Invalid);
    chat.room(&room(ROOM)).delete_room().await.expect("deleted");
    assert_eq!(code(&get(&chat, "?room=project/42", &boss).await.1), Code::RoomDeleted);
    chat.create_room(&room(ROOM), PutRoom::default()).await.expect("made anew");
    assert_eq!(deeds(&audit(&chat, "?room=project/42", &boss).await), [Deed::Create], "it is another room");
}
