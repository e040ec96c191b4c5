//! Keeping order in a room, by the host's own code.

use tertulia_wire::moderation::{Audit, Lift, PutRestriction, Restriction};
use tertulia_wire::{Message, Reports};

use super::Room;
use crate::audit::AuditPage;
use crate::error::Error;

impl Room {
    /// Mutes, bans or kicks a user, as a moderator would. Streams of whoever is banned have ended when this returns.
    ///
    /// # Errors
    /// `invalid` for an end that has passed; `too_long` for the reason; `not_found`, `room_deleted`; `store_away`.
    pub async fn restrict(&self, user: &str, restriction: PutRestriction) -> Result<Restriction, Error> {
        self.chat.restrict(&self.who, &self.name, user, restriction).await
    }

    /// Gives back what was taken away from a user; repeated, it changes nothing.
    ///
    /// # Errors
    /// `not_found`, `room_deleted`; `store_away`.
    pub async fn lift(&self, user: &str) -> Result<(), Error> {
        self.chat.lift(&self.who, &self.name, user).await
    }

    /// Deletes everything that a user has said in the room up to now, as a moderator would, and rejects what is held of theirs; says
    /// how many messages that were.
    ///
    /// # Errors
    /// `not_found`, `room_deleted`; `store_away` or `unknown`, then a part may be deleted: ask again.
    pub async fn delete_all(&self, user: &str) -> Result<u64, Error> {
        Ok(self.chat.delete_all(&self.who, &self.name, user).await?.1)
    }

    /// The same, with a reason for those who may see what was done.
    ///
    /// # Errors
    /// As [`delete_all`](Self::delete_all); `too_long` for the reason.
    pub async fn delete_all_because(&self, user: &str, why: &str) -> Result<u64, Error> {
        Ok(self.chat.delete_all_because(&self.who, &self.name, user, Some(why.to_owned())).await?.1)
    }

    /// Gives back what was taken away from a user, of one kind alone or with a reason for those who may see what was done.
    ///
    /// # Errors
    /// As [`lift`](Self::lift); `too_long` for the reason.
    pub async fn lift_because(&self, user: &str, lift: Lift) -> Result<(), Error> {
        self.chat.lift_because(&self.who, &self.name, user, lift).await
    }

    /// Deletes a message, with a reason for those who may see what was done.
    ///
    /// # Errors
    /// As [`delete`](Self::delete); `too_long` for the reason.
    pub async fn delete_because(&self, id: u64, why: &str) -> Result<Message, Error> {
        self.chat.delete_because(&self.who, &self.name, id, Some(why.to_owned())).await
    }

    /// Rejects a held message, with a reason for those who may see what was done; its sender is not told.
    ///
    /// # Errors
    /// As [`reject`](Self::reject); `too_long` for the reason.
    pub async fn reject_because(&self, held: u64, why: &str) -> Result<(), Error> {
        self.chat.reject_because(&self.who, &self.name, held, Some(why.to_owned())).await
    }

    /// Lets a held message into the room, with a reason for those who may see what was done.
    ///
    /// # Errors
    /// As [`approve`](Self::approve); `too_long` for the reason.
    pub async fn approve_because(&self, held: u64, why: &str) -> Result<Message, Error> {
        self.chat.approve_because(&self.who, &self.name, held, Some(why.to_owned())).await
    }

    /// What is in force in the room, by user.
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn restrictions(&self) -> Result<Vec<Restriction>, Error> {
        self.chat.restrictions(&self.who, &self.name).await
    }

    /// The reported messages of the room as they are now, those reported last first, below a number where one is given, at most
    /// `limit` (1 to 200).
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn reports(&self, before: Option<u64>, limit: u32) -> Result<Reports, Error> {
        self.chat.reports(&self.who, &self.name, before, limit).await
    }

    /// Closes what was reported of a message; repeated, it changes nothing.
    ///
    /// # Errors
    /// `not_found`, `room_deleted`; `store_away`.
    pub async fn close_reports(&self, id: u64) -> Result<(), Error> {
        self.chat.close_reports(&self.who, &self.name, id).await
    }

    /// The same, with a reason for those who may see what was done; whoever reported is not told.
    ///
    /// # Errors
    /// As [`close_reports`](Self::close_reports); `too_long` for the reason.
    pub async fn close_reports_because(&self, id: u64, why: &str) -> Result<(), Error> {
        self.chat.close_reports_because(&self.who, &self.name, id, Some(why.to_owned())).await
    }

    /// What was done in the room, the newest first, below a number where one is given, at most `limit` (1 to 200).
    ///
    /// # Errors
    /// `room_deleted`; `store_away`.
    pub async fn audit(&self, before: Option<u64>, limit: u32) -> Result<Audit, Error> {
        self.chat.audit(&self.who, &self.name, AuditPage { user: None, before, limit }).await
    }
}
