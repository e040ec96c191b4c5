//! Everything that was ever written, by history: what readers are handed is held against it.

use std::collections::{BTreeMap, HashMap};

use tertulia::store::{Access, Change, RoomKey, Written};
use tertulia::wire::Epoch;

/// All changes of one history of a room, those that were replaced among them.
type History = BTreeMap<u64, Change>;

/// The histories of all rooms. A copy put back begins another one, which has the old epochs in common with the lost one.
#[derive(Debug, Default)]
pub(crate) struct Log {
    histories: Vec<History>,
    now: HashMap<RoomKey, usize>,
    of_epoch: HashMap<(RoomKey, Epoch), Vec<usize>>,
    deleted: HashMap<(RoomKey, u64), u64>,
    first: HashMap<RoomKey, u64>,
    // The highest access numbers that the hub was told of.
    access: HashMap<RoomKey, u64>,
    /// How often a copy was put back.
    pub(crate) put_back: u64,
}

/// The heads of all rooms at the time of a copy.
pub(crate) type Heads = HashMap<RoomKey, u64>;

/// What a reader was handed at once.
pub(crate) struct Handed<'a> {
    pub(crate) key: RoomKey,
    pub(crate) epoch: Epoch,
    pub(crate) from: u64,
    pub(crate) upto: u64,
    pub(crate) changes: &'a [Change],
    /// How often a copy had been put back when it began to wait for this.
    pub(crate) put_back: u64,
}

impl Log {
    pub(crate) fn note(&mut self, written: &Written) {
        let facts = &written.facts;
        let now = *self.now.entry(facts.key).or_insert_with(|| {
            self.histories.push(History::new());
            self.histories.len() - 1
        });
        self.histories[now].extend(written.changes.iter().map(|change| (change.version(), change.clone())));
        let of_epoch = self.of_epoch.entry((facts.key, facts.epochs.newest())).or_default();
        if !of_epoch.contains(&now) {
            of_epoch.push(now);
        }
    }

    pub(crate) fn heads(&self) -> Heads {
        self.now.iter().map(|(key, now)| (*key, self.histories[*now].keys().last().copied().unwrap_or(0))).collect()
    }

    /// Each room goes on from where it was.
    pub(crate) fn put_back(&mut self, heads: &Heads) {
        self.put_back += 1;
        self.deleted.clear();
        self.first.clear();
        self.access.clear();
        for (key, old) in std::mem::take(&mut self.now) {
            let Some(head) = heads.get(&key) else { continue };
            self.histories.push(self.histories[old].range(..=head).map(|(version, change)| (*version, change.clone())).collect());
            let new = self.histories.len() - 1;
            self.now.insert(key, new);
            self.of_epoch.values_mut().filter(|of_epoch| of_epoch.contains(&old)).for_each(|of_epoch| of_epoch.push(new));
        }
    }

    /// Notes what the hub was told to be deleted, or past what the room keeps; and by which numbers it is to let in, but where
    /// it has not been told of a move that came before.
    pub(crate) fn told(&mut self, written: &Written, moved: bool) {
        let key = written.facts.key;
        // A hint of a lost history can't be told from one of the history in its place.
        if self.put_back == 0 && !moved {
            let access = self.access.entry(key).or_default();
            *access = written.facts.access.room.max(*access);
        }
        self.note_deleted(key, &written.changes);
    }

    /// Notes what is deleted, or past what the room keeps, by what the hub was told, or a reader of it was handed.
    pub(crate) fn note_deleted(&mut self, key: RoomKey, changes: &[Change]) {
        let Some(history) = self.now.get(&key).map(|now| &self.histories[*now]) else { return };
        for change in changes {
            match change {
                _ if history.get(&change.version()) != Some(change) => {}
                Change::Message(message) if message.deleted.is_some() => {
                    let version = self.deleted.entry((key, message.id)).or_default();
                    *version = message.version.max(*version);
                }
                Change::Message(_) => {}
                Change::Settings(settings) => {
                    let first = self.first.entry(key).or_default();
                    *first = settings.first.max(*first);
                }
            }
        }
    }

    /// Texts that are told to be deleted are handed out no more.
    pub(crate) fn check_deleted(&self, key: RoomKey, changes: &[Change]) -> Result<(), String> {
        let deleted = |change: &&Change| match change {
            Change::Message(message) => {
                let first = self.first.get(&key).copied().unwrap_or(1);
                message.id < first || self.deleted.get(&(key, message.id)).is_some_and(|version| message.version < *version)
            }
            Change::Settings(_) => false,
        };
        match changes.iter().find(deleted) {
            Some(change) => Err(format!("handed out after it was deleted: {change:?}")),
            None => Ok(()),
        }
    }

    /// Nothing is handed out by a right that is told to have ended.
    pub(crate) fn check_admitted(&self, key: RoomKey, admitted: Access) -> Result<(), String> {
        match self.access.get(&key).copied().unwrap_or_default() {
            told if told > admitted.room => Err(format!("handed out by {admitted:?}, after {told} was told")),
            _ => Ok(()),
        }
    }

    /// A reader gets, in rising order, what was written, and everything that nothing newer had replaced.
    pub(crate) fn check(&self, handed: &Handed<'_>) -> Result<(), String> {
        let versions: Vec<_> = handed.changes.iter().map(Change::version).collect();
        let within = versions.iter().all(|version| (handed.from + 1..=handed.upto).contains(version));
        if !within || !versions.is_sorted_by(|one, next| one < next) {
            return Err(format!("{versions:?} do not rise from {} to {}", handed.from, handed.upto));
        }
        self.check_deleted(handed.key, handed.changes)?;
        let histories = self.of_epoch.get(&(handed.key, handed.epoch)).map(Vec::as_slice).unwrap_or_default();
        // Over the border of two histories it was perhaps led past something that only the lost one had replaced.
        let one_history = handed.put_back == self.put_back;
        if one_history && !histories.iter().any(|history| is_whole(&self.histories[*history], handed)) {
            return Err(format!("{versions:?} is not all there was from {} to {}", handed.from, handed.upto));
        }
        Ok(())
    }
}

fn is_whole(history: &History, handed: &Handed<'_>) -> bool {
    let replaced = |version: u64, change: &Change| history.range(version + 1..).any(|(_, newer)| id(newer) == id(change));
    let known = handed.changes.iter().all(|change| history.get(&change.version()) == Some(change));
    let mut between = history.range(handed.from + 1..=handed.upto);
    let first = history.values().filter_map(|change| match change {
        Change::Settings(settings) => Some(settings.first),
        Change::Message(_) => None,
    });
    let first = first.max().unwrap_or(1);
    let retired = |change: &Change| (1..first).contains(&id(change));
    let missing =
        |(version, change): (&u64, &Change)| !handed.changes.contains(change) && !replaced(*version, change) && !retired(change);
    known && history.keys().last().is_some_and(|head| handed.upto <= *head) && !between.any(missing)
}

fn id(change: &Change) -> u64 {
    match change {
        Change::Message(message) => message.id,
        Change::Settings(_) => 0,
    }
}
