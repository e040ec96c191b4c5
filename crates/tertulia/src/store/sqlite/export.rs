//! Exports: the rooms of a file as lines, all of one snapshot, while somebody may read it and write to it. A page at a time, so that
//! the longest room takes no more memory than a short one.

use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Connection, SqlSafeStr, SqliteConnection};
use tertulia_wire::moderation::{AuditEntry, Restriction};
use tertulia_wire::{Message, RoomName};

use super::SqliteStore;
use super::connection::{arguments, run, run_once, store_error};
use super::copy::{is_meant, open, setup, there};
use super::decode::{Columns, audit_columns, message_columns, restriction_columns};
use super::migrate::check_known;
use super::read::{FIND, ROOMS, ROOMS_OF_TYPE};
use super::save::word;
use crate::error::Error;
use crate::store::export::{
    DeletedRoom, End, ExportError, Exported, FORMAT_VERSION, Head, Line, MessageLine, REACTORS_MAX, Reactors, RequestHash,
    RoomEnd, RoomLine, Which,
};
use crate::store::settle::{Room, Under};

/// The most rows of a page: with the longest texts there are, some 20 megabytes.
const PAGE: i64 = 200;

/// Names of a room, in order, its own among them.
const NAMES: &str = "SELECT room_type, room_id FROM tertulia_name WHERE room_key = $1 ORDER BY room_type, room_id";

const RESTRICTIONS: &str = concat!(
    "SELECT ",
    restriction_columns!(),
    " FROM tertulia_restriction x WHERE x.room_key = $1 AND (x.person, x.kind) > ($2, $3) \
     ORDER BY x.person, x.kind LIMIT $4"
);

const AUDIT: &str = concat!(
    "SELECT ",
    audit_columns!(),
    " FROM tertulia_audit INDEXED BY tertulia_audit_room WHERE room_key = $1 AND number > $2 ORDER BY number LIMIT $3"
);

const MESSAGES: &str = concat!(
    // Of a request that is forgotten that by which it is known again.
    "SELECT m.sender_key, iif(m.sender_key = '~erased' AND length(m.client_id) = 65, unhex(substr(m.client_id, 2)), m.request_hash), ",
    message_columns!(),
    " FROM tertulia_message m WHERE m.room_key = $1 AND m.id > $2 ORDER BY m.id LIMIT $3"
);

const REACTORS: &str = "SELECT person, number FROM tertulia_reaction \
     WHERE room_key = $1 AND message_id = $2 AND emoji = $3 AND number > $4 ORDER BY number LIMIT $5";

/// Names that had a room.
const DELETED: &str = "SELECT room_type, room_id FROM tertulia_name \
     WHERE (room_type, room_id) > ($1, $2) AND room_key IS NULL AND ($3 IS NULL OR room_type = $3) \
     ORDER BY room_type, room_id LIMIT $4";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 6] = [NAMES, RESTRICTIONS, AUDIT, MESSAGES, REACTORS, DELETED];

/// What takes the lines.
pub(super) type Sink<'a> = &'a mut dyn FnMut(&Line) -> io::Result<()>;

impl SqliteStore {
    /// Writes rooms as lines, as they are at one moment, while another process may read the file and write to it. It is told how far it is.
    ///
    /// # Errors
    /// When there is no such file of rooms, or none of this version; when a room that is named isn't there, before anything is written;
    /// when the output takes no more.
    pub async fn export(
        database: &Path,
        which: &Which,
        output: &mut dyn Write,
        told: &mut dyn FnMut(&Exported),
    ) -> Result<Exported, ExportError> {
        let database = there(database)?;
        is_meant(&database)?;
        let mut connection = open(&database).await.map_err(|error| setup(&database, &error))?;
        check_known(&mut connection, &database).await?;
        // All reads from the first one on see the file as it is then.
        run_once(&mut connection, "BEGIN".to_owned()).await.map_err(|error| setup(&database, &error))?;
        let mut export = Export { connection: &mut connection, output, told, so_far: Exported::default() };
        export.all(which).await?;
        let exported = export.so_far;
        // Nothing was written, so nothing can be lost.
        let _ = connection.close().await;
        Ok(exported)
    }
}

struct Export<'a> {
    connection: &'a mut SqliteConnection,
    output: &'a mut dyn Write,
    told: &'a mut dyn FnMut(&Exported),
    so_far: Exported,
}

impl Export<'_> {
    async fn all(&mut self, which: &Which) -> Result<(), ExportError> {
        // Those that are named first: nothing is written where one of them isn't there.
        let named = match which {
            Which::These(names) => named(self.connection, names).await?,
            Which::All | Which::OfType(_) => Vec::new(),
        };
        self.line(&Line::TertuliaExport(Head { version: FORMAT_VERSION }))?;
        for room in &named {
            self.room(room).await?;
        }
        let room_type = match which {
            Which::These(_) => return self.end(),
            Which::OfType(room_type) => Some(room_type.as_str()),
            Which::All => None,
        };
        let mut after = (room_type.unwrap_or_default().to_owned(), String::new());
        loop {
            let sql = if room_type.is_some() { ROOMS_OF_TYPE } else { ROOMS };
            let bound = arguments![after.0.clone(), after.1.clone(), PAGE];
            let rooms = page(self.connection, sql, bound, |row| row.room().map(|(_, room)| room)).await?;
            let Some(last) = rooms.last() else { break };
            after = (last.name.room_type.to_string(), last.name.id.to_string());
            for room in &rooms {
                self.room(room).await?;
            }
        }
        self.deleted(room_type).await?;
        self.end()
    }

    async fn room(&mut self, room: &Room) -> Result<(), ExportError> {
        self.so_far.rooms += 1;
        self.so_far.left_out += u64::from(room.held_waiting);
        let Self { connection, output, told, so_far } = self;
        room_lines(connection, room, &mut |line| {
            so_far.messages += u64::from(matches!(line, Line::Message(_)));
            write(*output, so_far, line)?;
            told(so_far);
            Ok(())
        })
        .await
    }

    /// The names that had a room.
    async fn deleted(&mut self, room_type: Option<&str>) -> Result<(), ExportError> {
        let mut after = (room_type.unwrap_or_default().to_owned(), String::new());
        loop {
            let bound = arguments![after.0, after.1, room_type.map(str::to_owned), PAGE];
            let names = page(self.connection, DELETED, bound, |row| row.room_name()).await?;
            let Some(last) = names.last() else { return Ok(()) };
            after = (last.room_type.to_string(), last.id.to_string());
            for room in names {
                self.line(&Line::DeletedRoom(DeletedRoom { room }))?;
            }
        }
    }

    fn end(&mut self) -> Result<(), ExportError> {
        self.line(&Line::End(End { lines: self.so_far.lines }))?;
        Ok(self.output.flush()?)
    }

    fn line(&mut self, line: &Line) -> io::Result<()> {
        write(self.output, &mut self.so_far, line)
    }
}

fn write(output: &mut dyn Write, so_far: &mut Exported, line: &Line) -> io::Result<()> {
    so_far.lines += 1;
    let mut text = serde_json::to_vec(line)?;
    text.push(b'\n');
    output.write_all(&text)
}

/// The rooms of these names, each once.
async fn named(connection: &mut SqliteConnection, names: &[RoomName]) -> Result<Vec<Room>, ExportError> {
    let mut rooms: Vec<Room> = Vec::with_capacity(names.len());
    for name in names {
        match find(connection, name).await.map_err(failed)? {
            Some((Under::Room(_), Some(room))) if rooms.iter().any(|known| known.key == room.key) => {}
            Some((Under::Room(_), Some(room))) => rooms.push(room),
            Some(_) => return Err(Error::Setup(format!("the room {name} was deleted")).into()),
            None => {
                return Err(Error::Setup(format!("there is no room {name}; `tertulia rooms` lists those that there are")).into());
            }
        }
    }
    Ok(rooms)
}

/// What is under a name, and the room if there is one.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    name: &RoomName,
) -> Result<Option<(Under, Option<Room>)>, sqlx::Error> {
    let bound = arguments![name.room_type.as_str().to_owned(), name.id.as_str().to_owned()];
    let rows = run(connection, FIND, bound).await.map_err(|stopped| stopped.error)?;
    let mut columns = Columns::of(rows.first().ok_or(sqlx::Error::RowNotFound)?);
    let (taken, key): (bool, Option<i64>) = (columns.take()?, columns.take()?);
    Ok(match (taken, key) {
        (_, Some(_)) => {
            let room = columns.room()?.1;
            Some((Under::Room(room.key), Some(room)))
        }
        (true, None) => Some((Under::Deleted, None)),
        (false, None) => None,
    })
}

/// All lines of a room.
pub(super) async fn room_lines(connection: &mut SqliteConnection, room: &Room, sink: Sink<'_>) -> Result<(), ExportError> {
    let mut aliases = page(connection, NAMES, arguments![room.key.0], |row| row.room_name()).await?;
    aliases.retain(|alias| *alias != room.name);
    let (head, settings) = (room.head, room.settings.as_ref().clone());
    let line = RoomLine { room: room.name.clone(), aliases, created: room.created, head, settings };
    sink(&Line::Room(Box::new(line)))?;
    let mut lines = 0;
    let mut counted = |line: &Line| {
        lines += 1;
        sink(line)
    };
    moderation_lines(connection, room, &mut counted).await?;
    message_lines(connection, room, &mut counted).await?;
    sink(&Line::RoomEnd(RoomEnd { room: room.name.clone(), lines }))?;
    Ok(())
}

/// What moderators took away, and what they did.
async fn moderation_lines(connection: &mut SqliteConnection, room: &Room, sink: Sink<'_>) -> Result<(), ExportError> {
    let (mut after, mut kind) = (String::new(), String::new());
    loop {
        let restrictions =
            page(connection, RESTRICTIONS, arguments![room.key.0, after, kind, PAGE], |row| row.restriction()).await?;
        let Some(last) = restrictions.last() else { break };
        (after, kind) = (last.restriction.user.clone(), word(&last.restriction.kind));
        for kept in restrictions {
            // Another server has another key for addresses, and knows none of them by it.
            sink(&Line::Restriction(Restriction { address_until: None, ..kept.restriction }))?;
        }
    }
    let (mut after, mut number) = (0, 0);
    loop {
        let entries = page(connection, AUDIT, arguments![room.key.0, after, PAGE], |row| row.audit_entry()).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        after = last.number.cast_signed();
        for entry in entries {
            // The numbers count all rooms' entries; in a file of its own a room's are the first.
            number += 1;
            sink(&Line::Audit(AuditEntry { number, ..entry }))?;
        }
    }
}

async fn message_lines(connection: &mut SqliteConnection, room: &Room, sink: Sink<'_>) -> Result<(), ExportError> {
    // What lies below `first` is gone for everybody, and its rows are about to go.
    let mut after = room.settings.first.saturating_sub(1).cast_signed();
    loop {
        let messages = page(connection, MESSAGES, arguments![room.key.0, after, PAGE], message_line).await?;
        let Some(last) = messages.last() else { return Ok(()) };
        after = last.message.id.cast_signed();
        for mut line in messages {
            let (id, reactions) = (line.message.id, std::mem::take(&mut line.message.reactions));
            sink(&Line::Message(Box::new(line)))?;
            for reaction in reactions {
                if reaction.count == reaction.by.len() as u64 {
                    // All who did it are shown, newest first.
                    let by = reaction.by.into_iter().rev().collect();
                    sink(&Line::Reactions(Reactors { message: id, emoji: reaction.emoji, by }))?;
                } else {
                    reactor_lines(connection, room, id, &reaction.emoji, sink).await?;
                }
            }
        }
    }
}

/// Everybody who reacted to a message with an emoji.
async fn reactor_lines(
    connection: &mut SqliteConnection,
    room: &Room,
    id: u64,
    emoji: &str,
    sink: Sink<'_>,
) -> Result<(), ExportError> {
    let mut after = 0_i64;
    loop {
        let most = i64::try_from(REACTORS_MAX).unwrap_or(PAGE);
        let bound = arguments![room.key.0, id.cast_signed(), emoji.to_owned(), after, most];
        let people = page(connection, REACTORS, bound, |row| Ok((row.take::<String>()?, row.take::<i64>()?))).await?;
        let Some((_, last)) = people.last() else { return Ok(()) };
        after = *last;
        let by = people.into_iter().map(|(person, _)| person).collect();
        sink(&Line::Reactions(Reactors { message: id, emoji: emoji.to_owned(), by }))?;
    }
}

fn message_line(columns: &mut Columns<'_>) -> Result<MessageLine, sqlx::Error> {
    let bearer: String = columns.take()?;
    let request_hash = RequestHash(columns.hash()?);
    let message: Message = columns.message()?;
    let is_senders = message.sender.as_ref().and_then(|sender| sender.id.as_ref()) == Some(&bearer);
    Ok(MessageLine { bearer: Some(bearer).filter(|_| !is_senders), request_hash, message })
}

/// What a room is, but for the names that it had before: two rooms of one digest are the same.
pub(super) struct RoomDigest(Sha256);

impl RoomDigest {
    pub(super) fn new() -> Self {
        Self(Sha256::new())
    }

    pub(super) fn add(&mut self, line: &Line) -> io::Result<()> {
        let text = match line {
            Line::Room(room) if !room.aliases.is_empty() => {
                serde_json::to_vec(&Line::Room(Box::new(RoomLine { aliases: Vec::new(), ..room.as_ref().clone() })))
            }
            line => serde_json::to_vec(line),
        };
        self.0.update(text?);
        self.0.update(b"\n");
        Ok(())
    }

    pub(super) fn done(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Reads a page of rows.
async fn page<T>(
    connection: &mut SqliteConnection,
    sql: impl SqlSafeStr,
    bound: SqliteArguments,
    read: impl Fn(&mut Columns<'_>) -> Result<T, sqlx::Error>,
) -> Result<Vec<T>, ExportError> {
    let read = |row: &SqliteRow| read(&mut Columns::of(row));
    let rows = run(connection, sql, bound).await.map_err(|stopped| failed(stopped.error))?;
    rows.iter().map(read).collect::<Result<_, _>>().map_err(failed)
}

fn failed(error: sqlx::Error) -> ExportError {
    ExportError::Rooms(Error::Store(store_error(&error)))
}
