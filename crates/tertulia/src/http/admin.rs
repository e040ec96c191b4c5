//! What whoever runs the server asks, on a listener of its own: numbers, and whether it is well.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::edge::{not_found, text, word, wrong_method};
use super::rooms::{healthz, readyz};
use crate::chat::Chat;
use crate::error::StoreError;
use crate::metrics::{CONTENT_TYPE, Metric, prometheus};

impl Chat {
    /// `/metrics`, `/healthz` and `/readyz`, for a listener of their own: they ask for no token, and tell how much goes on, and
    /// nothing of rooms or people by name. [`router`](Self::router) has no `/metrics`.
    ///
    /// `others` gives metrics of the host's to be told after the chat's, with names of their own; `Vec::new` where there are none.
    /// It may wait for the system: it is called on a thread where that holds up nobody.
    pub fn admin_router<S: Clone + Send + Sync + 'static>(&self, others: fn() -> Vec<Metric>) -> Router<S> {
        Router::new()
            .route("/metrics", get(async move |State(chat): State<Chat>| metrics(&chat, others).await))
            .route("/healthz", get(healthz))
            .route("/readyz", get(readyz))
            .method_not_allowed_fallback(wrong_method)
            .fallback(not_found)
            .layer(from_fn_with_state(self.clone(), admin_edge))
            .with_state(self.clone())
    }
}

async fn metrics(chat: &Chat, others: fn() -> Vec<Metric>) -> Result<Response, crate::Error> {
    let mut metrics = chat.metrics();
    let others = tokio::task::spawn_blocking(others).await;
    metrics.extend(others.map_err(|error| StoreError::Failed(error.to_string()))?);
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE))], prometheus(&metrics)).into_response())
}

/// Words problems as the chat's own edge does, and counts none: a probe that fails is nobody's refusal.
async fn admin_edge(State(chat): State<Chat>, request: Request, next: Next) -> Response {
    let language = chat.inner.catalogues.negotiate(&text(request.headers(), &header::ACCEPT_LANGUAGE));
    let mut response = next.run(request).await;
    word(&chat, &mut response, language, false);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
