//! The OpenAPI document, made from the types of the wire and the routes.

use axum::routing::MethodRouter;
use serde_json::Value;
use utoipa::OpenApi;

use super::assets;
use super::files::{ASK, File};
use super::{held, messages, moderation, presence, read_state, reports, rooms, users};
use crate::chat::Chat;

/// Collects the routes and the frames, which no route names.
#[derive(Debug, OpenApi)]
#[openapi(
    info(title = "Tertulia", description = "A live chat room on anything in a website.", license(name = "MIT OR Apache-2.0")),
    paths(
        rooms::show, rooms::put, rooms::delete, rooms::list, rooms::guest, rooms::healthz, rooms::readyz,
        messages::feed, messages::say, messages::purge, messages::show, messages::edit, messages::delete, messages::react, messages::unreact,
        messages::socket, read_state::mark, read_state::unread, presence::show, presence::signal, users::revoke, users::export, users::erase, held::list, held::approve, held::reject, moderation::restrict, moderation::lift, moderation::list,
        moderation::restrict_everywhere, moderation::lift_everywhere, moderation::list_everywhere, moderation::audit, reports::report, reports::close,
        reports::list
    ),
    components(schemas(
        tertulia_wire::ClientFrame, tertulia_wire::ServerFrame, tertulia_wire::RoomType, tertulia_wire::RoomId,
        tertulia_wire::HookQuestion, tertulia_wire::HookAnswer
    )),
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

/// The fields that may be absent and may be `null`, which mean different things; everywhere else absent is never `null`.
const NULL_OR_ABSENT: [(&str, &str); 1] = [("Say", "sender")];

/// The document as JSON, the same bytes at each call.
#[must_use]
pub fn json() -> String {
    let mut document = serde_json::to_value(Document::openapi()).unwrap_or_default();
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        for (name, schema) in schemas {
            tidy(name, schema);
        }
    }
    let operations = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    for operation in operations.flat_map(|(_, path)| path.as_object_mut().into_iter().flatten().map(|(_, operation)| operation)) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(schema) = parameter.get_mut("schema") {
                forbid_null(schema);
            }
        }
    }
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Says what serde does and the derive does not know: an optional field is left out, and a frame of an unknown type is
/// something to read past, not to send.
fn tidy(name: &str, schema: &mut Value) {
    if let Some(variants) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        variants.retain(|variant| !variant.to_string().contains(r#""enum":["unknown"]"#));
    }
    for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
        tidy(name, part);
    }
    let required: Vec<String> =
        schema.get("required").and_then(|list| serde_json::from_value(list.clone()).ok()).unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (field, property) in properties {
        if !required.contains(field) && !NULL_OR_ABSENT.contains(&(name, field)) {
            forbid_null(property);
        }
    }
}

fn forbid_null(property: &mut Value) {
    let is_null = |variant: &Value| variant == "null" || variant.get("type").is_some_and(|kind| kind == "null");
    if let Some(kinds) = property.get_mut("type").and_then(Value::as_array_mut) {
        kinds.retain(|kind| !is_null(kind));
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            property["type"] = only;
        }
    }
    if let Some(variants) = property.get_mut("oneOf").and_then(Value::as_array_mut) {
        variants.retain(|variant| !is_null(variant));
        if let [only] = variants.as_slice() {
            *property = only.clone();
        }
    }
}

/// Serves the document.
pub(super) fn document() -> MethodRouter<Chat> {
    assets::serves(File::made(json, "application/json", ASK))
}
