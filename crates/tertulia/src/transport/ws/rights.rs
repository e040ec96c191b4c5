//! What becomes of a connection's rooms when it has to be asked again who reads them.

use std::sync::Arc;

use tertulia_wire::frame::MeFrame;
use tertulia_wire::{Code, RoomName, ServerFrame};
use tokio::time::Instant;

use super::{CloseCode, Connection, End};
use crate::auth::Identity;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Stay;
use crate::transport::STORE_RETRY;

impl Connection {
    /// The rights in a room may have changed.
    pub(super) async fn recheck(&mut self, place: usize) -> Result<(), End> {
        let reader = &self.rooms[place].reader;
        let (who, room) = (Arc::clone(&reader.who), reader.subscription.room().clone());
        if self.renew(&who, &room).await? { Ok(()) } else { self.readmit(place).await }
    }

    /// What rooms stand on has run out: a token ends them, and the host is asked again.
    pub(super) async fn renew_expired(&mut self) -> Result<(), End> {
        let now = (self.chat.inner.clock)();
        let over = |connection: &Self| {
            let room = connection.rooms.iter().find(|room| room.reader.who.is_over(now))?;
            Some((Arc::clone(&room.reader.who), room.reader.subscription.room().clone()))
        };
        while let Some((who, room)) = over(self) {
            self.renew(&who, &room).await?;
        }
        Ok(())
    }

    /// Finds out who somebody is now, where that has to be asked. All that stand on the same go on with what it is now, each
    /// as far as the door lets it, or end. Says whether there was anything to find out.
    async fn renew(&mut self, who: &Arc<Identity>, room: &RoomName) -> Result<bool, End> {
        let now = match self.chat.renewed(who, room).await {
            Ok(None) => return Ok(false),
            Ok(Some(now)) => Ok(Arc::new(now)),
            Err(refusal) => Err(refusal),
        };
        if let (Ok(now), Some(hello)) = (&now, &mut self.hello)
            && Arc::ptr_eq(hello, who)
        {
            *hello = Arc::clone(now);
        }
        let places: Vec<usize> = (0..self.rooms.len()).filter(|place| Arc::ptr_eq(&self.rooms[*place].reader.who, who)).collect();
        // From the last to the first, since a room that ends gives its place to the last one.
        for place in places.into_iter().rev() {
            match &now {
                Ok(now) => {
                    self.rooms[place].reader.reads_as(Arc::clone(now));
                    self.readmit(place).await?;
                }
                Err(refusal) => self.end_room(place, refusal).await?,
            }
        }
        Ok(true)
    }

    /// Asks the door again for a room, which goes on or ends.
    pub(super) async fn readmit(&mut self, place: usize) -> Result<(), End> {
        let chat = self.chat.clone();
        let reader = &mut self.rooms[place].reader;
        let admitted = match reader.subscription.found().await {
            Ok(found) => reader.readmit(&chat, &found).await,
            Err(StoreError::Away(_)) => {
                self.rooms[place].retry = Some(Instant::now() + STORE_RETRY);
                return Ok(());
            }
            Err(error) => Err(Error::from(error)),
        };
        match admitted {
            Ok(()) => {
                // Perhaps by another name, or somebody at last.
                self.rooms[place].reader.arrive(&chat, Stay::Stream).await;
                self.tell_of_me(place).await
            }
            Err(Error::Store(StoreError::Away(_))) => {
                // It is asked again before anything more is handed out.
                self.rooms[place].retry = Some(Instant::now() + STORE_RETRY);
                Ok(())
            }
            Err(error) => self.end_room(place, &error.into_refusal()).await,
        }
    }

    /// Tells those whose restriction is over what they may do again.
    pub(super) async fn tell_eased(&mut self) -> Result<(), End> {
        let now = (self.chat.inner.clock)();
        for place in 0..self.rooms.len() {
            if self.rooms[place].reader.eased.take_if(|eased| *eased <= now).is_some() {
                self.tell_of_me(place).await?;
            }
        }
        Ok(())
    }

    /// Tells a reader what it may do, if that is something else than it was told last.
    pub(super) async fn tell_of_me(&mut self, place: usize) -> Result<(), End> {
        let chat = self.chat.clone();
        let reader = &mut self.rooms[place].reader;
        let Ok(me) = reader.news_of_me(&chat).await else { return Err(End::Close(CloseCode::ComeBack, "internal")) };
        let Some(me) = me else { return Ok(()) };
        let frame = ServerFrame::Me(MeFrame { room: reader.subscription.room().clone(), me });
        self.send(&frame).await
    }

    /// Ends a room; the connection too where the rooms had tokens that are good no longer, and none is left.
    pub(super) async fn end_room(&mut self, place: usize, refusal: &Refusal) -> Result<(), End> {
        let room = self.rooms.swap_remove(place);
        self.send_ended(room.reader.subscription.room().clone(), refusal).await?;
        let over = refusal.code == Code::TokenExpired && self.rooms.is_empty();
        if over { Err(End::Close(CloseCode::NewToken, "token_expired")) } else { Ok(()) }
    }

    /// The connection's own identity as it is now, for a room that stands on it.
    pub(super) async fn hello_now(&mut self, room: &RoomName) -> Result<Arc<Identity>, Refusal> {
        let hello = self.hello.as_mut().ok_or_else(|| Refusal::because(Code::Malformed, "hello-first"))?;
        if let Some(now) = self.chat.renewed(hello, room).await? {
            *hello = Arc::new(now);
        }
        Ok(Arc::clone(hello))
    }
}
