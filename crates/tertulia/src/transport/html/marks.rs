//! What is made of a text when it is drawn: code, faces, links, emphasis. What is stored stays as it was typed.
//!
//! `widget/src/text.ts` is the other side, and draws the same in the browser; `marks.json` holds both to it.

use std::collections::VecDeque;

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
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece<'a> {
    text: &'a str,
    look: Look,
    /// What is bold or italic has pieces of its own, and no text beside them.
    within: Vec<Self>,
}

/// Where something stands in a text: from where to where, what of it is shown, and how.
struct Found<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    look: Look,
}

/// Finds the next one from a place on.
type Find = for<'a> fn(&'a str, usize) -> Option<Found<'a>>;

/// Stands for what is found already, while marks are looked for around it. No text has it: controls are refused.
const HELD: &str = "\0";

/// A text as it is drawn.
pub(super) fn marked(text: &str) -> Markup {
    drawn(&pieces(text))
}

fn drawn(pieces: &[Piece<'_>]) -> Markup {
    html! {
        @for Piece { text, look, within } in pieces {
            @match look {
                Look::Plain => { (text) }
                Look::Block => { code.block dir="auto" { (text) } }
                Look::Code => { code { (text) } }
                Look::Face(emoji) => { span.emoji title=(text) { (emoji) } }
                Look::Link => { a href=(text) rel="nofollow ugc noopener noreferrer" target="_blank" { (text) } }
                Look::Bold => { strong { (drawn(within)) } }
                Look::Italic => { em { (drawn(within)) } }
            }
        }
    }
}

/// The pieces of a text, in order. What is code is nothing else, and nothing is looked for in a link or a face.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let blocks = cut(vec![Piece::plain(text)], block);
    let mut all = Vec::with_capacity(blocks.len());
    for piece in blocks {
        // A block ends what was begun before it, as the end of a line does.
        if piece.look == Look::Block {
            all.push(piece);
        } else {
            let steps: [Find; 3] = [code, face, link];
            all.extend(emphasised(steps.into_iter().fold(vec![piece], cut)));
        }
    }
    all
}

impl<'a> Piece<'a> {
    fn plain(text: &'a str) -> Self {
        Self { text, look: Look::Plain, within: Vec::new() }
    }

    /// How long it is where marks are looked for.
    fn length(&self) -> usize {
        if self.look == Look::Plain { self.text.len() } else { HELD.len() }
    }
}

/// Cuts what is found out of the pieces that are plain so far.
fn cut(pieces: Vec<Piece<'_>>, find: Find) -> Vec<Piece<'_>> {
    let mut cut = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.look != Look::Plain {
            cut.push(piece);
            continue;
        }
        let mut from = 0;
        while let Some(Found { start, end, text, look }) = find(piece.text, from) {
            cut.extend(piece.text.get(from..start).filter(|text| !text.is_empty()).map(Piece::plain));
            cut.push(Piece { text, look, within: Vec::new() });
            from = end;
        }
        cut.extend(piece.text.get(from..).filter(|text| !text.is_empty()).map(Piece::plain));
    }
    cut
}

/// What is bold may have something italic in it, and the other way round: so bold is looked for before and after.
fn emphasised(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let steps: [Find; 3] = [bold, italic, bold];
    steps.into_iter().fold(pieces, between_marks)
}

/// Puts together what stands between marks, whatever was found in there.
fn between_marks(pieces: Vec<Piece<'_>>, find: Find) -> Vec<Piece<'_>> {
    let text: String = pieces.iter().map(|piece| if piece.look == Look::Plain { piece.text } else { HELD }).collect();
    let mut rest = Rest { pieces: pieces.into() };
    let mut put = Vec::new();
    let mut from = 0;
    while let Some(Found { start, end, text: words, look }) = find(&text, from) {
        rest.take(start - from, &mut put);
        let sign = (end - start - words.len()) / 2;
        rest.take(sign, &mut Vec::new());
        let mut within = Vec::new();
        rest.take(words.len(), &mut within);
        rest.take(sign, &mut Vec::new());
        put.push(Piece { text: "", look, within: emphasised(within) });
        from = end;
    }
    put.extend(rest.pieces);
    put
}

/// Pieces that are not taken yet.
struct Rest<'a> {
    pieces: VecDeque<Piece<'a>>,
}

impl<'a> Rest<'a> {
    /// Takes as much as has this length: of a plain piece also a part.
    fn take(&mut self, mut length: usize, taken: &mut Vec<Piece<'a>>) {
        while length > 0
            && let Some(piece) = self.pieces.pop_front()
        {
            if piece.length() <= length {
                length -= piece.length();
                taken.push(piece);
                continue;
            }
            let (first, other) = piece.text.split_at(length);
            taken.push(Piece::plain(first));
            self.pieces.push_front(Piece::plain(other));
            length = 0;
        }
    }
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
        Some(Found { start, end, text: code, look: Look::Block })
    })
}

fn code(text: &str, from: usize) -> Option<Found<'_>> {
    all(text, from, "`").find_map(|start| {
        let (end, code) = between(text, start, "`")?;
        Some(Found { start, end, text: code, look: Look::Code })
    })
}

/// Not inside of a word, a time (`10:30`) or an address: before it is nothing or a space, behind it the same or what ends a
/// sentence; on either side what makes bold or italic, but for a kiss (`:*`), of which that may be a part.
fn face(text: &str, from: usize) -> Option<Found<'_>> {
    let is_mark = |one: char| "*_".contains(one);
    let begins = |one: char| is_space(one) || is_mark(one);
    let starts = text[from..].char_indices().map(|(at, _)| from + at);
    let mut starts = starts.filter(|&start| text[..start].chars().next_back().is_none_or(begins));
    starts.find_map(|start| {
        let rest = &text[start..];
        let is_after_mark = text[..start].ends_with(is_mark);
        let (typed, emoji) = FACES.iter().find(|(typed, _)| {
            let is_kiss = typed.ends_with('*');
            let ends = |one: char| is_space(one) || ".,!?…)".contains(one) || (is_mark(one) && !is_kiss);
            !(is_kiss && is_after_mark) && rest.strip_prefix(typed).is_some_and(|behind| behind.chars().next().is_none_or(ends))
        })?;
        let end = start + typed.len();
        Some(Found { start, end, text: &text[start..end], look: Look::Face(emoji) })
    })
}

fn bold(text: &str, from: usize) -> Option<Found<'_>> {
    all(text, from, "**").find_map(|start| {
        let (end, words) = between(text, start, "**")?;
        is_tight(words).then_some(Found { start, end, text: words, look: Look::Bold })
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
        is_one.then_some(Found { start, end, text: words, look: Look::Italic })
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
            return Some(Found { start, end, text: address, look: Look::Link });
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
    fn shown(pieces: &[Piece<'_>]) -> String {
        let show = |Piece { text, look, within }: &Piece<'_>| match look {
            Look::Plain => (*text).to_owned(),
            Look::Link => format!("{{link {text}}}"),
            Look::Face(emoji) => format!("[{emoji}]"),
            Look::Block => format!("{{block {text}}}"),
            Look::Code => format!("{{code {text}}}"),
            Look::Bold => format!("{{bold {}}}", shown(within)),
            Look::Italic => format!("{{italic {}}}", shown(within)),
        };
        pieces.iter().map(show).collect()
    }

    /// The texts of all pieces that have none within, in order.
    fn texts<'a>(pieces: &[Piece<'a>], put: &mut Vec<&'a str>) {
        for Piece { text, look, within } in pieces {
            if matches!(look, Look::Bold | Look::Italic) {
                assert!(text.is_empty() && !within.is_empty());
                texts(within, put);
            } else {
                put.push(text);
            }
        }
    }

    #[test]
    fn a_text_is_drawn_as_the_widget_draws_it() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("marks.json")).expect("texts, and how they are drawn");
        assert!(cases.len() > 100);
        for (text, drawn) in cases {
            assert_eq!(shown(&pieces(&text)), drawn, "{text:?}");
        }
    }

    #[test]
    fn what_is_bold_or_italic_holds_what_else_is_in_it() {
        let html = marked("**see https://a.example `c`** *a **b** c*").into_string();
        let link = r#"<a href="https://a.example" rel="nofollow ugc noopener noreferrer" target="_blank">https://a.example</a>"#;
        assert_eq!(html, format!("<strong>see {link} <code>c</code></strong> <em>a <strong>b</strong> c</em>"));
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost_or_made_up(text in "([`*_ \n:D)<3ahttp/.é\u{feff}-]|```|\\*\\*|https://a.b/c){0,40}") {
            let mut rest = text.as_str();
            let mut found = Vec::new();
            texts(&pieces(&text), &mut found);
            for piece in found {
                let at = rest.find(piece);
                prop_assert!(at.is_some());
                let (before, behind) = rest.split_at(at.unwrap_or_default());
                // What is not shown is what the marks are made of.
                prop_assert!(before.chars().all(|one| "`*_\n".contains(one) || one.is_ascii_alphanumeric() || "+#.-".contains(one)), "{before:?}");
                rest = behind.split_at(piece.len()).1;
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
