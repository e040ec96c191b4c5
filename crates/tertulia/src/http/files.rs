//! The files that the server has in itself, each sent compressed to whoever takes that.
//!
//! They are the same for everybody, and nothing else is compressed here: where what somebody may not read stands in one answer
//! with what they can have put there, its length tells them the one by the other (BREACH). So no JSON of the protocol, no stream
//! and no room's own page comes through this.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use tertulia_wire::Code;

use super::coding;
use crate::error::Error;

/// A reader asks each time whether there is another, so that an update is seen at once.
pub(super) const ASK: &str = "no-cache";
/// What has its content's hash in its name never changes.
pub(super) const KEEP: &str = "public, max-age=31536000, immutable";

pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";
pub(super) const STYLE: &str = "text/css; charset=utf-8";

/// One of our files. It is made, hashed and compressed when it is first asked for, and kept from then on.
#[derive(Debug, Clone)]
pub(super) struct File {
    content: Content,
    media: &'static str,
    cache: &'static str,
    forms: Arc<OnceLock<Forms>>,
}

#[derive(Debug, Clone, Copy)]
enum Content {
    Built(&'static str),
    Made(fn() -> String),
}

/// A file as it is, and as most are sent it, if that is less.
#[derive(Debug)]
struct Forms {
    plain: Form,
    gzip: Option<Form>,
}

/// Some bytes, and the tag by which a reader says that it has them: another one for each form, since the bytes are others (RFC 9110,
/// section 8.8.3).
#[derive(Debug)]
struct Form {
    bytes: Bytes,
    tag: String,
    coding: Option<&'static str>,
}

impl File {
    /// A file that is built in; nothing where the widget is not.
    pub(super) fn built(content: &'static str, media: &'static str, cache: &'static str) -> Self {
        Self { content: Content::Built(content), media, cache, forms: Arc::default() }
    }

    /// A file that is always made of the same.
    pub(super) fn made(make: fn() -> String, media: &'static str, cache: &'static str) -> Self {
        Self { content: Content::Made(make), media, cache, forms: Arc::default() }
    }

    /// The file in the form that is preferred, or that the reader has it in one of its forms.
    pub(super) async fn answer(&self, headers: &HeaderMap) -> Result<Response, Error> {
        if matches!(self.content, Content::Built("")) {
            return Err(Code::NotFound.into());
        }
        let forms = self.forms().await;
        let gzip = forms.gzip.as_ref().filter(|_| coding::takes_gzip(headers));
        let form = gzip.unwrap_or(&forms.plain);
        if let Some(tag) = forms.known(headers, form) {
            return Ok((StatusCode::NOT_MODIFIED, self.cached(tag)).into_response());
        }
        let coding = form.coding.map(|coding| [(header::CONTENT_ENCODING, HeaderValue::from_static(coding))]);
        let media = [(header::CONTENT_TYPE, HeaderValue::from_static(self.media))];
        Ok((self.cached(&form.tag), media, coding, form.bytes.clone()).into_response())
    }

    /// How an answer may be kept: under which tag, and for whom.
    fn cached(&self, tag: &str) -> [(HeaderName, String); 3] {
        let vary = header::ACCEPT_ENCODING.to_string();
        [(header::CACHE_CONTROL, self.cache.to_owned()), (header::ETAG, tag.to_owned()), (header::VARY, vary)]
    }

    async fn forms(&self) -> &Forms {
        if self.forms.get().is_none() {
            let file = self.clone();
            // Takes some milliseconds, in which no stream of this thread would go on.
            let made = move || _ = file.forms.get_or_init(|| Forms::of(file.content));
            let _ = tokio::task::spawn_blocking(made).await;
        }
        self.forms.get_or_init(|| Forms::of(self.content))
    }
}

impl Forms {
    fn of(content: Content) -> Self {
        let plain = match content {
            Content::Built(text) => Bytes::from_static(text.as_bytes()),
            Content::Made(make) => make().into(),
        };
        let hash: String = Sha256::digest(&plain).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        // Not by the ending `-gzip`, which proxies that compress (Caddy, Apache) give to their own, and take away from what comes back.
        let gzip = coding::gzip(&plain).filter(|bytes| bytes.len() < plain.len());
        let gzip = gzip.map(|bytes| Form { bytes, tag: format!("\"{hash}.gz\""), coding: Some("gzip") });
        Self { plain: Form { bytes: plain, tag: format!("\"{hash}\""), coding: None }, gzip }
    }

    /// The tag by which a reader has the file, in whatever form: that of the form that it would be sent, if it has several.
    fn known<'a>(&'a self, headers: &HeaderMap, preferred: &'a Form) -> Option<&'a str> {
        let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
        let known: Vec<&str> = lines.flat_map(|line| line.split(',')).map(|tag| tag.trim().trim_start_matches("W/")).collect();
        let mut forms = [Some(preferred), Some(&self.plain), self.gzip.as_ref()].into_iter().flatten();
        forms.find(|form| known.iter().any(|&tag| tag == form.tag || tag == "*")).map(|form| form.tag.as_str())
    }
}
