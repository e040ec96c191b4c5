//! Who is here when a room moves, and when somebody may no longer speak.

use tertulia::wire::moderation::PutRestriction;
use tertulia::wire::page::RestrictionKind;

use super::*;

#[tokio::test(start_paused = true)]
async fn a_room_that_moves_makes_no_noise_and_whoever_leaves_it_leaves_once() {
    let ground = Ground::announcing().await;
    let token = ground.chat.user_token("ana", "ANA", &room("project/43"), Level::Say, 1_000_000).expect("a token");
    let before = ground.come(Some(&ground.token("ana"))).await;
    a_while().await;
    let moved = ground.chat.room(&room(ROOM)).move_to(&room("project/43")).await.expect("moved");
    drop(before);
    let (status, body) = ground.ask(Method::GET, "rooms/project/43/messages", Some(&token), "text/event-stream", "").await;
    assert_eq!(status, StatusCode::OK);
    let mut line = Line(body.into_data_stream());
    assert!(matches!(line.next().await, ServerFrame::Opened(_)));
    a_while().await;
    let kinds = async || {
        let page = moved.newest(50).await.expect("a page");
        page.messages.iter().map(|message| message.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds().await, [Kind::Join]);
    assert_eq!(moved.present().await.expect("asked").count, 1);
    drop(line);
    a_while().await;
    assert_eq!(kinds().await, [Kind::Join, Kind::Leave]);
}

#[tokio::test(start_paused = true)]
async fn whoever_is_muted_types_no_more_and_whoever_is_banned_leaves() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    let (ana, hall) = (ground.token("ana"), ground.chat.room(&room(ROOM)));
    let mut line = ground.come(Some(&ana)).await.0;
    let mute = PutRestriction { kind: RestrictionKind::Mute, until: None, why: None, address: false };
    hall.restrict("ana", mute.clone()).await.expect("muted");
    assert_eq!(ground.signal(Some(&ana), r#"{"name": "typing"}"#).await, Err(Code::Muted));
    hall.restrict("ana", PutRestriction { kind: RestrictionKind::Ban, ..mute }).await.expect("banned");
    while !matches!(line.next().await, ServerFrame::Ended(_)) {}
    drop(line);
    a_while().await;
    assert_eq!(ground.present().await.count, 0);
}
