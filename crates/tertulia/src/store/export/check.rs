//! Whether a line of an export can be what it is, where it stands: pure, one line after the other.
//!
//! Whatever passes here and the unique keys of the store could have come to be by saying it: an import brings nothing into a
//! room that the room's own rules would not have let in.

use std::collections::HashSet;

use tertulia_wire::moderation::{AuditEntry, Restriction};
use tertulia_wire::request::PutRoom;
use tertulia_wire::{Kind, Message, NUMBER_MAX, RoomName, Sender, Settings, Time};

use super::{End, FORMAT_VERSION, Head, Line, MessageLine, REACTORS_MAX, Reactors, RoomEnd, RoomLine};
use crate::draft;
use crate::error::Refusal;
use crate::l10n::Catalogues;
use crate::store::erasing::ERASED;
use crate::store::moderation::{OnSomebody, RESTRICTIONS_MAX};

/// How far a time may lie ahead, in milliseconds: clocks of two machines differ, but times in a room never go back, so that what
/// comes after a message of next year would have to be of next year, too.
pub const FUTURE_MS_MAX: i64 = 3_600_000;

/// The greatest head of a room: half of what a number may be, so that the room can be written in for as long again. None has come so far
/// by being written in.
const HEAD_MAX: u64 = NUMBER_MAX / 2;

/// Kinds of emoji on one message.
const KINDS_MAX: usize = 20;
/// Code points of a reason.
const WHY_MAX: u32 = 500;

/// What is wrong with a line, in a sentence.
type Wrong = String;

/// Where in the file the next line stands.
#[derive(Debug)]
enum Place {
    Start,
    Between,
    In(Box<Inside>),
    Ended,
}

/// How far a room has been read.
#[derive(Debug)]
struct Inside {
    name: RoomName,
    head: u64,
    first: u64,
    lines: u64,
    restricted: Option<OnSomebody>,
    restrictions: usize,
    audited: u64,
    last_id: u64,
    last_created: Time,
    /// The last message can have reactions.
    reactable: bool,
    kinds: Vec<String>,
    /// Those who reacted with the newest kind, as far as they are looked at here; the store's keys see to the others.
    people: HashSet<String>,
}

/// Checks the lines of an export, in their order.
#[derive(Debug)]
pub struct Checker {
    latest: Time,
    lines: u64,
    place: Place,
}

impl Checker {
    /// A check that has seen no line yet; no time may lie more than [`FUTURE_MS_MAX`] after now.
    #[must_use]
    pub fn new(now: Time) -> Self {
        Self { latest: Time(now.0.saturating_add(FUTURE_MS_MAX)), lines: 0, place: Place::Start }
    }

    /// How many lines have been looked at, the one that was wrong among them.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// Whether the last line has been seen.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self.place, Place::Ended)
    }

    /// Reads the next line.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn take(&mut self, bytes: &[u8]) -> Result<Line, Wrong> {
        self.lines += 1;
        if matches!(self.place, Place::Start) {
            return self.start(bytes);
        }
        let line = serde_json::from_slice(bytes).map_err(|error| unreadable(&error))?;
        let latest = self.latest;
        match (&mut self.place, &line) {
            (Place::Between, Line::Room(room)) => {
                self.place = Place::In(Box::new(Inside::begin(room, latest)?));
            }
            (Place::Between, Line::DeletedRoom(_)) => {}
            (Place::Between, Line::End(End { lines })) => {
                if *lines != self.lines - 1 {
                    return Err(format!("the file had {lines} lines above this one, and has {}: it isn't whole", self.lines - 1));
                }
                self.place = Place::Ended;
            }
            (Place::In(room), Line::RoomEnd(end)) => {
                room.end(end)?;
                self.place = Place::Between;
            }
            (Place::In(room), line) => room.take(line, latest)?,
            (Place::Ended, _) => return Err("the export has ended above this line".to_owned()),
            (Place::Start | Place::Between, line) => return Err(misplaced(line, "outside of a room")),
        }
        Ok(line)
    }

    fn start(&mut self, bytes: &[u8]) -> Result<Line, Wrong> {
        match serde_json::from_slice(bytes) {
            Ok(Line::TertuliaExport(Head { version: FORMAT_VERSION })) => {
                self.place = Place::Between;
                Ok(Line::TertuliaExport(Head { version: FORMAT_VERSION }))
            }
            Ok(Line::TertuliaExport(Head { version })) => Err(format!(
                "the export has format {version}, and this program reads {FORMAT_VERSION}: another version of Tertulia made it"
            )),
            _ => Err("this is no export: it would begin with {\"type\":\"tertulia-export\",\"version\":1}".to_owned()),
        }
    }
}

impl Inside {
    fn begin(line: &RoomLine, latest: Time) -> Result<Self, Wrong> {
        let RoomLine { room, aliases, created, head, settings } = line;
        if *head > HEAD_MAX {
            return Err(format!("head is more than {HEAD_MAX}"));
        }
        in_time("created", *created, latest)?;
        check_settings(settings, *head)?;
        if aliases.contains(room) || !aliases.is_sorted_by(|one, next| one < next) {
            return Err("the aliases are in order, each once, and the room's own name is none".to_owned());
        }
        Ok(Self {
            name: room.clone(),
            head: *head,
            first: settings.first,
            lines: 0,
            restricted: None,
            restrictions: 0,
            audited: 0,
            last_id: 0,
            last_created: Time(0),
            reactable: false,
            kinds: Vec::new(),
            people: HashSet::new(),
        })
    }

    fn take(&mut self, line: &Line, latest: Time) -> Result<(), Wrong> {
        self.lines += 1;
        match line {
            Line::Restriction(restriction) if self.audited == 0 && self.last_id == 0 => self.restriction(restriction, latest),
            Line::Audit(entry) if self.last_id == 0 => self.audit(entry, latest),
            Line::Message(line) => self.message(line, latest),
            Line::Reactions(reactors) => self.reactions(reactors),
            line => Err(misplaced(line, &format!("here, in {}", self.name))),
        }
    }

    fn end(&self, end: &RoomEnd) -> Result<(), Wrong> {
        if end.room != self.name {
            return Err(format!("the room that ends here is {}", self.name));
        }
        if end.lines != self.lines {
            return Err(format!("{} had {} lines, and has {}: it isn't whole", self.name, end.lines, self.lines));
        }
        Ok(())
    }

    fn restriction(&mut self, restriction: &Restriction, latest: Time) -> Result<(), Wrong> {
        let Restriction { user, kind, why, since, by, .. } = restriction;
        self.restrictions += 1;
        if self.restrictions > RESTRICTIONS_MAX {
            return Err(format!("a room has at most {RESTRICTIONS_MAX} restrictions"));
        }
        let place = (user.clone(), *kind);
        if self.restricted.as_ref().is_some_and(|last| *last >= place) {
            return Err("restrictions are in the order of their users, one of each kind".to_owned());
        }
        self.restricted = Some(place);
        person("user", user)?;
        person("by", by)?;
        in_time("since", *since, latest)?;
        reason(why.as_deref())
    }

    fn audit(&mut self, entry: &AuditEntry, latest: Time) -> Result<(), Wrong> {
        let AuditEntry { number, at, by, user, message, settings, why, .. } = entry;
        self.audited += 1;
        if *number != self.audited {
            return Err(format!("the next entry of the audit is number {}", self.audited));
        }
        person("by", by)?;
        user.as_deref().map_or(Ok(()), |user| person("user", user))?;
        // A room that was purged as a whole keeps what comes after its head.
        if message.is_some_and(|id| id == 0 || id > self.head + 1) {
            return Err(format!("there is no message {}", message.unwrap_or(0)));
        }
        let settings = draft::settings(settings.clone().unwrap_or_default().into());
        settings.map_err(|refusal| worded(&refusal))?;
        in_time("at", *at, latest)?;
        reason(why.as_deref())
    }

    fn message(&mut self, line: &MessageLine, latest: Time) -> Result<(), Wrong> {
        let message = &line.message;
        let Message { id, version, created, .. } = *message;
        if id <= self.last_id || id < self.first {
            let first = self.first.max(self.last_id + 1);
            return Err(format!("the next message has an id from {first} on, and this one has {id}"));
        }
        if version < id || version > self.head {
            return Err(format!("the version of message {id} is from {id} to the room's head, {}, and not {version}", self.head));
        }
        if created < self.last_created {
            return Err(format!("message {id} is older than the one before it: times never go back"));
        }
        (self.last_id, self.last_created) = (id, created);
        for (what, time) in [("created", Some(created)), ("edited", message.edited), ("deleted", message.deleted)] {
            let Some(time) = time else { continue };
            in_time(what, time, latest)?;
            if time < created {
                return Err(format!("{what} is before created"));
            }
        }
        if message.reply_to.is_some_and(|to| to == 0 || to >= id) {
            return Err("reply_to is the id of an earlier message".to_owned());
        }
        self.reactable = message.deleted.is_none();
        self.kinds.clear();
        check_message(line)
    }

    fn reactions(&mut self, reactors: &Reactors) -> Result<(), Wrong> {
        let Reactors { message, emoji, by } = reactors;
        if *message != self.last_id || !self.reactable {
            return Err("reactions stand below their message, which is not deleted".to_owned());
        }
        if by.is_empty() || by.len() > REACTORS_MAX {
            return Err(format!("by has 1 to {REACTORS_MAX} people"));
        }
        if self.kinds.last() != Some(emoji) {
            if self.kinds.contains(emoji) {
                return Err(format!("all who reacted with {emoji} stand together"));
            }
            if self.kinds.len() >= KINDS_MAX {
                return Err(format!("a message has at most {KINDS_MAX} kinds of reactions"));
            }
            draft::emoji(emoji).map_err(|refusal| worded(&refusal))?;
            self.kinds.push(emoji.clone());
            self.people.clear();
        }
        for by in by {
            person("by", by)?;
            if !self.people.insert(by.clone()) {
                return Err(format!("{by} reacts twice with {emoji}"));
            }
        }
        // Enough to name the line in all that people do; what is beyond is left to the store's keys.
        if self.people.len() > 50 * REACTORS_MAX {
            self.people.clear();
        }
        Ok(())
    }
}

fn check_message(line: &MessageLine) -> Result<(), Wrong> {
    let message = &line.message;
    // Of a message whose sender was erased, or who was erased and sent it in another's name, no request is known.
    if message.client_id.is_none() != (line.bearer() == Some(ERASED)) {
        return Err(format!("a message has a client_id, unless its bearer is {ERASED}"));
    }
    person("bearer", line.bearer().ok_or("a message whose sender has no id has a bearer")?)?;
    message.sender.as_ref().map_or(Ok(()), check_sender)?;
    if !message.reactions.is_empty() {
        return Err("reactions stand in lines of their own".to_owned());
    }
    if message.deleted.is_some() != message.deleted_by.is_some() {
        return Err("deleted and deleted_by go together".to_owned());
    }
    if message.deleted.is_some() {
        return match message.text.is_empty() && message.data.is_none() {
            true => Ok(()),
            false => Err("a deleted message has no text and no data".to_owned()),
        };
    }
    message.data.as_ref().map_or(Ok(()), |data| draft::data(data).map_err(|refusal| worded(&refusal)))?;
    match (message.kind, message.text.as_str()) {
        (Kind::Join | Kind::Leave, "") => Ok(()),
        (_, text) => same("text", text, draft::text(text, draft::TEXT_MAX)),
    }
}

fn check_settings(settings: &Settings, head: u64) -> Result<(), Wrong> {
    if settings.version > head {
        return Err("the settings' version is above the room's head".to_owned());
    }
    if settings.first == 0 || settings.first > head + 1 {
        return Err(format!("first is from 1 to {}", head + 1));
    }
    let put = PutRoom {
        // One of an older version may have several lines, as it may in a file of rooms.
        title: settings.title.as_deref().map(draft::one_line),
        comment: settings.comment.clone(),
        slow_seconds: Some(settings.slow_seconds),
        text_max: Some(settings.text_max),
        retention_days: settings.retention_days,
        edit_minutes: Some(settings.edit_minutes),
        ..PutRoom::default()
    };
    let empty = |text: &Option<String>| text.as_ref().is_some_and(String::is_empty);
    if empty(&put.title) || empty(&put.comment) || put.retention_days == Some(0) {
        return Err("a setting that is not set is absent".to_owned());
    }
    match draft::settings(put.clone()) {
        Ok(checked) if checked == put => Ok(()),
        Ok(_) => Err("title and comment are normalised: LF as line ends, then NFC".to_owned()),
        Err(refusal) => Err(worded(&refusal)),
    }
}

fn check_sender(sender: &Sender) -> Result<(), Wrong> {
    match draft::sender(sender.clone()) {
        Ok(checked) if checked == *sender => Ok(()),
        Ok(_) => Err("the sender's name is normalised: NFC, one space between words".to_owned()),
        Err(refusal) => Err(worded(&refusal)),
    }
}

fn person(what: &str, id: &str) -> Result<(), Wrong> {
    match draft::is_person(id) {
        true => Ok(()),
        false => Err(format!("{what} is an id of 1 to 200 characters, without control characters")),
    }
}

fn reason(why: Option<&str>) -> Result<(), Wrong> {
    why.map_or(Ok(()), |why| same("why", why, draft::text(why, WHY_MAX)))
}

/// A text that is as it would be kept.
fn same(what: &str, given: &str, checked: Result<String, Refusal>) -> Result<(), Wrong> {
    match checked {
        Ok(checked) if checked == given => Ok(()),
        Ok(_) => Err(format!("{what} is normalised: LF as line ends, then NFC")),
        Err(refusal) => Err(format!("{what}: {}", worded(&refusal))),
    }
}

fn in_time(what: &str, time: Time, latest: Time) -> Result<(), Wrong> {
    if time > latest {
        return Err(format!("{what} is in the future: what comes after it could not be earlier. Is this machine's clock right?"));
    }
    Ok(())
}

fn misplaced(line: &Line, place: &str) -> Wrong {
    let kind = serde_json::to_value(line).ok();
    let kind = kind.as_ref().and_then(|line| line["type"].as_str()).unwrap_or("this type");
    format!("a line of type {kind} can't stand {place}")
}

/// What is wrong with JSON; where in the line that is, too.
fn unreadable(error: &serde_json::Error) -> Wrong {
    let text = error.to_string();
    let (what, column) = (text.split(" at line ").next().unwrap_or_default(), error.column());
    let what: String = what.chars().filter(|c| !c.is_control()).take(200).collect();
    if column == 0 { what } else { format!("{what} (at byte {column})") }
}

fn worded(refusal: &Refusal) -> Wrong {
    let problem = Catalogues::default().problem(refusal, "en");
    problem.detail.unwrap_or(problem.title)
}
