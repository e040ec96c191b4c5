//! What is reported in all rooms that somebody keeps order in, page by page: all of it, once, at a price that has an end, and
//! nothing of it by a right that ends meanwhile.

use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use proptest::prelude::*;
use tertulia::auth::{Answer, Authenticate, Identity, Policy, TypeRules, User};
use tertulia::testkit::words::{batch, done, report as reported, say};
use tertulia::testkit::{FaultyStore, MemoryStore};
use tertulia::wire::Time;
use tertulia::wire::request::NewGuest;
use tokio::time::{Duration, Instant, sleep};

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

#[tokio::test]
async fn nothing_is_listed_by_a_token_that_is_revoked_while_it_is_looked_up() {
    for query in ["", "?room=project/1"] {
        let (chat, store) = world(&[true, true]).await;
        let boss = token(&chat, "boss", MINE, Level::Moderate);
        assert_eq!(listed(&chat, query, &boss).await.reports.len(), 2);
        store.hold_answers(true);
        let asking = {
            let (chat, path) = (chat.clone(), format!("/v1/reports{query}"));
            tokio::spawn(async move { send(&chat, ("GET", &path), &boss, "").await })
        };
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        chat.revoke("boss").await.expect("revoked");
        store.hold_answers(false);
        let (status, body) = asking.await.expect("ends");
        assert_eq!((status, code(&body)), (401, Code::TokenExpired), "{query}");
    }
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
