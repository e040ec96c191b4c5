//! What comes from outside as JSON.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use tertulia_wire::Code;

use crate::error::Refusal;
use crate::wrong;

/// Reads an object: `malformed` for what is no JSON, with line and column, `invalid` for any other JSON, with the field.
///
/// Only an object, and only objects where there are to be some further inside, since serde would take a list for a struct's
/// fields in their order, which is nobody's protocol. Of a type that serde reads in two steps (`flatten`, or a tag) that is not
/// known further inside: such a type is read by its parts.
pub(crate) fn object<T: DeserializeOwned>(json: &[u8]) -> Result<T, Refusal> {
    let malformed = |error| Refusal::no_json(&error);
    if json.trim_ascii_start().first() != Some(&b'{') {
        serde_json::from_slice::<IgnoredAny>(json).map_err(malformed)?;
        return Err(Refusal::because(Code::Invalid, "no-object"));
    }
    let read = serde_json::from_slice(json).map_err(|error| {
        // Read anew, also since serde says of a number in the place of a word that it is no JSON, which it is.
        serde_json::from_slice(json).map_or_else(malformed, |value| unreadable::<T>(&error, &value))
    })?;
    // Most have no list anywhere, and are read once.
    if json.contains(&b'[') {
        let value = serde_json::from_slice(json).map_err(malformed)?;
        wrong::in_value::<T>(&value).map_err(|refusal| refusal.unwrap_or(Refusal::new(Code::Invalid)))?;
    }
    Ok(read)
}

/// Why a value is not what was expected, and in which field; not in which column, which moves with every space.
fn unreadable<T: DeserializeOwned>(error: &serde_json::Error, value: &Value) -> Refusal {
    let text = error.to_string();
    // A value has each field once: of one that stands twice it knows nothing. Which it was is a name of ours.
    if let Some(field) = text.strip_prefix("duplicate field `").and_then(|rest| rest.split('`').next()) {
        return Refusal::because(Code::Invalid, "field-twice").with("field", field);
    }
    wrong::in_value::<T>(value).err().flatten().unwrap_or_else(|| {
        let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
        Refusal::because(Code::Invalid, "invalid-body").with("what", what.chars().take(200).collect::<String>())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tertulia_wire::frame::{Close, Hello, NewToken, Open, Typing};
    use tertulia_wire::moderation::PutRestriction;
    use tertulia_wire::request::{Edit, NewGuest, NewSignal, PutRoom, Say};
    use tertulia_wire::{NewReport, PutRead};

    use super::*;
    use crate::l10n::Catalogues;

    fn refused<T: DeserializeOwned>(json: &str) -> Refusal {
        object::<T>(json.as_bytes()).err().expect("is refused")
    }

    fn said<T: DeserializeOwned>(json: &str) -> (Code, String) {
        let problem = Catalogues::default().problem(&refused::<T>(json), "en");
        (problem.code, problem.detail.unwrap_or_default())
    }

    #[test]
    fn what_is_wrong_is_said_with_its_field() {
        for (json, detail) in [
            (r#"{"text": 5}"#, "text is a text, not 5."),
            (r#"{"text": null}"#, "text is a text, not null."),
            (r#"{"text": ["a"]}"#, "text is a text, not […]."),
            ("{}", "text is missing."),
            (r#"{"text": "a", "sender": {}}"#, "sender.name is missing."),
            (r#"{"text": "a", "sender": {"name": {}}}"#, "sender.name is a text, not {…}."),
            (r#"{"text": "a", "sender": {"name": "Ana", "guest": 1.5}}"#, "sender.guest is true or false, not 1.5."),
            (r#"{"text": "a", "sender": "Ana"}"#, r#"sender is a JSON object, not "Ana"."#),
            (r#"{"text": "a", "sender": [null, "Ana", false, null]}"#, "sender is a JSON object, not […]."),
            (r#"{"text": "a", "sender": []}"#, "sender is a JSON object, not […]."),
            (r#"{"text": "a", "data": []}"#, "data is a JSON object, not […]."),
            (r#"{"text": "a", "data": "b"}"#, r#"data is a JSON object, not "b"."#),
            (r#"{"text": "a", "client_id": "b"}"#, "client_id has the form ^[A-Za-z0-9_-]{8,64}$."),
            (r#"{"text": "a", "text": "b", "reply_to": ""}"#, "text is given twice."),
            (r#"{"text": "a", "reply_to": "b"}"#, r#"reply_to can't be "b": it is a whole number from 0 up."#),
            (
                r#"{"text": "a", "kind": "shout"}"#,
                r#"kind is one of message, action, notification, system, join, leave, not "shout"."#,
            ),
            (r#"{"text": "a", "kind": 7}"#, "kind is one of message, action, notification, system, join, leave, not 7."),
            (
                r#"{"text": "a", "kind": "Massage"}"#,
                r#"kind is one of message, action, notification, system, join, leave, not "Massage"; did you mean `message`?"#,
            ),
        ] {
            assert_eq!(said::<Say>(json), (Code::Invalid, detail.to_owned()), "{json}");
        }
        for (json, detail) in [
            (r#"{"lockd": true}"#, "There is no field `lockd`; did you mean `locked`?"),
            (r#"{"title": "Hall", "lockd at line 1": true}"#, "There is no field `lockd at line 1`; known are: title, comment, "),
            (r#"{"`, expected `title": true}"#, "There is no field ``, expected `title`; known are: title, comment, "),
            (r#"{"slow_seconds": -1}"#, "slow_seconds can't be -1: it is a whole number from 0 up."),
            (r#"{"slow_seconds": 5000000000}"#, "slow_seconds can't be 5000000000: it is a whole number from 0 up."),
            (r#"{"presence": {"names": 1}}"#, "presence is one of names, count, off, not {…}."),
        ] {
            let (code, said) = said::<PutRoom>(json);
            assert!(code == Code::Invalid && said.starts_with(detail), "{said}");
        }
        assert_eq!(said::<Close>(r#"{"room": "project"}"#).1, "room has the form type/id.");
        assert_eq!(said::<Close>(r#"{"room": "P/1"}"#).1, "room_type has the form ^[a-z][a-z0-9_.-]{0,99}$.");
        let long = format!(r#"{{"{}": 1}}"#, "x".repeat(5_000));
        assert!(said::<PutRoom>(&long).1.chars().count() <= 300);
        assert!(said::<Say>(&format!(r#"{{"text": "a", "kind": "{}"}}"#, "é".repeat(5_000))).1.chars().count() <= 200);
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
            assert_eq!((code, what), (Code::Invalid, format!("There is no field `{misspelt}`; did you mean `{name}`?")));
        }
    }

    #[test]
    fn where_it_is_no_json_is_said() {
        for (json, detail) in [
            ("", "The JSON ends too early, in line 1, column 0."),
            ("{\n  \"text\": secret\n}", "From line 2, column 11 on this can't be read as JSON."),
            ("[1,", "The JSON ends too early, in line 1, column 3."),
            (r#"{"text": "a"} {}"#, "From line 1, column 15 on this can't be read as JSON."),
            (
                &format!(r#"{{"text": "a", "later": {}{}}}"#, "[".repeat(200), "]".repeat(200)),
                "From line 1, column 150 on this can't be read as JSON.",
            ),
            (r#"{"text": "a", "reply_to": 1e400}"#, "From line 1, column 31 on this can't be read as JSON."),
        ] {
            assert_eq!(said::<Say>(json), (Code::Malformed, detail.to_owned()), "{json}");
        }
    }

    #[test]
    fn each_kind_of_fault_is_said_in_each_language_with_its_field() {
        let catalogues = Catalogues::default();
        let faults = [
            (refused::<Say>(r#"{"text""#), "1"),
            (refused::<Say>("{\n\"text\": text}"), "2"),
            (refused::<Say>("{}"), "text"),
            (refused::<Say>(r#"{"text": "a", "text": "b"}"#), "text"),
            (refused::<PutRoom>(r#"{"lockd": true}"#), "locked"),
            (refused::<PutRoom>(r#"{"colour": 1}"#), "slow_seconds"),
            (refused::<Say>(r#"{"text": "a", "kind": "shout"}"#), "notification"),
            (refused::<Say>(r#"{"text": 7}"#), "7"),
            (refused::<PutRoom>(r#"{"text_max": "x"}"#), "text_max"),
            (refused::<PutRoom>(r#"{"locked": "x"}"#), "locked"),
            (refused::<Say>(r#"{"text": "a", "data": 7}"#), "data"),
            (refused::<Say>(r#"{"text": "a", "client_id": "x"}"#), "client_id"),
        ];
        for tag in catalogues.tags() {
            let mut words = std::collections::BTreeSet::new();
            for (refusal, named) in &faults {
                let [english, detail] = ["en", tag].map(|tag| catalogues.problem(refusal, tag).detail.expect("a detail"));
                assert!(detail.contains(named), "{tag}: {detail}");
                assert!((tag == "en") == (detail == english), "{tag}: {detail}");
                assert!(words.insert(detail.clone()), "{tag} says {detail} of another fault, too");
            }
        }
    }

    /// Whatever stands in a field, what is wrong is known by its kind, and none is passed on in serde's words.
    fn only_known_faults<T: DeserializeOwned>(whole: &Value) {
        let odd = [
            json!(null),
            json!(true),
            json!(-1),
            json!(1.5),
            json!(u64::MAX),
            json!(""),
            json!("\u{202E}`, expected `x"),
            json!([]),
            json!(["a"]),
            json!({}),
            json!({"message": null}),
        ];
        let fields: Vec<&String> = whole.as_object().expect("an object").keys().collect();
        let of_sender = ["id", "name", "guest", "avatar"];
        for value in &odd {
            let mut broken: Vec<Value> = Vec::new();
            for field in &fields {
                broken.push(whole.clone());
                broken.last_mut().expect("one")[*field] = value.clone();
            }
            for field in of_sender.iter().filter(|_| whole.get("sender").is_some()) {
                broken.push(whole.clone());
                broken.last_mut().expect("one")["sender"][*field] = value.clone();
            }
            for broken in broken {
                let Err(refusal) = object::<T>(broken.to_string().as_bytes()) else { continue };
                assert!(refusal.code == Code::Invalid && refusal.reason != Some("invalid-body"), "{broken}: {refusal}");
            }
        }
        for field in fields {
            let mut broken = whole.clone();
            broken.as_object_mut().expect("an object").remove(field);
            let reason = object::<T>(broken.to_string().as_bytes()).err().map(|refusal| refusal.reason);
            assert!(matches!(reason, None | Some(Some("field-missing"))), "{broken}: {reason:?}");
        }
        assert!(object::<T>(whole.to_string().as_bytes()).is_ok(), "{whole}");
        // Lists in what is not known are no fault, unless anything is that is not known.
        let mut later = whole.clone();
        later["later"] = json!([[1, null], {"a": []}]);
        let reason = object::<T>(later.to_string().as_bytes()).err().and_then(|refusal| refusal.reason);
        assert!(matches!(reason, None | Some("field-unknown")), "{later}: {reason:?}");
    }

    #[test]
    fn no_fault_of_any_body_or_frame_is_told_in_serdes_words() {
        let (room, time) = ("project/42", "2026-12-01T00:00:00.000Z");
        only_known_faults::<Say>(&json!({"text": "a", "client_id": "12345678", "kind": "action", "reply_to": 1, "data": {},
            "sender": {"id": "ana", "name": "Ana", "guest": false, "avatar": "https://a.example"}}));
        only_known_faults::<Edit>(&json!({"text": "a"}));
        only_known_faults::<PutRoom>(&json!({"title": "a", "comment": "a", "locked": true, "slow_seconds": 1, "announce": true,
            "text_max": 1, "retention_days": 1, "edit_minutes": 1, "presence": "off", "hold": "all"}));
        only_known_faults::<PutRestriction>(&json!({"kind": "ban", "until": time, "why": "a", "address": true}));
        only_known_faults::<NewSignal>(&json!({"name": "typing", "data": {}}));
        only_known_faults::<NewGuest>(&json!({"name": "Ana", "room": room}));
        only_known_faults::<PutRead>(&json!({"up_to": 1}));
        only_known_faults::<NewReport>(&json!({"why": "a"}));
        only_known_faults::<Hello>(&json!({"token": "a"}));
        only_known_faults::<Open>(&json!({"ref": "1", "room": room, "after": "0", "last": 1, "token": "a"}));
        only_known_faults::<Close>(&json!({"room": room}));
        only_known_faults::<Typing>(&json!({"room": room}));
        only_known_faults::<NewToken>(&json!({"token": "a", "room": room}));
    }
}
