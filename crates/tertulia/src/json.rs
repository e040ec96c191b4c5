//! What comes from outside as JSON.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_path_to_error::Segment;
use tertulia_wire::Code;

use crate::error::Refusal;

/// Reads an object: `malformed` for what is no JSON, with line and column, `invalid` for any other JSON, with the field.
///
/// Only an object, since serde would take a list for a struct's fields in their order, which is nobody's protocol.
pub(crate) fn object<T: DeserializeOwned>(json: &[u8]) -> Result<T, Refusal> {
    let malformed = |error| Refusal::no_json(&error);
    if json.trim_ascii_start().first() != Some(&b'{') {
        serde_json::from_slice::<IgnoredAny>(json).map_err(malformed)?;
        return Err(Refusal::because(Code::Invalid, "no-object"));
    }
    serde_json::from_slice(json).map_err(|error| {
        // Of a number in the place of a word serde says that it is no JSON, which it is.
        let is_json = error.is_data() || serde_json::from_slice::<Value>(json).is_ok();
        if is_json { Refusal::unreadable(&error, field::<T>(json).as_deref()) } else { malformed(error) }
    })
}

/// Where in an object it is that it can't be read as what it should be: only looked for where it can't.
fn field<T: DeserializeOwned>(json: &[u8]) -> Option<String> {
    let error = serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_slice(json)).err()?;
    let path = error.path();
    // One segment that is not known stands for what is read in two steps.
    path.iter().any(|segment| !matches!(segment, Segment::Unknown)).then(|| path.to_string())
}

#[cfg(test)]
mod tests {
    use tertulia_wire::request::{PutRoom, Say};

    use super::*;
    use crate::error::Arg;

    fn said<T: DeserializeOwned>(json: &str) -> (Code, String) {
        let refusal = object::<T>(json.as_bytes()).err().expect("is refused");
        let what = refusal.args.into_iter().find(|(name, _)| *name == "what").map(|(_, what)| what);
        (refusal.code, if let Some(Arg::Text(what)) = what { what } else { String::new() })
    }

    #[test]
    fn what_is_wrong_is_said_with_its_field() {
        for (json, detail) in [
            (r#"{"text": 5}"#, "text: invalid type: integer `5`, expected a string"),
            (r#"{"text": "a", "reply_to": "b"}"#, "reply_to: invalid type: string \"b\", expected u64"),
            (r#"{"text": "a", "text": "b"}"#, "duplicate field `text`"),
        ] {
            assert_eq!(said::<Say>(json), (Code::Invalid, detail.to_owned()), "{json}");
        }
        for (json, detail) in [
            (r#"{"lockd": true}"#, "unknown field `lockd`, did you mean `locked`?"),
            (r#"{"title": "Hall", "lockd at line 1": true}"#, "unknown field `lockd at line 1`, expected one of `title`, "),
        ] {
            let (code, said) = said::<PutRoom>(json);
            assert!(code == Code::Invalid && said.starts_with(detail), "{said}");
        }
        let (_, detail) = said::<PutRoom>(r#"{"slow_seconds": "soon"}"#);
        assert!(detail.starts_with("slow_seconds: invalid type"), "{detail}");
        let long = format!(r#"{{"text": {}, "{}": 1}}"#, r#"["a"]"#, "x".repeat(5_000));
        assert!(said::<Say>(&long).1.chars().count() <= 300);
    }

    #[test]
    fn whichever_setting_is_misspelt_it_is_named() {
        let schema: Value = serde_json::from_str(&crate::http::openapi::json()).expect("a document");
        let settings = &schema["components"]["schemas"]["PutRoom"];
        assert_eq!(settings["additionalProperties"], false);
        let names = settings["properties"].as_object().expect("has some").keys();
        for (name, at) in names.flat_map(|name| (0..name.len()).map(move |at| (name, at))) {
            let misspelt = format!("{}{}", &name[..at], &name[at + 1..]);
            let (code, what) = said::<PutRoom>(&format!(r#"{{"{misspelt}": 1}}"#));
            assert_eq!((code, what), (Code::Invalid, format!("unknown field `{misspelt}`, did you mean `{name}`?")));
        }
    }

    #[test]
    fn where_it_is_no_json_is_said() {
        for (json, detail) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\n  \"text\": secret\n}", "expected value at line 2 column 11"),
            ("[1,", "EOF while parsing a value at line 1 column 3"),
            (r#"{"text": "a"} {}"#, "trailing characters at line 1 column 15"),
        ] {
            assert_eq!(said::<Say>(json), (Code::Malformed, detail.to_owned()), "{json}");
        }
    }
}
