//! Extractors that refuse with a problem: who is asking, which room, what body.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tertulia_wire::{Code, NUMBER_MAX, RoomName};

use super::edge::text;
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::json;

/// Who is asking: the bearer of the token, or nobody.
pub(super) struct Asker(pub(super) Identity);

impl FromRequestParts<Chat> for Asker {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let Some(value) = parts.headers.get(header::AUTHORIZATION) else { return Ok(Self(Identity::nobody())) };
        let value = value.to_str().map_err(|_| Refusal::new(Code::TokenInvalid))?;
        let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Refusal::new(Code::TokenInvalid));
        }
        Ok(Self(chat.identify(token.trim())?))
    }
}

/// The room that the address names.
pub(super) struct InRoom(pub(super) RoomName);

#[derive(Deserialize)]
struct RoomPath {
    r#type: String,
    id: String,
}

impl FromRequestParts<Chat> for InRoom {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let Path(path) = Path::<RoomPath>::from_request_parts(parts, chat).await.map_err(|_| Refusal::new(Code::NotFound))?;
        Ok(Self(RoomName::parse(&path.r#type, &path.id)?))
    }
}

/// The message that the address names.
pub(super) struct Number(pub(super) u64);

#[derive(Deserialize)]
struct NumberPath {
    n: String,
}

impl FromRequestParts<Chat> for Number {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let Path(path) = Path::<NumberPath>::from_request_parts(parts, chat).await.map_err(|_| Refusal::new(Code::NotFound))?;
        // What is no number names no message.
        let number = path.n.parse().ok().filter(|n| (1..=NUMBER_MAX).contains(n) && path.n.bytes().all(|c| c.is_ascii_digit()));
        number.map(Self).ok_or_else(|| Refusal::new(Code::NotFound))
    }
}

/// A JSON body.
pub(super) struct Json<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Chat> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, chat: &Chat) -> Result<Self, Error> {
        let media = text(request.headers(), &header::CONTENT_TYPE);
        let essence = media.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/json") {
            return Err(Code::UnsupportedMedia.into());
        }
        let max = chat.limits().body_bytes;
        let arriving = tokio::time::timeout(Duration::from_secs(chat.limits().body_s), Bytes::from_request(request, chat));
        // A body that never ends would hold its connection and what came of it for ever.
        let body = arriving.await.map_err(|_| Refusal::new(Code::Malformed))?.map_err(|rejection| {
            let too_large = rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
            let refusal = Refusal::because(Code::TooLarge, "body-bytes").with("max", max);
            if too_large { refusal } else { Refusal::new(Code::Malformed) }
        })?;
        Ok(Self(json::object(&body)?))
    }
}

/// What the address asks for. Anything that is not known is ignored, as in bodies; what is asked for twice is refused.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<Chat> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, chat).await;
        query.map(|query| Self(query.0)).map_err(|_| Refusal::because(Code::Invalid, "asked-twice"))
    }
}
