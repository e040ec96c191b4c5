//! Who is here in one room, and what is to be told of it: pure, with time as an argument.
//!
//! People are told apart by sender id, so that two tabs are one person; the first `present_exact` of them one by one, those
//! beyond by a [`Crowd`]. Whoever has closed the last line is still here for a while, so that a refresh is silent. What is to be
//! told to the readers is only ever the newest state, at most once in a time that grows with the number of people.
//!
//! It is soft state of this node: what other nodes told of theirs would be a second [`Presence`] beside it, whose people and
//! counts are added in [`Presence::present`], and which goes away with its node.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use tertulia_wire::{PresenceMode, Present, Sender, Settings};
use tokio::time::Instant;

use super::crowd::{Crowd, Seat};
use super::looks::{Named, Spoke, Whose};
use crate::limits::Limits;
use crate::names;

/// Names of those who type that a signal has.
const TYPING_SHOWN: usize = 5;

/// How often it is written down of a guest who has spoken that they are here still: the store keeps a name for a day from then, and is
/// all that is left after a crash.
const KEPT_EVERY: Duration = Duration::from_secs(12 * 3_600);

/// After so long it is of whoever has come back with a name that is theirs: it may be about to end, and most only look in.
const KEPT_FIRST: Duration = Duration::from_secs(600);

/// What the room's settings say about who is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rules {
    pub(crate) mode: PresenceMode,
    pub(crate) announce: bool,
}

impl From<&Settings> for Rules {
    fn from(settings: &Settings) -> Self {
        Self { mode: settings.presence, announce: settings.announce }
    }
}

/// Where somebody was counted, to be given back when the line is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Among those who are known one by one.
    Known,
    /// In the crowd.
    Crowd(Seat),
}

/// How somebody reads, and so how long they are here after the line is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stay {
    /// On a stream, whose end is noticed.
    Stream,
    /// By polls, of which the next may be half a minute away.
    Poll,
}

impl Stay {
    fn lasts(self, limits: &Limits) -> Duration {
        Duration::from_millis(match self {
            Stay::Stream => limits.leave_grace_ms,
            Stay::Poll => limits.poll_present_ms,
        })
    }
}

/// Somebody came or left, where that may have to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attended {
    /// Who.
    pub(crate) sender: Sender,
    /// Came, or left.
    pub(crate) present: bool,
    /// Whether the room is to be told by a line of its own.
    pub(crate) tell: bool,
    /// Of a guest who has spoken, what the name looks like that stays theirs.
    pub(crate) look: Option<Box<str>>,
}

/// The name of a guest who has spoken, which is theirs for a while after they leave.
#[derive(Debug)]
struct Kept {
    look: Box<str>,
    // When the store is told again that they are here.
    next: Instant,
}

/// What has to be told after something happened.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Who is here now, for every reader.
    pub(crate) present: Option<Present>,
    /// What may have to be written down.
    pub(crate) attended: Vec<Attended>,
}

#[derive(Debug)]
struct Person {
    sender: Sender,
    // In which order people came.
    number: u64,
    lines: u32,
    // Without a line, here until then.
    until: Instant,
    announced: bool,
    // What the name looks like, hashed.
    look: u64,
    // A guest under a name that is somebody else's is counted, and not named.
    shown: bool,
    kept: Option<Kept>,
}

impl Person {
    /// When there is something to be done about them.
    fn next_at(&self) -> Option<Instant> {
        if self.lines == 0 { Some(self.until) } else { self.kept.as_ref().map(|kept| kept.next) }
    }

    fn attended(&self, present: bool, tell: bool) -> Attended {
        Attended { sender: self.sender.clone(), present, tell, look: self.kept.as_ref().map(|kept| kept.look.clone()) }
    }
}

#[derive(Debug)]
struct Typing {
    sender: Sender,
    until: Instant,
}

/// Who is here in one room, on this node.
#[derive(Debug)]
pub(crate) struct Presence {
    people: HashMap<Arc<str>, Person>,
    crowd: Option<Crowd>,
    typing: Vec<Typing>,
    came: u64,
    hasher: RandomState,
    // Something has changed that was not told yet.
    stale: bool,
    told: Option<Instant>,
    // Nobody's time is over before then.
    over_at: Option<Instant>,
    attended: Vec<Attended>,
    // Host's signals in the second that began then.
    signals: Option<(Instant, u32)>,
    /// Whether the store was asked who had been announced before this room came to life.
    pub(crate) recalled: bool,
    /// What the keeper has in its book for this room.
    pub(crate) planned: Option<(Instant, u64)>,
}

fn earlier(one: Option<Instant>, other: Instant) -> Option<Instant> {
    Some(one.map_or(other, |one| one.min(other)))
}

impl Presence {
    /// Nobody is here. The hasher's key has to be a secret, or ids could be chosen that the crowd takes for one.
    pub(crate) fn new(hasher: RandomState) -> Self {
        Self {
            people: HashMap::new(),
            crowd: None,
            typing: Vec::new(),
            came: 0,
            hasher,
            stale: false,
            told: None,
            over_at: None,
            attended: Vec::new(),
            signals: None,
            recalled: false,
            planned: None,
        }
    }

    /// About how many people are here; exact where none is in the crowd.
    pub(crate) fn count(&self) -> u64 {
        self.people.len() as u64 + self.crowd.as_ref().map_or(0, Crowd::count)
    }

    /// Somebody has opened a line, under a name that is whose. Somebody without an id can't be told from others, and is not counted.
    pub(crate) fn join(
        &mut self,
        sender: &Sender,
        whose: Whose,
        now: Instant,
        rules: Rules,
        limits: &Limits,
    ) -> Option<(Arc<str>, Place)> {
        let id = sender.id.as_deref()?;
        let named = whose != Whose::Anothers;
        let has_spoken = sender.guest && whose == Whose::Theirs;
        if let Some((known, _)) = self.people.get_key_value(id) {
            let id = Arc::clone(known);
            let person = self.people.get_mut(&id)?;
            person.lines += 1;
            if person.sender != *sender || person.shown != named {
                person.sender = sender.clone();
                (person.look, person.shown) = (self.hasher.hash_one(names::look(&sender.name)), named);
                self.settle_name(&id);
                self.stale = true;
            }
            if has_spoken {
                self.keeps_name(sender, now + KEPT_FIRST);
            }
            return Some((id, Place::Known));
        }
        self.stale = true;
        let id = Arc::<str>::from(id);
        if self.people.len() >= limits.present_exact {
            let who = self.hasher.hash_one(&*id);
            let look = self.hasher.hash_one(names::look(&sender.name));
            let crowd = self.crowd.get_or_insert_with(|| Crowd::new(now));
            let theirs = Named { look, guest: sender.guest.then_some(short(who)) };
            let named = Some(theirs).filter(|theirs| named && crowd.looks.join(*theirs));
            let seat = Seat { cell: Crowd::cell(who), named };
            crowd.join(seat.cell);
            if has_spoken {
                let spoke = Spoke { id: (*id).into(), look: names::look(&sender.name).into() };
                crowd.looks.has_said(look, short(who), spoke);
            }
            return Some((id, Place::Crowd(seat)));
        }
        let person = self.person(sender, named, now, 1);
        let announced = self.insert(&id, person, rules, limits);
        if has_spoken {
            self.keeps_name(sender, now + KEPT_FIRST);
        }
        if announced {
            self.attended.push(Attended { sender: sender.clone(), present: true, tell: true, look: None });
        }
        Some((id, Place::Known))
    }

    fn person(&self, sender: &Sender, named: bool, until: Instant, lines: u32) -> Person {
        let look = self.hasher.hash_one(names::look(&sender.name));
        Person { sender: sender.clone(), number: self.came, lines, until, announced: false, look, shown: named, kept: None }
    }

    /// Takes somebody in; says whether that is to be announced.
    fn insert(&mut self, id: &Arc<str>, person: Person, rules: Rules, limits: &Limits) -> bool {
        self.came += 1;
        self.people.insert(Arc::clone(id), person);
        self.settle_name(id);
        let few = self.count() < limits.announce_max;
        let Some(person) = self.people.get_mut(id) else { return false };
        person.announced = rules.announce && few && person.shown;
        person.announced
    }

    /// Of those whose names look the same, the host's users are named, else the guest who was first.
    fn settle_name(&mut self, id: &str) {
        let Some(person) = self.people.get(id) else { return };
        let (look, guest) = (person.look, person.sender.guest);
        let mut alike = self.people.iter_mut().filter(|(other, person)| ***other != *id && person.look == look);
        if !guest {
            alike.filter(|(_, person)| person.sender.guest).for_each(|(_, person)| person.shown = false);
        } else if alike.any(|(_, person)| person.shown)
            && let Some(person) = self.people.get_mut(id)
        {
            person.shown = false;
        }
    }

    /// Whether somebody else here has a name that looks like this.
    pub(crate) fn has_name(&self, look: &str, but: &str) -> bool {
        let look = self.hasher.hash_one(look);
        let is_in_crowd = |crowd: &Crowd| crowd.looks.has(look, short(self.hasher.hash_one(but)));
        self.people.iter().any(|(id, person)| person.look == look && person.shown && **id != *but)
            || self.crowd.as_ref().is_some_and(is_in_crowd)
    }

    /// Whether somebody is named here, if they are here under this name.
    pub(crate) fn names(&self, sender: &Sender) -> Option<bool> {
        let person = self.people.get(sender.id.as_deref()?)?;
        (person.sender.name == sender.name).then_some(person.shown)
    }

    /// Somebody has closed a line.
    pub(crate) fn leave(&mut self, id: &str, place: Place, stay: Stay, now: Instant, limits: &Limits) {
        match place {
            Place::Known => {
                let Some(person) = self.people.get_mut(id) else { return };
                person.lines = person.lines.saturating_sub(1);
                person.until = person.until.max(now + stay.lasts(limits));
                if person.lines == 0 {
                    self.over_at = earlier(self.over_at, person.until);
                }
            }
            Place::Crowd(Seat { cell, named }) => {
                let Some(crowd) = &mut self.crowd else { return };
                // A crowd is not looked at one by one: who leaves a stream is gone at once.
                let lingers = stay == Stay::Poll;
                let mut left = crowd.turn(now, crowd_turn(limits));
                crowd.leave(cell, lingers);
                left.extend(named.and_then(|named| if lingers { crowd.looks.linger(named) } else { crowd.looks.leave(named) }));
                self.attended.extend(left.into_iter().map(has_left));
                if lingers {
                    self.over_at = earlier(self.over_at, now + crowd_turn(limits));
                }
                if crowd.is_empty() {
                    self.crowd = None;
                }
                self.stale = true;
            }
        }
    }

    /// People who were announced before this node knew of them: they are taken to be here, and leave if they don't come.
    pub(crate) fn recall(&mut self, people: Vec<Sender>, now: Instant, rules: Rules, limits: &Limits) {
        // Twice the time of a refresh: after a restart people come back spread over some seconds.
        let until = now + 2 * Stay::Stream.lasts(limits);
        for sender in people {
            let Some(id) = sender.id.as_deref().map(Arc::<str>::from) else { continue };
            if !self.people.contains_key(&id) && self.people.len() < limits.present_exact {
                let person = self.person(&sender, true, until, 0);
                self.insert(&id, person, rules, limits);
                self.over_at = earlier(self.over_at, until);
                self.stale = true;
            }
            if let Some(person) = self.people.get_mut(&id) {
                person.announced = true;
            }
        }
    }

    /// Somebody is typing. Above `announce_max` nobody would want to know.
    pub(crate) fn types(&mut self, sender: &Sender, now: Instant, limits: &Limits) {
        let Some(id) = sender.id.as_deref().filter(|_| self.count() <= limits.announce_max) else { return };
        let named = self.names(sender).unwrap_or_else(|| !sender.guest || !self.has_name(&names::look(&sender.name), id));
        if !named {
            return;
        }
        let until = now + Duration::from_millis(limits.typing_ms);
        if let Some(typing) = self.typing.iter_mut().find(|typing| typing.sender.id == sender.id) {
            typing.until = until;
        } else if (self.typing.len() as u64) < limits.announce_max {
            self.typing.push(Typing { sender: sender.clone(), until });
            self.stale = true;
        }
        self.over_at = earlier(self.over_at, until);
    }

    /// Somebody has said what they were typing.
    pub(crate) fn has_said(&mut self, id: &str) {
        let before = self.typing.len();
        self.typing.retain(|typing| typing.sender.id.as_deref() != Some(id));
        self.stale |= self.typing.len() < before;
    }

    /// Somebody has said something; a guest's name is theirs by it for a while after they leave.
    pub(crate) fn has_spoken(&mut self, sender: &Sender, now: Instant) {
        let Some(id) = sender.id.as_deref() else { return };
        self.has_said(id);
        if !sender.guest {
            return;
        }
        self.keeps_name(sender, now + KEPT_EVERY);
        if let Some(crowd) = &mut self.crowd {
            let look = names::look(&sender.name);
            let (hash, guest) = (self.hasher.hash_one(&look), short(self.hasher.hash_one(id)));
            crowd.looks.has_said(hash, guest, Spoke { id: id.into(), look: look.into() });
        }
    }

    /// The name that a guest speaks or comes under is theirs; the store is told of it when they leave, and if they stay, then.
    fn keeps_name(&mut self, sender: &Sender, next: Instant) {
        if let Some(person) = sender.id.as_deref().and_then(|id| self.people.get_mut(id)) {
            let next = person.kept.as_ref().map_or(next, |kept| kept.next.max(next));
            person.kept = Some(Kept { look: names::look(&sender.name).into(), next });
            self.over_at = earlier(self.over_at, next);
        }
    }

    /// Somebody is here no more, at once and without a word; says whether they were.
    pub(crate) fn forget(&mut self, id: &str) -> bool {
        let typing = self.typing.len();
        self.typing.retain(|typing| typing.sender.id.as_deref() != Some(id));
        self.attended.retain(|attended| attended.sender.id.as_deref() != Some(id));
        self.crowd.iter_mut().for_each(|crowd| crowd.looks.forget(id));
        self.people.remove(id).is_some() || self.typing.len() < typing
    }

    /// Whether anybody is typing.
    pub(crate) fn is_anybody_typing(&self) -> bool {
        !self.typing.is_empty()
    }

    /// What is told of who is here has changed, as by another setting.
    pub(crate) fn renew(&mut self) {
        self.stale = true;
    }

    /// Counts a signal of the host's; false when there were too many in this second.
    pub(crate) fn may_signal(&mut self, now: Instant, limits: &Limits) -> bool {
        let (began, count) = self.signals.filter(|(began, _)| now - *began < Duration::from_secs(1)).unwrap_or((now, 0));
        self.signals = Some((began, count.saturating_add(1)));
        count < limits.signals_per_s
    }

    /// Who is here now, as far as the room tells.
    pub(crate) fn present(&self, rules: Rules, limits: &Limits) -> Present {
        let count = self.count();
        let mut present = Present::default();
        if rules.mode == PresenceMode::Off {
            return present;
        }
        present.count = count;
        if rules.mode == PresenceMode::Names && count <= limits.present_names {
            let mut people: Vec<_> = self.people.values().filter(|person| person.shown).collect();
            people.sort_unstable_by_key(|person| person.number);
            present.people = people.into_iter().map(|person| person.sender.clone()).collect();
        }
        if rules.mode == PresenceMode::Names && count <= limits.announce_max {
            present.typing = self.typing.iter().take(TYPING_SHOWN).map(|typing| typing.sender.clone()).collect();
        }
        present
    }

    /// Lets time go by, and takes what has to be told by now.
    pub(crate) fn pass(&mut self, now: Instant, rules: Rules, limits: &Limits) -> Told {
        if self.over_at.is_some_and(|over_at| over_at <= now) {
            self.let_go(now, rules, limits);
        }
        let mut present = None;
        if self.signal_at(now, limits).is_some_and(|at| at <= now) {
            self.stale = false;
            if rules.mode != PresenceMode::Off {
                self.told = Some(now);
                present = Some(self.present(rules, limits));
            }
        }
        Told { present, attended: std::mem::take(&mut self.attended) }
    }

    /// Lets those go whose time is over, and finds out whose is over next.
    fn let_go(&mut self, now: Instant, rules: Rules, limits: &Limits) {
        let (typing, count) = (self.typing.len(), self.count());
        self.typing.retain(|typing| typing.until > now);
        self.people.retain(|_, person| {
            let stays = person.lines > 0 || person.until > now;
            if !stays && (person.announced || person.kept.is_some()) {
                let tell = person.announced && rules.announce && count < limits.announce_max;
                self.attended.push(person.attended(false, tell));
            } else if person.kept.as_ref().is_some_and(|kept| kept.next <= now) {
                // As whoever they are in the store already: it is told of no coming and no leaving by it.
                self.attended.push(person.attended(person.announced, false));
                person.kept.iter_mut().for_each(|kept| kept.next = now + KEPT_EVERY);
            }
            stays
        });
        if let Some(crowd) = &mut self.crowd {
            let left = crowd.turn(now, crowd_turn(limits));
            self.attended.extend(left.into_iter().map(has_left));
        }
        if self.crowd.as_ref().is_some_and(Crowd::is_empty) {
            self.crowd = None;
        }
        self.stale |= self.typing.len() < typing || self.count() != count;
        let people = self.people.values().filter_map(Person::next_at);
        let typing = self.typing.iter().map(|typing| typing.until);
        let crowd = self.crowd.as_ref().map(|_| now + crowd_turn(limits));
        self.over_at = people.chain(typing).chain(crowd).min();
        if self.people.capacity() > 64 && self.people.len() * 4 < self.people.capacity() {
            self.people.shrink_to_fit();
        }
    }

    /// When the next signal may go out, if one has to.
    fn signal_at(&self, now: Instant, limits: &Limits) -> Option<Instant> {
        let by_count = self.count() * 1_000 / limits.presence_deliveries_per_s.max(1);
        let every = Duration::from_millis(by_count.max(limits.presence_every_ms));
        self.stale.then(|| self.told.map_or(now, |told| told + every))
    }

    /// When time has something to do here next.
    pub(crate) fn due(&self, now: Instant, limits: &Limits) -> Option<Instant> {
        self.over_at.into_iter().chain(self.signal_at(now, limits)).min()
    }
}

/// That a guest of the crowd has left who had spoken: who they are, and what the name looks like, is enough to keep it.
fn has_left(Spoke { id, look }: Spoke) -> Attended {
    Attended { sender: Sender { guest: true, ..Sender::user(&*id, "") }, present: false, tell: false, look: Some(look) }
}

/// Half of a hash, which tells guests of one name apart.
fn short(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or(0)
}

/// A poll counts in the crowd for two to three turns, and so for at least as long as it does one by one.
fn crowd_turn(limits: &Limits) -> Duration {
    Duration::from_millis(limits.poll_present_ms / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Rules = Rules { mode: PresenceMode::Names, announce: true };

    fn person(n: usize) -> Sender {
        Sender::user(format!("p{n}"), format!("P{n}"))
    }

    /// A room, and a clock that is moved by hand.
    struct Ground {
        presence: Presence,
        limits: Limits,
        now: Instant,
        lines: Vec<(Arc<str>, Place)>,
    }

    impl Ground {
        fn new() -> Self {
            let presence = Presence::new(RandomState::new());
            Self { presence, limits: Limits::default(), now: Instant::now(), lines: Vec::new() }
        }

        fn come(&mut self, n: usize) {
            let joined = self.presence.join(&person(n), Whose::Theirs, self.now, NAMES, &self.limits);
            self.lines.push(joined.expect("has an id"));
        }

        fn go(&mut self, line: usize, stay: Stay) {
            let (id, place) = self.lines.swap_remove(line);
            self.presence.leave(&id, place, stay, self.now, &self.limits);
        }

        fn pass(&mut self, ms: u64) -> Told {
            self.now += Duration::from_millis(ms);
            self.presence.pass(self.now, NAMES, &self.limits)
        }
    }

    #[test]
    fn a_thousand_joins_and_leaves_a_second_among_twenty_thousand_are_one_signal_in_four_seconds_and_no_line() {
        let mut ground = Ground::new();
        (0..20_000).for_each(|n| ground.come(n));
        ground.pass(60_000);
        let (mut signals, mut written, mut next) = (0, 0, 20_000);
        // A minute, a millisecond at a time: each has one who comes and one who goes.
        for turn in 0..60_000_usize {
            ground.come(next);
            next += 1;
            ground.go(turn * 7_919 % ground.lines.len(), Stay::Stream);
            let told = ground.pass(1);
            // The first few were announced, and go silently.
            assert!(told.attended.iter().all(|attended| !attended.present && !attended.tell), "{:?}", told.attended);
            written += told.attended.len();
            if let Some(present) = told.present {
                signals += 1;
                assert!(present.people.is_empty() && present.typing.is_empty());
                // Of those who are known one by one some are in their time of grace.
                assert!((18_500..=23_000).contains(&present.count), "{}", present.count);
            }
            assert!(ground.presence.people.len() <= ground.limits.present_exact && ground.presence.attended.is_empty());
        }
        assert!((13..=16).contains(&signals), "{signals} signals in a minute");
        assert!(written < 50, "{written} of them are of any interest to the store");
        while !ground.lines.is_empty() {
            ground.go(0, Stay::Stream);
        }
        let told = ground.pass(60_000);
        assert_eq!(told.present.map(|present| present.count), Some(0));
        assert_eq!((ground.presence.people.len(), ground.presence.crowd.is_some()), (0, false));
        assert!(ground.presence.people.capacity() < 100, "what a crowd needed is given back");
        assert_eq!(ground.presence.due(ground.now, &ground.limits), None, "time has nothing left to do");
    }

    #[test]
    fn a_name_in_a_crowd_is_taken_for_as_long_as_somebody_is_here_under_it() {
        let mut ground = Ground::new();
        (0..1_000).for_each(|n| ground.come(n));
        let (ana, eva) = (Sender::user("ana", "Ana"), Sender { guest: true, ..Sender::user("~eva", "Eva") });
        for sender in [&ana, &ana, &eva] {
            let joined = ground.presence.join(sender, Whose::Nobodys, ground.now, NAMES, &ground.limits);
            ground.lines.push(joined.expect("has an id"));
        }
        let unnamed = Sender { guest: true, ..Sender::user("~fay", "Fay") };
        let joined = ground.presence.join(&unnamed, Whose::Anothers, ground.now, NAMES, &ground.limits).expect("has an id");
        assert!(!ground.presence.has_name("fay", "~x"), "who is not named takes none");
        ground.presence.leave(&joined.0, joined.1, Stay::Stream, ground.now, &ground.limits);
        let has = |ground: &Ground, name: &str, but: &str| ground.presence.has_name(&names::look(name), but);
        assert!(has(&ground, "Ana", "~x") && has(&ground, "Eva", "~x") && !has(&ground, "Eva", "~eva"));
        // Two lines of hers: by stream, and by a poll after which she counts a while longer.
        ground.go(1_000, Stay::Stream);
        assert!(has(&ground, "Ana", "~x"));
        let ana_again = ground.lines.iter().position(|(id, _)| **id == *"ana").expect("a line");
        ground.go(ana_again, Stay::Poll);
        ground.pass(39_000);
        assert!(has(&ground, "Ana", "~x"));
        ground.pass(22_000);
        assert!(!has(&ground, "Ana", "~x"));
        // A guest who has spoken keeps the name for a while, as those do who are known one by one.
        ground.presence.has_spoken(&eva, ground.now);
        let eva_s = ground.lines.iter().position(|(id, _)| **id == *"~eva").expect("a line");
        ground.go(eva_s, Stay::Stream);
        assert!(!has(&ground, "Eva", "~x"));
        let told = ground.pass(0).attended;
        assert!(
            matches!(&*told, [left] if left.sender.id.as_deref() == Some("~eva") && left.sender.guest && !left.present && !left.tell)
        );
        assert!(ground.presence.crowd.is_none());
    }

    #[test]
    fn a_guest_who_polls_in_a_crowd_and_has_spoken_is_told_of_once_when_they_come_no_more() {
        let mut ground = Ground::new();
        (0..1_000).for_each(|n| ground.come(n));
        ground.pass(60_000);
        let eva = Sender { guest: true, ..Sender::user("~eva", "Eva") };
        // Some polls, between which they speak.
        for poll in 0..6 {
            let (id, place) = ground.presence.join(&eva, Whose::Nobodys, ground.now, NAMES, &ground.limits).expect("has an id");
            ground.presence.leave(&id, place, Stay::Poll, ground.now, &ground.limits);
            if poll == 1 {
                ground.presence.has_spoken(&eva, ground.now);
            }
            assert!(ground.pass(30_000).attended.is_empty(), "still here");
        }
        let told = ground.pass(40_000).attended;
        assert_eq!(told, [eva_has_left()]);
        assert!(ground.pass(60_000).attended.is_empty() && ground.presence.crowd.is_none());
    }

    fn guest(id: &str, name: &str) -> Sender {
        Sender { guest: true, ..Sender::user(id, name) }
    }

    fn eva_has_left() -> Attended {
        has_left(Spoke { id: "~eva".into(), look: "eva".into() })
    }

    #[test]
    fn a_guest_with_a_name_of_their_own_is_told_of_when_they_leave_whether_they_spoke_this_time_or_not() {
        let mut ground = Ground::new();
        let (eva, ben) = (guest("~eva", "Eva"), guest("~ben", "Ben"));
        for (sender, whose) in [(&eva, Whose::Theirs), (&ben, Whose::Nobodys)] {
            let rules = Rules { announce: false, ..NAMES };
            let (id, place) = ground.presence.join(sender, whose, ground.now, rules, &ground.limits).expect("has an id");
            ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
        }
        let told = ground.pass(60_000).attended;
        assert_eq!(told, [Attended { sender: eva, present: false, tell: false, look: Some("eva".into()) }]);
        // The same in a crowd.
        (0..1_010).for_each(|n| ground.come(n));
        ground.pass(60_000);
        let eva = guest("~eva", "Eva");
        let (id, place) = ground.presence.join(&eva, Whose::Theirs, ground.now, NAMES, &ground.limits).expect("has an id");
        assert!(matches!(place, Place::Crowd(_)));
        ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
        assert_eq!(ground.pass(0).attended, [eva_has_left()]);
    }

    #[test]
    fn a_guest_who_has_spoken_and_stays_is_kept_again_twice_a_day_without_a_line() {
        let mut ground = Ground::new();
        let (eva, half) = (guest("~eva", "Eva"), 12 * 3_600_000);
        let (id, place) = ground.presence.join(&eva, Whose::Nobodys, ground.now, NAMES, &ground.limits).expect("has an id");
        assert_eq!(ground.pass(0).attended.len(), 1, "is announced");
        assert!(ground.pass(2 * half).attended.is_empty(), "said nothing");
        ground.presence.has_spoken(&eva, ground.now);
        assert!(ground.pass(half - 1).attended.is_empty());
        for _ in 0..3 {
            let due = ground.presence.due(ground.now, &ground.limits).expect("planned");
            assert_eq!(due, ground.now + Duration::from_millis(1), "by the keeper of the book");
            let here = Attended { sender: eva.clone(), present: true, tell: false, look: Some("eva".into()) };
            assert_eq!(ground.pass(1).attended, [here]);
            assert!(ground.pass(half - 1).attended.is_empty());
        }
        ground.presence.leave(&id, place, Stay::Stream, ground.now, &ground.limits);
        let left = Attended { sender: eva, present: false, tell: true, look: Some("eva".into()) };
        assert_eq!(ground.pass(60_000).attended, [left]);
        assert_eq!(ground.presence.due(ground.now, &ground.limits), None);
    }

    #[test]
    fn whoever_comes_back_with_a_name_of_their_own_and_stays_is_kept_soon() {
        let mut ground = Ground::new();
        let eva = guest("~eva", "Eva");
        ground.presence.join(&eva, Whose::Theirs, ground.now, Rules { announce: false, ..NAMES }, &ground.limits);
        assert!(ground.pass(599_999).attended.is_empty(), "most only look in");
        let here = Attended { sender: eva.clone(), present: false, tell: false, look: Some("eva".into()) };
        assert_eq!(ground.pass(1).attended, [here]);
        assert!(ground.pass(3_600_000).attended.is_empty());
        // Of what they speak under, whatever their line has come under.
        ground.presence.has_spoken(&guest("~eva", "Evita"), ground.now);
        let told = ground.pass(12 * 3_600_000).attended;
        assert_eq!(told.into_iter().map(|told| told.look).collect::<Vec<_>>(), [Some("evlta".into())]);
    }

    #[test]
    fn whoever_polls_in_a_crowd_counts_for_at_least_forty_seconds() {
        let mut ground = Ground::new();
        (0..1_010).for_each(|n| ground.come(n));
        ground.pass(60_000);
        while ground.lines.len() > 1_000 {
            ground.go(1_000, Stay::Poll);
        }
        ground.pass(39_000);
        assert!((1_009..=1_011).contains(&ground.presence.count()), "{}", ground.presence.count());
        ground.pass(21_000);
        assert_eq!(ground.presence.count(), 1_000);
    }

    #[test]
    fn the_time_of_a_signal_is_never_put_off_and_comes_once() {
        let mut ground = Ground::new();
        ground.come(0);
        assert!(ground.pass(0).present.is_some(), "the first at once");
        ground.come(1);
        for ms in [0, 400, 599] {
            assert!(ground.pass(ms).present.is_none());
        }
        assert_eq!(ground.presence.due(ground.now, &ground.limits), Some(ground.now + Duration::from_millis(1)));
        ground.come(2);
        assert_eq!(ground.pass(1).present.map(|present| present.count), Some(3), "the newest alone");
        assert!(ground.pass(10_000).present.is_none());
    }

    #[test]
    fn a_new_name_is_told_and_no_line() {
        let mut ground = Ground::new();
        ground.come(0);
        assert_eq!(ground.pass(0).attended.len(), 1);
        let renamed = Sender { name: "Other".into(), ..person(0) };
        ground.presence.join(&renamed, Whose::Theirs, ground.now, NAMES, &ground.limits);
        let told = ground.pass(1_000);
        assert_eq!((told.attended.len(), told.present.map(|present| present.people)), (0, Some(vec![renamed])));
    }
}
