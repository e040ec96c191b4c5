//! Guests: how they get a name, and that nobody has another's.
//!
//! A guest's name is nobody's word but their own, so it is refused where it looks like that of somebody present, of a user who
//! was in the room, of another guest who has spoken there, or of the site itself.

use tertulia_wire::request::{Guest, NewGuest};
use tertulia_wire::{Code, Level, RoomName, Sender};

use crate::address::ClientAddress;
use crate::auth::token::guest_id;
use crate::auth::{Identity, Proof, Who};
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, Refusal};
use crate::hub::{Held, Whose};
use crate::names;
use crate::store::{Found, SeenName};

impl Chat {
    /// Makes a guest, or renews one, with this name, for whoever asks from an address; with a room, the name is judged by who is
    /// and was there.
    ///
    /// # Errors
    /// `invalid` for a name that breaks its rules; `not_allowed` where guests may not say in that room, or it is not there and they don't make it; `banned` and `muted`, there or
    /// everywhere, also by the address; `refused` for a name that the filter
    /// does not let pass; `name_taken`, with a
    /// proposal unless the word is nobody's to take; `slow_down` where so many guests come from the address, or so many are renewed there; `store_away`.
    pub async fn guest(
        &self,
        renews: Option<&Identity>,
        guest: &NewGuest,
        address: Option<ClientAddress>,
    ) -> Result<Guest, Error> {
        let name = draft::name(&guest.name)?;
        let id = match renews.map(|identity| &identity.who) {
            Some(Who::Guest { id, .. }) => {
                self.keeps_pace_of_renewals(address)?;
                id.clone()
            }
            _ => {
                self.keeps_pace_of_guests(address)?;
                guest_id()?
            }
        };
        let is_one = renews.is_some_and(|identity| identity.id() == Some(&id));
        let identity = Identity::of(Who::Guest { id: id.clone(), name: name.clone() }, None, Proof::Own).at(address);
        if guest.room.is_none() {
            self.may_be_guest(&identity, is_one, None).await?;
        }
        if names::is_reserved(&name) {
            return Err(reserved().into());
        }
        self.guest_passes_filter(&name, guest.room.as_ref())?;
        if let Some(room) = &guest.room {
            if self.inner.policy.level(&identity, room) < Level::Say {
                return Err(Refusal::because(Code::NotAllowed, "guests-not-welcome").into());
            }
            let (held, found) = self.inner.hub.room(room).await?;
            self.may_be_guest(&identity, is_one, Some((room, &found))).await?;
            // Who comes for the first time is not asked for a name in vain.
            if !is_one && matches!(found, Found::Absent { .. }) && !self.inner.policy.lets_guests_begin(room) {
                return Err(Refusal::because(Code::NotAllowed, "room-not-made").into());
            }
            if self.held_name(&held, &id, &name).await? == Whose::Anothers {
                return Err(self.taken(&held, &id, &name).await.into());
            }
        }
        self.note_whereabouts(&identity);
        let (token, sender) = self.inner.tokens.for_guest(&id, &name, (self.inner.clock)())?;
        Ok(Guest { token, sender })
    }

    /// Refuses what a guest wants to say under a name that is somebody's who is here, or nobody's to take. Whether it is that of
    /// somebody who was here is judged where the message is written.
    pub(crate) fn judge_name(&self, who: &Identity, held: &Held) -> Result<(), Refusal> {
        let Who::Guest { id, name } = &who.who else { return Ok(()) };
        if names::is_reserved(name) {
            return Err(reserved());
        }
        if held.has_name(&names::look(name), id) { Err(Refusal::new(Code::NameTaken)) } else { Ok(()) }
    }

    /// The name that something is said under, also in rooms where guests may not speak: one day they may, below what stands there.
    pub(crate) fn seen_name(who: &Identity, sender: Option<&Sender>) -> Option<SeenName> {
        let sender = sender?;
        let guest = matches!(who.who, Who::Guest { .. });
        // A guest that the host speaks for has the name that the host gives.
        let person = sender.id.clone().filter(|_| guest || !sender.guest).unwrap_or_default();
        Some(SeenName { look: names::look(&sender.name), person, guest })
    }

    /// Whose name it is that somebody is here under: a guest is not named under another's. Asks the store for each guest who comes,
    /// and for those who are not named again, since whoever had the name may have gone.
    pub(crate) async fn whose_name(&self, who: &Identity, room: &RoomName, held: &Held) -> Whose {
        let (Who::Guest { id, name }, Some(sender)) = (&who.who, who.person()) else { return Whose::Theirs };
        if !self.may_show_name(who, room) {
            return Whose::Anothers;
        }
        if held.names(&sender) == Some(true) {
            return Whose::Nobodys;
        }
        self.held_name(held, id, name).await.unwrap_or(Whose::Anothers)
    }

    /// Refuses what a guest does under a name that is not theirs, where that is not judged as it is written.
    pub(crate) async fn may_go_by_name(&self, who: &Identity, room: &RoomName, held: &Held) -> Result<(), Error> {
        let Who::Guest { id, name } = &who.who else { return Ok(()) };
        self.judge_name(who, held)?;
        self.guest_passes_filter(name, Some(room))?;
        if self.held_name(held, id, name).await? == Whose::Anothers { Err(Code::NameTaken.into()) } else { Ok(()) }
    }

    /// Whether a guest's name is one that may stand in a room at all: whoever was made for no room has shown it to no room's filter.
    pub(crate) fn may_show_name(&self, who: &Identity, room: &RoomName) -> bool {
        let Who::Guest { name, .. } = &who.who else { return true };
        !names::is_reserved(name) && self.guest_passes_filter(name, Some(room)).is_ok()
    }

    async fn held_name(&self, held: &Held, id: &str, name: &str) -> Result<Whose, Error> {
        let look = names::look(name);
        if held.has_name(&look, id) {
            return Ok(Whose::Anothers);
        }
        let Some(key) = held.key() else { return Ok(Whose::Nobodys) };
        let seen = self.inner.store.seen_names(key, &[look], (self.inner.clock)()).await?;
        Ok(match seen.first() {
            None => Whose::Nobodys,
            Some((_, person)) if person == id => Whose::Theirs,
            Some(_) => Whose::Anothers,
        })
    }

    /// Says that a name is taken, and which like it is free.
    pub(crate) async fn taken(&self, held: &Held, id: &str, name: &str) -> Refusal {
        // Where there is no chance to be had the small numbers are still to be tried.
        let proposals: Vec<_> = names::proposals(name, getrandom::u64().unwrap_or(0)).collect();
        let looks: Vec<_> = proposals.iter().map(|proposal| names::look(proposal)).collect();
        let now = (self.inner.clock)();
        let seen = match held.key() {
            Some(key) => self.inner.store.seen_names(key, &looks, now).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let is_free = |look: &String| !held.has_name(look, id) && seen.iter().all(|(seen, person)| seen != look || person == id);
        let proposal = looks.iter().position(is_free).and_then(|place| proposals.get(place).cloned());
        Refusal { proposal, ..Refusal::new(Code::NameTaken) }
    }

    /// Adds a proposal to a refusal that says that a guest's name is taken.
    pub(crate) async fn with_proposal(&self, who: &Identity, room: &RoomName, error: Error) -> Error {
        match (&who.who, error) {
            (Who::Guest { id, name }, Error::Refused(refusal)) if refusal.code == Code::NameTaken && refusal.reason.is_none() => {
                match self.inner.hub.room(room).await {
                    Ok((held, _)) => self.taken(&held, id, name).await.into(),
                    Err(_) => refusal.into(),
                }
            }
            (_, error) => error,
        }
    }
}

fn reserved() -> Refusal {
    Refusal::because(Code::NameTaken, "name-reserved")
}
