//! What was said before a time goes for good.

use tertulia_wire::page::Action;
use tertulia_wire::{Code, RoomName, Time};

use super::Reasoned;
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::Error;
use crate::moderation::reason;
use crate::store::{Act, Change, RoomFacts, Span};

/// Ids that are looked through in one read to count their messages.
const COUNTED_AT_ONCE: u64 = 50_000;

impl Chat {
    /// Removes all messages of a room that were said before a time, for good: for every reader at once, from the store soon. What came before it and
    /// waits for review is rejected. Gives the room, and how many messages went.
    ///
    /// # Errors
    /// The door's refusal, `not_found`, `room_deleted`.
    pub async fn purge(&self, who: &Identity, room: &RoomName, before: Time) -> Result<(RoomFacts, u64), Error> {
        self.purge_because(who, room, before, None).await
    }

    /// The same, with a reason for the audit.
    ///
    /// # Errors
    /// As [`purge`](Self::purge); `too_long` for the reason.
    pub async fn purge_because(
        &self,
        who: &Identity,
        room: &RoomName,
        before: Time,
        why: Option<String>,
    ) -> Result<(RoomFacts, u64), Error> {
        let why = reason(why)?;
        let _purging = self.inner.writer.purging.lock().await;
        let admitted = self.admit(who, Action::Settings, room).await?;
        let first = self.first_since(admitted.facts()?, before).await?;
        // Before they go: nothing is added below what is there.
        let count = self.count_below(admitted.facts()?, first).await?;
        let act = Reasoned { act: Act::Purge { first }, why: why.clone() };
        let written = self.write_asked(Action::Settings, room, admitted, act).await?;
        self.reject_all(who, room, why, &|held| held.received < before).await?;
        // Where nothing has changed somebody else was faster.
        Ok((written.facts, if written.changes.is_empty() { 0 } else { count }))
    }

    /// How many messages there are below an id, counted piece by piece: in one, much would be held up by a long read.
    async fn count_below(&self, facts: &RoomFacts, below: u64) -> Result<u64, Error> {
        let (mut from, mut count) = (facts.settings.first, 0);
        while from < below {
            let to = below.min(from + COUNTED_AT_ONCE);
            count += self.inner.store.count(facts.key, from..to).await?;
            from = to;
        }
        Ok(count)
    }

    /// The lowest id that a message since a time may have. Times never go back in a room, so that halving finds it, and what
    /// is said meanwhile lies above it.
    async fn first_since(&self, facts: &RoomFacts, since: Time) -> Result<u64, Error> {
        let (mut low, mut high) = (facts.settings.first, facts.head + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let stretch = self.inner.store.read(facts.key, Span::Above(middle - 1), 1).await?;
            let found = stretch.ok_or(Code::RoomDeleted)?.changes.into_iter().next();
            match found {
                Some(Change::Message(message)) if message.created < since => low = message.id + 1,
                _ => high = middle,
            }
        }
        Ok(low)
    }
}
