//! Why a token is not good, for whoever has the keys: an answer over the wire never says.

use std::collections::BTreeSet;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto::verify;
use jsonwebtoken::{Algorithm, Header, decode_header};
use serde_json::Value;
use tertulia_wire::{Level, Time};

use super::identity::{GUEST_MARK, Identity, SUBJECT_MAX, is_pattern};
use super::token::{Check, GUEST_AUDIENCE, TOKEN_BYTES_MAX, Tokens, latest_begin, unread};
use crate::draft;

/// A token that is good.
#[derive(Debug)]
#[non_exhaustive]
pub struct Explained {
    /// Who it is for.
    pub who: Identity,
    /// What in it has no effect, though it was meant to have one: sentences, mostly none.
    pub hints: Vec<String>,
}

/// Who a token is for, or all that is wrong with it, each as a sentence that says how it has to be.
///
/// # Errors
/// The sentences, at least one.
pub fn explain(token: &str, tokens: &Tokens, now: Time) -> Result<Explained, Vec<String>> {
    let claims = signed(token, tokens).map_err(|wrong| vec![if says_guest(token) { of_guest() } else { wrong }])?;
    let wrong = wrong_claims(&claims, tokens.audience(), now);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    // What is said here and what is checked there are two lists; where they differ, the check is right.
    let who = tokens.check(token, now).map_err(|_| vec![unread_claims(token)])?;
    Ok(Explained { who, hints: hints(&claims) })
}

/// Whether a token that none of the keys has signed says itself that it is a guest's.
fn says_guest(token: &str) -> bool {
    let claims = serde_json::from_slice::<Value>(&payload(token)).unwrap_or_default();
    let is_guest = claims["sub"].as_str().is_some_and(|sub| sub.starts_with(GUEST_MARK));
    token.len() <= TOKEN_BYTES_MAX && is_guest && claims["aud"] == GUEST_AUDIENCE
}

fn of_guest() -> String {
    format!(
        "it says that it is a guest's (aud \"{GUEST_AUDIENCE}\"): the server gives those itself, by a key of its own in the file of \
         rooms, and it alone can tell whether this is one of them"
    )
}

/// What a token claims, if one of the keys has signed it.
fn signed(token: &str, tokens: &Tokens) -> Result<Value, String> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(format!("it has {} bytes, and may have {TOKEN_BYTES_MAX}", token.len()));
    }
    let head = head(token)?;
    let header = decode_header(token).map_err(|_| unread_head(&head, tokens))?;
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

/// The first part of a token, if it has the shape of one at all.
fn head(token: &str) -> Result<Value, String> {
    let parts: Vec<_> = token.split('.').collect();
    if parts.len() != 3 {
        return Err("it is no JSON Web Token: three parts in base64url with dots between".to_owned());
    }
    for (part, which) in parts.iter().zip(["first", "second", "third"]) {
        if part.ends_with('=') {
            return Err(format!("its {which} part ends with =, and has to be base64url without padding"));
        }
        if let Some(c) = part.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')) {
            return Err(format!("its {which} part has the character {c:?}, which is not of base64url"));
        }
        if URL_SAFE_NO_PAD.decode(part).is_err() {
            return Err(format!("its {which} part is no base64url, or not all of it is here"));
        }
    }
    let head = URL_SAFE_NO_PAD.decode(parts[0]).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    head.filter(Value::is_object).ok_or_else(|| "it is no JSON Web Token: its first part is no JSON object".to_owned())
}

/// Why a header can't be read that is an object.
fn unread_head(head: &Value, tokens: &Tokens) -> String {
    let needed = || one_of(tokens.keys().iter().map(|key| format!("{:?}", key.algorithm)));
    match &head["alg"] {
        Value::String(alg) if alg.eq_ignore_ascii_case("none") => {
            format!("its header says alg {alg:?}: it is not signed; {} is needed", needed())
        }
        Value::Null => format!("its header names no alg; {} is needed", needed()),
        alg => match serde_json::from_value::<Algorithm>(alg.clone()) {
            Ok(_) => "its header can't be read: alg, typ and kid are strings".to_owned(),
            Err(_) => format!("its header says alg {alg}, which is not known here; {} is needed", needed()),
        },
    }
}

/// Why claims are refused that have nothing wrong one by one.
fn unread_claims(token: &str) -> String {
    match unread(&payload(token)) {
        Some(why) => format!("its claims can't be read: {why}"),
        None => "it is not good, for a reason that is not known here".to_owned(),
    }
}

fn claims_by(token: &str, key: &Check) -> Result<Value, String> {
    let (message, signature) = token.rsplit_once('.').unwrap_or_default();
    // By the key alone: the library reads claims in its own way before it says whether it is signed at all.
    if !verify(signature, message.as_bytes(), &key.key, key.algorithm).unwrap_or_default() {
        return Err(match key.algorithm {
            Algorithm::HS256 => "it is signed by another secret (a line end at its end counts)".to_owned(),
            other => format!("it is signed by another private key than the one whose public half is known here for {other:?}"),
        });
    }
    let claims = serde_json::from_slice::<Value>(&payload(token)).ok().filter(Value::is_object);
    claims.ok_or_else(|| "its second part is no JSON object".to_owned())
}

fn payload(token: &str) -> Vec<u8> {
    token.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok()).unwrap_or_default()
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
    if !claims["nbf"].is_null() && !claims["nbf"].is_i64() {
        wrong.push(format!("nbf is {}, and has to be a whole number of seconds since 1970", claims["nbf"]));
    }
    for name in ["iat", "nbf"] {
        if claims[name].as_i64().is_some_and(|begin| begin > latest_begin(now)) {
            let ahead = claims[name].as_i64().unwrap_or_default().saturating_sub(now.0.div_euclid(1_000));
            wrong.push(format!(
                "its {name} is {ahead} s ahead: the clock of whoever signs runs fast, or that of this machine slow"
            ));
        }
    }
    if let Some(ago) = claims["exp"].as_i64().map(|exp| (now.0 / 1_000).saturating_sub(exp)).filter(|ago| *ago >= 0) {
        wrong.push(format!("it has expired {ago} s ago"));
    }
    match claims.get("grants") {
        None => {}
        Some(Value::Object(grants)) => wrong.extend(grants.iter().filter_map(|(pattern, level)| wrong_level(pattern, level))),
        Some(other) => wrong.push(format!("grants is {other}, and has to be an object, as in {{\"project/42\": \"say\"}}")),
    }
    for (name, form) in [("name", "one line of 1 to 50 characters"), ("avatar", "the address of a picture, http or https")] {
        match &claims[name] {
            Value::Null => {}
            Value::String(name_of) if name == "name" => {
                wrong.extend(draft::name(name_of).is_err().then(|| format!("name is no name: {form}")));
            }
            Value::String(_) => {}
            other => wrong.push(format!("{name} is {other}, and has to be a string: {form}")),
        }
    }
    wrong
}

/// What is passed over without a word, there and in a browser.
fn hints(claims: &Value) -> Vec<String> {
    let grants = claims["grants"].as_object().into_iter().flat_map(|grants| grants.keys());
    let mut hints: Vec<_> = grants.filter_map(|pattern| useless_grant(pattern)).collect();
    if let Some(avatar) = claims["avatar"].as_str().filter(|avatar| !draft::is_avatar(avatar)) {
        let avatar: String = avatar.chars().take(60).collect();
        hints.push(format!("avatar is left out: {avatar:?} is no address of a picture, http or https, as a browser takes it"));
    }
    // As seconds it is after the year 5138, as milliseconds after 1973.
    if let Some(exp) = claims["exp"].as_i64().filter(|exp| *exp >= 100_000_000_000) {
        hints.push(format!("exp is {exp}, thousands of years ahead: it is in seconds since 1970, and not in milliseconds"));
    }
    hints
}

fn useless_grant(pattern: &str) -> Option<String> {
    (!is_pattern(pattern)).then(|| format!("the grant on {pattern:?} matches no room: a pattern is type/id, type/* or *"))
}

fn wrong_level(pattern: &str, level: &Value) -> Option<String> {
    let is_level = serde_json::from_value::<Level>(level.clone()).is_ok();
    (!is_level).then(|| format!("the grant on {pattern:?} is {level}, and has to be \"read\", \"say\", \"moderate\" or \"own\""))
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

    fn explained(claims: &Value) -> Result<Explained, Vec<String>> {
        let tokens = tokens();
        let token = encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(&SECRET)).expect("signs");
        explain(&token, &tokens, NOW)
    }

    fn good() -> Value {
        json!({"sub": "7", "aud": "tertulia", "iat": 1_800_000_000, "exp": 1_800_000_060, "name": "Ana", "grants": {"project/42": "say"}})
    }

    #[test]
    fn a_good_token_has_nothing_wrong() {
        let explained = explained(&good()).expect("good");
        assert_eq!((explained.who.id(), explained.hints), (Some("7"), Vec::new()));
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
            ("iat", json!(1_800_000_061), "its iat is 61 s ahead: the clock of whoever signs runs fast"),
            ("nbf", json!(1_800_003_000), "its nbf is 3000 s ahead: the clock of whoever signs runs fast"),
            ("nbf", json!("1"), "nbf is \"1\", and has to be a whole number"),
            ("exp", json!(i64::MIN), "it has expired"),
            ("name", json!("two\nlines"), "name is no name"),
            ("name", json!(5), "name is 5, and has to be a string"),
            ("avatar", json!(5), "avatar is 5, and has to be a string: the address of a picture"),
            ("grants", json!(["say"]), "grants is [\"say\"]"),
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
        let own = tokens().for_user("7", None, [].into(), NOW, 60).expect("signs");
        let (padded, cut, line_end) = (format!("{own}="), &own[..own.len() - 2], format!("{own}\n"));
        let head = |json: &str| format!("{}.e30.AAAA", URL_SAFE_NO_PAD.encode(json));
        let (number, no_alg, other) = (head("5"), head("{}"), head(r#"{"alg": "HS1"}"#));
        for (token, said) in [
            (token.as_str(), "another secret"),
            ("abc", "no JSON Web Token: three parts"),
            (none, "alg \"none\": it is not signed; HS256 is needed"),
            (&padded, "its third part ends with =, and has to be base64url without padding"),
            (cut, "its third part is no base64url, or not all of it is here"),
            (&line_end, "its third part has the character '\\n'"),
            ("a+b.c.d", "its first part has the character '+'"),
            (&number, "its first part is no JSON object"),
            (&no_alg, "its header names no alg; HS256 is needed"),
            (&other, "its header says alg \"HS1\", which is not known here; HS256 is needed"),
            (&format!("{}.NQ.AAAA", own.split('.').next().unwrap_or_default()), "another secret"),
        ] {
            let sentences = explain(token, &tokens(), NOW).expect_err("is wrong");
            assert!(sentences.len() == 1 && sentences[0].contains(said), "{token}: {sentences:?}");
        }
    }

    #[test]
    fn a_guests_token_is_not_taken_for_one_by_another_secret() {
        let theirs = Tokens::new(Some(&[8; 32]), &[9; 32]).expect("long enough");
        let (guests, _) = theirs.for_guest("~g", "Ana", NOW).expect("signs");
        let public =
            PublicKey { kid: None, algorithm: KeyAlgorithm::EdDsa, pem: include_str!("../../tests/keys/ed.pub").to_owned() };
        let by_key = Tokens::with_keys(None, &[public], "tertulia", &[0; 32]).expect("a good key");
        for tokens in [tokens(), by_key] {
            let sentences = explain(&guests, &tokens, NOW).expect_err("can't be told");
            assert!(sentences.len() == 1 && sentences[0].starts_with("it says that it is a guest's"), "{sentences:?}");
        }
        // Whoever has the secret can write anything into it: by it, such a token is a user's that is wrong.
        let claims = json!({"sub": "~g", "aud": "tertulia-guest", "iat": 1_800_000_000, "exp": 1_800_000_060});
        let sentences = explained(&claims).expect_err("is wrong");
        assert!(sentences.iter().any(|one| one.starts_with("aud is \"tertulia-guest\"")), "{sentences:?}");
        for other in [json!({"sub": "7", "aud": "tertulia-guest"}), json!({"sub": "~g", "aud": "tertulia"}), json!(5)] {
            let token = encode(&Header::new(Algorithm::HS256), &other, &EncodingKey::from_secret(&[8; 32])).expect("signs");
            assert!(explain(&token, &tokens(), NOW).expect_err("is wrong")[0].contains("another secret"), "{other}");
        }
    }

    fn raw(payload: &str) -> Result<Explained, Vec<String>> {
        let head = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#);
        let message = format!("{head}.{}", URL_SAFE_NO_PAD.encode(payload));
        let key = EncodingKey::from_secret(&SECRET);
        let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).expect("signs");
        explain(&format!("{message}.{signature}"), &tokens(), NOW)
    }

    #[test]
    fn a_claim_that_stands_twice_is_named_and_what_is_no_object_is_said_to_be_none() {
        let twice = r#"{"sub":"7","aud":"tertulia","iat":1800000000,"exp":1800000060,"grants":{},"grants":{}}"#;
        assert_eq!(raw(twice).expect_err("is wrong"), ["its claims can't be read: duplicate field `grants`"]);
        let twice =
            r#"{"sub":"7","aud":"tertulia","iat":1800000000,"exp":1800000060,"grants":{"project/42":"say","project/42":"own"}}"#;
        assert_eq!(
            raw(twice).expect_err("is wrong"),
            ["its claims can't be read: the grant on \"project/42\" stands there twice"]
        );
        for none in ["5", "[]", "{"] {
            assert_eq!(raw(none).expect_err("is wrong"), ["its second part is no JSON object"], "{none}");
        }
    }

    #[test]
    fn what_has_no_effect_is_hinted_at_and_the_token_is_good() {
        let mut claims = good();
        claims["grants"] = json!({"project/42": "say", "Bad Room": "say", "project": "own"});
        claims["avatar"] = json!("javascript:alert(1)");
        claims["exp"] = json!(1_800_000_060_000_i64);
        let hints = explained(&claims).expect("good").hints;
        assert_eq!(hints.len(), 4, "{hints:?}");
        assert!(hints[3].contains("and not in milliseconds"), "{hints:?}");
        assert!(hints[0].contains("the grant on \"Bad Room\" matches no room"), "{hints:?}");
        assert!(hints[1].contains("the grant on \"project\" matches no room"), "{hints:?}");
        assert!(hints[2].contains("avatar is left out: \"javascript:alert(1)\""), "{hints:?}");
    }

    #[test]
    fn what_is_checked_and_what_is_explained_say_the_same() {
        // Each claim with each kind of value: a reason of its own, and never the last resort.
        let values = [Value::Null, json!(5), json!(5.5), json!(true), json!("x"), json!([]), json!({}), json!(1e300), json!("")];
        for claim in ["sub", "aud", "iat", "nbf", "exp", "name", "avatar", "grants", "iss", "jti"] {
            for value in &values {
                let mut claims = good();
                claims[claim] = value.clone();
                if let Err(sentences) = explained(&claims) {
                    assert!(
                        sentences.iter().all(|one| one.contains(claim) && !one.contains("can't be")),
                        "{claims}: {sentences:?}"
                    );
                }
            }
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
