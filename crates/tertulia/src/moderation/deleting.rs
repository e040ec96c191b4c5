//! All that somebody has said in a room is deleted, and what is held of theirs rejected.

use tertulia_wire::page::Action;
use tertulia_wire::{Code, HeldMessage, Kind, Message, RoomName, Sender};

use super::{reason, whom};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::say::Reasoned;
use crate::store::{Act, Change, Outcome, RoomFacts, Span};

/// Messages that are looked through for somebody's at once, and so the most that one commit deletes.
const LOOKED_THROUGH: u32 = 200;

impl Chat {
    /// Deletes everything that somebody has said in a room up to now, as a moderator deletes one message, and rejects what is held of
    /// theirs. So many at a time, each a change of its own, and to its end also when whoever asked goes away.
    ///
    /// What they go on to say stays: who is to say nothing more is muted or banned first. Gives the room, and how many messages were deleted.
    ///
    /// # Errors
    /// The door's refusal; `not_found`, `room_deleted`; `draining`, `store_away` or `unknown`, then a part may be deleted: ask again.
    pub async fn delete_all(&self, who: &Identity, room: &RoomName, user: &str) -> Result<(RoomFacts, u64), Error> {
        self.delete_all_because(who, room, user, None).await
    }

    /// The same, with a reason for the audit.
    ///
    /// # Errors
    /// As [`delete_all`](Self::delete_all); `too_long` for the reason.
    pub async fn delete_all_because(
        &self,
        who: &Identity,
        room: &RoomName,
        user: &str,
        why: Option<String>,
    ) -> Result<(RoomFacts, u64), Error> {
        let why = reason(why)?;
        self.admit(who, Action::DeleteAny, room).await?.facts()?;
        let deleting = Deleting { chat: self.clone(), who: who.clone(), room: room.clone(), user: whom(user)?, why };
        tokio::spawn(deleting.all()).await.map_err(|error| StoreError::Unknown(error.to_string()))?
    }

    /// Rejects those that wait for review and are meant.
    pub(crate) async fn reject_all(
        &self,
        who: &Identity,
        room: &RoomName,
        why: Option<String>,
        meant: &(dyn Fn(&HeldMessage) -> bool + Sync),
    ) -> Result<(), Error> {
        let mut after = 0;
        loop {
            let page = self.held(who, room, after, self.limits().page_max).await?;
            for held in &page.held {
                after = held.held;
                if meant(held) {
                    match self.reject_because(who, room, held.held, why.clone()).await {
                        // Somebody else decided meanwhile.
                        Err(Error::Refused(refusal)) if refusal.code == Code::NotFound => {}
                        rejected => rejected?,
                    }
                }
            }
            if !page.more {
                return Ok(());
            }
        }
    }
}

/// All of somebody's in a room, and who has it deleted.
struct Deleting {
    chat: Chat,
    who: Identity,
    room: RoomName,
    user: String,
    why: Option<String>,
}

impl Deleting {
    fn is_theirs(&self, sender: Option<&Sender>) -> bool {
        sender.is_some_and(|sender| sender.id.as_deref() == Some(&*self.user))
    }

    async fn all(self) -> Result<(RoomFacts, u64), Error> {
        let theirs = |held: &HeldMessage| self.is_theirs(held.sender.as_ref());
        self.chat.reject_all(&self.who, &self.room, self.why.clone(), &theirs).await?;
        self.said().await
    }

    async fn said(&self) -> Result<(RoomFacts, u64), Error> {
        let Self { chat, who, room, user, why } = self;
        let (mut after, mut deleted, mut begun) = (0, 0, None);
        loop {
            if chat.is_leaving() {
                return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
            }
            let admitted = chat.admit(who, Action::DeleteAny, room).await?;
            let facts = admitted.facts()?;
            let (key, upto) = *begun.get_or_insert((facts.key, facts.head));
            if facts.key != key {
                // Another thing's room has the name by now.
                return Err(Code::RoomDeleted.into());
            }
            let stretch = chat.inner.store.read(facts.key, Span::Above(after), LOOKED_THROUGH).await?.ok_or(Code::RoomDeleted)?;
            let messages = stretch.changes.iter().filter_map(|change| match change {
                Change::Message(message) if message.id <= upto => Some(&**message),
                _ => None,
            });
            let theirs = |message: &&Message| {
                let is_said = !matches!(message.kind, Kind::Join | Kind::Leave);
                is_said && message.deleted.is_none() && self.is_theirs(message.sender.as_ref())
            };
            let Some(last) = messages.clone().next_back().map(|message| message.id) else { return Ok((facts.clone(), deleted)) };
            let ids: Vec<u64> = messages.filter(theirs).map(|message| message.id).collect();
            after = last;
            if !ids.is_empty() {
                let act = Act::DeleteMany { ids, whose: user.clone(), noted: deleted == 0 };
                let act = Reasoned { act, why: why.clone() };
                match chat.write_asked(Action::DeleteAny, room, admitted, act).await?.outcome {
                    Outcome::Deleted { count } => deleted += count,
                    other => return Err(crate::say::unexpected(&other)),
                }
            }
        }
    }
}
