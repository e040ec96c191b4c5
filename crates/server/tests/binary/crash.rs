//! `kill -9` at any moment: what was acknowledged is there, once, and nothing is given out twice.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tertulia_wire::{Cursor, Message};
use tokio::sync::watch;

use crate::client::{Client, saying};
use crate::line::{From, WAYS};
use crate::picture::Ledger;
use crate::reader::Reader;
use crate::server::{Server, seeded, within};

const ROOM: &str = "project/42";
const ROUNDS: u32 = 20;
const WRITERS: usize = 6;

#[tokio::test]
async fn a_killed_server_has_lost_nothing_that_it_acknowledged() {
    let (mut server, ledger, mut rng) = (Server::start().await, Ledger::default(), seeded());
    let stop = watch::Sender::new(false);
    let (mut writing, mut reading) = (Vec::new(), Vec::new());
    for writer in 0..WRITERS {
        let client = server.guest(&format!("Writer {writer}")).await;
        writing.push(tokio::spawn(write(client, writer, ledger.clone(), stop.subscribe())));
    }
    for way in WAYS {
        let reader = Reader::new(&server.nobody(), ROOM, way, From::After(Cursor::Start)).noting(&ledger);
        reading.push(tokio::spawn(read(reader, stop.subscribe())));
    }
    for _ in 0..ROUNDS {
        tokio::time::sleep(Duration::from_millis(rng.u64(..200))).await;
        server.kill();
        server.run().await;
    }
    stop.send_replace(true);
    let mut acknowledged = Vec::new();
    for writer in writing {
        acknowledged.extend(within("the last sends are answered", writer).await.expect("a writer"));
    }
    let (room, page) = server.nobody().whole_feed(ROOM).await;
    check(&room, &acknowledged);
    for reader in reading {
        let mut reader = within("readers notice", reader).await.expect("a reader");
        reader.until_at(page.cursor).await;
        assert_eq!(reader.picture.resets, 0, "{}: every cursor stayed good", reader.way);
        reader.picture.is(&room, &reader.way.to_string());
    }
}

/// The room holds what was acknowledged, each once, and no number was lost.
fn check(room: &[Message], acknowledged: &[Message]) {
    assert!(acknowledged.len() >= ROUNDS as usize, "only {} sends in all", acknowledged.len());
    let ids: Vec<u64> = room.iter().map(|message| message.id).collect();
    assert_eq!(ids, (1..=room.len() as u64).collect::<Vec<_>>(), "no holes");
    let by_id: BTreeMap<u64, &Message> = room.iter().map(|message| (message.id, message)).collect();
    for message in acknowledged {
        assert_eq!(by_id.get(&message.id), Some(&message));
    }
    let requests: BTreeSet<_> = room.iter().map(|message| message.client_id.as_ref().map(ToString::to_string)).collect();
    assert_eq!(requests.len(), room.len(), "no request made two messages");
    // Nobody gave up: each request was asked again until it was answered.
    assert_eq!(room.len(), acknowledged.len());
}

/// Says one thing after the other, each until it is answered.
async fn write(client: Client, writer: usize, ledger: Ledger, stop: watch::Receiver<bool>) -> Vec<Message> {
    let mut acknowledged = Vec::new();
    while !*stop.borrow() {
        let text = format!("writer-{writer}-{}", acknowledged.len());
        let message = client.say_for_sure(ROOM, &saying(&text, &text)).await;
        assert_eq!(message.text, text);
        ledger.note(&message);
        acknowledged.push(message);
    }
    acknowledged
}

async fn read(mut reader: Reader, mut stop: watch::Receiver<bool>) -> Reader {
    while !*stop.borrow_and_update() {
        tokio::select! {
            refused = reader.step() => assert_eq!(refused, None, "{}", reader.way),
            _ = stop.changed() => {}
        }
    }
    reader
}
