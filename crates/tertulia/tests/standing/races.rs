//! What was committed after a right was taken back reaches nobody whose it was, on no transport, and nothing of theirs comes after.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::RequestBuilder;
use serde_json::{Value, json};
use tertulia::Limits;
use tertulia::store::Store;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Level, Time};
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Error;

use crate::site::{By, MESSAGES, ORIGIN, Site, answer, member, signed, within};

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
    Key,
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

/// Somebody who tries again and again, whether it went well once, and what ended it.
struct Trying(watch::Receiver<bool>, tokio::task::JoinHandle<Tried>);

impl Trying {
    fn begin<T: Future<Output = Tried> + Send + 'static>(try_: impl FnOnce(Tried) -> T) -> Self {
        let (well, goes_well) = watch::channel(false);
        let tried = Tried { well, last: Time(0), got: String::new(), refused: String::new() };
        Self(goes_well, tokio::spawn(try_(tried)))
    }
}

#[derive(Debug)]
struct Tried {
    well: watch::Sender<bool>,
    /// When the last try began that went well.
    last: Time,
    /// Everything that was given.
    got: String,
    /// What the first try was refused with.
    refused: String,
}

impl Tried {
    fn went_well(&mut self, begun: Time, got: &str) {
        self.last = begun;
        self.got += got;
        self.well.send_replace(true);
    }
}

/// Says things of one's own, several at once, until that is refused.
fn talk(site: &Arc<Site>, by: &By) -> Vec<Trying> {
    let talking = async |site: Arc<Site>, by: By, mut tried: Tried| loop {
        let begun = now();
        match answer(own(&site, &by)).await {
            (201, _) => tried.went_well(begun, ""),
            (_, problem) => return Tried { refused: problem["code"].as_str().unwrap_or_default().to_owned(), ..tried },
        }
    };
    (0..4).map(|_| Trying::begin(|tried| talking(Arc::clone(site), by.clone(), tried))).collect()
}

/// What is given to somebody who comes anew, or the code that they are refused with.
async fn open_once(site: &Site, manner: Manner, by: &By) -> Result<String, String> {
    let text_of = |problem: &Value| problem["code"].as_str().unwrap_or_default().to_owned();
    if let Manner::Socket = manner {
        let mut line = match site.shake(by, &[("origin", ORIGIN)]).await {
            Ok(line) => line,
            Err(Error::Http(refused)) if refused.status() == 401 => return Err("token_expired".into()),
            Err(error) => return Err(error.to_string()),
        };
        line.try_send(json!({"type": "hello"})).await;
        line.try_send(json!({"type": "open", "ref": "1", "room": "project/42"})).await;
        loop {
            match line.frame().await {
                Ok(frame) if frame["type"] == "welcome" => {}
                Ok(frame) if frame["type"] == "opened" => return Ok(frame.to_string()),
                Ok(frame) => return Err(text_of(&frame)),
                Err(code) => return Err(format!("closed {code}")),
            }
        }
    }
    let media = match manner {
        Manner::Events => "text/event-stream",
        Manner::Text => "text/plain",
        _ => "application/json",
    };
    let query = if media == "application/json" { "last=200" } else { "follow" };
    let request = site.get(&format!("{MESSAGES}?{query}"), by).header("accept", media);
    let mut response = request.send().await.expect("an answer");
    if response.status() != 200 {
        let problem = serde_json::from_slice(&response.bytes().await.expect("a body")).unwrap_or_default();
        return Err(text_of(&problem));
    }
    let mut got = Vec::new();
    // Of a stream its beginning, and then it is left.
    while let Some(bytes) = response.chunk().await.expect("a body") {
        got.extend_from_slice(&bytes);
        if query == "follow" {
            break;
        }
    }
    Ok(String::from_utf8_lossy(&got).into_owned())
}

/// Comes anew again and again, until that is refused.
fn come_again(site: &Arc<Site>, manner: Manner, by: &By) -> Trying {
    let (site, by) = (Arc::clone(site), by.clone());
    Trying::begin(async move |mut tried: Tried| {
        loop {
            let begun = now();
            match open_once(&site, manner, &by).await {
                Ok(got) => tried.went_well(begun, &got),
                Err(refused) => return Tried { refused, ..tried },
            }
        }
    })
}

/// What became of those who talk and come, who are all refused with this.
async fn refused_with(trying: Vec<Trying>, codes: &[&str]) -> Vec<Tried> {
    let mut all = Vec::new();
    for Trying(_, trying) in trying {
        let tried = within(trying).await.expect("ends");
        assert!(codes.contains(&tried.refused.as_str()), "refused otherwise: {}", tried.refused);
        all.push(tried);
    }
    all
}

/// Until each of them got through.
async fn go_well(trying: &mut [Trying]) {
    for Trying(goes_well, _) in trying {
        within(goes_well.wait_for(|well| *well)).await.expect("gets through");
    }
}

/// A site where nobody is held up for talking much.
async fn site_over(store: Arc<dyn Store>) -> Arc<Site> {
    // What a busy disk takes its time for is no refusal.
    let free = Limits { write_deadline_ms: 60_000, ..Limits::default() }.unpaced();
    Arc::new(Site::with(store, |chat| chat.limits(free)).await)
}

async fn round(site: &Arc<Site>, manner: Manner, back: Back, user: &str) {
    let token = matches!(back, Back::RevokedToken | Back::Key);
    site.sessions.set(user, member(user));
    let by = match back {
        Back::RevokedToken => By::Token(site.token(user)),
        Back::Key => By::Token(signed(user, "ed")),
        Back::RevokedUser | Back::Rechecked => By::Cookie(user.to_owned()),
    };
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
    let mut trying = talk(site, &by);
    trying.push(come_again(site, manner, &by));
    within(begins.wait_for(|begun| *begun)).await.expect("reads");
    go_well(&mut trying).await;
    if !token {
        site.sessions.sign_out(user);
    }
    match back {
        Back::RevokedToken | Back::RevokedUser => site.chat.revoke(user).await.expect("revoked"),
        Back::Rechecked => site.chat.recheck(Some(user), None).await.expect("asked"),
        Back::Key => site.key_is_taken_back().await,
    }
    taken_back.store(true, Ordering::SeqCst);
    let mark = site.chat.room(&room("project/42")).notify(&after).await.expect("said");
    let got = within(reading).await.expect("ends");
    let tried = refused_with(trying, &["token_expired", "token_missing", "token_invalid"]).await;
    stop.store(true, Ordering::SeqCst);
    within(others).await.expect("ends");
    assert!(!got.contains(&after), "{manner:?} {back:?}: something came after");
    assert!(tried.iter().all(|tried| !tried.got.contains(&after)), "{manner:?} {back:?}: something was given after");
    let end = match manner {
        Manner::Poll | Manner::LongPoll if !matches!(back, Back::RevokedToken) => "token_",
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
        let site = site_over(Arc::new(MemoryStore::new())).await;
        for number in 0..12 {
            round(&site, manner, back, &format!("user-{number}")).await;
        }
        // A file answers at other times than memory.
        let (folder, site) = site_on_a_file().await;
        for number in 0..2 {
            round(&site, manner, back, &format!("user-{number}")).await;
        }
        site.chat.close().await;
        drop(folder);
    }
}

async fn site_on_a_file() -> (tempfile::TempDir, Arc<Site>) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
    let site = site_over(Arc::new(store)).await;
    (folder, site)
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whose_key_is_taken_back_gets_and_says_nothing_more() {
    for manner in MANNERS {
        // Each with a site of its own: a key is asked for once a minute.
        for number in 0..6 {
            round(&site_over(Arc::new(MemoryStore::new())).await, manner, Back::Key, &format!("user-{number}")).await;
        }
        let (_folder, site) = site_on_a_file().await;
        round(&site, manner, Back::Key, "user").await;
        site.chat.close().await;
    }
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

async fn delete_under(site: &Arc<Site>, manner: Manner, by: &By, made_early: bool) {
    let (when, listens) = watch::channel("before-");
    let others = others(site, move || Some(listens.borrow().to_string()).filter(|word| !word.is_empty()));
    let (begun, mut begins) = watch::channel(false);
    let reading = tokio::spawn(read(Arc::clone(site), manner, by.clone(), begun));
    // Who comes or says something later asks for the new room: neither is to be told apart here.
    let mut trying = Vec::new();
    if !made_early {
        trying = talk(site, by);
        trying.push(come_again(site, manner, by));
    }
    within(begins.wait_for(|begun| *begun)).await.expect("reads");
    go_well(&mut trying).await;
    site.chat.room(&room("project/42")).delete_room().await.expect("deleted");
    when.send_replace("after-");
    let early = if made_early { Some(make_again(site).await) } else { None };
    let got = within(reading).await.expect("ends");
    if !made_early {
        let tried = refused_with(trying, &["room_deleted"]).await;
        assert!(tried.iter().all(|tried| !tried.got.contains("after-")), "{manner:?}: something was given after");
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
        let by = |site: &Site| By::Token(site.token(&format!("user-{number}")));
        // A poll that comes later would ask for the new room.
        let made_early = number % 2 == 0 && !matches!(manner, Manner::Poll | Manner::LongPoll);
        let site = site_over(Arc::new(MemoryStore::new())).await;
        delete_under(&site, manner, &by(&site), made_early).await;
        if number < 2 {
            let (_folder, site) = site_on_a_file().await;
            delete_under(&site, manner, &by(&site), made_early).await;
            site.chat.close().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whose_token_is_over_gets_and_says_nothing_from_that_second_on() {
    over_at_its_second(&site_over(Arc::new(MemoryStore::new())).await).await;
    let (_folder, site) = site_on_a_file().await;
    over_at_its_second(&site).await;
    site.chat.close().await;
}

/// The newest of what was read, by when it was said.
fn newest_of(got: &str) -> Option<i64> {
    got.split("before-").skip(1).filter_map(|rest| rest.split('-').next()?.parse::<i64>().ok()).max()
}

/// For how long a token holds, in seconds: on a busy machine each reader has begun by then.
const LASTS: i64 = 6;

async fn over_at_its_second(site: &Arc<Site>) {
    let (stop, stopped) = watch::channel(false);
    // Each says when it was said, since no transcript tells the time so exactly.
    let others = others(site, move || (!*stopped.borrow()).then(|| format!("before-{}-", now().0)));
    let readers = MANNERS.map(|manner| {
        let user = format!("{manner:?}");
        let token = site.chat.user_token(&user, "Somebody", &room("project/42"), Level::Say, LASTS).expect("a token");
        let (begun, _) = watch::channel(false);
        // The token's second is that in which it was made, and so at the latest this one.
        let (over, by) = ((now().0 / 1_000 + LASTS) * 1_000, By::Token(token));
        let mut trying = talk(site, &by);
        trying.push(come_again(site, manner, &by));
        (manner, over, tokio::spawn(read(Arc::clone(site), manner, by, begun)), trying)
    });
    for (manner, over, reading, trying) in readers {
        let got = within(reading).await.expect("ends");
        let end = match manner {
            Manner::Text => "pass has run out",
            Manner::Socket => "closed 4001",
            _ => "token_expired",
        };
        assert!(got.contains(end), "{manner:?} ended otherwise: {}", &got[got.len().saturating_sub(300)..]);
        let newest = newest_of(&got).unwrap_or_else(|| panic!("{manner:?} read nothing"));
        assert!(newest < over, "{manner:?} was given what was said {} ms after its end", newest - over);
        for tried in refused_with(trying, &["token_expired"]).await {
            assert!(tried.last.0 < over, "{manner:?}: what was begun {} ms after its end went well", tried.last.0 - over);
            assert!(newest_of(&tried.got).is_none_or(|newest| newest < over), "{manner:?} came in and was given what is later");
        }
    }
    stop.send_replace(true);
    within(others).await.expect("ends");
}
