//! A room that comes in: its lines become rows, which are written as soon as they are too many to hold.

use std::sync::Arc;

use sqlx::{Row, SqliteConnection};
use tertulia_wire::moderation::{AuditEntry, Restriction};
use tertulia_wire::{Epoch, Message, Reaction, Time};

use super::wrong_store;
use crate::error::Error;
use crate::store::export::{ImportError, Line, MessageLine, Reactors, RoomLine};
use crate::store::moderation::{Kept, Noted};
use crate::store::settle::{Dirt, Request, Room, Rows, SHOWN_MAX};
use crate::store::sqlite::connection::{arguments, run};
use crate::store::sqlite::export::RoomDigest;
use crate::store::sqlite::save::{json, put_down};
use crate::store::sqlite::write::random_numbers;
use crate::store::{Epochs, RoomKey};

/// Bytes of lines that wait to be written: one statement then takes many rows, and memory stays small.
const WAITING_BYTES_MAX: usize = 1 << 20;

/// Reactions, each of which is new.
const REACTED: &str = "INSERT INTO tertulia_reaction (room_key, message_id, person, emoji, number) \
     SELECT $1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM jsonb_each($2)";

/// The first message that answers none of the room's.
const LOST_REPLY: &str = "SELECT m.id, m.reply_to FROM tertulia_message m WHERE m.room_key = $1 AND m.reply_to >= $2 AND NOT EXISTS \
     (SELECT 1 FROM tertulia_message a WHERE a.room_key = $1 AND a.id = m.reply_to) ORDER BY m.id LIMIT 1";

/// The first message whose newest change has the number of another message, or of the settings.
const NUMBER_TWICE: &str = "SELECT m.id, m.version FROM tertulia_message m WHERE m.room_key = $1 AND (m.id = $2 OR m.version = $2 \
     OR m.version <> m.id AND EXISTS (SELECT 1 FROM tertulia_message a WHERE a.room_key = $1 AND a.id = m.version)) \
     ORDER BY m.id LIMIT 1";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(in crate::store::sqlite) const ALL: [&str; 3] = [REACTED, LOST_REPLY, NUMBER_TWICE];

/// One who reacted: message, person, emoji, place in the order.
type Reacted = (u64, String, String, usize);

/// Rows that wait to be written, each that another may be in the way of with the number of its line.
#[derive(Default)]
struct Waiting {
    bytes: usize,
    said: Vec<(u64, Message, Request)>,
    reacted: Vec<(u64, Reacted)>,
    restricted: Vec<Kept>,
    noted: Vec<Noted>,
}

/// A room that is being read.
pub(super) struct Coming {
    pub(super) line: RoomLine,
    pub(super) key: RoomKey,
    /// The room that is here under the name, and the digest of the one that comes.
    pub(super) here: Option<(Room, RoomDigest)>,
    pub(super) messages: u64,
    pub(super) lines: u64,
    newest: Time,
    /// The last message, which waits for its reactions.
    last: Option<(u64, Message, Request)>,
    waiting: Waiting,
}

impl Coming {
    pub(super) fn new(line: RoomLine, here: Option<(Room, RoomDigest)>) -> Result<Self, ImportError> {
        let key = RoomKey((drawn()? >> 1).cast_signed().max(1));
        let (messages, lines, newest, last, waiting) = (0, 0, Time(0), None, Waiting::default());
        Ok(Self { line, key, here, messages, lines, newest, last, waiting })
    }

    /// Takes in a checked line; true once as much waits as may.
    pub(super) fn take(&mut self, line: Line, number: u64, length: usize) -> bool {
        self.lines += 1;
        self.waiting.bytes += length;
        match line {
            Line::Restriction(restriction) => {
                let restriction = Restriction { address_until: None, ..restriction };
                self.waiting.restricted.push(Kept { restriction, mark: None });
            }
            Line::Audit(AuditEntry { at, deed, room, by, user, message, held, to, settings, until, why, address, .. }) => {
                self.waiting.noted.push(Noted { at, deed, room, by, user, message, held, to, settings, until, why, address });
            }
            Line::Message(line) => self.message(*line, number),
            Line::Reactions(reactors) => self.reactions(reactors, number),
            _ => {}
        }
        self.waiting.bytes > WAITING_BYTES_MAX
    }

    fn message(&mut self, line: MessageLine, number: u64) {
        self.settle_last();
        // The check has seen to it that there is one.
        let bearer = line.bearer().unwrap_or_default().to_owned();
        let (message, hash) = (line.message, line.request_hash.0);
        let times = [Some(message.created), message.edited, message.deleted];
        self.newest = times.into_iter().flatten().fold(self.newest, Time::max);
        self.messages += 1;
        self.last = Some((number, message, Request { bearer, hash }));
    }

    fn reactions(&mut self, reactors: Reactors, number: u64) {
        let Some((_, message, _)) = &mut self.last else { return };
        let Reactors { emoji, by, .. } = reactors;
        if message.reactions.last().is_none_or(|kind| kind.emoji != emoji) {
            message.reactions.push(Reaction { emoji: emoji.clone(), count: 0, by: Vec::new() });
        }
        let Some(kind) = message.reactions.last_mut() else { return };
        for person in by {
            kind.count += 1;
            kind.by.insert(0, person.clone());
            kind.by.truncate(SHOWN_MAX);
            let place = usize::try_from(kind.count).unwrap_or(usize::MAX);
            self.waiting.reacted.push((number, (message.id, person, emoji.clone(), place)));
        }
    }

    /// The last message has all its reactions.
    fn settle_last(&mut self) {
        self.waiting.said.extend(self.last.take());
    }

    /// Writes what waits. The last message goes on waiting for its reactions.
    pub(super) async fn put_down(&mut self, connection: &mut SqliteConnection) -> Result<(), ImportError> {
        std::mem::take(&mut self.waiting).put_down(connection, self.key).await
    }

    /// Writes all that is left, and looks whether the room's numbers go together; `number` is that of its last line.
    pub(super) async fn complete(&mut self, connection: &mut SqliteConnection, number: u64) -> Result<(), ImportError> {
        self.settle_last();
        self.put_down(connection).await?;
        let (key, settings) = (self.key.0, &self.line.settings);
        for (sql, bound, what) in [
            (LOST_REPLY, settings.first, "answers message"),
            (NUMBER_TWICE, settings.version, "has the number of another change:"),
        ] {
            let rows = run(connection, sql, arguments![key, bound.cast_signed()]).await;
            let rows = rows.map_err(|stopped| wrong_store(&stopped.error))?;
            let Some(row) = rows.first() else { continue };
            let numbers: Result<(i64, i64), sqlx::Error> = row.try_get(0).and_then(|id| Ok((id, row.try_get(1)?)));
            let (id, other) = numbers.map_err(|error| wrong_store(&error))?;
            let there = if sql == LOST_REPLY { ", which is not there" } else { "" };
            return Err(ImportError::Line { line: number, why: format!("in this room message {id} {what} {other}{there}") });
        }
        Ok(())
    }

    /// The room as it is to be. Whoever comes with a cursor from elsewhere is told so by the new epoch.
    pub(super) fn room(&self) -> Result<Room, ImportError> {
        Ok(Room {
            key: self.key,
            name: self.line.room.clone(),
            created: self.line.created,
            head: self.line.head,
            newest: self.newest,
            run: drawn()?.cast_signed(),
            // Not that of a room in which nothing was ever taken away: the restrictions that came with it are to be looked for.
            access: 2,
            settings: Arc::new(self.line.settings.clone()),
            epochs: Arc::new(Epochs::first(Epoch(drawn()?))),
            deleted: false,
            untidy: false,
            held_head: 0,
            held_waiting: 0,
            waiting: 0,
            dirt: Dirt::Whole,
        })
    }
}

fn drawn() -> Result<u64, ImportError> {
    let drawn = random_numbers(1).map_err(Error::Store)?;
    Ok(drawn.first().copied().unwrap_or_default())
}

impl Waiting {
    async fn put_down(self, connection: &mut SqliteConnection, key: RoomKey) -> Result<(), ImportError> {
        let rows = Rows {
            said: self.said.iter().map(|(_, message, request)| (key, message, request, None)).collect(),
            restricted: self.restricted.iter().map(|kept| (key, kept)).collect(),
            noted: self.noted.iter().map(|noted| (key, noted)).collect(),
            ..Rows::default()
        };
        if let Err(error) = put_down(connection, &rows).await {
            // A statement is done whole or not at all: the first message that can't be put down by itself is the one.
            let mut culprit = None;
            if is_twice(&error) {
                for (number, message, request) in &self.said {
                    let one = Rows { said: vec![(key, message, request, None)], ..Rows::default() };
                    if put_down(connection, &one).await.is_err() {
                        culprit = Some(*number);
                        break;
                    }
                }
            }
            let what = if error.to_string().contains("client_id") { "client_id" } else { "version" };
            return Err(culprit.map_or_else(
                || wrong_store(&error),
                |line| ImportError::Line { line, why: format!("the {what} is that of an earlier message") },
            ));
        }
        let people: Vec<_> = self.reacted.iter().map(|(_, reacted)| reacted).collect();
        if people.is_empty() {
            return Ok(());
        }
        let Err(stopped) = run(connection, REACTED, arguments![key.0, json(&people)]).await else { return Ok(()) };
        for (line, reacted) in &self.reacted {
            let one = run(connection, REACTED, arguments![key.0, json(&[reacted])]).await;
            if one.is_err_and(|stopped| is_twice(&stopped.error)) {
                let why = format!("{} reacts twice with {}", reacted.1, reacted.2);
                return Err(ImportError::Line { line: *line, why });
            }
        }
        Err(wrong_store(&stopped.error))
    }
}

fn is_twice(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
