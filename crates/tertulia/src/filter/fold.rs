//! What a reader sees in a text, whatever it is written with.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

/// Signs that stand for letters within a word.
const SIGNS: &str = "@$!|€";

/// The text in small letters and plain forms, without what nobody sees.
pub(super) fn seen(text: &str) -> String {
    let plain = text.nfkc().filter(|c| !is_unseen(*c)).collect::<String>().to_lowercase();
    // An ideographic full stop is a dot in an address, too.
    plain.chars().map(|c| if c == '。' { '.' } else { c }).collect()
}

/// Everything that a text may be read as: words with a space on each side, a line for each spelling.
pub(super) fn spellings(seen: &str) -> String {
    let mut all = String::new();
    // What stands at a word's end may be a letter, or end the sentence.
    for (is_letter, ends) in [(is_word as fn(char) -> bool, ""), (is_word_or_sign, ""), (is_word_or_sign, "!|")] {
        let tokens = seen.split(|c| !is_letter(c)).map(|token| token.trim_end_matches(|c| ends.contains(c)));
        let tokens: Vec<&str> = tokens.filter(|token| !token.is_empty()).collect();
        // Of letters that are drawn out two may be meant, or one.
        for most in [2, 1] {
            add(&mut all, tokens.iter().map(|token| look(&drawn_in(token, most))));
        }
    }
    add(&mut all, spaced(seen).iter().map(|word| look(word)));
    all
}

/// A word of the filter as it stands in a spelling; empty where there is nothing to find.
pub(super) fn word(word: &str) -> String {
    let seen = seen(word);
    let tokens = seen.split(|c| !is_word_or_sign(c)).map(|token| look(&drawn_in(token, 2)));
    tokens.filter(|token| !token.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether words of its script stand without spaces between them.
pub(super) fn is_without_spaces(word: &str) -> bool {
    word.chars().any(|c| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    })
}

fn add(all: &mut String, words: impl Iterator<Item = String>) {
    all.push(' ');
    for word in words.filter(|word| !word.is_empty()) {
        all.push_str(&word);
        all.push(' ');
    }
    all.push('\n');
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn is_word_or_sign(c: char) -> bool {
    is_word(c) || SIGNS.contains(c)
}

/// Marks without a form of their own: they part letters for programs alone.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// What a token looks like, without accents. A number looks like nothing else.
fn look(token: &str) -> String {
    if token.chars().all(char::is_numeric) {
        return token.to_owned();
    }
    let letters: String = token.chars().map(letter_for).collect();
    let small = skeleton(&letters).collect::<String>().to_lowercase();
    let plain = small.nfkd().filter(|c| c.is_alphanumeric() && !is_combining_mark(*c));
    plain.map(|c| if c == 'i' { 'l' } else { c }).collect()
}

/// The letter that a digit or a sign is written for.
fn letter_for(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' | '|' => 'l',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// The same with no letter more than so often in a row, where it stands there three times or more.
fn drawn_in(token: &str, most: usize) -> String {
    let letters: Vec<char> = token.chars().collect();
    let runs = letters.chunk_by(|one, next| one == next);
    runs.flat_map(|run| &run[..if run.len() > 2 { most } else { run.len() }]).collect()
}

/// Words that are written letter by letter: three single ones in a row, or more.
fn spaced(seen: &str) -> Vec<String> {
    let (mut words, mut word) = (Vec::new(), String::new());
    for token in seen.split(|c| !is_word_or_sign(c)).filter(|token| !token.is_empty()).chain([""]) {
        let mut letters = token.chars().filter(|c| !is_combining_mark(*c));
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            word.push(letter);
        } else if word.chars().count() > 2 {
            words.push(std::mem::take(&mut word));
        } else {
            word.clear();
        }
    }
    words
}
