//! What a client may ask for: bodies and queries of requests.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::held::HoldMode;
use crate::ids::{ClientId, RoomName};
use crate::message::{Data, Kind, Sender};
use crate::page::PresenceMode;

/// Says something in a room.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Say {
    /// The text, at most the room's `text_max` code points.
    pub text: String,
    /// The same id on a retry makes no second message; made by the server where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<ClientId>,
    /// `message` where absent. Notifications and system messages need `own`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The id of the message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<u64>,
    /// Who it is from, where that is not the bearer; needs `own`. `null` is nobody.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schema(value_type = Option<Sender>, nullable)]
    pub sender: Option<Option<Sender>>,
    /// A JSON object of at most 2 KiB; needs `own`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Data>,
}

/// Tells `null` (nobody) from absent (the bearer).
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Changes the text of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Edit {
    /// The new text.
    pub text: String,
}

/// The settings that can be asked for, and those that were: one list, so that neither forgets one.
macro_rules! settings {
    ($($(#[$about:meta])* $name:ident: $of:ident,)*) => {
        /// Makes a room, or merges into its settings: absent fields stay as they are. A field that is not known is refused: one that is
        /// misspelt would leave a room open that is taken for locked.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct PutRoom {
            $($(#[$about])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $name: Option<$of>,)*
        }

        /// Settings that were changed, as they were asked for; absent fields stayed as they were.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
        pub struct ChangedSettings {
            $($(#[$about])* #[serde(default, skip_serializing_if = "Option::is_none")] pub $name: Option<$of>,)*
        }

        impl From<PutRoom> for ChangedSettings {
            fn from(PutRoom { $($name),* }: PutRoom) -> Self {
                Self { $($name),* }
            }
        }

        impl From<ChangedSettings> for PutRoom {
            fn from(ChangedSettings { $($name),* }: ChangedSettings) -> Self {
                Self { $($name),* }
            }
        }
    };
}

settings! {
    /// A name for people, one line of at most 200 code points; spaces at its ends go, several become one, and line ends and other
    /// control characters are `invalid`. `""` removes it.
    title: String,
    /// A note for people, at most 2,000 code points; `""` removes it.
    comment: String,
    /// Nobody below `moderate` says, edits or reacts.
    locked: bool,
    /// Seconds between two messages of one sender, 0 to 86,400.
    slow_seconds: u32,
    /// Joins and leaves become messages.
    announce: bool,
    /// The longest text in code points, 1 to 20,000.
    text_max: u32,
    /// Days that messages are kept, at most 36,500; 0 is for ever.
    retention_days: u32,
    /// Minutes for which a sender may edit, at most 5,256,000.
    edit_minutes: u32,
    /// How much the room tells about who is here.
    presence: PresenceMode,
    /// Whose messages wait for review: `off`, `guests`, or `all` below `moderate`.
    hold: HoldMode,
}

/// From where to read, and how much. At most one of `last`, `before`, `above`, `around`, `after`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Feed {
    /// The newest messages: 1 to 200, 50 where nothing is asked for.
    #[param(value_type = Option<u32>, minimum = 1)]
    pub last: Option<String>,
    /// The messages below this id.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    pub before: Option<String>,
    /// The messages above this id.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    pub above: Option<String>,
    /// The messages around this id.
    #[param(value_type = Option<u64>, maximum = 9_007_199_254_740_991_i64)]
    pub around: Option<String>,
    /// The changes since this cursor.
    #[param(value_type = Option<crate::Cursor>)]
    pub after: Option<String>,
    /// The most messages on the page, 1 to 200.
    #[param(value_type = Option<u32>, minimum = 1)]
    pub limit: Option<String>,
    /// Seconds to hold the request open until there is a change, at most 25.
    #[param(value_type = Option<u32>)]
    pub wait: Option<String>,
    /// `json`, `sse` or `text`, for people who can't set `Accept`.
    pub format: Option<String>,
    /// Goes on as a stream with `1`, `true` or no value, and not with `0` or `false`: as `text` alone, since `sse` always does and `json` never.
    pub follow: Option<String>,
    /// The time zone of the times in `text`, by its IANA name; UTC where absent.
    pub tz: Option<String>,
}

/// Which emoji.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct React {
    /// One fully qualified emoji of the RGI set.
    pub emoji: String,
}

/// Tells the room something that is true only now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct NewSignal {
    /// `typing`, or a name of the host's own: 1 to 64 characters, `[a-z][a-z0-9_.-]*`.
    #[schema(pattern = "^[a-z][a-z0-9_.-]{0,63}$")]
    pub name: String,
    /// A JSON object of at most 4 KiB, with a name of the host's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Data>,
}

/// Makes a guest, or renews one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewGuest {
    /// The name to be known by: one line, 1 to 50 code points.
    pub name: String,
    /// The room that the guest wants to speak in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomName>,
}

/// A guest, and the token to speak with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Guest {
    /// The bearer token.
    pub token: String,
    /// Who the bearer is.
    pub sender: Sender,
}
