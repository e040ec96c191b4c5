//! A room as lines of text, worded in the reader's language: pure.
//!
//! Each line begins with a time, with `---`, or with six spaces, and nobody who writes in a room has a say in that.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tertulia_wire::{DeletedBy, Kind, Message, Sender, Time};

use crate::draft::harmless;
use crate::error::Arg;
use crate::l10n::Catalogues;
use crate::l10n::direction::{FROM_RIGHT, is_mixed, isolate};

/// What stands before the further lines of a text, as wide as a time and a space.
const INDENT: &str = "      ";

/// Messages that are remembered once a reader has caught up: those further back are seldom changed.
const KEPT: usize = 200;

/// Writes the lines of one reader, and remembers what it has written, as far as the next line depends on it.
#[derive(Debug)]
pub(crate) struct Lines {
    catalogues: Arc<Catalogues>,
    tag: &'static str,
    is_rtl: bool,
    zone: TimeZone,
    // The day under which the last line stands.
    day: Option<jiff::civil::Date>,
    // Messages that were written, each with the time of its newest edit that was. By the highest id alone it could not be
    // told whether a lower one that comes later was written before: a change takes its message out of its old place.
    written: BTreeMap<u64, Option<Time>>,
    // Ids up to this one are taken as written, and their edits up to this time.
    below: u64,
    edits_until: Time,
    out: String,
}

impl Lines {
    pub(crate) fn new(catalogues: Arc<Catalogues>, tag: &'static str, zone: TimeZone) -> Self {
        let (below, edits_until) = (0, Time(i64::MIN));
        let is_rtl = catalogues.is_rtl(tag);
        Self { catalogues, tag, is_rtl, zone, day: None, written: BTreeMap::new(), below, edits_until, out: String::new() }
    }

    /// Takes everything up to a version as written; its edits up to a time too, where that is known.
    pub(crate) fn begin_above(&mut self, version: u64, edits_until: Time) {
        self.written.clear();
        (self.below, self.edits_until) = (version, edits_until);
    }

    /// What has been written since the last time.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// Writes a message as it is now.
    pub(crate) fn message(&mut self, message: &Message) {
        let text = match message.deleted {
            Some(_) => self.word("text-deleted", &[]),
            None => isolate(&self.said(message), self.is_rtl),
        };
        let name = self.name(message.sender.as_ref());
        let own = || isolate(&name, self.is_rtl);
        let line = match message.kind {
            Kind::Message => format!("<{}> {text}", own()),
            Kind::Action => format!("* {} {text}", own()),
            Kind::Notification | Kind::System => format!("*** {text}"),
            Kind::Join => format!("*** {}", self.word("text-joined", &[("name", bracketed(&name).into())])),
            Kind::Leave => format!("*** {}", self.word("text-left", &[("name", bracketed(&name).into())])),
        };
        self.line(message.created, &line);
        self.written.insert(message.id, message.edited);
    }

    /// Writes what a change is news of: a new message, an edit, a deletion. Of a reaction nothing is written.
    pub(crate) fn change(&mut self, message: &Message) {
        let written = self.written.get(&message.id).copied();
        if written.is_none() && message.id > self.below {
            return self.message(message);
        }
        let name = bracketed(&self.name(message.sender.as_ref()));
        if let Some(deleted) = message.deleted {
            let by = match message.deleted_by {
                Some(DeletedBy::Moderator) => "text-deleted-by-moderator",
                _ => "text-deleted-by-sender",
            };
            let created = self.at(message.created);
            let time = format!("{:02}:{:02}", created.hour(), created.minute());
            let line = self.word(by, &[("name", name.into()), ("time", time.into())]);
            self.line(deleted, &format!("*** {line}"));
        } else if let Some(edited) = message.edited
            && written.map_or(edited > self.edits_until, |known| known != Some(edited))
        {
            let line = self.word("text-edited", &[("name", name.into()), ("text", self.said(message).into())]);
            self.line(edited, &format!("*** {line}"));
        }
        self.written.insert(message.id, message.edited);
    }

    /// Writes a line of the server's own.
    pub(crate) fn notice(&mut self, now: Time, message: &str) {
        let words = self.word(message, &[]);
        self.line(now, &format!("*** {words}"));
    }

    /// Forgets all but the newest messages. Before a reader has caught up, one that it passed may still come: then so many are
    /// kept as it may be behind.
    pub(crate) fn forget(&mut self, caught_up: bool, behind_max: u64) {
        let kept = if caught_up { KEPT } else { usize::try_from(behind_max).unwrap_or(usize::MAX) };
        while self.written.len() > kept
            && let Some((id, edited)) = self.written.pop_first()
        {
            self.below = self.below.max(id);
            self.edits_until = self.edits_until.max(edited.unwrap_or(self.edits_until));
        }
    }

    fn word(&self, message: &str, args: &[(&'static str, Arg)]) -> String {
        self.catalogues.word(self.tag, message, args).unwrap_or_default()
    }

    fn said(&self, message: &Message) -> String {
        // Who does something is named in front, and what they do is theirs to say, as in the widget.
        safe(&if message.kind == Kind::Action { (&*message.text).into() } else { self.catalogues.said(self.tag, message) })
    }

    /// A name as it stands in a line: nothing in it closes its brackets, or turns what stands beside it.
    fn name(&self, sender: Option<&Sender>) -> String {
        let Some(sender) = sender else { return self.word("text-nobody", &[]) };
        let name = safe(&sender.name);
        let name = name.chars().map(|c| if matches!(c, '<' | '>' | '\n') { char::REPLACEMENT_CHARACTER } else { c });
        sender.guest.then_some('~').into_iter().chain(name).collect()
    }

    fn at(&self, time: Time) -> DateTime {
        let timestamp = jiff::Timestamp::from_millisecond(time.0).unwrap_or_default();
        self.zone.to_datetime(timestamp)
    }

    /// Writes a line at a time, under its day, and its further lines indented.
    fn line(&mut self, time: Time, line: &str) {
        let at = self.at(time);
        if self.day != Some(at.date()) {
            self.day = Some(at.date());
            let weekday = self.word(&format!("weekday-{}", at.date().weekday().to_monday_one_offset()), &[]);
            let day = self.word("text-day", &[("weekday", weekday.into()), ("date", at.date().to_string().into())]);
            self.out.extend([day.as_str(), "\n"]);
        }
        // Writing to a text can't fail.
        let _ = write!(self.out, "{:02}:{:02} ", at.hour(), at.minute());
        for (place, part) in line.split('\n').enumerate() {
            self.out.push_str(if place > 0 { INDENT } else { "" });
            if self.is_rtl && is_mixed(part) {
                self.out.push(FROM_RIGHT);
            }
            self.out.extend([part, "\n"]);
        }
    }
}

/// A name among words of ours: a name may be a whole sentence, and its brackets say that the sentence is not the room's own.
fn bracketed(name: &str) -> String {
    format!("<{name}>")
}

/// A text as it may go to a terminal: nothing in it steers one, breaks a line unseen, or turns the direction of what follows.
fn safe(text: &str) -> String {
    harmless(text).replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{NOON, said, worded};
    use super::*;
    use crate::l10n::direction::is_mark;

    fn ana() -> Sender {
        Sender::user("7", "Ana")
    }

    fn lines(tag: &'static str, zone: TimeZone) -> Lines {
        Lines::new(Arc::default(), tag, zone)
    }

    fn written(tag: &'static str, messages: &[Message]) -> String {
        let mut lines = lines(tag, TimeZone::UTC);
        messages.iter().for_each(|message| lines.message(message));
        lines.take()
    }

    #[test]
    fn each_kind_has_its_line_in_the_readers_language() {
        let guest = Sender { guest: true, ..Sender::user("~1", "Beto") };
        let of = |id, kind| Message { kind, ..said(id, ana(), "baila") };
        let room = [
            said(1, ana(), "hola\nqué tal"),
            said(2, guest, "bien"),
            of(3, Kind::Action),
            of(4, Kind::Join),
            of(5, Kind::Leave),
            of(6, Kind::Notification),
            Message { sender: None, ..of(7, Kind::System) },
            Message { deleted: Some(Time(NOON)), text: String::new(), ..said(8, ana(), "") },
            Message { sender: None, ..said(24 * 60, ana(), "mañana") },
        ];
        let text = "--- martes 2026-11-24 ---\n12:01 <Ana> hola\n      qué tal\n12:02 <~Beto> bien\n12:03 * Ana baila\n\
                    12:04 *** <Ana> se ha unido\n12:05 *** <Ana> se ha ido\n12:06 *** baila\n12:07 *** baila\n12:08 <Ana> (eliminado)\n\
                    --- miércoles 2026-11-25 ---\n12:00 <alguien> mañana\n";
        assert_eq!(written("es", &room), text);
        let english = written("en", &room);
        for line in ["--- Tuesday 2026-11-24 ---", "*** <Ana> joined", "*** <Ana> left", "<Ana> (deleted)", "<someone> mañana"] {
            assert!(english.contains(line), "{line}: {english}");
        }
    }

    #[test]
    fn an_arabic_transcript_runs_from_the_right_and_what_mixes_keeps_its_direction_to_itself() {
        let of = |id, kind| Message { kind, ..said(id, ana(), "baila") };
        let layla = Sender { guest: true, ..Sender::user("~1", "ليلى") };
        let room = [
            said(1, ana(), "hola\nمرحبا"),
            said(2, layla.clone(), "مرحبا"),
            said(3, layla, "see you"),
            of(4, Kind::Join),
            Message { deleted: Some(Time(NOON)), ..said(5, ana(), "") },
        ];
        let text = "--- الثلاثاء 2026-11-24 ---\n\
                    12:01 \u{200F}<\u{2068}Ana\u{2069}> \u{2068}hola\u{2069}\n      \u{200F}\u{2068}مرحبا\u{2069}\n\
                    12:02 <~ليلى> مرحبا\n12:03 \u{200F}<~ليلى> \u{2068}see you\u{2069}\n\
                    12:04 \u{200F}*** انضمام \u{2068}<Ana>\u{2069}\n12:05 \u{200F}<\u{2068}Ana\u{2069}> (محذوفة)\n";
        assert_eq!(written("ar", &room), text);
        let english = written("en", &room[1..2]);
        assert!(english.ends_with("12:02 <\u{2068}~ليلى\u{2069}> \u{2068}مرحبا\u{2069}\n"), "{english:?}");
    }

    #[test]
    fn what_a_host_says_by_a_wordings_key_is_in_the_readers_language() {
        for (message, says) in worded() {
            for (tag, says) in ["en", "es"].into_iter().zip(says) {
                let text = written(tag, std::slice::from_ref(&message));
                assert!(text.ends_with(&format!("---\n12:01 *** {says}\n")), "{text} {says}");
                let by_ana = Message { kind: Kind::Message, sender: Some(ana()), ..message.clone() };
                assert!(written(tag, std::slice::from_ref(&by_ana)).ends_with(&format!("---\n12:01 <Ana> {says}\n")));
                let mut lines = lines(tag, TimeZone::UTC);
                lines.begin_above(1, Time(NOON));
                lines.change(&Message { edited: Some(Time(NOON + 60_000)), ..by_ana });
                assert!(lines.take().ends_with(&format!(": {says}\n")));
            }
            let action = Message { kind: Kind::Action, sender: Some(ana()), ..message };
            assert!(written("es", &[action]).ends_with("* Ana fallback\n"), "what is done is said by who does it");
        }
    }

    #[test]
    fn times_and_days_are_those_of_the_readers_zone() {
        let mut lines = lines("en", TimeZone::get("Asia/Tokyo").expect("is in the library"));
        lines.message(&said(200, ana(), "a"));
        assert_eq!(lines.take(), "--- Wednesday 2026-11-25 ---\n00:20 <Ana> a\n");
    }

    #[test]
    fn an_edit_and_a_deletion_have_a_line_once_and_a_reaction_none() {
        let mut lines = lines("en", TimeZone::UTC);
        lines.begin_above(1, Time(NOON));
        let first = said(1, ana(), "a");
        lines.message(&first);
        let edited = Message { text: "b\nc".into(), edited: Some(Time(NOON + 120_000)), version: 2, ..first.clone() };
        let reacted = Message { version: 3, ..edited.clone() };
        let (by, at) = (Some(DeletedBy::Moderator), Some(Time(NOON + 180_000)));
        let deleted = Message { deleted: at, deleted_by: by, text: String::new(), version: 4, ..edited.clone() };
        [&first, &edited, &reacted, &deleted].into_iter().for_each(|message| lines.change(message));
        let text = "--- Tuesday 2026-11-24 ---\n12:01 <Ana> a\n12:02 *** <Ana> edited: b\n      c\n\
                    12:03 *** A moderator removed a message by <Ana> (12:01)\n";
        assert_eq!(lines.take(), text);
    }

    #[test]
    fn a_message_that_comes_after_a_higher_one_is_still_new() {
        let mut lines = lines("en", TimeZone::UTC);
        lines.begin_above(1, Time(NOON));
        // The second was reacted to before the reader came to it.
        lines.change(&said(3, ana(), "three"));
        lines.change(&Message { version: 4, ..said(2, ana(), "two") });
        lines.change(&Message { version: 5, ..said(1, ana(), "one") });
        assert_eq!(lines.take(), "--- Tuesday 2026-11-24 ---\n12:03 <Ana> three\n12:02 <Ana> two\n");
    }

    #[test]
    fn what_is_remembered_is_bounded_and_what_is_forgotten_is_not_new() {
        let mut lines = lines("en", TimeZone::UTC);
        for id in 1..=300 {
            lines.change(&said(id, ana(), "a"));
        }
        lines.forget(false, 2_000);
        assert_eq!(lines.written.len(), 300);
        lines.forget(true, 2_000);
        assert_eq!((lines.written.len(), lines.below), (KEPT, 100));
        lines.take();
        lines.change(&Message { version: 301, ..said(7, ana(), "a") });
        assert_eq!(lines.take(), "");
    }

    #[test]
    fn a_name_stays_within_its_brackets_and_its_line() {
        let text = written("en", &[said(1, Sender::named("Ana> hola <Beto\nx"), "a")]);
        assert_eq!(text, "--- Tuesday 2026-11-24 ---\n12:01 <Ana\u{FFFD} hola \u{FFFD}Beto\u{FFFD}x> a\n");
    }

    /// Texts and names that try: whatever a terminal may take for an order or for the end of a line.
    fn anything() -> impl Strategy<Value = String> {
        let tricky = prop_oneof![
            any::<char>(),
            prop::char::range('\0', '\u{9F}'),
            prop::sample::select(vec![
                '\n', '\r', '\u{1b}', '\u{85}', '\u{2028}', '\u{2029}', '\u{202E}', '\u{2066}', '\u{2068}', '\u{2069}', '<', '>',
                '\t', 'ש', 'م'
            ]),
        ];
        prop::collection::vec(tricky, 0..24).prop_map(|chars| chars.into_iter().collect())
    }

    fn is_time(line: &str) -> bool {
        let shape = line.chars().take(6).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
        shape == "00:00 "
    }

    /// What a line begins with before the name of whoever it is about: of the same kind, the same whatever the name.
    fn kind_of(line: &str) -> String {
        let said = line.chars().filter(|c| !is_mark(*c)).skip(6).collect::<String>();
        let ends = if said.starts_with("* ") { 2 } else { said.find('<').map_or(said.len(), |at| at + 1) };
        said[..ends].to_owned()
    }

    /// Names that are sentences of the room's own, and others.
    fn sentence(tag: &'static str) -> impl Strategy<Value = String> {
        let catalogues = Catalogues::default();
        let args = [("name", Arg::from("Ana")), ("time", "08:30".into()), ("text", "b".into())];
        let words =
            ["text-joined", "text-left", "text-edited", "text-deleted-by-sender", "text-deleted-by-moderator", "text-reset"];
        let mut own = words.map(|word| catalogues.word(tag, word, &args).expect("is worded")).to_vec();
        own.extend(["** Ana", "* Ana", "*** Ana"].map(str::to_owned));
        prop_oneof![prop::sample::select(own), anything()]
    }

    proptest! {
        #[test]
        fn no_name_makes_a_line_that_begins_like_one_of_another_kind(
            (tag, name) in prop::sample::select(vec!["en", "es", "ar", "ja", "pl"]).prop_flat_map(|tag| (Just(tag), sentence(tag))),
            kind in 0_usize..4, fate in 0_u8..4, guest in any::<bool>(),
        ) {
            let kinds = [Kind::Message, Kind::Action, Kind::Join, Kind::Leave];
            let at = |yes: bool| yes.then_some(Time(NOON));
            let kinds_of_lines = |name: &str| {
                let sender = Sender { guest, ..Sender::user("7", name) };
                let first = Message { kind: kinds[kind], ..said(1, sender, "b") };
                let by = (fate == 3).then_some(DeletedBy::Moderator);
                let changed = Message { edited: at(fate > 0), deleted: at(fate > 1), deleted_by: by, ..first.clone() };
                let mut lines = lines(tag, TimeZone::UTC);
                lines.message(&first);
                lines.change(&changed);
                lines.take().lines().skip(1).map(kind_of).collect::<Vec<_>>()
            };
            prop_assert_eq!(kinds_of_lines(&name), kinds_of_lines("Eva"));
        }

        #[test]
        fn nobody_can_forge_a_line_or_steer_a_terminal(
            name in anything(), text in anything(), kind in 0_usize..6, fate in 0_u8..4,
            tag in prop::sample::select(vec!["en", "es", "ar", "en-XA"]),
        ) {
            let kinds = [Kind::Message, Kind::Action, Kind::Notification, Kind::System, Kind::Join, Kind::Leave];
            let at = |yes: bool| yes.then_some(Time(NOON));
            let first = Message { kind: kinds[kind], ..said(1, Sender::user("7", name), &text) };
            let changed = Message { edited: at(fate > 1), deleted: at(fate == 3), ..first.clone() };
            let mut lines = lines(tag, TimeZone::UTC);
            lines.message(&first);
            lines.change(&changed);
            let out = lines.take();
            prop_assert!(out.ends_with('\n'));
            let (mut times, mut days) = (0, 0);
            for line in out.strip_suffix('\n').unwrap_or_default().split('\n') {
                prop_assert!(is_time(line) || line.starts_with("--- ") || line.starts_with("      "), "{line:?}");
                times += u32::from(is_time(line));
                days += u32::from(line.starts_with("---"));
            }
            // As many as there were messages and changes: what is indented belongs to one of them.
            prop_assert_eq!((times, days), (1 + u32::from(fate > 1), 1));
            // The marks of direction are ours: each line ends what it begins, and begins nothing within.
            for line in out.lines() {
                let marks = line.chars().filter(|c| is_mark(*c)).collect::<String>();
                let isolates = marks.strip_prefix(FROM_RIGHT).unwrap_or(&marks);
                prop_assert!(isolates.replace("\u{2068}\u{2069}", "").is_empty(), "{line:?}");
                prop_assert!(tag == "ar" || isolates == marks, "{line:?}");
            }
            let unsafe_ones = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
            prop_assert!(!out.contains(unsafe_ones), "{out:?}");
        }
    }
}
