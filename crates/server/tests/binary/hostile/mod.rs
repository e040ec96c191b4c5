//! Hostile input at every door of one running server, one attack after the other.
//!
//! Each is told what is wrong, or cut. Between any two of them somebody honest says something and is heard on every way to read:
//! in the end that, and nothing else, was stored and heard, each once; and the server is hardly larger than before.

mod bodies;
mod crowds;
mod doors;
mod lines;
mod people;
mod requests;
mod sockets;

use std::pin::Pin;

use tertulia_wire::request::Say;
use tertulia_wire::{Cursor, Message};

use crate::client::{Client, saying};
use crate::line::{From, WAYS};
use crate::reader::Reader;
use crate::server::Server;

const ROOM: &str = "project/42";
const MESSAGES: &str = "/v1/rooms/project/42/messages";
/// Times that are short enough for slow ones to be cut while the test waits, and long enough for a busy machine.
const SHORT_TIMES: &str = "[limits]\nhead_s = 2\nbody_s = 2\nhello_s = 2";
/// How much larger a server may be after all of this than before.
const GROWTH_MAX_KIB: u64 = 64 * 1024;

/// The memory that a process has made for itself, in KiB. Its share of what several map, such as the program, is larger the fewer
/// servers other tests run beside it.
fn private_kib(server: &Server) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", server.child().id())).expect("is Linux");
    let anonymous = rollup.lines().find_map(|line| line.strip_prefix("Anonymous:")).expect("is there");
    anonymous.trim().trim_end_matches("kB").trim().parse().expect("a number")
}

/// How many sockets the server holds open.
fn connections(server: &Server) -> usize {
    let open = std::fs::read_dir(format!("/proc/{}/fd", server.child().id())).expect("a process");
    let target = |entry: std::io::Result<std::fs::DirEntry>| std::fs::read_link(entry.ok()?.path()).ok();
    open.filter_map(target).filter(|target| target.to_string_lossy().starts_with("socket:")).count()
}

/// Those who mean no harm.
struct Honest {
    ana: Client,
    readers: Vec<Reader>,
    said: Vec<Message>,
}

impl Honest {
    fn new(ana: Client) -> Self {
        let readers = WAYS.map(|way| Reader::new(&ana, ROOM, way, From::After(Cursor::Start))).into();
        Self { ana, readers, said: Vec::new() }
    }

    /// Lets an attack happen, says something, and hears it on every way.
    ///
    /// On the heap, since all attacks together are more than a stack holds.
    async fn survive(&mut self, attack: &str, happens: Pin<Box<dyn Future<Output = ()> + '_>>) {
        happens.await;
        let say = Say { text: format!("after {attack}"), ..saying(&format!("{attack}-over"), "") };
        self.said.push(self.ana.say_for_sure(ROOM, &say).await);
        for reader in &mut self.readers {
            reader.until(attack, |picture| picture.messages.len() >= self.said.len()).await;
        }
    }
}

#[tokio::test]
async fn a_server_that_is_abused_at_every_door_loses_nothing_stores_nothing_and_stays_small() {
    let server = Server::start_with(SHORT_TIMES).await;
    let mut honest = Honest::new(server.guest("Ana").await);
    let mallory = server.guest("Mallory").await;
    honest.survive("nothing", Box::pin(async {})).await;
    let before = private_kib(&server);

    honest.survive("bodies", Box::pin(bodies::broken(&mallory))).await;
    honest.survive("forgeries", Box::pin(bodies::forged(&mallory))).await;
    honest.survive("texts", Box::pin(bodies::texts_and_names(&mallory))).await;
    honest.survive("huge_bodies", Box::pin(bodies::huge(&server, &mallory))).await;
    honest.survive("queries", Box::pin(bodies::queries(&mallory))).await;
    honest.survive("paths", Box::pin(bodies::paths(&mallory))).await;
    honest.survive("lengths", Box::pin(requests::two_lengths(&server, &mallory))).await;
    honest.survive("encodings", Box::pin(requests::odd_encodings(&server, &mallory))).await;
    honest.survive("chunks", Box::pin(requests::odd_chunks(&server, &mallory))).await;
    honest.survive("heads", Box::pin(requests::odd_heads(&server))).await;
    honest.survive("hosts", Box::pin(requests::odd_hosts(&server))).await;
    honest.survive("pipelines", Box::pin(requests::pipelined(&server, &mallory))).await;
    honest.survive("upgrades", Box::pin(requests::upgrades_with_a_body(&server, &mallory))).await;
    honest.survive("frames", Box::pin(sockets::broken_frames(&server))).await;
    honest.survive("closes", Box::pin(sockets::odd_closes(&server))).await;
    honest.survive("pieces", Box::pin(sockets::allowed_in_pieces(&server))).await;
    honest.survive("lists", Box::pin(sockets::a_list(&server))).await;
    honest.survive("deflate", Box::pin(sockets::deflate_offered(&server))).await;
    honest.survive("silence", Box::pin(sockets::half_of_a_frame(&server))).await;
    honest.survive("half_closed", Box::pin(lines::half_closed(&server, &mallory))).await;
    honest.survive("streams", Box::pin(lines::streams_left(&server))).await;
    honest.survive("resets", Box::pin(lines::reset(&server, &mallory))).await;
    honest.survive("drips", Box::pin(lines::dripping(&server, &mallory))).await;
    honest.survive("many_rooms", Box::pin(crowds::many_rooms_on_one_socket(&server))).await;

    let after = private_kib(&server);
    let (messages, page) = server.nobody().whole_feed(ROOM).await;
    assert_eq!(messages, honest.said, "nothing else was stored");
    let versions: Vec<u64> = (1..=messages.len() as u64).collect();
    for reader in &honest.readers {
        assert_eq!((&reader.picture.seen, reader.picture.resets), (&versions, 0), "{}: each was heard once", reader.way);
        reader.picture.is(&messages, &reader.way.to_string());
    }
    assert_eq!(page.cursor.map(|cursor| cursor.to_string().ends_with(&format!(".{}", messages.len()))), Some(true));
    let rooms: Vec<tertulia_wire::Page> = server.owner().get("/v1/rooms").await.expect("a list");
    assert_eq!(rooms.iter().map(|room| room.room.to_string()).collect::<Vec<_>>(), [ROOM], "no other room was made");
    assert!(!server.log().contains("panicked"), "{}", server.log());
    assert!(after <= before + GROWTH_MAX_KIB, "from {before} to {after} KiB");
}

#[tokio::test]
async fn a_crawler_over_rooms_that_are_not_there_leaves_nothing_of_their_names() {
    let server = Server::start_with("").await;
    let mallory = server.guest("Mallory").await;
    crowds::crawler(&server, &mallory).await;
    let rooms: Vec<tertulia_wire::Page> = server.owner().get("/v1/rooms").await.expect("a list");
    assert!(rooms.is_empty(), "none is made: {rooms:?}");
}

#[tokio::test]
async fn what_cant_be_read_is_refused_at_every_door_and_no_row_changes() {
    let server = Server::start_with("rooms.door.guests = 'say'").await;
    let mallory = server.guest("Mallory").await;
    doors::broken_bodies(&server, &mallory).await;
    assert!(!server.log().contains("panicked"), "{}", server.log());
}

#[tokio::test]
async fn what_is_no_utf8_in_an_address_or_a_form_is_refused_and_done_to_nobody() {
    let server = Server::start_with("rooms.door.guests = 'say'").await;
    let mallory = server.guest("Mallory").await;
    doors::broken_encodings(&server, &mallory).await;
    assert!(!server.log().contains("panicked"), "{}", server.log());
}

#[tokio::test]
async fn what_people_fill_in_does_nothing_wherever_it_is_read_also_emoji_and_restrictions() {
    let mut server = Server::start_with("rooms.evil.guests = 'say'").await;
    people::filled_in(&server, &server.guest("Mallory").await).await;
    assert!(!server.log().contains("panicked"), "{}", server.log());
    server.stop().await;
}
