//! A room in the hands of the host's own code, which may do everything in it.
//!
//! It goes the same line as everybody (admit, draft, allow, pace, filter, hook, write) and reads by the same path; only its identity is its own.

mod order;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::Stream;
use tertulia_wire::message::Data;
use tertulia_wire::request::{NewSignal, PutRoom, Say};
use tertulia_wire::{Code, Cursor, HeldPage, Kind, Message, Page, Present, RoomId, RoomName, RoomType, Sender, Settings, Time};

use crate::auth::Identity;
use crate::auth::identity::HOST;
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Next;
use crate::say::Said;
use crate::store::{Act, Found, Span, Write, WriteError};
use crate::transport::page::{Begin, RawPage, Reader};
use crate::transport::poll::Look;
use crate::transport::{STORE_RETRY, poll};

/// One room, for the host's own code. Cheap to clone; holding one keeps nothing in memory but the name.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use std::sync::Arc;
/// # use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
/// # let folder = tempfile::tempdir()?;
/// # let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await?;
/// # let chat = tertulia::Chat::builder().store(Arc::new(store)).build().await?;
/// use tertulia::wire::{Kind, Sender};
///
/// let room = chat.room(&"project/42".parse()?);
/// room.notify("Version 2 is out.").await?;
/// let message = room.say(Kind::Message, Sender::user("7", "Ana"), "At last!").await?;
/// room.react("8", message.id, "🎉", true).await?;
///
/// let page = room.newest(50).await?;
/// assert_eq!(page.messages.len(), 2);
/// assert_eq!(page.messages[1].reactions[0].count, 1);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Room {
    pub(crate) chat: Chat,
    name: RoomName,
    who: Arc<Identity>,
}

impl Chat {
    /// A room, for the host's own code, whether or not it has been made: the first say makes it.
    #[must_use]
    pub fn room(&self, name: &RoomName) -> Room {
        Room { chat: self.clone(), name: name.clone(), who: Arc::new(Identity::host(name)) }
    }

    /// The room on a parent, `type/id`; `None` where there is none, or it was deleted. By a name that a room had before it moved
    /// that is the room by its present name.
    ///
    /// # Errors
    /// `store_away`.
    pub async fn get_room(&self, parent: &RoomName) -> Result<Option<Room>, Error> {
        let (_held, found) = self.inner.hub.room(parent).await?;
        Ok(if let Found::Room(facts) = found { Some(self.room(&facts.name)) } else { None })
    }

    /// Makes the room on a parent, with settings; one that was deleted is made anew, and empty. A name that a room had before it
    /// moved is free: it leads to the new room from then on.
    ///
    /// # Errors
    /// `invalid` when there is one already, which stays as it is, or for a setting out of its bounds; `store_away`.
    pub async fn create_room(&self, parent: &RoomName, settings: PutRoom) -> Result<Room, Error> {
        let exists = || Refusal::because(Code::Invalid, "room-exists");
        let has_it = |found: &Found| matches!(found, Found::Room(facts) if facts.name == *parent);
        let (_held, found) = self.inner.hub.under(parent).await?;
        if has_it(&found) {
            return Err(exists().into());
        }
        let put = Act::Put(Box::new(draft::settings(settings)?));
        // By the numbers of no room: whoever was faster has raised them.
        let write = Write { room: parent.clone(), access: Some(found.access()), act: put, by: HOST.to_owned(), why: None };
        match self.inner.writer.write(write).await {
            Ok(_) => Ok(self.room(parent)),
            Err(WriteError::Stale(found)) if has_it(&found) => Err(exists().into()),
            Err(error) => Err(crate::say::write_error(error)),
        }
    }

    /// The room on a parent, made with these settings if there is none; one that is there keeps its own. A room that only had
    /// this name before it moved is none.
    ///
    /// # Errors
    /// `invalid` for a setting out of its bounds; `store_away`.
    pub async fn get_or_create_room(&self, parent: &RoomName, settings: PutRoom) -> Result<Room, Error> {
        if let (_held, Found::Room(facts)) = self.inner.hub.under(parent).await?
            && facts.name == *parent
        {
            return Ok(self.room(parent));
        }
        match self.create_room(parent, settings).await {
            Err(Error::Refused(refusal)) if refusal.reason == Some("room-exists") => Ok(self.room(parent)),
            made => made,
        }
    }

    /// Rooms in name order, of one type where it is given, at most 200; the next ones come after the last one's name.
    ///
    /// # Errors
    /// `store_away`.
    pub async fn list_rooms(&self, room_type: Option<&RoomType>, after: Option<&RoomName>) -> Result<Vec<Room>, Error> {
        const LIST_MAX: u32 = 200;
        let found = self.store().rooms(room_type, after, LIST_MAX).await?;
        Ok(found.into_iter().map(|facts| self.room(&facts.name)).collect())
    }
}

impl Room {
    /// The room's name, `type/id`.
    #[must_use]
    pub fn name(&self) -> &RoomName {
        &self.name
    }

    /// Says something: of which kind, from whom (a [`Sender`], or `None` for nobody), and what. Makes the room.
    ///
    /// It is on the disk when this returns. The text has at most the room's `text_max` code points, 2,000 where nothing else is set.
    ///
    /// # Errors
    /// `too_long` or `invalid` for the text or the name; `not_allowed` for joins and leaves, which the server alone tells;
    /// `room_deleted`; `store_away`; `unknown` when nobody knows whether it was written, see [`say_with`](Self::say_with).
    pub async fn say(&self, kind: Kind, sender: impl Into<Option<Sender>>, text: &str) -> Result<Message, Error> {
        let say = Say { text: text.to_owned(), kind: Some(kind), sender: Some(sender.into()), ..Say::default() };
        self.say_with(say).await.map(|said| said.message)
    }

    /// Says something with all that a request may hold. Without a `sender` it is from nobody.
    ///
    /// After `unknown`, or a crash of the host's own, the same request with the same `client_id` makes no second message.
    ///
    /// # Errors
    /// As [`say`](Self::say); `client_id_reused` for another request under the same id.
    pub async fn say_with(&self, say: Say) -> Result<Said, Error> {
        let say = Say { sender: Some(say.sender.flatten()), ..say };
        self.chat.say(&self.who, &self.name, say).await?.said()
    }

    /// Tells of something that happened in the host, from nobody.
    ///
    /// # Errors
    /// As [`say`](Self::say).
    pub async fn notify(&self, text: &str) -> Result<Message, Error> {
        self.say(Kind::Notification, None, text).await
    }

    /// Tells of something about the chat itself, from nobody.
    ///
    /// # Errors
    /// As [`say`](Self::say).
    pub async fn system(&self, text: &str) -> Result<Message, Error> {
        self.say(Kind::System, None, text).await
    }

    /// Gives a message of kind `message` or `action` another text, for the user who sent it, within the room's `edit_minutes`.
    ///
    /// # Errors
    /// `too_long` or `invalid` for the text, `invalid` for what is no user's id; `not_found`, `deleted`, `edit_over`; `not_allowed` when it is not this user's.
    pub async fn edit(&self, user: &str, id: u64, text: &str) -> Result<Message, Error> {
        self.chat.edit(&self.for_user(draft::user(user)?), &self.name, id, text).await
    }

    /// Deletes a message for good, as a moderator would; its place stays. Repeated, it changes nothing.
    ///
    /// # Errors
    /// `not_found`, `room_deleted`.
    pub async fn delete(&self, id: u64) -> Result<Message, Error> {
        self.chat.delete(&self.who, &self.name, id).await
    }

    /// Adds a user's reaction to a message, one whole emoji, or takes it away.
    ///
    /// # Errors
    /// `invalid` for what is no emoji, or for the 21st kind; `not_found`, `deleted`.
    pub async fn react(&self, user: &str, id: u64, emoji: &str, add: bool) -> Result<Message, Error> {
        self.chat.react(&self.for_user(draft::user(user)?), &self.name, id, emoji, add).await
    }

    /// The messages that wait for review, in the order in which they came, after one of them, at most 200; none where no room is yet.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn held(&self, after: u64) -> Result<HeldPage, Error> {
        self.chat.held(&self.who, &self.name, after, self.chat.limits().page_max).await
    }

    /// Lets a held message into the room.
    ///
    /// # Errors
    /// `not_found` when it waits no more.
    pub async fn approve(&self, held: u64) -> Result<Message, Error> {
        self.chat.approve(&self.who, &self.name, held).await
    }

    /// Rejects a held message. Repeated, it changes nothing.
    ///
    /// # Errors
    /// `not_found` when it waits no more.
    pub async fn reject(&self, held: u64) -> Result<(), Error> {
        self.chat.reject(&self.who, &self.name, held).await
    }

    /// The newest messages in id order, 1 to 200, and the cursor to go on from. Empty, with cursor `0`, where no room is.
    ///
    /// # Errors
    /// `invalid` for none; `room_deleted`; `store_away`.
    pub async fn newest(&self, last: u32) -> Result<Page, Error> {
        let last = self.limit("last", last)?;
        page(&poll::newest(&self.chat, Arc::clone(&self.who), &self.name, last, None).await?.page_json()?)
    }

    /// What has changed since a cursor, at most 200 changes in version order; `more` where some are left.
    ///
    /// [`Cursor::Start`] is from the very beginning. A page with `reset` begins anew with the newest messages.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn messages(&self, after: Cursor) -> Result<Page, Error> {
        let limit = self.chat.limits().page_max;
        let look = Look { limit, wait: Duration::ZERO, stay: None };
        page(&poll::after(&self.chat, Arc::clone(&self.who), &self.name, after, look).await?.page_json()?)
    }

    /// Messages below an id in id order, the nearest `limit`, 1 to 200.
    ///
    /// # Errors
    /// `invalid` for none; `room_deleted`; `store_away`.
    pub async fn before(&self, id: u64, limit: u32) -> Result<Page, Error> {
        let limit = self.limit("limit", limit)?;
        page(&poll::history(&self.chat, &self.who, &self.name, Span::Before(id), limit).await?.page_json()?)
    }

    /// What changes from a cursor on, as it happens: pages of changes in version order, never an empty one; the first has at most
    /// 200 changes (`opened_changes`), the others 64.
    ///
    /// [`Cursor::Start`] is from the very beginning, however much has been said since, and a stream that is read slowly misses nothing. A page with `reset` is the newest one, and what was read before it is to be forgotten. While the store is away nothing
    /// comes, and nothing is lost. It goes with the room when that moves. The stream ends when the chat is about to go; an error is its last item.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use std::sync::Arc;
    /// # use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
    /// # let folder = tempfile::tempdir()?;
    /// # let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await?;
    /// # let chat = tertulia::Chat::builder().store(Arc::new(store)).build().await?;
    /// use futures_util::StreamExt;
    /// use tertulia::wire::Cursor;
    ///
    /// let room = chat.room(&"project/42".parse()?);
    /// let mut changes = Box::pin(room.changes(Cursor::Start));
    /// room.notify("Version 2 is out.").await?;
    /// let page = changes.next().await.expect("the chat goes on")?;
    /// assert_eq!(page.messages[0].text, "Version 2 is out.");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `room_deleted`, when the room is or has been.
    pub fn changes(&self, after: Cursor) -> impl Stream<Item = Result<Page, Error>> + Send + use<> {
        futures_util::stream::unfold(Reading::NotBegun(self.clone(), after), Reading::step)
    }

    /// Tells the room's readers something that is true only now, from nobody: `deploying`, a cursor's place, a score.
    ///
    /// The name is one of the host's own, `[a-z][a-z0-9_.-]*`, at most 64 characters; the data has at most 4 KiB. Never stored,
    /// and may be lost; `typing` is for people alone, and tells nothing here.
    ///
    /// # Errors
    /// `invalid` for the name or the data; `slow_down` beyond 20 a second; `room_deleted`; `store_away`.
    pub async fn signal(&self, name: &str, data: impl Into<Option<Data>>) -> Result<(), Error> {
        self.chat.signal(&self.who, &self.name, NewSignal { name: name.to_owned(), data: data.into() }).await
    }

    /// Who is here: how many, their names where they are few, and who is typing. The host's own code is not counted.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn present(&self) -> Result<Present, Error> {
        self.chat.present(&self.who, &self.name).await
    }

    /// The settings as they are now; the defaults where no room is.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn settings(&self) -> Result<Settings, Error> {
        let (_held, found) = self.chat.inner.hub.room(&self.name).await?;
        match found {
            Found::Room(facts) => Ok(Settings::clone(&facts.settings)),
            Found::Absent { .. } => Ok(Settings::default()),
            Found::Deleted { .. } => Err(Code::RoomDeleted.into()),
        }
    }

    /// Merges into the settings, title and comment among them: absent fields stay. Makes the room.
    ///
    /// # Errors
    /// `invalid` for a setting out of its bounds; `store_away`.
    pub async fn change_settings(&self, put: PutRoom) -> Result<Settings, Error> {
        self.settings_because(put, None).await
    }

    /// The same, with a reason for those who may see what was done.
    ///
    /// # Errors
    /// As [`change_settings`](Self::change_settings); `too_long` for the reason.
    pub async fn change_settings_because(&self, put: PutRoom, why: &str) -> Result<Settings, Error> {
        self.settings_because(put, Some(why.to_owned())).await
    }

    async fn settings_because(&self, put: PutRoom, why: Option<String>) -> Result<Settings, Error> {
        let (held, _found) = self.chat.inner.hub.room(&self.name).await?;
        let (facts, _made) = self.chat.put_room_because(&self.who, &held.room.name, put, why).await?;
        Ok(Settings::clone(&facts.settings))
    }

    /// What to call the room in front of people: its title, else "Chat for project 42" in the language that suits an
    /// `Accept-Language` header best.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn title(&self, accept_language: &str) -> Result<String, Error> {
        let settings = self.settings().await?;
        let catalogues = &self.chat.inner.catalogues;
        let args = [("type", self.name.room_type.to_string().into()), ("id", self.name.id.decode().into())];
        let worded = || catalogues.word(catalogues.negotiate(accept_language), "room-name", &args);
        Ok(settings.title.or_else(worded).unwrap_or_else(|| self.name.to_string()))
    }

    /// When the room was made; `None` where no room is.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn created(&self) -> Result<Option<Time>, Error> {
        let (_held, found) = self.chat.inner.hub.room(&self.name).await?;
        match found {
            Found::Room(facts) => Ok(Some(facts.created)),
            Found::Absent { .. } => Ok(None),
            Found::Deleted { .. } => Err(Code::RoomDeleted.into()),
        }
    }

    /// Gives the room another id within its type, as [`move_to`](Self::move_to) does.
    ///
    /// # Errors
    /// As [`move_to`](Self::move_to).
    pub async fn rename(&self, id: &RoomId) -> Result<Room, Error> {
        let (held, _found) = self.chat.inner.hub.room(&self.name).await?;
        self.move_to(&RoomName { id: id.clone(), ..held.room.name.clone() }).await
    }

    /// Moves the room, with all that is in it, to another parent, and gives it back by its new name.
    ///
    /// Cursors stay good. Streams under the old name have ended when this returns, with `moved` and the new name for those whom
    /// their grants let read there. The old name goes on leading to the room until a room is made under it.
    ///
    /// # Errors
    /// `invalid` when there is a room by that name; `not_found` or `room_deleted` where there is none to move; `store_away`.
    pub async fn move_to(&self, parent: &RoomName) -> Result<Room, Error> {
        let write = Write {
            room: self.name.clone(),
            access: None,
            act: Act::Move { to: parent.clone() },
            by: HOST.to_owned(),
            why: None,
        };
        self.chat.inner.writer.write(write).await.map_err(crate::say::write_error)?;
        Ok(self.chat.room(parent))
    }

    /// Deletes the room and everything in it. Its streams have ended when this returns.
    ///
    /// # Errors
    /// `not_found` or `room_deleted` where there is none; `store_away`.
    pub async fn delete_room(&self) -> Result<(), Error> {
        self.chat.delete_room(&self.who, &self.name).await
    }

    /// The same, with a reason for the audit, which outlives the room.
    ///
    /// # Errors
    /// As [`delete_room`](Self::delete_room); `too_long` for the reason.
    pub async fn delete_room_because(&self, why: &str) -> Result<(), Error> {
        self.chat.delete_room_because(&self.who, &self.name, Some(why.to_owned())).await
    }

    pub(crate) fn for_user(&self, user: &str) -> Identity {
        Identity::host_as(&self.name, user)
    }

    fn limit(&self, field: &'static str, limit: u32) -> Result<u32, Refusal> {
        let max = self.chat.limits().page_max;
        if limit == 0 { Err(Refusal::out_of_range(field, 1, max)) } else { Ok(limit.min(max)) }
    }
}

/// A page for the host's own code, which has no need to be told what it may do.
fn page(json: &Bytes) -> Result<Page, Error> {
    let page: Page = serde_json::from_slice(json).map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(Page { me: None, ..page })
}

/// A stream of changes on its way.
enum Reading {
    NotBegun(Room, Cursor),
    Begun(Chat, Box<Reader>),
    Over,
}

type Item = Result<Page, Error>;

impl Reading {
    async fn step(mut self) -> Option<(Item, Self)> {
        loop {
            let (done, next) = match self {
                Reading::NotBegun(room, after) => Self::begin(room, after).await,
                Reading::Begun(chat, reader) => Self::go_on(chat, reader).await,
                Reading::Over => return None,
            };
            self = next;
            if let Some(item) = done {
                return Some((item, self));
            }
        }
    }

    async fn begin(room: Room, after: Cursor) -> (Option<Item>, Self) {
        // However far that is: it reads a page when one is asked for, and holds no more.
        let (who, begin) = (Arc::clone(&room.who), Begin::After(after));
        match Reader::open_behind(&room.chat, who, &room.name, begin, None, u64::MAX).await {
            Ok((reader, mut page)) => {
                let seen = if let Cursor::At { version, .. } = after { version } else { 0 };
                let reset = page.head.reset;
                page.head.settings = page.head.settings.filter(|settings| reset || settings.version > seen);
                (shown(page), Reading::Begun(room.chat, Box::new(reader)))
            }
            Err(Error::Store(StoreError::Away(_))) => {
                tokio::time::sleep(STORE_RETRY).await;
                (None, Reading::NotBegun(room, after))
            }
            Err(error) => (Some(Err(error)), Reading::Over),
        }
    }

    async fn go_on(chat: Chat, mut reader: Box<Reader>) -> (Option<Item>, Self) {
        let page = match reader.subscription.next(chat.limits()).await {
            Next::Leaving => return (None, Reading::Over),
            Next::Failed(StoreError::Away(_)) => {
                tokio::time::sleep(STORE_RETRY).await;
                Ok(None)
            }
            Next::Moved(facts) => {
                let after = reader.subscription.cursor();
                return (None, Reading::NotBegun(chat.room(&facts.name), after));
            }
            next => reader.page_of_next(&chat, next).await,
        };
        match page {
            Ok(page) => (page.and_then(shown), Reading::Begun(chat, reader)),
            Err(error) => (Some(Err(error)), Reading::Over),
        }
    }
}

/// A page that has something to show, as an item.
fn shown(raw: RawPage) -> Option<Item> {
    let json = raw.page_json();
    let read = json.and_then(|json| page(&json));
    let empty = |page: &Page| page.messages.is_empty() && !page.reset && page.settings.is_none();
    if read.as_ref().is_ok_and(empty) { None } else { Some(read) }
}
