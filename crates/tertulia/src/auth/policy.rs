//! The one door: may this identity do this here? The default is no.
//!
//! | level | may |
//! |---|---|
//! | `read` | read |
//! | `say` | say, action, type, react, edit and delete one's own, report |
//! | `moderate` | delete anybody's, restrict, lock, slow, hold, review |
//! | `own` | settings, notify, system, speak as anybody, signal, delete the room |
//!
//! Pure: what it needs to know is handed to it, and nothing is asked of a store. "Not there" and "not yours" are the same
//! answer, given before anything is read.

use std::collections::HashMap;

use tertulia_wire::moderation::Restriction;
use tertulia_wire::page::{Action, Restricted, RestrictionKind};
use tertulia_wire::{Code, Level, Me, RoomName, RoomType, Settings, Time};

use super::identity::{Granted, Identity, Who};
use crate::error::Refusal;
use crate::store::Hold;

/// What a type of rooms allows to those whom the host doesn't vouch for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TypeRules {
    /// What guests may do: `none`, `read` or `say`.
    pub guests: Level,
    /// Whose first say makes a room, besides that of the host's own code and of whoever has a grant, or a policy of the host's, that
    /// names it. `None`: that of users, whom the site vouches for, by whatever grant lets them say. `true`: also that of guests, and of programs with `own`
    /// by wildcard. `false`: nobody's else.
    pub create: Option<bool>,
}

/// The rules by which the door opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// Rules of the types that have their own.
    pub types: HashMap<RoomType, TypeRules>,
    /// Rules of all others.
    pub others: TypeRules,
}

/// Every action, in the order in which `me.may` lists them, with the level it needs.
const ACTIONS: [(Action, Level); 19] = [
    (Action::Read, Level::Read),
    (Action::Say, Level::Say),
    (Action::Action, Level::Say),
    (Action::Type, Level::Say),
    (Action::React, Level::Say),
    (Action::Edit, Level::Say),
    (Action::Delete, Level::Say),
    (Action::Report, Level::Say),
    (Action::DeleteAny, Level::Moderate),
    (Action::Restrict, Level::Moderate),
    (Action::Lock, Level::Moderate),
    (Action::Slow, Level::Moderate),
    (Action::Review, Level::Moderate),
    (Action::Settings, Level::Own),
    (Action::Notify, Level::Own),
    (Action::System, Level::Own),
    (Action::SpeakAs, Level::Own),
    (Action::Signal, Level::Own),
    (Action::DeleteRoom, Level::Own),
];

fn needs(action: Action) -> Level {
    ACTIONS.iter().find(|(known, _)| *known == action).map_or(Level::Own, |(_, level)| *level)
}

/// What is heard of somebody: a lock and a mute are about this.
fn speaks(action: Action) -> bool {
    matches!(action, Action::Say | Action::Action | Action::Edit | Action::React | Action::Type)
}

/// By what something new is said.
fn says(action: Action) -> bool {
    matches!(action, Action::Say | Action::Action | Action::Notify | Action::System)
}

impl Policy {
    /// The rules of open mode: guests say, and rooms come with the first say.
    #[must_use]
    pub fn open() -> Self {
        Self { types: HashMap::new(), others: TypeRules { guests: Level::Say, create: Some(true) } }
    }

    fn rules(&self, room: &RoomName) -> TypeRules {
        self.types.get(&room.room_type).copied().unwrap_or(self.others)
    }

    fn granted(&self, who: &Identity, room: &RoomName) -> Granted {
        let by_rule = |level| Granted { level, by_name: false };
        match &who.who {
            // A guest has a name to answer for; nobody only looks.
            Who::Nobody => by_rule(self.rules(room).guests.min(Level::Read)),
            Who::Guest { .. } => by_rule(self.rules(room).guests.min(Level::Say)),
            Who::User { grants, .. } => grants.on(room).unwrap_or(by_rule(Level::None)),
        }
    }

    /// Whether guests may speak in a room, if it lets anybody.
    #[must_use]
    pub fn lets_guests_say(&self, room: &RoomName) -> bool {
        self.rules(room).guests >= Level::Say
    }

    /// Whether what a guest says makes the room.
    #[must_use]
    pub fn lets_guests_begin(&self, room: &RoomName) -> bool {
        self.lets_guests_say(room) && self.rules(room).create == Some(true)
    }

    /// How much somebody may do in a room.
    #[must_use]
    pub fn level(&self, who: &Identity, room: &RoomName) -> Level {
        self.granted(who, room).level
    }

    /// Whether this is a program on the host's side: `own` by wildcard is for servers, never for pages.
    #[must_use]
    pub fn is_program(&self, who: &Identity, room: &RoomName) -> bool {
        self.granted(who, room) == Granted { level: Level::Own, by_name: false }
    }

    /// Whether what somebody says waits for review: those who review are not reviewed.
    pub(crate) fn hold(&self, who: &Identity, room: &RoomName) -> Hold {
        if self.level(who, room) >= Level::Moderate {
            Hold::Never
        } else {
            Hold::AsTheRoomSays { guest: !matches!(who.who, Who::User { .. }) }
        }
    }

    /// Whether a text is changed without anybody having looked at it: who waits for review offers nothing new in the place of the old.
    fn may_change(&self, who: &Identity, room: &RoomName, settings: &Settings) -> bool {
        self.hold(who, room).in_a_room_that(settings.hold).is_none()
    }

    /// Whether a say makes the room.
    #[must_use]
    pub fn makes_room(&self, who: &Identity, room: &RoomName) -> bool {
        let granted = self.granted(who, room);
        let is_user = matches!(who.who, Who::User { .. });
        // A program that may do everything makes rooms by `PUT`: one whose name it has misspelt is to be told of.
        let by_wildcard = || self.rules(room).create.unwrap_or(is_user && granted.level < Level::Own);
        granted.level >= Level::Say && (granted.by_name || by_wildcard())
    }

    /// May this identity do this in this room, which has these settings if it is there?
    ///
    /// # Errors
    /// The refusal to answer with: `not_found` without `read`, `token_missing` for nobody, else why not.
    pub fn may(&self, who: &Identity, action: Action, room: &RoomName, settings: Option<&Settings>) -> Result<(), Refusal> {
        let (level, needs) = (self.level(who, room), needs(action));
        if level < needs {
            return Err(match &who.who {
                Who::Nobody => Refusal::new(Code::TokenMissing),
                _ if level < Level::Read => Refusal::new(Code::NotFound),
                _ => Refusal::because(Code::NotAllowed, "level-needed").with("needs", format!("{needs:?}").to_lowercase()),
            });
        }
        if speaks(action) && level < Level::Moderate && settings.is_some_and(|settings| settings.locked) {
            return Err(Refusal::new(Code::Locked));
        }
        Ok(())
    }

    /// May this identity do this in this room, with what was put on it there? Asked after [`may`](Self::may). Nothing that is put
    /// on those who keep order takes their rights away.
    ///
    /// # Errors
    /// `banned`, or `muted` for what speaks; with why, and when it ends.
    pub fn may_restricted(
        &self,
        who: &Identity,
        action: Action,
        room: &RoomName,
        restriction: Option<&Restriction>,
        now: Time,
    ) -> Result<(), Refusal> {
        refuse_restricted(who, action, restriction.filter(|_| self.level(who, room) < Level::Moderate), now)
    }

    /// What somebody is and may do in a room, without their reactions. In one that is not there, which has no settings, nothing is
    /// said by whoever does not make it so.
    #[must_use]
    pub fn me(&self, who: &Identity, room: &RoomName, settings: Option<&Settings>) -> Me {
        let sender = who.sender();
        let is_there = settings.is_some() || self.makes_room(who, room);
        let may = ACTIONS.iter().map(|(action, _)| *action).filter(|action| is_there || !says(*action));
        let may = may.filter(|action| self.may(who, *action, room, settings).is_ok());
        // Each edit is judged where it is written: one that changes nothing is answered still.
        let may_change = settings.is_none_or(|settings| self.may_change(who, room, settings));
        let may = may.filter(|action| may_change || *action != Action::Edit);
        Me {
            id: who.id().map(str::to_owned),
            name: sender.as_ref().map(|sender| sender.name.clone()),
            guest: sender.is_some_and(|sender| sender.guest),
            level: self.level(who, room),
            may: may.collect(),
            guests: matches!(who.who, Who::Nobody).then(|| self.open_to_guests(room, settings)),
            ..Me::default()
        }
    }

    /// What whoever takes a name as a guest could do in a room now: nobody is asked for one in vain.
    fn open_to_guests(&self, room: &RoomName, settings: Option<&Settings>) -> Level {
        let may_say = match settings {
            Some(settings) => self.lets_guests_say(room) && !settings.locked,
            None => self.lets_guests_begin(room),
        };
        if may_say { Level::Say } else { self.rules(room).guests.min(Level::Read) }
    }
}

/// Refuses what a restriction takes away, on somebody or on all who come from where somebody did.
pub(crate) fn refuse_restricted(
    who: &Identity,
    action: Action,
    restriction: Option<&Restriction>,
    now: Time,
) -> Result<(), Refusal> {
    let Some(restriction) = restriction else { return Ok(()) };
    let code = match restriction.kind {
        RestrictionKind::Ban | RestrictionKind::Kick => Code::Banned,
        RestrictionKind::Mute if speaks(action) => Code::Muted,
        RestrictionKind::Mute => return Ok(()),
    };
    let reason = match (restriction.until, &restriction.why) {
        (Some(_), _) if who.id() != Some(&restriction.user) => Some("restricted-address"),
        (None, None) => None,
        (Some(_), None) => Some("restricted-until"),
        (None, Some(_)) => Some("restricted-why"),
        (Some(_), Some(_)) => Some("restricted-until-why"),
    };
    // Of whoever is caught by an address alone no reason stands here: it would be about somebody else.
    let restricted = Restricted { kind: restriction.kind, until: restriction.until, why: restriction.why.clone() };
    let mut refusal = Refusal { reason, restricted: Some(Box::new(restricted)), ..Refusal::new(code) };
    if let Some(until) = restriction.until {
        // Rounded up: who comes back then is not too early.
        let left_ms = u64::try_from(until.0 - now.0).unwrap_or(0);
        let seconds = u32::try_from(left_ms.div_ceil(1_000)).unwrap_or(u32::MAX);
        refusal = refusal.with("until", until.to_string()).retry_after_s(seconds);
    }
    Err(match &restriction.why {
        Some(why) => refusal.with("why", why.as_str()),
        None => refusal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{Grants, Proof};

    fn room() -> RoomName {
        "project/42".parse().expect("valid")
    }

    fn user(level: Level) -> Identity {
        let grants = Grants::new([("project/42".to_owned(), level)].into());
        Identity::of(Who::User { id: "u1".into(), name: None, avatar: None, grants }, None, Proof::Own)
    }

    fn guest() -> Identity {
        Identity::of(Who::Guest { id: "~g".into(), name: "Ana".into() }, None, Proof::Own)
    }

    fn code(policy: &Policy, who: &Identity, action: Action, settings: &Settings) -> Option<Code> {
        policy.may(who, action, &room(), Some(settings)).err().map(|refusal| refusal.code)
    }

    #[test]
    fn each_action_needs_its_level_and_no_less() {
        let (policy, settings) = (Policy::default(), Settings::default());
        for (action, needed) in ACTIONS {
            for level in [Level::None, Level::Read, Level::Say, Level::Moderate, Level::Own] {
                let expected = match level {
                    level if level >= needed => None,
                    Level::None => Some(Code::NotFound),
                    _ => Some(Code::NotAllowed),
                };
                assert_eq!(code(&policy, &user(level), action, &settings), expected, "{action:?} with {level:?}");
            }
        }
    }

    #[test]
    fn the_default_is_no() {
        let (policy, settings) = (Policy::default(), Settings::default());
        assert_eq!(code(&policy, &Identity::nobody(), Action::Read, &settings), Some(Code::TokenMissing));
        assert_eq!(code(&policy, &guest(), Action::Read, &settings), Some(Code::NotFound));
    }

    #[test]
    fn nobody_reads_at_most_and_a_guest_says_at_most() {
        let (policy, settings) =
            (Policy { others: TypeRules { guests: Level::Own, create: Some(true) }, ..Policy::default() }, Settings::default());
        assert_eq!(code(&policy, &Identity::nobody(), Action::Read, &settings), None);
        assert_eq!(code(&policy, &Identity::nobody(), Action::Say, &settings), Some(Code::TokenMissing));
        assert_eq!(code(&policy, &guest(), Action::Say, &settings), None);
        assert_eq!(code(&policy, &guest(), Action::DeleteAny, &settings), Some(Code::NotAllowed));
    }

    #[test]
    fn whom_the_site_vouches_for_begins_a_room_by_any_grant_and_a_stranger_or_a_program_where_the_type_says_so() {
        let by = |pattern: &str, level| {
            let grants = Grants::new([(pattern.to_owned(), level)].into());
            Identity::of(Who::User { id: "u1".into(), name: None, avatar: None, grants }, None, Proof::Own)
        };
        let begin = |create, who: &Identity| {
            let policy = Policy { others: TypeRules { guests: Level::Say, create }, ..Policy::default() };
            let may = policy.me(who, &room(), None).may;
            assert_eq!(may.contains(&Action::Say), policy.makes_room(who, &room()), "{who:?} is told what is done");
            assert!(
                policy.me(who, &room(), Some(&Settings::default())).may.contains(&Action::Say),
                "{who:?} says in one that is there"
            );
            policy.makes_room(who, &room())
        };
        // By a grant that names the room, by type, by `*`, a program, a guest.
        let people =
            [by("project/42", Level::Say), by("project/*", Level::Say), by("*", Level::Moderate), by("*", Level::Own), guest()];
        for (create, begins) in [
            (None, [true, true, true, false, false]),
            (Some(true), [true, true, true, true, true]),
            (Some(false), [true, false, false, false, false]),
        ] {
            assert_eq!(people.each_ref().map(|who| begin(create, who)), begins, "{create:?}");
        }
        assert!(!Policy::default().makes_room(&by("project/*", Level::Read), &room()));
    }

    #[test]
    fn a_lock_silences_all_below_moderate_and_lets_them_read() {
        let (policy, settings) = (Policy::open(), Settings { locked: true, ..Settings::default() });
        for action in [Action::Say, Action::Action, Action::Edit, Action::React] {
            assert_eq!(code(&policy, &guest(), action, &settings), Some(Code::Locked));
            assert_eq!(code(&policy, &user(Level::Moderate), action, &settings), None);
        }
        assert_eq!(code(&policy, &guest(), Action::Read, &settings), None);
        assert_eq!(code(&policy, &guest(), Action::Delete, &settings), None);
        assert!(!policy.me(&guest(), &room(), Some(&settings)).may.contains(&Action::Say));
    }
}
