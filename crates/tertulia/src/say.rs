//! The line: what somebody says goes through admit → draft → allow → pace → filter → hook → write, and the writer tells the readers.
//!
//! Everything that changes a room goes this way, and only this way.

mod before;
mod judging;
mod purging;

use std::sync::Arc;

use tertulia_wire::page::Action;
use tertulia_wire::request::{PutRoom, Say};
use tertulia_wire::{ClientId, Code, Held, HeldBy, Message, RoomName};
use tokio::sync::oneshot;

use self::judging::action_for;
use crate::auth::Identity;
use crate::chat::{Admitted, Chat, present_name};
use crate::draft::{self, Draft};
use crate::error::{Error, Refusal, StoreError};
use crate::hook::{self, Edited, ToAsk};
use crate::metrics::meters::{Became, Sending};
use crate::moderation::reason;
use crate::store::{Act, Found, NewMessage, Outcome, ReactionAct, RoomFacts, Write, WriteError};
use crate::writer::Answer;

/// An act, and why it is done, for the audit.
pub(crate) struct Reasoned {
    pub(crate) act: Act,
    pub(crate) why: Option<String>,
}

impl From<Act> for Reasoned {
    fn from(act: Act) -> Self {
        Self { act, why: None }
    }
}

/// A message, and whether the request made it or had made it before.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Said {
    /// The message as it is now.
    pub message: Message,
    /// False on a retry.
    pub fresh: bool,
}

/// What became of something said.
#[derive(Debug, Clone, PartialEq)]
pub enum Spoken {
    /// It is in the room.
    Said(Box<Said>),
    /// It waits for review, and nobody reads it yet.
    Held(Held),
}

impl Spoken {
    /// The message.
    ///
    /// # Errors
    /// `not_allowed` where it waits for review.
    pub fn said(self) -> Result<Said, Error> {
        match self {
            Spoken::Said(said) => Ok(*said),
            Spoken::Held(_) => Err(Refusal::because(Code::NotAllowed, "held-for-review").into()),
        }
    }

    /// The same, as it is told to a retry.
    fn again(self) -> Self {
        match self {
            Spoken::Said(said) => Spoken::Said(Box::new(Said { fresh: false, ..*said })),
            held @ Spoken::Held(_) => held,
        }
    }
}

/// A say up to its place in the queue; counted by what becomes of it.
pub(crate) struct Begun {
    saying: Saying,
    sending: Sending,
}

/// A say that is answered already, handed in, or in the hook's line.
pub(crate) enum Saying {
    Answered(Box<Spoken>),
    HandedIn(HandedIn),
    Asked(Asked),
}

/// A say in the writer's queue.
pub(crate) struct HandedIn {
    pub(crate) write: Box<Write>,
    pub(crate) claims: Claims,
    pub(crate) answer: oneshot::Receiver<Answer>,
}

/// What a message is judged by, also when it is judged again, and what can't be told from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claims {
    /// Whether it names its sender, or brings data.
    pub(crate) speaks_as: bool,
    /// Whether the hook has it wait for review. It is not asked again where the door is.
    pub(crate) by_hook: Option<HeldBy>,
}

/// A say that the host's hook is asked about.
pub(crate) struct Asked {
    pub(crate) told: hook::Shared,
    /// False for a retry that came meanwhile.
    pub(crate) is_first: bool,
}

impl Chat {
    /// Says something in a room.
    ///
    /// Acknowledged only once it is committed to disk. Dropping the future does not take it back.
    ///
    /// # Errors
    /// The door's refusal, the draft's, `client_id_reused`, `room_deleted`; `refused` where it was held and rejected;
    /// `too_many` where as many are held as may; `refused` by the filter or the host's hook; `slow_down` beyond the limits of pace; `store_away`, or `unknown`: then ask again with the same `client_id`.
    pub async fn say(&self, who: &Identity, room: &RoomName, say: Say) -> Result<Spoken, Error> {
        let saying = self.begin_say(who, room, say).await?;
        self.finish_say(who, room, saying).await
    }

    /// Everything of a say up to its place in the queue: what is begun in order is written in order.
    pub(crate) async fn begin_say(&self, who: &Identity, room: &RoomName, say: Say) -> Result<Begun, Error> {
        let sending = self.inner.meters.sending();
        match self.hand_in_say(who, room, say).await {
            Ok(saying) => Ok(Begun { saying, sending }),
            Err(error) => {
                sending.became(Became::Refused(error.code()));
                Err(self.with_proposal(who, room, error).await)
            }
        }
    }

    async fn hand_in_say(&self, who: &Identity, room: &RoomName, say: Say) -> Result<Saying, Error> {
        if self.is_leaving() {
            return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
        }
        action_for(say.kind.unwrap_or_default())?;
        let speaks_as = say.sender.is_some() || say.data.is_some();
        let admitted = self.admit(who, Action::Read, room).await?;
        let (who, room) = (&*admitted.who, admitted.name());
        let draft = Draft::check(say, text_max(&admitted.found))?;
        if let Err(error) = self.allow_say(who, room, &admitted, draft.kind, speaks_as).await {
            // A retry of what was said before a lock or a mute is still answered.
            return self.before(who, &admitted, &draft).await?.ok_or(error);
        }
        let filtered = match self.keeps_pace(who, room).and_then(|()| self.passes_filter(who, room, &draft.text)) {
            Ok(filtered) => filtered,
            // One that was taken before the bucket was empty, or before the filter was another, is said.
            Err(refusal) => return self.before(who, &admitted, &draft).await?.ok_or(refusal.into()),
        };
        let has_id = draft.client_id.is_some();
        let message = Box::new(self.message_of(who, room, &admitted, draft, filtered)?);
        if let Some(hooks) = self.hooks_for(who, room) {
            let (hooks, who, room, found) = (Arc::clone(hooks), who.clone(), room.clone(), admitted.found.clone());
            return Ok(self.begin_asking(ToAsk { hooks, who, room, found, message, speaks_as, has_id })?);
        }
        let by = message.bearer.clone();
        let write = Write { room: room.clone(), access: Some(admitted.access()), act: Act::Say(message), by, why: None };
        let answer = self.inner.writer.hand_in(write.clone()).map_err(write_error)?;
        let claims = Claims { speaks_as, by_hook: None };
        Ok(Saying::HandedIn(HandedIn { write: Box::new(write), claims, answer }))
    }

    pub(crate) async fn finish_say(&self, who: &Identity, room: &RoomName, begun: Begun) -> Result<Spoken, Error> {
        let Begun { saying, sending } = begun;
        let answer = self.await_say(who, saying).await;
        sending.became(match &answer {
            Ok(Spoken::Said(said)) if said.fresh => Became::Said,
            Ok(Spoken::Said(_)) => Became::Again,
            Ok(Spoken::Held(_)) => Became::Held,
            Err(error) => Became::Refused(error.code()),
        });
        match answer {
            Err(error) => Err(self.with_proposal(who, room, error).await),
            said => said,
        }
    }

    async fn await_say(&self, who: &Identity, saying: Saying) -> Result<Spoken, Error> {
        match saying {
            Saying::Answered(spoken) => Ok(*spoken),
            Saying::HandedIn(handed_in) => self.await_written(who, handed_in).await,
            Saying::Asked(Asked { told, is_first: true }) => told.await,
            Saying::Asked(Asked { told, .. }) => told.await.map(Spoken::again),
        }
    }

    pub(crate) async fn await_written(&self, who: &Identity, handed_in: HandedIn) -> Result<Spoken, Error> {
        let HandedIn { write, claims, answer } = handed_in;
        let answer = match answer.await.unwrap_or_else(|_| Err(stopped())) {
            Err(WriteError::Stale(found)) => self.say_again(who, *write, *found, claims).await,
            answer => answer,
        };
        match answer.map_err(write_error)?.outcome {
            Outcome::Message { message, fresh } => Ok(Spoken::Said(Box::new(Said { message: *message, fresh }))),
            Outcome::Held { held, client_id, .. } => Ok(Spoken::Held(Held { held, client_id })),
            other => Err(unexpected(&other)),
        }
    }

    /// The numbers had changed since the door was asked: it is asked once more.
    async fn say_again(&self, who: &Identity, mut write: Write, found: Found, claims: Claims) -> Answer {
        let Act::Say(message) = &mut write.act else { return Err(stopped()) };
        if let Found::Deleted { .. } = found {
            return Err(Refusal::new(Code::RoomDeleted).into());
        }
        self.judge_again(who, message, &found, &write.room, claims).await.map_err(from_door)?;
        let (access, room) = (Some(found.access()), present_name(&found, &write.room).clone());
        self.inner.writer.write(Write { access, room, ..write }).await
    }

    fn message_of(
        &self,
        who: &Identity,
        room: &RoomName,
        admitted: &Admitted<'_>,
        draft: Draft,
        filtered: Option<HeldBy>,
    ) -> Result<NewMessage, Error> {
        let request_hash = draft.request_hash();
        let client_id = match draft.client_id {
            Some(client_id) => client_id,
            None => new_client_id()?,
        };
        let sender = draft.sender.unwrap_or_else(|| who.sender());
        Ok(NewMessage {
            make_room: self.inner.policy.makes_room(who, room),
            bearer: who.bearer().to_owned(),
            seen_name: Self::seen_name(who, sender.as_ref()),
            sender,
            kind: draft.kind,
            text: draft.text,
            reply_to: draft.reply_to,
            data: draft.data,
            client_id,
            request_hash,
            review: self.review(who, room, filtered),
            slowed: self.slowed(who, room, &admitted.found),
        })
    }

    /// Edits one's own message.
    ///
    /// # Errors
    /// The door's refusal, the draft's, `not_found`, `deleted`, `edit_over`, `slow_down`, `refused` by the filter or the host's hook, and where what they say waits for review;
    /// `store_away`, also where the hook is silent.
    pub async fn edit(&self, who: &Identity, room: &RoomName, id: u64, text: &str) -> Result<Message, Error> {
        let admitted = self.admit(who, Action::Edit, room).await?;
        let text = draft::text(text, admitted.facts()?.settings.text_max)?;
        self.keeps_pace(&admitted.who, admitted.name())?;
        self.passes_filter_at_once(&admitted.who, admitted.name(), &text)?;
        let by = known(who)?;
        let Some(hooks) = self.hooks_for(&admitted.who, admitted.name()) else {
            let hold = self.review(&admitted.who, admitted.name(), None).hold;
            return self.change_message(Action::Edit, room, admitted, Act::Edit { id, by, text, hold }).await;
        };
        let Edited { text, hold, _place } = self.ask_about_edit(hooks, &admitted, id, text).await?;
        self.change_message(Action::Edit, room, admitted, Act::Edit { id, by, text, hold }).await
    }

    /// Deletes a message: one's own, or anybody's with `moderate`. Repeated, it changes nothing.
    ///
    /// # Errors
    /// The door's refusal, `not_found`.
    pub async fn delete(&self, who: &Identity, room: &RoomName, id: u64) -> Result<Message, Error> {
        self.delete_because(who, room, id, None).await
    }

    /// The same, with a reason for the audit, which tells of messages that another deleted.
    ///
    /// # Errors
    /// As [`delete`](Self::delete); `too_long` for the reason.
    pub async fn delete_because(&self, who: &Identity, room: &RoomName, id: u64, why: Option<String>) -> Result<Message, Error> {
        let why = reason(why)?;
        let admitted = self.admit(who, Action::Delete, room).await?;
        let any = self.may(&admitted.who, Action::DeleteAny, &admitted.found, room).await.is_ok();
        let action = if any { Action::DeleteAny } else { Action::Delete };
        let act = Act::Delete { id, by: known(who)?, any };
        self.change_message(action, room, admitted, Reasoned { act, why }).await
    }

    /// Adds a reaction to a message, or takes it away. Those that come close together become one change.
    ///
    /// # Errors
    /// The door's refusal, `not_found`, `deleted`, `slow_down`, `invalid` for what is no emoji, or for the 21st kind.
    pub async fn react(&self, who: &Identity, room: &RoomName, id: u64, emoji: &str, add: bool) -> Result<Message, Error> {
        let admitted = self.admit(who, Action::React, room).await?;
        let emoji = draft::emoji(emoji)?.to_owned();
        self.keeps_pace(&admitted.who, admitted.name())?;
        let act = Act::React { id, acts: vec![ReactionAct { by: known(who)?, emoji, add }] };
        self.change_message(Action::React, room, admitted, act).await
    }

    pub(crate) async fn change_message(
        &self,
        action: Action,
        room: &RoomName,
        admitted: Admitted<'_>,
        act: impl Into<Reasoned>,
    ) -> Result<Message, Error> {
        admitted.facts()?;
        let live = Arc::clone(&admitted.held.room);
        match self.write_asked(action, room, admitted, act).await?.outcome {
            Outcome::Message { message, .. } | Outcome::Reacted { message, .. } => {
                if let Some(id) =
                    message.sender.as_ref().and_then(|sender| sender.id.as_deref()).filter(|_| action == Action::Edit)
                {
                    self.inner.hub.note_edit(&live, id);
                }
                Ok(*message)
            }
            other => Err(unexpected(&other)),
        }
    }

    /// Makes a room, or merges into its settings; says whether it was made.
    ///
    /// # Errors
    /// The door's refusal, or `invalid`.
    pub async fn put_room(&self, who: &Identity, room: &RoomName, put: PutRoom) -> Result<(RoomFacts, bool), Error> {
        self.put_room_because(who, room, put, None).await
    }

    /// The same, with a reason for the audit.
    ///
    /// # Errors
    /// As [`put_room`](Self::put_room); `too_long` for the reason.
    pub async fn put_room_because(
        &self,
        who: &Identity,
        room: &RoomName,
        put: PutRoom,
        why: Option<String>,
    ) -> Result<(RoomFacts, bool), Error> {
        let why = reason(why)?;
        self.allow(who, moderators(&put).unwrap_or(Action::Settings), room, None)?;
        // Under an alias it makes a room, which takes the name: it is that of another thing of the host's by now.
        let (held, found) = self.inner.hub.under(room).await?;
        let who = self.as_now(who, room).await?;
        let action = needed_for(&put, &found, room);
        self.allow(&who, action, room, None)?;
        let admitted = Admitted { held, found, who };
        let put = draft::settings(put)?;
        let act = Reasoned { act: Act::Put(Box::new(put)), why };
        let written = self.write_asked(action, room, admitted, act).await?;
        match written.outcome {
            Outcome::Put { made } => Ok((written.facts, made)),
            other => Err(unexpected(&other)),
        }
    }

    /// Deletes a room and everything in it. Its streams have ended when this returns.
    ///
    /// # Errors
    /// The door's refusal, `not_found`, `room_deleted`.
    pub async fn delete_room(&self, who: &Identity, room: &RoomName) -> Result<(), Error> {
        self.delete_room_because(who, room, None).await
    }

    /// The same, with a reason for the audit, which outlives the room.
    ///
    /// # Errors
    /// As [`delete_room`](Self::delete_room); `too_long` for the reason.
    pub async fn delete_room_because(&self, who: &Identity, room: &RoomName, why: Option<String>) -> Result<(), Error> {
        let why = reason(why)?;
        let admitted = self.admit(who, Action::DeleteRoom, room).await?;
        admitted.facts()?;
        self.write_asked(Action::DeleteRoom, room, admitted, Reasoned { act: Act::DeleteRoom, why }).await?;
        Ok(())
    }

    /// Writes what the door has allowed, and asks the door once more if the numbers have changed since.
    pub(crate) async fn write_asked(
        &self,
        action: Action,
        room: &RoomName,
        admitted: Admitted<'_>,
        act: impl Into<Reasoned>,
    ) -> Result<crate::store::Written, Error> {
        let Reasoned { act, why } = act.into();
        if self.is_leaving() {
            return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
        }
        let makes = matches!(act, Act::Put(_));
        let room = if makes { room } else { admitted.name() };
        let by = admitted.who.bearer().to_owned();
        let mut write = Write { room: room.clone(), access: Some(admitted.access()), act, by, why };
        match self.inner.writer.write(write.clone()).await {
            Err(WriteError::Stale(found)) => {
                let room = if makes { room } else { present_name(&found, room) };
                let who = self.as_now(&admitted.who, room).await?;
                if let Act::Put(put) = &write.act {
                    self.allow(&who, needed_for(put, &found, room), room, settings(&found))?;
                } else {
                    self.may(&who, action, &found, room).await?;
                }
                if let Act::Edit { text, hold, .. } = &mut write.act {
                    self.passes_filter_at_once(&who, room, text)?;
                    *hold = self.review(&who, room, None).hold;
                }
                let access = Some(found.access());
                self.inner.writer.write(Write { access, room: room.clone(), ..write }).await.map_err(write_error)
            }
            answer => answer.map_err(write_error),
        }
    }
}

/// What it takes to ask for nothing but what a moderator may set: a lock, slow mode, whose messages wait for review.
fn moderators(put: &PutRoom) -> Option<Action> {
    let others = PutRoom { locked: None, slow_seconds: None, hold: None, ..put.clone() };
    match (put.locked, put.slow_seconds, put.hold) {
        _ if others != PutRoom::default() => None,
        (Some(_), _, _) => Some(Action::Lock),
        (None, Some(_), _) => Some(Action::Slow),
        (None, None, Some(_)) => Some(Action::Review),
        (None, None, None) => None,
    }
}

/// What it takes to put settings under a name: to make a room by them takes its owner, whatever they are.
fn needed_for(put: &PutRoom, found: &Found, room: &RoomName) -> Action {
    let is_there = matches!(found, Found::Room(facts) if facts.name == *room);
    moderators(put).filter(|_| is_there).unwrap_or(Action::Settings)
}

fn settings(found: &Found) -> Option<&tertulia_wire::Settings> {
    match found {
        Found::Room(facts) => Some(&facts.settings),
        _ => None,
    }
}

/// How many code points a text may have in a room.
pub(crate) fn text_max(found: &Found) -> u32 {
    settings(found).map_or(tertulia_wire::Settings::default().text_max, |settings| settings.text_max)
}

pub(crate) fn known(who: &Identity) -> Result<String, Refusal> {
    who.id().map(str::to_owned).ok_or_else(|| Refusal::new(Code::TokenMissing))
}

pub(crate) fn write_error(error: WriteError) -> Error {
    match error {
        WriteError::Refused(refusal) => refusal.into(),
        // Judged again and stale again: rights change faster than we can ask, which the caller may simply retry.
        WriteError::Stale(_) => Refusal::new(Code::StoreAway).retry_after_s(1).into(),
        WriteError::Store(error) => error.into(),
    }
}

/// What the door said to a write that had to ask again.
fn from_door(error: Error) -> WriteError {
    match error {
        Error::Refused(refusal) => WriteError::Refused(refusal),
        Error::Store(error) => WriteError::Store(error),
        Error::Setup(what) => WriteError::Store(StoreError::Failed(what)),
    }
}

fn stopped() -> WriteError {
    WriteError::Store(StoreError::Unknown("the writer has stopped".into()))
}

pub(crate) fn unexpected(outcome: &Outcome) -> Error {
    Error::Store(StoreError::Failed(format!("the store answered with {outcome:?}")))
}

pub(crate) fn new_client_id() -> Result<ClientId, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Setup(error.to_string()))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)).parse()?)
}
