//! What was committed after a right was taken back reaches nobody whose it was, on no transport, and nothing of theirs comes after.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::RequestBuilder;
use serde_json::Value;
use tertulia::testkit::words::room;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Level, Time};
use tokio::sync::watch;

use crate::site::{By, MESSAGES, ORIGIN, Site, answer, member, within};

#[derive(Debug, Clone, Copy)]
enum Manner {
    Poll,
    LongPoll,
    Events,
    Text,
    Socket,
}

/// How a right is taken back.
#[derive(Debug, Clone, Copy)]
enum Back {
    RevokedToken,
    RevokedUser,
    Rechecked,
}

/// Everything that a reader was given until it was given no more, and how that was said.
async fn read(site: Arc<Site>, manner: Manner, by: By, begun: watch::Sender<bool>) -> String {
    let mut got = String::new();
    match manner {
        Manner::Poll | Manner::LongPoll => {
            let wait = if matches!(manner, Manner::Poll) { 0 } else { 25 };
            let mut query = "last=1".to_owned();
            loop {
                let (status, page) = answer(site.get(&format!("{MESSAGES}?{query}"), &by)).await;
                got += &page.to_string();
                if status != 200 {
                    return got;
                }
                query = format!("after={}&wait={wait}", page["cursor"].as_str().expect("a cursor"));
                begun.send_replace(got.contains("before-"));
            }
        }
        Manner::Events | Manner::Text => {
            let request = site.get(&format!("{MESSAGES}?follow"), &by);
            let media = if matches!(manner, Manner::Events) { "text/event-stream" } else { "text/plain" };
            let mut response = request.header("accept", media).send().await.expect("an answer");
            while let Some(bytes) = response.chunk().await.expect("a stream") {
                got += &String::from_utf8_lossy(&bytes);
                begun.send_replace(got.contains("before-"));
            }
        }
        Manner::Socket => {
            let mut line = site.open(&by).await;
            loop {
                match line.frame().await {
                    Ok(frame) if frame["code"] == "room_deleted" => return got + &frame.to_string(),
                    Ok(frame) => got += &frame.to_string(),
                    Err(code) => return got + &format!("closed {code}"),
                }
                begun.send_replace(got.contains("before-"));
            }
        }
    }
    got
}

fn own(site: &Site, by: &By) -> RequestBuilder {
    site.say("own", by).header("origin", ORIGIN)
}

/// Says things of one's own, several at once, until that is refused.
fn talk(site: &Arc<Site>, by: &By) -> Vec<tokio::task::JoinHandle<()>> {
    let talking = |(site, by): (Arc<Site>, By)| async move { while answer(own(&site, &by)).await.0 == 201 {} };
    (0..4).map(|_| tokio::spawn(talking((Arc::clone(site), by.clone())))).collect()
}

async fn round(site: &Arc<Site>, manner: Manner, back: Back, user: &str) {
    let token = matches!(back, Back::RevokedToken);
    site.sessions.set(user, member(user));
    let by = if token { By::Token(site.token(user)) } else { By::Cookie(user.to_owned()) };
    let (begun, mut begins) = watch::channel(false);
    let reading = tokio::spawn(read(Arc::clone(site), manner, by.clone(), begun));
    let taken_back = Arc::new(AtomicBool::new(false));
    let (stop, hall) = (Arc::new(AtomicBool::new(false)), site.chat.room(&room("project/42")));
    let after = format!("after-{user}-");
    let others = tokio::spawn({
        let (taken_back, stop, after) = (Arc::clone(&taken_back), Arc::clone(&stop), after.clone());
        async move {
            while !stop.load(Ordering::SeqCst) {
                let when = if taken_back.load(Ordering::SeqCst) { after.as_str() } else { "before-" };
                hall.notify(when).await.expect("said");
            }
        }
    });
    let talking = talk(site, &by);
    within(begins.wait_for(|begun| *begun)).await.expect("reads");
    if !token {
        site.sessions.sign_out(user);
    }
    match back {
        Back::RevokedToken | Back::RevokedUser => site.chat.revoke(user).await.expect("revoked"),
        Back::Rechecked => site.chat.recheck(Some(user), None).await.expect("asked"),
    }
    taken_back.store(true, Ordering::SeqCst);
    let mark = site.chat.room(&room("project/42")).notify(&after).await.expect("said");
    let got = within(reading).await.expect("ends");
    for talking in talking {
        within(talking).await.expect("ends");
    }
    stop.store(true, Ordering::SeqCst);
    within(others).await.expect("ends");
    assert!(!got.contains(&after), "{manner:?} {back:?}: something came after");
    let end = match manner {
        Manner::Poll | Manner::LongPoll if !token => "token_",
        Manner::Poll | Manner::LongPoll | Manner::Events => "token_expired",
        Manner::Text => "pass has run out",
        Manner::Socket => "closed 4001",
    };
    assert!(got.contains(end), "{manner:?} {back:?} ended otherwise: {}", &got[got.len().saturating_sub(300)..]);
    let newest: Value =
        answer(site.get(&format!("{MESSAGES}?above={}&limit=200", mark.id), &By::Token(site.token("other")))).await.1;
    let late = newest["messages"].as_array().expect("messages").iter().filter(|message| message["sender"]["id"] == user).count();
    assert_eq!(late, 0, "{manner:?} {back:?}: something of theirs was written after");
}

fn now() -> Time {
    tertulia::clock::system_clock()()
}

const MANNERS: [Manner; 5] = [Manner::Poll, Manner::LongPoll, Manner::Events, Manner::Text, Manner::Socket];

async fn races(back: Back) {
    for manner in MANNERS {
        let site = Arc::new(Site::new().await);
        for number in 0..12 {
            round(&site, manner, back, &format!("user-{number}")).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whose_token_is_revoked_gets_and_says_nothing_more() {
    races(Back::RevokedToken).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_user_of_the_hosts_who_is_revoked_gets_and_says_nothing_more() {
    races(Back::RevokedUser).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_asked_about_anew_gets_and_says_nothing_in_between() {
    races(Back::Rechecked).await;
}

/// Says things in the host's name as fast as they are written, by its own code, until it has no word any more.
fn others(site: &Arc<Site>, mut word: impl FnMut() -> Option<String> + Send + 'static) -> tokio::task::JoinHandle<()> {
    let hall = site.chat.room(&room("project/42"));
    tokio::spawn(async move {
        while let Some(word) = word() {
            // While the room is gone there is nothing to say.
            let _ = hall.notify(&word).await;
        }
    })
}

/// Makes the room again, which is another one then.
async fn make_again(site: &Site) -> tertulia::Room {
    let remade = site.chat.create_room(&room("project/42"), PutRoom::default()).await.expect("made");
    remade.notify("after-").await.expect("said");
    remade
}

async fn delete_under(site: &Arc<Site>, manner: Manner, by: &By) {
    let (when, listens) = watch::channel("before-");
    let others = others(site, move || Some(listens.borrow().to_string()).filter(|word| !word.is_empty()));
    let (begun, mut begins) = watch::channel(false);
    let reading = tokio::spawn(read(Arc::clone(site), manner, by.clone(), begun));
    let streams = !matches!(manner, Manner::Poll | Manner::LongPoll);
    // A poll that comes later asks for the new room, and so does who says something then: neither is to be told apart here.
    let talking = if streams { Vec::new() } else { talk(site, by) };
    within(begins.wait_for(|begun| *begun)).await.expect("reads");
    site.chat.room(&room("project/42")).delete_room().await.expect("deleted");
    when.send_replace("after-");
    let early = if streams { Some(make_again(site).await) } else { None };
    let got = within(reading).await.expect("ends");
    for talking in talking {
        within(talking).await.expect("ends");
    }
    let remade = match early {
        Some(remade) => remade,
        None => make_again(site).await,
    };
    assert!(!got.contains("after-"), "{manner:?}: something came after");
    let end = if matches!(manner, Manner::Text) { "deleted" } else { "room_deleted" };
    assert!(got.contains(end), "{manner:?} ended otherwise: {}", &got[got.len().saturating_sub(300)..]);
    let page = remade.newest(200).await.expect("a page");
    let theirs = page.messages.iter().filter(|message| message.sender.is_some()).count();
    assert_eq!(theirs, 0, "{manner:?}: what was said to the old one is in the new one");
    when.send_replace("");
    within(others).await.expect("ends");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_reads_a_room_that_is_deleted_hears_nothing_of_the_one_that_is_made_in_its_place() {
    for (number, manner) in MANNERS.into_iter().flat_map(|manner| (0..8).map(move |number| (number, manner))) {
        let site = Arc::new(Site::new().await);
        let by = By::Token(site.token(&format!("user-{number}")));
        delete_under(&site, manner, &by).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whose_token_is_over_gets_nothing_that_was_written_from_that_second_on() {
    let site = Arc::new(Site::new().await);
    let (stop, stopped) = watch::channel(false);
    // Each says when it was said, since no transcript tells the time so exactly.
    let others = others(&site, move || (!*stopped.borrow()).then(|| format!("before-{}-", now().0)));
    let readers = MANNERS.map(|manner| {
        let user = format!("{manner:?}");
        let token = site.chat.user_token(&user, "Somebody", &room("project/42"), Level::Say, 2).expect("a token");
        let (begun, _) = watch::channel(false);
        // The token's second is that in which it was made, and so at the latest this one.
        (manner, (now().0 / 1_000 + 2) * 1_000, tokio::spawn(read(Arc::clone(&site), manner, By::Token(token), begun)))
    });
    for (manner, over, reading) in readers {
        let got = within(reading).await.expect("ends");
        let end = match manner {
            Manner::Text => "pass has run out",
            Manner::Socket => "closed 4001",
            _ => "token_expired",
        };
        assert!(got.contains(end), "{manner:?} ended otherwise: {}", &got[got.len().saturating_sub(300)..]);
        let said = got.split("before-").skip(1).filter_map(|rest| rest.split('-').next()?.parse::<i64>().ok());
        let newest = said.max().unwrap_or_else(|| panic!("{manner:?} read nothing"));
        assert!(newest < over, "{manner:?} was given what was said {} ms after its end", newest - over);
    }
    stop.send_replace(true);
    within(others).await.expect("ends");
}
