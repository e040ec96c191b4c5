//! What comes from outside as JSON.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use tertulia_wire::Code;

use crate::error::Refusal;

/// Reads an object: `malformed` for what is no JSON, `invalid` for any other JSON.
///
/// Only an object, since serde would take a list for a struct's fields in their order, which is nobody's protocol.
pub(crate) fn object<T: DeserializeOwned>(json: &[u8]) -> Result<T, Refusal> {
    let malformed = |_| Refusal::new(Code::Malformed);
    if json.trim_ascii_start().first() != Some(&b'{') {
        serde_json::from_slice::<IgnoredAny>(json).map_err(malformed)?;
        return Err(Refusal::because(Code::Invalid, "no-object"));
    }
    serde_json::from_slice(json).map_err(|error| {
        // Of a number in the place of a word serde says that it is no JSON, which it is.
        let is_json = error.is_data() || serde_json::from_slice::<Value>(json).is_ok();
        if is_json { Refusal::unreadable(&error) } else { malformed(error) }
    })
}
