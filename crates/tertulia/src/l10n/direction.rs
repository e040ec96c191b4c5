//! Lines that mix scripts of both directions: pure.
//!
//! What somebody wrote is put between marks that keep its direction to itself, where it runs against the words around it. Then
//! no name and no text moves what stands beside it, and what does not mix has no marks that a terminal or a log might show.

/// Begins what has a direction of its own (FSI), and ends it (PDI).
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Runs a line from the right, where nothing in it does so by itself (RLM).
pub(crate) const FROM_RIGHT: char = '\u{200F}';

/// Puts each line of a text between marks, if the text has letters against the direction of the words around it.
pub(crate) fn isolate(text: &str, in_rtl: bool) -> String {
    if !text.chars().any(|c| if in_rtl { is_from_left(c) } else { is_from_right(c) }) {
        return text.to_owned();
    }
    // A line break ends what was begun, so that each line has marks of its own.
    let mark = |line: &str| if line.is_empty() { String::new() } else { format!("{}{line}{}", ISOLATE[0], ISOLATE[1]) };
    text.split('\n').map(mark).collect::<Vec<_>>().join("\n")
}

/// Whether a line has something between marks.
pub(crate) fn is_mixed(line: &str) -> bool {
    line.contains(ISOLATE[0])
}

/// Letters of the scripts that run from the right: the blocks that Unicode keeps for them.
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn is_from_left(c: char) -> bool {
    c.is_alphabetic() && !is_from_right(c)
}

/// Whether a character turns the direction of what follows it: none of these is taken from anybody.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_against_the_words_around_it_is_marked() {
        for (text, in_rtl, marked) in [
            ("Ana", false, "Ana"),
            ("ليلى", false, "\u{2068}ليلى\u{2069}"),
            ("Ana", true, "\u{2068}Ana\u{2069}"),
            ("ليلى", true, "ليلى"),
            ("12:30!", true, "12:30!"),
            ("12:30!", false, "12:30!"),
            ("a\n\nשלום", false, "\u{2068}a\u{2069}\n\n\u{2068}שלום\u{2069}"),
        ] {
            assert_eq!(isolate(text, in_rtl), marked);
        }
    }
}
