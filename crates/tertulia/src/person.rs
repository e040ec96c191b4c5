//! What is kept of somebody, line by line: of each room in turn, then what is done to them and by them.
//!
//! A page at a time, so that memory stays small however much somebody has said and however slowly it is read, and no connection to
//! the store is held meanwhile. Each page is one snapshot, all of them together are not.

use std::collections::VecDeque;

use futures_util::Stream;
use futures_util::stream::try_unfold;
use tertulia_wire::person::{
    PERSON_VERSION, PersonDeed, PersonEnd, PersonHead, PersonHeld, PersonLine, PersonMessage, PersonName, PersonReaction,
    PersonReadMark, PersonReport, PersonRestriction, PersonRevoked,
};
use tertulia_wire::{Message, Sender, Time};

use crate::audit::AUDIT_MAX;
use crate::chat::Chat;
use crate::erasing::somebody;
use crate::error::Error;
use crate::store::erasing::{TracePlace, Traces};
use crate::store::moderation::{AuditOf, Within};

/// Where in all that is kept the next page begins.
enum Place {
    Rooms(TracePlace),
    Everywhere,
    DoneToThem(Option<u64>),
    DoneByThem(Option<u64>),
    End,
    Over,
}

struct Telling {
    chat: Chat,
    user: String,
    place: Place,
    ready: VecDeque<PersonLine>,
    lines: u64,
    profile: Option<(Time, Sender)>,
}

impl Chat {
    /// All that is kept of a user, or of a guest, as lines: messages, reactions, read marks, what waits for review, what they reported, what is on them,
    /// names that are theirs for now, what was done to them and by them, up to when their tokens are refused, and their newest name and picture. The
    /// first line is [`PersonLine::TertuliaPerson`], the last one [`PersonLine::End`]; of somebody of whom nothing is known there is nothing between.
    ///
    /// # Errors
    /// `invalid` for what is no user's id; in the stream `store_away`, which ends it.
    pub fn export_person(&self, user: &str) -> Result<impl Stream<Item = Result<PersonLine, Error>> + Send + use<>, Error> {
        let user = somebody(user)?.to_owned();
        let head = PersonHead { version: PERSON_VERSION, user: user.clone() };
        let telling = Telling {
            chat: self.clone(),
            user,
            place: Place::Rooms(TracePlace::default()),
            ready: [PersonLine::TertuliaPerson(head)].into(),
            lines: 0,
            profile: None,
        };
        Ok(try_unfold(telling, |mut telling| async move {
            // The first page before the first line: whoever asks while the store is away is told so by an answer.
            while telling.ready.len() < 2 && !matches!(telling.place, Place::Over) {
                telling.page().await?;
            }
            let line = telling.ready.pop_front();
            telling.lines += 1;
            Ok(line.map(|line| (line, telling)))
        }))
    }
}

impl Telling {
    /// Gets the next page ready.
    async fn page(&mut self) -> Result<(), Error> {
        self.place = match self.place {
            Place::Rooms(from) => {
                let traces = self.chat.inner.store.traces(&self.user, from).await?;
                let next = traces.next;
                self.room(traces);
                next.map_or(Place::Everywhere, Place::Rooms)
            }
            Place::Everywhere => {
                self.everywhere().await?;
                Place::DoneToThem(None)
            }
            Place::DoneToThem(before) => {
                let of = AuditOf { within: Within::All, user: Some(self.user.clone()) };
                self.audit(of, before).await?.map_or(Place::DoneByThem(None), |before| Place::DoneToThem(Some(before)))
            }
            Place::DoneByThem(before) => {
                let of = AuditOf { within: Within::By(self.user.clone()), user: None };
                self.audit(of, before).await?.map_or(Place::End, |before| Place::DoneByThem(Some(before)))
            }
            Place::End => {
                self.ready.extend(self.profile.take().map(|(_, profile)| PersonLine::Profile(profile)));
                let lines = self.lines + self.ready.len() as u64;
                self.ready.push_back(PersonLine::End(PersonEnd { lines }));
                Place::Over
            }
            Place::Over => Place::Over,
        };
        Ok(())
    }

    fn room(&mut self, traces: Traces) {
        let Some(room) = traces.facts.map(|facts| facts.name) else { return };
        let (beside, named) = (traces.beside, || room.clone());
        self.ready.extend(beside.read.map(|up_to| PersonLine::ReadMark(PersonReadMark { room: named(), up_to })));
        let held = beside.held.into_iter().filter_map(|(_, waits)| waits);
        self.ready.extend(held.map(|held| PersonLine::Held(PersonHeld { room: named(), held })));
        let restrictions = beside.restrictions.into_iter();
        let restrictions =
            restrictions.map(|restriction| PersonRestriction { room: Some(named()), restriction: restriction.into() });
        self.ready.extend(restrictions.map(PersonLine::Restriction));
        let reports = beside.reports.into_iter();
        let reports = reports.map(|(message, report)| PersonReport { room: named(), message, report });
        self.ready.extend(reports.map(PersonLine::Report));
        let names = beside.names.into_iter().map(|looks_like| PersonName { room: named(), looks_like });
        self.ready.extend(names.map(PersonLine::Name));
        traces.messages.iter().for_each(|message| self.know(message));
        let messages = traces.messages.into_iter().map(|message| without_others(&self.user, message));
        self.ready.extend(messages.map(|message| PersonLine::Message(PersonMessage { room: named(), message })));
        let reactions = traces.reactions.into_iter().map(|(message, emoji)| PersonReaction { room: named(), message, emoji });
        self.ready.extend(reactions.map(PersonLine::Reaction));
    }

    fn know(&mut self, message: &Message) {
        let theirs = message.sender.as_ref().filter(|sender| sender.id.as_ref() == Some(&self.user));
        let newer = self.profile.as_ref().is_none_or(|(at, _)| *at <= message.created);
        if let Some(sender) = theirs.filter(|_| newer) {
            self.profile = Some((message.created, sender.clone()));
        }
    }

    async fn everywhere(&mut self) -> Result<(), Error> {
        let everywhere = self.chat.restrictions_everywhere().await?.into_iter().filter(|one| one.user == self.user);
        let everywhere = everywhere.map(|restriction| PersonRestriction { room: None, restriction: restriction.into() });
        self.ready.extend(everywhere.map(PersonLine::Restriction));
        let revoked = self.chat.inner.rights.revoked(&self.user);
        let up_to = revoked.map(|second| Time(second.saturating_mul(1_000).saturating_add(999)));
        self.ready.extend(up_to.map(|up_to| PersonLine::Revoked(PersonRevoked { up_to })));
        Ok(())
    }

    /// A page of what was done; tells before which number the next one is.
    async fn audit(&mut self, of: AuditOf, before: Option<u64>) -> Result<Option<u64>, Error> {
        let by_them = of.user.is_none();
        let entries = self.chat.inner.store.audit(of, before, AUDIT_MAX).await?;
        let next = entries.last().map(|entry| entry.number).filter(|_| entries.len() == AUDIT_MAX as usize);
        // What they did to themselves stands among what was done to them.
        let other = |entry: &tertulia_wire::moderation::AuditEntry| !by_them || entry.user.as_ref() != Some(&self.user);
        let told = |entry| PersonLine::Audit(PersonDeed::told_to(&self.user, entry));
        self.ready.extend(entries.into_iter().filter(other).map(told));
        Ok(next)
    }
}

/// A message with the ids of others taken out of it: how many reacted is a number, who did is theirs.
fn without_others(person: &str, mut message: Message) -> Message {
    message.reactions.iter_mut().for_each(|reaction| reaction.by.retain(|by| by == person));
    message
}
