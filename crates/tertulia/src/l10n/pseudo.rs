//! A language that is made of English: what is not in a catalogue, or too long for its place, shows at a glance.

use std::borrow::Cow;

/// The tag of the language that is made. Only this very tag asks for it.
pub(super) const TAG: &str = "en-XA";

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "áƀçđéƒğĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ";

/// Accents each letter, and writes each vowel twice, since most languages are longer than English.
pub(super) fn accent(text: &str) -> Cow<'_, str> {
    let letter = |c: char| {
        let accented = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| accented);
        std::iter::repeat_n(accented, if "aeiouAEIOU".contains(c) { 2 } else { 1 })
    };
    text.chars().flat_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_another_and_stays_in_its_place() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        assert!(PLAIN.chars().zip(ACCENTED.chars()).all(|(plain, accented)| plain != accented));
        assert_eq!(accent("Chat for { 42"), "Çĥáát ƒóór { 42".replace('t', "ť").replace('r', "ř"));
    }
}
