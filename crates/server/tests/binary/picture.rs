//! What a reader holds of a room, by the three rules of a reader: the plainest reading of them that can be written.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tertulia_wire::frame::Change;
use tertulia_wire::{Cursor, Message, Page, Settings};

use crate::line::From;

/// A range of a room's messages without holes, up to the end.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    /// Where to go on from; nowhere yet.
    pub(crate) cursor: Option<Cursor>,
    /// By id, each as new as was ever seen.
    pub(crate) messages: BTreeMap<u64, Message>,
    pub(crate) settings: Option<Settings>,
    /// Every id from here on is held.
    pub(crate) lowest: u64,
    /// How often everything was forgotten.
    pub(crate) resets: u32,
    /// The versions in the order in which they came, since the last page that was not a change.
    pub(crate) seen: Vec<u64>,
}

fn version_of(cursor: Option<Cursor>) -> u64 {
    match cursor {
        Some(Cursor::At { version, .. }) => version,
        Some(Cursor::Start) | None => 0,
    }
}

impl Picture {
    /// Where a reader that holds this goes on.
    pub(crate) fn from(&self, first: From) -> From {
        self.cursor.map_or(first, From::After)
    }

    /// Takes a page: the answer to `asked`, or one that says to begin anew.
    pub(crate) fn page(&mut self, asked: From, page: Page) {
        let begins = page.reset || matches!(asked, From::Newest(_));
        if page.reset {
            *self = Self { resets: self.resets + 1, ..Self::default() };
        }
        if page.settings.is_some() {
            self.settings = page.settings;
        }
        if begins {
            let ids: Vec<u64> = page.messages.iter().map(|message| message.id).collect();
            assert!(ids.is_sorted_by(|a, b| a < b), "a first page is in id order: {ids:?}");
            self.lowest = if page.more { ids.first().copied().expect("more is left, and none is here") } else { page.first };
            self.messages = page.messages.into_iter().map(|message| (message.id, message)).collect();
        } else {
            for message in page.messages {
                self.rises(message.version);
                self.change(message);
            }
            let (before, after) = (version_of(self.cursor), version_of(page.cursor));
            assert!(before <= after && self.seen.last().is_none_or(|seen| *seen <= after), "the cursor went back to {after}");
        }
        self.cursor = page.cursor;
    }

    /// Takes one change of a stream.
    pub(crate) fn changed(&mut self, change: Change) {
        if let Some(message) = change.message {
            assert_eq!(version_of(Some(change.cursor)), message.version);
            self.rises(message.version);
            self.change(message);
        }
        if let Some(settings) = change.settings {
            self.rises(settings.version);
            self.settings = Some(settings);
        }
        self.cursor = Some(change.cursor);
    }

    /// Takes a page of older messages, which was asked for with everything below `lowest`.
    pub(crate) fn older(&mut self, page: Page) {
        self.lowest = if page.more { page.messages.first().map_or(self.lowest, |message| message.id) } else { page.first };
        for message in page.messages {
            self.change(message);
        }
    }

    /// A change is new to this reader, and newer than all before it.
    fn rises(&mut self, version: u64) {
        let newest = self.seen.last().copied().unwrap_or_default().max(version_of(self.cursor));
        assert!(version > newest, "version {version} comes after {newest}");
        self.seen.push(version);
    }

    pub(crate) fn change(&mut self, message: Message) {
        if message.id >= self.lowest && self.messages.get(&message.id).is_none_or(|held| held.version < message.version) {
            self.messages.insert(message.id, message);
        }
    }

    /// Fails unless this is what the room is, as far down as it goes.
    pub(crate) fn is(&self, room: &[Message], who: &str) {
        let held: Vec<&Message> = self.messages.values().collect();
        let mut there: Vec<&Message> = room.iter().filter(|message| message.id >= self.lowest).collect();
        there.sort_by_key(|message| message.id);
        let ids = |messages: &[&Message]| messages.iter().map(|message| (message.id, message.version)).collect::<Vec<_>>();
        assert_eq!(ids(&held), ids(&there), "{who}");
        assert_eq!(held, there, "{who}");
    }
}

/// What everybody has seen under each version of one room's history. No version is handed out twice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger(Arc<Mutex<HashMap<u64, Message>>>);

impl Ledger {
    pub(crate) fn note(&self, message: &Message) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = seen.entry(message.version).or_insert_with(|| message.clone());
        assert_eq!(known, message, "one version, two contents");
    }
}
