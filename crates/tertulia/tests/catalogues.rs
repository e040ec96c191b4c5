//! The catalogues, held together with the sources that use them: every language has every message with the same arguments, every
//! message is said somewhere, everything that is said has a wording, and is given what its wording asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use tertulia::wire::Code;
use unic_langid::LanguageIdentifier;

/// Messages that are the same in English and in these languages, and rightly so.
const SAME: [(&str, &[&str]); 4] =
    [("log-label", &["fr"]), ("page-system", &["de", "pl"]), ("suggestions", &["fr"]), ("system-label", &["de", "pl"])];

/// What a room's own page says, and the widget in the same place: nothing moves there when the one takes over from the other.
const TAKEN_OVER: [(&str, &str); 18] = [
    ("page-title", "room-title"),
    ("page-empty", "empty"),
    ("page-empty-hint", "empty-hint"),
    ("page-beginning", "beginning"),
    ("page-edited", "edited"),
    ("page-guest", "guest"),
    ("page-deleted-by-sender", "deleted-by-sender"),
    ("page-deleted-by-moderator", "deleted-by-moderator"),
    ("page-quoted", "quote-unknown"),
    ("page-text", "write"),
    ("page-send", "send"),
    ("page-locked", "state-locked"),
    ("page-read-only", "state-read-only"),
    ("page-signed-out", "state-signed-out"),
    ("page-unread", "unread-line"),
    ("page-notification", "notification-label"),
    ("text-joined", "joined"),
    ("text-left", "left"),
];

/// The letters of each language that is not written in Latin ones.
const LETTERS: [(&str, &[std::ops::RangeInclusive<char>]); 6] = [
    ("ar", &['\u{600}'..='\u{6ff}']),
    ("he", &['\u{590}'..='\u{5ff}']),
    ("hi", &['\u{900}'..='\u{97f}']),
    ("ja", &['\u{3040}'..='\u{30ff}', '\u{4e00}'..='\u{9fff}']),
    ("ru", &['\u{400}'..='\u{4ff}']),
    ("zh-Hans", &['\u{4e00}'..='\u{9fff}']),
];

/// Languages in which these messages say the same after any number, and need not choose; all messages, where none is named.
const UNCHANGED: [(&str, &[&str]); 4] = [
    ("gn", &[]),
    ("hi", &["detail-text-long", "mute-for", "people-more", "slow-mode", "slow-set"]),
    ("ru", &["ignore-none", "people-more"]),
    ("tr", &[]),
];

/// CLDR's categories that a language needs of a plural of whole numbers, by the table that Fluent itself uses.
fn plurals(tag: &str) -> BTreeSet<&'static str> {
    // CLDR has no rules for Guaraní: it counts as Spanish does.
    let language = if tag == "gn" { "es" } else { tag.split('-').next().unwrap_or(tag) };
    let rules = PluralRules::create(language.parse::<LanguageIdentifier>().expect("a tag"), PluralRuleType::CARDINAL);
    let rules = rules.expect("CLDR knows the language");
    let name = |number: usize| match rules.select(number).expect("a whole number") {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    };
    // The table is older than the widget's: Hebrew has had no such category since CLDR 42, and Fluent takes `other` for it.
    let is_gone = |category: &&str| tag == "he" && *category == "many";
    (0..1_000).map(name).chain(["other"]).filter(|category| !is_gone(category)).collect()
}

fn must_choose(tag: &str, id: &str) -> bool {
    let is_unchanged = |(known, ids): &(&str, &[&str])| *known == tag && (ids.is_empty() || ids.contains(&id));
    plurals(tag).len() > 1 && !UNCHANGED.iter().any(is_unchanged)
}

/// What a message takes, whether it chooses by a number, and its text with `{}` for what is put in.
#[derive(Default)]
struct Wording {
    args: Args,
    chooses: bool,
    text: String,
}

type Args = BTreeSet<String>;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

/// The messages of a catalogue; what is wrong with it is added to the faults.
fn messages(path: &Path, tag: &str, faults: &mut Vec<String>) -> BTreeMap<String, Wording> {
    let source = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let place = format!("{tag}/{}", path.file_name().expect("a file").display());
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(resource, errors)| {
        faults.push(format!("{place}: {errors:?}"));
        resource
    });
    let is_proofread = ["en", "es"].contains(&tag);
    if is_proofread == source.starts_with("# draft\n") {
        faults.push(format!("{place}: its first line says \"# draft\", unless somebody who speaks the language has read it"));
    }
    let plurals = plurals(tag);
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            if matches!(entry, Entry::Term(_) | Entry::Junk { .. }) {
                faults.push(format!("{place}: {entry:?}"));
            }
            continue;
        };
        let id = message.id.name.to_owned();
        let mut reader = Reader { place: format!("{place}: {id}"), plurals: &plurals, wording: Wording::default(), faults };
        message.value.iter().for_each(|value| reader.pattern(value));
        let wording = reader.wording;
        if messages.insert(id.clone(), wording).is_some() || !message.attributes.is_empty() {
            faults.push(format!("{place}: {id} stands twice, or has attributes"));
        }
    }
    messages
}

/// Collects what a wording takes.
struct Reader<'a> {
    place: String,
    plurals: &'a BTreeSet<&'static str>,
    wording: Wording,
    faults: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.wording.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.wording.chooses = true;
                self.inline(selector);
                let keys: Vec<_> = variants
                    .iter()
                    .map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    })
                    .collect();
                if keys.len() != self.plurals.len() || !keys.iter().all(|key| self.plurals.contains(key)) {
                    self.faults.push(format!("{} chooses by {keys:?}, not {:?}", self.place, self.plurals));
                }
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.wording.args.insert(id.name.to_owned());
                self.wording.text.push_str("{}");
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
            for (id, its_english) in &english {
                let Some(its) = other.get(id) else {
                    faults.push(format!("{tag}/{file} has no {id}"));
                    continue;
                };
                if its.args != its_english.args {
                    faults.push(format!("{tag}/{file}: {id} takes {:?}, not {:?}", its.args, its_english.args));
                }
                if its_english.chooses && !its.chooses && must_choose(tag, id) {
                    faults.push(format!("{tag}/{file}: {id} chooses by no number"));
                }
                faults.extend(left_in_english(tag, id, its, its_english).map(|what| format!("{tag}/{file}: {id} {what}")));
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

/// What of a message in another language is not in that language, or was in no need of being translated and is.
fn left_in_english(tag: &str, id: &str, its: &Wording, english: &Wording) -> Option<String> {
    let is_word = |text: &str| text.chars().any(char::is_alphabetic);
    if tag == "en" || !is_word(&english.text) {
        return None;
    }
    let may_be_same = SAME.iter().any(|(same, tags)| *same == id && tags.contains(&tag));
    if may_be_same != (its.text == english.text) {
        return Some(if may_be_same { "differs from English by now".to_owned() } else { "is in English".to_owned() });
    }
    let letters = LETTERS.iter().find(|(known, _)| *known == tag).map_or(&[][..], |(_, ranges)| ranges);
    if !letters.is_empty() && !its.text.chars().any(|c| letters.iter().any(|range| range.contains(&c))) {
        return Some("has no letter of its language".to_owned());
    }
    // Names of fields and of settings are not words of any language.
    let is_name = |word: &&str| word.len() > 1 && word.contains('_') || ["WebSocket", "JSON"].contains(word);
    let mut names = english.text.split([' ', ',']).map(|word| word.trim_matches(['.', ':', '`'])).filter(is_name);
    names.find(|name| !its.text.contains(name)).map(|name| format!("does not name {name}"))
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
fn a_rooms_own_page_says_what_the_widget_says_in_its_place() {
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(locales()).expect("the folder") {
        let tag = entry.expect("an entry").file_name().into_string().expect("a tag");
        let folder = locales().join(&tag);
        let [page, widget] = ["room.ftl", "widget.ftl"].map(|file| messages(&folder.join(file), &tag, &mut faults));
        for (ours, theirs) in TAKEN_OVER {
            let [ours, theirs] = [(&page, ours), (&widget, theirs)].map(|(said, id)| said.get(id).map(|wording| &wording.text));
            assert!(ours.is_some() && ours == theirs, "{tag}: {ours:?} is not {theirs:?}");
        }
    }
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
            Some(Wording { args: asked, .. }) if !given.is_empty() && *asked != given => {
                faults.push(format!("{message} is given {given:?} and takes {asked:?}"));
            }
            Some(Wording { args: asked, .. }) if given.is_empty() && !asked.is_empty() && message.starts_with("detail-") => {
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
