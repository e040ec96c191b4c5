//! A store whose calls are counted and timed, around any other.

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tertulia_wire::moderation::AuditEntry;
use tertulia_wire::{ClientId, HeldMessage, Message, ReportedMessage, RoomName, RoomType, Sender, Time};

use super::erasing::{ErasedBeside, Erasure, TracePlace, Traces};
use super::moderation::{AuditOf, Restrictions};
use super::{
    Counted, Everywhere, Found, Raised, ReadMark, ReportsOf, Revocations, RoomFacts, RoomKey, Said, SeenUser, Span, Store,
    Stretch, Tidied, Write, WriteError, Written,
};
use crate::error::StoreError;
use crate::metrics::meters::{Call, StoreMeters};

/// Wraps a store. Whoever reads it finds the numbers in the meters that it was given.
pub(crate) struct MeteredStore {
    store: Arc<dyn Store>,
    meters: Arc<StoreMeters>,
}

impl MeteredStore {
    pub(crate) fn new(store: Arc<dyn Store>, meters: Arc<StoreMeters>) -> Self {
        Self { store, meters }
    }

    fn asked(&self, call: Call) {
        self.meters.calls[call as usize].one();
    }

    fn failed(&self, error: Option<&StoreError>) {
        match error {
            Some(StoreError::Away(_)) => self.meters.away.one(),
            Some(StoreError::Failed(_)) => self.meters.failed.one(),
            Some(StoreError::Unknown(_)) => self.meters.unknown.one(),
            None => {}
        }
    }

    /// Counts and times a call that changes nothing. Who is no longer waited for is counted, and not timed.
    fn reading<'a, T: Send + 'a>(
        &'a self,
        call: Call,
        read: BoxFuture<'a, Result<T, StoreError>>,
    ) -> BoxFuture<'a, Result<T, StoreError>> {
        self.asked(call);
        async move {
            let began = Instant::now();
            let answer = read.await;
            self.meters.reads.note_time(began.elapsed());
            self.failed(answer.as_ref().err());
            answer
        }
        .boxed()
    }

    /// Counts a call that writes by itself.
    fn writing<'a, T: Send + 'a>(
        &'a self,
        call: Call,
        write: BoxFuture<'a, Result<T, StoreError>>,
    ) -> BoxFuture<'a, Result<T, StoreError>> {
        self.asked(call);
        async move {
            let answer = write.await;
            self.failed(answer.as_ref().err());
            answer
        }
        .boxed()
    }
}

fn cause<T>(answer: &Result<T, WriteError>) -> Option<&StoreError> {
    if let Err(WriteError::Store(error)) = answer { Some(error) } else { None }
}

// What is not passed on would be answered by the trait, and not by the store.
#[deny(clippy::missing_trait_methods)]
impl Store for MeteredStore {
    fn write(&self, batch: Vec<Write>, now: Time) -> BoxFuture<'_, Vec<Result<Written, WriteError>>> {
        self.asked(Call::Write);
        self.meters.batches.note(batch.len() as u64);
        async move {
            let began = Instant::now();
            let answers = self.store.write(batch, now).await;
            self.meters.writes.note_time(began.elapsed());
            self.failed(answers.iter().find_map(cause));
            answers
        }
        .boxed()
    }

    fn find<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Found, StoreError>> {
        self.reading(Call::Find, self.store.find(name))
    }

    fn present_name<'a>(&'a self, name: &'a RoomName) -> BoxFuture<'a, Result<Option<RoomName>, StoreError>> {
        self.reading(Call::Find, self.store.present_name(name))
    }

    fn read(&self, room: RoomKey, span: Span, limit: u32) -> BoxFuture<'_, Result<Option<Stretch>, StoreError>> {
        self.reading(Call::Read, self.store.read(room, span, limit))
    }

    fn message(&self, room: RoomKey, id: u64) -> BoxFuture<'_, Result<Option<Message>, StoreError>> {
        self.reading(Call::Message, self.store.message(room, id))
    }

    fn count(&self, room: RoomKey, ids: Range<u64>) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.reading(Call::Count, self.store.count(room, ids))
    }

    fn traces<'a>(&'a self, person: &'a str, from: TracePlace) -> BoxFuture<'a, Result<Traces, StoreError>> {
        self.reading(Call::Traces, self.store.traces(person, from))
    }

    fn erasures(&self) -> BoxFuture<'_, Result<Vec<Erasure>, StoreError>> {
        self.reading(Call::Erasures, self.store.erasures())
    }

    fn finish_erasure<'a>(&'a self, erasure: &'a Erasure) -> BoxFuture<'a, Result<ErasedBeside, StoreError>> {
        self.writing(Call::FinishErasure, self.store.finish_erasure(erasure))
    }

    fn mark_read<'a>(&'a self, marks: &'a [ReadMark], now: Time) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.writing(Call::MarkRead, self.store.mark_read(marks, now))
    }

    fn read_marks<'a>(&'a self, of: &'a [(RoomKey, String)]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.reading(Call::ReadMarks, self.store.read_marks(of))
    }

    fn unread<'a>(&'a self, person: &'a str, rooms: &'a [RoomName]) -> BoxFuture<'a, Result<Counted, StoreError>> {
        self.reading(Call::Unread, self.store.unread(person, rooms))
    }

    fn said<'a>(
        &'a self,
        room: RoomKey,
        bearer: &'a str,
        client_id: &'a ClientId,
        request_hash: [u8; 32],
    ) -> BoxFuture<'a, Result<Option<Said>, StoreError>> {
        self.reading(Call::Said, self.store.said(room, bearer, client_id, request_hash))
    }

    fn held(&self, room: RoomKey, after: u64, limit: u32) -> BoxFuture<'_, Result<Vec<HeldMessage>, StoreError>> {
        self.reading(Call::Held, self.store.held(room, after, limit))
    }

    fn reacted<'a>(
        &'a self,
        room: RoomKey,
        by: &'a str,
        ids: &'a [u64],
    ) -> BoxFuture<'a, Result<Vec<(u64, String)>, StoreError>> {
        self.reading(Call::Reacted, self.store.reacted(room, by, ids))
    }

    fn restrictions(&self, room: RoomKey) -> BoxFuture<'_, Result<Restrictions, StoreError>> {
        self.reading(Call::Restrictions, self.store.restrictions(room))
    }

    fn reports(&self, of: ReportsOf, limit: u32) -> BoxFuture<'_, Result<Vec<ReportedMessage>, StoreError>> {
        self.reading(Call::Reports, self.store.reports(of, limit))
    }

    fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> BoxFuture<'_, Result<Vec<AuditEntry>, StoreError>> {
        self.reading(Call::Audit, self.store.audit(of, before, limit))
    }

    fn announced(&self, room: RoomKey) -> BoxFuture<'_, Result<Vec<Sender>, StoreError>> {
        self.reading(Call::Announced, self.store.announced(room))
    }

    fn seen_names<'a>(
        &'a self,
        room: RoomKey,
        looks: &'a [String],
        now: Time,
    ) -> BoxFuture<'a, Result<Vec<(String, String)>, StoreError>> {
        self.reading(Call::SeenNames, self.store.seen_names(room, looks, now))
    }

    fn note_seen<'a>(&'a self, seen: &'a [SeenUser], most: u32, now: Time) -> BoxFuture<'a, Result<(), StoreError>> {
        self.writing(Call::NoteSeen, self.store.note_seen(seen, most, now))
    }

    fn rooms<'a>(
        &'a self,
        room_type: Option<&'a RoomType>,
        after: Option<&'a RoomName>,
        limit: u32,
    ) -> BoxFuture<'a, Result<Vec<RoomFacts>, StoreError>> {
        self.reading(Call::Rooms, self.store.rooms(room_type, after, limit))
    }

    fn secret<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<[u8; 32], StoreError>> {
        self.reading(Call::Secret, self.store.secret(name))
    }

    fn raise_everywhere(&self, act: Everywhere, now: Time) -> BoxFuture<'_, Result<Raised, WriteError>> {
        self.asked(Call::RaiseEverywhere);
        async move {
            let answer = self.store.raise_everywhere(act, now).await;
            self.failed(cause(&answer));
            answer
        }
        .boxed()
    }

    fn access_numbers<'a>(&'a self, rooms: &'a [RoomKey]) -> BoxFuture<'a, Result<Vec<u64>, StoreError>> {
        self.reading(Call::AccessNumbers, self.store.access_numbers(rooms))
    }

    fn revocations(&self, after: u64) -> BoxFuture<'_, Result<Revocations, StoreError>> {
        self.reading(Call::Revocations, self.store.revocations(after))
    }

    fn tidy(&self, now: Time) -> BoxFuture<'_, Result<Tidied, StoreError>> {
        self.writing(Call::Tidy, self.store.tidy(now))
    }

    fn sole_writer(&self) -> bool {
        self.store.sole_writer()
    }
}
