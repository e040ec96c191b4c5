//! What Tertulia says, in the reader's language: Fluent catalogues, and the choice of one by `Accept-Language`.
//!
//! One set of catalogues serves the server and the widget. Plurals are CLDR's; numbers are written as the language writes them,
//! and the catalogues call no functions, so that both sides say the same (`tests/catalogues.rs`).

pub(crate) mod direction;
mod negotiate;
mod number;
mod pseudo;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tertulia_wire::{Code, Message, Problem};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use self::number::Style;
use crate::draft::{harmless, one_line};
use crate::error::{Arg, Refusal};

/// A language and its catalogues: what problems say, and what rooms say.
struct Language {
    tag: &'static str,
    /// What it calls itself.
    name: &'static str,
    source: &'static str,
    /// What the widget says, by whose keys a host may have its own messages worded.
    widget: &'static str,
    numbers: Style,
    /// The tag by whose rules numbers and plurals go: another one where CLDR has none for the language.
    formats: &'static str,
}

macro_rules! language {
    ($tag:literal, $name:literal, $numbers:ident) => {
        language!($tag, $name, $numbers, $tag)
    };
    ($tag:literal, $name:literal, $numbers:ident, $formats:literal) => {
        Language {
            tag: $tag,
            name: $name,
            source: concat!(
                include_str!(concat!("../locales/", $tag, "/problem.ftl")),
                "\n",
                include_str!(concat!("../locales/", $tag, "/room.ftl"))
            ),
            widget: include_str!(concat!("../locales/", $tag, "/widget.ftl")),
            numbers: Style::$numbers,
            formats: $formats,
        }
    };
}

/// The languages in the library, the first for whoever asks for none of them. The widget's list is `widget/src/languages.ts`, the
/// book's in `docs/src/languages.md`: tests hold both to the folders of `locales/`, and the folders to this list.
const LANGUAGES: [Language; 15] = [
    language!("en", "English", Commas),
    language!("es", "Español", PointsFromFive),
    language!("gn", "Avañeʼẽ", Points, "es-PY"),
    language!("pt-BR", "Português (Brasil)", Points),
    language!("fr", "Français", NarrowSpaces),
    language!("de", "Deutsch", Points),
    language!("it", "Italiano", PointsFromFive),
    language!("pl", "Polski", SpacesFromFive),
    language!("ru", "Русский", Spaces),
    language!("tr", "Türkçe", Points),
    language!("ar", "العربية", Commas),
    language!("he", "עברית", Commas),
    language!("hi", "हिन्दी", Lakhs),
    language!("zh-Hans", "简体中文", Commas),
    language!("ja", "日本語", Commas),
];

struct Catalogue {
    tag: &'static str,
    name: &'static str,
    is_rtl: bool,
    language: &'static Language,
    bundle: FluentBundle<FluentResource>,
    /// Read only where a host names one of its wordings.
    widget: OnceLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    fn new(language: &'static Language) -> Self {
        // Marks of direction are put where they are needed, not everywhere: terminals and logs would show them.
        let bundle = bundle(language, language.source, false);
        let is_rtl = id(language.tag).character_direction() == CharacterDirection::RTL;
        Self { tag: language.tag, name: language.name, is_rtl, language, bundle, widget: OnceLock::new() }
    }

    /// The language that is made of the first.
    fn pseudo() -> Self {
        let mut catalogue = Self::new(&LANGUAGES[0]);
        catalogue.bundle.set_transform(Some(pseudo::accent));
        Self { tag: pseudo::TAG, ..catalogue }
    }

    fn widget(&self) -> &FluentBundle<FluentResource> {
        self.widget.get_or_init(|| {
            // As the widget does it itself.
            let mut bundle = bundle(self.language, self.language.widget, true);
            bundle.set_transform((self.tag == pseudo::TAG).then_some(pseudo::accent));
            bundle
        })
    }
}

fn id(tag: &str) -> LanguageIdentifier {
    tag.parse().unwrap_or_default()
}

fn bundle(language: &Language, source: &str, isolating: bool) -> FluentBundle<FluentResource> {
    // A resource with errors still holds its good messages; that there are none is a test.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![id(language.formats)]);
    bundle.set_use_isolating(isolating);
    bundle.set_formatter(Some(match language.numbers {
        Style::Commas => number::grouped::<_, ',', 4>,
        Style::Points => number::grouped::<_, '.', 4>,
        Style::PointsFromFive => number::grouped::<_, '.', 5>,
        Style::Spaces => number::grouped::<_, '\u{a0}', 4>,
        Style::SpacesFromFive => number::grouped::<_, '\u{a0}', 5>,
        Style::NarrowSpaces => number::grouped::<_, '\u{202f}', 4>,
        Style::Lakhs => number::lakhs,
    }));
    let _ = bundle.add_resource(resource);
    bundle
}

/// All catalogues, parsed.
pub struct Catalogues(Vec<Catalogue>);

impl std::fmt::Debug for Catalogues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}

impl Default for Catalogues {
    fn default() -> Self {
        Self(LANGUAGES.iter().map(Catalogue::new).chain([Catalogue::pseudo()]).collect())
    }
}

impl Catalogues {
    /// The languages that there are, the first for whoever asks for none of them; the last, `en-XA`, is made of it, to try out
    /// what is said.
    pub fn tags(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|catalogue| catalogue.tag)
    }

    /// Each language's tag, and what it calls itself, but for the one that is made.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().filter(|catalogue| catalogue.tag != pseudo::TAG).map(|catalogue| (catalogue.tag, catalogue.name))
    }

    /// The tag of the catalogue that suits an `Accept-Language` header best, by lookup (RFC 4647, section 3.4).
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> &'static str {
        let tags: Vec<_> = self.tags().collect();
        negotiate::lookup(accept_language, &tags, pseudo::TAG)
    }

    /// Whether a language is written from the right.
    pub(crate) fn is_rtl(&self, tag: &str) -> bool {
        self.0.iter().any(|catalogue| catalogue.tag == tag && catalogue.is_rtl)
    }

    /// Words a message in a language, or in the first one where the language lacks it. Numbers choose plurals and are written
    /// as the language writes them; texts that run against its direction keep theirs to themselves.
    #[must_use]
    pub fn word(&self, tag: &str, message: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let asked = self.0.iter().find(|catalogue| catalogue.tag == tag);
        let catalogue = asked.filter(|catalogue| catalogue.bundle.has_message(message)).or(self.0.first())?;
        let pattern = catalogue.bundle.get_message(message)?.value()?;
        let mut fluent_args = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Number(number) => fluent_args.set(*name, FluentValue::from(*number)),
                Arg::Text(text) => fluent_args.set(*name, direction::isolate(text, catalogue.is_rtl)),
            }
        }
        let mut errors = Vec::new();
        let words = catalogue.bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{message} in {tag}: {errors:?}");
        Some(words)
    }

    /// What a message says, in a language: a host's own text, unless its data names a wording of the widget's by `key`, and gives all
    /// that it needs in `args`: texts, of which each becomes one line that steers nothing, and numbers.
    pub(crate) fn said<'a>(&self, tag: &str, message: &'a Message) -> Cow<'a, str> {
        let worded = message.data.as_ref().and_then(|data| self.worded(tag, data.get("key")?.as_str()?, data.get("args")));
        worded.map_or(Cow::Borrowed(&message.text), Cow::Owned)
    }

    fn worded(&self, tag: &str, key: &str, args: Option<&serde_json::Value>) -> Option<String> {
        let catalogue = self.0.iter().find(|catalogue| catalogue.tag == tag).or(self.0.first())?;
        let bundle = catalogue.widget();
        let pattern = bundle.get_message(key)?.value()?;
        let mut fluent_args = FluentArgs::new();
        for (name, value) in args.and_then(serde_json::Value::as_object).into_iter().flatten() {
            // What it needs and is no such thing is missing then, and what it doesn't need may be anything, as in the widget.
            let value = match value {
                serde_json::Value::String(text) => FluentValue::from(one_line(&harmless(text))),
                serde_json::Value::Number(number) => match number.as_f64().filter(|n| number::is_written(*n)) {
                    Some(number) => FluentValue::from(number),
                    None => continue,
                },
                _ => continue,
            };
            fluent_args.set(name.as_str(), value);
        }
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
        errors.is_empty().then_some(words)
    }

    /// The problem that a refusal becomes, worded.
    #[must_use]
    pub fn problem(&self, refusal: &Refusal, tag: &str) -> Problem {
        let title = self.word(tag, &title_of(refusal.code), &[]);
        let detail = refusal.reason.and_then(|reason| self.word(tag, &format!("detail-{reason}"), &refusal.args));
        let (until, why) = refusal.until_and_why();
        Problem {
            urn: Some(refusal.code.urn()),
            title: title.unwrap_or_else(|| refusal.code.as_str().to_owned()),
            status: refusal.code.status(),
            code: refusal.code,
            detail,
            retry_after: refusal.retry_after_s,
            proposal: refusal.proposal.clone(),
            until,
            why,
        }
    }
}

/// The message that words a code.
pub(crate) fn title_of(code: Code) -> String {
    format!("problem-{}", code.as_str().replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_worded_in_every_language() {
        let catalogues = Catalogues::default();
        for catalogue in &catalogues.0 {
            for code in Code::ALL {
                assert!(catalogue.bundle.has_message(&title_of(code)), "{} lacks {code:?}", catalogue.tag);
            }
        }
    }

    fn long(max: u64, tag: &str) -> String {
        let refusal = Refusal::because(Code::TooLong, "text-long").with("max", max);
        Catalogues::default().problem(&refusal, tag).detail.expect("a detail")
    }

    #[test]
    fn a_refusal_says_what_would_be_right() {
        let refusal = Refusal::because(Code::TooLong, "text-long").with("max", 2_000_u64);
        let problem = Catalogues::default().problem(&refusal, "es");
        assert_eq!(problem.detail.as_deref(), Some("Como mucho 2000 caracteres."));
        assert_eq!((problem.status, problem.urn.as_deref()), (422, Some("urn:tertulia:problem:too_long")));
    }

    #[test]
    fn numbers_choose_their_plural_in_each_language() {
        assert_eq!(["en", "es"].map(|tag| long(1, tag)), ["At most 1 character.", "Como mucho 1 carácter."]);
        let polish = [1, 2, 5, 12, 22].map(|max| long(max, "pl"));
        let ends = ["1 znak.", "2 znaki.", "5 znaków.", "12 znaków.", "22 znaki."];
        assert!(polish.iter().zip(ends).all(|(text, end)| text.ends_with(end)), "{polish:?}");
        // A tag with a region has the plurals of its language: in both of these, nothing is one.
        assert_eq!(["pt-BR", "fr"].map(|tag| long(0, tag)), ["No máximo 0 caractere.", "0 caractère au plus."]);
        let arabic = [1, 2, 5, 20, 100].map(|max| long(max, "ar"));
        assert_eq!(
            arabic,
            ["حرف واحد على الأكثر.", "حرفان على الأكثر.", "5 أحرف على الأكثر.", "20 حرفًا على الأكثر.", "100 حرف على الأكثر."]
        );
    }

    #[test]
    fn numbers_are_written_as_the_platform_of_the_widget_writes_them() {
        // The widget's tests hold the same file against `Intl`.
        let samples: std::collections::BTreeMap<String, Vec<(u64, String)>> =
            serde_json::from_str(include_str!("l10n/numbers.json")).expect("samples");
        for mut catalogue in Catalogues::default().0 {
            let resource = FluentResource::try_new("sample = { $max }".to_owned()).expect("a resource");
            catalogue.bundle.add_resource(resource).expect("no other has its name");
            for (number, written) in &samples[catalogue.tag] {
                let args = FluentArgs::from_iter([("max", *number)]);
                let pattern = catalogue.bundle.get_message("sample").and_then(|message| message.value());
                let text = catalogue.bundle.format_pattern(pattern.expect("a value"), Some(&args), &mut Vec::new());
                assert_eq!(text, written.as_str(), "{}", catalogue.tag);
            }
        }
    }

    #[test]
    fn the_language_that_is_wanted_is_found_as_the_widget_finds_it() {
        // The widget's tests hold the same file against its own lookup.
        let samples: std::collections::BTreeMap<String, String> =
            serde_json::from_str(include_str!("l10n/wanted.json")).expect("samples");
        let catalogues = Catalogues::default();
        for (wanted, found) in &samples {
            assert_eq!(catalogues.negotiate(wanted), found, "{wanted}");
        }
        assert!(catalogues.tags().all(|tag| samples.values().any(|found| found == tag)), "each language is asked for");
    }

    #[test]
    fn what_runs_against_the_language_keeps_its_direction_to_itself() {
        let refusal =
            Refusal::because(Code::Invalid, "invalid-range").with("field", "last").with("min", 1_u64).with("max", 200_u64);
        let [english, arabic] = ["en", "ar"].map(|tag| Catalogues::default().problem(&refusal, tag).detail.expect("a detail"));
        assert_eq!(english, "last is a whole number from 1 to 200.");
        assert!(arabic.contains("\u{2068}last\u{2069}"), "{arabic}");
    }

    #[test]
    fn in_every_message_of_every_language_what_runs_against_it_stays_between_marks() {
        let catalogues = Catalogues::default();
        let rtl: Vec<_> = catalogues.tags().filter(|tag| catalogues.is_rtl(tag)).collect();
        assert_eq!(rtl, ["ar", "he"]);
        for language in &LANGUAGES {
            let source = language.source;
            let other = if catalogues.is_rtl(language.tag) { "Zoë" } else { "ליאת" };
            let is_end = |c: char| !c.is_ascii_alphanumeric();
            let names: Vec<_> = source.split('$').skip(1).filter_map(|rest| rest.split(is_end).next()).collect();
            let resource = FluentResource::try_new(source.to_owned()).expect("a catalogue");
            for entry in resource.entries() {
                let fluent_syntax::ast::Entry::Message(message) = entry else { continue };
                let args: Vec<_> = names.iter().map(|name| (*name, Arg::Text(other.to_owned()))).collect();
                let text = catalogues.word(language.tag, message.id.name, &args).expect("words");
                let bare = text.replace(&format!("\u{2068}{other}\u{2069}"), "");
                assert!(!bare.contains(other), "{} in {}: {text}", message.id.name, language.tag);
            }
        }
    }

    #[test]
    fn the_language_that_is_made_of_english_has_no_plain_word_left() {
        let catalogues = Catalogues::default();
        assert_eq!(catalogues.word("en-XA", "text-nobody", &[]).as_deref(), Some("šóóɱééóóñéé"));
        assert_eq!(catalogues.word("en-XA", "text-joined", &[("name", "Ana".into())]).as_deref(), Some("Ana ĵóóííñééđ"));
        assert_eq!(catalogues.negotiate("en-XA"), "en-XA");
        assert_eq!(catalogues.negotiate("en-XB, *"), "en");
    }
}
