//! The word that was meant. Pure.

/// The known field that an unknown one is most like, by what serde says of it: ``unknown field `a`, expected one of `b`, `c` ``.
/// `None` where none is like it, and for all else that serde says.
#[must_use]
pub fn nearest(message: &str) -> Option<&str> {
    let (unknown, known) = message.strip_prefix("unknown field `")?.rsplit_once("`, expected ")?;
    near(unknown, known.split('`').skip(1).step_by(2))
}

/// The one of several words that a word is most like, if it is like any: at most a third of its letters are wrong. A word of more
/// than 64 bytes is like none.
pub fn near<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Whoever sends a long one must not have it compared with all.
    if unknown.len() > 64 {
        return None;
    }
    let near = known.map(|key| (distance(unknown, key), key)).min()?;
    // Farther than a third of it, it is another word, and a wrong proposal is worse than none.
    (near.0 <= unknown.len().div_ceil(3)).then_some(near.1)
}

/// How many letters have to be put in, taken out or replaced to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.bytes().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_found_and_no_other() {
        let known = "expected one of `title`, `locked`, `slow_seconds`";
        for (unknown, meant) in [
            ("lockd", Some("locked")),
            ("Locked", Some("locked")),
            ("slow_second", Some("slow_seconds")),
            ("colour", None),
            ("", None),
            ("`", None),
            ("`, expected `title", None),
            (&"locked".repeat(20), None),
        ] {
            assert_eq!(nearest(&format!("unknown field `{unknown}`, {known}")), meant, "{unknown}");
        }
        assert_eq!(nearest("unknown field `usr`, expected `user`"), Some("user"));
        assert_eq!(nearest("unknown variant `a`, expected `b`"), None);
    }
}
