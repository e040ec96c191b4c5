//! Why a token is not good, for whoever has the secret: an answer over the wire never says.

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde_json::Value;
use tertulia_wire::{Level, RoomId, RoomType, Time};

use super::identity::{GUEST_MARK, Identity, SUBJECT_MAX};
use super::token::{TOKEN_BYTES_MAX, Tokens, USER_AUDIENCE};

/// Who a token is for, or all that is wrong with it, each as a sentence that says how it has to be.
///
/// # Errors
/// The sentences, at least one.
pub fn explain(token: &str, secret: &[u8], now: Time) -> Result<Identity, Vec<String>> {
    let claims = signed(token, secret).map_err(|wrong| vec![wrong])?;
    let wrong = wrong_claims(&claims, now);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let tokens = Tokens::new(Some(secret), &[0; 32]).map_err(|error| vec![error.to_string()])?;
    // What is said here and what is checked there are two lists; where they differ, the check is right.
    tokens.check(token, now).map_err(|_| vec!["name is no name: one line of 1 to 50 characters".to_owned()])
}

/// What a token claims, if the secret has signed it.
fn signed(token: &str, secret: &[u8]) -> Result<Value, String> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(format!("it has {} bytes, and may have {TOKEN_BYTES_MAX}", token.len()));
    }
    let header =
        decode_header(token).map_err(|_| "it is no JSON Web Token: three parts in base64url with dots between".to_owned())?;
    if header.alg != Algorithm::HS256 {
        return Err(format!("it is signed by {:?}; HS256 is needed", header.alg));
    }
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let decoded = decode::<Value>(token, &DecodingKey::from_secret(secret), &validation);
    decoded.map(|decoded| decoded.claims).map_err(|error| match error.kind() {
        ErrorKind::InvalidSignature => "it is signed by another secret (a line end at its end counts)".to_owned(),
        _ => "its second part is no JSON object".to_owned(),
    })
}

fn wrong_claims(claims: &Value, now: Time) -> Vec<String> {
    let mut wrong = Vec::new();
    match &claims["sub"] {
        Value::String(sub) if sub.starts_with(GUEST_MARK) => wrong.push("sub begins with ~, which is for guests".to_owned()),
        Value::String(sub) if sub.is_empty() || sub.chars().count() > SUBJECT_MAX || sub.chars().any(char::is_control) => {
            wrong.push(format!("sub has 1 to {SUBJECT_MAX} characters, and no control characters"));
        }
        Value::String(_) => {}
        Value::Null => wrong.push("sub is missing: the user's id, a string".to_owned()),
        other => wrong.push(format!("sub is {other}, and has to be a string, as in \"7\"")),
    }
    match &claims["aud"] {
        Value::String(aud) if aud == USER_AUDIENCE => {}
        Value::Null => wrong.push(format!("aud is missing: \"{USER_AUDIENCE}\"")),
        other => wrong.push(format!("aud is {other}, and has to be \"{USER_AUDIENCE}\"")),
    }
    for name in ["iat", "exp"] {
        if !claims[name].is_i64() {
            wrong.push(format!("{name} is {}, and has to be a whole number of seconds since 1970", claims[name]));
        }
    }
    if let Some(ago) = claims["exp"].as_i64().map(|exp| now.0 / 1_000 - exp).filter(|ago| *ago >= 0) {
        wrong.push(format!("it has expired {ago} s ago"));
    }
    match &claims["grants"] {
        Value::Null => {}
        Value::Object(grants) => wrong.extend(grants.iter().filter_map(|(pattern, level)| wrong_grant(pattern, level))),
        other => wrong.push(format!("grants is {other}, and has to be an object, as in {{\"project/42\": \"say\"}}")),
    }
    wrong
}

fn wrong_grant(pattern: &str, level: &Value) -> Option<String> {
    let is_pattern = pattern == "*"
        || pattern
            .split_once('/')
            .is_some_and(|(room_type, id)| room_type.parse::<RoomType>().is_ok() && (id == "*" || id.parse::<RoomId>().is_ok()));
    if !is_pattern {
        return Some(format!("the grant on \"{pattern}\" matches no room: a pattern is type/id, type/* or *"));
    }
    let is_level = serde_json::from_value::<Level>(level.clone()).is_ok();
    (!is_level)
        .then(|| format!("the grant on \"{pattern}\" is {level}, and has to be \"read\", \"say\", \"moderate\" or \"own\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jsonwebtoken::{EncodingKey, Header, encode};
    use serde_json::json;

    const NOW: Time = Time(1_800_000_000_000);
    const SECRET: [u8; 32] = [7; 32];

    fn explained(claims: &Value) -> Result<Identity, Vec<String>> {
        // Whichever backend is there already is as good.
        let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
        let token = encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(&SECRET)).expect("signs");
        explain(&token, &SECRET, NOW)
    }

    fn good() -> Value {
        json!({"sub": "7", "aud": "tertulia", "iat": 1_800_000_000, "exp": 1_800_000_060, "name": "Ana", "grants": {"project/42": "say"}})
    }

    #[test]
    fn a_good_token_has_nothing_wrong() {
        assert_eq!(explained(&good()).expect("good").id(), Some("7"));
    }

    #[test]
    fn each_thing_that_is_wrong_is_named() {
        let wrong = [
            ("sub", json!(7), "sub is 7, and has to be a string"),
            ("sub", json!("~a"), "for guests"),
            ("sub", json!(""), "sub has 1 to 200 characters"),
            ("aud", json!("other"), "aud is \"other\""),
            ("iat", Value::Null, "iat is null"),
            ("exp", json!("soon"), "exp is \"soon\""),
            ("exp", json!(1_799_999_990), "expired 10 s ago"),
            ("exp", json!(1_800_000_000), "expired 0 s ago"),
            ("name", json!("two\nlines"), "name is no name"),
            ("grants", json!(["say"]), "grants is [\"say\"]"),
            ("grants", json!({"project": "say"}), "the grant on \"project\" matches no room"),
            ("grants", json!({"project/42": "write"}), "is \"write\", and has to be"),
        ];
        for (claim, value, said) in wrong {
            let mut claims = good();
            claims[claim] = value;
            let sentences = explained(&claims).expect_err("is wrong");
            assert!(sentences.len() == 1 && sentences[0].contains(said), "{claims}: {sentences:?}");
        }
    }

    #[test]
    fn what_is_not_signed_by_the_secret_is_told_from_what_is_no_token() {
        let token = Tokens::new(Some(&[8; 32]), &[0; 32]).expect("long enough");
        let token = token.for_user("7", None, [].into(), NOW, 60).expect("signs");
        let none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.";
        for (token, said) in [(token.as_str(), "another secret"), ("abc", "no JSON Web Token"), (none, "no JSON Web Token")] {
            let sentences = explain(token, &SECRET, NOW).expect_err("is wrong");
            assert!(sentences.len() == 1 && sentences[0].contains(said), "{token}: {sentences:?}");
        }
    }
}
