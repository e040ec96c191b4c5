//! Rooms in one SQLite file: in write-ahead-log mode, one connection that writes, a few beside it that read.
//!
//! The file may be the host's own: every table of ours begins with `tertulia_`, migrations are counted in a table of ours,
//! and of what belongs to the file as a whole only the journal mode is set. While a store is open it holds the lock of
//! `FILE.tertulia-lock`, so that no second process writes to the rooms.

mod audit;
mod beside;
mod connection;
mod copy;
mod decode;
mod erasing;
mod export;
mod held;
mod import;
mod load;
mod lock;
mod looks;
mod migrate;
mod place;
#[cfg(test)]
mod plans;
mod read;
mod read_marks;
mod report;
mod revoke;
mod save;
mod seen;
mod span;
mod tidy;
mod write;

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{Row, SqliteConnection};
use tertulia_wire::moderation::AuditEntry;
use tertulia_wire::{ClientId, HeldMessage, Message, ReportedMessage, RoomName, RoomType, Sender, Time};
use tokio::sync::Mutex;

use self::beside::keep_log;
use self::connection::{
    Stopped, Trouble, advice, arguments, check_version, check_writable, open_writer, options, run, store_error,
};
pub use self::copy::{Copied, Restored};
pub use self::lock::Holder;
use self::lock::{Lock, make, real_path};
use self::migrate::migrate;
use self::place::Place;
use self::read::Readers;
use self::write::{Writer, random_numbers};
use super::erasing::{ErasedBeside, Erasure, TracePlace, Traces};
use super::moderation::{AuditOf, Restrictions};
use super::{
    Counted, Everywhere, Found, Raised, ReadMark, ReportsOf, Revocations, RoomFacts, RoomKey, Said, SeenUser, Span, Store,
    Stretch, Tidied, Write, WriteError, Written,
};
use crate::error::{Error, StoreError};

/// How long closing may take: a log of the size that it is cut to is written in less on any disk.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(5);

/// Which file, and how it is used.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SqliteOptions {
    /// The file; made if it isn't there, for its owner's eyes only.
    pub path: PathBuf,
    /// How many connections read; 4.
    pub readers: u32,
    /// How long a write waits for somebody else's lock on the file; 1,000. Callers give up on a write after two seconds.
    pub busy_timeout_ms: u64,
}

impl SqliteOptions {
    /// A file, with the defaults.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), readers: 4, busy_timeout_ms: 1_000 }
    }
}

/// A store of rooms in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    // An async lock: it is held for as long as a batch takes to be on the disk.
    writer: Mutex<Writer>,
    readers: Readers,
    place: Arc<Place>,
    // Last, so that the file is closed before another process may have it.
    lock: Lock,
}

impl SqliteStore {
    /// Opens a file of rooms, makes it if it isn't there, and brings its tables up to date.
    ///
    /// # Errors
    /// [`Error::Setup`] when another process holds the file (naming it), when a newer version made it, or when it can't be
    /// written, or used at all.
    pub async fn open(given: SqliteOptions) -> Result<Self, Error> {
        let lock = Lock::take(&given.path)?;
        let path = real_path(&given.path)?;
        let options = options(&path, Duration::from_millis(given.busy_timeout_ms));
        let setup = |error: sqlx::Error| Error::Setup(format!("{}: {error}{}", path.display(), advice(&error)));
        make(&path)?;
        if let Some(kept) = keep_log(&path).map_err(|error| Error::Setup(format!("{}: {error}", path.display())))? {
            tracing::warn!(kept = %kept.display(), "a log of another file lay where a new file of rooms is made, and is kept under this name");
        }
        let mut connection = open_writer(&options).await.map_err(setup)?;
        let place = Arc::new(Place::of(path.clone()));
        check_version(&version(&mut connection).await.map_err(setup)?)?;
        migrate(&mut connection, now()).await?;
        check_writable(&mut connection).await.map_err(setup)?;
        looks::renew(&mut connection).await.map_err(setup)?;
        let erased = erasing::has_ever(&mut connection).await.map_err(setup)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(given.readers.max(1))
            .acquire_timeout(Duration::from_secs(2))
            .idle_timeout(None)
            .max_lifetime(None)
            // A local file needs no probe; it would cost every read a trip to the connection's thread.
            .test_before_acquire(false)
            .after_connect({
                let place = Arc::clone(&place);
                // Another file under the name has other rooms.
                move |_, _| std::future::ready(place.check()).boxed()
            })
            .connect_lazy_with(options.clone().pragma("query_only", "1"));
        let run = random_numbers(1)?.first().copied().unwrap_or_default().cast_signed();
        let writer = Mutex::new(Writer::new(options, Arc::clone(&place), connection, run, erased));
        Ok(Self { shared: Arc::new(Shared { writer, readers: Readers(readers, Arc::clone(&place)), place, lock }) })
    }

    /// Tells other processes on this machine where this one listens and by which token it takes their commands.
    ///
    /// # Errors
    /// When the lock file can't be written.
    pub fn announce(&self, address: &str, control_token: &str) -> Result<(), Error> {
        self.shared.lock.announce(Some(address.to_owned()), Some(control_token.to_owned()))
    }

    /// Looks whether the lock is still this store's, and makes its file anew where somebody removed that: who found none could open the
    /// file of rooms a second time. To be asked now and then by whoever keeps a store open for long.
    ///
    /// # Errors
    /// [`Error::Setup`] when another process has taken the lock meanwhile: this one has to end.
    pub fn keep_lock(&self) -> Result<(), Error> {
        self.shared.lock.keep()
    }

    /// Waits for the reads and the write that are under way, writes the log back into the file and closes it; takes five seconds at
    /// most, and warns where the log could not be written back.
    ///
    /// After this the file alone is all there is, and can be copied. Dropping the store closes it too, only not before that
    /// returns: a process that ends then may leave its log behind. Whatever is asked of the store afterwards finds it away. After the warning
    /// none of this is sure. What a file has that is not in its place any more is copied before, however long that takes: see
    /// [`rescue`](Self::rescue).
    pub async fn close(&self) {
        self.rescue_once(true).await;
        let closing = async {
            let mut writer = self.shared.writer.lock().await;
            self.shared.readers.0.close().await;
            writer.close().await
        };
        let why = match tokio::time::timeout(CLOSE_TIMEOUT, closing).await {
            Ok(Ok(())) => return,
            Ok(Err(why)) => why,
            Err(_) => "something that was asked of it takes too long".to_owned(),
        };
        tracing::warn!(why, "the file of rooms was not closed cleanly");
    }
}

async fn version(connection: &mut SqliteConnection) -> Result<String, sqlx::Error> {
    sqlx::query("SELECT sqlite_version()").fetch_one(connection).await?.try_get(0)
}

fn now() -> Time {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Time(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

impl Shared {
    /// Keeps bytes under a name, unless there are some by now.
    async fn make_secret(&self, name: String) -> Result<[u8; 32], StoreError> {
        let mut bytes = vec![0; 32];
        getrandom::fill(&mut bytes).map_err(|error| StoreError::Failed(format!("no random numbers: {error}")))?;
        let mut writer = self.writer.lock().await;
        let mut connection = writer.take().await.map_err(|error| store_error(&error))?;
        let sql = "INSERT INTO tertulia_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING; \
                   SELECT value FROM tertulia_secret WHERE name = $1";
        match run(&mut connection, sql, arguments![name, bytes]).await {
            Ok(rows) => {
                writer.put_back(connection);
                let kept = rows.first().and_then(|row| row.try_get::<Vec<u8>, _>(0).ok()).and_then(|kept| kept.try_into().ok());
                kept.ok_or_else(|| StoreError::Failed("the file holds a secret of another length".into()))
            }
            Err(Stopped { error, .. }) => {
                writer.recover(connection, Trouble::of(&error)).await;
                Err(store_error(&error))
            }
        }
    }
}

/// Runs a write in a task of its own, so that it is done as a whole when the caller stops waiting for it.
async fn whole<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Result<T, StoreError> {
    tokio::spawn(work).await.map_err(|error| StoreError::Unknown(error.to_string()))
}

impl Store for SqliteStore {
    fn write(&self, batch: Vec<Write>, now: Time) -> BoxFuture<'_, Vec<Result<Written, WriteError>>> {
        let (shared, items) = (Arc::clone(&self.shared), batch.len());
        async move {
            let written = whole(async move { shared.writer.lock().await.write(&batch, now).await }).await;
            written.unwrap_or_else(|error| (0..items).map(|_| Err(WriteError::Store(error.clone()))).collect())
        }
        .boxed()
    }

    fn find<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Found, StoreError>> {
        self.shared.readers.find(name).boxed()
    }

    fn present_name<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Option<RoomName>, StoreError>> {
        self.shared.readers.present_name(name).boxed()
    }

    fn read(&self, room: RoomKey, span: Span, limit: u32) -> BoxFuture<'_, Result<Option<Stretch>, StoreError>> {
        self.shared.readers.read(room, span, limit).boxed()
    }

    fn message(&self, room: RoomKey, id: u64) -> BoxFuture<'_, Result<Option<Message>, StoreError>> {
        self.shared.readers.message(room, id).boxed()
    }

    fn count(&self, room: RoomKey, ids: Range<u64>) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.shared.readers.count(room, ids).boxed()
    }

    fn said<'a>(
        &'a self,
        room: RoomKey,
        bearer: &'a str,
        client_id: &'a ClientId,
        request_hash: [u8; 32],
    ) -> BoxFuture<'a, Result<Option<Said>, StoreError>> {
        self.shared.readers.said(room, bearer, client_id, request_hash).boxed()
    }

    fn held(&self, room: RoomKey, after: u64, limit: u32) -> BoxFuture<'_, Result<Vec<HeldMessage>, StoreError>> {
        self.shared.readers.held(room, after, limit).boxed()
    }

    fn reacted<'a>(
        &'a self,
        room: RoomKey,
        by: &'a str,
        ids: &'a [u64],
    ) -> BoxFuture<'a, Result<Vec<(u64, String)>, StoreError>> {
        self.shared.readers.reacted(room, by, ids).boxed()
    }

    fn restrictions(&self, room: RoomKey) -> BoxFuture<'_, Result<Restrictions, StoreError>> {
        self.shared.readers.restrictions(room).boxed()
    }

    fn reports(&self, of: ReportsOf, limit: u32) -> BoxFuture<'_, Result<Vec<ReportedMessage>, StoreError>> {
        self.shared.readers.reports(of, limit).boxed()
    }

    fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> BoxFuture<'_, Result<Vec<AuditEntry>, StoreError>> {
        self.shared.readers.audit(of, before, limit).boxed()
    }

    fn mark_read<'a>(&'a self, marks: &'a [ReadMark], now: Time) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        let (shared, marks) = (Arc::clone(&self.shared), marks.to_vec());
        async move { whole(async move { shared.mark_read(marks, now).await }).await? }.boxed()
    }

    fn read_marks<'a>(&'a self, of: &'a [(RoomKey, String)]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.shared.readers.read_marks(of).boxed()
    }

    fn unread<'a>(&'a self, person: &'a str, rooms: &'a [RoomName]) -> BoxFuture<'a, Result<Counted, StoreError>> {
        self.shared.readers.unread(person, rooms).boxed()
    }

    fn rooms<'a>(
        &'a self,
        room_type: Option<&'a RoomType>,
        after: Option<&'a RoomName>,
        limit: u32,
    ) -> BoxFuture<'a, Result<Vec<RoomFacts>, StoreError>> {
        self.shared.readers.rooms(room_type, after, limit).boxed()
    }

    fn announced(&self, room: RoomKey) -> BoxFuture<'_, Result<Vec<Sender>, StoreError>> {
        self.shared.readers.announced(room).boxed()
    }

    fn seen_names<'a>(
        &'a self,
        room: RoomKey,
        looks: &'a [String],
        now: Time,
    ) -> BoxFuture<'a, Result<Vec<(String, String)>, StoreError>> {
        self.shared.readers.seen_names(room, looks, now).boxed()
    }

    fn note_seen<'a>(&'a self, seen: &'a [SeenUser], most: u32, now: Time) -> BoxFuture<'a, Result<(), StoreError>> {
        let (shared, seen) = (Arc::clone(&self.shared), seen.to_vec());
        async move { whole(async move { shared.note_seen(&seen, most, now).await }).await? }.boxed()
    }

    fn secret<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<[u8; 32], StoreError>> {
        async move {
            if let Some(bytes) = self.shared.readers.secret(name).await? {
                return Ok(bytes);
            }
            let (shared, name) = (Arc::clone(&self.shared), name.to_owned());
            whole(async move { shared.make_secret(name).await }).await?
        }
        .boxed()
    }

    fn raise_everywhere(&self, act: Everywhere, now: Time) -> BoxFuture<'_, Result<Raised, WriteError>> {
        let shared = Arc::clone(&self.shared);
        let raising = whole(async move { shared.raise_everywhere(&act, now).await });
        async move { raising.await.unwrap_or_else(|error| Err(WriteError::Store(error))) }.boxed()
    }

    fn access_numbers<'a>(&'a self, rooms: &'a [RoomKey]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.shared.readers.access_numbers(rooms).boxed()
    }

    fn revocations(&self, after: u64) -> BoxFuture<'_, Result<Revocations, StoreError>> {
        self.shared.readers.revocations(after).boxed()
    }

    fn traces<'a>(&'a self, person: &'a str, from: TracePlace) -> BoxFuture<'a, Result<Traces, StoreError>> {
        self.shared.readers.traces(person, from).boxed()
    }

    fn erasures(&self) -> BoxFuture<'_, Result<Vec<Erasure>, StoreError>> {
        self.shared.readers.erasures().boxed()
    }

    fn finish_erasure<'a>(&'a self, erasure: &'a Erasure) -> BoxFuture<'a, Result<ErasedBeside, StoreError>> {
        let (shared, erasure) = (Arc::clone(&self.shared), erasure.clone());
        async move { whole(async move { shared.finish_erasure(&erasure).await }).await? }.boxed()
    }

    fn tidy(&self, now: Time) -> BoxFuture<'_, Result<Tidied, StoreError>> {
        let shared = Arc::clone(&self.shared);
        async move { whole(async move { shared.tidy(now).await }).await? }.boxed()
    }

    fn sole_writer(&self) -> bool {
        true
    }
}
