//! What Tertulia says, in the reader's language: Fluent catalogues, and the choice of one by `Accept-Language`.
//!
//! One set of catalogues serves the server and the widget. Plurals are CLDR's; numbers are written as the language writes them,
//! and the catalogues call no functions, so that both sides say the same (`tests/catalogues.rs`).

pub(crate) mod direction;
mod negotiate;
mod number;
mod pseudo;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tertulia_wire::{Code, Problem};
use unic_langid::LanguageIdentifier;

use self::number::Style;
use crate::error::{Arg, Refusal};

/// A language and its catalogues: what problems say, and what rooms say.
struct Language {
    tag: &'static str,
    source: &'static str,
    is_rtl: bool,
    numbers: Style,
}

macro_rules! language {
    ($tag:literal, $is_rtl:literal, $numbers:expr) => {
        Language {
            tag: $tag,
            source: concat!(
                include_str!(concat!("../locales/", $tag, "/problem.ftl")),
                "\n",
                include_str!(concat!("../locales/", $tag, "/room.ftl"))
            ),
            is_rtl: $is_rtl,
            numbers: $numbers,
        }
    };
}

/// The languages in the library, the first for whoever asks for none of them.
const LANGUAGES: [Language; 3] =
    [language!("en", false, Style::Commas), language!("es", false, Style::PointsFromFive), language!("ar", true, Style::Commas)];

struct Catalogue {
    tag: &'static str,
    is_rtl: bool,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn new(language: &Language) -> Self {
        // A resource with errors still holds its good messages; that there are none is a test.
        let resource = FluentResource::try_new(language.source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let id: LanguageIdentifier = language.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks of direction are put where they are needed, not everywhere: terminals and logs would show them.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language.numbers {
            Style::Commas => number::commas,
            Style::PointsFromFive => number::points_from_five,
        }));
        let _ = bundle.add_resource(resource);
        Self { tag: language.tag, is_rtl: language.is_rtl, bundle }
    }

    /// The language that is made of the first.
    fn pseudo() -> Self {
        let mut catalogue = Self::new(&LANGUAGES[0]);
        catalogue.bundle.set_transform(Some(pseudo::accent));
        Self { tag: pseudo::TAG, ..catalogue }
    }
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

    /// The problem that a refusal becomes, worded.
    #[must_use]
    pub fn problem(&self, refusal: &Refusal, tag: &str) -> Problem {
        let title = self.word(tag, &title_of(refusal.code), &[]);
        let detail = refusal.reason.and_then(|reason| self.word(tag, &format!("detail-{reason}"), &refusal.args));
        Problem {
            urn: Some(refusal.code.urn()),
            title: title.unwrap_or_else(|| refusal.code.as_str().to_owned()),
            status: refusal.code.status(),
            code: refusal.code,
            detail,
            retry_after: refusal.retry_after_s,
            proposal: refusal.proposal.clone(),
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
        let catalogues = Catalogues::default();
        for catalogue in &catalogues.0 {
            for (number, written) in &samples[catalogue.tag] {
                let args = FluentArgs::from_iter([("max", *number)]);
                let pattern = catalogue.bundle.get_message("detail-data-size").and_then(|message| message.value());
                let text = catalogue.bundle.format_pattern(pattern.expect("a value"), Some(&args), &mut Vec::new()).into_owned();
                assert!(text.split(' ').any(|word| word == written), "{}: {written} in {text}", catalogue.tag);
            }
        }
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
    fn the_language_that_is_made_of_english_has_no_plain_word_left() {
        let catalogues = Catalogues::default();
        assert_eq!(catalogues.word("en-XA", "text-nobody", &[]).as_deref(), Some("šóóɱééóóñéé"));
        assert_eq!(catalogues.word("en-XA", "text-joined", &[("name", "Ana".into())]).as_deref(), Some("Ana ĵóóííñééđ"));
        assert_eq!(catalogues.negotiate("en-XA"), "en-XA");
        assert_eq!(catalogues.negotiate("en-XB, *"), "en");
    }
}
