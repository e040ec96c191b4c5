//! Who is here in one room, and what is to be told of it: pure, with time as an argument.
//!
//! People are told apart by sender id, so that two tabs are one person; the first `present_exact` of them one by one, those
//! beyond by a [`Crowd`]. Whoever has closed the last line is still here for a while, so that a refresh is silent. What is to be
//! told to the readers is only ever the newest state, at most once in a time that grows with the number of people.
//!
//! It is soft state of this node: what other nodes told of theirs would be a second [`Presence`] beside it, whose people and
//! counts are added in [`Presence::present`], and which goes away with its node.

mod person;

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use tertulia_wire::{PresenceMode, Present, Sender, Settings};
use tokio::time::Instant;

use self::person::{Kept, Person};
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

/// What has to be told after something happened.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Who is here now, for every reader.
    pub(crate) present: Option<Present>,
    /// What may have to be written down.
    pub(crate) attended: Vec<Attended>,
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
            person.judged = true;
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
        Person {
            sender: sender.clone(),
            number: self.came,
            lines,
            until,
            announced: false,
            look,
            shown: named,
            judged: lines > 0,
            kept: None,
        }
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
        (person.judged && person.sender.name == sender.name).then_some(person.shown)
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
                // As what the store is taken to know already, so that it is no coming and no leaving.
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
mod tests;
