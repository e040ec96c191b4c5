//! How much may wait for the hook, and that nobody waits for others.

use super::*;

/// Says in a task of its own, and waits until that is under way.
async fn begin(chat: &Chat, who: &Identity, text: &str) -> tokio::task::JoinHandle<Result<Said, Error>> {
    let (chat, who, text) = (chat.clone(), who.clone(), text.to_owned());
    let saying = tokio::spawn(async move { say(&chat, &who, &text).await });
    settle().await;
    saying
}

fn never() -> Site {
    Site::new(|question| (if question.text == "quick" { 0 } else { 1 << 40 }, Does::Answer(HookAnswer::Allow)))
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_holds_up_its_sender_in_its_room_and_nobody_else() {
    let chat = never().chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let (ana, ben) = (user(&chat, "ana", Level::Say), user(&chat, "ben", Level::Say));
    let slow = begin(&chat, &ana, "slow").await;
    let behind = begin(&chat, &ana, "quick").await;
    say(&chat, &ben, "quick").await.expect("another sender");
    assert!(!behind.is_finished());
    assert_eq!(reason(slow.await.expect("ends")), (Code::StoreAway, "hook-away"));
    behind.await.expect("ends").expect("said once its turn has come");
    assert_eq!(seen(&chat).await, ["quick", "quick"]);
}

#[tokio::test(start_paused = true)]
async fn beyond_the_bounds_one_is_told_to_come_again() {
    let full = (Code::SlowDown, "hook-busy");
    let (ana, ben) = ("ana", "ben");
    for (limits, first, then) in [
        (Limits { hook_waiting: 2, ..Limits::default() }, [ana, ben], "eva"),
        (Limits { hook_waiting_per_sender: 2, ..Limits::default() }, [ana, ana], ana),
        (Limits { hook_waiting_bytes: 262_144, ..Limits::default() }, [ana, ben], "eva"),
    ] {
        let site = never();
        let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.limits(limits.clone().unpaced())).await;
        let wide = PutRoom { text_max: Some(20_000), ..PutRoom::default() };
        chat.room(&lobby()).change_settings(wide).await.expect("set");
        let who = |id: &str| user(&chat, id, Level::Say);
        // As long as it takes to fill the bytes by two.
        let text = "🙂".repeat(16_000);
        let waiting = [begin(&chat, &who(first[0]), &text).await, begin(&chat, &who(first[1]), &text).await];
        let edited = chat.room(&lobby()).say(Kind::Message, Sender::user(then, then), "hola").await.expect("said");
        assert_eq!(reason(say(&chat, &who(then), &text).await), full);
        assert_eq!(reason(chat.edit(&who(then), &lobby(), edited.id, &text).await), full);
        for one in waiting {
            assert_eq!(reason(one.await.expect("ends")), (Code::StoreAway, "hook-away"));
        }
        say(&chat, &who(then), "quick").await.expect("there is place again");
        assert_eq!(site.count(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_be_attached_to_an_edited_message_counts() {
    let limits = Limits { hook_waiting_bytes: 262_144, ..Limits::default() }.unpaced();
    let chat = never().chat(Arc::new(MemoryStore::new()), |chat| chat.limits(limits)).await;
    let hall = chat.room(&lobby());
    hall.change_settings(PutRoom { text_max: Some(20_000), ..PutRoom::default() }).await.expect("set");
    let edited = hall.say(Kind::Message, Sender::user("eva", "Eva"), "hola").await.expect("said");
    // Two that leave place for another message of a word, and not for an edit.
    let text = "🙂".repeat(16_257);
    let (ana, ben, eva) = (user(&chat, "ana", Level::Say), user(&chat, "ben", Level::Say), user(&chat, "eva", Level::Say));
    let waiting = [begin(&chat, &ana, &text).await, begin(&chat, &ben, &text).await];
    assert_eq!(reason(chat.edit(&eva, &lobby(), edited.id, "quick").await), (Code::SlowDown, "hook-busy"));
    say(&chat, &eva, "quick").await.expect("there is place");
    for one in waiting {
        one.await.expect("ends").expect_err("nobody answers");
    }
    chat.edit(&eva, &lobby(), edited.id, "quick").await.expect("there is place again");
}

#[tokio::test]
async fn the_longest_text_has_place_whatever_the_bounds_are() {
    let least = |bytes| Limits { hook_waiting_bytes: bytes, ..Limits::default() }.unpaced();
    least(262_143).check().expect_err("too little for the longest text");
    let chat = never().chat(Arc::new(MemoryStore::new()), |chat| chat.limits(least(262_144))).await;
    chat.room(&lobby()).change_settings(PutRoom { text_max: Some(20_000), ..PutRoom::default() }).await.expect("set");
    let site = Site::new(|_| (0, Does::Answer(HookAnswer::Allow)));
    let chat = site.chat(Arc::clone(chat.store()), |chat| chat.limits(least(262_144))).await;
    let owner = user(&chat, "owner", Level::Own);
    let data = [("key".to_owned(), "x".repeat(2_000).into())].into_iter().collect();
    let longest = Say { data: Some(data), ..saying(&"🙂".repeat(20_000)) };
    let said = chat.say(&owner, &lobby(), longest).await.and_then(Spoken::said).expect("said").message;
    chat.edit(&owner, &lobby(), said.id, &"🙃".repeat(20_000)).await.expect("edited");
}

#[tokio::test(start_paused = true)]
async fn who_finds_no_call_free_in_time_is_not_let_pass_by_it() {
    let site = never();
    let limits = Limits { hook_calls: 1, ..Limits::default() };
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.limits(limits).when_silent(WhenSilent::Allow)).await;
    let slow = begin(&chat, &user(&chat, "ana", Level::Say), "slow").await;
    tokio::time::advance(Duration::from_millis(500)).await;
    // Ana's call is over in time for Ben's, and Ben's is not for Eva's.
    let second = begin(&chat, &user(&chat, "ben", Level::Say), "slow too").await;
    let third = begin(&chat, &user(&chat, "eva", Level::Say), "quick").await;
    assert_eq!(reason(third.await.expect("ends")), (Code::SlowDown, "hook-busy"));
    slow.await.expect("ends").expect("said unasked");
    second.await.expect("ends").expect("said unasked");
    assert_eq!(
        (site.texts(), seen(&chat).await),
        (vec!["slow".into(), "slow too".into()], vec!["slow".into(), "slow too".into()])
    );
}

#[tokio::test(start_paused = true)]
async fn a_chat_that_closes_waits_for_what_the_hook_is_asked_about() {
    let site = Site::new(|_| (1_000, Does::Answer(HookAnswer::Allow)));
    let store = Arc::new(MemoryStore::new());
    let chat = site.chat(store.clone(), |chat| chat).await;
    let saying = begin(&chat, &user(&chat, "ana", Level::Say), "hola").await;
    chat.close().await;
    saying.await.expect("ends").expect("said");
    // One that takes longer than that is told that the chat goes.
    let chat = never().chat(store, |chat| chat.limits(Limits { hook_timeout_ms: 60_000, ..Limits::default() })).await;
    let saying = begin(&chat, &user(&chat, "ana", Level::Say), "slow").await;
    let quick = begin(&chat, &user(&chat, "ana", Level::Say), "quick").await;
    chat.close().await;
    assert_eq!(reason(saying.await.expect("ends")), (Code::StoreAway, "hook-away"));
    assert_eq!(refused(quick.await.expect("ends")).code, Code::Draining);
}
