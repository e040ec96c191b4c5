//! What a stream has to tell next: the same for each encoding that goes on over plain HTTP.

use std::time::Duration;

use tertulia_wire::{Me, Time};
use tokio::time::{Instant, sleep, timeout_at};

use super::STORE_RETRY;
use super::page::{RawPage, Reader};
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Next;
use crate::hub::signals::Heard;
use crate::hub::tail::Changes;

/// What a stream has to tell.
pub(crate) enum News {
    /// Nothing for a while: a sign that the line still holds is due.
    Beat,
    Changes(Changes),
    Signals(Heard),
    /// Something else waits for review, and the reader may review.
    Waiting,
    /// What was told can't be gone on from: the newest page.
    Reset(Box<RawPage>),
    /// The reader is or may do something else than it was told.
    Me(Box<Me>),
    /// The server is about to go: the last there is.
    Leaving,
    /// The room has ended for this reader: the last there is.
    Ended(Refusal),
}

/// When it will be so late by the chat's clock.
fn wake_at(chat: &Chat, at: Time) -> Instant {
    let left = u64::try_from(at.0 - (chat.inner.clock)().0).unwrap_or(0);
    Instant::now() + Duration::from_millis(left)
}

/// The room has ended for this reader, who is told so.
fn ended(chat: &Chat, error: Error) -> News {
    chat.inner.meters.refusals.one(error.code());
    News::Ended(error.into_refusal())
}

impl Reader {
    /// Waits for something to tell. A store that is away is asked again until it is back.
    pub(crate) async fn news(&mut self, chat: &Chat) -> News {
        let beat = Instant::now() + Duration::from_secs(chat.limits().beat_s);
        loop {
            let expires = self.who.until.map(|until| wake_at(chat, until));
            let eased = self.eased.map(|at| wake_at(chat, at));
            let wake = expires.into_iter().chain(eased).fold(beat, Instant::min);
            let seen = self.subscription.seen();
            let next = timeout_at(wake, self.subscription.next(&chat.inner.limits)).await.ok();
            let now = (chat.inner.clock)();
            let asked = match next {
                // With what came in hand, too: a busy room hides that time is over, and a timer may be late.
                None | Some(Next::Changes(_) | Next::Signals(_) | Next::Waiting) if self.who.is_over(now) => {
                    self.subscription.go_back(seen);
                    if matches!(next, Some(Next::Waiting)) {
                        self.subscription.unhear_what_waits();
                    }
                    self.ask_again(chat).await
                }
                None if self.eased.take_if(|eased| *eased <= now).is_some() => self.tell_of_me(chat).await,
                None => return News::Beat,
                Some(Next::Changes(changes)) => return News::Changes(changes),
                Some(Next::Signals(signals)) => return News::Signals(signals),
                Some(Next::Waiting) => return News::Waiting,
                Some(Next::Leaving) => return News::Leaving,
                Some(Next::Failed(error @ StoreError::Away(_))) => Err(error.into()),
                Some(other) => self.other(chat, other).await,
            };
            match asked {
                Ok(None) => {}
                Ok(Some(news)) => return news,
                // Before the door is asked again nothing more is handed out.
                Err(Error::Store(StoreError::Away(_))) => sleep(STORE_RETRY).await,
                Err(error) => return ended(chat, error),
            }
        }
    }

    /// What the reader came with tells no longer who it is.
    async fn ask_again(&mut self, chat: &Chat) -> Result<Option<News>, Error> {
        let found = self.subscription.found().await?;
        self.readmit(chat, &found).await?;
        self.tell_of_me(chat).await
    }

    async fn tell_of_me(&mut self, chat: &Chat) -> Result<Option<News>, Error> {
        Ok(self.news_of_me(chat).await?.map(|me| News::Me(Box::new(me))))
    }

    async fn other(&mut self, chat: &Chat, next: Next) -> Result<Option<News>, Error> {
        let about_me = matches!(next, Next::Recheck(_) | Next::Read(_));
        let page = self.page_of_next(chat, next).await?;
        let me = if about_me { self.tell_of_me(chat).await? } else { None };
        Ok(me.or(page.map(|page| News::Reset(Box::new(page)))))
    }
}
