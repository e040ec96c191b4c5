//! Messages that wait for review: listed, approved, rejected.

use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::Deserialize;
use tertulia_wire::held::HeldQuery;
use tertulia_wire::{Code, HeldPage, Message, NUMBER_MAX, Problem};

use super::extract::{Asker, InRoom, Query};
use super::moderation::Why;
use crate::chat::Chat;
use crate::error::{Error, Refusal};

/// The held message that the address names.
pub(super) struct HeldNumber(u64);

#[derive(Deserialize)]
struct HeldPath {
    h: String,
}

impl FromRequestParts<Chat> for HeldNumber {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let Path(path) = Path::<HeldPath>::from_request_parts(parts, chat).await.map_err(|_| Refusal::new(Code::NotFound))?;
        // What is no number names nothing that waits.
        number(&path.h).filter(|h| *h > 0).map(Self).ok_or_else(|| Refusal::new(Code::NotFound))
    }
}

fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|n| *n <= NUMBER_MAX && text.bytes().all(|c| c.is_ascii_digit()))
}

/// The messages that wait for review, in the order in which they came.
#[utoipa::path(get, operation_id = "list_held", path = "/v1/rooms/{type}/{id}/held", tag = "review",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), HeldQuery),
    responses((status = 200, description = "Those that wait", body = HeldPage),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Query(query): Query<HeldQuery>,
) -> Result<axum::Json<HeldPage>, Error> {
    let after = match &query.after {
        None => 0,
        Some(after) => number(after).ok_or_else(|| Refusal::out_of_range("after", 0, NUMBER_MAX))?,
    };
    let max = chat.limits().page_max;
    let limit = match &query.limit {
        None => chat.limits().page_default,
        // More than the most counts as the most.
        Some(limit) if !limit.is_empty() && limit.bytes().all(|c| c.is_ascii_digit()) => limit.parse().unwrap_or(max),
        Some(_) => 0,
    };
    if limit == 0 {
        return Err(Refusal::out_of_range("limit", 1, max).into());
    }
    Ok(axum::Json(chat.held(&who, &room, after, limit).await?))
}

/// Lets a held message into the room.
#[utoipa::path(post, operation_id = "approve_held", path = "/v1/rooms/{type}/{id}/held/{h}/approve", tag = "review",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("h" = u64, Path), Why),
    responses((status = 200, description = "The message, with the number and the time that it has now", body = Message),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn approve(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    HeldNumber(held): HeldNumber,
    Query(Why { why }): Query<Why>,
) -> Result<axum::Json<Message>, Error> {
    Ok(axum::Json(chat.approve_because(&who, &room, held, why).await?))
}

/// Rejects a held message.
#[utoipa::path(delete, operation_id = "reject_held", path = "/v1/rooms/{type}/{id}/held/{h}", tag = "review",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path), ("h" = u64, Path), Why),
    responses((status = 204, description = "Rejected, also when repeated"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn reject(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    HeldNumber(held): HeldNumber,
    Query(Why { why }): Query<Why>,
) -> Result<StatusCode, Error> {
    chat.reject_because(&who, &room, held, why).await?;
    Ok(StatusCode::NO_CONTENT)
}
