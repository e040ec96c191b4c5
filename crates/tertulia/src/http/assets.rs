//! Files that the server has in itself: the widget, and the pages to talk on.

use axum::Router;
use axum::extract::State;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tertulia_wire::Code;

use super::edge::text;
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::transport::html::Parts;

/// What a page of ours may do: run our script, look as we say, and talk to where it came from.
pub(super) const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                           img-src 'self' data: https:; base-uri 'none'; form-action 'self'";

#[cfg(feature = "widget")]
mod files {
    include!("../../assets/widget.rs");
    include!("../../assets/first.rs");
    pub(super) const FIRST: &str = include_str!("../../assets/first.js");
    pub(super) const EMBED_STYLE: &str = include_str!("../../assets/embed.css");
    pub(super) const TRY_PAGE: &str = include_str!("../../assets/try.html");
    pub(super) const TRY_SCRIPT: &str = include_str!("../../assets/try.js");
    pub(super) const TRY_STYLE: &str = include_str!("../../assets/try.css");
}

#[cfg(not(feature = "widget"))]
mod files {
    pub(super) const WIDGET: &[(&str, &str)] = &[];
    pub(super) const WIDGET_MAIN: &str = "";
    pub(super) const WIDGET_INTEGRITY: &str = "";
    pub(super) const TAKEOVER: &[&str] = &[];
    pub(super) const FIRST: &str = "";
    pub(super) const FIRST_HASH: &str = "";
    pub(super) const EMBED_STYLE: &str = "";
    pub(super) const TRY_PAGE: &str = "";
    pub(super) const TRY_SCRIPT: &str = "";
    pub(super) const TRY_STYLE: &str = "";
}

/// A reader asks each time whether there is another, so that an update is seen at once.
const ASK: &str = "no-cache";
/// What has its content's hash in its name never changes.
const KEEP: &str = "public, max-age=31536000, immutable";

/// A file with a tag of its content: a reader that has it is told so.
fn file(content: &'static str, media: &'static str, cache: &str, headers: &HeaderMap) -> Result<Response, Error> {
    if content.is_empty() {
        return Err(Code::NotFound.into());
    }
    let hash = Sha256::digest(content);
    let tag = format!("\"{}\"", hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>());
    let cache = [(header::CACHE_CONTROL, cache.to_owned()), (header::ETAG, tag.clone())];
    if text(headers, &header::IF_NONE_MATCH).split(',').any(|known| known.trim().trim_start_matches("W/") == tag) {
        return Ok((axum::http::StatusCode::NOT_MODIFIED, cache).into_response());
    }
    Ok((cache, [(header::CONTENT_TYPE, media)], content).into_response())
}

/// What of the widget stands in a room's own page; nothing where the widget is not built in.
pub(super) const PARTS: Parts = Parts { first: files::FIRST, files: files::TAKEOVER };
/// By which a policy lets that script run.
pub(super) const FIRST_HASH: &str = files::FIRST_HASH;

/// How a room's own page looks.
pub(super) async fn embed_style(headers: HeaderMap) -> Result<Response, Error> {
    file(files::EMBED_STYLE, "text/css; charset=utf-8", ASK, &headers)
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The widget's files, each by its name: `widget.js`, and those that it loads, with their content's hash in their names.
pub(super) fn widget() -> Router<Chat> {
    files::WIDGET.iter().fold(Router::new(), |routes, &(name, content)| {
        let cache = if name == "widget.js" { ASK } else { KEEP };
        routes.route(&format!("/{name}"), get(async move |headers: HeaderMap| file(content, SCRIPT, cache, &headers)))
    })
}

/// Under which name the widget's main file of this version is, and its hash, for `integrity`.
pub(super) async fn widget_version() -> Result<Response, Error> {
    if files::WIDGET_MAIN.is_empty() {
        return Err(Code::NotFound.into());
    }
    let version = serde_json::json!({ "file": files::WIDGET_MAIN, "integrity": files::WIDGET_INTEGRITY });
    Ok(([(header::CACHE_CONTROL, ASK)], axum::Json(version)).into_response())
}

pub(super) async fn try_script(State(chat): State<Chat>, headers: HeaderMap) -> Result<Response, Error> {
    only_open(&chat)?;
    file(files::TRY_SCRIPT, SCRIPT, ASK, &headers)
}

pub(super) async fn try_style(State(chat): State<Chat>, headers: HeaderMap) -> Result<Response, Error> {
    only_open(&chat)?;
    file(files::TRY_STYLE, "text/css; charset=utf-8", ASK, &headers)
}

/// The page to try: an example site with several objects, each with its room. In open mode only.
pub(super) async fn try_page(State(chat): State<Chat>) -> Result<Response, Error> {
    only_open(&chat)?;
    let option = |(tag, name)| format!(r#"<option value="{tag}" lang="{tag}">{name}</option>"#);
    let languages: String = chat.inner.catalogues.names().map(option).collect();
    let html = files::TRY_PAGE.replace("{{main}}", files::WIDGET_MAIN).replace("{{integrity}}", files::WIDGET_INTEGRITY);
    page(html.replace("{{languages}}", &languages))
}

fn only_open(chat: &Chat) -> Result<(), Refusal> {
    if chat.inner.open_mode { Ok(()) } else { Err(Refusal::new(Code::NotFound)) }
}

fn page(html: String) -> Result<Response, Error> {
    if html.is_empty() {
        return Err(Code::NotFound.into());
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY)),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    ];
    Ok((headers, html).into_response())
}
