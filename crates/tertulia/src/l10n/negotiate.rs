//! Which language of those that there are suits a reader best, by what the reader's `Accept-Language` says: pure.

use std::cmp::Reverse;

use unic_langid::LanguageIdentifier;
use unic_langid::subtags::{Language, Script};

/// Ranges that are looked at: more than any browser sends.
const RANGES_MAX: usize = 20;

/// Looks up the first language that suits, by RFC 4647, section 3.4: the ranges in the order of their weights, each cut shorter
/// until a tag fits. Where none does, one of the same language and script is taken: `pt` and `pt-PT` get `pt-BR`, but `zh-TW`
/// never `zh-Hans`. Where nothing suits, the first that is not refused by `q=0`.
///
/// `hidden` is a tag that only its own name finds.
pub(super) fn lookup<'a>(accept_language: &str, available: &[&'a str], hidden: &str) -> &'a str {
    let mut ranges: Vec<_> = accept_language.split(',').take(RANGES_MAX).filter_map(range).collect();
    // The sort is stable: of one weight, what stands first comes first.
    ranges.sort_by_key(|(_, weight)| Reverse(*weight));
    let is_open = |tag: &&&str| !tag.eq_ignore_ascii_case(hidden) && !is_refused(tag, &ranges);
    for (range, _) in ranges.iter().take_while(|(_, weight)| *weight > 0) {
        let own = available.iter().find(|tag| tag.eq_ignore_ascii_case(hidden) && tag.eq_ignore_ascii_case(range));
        let cut =
            || shorter(range).find_map(|range| available.iter().filter(is_open).find(|tag| tag.eq_ignore_ascii_case(range)));
        let likely = || {
            let wanted = likely(range)?;
            available.iter().filter(is_open).find(|tag| likely(tag).as_ref() == Some(&wanted))
        };
        if let Some(tag) = own.or_else(cut).or_else(likely) {
            return tag;
        }
    }
    available.iter().find(is_open).or(available.first()).copied().unwrap_or_default()
}

/// A range and its weight in thousandths; none when it can't be read.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut parts = part.split(';').map(str::trim);
    let range = parts.next().filter(|range| is_range(range))?;
    let weight = match parts.next() {
        None => 1_000,
        Some(weight) => {
            let (name, value) = weight.split_once('=')?;
            thousandths(value.trim()).filter(|_| name.trim().eq_ignore_ascii_case("q"))?
        }
    };
    Some((of_today(range), weight))
}

/// The tag in use for the old one of Hebrew, which some systems still send.
fn of_today(range: &str) -> &str {
    let language = range.split('-').next().unwrap_or_default();
    if language.eq_ignore_ascii_case("iw") { "he" } else { range }
}

fn is_range(text: &str) -> bool {
    text == "*" || text.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A weight: 0 to 1 with at most three decimals (RFC 9110, section 12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !matches!(whole, "0" | "1") || decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{whole}{decimals:0<3}").parse().ok().filter(|weight| *weight <= 1_000)
}

/// Whether the closest of the ranges that a tag falls under has no weight.
fn is_refused(tag: &str, ranges: &[(&str, u16)]) -> bool {
    let covers = |range: &str| range == "*" || shorter(tag).any(|shorter| shorter.eq_ignore_ascii_case(range));
    let closest = ranges.iter().filter(|(range, _)| covers(range)).max_by_key(|(range, weight)| {
        let length = if *range == "*" { 0 } else { range.len() };
        (length, *weight)
    });
    closest.is_some_and(|(_, weight)| *weight == 0)
}

/// A range, and what is left of it each time that its last part is cut off, and with it a single letter that introduced it.
fn shorter(range: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(range), |range| {
        let (rest, _) = range.rsplit_once('-')?;
        Some(match rest.rsplit_once('-') {
            Some((before, single)) if single.len() == 1 => before,
            _ => rest,
        })
    })
}

/// The language and the script that a tag most likely means.
fn likely(tag: &str) -> Option<(Language, Script)> {
    let mut id: LanguageIdentifier = tag.parse().ok()?;
    id.maximize();
    Some((id.language, id.script?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AVAILABLE: [&str; 7] = ["en", "es", "pt-BR", "zh-Hans", "es-419", "he", "en-XA"];

    fn found(header: &str) -> &'static str {
        lookup(header, &AVAILABLE, "en-XA")
    }

    #[test]
    fn the_language_is_the_best_one_that_there_is() {
        for (header, tag) in [
            ("", "en"),
            ("es", "es"),
            ("ES-py", "es"),
            ("es-PY,es;q=0.9,en;q=0.8", "es"),
            ("es-419, es", "es-419"),
            ("es-419-u-nu-latn", "es-419"),
            ("ja,es;q=0.5", "es"),
            ("en;q=0.5,es;q=0.6", "es"),
            ("en;q=0.5, es;Q = 0.501", "es"),
            ("pt-PT", "pt-BR"),
            ("pt", "pt-BR"),
            ("zh", "zh-Hans"),
            ("zh-CN", "zh-Hans"),
            ("zh-Hans-SG", "zh-Hans"),
            ("zh-TW, es;q=0.1", "es"),
            ("zh-Hant, es;q=0.1", "es"),
            ("iw", "he"),
            ("IW-il;q=0.2, en;q=0.1", "he"),
            ("iw;q=0, he-IL;q=0.1", "en"),
            ("iw;q=0, en;q=0, *;q=0.5", "es"),
            ("iwx, es", "es"),
            ("es-Latn-PY", "es"),
            ("es;q=0", "en"),
            ("en;q=0", "es"),
            ("*;q=0, zh;q=0.1", "zh-Hans"),
            ("es;q=0, es-419;q=0.1", "es-419"),
            ("*;q=0", "en"),
            ("*, es;q=0.1", "es"),
            ("xx", "en"),
            ("*", "en"),
            ("es;q=NaN", "en"),
            ("es;q=1.001, zh;q=0.2", "zh-Hans"),
            ("es;level=1", "en"),
            ("en-XA", "en-XA"),
            ("en-xa;q=0.2, es;q=0.1", "en-XA"),
            ("en-XA-a, en-XB", "en"),
            ("en;q=0, es;q=0, zh;q=0", "pt-BR"),
        ] {
            assert_eq!(found(header), tag, "{header}");
        }
    }

    /// What each range of the pool is content with, the best first: written by hand, not computed.
    const POOL: [(&str, &[&str]); 12] = [
        ("en", &["en"]),
        ("en-GB", &["en"]),
        ("en-XA", &["en-XA"]),
        ("es", &["es"]),
        ("es-PY", &["es"]),
        ("es-419", &["es-419", "es"]),
        ("es-419-x-a", &["es-419", "es"]),
        ("pt", &["pt-BR"]),
        ("zh-Hant-TW", &[]),
        ("zh-Hans", &["zh-Hans"]),
        ("ja", &[]),
        ("*", &[]),
    ];

    proptest! {
        #[test]
        fn the_heaviest_range_that_can_be_served_is_served(
            wanted in prop::collection::vec((0..POOL.len(), 1_u16..=1_000, any::<bool>()), 0..8),
        ) {
            let part = |(index, weight, shouts): &(usize, u16, bool)| {
                let range = if *shouts { POOL[*index].0.to_uppercase() } else { POOL[*index].0.to_owned() };
                format!("{range} ;q={}.{:03}", weight / 1_000, weight % 1_000)
            };
            let header = wanted.iter().map(part).collect::<Vec<_>>().join(" , ");
            let mut best: Option<(u16, &str)> = None;
            for (index, weight, _) in &wanted {
                if let Some(tag) = POOL[*index].1.first() && best.is_none_or(|(heaviest, _)| *weight > heaviest) {
                    best = Some((*weight, tag));
                }
            }
            prop_assert_eq!(found(&header), best.map_or("en", |(_, tag)| tag), "{}", header);
        }

        #[test]
        fn what_is_refused_is_not_given_while_there_is_another(refused in prop::sample::subsequence(vec!["en", "es", "pt", "zh"], 0..4)) {
            let header = refused.iter().map(|range| format!("{range};q=0")).collect::<Vec<_>>().join(",");
            let given = found(&header);
            prop_assert!(!refused.iter().any(|range| given == *range || given.starts_with(&format!("{range}-"))), "{}: {}", header, given);
        }

        #[test]
        fn any_header_gets_a_language_and_the_hidden_one_only_by_its_name(header in "([a-zA-Z*;=,.q0-9 -]|en-|\u{e9}){0,60}") {
            let given = found(&header);
            prop_assert!(AVAILABLE.contains(&given));
            prop_assert!(given != "en-XA" || header.to_ascii_lowercase().contains("en-xa"), "{}", header);
        }
    }
}
