//! Whether somebody still is who they were, and may still do what they might: asked again whenever a right may have ended.
//!
//! Always in this order: first what has been taken back is noted, then the store's access number *everywhere* is raised, then
//! the readers hear of it. Who knows the new number therefore finds what was taken back; who knows the old one is stale.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use http::request::Parts;
use tertulia_wire::page::Action;
use tertulia_wire::{Code, Level, RoomName, Settings};
use tokio::time::timeout;

use crate::auth::host::Asked;
use crate::auth::identity::HOST;
use crate::auth::{Identity, Proof, Who};
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::moderation::reason;
use crate::say::write_error;
use crate::store::{Everywhere, Raised, Revocations, RoomKey};

/// Who does something everywhere.
#[derive(Debug, Clone, Copy)]
pub(crate) enum By<'a> {
    /// The host's own code, for whoever decided.
    Host(&'a str),
    /// Whoever asks, and may not be let do it any more by now.
    Asker(&'a Identity),
}

impl<'a> By<'a> {
    /// The id that the audit names.
    pub(crate) fn id(self) -> &'a str {
        match self {
            By::Host(id) => id,
            By::Asker(who) => who.bearer(),
        }
    }
}

impl Chat {
    /// Has the host asked anew about everybody, or about one user, in all rooms or in one, since it has changed its mind.
    ///
    /// Who is known by the word of the host ([`Authenticate`](crate::auth::Authenticate)) gets nothing on this node that was
    /// committed after this returned, and writes nothing, before the host was asked. A stream goes on, with a frame `me`
    /// where the answer is another one, or ends. On what a token grants this has no effect: for that there is [`revoke`](Self::revoke).
    ///
    /// # Errors
    /// `store_away` or `unknown`: ask again.
    pub async fn recheck(&self, who: Option<&str>, room: Option<&RoomName>) -> Result<(), Error> {
        self.inner.rights.change(who, room);
        self.raise_everywhere(Everywhere::Recheck, By::Host(HOST)).await.map(drop)
    }

    /// Refuses from now on all tokens of a user, or a guest, that were made before, for as long as the store is kept.
    ///
    /// Nothing that is committed after this returned is written to their streams, which end with `token_expired`, a WebSocket
    /// also with 4001; nothing more is taken from them. Refused is each token whose `iat` is not more than 60 s after this second,
    /// since the clock of whoever signs may be ahead by that: what is signed in the minute after is lost, too. With a token that
    /// is signed later they may come back: to keep them away the host hands out no more. Who is known by the word of the host is asked about anew, see [`recheck`](Self::recheck).
    ///
    /// # Errors
    /// `invalid` for what is no user's id; `store_away` or `unknown`: ask again. The tokens may be refused already.
    pub async fn revoke(&self, user: &str) -> Result<(), Error> {
        self.revoke_by(By::Host(HOST), user, None).await
    }

    /// The same, with a reason for the audit.
    ///
    /// # Errors
    /// As [`revoke`](Self::revoke); `too_long` for the reason.
    pub async fn revoke_because(&self, user: &str, why: &str) -> Result<(), Error> {
        self.revoke_by(By::Host(HOST), user, Some(why.to_owned())).await
    }

    /// The same, as who does it.
    pub(crate) async fn revoke_by(&self, by: By<'_>, user: &str, why: Option<String>) -> Result<(), Error> {
        draft::user(user)?;
        let why = reason(why)?;
        let second = (self.inner.clock)().0.div_euclid(1_000);
        let act = Everywhere::Revoke { person: user.to_owned(), second, by: by.id().to_owned(), why };
        self.raise_everywhere(act, by).await.map(drop)
    }

    /// Who a token is for; a key that is not known yet is fetched where the site has a source of keys.
    ///
    /// Waits for the source at most twice `jwks_answer_s`, and mostly not at all.
    ///
    /// # Errors
    /// `token_invalid`, `token_expired`; `store_away` where the key is not known and the source of keys does not answer.
    pub async fn whose(&self, token: &str) -> Result<Identity, Refusal> {
        match self.identify(token) {
            Err(refusal) if refusal.code == Code::TokenInvalid && self.inner.tokens.learn(token).await? => self.identify(token),
            known => known,
        }
    }

    /// Does something everywhere, one after the other: whoever asked for it and is refused by then does nothing.
    ///
    /// # Errors
    /// As [`still_allow_everywhere`](Self::still_allow_everywhere); what the store refuses; `store_away` or `unknown`: ask again.
    pub(crate) async fn raise_everywhere(&self, act: Everywhere, by: By<'_>) -> Result<Raised, Error> {
        let asks = match by {
            By::Host(_) => {
                // At once: also while the store is away.
                self.note_taken_back(&act);
                None
            }
            // Not under the lock, and for as long as it takes: nobody waits for the host of another.
            By::Asker(who) => Some(self.still_everywhere(who.clone()).await?),
        };
        let chat = self.clone();
        // In a task of its own: whoever asked may hang up, and a number that was raised has to be heard of.
        let raising = tokio::spawn(async move { chat.raise_in_turn(act, asks).await });
        let unknown = |why: &str| StoreError::Unknown(why.to_owned());
        let raised = timeout(self.inner.limits.write_deadline(), raising).await;
        let raised = raised.map_err(|_| unknown("the store did not answer in time"))?;
        raised.map_err(|error| unknown(&error.to_string()))?
    }

    async fn raise_in_turn(&self, act: Everywhere, mut asks: Option<(Identity, u64)>) -> Result<Raised, Error> {
        loop {
            // Held until it is written: what is taken back from whoever asks comes before that, or after it.
            let turn = self.inner.rights.raising.lock().await;
            let now = (self.inner.clock)();
            match asks {
                Some((who, at)) if who.is_over(now) || self.is_taken_back(&who) || self.inner.rights.changes() != at => {
                    drop(turn);
                    asks = Some(self.still_everywhere(who).await?);
                    continue;
                }
                Some(_) => self.note_taken_back(&act),
                None => {}
            }
            let raised = self.inner.store.raise_everywhere(act, now).await.map_err(write_error)?;
            self.inner.hub.raise_everywhere(raised.everywhere);
            return Ok(raised);
        }
    }

    /// Who somebody is now who may act everywhere, and how often the host had changed its mind by then.
    async fn still_everywhere(&self, who: Identity) -> Result<(Identity, u64), Refusal> {
        let at = self.inner.rights.changes();
        let now = self.still_allow_everywhere(&who).await?;
        Ok((now.unwrap_or(who), at))
    }

    /// Notes here, before the store does, whose tokens are refused.
    fn note_taken_back(&self, act: &Everywhere) {
        let (person, second) = match act {
            Everywhere::Revoke { person, second, .. } => (person, *second),
            Everywhere::Erase { erasure, second, .. } => (&erasure.person, *second),
            Everywhere::Recheck | Everywhere::Restrict(_) => return,
        };
        self.inner.rights.revoke(person, second);
        self.inner.rights.change(Some(person), None);
    }

    /// Learns at the start what has been revoked, and what is in force everywhere: so that what is in memory can be read on should
    /// the store go away.
    pub(crate) async fn learn_what_is_taken_back(&self) -> Result<(), StoreError> {
        let everywhere = self.learn_revocations(0).await?;
        if everywhere > 0 {
            self.in_force(RoomKey::EVERYWHERE, everywhere).await?;
        }
        Ok(())
    }

    /// Learns what has been revoked since a number, here or on other nodes; says which number it is now.
    pub(crate) async fn learn_revocations(&self, mut after: u64) -> Result<u64, StoreError> {
        loop {
            let told = self.inner.store.revocations(after).await?;
            told.revoked.iter().for_each(|revoked| self.inner.rights.revoke(&revoked.person, revoked.second));
            if told.revoked.len() < Revocations::MOST as usize {
                self.inner.rights.now_known(told.everywhere);
                self.inner.hub.raise_everywhere(told.everywhere);
                return Ok(told.everywhere);
            }
            after = told.revoked.last().map_or(after, |revoked| revoked.number);
        }
    }

    /// Refuses whose token is taken back, also by another node a moment ago: who is judged by a number *everywhere* is judged by all
    /// that came with it, or would be let in by the new number and never asked about again.
    pub(crate) async fn is_not_revoked(&self, who: &Identity, everywhere: u64) -> Result<(), Error> {
        if !self.inner.store.sole_writer() && self.inner.rights.known() < everywhere {
            let chat = self.clone();
            let asking = async move {
                let _turn = chat.inner.rights.asking.lock().await;
                match chat.inner.rights.known() {
                    known if known < everywhere => chat.learn_revocations(known).await.map(drop),
                    _ => Ok(()),
                }
            };
            // In a task of its own: who hangs up must not leave a query half read on a connection.
            tokio::spawn(asking).await.unwrap_or_else(|error| Err(StoreError::Failed(error.to_string())))?;
        }
        if self.is_taken_back(who) { Err(Code::TokenExpired.into()) } else { Ok(()) }
    }

    /// Whether the token that somebody came with is revoked, or was good by a key that the site has taken back since.
    fn is_taken_back(&self, who: &Identity) -> bool {
        self.inner.rights.is_revoked(who) || self.inner.tokens.has_lost_key_of(who)
    }

    /// Whom the host says that a request is from; nobody where it knows nobody, or there is no host to ask.
    pub(crate) async fn ask_host(&self, head: Arc<Parts>) -> Result<Identity, Refusal> {
        let Some(host) = &self.inner.authenticate else { return Ok(Identity::nobody()) };
        // Before it is asked: if it changes its mind meanwhile, it is asked again.
        let at = self.inner.rights.changes();
        let away = || Refusal::new(Code::StoreAway).retry_after_s(1);
        let answer = timeout(Duration::from_secs(self.inner.limits.host_answer_s), host.authenticate(&head)).await;
        let user = match answer {
            Ok(Ok(user)) => user,
            Ok(Err(error)) => {
                // Whatever comes from outside is logged with escapes: a line end in it would forge lines.
                tracing::warn!(error = ?error.to_string(), "the host could not tell who somebody is");
                return Err(away());
            }
            Err(_) => {
                tracing::warn!(after_s = self.inner.limits.host_answer_s, "the host did not tell in time who somebody is");
                return Err(away());
            }
        };
        let Some(user) = user else { return Ok(Identity::nobody()) };
        if let Some(pattern) = user.useless_pattern()
            && !self.inner.rights.pattern_told.swap(true, Ordering::Relaxed)
        {
            tracing::error!(
                ?pattern,
                "the host lets a user do something in rooms that can't be: a pattern is type/id, type/* or *"
            );
        }
        let now = (self.inner.clock)();
        Ok(user.identity(Asked { head: Arc::clone(&head), at }, now).unwrap_or_else(|| {
            tracing::error!("the host named a user by an id that no user may have: 1 to 200 characters, not beginning with ~");
            Identity::nobody()
        }))
    }

    /// Who somebody is now, where what they came with no longer tells; `None` where it still does.
    ///
    /// To be asked once the access numbers are known by which they are let in: what is taken back later changes these.
    ///
    /// # Errors
    /// `token_expired` for a token that has run out, is revoked, or was signed by a key that is taken back, and where the host knows nobody or somebody else by now;
    /// `store_away` where the host can't tell.
    pub(crate) async fn renewed(&self, who: &Identity, room: &RoomName) -> Result<Option<Identity>, Refusal> {
        self.renewed_in(who, Some(room)).await
    }

    /// The same for what is of several rooms, with what was found of them in hand, which may be newer than the right to see it. The
    /// host is asked once at most, and what it says then holds for all that was found.
    pub(crate) async fn renewed_for(
        &self,
        who: &Identity,
        rooms: impl Iterator<Item = &RoomName>,
    ) -> Result<Option<Identity>, Refusal> {
        for room in rooms {
            if let Some(now) = self.renewed(who, room).await? {
                return Ok(Some(now));
            }
        }
        Ok(None)
    }

    /// The same in one room, or wherever anything was taken back.
    async fn renewed_in(&self, who: &Identity, room: Option<&RoomName>) -> Result<Option<Identity>, Refusal> {
        let over = who.is_over((self.inner.clock)());
        let expired = || Refusal::new(Code::TokenExpired);
        let Proof::Host(asked) = &who.proof else {
            return if over || self.is_taken_back(who) { Err(expired()) } else { Ok(None) };
        };
        if !over && !self.inner.rights.have_changed(who, room) {
            return Ok(None);
        }
        let now = self.ask_host(Arc::clone(&asked.head)).await?.at(who.address);
        if now.id() == who.id() { Ok(Some(now)) } else { Err(expired()) }
    }

    /// The same, as the one or the other.
    pub(crate) async fn as_now<'a>(&self, who: &'a Identity, room: &RoomName) -> Result<Cow<'a, Identity>, Refusal> {
        Ok(self.renewed(who, room).await?.map_or(Cow::Borrowed(who), Cow::Owned))
    }

    /// Asks the door, and tells the log which grants somebody has where one is missing.
    pub(crate) fn allow(
        &self,
        who: &Identity,
        action: Action,
        room: &RoomName,
        settings: Option<&Settings>,
    ) -> Result<(), Refusal> {
        let allowed = self.inner.policy.may(who, action, room, settings);
        if let (Err(refusal), Who::User { grants, .. }) = (&allowed, &who.who)
            && matches!(refusal.code, Code::NotFound | Code::NotAllowed)
        {
            tracing::info!(%room, action = ?action, grants = ?grants.patterns(), "a grant is missing");
        }
        allowed
    }

    /// Whether somebody has `own` on everything: who acts on people and not in a room needs it.
    ///
    /// # Errors
    /// `token_missing` for nobody, else `not_allowed`.
    pub(crate) fn allow_everywhere(&self, who: &Identity) -> Result<(), Refusal> {
        match &who.who {
            Who::User { grants, .. } if grants.everywhere() >= Level::Own => Ok(()),
            Who::Nobody => Err(Refusal::new(Code::TokenMissing)),
            _ => Err(Refusal::because(Code::NotAllowed, "own-everywhere-needed")),
        }
    }

    /// The same once more, as what is in hand may be newer than the right to it; gives who they are now, where the host said so anew.
    ///
    /// # Errors
    /// The same; `token_expired`, and `store_away` where the host can't tell who it is now.
    pub(crate) async fn still_allow_everywhere(&self, who: &Identity) -> Result<Option<Identity>, Refusal> {
        let now = self.renewed_in(who, None).await?;
        self.allow_everywhere(now.as_ref().unwrap_or(who))?;
        Ok(now)
    }
}
