//! Messages that wait for review, as the binary serves them.

use reqwest::Method;
use tertulia_wire::frame::SayFrame;
use tertulia_wire::request::{PutRoom, Say};
use tertulia_wire::{ClientFrame, Code, HeldBy, HeldPage, HoldMode, ServerFrame};

use crate::client::{Failure, answer, saying};
use crate::line::Socket;
use crate::server::Server;

const ROOM: &str = "room/lobby";

#[tokio::test]
async fn a_filter_in_the_configuration_refuses_words_and_holds_links_of_guests() {
    let server = Server::start_with("[filter]\nrefuse = ['spam']\nlinks = 'guests_hold'\n").await;
    let (owner, ana) = (server.owner(), server.guest("Ana").await);
    let say = |text: &str| Say { text: text.into(), ..Say::default() };
    let Err(Failure::Refused(refused)) = ana.try_say(ROOM, &say("s.p.a.m")).await else { panic!("is said") };
    assert_eq!((refused.status, refused.problem.code), (403, Code::Refused));
    assert!(refused.problem.detail.is_some());

    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    for (reference, text) in [("1", "SPAM"), ("2", "see example.org"), ("3", "hola")] {
        let room = ROOM.parse().expect("a room");
        let frame = SayFrame { reference: reference.into(), room, say: Say { text: text.into(), ..Say::default() } };
        socket.send(&ClientFrame::Say(frame)).await.expect("is sent");
        match socket.next().await.expect("answers") {
            ServerFrame::Problem(frame) if reference == "1" => {
                assert_eq!((frame.reference.as_deref(), frame.problem.code), (Some("1"), Code::Refused));
            }
            ServerFrame::Held(held) if reference == "2" => assert_eq!(held.reference, "2"),
            ServerFrame::Said(said) if reference == "3" => assert_eq!(said.reference, "3"),
            other => panic!("{reference}: {other:?}"),
        }
    }
    owner.say(ROOM, "the host may say spam, and example.org").await;
    let held: HeldPage = owner.get(&format!("/v1/rooms/{ROOM}/held")).await.expect("a list");
    assert_eq!(
        held.held.iter().map(|held| (held.by, held.text.as_str())).collect::<Vec<_>>(),
        [(HeldBy::Filter, "see example.org")]
    );
}

#[tokio::test]
async fn a_guests_message_waits_until_it_is_approved() {
    let server = Server::start().await;
    let (owner, ana) = (server.owner(), server.guest("Ana").await);
    let hold = PutRoom { hold: Some(HoldMode::Guests), ..PutRoom::default() };
    owner.put_room(ROOM, &hold).await.expect("is set");
    owner.say(ROOM, "who reviews is not reviewed").await;

    let mut socket = Socket::connect(&ana).await.expect("connects");
    socket.hello(ana.token()).await.expect("is welcome");
    let frame = |client_id: &str, text: &str| SayFrame {
        reference: "1".into(),
        room: ROOM.parse().expect("a room"),
        say: Say { text: text.into(), client_id: Some(client_id.parse().expect("a client id")), ..Say::default() },
    };
    for client_id in ["request-1", "request-1", "request-2"] {
        socket.send(&ClientFrame::Say(frame(client_id, "psst"))).await.expect("is sent");
        let ServerFrame::Held(held) = socket.next().await.expect("answers") else { panic!("is not held") };
        assert_eq!((held.reference.as_str(), held.held.client_id.as_str()), ("1", client_id));
    }
    let path = format!("/v1/rooms/{ROOM}/held");
    assert_eq!(ana.get::<HeldPage>(&path).await.expect_err("is not Ana's to see").code(), Code::NotAllowed);
    let page: HeldPage = owner.get(&format!("{path}?limit=1")).await.expect("a list");
    assert_eq!((page.held.len(), page.more, page.held[0].text.as_str()), (1, true, "psst"));
    let rest: HeldPage = owner.get(&format!("{path}?after={}", page.held[0].held)).await.expect("a list");
    assert_eq!((rest.held.len(), rest.more), (1, false));

    let (one, two) = (page.held[0].held, rest.held[0].held);
    answer(owner.request(Method::POST, &format!("{path}/{one}/approve")).await).await.expect("is approved");
    for _ in 0..2 {
        let rejected = answer(owner.request(Method::DELETE, &format!("{path}/{two}")).await).await.expect("is rejected");
        assert_eq!(rejected.status().as_u16(), 204);
    }
    let (status, message) = ana.try_say(ROOM, &saying("request-1", "psst")).await.expect("was said");
    assert_eq!((status, message.id), (200, 3));
    let refused = ana.try_say(ROOM, &saying("request-2", "psst")).await.expect_err("was rejected");
    assert_eq!(refused.code(), Code::Refused);
    let texts: Vec<_> = ana.whole_feed(ROOM).await.0.into_iter().map(|message| message.text).collect();
    assert_eq!(texts, ["who reviews is not reviewed", "psst"]);

    for (path, code) in [
        (format!("{path}?after=x"), Code::Invalid),
        (format!("{path}?limit=0"), Code::Invalid),
        (format!("{path}?after=9007199254740992"), Code::Invalid),
    ] {
        assert_eq!(owner.get::<HeldPage>(&path).await.expect_err(&path).code(), code);
    }
    for nothing in ["0", "x", "-1", "99", "9007199254740992"] {
        let approve = owner.request(Method::POST, &format!("{path}/{nothing}/approve")).await;
        assert_eq!(answer(approve).await.expect_err(nothing).code(), Code::NotFound);
    }
}

#[tokio::test]
async fn there_is_nothing_to_keep_order_in_before_anybody_has_written() {
    let server = Server::start().await;
    let owner = server.owner();
    for nothing in
        ["/v1/rooms/room/none/held", "/v1/reports?room=room/none", "/v1/rooms/room/none/restrictions", "/v1/audit?room=room/none"]
    {
        let list: serde_json::Value = owner.get(nothing).await.expect(nothing);
        let lists = list.as_object().map_or(vec![&list], |object| object.values().filter(|each| each.is_array()).collect());
        assert!(lists.iter().all(|each| each.as_array().is_some_and(Vec::is_empty)) && lists.len() == 1, "{list}");
    }
}
