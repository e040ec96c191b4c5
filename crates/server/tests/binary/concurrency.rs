//! Many write and many read at once, and those who read come and go: in the end all have seen the same, in the same order.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fastrand::Rng;
use tertulia_wire::{Code, Cursor};
use tokio::sync::watch;

use crate::client::Client;
use crate::line::{From, WAYS};
use crate::picture::Ledger;
use crate::reader::Reader;
use crate::server::{Server, seeded, within};

const ROOM: &str = "project/42";
const WRITERS: usize = 8;
const ACTS: usize = 30;
const READERS_OF_EACH_WAY: usize = 10;

#[tokio::test]
async fn many_readers_that_come_and_go_see_what_many_writers_did() {
    all_see_the_same(Server::start().await).await;
}

/// With so little in memory that nearly every reader is behind it, and reads the store, and is overtaken there.
#[tokio::test]
async fn the_same_where_every_reader_is_behind() {
    let narrow = "[limits]\ntail_changes = 3\nopened_changes = 3\nchunk_changes = 2\nlingering_rooms = 0\ncommit_wait_ms = 3";
    all_see_the_same(Server::start_with(narrow).await).await;
}

async fn all_see_the_same(server: Server) {
    let (ledger, mut rng) = (Ledger::default(), seeded());
    let (end, ended) = watch::channel(None);
    let mut reading = Vec::new();
    for way in WAYS {
        for place in 0..READERS_OF_EACH_WAY {
            let from = if place % 2 == 0 { From::After(Cursor::Start) } else { From::Newest(5) };
            let reader = Reader::new(&server.nobody(), ROOM, way, from).noting(&ledger);
            reading.push(tokio::spawn(read(reader, rng.fork(), ended.clone())));
        }
    }
    let said = Arc::new(Mutex::new(Vec::new()));
    let mut writing = Vec::new();
    for writer in 0..WRITERS {
        let client = server.guest(&format!("Writer {writer}")).await;
        writing.push(tokio::spawn(write(client, rng.fork(), Arc::clone(&said), ledger.clone())));
    }
    for writer in writing {
        within("everything is written", writer).await.expect("a writer");
    }
    let (room, page) = server.nobody().whole_feed(ROOM).await;
    assert!(room.iter().any(|message| message.edited.is_some()) && room.iter().any(|message| message.deleted.is_some()));
    assert!(room.iter().any(|message| !message.reactions.is_empty()));
    room.iter().for_each(|message| ledger.note(message));
    end.send_replace(page.cursor);
    for reader in reading {
        let reader = within("everything is read", reader).await.expect("a reader");
        assert_eq!(reader.picture.resets, 0, "{}: nothing was lost", reader.way);
        reader.picture.is(&room, &reader.way.to_string());
    }
}

/// Says, edits, deletes and reacts, one after the other.
async fn write(client: Client, mut rng: Rng, said: Arc<Mutex<Vec<u64>>>, ledger: Ledger) {
    let mut own = Vec::new();
    for act in 0..ACTS {
        let mine = rng.choice(&own).copied();
        let any = { rng.choice(&*said.lock().expect("nobody panicked")).copied() };
        let emoji = rng.choice(["👍", "🎉", "😀"]).expect("some");
        let answer = match (rng.u32(..100), mine, any) {
            (60..75, Some(id), _) => client.edit(ROOM, id, &format!("edited {act}")).await,
            (75..82, Some(id), _) => client.delete(ROOM, id).await,
            (82.., _, Some(id)) => client.react(ROOM, id, emoji, rng.bool()).await,
            _ => {
                let message = client.say(ROOM, &format!("said {act}")).await;
                own.push(message.id);
                said.lock().expect("nobody panicked").push(message.id);
                Ok(message)
            }
        };
        match answer {
            Ok(message) => ledger.note(&message),
            Err(failure) => assert_eq!(failure.code(), Code::Deleted, "only what is deleted can't be changed"),
        }
    }
}

/// Reads until it has read everything, losing its line now and then, and scrolling up now and then.
async fn read(mut reader: Reader, mut rng: Rng, mut ended: watch::Receiver<Option<Cursor>>) -> Reader {
    loop {
        let end = *ended.borrow_and_update();
        if end.is_some() && reader.picture.cursor == end {
            return reader;
        }
        let lives = if rng.u32(..6) == 0 { Duration::from_millis(rng.u64(..60)) } else { Duration::MAX };
        tokio::select! {
            refused = reader.step() => assert_eq!(refused, None, "{}", reader.way),
            () = tokio::time::sleep(lives) => reader.drop_line(),
            _ = ended.changed() => {}
        }
        if reader.picture.lowest > 1 && rng.u32(..10) == 0 {
            reader.read_older().await.expect("a page");
        }
    }
}
