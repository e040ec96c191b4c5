//! An older copy of the file is put back: readers are told so where they hold what is no more, and go on where they don't.

use reqwest::Method;
use tertulia_wire::request::PutRoom;
use tertulia_wire::{Code, Cursor};

use crate::client::{Client, answer};
use crate::copy::typed;
use crate::line::{From, WAYS};
use crate::reader::Reader;
use crate::server::Server;

const ROOM: &str = "project/42";

async fn say(client: &Client, count: usize) {
    for n in 0..count {
        client.say(ROOM, &n.to_string()).await;
    }
}

/// Takes a copy while the server runs.
fn copy(server: &Server) {
    typed(server, &["backup", "copy.db"]).expect("a copy");
}

/// Stops the server, puts the copy in the file's place, and starts it again.
async fn put_back(server: &mut Server) {
    server.stop().await;
    typed(server, &["restore", "copy.db", "--force"]).expect("is put back");
    server.run().await;
}

/// One reader for each way, which has read all that is there, and whose line is still open.
async fn readers(server: &Server) -> Vec<Reader> {
    let here = server.nobody().whole_feed(ROOM).await.1.cursor;
    let mut readers = Vec::new();
    for way in WAYS {
        let mut reader = Reader::new(&server.nobody(), ROOM, way, From::After(Cursor::Start));
        reader.until_at(here).await;
        readers.push(reader);
    }
    readers
}

/// The same, and then they are gone for a while: what comes next, they don't hear.
async fn readers_that_left(server: &Server) -> Vec<Reader> {
    let mut readers = readers(server).await;
    readers.iter_mut().for_each(Reader::drop_line);
    readers
}

/// They come back by themselves, hold in the end what is there, and were reset so many times.
async fn come_back(server: &Server, readers: Vec<Reader>, resets: u32, what: &str) {
    let (room, page) = server.nobody().whole_feed(ROOM).await;
    for mut reader in readers {
        reader.until_at(page.cursor).await;
        reader.picture.is(&room, &format!("{}: {what}", reader.way));
        assert_eq!(reader.picture.resets, resets, "{}: {what}", reader.way);
    }
}

#[tokio::test]
async fn who_has_read_past_the_copy_is_reset_and_who_has_not_goes_on() {
    // Nothing is written after the copy was put back; less than was lost; more than was lost.
    for grown in [0, 5, 40] {
        let mut server = Server::start().await;
        let ana = server.guest("Ana").await;
        say(&ana, 8).await;
        let below = readers_that_left(&server).await;
        say(&ana, 2).await;
        let at_its_head = readers_that_left(&server).await;
        copy(&server);
        say(&ana, 20).await;
        let past = readers(&server).await;
        put_back(&mut server).await;
        say(&ana, grown).await;
        come_back(&server, below, 0, "below the copy's head").await;
        come_back(&server, at_its_head, 0, "at the copy's head").await;
        come_back(&server, past, 1, &format!("past the copy, which has grown by {grown}")).await;
    }
}

#[tokio::test]
async fn a_copy_from_an_earlier_run_is_told_from_what_came_after_it() {
    for grown in [0, 40] {
        let mut server = Server::start().await;
        let ana = server.guest("Ana").await;
        say(&ana, 10).await;
        copy(&server);
        server.stop().await;
        server.run().await;
        let below = readers_that_left(&server).await;
        say(&ana, 20).await;
        let past = readers(&server).await;
        put_back(&mut server).await;
        say(&ana, grown).await;
        come_back(&server, below, 0, "from before the run that is lost").await;
        come_back(&server, past, 1, "from the run that is lost").await;
    }
}

#[tokio::test]
async fn a_room_that_was_made_again_after_the_copy_is_another_room() {
    for grown in [0, 40] {
        let mut server = Server::start().await;
        let (ana, owner) = (server.guest("Ana").await, server.owner());
        say(&ana, 10).await;
        let of_the_first = readers_that_left(&server).await;
        copy(&server);
        owner.delete_room(ROOM).await.expect("is deleted");
        owner.put_room(ROOM, &PutRoom::default()).await.expect("is made");
        say(&ana, 5).await;
        let of_the_second = readers(&server).await;
        put_back(&mut server).await;
        say(&ana, grown).await;
        come_back(&server, of_the_first, 0, "of the room that is back").await;
        come_back(&server, of_the_second, 1, "of the room that is gone").await;
    }
}

#[tokio::test]
async fn a_room_made_again_is_not_taken_for_the_one_that_was_deleted() {
    for grown in [1, 30] {
        let server = Server::start().await;
        let (ana, owner) = (server.guest("Ana").await, server.owner());
        say(&ana, 10).await;
        let before = readers_that_left(&server).await;
        owner.delete_room(ROOM).await.expect("is deleted");
        owner.put_room(ROOM, &PutRoom::default()).await.expect("is made");
        say(&ana, grown).await;
        come_back(&server, before, 1, "of the room that was deleted").await;
    }
}

/// A copy that is put back lets nobody in again who was shut out since it was made.
#[tokio::test]
async fn who_was_revoked_or_banned_since_the_copy_still_is() {
    let mut server = Server::start_with("secret = 'at least thirty-two bytes, kept secret'").await;
    let bearer = |user: &str, grant: &str| {
        let token = crate::token::typed(&server.folder(), &["token", user, "--grant", grant]).expect("a token");
        server.nobody().with_token(&token)
    };
    let owner = bearer("boss", "*=own");
    owner.put_room(ROOM, &PutRoom::default()).await.expect("is made");
    let people = ["ana", "beto", "eva", "gil"].map(|user| bearer(user, "project/42=say"));
    for person in &people {
        person.say(ROOM, "hola").await;
    }
    let act = async |method: Method, path: &str, body: &str| {
        let request = owner.request(method, path).await.header("content-type", "application/json").body(body.to_owned());
        answer(request).await.expect("is done");
    };
    // One who was shut out before, too: then there are numbers already.
    act(Method::POST, "/v1/users/revoke?user=somebody", "").await;
    copy(&server);
    act(Method::POST, "/v1/users/revoke?user=ana", "").await;
    act(Method::PUT, "/v1/restrictions?user=beto", r#"{"kind": "ban"}"#).await;
    act(Method::PUT, &format!("/v1/rooms/{ROOM}/restrictions?user=eva"), r#"{"kind": "ban"}"#).await;
    for told in ["hold on: 3\n", "hold on: 3\n"] {
        server.stop().await;
        let said = typed(&server, &["restore", "copy.db", "--force"]).expect("is put back");
        assert!(said.contains(told), "{said}");
        server.run().await;
        let mut codes = Vec::new();
        for person in &people {
            codes.push(person.page(ROOM, "last=1").await.map_err(|refused| refused.code()).err());
        }
        assert_eq!(codes, [Some(Code::TokenExpired), Some(Code::Banned), Some(Code::Banned), None]);
    }
}
