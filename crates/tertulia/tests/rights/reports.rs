//! Reports over the routes: who may report what, who sees it, and how much of it there may be.

#[path = "reports/listing.rs"]
mod listing;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::{Audit, Deed};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::Say;
use tertulia::wire::{Code, Level, NewReport, Problem, Report, Reports};
use tertulia::{Chat, Limits};

use super::line::{ask, code, request};
use super::moderation::put;
use super::{bounded, chat, token};

const ROOM: &str = "project/42";

async fn said(chat: &Chat, name: &str, by: &str, text: &str) -> u64 {
    let who = chat.identify(&token(chat, by, name, Level::Say)).expect("good");
    let say = Say { text: text.into(), ..Say::default() };
    chat.room(&room(name)).change_settings(tertulia::wire::request::PutRoom::default()).await.expect("is made");
    chat.say(&who, &room(name), say).await.expect("said").said().expect("said").message.id
}

async fn send(chat: &Chat, asks: (&str, &str), who: &str, body: &str) -> (u16, bytes::Bytes) {
    ask(chat, request(asks.0, asks.1, who).body(Body::from(body.to_owned())).expect("a request")).await
}

async fn report(chat: &Chat, name: &str, id: u64, who: &str, body: &str) -> (u16, bytes::Bytes) {
    send(chat, ("POST", &format!("/v1/rooms/{name}/messages/{id}/reports")), who, body).await
}

async fn listed(chat: &Chat, query: &str, who: &str) -> Reports {
    let (status, body) = send(chat, ("GET", &format!("/v1/reports{query}")), who, "").await;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).expect("reports")
}

#[tokio::test]
async fn what_is_reported_is_told_to_moderators_as_it_is_now_and_to_nobody_else() {
    let chat = chat().await;
    let first = said(&chat, ROOM, "ana", "buy gold").await;
    let second = said(&chat, ROOM, "ana", "cheap gold").await;
    let (ben, cleo) = (token(&chat, "ben", ROOM, Level::Say), token(&chat, "cleo", ROOM, Level::Say));
    let boss = token(&chat, "boss", ROOM, Level::Moderate);
    let before = chat.room(&room(ROOM)).newest(9).await.expect("a page").cursor;
    let markup = r#"{"why": "<img src=x onerror=alert(1)>\r\n  {{why}} $1 \u202e"}"#;
    let (status, body) = report(&chat, ROOM, first, &ben, markup).await;
    let kept: Report = serde_json::from_slice(&body).expect("a report");
    assert_eq!((status, kept.by.id.as_deref()), (201, Some("ben")));
    assert!(kept.why.as_ref().is_some_and(|why| why.starts_with("<img src=x onerror=alert(1)>\n")), "text, as it was written");
    let (status, body) = report(&chat, ROOM, first, &ben, r#"{"why": "else"}"#).await;
    assert_eq!((status, serde_json::from_slice::<Report>(&body).expect("a report")), (200, kept.clone()), "the same");
    assert_eq!(report(&chat, ROOM, first, &cleo, "{}").await.0, 201);
    assert_eq!(report(&chat, ROOM, second, &cleo, "{}").await.0, 201);
    assert_eq!(chat.room(&room(ROOM)).newest(9).await.expect("a page").cursor, before, "no reader hears of it");

    let reports = listed(&chat, "?room=project/42", &boss).await;
    let what: Vec<_> = reports.reports.iter().map(|one| (one.message.text.as_str(), one.count)).collect();
    assert_eq!((what, reports.next), (vec![("cheap gold", 1), ("buy gold", 2)], None));
    assert_eq!(reports.reports[1].reports[1], kept);
    assert_eq!(code(&send(&chat, ("GET", "/v1/reports?room=project/42"), &ben, "").await.1), Code::NotAllowed);
    assert_eq!(listed(&chat, "", &ben).await.reports, []);
    let page = listed(&chat, "?room=project/42&limit=1", &boss).await;
    let next = page.next.expect("more are left");
    assert_eq!(listed(&chat, &format!("?room=project/42&before={next}"), &boss).await.reports, reports.reports[1..]);

    let ana = chat.identify(&token(&chat, "ana", ROOM, Level::Say)).expect("good");
    chat.edit(&ana, &room(ROOM), first, "I am sorry").await.expect("edited");
    assert_eq!(listed(&chat, "?room=project/42", &boss).await.reports[1].message.text, "I am sorry");
    chat.delete(&ana, &room(ROOM), second).await.expect("deleted");
    let (_, body) = send(&chat, ("GET", "/v1/reports?room=project/42"), &boss, "").await;
    assert!(!String::from_utf8_lossy(&body).contains("cheap gold"));
    assert_eq!(code(&report(&chat, ROOM, second, &ben, "{}").await.1), Code::Deleted);

    let path = format!("/v1/rooms/{ROOM}/messages/{first}/reports");
    assert_eq!(code(&send(&chat, ("DELETE", &path), &ben, "").await.1), Code::NotAllowed);
    for _ in 0..2 {
        assert_eq!(send(&chat, ("DELETE", &path), &boss, "").await.0, 204);
    }
    assert_eq!(listed(&chat, "", &boss).await.reports, []);
    let (_, body) = send(&chat, ("GET", "/v1/audit?room=project/42"), &boss, "").await;
    let audit: Audit = serde_json::from_slice(&body).expect("an audit");
    let closed: Vec<_> = audit.entries.iter().filter(|entry| entry.deed == Deed::CloseReports).collect();
    assert_eq!((closed.len(), closed[0].message, closed[0].by.as_str()), (1, Some(first), "boss"));
}

#[tokio::test]
async fn what_can_not_be_reported_is_said_so() {
    let chat = chat().await;
    let id = said(&chat, ROOM, "ana", "hola").await;
    let ben = token(&chat, "ben", ROOM, Level::Say);
    let long = format!(r#"{{"why": "{}"}}"#, "é".repeat(501));
    let huge = format!(r#"{{"why": "{}"}}"#, "x".repeat(200_000));
    for (body, expected) in [
        (long.as_str(), (422, Code::TooLong)),
        (&huge, (413, Code::TooLarge)),
        (r#"{"why": " \n "}"#, (422, Code::Invalid)),
        (r#"{"why": "\u0000"}"#, (422, Code::Invalid)),
        (r#"{"why": 7}"#, (422, Code::Invalid)),
        ("", (400, Code::Malformed)),
    ] {
        let (status, answer) = report(&chat, ROOM, id, &ben, body).await;
        assert_eq!((status, code(&answer)), expected, "{}", &body[..body.len().min(40)]);
    }
    let (status, answer) = report(&chat, ROOM, id, &token(&chat, "ana", ROOM, Level::Say), "{}").await;
    let problem: Problem = serde_json::from_slice(&answer).expect("a problem");
    assert_eq!((status, problem.code), (403, Code::NotAllowed));
    assert!(problem.detail.is_some_and(|detail| detail.contains("themselves")));
    for (id, expected) in [(9_999, Code::NotFound), (0, Code::NotFound)] {
        assert_eq!(code(&report(&chat, ROOM, id, &ben, "{}").await.1), expected);
    }
    assert_eq!(
        code(&report(&chat, "project/none", 1, &token(&chat, "ben", "project/none", Level::Say), "{}").await.1),
        Code::NotFound
    );
    assert_eq!(report(&chat, ROOM, id, &ben, &format!(r#"{{"why": "{}"}}"#, "é".repeat(500))).await.0, 201);
    for query in ["?before=0", "?before=x", "?limit=0", "?limit=-1", "?room=x", "?limit=1&limit=2"] {
        assert_eq!(send(&chat, ("GET", &format!("/v1/reports{query}")), &ben, "").await.0, 422, "{query}");
    }
}

#[tokio::test]
async fn who_keeps_order_in_some_rooms_sees_what_is_reported_there() {
    let chat = chat().await;
    for name in ["project/1", "project/2", "project/3"] {
        for text in ["one", "two"] {
            let id = said(&chat, name, "ana", text).await;
            assert_eq!(report(&chat, name, id, &token(&chat, "ben", name, Level::Say), "{}").await.0, 201);
        }
    }
    let grants = [("project/1", Level::Moderate), ("project/3", Level::Own), ("project/2", Level::Say)];
    let grants = grants.into_iter().map(|(name, level)| (name.to_owned(), level)).collect();
    let tokens = tertulia::auth::token::Tokens::new(Some(&[7; 32]), &[1; 32]).expect("good");
    let boss = tokens.for_user("boss", None, grants, tertulia::clock::system_clock()(), 1_000).expect("signs");
    let (mut query, mut seen) = ("?limit=1".to_owned(), Vec::new());
    loop {
        let page = listed(&chat, &query, &boss).await;
        seen.extend(page.reports.iter().map(|one| (one.room.to_string(), one.message.text.clone())));
        let Some(next) = page.next else { break };
        assert!(!query.ends_with(&format!("={next}")), "it leads on");
        query = format!("?limit=1&before={next}");
    }
    let expected = [("project/3", "two"), ("project/3", "one"), ("project/1", "two"), ("project/1", "one")];
    assert_eq!(seen, expected.map(|(room, text)| (room.to_owned(), text.to_owned())));
    let all = chat.owner_token("admin", 1_000).expect("signs");
    assert_eq!(listed(&chat, "", &all).await.reports.len(), 6);
    assert_eq!(code(&send(&chat, ("GET", "/v1/reports"), "", "").await.1), Code::TokenMissing);
    chat.revoke("boss").await.expect("revoked");
    assert_eq!(send(&chat, ("GET", "/v1/reports"), &boss, "").await.0, 401);
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_reports_is_slowed_and_has_an_end() {
    let limits = Limits { user_reports_per_min: 1, user_reports_burst: 2, ..Limits::default().unpaced() };
    let chat = bounded(limits).await;
    let mut ids = Vec::new();
    for n in 0..4 {
        ids.push(said(&chat, ROOM, "ana", &n.to_string()).await);
    }
    let (ben, cleo) = (token(&chat, "ben", ROOM, Level::Say), token(&chat, "cleo", ROOM, Level::Say));
    assert_eq!(report(&chat, ROOM, ids[0], &ben, "{}").await.0, 201);
    assert_eq!(report(&chat, ROOM, ids[1], &ben, "{}").await.0, 201);
    let (status, body) = report(&chat, ROOM, ids[2], &ben, "{}").await;
    let problem: Problem = serde_json::from_slice(&body).expect("a problem");
    assert_eq!((status, problem.code, problem.retry_after), (429, Code::SlowDown, Some(60)));
    assert_eq!(report(&chat, ROOM, ids[2], &cleo, "{}").await.0, 201, "others have a pace of their own");
    tokio::time::sleep(tokio::time::Duration::from_secs(60)).await;
    assert_eq!(report(&chat, ROOM, ids[2], &ben, "{}").await.0, 201);

    let chat = bounded(Limits { reports_per_room: 2, reports_per_message: 1, ..Limits::default().unpaced() }).await;
    for n in 0..3 {
        said(&chat, ROOM, "ana", &n.to_string()).await;
    }
    assert_eq!(report(&chat, ROOM, ids[0], &token(&chat, "ben", ROOM, Level::Say), "{}").await.0, 201);
    assert_eq!(report(&chat, ROOM, ids[0], &token(&chat, "cleo", ROOM, Level::Say), "{}").await.0, 200, "they know");
    assert_eq!(report(&chat, ROOM, ids[1], &token(&chat, "cleo", ROOM, Level::Say), "{}").await.0, 201);
    let (status, body) = report(&chat, ROOM, ids[2], &token(&chat, "dora", ROOM, Level::Say), "{}").await;
    assert_eq!((status, code(&body)), (429, Code::TooMany));
    let problem: serde_json::Value = serde_json::from_slice(&body).expect("a problem");
    assert_eq!(problem["retry_after"], 10);
}

/// However reports fall together with a ban, nothing of whoever is banned is reported once it has returned; and with a deletion,
/// nothing is left of what was reported.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_report_slips_past_a_ban_or_outlives_its_message() {
    for round in 0..12 {
        let chat = chat().await;
        let mut ids = Vec::new();
        for n in 0..40 {
            ids.push(said(&chat, ROOM, "ana", &n.to_string()).await);
        }
        let (banned, hall) = (Arc::new(AtomicBool::new(false)), chat.room(&room(ROOM)));
        let who = chat.identify(&token(&chat, "ben", ROOM, Level::Say)).expect("good");
        let reporting = ids.chunks(10).map(|ids| {
            let (chat, who, banned, ids) = (chat.clone(), who.clone(), Arc::clone(&banned), ids.to_vec());
            tokio::spawn(async move {
                for id in ids {
                    let after = banned.load(Ordering::SeqCst);
                    match chat.report(&who, &room(ROOM), id, NewReport::default()).await {
                        Ok(reported) => assert!(!after, "reported after the ban: {reported:?}"),
                        Err(error) => assert!(matches!(error.code(), Code::Banned | Code::Deleted), "{error:?}"),
                    }
                }
            })
        });
        let reporting: Vec<_> = reporting.collect();
        for _ in 0..round * 3 {
            tokio::task::yield_now().await;
        }
        if round % 2 == 0 {
            hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
            banned.store(true, Ordering::SeqCst);
        } else {
            hall.delete_all("ana").await.expect("deleted");
        }
        for reporting in reporting {
            reporting.await.expect("whole");
        }
        let left = hall.reports(None, 200).await.expect("listed").reports;
        assert!(round % 2 == 0 || left.is_empty(), "{left:?}");
        hall.close_reports(ids[0]).await.expect("closed");
    }
}

#[tokio::test]
async fn who_is_muted_may_report_and_who_is_banned_may_not() {
    let chat = chat().await;
    let (first, second) = (said(&chat, ROOM, "ana", "one").await, said(&chat, ROOM, "ana", "two").await);
    let hall = chat.room(&room(ROOM));
    let ben = token(&chat, "ben", ROOM, Level::Say);
    hall.restrict("ben", put(RestrictionKind::Mute)).await.expect("muted");
    assert_eq!(report(&chat, ROOM, first, &ben, "{}").await.0, 201);
    hall.restrict("ben", put(RestrictionKind::Ban)).await.expect("banned");
    assert_eq!(code(&report(&chat, ROOM, second, &ben, "{}").await.1), Code::Banned);
}
