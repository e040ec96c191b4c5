//! Identity from the host: whom a request is from, by whatever the host knows its users by, such as a session cookie.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use http::request::Parts;
use tertulia_wire::{Level, RoomName, Time};

use super::identity::{Grants, Identity, Proof, Who, is_pattern, is_subject};
use crate::draft;

/// What a host answers when it is asked who somebody is: a user, nobody, or that it can't tell for now.
pub type Answer<'a> = BoxFuture<'a, Result<Option<User>, Box<dyn Error + Send + Sync>>>;

/// How a host tells who is asking.
///
/// It is asked once for each request that brings no bearer token of the site's, and for a stream again when what it said holds no longer,
/// or when [`Chat::recheck`](crate::Chat::recheck) says so: then by the head that the stream began with, so what stands in
/// the head's extensions may be old by then, and is better looked up anew. Within `host_answer_s` it has to have answered.
///
/// What a browser sends by itself, such as a cookie, also comes along when a page of another site makes it send something. So
/// requests that the host vouches for need an `Origin` on the list of [`origins`](crate::ChatBuilder::origins) wherever they
/// change something or open a WebSocket, and are refused as `origin_refused` without one. A bearer token of the
/// site's comes from nowhere by itself: **it wins** over what the host would say, needs no origin, and where it is not good the host is
/// not asked instead. A guest's token, which the browser may have kept from before its owner signed in, **gives way** to a user of
/// the host's, on every transport.
///
/// ```
/// use http::request::Parts;
/// use tertulia::auth::{Answer, Authenticate, User};
/// use tertulia::wire::Level;
///
/// struct Sessions;
///
/// impl Authenticate for Sessions {
///     fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a> {
///         Box::pin(async move {
///             // A real host looks its session up here; an error is one that passes, such as a database that is away.
///             let cookie = head.headers.get("cookie").and_then(|cookie| cookie.to_str().ok());
///             let user = cookie.and_then(|cookie| cookie.strip_prefix("user="));
///             Ok(user.map(|id| User::new(id).named("Ana").may("project/*", Level::Say)))
///         })
///     }
/// }
/// ```
pub trait Authenticate: Send + Sync + 'static {
    /// Tells who sent a request with this head; `None` is nobody in particular, who may what guests may read.
    ///
    /// # Errors
    /// When the host can't tell for now: the request is answered `store_away`, and a stream ends with it. Logged once here.
    fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a>;
}

/// Seconds that an answer of the host's holds where it says nothing else.
const HOLDS_S: u64 = 60;

/// A user of the host's, with what they may do.
#[derive(Debug, Clone)]
pub struct User {
    id: String,
    name: Option<String>,
    avatar: Option<String>,
    list: BTreeMap<String, Level>,
    policy: Option<Grants>,
    holds: Duration,
}

impl User {
    /// A user by the host's own id, 1 to 200 characters, not beginning with `~`, who may do nothing yet.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        let holds = Duration::from_secs(HOLDS_S);
        Self { id: id.into(), name: None, avatar: None, list: BTreeMap::new(), policy: None, holds }
    }

    /// The name that others see: one line of 1 to 50 code points. One that breaks these rules is left out: then, as without one, the id is
    /// seen, without what may not stand in a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The address of a picture, http or https.
    #[must_use]
    pub fn avatar(mut self, avatar: impl Into<String>) -> Self {
        self.avatar = Some(avatar.into());
        self
    }

    /// What they may do in a room, `type/id`, in all of a type, `type/*`, or everywhere, `*`: the most specific one counts. Anything else
    /// matches no room, and the log says so the first time.
    #[must_use]
    pub fn may(mut self, pattern: impl Into<String>, level: Level) -> Self {
        self.list.insert(pattern.into(), level);
        self
    }

    /// What they may do, by a policy of the host's that is asked for each room, and counts as naming it; then what
    /// [`may`](Self::may) says is of no account. It is asked in the midst of things and must not wait for anything: what it
    /// needs to know is best looked up by [`Authenticate::authenticate`].
    #[must_use]
    pub fn may_by(mut self, policy: impl Fn(&RoomName) -> Level + Send + Sync + 'static) -> Self {
        self.policy = Some(Grants::by(policy));
        self
    }

    /// For how long this holds: 60 s where nothing is said, at least one second. Then an open stream is asked about again.
    #[must_use]
    pub fn holds(mut self, time: Duration) -> Self {
        self.holds = time.max(Duration::from_secs(1));
        self
    }

    /// A pattern that matches no room, if there is one.
    pub(crate) fn useless_pattern(&self) -> Option<&str> {
        self.list.keys().map(String::as_str).find(|pattern| !is_pattern(pattern))
    }

    /// The identity that this is; `None` for an id that no user may have.
    pub(crate) fn identity(self, asked: Asked, now: Time) -> Option<Identity> {
        if !is_subject(&self.id) {
            return None;
        }
        let holds_ms = i64::try_from(self.holds.as_millis()).unwrap_or(i64::MAX);
        let who = Who::User {
            id: self.id,
            name: self.name.and_then(|name| draft::name(&name).ok()),
            avatar: self.avatar.filter(|avatar| draft::is_avatar(avatar)),
            grants: self.policy.unwrap_or_else(|| Grants::new(self.list)),
        };
        Some(Identity::of(who, Some(Time(now.0.saturating_add(holds_ms))), Proof::Host(asked)))
    }
}

/// By which head the host was asked, and when.
#[derive(Clone)]
pub struct Asked {
    pub(crate) head: Arc<Parts>,
    /// How often the host had changed its mind by then.
    pub(crate) at: u64,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.head, &other.head) && self.at == other.at
    }
}

impl Eq for Asked {}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The head holds the cookie.
        f.debug_struct("Asked").field("at", &self.at).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_matches_no_room_is_found() {
        let useless =
            |pattern: &str| User::new("7").may("project/*", Level::Say).may(pattern, Level::Say).useless_pattern().is_some();
        for good in ["project/42", "project/*", "*", "project/a.b~c"] {
            assert!(!useless(good), "{good}");
        }
        for bad in ["project", "project/", "Project/42", "*/42", "project/4 2", "project/42\n", "", "project/4/2", "project/4*"] {
            assert!(useless(bad), "{bad:?}");
        }
    }
}
