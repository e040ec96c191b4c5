//! What the server has in itself: the widget, and the pages to talk on.

use axum::Router;
use axum::extract::State;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use tertulia_wire::Code;

use super::files::{ASK, File, KEEP, SCRIPT, STYLE};
use crate::chat::Chat;
use crate::error::{Error, Refusal};
use crate::transport::html::Parts;

/// What a page of ours may do: run our script, look as we say, and talk to where it came from.
pub(super) const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                           img-src 'self' data: https:; base-uri 'none'; form-action 'self'";

#[cfg(feature = "widget")]
mod built {
    include!("../../assets/widget.rs");
    include!("../../assets/first.rs");
    pub(super) const FIRST: &str = include_str!("../../assets/first.js");
    pub(super) const EMBED_STYLE: &str = include_str!("../../assets/embed.css");
    pub(super) const TRY_PAGE: &str = include_str!("../../assets/try.html");
    pub(super) const TRY_SCRIPT: &str = include_str!("../../assets/try.js");
    pub(super) const TRY_STYLE: &str = include_str!("../../assets/try.css");
}

#[cfg(not(feature = "widget"))]
mod built {
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

/// What of the widget stands in a room's own page; nothing where the widget is not built in.
pub(super) const PARTS: Parts = Parts { first: built::FIRST, files: built::TAKEOVER };
/// By which a policy lets that script run.
pub(super) const FIRST_HASH: &str = built::FIRST_HASH;

/// How a room's own page looks.
pub(super) fn embed_style() -> MethodRouter<Chat> {
    serves(File::built(built::EMBED_STYLE, STYLE, ASK))
}

/// The widget's files, each by its name: `widget.js`, and those that it loads, with their content's hash in their names.
pub(super) fn widget() -> Router<Chat> {
    built::WIDGET.iter().fold(Router::new(), |routes, &(name, content)| {
        let cache = if name == "widget.js" { ASK } else { KEEP };
        routes.route(&format!("/{name}"), serves(File::built(content, SCRIPT, cache)))
    })
}

/// A file that is there for everybody.
pub(super) fn serves(file: File) -> MethodRouter<Chat> {
    get(async move |headers: HeaderMap| file.answer(&headers).await)
}

/// A file that is there in open mode only.
fn serves_in_open_mode(file: File) -> MethodRouter<Chat> {
    get(async move |State(chat): State<Chat>, headers: HeaderMap| {
        only_open(&chat)?;
        file.answer(&headers).await
    })
}

/// Under which name the widget's main file of this version is, and its hash, for `integrity`.
pub(super) async fn widget_version() -> Result<Response, Error> {
    if built::WIDGET_MAIN.is_empty() {
        return Err(Code::NotFound.into());
    }
    let version = serde_json::json!({ "file": built::WIDGET_MAIN, "integrity": built::WIDGET_INTEGRITY });
    Ok(([(header::CACHE_CONTROL, ASK)], axum::Json(version)).into_response())
}

pub(super) fn try_script() -> MethodRouter<Chat> {
    serves_in_open_mode(File::built(built::TRY_SCRIPT, SCRIPT, ASK))
}

pub(super) fn try_style() -> MethodRouter<Chat> {
    serves_in_open_mode(File::built(built::TRY_STYLE, STYLE, ASK))
}

/// The page to try: an example site with several objects, each with its room. In open mode only.
pub(super) async fn try_page(State(chat): State<Chat>) -> Result<Response, Error> {
    only_open(&chat)?;
    let option = |(tag, name)| format!(r#"<option value="{tag}" lang="{tag}">{name}</option>"#);
    let languages: String = chat.inner.catalogues.names().map(option).collect();
    let html = built::TRY_PAGE.replace("{{main}}", built::WIDGET_MAIN).replace("{{integrity}}", built::WIDGET_INTEGRITY);
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
