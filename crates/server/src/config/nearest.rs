//! The word that was meant. Pure.

/// The known key that an unknown one is most like. The parser names both in its message, each between backticks, the
/// unknown one first.
pub(super) fn nearest(message: &str) -> Option<&str> {
    let mut named = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let unknown = named.next()?;
    near(unknown, named)
}

/// The one of several words that a word is most like, if it is like any.
pub(super) fn near<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
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
