//! Extractors that refuse with a problem: who is asking, which room, what body.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use hyper::upgrade::OnUpgrade;
use mime::Mime;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tertulia_wire::{Code, NUMBER_MAX, RoomName};

use super::edge::{check_own_origin, text};
use super::pairs::pairs;
use crate::address::ClientAddress;
use crate::auth::{FromThisMachine, Identity};
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::json;
use crate::wrong;

/// Who is asking: the bearer of the site's token, else whom the host says, else the guest whose token it is, else nobody.
pub(super) struct Asker(pub(super) Identity);

/// The token of a request; `None` where it brings none, or something that is the host's affair.
pub(super) fn bearer<'a>(headers: &'a HeaderMap, chat: &Chat) -> Result<Option<&'a str>, Refusal> {
    let invalid = || Refusal::new(Code::TokenInvalid);
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let value = value.to_str().map_err(|_| invalid())?;
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    match scheme.eq_ignore_ascii_case("bearer") {
        true => Ok(Some(token.trim())),
        // A host may stand behind a password of the browser's, or know its users by it.
        false if chat.inner.authenticate.is_some() => Ok(None),
        false => Err(invalid()),
    }
}

impl FromRequestParts<Chat> for Asker {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Self, Refusal> {
        let address = parts.extensions.get::<ClientAddress>().copied();
        let token = bearer(&parts.headers, chat)?;
        if let Some(who) = token.and_then(|token| in_control(parts, chat, token)) {
            return Ok(Self(who));
        }
        // A guest who has signed in is no guest any more, whatever the browser has kept.
        let yields = |token: &&str| chat.inner.authenticate.is_some() && chat.inner.tokens.is_guests(token);
        if let Some(token) = token.filter(|token| !yields(token)) {
            return Ok(Self(chat.whose(token).await?.at(address)));
        }
        let who = by_host(parts, chat).await?;
        match token.filter(|_| who.id().is_none()) {
            Some(guest) => Ok(Self(chat.identify(guest)?.at(address))),
            None => Ok(Self(who.at(address))),
        }
    }
}

/// Whom the host says that a request is from.
async fn by_host(parts: &Parts, chat: &Chat) -> Result<Identity, Refusal> {
    if chat.inner.authenticate.is_none() {
        return Ok(Identity::nobody());
    }
    // Kept with the identity, since the host may have to be asked again; the line itself is not.
    let mut head = parts.clone();
    head.extensions.remove::<OnUpgrade>();
    let who = chat.ask_host(Arc::new(head)).await?;
    if who.id().is_some() && changes_something(parts) {
        check_own_origin(chat, &parts.headers)?;
    }
    Ok(who)
}

/// Whether a page of another site could do harm by having a browser send this with its cookies.
fn changes_something(parts: &Parts) -> bool {
    // An upgrade opens a line both ways, and no browser keeps other sites from reading what comes over it.
    let reads = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    !reads || parts.headers.contains_key(header::UPGRADE)
}

/// A command of the machine itself; from anywhere else its token is none.
fn in_control(parts: &Parts, chat: &Chat, token: &str) -> Option<Identity> {
    parts.extensions.get::<FromThisMachine>()?;
    chat.inner.control.as_ref()?.identify(token)
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
        is_of(&request, "application/json", "json-needed")?;
        let body = body(request, chat).await?;
        Ok(Self(json::object(&body)?))
    }
}

/// The body of a form that a browser sends.
pub(super) struct Form<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Chat> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, chat: &Chat) -> Result<Self, Error> {
        is_of(&request, "application/x-www-form-urlencoded", "form-needed")?;
        let body = body(request, chat).await?;
        let wrong = |wrong| Refusal { code: Code::Malformed, ..refusal(wrong) };
        Ok(Self(wrong::from_pairs(pairs(&body, Code::Malformed)?).map_err(wrong)?))
    }
}

/// Whether the body is what the route takes, in UTF-8 and not compressed: what is read as something else is not what was said.
fn is_of(request: &Request, media: &str, reason: &'static str) -> Result<(), Refusal> {
    let refused = |reason| Err(Refusal::because(Code::UnsupportedMedia, reason));
    let Ok(given) = text(request.headers(), &header::CONTENT_TYPE).parse::<Mime>() else { return refused(reason) };
    if given.essence_str() != media || request.headers().get_all(header::CONTENT_TYPE).iter().count() > 1 {
        return refused(reason);
    }
    let mut charsets = given.params().filter(|(name, _)| *name == mime::CHARSET).map(|(_, charset)| charset);
    if !charsets.all(|charset| charset == mime::UTF_8 || charset.as_str().eq_ignore_ascii_case("utf8")) {
        return refused("charset");
    }
    let is_plain = |coding: &HeaderValue| coding.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity");
    if !request.headers().get_all(header::CONTENT_ENCODING).iter().all(is_plain) {
        return refused("coding");
    }
    Ok(())
}

/// The whole body, at most as large and as slow as the limits say, and here before the chat goes.
async fn body(request: Request, chat: &Chat) -> Result<Bytes, Refusal> {
    let max = chat.limits().body_bytes;
    let arriving = tokio::time::timeout(Duration::from_secs(chat.limits().body_s), Bytes::from_request(request, chat));
    let arrived = tokio::select! {
        biased;
        arrived = arriving => arrived,
        // Nothing is done of it yet, and nothing would be: whoever stops the server need not wait for who never sends it.
        () = chat.hub().left() => return Err(Refusal::new(Code::Draining).retry_after_s(1)),
    };
    // A body that never ends would hold its connection and what came of it for ever.
    arrived.map_err(|_| Refusal::new(Code::Malformed))?.map_err(|rejection| {
        let too_large = rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
        let refusal = Refusal::because(Code::TooLarge, "body-bytes").with("max", max);
        if too_large { refusal } else { Refusal::new(Code::Malformed) }
    })
}

/// What the address asks for. What is asked for twice is refused, and so is what is not known where the type denies unknown
/// fields; elsewhere that is ignored, as in bodies.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<Chat> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Chat) -> Result<Self, Refusal> {
        wrong::from_pairs(asked(parts)?).map(Self).map_err(refusal)
    }
}

/// All that the address asks for.
pub(super) fn asked(parts: &Parts) -> Result<Vec<(String, String)>, Refusal> {
    pairs(parts.uri.query().unwrap_or_default().as_bytes(), Code::Invalid)
}

fn refusal(told: Option<Refusal>) -> Refusal {
    told.unwrap_or_else(|| Refusal::new(Code::Invalid))
}
