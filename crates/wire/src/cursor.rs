//! Where a reader is in a room: an epoch and a version, opaque to clients.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::NUMBER_MAX;
use crate::ids::InvalidId;

/// 64 random bits that tell one history of a room from another.
///
/// A room draws an epoch when it is made, and at its first write in each run of its store. A version number alone can't
/// tell a restored backup that has grown again from the history that was lost; with the epoch it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Epoch(pub u64);

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// What a reader has seen of a room, up to and including one version; its text is `epoch.version`, or `0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Cursor {
    /// Nothing yet: from the very beginning. Its text is `0`.
    Start,
    /// Everything up to a version, in a history.
    At {
        /// The room's newest epoch when the cursor was made.
        epoch: Epoch,
        /// The newest version that the reader has seen.
        version: u64,
    },
}

const CURSOR_RULE: &str = "^(0|[0-9a-f]{16}\\.(0|[1-9][0-9]{0,15}))$";

impl FromStr for Cursor {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        parse(text).ok_or(InvalidId { what: "cursor", rule: CURSOR_RULE })
    }
}

fn parse(text: &str) -> Option<Cursor> {
    if text == "0" {
        return Some(Cursor::Start);
    }
    let (epoch, version) = text.split_once('.')?;
    let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    let canonical = version == "0" || !version.starts_with('0');
    if epoch.len() != 16 || !epoch.bytes().all(hex) || !canonical || !version.bytes().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let epoch = Epoch(u64::from_str_radix(epoch, 16).ok()?);
    let version = version.parse().ok().filter(|v| *v <= NUMBER_MAX)?;
    Some(Cursor::At { epoch, version })
}

impl TryFrom<String> for Cursor {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> String {
        cursor.to_string()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cursor::Start => f.write_str("0"),
            Cursor::At { epoch, version } => write!(f, "{epoch}.{version}"),
        }
    }
}

impl utoipa::PartialSchema for Cursor {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some(CURSOR_RULE))
            .description(Some("What a reader has seen up to; opaque: hand it back as it came. 0 is from the very beginning"))
            .into()
    }
}

impl utoipa::ToSchema for Cursor {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_reads_back_as_it_was_written(epoch: u64, version in 0..=NUMBER_MAX) {
            let cursor = Cursor::At { epoch: Epoch(epoch), version };
            prop_assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }

        #[test]
        fn no_two_texts_are_one_cursor(text in "\\PC{0,40}") {
            if let Ok(cursor) = text.parse::<Cursor>() {
                prop_assert_eq!(cursor.to_string(), text);
            }
        }
    }

    #[test]
    fn a_broken_cursor_is_refused() {
        let broken = [
            "",
            "1",
            "-1",
            "00",
            "0.0",
            "null",
            "0000000000000000.01",
            "000000000000000.1",
            "0000000000000000.+1",
            "0000000000000000.9007199254740992",
            "000000000000000G.1",
            "0000000000000000.",
            "0000000000000000.1.2",
        ];
        for text in broken {
            assert!(text.parse::<Cursor>().is_err(), "{text}");
        }
    }
}
