//! Restrictions on people, and what moderators did.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tertulia_wire::moderation::{Audit, Lift, PutRestriction, Restriction};
use tertulia_wire::page::RestrictionKind;
use tertulia_wire::{Problem, RoomId, RoomName, RoomType};

use super::extract::{Asker, InRoom, Json, Query};
use crate::audit::{AUDIT_MAX, AuditPage};
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::standing::By;

/// Whom it is about; who is left out is refused as an empty id is, and what else is asked for, too: it would be taken for heard.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct About {
    /// The user's id, or a guest's.
    #[serde(default)]
    #[param(required = true, max_length = 200)]
    user: String,
}

/// From whom what is lifted, and why.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Lifted {
    /// The user's id, or a guest's.
    #[serde(default)]
    #[param(required = true, max_length = 200)]
    user: String,
    /// What alone is lifted, where several things are on them; absent is all.
    kind: Option<RestrictionKind>,
    /// Why, at most 500 code points, for the audit.
    #[param(max_length = 500)]
    why: Option<String>,
}

/// Why something is done.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Why {
    /// Why, at most 500 code points, for the audit; where nothing is written down, since it is one's own or nothing has changed, it is not either.
    #[param(max_length = 500)]
    pub(super) why: Option<String>,
}

/// Mutes, bans or kicks somebody in a room, in place of what of the same kind was on them. The answer is what was put, or what was
/// there and leaves nothing of it to be noticed.
#[utoipa::path(put, operation_id = "restrict", path = "/v1/rooms/{type}/{id}/restrictions", tag = "moderation",
    params(("type" = RoomType, Path), ("id" = RoomId, Path), About), request_body = PutRestriction,
    responses((status = 200, description = "In force; streams of whoever is banned have ended", body = Restriction),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn restrict(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Query(About { user }): Query<About>,
    Json(put): Json<PutRestriction>,
) -> Result<axum::Json<Restriction>, Error> {
    Ok(axum::Json(chat.restrict(&who, &room, &user, put).await?))
}

/// Gives back what was taken away from somebody in a room.
#[utoipa::path(delete, operation_id = "lift_restriction", path = "/v1/rooms/{type}/{id}/restrictions", tag = "moderation",
    params(("type" = RoomType, Path), ("id" = RoomId, Path), Lifted),
    responses((status = 204, description = "Lifted, also when there was none"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lift(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
    Query(Lifted { user, kind, why }): Query<Lifted>,
) -> Result<StatusCode, Error> {
    chat.lift_because(&who, &room, &user, Lift { kind, why }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is in force in a room, by user.
#[utoipa::path(get, operation_id = "list_restrictions", path = "/v1/rooms/{type}/{id}/restrictions", tag = "moderation",
    params(("type" = RoomType, Path), ("id" = RoomId, Path)),
    responses((status = 200, description = "The restrictions", body = Vec<Restriction>),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list(
    State(chat): State<Chat>,
    Asker(who): Asker,
    InRoom(room): InRoom,
) -> Result<axum::Json<Vec<Restriction>>, Error> {
    Ok(axum::Json(chat.restrictions(&who, &room).await?))
}

/// Mutes, bans or kicks somebody in every room, also in those that are yet to be made. Needs `own` on `*`.
#[utoipa::path(put, operation_id = "restrict_everywhere", path = "/v1/restrictions", tag = "moderation",
    params(About), request_body = PutRestriction,
    responses((status = 200, description = "In force; streams of whoever is banned have ended", body = Restriction),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn restrict_everywhere(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(About { user }): Query<About>,
    Json(put): Json<PutRestriction>,
) -> Result<axum::Json<Restriction>, Error> {
    chat.allow_everywhere(&who)?;
    Ok(axum::Json(chat.restrict_everywhere_by(By::Asker(&who), &user, put).await?))
}

/// Gives back what was taken away from somebody in every room. Needs `own` on `*`.
#[utoipa::path(delete, operation_id = "lift_restriction_everywhere", path = "/v1/restrictions", tag = "moderation", params(Lifted),
    responses((status = 204, description = "Lifted, also when there was none; what is in force in one room stays"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lift_everywhere(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(Lifted { user, kind, why }): Query<Lifted>,
) -> Result<StatusCode, Error> {
    chat.allow_everywhere(&who)?;
    chat.lift_everywhere_by(By::Asker(&who), &user, Lift { kind, why }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is in force in every room, by user. Needs `own` on `*`.
#[utoipa::path(get, operation_id = "list_restrictions_everywhere", path = "/v1/restrictions", tag = "moderation",
    responses((status = 200, description = "The restrictions", body = Vec<Restriction>),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn list_everywhere(State(chat): State<Chat>, Asker(who): Asker) -> Result<axum::Json<Vec<Restriction>>, Error> {
    chat.allow_everywhere(&who)?;
    let restrictions = chat.restrictions_everywhere().await?;
    chat.still_allow_everywhere(&who).await?;
    Ok(axum::Json(restrictions))
}

/// Which part of what was done.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AuditQuery {
    /// The room, `type/id`. All rooms where absent, which needs `own` on `*`, as what was done in a deleted room does.
    room: Option<String>,
    /// Only what was done to this user.
    #[param(max_length = 200)]
    user: Option<String>,
    /// Only what has a lower number than this.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    before: Option<String>,
    /// The most entries, 1 to 200; 50 where absent.
    #[param(value_type = Option<u32>, minimum = 1)]
    limit: Option<String>,
}

pub(super) const LIMIT: u64 = 50;

/// What was done, by whom, to whom, why and when, the newest first.
#[utoipa::path(get, operation_id = "read_audit", path = "/v1/audit", tag = "moderation", params(AuditQuery),
    responses((status = 200, description = "What was done by whom", body = Audit),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn audit(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(query): Query<AuditQuery>,
) -> Result<axum::Json<Audit>, Error> {
    let room = query.room.map(|room| room.parse::<RoomName>()).transpose()?;
    let before = query.before.map(|before| number("before", &before, tertulia_wire::NUMBER_MAX)).transpose()?;
    // More than the most is the most.
    let limit = query.limit.map_or(Ok(LIMIT), |limit| number("limit", &limit, u64::from(AUDIT_MAX)))?;
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
    let page = AuditPage { user: query.user, before, limit };
    let audit = match (&room, chat.allow_everywhere(&who)) {
        (Some(room), Err(_)) => chat.audit(&who, room, page).await?,
        (room, allowed) => {
            allowed?;
            let audit = chat.audit_everywhere(room.as_ref(), page).await?;
            chat.still_allow_everywhere(&who).await?;
            audit
        }
    };
    Ok(axum::Json(audit))
}

pub(super) fn number(field: &'static str, text: &str, max: u64) -> Result<u64, Refusal> {
    let read = text.parse().ok().filter(|number| (1..=tertulia_wire::NUMBER_MAX).contains(number));
    read.ok_or_else(|| Refusal::out_of_range(field, 1, max))
}
