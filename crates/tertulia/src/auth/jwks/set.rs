//! A JSON Web Key Set (RFC 7517), read: which of its keys tokens may be checked with. Pure.

use std::hash::{DefaultHasher, Hash, Hasher};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

use crate::auth::identity::KeyMark;
use crate::auth::token::Check;

/// Bits of the shortest modulus (RFC 7518, section 3.3), and of the longest, whose signatures still take microseconds.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2_048..=8_192;
/// Bytes of the longest exponent that is in use: 65,537 has three.
const EXPONENT_BYTES_MAX: usize = 4;
/// Characters of the longest name of a key; more would not fit in a token beside all else.
const KID_MAX: usize = 1_024;

/// What a key set says.
#[derive(Default)]
pub(super) struct KeySet {
    /// The keys by which tokens may be checked.
    pub(super) keys: Vec<Check>,
    /// Those that are not used, by name and reason: what a set holds for others is no mistake.
    pub(super) left_out: Vec<LeftOut>,
}

/// A key that is not used.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub(super) kid: String,
    pub(super) why: &'static str,
    /// It is one to sign with, and everybody can read it.
    pub(super) is_secret: bool,
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<Value>,
}

/// One key, as it is written; of it only the half that anybody may know.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    key_ops: Option<Vec<String>>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// Reads a set. A key that can't be used is left out, as the standard has it; a set that is none is refused whole.
pub(super) fn read(json: &[u8], keys_max: usize, audience: &str) -> Result<KeySet, String> {
    let set: Set = serde_json::from_slice(json).map_err(|error| format!("it is no key set: {error}"))?;
    if set.keys.len() > keys_max {
        return Err(format!("it has {} keys, and may have {keys_max} (jwks_keys)", set.keys.len()));
    }
    let mut read = KeySet::default();
    for key in set.keys {
        let is_secret = key["kty"] == "oct" || key.get("d").is_some();
        let kid = key["kid"].as_str().unwrap_or_default().chars().take(100).collect();
        let checked = if is_secret { Err("it is a secret one") } else { check_of(key, audience) };
        match checked {
            Ok(check) => read.keys.push(check),
            Err(why) => read.left_out.push(LeftOut { kid, why, is_secret }),
        }
    }
    Ok(read)
}

fn check_of(key: Value, audience: &str) -> Result<Check, &'static str> {
    let jwk: Jwk = serde_json::from_value(key).map_err(|_| "a part of it is no text")?;
    if jwk.purpose.as_deref().is_some_and(|purpose| purpose != "sig") {
        return Err("it is not for signatures");
    }
    if jwk.key_ops.as_ref().is_some_and(|uses| !uses.iter().any(|operation| operation == "verify")) {
        return Err("it is not to verify with");
    }
    if jwk.kid.as_ref().is_some_and(|kid| kid.chars().count() > KID_MAX) {
        return Err("its name is too long");
    }
    let (algorithm, word, key) = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", _) => (Algorithm::RS256, "RS256", rsa(&jwk)?),
        ("EC", Some("P-256")) => (Algorithm::ES256, "ES256", ec(&jwk)?),
        ("OKP", Some("Ed25519")) => (Algorithm::EdDSA, "EdDSA", ed(&jwk)?),
        _ => return Err("its type is not known"),
    };
    // The type of a key allows several; what else it says it is for, it is for alone.
    if jwk.alg.as_ref().is_some_and(|alg| alg != word) {
        return Err("its algorithm is none of RS256, ES256 and EdDSA, or not that of its type");
    }
    let mark = mark_of(&jwk);
    Ok(Check::new(jwk.kid, algorithm, key, audience).marked(mark))
}

/// By what a key is known again in the next set: by all that says which tokens are good by it.
fn mark_of(jwk: &Jwk) -> KeyMark {
    let mut hasher = DefaultHasher::new();
    (&jwk.kty, &jwk.kid, &jwk.crv, &jwk.n, &jwk.e, &jwk.x, &jwk.y).hash(&mut hasher);
    KeyMark(hasher.finish().max(KeyMark::OWN.0 + 1))
}

fn bytes(part: Option<&String>) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part?).ok()
}

fn rsa(jwk: &Jwk) -> Result<DecodingKey, &'static str> {
    let (Some(modulus), Some(exponent)) = (bytes(jwk.n.as_ref()), bytes(jwk.e.as_ref())) else {
        return Err("n or e is missing, or no base64url");
    };
    let modulus = stripped(&modulus);
    let bits = modulus.first().map_or(0, |first| modulus.len() * 8 - first.leading_zeros() as usize);
    if !RSA_BITS.contains(&bits) {
        return Err("it has less than 2,048 bits, or more than 8,192");
    }
    // With the exponent 1 everything is signed.
    let exponent = stripped(&exponent);
    let is_odd = exponent.last().is_some_and(|last| last % 2 == 1);
    if !is_odd || exponent == [1] || exponent.len() > EXPONENT_BYTES_MAX {
        return Err("its exponent is none");
    }
    Ok(DecodingKey::from_rsa_raw_components(modulus, exponent))
}

fn stripped(number: &[u8]) -> &[u8] {
    let first = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    &number[first..]
}

fn ec(jwk: &Jwk) -> Result<DecodingKey, &'static str> {
    let is_whole = |part: &Option<String>| bytes(part.as_ref()).is_some_and(|part| part.len() == 32);
    match (&jwk.x, &jwk.y) {
        (Some(x), Some(y)) if is_whole(&jwk.x) && is_whole(&jwk.y) => {
            DecodingKey::from_ec_components(x, y).map_err(|_| "x and y are no point")
        }
        _ => Err("x or y is missing, or not of 32 bytes"),
    }
}

fn ed(jwk: &Jwk) -> Result<DecodingKey, &'static str> {
    match &jwk.x {
        Some(x) if bytes(Some(x)).is_some_and(|x| x.len() == 32) => {
            DecodingKey::from_ed_components(x).map_err(|_| "x is no point")
        }
        _ => Err("x is missing, or not of 32 bytes"),
    }
}
