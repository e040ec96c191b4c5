//! What is said on its way through the hook: asked about at once, written in its turn.

use std::sync::Arc;

use tertulia_wire::hook::{HookQuestion, HookType};
use tertulia_wire::page::Action;
use tertulia_wire::{Code, HeldBy, Level, RoomName};
use tokio::sync::oneshot;

use super::bounds::{Hooks, Ruling};
use super::line::{Entered, Place};
use crate::auth::{Identity, Who};
use crate::chat::{Admitted, Chat};
use crate::error::{Error, Refusal};
use crate::say::{Asked, Claims, HandedIn, Saying, Spoken, known, text_max, write_error};
use crate::store::edits::{edit_held, in_time, may_edit};
use crate::store::{Act, Found, Hold, NewMessage, Write};

/// A message that the hook is asked about, with all that it takes to write it.
pub(crate) struct ToAsk {
    pub(crate) hooks: Arc<Hooks>,
    pub(crate) who: Identity,
    pub(crate) room: RoomName,
    pub(crate) found: Found,
    pub(crate) message: Box<NewMessage>,
    /// Whether it names its sender, or brings data.
    pub(crate) speaks_as: bool,
    /// Whether it came with an id of its own, so that it may have been said before.
    pub(crate) has_id: bool,
}

/// What an edit has come to, and its place in the line until it is written.
pub(crate) struct Edited {
    pub(crate) text: String,
    pub(crate) hold: Hold,
    pub(crate) _place: Place,
}

impl Chat {
    /// The hook to ask about what somebody does in a room. For its own code and its programs the host answers itself: what a hook
    /// says in the chat must not come back to it.
    pub(crate) fn hooks_for(&self, who: &Identity, room: &RoomName) -> Option<&Arc<Hooks>> {
        let (hooks, policy) = (self.inner.hooks.as_ref()?, &self.inner.policy);
        let everywhere = if let Who::User { grants, .. } = &who.who { grants.everywhere() } else { Level::None };
        let is_hosts_own = everywhere >= Level::Own && policy.level(who, room) >= Level::Own;
        if is_hosts_own || policy.is_program(who, room) { None } else { Some(hooks) }
    }

    /// Has the hook asked about a message, in a task of its own: whoever hangs up takes nothing back. It has its place in the line
    /// when this returns.
    ///
    /// # Errors
    /// `client_id_reused` where another one is asked about under its id; `slow_down` where too many are.
    pub(crate) fn begin_asking(&self, to_ask: ToAsk) -> Result<Saying, Refusal> {
        let ToAsk { hooks, room, message, .. } = &to_ask;
        let key = (message.bearer.clone(), room.clone());
        let bytes = weight(&message.text) + message.data.as_ref().map_or(0, |_| DATA_BYTES);
        match hooks.lines.enter_request(key, &message.client_id, message.request_hash, bytes)? {
            Entered::Again(told) => Ok(Saying::Asked(Asked { told, is_first: false })),
            Entered::First { place, tell, told } => {
                tokio::spawn(self.clone().ask_and_say(to_ask, place, tell));
                Ok(Saying::Asked(Asked { told, is_first: true }))
            }
        }
    }

    async fn ask_and_say(self, to_ask: ToAsk, mut place: Place, tell: oneshot::Sender<Result<Spoken, Error>>) {
        let answer = self.asked_and_said(to_ask, &mut place).await;
        // First, so that who is told has left the line.
        drop(place);
        let _ = tell.send(answer);
    }

    async fn asked_and_said(&self, to_ask: ToAsk, place: &mut Place) -> Result<Spoken, Error> {
        let ToAsk { hooks, who, room, found, mut message, speaks_as, has_id } = to_ask;
        // Only now: who asked for the same before is in the line, or it is in the store, and may have made the room.
        let now = if let Found::Room(_) = &found { None } else { Some(self.inner.hub.room(&room).await?.1) };
        let client_id = has_id.then_some(&message.client_id);
        if let Some(spoken) = self.said_before(&who, now.as_ref().unwrap_or(&found), client_id, message.request_hash).await? {
            return Ok(spoken);
        }
        let question = self.question(&who, &room, &message);
        let mut by_hook = None;
        match hooks.ask(&question, text_max(&found)).await? {
            Ruling::Pass => {}
            Ruling::Hold { .. } => by_hook = Some(HeldBy::Hook),
            Ruling::Change(text) => message.text = text,
        }
        place.turn().await;
        let claims = Claims { speaks_as, by_hook };
        self.judge_again(&who, &mut message, &found, &room, claims).await?;
        let by = message.bearer.clone();
        let write = Write { room, access: Some(found.access()), act: Act::Say(message), by, why: None };
        let answer = self.inner.writer.hand_in(write.clone()).map_err(write_error)?;
        self.await_written(&who, HandedIn { write: Box::new(write), claims, answer }).await
    }

    fn question(&self, who: &Identity, room: &RoomName, message: &NewMessage) -> HookQuestion {
        HookQuestion {
            hook_type: HookType::Message,
            room: room.clone(),
            by: message.bearer.clone(),
            level: self.inner.policy.level(who, room),
            sender: message.sender.clone(),
            kind: message.kind,
            text: message.text.clone(),
            id: None,
            reply_to: message.reply_to,
            data: message.data.clone(),
            client_id: Some(message.client_id.clone()),
        }
    }

    /// Has the hook asked about an edit, and waits until it is its turn to be written.
    ///
    /// # Errors
    /// `refused`, `slow_down`, `store_away`; also why it could not be made, since a hook is not to think that somebody changes what is
    /// another's.
    pub(crate) async fn ask_about_edit(
        &self,
        hooks: &Hooks,
        admitted: &Admitted<'_>,
        id: u64,
        text: String,
    ) -> Result<Edited, Error> {
        let (who, room) = (&*admitted.who, admitted.name());
        // What is attached is not known before there is a place.
        let mut place = hooks.lines.enter((who.bearer().to_owned(), room.clone()), weight(&text) + DATA_BYTES)?;
        let (question, changes) = self.question_of_edit(admitted, id, text).await?;
        let text = if changes {
            match hooks.ask(&question, text_max(&admitted.found)).await? {
                Ruling::Pass => question.text,
                Ruling::Hold { is_silent } => return Err(Ruling::refusal_of_edit(is_silent).into()),
                Ruling::Change(text) => text,
            }
        } else {
            question.text
        };
        place.turn().await;
        // As of a message: who edits may be somebody else by now, or may do less.
        let who = self.as_now(who, room).await?;
        self.may(&who, Action::Edit, &admitted.found, room).await?;
        self.passes_filter_at_once(&who, room, &text)?;
        Ok(Edited { text, hold: self.review(&who, room, None).hold, _place: place })
    }

    /// What the hook is asked about an edit, and whether that changes anything. The message as it was is in memory no longer when
    /// this returns: it is not counted among what waits.
    async fn question_of_edit(&self, admitted: &Admitted<'_>, id: u64, text: String) -> Result<(HookQuestion, bool), Error> {
        let (who, room, facts) = (&*admitted.who, admitted.name(), admitted.facts()?);
        let message = self.inner.store.message(facts.key, id).await?.ok_or(Code::NotFound)?;
        may_edit(&message, &known(who)?)?;
        let changes = message.text != text;
        if changes {
            in_time(&message, (self.inner.clock)(), facts.settings.edit_minutes)?;
            if self.review(who, room, None).hold.in_a_room_that(facts.settings.hold).is_some() {
                return Err(edit_held().into());
            }
        }
        let question = HookQuestion {
            hook_type: HookType::Edit,
            room: room.clone(),
            by: who.bearer().to_owned(),
            level: self.inner.policy.level(who, room),
            sender: message.sender,
            kind: message.kind,
            text,
            id: Some(id),
            reply_to: message.reply_to,
            data: message.data,
            client_id: None,
        };
        Ok((question, changes))
    }
}

/// Bytes that what is attached to a message holds, about.
const DATA_BYTES: usize = 2_048;

/// Bytes that a message or an edit holds while it waits, about.
fn weight(text: &str) -> usize {
    // As it came, and as the hook is asked about it.
    512 + 2 * text.len()
}
