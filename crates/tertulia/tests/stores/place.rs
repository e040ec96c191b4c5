//! A folder of its own for each test, and a SQLite file of rooms in it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use tertulia::store::Store;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::testkit::Place;

/// A folder that goes with the test.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tertulia-stores-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("rooms.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A file of rooms in a folder of its own.
pub(crate) struct SqlitePlace {
    folder: Folder,
    open: Mutex<Option<Arc<SqliteStore>>>,
}

impl SqlitePlace {
    pub(crate) fn new() -> Self {
        Self { folder: Folder::new(), open: Mutex::new(None) }
    }

    fn copy(&self) -> PathBuf {
        self.folder.path().join("copy.db")
    }
}

impl Place for SqlitePlace {
    fn open(&self) -> BoxFuture<'_, Arc<dyn Store>> {
        async move {
            let store = Arc::new(SqliteStore::open(SqliteOptions::new(self.folder.file())).await.expect("opens"));
            *self.open.lock().expect("whole") = Some(Arc::clone(&store));
            store as Arc<dyn Store>
        }
        .boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        async move {
            let store = self.open.lock().expect("whole").take();
            if let Some(store) = store {
                store.close().await;
            }
        }
        .boxed()
    }

    fn copy_aside(&self) -> BoxFuture<'_, ()> {
        async move {
            let options = SqliteConnectOptions::new().filename(self.folder.file());
            let mut connection = SqliteConnection::connect_with(&options).await.expect("opens");
            let sql = format!("VACUUM INTO '{}'", self.copy().display());
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("copied");
            connection.close().await.expect("closed");
        }
        .boxed()
    }

    fn put_back(&self) -> BoxFuture<'_, ()> {
        async move {
            let log = self.folder.path().join("rooms.db-wal");
            assert!(!log.exists(), "a closed store leaves nothing in the log");
            std::fs::rename(self.copy(), self.folder.file()).expect("put back");
        }
        .boxed()
    }
}
