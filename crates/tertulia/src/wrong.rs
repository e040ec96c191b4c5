//! What is wrong with JSON, or with a query, that can't be read as what it should be. Pure.
//!
//! serde tells its faults as English text, with what the caller sent in the midst of it. This is an error of its own that keeps
//! the kind of fault and its arguments apart, and what reads values and queries with it: so they are worded in the reader's language.

use std::fmt::{self, Display};

use serde::de::{self, DeserializeOwned, Deserializer, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use tertulia_wire::Code;

use crate::error::Refusal;
use crate::nearest::near;

/// Characters of a field's name that are told, and of a value that was given for one.
const FIELD_MAX: usize = 100;
const GIVEN_MAX: usize = 40;

/// A kind of fault, with what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A field that is needed is not there.
    Missing(&'static str),
    /// A field stands twice.
    Twice(&'static str),
    /// A field that is not known, where one that is misspelt would do harm.
    Unknown { field: String, known: &'static [&'static str] },
    /// None of the words that may stand in a field.
    Choice { given: String, meant: Option<&'static str>, known: &'static [&'static str] },
    /// A value of another type, or out of the bounds of its type. What was expected is in serde's words.
    Type { given: String, expected: String },
    /// What a type says of itself.
    Said(String),
}

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(said: T) -> Self {
        Wrong::Said(said.to_string())
    }

    fn invalid_type(given: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Wrong::Type { given: shown(given), expected: expected.to_string() }
    }

    fn invalid_value(given: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(given, expected)
    }

    fn unknown_variant(given: &str, known: &'static [&'static str]) -> Self {
        Wrong::Choice { given: shown(Unexpected::Str(given)), meant: near(given, known.iter().copied()), known }
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Wrong::Unknown { field: cut(field, FIELD_MAX), known }
    }

    fn missing_field(field: &'static str) -> Self {
        Wrong::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Wrong::Twice(field)
    }
}

fn cut(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A value as it stands in JSON, shortened, so that no language needs a word for it.
fn shown(given: Unexpected<'_>) -> String {
    match given {
        Unexpected::Bool(value) => value.to_string(),
        Unexpected::Unsigned(number) => number.to_string(),
        Unexpected::Signed(number) => number.to_string(),
        Unexpected::Float(number) => number.to_string(),
        Unexpected::Str(text) => Value::from(cut(text, GIVEN_MAX)).to_string(),
        Unexpected::Seq => "[…]".to_owned(),
        Unexpected::Map => "{…}".to_owned(),
        _ => "null".to_owned(),
    }
}

impl Wrong {
    /// The refusal, with the field that it is about; `None` where that is not known, and nothing else is either.
    pub(crate) fn refusal(&self, field: &str) -> Option<Refusal> {
        let because = |reason| Refusal::because(Code::Invalid, reason);
        let within = |name: &str| if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") };
        let refusal = match self {
            Wrong::Missing(name) => Refusal::because(Code::Invalid, "field-missing").with("field", within(name)),
            Wrong::Twice(name) => Refusal::because(Code::Invalid, "field-twice").with("field", within(name)),
            Wrong::Unknown { field, known } => unknown(field, known),
            _ if field.is_empty() => return None,
            Wrong::Choice { given, meant: Some(meant), known } => Refusal::because(Code::Invalid, "field-choice-misspelt")
                .with("field", field)
                .with("known", known.join(", "))
                .with("given", given.as_str())
                .with("meant", *meant),
            Wrong::Choice { given, meant: None, known } => Refusal::because(Code::Invalid, "field-choice")
                .with("field", field)
                .with("known", known.join(", "))
                .with("given", given.as_str()),
            Wrong::Type { given, expected } => {
                let reason = match expected.as_str() {
                    "a string" => "field-text",
                    "a boolean" => "field-boolean",
                    // Its bounds are not the field's, which are told when they are passed.
                    "u32" | "u64" => "field-number",
                    expected if expected == "a map" || expected.starts_with("struct ") => "field-object",
                    _ => return None,
                };
                because(reason).with("field", field).with("given", given.as_str())
            }
            Wrong::Said(said) => {
                let (what, rule) = said.strip_prefix("a ")?.split_once(" has the form ")?;
                // Of the two parts of a room's name, the one that is wrong.
                let what = if what.starts_with("room ") { what.replace(' ', "_") } else { field.to_owned() };
                Refusal::because(Code::Invalid, "invalid-form").with("what", what).with("rule", rule)
            }
        };
        Some(refusal)
    }
}

/// A field that is not known: which was meant, else all that there are.
fn unknown(field: &str, known: &[&str]) -> Refusal {
    match near(field, known.iter().copied()) {
        _ if known.is_empty() => Refusal::because(Code::Invalid, "field-none").with("field", field),
        Some(meant) => Refusal::because(Code::Invalid, "field-misspelt").with("field", field).with("meant", meant),
        None => Refusal::because(Code::Invalid, "field-unknown").with("field", field).with("known", known.join(", ")),
    }
}

/// Whether a value can be read; if not, why and in which field, as far as that can be told.
pub(crate) fn in_value<T: DeserializeOwned>(value: &Value) -> Result<(), Option<Refusal>> {
    read::<T>(Given(value)).map(drop)
}

fn read<'de, T: DeserializeOwned>(given: impl Deserializer<'de, Error = Wrong>) -> Result<T, Option<Refusal>> {
    serde_path_to_error::deserialize(given).map_err(|error| {
        let field = cut(&path(error.path()), FIELD_MAX);
        error.inner().refusal(&field)
    })
}

/// A field by its names from the outside to the inside; empty where it is not known.
fn path(path: &Path) -> String {
    // One segment that is not known stands for what is read in two steps.
    let known = path.iter().any(|segment| !matches!(segment, Segment::Unknown));
    if known { path.to_string() } else { String::new() }
}

/// A value that is read.
struct Given<'a>(&'a Value);

impl<'de> Deserializer<'de> for Given<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(de::value::SeqDeserializer::new(items.iter().map(Given))),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (name.as_str(), Given(value)));
                visitor.visit_map(de::value::MapDeserializer::new(fields))
            }
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (.., number) => visitor.visit_f64(number.unwrap_or(f64::NAN)),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    /// A list is no struct: that serde would take one for its fields in their order is nobody's protocol.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Array(_) => Err(Wrong::Type { given: shown(Unexpected::Seq), expected: "a map".to_owned() }),
            _ => self.deserialize_any(visitor),
        }
    }

    /// All that there are here are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::String(word) => visitor.visit_enum(word.as_str().into_deserializer()),
            Value::Object(_) => Err(Wrong::Choice { given: shown(Unexpected::Map), meant: None, known }),
            Value::Array(_) => Err(Wrong::Choice { given: shown(Unexpected::Seq), meant: None, known }),
            other => Err(Wrong::Choice { given: other.to_string(), meant: None, known }),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Wrong> for Given<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Reads what a query or a form asks for, all of it as text; if that can't be, why and in which field, as far as that can be told.
pub(crate) fn from_pairs<T: DeserializeOwned>(pairs: Vec<(String, String)>) -> Result<T, Option<Refusal>> {
    let pairs = pairs.into_iter().map(|(name, text)| (name, Asked(text)));
    read(de::value::MapDeserializer::new(pairs))
}

/// A text that is asked for.
struct Asked(String);

impl<'de> Deserializer<'de> for Asked {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    /// All that there are here are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_enum(IntoDeserializer::<Wrong>::into_deserializer(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Wrong> for Asked {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
