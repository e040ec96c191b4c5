//! Which names look alike, and which nobody may take who only says that it is theirs: pure.
//!
//! What a name looks like is its skeleton by Unicode Technical Standard #39, in small letters, and of that letters and digits
//! alone. Two names that look the same are taken for the same person by whoever reads them, so a guest can't have one that
//! somebody else has.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

/// Words that would pass for the site's or the chat's own, by the language whose people would read them so. Compared by what they look
/// like, wherever in a name they stand as words, also with an `s` or `es` at their end; in writing without spaces wherever they stand.
const RESERVED: [(&str, &str); 15] = [
    (
        "en",
        "admin administration administrator anonymous bot everyone guest here host mod moderator nobody \
         official owner root server someone staff support system tertulia webmaster",
    ),
    (
        "es",
        "administración administrador administradora anfitrión anfitriones anónimo invitado invitada \
         moderación moderador moderadora oficial servidor sistema soporte",
    ),
    ("gn", "moderahára ñangarekohára moakãhára"),
    ("pt-BR", "administração anfitrião convidado convidada moderação suporte"),
    (
        "fr",
        "administrateur administratrice anonyme invité invitée modérateur modératrice modération \
         officiel serveur système",
    ),
    ("de", "administratorin anonym betreiber gast moderatorin offiziell verwaltung"),
    (
        "it",
        "amministratore amministratrice amministrazione assistenza moderatore moderatrice moderatori \
         ospite ufficiale supporto",
    ),
    ("pl", "administratorka administracja moderatorka moderacja wsparcie gość obsługa anonim serwer"),
    ("ru", "админ администратор администрация аноним бот гость модератор модерация поддержка сервер система"),
    ("tr", "destek misafir moderatör resmi sistem sunucu yönetici yönetim anonim"),
    ("he", "מנהל מנהלת אדמין מנחה תמיכה מערכת אורח אורחת אנונימי"),
    ("ar", "مشرف المشرف مدير المدير الإدارة إدارة الدعم دعم النظام ضيف مجهول"),
    ("hi", "एडमिन प्रशासक मॉडरेटर मॉडेरेटर सहायता सिस्टम अतिथि मेहमान गुमनाम"),
    ("zh-Hans", "管理员 管理員 版主 客服 系统 系統 官方 站长 访客 匿名 主持人"),
    ("ja", "管理者 管理人 運営 モデレーター モデレータ サポート システム 公式 ゲスト 匿名 スタッフ"),
];

/// Code points of the longest name.
const NAME_MAX: usize = 50;

/// How many names with four digits are proposed where all with fewer are taken.
const LARGE_PROPOSALS: u64 = 11;

/// The looks of these words, made once.
static RESERVED_LOOKS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let plurals = |word: &str| ["", "s", "es"].map(|end| look(&format!("{word}{end}")));
    RESERVED.iter().flat_map(|(_, words)| words.split_whitespace()).flat_map(plurals).collect()
});

/// Which way of computing a look this is: raised wherever it gives something else for any name, so that stores compute anew what they
/// keep.
#[cfg(any(feature = "sqlite", test))]
pub(crate) const LOOKS: i64 = 2;

/// The looks of those in writing without spaces, which stand in a name without a border.
static UNSPACED_LOOKS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let unspaced = RESERVED.iter().filter(|(language, _)| matches!(*language, "zh-Hans" | "ja"));
    unspaced.flat_map(|(_, words)| words.split_whitespace()).map(look).collect()
});

/// A letter that stands so often in a row, or more often, is that letter once: nobody counts them, and no honest word has three.
const STRETCHED: usize = 3;

/// How often a look is looked at again at most. Three times are enough for all there is; the bound is for what is to come.
const ROUNDS_MAX: usize = 8;

/// What a name looks like: two names that give the same can't be told from each other.
///
/// Letters that differ by case alone are one, and so are `i`, `l`, `1` and `|`, since a capital `i` is a small `l` in many a
/// font. Spaces, signs, and accents that are no part of their letter's own form are nothing, unless a name has nothing else.
/// What this gives is never shown to anybody.
pub(crate) fn look(name: &str) -> String {
    let plain: String = words_of(name).nfkc().collect();
    // Before anything else, too: the shape of an `m` is two letters.
    let plain =
        if plain.is_ascii() { unstretched(&plain, |c| c.to_ascii_lowercase().into()) } else { unstretched(&plain, shape_of) };
    // What reads as Latin letters is compared as these: the small letter of a Greek capital looks like another one.
    let read = round(&skeleton(&plain).collect::<String>());
    settled(if read.is_ascii() { read } else { round(&plain) })
}

/// Looked at again until nothing changes: a skeleton has capitals, and a capital has another skeleton than its small letter.
fn settled(mut look: String) -> String {
    for _ in 0..ROUNDS_MAX {
        let next = round(&look);
        if next == look {
            break;
        }
        look = next;
    }
    look
}

fn round(text: &str) -> String {
    let small: String = fold(text);
    let shape: String = skeleton(&small).map(plain_letter).collect();
    // Composed first, so that only those accents are left that have no place in a letter.
    let shape: String = fold(&shape).nfkc().map(|c| if c == 'i' { 'l' } else { c }).collect();
    let kept: String = shape.chars().filter(|c| is_kept(*c)).collect();
    let kept = if kept.is_empty() { shape.split_whitespace().collect() } else { kept };
    unstretched(&kept, String::from).nfd().collect()
}

/// What one letter looks like by itself.
fn shape_of(c: char) -> String {
    let read: String = fold(&skeleton(&c.to_string()).collect::<String>());
    let small = if read.is_ascii() { read } else { fold(&c.to_string()) };
    fold(&skeleton(&small).map(plain_letter).collect::<String>())
}

/// With each letter once that stands three times or more, by its shape. Digits and signs are counted by whoever reads them, and what
/// looks like one.
fn unstretched(text: &str, shape: impl Fn(char) -> String) -> String {
    let letters: Vec<(char, String)> = text.chars().map(|c| (c, shape(c))).collect();
    let is_stretched = |row: &[(char, String)]| row.len() >= STRETCHED && row[0].1.chars().all(char::is_alphabetic);
    let rows = letters.chunk_by(|(_, one), (_, other)| one == other);
    rows.flat_map(|row| if is_stretched(row) { &row[..1] } else { row }).map(|(c, _)| *c).collect()
}

/// The words of a name that have a letter or a digit, or all of it where none has: a line that stands alone is no `l`.
fn words_of(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    if words.is_empty() { name.to_owned() } else { words.join(" ") }
}

/// Without case. Cherokee has its shapes in the capitals.
fn fold(text: &str) -> String {
    let small = text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    small.map(|c| if matches!(c, '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}') { capital(c) } else { c }).collect()
}

fn capital(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// Small capitals, and letters in a box, which the standard leaves as they are.
fn plain_letter(c: char) -> char {
    const SMALL_CAPITALS: &str = "ᴀaʙbᴅdᴇeꜰfɢgʜhɪiᴊjᴋkĸkʟlʍmɴnᴘpʀrᴛtᴜuʏy";
    let boxed =
        [0x1f130, 0x1f150, 0x1f170, 0x1f1e6].into_iter().find_map(|first| u32::from(c).checked_sub(first).filter(|n| *n < 26));
    if let Some(letter) = boxed.and_then(|n| char::from_u32(u32::from('a') + n)) {
        return letter;
    }
    let mut pairs = SMALL_CAPITALS.chars();
    while let (Some(small_capital), Some(letter)) = (pairs.next(), pairs.next()) {
        if small_capital == c {
            return letter;
        }
    }
    c
}

/// Letters and digits, with the marks of scripts that write vowels so. Accents of no script of their own that are still there have
/// no place in a letter, and letters of no script but the mark of long Japanese vowels are strokes.
fn is_kept(c: char) -> bool {
    match c.script() {
        Script::Inherited => false,
        _ if is_combining_mark(c) => true,
        Script::Common => c.is_numeric() || c == 'ー' || c.is_alphabetic() && !is_stroke(c),
        _ => c.is_alphanumeric(),
    }
}

/// What lengthens or modifies another letter, and is none.
fn is_stroke(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{640}' | '\u{a700}'..='\u{a721}' | '\u{a788}'..='\u{a78a}')
}

/// Whether a name has a word that is not for guests, or is one letter by letter, whatever digits and signs stand around it.
pub(crate) fn is_reserved(name: &str) -> bool {
    let plain: String = name.nfkc().collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() || is_combining_mark(*c)).collect::<String>();
    let is_one = |text: &str| [look(text), look(&letters(text))].iter().any(|look| RESERVED_LOOKS.contains(look));
    let whole = look(&plain);
    is_one(&plain) || UNSPACED_LOOKS.iter().any(|word| whole.contains(word)) || words(&plain).iter().any(|word| is_one(word))
}

/// The words of a name; what begins with a capital within another one is a word, too.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty()) {
        let mut parts = vec![String::new()];
        let mut before = None;
        for c in word.chars() {
            if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
                parts.push(String::new());
            }
            parts.last_mut().into_iter().for_each(|part| part.push(c));
            before = Some(c);
        }
        words.extend(parts);
        words.push(word.to_owned());
    }
    words
}

/// Names to take instead: the same with a number, from 2 to 30, and then with some of four digits that a random number leads to: thirty
/// names are soon taken by somebody who wants nobody to have one. The digits are those that look like no letter.
pub(crate) fn proposals(name: &str, random: u64) -> impl Iterator<Item = String> {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let stem: String = if stem.is_empty() { name } else { stem }.chars().take(NAME_MAX - 5).collect();
    // Steps of an odd number come to each of the 4,096 once.
    let large = (0..LARGE_PROPOSALS).map(move |n| 2_222 + of_octal(random % 4_096 + n * 1_237));
    (2..=30).chain(large).map(move |number| format!("{} {number}", stem.trim_end()))
}

/// The number that is written with the last four octal digits of another one.
fn of_octal(number: u64) -> u64 {
    (0..4).map(|place| (number >> (3 * place) & 7) * 10_u64.pow(place)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draft;

    #[test]
    fn whoever_changes_what_names_look_like_says_so() {
        use sha2::{Digest, Sha256};
        let mut looks = Sha256::new();
        for c in
            ('\u{20}'..'\u{2000}').chain('\u{2460}'..'\u{2500}').chain('\u{fb00}'..'\u{ffff}').chain('\u{1d400}'..'\u{1f200}')
        {
            looks.update(look(&format!("{c}a {c}")));
        }
        let looks = format!("{:x}", looks.finalize());
        assert_eq!((LOOKS, &looks[..16]), (2, "d22c175bab85170a"), "raise LOOKS, too");
    }

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
            ("Ana", "Ꭺna"),
            ("Ana", "ᴬⁿᵃ"),
            ("Ana", "Ⓐⓝⓐ"),
            ("Ana", "🅰🅝🅐"),
            ("Ana", "ᴀɴᴀ"),
            ("Ana", "Ana\u{332}"),
            ("Ana", "A\u{332}n\u{332}a\u{332}"),
            ("Ana", "Anaـ"),
            ("Ana", "Anaˑ"),
            ("Ana", "Ana ★"),
            ("Ana", "★Ana★"),
            ("Ana", "Ana |"),
            ("Ana", "Ana."),
            ("Ana", "ΑΝΑ"),
            ("Nora", "Νora"),
            ("Борис", "борис"),
            ("Νίκος", "νίκος"),
            ("José", "ᴊosé ✓"),
            ("علي", "عليـ"),
            ("علي", "عـلي"),
            ("Jo\u{338}rg", "Jørg"),
            ("Ana", "Anaaa"),
            ("Ana", "AAAna"),
            ("Ana", "Aаa\u{1d43}na"),
            ("Ana", "A a a n a"),
            ("José", "Joséééé"),
            ("José", "Jose\u{301}e\u{301}e\u{301}"),
            ("Борис", "Бориссс"),
            ("علي", "علييييي"),
        ] {
            assert_eq!(look(one), look(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_can_be_told_apart_is_two_names() {
        for (one, other) in [
            ("Ana", "Anna"),
            ("José", "Jose"),
            ("Zoë", "Zoe"),
            ("Ana", "Ana 2"),
            ("Ana 2", "Ana 3"),
            ("王", "玉"),
            ("Ana", ""),
            ("★", "☆"),
            ("★", "★★"),
            ("मीरा", "मेरा"),
            ("कि", "क"),
            ("ユーリ", "ユリ"),
            ("ก้อง", "กอง"),
            ("Ana", "Anaa"),
            ("Ana 2", "Ana 222"),
            ("Otto", "Oto"),
            ("莉莉", "莉"),
        ] {
            assert_ne!(look(one), look(other), "{one} and {other}");
        }
    }

    #[test]
    fn words_that_pass_for_the_sites_own_are_for_nobody() {
        for bad in [
            "admin",
            "Admin",
            "ADMIN",
            "аdmin",
            "Adrnin",
            "admin 2",
            "[Admin]",
            "~Admin~",
            "Moderador",
            "Tertu1ia",
            "A d m i n",
            "The Moderators",
            "Admin Team",
            "Ana (moderator)",
            "AdminTeam",
            "Ana_admin",
            "Los Moderadores",
            "Ana | ᴍᴏᴅ",
            "Staff★Ana",
            "admin123 x",
            "Moderator's friend",
            "Ana A\u{332}dmin",
            "Adminnn",
            "Modérateur",
            "Ana (Moderatorin)",
            "Администратор",
            "МОДЕРАТОР 2",
            "المشرف",
            "מנהל",
            "管理员小王",
            "運営スタッフ",
            "Yönetici",
            "Gość",
            "मॉडरेटर",
            "Ñangarekohára",
        ] {
            assert!(is_reserved(bad), "{bad}");
        }
    }

    #[test]
    fn names_that_only_begin_like_such_a_word_are_for_anybody() {
        for good in [
            "Adminia",
            "Ana",
            "Modesto",
            "7",
            "…",
            "Rooter",
            "Ana Modesto",
            "Botond",
            "Hostia",
            "Ana Allen",
            "Ali",
            "Muhammad Ali",
            "McAdmiral",
            "Bott",
            "Gastón",
            "Тамара",
            "王小明",
            "Mario Rossi",
            "Hostinski",
        ] {
            assert!(!is_reserved(good), "{good}");
        }
    }

    /// Every character that is taken for a letter or a digit of ASCII, and has no plainer form.
    fn confusables() -> &'static [(char, char)] {
        static ALL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
            let ascii: std::collections::HashMap<String, char> =
                ('0'..='z').filter(char::is_ascii_alphanumeric).map(|c| (skeleton(&c.to_string()).collect(), c)).collect();
            let plain = |c: &char| c.nfkc().eq([*c]) && c.is_alphanumeric();
            let like = |c: char| ascii.get(&skeleton(&c.to_string()).collect::<String>()).map(|like| (c, *like));
            ('\u{80}'..=char::MAX).filter(plain).filter_map(like).collect()
        });
        &ALL
    }

    proptest! {
        #[test]
        fn a_look_looks_like_itself(name in "\\PC{0,20}", signs in "[A-Za-zÀ-ʯͰ-ӿ\u{300}-\u{36f}Ꭰ-ꮿ0-9 ★_.|]{0,12}") {
            for name in [name, signs] {
                prop_assert_eq!(look(&look(&name)), look(&name), "{}", name);
            }
        }

        #[test]
        fn whatever_is_confusable_with_a_name_looks_like_it(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..12), plain in any::<u16>()) {
            let picks: Vec<_> = picks.iter().map(|pick| *pick.get(confusables())).collect();
            let name: String = picks.iter().map(|(_, like)| like).collect();
            let odd = |(at, (odd, like)): (usize, &(char, char))| if plain >> at & 1 == 1 { *like } else { *odd };
            let other: String = picks.iter().enumerate().map(odd).collect();
            prop_assert_eq!(look(&other), look(&name), "{} and {}", other, name);
        }

        #[test]
        fn a_name_looks_like_itself_however_a_letter_of_it_is_stretched(name in "[A-Za-zÀ-ÿа-я0-9 ]{1,16}", at in any::<prop::sample::Index>(), more in 2..20_usize) {
            let letters: Vec<char> = name.chars().collect();
            let at = at.index(letters.len());
            // Of a letter that stands twice, three are another name: it looks as if it stood once.
            let alone = |c: char| fold(&c.to_string());
            let twice = |other: usize| letters.get(other).is_some_and(|c| look(&alone(*c)) == look(&alone(letters[at])));
            let is_alone = ![at.checked_sub(1), at.checked_add(1)].into_iter().flatten().any(twice);
            let stretched: String = letters.iter().enumerate().flat_map(|(n, c)| vec![*c; if n == at { more + 1 } else { 1 }]).collect();
            // What looks like a digit, as a small б does, is counted as one.
            let is_letter = letters[at].is_alphabetic() && look(&alone(letters[at])).chars().all(char::is_alphabetic);
            if is_letter && is_alone && !name.contains(' ') {
                prop_assert_eq!(look(&stretched), look(&name), "{} and {}", stretched, name);
            }
        }

        #[test]
        fn a_name_looks_like_itself_in_any_case(name in "[A-Za-z0-9 áéñçœ.-]{0,50}") {
            prop_assert_eq!(look(&name.to_uppercase()), look(&name));
        }

        #[test]
        fn each_proposal_is_a_name_that_differs_from_the_others(name in "\\PC{1,60}", random in any::<u64>()) {
            if let Ok(name) = draft::name(&name) {
                let all: Vec<_> = proposals(&name, random).collect();
                for proposal in &all {
                    prop_assert_eq!(draft::name(proposal), Ok(proposal.clone()));
                }
                let looks: std::collections::BTreeSet<_> = all.iter().map(|proposal| look(proposal)).collect();
                prop_assert_eq!(looks.len(), all.len());
            }
        }
    }
}
