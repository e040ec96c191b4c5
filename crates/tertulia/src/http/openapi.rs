//! The OpenAPI document, made from the types of the wire and the routes.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;

use super::{messages, rooms};

/// Collects the routes and the frames, which no route names.
#[derive(Debug, OpenApi)]
#[openapi(
    info(title = "Tertulia", description = "A live chat room on anything in a website.", license(name = "MIT OR Apache-2.0")),
    paths(
        rooms::show, rooms::put, rooms::delete, rooms::list, rooms::guest, rooms::healthz, rooms::readyz,
        messages::feed, messages::say, messages::show, messages::edit, messages::delete, messages::react, messages::unreact,
        messages::socket
    ),
    components(schemas(tertulia_wire::ClientFrame, tertulia_wire::ServerFrame)),
    modifiers(&Bearer)
)]
struct Document;

/// How one says who one is.
struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(scheme));
        // Nobody in particular may ask too: what guests may read needs no token.
        let anybody = SecurityRequirement::default();
        document.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new()), anybody]);
    }
}

/// The document as JSON, the same bytes at each call.
#[must_use]
pub fn json() -> String {
    Document::openapi().to_pretty_json().unwrap_or_default() + "\n"
}

/// Serves the document.
pub(super) async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], json()).into_response()
}
