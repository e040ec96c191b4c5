//! Messages: the feed in all its encodings, say, edit, delete, react.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper::upgrade::OnUpgrade;
use tertulia_wire::request::{Edit, Feed, React, Say};
use tertulia_wire::{Code, Held, Message, Page, Problem, Purged, RoomName, Time};

use super::edge::text;
use super::extract::{Asker, InRoom, Json, Number, Query};
use super::feed::{Ask, Format, ask, follows, format, zone};
use super::moderation::Why;
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::hub::Stay;
use crate::say::Spoken;
use crate::transport::lines::Lines;
use crate::transport::page::{Begin, RawPage};
use crate::transport::poll::Look;
use crate::transport::{poll, sse, text as plain, ws};

/// The feed: a page, a long poll, or a stream, by the query and `Accept`.
#[utoipa::path(get, operation_id = "read_feed", path = "/v1/rooms/{type}/{id}/messages", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), Feed,
        ("Last-Event-ID" = Option<tertulia_wire::Cursor>, Header, description = "Says the same as `after`, and wins over it")),
    responses((status = 200, description = "A page; a stream of frames; or lines of text, one a message", content(
            (Page = "application/json"), (String = "text/event-stream"), (String = "text/plain"))),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn feed(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Query(feed): Query<Feed>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let last_event_id = text(&headers, &HeaderName::from_static("last-event-id"));
    let format = format(&feed, &text(&headers, &header::ACCEPT))?;
    let who = Arc::new(who);
    let ask = ask(&feed, &last_event_id, chat.limits())?;
    if let (Ask::Live { begin, .. }, Format::Events) = (ask, format) {
        let stream = sse::stream(chat, who, room, begin).await?;
        return Ok(unkept(HeaderValue::from_static("text/event-stream"), Body::from_stream(stream)));
    }
    if format != Format::Text {
        return Ok(json(look(&chat, who, &room, ask, Some(Stay::Poll)).await?.page_json()?));
    }
    let tag = chat.inner.catalogues.negotiate(&text(&headers, &header::ACCEPT_LANGUAGE));
    let mut lines = Lines::new(Arc::clone(&chat.inner.catalogues), tag, zone(&feed)?);
    let follows = follows(&feed)?;
    let body = match ask {
        Ask::Live { begin, .. } if follows => Body::from_stream(plain::follow(chat, who, room, begin, lines).await?),
        ask => {
            let after = if let Ask::Live { begin: Begin::After(cursor), .. } = ask { Some(cursor) } else { None };
            Body::from(plain::page(&chat, &look(&chat, who, &room, ask, None).await?, after, &mut lines)?)
        }
    };
    let mut response = unkept(HeaderValue::from_static("text/plain; charset=utf-8"), body);
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(tag));
    Ok(response)
}

/// One look at a room, whatever it is written as.
pub(super) async fn look(
    chat: &Chat,
    who: Arc<Identity>,
    room: &RoomName,
    ask: Ask,
    stay: Option<Stay>,
) -> Result<RawPage, Error> {
    match ask {
        Ask::History { span, limit } => poll::history(chat, &who, room, span, limit).await,
        Ask::Live { begin: Begin::Newest(last), .. } => poll::newest(chat, who, room, last, stay).await,
        Ask::Live { begin: Begin::After(cursor), limit, wait } => {
            poll::after(chat, who, room, cursor, Look { limit, wait, stay }).await
        }
    }
}

/// An answer that may go on: some proxies keep what they get until there is more of it.
fn unkept(media: HeaderValue, body: Body) -> Response {
    let headers = [(header::CONTENT_TYPE, media), (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"))];
    (headers, body).into_response()
}

fn json(body: bytes::Bytes) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

/// Says something.
#[utoipa::path(post, operation_id = "say", path = "/v1/rooms/{type}/{id}/messages", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path)), request_body = Say,
    responses((status = 201, description = "Said, and committed to disk", body = Message),
        (status = 200, description = "Said before under this client id", body = Message),
        (status = 202, description = "It waits for review, also when asked again", body = Held),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn say(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Json(say): Json<Say>,
) -> Result<Response, Error> {
    Ok(match chat.say(&who, &room, say).await? {
        Spoken::Said(said) => {
            let status = if said.fresh { StatusCode::CREATED } else { StatusCode::OK };
            (status, axum::Json(said.message)).into_response()
        }
        Spoken::Held(held) => (StatusCode::ACCEPTED, axum::Json(held)).into_response(),
    })
}

/// What is to go. What else is asked for is refused, since more would go than was meant.
#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Purge {
    /// Everything that was said before this time goes, as in `2026-11-22T09:49:00.123Z`; needs `own`. Either this or `user`, so
    /// that nothing goes by mistake.
    #[param(value_type = Option<tertulia_wire::Time>)]
    before: Option<String>,
    /// Everything that this user has said is deleted as a moderator deletes one message, and what is held of theirs is rejected;
    /// needs `moderate`.
    #[param(max_length = 200)]
    user: Option<String>,
    /// Why, at most 500 code points, for the audit.
    #[param(max_length = 500)]
    why: Option<String>,
}

/// Removes all messages that were said before a time, or deletes all that somebody has said, for good.
#[utoipa::path(delete, operation_id = "purge_room", path = "/v1/rooms/{type}/{id}/messages", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), Purge),
    responses((status = 200, description = "The room. By time: messages below `first` are gone for every reader, and from the disk soon; of a user: their places are left", body = Purged),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn purge(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Query(purge): Query<Purge>,
) -> Result<axum::Json<Purged>, Error> {
    let (facts, count) = match (purge.before, purge.user) {
        (Some(before), None) => chat.purge_because(&who, &room, before.parse::<Time>()?, purge.why).await?,
        (None, Some(user)) => chat.delete_all_because(&who, &room, &user, purge.why).await?,
        _ => return Err(Refusal::because(Code::Invalid, "before-or-user").into()),
    };
    let page = super::rooms::page(&chat, &who, &room, Some(&facts)).await?;
    Ok(axum::Json(Purged { page, count }))
}

/// One message, as it is now.
#[utoipa::path(get, operation_id = "show_message", path = "/v1/rooms/{type}/{id}/messages/{n}", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("n" = u64, Path)),
    responses((status = 200, description = "The message", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(n): Number,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.message(&who, &room, n).await?))
}

/// Edits one's own message.
#[utoipa::path(patch, operation_id = "edit_message", path = "/v1/rooms/{type}/{id}/messages/{n}", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("n" = u64, Path)), request_body = Edit,
    responses((status = 200, description = "The message as it is now", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn edit(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(n): Number,
    Json(edit): Json<Edit>,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.edit(&who, &room, n, &edit.text).await?))
}

/// Deletes a message for good; its place stays.
#[utoipa::path(delete, operation_id = "delete_message", path = "/v1/rooms/{type}/{id}/messages/{n}", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("n" = u64, Path), Why),
    responses((status = 200, description = "The message as it is now, also when repeated", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn delete(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(n): Number,
    Query(Why { why }): Query<Why>,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.delete_because(&who, &room, n, why).await?))
}

/// Adds a reaction.
#[utoipa::path(put, operation_id = "react", path = "/v1/rooms/{type}/{id}/messages/{n}/reactions", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("n" = u64, Path), React),
    responses((status = 200, description = "The message as it is now", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn react(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(n): Number,
    Query(react): Query<ReactQuery>,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.react(&who, &room, n, &react.emoji, true).await?))
}

/// Takes a reaction away.
#[utoipa::path(delete, operation_id = "unreact", path = "/v1/rooms/{type}/{id}/messages/{n}/reactions", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("n" = u64, Path), React),
    responses((status = 200, description = "The message as it is now", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn unreact(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(n): Number,
    Query(react): Query<ReactQuery>,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.react(&who, &room, n, &react.emoji, false).await?))
}

/// The emoji of a reaction; one that is missing is refused as no emoji is.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct ReactQuery {
    #[serde(default)]
    emoji: String,
}

/// Many rooms on one WebSocket.
#[utoipa::path(get, operation_id = "open_socket", path = "/v1/socket", tag = "messages",
    responses((status = 101, description = "A WebSocket of the subprotocol tertulia.v1"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn socket(
    State(chat): State<Chat>,
    Asker(who): Asker,
    method: Method,
    headers: HeaderMap,
    upgrade: Option<Extension<OnUpgrade>>,
) -> Result<Response, Error> {
    // Before the handshake is looked at: a browser does not tell its page why one failed, and a plain request then asks.
    let (address, place) = (who.address, chat.enter_from(who.address)?);
    let (answer, upgrade) = ws::accept(&method, &headers, upgrade.map(|Extension(upgrade)| upgrade))?;
    let language = chat.inner.catalogues.negotiate(&text(&headers, &header::ACCEPT_LANGUAGE));
    // Kept small: it lies beside the socket for as long as the connection lives.
    let came = ws::Came { address, as_whom: who.id().is_some().then(|| Arc::new(who)), _place: place };
    tokio::spawn(ws::serve(chat, upgrade, came, language));
    Ok((StatusCode::SWITCHING_PROTOCOLS, answer).into_response())
}
