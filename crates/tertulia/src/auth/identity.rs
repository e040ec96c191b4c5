//! Who is asking: nobody, a guest, or a user of the host.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use tertulia_wire::{Code, Level, RoomId, RoomName, RoomType, Sender, Time};

use super::host::Asked;
use crate::address::ClientAddress;
use crate::draft;
use crate::error::Refusal;

/// The id that the host's own code acts under: no user's begins with `~`, and no guest's is so short.
pub(crate) const HOST: &str = "~";
/// What the ids of guests begin with, and no user's.
pub(super) const GUEST_MARK: char = '~';
/// Characters in an id.
pub(crate) const SUBJECT_MAX: usize = 200;

/// Whether somebody with this id is a guest of ours.
pub(crate) fn is_guest(id: &str) -> bool {
    id.starts_with(GUEST_MARK) && id != HOST
}

/// Whether a user of the host's may have this id.
pub(super) fn is_subject(id: &str) -> bool {
    !id.is_empty() && !id.starts_with(GUEST_MARK) && id.chars().count() <= SUBJECT_MAX && !id.chars().any(char::is_control)
}

/// The same, for whoever is to be told.
pub(crate) fn subject(id: &str) -> Result<&str, Refusal> {
    if is_subject(id) { Ok(id) } else { Err(Refusal::because(Code::Invalid, "user-id").with("max", SUBJECT_MAX)) }
}

/// Whether a grant can match any room: `type/id`, `type/*` or `*`.
pub(super) fn is_pattern(pattern: &str) -> bool {
    let is_type = |room_type: &str| room_type.parse::<RoomType>().is_ok();
    pattern == "*"
        || pattern.split_once('/').is_some_and(|(kind, id)| is_type(kind) && (id == "*" || id.parse::<RoomId>().is_ok()))
}

/// What somebody may do in which rooms, by a list or by the host's own policy. In a list the most specific match counts: the
/// room, then `type/*`, then `*`.
#[derive(Clone, Default)]
pub struct Grants {
    // A list, though it is looked up by name: it has one entry or two, and each open connection holds one.
    list: Box<[(Box<str>, Level)]>,
    policy: Option<Arc<RoomPolicy>>,
}

type RoomPolicy = dyn Fn(&RoomName) -> Level + Send + Sync;

impl PartialEq for Grants {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.policy, &other.policy) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same && self.list == other.list
    }
}

impl Eq for Grants {}

impl fmt::Debug for Grants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Grants").field(&self.patterns()).finish()
    }
}

/// A grant that applies, and whether it names the room exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    /// The level.
    pub level: Level,
    /// False when it came by `type/*` or `*`.
    pub by_name: bool,
}

impl Grants {
    /// Grants by pattern: `type/id`, `type/*` or `*`.
    #[must_use]
    pub fn new(grants: BTreeMap<String, Level>) -> Self {
        let list = grants.into_iter().map(|(pattern, level)| (pattern.into_boxed_str(), level)).collect();
        Self { list, policy: None }
    }

    /// Grants by a policy of the host's, which names each room that it is asked about.
    pub(crate) fn by(policy: impl Fn(&RoomName) -> Level + Send + Sync + 'static) -> Self {
        Self { list: Box::default(), policy: Some(Arc::new(policy)) }
    }

    /// The grant that applies to a room, if any does.
    #[must_use]
    pub fn on(&self, room: &RoomName) -> Option<Granted> {
        if let Some(policy) = &self.policy {
            return Some(Granted { level: policy(room), by_name: true });
        }
        let (room_type, id) = (room.room_type.as_str(), room.id.as_str());
        let find = |means: &dyn Fn(&str) -> bool| self.list.iter().find(|(pattern, _)| means(pattern)).map(|(_, level)| *level);
        let within =
            |pattern: &str, wanted: &str| pattern.strip_prefix(room_type).and_then(|rest| rest.strip_prefix('/')) == Some(wanted);
        let by_name = find(&|pattern| within(pattern, id));
        let by_wildcard = || find(&|pattern| within(pattern, "*")).or_else(|| find(&|pattern| pattern == "*"));
        let granted = |by_name: bool| move |level| Granted { level, by_name };
        by_name.map(granted(true)).or_else(|| by_wildcard().map(granted(false)))
    }

    /// What is granted by `*`, on all that is not of one room.
    #[must_use]
    pub fn everywhere(&self) -> Level {
        self.list.iter().find(|(pattern, _)| &**pattern == "*").map_or(Level::None, |(_, level)| *level)
    }

    /// Whether there may be a room in which these let somebody keep order. What the host's own policy says is known of each room alone.
    #[must_use]
    pub fn keep_order_somewhere(&self) -> bool {
        self.policy.is_some() || self.list.iter().any(|(_, level)| *level >= Level::Moderate)
    }

    /// Where there may be rooms in which these let somebody keep order, in the order of names.
    pub(crate) fn places_of_order(&self) -> Vec<PlaceOfOrder> {
        if self.policy.is_some() || self.everywhere() >= Level::Moderate {
            return vec![PlaceOfOrder::Anywhere];
        }
        let place = |pattern: &str| match pattern.strip_suffix("/*") {
            Some(room_type) => room_type.parse().map(PlaceOfOrder::Type),
            None => pattern.parse().map(PlaceOfOrder::Room),
        };
        let keeps = self.list.iter().filter(|(_, level)| *level >= Level::Moderate);
        // What names no room and no type is a pattern that fits nothing.
        let mut places: Vec<_> = keeps.filter_map(|(pattern, _)| place(pattern).ok()).collect();
        places.sort_unstable_by(|one, other| one.order().cmp(&other.order()));
        // A type has all of its rooms, and stands before them.
        places.dedup_by(|later, earlier| matches!(earlier, PlaceOfOrder::Type(of) if of.as_str() == later.order().0));
        places
    }

    /// The patterns, for the log line that tells which grants a token has.
    #[must_use]
    pub fn patterns(&self) -> String {
        if self.policy.is_some() {
            return "by the host's own policy".to_owned();
        }
        self.list.iter().map(|(pattern, level)| format!("{pattern}: {level:?}")).collect::<Vec<_>>().join(", ")
    }
}

/// Where there may be rooms in which somebody keeps order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlaceOfOrder {
    /// Anywhere: what is known is known of each room alone.
    Anywhere,
    /// Among all rooms of a type.
    Type(RoomType),
    /// One room.
    Room(RoomName),
}

impl PlaceOfOrder {
    /// By name, a type before its rooms.
    fn order(&self) -> (&str, &str) {
        match self {
            Self::Anywhere => ("", ""),
            Self::Type(room_type) => (room_type.as_str(), ""),
            Self::Room(name) => (name.room_type.as_str(), name.id.as_str()),
        }
    }
}

/// Who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Who {
    /// Nobody has said who they are.
    Nobody,
    /// A guest of ours, with an id that begins with `~`.
    Guest {
        /// The id.
        id: String,
        /// The name, which nobody vouches for.
        name: String,
    },
    /// A user of the host.
    User {
        /// The host's id.
        id: String,
        /// The name, where the host gives one; else they are shown by their id, as far as it may be a name.
        name: Option<String>,
        /// The address of a picture.
        avatar: Option<String>,
        /// What the host lets them do.
        grants: Grants,
    },
}

/// Tells a key that was fetched from another one, by its name, kind and numbers; those that the chat was built with, which nobody
/// takes back, are all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct KeyMark(pub(super) u64);

impl KeyMark {
    /// A key that the chat was built with.
    pub(super) const OWN: Self = Self(0);
}

/// What an identity stands on, and so by what it may end before its time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Proof {
    /// Nothing that anybody could take back: nobody's, and the host's own code.
    #[default]
    Own,
    /// A token of ours.
    Token {
        /// When it was issued, in seconds since 1970.
        issued: i64,
        /// By which key of the site's it is good.
        key: KeyMark,
    },
    /// The word of the host, by the head of a request; it is asked again when the time is over.
    Host(Asked),
}

/// Who is asking, and for how long that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Who it is.
    pub who: Who,
    /// When it has to be proved again; `None` is never.
    pub until: Option<Time>,
    /// By what it is proved.
    pub proof: Proof,
    /// From where it asks, as far as that is known.
    pub address: Option<ClientAddress>,
}

impl Identity {
    /// Nobody in particular.
    #[must_use]
    pub fn nobody() -> Self {
        Self::of(Who::Nobody, None, Proof::Own)
    }

    pub(crate) fn of(who: Who, until: Option<Time>, proof: Proof) -> Self {
        Self { who, until, proof, address: None }
    }

    /// The same, asking from an address.
    pub(crate) fn at(self, address: Option<ClientAddress>) -> Self {
        Self { address, ..self }
    }

    /// The host's own code in one room, where it may do everything, also when the room has moved; names the room exactly, and
    /// so it makes it too.
    pub(crate) fn host(room: &RoomName) -> Self {
        Self::host_as(room, HOST)
    }

    /// Whoever runs the server, at its command line: may do everything everywhere.
    pub(crate) fn control() -> Self {
        let grants = Grants::new([("*".to_owned(), Level::Own)].into());
        Self::of(Who::User { id: HOST.to_owned(), name: None, avatar: None, grants }, None, Proof::Own)
    }

    /// The host's own code, acting for somebody.
    pub(crate) fn host_as(room: &RoomName, id: &str) -> Self {
        let grants = Grants::new([(room.to_string(), Level::Own), ("*".to_owned(), Level::Own)].into());
        Self::of(Who::User { id: id.to_owned(), name: None, avatar: None, grants }, None, Proof::Own)
    }

    /// The id; `None` for nobody.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match &self.who {
            Who::Nobody => None,
            Who::Guest { id, .. } | Who::User { id, .. } => Some(id),
        }
    }

    /// Whose requests these are, for telling a retry: never empty of meaning, also for nobody.
    #[must_use]
    pub fn bearer(&self) -> &str {
        self.id().unwrap_or("")
    }

    /// As whom it says something; `None` for nobody.
    #[must_use]
    pub fn sender(&self) -> Option<Sender> {
        match &self.who {
            Who::Nobody => None,
            Who::Guest { id, name } => Some(Sender { id: Some(id.clone()), name: name.clone(), guest: true, avatar: None }),
            Who::User { id, name, avatar, .. } => {
                let name = name.clone().unwrap_or_else(|| draft::name_of_id(id));
                Some(Sender { id: Some(id.clone()), name, guest: false, avatar: avatar.clone() })
            }
        }
    }

    /// As whom it is present in a room; `None` for nobody, and for the host's own code, which only looks.
    #[must_use]
    pub fn person(&self) -> Option<Sender> {
        self.sender().filter(|sender| sender.id.as_deref() != Some(HOST))
    }

    /// Whether it has run out.
    #[must_use]
    pub fn is_over(&self, now: Time) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_grant_counts_even_when_it_gives_less() {
        let pairs = [("project/42", Level::Read), ("project/*", Level::Say), ("*", Level::Own)];
        let grants = Grants::new(pairs.into_iter().map(|(pattern, level)| (pattern.to_owned(), level)).collect());
        let on = |room: &str| grants.on(&room.parse().expect("valid")).map(|granted| (granted.level, granted.by_name));
        assert_eq!(on("project/42"), Some((Level::Read, true)));
        assert_eq!(on("project/7"), Some((Level::Say, false)));
        assert_eq!(on("game/7"), Some((Level::Own, false)));
        assert_eq!(Grants::default().on(&"game/7".parse().expect("valid")), None);
    }
}
