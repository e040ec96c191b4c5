//! Whether something may be said: judged before it is handed in, and again where that may not hold any more.

use tertulia_wire::page::Action;
use tertulia_wire::{Code, Kind, Level, RoomName};

use super::{Claims, settings};
use crate::auth::Identity;
use crate::chat::{Admitted, Chat, present_name};
use crate::error::{Error, Refusal};
use crate::store::{Found, NewMessage};

impl Chat {
    /// Judges a message once more, by who its bearer is now and by what is there now: the numbers have changed since, or time has
    /// passed over the hook, in which a token or the host's word may have run out. That raises no number which the store would find.
    pub(crate) async fn judge_again(
        &self,
        who: &Identity,
        message: &mut NewMessage,
        found: &Found,
        asked: &RoomName,
        claims: Claims,
    ) -> Result<(), Error> {
        let who = self.as_now(who, asked).await?;
        self.may_say(&who, message.kind, claims.speaks_as, found, asked).await?;
        // Who it is, and which room, may have changed, too: and with them what is looked through and held.
        let room = present_name(found, asked);
        let filtered = self.passes_filter(&who, room, &message.text)?;
        message.make_room = self.inner.policy.makes_room(&who, room);
        message.slowed = self.slowed(&who, room, found);
        message.review = self.review(&who, room, filtered.or(claims.by_hook));
        Ok(())
    }

    /// Asks the door for all that it takes to say something of a kind, also in another's name.
    async fn may_say(&self, who: &Identity, kind: Kind, speaks_as: bool, found: &Found, asked: &RoomName) -> Result<(), Error> {
        self.may(who, action_for(kind)?, found, asked).await?;
        if speaks_as {
            self.may(who, Action::SpeakAs, found, asked).await?;
        }
        Ok(())
    }

    pub(super) async fn allow_say(
        &self,
        who: &Identity,
        room: &RoomName,
        admitted: &Admitted<'_>,
        kind: Kind,
        speaks_as: bool,
    ) -> Result<(), Error> {
        self.may_say(who, kind, speaks_as, &admitted.found, room).await?;
        self.judge_name(who, &admitted.held)?;
        match &admitted.found {
            Found::Room(_) => Ok(()),
            Found::Deleted { .. } => Err(Code::RoomDeleted.into()),
            Found::Absent { .. } if self.inner.policy.makes_room(who, room) => Ok(()),
            Found::Absent { .. } => {
                tracing::info!(%room, "a room that is not there is not made by who speaks in it: PUT makes it, or its type says create");
                Err(Refusal::because(Code::NotFound, "room-not-made").into())
            }
        }
    }

    /// Whether a room's slow mode holds for somebody.
    ///
    /// Judged by the room's access number like all that the door says: turning it on makes what was judged before it stale.
    pub(super) fn slowed(&self, who: &Identity, room: &RoomName, found: &Found) -> bool {
        settings(found).is_some_and(|settings| settings.slow_seconds > 0) && self.inner.policy.level(who, room) < Level::Moderate
    }
}

pub(super) fn action_for(kind: Kind) -> Result<Action, Refusal> {
    Ok(match kind {
        Kind::Message => Action::Say,
        Kind::Action => Action::Action,
        Kind::Notification => Action::Notify,
        Kind::System => Action::System,
        // These tell what the server has seen, and nobody may make them up.
        Kind::Join | Kind::Leave => return Err(Refusal::because(Code::NotAllowed, "kind-made-by-server")),
    })
}
