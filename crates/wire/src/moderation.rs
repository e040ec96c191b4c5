//! What moderators ask for, and what was done by whom.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::page::RestrictionKind;
use crate::time::Time;

/// Takes something away from somebody in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PutRestriction {
    /// What is taken away. A kick is a ban of 60 seconds.
    pub kind: RestrictionKind,
    /// When it ends; absent is never. A kick has its own end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, at most 500 code points; whom it is about is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
}

/// What a moderator can do that is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
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
    /// Had somebody's tokens refused.
    Revoke,
}

impl Deed {
    /// All deeds.
    pub const ALL: [Deed; 6] = [Deed::Mute, Deed::Ban, Deed::Kick, Deed::Lift, Deed::Delete, Deed::Revoke];

    /// The deed as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Deed::Mute => "mute",
            Deed::Ban => "ban",
            Deed::Kick => "kick",
            Deed::Lift => "lift",
            Deed::Delete => "delete",
            Deed::Revoke => "revoke",
        }
    }
}

/// One thing that was done by a moderator. Never changed, never removed while the room is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Its number: later ones are higher, with gaps.
    pub number: u64,
    /// When it was done.
    pub at: Time,
    /// What was done.
    pub deed: Deed,
    /// By whom.
    pub by: String,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// To which message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<u64>,
    /// Until when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A part of what was done, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Audit {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// Older ones are left: ask for those before the last one's number.
    pub more: bool,
}
