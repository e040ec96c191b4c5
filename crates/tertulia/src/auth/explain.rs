//! Why a token is not good, for whoever has the keys: an answer over the wire never says.

use std::collections::BTreeSet;
use std::sync::Arc;

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, Header, Validation, decode, decode_header};
use serde_json::Value;
use tertulia_wire::{Level, RoomId, RoomType, Time};

use super::identity::{GUEST_MARK, Identity, SUBJECT_MAX};
use super::token::{Check, TOKEN_BYTES_MAX, Tokens};

/// Who a token is for, or all that is wrong with it, each as a sentence that says how it has to be.
///
/// # Errors
/// The sentences, at least one.
pub fn explain(token: &str, tokens: &Tokens, now: Time) -> Result<Identity, Vec<String>> {
    let claims = signed(token, tokens).map_err(|wrong| vec![wrong])?;
    let wrong = wrong_claims(&claims, tokens.audience(), now);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    // What is said here and what is checked there are two lists; where they differ, the check is right.
    tokens.check(token, now).map_err(|_| vec!["name is no name: one line of 1 to 50 characters".to_owned()])
}

/// What a token claims, if one of the keys has signed it.
fn signed(token: &str, tokens: &Tokens) -> Result<Value, String> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(format!("it has {} bytes, and may have {TOKEN_BYTES_MAX}", token.len()));
    }
    let header =
        decode_header(token).map_err(|_| "it is no JSON Web Token: three parts in base64url with dots between".to_owned())?;
    if header.crit.is_some() {
        return Err("its header has crit, which asks for what is not understood here; leave it out".to_owned());
    }
    let keys = tokens.keys();
    let fitting: Vec<_> = keys.iter().filter(|key| key.fits(&header)).collect();
    if fitting.is_empty() {
        return Err(no_key(&header, &keys));
    }
    let mut wrong = String::new();
    for key in fitting {
        match claims_by(token, key) {
            Ok(claims) => return Ok(claims),
            Err(error) => wrong = error,
        }
    }
    Err(wrong)
}

fn claims_by(token: &str, key: &Check) -> Result<Value, String> {
    let mut validation = Validation::new(key.algorithm);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let decoded = decode::<Value>(token, &key.key, &validation);
    decoded.map(|decoded| decoded.claims).map_err(|error| match error.kind() {
        ErrorKind::InvalidSignature if key.algorithm == Algorithm::HS256 => {
            "it is signed by another secret (a line end at its end counts)".to_owned()
        }
        ErrorKind::InvalidSignature => {
            format!("it is signed by another private key than the one whose public half is known here for {:?}", key.algorithm)
        }
        _ => "its second part is no JSON object".to_owned(),
    })
}

/// Why none of the keys is even tried: the algorithm is another one, or the key's name.
fn no_key(header: &Header, keys: &[Arc<Check>]) -> String {
    let same: Vec<_> = keys.iter().filter(|key| key.algorithm == header.alg).collect();
    if same.is_empty() {
        let known = keys.iter().map(|key| format!("{:?}", key.algorithm));
        return format!("it is signed by {:?}; {} is needed", header.alg, one_of(known));
    }
    let known = same.iter().filter_map(|key| key.kid.as_ref()).map(|kid| format!("\"{kid}\""));
    let named = header.kid.as_deref().unwrap_or_default();
    format!("its header names the key (kid) {named:?}; for {:?} {} is known here", header.alg, one_of(known))
}

/// Words with "or" between, each once.
fn one_of(words: impl Iterator<Item = String>) -> String {
    let words: BTreeSet<String> = words.collect();
    if words.is_empty() { "no key".to_owned() } else { words.into_iter().collect::<Vec<_>>().join(" or ") }
}

fn wrong_claims(claims: &Value, audience: &str, now: Time) -> Vec<String> {
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
        Value::String(aud) if aud == audience => {}
        Value::Null => wrong.push(format!("aud is missing: \"{audience}\"")),
        other => wrong.push(format!("aud is {other}, and has to be \"{audience}\"")),
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
    use crate::auth::token::{KeyAlgorithm, PublicKey};
    use jsonwebtoken::{EncodingKey, encode};
    use serde_json::json;

    const NOW: Time = Time(1_800_000_000_000);
    const SECRET: [u8; 32] = [7; 32];

    fn tokens() -> Tokens {
        Tokens::new(Some(&SECRET), &[0; 32]).expect("long enough")
    }

    fn explained(claims: &Value) -> Result<Identity, Vec<String>> {
        let tokens = tokens();
        let token = encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(&SECRET)).expect("signs");
        explain(&token, &tokens, NOW)
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
            let sentences = explain(token, &tokens(), NOW).expect_err("is wrong");
            assert!(sentences.len() == 1 && sentences[0].contains(said), "{token}: {sentences:?}");
        }
    }

    #[test]
    fn what_public_keys_do_not_fit_is_said() {
        let pem = include_str!("../../tests/keys/ed.pub").to_owned();
        let key = PublicKey { kid: Some("2026".into()), algorithm: KeyAlgorithm::EdDsa, pem };
        let own = EncodingKey::from_ed_pem(include_bytes!("../../tests/keys/ed.pem")).expect("a key");
        let rsa = EncodingKey::from_rsa_pem(include_bytes!("../../tests/keys/rsa.pem")).expect("a key");
        let tokens = Tokens::with_keys(None, &[key], "chat.example", &[0; 32]).expect("a good key");
        let header = |algorithm, kid: &str| Header { kid: Some(kid.to_owned()), ..Header::new(algorithm) };
        let said = |header: Header, key: &EncodingKey, audience: &str| {
            let mut claims = good();
            claims["aud"] = audience.into();
            explain(&encode(&header, &claims, key).expect("signs"), &tokens, NOW).map_err(|wrong| wrong.join("; "))
        };
        assert!(said(header(Algorithm::EdDSA, "2026"), &own, "chat.example").is_ok());
        let secret = EncodingKey::from_secret(&SECRET);
        for (header, key, audience, sentence) in [
            (header(Algorithm::HS256, "2026"), &secret, "chat.example", "it is signed by HS256; EdDSA is needed"),
            (header(Algorithm::RS256, "2026"), &rsa, "chat.example", "it is signed by RS256; EdDSA is needed"),
            (
                header(Algorithm::EdDSA, "2025"),
                &own,
                "chat.example",
                "its header names the key (kid) \"2025\"; for EdDSA \"2026\" is known here",
            ),
            (header(Algorithm::EdDSA, "2026"), &own, "tertulia", "aud is \"tertulia\", and has to be \"chat.example\""),
        ] {
            assert_eq!(said(header, key, audience).expect_err("is wrong"), sentence);
        }
    }
}
