//! What can go wrong: a [`Refusal`] is the caller's doing, an [`Error`] is ours.
//!
//! A refusal has a code that programs decide by, and a reason with arguments that is worded at the edge, in the reader's
//! language. An error keeps its source for the log; outside only its code is told. Nothing else maps to problems.

use std::fmt;

use tertulia_wire::frame::Ended;
use tertulia_wire::page::Restricted;
use tertulia_wire::{Code, InvalidId, RoomName, Time};

/// An argument of a wording. A number chooses the plural, and is written as the reader's language writes numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Arg {
    /// A text, as it is.
    Text(String),
    /// A whole number, within 2⁵³.
    Number(i64),
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Arg::Text(text) => f.write_str(text),
            Arg::Number(number) => write!(f, "{number}"),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The caller's doing: which rule was broken, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The word that programs decide by.
    pub code: Code,
    /// Names the wording of the problem's `detail` in the catalogues, where there is more to say than the code does.
    pub reason: Option<&'static str>,
    /// The wording's arguments.
    pub args: Vec<(&'static str, Arg)>,
    /// Seconds after which to try again.
    pub retry_after_s: Option<u32>,
    /// A name that is free, with `name_taken`.
    pub proposal: Option<String>,
    /// The room's present name, with `moved`.
    pub room_now: Option<Box<RoomName>>,
    /// What was put on the caller, with `banned` and `muted`.
    pub restricted: Option<Box<Restricted>>,
}

/// Seconds after which somebody may ask again who is refused since there are too many of something: nobody knows when a place is free.
const PLACE_RETRY_S: u32 = 10;

impl Refusal {
    /// A refusal that its code says all about.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, reason: None, args: Vec::new(), retry_after_s: None, proposal: None, room_now: None, restricted: None }
    }

    /// A refusal with a worded reason.
    #[must_use]
    pub fn because(code: Code, reason: &'static str) -> Self {
        Self { reason: Some(reason), ..Self::new(code) }
    }

    /// As many of something are there as may be.
    pub(crate) fn too_many(reason: &'static str, max: impl Into<Arg>) -> Self {
        Self::because(Code::TooMany, reason).with("max", max).retry_after_s(PLACE_RETRY_S)
    }

    /// The room is read by another name from now on.
    #[must_use]
    pub fn moved(room_now: &RoomName) -> Self {
        Self { room_now: Some(Box::new(room_now.clone())), ..Self::new(Code::Moved) }
    }

    /// What the frame `ended` says of a room that ends so.
    pub(crate) fn ended(&self, room: RoomName) -> Ended {
        let (until, why) = self.until_and_why();
        let room_now = self.room_now.as_deref().cloned();
        Ended { room, code: self.code, room_now, retry_after: self.retry_after_s, until, why }
    }

    /// When what was put on the caller ends, and why it was, as far as that is to be told.
    pub(crate) fn until_and_why(&self) -> (Option<Time>, Option<String>) {
        self.restricted.as_ref().map_or((None, None), |put| (put.until, put.why.clone()))
    }

    /// Adds an argument of the reason's wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A number that is not within its bounds.
    #[must_use]
    pub fn out_of_range(field: &str, min: impl Into<Arg>, max: impl Into<Arg>) -> Self {
        Self::because(Code::Invalid, "invalid-range").with("field", field).with("min", min).with("max", max)
    }

    /// What is no JSON: says from which line and column on.
    #[must_use]
    pub fn no_json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        if error.is_eof() {
            return Self::because(Code::Malformed, "json-ends").with("line", line).with("column", column);
        }
        Self::because(Code::Malformed, "json-broken").with("line", line).with("column", column)
    }

    /// Says when to try again.
    #[must_use]
    pub fn retry_after_s(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        if let Some(reason) = self.reason {
            write!(f, " ({reason}")?;
            for (name, value) in &self.args {
                write!(f, ", {name}: {value}")?;
            }
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

impl From<InvalidId> for Refusal {
    fn from(invalid: InvalidId) -> Self {
        // As a name that can't be mistaken for a word of the reader's language.
        Refusal::because(Code::Invalid, "invalid-form").with("what", invalid.what.replace(' ', "_")).with("rule", invalid.rule)
    }
}

/// What the store could not do.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The store can't be reached, is full, or is held by somebody else: nothing was written, and it may pass.
    #[error("the store is away: {0}")]
    Away(String),
    /// The store answered something that it never should: nothing was written.
    #[error("the store failed: {0}")]
    Failed(String),
    /// Nobody knows whether it was written.
    #[error("whether it was written is unknown: {0}")]
    Unknown(String),
}

/// Why something was not done.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The caller's doing.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store's.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The library was asked to run on something that can't be used, for example a file that another process holds.
    #[error("{0}")]
    Setup(String),
}

impl Error {
    /// The code that callers are told.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Error::Refused(refusal) => refusal.code,
            Error::Store(StoreError::Away(_)) => Code::StoreAway,
            Error::Store(StoreError::Unknown(_)) => Code::Unknown,
            Error::Store(StoreError::Failed(_)) | Error::Setup(_) => Code::Internal,
        }
    }

    /// The refusal that callers are told; an error of ours keeps its source to itself.
    #[must_use]
    pub fn into_refusal(self) -> Refusal {
        match self {
            Error::Refused(refusal) => refusal,
            other => {
                let code = other.code();
                let refusal = Refusal::new(code);
                if code.status() == 503 { refusal.retry_after_s(1) } else { refusal }
            }
        }
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Error::Refused(Refusal::new(code))
    }
}

impl From<InvalidId> for Error {
    fn from(invalid: InvalidId) -> Self {
        Error::Refused(invalid.into())
    }
}

/// What an error says, each cause after its effect.
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut under = error.source();
    while let Some(error) = under {
        line.push_str(&format!(": {error}"));
        under = error.source();
    }
    line
}
