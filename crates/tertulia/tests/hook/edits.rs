//! Edits: they can't wait, and keep their place among what their sender says.

use super::*;

#[tokio::test(start_paused = true)]
async fn an_edit_is_asked_about_and_one_that_would_wait_is_refused() {
    let site = Site::by_text();
    let store = Arc::new(MemoryStore::new());
    let chat = site.chat(store.clone(), |chat| chat.filters(filters())).await;
    let ana = user(&chat, "ana", Level::Say);
    let message = say(&chat, &ana, "hola").await.expect("said").message;
    let edit = async |text: &str| chat.edit(&ana, &lobby(), message.id, text).await;
    assert_eq!(edit("adiós").await.expect("edited").text, "adiós");
    let asked = site.asked.lock().expect("whole").last().cloned().expect("asked");
    assert_eq!(
        (asked.hook_type, asked.id, asked.text.as_str(), asked.client_id),
        (HookType::Edit, Some(message.id), "adiós", None)
    );
    assert_eq!(edit("change and gone").await.expect("edited").text, "and gone");
    for (text, told) in [
        ("refuse No.", (Code::Refused, "hook-words")),
        ("refuse", (Code::Refused, "hook-refused")),
        ("hold it", (Code::Refused, "filter-edit")),
        ("spam", (Code::Refused, "filter-word")),
        ("fail", (Code::StoreAway, "hook-away")),
        ("panic", (Code::StoreAway, "hook-away")),
    ] {
        assert_eq!(reason(edit(text).await), told, "{text}");
    }
    assert_eq!(seen(&chat).await, ["and gone"]);
    let holds = site.chat(store.clone(), |chat| chat.when_silent(WhenSilent::Hold)).await;
    assert_eq!(reason(holds.edit(&ana, &lobby(), message.id, "fail").await), (Code::StoreAway, "hook-away"));
    let allows = site.chat(store, |chat| chat.when_silent(WhenSilent::Allow)).await;
    assert_eq!(allows.edit(&ana, &lobby(), message.id, "fail").await.expect("edited").text, "fail");
}

#[tokio::test]
async fn what_the_hook_makes_of_an_edit_passes_the_filter_too() {
    let site = Site::new(|question| {
        let text = if question.text == "first" { "a spam" } else { "an odd one" };
        let changed = Does::Answer(HookAnswer::Change { text: text.into() });
        (0, if question.id.is_some() { changed } else { Does::Answer(HookAnswer::Allow) })
    });
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat.filters(filters())).await;
    let ana = user(&chat, "ana", Level::Say);
    let id = say(&chat, &ana, "hola").await.expect("said").message.id;
    assert_eq!(reason(chat.edit(&ana, &lobby(), id, "first").await), (Code::Refused, "filter-word"));
    assert_eq!(reason(chat.edit(&ana, &lobby(), id, "second").await), (Code::Refused, "filter-edit"));
    assert_eq!(seen(&chat).await, ["hola"]);
}

#[tokio::test]
async fn nobody_is_asked_about_an_edit_that_can_not_be_made_or_changes_nothing() {
    let site = Site::by_text();
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let (ana, ben) = (user(&chat, "ana", Level::Say), user(&chat, "ben", Level::Say));
    let message = say(&chat, &ana, "hola").await.expect("said").message;
    let gone = say(&chat, &ana, "gone").await.expect("said").message;
    chat.delete(&ana, &lobby(), gone.id).await.expect("deleted");
    let count = site.count();
    assert_eq!(refused(chat.edit(&ben, &lobby(), message.id, "mine").await).code, Code::NotAllowed);
    assert_eq!(refused(chat.edit(&ana, &lobby(), gone.id, "back").await).code, Code::Deleted);
    assert_eq!(refused(chat.edit(&ana, &lobby(), 99, "there").await).code, Code::NotFound);
    assert_eq!(chat.edit(&ana, &lobby(), message.id, "hola").await.expect("as it is").version, message.version);
    let never = PutRoom { edit_minutes: Some(0), ..PutRoom::default() };
    chat.room(&lobby()).change_settings(never).await.expect("set");
    assert_eq!(refused(chat.edit(&ana, &lobby(), message.id, "too late").await).code, Code::EditOver);
    let again = chat.edit(&ana, &lobby(), message.id, "hola").await.expect("who sends it again is told that it is so");
    assert_eq!((again.version, site.count()), (message.version, count));
}

#[tokio::test(start_paused = true)]
async fn edits_and_messages_of_one_person_are_written_in_their_order() {
    let site = Site::new(|question| {
        let after_ms = if question.text.starts_with("slow") { 1_500 } else { 10 };
        (after_ms, Does::Answer(HookAnswer::Allow))
    });
    let chat = site.chat(Arc::new(MemoryStore::new()), |chat| chat).await;
    let ana = user(&chat, "ana", Level::Say);
    let id = say(&chat, &ana, "hola").await.expect("said").message.id;
    let edit = |text: &'static str| {
        let (chat, ana) = (chat.clone(), ana.clone());
        tokio::spawn(async move { chat.edit(&ana, &lobby(), id, text).await })
    };
    let slow = edit("slow");
    settle().await;
    let quick = edit("quick");
    settle().await;
    let left = edit("slow and left");
    settle().await;
    let (line, by) = (chat.clone(), ana.clone());
    let said = tokio::spawn(async move { say(&line, &by, "after them").await });
    settle().await;
    // Whoever gives up from the midst of the line lets nobody overtake.
    left.abort();
    let said = said.await.expect("ends").expect("said").message;
    let (slow, quick) = (slow.await.expect("ends").expect("edited"), quick.await.expect("ends").expect("edited"));
    assert!(slow.version < quick.version && quick.version < said.version, "{slow:?} {quick:?} {said:?}");
    assert_eq!(seen(&chat).await, ["quick", "after them"]);
}
