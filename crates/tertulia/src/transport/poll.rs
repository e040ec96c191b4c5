//! One look at a room: a page now, or held open until there is a change.

use std::sync::Arc;
use std::time::Duration;

use tertulia_wire::page::Action;
use tertulia_wire::{Code, Cursor, Page, RoomName};
use tokio::time::{Instant, timeout_at};

use super::page::{Begin, RawPage, Reader};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::Error;
use crate::hub::tail::Changes;
use crate::hub::{Next, Stay};
use crate::metrics::meters::Line;
use crate::pace::Places;
use crate::store::{Change, Found, Span, Verdict};

/// The newest messages, with the cursor to go on from. Whoever polls with a `stay` is present until a while after the answer.
pub(crate) async fn newest(
    chat: &Chat,
    who: Arc<Identity>,
    room: &RoomName,
    last: u32,
    stay: Option<Stay>,
) -> Result<RawPage, Error> {
    let (_, page) = Reader::open(chat, who, room, Begin::Newest(last), stay).await?;
    Ok(page)
}

/// How long to look for changes, and how many to take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) limit: u32,
    pub(crate) wait: Duration,
    pub(crate) stay: Option<Stay>,
}

/// The changes since a cursor, at most `limit`; held open for `wait` while there are none. When the room moves meanwhile the
/// answer comes at once, and has its new name.
pub(crate) async fn after(
    chat: &Chat,
    who: Arc<Identity>,
    room: &RoomName,
    cursor: Cursor,
    mut asked: Look,
) -> Result<RawPage, Error> {
    let _places = if asked.wait.is_zero() { Places::new() } else { chat.enter_stream(&who)? };
    let _open = (!asked.wait.is_zero()).then(|| chat.inner.meters.open(Line::Poll));
    loop {
        match look(chat, Arc::clone(&who), room, cursor, asked).await {
            Err(Error::Refused(refusal)) if refusal.code == Code::Moved => asked.wait = Duration::ZERO,
            looked => return looked,
        }
    }
}

async fn look(
    chat: &Chat,
    who: Arc<Identity>,
    room: &RoomName,
    cursor: Cursor,
    Look { limit, wait, stay }: Look,
) -> Result<RawPage, Error> {
    let mut reader = chat.subscribe(who, room).await?;
    if let Some(stay) = stay {
        reader.arrive(chat, stay).await;
    }
    if reader.subscription.start_after(cursor).await? == Verdict::Lost {
        return reader.newest_page(chat, chat.limits().page_default, true).await;
    }
    let most = limit as usize;
    if let Some(page) = reader.changes(chat, most).await? {
        return Ok(page);
    }
    if !wait.is_zero() {
        let expires =
            reader.who.until.map(|until| Duration::from_millis(u64::try_from(until.0 - (chat.inner.clock)().0).unwrap_or(0)));
        let until = Instant::now() + expires.map_or(wait, |expires| expires.min(wait));
        while let Ok(next) = timeout_at(until, wait_for(&mut reader, chat, most)).await {
            if let Some(page) = reader.page_of_next(chat, next).await? {
                return Ok(page);
            }
        }
        reader.renew(chat).await?;
    }
    Ok(reader.page_of(chat, Changes::new()))
}

async fn wait_for(reader: &mut Reader, chat: &Chat, most: usize) -> Next {
    std::future::poll_fn(|cx| reader.subscription.poll_next(cx, most, chat.limits().chunk_bytes)).await
}

/// A page of history: no cursor, and no need to be awake for it.
pub(crate) async fn history(chat: &Chat, who: &Identity, room: &RoomName, span: Span, limit: u32) -> Result<RawPage, Error> {
    let admitted = chat.admit(who, Action::Read, room).await?;
    let empty = |first| Page {
        room: room.clone(),
        created: None,
        cursor: None,
        messages: Vec::new(),
        more: false,
        more_newer: Some(false),
        reset: false,
        first,
        settings: None,
        me: None,
        present: None,
        waiting: false,
    };
    let facts = match &admitted.found {
        Found::Room(facts) => facts,
        Found::Deleted { .. } => return Err(Code::RoomDeleted.into()),
        Found::Absent { .. } => return Ok(whole(empty(1))),
    };
    let stretch = chat.store().read(facts.key, span, limit).await?.ok_or(Code::RoomDeleted)?;
    // Asked once more with the messages in hand: they may be newer than the right to see them.
    let who = &*chat.as_now(&admitted.who, room).await?;
    chat.may(who, Action::Read, &Found::Room(stretch.facts.clone()), room).await?;
    let messages: Vec<_> = stretch
        .changes
        .into_iter()
        .filter_map(|change| match change {
            Change::Message(message) => Some(*message),
            Change::Settings(_) => None,
        })
        .collect();
    let mut me = None;
    if who.id().is_some() && messages.iter().any(|message| !message.reactions.is_empty()) {
        let ids: Vec<u64> = messages.iter().filter(|message| !message.reactions.is_empty()).map(|message| message.id).collect();
        let mut own = chat.me(who, room, Some(&stretch.facts)).await?;
        for (id, emoji) in chat.store().reacted(stretch.facts.key, who.bearer(), &ids).await? {
            own.reacted.entry(id).or_default().push(emoji);
        }
        me = Some(own);
    }
    Ok(whole(Page {
        room: stretch.facts.name.clone(),
        messages,
        more: stretch.more,
        more_newer: Some(stretch.more_newer),
        me,
        ..empty(stretch.facts.settings.first)
    }))
}

/// History is read from the store as it is, so its messages stand in the page itself.
fn whole(page: Page) -> RawPage {
    RawPage { head: page, messages: Vec::new() }
}
