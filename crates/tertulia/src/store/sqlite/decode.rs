//! Rows become values: the columns of rooms and messages, in one order everywhere.

use std::sync::Arc;

use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row, Sqlite, Type};
use tertulia_wire::moderation::{AuditEntry, Restriction};
use tertulia_wire::{DeletedBy, Epoch, Kind, Message, PresenceMode, Reaction, RoomName, Sender, Settings, Time};

use crate::draft;
use crate::store::moderation::{AddressMark, Kept};
use crate::store::settle::{Dirt, Room};
use crate::store::{Epochs, RoomKey};

/// The columns of a room `r`, as [`Columns::room`] reads them.
macro_rules! room_columns {
    () => {
        "(SELECT value FROM tertulia_meta WHERE name = 'everywhere'), r.room_key, r.room_type, r.room_id, r.created_ms, r.head, \
         r.newest_ms, r.run, r.access, r.untidy, r.settings_version, r.first, r.title, r.comment, r.locked, r.slow_seconds, r.announce, \
         r.text_max, r.retention_days, r.edit_minutes, r.presence, r.hold, r.epochs, r.held_head, r.held_waiting, r.waiting"
    };
}

/// The columns of a message `m`, as [`Columns::message`] reads them.
macro_rules! message_columns {
    () => {
        "m.id, m.version, m.kind, m.sender_id, m.sender_name, m.sender_guest, m.sender_avatar, m.created_ms, m.edited_ms, \
         m.deleted_ms, m.deleted_by, m.reply_to, m.client_id, m.text, m.data, m.reactions"
    };
}

/// The columns of a restriction `x`, as [`Columns::restriction`] reads them.
macro_rules! restriction_columns {
    () => {
        "x.person, x.kind, x.until_ms, x.why, x.since_ms, x.by_id, x.address, x.address_until_ms"
    };
}

/// The columns of a row of the audit, as [`Columns::audit_entry`] reads them.
macro_rules! audit_columns {
    () => {
        "number, at_ms, deed, room_type, room_id, by_id, person, message_id, until_ms, why, held, moved_to, settings, address"
    };
}

pub(super) use {audit_columns, message_columns, restriction_columns, room_columns};

/// What a row holds that no program of ours has written.
pub(super) fn broken(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(format!("the file holds {what}").into())
}

/// Reads the columns of a row from left to right.
pub(super) struct Columns<'r> {
    row: &'r SqliteRow,
    next: usize,
}

impl<'r> Columns<'r> {
    pub(super) fn of(row: &'r SqliteRow) -> Self {
        Self { row, next: 0 }
    }

    pub(super) fn take<T: Decode<'r, Sqlite> + Type<Sqlite>>(&mut self) -> Result<T, sqlx::Error> {
        self.next += 1;
        self.row.try_get(self.next - 1)
    }

    pub(super) fn number(&mut self) -> Result<u64, sqlx::Error> {
        let number: i64 = self.take()?;
        u64::try_from(number).map_err(|_| broken("a negative number"))
    }

    /// A room's name: type, id.
    pub(super) fn room_name(&mut self) -> Result<RoomName, sqlx::Error> {
        RoomName::parse(self.take()?, self.take()?).map_err(broken)
    }

    /// A sender of this id: name, whether a guest, picture.
    pub(super) fn sender(&mut self, id: String) -> Result<Sender, sqlx::Error> {
        let name = shown(Some(&id), self.take()?);
        Ok(Sender { id: Some(id), name, guest: self.take()?, avatar: self.take()? })
    }

    pub(super) fn small(&mut self) -> Result<u32, sqlx::Error> {
        let number: i64 = self.take()?;
        u32::try_from(number).map_err(|_| broken("a number that is too large"))
    }

    pub(super) fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<Option<T>, sqlx::Error> {
        let text: Option<&str> = self.take()?;
        text.map(|text| serde_json::from_str(text).map_err(broken)).transpose()
    }

    fn time(&mut self) -> Result<Option<Time>, sqlx::Error> {
        Ok(self.take::<Option<i64>>()?.map(Time))
    }

    /// A room, with the access number *everywhere*.
    pub(super) fn room(&mut self) -> Result<(u64, Room), sqlx::Error> {
        let everywhere = self.number()?;
        let key = RoomKey(self.take()?);
        let name = self.room_name()?;
        let created = Time(self.take()?);
        let (head, newest, run) = (self.number()?, Time(self.take()?), self.take()?);
        let (access, untidy) = (self.number()?, self.take()?);
        let settings = self.settings()?;
        let epochs = unpack_epochs(self.take()?)?;
        let room = Room {
            key,
            name,
            created,
            head,
            newest,
            run,
            access,
            settings: Arc::new(settings),
            epochs: Arc::new(epochs),
            deleted: false,
            untidy,
            held_head: self.number()?,
            held_waiting: self.small()?,
            waiting: self.number()?,
            dirt: Dirt::Clean,
        };
        Ok((everywhere, room))
    }

    pub(super) fn restriction(&mut self) -> Result<Kept, sqlx::Error> {
        let restriction = Restriction {
            user: self.take()?,
            kind: self.word()?,
            until: self.time()?,
            why: self.take()?,
            since: Time(self.take()?),
            by: self.take()?,
            address_until: None,
        };
        let mark = self.take::<Option<&[u8]>>()?.map(|bytes| bytes.try_into().map(AddressMark));
        let mark = mark.transpose().map_err(|_| broken("an address of another length"))?;
        Ok(Kept { restriction: Restriction { address_until: self.time()?, ..restriction }, mark })
    }

    pub(super) fn audit_entry(&mut self) -> Result<AuditEntry, sqlx::Error> {
        Ok(AuditEntry {
            number: self.number()?,
            at: Time(self.take()?),
            deed: self.word()?,
            room: self.room_then()?,
            by: self.take()?,
            user: self.take()?,
            message: self.take::<Option<i64>>()?.map(i64::cast_unsigned),
            until: self.time()?,
            why: self.take()?,
            held: self.take::<Option<i64>>()?.map(i64::cast_unsigned),
            to: self.take::<Option<&str>>()?.map(|name| name.parse().map_err(broken)).transpose()?,
            settings: self.json()?,
            address: self.take()?,
        })
    }

    fn room_then(&mut self) -> Result<Option<RoomName>, sqlx::Error> {
        let (room_type, id): (Option<&str>, Option<&str>) = (self.take()?, self.take()?);
        room_type.zip(id).map(|(room_type, id)| RoomName::parse(room_type, id).map_err(broken)).transpose()
    }

    /// One word of a list, as it stands in JSON.
    fn word<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, sqlx::Error> {
        let word: &str = self.take()?;
        serde_json::from_value(serde_json::Value::from(word)).map_err(broken)
    }

    fn settings(&mut self) -> Result<Settings, sqlx::Error> {
        Ok(Settings {
            version: self.number()?,
            first: self.number()?,
            // One of an older version may have several lines.
            title: self.take::<Option<String>>()?.map(|title| draft::one_line(&title)),
            comment: self.take()?,
            locked: self.take()?,
            slow_seconds: self.small()?,
            announce: self.take()?,
            text_max: self.small()?,
            retention_days: self.take()?,
            edit_minutes: self.small()?,
            presence: match self.take()? {
                "names" => PresenceMode::Names,
                "count" => PresenceMode::Count,
                "off" => PresenceMode::Off,
                other => return Err(broken(format!("the presence {other:?}"))),
            },
            hold: self.hold_mode()?,
        })
    }

    pub(super) fn message(&mut self) -> Result<Message, sqlx::Error> {
        let (id, version, kind) = (self.number()?, self.number()?, self.kind()?);
        let (sender_id, name, guest, avatar): (Option<String>, Option<String>, _, _) =
            (self.take()?, self.take()?, self.take()?, self.take()?);
        let created = Time(self.take()?);
        let (edited, deleted) = (self.time()?, self.time()?);
        let deleted_by: Option<&str> = self.take()?;
        let reply_to = self.take::<Option<i64>>()?.map(i64::cast_unsigned);
        let client_id: &str = self.take()?;
        Ok(Message {
            id,
            version,
            kind,
            sender: name.map(|name| Sender { name: shown(sender_id.as_deref(), name), id: sender_id, guest, avatar }),
            created,
            edited,
            deleted,
            deleted_by: deleted_by.map(|by| if by == "sender" { DeletedBy::Sender } else { DeletedBy::Moderator }),
            reply_to,
            // What begins like this is by what the request of somebody who was erased is known again.
            client_id: Some(client_id).filter(|id| !id.starts_with('~')).map(|id| id.parse().map_err(broken)).transpose()?,
            text: self.take()?,
            data: self.json()?,
            reactions: self.json::<Vec<Reaction>>()?.unwrap_or_default(),
        })
    }

    pub(super) fn kind(&mut self) -> Result<Kind, sqlx::Error> {
        // A kind that a newer version wrote is drawn as a notification.
        Ok(match self.take()? {
            "message" => Kind::Message,
            "action" => Kind::Action,
            "system" => Kind::System,
            "join" => Kind::Join,
            "leave" => Kind::Leave,
            _ => Kind::Notification,
        })
    }

    pub(super) fn hash(&mut self) -> Result<[u8; 32], sqlx::Error> {
        let bytes: &[u8] = self.take()?;
        bytes.try_into().map_err(|_| broken("a hash of another length"))
    }
}

/// Epochs as the room's row keeps them.
pub(super) fn pack_epochs(epochs: &Epochs) -> Vec<u8> {
    let pair = |(epoch, began): &(Epoch, u64)| [epoch.0.to_be_bytes(), began.to_be_bytes()].concat();
    epochs.as_list().iter().flat_map(pair).collect()
}

fn unpack_epochs(bytes: &[u8]) -> Result<Epochs, sqlx::Error> {
    let (pairs, rest) = bytes.as_chunks::<8>();
    let numbers: Vec<u64> = pairs.iter().map(|bytes| u64::from_be_bytes(*bytes)).collect();
    let list = numbers.chunks_exact(2).map(|pair| (Epoch(pair[0]), pair[1])).collect();
    Epochs::from_list(list)
        .filter(|_| rest.is_empty() && numbers.len().is_multiple_of(2))
        .ok_or_else(|| broken("a room without epochs"))
}

/// A name as it is shown. Before ids had to be names to be shown they were kept as they are.
fn shown(id: Option<&str>, name: String) -> String {
    if id == Some(&*name) { draft::name_of_id(&name) } else { name }
}
