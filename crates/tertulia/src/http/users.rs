//! What is done about people, and not in one room.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tertulia_wire::Problem;

use super::extract::{Asker, Query};
use crate::chat::Chat;
use crate::error::Error;

/// About whom.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct UserQuery {
    /// The user's or guest's id, as in their tokens, 1 to 200 characters.
    #[serde(default)]
    #[param(min_length = 1, max_length = 200)]
    user: String,
}

/// Refuses the tokens that a user was given up to now, and ends the streams that stand on them. Needs `own` on `*`.
#[utoipa::path(post, operation_id = "revoke_user", path = "/v1/users/revoke", tag = "users", params(UserQuery),
    responses((status = 204, description = "Their tokens are refused; nothing that is committed from now on goes to their streams"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn revoke(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(UserQuery { user }): Query<UserQuery>,
) -> Result<StatusCode, Error> {
    chat.allow_everywhere(&who)?;
    chat.revoke_by(who.bearer(), &user).await?;
    Ok(StatusCode::NO_CONTENT)
}
