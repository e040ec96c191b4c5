//! The catalogues, held together with the sources that use them: every language has every message with the same arguments, every
//! message is said somewhere, everything that is said has a wording, and is given what its wording asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use tertulia::wire::Code;

/// CLDR's categories that each language needs of a plural of whole numbers; what is made of English needs none.
const PLURALS: [(&str, &[&str]); 3] =
    [("en", &["one", "other"]), ("es", &["one", "other"]), ("ar", &["few", "many", "one", "other", "two", "zero"])];

type Args = BTreeSet<String>;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

/// The messages of a catalogue with their arguments; what is wrong with it is added to the faults.
fn messages(path: &Path, tag: &str, faults: &mut Vec<String>) -> BTreeMap<String, Args> {
    let source = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let place = format!("{tag}/{}", path.file_name().expect("a file").display());
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(resource, errors)| {
        faults.push(format!("{place}: {errors:?}"));
        resource
    });
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            if matches!(entry, Entry::Term(_) | Entry::Junk { .. }) {
                faults.push(format!("{place}: {entry:?}"));
            }
            continue;
        };
        let id = message.id.name.to_owned();
        let mut reader = Reader { place: format!("{place}: {id}"), tag, args: Args::new(), faults };
        message.value.iter().for_each(|value| reader.pattern(value));
        let args = reader.args;
        if messages.insert(id.clone(), args).is_some() || !message.attributes.is_empty() {
            faults.push(format!("{place}: {id} stands twice, or has attributes"));
        }
    }
    messages
}

/// Collects what a wording takes.
struct Reader<'a> {
    place: String,
    tag: &'a str,
    args: Args,
    faults: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut keys: Vec<_> = variants
                    .iter()
                    .map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    })
                    .collect();
                keys.sort_unstable();
                let wanted = PLURALS.iter().find(|(tag, _)| *tag == self.tag).map(|(_, keys)| *keys);
                if wanted != Some(keys.as_slice()) {
                    self.faults.push(format!("{} chooses by {keys:?}, not {wanted:?}", self.place));
                }
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            // NUMBER() and DATETIME() are not the same on both sides; the others have had no use yet.
            other => self.faults.push(format!("{} calls or refers to something: {other:?}", self.place)),
        }
    }
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_arguments_and_call_no_functions() {
    let mut faults = Vec::new();
    let mut tags = Vec::new();
    for entry in std::fs::read_dir(locales()).expect("the folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            tags.push(entry.file_name().expect("a name").display().to_string());
        }
    }
    tags.sort();
    let mut known: Vec<_> = tertulia::l10n::Catalogues::default().tags().filter(|tag| *tag != "en-XA").collect();
    known.sort_unstable();
    assert_eq!(tags, known, "the folders of locales/ are the languages of l10n.rs");
    for file in ["problem.ftl", "room.ftl", "widget.ftl"] {
        let english = messages(&locales().join("en").join(file), "en", &mut faults);
        for tag in &tags {
            let other = messages(&locales().join(tag).join(file), tag, &mut faults);
            for (id, args) in &english {
                match other.get(id) {
                    None => faults.push(format!("{tag}/{file} has no {id}")),
                    Some(its) if its != args => faults.push(format!("{tag}/{file}: {id} takes {its:?}, not {args:?}")),
                    Some(_) => {}
                }
            }
            faults.extend(
                other.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{tag}/{file}: {id} is not in en")),
            );
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The sources of this crate, without their tests.
fn sources() -> String {
    fn walk(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                walk(&entry, text);
            } else {
                let source = std::fs::read_to_string(entry).expect("a source");
                text.push_str(source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default());
            }
        }
    }
    let mut text = String::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

/// What stands between a bracket that is open and the one that closes it, and what comes after.
fn bracket(text: &str) -> (&str, &str) {
    let mut depth = 1;
    let mut quoted = false;
    for (place, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..place], &text[place + 1..]);
        }
    }
    (text, "")
}

fn literal(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split('"').next()
}

/// What is said where: the message, and the names of the arguments that it is given.
fn said(sources: &str) -> Vec<(String, Args)> {
    let mut said = Vec::new();
    for start in ["Refusal::because(", "Self::because("] {
        for rest in sources.split(start).skip(1) {
            let (inside, mut rest) = bracket(rest);
            let Some(reason) = inside.split_once(',').and_then(|(_, reason)| literal(reason)) else { continue };
            let mut args = Args::new();
            while let Some(chained) = rest.trim_start().strip_prefix(".with(") {
                let (inside, after) = bracket(chained);
                args.extend(literal(inside).map(str::to_owned));
                rest = after;
            }
            said.push((format!("detail-{reason}"), args));
        }
    }
    for start in [".word(", ".notice("] {
        for rest in sources.split(start).skip(1) {
            let (inside, _) = bracket(rest);
            let message = inside.split(", ").find_map(literal);
            let args = inside
                .split("[(")
                .skip(1)
                .flat_map(|list| list.split("(\"").filter_map(|arg| arg.split('"').find(|part| !part.is_empty())));
            let args = if inside.contains("[(") { args.map(str::to_owned).collect() } else { Args::new() };
            said.extend(message.map(|message| (message.to_owned(), args)));
        }
    }
    said
}

#[test]
fn every_message_is_said_and_everything_said_is_worded_with_the_right_arguments() {
    let mut faults = Vec::new();
    let mut worded = messages(&locales().join("en/problem.ftl"), "en", &mut faults);
    worded.append(&mut messages(&locales().join("en/room.ftl"), "en", &mut faults));
    let sources = sources();
    let mut used: BTreeSet<String> =
        Code::ALL.iter().map(|code| format!("problem-{}", code.as_str().replace('_', "-"))).collect();
    used.extend((1..=7).map(|day| format!("weekday-{day}")));
    for (message, given) in said(&sources) {
        match worded.get(&message) {
            None => faults.push(format!("{message} is said and has no wording")),
            // A name that stands for several messages, or arguments that are made elsewhere, can't be read off the source: those
            // are held by `Catalogues::word`, which asserts that nothing is missing wherever it is tested.
            Some(asked) if !given.is_empty() && *asked != given => {
                faults.push(format!("{message} is given {given:?} and takes {asked:?}"));
            }
            Some(asked) if given.is_empty() && !asked.is_empty() && message.starts_with("detail-") => {
                faults.push(format!("{message} is given nothing and takes {asked:?}"));
            }
            Some(_) => {}
        }
        used.insert(message);
    }
    for message in worded.keys() {
        let short = message.strip_prefix("detail-").unwrap_or(message);
        if !used.contains(message) && ![message, short].iter().any(|name| sources.contains(&format!("\"{name}\""))) {
            faults.push(format!("{message} is never said"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
