//! Bearer tokens: JSON Web Tokens (RFC 7519), signed with HS256 by the site's secret, or by a private key of the site's whose
//! public one is known here; for guests by a key of our own.
//!
//! The algorithm is the key's and never the token's choice, and no key is taken from a token or from where it points to.

mod sign;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use tertulia_wire::{Code, Level, Sender, Time};

pub use self::sign::PrivateKey;
use super::identity::{GUEST_MARK, Grants, Identity, KeyMark, Proof, SUBJECT_MAX, Who};
use super::jwks::{Jwks, KeySource};
use crate::draft;
use crate::error::{Error, Refusal};
use crate::limits::Limits;

/// Bytes of the shortest secret: HS256 is no stronger than its key (RFC 7518, section 3.2).
pub const SECRET_BYTES_MIN: usize = 32;
/// Bytes of the longest token. More would not fit beside the other headers of a request.
pub(super) const TOKEN_BYTES_MAX: usize = 8_192;
/// Seconds that the clock of whoever signs may run ahead of ours. A revocation catches as much (see `rights`): a token that could
/// say when it was made as it likes would outlive it.
pub(super) const AHEAD_S: i64 = 60;
/// Seconds that a guest's token holds: a month, renewed at each visit.
const GUEST_S: i64 = 30 * 24 * 3_600;
pub(crate) const USER_AUDIENCE: &str = "tertulia";
pub(super) const GUEST_AUDIENCE: &str = "tertulia-guest";

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    sub: String,
    exp: i64,
    iat: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    aud: String,
    #[serde(default, deserialize_with = "each_once")]
    grants: BTreeMap<String, Level>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
}

/// Grants, none of which stands there twice: which of them counts would be anybody's guess.
fn each_once<'de, D: Deserializer<'de>>(grants: D) -> Result<BTreeMap<String, Level>, D::Error> {
    struct Once;

    impl<'de> Visitor<'de> for Once {
        type Value = BTreeMap<String, Level>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of levels by pattern")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut grants = BTreeMap::new();
            while let Some((pattern, level)) = map.next_entry::<String, Level>()? {
                let twice = format!("the grant on {pattern:?} stands there twice");
                if grants.insert(pattern, level).is_some() {
                    return Err(A::Error::custom(twice));
                }
            }
            Ok(grants)
        }
    }

    grants.deserialize_map(Once)
}

impl Claims {
    /// Those of a user of the site, for an audience that is put in later.
    fn of_user(id: &str, name: Option<&str>, grants: BTreeMap<String, Level>, now: Time, seconds: i64) -> Self {
        let (iat, name) = (now.0 / 1_000, name.map(str::to_owned));
        let exp = iat.saturating_add(seconds);
        Self { sub: id.to_owned(), exp, iat, nbf: None, aud: String::new(), grants, name, avatar: None }
    }
}

/// By what a private key of the site's signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// Ed25519.
    EdDsa,
    /// ECDSA on P-256.
    Es256,
    /// RSA of 2,048 bits or more, PKCS #1.
    Rs256,
}

/// The public half of a key that the site signs tokens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// The key's name: tokens that name another one are not tried with it.
    pub kid: Option<String>,
    /// The one algorithm that it is good for.
    pub algorithm: KeyAlgorithm,
    /// The key as PEM, `-----BEGIN PUBLIC KEY-----`.
    pub pem: String,
}

impl PublicKey {
    fn check_of(&self, audience: &str) -> Result<Check, Error> {
        let pem = self.pem.as_bytes();
        // An RSA key of either kind would be read.
        if self.pem.contains("PRIVATE KEY-----") {
            return Err(Error::Setup("a private key stays with whoever signs; its public half is needed".to_owned()));
        }
        let (algorithm, read) = match self.algorithm {
            KeyAlgorithm::EdDsa => (Algorithm::EdDSA, DecodingKey::from_ed_pem(pem)),
            KeyAlgorithm::Es256 => (Algorithm::ES256, DecodingKey::from_ec_pem(pem)),
            KeyAlgorithm::Rs256 => (Algorithm::RS256, DecodingKey::from_rsa_pem(pem)),
        };
        let key = read.map_err(|error| Error::Setup(format!("a public key for {algorithm:?} can't be read: {error}")))?;
        Ok(Check::new(self.kid.clone(), algorithm, key, audience))
    }
}

/// A key by which tokens are checked.
pub(super) struct Check {
    pub(super) kid: Option<String>,
    pub(super) algorithm: Algorithm,
    pub(super) key: DecodingKey,
    /// Which one it is, where it was fetched.
    pub(super) mark: KeyMark,
    validation: Validation,
}

impl Check {
    pub(super) fn new(kid: Option<String>, algorithm: Algorithm, key: DecodingKey, audience: &str) -> Self {
        let mut validation = Validation::new(algorithm);
        validation.set_audience(&[audience]);
        validation.set_required_spec_claims(&["sub", "exp", "aud"]);
        // Times are compared here, with a clock that is handed in: the end without leeway.
        validation.validate_exp = false;
        Self { kid, algorithm, key, mark: KeyMark::OWN, validation }
    }

    /// The same, told from other keys.
    pub(super) fn marked(self, mark: KeyMark) -> Self {
        Self { mark, ..self }
    }

    /// Whether it is the very key that a token names.
    pub(super) fn is_named(&self, header: &Header) -> bool {
        self.kid.is_some() && self.kid == header.kid && self.algorithm == header.alg
    }

    pub(super) fn fits(&self, header: &Header) -> bool {
        let named = self.kid.as_ref().zip(header.kid.as_ref());
        self.algorithm == header.alg && named.is_none_or(|(own, wanted)| own == wanted)
    }

    fn check(&self, token: &str) -> Option<Claims> {
        decode::<Claims>(token, &self.key, &self.validation).ok().map(|data| data.claims)
    }
}

/// A secret, by which tokens are made and checked.
struct Key {
    signs: EncodingKey,
    check: Arc<Check>,
    audience: String,
}

impl Key {
    fn new(secret: &[u8], audience: &str) -> Self {
        let check = Arc::new(Check::new(None, Algorithm::HS256, DecodingKey::from_secret(secret), audience));
        Self { signs: EncodingKey::from_secret(secret), check, audience: audience.to_owned() }
    }

    fn sign(&self, mut claims: Claims) -> Result<String, Error> {
        claims.aud.clone_from(&self.audience);
        encode(&Header::new(Algorithm::HS256), &claims, &self.signs).map_err(|error| Error::Setup(error.to_string()))
    }
}

/// The keys by which tokens are made and checked.
pub struct Tokens {
    users: Option<Key>,
    public: Vec<Arc<Check>>,
    jwks: Option<Arc<Jwks>>,
    guests: Key,
    audience: String,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens")
            .field("users", &self.users.is_some())
            .field("public", &self.public.len())
            .field("jwks", &self.jwks)
            .finish_non_exhaustive()
    }
}

impl Tokens {
    /// Keys from the site's secret, if it has one, and our own for guests.
    ///
    /// # Errors
    /// When the secret is shorter than [`SECRET_BYTES_MIN`].
    pub fn new(secret: Option<&[u8]>, guest_secret: &[u8; 32]) -> Result<Self, Error> {
        Self::with_keys(secret, &[], USER_AUDIENCE, guest_secret)
    }

    /// The same with public keys of the site's beside or instead of its secret, for tokens with another audience than `tertulia`.
    ///
    /// # Errors
    /// When the secret is too short, a public key is none of its algorithm, or the audience is empty or that of guests.
    pub fn with_keys(secret: Option<&[u8]>, keys: &[PublicKey], audience: &str, guest_secret: &[u8; 32]) -> Result<Self, Error> {
        install_crypto();
        if secret.is_some_and(|secret| secret.len() < SECRET_BYTES_MIN) {
            return Err(Error::Setup(format!("the secret has to have at least {SECRET_BYTES_MIN} bytes")));
        }
        if audience.is_empty() || audience == GUEST_AUDIENCE {
            return Err(Error::Setup(format!("the audience can't be {audience:?}")));
        }
        let users = secret.map(|secret| Key::new(secret, audience));
        let public = keys.iter().map(|key| key.check_of(audience).map(Arc::new)).collect::<Result<_, _>>()?;
        let guests = Key::new(guest_secret, GUEST_AUDIENCE);
        Ok(Self { users, public, jwks: None, guests, audience: audience.to_owned() })
    }

    /// The same with the public keys of a source, if there is one; they are none until they are fetched.
    #[must_use]
    pub fn with_jwks(self, source: Option<Box<dyn KeySource>>, limits: &Limits) -> Self {
        let jwks = source.map(|source| Arc::new(Jwks::new(source, &self.audience, limits)));
        Self { jwks, ..self }
    }

    /// The keys that are fetched, for whoever keeps them fresh.
    pub(crate) fn jwks(&self) -> Option<&Arc<Jwks>> {
        self.jwks.as_ref()
    }

    /// Fetches the keys of the source once, if there is one: for a program that does not keep them.
    ///
    /// # Errors
    /// What was wrong, in words.
    pub async fn fetch_keys(&self) -> Result<(), Error> {
        match &self.jwks {
            Some(jwks) => jwks.fetch().await.map(|_| ()).map_err(Error::Setup),
            None => Ok(()),
        }
    }

    /// Waits for keys to be fetched that a token may need which is not good by those that are known; says whether any were.
    ///
    /// # Errors
    /// `store_away` where nobody can tell for now whether it is good.
    pub(crate) async fn learn(&self, token: &str) -> Result<bool, Refusal> {
        match (&self.jwks, decode_header(token)) {
            (Some(jwks), Ok(header)) if token.len() <= TOKEN_BYTES_MAX => jwks.learn(&header).await,
            _ => Ok(false),
        }
    }

    /// What stands in the `aud` of users' tokens.
    pub(super) fn audience(&self) -> &str {
        &self.audience
    }

    /// The keys by which users' tokens are checked now: of the secret, the public ones, and those that were fetched.
    pub(super) fn keys(&self) -> Vec<Arc<Check>> {
        let fetched = self.jwks.as_ref().map(|jwks| jwks.keys());
        self.own_keys().chain(fetched.iter().flat_map(|keys| keys.iter())).cloned().collect()
    }

    fn own_keys(&self) -> impl Iterator<Item = &Arc<Check>> {
        self.users.iter().map(|key| &key.check).chain(&self.public)
    }

    /// The claims of a user's token, and which is the first key that it is good with.
    fn user_claims(&self, token: &str, header: &Header) -> Option<(Claims, KeyMark)> {
        let by = |key: &Arc<Check>| Some((key.fits(header).then(|| key.check(token)).flatten()?, key.mark));
        let fetched = || self.jwks.as_ref().and_then(|jwks| jwks.keys().iter().find_map(by));
        let known = self.own_keys().find_map(by).or_else(fetched);
        known.filter(|(claims, _)| !claims.sub.starts_with(GUEST_MARK))
    }

    /// Whether the key by which somebody's token was good is one no longer: the site has taken it back.
    pub(crate) fn has_lost_key_of(&self, who: &Identity) -> bool {
        let Proof::Token { key, .. } = who.proof else { return false };
        key != KeyMark::OWN && !self.jwks.as_ref().is_some_and(|jwks| jwks.has(key))
    }

    /// Whether a token is a guest's of ours, also one that has run out.
    pub(crate) fn is_guests(&self, token: &str) -> bool {
        token.len() <= TOKEN_BYTES_MAX && self.guest_claims(token).is_some()
    }

    fn guest_claims(&self, token: &str) -> Option<Claims> {
        self.guests.check.check(token).filter(|claims| claims.sub.starts_with(GUEST_MARK))
    }

    /// Who a token is for. One whose `iat` or `nbf` is more than 60 s ahead is for nobody.
    ///
    /// # Errors
    /// `token_invalid` or `token_expired`; never says which part was wrong.
    pub fn check(&self, token: &str, now: Time) -> Result<Identity, Refusal> {
        let invalid = || Refusal::new(Code::TokenInvalid);
        if token.len() > TOKEN_BYTES_MAX {
            return Err(invalid());
        }
        let header = decode_header(token).map_err(|_| invalid())?;
        if header.crit.is_some() {
            // It names what has to be understood, and nothing of that is (RFC 7515, section 4.1.11).
            return Err(invalid());
        }
        let user = self.user_claims(token, &header);
        let (claims, key, is_user) = match user {
            Some((claims, key)) => (claims, key, true),
            None => (self.guest_claims(token).ok_or_else(invalid)?, KeyMark::OWN, false),
        };
        let length = claims.sub.chars().count();
        if length == 0 || length > SUBJECT_MAX || claims.sub.chars().any(char::is_control) {
            return Err(invalid());
        }
        if claims.iat.max(claims.nbf.unwrap_or(i64::MIN)) > latest_begin(now) {
            return Err(invalid());
        }
        let until = Time(claims.exp.saturating_mul(1_000));
        if until <= now {
            return Err(Refusal::new(Code::TokenExpired));
        }
        let name = claims.name.map(|name| draft::name(&name)).transpose().map_err(|_| invalid())?;
        let who = match (is_user, name) {
            (true, name) => Who::User {
                id: claims.sub,
                name,
                avatar: claims.avatar.filter(|avatar| draft::is_avatar(avatar)),
                grants: Grants::new(claims.grants),
            },
            (false, Some(name)) => Who::Guest { id: claims.sub, name },
            (false, None) => return Err(invalid()),
        };
        Ok(Identity::of(who, Some(until), Proof::Token { issued: claims.iat, key }))
    }

    /// A token for a guest, new or renewed.
    ///
    /// # Errors
    /// When it can't be signed.
    pub fn for_guest(&self, id: &str, name: &str, now: Time) -> Result<(String, Sender), Error> {
        let claims = Claims::of_user(id, Some(name), BTreeMap::new(), now, GUEST_S);
        let sender = Sender { id: Some(id.to_owned()), name: name.to_owned(), guest: true, avatar: None };
        Ok((self.guests.sign(claims)?, sender))
    }

    /// A token for a user of the site, with grants by pattern, for so many seconds.
    ///
    /// # Errors
    /// When there is no secret to sign with.
    pub fn for_user(
        &self,
        id: &str,
        name: Option<&str>,
        grants: BTreeMap<String, Level>,
        now: Time,
        seconds: i64,
    ) -> Result<String, Error> {
        let key = self.users.as_ref().ok_or_else(|| Error::Setup("there is no secret to sign a token with".into()))?;
        key.sign(Claims::of_user(id, name, grants, now, seconds))
    }
}

/// With another crypto feature switched on elsewhere in the host's build the library of tokens could not choose, and panics. It
/// fails only where one is installed already, which is as good.
pub(crate) fn install_crypto() {
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
}

/// Why claims can't be read, if they can't: in the words of whoever reads JSON, without the place.
pub(super) fn unread(claims: &[u8]) -> Option<String> {
    let error = serde_json::from_slice::<Claims>(claims).err()?.to_string();
    Some(error.split(" at line ").next().unwrap_or_default().to_owned())
}

/// The last second at which a token may begin.
pub(super) fn latest_begin(now: Time) -> i64 {
    now.0.div_euclid(1_000) + AHEAD_S
}

/// A guest's id: `~` and 128 random bits.
///
/// # Errors
/// When the system has no randomness to give.
pub fn guest_id() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Setup(error.to_string()))?;
    Ok(format!("{GUEST_MARK}{:032x}", u128::from_be_bytes(bytes)))
}

#[cfg(test)]
mod attacks;

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time(1_800_000_000_000);

    fn tokens(secret: u8) -> Tokens {
        Tokens::new(Some(&[secret; 32]), &[9; 32]).expect("long enough")
    }

    fn code(tokens: &Tokens, token: &str, now: Time) -> Option<Code> {
        tokens.check(token, now).err().map(|refusal| refusal.code)
    }

    #[test]
    fn a_token_is_good_until_its_second_and_with_its_secret_only() {
        let grants: BTreeMap<_, _> = [("project/42".to_owned(), Level::Say)].into();
        let token = tokens(1).for_user("u1", Some("Ana"), grants.clone(), NOW, 60).expect("signs");
        let identity = tokens(1).check(&token, NOW).expect("good");
        assert_eq!(identity.sender().map(|sender| sender.name), Some("Ana".to_owned()));
        assert_eq!(identity.until, Some(Time(NOW.0 + 60_000)));
        assert_eq!(code(&tokens(1), &token, Time(NOW.0 + 59_999)), None);
        assert_eq!(code(&tokens(1), &token, Time(NOW.0 + 60_000)), Some(Code::TokenExpired));
        assert_eq!(code(&tokens(2), &token, NOW), Some(Code::TokenInvalid));
    }

    #[test]
    fn a_user_can_not_pass_for_a_guest_nor_a_guest_for_a_user() {
        let tokens = tokens(1);
        let posing = tokens.for_user("~guest", Some("Ana"), BTreeMap::new(), NOW, 60).expect("signs");
        assert_eq!(code(&tokens, &posing, NOW), Some(Code::TokenInvalid));
        let (posing, _) = tokens.for_guest("u1", "Ana", NOW).expect("signs");
        assert_eq!(code(&tokens, &posing, NOW), Some(Code::TokenInvalid));
        let (guest, _) = tokens.for_guest("~g", "Ana", NOW).expect("signs");
        assert!(matches!(tokens.check(&guest, NOW).expect("good").who, Who::Guest { .. }));
    }

    #[test]
    fn what_is_no_token_of_ours_is_invalid() {
        // Header {"alg":"none"}, and one that claims RS256, both unsigned.
        let none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6OTk5OTk5OTk5OSwiaWF0IjoxLCJhdWQiOiJ0ZXJ0dWxpYSJ9.";
        let rs256 = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6OTk5OTk5OTk5OSwiaWF0IjoxLCJhdWQiOiJ0ZXJ0dWxpYSJ9.c2ln";
        let long = "a".repeat(10_000);
        for token in ["", ".", "..", "a.b.c", none, rs256, long.as_str()] {
            assert_eq!(code(&tokens(1), token, NOW), Some(Code::TokenInvalid), "{token}");
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(Tokens::new(Some(&[1; 31]), &[9; 32]).is_err());
    }
}
