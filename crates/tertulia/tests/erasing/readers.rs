//! Random histories with an erasure in them: from its answer on no reader, wherever it stood, is told anything of who was erased, and of all
//! others everything is as it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::BodyDataStream;
use futures_util::stream::Fuse;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tertulia::Chat;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Cursor, Kind, Level, Message, Page, Reaction, Sender};

use super::{ID, NAME, OF_ANA, ROOM, WORDS, ana, ask, chat_over, is_clean, is_clean_of, read_up, stream, token};

/// What must not be read any more once ben is erased.
const OF_BEN: [&str; 3] = ["\"ben\"", "Ben", "ben "];

#[derive(Debug, Clone, Copy)]
enum Op {
    /// Said by ana herself, for ana by the host, by ana for ben, by ben.
    Say(u8),
    Edit(u8),
    Delete(u8),
    React(u8, bool),
    Purge(u8),
    Announce(bool),
    Hold(bool),
    Approve(u8),
    /// Somebody begins to read, in some way.
    Read(u8),
    /// Who reads does so up to now.
    ReadUp(u8),
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let n = any::<u8>;
    let op = prop_oneof![
        10 => n().prop_map(Op::Say),
        3 => n().prop_map(Op::Edit),
        2 => n().prop_map(Op::Delete),
        5 => (n(), any::<bool>()).prop_map(|(n, hers)| Op::React(n, hers)),
        1 => n().prop_map(Op::Purge),
        1 => any::<bool>().prop_map(Op::Announce),
        1 => any::<bool>().prop_map(Op::Hold),
        2 => n().prop_map(Op::Approve),
        4 => n().prop_map(Op::Read),
        2 => n().prop_map(Op::ReadUp),
    ];
    prop::collection::vec(op, 5..60)
}

/// Who reads, and what their way of reading goes on from.
enum Reader {
    Stream(&'static str, Fuse<BodyDataStream>),
    Poll(Cursor),
}

struct World {
    chat: Chat,
    boss: String,
    said: u64,
    readers: Vec<Reader>,
}

impl World {
    async fn new() -> Self {
        let chat = chat_over(Arc::new(MemoryStore::new())).await;
        let boss = token(&chat, "boss", "Boss", Level::Own);
        Self { chat, boss, said: 0, readers: Vec::new() }
    }

    fn id(&self, n: u8) -> u64 {
        u64::from(n) % (self.said + 3) + 1
    }

    async fn play(&mut self, op: Op) {
        let hall = self.chat.room(&room(ROOM));
        // What is refused is refused: what matters is what is there.
        match op {
            Op::Say(n) => {
                self.said += 1;
                let text = if n % 4 == 3 { format!("ben {n}") } else { format!("{WORDS} {n}") };
                let hers = || self.chat.identify(&token(&self.chat, ID, NAME, Level::Own)).expect("good");
                let reply_to = (n % 5 == 0).then(|| self.id(n));
                let _ = match n % 4 {
                    0 => self.chat.say(&hers(), &room(ROOM), Say { text, reply_to, ..Say::default() }).await.map(drop),
                    1 => hall.say(Kind::Action, ana(), &text).await.map(drop),
                    2 => {
                        let sender = Some(Some(Sender::user("ben", "Ben")));
                        let text = format!("ben {n}");
                        self.chat.say(&hers(), &room(ROOM), Say { text, sender, ..Say::default() }).await.map(drop)
                    }
                    _ => hall.say(Kind::Message, Sender::user("ben", "Ben"), &text).await.map(drop),
                };
            }
            Op::Edit(n) => drop(hall.edit(ID, self.id(n), &format!("{WORDS}, edited {n}")).await),
            Op::Delete(n) => drop(hall.delete(self.id(n)).await),
            Op::React(n, hers) => drop(hall.react(if hers { ID } else { "ben" }, self.id(n), "👍", n % 3 > 0).await),
            Op::Purge(n) if n % 4 == 0 => {
                let path = format!("/v1/rooms/{ROOM}/messages?before=2100-01-01T00:00:00.000Z");
                ask(&self.chat, "DELETE", &path, &self.boss).await;
            }
            Op::Purge(_) => {}
            Op::Announce(announce) => {
                drop(hall.change_settings(PutRoom { announce: Some(announce), ..PutRoom::default() }).await)
            }
            Op::Hold(hold) => {
                let hold = if hold { tertulia::wire::HoldMode::All } else { tertulia::wire::HoldMode::Off };
                drop(hall.change_settings(PutRoom { hold: Some(hold), ..PutRoom::default() }).await);
            }
            Op::Approve(n) => drop(hall.approve(u64::from(n) % 4 + 1).await),
            Op::Read(n) => {
                let hers = token(&self.chat, ID, NAME, Level::Say);
                let reader = match n % 4 {
                    0 => Reader::Stream("events", stream(&self.chat, &self.boss, "last=5&format=sse").await),
                    1 => Reader::Stream("text", stream(&self.chat, &self.boss, "last=5&format=text&follow=1").await),
                    2 => Reader::Stream("hers", stream(&self.chat, &hers, "last=5&format=sse").await),
                    _ => Reader::Poll(self.page("last=5").await.cursor.expect("goes on")),
                };
                self.readers.push(reader);
            }
            Op::ReadUp(n) => {
                let count = self.readers.len().max(1);
                if let Some(Reader::Stream(_, stream)) = self.readers.get_mut(usize::from(n) % count) {
                    read_up(stream).await;
                }
            }
        }
    }

    async fn page(&self, query: &str) -> Page {
        let (status, body) = ask(&self.chat, "GET", &format!("/v1/rooms/{ROOM}/messages?{query}"), &self.boss).await;
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).expect("a page")
    }

    /// Everything that is in the room.
    async fn all(&self) -> BTreeMap<u64, Message> {
        let (mut all, mut above) = (BTreeMap::new(), 0);
        loop {
            let page = self.page(&format!("above={above}&limit=200")).await;
            let Some(last) = page.messages.last() else { return all };
            above = last.id;
            all.extend(page.messages.into_iter().map(|message| (message.id, message)));
        }
    }
}

fn is_from(message: &Message, person: &str) -> bool {
    message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(person)
}

/// What should be left of a message.
fn left(message: &Message, person: &str, now: &Message) -> Message {
    // By which request somebody sent it in another's name is forgotten.
    let mut left = Message { version: now.version, client_id: now.client_id.clone(), ..message.clone() };
    if is_from(message, person) {
        let (deleted, deleted_by) = (now.deleted, message.deleted_by.or(now.deleted_by));
        let (text, reactions) = (String::new(), Vec::new());
        return Message {
            sender: None,
            text,
            reactions,
            client_id: None,
            deleted: message.deleted.or(deleted),
            deleted_by,
            ..left
        };
    }
    for reaction in &mut left.reactions {
        let before = reaction.by.len();
        reaction.by.retain(|by| by != person);
        reaction.count -= (before - reaction.by.len()) as u64;
    }
    left.reactions.retain(|reaction: &Reaction| reaction.count > 0);
    left
}

async fn live_through(before: Vec<Op>, after: Vec<Op>) {
    let mut world = World::new().await;
    for op in before {
        world.play(op).await;
    }
    let head = world.page("last=1").await.cursor;
    erase_and_compare(&world, ID).await;
    // Only what concerns nobody but ben and the host comes after.
    for op in after {
        match op {
            Op::Say(n) => world.play(Op::Say(n / 4 * 4 % 252 + 3)).await,
            Op::React(n, _) => world.play(Op::React(n, false)).await,
            Op::Edit(_) => {}
            Op::Read(n) if n % 4 == 2 => {}
            op => world.play(op).await,
        }
    }
    let changes = world.page(&format!("after={}&limit=200", head.expect("a cursor"))).await;
    assert!(changes.messages.is_sorted_by(|one, next| one.version < next.version), "{changes:?}");
    for reader in std::mem::take(&mut world.readers) {
        match reader {
            // The stream of her own ends; what was told on opening is made when it is read.
            Reader::Stream("hers", _) => {}
            Reader::Stream(way, mut stream) => is_clean(way, &read_up(&mut stream).await),
            Reader::Poll(cursor) => {
                let page = world.page(&format!("after={cursor}&limit=200")).await;
                is_clean("a poll", &serde_json::to_string(&page).expect("text"));
            }
        }
    }
    nowhere(&world, &OF_ANA).await;
    // And then ben, in whose name she spoke.
    let mut of_boss = stream(&world.chat, &world.boss, "last=200&format=sse").await;
    let poll = world.page("last=1").await.cursor.expect("goes on");
    erase_and_compare(&world, "ben").await;
    is_clean_of(&OF_BEN, "events", &read_up(&mut of_boss).await);
    let page = world.page(&format!("after={poll}&limit=200")).await;
    is_clean_of(&OF_BEN, "a poll", &serde_json::to_string(&page).expect("text"));
    nowhere(&world, &OF_BEN).await;
    nowhere(&world, &OF_ANA).await;
}

/// Erases somebody, and compares what is there then with what was before.
async fn erase_and_compare(world: &World, person: &str) {
    let was = world.all().await;
    world.chat.erase_person(person).await.expect("erased");
    let now = world.all().await;
    assert_eq!(was.keys().collect::<Vec<_>>(), now.keys().filter(|id| was.contains_key(id)).collect::<Vec<_>>());
    for (id, message) in &was {
        assert_eq!(now[id], left(message, person, &now[id]));
        assert!(!is_from(message, person) || now[id].deleted.is_some());
        let is_touched = now[id] != *message;
        assert_eq!(now[id].version > message.version, is_touched, "each that is touched is a change, and no other");
    }
}

/// Nothing of somebody is in anything that can be asked for.
async fn nowhere(world: &World, secrets: &[&str]) {
    for path in [
        "",
        "/messages?last=200",
        "/messages?before=500&limit=200",
        "/messages?after=0&limit=200",
        "/messages?format=text&last=200",
    ] {
        is_clean_of(secrets, path, &ask(&world.chat, "GET", &format!("/v1/rooms/{ROOM}{path}"), &world.boss).await.1);
    }
    for path in ["/presence", "/held", "/restrictions"] {
        is_clean_of(secrets, path, &ask(&world.chat, "GET", &format!("/v1/rooms/{ROOM}{path}"), &world.boss).await.1);
    }
    let own = world.chat.owner_token("admin", 1_000).expect("a token");
    is_clean_of(secrets, "the audit", &ask(&world.chat, "GET", "/v1/audit?limit=200", &own).await.1);
}

#[test]
fn nobody_is_told_anything_of_who_was_erased_and_of_others_everything() {
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, max_shrink_iters: 400, ..Config::default() });
    let outcome = runner.run(&(ops(), ops()), |(before, after)| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().expect("a runtime");
        runtime.block_on(live_through(before, after));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
