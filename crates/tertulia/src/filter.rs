//! Words and links that a site does not want: what is said is refused, or waits for review. Pure.
//!
//! A text is folded into the tokens that a reader would see in it, in a few spellings, and these are looked through by one automaton
//! for all words at once (Aho-Corasick): the work grows with the length of the text alone, whatever it says and however many
//! words there are. Nothing is a pattern that could be made to run long.
//!
//! Folded are case, accents, compatible forms (`ｓｐａｍ`), letters that look alike (`ѕраm`), digits and signs for letters (`5p@m`), marks that
//! nobody sees, letters apart (`s p a m`, `s.p.a.m`) and letters drawn out (`spaaaam`). Not caught: a word within another one, other
//! spellings (`spahm`), words cut in two (`sp am`), and whatever only a person understands.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use tertulia_wire::{RoomName, RoomType};

mod fold;
mod links;

/// Words in one list at most: some 100 bytes of memory each.
const WORDS_MAX: usize = 20_000;
/// Code points in one of them.
const WORD_MAX: usize = 100;

/// What becomes of messages with links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Links {
    /// They are like any other.
    #[default]
    Allow,
    /// Those of guests wait for review.
    GuestsHold,
    /// Those of guests are refused.
    GuestsRefuse,
    /// They wait for review.
    Hold,
    /// They are refused.
    Refuse,
}

/// What a filter is made of.
///
/// A word is a whole word, or several with spaces in between, in any case; with `*` at its end it is what a word begins with. Each
/// has 1 to 100 code points, among them a letter or a digit; a list has at most 20,000.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterRules {
    /// What has one of these words is refused.
    pub refuse: Vec<String>,
    /// What has one of these words waits for review.
    pub hold: Vec<String>,
    /// What becomes of links.
    pub links: Links,
}

/// Why no filter can be made of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidFilter {
    /// A list is too long.
    #[error("a filter has at most {WORDS_MAX} words in one list, not {0}")]
    TooMany(usize),
    /// A word is too long.
    #[error("a word of a filter has at most {WORD_MAX} characters: {0:?}")]
    TooLong(String),
    /// There is nothing in a word that could be found.
    #[error("a word of a filter has a letter or a digit, and `*` at its end alone: {0:?}")]
    NoWord(String),
    /// The words take too much memory together.
    #[error("the words of a filter are too many: {0}")]
    TooLarge(String),
}

/// Why a filter lets something not pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// One of the words.
    Word,
    /// A link.
    Link,
}

/// What a filter says of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Judgement {
    /// It is like any other.
    Pass,
    /// It waits for review.
    Hold(Found),
    /// It is refused.
    Refuse(Found),
}

/// Looks through what is said, for words and links. Cheap to clone.
#[derive(Clone)]
pub struct Filter(Arc<Automata>);

struct Automata {
    refuse: Option<AhoCorasick>,
    hold: Option<AhoCorasick>,
    links: Links,
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The words are nobody's to read in a log.
        f.debug_struct("Filter").field("links", &self.0.links).finish_non_exhaustive()
    }
}

impl Filter {
    /// Makes a filter of rules.
    ///
    /// # Errors
    /// Which word, or which list, is not right.
    pub fn new(rules: &FilterRules) -> Result<Self, InvalidFilter> {
        let automata = Automata { refuse: automaton(&rules.refuse)?, hold: automaton(&rules.hold)?, links: rules.links };
        Ok(Self(Arc::new(automata)))
    }

    /// What becomes of a text, said by a guest or by somebody whom the host knows. What is refused and held is refused.
    #[must_use]
    pub fn judge(&self, text: &str, guest: bool) -> Judgement {
        let Automata { refuse, hold, links } = &*self.0;
        let seen = fold::seen(text);
        let spellings = if refuse.is_some() || hold.is_some() { fold::spellings(&seen) } else { String::new() };
        let has = |words: &Option<AhoCorasick>| words.as_ref().is_some_and(|words| words.is_match(&spellings));
        if has(refuse) {
            return Judgement::Refuse(Found::Word);
        }
        let links = match links {
            Links::GuestsHold if guest => Links::Hold,
            Links::GuestsRefuse if guest => Links::Refuse,
            Links::GuestsHold | Links::GuestsRefuse => Links::Allow,
            links => *links,
        };
        let links = if links != Links::Allow && links::has_link(&seen) { links } else { Links::Allow };
        match links {
            Links::Refuse => Judgement::Refuse(Found::Link),
            _ if has(hold) => Judgement::Hold(Found::Word),
            Links::Hold => Judgement::Hold(Found::Link),
            _ => Judgement::Pass,
        }
    }
}

/// Which filter holds in which rooms: that of their type, else the one for all.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    /// For all rooms whose type has none of its own.
    pub all: Option<Filter>,
    /// For rooms of these types.
    pub types: HashMap<RoomType, Filter>,
}

impl Filters {
    /// The filter of a room.
    #[must_use]
    pub fn on(&self, room: &RoomName) -> Option<&Filter> {
        self.types.get(&room.room_type).or(self.all.as_ref())
    }
}

fn automaton(words: &[String]) -> Result<Option<AhoCorasick>, InvalidFilter> {
    if words.len() > WORDS_MAX {
        return Err(InvalidFilter::TooMany(words.len()));
    }
    let patterns = words.iter().map(|word| pattern(word)).collect::<Result<Vec<_>, _>>()?;
    if patterns.is_empty() {
        return Ok(None);
    }
    // The first that ends is enough.
    let built = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns);
    built.map(Some).map_err(|error| InvalidFilter::TooLarge(error.to_string()))
}

/// A word as it stands in a folded text: with a space on each side, but where it goes on, or its script has none.
fn pattern(word: &str) -> Result<String, InvalidFilter> {
    if word.chars().count() > WORD_MAX {
        return Err(InvalidFilter::TooLong(word.to_owned()));
    }
    let none = || InvalidFilter::NoWord(word.to_owned());
    let (stem, begins) = word.trim().strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let folded = fold::word(stem);
    if folded.is_empty() || stem.contains('*') {
        return Err(none());
    }
    Ok(match (fold::is_without_spaces(&folded), begins) {
        (true, _) => folded,
        (false, true) => format!(" {folded}"),
        (false, false) => format!(" {folded} "),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(refuse: &[&str]) -> Filter {
        let refuse = refuse.iter().map(|word| (*word).to_owned()).collect();
        Filter::new(&FilterRules { refuse, ..FilterRules::default() }).expect("a filter")
    }

    fn is_refused(filter: &Filter, text: &str) -> bool {
        filter.judge(text, true) == Judgement::Refuse(Found::Word)
    }

    #[test]
    fn a_word_is_found_in_all_its_disguises() {
        let filter = words(&["spam", "Idiota", "buy followers", "canción"]);
        for text in [
            "spam",
            "SPAM",
            "Spam!",
            "(spam)",
            "no spam, please",
            "spam\nspam",
            "«spam»",
            "_spam_",
            "**spam**",
            "ｓｐａｍ",
            "𝐬𝐩𝐚𝐦",
            "ѕраm",
            "spàm",
            "s\u{301}pam",
            "sp\u{ad}am",
            "sp\u{200b}am",
            "s\u{200d}p\u{2060}am",
            "5pam",
            "sp4m",
            "sp@m",
            "$pam",
            "sp@m!",
            "$pam!!",
            "s p a m",
            "s.p.a.m",
            "S-P-A-M",
            "so s p a m it",
            "spaaaam",
            "ssspam",
            "SPAAAMMM",
            "idiota",
            "ídíótà",
            "1d10ta",
            "!diota",
            "|diota",
            "Buy   Followers",
            "buy\nfollowers",
            "buy-followers",
            "CANCION",
        ] {
            assert!(is_refused(&filter, text), "{text:?}");
        }
    }

    #[test]
    fn what_only_begins_like_it_or_is_within_another_is_another_word() {
        let filter = words(&["spam", "Idiota", "buy followers", "canción"]);
        for text in [
            "",
            " ",
            "spa",
            "spamming",
            "antispam",
            "sp am",
            "idiotas",
            "buy",
            "followers buy",
            "buy some followers",
            "a b c",
            "5 4 3",
            "😀",
            "...",
            "pam s",
            "canciones",
        ] {
            assert!(!is_refused(&filter, text), "{text:?}");
        }
    }

    #[test]
    fn numbers_are_numbers_and_words_with_double_letters_are_themselves() {
        let filter = words(&["ass", "los", "88"]);
        for text in ["455", "10.5", "1, 0, 5", "as", "4:55", "a s"] {
            assert!(!is_refused(&filter, text), "{text:?}");
        }
        for text in ["ass", "a55", "@$$", "assss", "88", "a s s"] {
            assert!(is_refused(&filter, text), "{text:?}");
        }
    }

    #[test]
    fn a_beginning_is_found_and_scripts_without_spaces_are_looked_through() {
        let filter = words(&["casin*", "赌博", "พนัน"]);
        for text in ["casino", "CASINOS", "c4sinos", "网上赌博平台", "เว็บพนันออนไลน์"] {
            assert!(is_refused(&filter, text), "{text:?}");
        }
        assert!(!is_refused(&filter, "occasino"));
        assert!(!is_refused(&filter, "赌 博"));
    }

    #[test]
    fn what_is_refused_and_held_is_refused_and_links_are_as_they_are_set() {
        let rules = |links| FilterRules { refuse: vec!["bad".into()], hold: vec!["odd".into()], links };
        let link = "see https://example.org";
        for (links, guest, user) in [
            (Links::Allow, Judgement::Pass, Judgement::Pass),
            (Links::GuestsHold, Judgement::Hold(Found::Link), Judgement::Pass),
            (Links::GuestsRefuse, Judgement::Refuse(Found::Link), Judgement::Pass),
            (Links::Hold, Judgement::Hold(Found::Link), Judgement::Hold(Found::Link)),
            (Links::Refuse, Judgement::Refuse(Found::Link), Judgement::Refuse(Found::Link)),
        ] {
            let filter = Filter::new(&rules(links)).expect("a filter");
            assert_eq!((filter.judge(link, true), filter.judge(link, false)), (guest, user), "{links:?}");
            assert_eq!(filter.judge("odd and bad", false), Judgement::Refuse(Found::Word));
            assert_eq!(filter.judge("odd", false), Judgement::Hold(Found::Word));
            assert_eq!(filter.judge("fine", true), Judgement::Pass);
        }
    }

    #[test]
    fn rules_of_which_there_is_no_filter_are_told_by_the_word_that_is_wrong() {
        let made = |word: &str| Filter::new(&FilterRules { hold: vec![word.to_owned()], ..FilterRules::default() }).map(drop);
        for wrong in ["", " ", "*", "...", "sp*m", "😀", "\u{200b}"] {
            assert_eq!(made(wrong), Err(InvalidFilter::NoWord(wrong.to_owned())));
        }
        assert_eq!(made(&"x".repeat(WORD_MAX)), Ok(()));
        assert_eq!(made(&"x".repeat(WORD_MAX + 1)), Err(InvalidFilter::TooLong("x".repeat(WORD_MAX + 1))));
        let many = |count| FilterRules { refuse: (0..count).map(|n| format!("word{n}")).collect(), ..FilterRules::default() };
        assert!(Filter::new(&many(WORDS_MAX)).is_ok());
        assert_eq!(Filter::new(&many(WORDS_MAX + 1)).map(drop), Err(InvalidFilter::TooMany(WORDS_MAX + 1)));
    }

    proptest! {
        #[test]
        fn a_word_is_found_wherever_it_stands_and_what_folds_stays_folded(
            before in "[ a-z.,]{0,20}", after in "[ a-z.,]{0,20}", word in "[a-zñáç]{2,12}", text in "\\PC{0,200}",
        ) {
            let filter = words(&[&word]);
            let wrapped = format!("{before} {word} {after}");
            prop_assert!(is_refused(&filter, &wrapped));
            let shouted = format!("{before} {} {after}", word.to_uppercase());
            prop_assert!(is_refused(&filter, &shouted));
            let _ = filter.judge(&text, true);
        }

        #[test]
        fn the_work_grows_with_the_text_alone(text in prop::collection::vec(
            prop::sample::select(vec!["a", "aaa", " ", "s.p", "\u{fdfa}", "ﷺ", "𝐬", "1", "@", "m", "e\u{301}", "赌", "\u{200b}", "\n"]), 0..400)) {
            // What is looked at is as long as the text, times a number that no text can raise: each of its characters is at most
            // 18 when it is taken apart, each of these at most 3 in what it looks like, in seven spellings.
            let text = text.concat();
            let seen = fold::seen(&text);
            prop_assert!(seen.chars().count() <= 18 * text.chars().count());
            prop_assert!(fold::spellings(&seen).chars().count() <= 7 * (3 * seen.chars().count() + 2) + 7 * seen.chars().count());
        }
    }
}
