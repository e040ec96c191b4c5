//! The face of the library, and the only place that wires its parts together.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tertulia_wire::page::Action;
use tertulia_wire::{Code, Level, Message, RoomName, Sender};

use crate::auth::identity::subject;
use crate::auth::jwks::KeySource;
use crate::auth::rights::Rights;
use crate::auth::token::{PublicKey, Tokens, USER_AUDIENCE};
use crate::auth::{Authenticate, ControlKey, Identity, Policy, Who};
use crate::bus::{Bus, Hint};
use crate::clock::{Clock, system_clock};
use crate::error::{Error, Refusal};
use crate::filter::Filters;
use crate::hook::{Hook, Hooks, WhenSilent};
use crate::hub::{Held, Hub, Subscription};
use crate::l10n::Catalogues;
use crate::limits::Limits;
use crate::metrics::meters::Meters;
use crate::moderation::InForce;
use crate::origins::{Origins, check};
use crate::pace::Pace;
use crate::read_state::ReadMarks;
use crate::signal::write_attended;
use crate::store::metered::MeteredStore;
use crate::store::{Access, Found, RoomFacts, Store};
use crate::transport::page::Reader;
use crate::whereabouts::Whereabouts;
use crate::writer::{Ended, Parts, Tell, Writer};

/// A chat: rooms in a store, and the people in them. Cheap to clone; all clones are one chat.
///
/// Two chats in one process know nothing of each other.
#[derive(Clone)]
pub struct Chat {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) writer: Writer,
    pub(crate) limits: Arc<Limits>,
    pub(crate) policy: Policy,
    pub(crate) tokens: Tokens,
    pub(crate) authenticate: Option<Box<dyn Authenticate>>,
    pub(crate) rights: Rights,
    pub(crate) control: Option<ControlKey>,
    pub(crate) clock: Clock,
    /// True for open mode: for trying out, on one machine.
    pub(crate) open_mode: bool,
    pub(crate) origins: Origins,
    pub(crate) in_force: InForce,
    pub(crate) pace: Arc<Pace>,
    pub(crate) whereabouts: Arc<Whereabouts>,
    pub(crate) read_marks: ReadMarks,
    pub(crate) filters: Filters,
    pub(crate) hooks: Option<Arc<Hooks>>,
    /// One is erased after the other.
    pub(crate) erasing: tokio::sync::Mutex<()>,
    pub(crate) catalogues: Arc<Catalogues>,
    pub(crate) meters: Arc<Meters>,
    pub(crate) tasks: std::sync::Mutex<Vec<tokio::task::JoinHandle<()>>>,
    writing: Ended,
}

impl fmt::Debug for Chat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chat").field("hub", &self.inner.hub).field("open_mode", &self.inner.open_mode).finish_non_exhaustive()
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.writer.close();
        for task in self.tasks.get_mut().map(std::mem::take).unwrap_or_default() {
            task.abort();
        }
    }
}

/// Collects what a [`Chat`] is made of.
#[derive(Default)]
pub struct ChatBuilder {
    store: Option<Arc<dyn Store>>,
    bus: Option<Arc<dyn Bus>>,
    limits: Limits,
    policy: Policy,
    filters: Filters,
    pub(crate) hook: Option<Box<dyn Hook>>,
    pub(crate) when_silent: WhenSilent,
    secret: Option<Vec<u8>>,
    public_keys: Vec<PublicKey>,
    jwks: Option<Box<dyn KeySource>>,
    audience: Option<String>,
    authenticate: Option<Box<dyn Authenticate>>,
    control: Option<ControlKey>,
    clock: Option<Clock>,
    open_mode: bool,
    origins: Vec<String>,
}

impl fmt::Debug for ChatBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatBuilder").field("limits", &self.limits).field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl ChatBuilder {
    /// Where the rooms live. Needed.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = Some(store);
        self
    }

    /// How several chats over one store wake each other. None where this chat is the only one that writes.
    #[must_use]
    pub fn bus(mut self, bus: Arc<dyn Bus>) -> Self {
        self.bus = Some(bus);
        self
    }

    /// The bounds to keep.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What guests may do, by type of room. Nothing where nothing is said.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// What is not to be said by anybody below `moderate`. Nothing where nothing is said.
    #[must_use]
    pub fn filters(mut self, filters: Filters) -> Self {
        self.filters = filters;
        self
    }

    /// The secret, of at least 32 bytes, that tokens are signed with (HS256).
    #[must_use]
    pub fn secret(mut self, secret: impl Into<Vec<u8>>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// A public key by which tokens are checked, beside the secret or instead of it; may be said several times.
    #[must_use]
    pub fn public_key(mut self, key: PublicKey) -> Self {
        self.public_keys.push(key);
        self
    }

    /// Where the site's public keys are fetched from, beside those that are named here or instead of them. The chat starts
    /// without them: until they are there, tokens that may need them are answered `store_away`.
    #[must_use]
    pub fn jwks(mut self, source: impl KeySource) -> Self {
        self.jwks = Some(Box::new(source));
        self
    }

    /// What stands in the `aud` of tokens; `tertulia` where nothing is said.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// How the host tells who is asking, for requests without a bearer token of the site's, which wins. See [`Authenticate`] for what else
    /// comes with it; pages of the host's own origin need to stand in [`origins`](Self::origins) then.
    #[must_use]
    pub fn authenticate(mut self, authenticate: impl Authenticate) -> Self {
        self.authenticate = Some(Box::new(authenticate));
        self
    }

    /// Lets in commands of this machine that show this key's token. Nobody is let in so where none is given.
    #[must_use]
    pub fn control(mut self, key: ControlKey) -> Self {
        self.control = Some(key);
        self
    }

    /// Pages of these origins may use this chat from a browser, each exactly as a browser writes it: `https://example.org`
    /// ([`origins::check`](crate::origins::check)).
    #[must_use]
    pub fn origins(mut self, origins: Vec<String>) -> Self {
        self.origins = origins;
        self
    }

    /// Open mode, for trying out on one machine: guests may say, rooms come with the first say, a token with everything
    /// is signed by a key kept in the store, and every request that is not plainly local is refused.
    #[must_use]
    pub fn open_mode(mut self) -> Self {
        self.open_mode = true;
        self.policy = Policy::open();
        self
    }

    /// The clock, for tests.
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    /// By what tokens are checked and signed.
    async fn tokens(&mut self, store: &dyn Store) -> Result<Tokens, Error> {
        let guest_secret = store.secret("guests").await?;
        let secret = match self.secret.take() {
            None if self.open_mode => Some(store.secret("open-mode").await?.to_vec()),
            secret => secret,
        };
        let audience = self.audience.as_deref().unwrap_or(USER_AUDIENCE);
        let tokens = Tokens::with_keys(secret.as_deref(), &self.public_keys, audience, &guest_secret)?;
        Ok(tokens.with_jwks(self.jwks.take(), &self.limits))
    }

    /// Starts the chat's tasks on the current tokio runtime.
    ///
    /// # Errors
    /// When there is no store, its keys can't be read, the secret is too short, a bound is set to what it can't be, or no browser
    /// would write an origin like that.
    pub async fn build(mut self) -> Result<Chat, Error> {
        self.limits.check().map_err(|wrong| Error::Setup(wrong.to_string()))?;
        self.origins.iter().try_for_each(|origin| check(origin)).map_err(Error::Setup)?;
        let store = self.store.take().ok_or_else(|| Error::Setup("a chat needs a store".into()))?;
        let meters = Arc::new(Meters::new());
        let store: Arc<dyn Store> = Arc::new(MeteredStore::new(store, Arc::clone(&meters.store)));
        let tokens = self.tokens(&*store).await?;
        let (limits, clock) = (Arc::new(self.limits), self.clock.unwrap_or_else(system_clock));
        let hub = Hub::new(Arc::clone(&store), Arc::clone(&limits));
        let tell = self.bus.clone().map(tell_by);
        let parts = Parts {
            store: Arc::clone(&store),
            hub: Arc::clone(&hub),
            limits: Arc::clone(&limits),
            clock: Arc::clone(&clock),
            tell,
            meters: Arc::clone(&meters),
        };
        let pace = Pace::new(&limits);
        let whereabouts = Arc::new(Whereabouts::new(store.secret("addresses").await?));
        let (attended, attends) = tokio::sync::mpsc::channel(ATTENDED_MAX);
        hub.send_attended(attended);
        let (read_marks, keeping) = ReadMarks::start(&parts);
        let seeing = crate::seen::start(&parts);
        let (writer, writing) = Writer::start(parts);
        let mut tasks = vec![
            tokio::spawn(keep_house(Arc::downgrade(&hub), Arc::clone(&pace), Arc::clone(&whereabouts), Arc::clone(&clock))),
            tokio::spawn(Hub::keep_presence(Arc::downgrade(&hub))),
            tokio::spawn(write_attended(attends, writer.clone(), Arc::clone(hub.barred()))),
        ];
        tasks.extend(tokens.jwks().map(|jwks| tokio::spawn(Arc::clone(jwks).keep())).into_iter().chain(keeping).chain([seeing]));
        let inner = Inner {
            hooks: self.hook.map(|hook| Arc::new(Hooks::new(hook, self.when_silent, &limits, Arc::clone(&meters.hook)))),
            store,
            hub,
            writer,
            limits,
            policy: self.policy,
            tokens,
            authenticate: self.authenticate,
            rights: Rights::default(),
            control: self.control,
            clock,
            open_mode: self.open_mode,
            origins: Origins::new(self.origins),
            in_force: InForce::default(),
            pace,
            whereabouts,
            read_marks,
            filters: self.filters,
            erasing: tokio::sync::Mutex::default(),
            catalogues: Arc::default(),
            meters,
            tasks: tasks.into(),
            writing,
        };
        let chat = Chat { inner: Arc::new(inner) };
        chat.begin(self.bus).await?;
        Ok(chat)
    }
}

fn tell_by(bus: Arc<dyn Bus>) -> Tell {
    Box::new(move |written| bus.publish(Hint::new(written)))
}

/// Joins and leaves that wait to be written; what comes beyond it is not announced.
const ATTENDED_MAX: usize = 1_024;

/// Forgets rooms that nobody reads any more, and who has been quiet for long.
async fn keep_house(hub: std::sync::Weak<Hub>, pace: Arc<Pace>, whereabouts: Arc<Whereabouts>, clock: Clock) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        let Some(hub) = hub.upgrade() else { return };
        hub.forget_idle();
        pace.tidy();
        whereabouts.tidy(clock());
    }
}

/// A room that somebody may do something in: who that is now, what the policy was asked, and by which numbers.
pub(crate) struct Admitted<'a> {
    pub(crate) held: Held,
    pub(crate) found: Found,
    pub(crate) who: Cow<'a, Identity>,
}

impl Admitted<'_> {
    /// The room's present name.
    pub(crate) fn name(&self) -> &RoomName {
        &self.held.room.name
    }

    pub(crate) fn access(&self) -> Access {
        self.found.access()
    }

    /// The room's facts; `room_deleted` or `not_found` where there is none.
    pub(crate) fn facts(&self) -> Result<&RoomFacts, Error> {
        match &self.found {
            Found::Room(facts) => Ok(facts),
            Found::Deleted { .. } => Err(Code::RoomDeleted.into()),
            Found::Absent { .. } => Err(Code::NotFound.into()),
        }
    }
}

/// The present name of what was asked for by a name.
pub(crate) fn present_name<'a>(found: &'a Found, asked: &'a RoomName) -> &'a RoomName {
    match found {
        Found::Room(facts) => &facts.name,
        _ => asked,
    }
}

impl Chat {
    /// Begins to collect what a chat is made of.
    #[must_use]
    pub fn builder() -> ChatBuilder {
        ChatBuilder::default()
    }

    /// The bounds that this chat keeps.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// The live rooms of this node.
    #[doc(hidden)]
    #[must_use]
    pub fn hub(&self) -> &Arc<Hub> {
        &self.inner.hub
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.inner.store
    }

    /// A token with `own` on everything, for programs on the server's side, for so many seconds.
    ///
    /// # Errors
    /// When there is no secret to sign it with.
    pub fn owner_token(&self, id: &str, seconds: i64) -> Result<String, Error> {
        let grants = [("*".to_owned(), Level::Own)].into();
        self.inner.tokens.for_user(id, None, grants, (self.inner.clock)(), seconds)
    }

    /// A token for one of the host's users, who may do so much in one room, for so many seconds: what the page's `token-url`
    /// answers with. The name is one line of 1 to 50 code points; an id has 1 to 200 characters and does not begin with `~`.
    ///
    /// # Errors
    /// `invalid` for the id or the name; [`Error::Setup`] when there is no secret to sign it with.
    pub fn user_token(&self, id: &str, name: &str, room: &RoomName, level: Level, seconds: i64) -> Result<String, Error> {
        let (id, name, grants) = (subject(id)?, crate::draft::name(name)?, [(room.to_string(), level)].into());
        self.inner.tokens.for_user(id, Some(&name), grants, (self.inner.clock)(), seconds)
    }

    /// Who a token is for, or why it is not good, by the keys that are known now; [`whose`](Self::whose) also waits for others.
    ///
    /// # Errors
    /// `token_invalid` or `token_expired`.
    pub fn identify(&self, token: &str) -> Result<Identity, Refusal> {
        let who = self.inner.tokens.check(token, (self.inner.clock)())?;
        if self.inner.rights.is_revoked(&who) { Err(Refusal::new(Code::TokenExpired)) } else { Ok(who) }
    }

    /// Whether the store is known to be away: sends are refused, tails are readable.
    #[must_use]
    pub fn store_is_away(&self) -> bool {
        self.inner.writer.is_away()
    }

    /// Asks the door, then the hub: may this identity do this in this room?
    ///
    /// The level is asked for first, since it needs no store: "not there" and "not yours" answer alike.
    pub(crate) async fn admit<'a>(&self, who: &'a Identity, action: Action, room: &RoomName) -> Result<Admitted<'a>, Error> {
        if self.inner.policy.may(who, action, room, None).is_err() {
            let name = self.name_now(who, room).await.unwrap_or_else(|| room.clone());
            self.allow(who, action, &name, None)?;
        }
        self.note_whereabouts(who);
        let (held, found) = self.inner.hub.room(room).await?;
        let who = self.as_now(who, room).await?;
        self.may(&who, action, &found, room).await?;
        Ok(Admitted { held, found, who })
    }

    /// The present name of a room that was asked for by an old one, for somebody whose grants don't name the old one. Users
    /// of the host alone cost a look at the store for it, which is as long whether or not there is a room.
    async fn name_now(&self, who: &Identity, asked: &RoomName) -> Option<RoomName> {
        if !matches!(who.who, Who::User { .. }) {
            return None;
        }
        self.inner.store.present_name(asked).await.ok().flatten()
    }

    /// What a reader is told whose room has moved: where to, if it may read there.
    pub(crate) fn moved(&self, who: &Identity, facts: &RoomFacts) -> Refusal {
        let may = self.inner.policy.may(who, Action::Read, &facts.name, Some(&facts.settings));
        may.err().unwrap_or_else(|| Refusal::moved(&facts.name))
    }

    /// Registers a reader first and asks the door then, so that nothing falls in between.
    pub(crate) async fn subscribe(&self, who: Arc<Identity>, room: &RoomName) -> Result<Reader, Error> {
        let who = self.renewed(&who, room).await?.map_or(who, Arc::new);
        let held = self.admit(&who, Action::Read, room).await?.held;
        let mut reader = Reader::new(Subscription::new(held), who);
        let found = reader.subscription.found().await?;
        if matches!(found, Found::Deleted { .. }) {
            return Err(Code::RoomDeleted.into());
        }
        reader.readmit(self, &found).await?;
        Ok(reader)
    }

    /// As whom somebody is present in a room: nobody in particular is not, and programs on the host's side only look.
    pub(crate) fn person(&self, who: &Identity, room: &RoomName) -> Option<Sender> {
        who.person().filter(|_| !self.inner.policy.is_program(who, room))
    }

    /// One message of a room, as it is now.
    ///
    /// # Errors
    /// `not_found`, `room_deleted`, or the door's refusal.
    pub async fn message(&self, who: &Identity, room: &RoomName, id: u64) -> Result<Message, Error> {
        let admitted = self.admit(who, Action::Read, room).await?;
        let message = self.inner.store.message(admitted.facts()?.key, id).await?;
        // Asked once more with the answer in hand: what it holds may be newer than the right to see it.
        self.admit(&admitted.who, Action::Read, room).await?;
        message.ok_or_else(|| Code::NotFound.into())
    }

    /// True once the chat is about to go.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        self.inner.hub.is_leaving()
    }

    /// Tells every stream that this node is about to go, so that readers come back elsewhere, each at its own time. A request of
    /// which a part has yet to come is refused with `draining`.
    pub fn leave(&self) {
        self.inner.hub.leave();
    }

    /// Waits until everything that was said is written and answered; nothing more is taken. Who waits no longer may call it again, also
    /// while another waits.
    pub async fn close(&self) {
        self.leave();
        if let Some(hooks) = &self.inner.hooks {
            // Whoever the host has no answer for by then is told that the chat goes.
            hooks.close(self.inner.limits.write_deadline()).await;
        }
        self.inner.hub.seen_settled_in_time().await;
        self.inner.writer.close();
        // Shared: a wait that is given up must not let the next one pass.
        self.inner.writing.clone().await;
    }
}
