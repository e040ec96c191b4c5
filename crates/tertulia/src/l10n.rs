//! What Tertulia says, in the reader's language: Fluent catalogues, and the choice of one by `Accept-Language`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use tertulia_wire::{Code, Problem};
use unic_langid::LanguageIdentifier;

use crate::error::Refusal;

/// The catalogues in the library, the first for whoever asks for none of them: what problems say, and what rooms say.
const CATALOGUES: [(&str, &str); 2] = [
    ("en", concat!(include_str!("../locales/en/problem.ftl"), "\n", include_str!("../locales/en/room.ftl"))),
    ("es", concat!(include_str!("../locales/es/problem.ftl"), "\n", include_str!("../locales/es/room.ftl"))),
];

struct Catalogue {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// All catalogues, parsed.
pub struct Catalogues(Vec<Catalogue>);

impl std::fmt::Debug for Catalogues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|catalogue| catalogue.tag)).finish()
    }
}

impl Default for Catalogues {
    fn default() -> Self {
        let parse = |(tag, source): (&'static str, &str)| {
            // A resource with errors still holds its good messages; that there are none is a test.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            let language: LanguageIdentifier = tag.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // No marks of direction around what is put in: terminals and logs would show them.
            bundle.set_use_isolating(false);
            let _ = bundle.add_resource(resource);
            Catalogue { tag, bundle }
        };
        Self(CATALOGUES.into_iter().map(parse).collect())
    }
}

impl Catalogues {
    /// The tag of the catalogue that suits an `Accept-Language` header best.
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> &'static str {
        let mut best = (self.0.first().map_or("en", |catalogue| catalogue.tag), 0_u32);
        for part in accept_language.split(',').take(20) {
            let (range, quality) = part.split_once(';').unwrap_or((part, "q=1"));
            let quality = quality.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok()).unwrap_or(1.0);
            // Thousandths are all the precision there is (RFC 9110, section 12.4.2); the cast is of 0 to 1000.
            let quality = if quality.is_finite() { (quality.clamp(0.0, 1.0) * 1_000.0) as u32 } else { 0 };
            let primary = range.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
            if let Some(known) = self.0.iter().find(|catalogue| catalogue.tag == primary)
                && quality > best.1
            {
                best = (known.tag, quality);
            }
        }
        best.0
    }

    /// Words a message in a language, or in the first one where the language lacks it.
    #[must_use]
    pub fn word(&self, tag: &str, message: &str, args: &[(&'static str, String)]) -> Option<String> {
        let asked = self.0.iter().find(|catalogue| catalogue.tag == tag);
        let catalogue = asked.filter(|catalogue| catalogue.bundle.has_message(message)).or(self.0.first())?;
        let pattern = catalogue.bundle.get_message(message)?.value()?;
        let mut fluent_args = FluentArgs::new();
        for (name, value) in args {
            fluent_args.set(*name, value.as_str());
        }
        let mut errors = Vec::new();
        Some(catalogue.bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned())
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

    /// The messages of a catalogue with the arguments that each uses, as written.
    fn outline(source: &str) -> Vec<(String, Vec<String>)> {
        let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let message = |line: &str| {
            let (id, value) = line.split_once(" = ").expect("a message has a value");
            let mut args: Vec<_> =
                value.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect();
            args.sort();
            (id.to_owned(), args)
        };
        let mut messages: Vec<_> = lines.map(message).collect();
        messages.sort();
        messages
    }

    #[test]
    fn all_languages_have_the_same_messages_with_the_same_arguments() {
        for (tag, source) in CATALOGUES {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{tag} does not parse");
            assert_eq!(outline(source), outline(CATALOGUES[0].1), "{tag}");
        }
    }

    /// The sources of this crate that give reasons.
    fn sources() -> String {
        fn walk(folder: &std::path::Path, text: &mut String) {
            for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    walk(&entry, text);
                } else {
                    text.push_str(&std::fs::read_to_string(entry).expect("a source"));
                }
            }
        }
        let mut text = String::new();
        walk(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        text
    }

    #[test]
    fn every_detail_is_used_and_every_reason_is_worded() {
        let sources = sources();
        let worded: Vec<_> =
            outline(CATALOGUES[0].1).into_iter().filter_map(|(id, _)| id.strip_prefix("detail-").map(str::to_owned)).collect();
        for reason in &worded {
            assert!(sources.contains(&format!("\"{reason}\"")), "detail-{reason} is never said");
        }
        let reasons = sources.split("Refusal::because(").skip(1).filter_map(|rest| rest.split('"').nth(1));
        for reason in reasons.filter(|reason| !reason.contains(|c: char| c.is_whitespace() || c == ')')) {
            assert!(worded.iter().any(|known| known == reason), "{reason} has no wording");
        }
    }

    #[test]
    fn the_language_is_the_best_one_that_there_is() {
        let catalogues = Catalogues::default();
        for (header, tag) in [
            ("", "en"),
            ("es", "es"),
            ("es-PY,es;q=0.9,en;q=0.8", "es"),
            ("ja,es;q=0.5", "es"),
            ("en;q=0.5,es;q=0.6", "es"),
            ("es;q=0", "en"),
            ("xx", "en"),
            ("es;q=NaN", "en"),
        ] {
            assert_eq!(catalogues.negotiate(header), tag, "{header}");
        }
    }

    #[test]
    fn a_refusal_says_what_would_be_right() {
        let refusal = Refusal::because(Code::TooLong, "text-long").with("max", 2_000);
        let problem = Catalogues::default().problem(&refusal, "es");
        assert_eq!(problem.detail.as_deref(), Some("Como mucho 2000 caracteres."));
        assert_eq!((problem.status, problem.urn.as_deref()), (422, Some("urn:tertulia:problem:too_long")));
    }
}
