//! What is made of a text when it is drawn: code, faces, links, emphasis. What is stored stays as it was typed.
//!
//! `widget/src/text.ts` is the other side, and draws the same in the browser; `marks.json` holds both to it.

use maud::{Markup, html};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use url::Url;

/// Faces as they are typed, the longest first: of two that begin alike it is the longer one.
const FACES: &[(&str, &str)] = &[
    (":-)", "🙂"),
    (":-D", "😃"),
    (";-)", "😉"),
    (":-(", "🙁"),
    (":'(", "😢"),
    (":-P", "😛"),
    (">:(", "😠"),
    (">:D", "😈"),
    ("B-)", "😎"),
    ("</3", "💔"),
    ("\\o/", "🙌"),
    (":)", "🙂"),
    (":D", "😃"),
    (";)", "😉"),
    (":(", "🙁"),
    (":P", "😛"),
    (":p", "😛"),
    (":O", "😮"),
    (":o", "😮"),
    (":3", "😺"),
    (":*", "😘"),
    (":|", "😐"),
    (":/", "😕"),
    ("XD", "😆"),
    ("xD", "😆"),
    ("<3", "❤️"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    /// Lines of code.
    Block,
    Code,
    /// An emoji for what was typed.
    Face(&'static str),
    Link,
    Bold,
    Italic,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece<'a> {
    text: &'a str,
    look: Look,
}

/// Where something stands in a text: from where to where, and what of it is shown.
struct Found<'a> {
    start: usize,
    end: usize,
    piece: Piece<'a>,
}

/// Finds the next one from a place on.
type Find = for<'a> fn(&'a str, usize) -> Option<Found<'a>>;

/// A text as it is drawn.
pub(super) fn marked(text: &str) -> Markup {
    html! {
        @for Piece { text, look } in pieces(text) {
            @match look {
                Look::Plain => { (text) }
                Look::Block => { code.block dir="auto" { (text) } }
                Look::Code => { code { (text) } }
                Look::Face(emoji) => { span.emoji title=(text) { (emoji) } }
                Look::Link => { a href=(text) rel="nofollow ugc noopener noreferrer" target="_blank" { (text) } }
                Look::Bold => { strong { (text) } }
                Look::Italic => { em { (text) } }
            }
        }
    }
}

/// The pieces of a text, in order. What is code is nothing else, and nothing is looked for in what was found.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let whole = vec![Piece { text, look: Look::Plain }];
    let steps: [Find; 6] = [block, code, face, link, bold, italic];
    steps.into_iter().fold(whole, cut)
}

/// Cuts what is found out of the pieces that are plain so far.
fn cut<'a>(pieces: Vec<Piece<'a>>, find: Find) -> Vec<Piece<'a>> {
    let mut cut = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.look != Look::Plain {
            cut.push(piece);
            continue;
        }
        let Piece { text, look } = piece;
        let mut from = 0;
        while let Some(Found { start, end, piece }) = find(text, from) {
            cut.extend(text.get(from..start).filter(|text| !text.is_empty()).map(|text| Piece { text, look }));
            cut.push(piece);
            from = end;
        }
        cut.extend(text.get(from..).filter(|text| !text.is_empty()).map(|text| Piece { text, look }));
    }
    cut
}

/// Lines between fences. The first fence may name a language, and the line breaks around fences are theirs.
fn block(text: &str, from: usize) -> Option<Found<'_>> {
    const FENCE: &str = "```";
    all(text, from, FENCE).find_map(|fence| {
        let rest = &text[fence + FENCE.len()..];
        let is_one = !text[..fence].ends_with('`') && !rest.starts_with('`') && !rest.trim_start().starts_with(FENCE);
        let close = fence + FENCE.len() + rest.find(FENCE).filter(|_| is_one)?;
        let within = &text[fence + FENCE.len()..close];
        let is_language = |name: &str| name.chars().all(|one| one.is_ascii_alphanumeric() || "_+#.-".contains(one));
        let code = match within.split_once('\n') {
            Some((name, code)) if is_language(name) && !code.is_empty() => code,
            _ => within,
        };
        let code = code.strip_suffix('\n').filter(|code| !code.is_empty()).unwrap_or(code);
        let start = if text[from..fence].ends_with('\n') { fence - 1 } else { fence };
        let end = close + FENCE.len();
        let end = if text[end..].starts_with('\n') { end + 1 } else { end };
        Some(Found { start, end, piece: Piece { text: code, look: Look::Block } })
    })
}

fn code(text: &str, from: usize) -> Option<Found<'_>> {
    all(text, from, "`").find_map(|start| {
        let (end, code) = between(text, start, "`")?;
        Some(Found { start, end, piece: Piece { text: code, look: Look::Code } })
    })
}

/// Not inside of a word, a time (`10:30`) or an address: before it is nothing or a space, behind it the same or what ends a
/// sentence.
fn face(text: &str, from: usize) -> Option<Found<'_>> {
    let starts = text[from..].char_indices().map(|(at, _)| from + at);
    let mut starts = starts.filter(|&start| text[..start].chars().next_back().is_none_or(is_space));
    starts.find_map(|start| {
        let rest = &text[start..];
        let is_border = |one: char| is_space(one) || ".,!?…)".contains(one);
        let (typed, emoji) = FACES
            .iter()
            .find(|(typed, _)| rest.strip_prefix(typed).is_some_and(|behind| behind.chars().next().is_none_or(is_border)))?;
        let end = start + typed.len();
        Some(Found { start, end, piece: Piece { text: &text[start..end], look: Look::Face(emoji) } })
    })
}

fn bold(text: &str, from: usize) -> Option<Found<'_>> {
    all(text, from, "**").find_map(|start| {
        let (end, words) = between(text, start, "**")?;
        is_tight(words).then_some(Found { start, end, piece: Piece { text: words, look: Look::Bold } })
    })
}

/// Between stars or low lines that stand on the borders of words.
fn italic(text: &str, from: usize) -> Option<Found<'_>> {
    let mut starts = text[from..].match_indices(['*', '_']).map(|(at, sign)| (from + at, sign));
    starts.find_map(|(start, sign)| {
        let is_inside = |one: char| is_of_a_word(one) || sign.starts_with(one);
        let (end, words) = between(text, start, sign)?;
        let before = text[..start].chars().next_back();
        let is_one = is_tight(words) && !before.is_some_and(is_inside) && !text[end..].starts_with(is_inside);
        is_one.then_some(Found { start, end, piece: Piece { text: words, look: Look::Italic } })
    })
}

/// What stands between a sign at `start` and the next one, on one line and with something between them; and where that one ends.
fn between<'a>(text: &'a str, start: usize, sign: &str) -> Option<(usize, &'a str)> {
    let first = start + sign.len();
    let one = sign.chars().next()?;
    let last = first + text[first..].find([one, '\n']).filter(|&length| length > 0)?;
    text[last..].starts_with(sign).then(|| (last + sign.len(), &text[first..last]))
}

/// Whether no space is at either end.
fn is_tight(words: &str) -> bool {
    !words.starts_with(is_space) && !words.ends_with(is_space)
}

/// What a script takes for a letter or a number: by its category alone, so that a sign for a vowel is none.
fn is_of_a_word(one: char) -> bool {
    matches!(one.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// What a script takes for a space.
fn is_space(one: char) -> bool {
    (one.is_whitespace() && one != '\u{85}') || one == '\u{feff}'
}

/// Where something stands in a text from a place on, each place looked at, also inside of the one before.
fn all<'a>(text: &'a str, from: usize, what: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut next = from;
    std::iter::from_fn(move || {
        let at = next + text.get(next..)?.find(what)?;
        // All that is looked for begins with a sign of one byte.
        next = at + 1;
        Some(at)
    })
}

/// An address of the web, written out with its scheme, as far as no space, quotation mark or angle bracket stands in it.
fn link(text: &str, from: usize) -> Option<Found<'_>> {
    let mut next = from;
    loop {
        let (start, host) = scheme(text, next)?;
        let length = text[host..].find(|one: char| is_space(one) || "<>\"".contains(one)).unwrap_or(text.len() - host);
        let address = without_what_closes(&text[start..host + length]);
        if Url::parse(address).is_ok_and(|url| url.has_host()) {
            let end = start + address.len();
            return Some(Found { start, end, piece: Piece { text: address, look: Look::Link } });
        }
        next = host + length;
    }
}

/// Where the next `http://` or `https://` begins, in any case and not within a word, and where it ends.
fn scheme(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    text[from..].match_indices("://").find_map(|(at, marks)| {
        let end = from + at;
        let starts = ["https", "http"].map(|scheme| {
            end.checked_sub(scheme.len())
                .filter(|start| *start >= from && bytes[*start..end].eq_ignore_ascii_case(scheme.as_bytes()))
        });
        let start = starts.into_iter().flatten().next()?;
        let is_of_a_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        (!bytes[..start].last().is_some_and(is_of_a_word)).then_some((start, end + marks.len()))
    })
}

/// What closes a sentence, a quotation or a bracket around an address is not part of it.
fn without_what_closes(address: &str) -> &str {
    let surplus = |close: char, open: char| address.matches(close).count().saturating_sub(address.matches(open).count());
    let (mut round, mut square) = (surplus(')', '('), surplus(']', '['));
    let closes = |one: char| {
        let left = match one {
            ')' => &mut round,
            ']' => &mut square,
            _ => return ".,;:!?*…'’“”»".contains(one),
        };
        let is_surplus = *left > 0;
        *left = left.saturating_sub(1);
        is_surplus
    };
    address.trim_end_matches(closes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Written as in `widget/test/text.test.ts`: what is shown, in brackets that say how.
    fn shown(text: &str) -> String {
        let show = |Piece { text, look }: Piece<'_>| match look {
            Look::Plain => text.to_owned(),
            Look::Link => format!("{{link {text}}}"),
            Look::Face(emoji) => format!("[{emoji}]"),
            Look::Block => format!("{{block {text}}}"),
            Look::Code => format!("{{code {text}}}"),
            Look::Bold => format!("{{bold {text}}}"),
            Look::Italic => format!("{{italic {text}}}"),
        };
        pieces(text).into_iter().map(show).collect()
    }

    #[test]
    fn a_text_is_drawn_as_the_widget_draws_it() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("marks.json")).expect("texts, and how they are drawn");
        assert!(cases.len() > 100);
        for (text, drawn) in cases {
            assert_eq!(shown(&text), drawn, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost_or_made_up(text in "([`*_ \n:D)<3ahttp/.é\u{feff}-]|```|\\*\\*|https://a.b/c){0,40}") {
            let mut rest = text.as_str();
            for piece in pieces(&text) {
                let at = rest.find(piece.text);
                prop_assert!(at.is_some());
                let (before, behind) = rest.split_at(at.unwrap_or_default());
                // What is not shown is what the marks are made of.
                prop_assert!(before.chars().all(|one| "`*_\n".contains(one) || one.is_ascii_alphanumeric() || "+#.-".contains(one)), "{before:?}");
                rest = behind.split_at(piece.text.len()).1;
            }
        }

        #[test]
        fn whatever_is_written_is_no_markup(text in "([<>&\"'`*_a :]|<script>|```|\\*\\*){0,40}") {
            let html = marked(&text).into_string();
            let tags = html.split('<').skip(1).map(|tag| tag.split_once('>').map_or(tag, |(tag, _)| tag).to_owned());
            for tag in tags {
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default().to_owned();
                prop_assert!(["code", "strong", "em", "span", "a"].contains(&name.as_str()), "{html}");
            }
        }
    }
}
