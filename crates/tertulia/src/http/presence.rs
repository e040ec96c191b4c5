//! Who is here, and what is true only now.

use axum::extract::State;
use axum::http::StatusCode;
use tertulia_wire::request::NewSignal;
use tertulia_wire::{Present, Problem, RoomType};

use super::extract::{Asker, InRoom, Json};
use crate::chat::Chat;
use crate::error::Error;

/// Who is here, for those who poll; whoever holds a stream is told of each change.
#[utoipa::path(get, operation_id = "show_presence", path = "/v1/rooms/{type}/{id}/presence", tag = "presence",
    params(("type" = RoomType, Path), ("id" = tertulia_wire::RoomId, Path)),
    responses((status = 200, description = "How many people are here, and who; nobody where the room does not tell", body = Present),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
) -> Result<axum::Json<Present>, Error> {
    Ok(axum::Json(chat.present(&who, &room).await?))
}

/// Tells those who read that one is typing, or something of the host's own. Never stored, and may be lost.
#[utoipa::path(post, operation_id = "signal", path = "/v1/rooms/{type}/{id}/signals", tag = "presence",
    params(("type" = RoomType, Path), ("id" = tertulia_wire::RoomId, Path)), request_body = NewSignal,
    responses((status = 204, description = "Told"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn signal(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Json(signal): Json<NewSignal>,
) -> Result<StatusCode, Error> {
    chat.signal(&who, &room, signal).await?;
    Ok(StatusCode::NO_CONTENT)
}
