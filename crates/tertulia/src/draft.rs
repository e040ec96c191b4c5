//! What people type becomes what is stored: normalised and checked, pure. Nothing is parsed in a text, and none is HTML.

use sha2::{Digest, Sha256};
use tertulia_wire::message::Data;
use tertulia_wire::request::{NewSignal, PutRoom, Say};
use tertulia_wire::{ClientId, Code, Kind, Sender};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::error::Refusal;
use crate::l10n::direction::is_mark;

/// Combining marks in a row. Honest scripts need five or six; beyond that a text spills over its neighbours.
const MARKS_MAX: usize = 8;
/// Bytes of attached data, as JSON.
const DATA_BYTES_MAX: usize = 2_048;
/// Characters in the name of a signal.
const SIGNAL_NAME_MAX: usize = 64;
/// Bytes of a signal's data, as JSON.
const SIGNAL_BYTES_MAX: usize = 4_096;
const NAME_MAX: usize = 50;
const USER_ID_MAX: usize = 200;
const AVATAR_MAX: usize = 2_000;
/// Code points of the longest title.
const TITLE_MAX: u32 = 200;
/// Code points of what a host says to one of its people.
const WORDS_MAX: usize = 300;
/// Code points that a room's `text_max` is at most.
pub(crate) const TEXT_MAX: u32 = 20_000;

/// A message that may be written: it has only this door, so a draft that exists is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What sort of entry it is.
    pub kind: Kind,
    /// The normalised text.
    pub text: String,
    /// The message it answers.
    pub reply_to: Option<u64>,
    /// What the host attached.
    pub data: Option<Data>,
    /// Who it is from, where that is not the bearer.
    pub sender: Option<Option<Sender>>,
    /// The request's own id.
    pub client_id: Option<ClientId>,
}

impl Draft {
    /// Checks a request against a room's `text_max`, in code points.
    ///
    /// # Errors
    /// `too_long`, or `invalid` with the rule that is broken.
    pub fn check(say: Say, text_max: u32) -> Result<Self, Refusal> {
        let text = text(&say.text, text_max)?;
        let sender = say.sender.map(|sender| sender.map(self::sender).transpose()).transpose()?;
        say.data.as_ref().map_or(Ok(()), data)?;
        let kind = say.kind.unwrap_or_default();
        Ok(Self { kind, text, reply_to: say.reply_to, data: say.data, sender, client_id: say.client_id })
    }

    /// The hash by which a retry is told from another request under the same client id.
    #[must_use]
    pub fn request_hash(&self) -> [u8; 32] {
        // A JSON array keeps the parts apart: no text can pass for another part.
        let parts = (&self.text, self.kind, self.reply_to, &self.data, &self.sender);
        Sha256::digest(serde_json::to_vec(&parts).unwrap_or_default()).into()
    }
}

/// Normalises and checks a text: line ends become LF, then NFC.
///
/// # Errors
/// `too_long`, or `invalid` with the rule that is broken.
pub fn text(text: &str, text_max: u32) -> Result<String, Refusal> {
    // NFC never has fewer than a third of the code points (UAX #15), so a text that is far too long is refused unread.
    let max = text_max as usize;
    if text.len() > max.saturating_mul(16) {
        return Err(Refusal::because(Code::TooLong, "text-long").with("max", max));
    }
    let lines = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    // Most texts in most languages are composed already, which is quick to see.
    let text = if is_nfc_quick(lines.chars()) == IsNormalized::Yes { lines } else { lines.nfc().collect() };
    if text.chars().count() > max {
        return Err(Refusal::because(Code::TooLong, "text-long").with("max", max));
    }
    if let Some(c) = text.chars().find(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{2028}' | '\u{2029}'))
    {
        return Err(Refusal::because(Code::Invalid, "text-control").with("character", code_point(c)));
    }
    if !text.chars().any(is_visible) {
        return Err(Refusal::because(Code::Invalid, "text-empty"));
    }
    if marks_in_a_row(&text) > MARKS_MAX {
        return Err(Refusal::because(Code::Invalid, "text-marks").with("max", MARKS_MAX));
    }
    Ok(text)
}

/// What a host says to one of its people, as it may be shown: one line of at most 300 code points, without controls and marks of
/// direction; `None` where nothing is left to see.
pub(crate) fn words(words: &str) -> Option<String> {
    let is_shown = |c: &char| !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // Cut first: what comes from outside may be long.
    let line: String =
        words.chars().take(4 * WORDS_MAX).map(|c| if c.is_whitespace() { ' ' } else { c }).filter(is_shown).collect();
    let line = line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let line: String = line.nfc().take(WORDS_MAX).collect();
    text(line.trim_end(), TEXT_MAX).ok()
}

/// Normalises and checks a name: one line, spaces collapsed, 1 to 50 code points, nothing that can't be seen.
///
/// # Errors
/// `invalid` with the rule that is broken.
pub fn name(name: &str) -> Result<String, Refusal> {
    if name.len() > NAME_MAX * 64 {
        return Err(Refusal::because(Code::Invalid, "name-length").with("max", NAME_MAX));
    }
    let name: String = name.nfc().collect();
    let name = name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some(c) = name.chars().find(|c| *c != ' ' && (matches!(c, '<' | '>') || is_unseen(*c))) {
        return Err(Refusal::because(Code::Invalid, "name-character").with("character", code_point(c)));
    }
    let length = name.chars().count();
    if !name.chars().any(is_visible) || length > NAME_MAX || marks_in_a_row(&name) > MARKS_MAX {
        return Err(Refusal::because(Code::Invalid, "name-length").with("max", NAME_MAX));
    }
    Ok(name)
}

/// The name of somebody to whom the host gives none: their id, as far as it may be a name. What breaks the rules of names is left out, the rest
/// cut to 50 code points; where nothing is left to see, eight digits of the id's hash behind `#`, which are the same in every language.
pub(crate) fn name_of_id(id: &str) -> String {
    let whole: String = id.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let kept = whole.chars().filter(|c| *c == ' ' || !matches!(c, '<' | '>') && !is_unseen(*c));
    let line: String = kept.collect::<String>().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let cut: String = line.nfc().take(NAME_MAX).collect();
    name(cut.trim_end()).unwrap_or_else(|_| {
        let hash: String = Sha256::digest(id).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("#{hash}")
    })
}

/// Checks a signal: a name of `[a-z][a-z0-9_.-]*`, and data that is not too large.
///
/// # Errors
/// `invalid` with the rule that is broken.
pub fn signal(signal: &NewSignal) -> Result<(), Refusal> {
    let name = signal.name.as_bytes();
    let good = (1..=SIGNAL_NAME_MAX).contains(&name.len())
        && name[0].is_ascii_lowercase()
        && name.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || b"_.-".contains(c));
    if !good {
        return Err(Refusal::because(Code::Invalid, "signal-name").with("max", SIGNAL_NAME_MAX));
    }
    let bytes = signal.data.as_ref().map_or(0, |data| serde_json::to_vec(data).map_or(usize::MAX, |json| json.len()));
    if bytes > SIGNAL_BYTES_MAX {
        return Err(Refusal::because(Code::Invalid, "data-size").with("max", SIGNAL_BYTES_MAX));
    }
    Ok(())
}

/// Checks attached data, which is not too large.
pub(crate) fn data(data: &Data) -> Result<(), Refusal> {
    let bytes = serde_json::to_vec(data).map_or(usize::MAX, |json| json.len());
    if bytes > DATA_BYTES_MAX {
        return Err(Refusal::because(Code::Invalid, "data-size").with("max", DATA_BYTES_MAX));
    }
    Ok(())
}

/// Whether a text can be somebody's id: 1 to 200 code points, no controls.
pub(crate) fn is_person(id: &str) -> bool {
    !id.is_empty() && id.chars().count() <= USER_ID_MAX && !id.chars().any(char::is_control)
}

/// Checks the id of somebody who is spoken of.
///
/// # Errors
/// `invalid` for what nobody's id is.
pub(crate) fn user(id: &str) -> Result<&str, Refusal> {
    if is_person(id) { Ok(id) } else { Err(Refusal::because(Code::Invalid, "user-id").with("max", USER_ID_MAX)) }
}

/// Checks a sender, and normalises the name.
pub(crate) fn sender(sender: Sender) -> Result<Sender, Refusal> {
    if sender.id.as_deref().is_some_and(|id| !is_person(id)) {
        return Err(Refusal::because(Code::Invalid, "sender-id").with("max", USER_ID_MAX));
    }
    if sender.avatar.as_ref().is_some_and(|avatar| !is_avatar(avatar)) {
        return Err(Refusal::because(Code::Invalid, "avatar").with("max", AVATAR_MAX));
    }
    Ok(Sender { name: name(&sender.name)?, ..sender })
}

/// An address that is safe to draw: `https:` or `http:`, no spaces, no controls, and nothing that can't be seen.
#[must_use]
pub fn is_avatar(avatar: &str) -> bool {
    avatar.len() <= AVATAR_MAX
        && (avatar.starts_with("https://") || avatar.starts_with("http://"))
        && !avatar.chars().any(|c| c.is_whitespace() || is_unseen(c) || matches!(c, '"' | '\'' | '<' | '>' | '\\'))
}

/// Checks one emoji: fully qualified, of the RGI set.
///
/// # Errors
/// `invalid`.
pub fn emoji(emoji: &str) -> Result<&str, Refusal> {
    match emojis::get(emoji) {
        // A body is where people look for it first, and nothing else would tell them.
        None if emoji.is_empty() => Err(Refusal::because(Code::Invalid, "emoji-missing")),
        Some(known) if known.as_str() == emoji => Ok(emoji),
        _ => Err(Refusal::because(Code::Invalid, "emoji")),
    }
}

/// Checks and normalises the settings of a `PUT`.
///
/// # Errors
/// `invalid` with the field and its bounds.
pub fn settings(mut put: PutRoom) -> Result<PutRoom, Refusal> {
    let bounds = [
        ("slow_seconds", put.slow_seconds, 0, 86_400),
        ("text_max", put.text_max, 1, TEXT_MAX),
        ("retention_days", put.retention_days, 0, 36_500),
        ("edit_minutes", put.edit_minutes, 0, 5_256_000),
    ];
    for (field, value, min, max) in bounds {
        if value.is_some_and(|value| value < min || value > max) {
            return Err(Refusal::out_of_range(field, min, max));
        }
    }
    let checked = |value: Option<String>, max| match value {
        Some(value) if !value.is_empty() => text(&value, max).map(Some),
        other => Ok(other),
    };
    put.title = checked(put.title.take(), TITLE_MAX)?.map(|title| title_line(&title)).transpose()?;
    put.comment = checked(put.comment.take(), 2_000)?;
    Ok(put)
}

/// A title stands in lists with a line for each room: it is one line itself.
fn title_line(title: &str) -> Result<String, Refusal> {
    match title.chars().find(|c| c.is_control()) {
        Some(c) => Err(Refusal::because(Code::Invalid, "text-control").with("character", code_point(c))),
        None => Ok(one_line(title)),
    }
}

/// A text in one line, with one space wherever there were line ends, other controls or several spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    let is_end = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(is_end).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text as it may stand on a terminal: without marks of direction, which would turn what stands beside it, and with U+FFFD for
/// control characters and separators of lines other than tab and line feed.
///
/// ```
/// assert_eq!(tertulia::draft::harmless("a\u{202E}b\u{1B}[31m\tc\n"), "ab\u{FFFD}[31m\tc\n");
/// ```
#[must_use]
pub fn harmless(text: &str) -> String {
    let harmless = |c: char| match c {
        '\t' | '\n' => Some(c),
        c if is_mark(c) => None,
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    };
    text.chars().filter_map(harmless).collect()
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn is_unseen(c: char) -> bool {
    use GeneralCategory::{
        Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, SpaceSeparator, Surrogate, Unassigned,
    };
    let unseen = matches!(
        c.general_category(),
        Control | Format | LineSeparator | ParagraphSeparator | SpaceSeparator | Surrogate | PrivateUse | Unassigned
    );
    unseen || is_blank_letter(c)
}

/// Letters and symbols that draw nothing, and variation selectors: categories alone don't tell them.
fn is_blank_letter(c: char) -> bool {
    matches!(c, '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2800}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_visible(c: char) -> bool {
    !is_unseen(c) && c.general_category_group() != GeneralCategoryGroup::Mark
}

fn marks_in_a_row(text: &str) -> usize {
    let (mut row, mut most) = (0, 0);
    if text.is_ascii() {
        return 0;
    }
    for c in text.chars() {
        // Variation selectors and joiners belong to emoji sequences and don't pile up.
        let mark = c.general_category_group() == GeneralCategoryGroup::Mark && !is_blank_letter(c);
        row = if mark { row + 1 } else { 0 };
        most = most.max(row);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reason(result: Result<String, Refusal>) -> &'static str {
        result.expect_err("refused").reason.expect("has a reason")
    }

    #[test]
    fn a_text_keeps_its_lines_and_loses_its_carriage_returns() {
        assert_eq!(text("a\r\nb\rc\n\td", 100).as_deref(), Ok("a\nb\nc\n\td"));
        assert_eq!(text("e\u{301}", 1).as_deref(), Ok("é"));
        assert_eq!(text("👩‍👩‍👧‍👦 <b>&", 100).as_deref(), Ok("👩‍👩‍👧‍👦 <b>&"));
    }

    #[test]
    fn whoever_has_no_name_is_shown_by_as_much_of_the_id_as_may_be_a_name() {
        for (id, shown) in [
            ("7", "7"),
            ("ana@example.org", "ana@example.org"),
            ("  Ana   María ", "Ana María"),
            ("<script>alert(1)</script>", "scriptalert(1)/script"),
            ("Ana\u{202e}gpj\u{200b}", "Anagpj"),
            ("e\u{301}", "é"),
            ("\u{200b}", "#f4e48e66"),
            ("<>", "#24295a9c"),
        ] {
            assert_eq!(name_of_id(id), shown, "{id:?}");
        }
        assert_eq!(name_of_id(&"x".repeat(200)), "x".repeat(50));
        assert!(name_of_id(&format!("a{}", "\u{301}".repeat(100))).starts_with('#'));
    }

    proptest! {
        #[test]
        fn whatever_an_id_is_what_is_shown_of_it_is_a_name(id in "\\PC{1,200}", odd in "[a<>\u{200b}\u{202e}\u{301}\u{115f} ]{1,80}") {
            for id in [id, odd] {
                let shown = name_of_id(&id);
                prop_assert_eq!(name(&shown), Ok(shown.clone()), "{:?}", id);
                prop_assert_eq!(name_of_id(&shown), shown);
            }
        }
    }

    #[test]
    fn a_title_is_one_line() {
        let titled = |title: &str| settings(PutRoom { title: Some(title.to_owned()), ..PutRoom::default() });
        for (title, kept) in [("  Crane   7 ", "Crane 7"), ("👩‍🚀 e\u{301}", "👩‍🚀 é"), ("", "")] {
            assert_eq!(titled(title).expect("good").title.as_deref(), Some(kept));
        }
        for bad in ["a\nproject/9\tlocked", "a\r\nb", "a\tb", "a\u{2028}b", "a\u{85}b", "a\u{1b}[31m"] {
            assert_eq!(titled(bad).expect_err("is refused").reason, Some("text-control"), "{bad:?}");
            assert!(!one_line(bad).contains(|c: char| c.is_control() || c == '\u{2028}'));
        }
        assert_eq!(titled("\n").expect_err("is refused").reason, Some("text-empty"));
        assert_eq!(titled(&"x".repeat(201)).expect_err("is refused").code, Code::TooLong);
        let comment = PutRoom { comment: Some("two\nlines".to_owned()), ..PutRoom::default() };
        assert_eq!(settings(comment.clone()), Ok(comment));
    }

    proptest! {
        #[test]
        fn a_title_that_is_taken_is_taken_as_it_is_the_next_time(title in "\\PC{0,20}[ \n]?\\PC{0,20}") {
            let put = |title: &str| settings(PutRoom { title: Some(title.to_owned()), ..PutRoom::default() });
            if let Ok(PutRoom { title: Some(title), .. }) = put(&title) {
                prop_assert_eq!(title.lines().count(), usize::from(!title.is_empty()));
                prop_assert_eq!(put(&title).expect("good").title, Some(title));
            }
        }
    }

    #[test]
    fn a_text_that_shows_nothing_is_refused() {
        for nothing in ["", " ", "\n\t", "\u{200B}", "\u{3164}", "\u{2800}\u{FE0F}", "\u{301}"] {
            assert_eq!(reason(text(nothing, 100)), "text-empty", "{nothing:?}");
        }
    }

    #[test]
    fn a_text_with_controls_or_towers_of_marks_is_refused() {
        for bad in ["a\0", "a\u{1b}[31m", "a\u{2028}b", "a\u{7f}", "a\u{85}"] {
            assert_eq!(reason(text(bad, 100)), "text-control", "{bad:?}");
        }
        let tower = |n| format!("x{}", "\u{0316}".repeat(n));
        assert!(text(&tower(8), 100).is_ok());
        assert_eq!(reason(text(&tower(9), 100)), "text-marks");
    }

    #[test]
    fn a_text_is_as_long_as_its_code_points() {
        assert!(text(&"🙂".repeat(2_000), 2_000).is_ok());
        assert_eq!(text(&"a".repeat(2_001), 2_000).expect_err("refused").code, Code::TooLong);
        assert_eq!(text(&"a".repeat(1_000_000), 2_000).expect_err("refused").code, Code::TooLong);
    }

    #[test]
    fn words_of_the_host_are_one_short_line() {
        assert_eq!(words(" Not\r\n here,\t please.\u{1b}[31m\u{2028}\u{202E}").as_deref(), Some("Not here, please.[31m"));
        assert_eq!(words("نمی\u{200C}شود").as_deref(), Some("نمی\u{200C}شود"));
        assert_eq!(words(&"é".repeat(100_000)), Some("é".repeat(300)));
        for nothing in ["", " \n", "\u{200B}", "\0", &"\u{301}".repeat(20)] {
            assert_eq!(words(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_name_is_one_line_that_can_be_seen() {
        assert_eq!(name("  Ana   María ").as_deref(), Ok("Ana María"));
        for bad in ["<b>", "a\nb", "a\tb", "\u{202E}evil", "a\u{200D}b", "a\u{00A0}b", "a\u{2066}b"] {
            assert_eq!(reason(name(bad)), "name-character", "{bad:?}");
        }
        for bad in ["", "   ", &"a".repeat(51), "\u{301}"] {
            assert_eq!(reason(name(bad)), "name-length", "{bad:?}");
        }
    }

    #[test]
    fn an_emoji_is_one_whole_emoji() {
        for good in ["👍", "❤️", "👩🏽‍💻", "🇵🇾"] {
            assert_eq!(emoji(good), Ok(good));
        }
        for bad in ["", "a", "👍👍", "❤", "<img>", "1", "👍 "] {
            assert!(emoji(bad).is_err(), "{bad}");
        }
    }

    /// What the widget offers is taken, in each tone of skin, too.
    #[test]
    fn an_emoji_is_each_that_the_widget_offers() {
        let offered = concat!(env!("CARGO_MANIFEST_DIR"), "/../../widget/src/emoji.txt");
        let text = std::fs::read_to_string(offered).expect("the emoji");
        let mut toned = 0;
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let look = line.split([' ', '|']).next().expect("an emoji");
            let one = look.strip_suffix('*').unwrap_or(look);
            assert_eq!(emoji(one), Ok(one));
            if one != look {
                let tones: Vec<_> = emojis::get(one).and_then(emojis::Emoji::skin_tones).expect("tones").collect();
                toned += tones.iter().filter(|tone| emoji(tone.as_str()) == Ok(tone.as_str())).count();
                assert!(tones.len() >= 6, "{one}");
            }
        }
        assert!(toned > 1_900, "{toned}");
    }

    #[test]
    fn another_request_has_another_hash() {
        let draft =
            |text: &str, kind, reply_to| Draft { kind, text: text.into(), reply_to, data: None, sender: None, client_id: None };
        let first = draft("a", Kind::Message, None).request_hash();
        assert_eq!(first, draft("a", Kind::Message, None).request_hash());
        for other in [draft("b", Kind::Message, None), draft("a", Kind::Action, None), draft("a", Kind::Message, Some(1))] {
            assert_ne!(first, other.request_hash());
        }
    }

    proptest! {
        #[test]
        fn a_checked_text_stays_as_it_is(raw in "\\PC{0,200}") {
            if let Ok(once) = text(&raw, 200) {
                prop_assert_eq!(text(&once, 200), Ok(once.clone()));
            }
        }

        #[test]
        fn a_checked_name_stays_as_it_is(raw in "\\PC{0,60}") {
            if let Ok(once) = name(&raw) {
                prop_assert_eq!(name(&once), Ok(once.clone()));
            }
        }
    }
}
