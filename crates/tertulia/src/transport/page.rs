//! How a reader begins, and how a page is put together from changes that were encoded before.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use bytes::Bytes;
use serde::Serialize;
use tertulia_wire::page::Action;
use tertulia_wire::{Code, Cursor, Me, Page, RoomName, Time};

use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::encoded::Encoded;
use crate::hub::tail::Changes;
use crate::hub::{Next, Stay, Subscription};
use crate::store::{Found, RoomFacts, RoomKey, Verdict};

/// Where a reader wants to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begin {
    /// With so many of the newest messages.
    Newest(u32),
    /// After a cursor.
    After(Cursor),
}

/// A page whose messages are encoded already: `head` has none then, and they are put in when it is written.
#[derive(Debug)]
pub(crate) struct RawPage {
    pub(crate) head: Page,
    pub(crate) messages: Vec<Arc<Encoded>>,
}

/// The place in a page's JSON where its messages go. A page begins with its room and cursor, whose texts have no quotes, and
/// in what is quoted elsewhere quotes are escaped, so the first such place is the right one.
const NO_MESSAGES: &[u8] = br#""messages":[]"#;

impl RawPage {
    /// The page as JSON, alone or within what `wrap` makes of it.
    pub(crate) fn json<T: Serialize>(&self, wrap: impl FnOnce(&Page) -> T) -> Result<Bytes, Error> {
        let json = serde_json::to_vec(&wrap(&self.head)).map_err(|error| StoreError::Failed(error.to_string()))?;
        if self.messages.is_empty() {
            return Ok(json.into());
        }
        let place = json.windows(NO_MESSAGES.len()).position(|window| window == NO_MESSAGES);
        let at = place.ok_or_else(|| StoreError::Failed("a page without a place for messages".into()))? + NO_MESSAGES.len() - 1;
        let length = self.messages.iter().map(|message| message.body().len() + 1).sum::<usize>();
        let mut whole = Vec::with_capacity(json.len() + length);
        whole.extend_from_slice(&json[..at]);
        for (place, message) in self.messages.iter().enumerate() {
            if place > 0 {
                whole.push(b',');
            }
            whole.extend_from_slice(message.body());
        }
        whole.extend_from_slice(&json[at..]);
        Ok(whole.into())
    }

    pub(crate) fn page_json(&self) -> Result<Bytes, Error> {
        self.json(Page::clone)
    }
}

/// One who reads a room: the subscription, and for whom.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) subscription: Subscription,
    pub(crate) who: Arc<Identity>,
    /// When it may do more again, if that is known: then it is told.
    pub(crate) eased: Option<Time>,
    // What it was told of itself last, in short: it is told again only when that changes.
    told: u64,
    // How far it has read, as far as it was told.
    read: Option<u64>,
}

impl Reader {
    pub(crate) fn new(subscription: Subscription, who: Arc<Identity>) -> Self {
        Self { subscription, who, eased: None, told: 0, read: None }
    }

    /// Asks the door again, by what is under the name now: the rights that it was let in by may have ended.
    pub(crate) async fn readmit(&mut self, chat: &Chat, found: &Found) -> Result<(), Error> {
        self.renew(chat).await?;
        chat.note_whereabouts(&self.who);
        chat.may(&self.who, Action::Read, found, self.subscription.room()).await?;
        self.eased = chat.eased(&self.who, found).await?;
        let reviews = chat.lets(&self.who, Action::Review, found, self.subscription.room()).await?;
        // Where no room is yet nothing waits.
        let waiting = if let Found::Room(facts) = found { facts.waiting } else { 0 };
        self.subscription.note_review(reviews.then_some(waiting));
        self.subscription.admit(found.access());
        Ok(())
    }

    /// Finds out who it is now.
    pub(crate) async fn renew(&mut self, chat: &Chat) -> Result<(), Refusal> {
        if let Some(now) = chat.renewed(&self.who, self.subscription.room()).await? {
            self.reads_as(Arc::new(now));
        }
        Ok(())
    }

    /// Reads as this one from here on, who is handed nothing before the door has said yes to them: should the store be away
    /// just now, it is asked again.
    pub(crate) fn reads_as(&mut self, who: Arc<Identity>) {
        self.who = who;
        self.subscription.admit_again();
    }

    /// The door once more with a page in hand, whose messages may be newer than the right to see them.
    async fn still_may(&mut self, chat: &Chat, facts: Option<&RoomFacts>) -> Result<(), Error> {
        self.renew(chat).await?;
        chat.may_in(&self.who, Action::Read, facts, self.subscription.room()).await
    }

    /// What it is and may do here, if that is something else than it was told last.
    pub(crate) async fn news_of_me(&mut self, chat: &Chat) -> Result<Option<Me>, StoreError> {
        let facts = self.subscription.facts();
        let me = chat.me(&self.who, self.subscription.room(), facts.as_ref()).await?;
        let me = Me { read: self.read, ..me };
        Ok(self.note_told(&me).then_some(me))
    }

    /// Notes what it is told of itself; says whether that is new.
    fn note_told(&mut self, me: &Me) -> bool {
        let mut hasher = DefaultHasher::new();
        // What it has reacted with goes with the messages, and changes nothing about what it may do.
        serde_json::to_vec(&Me { reacted: BTreeMap::new(), ..me.clone() }).unwrap_or_default().hash(&mut hasher);
        let before = std::mem::replace(&mut self.told, hasher.finish());
        before != self.told
    }

    /// Registers a reader and gives it its first page: a snapshot and the cursor to go on from, in one.
    ///
    /// With a `stay` the reader is present in the room, if it is a person; on a stream it hears signals, too.
    pub(crate) async fn open(
        chat: &Chat,
        who: Arc<Identity>,
        room: &RoomName,
        begin: Begin,
        stay: Option<Stay>,
    ) -> Result<(Self, RawPage), Error> {
        Self::open_behind(chat, who, room, begin, stay, chat.limits().catch_up_changes).await
    }

    /// The same, of one that is not reset before it is so many changes behind.
    pub(crate) async fn open_behind(
        chat: &Chat,
        who: Arc<Identity>,
        room: &RoomName,
        begin: Begin,
        stay: Option<Stay>,
        behind_max: u64,
    ) -> Result<(Self, RawPage), Error> {
        loop {
            let mut reader = chat.subscribe(Arc::clone(&who), room).await?;
            reader.subscription = reader.subscription.behind_at_most(behind_max);
            if let Some(stay) = stay {
                reader.arrive(chat, stay).await;
            }
            match reader.begin(chat, begin).await {
                // It has moved since the reader was registered: its old name leads to it.
                Err(Error::Refused(refusal)) if refusal.code == Code::Moved => {}
                // What its name led to is gone, as when the store was put back to before the move: the name leads elsewhere now.
                Ok(_) if reader.subscription.room() != room && reader.subscription.facts().is_none() => {}
                begun => return Ok((reader, begun?)),
            }
        }
    }

    async fn begin(&mut self, chat: &Chat, begin: Begin) -> Result<RawPage, Error> {
        match begin {
            Begin::Newest(last) => self.newest_page(chat, last, false).await,
            Begin::After(cursor) => match self.subscription.start_after(cursor).await? {
                Verdict::Good(_) => self.first_changes(chat).await,
                Verdict::Lost => self.newest_page(chat, chat.limits().page_default, true).await,
            },
        }
    }

    /// Is present from here on, as whoever reads; before the first page, which tells so.
    pub(crate) async fn arrive(&mut self, chat: &Chat, stay: Stay) {
        if let Some(person) = chat.person(&self.who, self.subscription.room()) {
            let whose = chat.whose_name(&self.who, self.subscription.room(), self.subscription.held()).await;
            self.subscription.arrive(&person, whose, stay);
        }
        // Only now: that oneself has come stands on the page.
        if stay == Stay::Stream {
            self.subscription.listen();
        }
        self.subscription.hear_what_waits();
    }

    /// What has changed since the cursor, in part: the rest follows.
    async fn first_changes(&mut self, chat: &Chat) -> Result<RawPage, Error> {
        let most = chat.limits().opened_changes as usize;
        let mut page = match self.changes(chat, most).await? {
            Some(page) => page,
            None => self.page_of(chat, Changes::new()),
        };
        // Whoever begins asks what waits in any case.
        page.head.waiting = false;
        if page.head.reset {
            return Ok(page);
        }
        let facts = self.subscription.facts();
        self.add_first(chat, &mut page, facts.as_ref()).await?;
        Ok(page)
    }

    /// The changes that are there now, if any, as a page.
    pub(crate) async fn changes(&mut self, chat: &Chat, most: usize) -> Result<Option<RawPage>, Error> {
        loop {
            let Some(next) = self.subscription.now(most, usize::MAX).await else { return Ok(None) };
            if let Some(page) = self.page_of_next(chat, next).await? {
                return Ok(Some(page));
            }
        }
    }

    /// What became of waiting, as a page; `None` when there is nothing to show for it yet.
    pub(crate) async fn page_of_next(&mut self, chat: &Chat, next: Next) -> Result<Option<RawPage>, Error> {
        match next {
            Next::Changes(changes) => {
                // With it in hand: what it came with may have run out while it waited.
                if self.who.is_over((chat.inner.clock)()) {
                    let found = self.subscription.found().await?;
                    self.readmit(chat, &found).await?;
                }
                let mut page = self.page_of(chat, changes);
                page.head.me = self.own_reactions(chat, &page.messages).await?;
                // A poll ends with its page: whatever else there is to be told stands on it.
                page.head.waiting = self.subscription.is_told_what_waits();
                Ok(Some(page))
            }
            Next::Waiting => {
                if self.who.is_over((chat.inner.clock)()) {
                    self.subscription.unhear_what_waits();
                    let found = self.subscription.found().await?;
                    self.readmit(chat, &found).await?;
                    return Ok(None);
                }
                let mut page = self.page_of(chat, Changes::new());
                page.head.waiting = true;
                Ok(Some(page))
            }
            // Only a stream hears of these, and it takes them itself: on a page stands who is here now.
            Next::Signals(_) => Ok(None),
            Next::Read(up_to) => {
                self.read = self.read.max(Some(up_to));
                Ok(None)
            }
            Next::Reset => self.newest_page(chat, chat.limits().page_default, true).await.map(Some),
            Next::Recheck(found) => {
                self.readmit(chat, &found).await?;
                Ok(None)
            }
            Next::Moved(facts) => {
                self.renew(chat).await?;
                Err(chat.moved(&self.who, &facts).into())
            }
            Next::Leaving => Ok(Some(self.page_of(chat, Changes::new()))),
            Next::Ended(code) => Err(code.into()),
            Next::Failed(error) => Err(error.into()),
        }
    }

    /// A page of changes from where the reader stood up to where it stands now.
    pub(crate) fn page_of(&self, _chat: &Chat, changes: Changes) -> RawPage {
        let facts = self.subscription.facts();
        let (settings, messages): (Vec<_>, Vec<_>) = changes.into_iter().partition(|change| change.is_settings());
        let settings = settings.last().and_then(|settings| serde_json::from_slice(settings.body()).ok());
        let head = Page {
            room: facts.as_ref().map_or_else(|| self.subscription.room().clone(), |facts| facts.name.clone()),
            created: None,
            cursor: Some(self.subscription.cursor()),
            messages: Vec::new(),
            more: facts.as_ref().is_some_and(|facts| self.subscription.seen() < facts.head),
            more_newer: None,
            reset: false,
            first: facts.as_ref().map_or(1, |facts| facts.settings.first),
            settings,
            me: None,
            present: None,
            waiting: false,
        };
        RawPage { head, messages }
    }

    /// The newest page, from which the reader goes on.
    pub(crate) async fn newest_page(&mut self, chat: &Chat, last: u32, reset: bool) -> Result<RawPage, Error> {
        if reset {
            chat.inner.meters.resets.one();
        }
        let Some(newest) = self.subscription.start_newest(last).await? else {
            match self.subscription.found().await? {
                Found::Deleted { .. } => return Err(Code::RoomDeleted.into()),
                Found::Room(facts) => return Err(chat.moved(&self.who, &facts).into()),
                Found::Absent { .. } => {}
            }
            self.still_may(chat, None).await?;
            let mut page = self.page_of(chat, Changes::new());
            page.head.reset = reset;
            self.add_first(chat, &mut page, None).await?;
            return Ok(page);
        };
        let facts = &newest.facts;
        self.still_may(chat, Some(facts)).await?;
        let head = Page {
            room: facts.name.clone(),
            created: None,
            cursor: Some(facts.cursor(facts.head)),
            messages: Vec::new(),
            more: newest.more,
            more_newer: None,
            reset,
            first: facts.settings.first,
            settings: None,
            me: None,
            present: None,
            waiting: false,
        };
        let mut page = RawPage { head, messages: newest.messages.clone() };
        self.add_first(chat, &mut page, Some(facts)).await?;
        Ok(page)
    }

    /// Adds what a first page carries: the settings, and what the reader may do.
    async fn add_first(&mut self, chat: &Chat, page: &mut RawPage, facts: Option<&RoomFacts>) -> Result<(), Error> {
        let settings = facts.map(|facts| (*facts.settings).clone()).unwrap_or_default();
        let mut me = chat.me(&self.who, self.subscription.room(), facts).await?;
        if let Some(facts) = facts {
            self.read = self.read.max(chat.read_before(&self.who, facts.key).await);
            me.read = self.read;
        }
        self.note_told(&me);
        if let Some(facts) = facts {
            me.reacted = reacted(chat, &self.who, facts.key, &page.messages).await?;
        }
        page.head.created = facts.map(|facts| facts.created);
        page.head.settings = Some(settings);
        page.head.me = Some(me);
        page.head.present = self.subscription.present();
        Ok(())
    }

    /// Every page carries the reader's own reactions on its messages.
    async fn own_reactions(&mut self, chat: &Chat, messages: &[Arc<Encoded>]) -> Result<Option<Me>, Error> {
        if messages.iter().all(|message| message.reactions.is_empty()) {
            return Ok(None);
        }
        let Some(facts) = self.subscription.facts() else { return Ok(None) };
        let mut me = chat.me(&self.who, self.subscription.room(), Some(&facts)).await?;
        me.read = self.read;
        me.reacted = reacted(chat, &self.who, facts.key, messages).await?;
        Ok(Some(me))
    }
}

/// The reader's own reactions. A change names the 20 newest of each emoji; only where there are more is the store asked.
async fn reacted(
    chat: &Chat,
    who: &Identity,
    key: RoomKey,
    messages: &[Arc<Encoded>],
) -> Result<BTreeMap<u64, Vec<String>>, Error> {
    let mut reacted: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let Some(id) = who.id() else { return Ok(reacted) };
    let mut unsure = Vec::new();
    for message in messages {
        for reaction in &message.reactions {
            if reaction.by.iter().any(|by| by == id) {
                reacted.entry(message.id).or_default().push(reaction.emoji.clone());
            } else if reaction.count > reaction.by.len() as u64 {
                unsure.push(message.id);
            }
        }
    }
    unsure.dedup();
    if !unsure.is_empty() {
        for (message, emoji) in chat.store().reacted(key, id, &unsure).await? {
            let own = reacted.entry(message).or_default();
            if !own.contains(&emoji) {
                own.push(emoji);
            }
        }
    }
    Ok(reacted)
}
