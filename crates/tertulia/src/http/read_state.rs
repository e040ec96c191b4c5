//! What somebody has read, and how much they have not.

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use tertulia_wire::{Problem, PutRead, ReadState, RoomName, UnreadRooms};

use super::extract::{Asker, InRoom, Json, asked};
use crate::chat::Chat;
use crate::error::{Error, Refusal};

/// Notes up to which message the bearer has read a room. Never back; nobody else is told.
#[utoipa::path(put, operation_id = "mark_read", path = "/v1/rooms/{type}/{id}/read", tag = "messages",
    params(("type" = tertulia_wire::RoomType, Path), ("id" = tertulia_wire::RoomId, Path)), request_body = PutRead,
    responses((status = 200, description = "Up to which message they have by now", body = ReadState),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mark(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Json(PutRead { up_to }): Json<PutRead>,
) -> Result<axum::Json<ReadState>, Error> {
    let read = chat.mark_read(&who, &room, up_to).await?;
    Ok(axum::Json(ReadState { read }))
}

/// The rooms that are asked about: `room` may be said many times.
pub(super) struct Rooms(Vec<RoomName>);

impl FromRequestParts<Chat> for Rooms {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let rooms = asked(parts)?.into_iter().filter(|(name, _)| name == "room");
        // One more than may be asked for is enough to refuse them all.
        let rooms = rooms.take(chat.limits().unread_rooms + 1).map(|(_, room)| room.parse());
        Ok(Self(rooms.collect::<Result<_, _>>()?))
    }
}

/// Which rooms to count in.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "the document's words for what is read above")]
pub(super) struct UnreadQuery {
    /// A room, `type/id`; to be said once for each, at most 100 times.
    #[param(max_items = 100, min_items = 1)]
    room: Vec<RoomName>,
}

/// How much the bearer has not read, in many rooms at once.
#[utoipa::path(get, operation_id = "show_unread", path = "/v1/unread", tag = "messages", params(UnreadQuery),
    responses((status = 200, description = "The rooms that are there and may be read", body = UnreadRooms),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn unread(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Rooms(rooms): Rooms,
) -> Result<axum::Json<UnreadRooms>, Error> {
    Ok(axum::Json(UnreadRooms { rooms: chat.unread_for(&who, &rooms).await? }))
}
