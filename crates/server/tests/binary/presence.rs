//! Who is here, who is typing and what the host signals, over both streams of the running server.

use std::time::Duration;

use reqwest::Method;
use tertulia_wire::frame::{ClientFrame, NewToken, Typing};
use tertulia_wire::page::Action;
use tertulia_wire::request::{NewSignal, PutRoom};
use tertulia_wire::{Code, Kind, Present, ServerFrame};

use crate::client::{Client, answer};
use crate::line::{Events, From, Socket};
use crate::server::{Server, until, within};

const ROOM: &str = "project/42";
/// What takes a minute otherwise.
const SHORT: &str = "[limits]\nleave_grace_ms = 300\npresence_every_ms = 20\ntyping_ms = 400";

/// A stream of either kind.
enum Stream {
    Socket(Socket),
    Events(Events),
}

impl Stream {
    async fn socket(client: &Client) -> Self {
        let mut socket = Socket::connect(client).await.expect("connects");
        socket.hello(client.token()).await.expect("is welcome");
        socket.open(ROOM, From::Newest(5)).await.expect("is sent");
        assert!(matches!(socket.next().await.expect("answers"), ServerFrame::Opened(_)));
        Self::Socket(socket)
    }

    async fn events(client: &Client) -> Self {
        let mut events = Events::open(client, ROOM, From::Newest(5)).await.expect("opens");
        assert!(matches!(events.next().await.expect("answers"), ServerFrame::Opened(_)));
        Self::Events(events)
    }

    async fn next(&mut self) -> ServerFrame {
        match self {
            Stream::Socket(socket) => socket.next().await.expect("goes on"),
            Stream::Events(events) => events.next().await.expect("goes on"),
        }
    }

    /// Waits until it is told of people who are as they should be.
    async fn until(&mut self, what: &str, mut is_so: impl FnMut(&Present) -> bool) {
        within(what, async {
            loop {
                if let ServerFrame::Presence(frame) = self.next().await
                    && is_so(&frame.present)
                {
                    return;
                }
            }
        })
        .await;
    }
}

fn names(present: &Present) -> Vec<&str> {
    present.people.iter().map(|person| person.name.as_str()).collect()
}

#[tokio::test]
async fn people_see_each_other_come_type_and_leave_over_both_streams() {
    let server = Server::start_with(SHORT).await;
    let (owner, ana, beto) = (server.owner(), server.guest("Ana").await, server.guest("Beto").await);
    owner.put_room(ROOM, &PutRoom { announce: Some(true), ..PutRoom::default() }).await.expect("is made");
    let mut socket = Stream::socket(&ana).await;
    let mut events = Stream::events(&beto).await;
    let mut nobody = Stream::events(&server.nobody()).await;
    socket.until("both are told", |present| names(present) == ["Ana", "Beto"]).await;
    let asked: Present = ana.get(&format!("/v1/rooms/{ROOM}/presence")).await.expect("asked");
    assert_eq!((asked.count, names(&asked)), (2, vec!["Ana", "Beto"]));

    let ana_types = |present: &Present| present.typing.iter().any(|sender| sender.name == "Ana");
    // Whoever reads late hears only of what is still so: she goes on typing until both have heard of it.
    let goes_on = async {
        let Stream::Socket(socket) = &mut socket else { panic!("not a socket") };
        loop {
            socket.send(&ClientFrame::Typing(Typing { room: ROOM.parse().expect("a room") })).await.expect("is sent");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::select! {
        () = goes_on => {}
        _ = async { tokio::join!(events.until("Ana types", ana_types), nobody.until("Ana types", ana_types)) } => {}
    }
    events.until("and no more", |present| present.typing.is_empty()).await;

    let score = NewSignal { name: "score".into(), data: Some([("home".to_owned(), 2.into())].into_iter().collect()) };
    let signal =
        async |who: &Client| answer(who.request(Method::POST, &format!("/v1/rooms/{ROOM}/signals")).await.json(&score)).await;
    assert_eq!(signal(&ana).await.expect_err("is the host's alone").code(), Code::NotAllowed);
    signal(&owner).await.expect("is told");
    for stream in [&mut socket, &mut events, &mut nobody] {
        let heard = within("the score", async {
            loop {
                if let ServerFrame::Signal(signal) = stream.next().await {
                    return signal;
                }
            }
        });
        let heard = heard.await;
        assert_eq!((heard.name.as_str(), heard.data), ("score", Some(serde_json::json!({"home": 2}))));
    }

    // A line that is cut, as by a crash of the client, is a leave.
    drop(socket);
    events.until("Ana has left", |present| names(present) == ["Beto"]).await;
    let told = async || {
        let (messages, _) = owner.whole_feed(ROOM).await;
        let line = |m: tertulia_wire::Message| (m.kind, m.sender.map(|sender| sender.name).unwrap_or_default());
        messages.into_iter().map(line).collect::<Vec<_>>()
    };
    until("the leave is written", async || told().await.len() >= 3).await;
    let name = |name: &str| name.to_owned();
    assert_eq!(told().await, [(Kind::Join, name("Ana")), (Kind::Join, name("Beto")), (Kind::Leave, name("Ana"))]);
}

#[tokio::test]
async fn a_new_token_is_answered_with_what_its_bearer_may_do() {
    let server = Server::start_with(SHORT).await;
    let ana = server.guest("Ana").await;
    server.owner().put_room(ROOM, &PutRoom::default()).await.expect("is made");
    let Stream::Socket(mut socket) = Stream::socket(&server.nobody()).await else { panic!("not a socket") };
    let token = NewToken { token: ana.token().expect("a token").to_owned(), room: None };
    socket.send(&ClientFrame::Token(token)).await.expect("is sent");
    let me = within("me", async {
        loop {
            if let ServerFrame::Me(frame) = socket.next().await.expect("goes on") {
                return frame.me;
            }
        }
    });
    let me = me.await;
    assert_eq!((me.name.as_deref(), me.may.contains(&Action::Say)), (Some("Ana"), true));
    let present: Present = ana.get(&format!("/v1/rooms/{ROOM}/presence")).await.expect("asked");
    assert_eq!(names(&present), ["Ana"], "whoever was nobody is somebody now");
}
