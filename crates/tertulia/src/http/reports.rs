//! Reports of messages, and the queue of what was reported.

use axum::extract::State;
use axum::http::StatusCode;
use tertulia_wire::report::ReportsQuery;
use tertulia_wire::{NewReport, Problem, Report, Reports, RoomId, RoomName, RoomType};

use super::extract::{Asker, InRoom, Json, Number, Query};
use super::moderation::{LIMIT, Why, number};
use crate::chat::Chat;
use crate::error::Error;
use crate::reports::REPORTS_MAX;

/// Reports a message to those who keep order in its room, once for each person. Nobody else is told.
#[utoipa::path(post, operation_id = "report_message", path = "/v1/rooms/{type}/{id}/messages/{n}/reports", tag = "moderation",
    params(("type" = RoomType, Path), ("id" = RoomId, Path), ("n" = u64, Path)), request_body = NewReport,
    responses((status = 201, description = "The report", body = Report),
        (status = 200, description = "The one that was made before; or this one, where as many are kept of the message as may", body = Report),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn report(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(id): Number,
    Json(report): Json<NewReport>,
) -> Result<(StatusCode, axum::Json<Report>), Error> {
    let (report, fresh) = chat.report(&who, &room, id, report).await?;
    Ok((if fresh { StatusCode::CREATED } else { StatusCode::OK }, axum::Json(report)))
}

/// Closes what was reported of a message.
#[utoipa::path(delete, operation_id = "close_reports", path = "/v1/rooms/{type}/{id}/messages/{n}/reports", tag = "moderation",
    params(("type" = RoomType, Path), ("id" = RoomId, Path), ("n" = u64, Path), Why),
    responses((status = 204, description = "Closed, also when nothing was reported of it"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn close(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Number(id): Number,
    Query(Why { why }): Query<Why>,
) -> Result<StatusCode, Error> {
    chat.close_reports_because(&who, &room, id, why).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The reported messages of a room, or of all rooms that the asker has `moderate` in, those reported last first.
#[utoipa::path(get, operation_id = "list_reports", path = "/v1/reports", tag = "moderation", params(ReportsQuery),
    responses((status = 200, description = "The messages as they are now, and who said what of them", body = Reports),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(query): Query<ReportsQuery>,
) -> Result<axum::Json<Reports>, Error> {
    let room = query.room.map(|room| room.parse::<RoomName>()).transpose()?;
    let before = query.before.map(|before| number("before", &before, tertulia_wire::NUMBER_MAX)).transpose()?;
    // More than the most is the most.
    let limit = query.limit.map_or(Ok(LIMIT), |limit| number("limit", &limit, u64::from(REPORTS_MAX)))?;
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
    Ok(axum::Json(match &room {
        Some(room) => chat.reports(&who, room, before, limit).await?,
        None => chat.reports_of_mine(&who, before, limit).await?,
    }))
}
