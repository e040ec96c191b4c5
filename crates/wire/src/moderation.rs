//! What moderators ask for, and what was done by whom.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::RoomName;
use crate::page::RestrictionKind;
use crate::request::ChangedSettings;
use crate::time::Time;

/// Takes something away from somebody in a room. A field that is not known is refused: one that is misspelt would make it last for
/// ever, or hold for fewer than was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutRestriction {
    /// What is taken away. A kick is a ban of 60 seconds.
    pub kind: RestrictionKind,
    /// When it ends; absent is never. A kick has its own end, and is refused with another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, at most 500 code points; whom it is about is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether it also holds for where a guest comes from: for every guest, and for everybody without a name, who comes from the
    /// address at which this guest was seen last (of IPv6, the network /64), for at most 24 hours. Users of the host are not
    /// touched. Only on guests; refused where no address of theirs is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub address: bool,
}

/// What is given back of what was taken from somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lift {
    /// Of which kind; absent is all.
    pub kind: Option<RestrictionKind>,
    /// Why, at most 500 code points, for those who may see what was done.
    pub why: Option<String>,
}

/// A restriction that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Restriction {
    /// Whom it is on.
    pub user: String,
    /// What it takes away.
    pub kind: RestrictionKind,
    /// When it ends; absent is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, in the moderator's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Since when.
    pub since: Time,
    /// By whom.
    pub by: String,
    /// Until when it also holds for where the guest comes from, at most 24 hours; absent where it does not. Which address that is,
    /// nobody is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_until: Option<Time>,
}

/// What can be done that is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Deed {
    /// Took away speaking.
    Mute,
    /// Took away reading and speaking.
    Ban,
    /// The same for a minute.
    Kick,
    /// Gave back what a restriction took.
    Lift,
    /// Deleted another's message.
    Delete,
    /// Deleted all that somebody had said in the room.
    DeleteAll,
    /// Had somebody's tokens refused.
    Revoke,
    /// Made the room, by its first message too.
    Create,
    /// Changed its settings.
    Settings,
    /// Gave it another name.
    Move,
    /// Removed its oldest messages.
    Purge,
    /// Let a held message in.
    Approve,
    /// Rejected a held message.
    Reject,
    /// Closed what was reported of a message.
    CloseReports,
    /// Deleted the room.
    DeleteRoom,
    /// Erased somebody, who is known by a pseudonym since.
    Erase,
}

/// One thing that was done. Kept when the room is gone, and never changed, but that a pseudonym stands for who is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Its number: later ones are higher, with gaps.
    pub number: u64,
    /// When it was done.
    pub at: Time,
    /// What was done.
    pub deed: Deed,
    /// In which room, by the name that it had then; absent for what was done everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomName>,
    /// By whom; `~` is the host's own code.
    pub by: String,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// To which message; for a purge, the first that stayed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<u64>,
    /// To which held message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<u64>,
    /// The name that the room was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RoomName>,
    /// The settings that changed, as they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<ChangedSettings>,
    /// Until when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether it held for where the guest came from, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub address: bool,
}

/// A part of what was done, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Audit {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// Older ones are left: ask for those before the last one's number.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_field_does_not_make_a_ban_for_ever() {
        let typo = serde_json::from_str::<PutRestriction>(r#"{"kind": "ban", "utnil": "2026-12-01T00:00:00.000Z"}"#);
        assert!(typo.expect_err("is refused").to_string().contains("unknown field `utnil`"));
        assert!(serde_json::from_str::<PutRestriction>(r#"{"kind": "ban", "until": "2026-12-01T00:00:00.000Z"}"#).is_ok());
    }
}
