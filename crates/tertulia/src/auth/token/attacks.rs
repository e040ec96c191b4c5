//! Each known attack on JSON Web Tokens, by its name. The keys in `tests/keys` were made for these tests and are used nowhere else.

use serde_json::{Value, json};
use tertulia_wire::{Code, Time};

use super::*;

const NOW: Time = Time(1_800_000_000_000);
const SECRET: [u8; 32] = [7; 32];

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../tests/keys/", $name))
    };
}

fn public(algorithm: KeyAlgorithm, kid: Option<&str>) -> PublicKey {
    let pem = match algorithm {
        KeyAlgorithm::EdDsa => file!("ed.pub"),
        KeyAlgorithm::Es256 => file!("ec.pub"),
        KeyAlgorithm::Rs256 => file!("rsa.pub"),
    };
    PublicKey { kid: kid.map(str::to_owned), algorithm, pem: pem.to_owned() }
}

fn private(algorithm: Algorithm) -> EncodingKey {
    let key = match algorithm {
        Algorithm::EdDSA => EncodingKey::from_ed_pem(file!("ed.pem").as_bytes()),
        Algorithm::ES256 => EncodingKey::from_ec_pem(file!("ec.pem").as_bytes()),
        Algorithm::RS256 => EncodingKey::from_rsa_pem(file!("rsa.pem").as_bytes()),
        _ => Ok(EncodingKey::from_secret(&SECRET)),
    };
    key.expect("a key")
}

const ALL: [KeyAlgorithm; 3] = [KeyAlgorithm::EdDsa, KeyAlgorithm::Es256, KeyAlgorithm::Rs256];
const ALGORITHMS: [Algorithm; 4] = [Algorithm::HS256, Algorithm::EdDSA, Algorithm::ES256, Algorithm::RS256];

/// All keys that a site may have, none with a name.
fn tokens() -> Tokens {
    let keys = ALL.map(|algorithm| public(algorithm, None));
    Tokens::with_keys(Some(&SECRET), &keys, "tertulia", &[9; 32]).expect("good keys")
}

fn claims() -> Value {
    json!({"sub": "7", "aud": "tertulia", "iat": 1_800_000_000, "exp": 1_800_000_060, "name": "Ana", "grants": {"*": "own"}})
}

fn signed(header: &Header, claims: &Value) -> String {
    encode(header, claims, &private(header.alg)).expect("signs")
}

fn refused(tokens: &Tokens, token: &str) -> bool {
    tokens.check(token, NOW).is_err_and(|refusal| refusal.code == Code::TokenInvalid)
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let group = |bytes: &[u8]| {
        let number = bytes.iter().chain([0, 0].iter()).take(3).fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
        (0..=bytes.len()).map(move |place| char::from(DIGITS[number >> (18 - 6 * place) & 63])).collect::<String>()
    };
    text.as_bytes().chunks(3).map(group).collect()
}

#[test]
fn a_good_token_of_each_algorithm_is_good() {
    let tokens = tokens();
    for algorithm in ALGORITHMS {
        let token = signed(&Header::new(algorithm), &claims());
        assert_eq!(tokens.check(&token, NOW).expect("good").id(), Some("7"), "{algorithm:?}");
    }
}

#[test]
fn alg_none() {
    let tokens = tokens();
    for alg in ["none", "None", "NONE", "nOnE", ""] {
        let head = base64(&json!({"alg": alg, "typ": "JWT"}).to_string());
        let body = base64(&claims().to_string());
        assert!(refused(&tokens, &format!("{head}.{body}.")), "{alg}");
        assert!(refused(&tokens, &format!("{head}.{body}")), "{alg}");
    }
}

#[test]
fn stripped_signature() {
    let tokens = tokens();
    for algorithm in ALGORITHMS {
        let token = signed(&Header::new(algorithm), &claims());
        let (unsigned, _) = token.rsplit_once('.').expect("three parts");
        assert!(refused(&tokens, unsigned) && refused(&tokens, &format!("{unsigned}.")));
        assert!(refused(&tokens, &format!("{unsigned}.{}", "A".repeat(86))), "a signature of nothing but zeros");
    }
}

#[test]
fn changed_payload() {
    let tokens = tokens();
    for algorithm in ALGORITHMS {
        let token = signed(&Header::new(algorithm), &claims());
        let parts: Vec<_> = token.split('.').collect();
        let other = json!({"sub": "1", "aud": "tertulia", "iat": 1_800_000_000, "exp": 1_800_000_060}).to_string();
        assert!(refused(&tokens, &format!("{}.{}.{}", parts[0], base64(&other), parts[2])));
    }
}

#[test]
fn key_confusion() {
    // HS256 signed with what everybody knows: the public key, as a file, without its line end, and as bytes.
    let tokens = tokens();
    for pem in [file!("ed.pub"), file!("ec.pub"), file!("rsa.pub")] {
        for secret in [pem, pem.trim_end()] {
            let token = encode(&Header::new(Algorithm::HS256), &claims(), &EncodingKey::from_secret(secret.as_bytes()));
            assert!(refused(&tokens, &token.expect("signs")));
        }
    }
}

#[test]
fn algorithm_swapped() {
    for key in ALL {
        let tokens = Tokens::with_keys(None, &[public(key, None)], "tertulia", &[9; 32]).expect("a good key");
        let good = ALGORITHMS.iter().filter(|algorithm| {
            let token = signed(&Header::new(**algorithm), &claims());
            tokens.check(&token, NOW).is_ok()
        });
        assert_eq!(good.count(), 1, "{key:?} is good for its own algorithm alone");
    }
}

#[test]
fn embedded_jwk() {
    let header = Header {
        jwk: serde_json::from_value(json!({"kty": "oct", "k": base64("a key of the attacker's own, long enough")})).ok(),
        ..Header::new(Algorithm::HS256)
    };
    assert!(header.jwk.is_some());
    let own = EncodingKey::from_secret(b"a key of the attacker's own, long enough");
    assert!(refused(&tokens(), &encode(&header, &claims(), &own).expect("signs")));
}

#[test]
fn jku_and_x5u() {
    let own = EncodingKey::from_secret(b"a key of the attacker's own, long enough");
    let jku = Header { jku: Some("http://127.0.0.1:1/keys".into()), ..Header::new(Algorithm::HS256) };
    let x5u = Header { x5u: Some("http://127.0.0.1:1/chain".into()), ..Header::new(Algorithm::HS256) };
    for header in [jku, x5u] {
        assert!(refused(&tokens(), &encode(&header, &claims(), &own).expect("signs")));
        // They are ignored, not followed: with the site's own key the token is good.
        assert!(tokens().check(&signed(&header, &claims()), NOW).is_ok());
    }
}

#[test]
fn crit() {
    for crit in [vec!["exp".to_owned()], vec!["b64".to_owned()], Vec::new()] {
        let header = Header { crit: Some(crit), ..Header::new(Algorithm::HS256) };
        assert!(refused(&tokens(), &signed(&header, &claims())));
    }
}

#[test]
fn kid_injection() {
    let keys = [public(KeyAlgorithm::EdDsa, Some("one"))];
    let tokens = Tokens::with_keys(Some(&SECRET), &keys, "tertulia", &[9; 32]).expect("good keys");
    let with = |kid: Option<&str>| Header { kid: kid.map(str::to_owned), ..Header::new(Algorithm::EdDSA) };
    for kid in ["two", "../../../dev/null", "' OR '1'='1", "", "one\0"] {
        assert!(refused(&tokens, &signed(&with(Some(kid)), &claims())), "{kid:?}");
        let empty = Header { kid: Some(kid.to_owned()), ..Header::new(Algorithm::HS256) };
        assert!(refused(&tokens, &encode(&empty, &claims(), &EncodingKey::from_secret(b"")).expect("signs")), "{kid:?}");
    }
    for kid in [Some("one"), None] {
        assert!(tokens.check(&signed(&with(kid), &claims()), NOW).is_ok());
    }
}

#[test]
fn token_for_another_audience() {
    let tokens = tokens();
    for audience in [json!("other"), json!(["other"]), json!(""), json!([]), Value::Null, json!("tertulia-guest")] {
        let claims = Value::Object(
            claims().as_object_mut().map(|all| (all.insert("aud".into(), audience), all.clone()).1).expect("claims"),
        );
        assert!(refused(&tokens, &signed(&Header::new(Algorithm::HS256), &claims)), "{claims}");
    }
    let own = Tokens::with_keys(Some(&SECRET), &[], "chat.example", &[9; 32]).expect("an audience");
    assert!(refused(&own, &signed(&Header::new(Algorithm::HS256), &claims())));
    assert!(own.check(&own.for_user("7", None, [].into(), NOW, 60).expect("signs"), NOW).is_ok());
    assert!(Tokens::with_keys(None, &[], "tertulia-guest", &[9; 32]).is_err());
}

#[test]
fn missing_and_broken_claims() {
    for (claim, value) in [
        ("iat", Value::Null),
        ("nbf", json!("1")),
        ("exp", Value::Null),
        ("exp", json!("9999999999")),
        ("exp", json!(1e300)),
        ("sub", Value::Null),
        ("sub", json!("")),
        ("sub", json!("~guest")),
        ("sub", json!("x".repeat(201))),
        ("sub", json!("a\nb")),
        ("grants", json!({"*": "everything"})),
        ("name", json!("two\nlines")),
    ] {
        let mut claims = claims();
        claims[claim] = value;
        assert!(refused(&tokens(), &signed(&Header::new(Algorithm::HS256), &claims)), "{claims}");
    }
}

#[test]
fn a_token_from_the_future() {
    // Made before a revocation, it would be good after it.
    let at = |claim: &str, second: i64| {
        let mut claims = claims();
        claims["exp"] = json!(1_800_003_600);
        claims[claim] = json!(second);
        tokens().check(&signed(&Header::new(Algorithm::HS256), &claims), NOW).map(|_| ()).map_err(|refusal| refusal.code)
    };
    for claim in ["iat", "nbf"] {
        assert_eq!(at(claim, 1_799_996_400), Ok(()), "{claim}");
        assert_eq!(at(claim, 1_800_000_060), Ok(()), "{claim}");
        assert_eq!(at(claim, 1_800_000_061), Err(Code::TokenInvalid), "{claim}");
        assert_eq!(at(claim, i64::MAX), Err(Code::TokenInvalid), "{claim}");
    }
}

#[test]
fn oversized() {
    let mut claims = claims();
    claims["grants"] = (0..1_000).map(|n| (format!("project/{n}"), json!("read"))).collect::<serde_json::Map<_, _>>().into();
    assert!(refused(&tokens(), &signed(&Header::new(Algorithm::HS256), &claims)));
}

#[test]
fn a_private_or_another_key_is_no_public_one() {
    for (algorithm, pem) in [
        (KeyAlgorithm::EdDsa, file!("rsa.pub")),
        (KeyAlgorithm::Rs256, file!("ec.pub")),
        (KeyAlgorithm::Es256, file!("ed.pub")),
        (KeyAlgorithm::EdDsa, "abc"),
        (KeyAlgorithm::EdDsa, file!("ed.pem")),
        (KeyAlgorithm::Es256, file!("ec.pem")),
        (KeyAlgorithm::Rs256, file!("rsa.pem")),
    ] {
        let key = PublicKey { kid: None, algorithm, pem: pem.to_owned() };
        assert!(Tokens::with_keys(None, &[key], "tertulia", &[9; 32]).is_err(), "{algorithm:?}");
    }
}

/// A token of these very bytes, signed as its algorithm says.
fn signed_as_written(head: &Value, body: &str, key: &EncodingKey, algorithm: Algorithm) -> String {
    let message = format!("{}.{}", base64(&head.to_string()), base64(body));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), key, algorithm).expect("signs");
    format!("{message}.{signature}")
}

#[test]
fn x5c() {
    let own = EncodingKey::from_secret(b"a key of the attacker's own, long enough");
    let tokens = tokens();
    for alg in ["HS256", "RS256", "ES256", "EdDSA"] {
        let head = json!({"alg": alg, "typ": "JWT", "x5c": ["MIIBszCCAVmgAwIBAgIUQ2VydA=="], "x5t": "YXR0YWNrZXI"});
        assert!(refused(&tokens, &signed_as_written(&head, &claims().to_string(), &own, Algorithm::HS256)), "{alg}");
    }
}

#[test]
fn nested_and_encrypted() {
    let tokens = tokens();
    let good = signed(&Header::new(Algorithm::HS256), &claims());
    // Signed by the site itself, and with a good token in it: what is in it is not taken for what it is.
    for head in [json!({"alg": "HS256", "cty": "JWT"}), json!({"alg": "HS256", "typ": "JWT", "cty": "JWT", "zip": "DEF"})] {
        for body in [good.clone(), json!(good).to_string(), json!([claims()]).to_string()] {
            assert!(
                refused(&tokens, &signed_as_written(&head, &body, &private(Algorithm::HS256), Algorithm::HS256)),
                "{head} {body}"
            );
        }
    }
    // What is encrypted has five parts; three of them are no less encrypted.
    let body = base64(&claims().to_string());
    for head in
        [json!({"alg": "dir", "enc": "A256GCM"}), json!({"alg": "RSA-OAEP", "enc": "A128CBC-HS256", "zip": "DEF", "cty": "JWT"})]
    {
        let head = base64(&head.to_string());
        for token in [
            format!("{head}..AAAAAAAAAAAAAAAA.{body}.AAAAAAAAAAAAAAAAAAAAAA"),
            format!("{head}.{body}.AAAA"),
            format!("{good}.{body}.AAAA"),
        ] {
            assert!(refused(&tokens, &token), "{token}");
        }
    }
}

#[test]
fn psychic_signature() {
    // r = s = 0, in both forms, and r = s = the order of the curve, which is 0 again (CVE-2022-21449).
    let tokens = tokens();
    let order = "_____wAAAAD__________7zm-q2nF56E87nKwvxjJVH_____AAAAAP__________vOb6racXnoTzucrC_GMlUQ";
    let (zeros, der) = ("A".repeat(86), "MAYCAQACAQA");
    for alg in ["ES256", "EdDSA"] {
        let message = format!("{}.{}", base64(&json!({"alg": alg, "typ": "JWT"}).to_string()), base64(&claims().to_string()));
        for signature in [zeros.as_str(), order, der] {
            assert!(refused(&tokens, &format!("{message}.{signature}")), "{alg} {signature}");
        }
    }
}

#[test]
fn duplicate_claims() {
    // Who reads the first and who reads the last would see two persons, or a token that has run out and one that has not.
    let tokens = tokens();
    let head = json!({"alg": "HS256", "typ": "JWT"});
    let body = claims().to_string();
    let signed_body = |body: &str| signed_as_written(&head, body, &private(Algorithm::HS256), Algorithm::HS256);
    assert!(tokens.check(&signed_body(&body), NOW).is_ok());
    for twice in [r#""sub":"1""#, r#""exp":1900000000"#, r#""iat":1800000000"#, r#""aud":"tertulia""#, r#""grants":{"*":"own"}"#]
    {
        for body in [body.replacen('{', &format!("{{{twice},"), 1), format!("{},{twice}}}", &body[..body.len() - 1])] {
            assert!(refused(&tokens, &signed_body(&body)), "{body}");
        }
    }
}

#[test]
fn empty_secret() {
    assert!(Tokens::new(Some(b""), &[9; 32]).is_err() && Tokens::new(Some(&[0; SECRET_BYTES_MIN - 1]), &[9; 32]).is_err());
    let keys = ALL.map(|algorithm| public(algorithm, None));
    let without = Tokens::with_keys(None, &keys, "tertulia", &[9; 32]).expect("good keys");
    for secret in [&b""[..], b"\0", &[0; 32]] {
        let token = encode(&Header::new(Algorithm::HS256), &claims(), &EncodingKey::from_secret(secret)).expect("signs");
        assert!(refused(&tokens(), &token) && refused(&without, &token), "{secret:?}");
    }
}
