//! Which names look alike, and which nobody may take who only says that it is theirs: pure.
//!
//! What a name looks like is its skeleton by Unicode Technical Standard #39, in small letters, without spaces. Two names that
//! look the same are taken for the same person by whoever reads them, so a guest can't have one that somebody else has.

use unicode_security::confusable_detection::skeleton;

/// Words that would pass for the site's or the chat's own. Compared by what they look like, and alone: with digits and signs
/// around them they are the same words.
const RESERVED: [&str; 32] = [
    "admin",
    "administrador",
    "administradora",
    "administration",
    "administrator",
    "all",
    "anonymous",
    "anónimo",
    "anfitrión",
    "bot",
    "everyone",
    "guest",
    "here",
    "host",
    "invitado",
    "mod",
    "moderador",
    "moderadora",
    "moderator",
    "nobody",
    "official",
    "owner",
    "root",
    "server",
    "sistema",
    "someone",
    "soporte",
    "staff",
    "support",
    "system",
    "tertulia",
    "webmaster",
];

/// Code points of the longest name.
const NAME_MAX: usize = 50;

/// What a name looks like: two names that give the same can't be told from each other.
///
/// Letters that differ by case alone are one, and so are `i`, `l`, `1` and `|`, since a capital `i` is a small `l` in many a
/// font. What this gives is never shown to anybody.
pub(crate) fn look(name: &str) -> String {
    // Small letters first, since the skeleton of a capital is not that of its small letter; and again, since it has capitals.
    let small: String = skeleton(&name.to_lowercase()).collect::<String>().to_lowercase();
    let look = skeleton(&small).filter(|c| !c.is_whitespace());
    look.map(|c| if c == 'i' { 'l' } else { c }).collect()
}

/// Whether a name is a word that is not for guests, whatever digits and signs stand around it.
pub(crate) fn is_reserved(name: &str) -> bool {
    let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    let looks = [look(name), look(&letters)];
    RESERVED.iter().map(|word| look(word)).any(|word| looks.contains(&word))
}

/// Names to take instead: the same with a number, from 2 to 30.
pub(crate) fn proposals(name: &str) -> impl Iterator<Item = String> {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let stem: String = if stem.is_empty() { name } else { stem }.chars().take(NAME_MAX - 3).collect();
    (2..=30).map(move |number| format!("{} {number}", stem.trim_end()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draft;

    #[test]
    fn what_looks_alike_is_one_name() {
        for (one, other) in [
            ("Ana", "ana"),
            ("Ana", "ANA"),
            ("Ana", "Аnа"),
            ("Ana", "A n a"),
            ("Ian", "lan"),
            ("Ian", "IAN"),
            ("Bill", "BiII"),
            ("Paul", "Pau1"),
            ("Marta", "rnarta"),
            ("MARTA", "marta"),
            ("Roo", "R00"),
            ("Omar", "0mar"),
            ("José", "Jose\u{301}"),
            ("Ana", "Ａｎａ"),
            ("scope", "ѕсоре"),
            ("Ana", "𝐀𝐧𝐚"),
        ] {
            assert_eq!(look(one), look(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_can_be_told_apart_is_two_names() {
        for (one, other) in [("Ana", "Anna"), ("José", "Jose"), ("Ana", "Ana 2"), ("Ana 2", "Ana 3"), ("王", "玉"), ("Ana", "")]
        {
            assert_ne!(look(one), look(other), "{one} and {other}");
        }
    }

    #[test]
    fn words_that_pass_for_the_sites_own_are_for_nobody() {
        for bad in
            ["admin", "Admin", "ADMIN", "аdmin", "Adrnin", "admin 2", "[Admin]", "~Admin~", "Moderador", "Tertu1ia", "A d m i n"]
        {
            assert!(is_reserved(bad), "{bad}");
        }
        for good in ["Adminia", "Ana", "Modesto", "7", "…", "Rooter"] {
            assert!(!is_reserved(good), "{good}");
        }
    }

    proptest! {
        #[test]
        fn a_name_looks_like_itself_in_any_case(name in "[A-Za-z0-9 áéñçœ.-]{0,50}") {
            prop_assert_eq!(look(&name.to_uppercase()), look(&name));
        }

        #[test]
        fn each_proposal_is_a_name_that_differs_from_the_others(name in "\\PC{1,60}") {
            if let Ok(name) = draft::name(&name) {
                let all: Vec<_> = proposals(&name).collect();
                for proposal in &all {
                    prop_assert_eq!(draft::name(proposal), Ok(proposal.clone()));
                }
                let looks: std::collections::BTreeSet<_> = all.iter().map(|proposal| look(proposal)).collect();
                prop_assert_eq!(looks.len(), all.len());
            }
        }
    }
}
