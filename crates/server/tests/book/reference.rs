//! The chapters that are made from what the server itself is made of: every route, parameter, frame, shape and code, and all
//! that can be configured.
//!
//! `cargo xtask gen` writes it anew, by running the test here with `TERTULIA_WRITE` set.

use std::fmt::Write;

use serde_json::{Map, Value};
use tertulia::Refusal;
use tertulia::l10n::Catalogues;
use tertulia::wire::Code;

use crate::{read, root};

const REFERENCE: &str = "docs/src/reference.md";
const SETTINGS: &str = "docs/src/operating/settings.md";
const BEGINNING: &str = "# Reference

Every route, parameter, frame, shape and code; the limits are [among the settings](operating/settings.md#limits). This chapter is made from the sources by `cargo xtask gen`, and a test
holds it against them. What it all means is told in [the protocol](protocol.md); the same for programs is
[openapi.json](https://github.com/tertulia-chat/tertulia/blob/main/openapi.json), which a running server has at `/openapi.json`.

All addresses are below the mount point: `/` for the standalone server. A field that is not *always* there is left out, never `null`, except where it says so.
";

/// What stands in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// The name of a schema that is referred to, as a link to its shape.
fn link(reference: &str) -> String {
    let name = reference.rsplit('/').next().unwrap_or_default();
    format!("[{name}](#{})", name.to_lowercase())
}

/// What a value may be, in a word or two.
fn kind(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return link(reference);
    }
    if let Some(variants) = schema["oneOf"].as_array() {
        return variants.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    if let Some(kinds) = schema["type"].as_array() {
        return kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ");
    }
    match text(schema, "type") {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" if schema["additionalProperties"].is_object() => format!("map to {}", kind(&schema["additionalProperties"])),
        "integer" => "number".to_owned(),
        other => other.to_owned(),
    }
}

fn about(schema: &Value) -> &str {
    let own = text(schema, "description");
    let inner = schema["oneOf"].as_array().and_then(|variants| variants.first()).map_or("", |first| text(first, "description"));
    if own.is_empty() { inner } else { own }
}

fn parameters(page: &mut String, operation: &Value) {
    let list: &[Value] = operation["parameters"].as_array().map_or(&[], Vec::as_slice);
    if list.is_empty() {
        return;
    }
    page.push_str("\n| parameter | in | is | |\n|---|---|---|---|\n");
    for parameter in list {
        let (name, place) = (text(parameter, "name"), text(parameter, "in"));
        let (is, about) = (kind(&parameter["schema"]), cell(text(parameter, "description")));
        let _ = writeln!(page, "| `{name}` | {place} | {is} | {about} |");
    }
}

fn bodies(content: &Value) -> String {
    let Some(content) = content.as_object() else { return String::new() };
    content.iter().map(|(media, body)| format!("`{media}`: {}", kind(&body["schema"]))).collect::<Vec<_>>().join(", ")
}

fn operation(page: &mut String, method: &str, path: &str, operation: &Value) {
    let _ = write!(page, "\n### `{} {path}`\n\n{}\n", method.to_uppercase(), text(operation, "summary"));
    parameters(page, operation);
    if operation["requestBody"].is_object() {
        let _ = write!(page, "\nBody: {}\n", bodies(&operation["requestBody"]["content"]));
    }
    page.push_str("\n| answer | | body |\n|---|---|---|\n");
    for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
        let status = if status == "default" { "any other" } else { status };
        let _ = writeln!(page, "| {status} | {} | {} |", cell(text(answer, "description")), bodies(&answer["content"]));
    }
}

fn routes(page: &mut String, document: &Value) {
    page.push_str("\n## Routes\n");
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, of_it) in methods.as_object().into_iter().flatten() {
            operation(page, method, path, of_it);
        }
    }
}

/// The frames of one direction: each is a shape, and a `type`.
fn frames(page: &mut String, title: &str, schema: &Value) {
    let _ = write!(page, "\n### {title}\n\n| `type` | | its other fields |\n|---|---|---|\n");
    for frame in schema["oneOf"].as_array().into_iter().flatten() {
        let parts: &[Value] = frame["allOf"].as_array().map_or(std::slice::from_ref(frame), Vec::as_slice);
        let name = parts.iter().find_map(|part| part["properties"]["type"]["enum"][0].as_str()).unwrap_or_default();
        let shape = parts.iter().find_map(|part| part["$ref"].as_str()).map_or_else(|| "none".to_owned(), link);
        let _ = writeln!(page, "| `{name}` | {} | {shape} |", cell(text(frame, "description")));
    }
}

fn fields(page: &mut String, schema: &Value) {
    let Some(properties) = schema["properties"].as_object() else { return };
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    page.push_str("\n| field | is | | |\n|---|---|---|---|\n");
    for (name, property) in properties {
        let there = if required.contains(&name.as_str()) { "always" } else { "" };
        let _ = writeln!(page, "| `{name}` | {} | {there} | {} |", kind(property), cell(about(property)));
    }
}

fn shape(page: &mut String, name: &str, schema: &Value) {
    let _ = write!(page, "\n### {name}\n\n");
    if !text(schema, "description").is_empty() {
        let _ = writeln!(page, "{}", text(schema, "description"));
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<_> = words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
        let _ = write!(page, "\nOne of {}.\n", words.join(", "));
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        let _ = write!(page, "\nA text of the form `{pattern}`.\n");
    }
    if let Some(example) = schema["examples"][0].as_str() {
        let _ = write!(page, "\nFor example `{example}`.\n");
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        if let Some(reference) = part["$ref"].as_str() {
            let _ = write!(page, "\nAll of {}, and:\n", link(reference));
        }
        fields(page, part);
    }
    fields(page, schema);
}

fn shapes(page: &mut String, schemas: &Map<String, Value>) {
    page.push_str("\n## Frames\n\nOver a WebSocket, and the server's also as `data` of server-sent events.\n");
    frames(page, "From the client", &schemas["ClientFrame"]);
    frames(page, "From the server", &schemas["ServerFrame"]);
    page.push_str("\n## Shapes\n");
    for (name, schema) in schemas.iter().filter(|(name, _)| !name.ends_with("Frame") || name.as_str() == "SayFrame") {
        shape(page, name, schema);
    }
    for name in ["HeldFrame", "MeFrame", "PresenceFrame", "ProblemFrame"] {
        shape(page, name, &schemas[name]);
    }
}

/// The names in a struct or an enum with what is written above each, from its source.
fn documented(source: &str, begins: &str) -> Vec<(String, String)> {
    let body = source.split_once(begins).expect("it is there").1.split_once("\n}").expect("it ends").0;
    let (mut found, mut about) = (Vec::new(), Vec::new());
    for line in body.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("///") {
            Some(words) => about.push(words.trim().to_owned()),
            None if !line.is_empty() => {
                let name = line.trim_start_matches("pub ").split([':', ',', '(']).next().unwrap_or_default();
                found.push((name.to_owned(), std::mem::take(&mut about).join(" ")));
            }
            None => {}
        }
    }
    found
}

fn codes(page: &mut String) {
    page.push_str("\n## Codes\n\nThe word that programs decide by, in `code`; the wording is the English one.\n");
    page.push_str("\n| code | status | means | wording |\n|---|---|---|---|\n");
    let about = documented(&read("crates/wire/src/problem.rs"), "pub enum Code {");
    let catalogues = Catalogues::default();
    for code in Code::ALL {
        let name = format!("{code:?}");
        let (_, means) = about.iter().find(|(known, _)| *known == name).expect("each code is documented");
        let wording = catalogues.problem(&Refusal::new(code), "en").title;
        let _ = writeln!(page, "| `{}` | {} | {} | {} |", code.as_str(), code.status(), cell(means), cell(&wording));
    }
}

fn chapter() -> String {
    let document: Value = serde_json::from_str(&tertulia::http::openapi::json()).expect("JSON");
    let mut page = BEGINNING.to_owned();
    routes(&mut page, &document);
    shapes(&mut page, document["components"]["schemas"].as_object().expect("schemas"));
    codes(&mut page);
    page
}

/// What the binary itself says of its configuration.
fn settings() -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tertulia")).args(["config", "doc"]).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let beginning = "# Every setting\n\nAs `tertulia config doc` prints it. How they are used is told in \
                     [configuration](configuration.md).\n\n";
    format!("{beginning}{}", String::from_utf8(output.stdout).expect("is text"))
}

#[test]
fn the_reference_is_fresh() {
    for (path, fresh) in [(REFERENCE, chapter()), (SETTINGS, settings())] {
        if std::env::var_os("TERTULIA_WRITE").is_some() {
            std::fs::write(root().join(path), &fresh).expect("is written");
        }
        let there = std::fs::read_to_string(root().join(path));
        assert!(there.is_ok_and(|there| there == fresh), "{path} is stale; run cargo xtask gen");
    }
}
