//! Imports: rooms come from lines into a file that nobody else has. A room comes in whole or not at all, in one transaction with what
//! stands under its name, however it ends; what is buffered is bounded by bytes.

mod coming;

use std::io::BufRead;
use std::path::Path;

use sqlx::SqliteConnection;
use tertulia_wire::moderation::Deed;
use tertulia_wire::{RoomName, Time};

#[cfg(test)]
pub(super) use self::coming::ALL;
use self::coming::Coming;
use super::connection::{run_once, store_error};
use super::export::{RoomDigest, find, room_lines};
use super::save::put_down;
use super::{SqliteOptions, SqliteStore};
use crate::error::Error;
use crate::store::export::{Checker, ExportError, ImportEnd, ImportError, Imported, Line, Lines, ReadFailed, RoomLine, Told};
use crate::store::moderation::Noted;
use crate::store::settle::{Room, Rows, Under};

/// Whoever imports has the file in hand, as the host's own code has: in the audit it is the same.
const HOST: &str = "~";

/// Lines of whole rooms after which they are committed: each commit waits for the disk.
const COMMIT_LINES: u64 = 5_000;

impl SqliteStore {
    /// Brings rooms in from the lines of an export, into a file that is made if it isn't there. What comes on the way is told.
    ///
    /// A room keeps its ids, versions, times and settings; its next change takes the number after its head. It has an epoch of its
    /// own, so that a cursor from elsewhere is answered by `reset`. A room that is here already and is the same is passed over; one
    /// that is not the same is left as it is, and told, or with `replace` gives way to the one that comes: it is deleted, and the audit
    /// says so.
    pub async fn import(
        database: &Path,
        input: &mut dyn BufRead,
        replace: bool,
        now: Time,
        told: &mut dyn FnMut(Told<'_>),
    ) -> ImportEnd {
        let (mut lines, mut checker) = (Lines::new(input), Checker::new(now));
        let stopped = |why: ImportError| ImportEnd { imported: Imported::default(), stopped: Some(why) };
        // What is no export, or ends or is wrong where its first room would begin, makes no file and migrates none.
        let first = match next(&mut lines, &mut checker).and_then(|_| next(&mut lines, &mut checker)) {
            Ok(first) => first,
            Err(why) => return stopped(why),
        };
        let store = match SqliteStore::open(SqliteOptions::new(database)).await {
            Ok(store) => store,
            Err(error) => return stopped(error.into()),
        };
        let end = store.take_in(first, &mut lines, &mut checker, replace, now, told).await;
        store.close().await;
        end
    }

    async fn take_in(
        &self,
        first: Option<(Line, usize)>,
        lines: &mut Lines<&mut dyn BufRead>,
        checker: &mut Checker,
        replace: bool,
        now: Time,
        told: &mut dyn FnMut(Told<'_>),
    ) -> ImportEnd {
        let mut writer = self.shared.writer.lock().await;
        let connection = match writer.take().await {
            Ok(connection) => connection,
            Err(error) => return ImportEnd { imported: Imported::default(), stopped: Some(wrong_store(&error)) },
        };
        let (imported, committed) = (Imported::default(), Imported::default());
        let (in_transaction, in_room, uncommitted, room) = (false, false, 0, None);
        let mut import =
            Import { connection, replace, told, now, imported, committed, in_transaction, in_room, uncommitted, room };
        let taken = import.all(first, lines, checker).await;
        let ended = import.end().await;
        let Import { connection, committed, in_transaction, .. } = import;
        // One on which something is open is closed with that undone.
        if !in_transaction {
            writer.put_back(connection);
        }
        ImportEnd { imported: committed, stopped: taken.and(ended).err() }
    }
}

/// The next line, checked; `None` at the end of an input that is whole.
fn next(lines: &mut Lines<&mut dyn BufRead>, checker: &mut Checker) -> Result<Option<(Line, usize)>, ImportError> {
    let at = |line: u64, why: String| ImportError::Line { line, why };
    match lines.read() {
        Ok(Some(bytes)) => {
            let length = bytes.len();
            let line = checker.take(bytes).map_err(|why| at(checker.lines(), why))?;
            Ok(Some((line, length)))
        }
        Ok(None) if checker.is_whole() => Ok(None),
        Ok(None) => Err(at(checker.lines() + 1, "the file ends before its last line, of type end: it isn't whole".to_owned())),
        Err(ReadFailed::TooLong) => Err(at(checker.lines() + 1, "the line is longer than a mebibyte".to_owned())),
        Err(ReadFailed::Input(error)) => Err(error.into()),
    }
}

struct Import<'a> {
    connection: SqliteConnection,
    replace: bool,
    told: &'a mut dyn FnMut(Told<'_>),
    now: Time,
    imported: Imported,
    committed: Imported,
    in_transaction: bool,
    in_room: bool,
    uncommitted: u64,
    room: Option<Box<Coming>>,
}

impl Import<'_> {
    /// Takes a line that is read already, and all behind it.
    async fn all(
        &mut self,
        mut coming: Option<(Line, usize)>,
        lines: &mut Lines<&mut dyn BufRead>,
        checker: &mut Checker,
    ) -> Result<(), ImportError> {
        while let Some((line, length)) = coming {
            self.line(line, length, checker.lines()).await?;
            coming = next(lines, checker)?;
        }
        Ok(())
    }

    async fn line(&mut self, line: Line, length: usize, number: u64) -> Result<(), ImportError> {
        match line {
            Line::Room(room) => return self.begin(*room).await,
            Line::DeletedRoom(deleted) => return self.keep_deleted(&deleted.room).await,
            Line::RoomEnd(_) => return self.finish(line, number).await,
            Line::TertuliaExport(_) | Line::End(_) => return Ok(()),
            _ => {}
        }
        let Some(room) = &mut self.room else { return Ok(()) };
        if let Some((_, digest)) = &mut room.here {
            digest.add(&line)?;
            if !self.replace {
                return Ok(());
            }
        }
        if room.take(line, number, length) {
            room.put_down(&mut self.connection).await?;
            (self.told)(Told::Done(&self.committed, number));
        }
        Ok(())
    }

    async fn begin(&mut self, line: RoomLine) -> Result<(), ImportError> {
        self.open().await?;
        self.run("SAVEPOINT room").await?;
        self.in_room = true;
        let here = match find(&mut self.connection, &line.room).await.map_err(|error| wrong_store(&error))? {
            Some((_, Some(room))) if room.name == line.room => {
                let mut digest = RoomDigest::new();
                digest.add(&Line::Room(Box::new(line.clone())))?;
                Some((room, digest))
            }
            // An alias gives way, and so does the name of a deleted room, as they do for a `PUT`.
            _ => None,
        };
        self.room = Some(Box::new(Coming::new(line, here)?));
        Ok(())
    }

    /// The room is whole: it stays if it is new, or not the same and to be replaced.
    async fn finish(&mut self, line: Line, number: u64) -> Result<(), ImportError> {
        let Some(mut room) = self.room.take() else { return Ok(()) };
        let mut old = None;
        if let Some((here, mut digest)) = room.here.take() {
            digest.add(&line)?;
            let is_same = digest.done() == digest_of(&mut self.connection, &here).await?;
            if is_same || !self.replace {
                self.undo_room().await?;
                if is_same {
                    self.imported.same += 1;
                } else {
                    self.imported.different += 1;
                    (self.told)(Told::Different(&room.line.room));
                }
                return self.rest_a_while(1, number).await;
            }
            old = Some(here);
        }
        room.complete(&mut self.connection, number).await?;
        self.place(&room, old).await?;
        self.run("RELEASE room").await?;
        self.in_room = false;
        self.imported.rooms += 1;
        self.imported.messages += room.messages;
        self.rest_a_while(room.lines, number).await
    }

    /// Puts the room under its names, in the place of the one that is there.
    async fn place(&mut self, coming: &Coming, old: Option<Room>) -> Result<(), ImportError> {
        let room = coming.room()?;
        let gone = old.map(|old| Room { deleted: true, untidy: true, access: old.access + 1, ..old });
        let noted = gone
            .iter()
            .map(|gone| (gone.key, Noted { room: Some(gone.name.clone()), ..Noted::of(Deed::DeleteRoom, HOST, self.now) }));
        let noted: Vec<_> = noted.collect();
        let freed = Rows {
            freed: gone.iter().map(|gone| gone.key).collect(),
            rooms: gone.iter().collect(),
            noted: noted.iter().map(|(key, noted)| (*key, noted)).collect(),
            ..Rows::default()
        };
        put_down(&mut self.connection, &freed).await.map_err(|error| wrong_store(&error))?;
        let mut names = vec![(&coming.line.room, Some(coming.key))];
        for alias in &coming.line.aliases {
            match find(&mut self.connection, alias).await.map_err(|error| wrong_store(&error))? {
                Some((Under::Room(_), _)) => (self.told)(Told::AliasTaken { alias, room: &coming.line.room }),
                Some((Under::Deleted, _)) | None => names.push((alias, Some(coming.key))),
            }
        }
        let rows = Rows { names, rooms: vec![&room], ..Rows::default() };
        put_down(&mut self.connection, &rows).await.map_err(|error| wrong_store(&error))
    }

    async fn keep_deleted(&mut self, name: &RoomName) -> Result<(), ImportError> {
        self.open().await?;
        if find(&mut self.connection, name).await.map_err(|error| wrong_store(&error))?.is_none() {
            let rows = Rows { names: vec![(name, None)], ..Rows::default() };
            put_down(&mut self.connection, &rows).await.map_err(|error| wrong_store(&error))?;
        }
        Ok(())
    }

    async fn open(&mut self) -> Result<(), ImportError> {
        if !self.in_transaction {
            self.run("BEGIN IMMEDIATE").await?;
            self.in_transaction = true;
        }
        Ok(())
    }

    async fn undo_room(&mut self) -> Result<(), ImportError> {
        self.room = None;
        self.run("ROLLBACK TO room; RELEASE room").await?;
        self.in_room = false;
        Ok(())
    }

    async fn run(&mut self, sql: &str) -> Result<(), ImportError> {
        run_once(&mut self.connection, sql.to_owned()).await.map_err(|error| wrong_store(&error))
    }

    /// Commits the whole rooms, where there are enough of them to be worth it.
    async fn rest_a_while(&mut self, lines: u64, number: u64) -> Result<(), ImportError> {
        self.uncommitted += lines;
        if self.uncommitted >= COMMIT_LINES {
            self.commit().await?;
        }
        (self.told)(Told::Done(&self.committed, number));
        Ok(())
    }

    async fn commit(&mut self) -> Result<(), ImportError> {
        if self.in_transaction {
            self.run("COMMIT").await?;
            self.in_transaction = false;
        }
        (self.committed, self.uncommitted) = (self.imported, 0);
        Ok(())
    }

    /// Undoes a room that is not whole, and commits those that are.
    async fn end(&mut self) -> Result<(), ImportError> {
        if self.in_room {
            self.undo_room().await?;
        }
        self.commit().await
    }
}

/// What a room that is here would be exported as.
async fn digest_of(connection: &mut SqliteConnection, room: &Room) -> Result<[u8; 32], ImportError> {
    let mut digest = RoomDigest::new();
    match room_lines(connection, room, &mut |line| digest.add(line)).await {
        Ok(()) => Ok(digest.done()),
        Err(ExportError::Output(error)) => Err(error.into()),
        Err(ExportError::Rooms(error)) => Err(error.into()),
    }
}

fn wrong_store(error: &sqlx::Error) -> ImportError {
    ImportError::Rooms(Error::Store(store_error(error)))
}
