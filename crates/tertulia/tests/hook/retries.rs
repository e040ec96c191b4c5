//! What is sent again: one message, one question, whatever happens meanwhile.

use axum::body::Body;
use serde_json::json;
use tertulia::wire::moderation::PutRestriction;
use tertulia::wire::page::RestrictionKind;

use super::ending::{SAY, Word, ana, ask, with_word};
use super::*;

fn slow() -> Site {
    Site::new(|question| (500, by_text(&question.text)))
}

async fn begin(chat: &Chat, who: &Identity, say: Say) -> tokio::task::JoinHandle<Result<Spoken, Error>> {
    let (chat, who) = (chat.clone(), who.clone());
    let saying = tokio::spawn(async move { chat.say(&who, &lobby(), say).await });
    settle().await;
    saying
}

#[tokio::test(start_paused = true)]
async fn a_retry_joins_what_the_hook_is_asked_about_and_finds_what_was_said() {
    let site = slow();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let (ana, ben) = (user(&chat, "ana", Level::Say), user(&chat, "ben", Level::Say));
    let request = || with_id("change adiós", "client-1");
    let first = begin(&chat, &ana, request()).await;
    let joined = begin(&chat, &ana, request()).await;
    let other = begin(&chat, &ana, with_id("change other", "client-1")).await;
    assert_eq!(refused(other.await.expect("ends")).code, Code::ClientIdReused, "one hash, also while it is asked about");
    let bens = begin(&chat, &ben, request()).await;
    // Whoever hangs up takes nothing back.
    first.abort();
    let joined = joined.await.expect("ends").and_then(Spoken::said).expect("said");
    let bens = bens.await.expect("ends").and_then(Spoken::said).expect("another sender's is another message");
    assert_eq!((joined.message.text.as_str(), joined.fresh, bens.fresh), ("adiós", false, true));
    assert_eq!(site.count(), 2);
    let after = chat.say(&ana, &lobby(), request()).await.and_then(Spoken::said).expect("a retry");
    assert_eq!((after.message, after.fresh), (joined.message, false));
    // By the text that was sent, and not by the one that it became.
    assert_eq!(refused(chat.say(&ana, &lobby(), with_id("adiós", "client-1")).await).code, Code::ClientIdReused);
    assert_eq!((seen(&chat).await.len(), site.count()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn who_hangs_up_alone_has_still_said_it() {
    let chat = slow().chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let ana = user(&chat, "ana", Level::Say);
    begin(&chat, &ana, saying("hola")).await.abort();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(seen(&chat).await, ["hola"]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_is_answered_past_a_lock_an_empty_bucket_and_another_filter() {
    let site = slow();
    let one = Limits { user_room_burst: 1, ..Limits::default() };
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.limits(one)).await;
    let ana = user(&chat, "ana", Level::Say);
    let first = begin(&chat, &ana, with_id("hola", "client-1")).await;
    let joined = begin(&chat, &ana, with_id("hola", "client-1")).await;
    assert_eq!(refused(chat.say(&ana, &lobby(), saying("more")).await).code, Code::SlowDown);
    first.await.expect("ends").expect("said");
    joined.await.expect("ends").expect("not held up by its own pace");
    let again = begin(&chat, &ana, with_id("hola", "client-1")).await;
    again.await.expect("ends").expect("nor afterwards");
    assert_eq!(site.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_was_refused_is_stored_nowhere_and_may_be_tried_again() {
    let tries = Arc::new(Mutex::new(0));
    let site = Site::new(move |_| {
        let mut tries = tries.lock().expect("whole");
        *tries += 1;
        match *tries {
            1 => (500, Does::Answer(HookAnswer::Refuse { words: None })),
            2 => (500, Does::Fail),
            _ => (500, Does::Answer(HookAnswer::Hold)),
        }
    });
    let store = Arc::new(FaultyStore::new(Arc::new(MemoryStore::new())));
    let chat = site.chat(store.clone(), |chat| chat).await;
    let (ana, keeper) = (user(&chat, "ana", Level::Say), user(&chat, "keeper", Level::Moderate));
    let request = || with_id("hola", "client-1");
    let (first, joined) = (begin(&chat, &ana, request()).await, begin(&chat, &ana, request()).await);
    assert_eq!(reason(first.await.expect("ends")), (Code::Refused, "hook-refused"));
    assert_eq!(reason(joined.await.expect("ends")), (Code::Refused, "hook-refused"));
    assert_eq!(reason(chat.say(&ana, &lobby(), request()).await), (Code::StoreAway, "hook-away"));
    assert_eq!(store.writes(), 0, "nothing is stored");
    for _ in 0..2 {
        assert!(matches!(chat.say(&ana, &lobby(), request()).await, Ok(Spoken::Held(held)) if held.held == 1));
    }
    chat.reject(&keeper, &lobby(), 1).await.expect("rejected");
    assert_eq!(reason(chat.say(&ana, &lobby(), request()).await), (Code::Refused, "held-rejected"));
    assert_eq!(site.count(), 3, "what waits or was rejected is known");
    assert!(seen(&chat).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_grows_stale_on_its_way_is_judged_by_the_door_again_and_not_by_the_hook() {
    let site = slow();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let ana = user(&chat, "ana", Level::Say);
    let hall = chat.room(&lobby());
    hall.notify("hello").await.expect("said");
    let texts = ["one", "hold two", "change three", "four"];
    let mut saying = Vec::new();
    for text in texts {
        saying.push(begin(&chat, &ana, self::saying(text)).await);
    }
    let mute = || PutRestriction { kind: RestrictionKind::Mute, until: None, why: None, address: false };
    hall.restrict("zed", mute()).await.expect("of no concern to Ana, but the numbers are others");
    for one in saying {
        one.await.expect("ends").expect("said or held");
    }
    assert_eq!(seen(&chat).await, ["hello", "one", "three", "four"]);
    assert_eq!(held(&chat).await, [(HeldBy::Hook, "hold two".to_owned())]);
    assert_eq!(site.texts(), texts, "once each");
    let late = begin(&chat, &ana, self::saying("late")).await;
    hall.restrict("ana", mute()).await.expect("muted");
    assert_eq!(refused(late.await.expect("ends")).code, Code::Muted);
    assert_eq!(seen(&chat).await.len(), 4);
}

/// Who found no room, and was held up until the same request had made it, is not asked about again.
#[tokio::test(start_paused = true)]
async fn a_retry_that_was_held_up_finds_the_room_that_the_first_has_made() {
    let (site, word) = (slow(), Word::default());
    let chat = site.chat(Arc::new(MemoryStore::new()), with_word(&word)).await;
    let body = json!({"text": "hola", "client_id": "client-1"}).to_string();
    word.says(ana(Level::Say));
    let (rest, coming) = tokio::sync::oneshot::channel::<String>();
    let coming = Body::from_stream(futures_util::stream::once(coming));
    let again = ask(&chat, SAY, coming).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    // The host's word on who sends it again is over now, and on who sends it first it lasts.
    word.says_for_long(ana(Level::Say));
    let first = ask(&chat, SAY, Body::from(body.clone())).await;
    word.hold(true);
    rest.send(body).expect("is waited for");
    settle().await;
    let (status, said) = first.await.expect("ends");
    word.hold(false);
    let (status_again, said_again) = again.await.expect("ends");
    assert_eq!((status, status_again, &said_again["id"], site.count()), (201, 200, &said["id"], 1));
}
