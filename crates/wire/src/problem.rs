//! How a request is refused: RFC 9457 problem details with a stable code.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::time::Time;

/// Why a request is refused; the same word on every transport.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// Not readable as a request at all.
    Malformed,
    /// A token stands in the address, where logs and histories keep it.
    TokenInUrl,
    /// Nobody may do this without a token.
    TokenMissing,
    /// The token was good, once.
    TokenExpired,
    /// The token is not good.
    TokenInvalid,
    /// The bearer may not do this.
    NotAllowed,
    /// The bearer may not speak for now.
    Muted,
    /// The bearer may not be here.
    Banned,
    /// Nobody below `moderate` may speak.
    Locked,
    /// The time for editing is over.
    EditOver,
    /// The host or a moderator said no.
    Refused,
    /// The page's origin is not on the list.
    OriginRefused,
    /// Open mode is for trying out on one machine.
    OpenModeIsLocal,
    /// Not there, or not yours.
    NotFound,
    /// The address knows other methods.
    WrongMethod,
    /// The same client id came with another request.
    ClientIdReused,
    /// The message is deleted.
    Deleted,
    /// Somebody has this name.
    NameTaken,
    /// The room is deleted.
    RoomDeleted,
    /// The body is too large.
    TooLarge,
    /// The body is not what is taken here: JSON, in UTF-8, not compressed.
    UnsupportedMedia,
    /// A field breaks its rule.
    Invalid,
    /// The text is too long.
    TooLong,
    /// This address speaks WebSocket.
    UpgradeNeeded,
    /// Too fast.
    SlowDown,
    /// Too many at once.
    TooMany,
    /// Our mistake.
    Internal,
    /// The store can't be reached, or something else that is asked first: the keys of tokens, the host, its hook.
    StoreAway,
    /// Nobody knows whether it was written: ask again with the same client id.
    Unknown,
    /// The server is about to go.
    Draining,
    /// The room has another name now. Only in the frame `ended`.
    Moved,
}

impl Code {
    /// All codes, in the order of the documentation.
    pub const ALL: [Code; 31] = {
        use Code::*;
        [
            Malformed,
            TokenInUrl,
            TokenMissing,
            TokenExpired,
            TokenInvalid,
            NotAllowed,
            Muted,
            Banned,
            Locked,
            EditOver,
            Refused,
            OriginRefused,
            OpenModeIsLocal,
            NotFound,
            WrongMethod,
            ClientIdReused,
            Deleted,
            NameTaken,
            RoomDeleted,
            TooLarge,
            UnsupportedMedia,
            Invalid,
            TooLong,
            UpgradeNeeded,
            SlowDown,
            TooMany,
            Internal,
            StoreAway,
            Unknown,
            Draining,
            Moved,
        ]
    };

    /// The code as it stands in JSON and in catalogues.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        use Code::*;
        match self {
            Malformed => "malformed",
            TokenInUrl => "token_in_url",
            TokenMissing => "token_missing",
            TokenExpired => "token_expired",
            TokenInvalid => "token_invalid",
            NotAllowed => "not_allowed",
            Muted => "muted",
            Banned => "banned",
            Locked => "locked",
            EditOver => "edit_over",
            Refused => "refused",
            OriginRefused => "origin_refused",
            OpenModeIsLocal => "open_mode_is_local",
            NotFound => "not_found",
            WrongMethod => "wrong_method",
            ClientIdReused => "client_id_reused",
            Deleted => "deleted",
            NameTaken => "name_taken",
            RoomDeleted => "room_deleted",
            TooLarge => "too_large",
            UnsupportedMedia => "unsupported_media",
            Invalid => "invalid",
            TooLong => "too_long",
            UpgradeNeeded => "upgrade_needed",
            SlowDown => "slow_down",
            TooMany => "too_many",
            Internal => "internal",
            StoreAway => "store_away",
            Unknown => "unknown",
            Draining => "draining",
            Moved => "moved",
        }
    }

    /// The HTTP status that goes with it.
    #[must_use]
    pub fn status(self) -> u16 {
        use Code::*;
        match self {
            Malformed | TokenInUrl => 400,
            TokenMissing | TokenExpired | TokenInvalid => 401,
            NotAllowed | Muted | Banned | Locked | EditOver | Refused | OriginRefused | OpenModeIsLocal => 403,
            NotFound => 404,
            WrongMethod => 405,
            ClientIdReused | Deleted | NameTaken => 409,
            RoomDeleted | Moved => 410,
            TooLarge => 413,
            UnsupportedMedia => 415,
            Invalid | TooLong => 422,
            UpgradeNeeded => 426,
            SlowDown | TooMany => 429,
            Internal => 500,
            StoreAway | Unknown | Draining => 503,
        }
    }

    /// The `type` of the problem.
    #[must_use]
    pub fn urn(self) -> String {
        format!("urn:tertulia:problem:{}", self.as_str())
    }
}

/// A problem as RFC 9457 defines it, worded in the reader's language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:tertulia:problem:CODE`; absent in a frame, whose `type` is `problem`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schema(required, value_type = String)]
    pub urn: Option<String>,
    /// One sentence for people.
    pub title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// The word that programs decide by.
    pub code: Code,
    /// What exactly, and what would be right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Seconds after which to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// A name that is free, with `name_taken`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
    /// When it ends, with `banned` and `muted`; absent is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Why, in the moderator's words, with `banned` and `muted`: at most 500 code points, to be shown as text. Absent where nothing was said,
    /// and for whoever only comes from the same address as whom it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_written_one_way() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_string(&code).expect("writes"), format!("\"{}\"", code.as_str()));
        }
    }
}
