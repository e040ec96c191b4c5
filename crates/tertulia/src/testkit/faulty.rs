//! A store that fails on demand, around one that doesn't.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tertulia_wire::moderation::AuditEntry;
use tertulia_wire::{ClientId, HeldMessage, Message, ReportedMessage, RoomName, RoomType, Sender, Time};
use tokio::sync::watch;

use crate::error::StoreError;
use crate::store::erasing::{ErasedBeside, Erasure, TracePlace, Traces};
use crate::store::moderation::{AuditOf, Restrictions};
use crate::store::{
    Counted, Everywhere, Found, Raised, ReadMark, ReportsOf, Revocations, RoomFacts, RoomKey, Said, SeenUser, Span, Store,
    Stretch, Tidied, Write, WriteError, Written,
};

/// Wraps a store and fails as it is told to; told nothing, it passes everything on.
pub struct FaultyStore {
    store: Arc<dyn Store>,
    away: AtomicBool,
    unknown: AtomicBool,
    panicking: AtomicBool,
    writes_held: watch::Sender<bool>,
    batches_held: watch::Sender<bool>,
    reads_held: watch::Sender<bool>,
    answers_held: watch::Sender<bool>,
    reads: AtomicU64,
    writes: AtomicU64,
    marks: AtomicU64,
    mark_reads: AtomicU64,
    seen_notes: AtomicU64,
    report_reads: AtomicU64,
    access_reads: AtomicU64,
    finds: AtomicU64,
    all_reads: AtomicU64,
}

impl fmt::Debug for FaultyStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaultyStore").field("away", &self.away).field("unknown", &self.unknown).finish_non_exhaustive()
    }
}

impl FaultyStore {
    /// Wraps a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            away: AtomicBool::new(false),
            unknown: AtomicBool::new(false),
            panicking: AtomicBool::new(false),
            writes_held: watch::Sender::new(false),
            batches_held: watch::Sender::new(false),
            reads_held: watch::Sender::new(false),
            answers_held: watch::Sender::new(false),
            reads: AtomicU64::new(0),
            writes: AtomicU64::new(0),
            marks: AtomicU64::new(0),
            mark_reads: AtomicU64::new(0),
            seen_notes: AtomicU64::new(0),
            report_reads: AtomicU64::new(0),
            access_reads: AtomicU64::new(0),
            finds: AtomicU64::new(0),
            all_reads: AtomicU64::new(0),
        }
    }

    /// While true, everything is [`StoreError::Away`] and nothing gets through.
    pub fn set_away(&self, away: bool) {
        self.away.store(away, Ordering::SeqCst);
    }

    /// While true, writes get through and are answered with [`StoreError::Unknown`].
    pub fn set_unknown(&self, unknown: bool) {
        self.unknown.store(unknown, Ordering::SeqCst);
    }

    /// While true, writes, tidyings and what is noted of who was seen get through and then panic.
    pub fn set_panicking(&self, panicking: bool) {
        self.panicking.store(panicking, Ordering::SeqCst);
    }

    fn panic_if_told(&self) {
        assert!(!self.panicking.load(Ordering::SeqCst), "told to panic");
    }

    /// While true, writes wait at a gate before they get through.
    pub fn hold_writes(&self, held: bool) {
        self.writes_held.send_replace(held);
    }

    /// While true, batches wait at a gate before they get through, and nothing else does.
    pub fn hold_batches(&self, held: bool) {
        self.batches_held.send_replace(held);
    }

    /// While true, reads wait at a gate before they get through.
    pub fn hold_reads(&self, held: bool) {
        self.reads_held.send_replace(held);
    }

    /// While true, what was read waits at a gate before it is answered: it grows old on its way.
    pub fn hold_answers(&self, held: bool) {
        self.answers_held.send_replace(held);
    }

    /// How many times [`Store::mark_read`] was asked, whatever became of it.
    #[must_use]
    pub fn marks(&self) -> u64 {
        self.marks.load(Ordering::SeqCst)
    }

    /// How many times [`Store::read_marks`] was asked, whatever became of it.
    #[must_use]
    pub fn mark_reads(&self) -> u64 {
        self.mark_reads.load(Ordering::SeqCst)
    }

    /// How many times [`Store::note_seen`] was asked, whatever became of it.
    #[must_use]
    pub fn seen_notes(&self) -> u64 {
        self.seen_notes.load(Ordering::SeqCst)
    }

    /// How many times [`Store::reports`] was asked, whatever became of it.
    #[must_use]
    pub fn report_reads(&self) -> u64 {
        self.report_reads.load(Ordering::SeqCst)
    }

    /// How many times [`Store::access_numbers`] and [`Store::revocations`] were asked, whatever became of it.
    #[must_use]
    pub fn access_reads(&self) -> u64 {
        self.access_reads.load(Ordering::SeqCst)
    }

    /// How many times [`Store::find`] was asked, whatever became of it.
    #[must_use]
    pub fn finds(&self) -> u64 {
        self.finds.load(Ordering::SeqCst)
    }

    /// How many times anything was read, whatever became of it.
    #[must_use]
    pub fn all_reads(&self) -> u64 {
        self.all_reads.load(Ordering::SeqCst)
    }

    /// How many times [`Store::read`] was asked, whatever became of it.
    #[must_use]
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::SeqCst)
    }

    /// How many batches were given to write, whatever became of them.
    #[must_use]
    pub fn writes(&self) -> u64 {
        self.writes.load(Ordering::SeqCst)
    }

    /// Waits at a gate, then tells whether the store is away.
    async fn pass(&self, gate: &watch::Sender<bool>) -> Result<(), StoreError> {
        wait_at(gate).await;
        if self.away.load(Ordering::SeqCst) { Err(StoreError::Away("told to be".into())) } else { Ok(()) }
    }

    fn read_gate<'a, T: Send + 'a>(&'a self, read: BoxFuture<'a, Result<T, StoreError>>) -> BoxFuture<'a, Result<T, StoreError>> {
        async move {
            self.all_reads.fetch_add(1, Ordering::SeqCst);
            self.pass(&self.reads_held).await?;
            let answer = read.await;
            wait_at(&self.answers_held).await;
            answer
        }
        .boxed()
    }
}

async fn wait_at(gate: &watch::Sender<bool>) {
    // The sender lives as long as the receiver here.
    let _ = gate.subscribe().wait_for(|held| !held).await;
}

impl Store for FaultyStore {
    fn write(&self, batch: Vec<Write>, now: Time) -> BoxFuture<'_, Vec<Result<Written, WriteError>>> {
        self.writes.fetch_add(1, Ordering::SeqCst);
        async move {
            wait_at(&self.batches_held).await;
            if let Err(error) = self.pass(&self.writes_held).await {
                return batch.iter().map(|_| Err(WriteError::Store(error.clone()))).collect();
            }
            let answers = self.store.write(batch, now).await;
            self.panic_if_told();
            if !self.unknown.load(Ordering::SeqCst) {
                return answers;
            }
            let unknown = || WriteError::Store(StoreError::Unknown("told to be".into()));
            answers.into_iter().map(|answer| answer.and_then(|_| Err(unknown()))).collect()
        }
        .boxed()
    }

    fn find<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Found, StoreError>> {
        self.finds.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.find(name))
    }

    fn present_name<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Option<RoomName>, StoreError>> {
        self.read_gate(self.store.present_name(name))
    }

    fn read(&self, room: RoomKey, span: Span, limit: u32) -> BoxFuture<'_, Result<Option<Stretch>, StoreError>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.read(room, span, limit))
    }

    fn message(&self, room: RoomKey, id: u64) -> BoxFuture<'_, Result<Option<Message>, StoreError>> {
        self.read_gate(self.store.message(room, id))
    }

    fn count(&self, room: RoomKey, ids: Range<u64>) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.read_gate(self.store.count(room, ids))
    }

    fn said<'a>(
        &'a self,
        room: RoomKey,
        bearer: &'a str,
        client_id: &'a ClientId,
        request_hash: [u8; 32],
    ) -> BoxFuture<'a, Result<Option<Said>, StoreError>> {
        self.read_gate(self.store.said(room, bearer, client_id, request_hash))
    }

    fn held(&self, room: RoomKey, after: u64, limit: u32) -> BoxFuture<'_, Result<Vec<HeldMessage>, StoreError>> {
        self.read_gate(self.store.held(room, after, limit))
    }

    fn reacted<'a>(
        &'a self,
        room: RoomKey,
        by: &'a str,
        ids: &'a [u64],
    ) -> BoxFuture<'a, Result<Vec<(u64, String)>, StoreError>> {
        self.read_gate(self.store.reacted(room, by, ids))
    }

    fn restrictions(&self, room: RoomKey) -> BoxFuture<'_, Result<Restrictions, StoreError>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.restrictions(room))
    }

    fn reports(&self, of: ReportsOf, limit: u32) -> BoxFuture<'_, Result<Vec<ReportedMessage>, StoreError>> {
        self.report_reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.reports(of, limit))
    }

    fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> BoxFuture<'_, Result<Vec<AuditEntry>, StoreError>> {
        self.read_gate(self.store.audit(of, before, limit))
    }

    fn mark_read<'a>(&'a self, marks: &'a [ReadMark], now: Time) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.marks.fetch_add(1, Ordering::SeqCst);
        async move {
            self.pass(&self.writes_held).await?;
            self.store.mark_read(marks, now).await
        }
        .boxed()
    }

    fn read_marks<'a>(&'a self, of: &'a [(RoomKey, String)]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.mark_reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.read_marks(of))
    }

    fn unread<'a>(&'a self, person: &'a str, rooms: &'a [RoomName]) -> BoxFuture<'a, Result<Counted, StoreError>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.unread(person, rooms))
    }

    fn rooms<'a>(
        &'a self,
        room_type: Option<&'a RoomType>,
        after: Option<&'a RoomName>,
        limit: u32,
    ) -> BoxFuture<'a, Result<Vec<RoomFacts>, StoreError>> {
        self.read_gate(self.store.rooms(room_type, after, limit))
    }

    fn announced(&self, room: RoomKey) -> BoxFuture<'_, Result<Vec<Sender>, StoreError>> {
        self.read_gate(self.store.announced(room))
    }

    fn seen_names<'a>(
        &'a self,
        room: RoomKey,
        looks: &'a [String],
        now: Time,
    ) -> BoxFuture<'a, Result<Vec<(String, String)>, StoreError>> {
        self.read_gate(self.store.seen_names(room, looks, now))
    }

    fn note_seen<'a>(&'a self, seen: &'a [SeenUser], most: u32, now: Time) -> BoxFuture<'a, Result<(), StoreError>> {
        self.seen_notes.fetch_add(1, Ordering::SeqCst);
        async move {
            self.pass(&self.writes_held).await?;
            let noted = self.store.note_seen(seen, most, now).await;
            self.panic_if_told();
            noted
        }
        .boxed()
    }

    fn secret<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<[u8; 32], StoreError>> {
        self.read_gate(self.store.secret(name))
    }

    fn raise_everywhere(&self, act: Everywhere, now: Time) -> BoxFuture<'_, Result<Raised, WriteError>> {
        async move {
            self.pass(&self.writes_held).await.map_err(WriteError::Store)?;
            self.store.raise_everywhere(act, now).await
        }
        .boxed()
    }

    fn access_numbers<'a>(&'a self, rooms: &'a [RoomKey]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.access_reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.access_numbers(rooms))
    }

    fn revocations(&self, after: u64) -> BoxFuture<'_, Result<Revocations, StoreError>> {
        self.access_reads.fetch_add(1, Ordering::SeqCst);
        self.read_gate(self.store.revocations(after))
    }

    fn traces<'a>(&'a self, person: &'a str, from: TracePlace) -> BoxFuture<'a, Result<Traces, StoreError>> {
        self.read_gate(self.store.traces(person, from))
    }

    fn erasures(&self) -> BoxFuture<'_, Result<Vec<Erasure>, StoreError>> {
        self.read_gate(self.store.erasures())
    }

    fn finish_erasure<'a>(&'a self, erasure: &'a Erasure) -> BoxFuture<'a, Result<ErasedBeside, StoreError>> {
        async move {
            self.pass(&self.writes_held).await?;
            self.store.finish_erasure(erasure).await
        }
        .boxed()
    }

    fn tidy(&self, now: Time) -> BoxFuture<'_, Result<Tidied, StoreError>> {
        async move {
            self.pass(&self.writes_held).await?;
            let tidied = self.store.tidy(now).await;
            self.panic_if_told();
            tidied
        }
        .boxed()
    }

    fn sole_writer(&self) -> bool {
        self.store.sole_writer()
    }
}
