//! What is reported in all rooms that somebody keeps order in, page by page: all of it, once, at a price that has an end, and
//! nothing of it by a right that ends meanwhile.

use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use http_body_util::BodyExt;
use proptest::prelude::*;
use tertulia::auth::{Answer, Authenticate, Identity, Policy, TypeRules, User};
use tertulia::testkit::words::{batch, done, report as reported, say};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::Time;
use tertulia::wire::request::NewGuest;
use tokio::time::{Duration, Instant, sleep};
use tower::ServiceExt;

use super::*;

const MINE: &str = "project/1";
const NOT_MINE: &str = "project/2";

/// A chat on a store in which something is reported, in the one room or in the other.
async fn world(mine: &[bool]) -> (Chat, Arc<FaultyStore>) {
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let (mut ids, names) = ([0; 2], [room(NOT_MINE), room(MINE)]);
    for name in &names {
        let texts = (0..mine.len()).map(|n| say("ana", &n.to_string(), &n.to_string())).collect();
        batch(&*store, name, texts).await.into_iter().for_each(|said| drop(said.expect("said")));
    }
    for is_mine in mine {
        let id = &mut ids[usize::from(*is_mine)];
        *id += 1;
        done(&*store, &names[usize::from(*is_mine)], reported(*id, "ben", "")).await;
    }
    let welcome = TypeRules { guests: Level::Say, create: Some(true) };
    let policy = Policy { others: welcome, ..Policy::default() };
    let builder = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).policy(policy);
    (builder.limits(Limits::default().unpaced()).build().await.expect("built"), store)
}

fn identity(chat: &Chat, level: Level) -> Identity {
    chat.identify(&token(chat, "boss", MINE, level)).expect("good")
}

/// However what one keeps order over lies among the rest: page by page all of it comes once, the newest first; a page is short only
/// where it has looked as often as it may, and the last page says that it is.
async fn page_through(mine: Vec<bool>, limit: u32) -> Result<(), TestCaseError> {
    let (chat, store) = world(&mine).await;
    let boss = identity(&chat, Level::Moderate);
    let (mut before, mut seen) = (None, Vec::new());
    loop {
        let looked = store.report_reads();
        let page = chat.reports_of_mine(&boss, before, limit).await.expect("listed");
        let looks = store.report_reads() - looked;
        prop_assert!(looks <= 10 && page.reports.len() <= limit as usize, "{} looks for {:?}", looks, page);
        seen.extend(page.reports.iter().map(|one| (one.room.to_string(), one.message.id)));
        let Some(next) = page.next else { break };
        prop_assert!(page.reports.len() == limit as usize || looks == 10, "short after {} looks", looks);
        prop_assert!(before.is_none_or(|before| next < before), "{} does not lead on", next);
        before = Some(next);
    }
    let count = mine.iter().filter(|is_mine| **is_mine).count();
    let expected: Vec<_> = (1..=count as u64).rev().map(|id| (MINE.to_owned(), id)).collect();
    prop_assert_eq!(seen, expected);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_lead_through_all_that_is_ones_own_to_see(
        runs in prop::collection::vec((any::<bool>(), prop_oneof![3 => 1..4_usize, 1 => 15..50_usize]), 0..6),
        limit in 1..5_u32,
    ) {
        let mine = runs.into_iter().flat_map(|(is_mine, times)| std::iter::repeat_n(is_mine, times)).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
        runtime.block_on(page_through(mine, limit))?;
    }
}

#[tokio::test]
async fn who_keeps_order_nowhere_costs_no_look() {
    let (chat, store) = world(&[true, false]).await;
    let guest = chat.guest(None, &NewGuest { name: "Eva".into(), room: None }, None).await.expect("a guest");
    let eva = chat.identify(&guest.token).expect("good");
    store.set_away(true);
    for nobody in [&eva, &identity(&chat, Level::Say)] {
        assert_eq!(chat.reports_of_mine(nobody, None, 50).await.expect("nothing"), Reports { reports: Vec::new(), next: None });
    }
    for level in [Level::Moderate, Level::Own] {
        let away = chat.reports_of_mine(&identity(&chat, level), None, 50).await;
        assert_eq!(away.expect_err("asks the store").code(), Code::StoreAway);
    }
}

/// What those who keep order ask for, and who has `own` on everything.
const IN_ROOMS: [&str; 7] = [
    "/v1/reports",
    "/v1/reports?room=project/1",
    "/v1/rooms",
    "/v1/rooms/project/1",
    "/v1/rooms/project/1/held",
    "/v1/rooms/project/1/restrictions",
    "/v1/audit?room=project/1",
];
const EVERYWHERE: [&str; 4] = ["/v1/audit", "/v1/audit?room=project/1", "/v1/restrictions", "/v1/users?user=ana"];

/// Somebody who is told so much for now, and of whom nothing is in memory any more by which they are judged.
async fn warm(path: &str, owns: bool) -> (Chat, Arc<FaultyStore>, String) {
    let (chat, store) = world(&[true, true]).await;
    let boss = if owns { chat.owner_token("boss", 1_000).expect("a token") } else { token(&chat, "boss", MINE, Level::Moderate) };
    assert_eq!(send(&chat, ("GET", path), &boss, "").await.0, 200, "{path}");
    chat.room(&room(MINE)).restrict("zoe", put(RestrictionKind::Ban)).await.expect("banned");
    chat.restrict_everywhere("host", "zoe", put(RestrictionKind::Ban)).await.expect("banned");
    (chat, store, boss)
}

#[tokio::test]
async fn nothing_is_told_by_a_token_that_is_revoked_while_it_is_looked_up() {
    for (path, owns) in IN_ROOMS.map(|path| (path, false)).into_iter().chain(EVERYWHERE.map(|path| (path, true))) {
        let (chat, store, boss) = warm(path, owns).await;
        store.hold_answers(true);
        let asking = {
            let chat = chat.clone();
            tokio::spawn(async move { send(&chat, ("GET", path), &boss, "").await })
        };
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert!(!asking.is_finished(), "{path} asks nothing");
        chat.revoke("boss").await.expect("revoked");
        store.hold_answers(false);
        let (status, body) = asking.await.expect("ends");
        assert_eq!((status, code(&body)), (401, Code::TokenExpired), "{path}");
    }
}

#[tokio::test]
async fn what_is_kept_of_somebody_breaks_off_where_the_token_is_revoked_that_asks_for_it() {
    let path = "/v1/users?user=ana";
    let (chat, _, boss) = warm(path, true).await;
    let asked = chat.router::<()>().oneshot(request("GET", path, &boss).body(Body::empty()).expect("a request")).await;
    let mut body = asked.expect("begins").into_body();
    chat.revoke("boss").await.expect("revoked");
    let mut told = Vec::new();
    let end = loop {
        match body.frame().await.expect("does not end in order") {
            Ok(frame) => told.extend_from_slice(&frame.into_data().unwrap_or_default()),
            Err(error) => break error,
        }
    };
    let told = String::from_utf8(told).expect("text");
    assert!(!told.contains("message") && !told.contains(r#""end""#) && end.to_string().contains("token_expired"), "{told} {end}");
}

/// A host that says of everybody that they are this, for a second, and counts how often it was asked.
#[derive(Clone)]
struct Word(Arc<Mutex<Level>>, Arc<AtomicUsize>);

impl Authenticate for Word {
    fn authenticate<'a>(&'a self, _head: &'a http::request::Parts) -> Answer<'a> {
        Box::pin(async move {
            self.1.fetch_add(1, Ordering::SeqCst);
            let level = *self.0.lock().expect("whole");
            Ok(Some(User::new("boss").may(MINE, level).may(NOT_MINE, Level::Moderate).holds(Duration::from_secs(1))))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_word_that_is_over_is_asked_for_once_for_all_that_was_found() {
    let (_, store) = world(&[true, false, true, false, true]).await;
    let word = Word(Arc::new(Level::Moderate.into()), Arc::default());
    let began = Instant::now();
    let clock = Arc::new(move || Time(1_000_000 + i64::try_from(began.elapsed().as_millis()).expect("fits")));
    let chat =
        Chat::builder().store(Arc::clone(&store) as _).authenticate(word.clone()).clock(clock).build().await.expect("built");
    store.hold_answers(true);
    let asking = {
        let chat = chat.clone();
        tokio::spawn(async move { listed(&chat, "", "").await })
    };
    sleep(Duration::from_secs(2)).await;
    *word.0.lock().expect("whole") = Level::Say;
    store.hold_answers(false);
    let page = asking.await.expect("ends");
    assert_eq!(page.reports.iter().map(|one| one.room.to_string()).collect::<Vec<_>>(), [NOT_MINE; 2]);
    assert_eq!(word.1.load(Ordering::SeqCst), 2, "when it came, and with what was found in hand");
}
