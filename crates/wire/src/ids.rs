//! Names of rooms and requests: checked when made, so that a value that exists is valid.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Says which rule a text breaks that should have become an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    /// What it should have become, for example `room type`.
    pub what: &'static str,
    /// The rule, as a regular expression.
    pub rule: &'static str,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} has the form {}", self.what, self.rule)
    }
}

impl std::error::Error for InvalidId {}

/// Makes a newtype over a checked text: parsing is the only way in.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $what:literal, $rule:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// The text as it was given.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let check: fn(&[u8]) -> bool = $check;
                if check(text.as_bytes()) {
                    Ok(Self(text.into()))
                } else {
                    Err(InvalidId { what: $what, rule: $rule })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some($rule))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

checked_text! {
    /// The kind of thing a room belongs to, for example `project`.
    RoomType, "room type", "^[a-z][a-z0-9_.-]{0,99}$",
    |b| {
        (1..=100).contains(&b.len())
            && b[0].is_ascii_lowercase()
            && b.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || b"_.-".contains(c))
    }
}

checked_text! {
    /// The thing itself within its type, for example `42`; case counts.
    RoomId, "room id", "^[A-Za-z0-9_-][A-Za-z0-9_.~:@-]{0,199}$",
    |b| {
        (1..=200).contains(&b.len())
            && (b[0].is_ascii_alphanumeric() || b"_-".contains(&b[0]))
            && b.iter().all(|c| c.is_ascii_alphanumeric() || b"_.~:@-".contains(c))
    }
}

checked_text! {
    /// A sender's own name for one request, so that a retry makes no second message.
    ClientId, "client id", "^[A-Za-z0-9_-]{8,64}$",
    |b| (8..=64).contains(&b.len()) && b.iter().all(|c| c.is_ascii_alphanumeric() || b"_-".contains(c))
}

impl RoomId {
    /// Makes any text of the host's an id: slashes, spaces, other scripts. No two texts become one id.
    ///
    /// What is an id already stays as it is, unless it begins with `_` or holds a `~`. All else begins with `_`, and each of
    /// its bytes that an id can't hold becomes `~` and two hexadecimal digits. [`decode`](Self::decode) is the way back.
    ///
    /// ```
    /// # use tertulia_wire::RoomId;
    /// assert_eq!(RoomId::encode("42")?.as_str(), "42");
    /// assert_eq!(RoomId::encode("a/b")?.as_str(), "_a~2Fb");
    /// assert_eq!(RoomId::encode("café")?.decode(), "café");
    /// # Ok::<(), tertulia_wire::InvalidId>(())
    /// ```
    ///
    /// # Errors
    /// When what comes of it is longer than 200 bytes.
    pub fn encode(text: &str) -> Result<Self, InvalidId> {
        if !text.starts_with('_')
            && !text.contains('~')
            && let Ok(id) = text.parse()
        {
            return Ok(id);
        }
        let mut encoded = String::from("_");
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"_.:@-".contains(&byte) {
                encoded.push(char::from(byte));
            } else {
                encoded.push_str(&format!("~{byte:02X}"));
            }
        }
        encoded.parse()
    }

    /// The text that [`encode`](Self::encode) made this id of; an id of another making as it is.
    #[must_use]
    pub fn decode(&self) -> String {
        let unescaped = self.0.strip_prefix('_').and_then(unescape);
        unescaped.unwrap_or_else(|| self.0.to_string())
    }
}

fn unescape(encoded: &str) -> Option<String> {
    let mut parts = encoded.split('~');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

/// The name of a room, `type/id`: a weak reference to the host's object that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RoomName {
    /// The kind of thing.
    pub room_type: RoomType,
    /// The thing.
    pub id: RoomId,
}

impl RoomName {
    /// Joins a type and an id.
    #[must_use]
    pub fn new(room_type: RoomType, id: RoomId) -> Self {
        Self { room_type, id }
    }

    /// Checks and joins a type and an id.
    ///
    /// # Errors
    /// Names the part that breaks its rule.
    pub fn parse(room_type: &str, id: &str) -> Result<Self, InvalidId> {
        Ok(Self { room_type: room_type.parse()?, id: id.parse()? })
    }
}

impl FromStr for RoomName {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        match text.split_once('/') {
            Some((room_type, id)) => Self::parse(room_type, id),
            None => Err(InvalidId { what: "room", rule: "type/id" }),
        }
    }
}

impl TryFrom<String> for RoomName {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<RoomName> for String {
    fn from(name: RoomName) -> String {
        name.to_string()
    }
}

impl fmt::Display for RoomName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.room_type, self.id)
    }
}

impl utoipa::PartialSchema for RoomName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[a-z][a-z0-9_.-]{0,99}/[A-Za-z0-9_-][A-Za-z0-9_.~:@-]{0,199}$"))
            .description(Some("The name of a room, type/id"))
            .examples(["project/42"])
            .into()
    }
}

impl utoipa::ToSchema for RoomName {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_becomes_an_id_and_comes_back(text in "\\PC{0,16}|[_~A-F0-9a]{0,12}|[a-z0-9/_~.]{0,40}") {
            let id = RoomId::encode(&text).expect("short enough");
            prop_assert_eq!(id.decode(), text);
        }
    }

    #[test]
    fn what_is_an_id_already_stays_as_it_is_and_what_is_too_long_is_refused() {
        for id in ["42", "A-b.c:d@e", "0191f0c4-6d3e-7a55-9f1e-2b6d3c1a9e70", "-x"] {
            assert_eq!(RoomId::encode(id).map(String::from), Ok(id.to_owned()));
        }
        assert_eq!(RoomId::encode("").map(String::from), Ok("_".to_owned()));
        assert!(RoomId::encode(&"é".repeat(34)).is_err());
    }

    #[test]
    fn a_room_name_is_a_type_and_an_id() {
        let name: RoomName = "project/42".parse().expect("valid");
        assert_eq!((name.room_type.as_str(), name.id.as_str()), ("project", "42"));
        for good in ["a/b", "room/lobby", "doc.v2/A~b:c@d.e", "p/-x", "p/_", &format!("{}/{}", "t".repeat(100), "i".repeat(200))]
        {
            assert_eq!(good.parse::<RoomName>().map(|n| n.to_string()), Ok(good.to_owned()));
        }
    }

    #[test]
    fn what_breaks_a_rule_is_no_room_name() {
        let (long_type, long_id) = (format!("{}/1", "t".repeat(101)), format!("t/{}", "i".repeat(201)));
        for bad in [
            "",
            "/",
            "project",
            "project/",
            "/42",
            "Project/42",
            "1p/x",
            "p/.x",
            "p/~x",
            "p/a/b",
            "p/é",
            "p/a b",
            &long_type,
            &long_id,
        ] {
            assert!(bad.parse::<RoomName>().is_err(), "{bad}");
        }
    }
}
