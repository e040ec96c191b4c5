//! What is done about people, and not in one room.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt};
use serde::Deserialize;
use tertulia_wire::Problem;
use tertulia_wire::person::{Erased, PersonLine};

use super::extract::{Asker, Query};
use crate::chat::Chat;
use crate::error::{Error, StoreError};
use crate::standing::By;

/// About whom. What else is asked for is refused: it is about all rooms, whatever was meant.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct UserQuery {
    /// The user's or guest's id, as in their tokens, 1 to 200 characters.
    #[serde(default)]
    #[param(min_length = 1, max_length = 200)]
    user: String,
}

/// About whom, and why.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Revoked {
    /// The user's or guest's id, as in their tokens, 1 to 200 characters.
    #[serde(default)]
    #[param(min_length = 1, max_length = 200)]
    user: String,
    /// Why, at most 500 code points, for the audit.
    #[param(max_length = 500)]
    why: Option<String>,
}

/// Refuses the tokens that a user was given up to now, and ends the streams that stand on them. Needs `own` on `*`.
///
/// Refused are those whose `iat` is not more than 60 s from now: the clock of whoever signs may be ahead by that. A token that is
/// signed more than a minute later is good again.
#[utoipa::path(post, operation_id = "revoke_user", path = "/v1/users/revoke", tag = "users", params(Revoked),
    responses((status = 204, description = "Their tokens are refused; nothing that is committed from now on goes to their streams"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn revoke(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(Revoked { user, why }): Query<Revoked>,
) -> Result<StatusCode, Error> {
    chat.allow_everywhere(&who)?;
    chat.revoke_by(By::Asker(&who), &user, why).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lines that go out at once.
const LINES: usize = 64;

/// All that is kept of a user or guest, a line of JSON each: messages, reactions, read marks, what waits for review, what they reported, what is
/// on them, names that are theirs for now, what was done to them and by them, up to when their tokens are refused, and their newest name and picture.
/// The first line is `tertulia-person`, the last one `end`; without it they are not whole. Needs `own` on `*`.
#[utoipa::path(get, operation_id = "export_user", path = "/v1/users", tag = "users", params(UserQuery),
    responses((status = 200, description = "Lines, each one of these", body = PersonLine, content_type = "application/x-ndjson"),
        (status = "default", description = "Why not", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn export(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(UserQuery { user }): Query<UserQuery>,
) -> Result<Response, Error> {
    chat.allow_everywhere(&who)?;
    let (lines, who) = (chat.export_person(&user)?, Arc::new(who));
    // Each once more in hand: it may be newer than the right to see it, and there may be many.
    let mut lines = Box::pin(lines.and_then(move |line| {
        let (chat, who) = (chat.clone(), Arc::clone(&who));
        async move { Ok(chat.still_allow_everywhere(&who).await.map(|_| line)?) }
    }));
    // Whoever asks while the store is away is told so by an answer, and not by a line that breaks off.
    let first = lines.next().await.transpose()?;
    let lines = futures_util::stream::iter(first.map(Ok)).chain(lines).map(|line| line.and_then(|line| text(&line)));
    let parts = lines.try_ready_chunks(LINES).map_ok(|parts| Bytes::from(parts.concat())).map_err(|failed| failed.1);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(parts)).into_response())
}

fn text(line: &PersonLine) -> Result<Vec<u8>, Error> {
    let mut text = serde_json::to_vec(line).map_err(|error| StoreError::Failed(error.to_string()))?;
    text.push(b'\n');
    Ok(text)
}

/// Erases a user or guest from all rooms, for good: their tokens are refused, each message of theirs is emptied and from nobody, all
/// else of theirs goes; in the audit a pseudonym stays. What is in force on them stays so. Answered once it is done, also in the file, but for
/// pieces in unused parts of one that is larger than 64 MiB or a host's own; repeated, it does no harm. Needs `own` on `*`.
#[utoipa::path(delete, operation_id = "erase_user", path = "/v1/users", tag = "users", params(UserQuery),
    responses((status = 200, description = "Erased, from the file as far as is said above", body = Erased),
        (status = "default", description = "Why not; what has begun is gone on with when asked again, and at the next start", body = Problem,
            content_type = "application/problem+json")))]
pub(super) async fn erase(
    State(chat): State<Chat>,
    Asker(who): Asker,
    Query(UserQuery { user }): Query<UserQuery>,
) -> Result<axum::Json<Erased>, Error> {
    chat.allow_everywhere(&who)?;
    Ok(axum::Json(chat.erase_person_by(By::Asker(&who), &user).await?))
}
