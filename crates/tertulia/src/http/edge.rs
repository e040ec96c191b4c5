//! What every request passes: open mode's walls, origins, tokens in addresses; and on the way back, the wording of problems.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::Ordering;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tertulia_wire::Code;

use super::embed;
use super::pairs;
use super::unread::watched;
use crate::address::{TrustedProxies, is_forwarded};
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};

/// A refusal on its way out: the edge words it, since it knows the reader's language.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match &self {
            // Said once by the writer, with the cause: a line for each who is refused meanwhile would bury it.
            Error::Store(StoreError::Away(_)) => {}
            Error::Store(error) => tracing::warn!(%error, "a request failed"),
            Error::Refused(_) | Error::Setup(_) => {}
        }
        self.into_refusal().into_response()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(self);
        response
    }
}

pub(super) async fn wrong_method() -> Refusal {
    Refusal::new(Code::WrongMethod)
}

pub(super) async fn not_found() -> Refusal {
    Refusal::new(Code::NotFound)
}

/// Tells the chat where requests come from, for axum hosts: a layer around [`Chat::router`], or around the host's own.
///
/// The peer comes from axum's [`ConnectInfo`], so the host serves by `into_make_service_with_connect_info::<SocketAddr>()`;
/// without it requests have no address, and nothing is bounded by one.
///
/// ```
/// # fn mount(chat: tertulia::Chat) -> axum::Router {
/// use axum::middleware::from_fn_with_state;
/// use tertulia::TrustedProxies;
///
/// let chat: axum::Router = chat.router().layer(from_fn_with_state(TrustedProxies::default(), tertulia::http::client_address));
/// axum::Router::new().nest("/chat", chat)
/// # }
/// ```
pub async fn client_address(State(proxies): State<TrustedProxies>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    if let Some(client) = peer.and_then(|peer| proxies.client(peer, request.headers())) {
        request.extensions_mut().insert(client);
    }
    next.run(request).await
}

/// Everything on the way in and out that is the same for all routes.
pub(super) async fn edge(State(chat): State<Chat>, request: Request, next: Next) -> Response {
    let language = chat.inner.catalogues.negotiate(&text(request.headers(), &header::ACCEPT_LANGUAGE));
    let origin = request.headers().get(header::ORIGIN).cloned();
    let path = request.uri().path();
    let public = is_public(path);
    let is_page = path.starts_with("/embed/");
    let private = is_page || path.starts_with("/v1");
    let (request, unread) = watched(request);
    let mut response = match admit(&chat, &request, public) {
        Ok(()) if is_preflight(&request) => StatusCode::NO_CONTENT.into_response(),
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        chat.inner.meters.refusals.one(refusal.code);
    }
    word(&chat, &mut response, language, is_page);
    let headers = response.headers_mut();
    if private {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Authorization, Cookie, Origin"));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    allow_origin(headers, origin, public);
    if unread.is_some_and(|unread| unread.load(Ordering::Relaxed)) {
        // The rest of the body is not read, so that no other request can come over this line: whoever isn't told sends one.
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// What is in files for everyone: it tells nobody anything.
fn is_public(path: &str) -> bool {
    (path.starts_with("/widget") && path.ends_with(".js")) || matches!(path, "/widget.json" | "/openapi.json")
}

fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

fn admit(chat: &Chat, request: &Request, public: bool) -> Result<(), Refusal> {
    // RFC 9112, section 3.2: who reads the first and who reads the last would not agree on whom it is for.
    if request.headers().get_all(header::HOST).iter().count() > 1 {
        return Err(Refusal::new(Code::Malformed));
    }
    if chat.inner.open_mode && !is_local(request) {
        return Err(Refusal::because(Code::OpenModeIsLocal, "open-mode"));
    }
    if pairs::names(request.uri().query().unwrap_or_default(), "token") {
        return Err(Refusal::new(Code::TokenInUrl));
    }
    match request.headers().get(header::ORIGIN) {
        // Preflights are answered for everybody: the request itself is judged, and its refusal can be read.
        Some(origin) if !public && !is_preflight(request) => check_origin(chat, origin),
        _ => Ok(()),
    }
}

/// Open mode answers a loopback name, and nothing that can be seen to have come through a proxy: no page whose name points to this
/// machine (DNS rebinding) makes it public. A proxy that puts a loopback name into `Host` and tells nothing of itself can't be told
/// from a program of this machine's; what a browser sends by it can, mostly.
fn is_local(request: &Request) -> bool {
    // nginx, as it comes, says a host of its own, tells of nobody behind it, and speaks HTTP/1.0, as no browser does.
    if request.version() < Version::HTTP_11 {
        return false;
    }
    let host = request.uri().authority().map(|authority| authority.as_str().to_owned());
    let host = host.unwrap_or_else(|| text(request.headers(), &header::HOST));
    is_loopback(&host) && !is_forwarded(request.headers()) && !is_relayed_browser(request.headers())
}

/// A browser never closes its line by itself, and nginx, told to speak HTTP/1.1 and nothing else, closes each line to here. Programs
/// that close theirs (Python's urllib, PHP's streams) are no browsers, and are answered.
fn is_relayed_browser(headers: &HeaderMap) -> bool {
    let closes = text(headers, &header::CONNECTION).split(',').any(|option| option.trim().eq_ignore_ascii_case("close"));
    closes && text(headers, &header::USER_AGENT).starts_with("Mozilla/")
}

/// Whether `host` or `host:port` is this machine by any name.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.to_ascii_lowercase().ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What the host vouches for has to come from a page that the host knows, and say so: by one origin, on the list.
pub(super) fn check_own_origin(chat: &Chat, headers: &HeaderMap) -> Result<(), Refusal> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    match (origins.next(), origins.next()) {
        (Some(origin), None) => check_origin(chat, origin),
        _ => Err(Refusal::because(Code::OriginRefused, "origin-needed")),
    }
}

fn check_origin(chat: &Chat, origin: &HeaderValue) -> Result<(), Refusal> {
    let origin = origin.to_str().unwrap_or_default();
    // A page without an origin of its own, in a sandbox or from a file, calls itself `null`: anybody's can.
    let listed = origin != "null" && chat.inner.origins.contains(origin);
    let local = chat.inner.open_mode && origin.split_once("://").is_some_and(|(_, host)| is_loopback(host));
    if listed || local {
        return Ok(());
    }
    if let Some(setting) = chat.inner.origins.news(origin) {
        // One line with what to paste, since the page's developer sees nothing but a refused request.
        tracing::warn!(%setting, "a page of an origin that is not on the list asked for the chat");
    }
    if origin == "null" {
        return Err(Refusal::because(Code::OriginRefused, "origin-null"));
    }
    Err(Refusal::because(Code::OriginRefused, "origin").with("origin", origin.chars().take(200).collect::<String>()))
}

fn allow_origin(headers: &mut HeaderMap, origin: Option<HeaderValue>, public: bool) {
    let allow = if public { Some(HeaderValue::from_static("*")) } else { origin };
    let Some(allow) = allow else { return };
    // Also on a refusal, so that the page can read why. Nothing private is in an answer without a token, and cookies are
    // never asked for (no Allow-Credentials).
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, allow);
    if !public {
        let methods = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
        let asks = HeaderValue::from_static("Authorization, Content-Type, Accept-Language, Last-Event-ID");
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, asks);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("7200"));
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Retry-After, Link"));
    }
}

/// Turns a refusal into the problem that is read outside, by programs or by people.
pub(super) fn word(chat: &Chat, response: &mut Response, language: &'static str, is_page: bool) {
    let Some(refusal) = response.extensions_mut().remove::<Refusal>() else { return };
    let problem = chat.inner.catalogues.problem(&refusal, language);
    if is_page {
        *response = embed::refusal(chat, language, &problem);
    } else {
        *response.body_mut() = Body::from(serde_json::to_vec(&problem).unwrap_or_default());
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    }
    *response.status_mut() = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language));
    if let Some(seconds) = refusal.retry_after_s {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if refusal.reason == Some("coding") {
        // RFC 9110, section 15.5.16: what would be taken.
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    }
    if refusal.code == Code::UpgradeNeeded {
        // RFC 9110, section 15.5.22, and RFC 6455, section 4.4: what to ask for instead.
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    }
    if refusal.code.status() == 401 {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
}

pub(super) fn text(headers: &HeaderMap, name: &HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_loopback() {
        for host in ["localhost", "localhost:8080", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080", "[::1]", "chat.localhost:1"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in
            ["", "example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "[::2]", "0.0.0.0", "1270.0.0.1"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
