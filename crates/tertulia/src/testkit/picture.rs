//! A reader as simple as it can be: what it knows of a room, by the three rules of a reader.
//!
//! It is what `widget/src/timeline.ts` is for the eye, without its outbox. Pure: it is handed pages and changes in
//! whatever order they arrive, and holds what a reader would show.

use std::collections::{BTreeMap, BTreeSet};

use tertulia_wire::{Message, Page, Settings};

use crate::store::Span;

/// The three rules of a reader, each of which can be switched off to show that it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Per id, the highest version seen stays; nothing lowers it until a reset.
    pub highest: bool,
    /// A change is applied when its id lies in a range that is held, or above the newest if the end is held.
    pub held: bool,
    /// Changes that arrive while a page of history is on its way are kept until that page is in.
    pub kept: bool,
}

impl Rules {
    /// All three, as a reader needs them.
    pub const ALL: Self = Self { highest: true, held: true, kept: true };
}

/// A page of history that is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ask(u64);

/// Ids without holes: every message of the room between these two is held. Up to the end, `to` is `u64::MAX`.
type Range = (u64, u64);

/// What a reader knows of a room.
#[derive(Debug, Clone)]
pub struct Picture {
    rules: Rules,
    messages: BTreeMap<u64, Message>,
    // Disjoint, rising, never touching.
    ranges: Vec<Range>,
    settings: Settings,
    asked: BTreeSet<Ask>,
    asks: u64,
    // What no range holds, while a page is on its way.
    kept: Vec<Message>,
}

impl Picture {
    /// A reader that has seen nothing yet.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            messages: BTreeMap::new(),
            ranges: Vec::new(),
            settings: Settings::default(),
            asked: BTreeSet::new(),
            asks: 0,
            kept: Vec::new(),
        }
    }

    /// The messages held, in id order.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.values()
    }

    /// The newest settings seen.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether an id lies in a range that is held: then its message is here, if the room has one.
    #[must_use]
    pub fn holds(&self, id: u64) -> bool {
        id >= self.settings.first && self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&id))
    }

    /// The pages of history that are on their way.
    pub fn asked(&self) -> impl Iterator<Item = Ask> {
        self.asked.iter().copied()
    }

    /// A first page, or the page of a reset: everything begins again with it, and pages on their way are forgotten.
    pub fn begin(&mut self, page: &Page) {
        let from = if page.more { page.messages.first().map_or(page.first, |oldest| oldest.id) } else { 0 };
        let settings = page.settings.clone().unwrap_or_default();
        *self = Self { asks: self.asks, ranges: vec![(from, u64::MAX)], settings, ..Self::new(self.rules) };
        self.take(&page.messages);
    }

    /// Changes, as they come.
    pub fn changes(&mut self, messages: &[Message], settings: Option<&Settings>) {
        if let Some(settings) = settings
            && (settings.version > self.settings.version || !self.rules.highest)
        {
            self.settings = settings.clone();
            self.messages.retain(|id, _| *id >= settings.first);
        }
        self.take(messages);
    }

    /// Asks for a page of history.
    pub fn ask(&mut self) -> Ask {
        self.asks += 1;
        self.asked.insert(Ask(self.asks));
        Ask(self.asks)
    }

    /// A page of history that was asked for. One asked for before a reset belongs to what was forgotten.
    pub fn history(&mut self, ask: Ask, span: Span, page: &Page) {
        if !self.asked.contains(&ask) {
            return;
        }
        self.join(coverage(span, page));
        self.take(&page.messages);
        let kept = std::mem::take(&mut self.kept);
        self.take(&kept);
        self.unanswered(ask);
    }

    /// A page of history that will not come.
    pub fn unanswered(&mut self, ask: Ask) {
        self.asked.remove(&ask);
        if self.asked.is_empty() {
            self.kept.clear();
        }
    }

    fn take(&mut self, arrived: &[Message]) {
        for message in arrived {
            if message.id < self.settings.first {
                continue;
            }
            if self.holds(message.id) || !self.rules.held {
                self.put(message);
            } else if self.rules.kept && !self.asked.is_empty() {
                self.kept.push(message.clone());
            }
        }
    }

    fn put(&mut self, message: &Message) {
        let newer = self.messages.get(&message.id).is_none_or(|there| message.version > there.version);
        if newer || !self.rules.highest {
            self.messages.insert(message.id, message.clone());
        }
    }

    /// Adds a range; those that meet become one.
    fn join(&mut self, added: Range) {
        if added.0 > added.1 {
            return;
        }
        let mut ranges = std::mem::take(&mut self.ranges);
        ranges.push(added);
        ranges.sort_unstable();
        for (from, to) in ranges {
            match self.ranges.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => self.ranges.push((from, to)),
            }
        }
    }
}

/// Which ids a page of history answers for.
fn coverage(span: Span, page: &Page) -> Range {
    let (first, last) = (page.messages.first().map(|message| message.id), page.messages.last().map(|message| message.id));
    let older = |edge: u64| if page.more { first.unwrap_or(edge) } else { 0 };
    let newer = |edge: u64| if page.more_newer == Some(true) { last.unwrap_or(edge) } else { u64::MAX };
    match span {
        Span::Before(id) => (older(id), id.saturating_sub(1)),
        Span::Above(id) => (id.saturating_add(1), newer(id)),
        Span::Around(id) => (id.min(older(id)), id.max(newer(id))),
        // These are no pages of history: they answer for nothing.
        Span::Newest | Span::After(_) => (1, 0),
    }
}
