//! Tokens signed by a private key of the site's, for whoever has it: this server has the public half alone.

use std::collections::BTreeMap;
use std::fmt;

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use tertulia_wire::{Level, Time};

use super::{Claims, KeyAlgorithm};
use crate::error::Error;

/// The private half of a key that the site signs tokens with.
pub struct PrivateKey {
    key: EncodingKey,
    header: Header,
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivateKey").field("header", &self.header).finish_non_exhaustive()
    }
}

impl PrivateKey {
    /// Reads a key from PEM, PKCS #8; where no algorithm is named, that of its type. Its name goes into each token's header.
    ///
    /// # Errors
    /// When it is no private key, or none for the algorithm.
    pub fn read(pem: &str, algorithm: Option<KeyAlgorithm>, kid: Option<&str>) -> Result<Self, Error> {
        super::install_crypto();
        let bytes = pem.as_bytes();
        let as_one_for = |algorithm| match algorithm {
            KeyAlgorithm::EdDsa => EncodingKey::from_ed_pem(bytes).ok().map(|key| (Algorithm::EdDSA, key)),
            KeyAlgorithm::Es256 => EncodingKey::from_ec_pem(bytes).ok().map(|key| (Algorithm::ES256, key)),
            KeyAlgorithm::Rs256 => EncodingKey::from_rsa_pem(bytes).ok().map(|key| (Algorithm::RS256, key)),
        };
        let every = [KeyAlgorithm::EdDsa, KeyAlgorithm::Es256, KeyAlgorithm::Rs256];
        let tried = algorithm.map_or(every.to_vec(), |algorithm| vec![algorithm]);
        let read = tried.into_iter().find_map(as_one_for);
        let (algorithm, key) = read.ok_or_else(|| {
            let wanted = match algorithm {
                Some(KeyAlgorithm::EdDsa) => "EdDSA",
                Some(KeyAlgorithm::Es256) => "ES256",
                Some(KeyAlgorithm::Rs256) => "RS256",
                None => "EdDSA, ES256 or RS256",
            };
            Error::Setup(format!("it is no private key for {wanted}, as PEM{}", advice(pem)))
        })?;
        let key = Self { key, header: Header { kid: kid.map(str::to_owned), ..Header::new(algorithm) } };
        // Of another curve, or too short, it reads well and signs nothing.
        key.for_user("", None, BTreeMap::new(), "", Time(0), 0).map(|_| key)
    }

    /// A token for a user of the site, with grants by pattern, for so many seconds.
    ///
    /// # Errors
    /// When the key can't sign.
    pub fn for_user(
        &self,
        id: &str,
        name: Option<&str>,
        grants: BTreeMap<String, Level>,
        audience: &str,
        now: Time,
        seconds: i64,
    ) -> Result<String, Error> {
        let claims = Claims { aud: audience.to_owned(), ..Claims::of_user(id, name, grants, now, seconds) };
        encode(&self.header, &claims, &self.key).map_err(|error| Error::Setup(format!("the key signs nothing: {error}")))
    }
}

/// What to do with a key that is one, and is written in a form that is not read here.
fn advice(pem: &str) -> &'static str {
    if pem.contains("-----BEGIN EC PRIVATE KEY-----") {
        ", but in the older form of such keys (SEC1): `openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem` writes it in the one that is \
         needed (PKCS #8)"
    } else if pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || pem.contains("Proc-Type: 4,ENCRYPTED") {
        ", but one that is locked by a password: `openssl pkey -in LOCKED.pem -out PLAIN.pem` writes it without"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PublicKey, Tokens};
    use super::*;

    #[test]
    fn what_each_private_key_signs_is_good_with_its_public_half_and_no_other() {
        let now = Time(1_800_000_000_000);
        let pairs = [
            (KeyAlgorithm::EdDsa, include_str!("../../../tests/keys/ed.pem"), include_str!("../../../tests/keys/ed.pub")),
            (KeyAlgorithm::Es256, include_str!("../../../tests/keys/ec.pem"), include_str!("../../../tests/keys/ec.pub")),
            (KeyAlgorithm::Rs256, include_str!("../../../tests/keys/rsa.pem"), include_str!("../../../tests/keys/rsa.pub")),
        ];
        for (algorithm, private, public) in pairs {
            let public = PublicKey { kid: Some("2026".into()), algorithm, pem: public.to_owned() };
            let tokens = Tokens::with_keys(None, &[public], "chat.example", &[0; 32]).expect("a good key");
            for named in [Some(algorithm), None] {
                let key = PrivateKey::read(private, named, Some("2026")).expect("a key");
                let signed = |audience| key.for_user("7", Some("Ana"), BTreeMap::new(), audience, now, 60).expect("signs");
                assert_eq!(tokens.check(&signed("chat.example"), now).expect("good").id(), Some("7"));
                assert!(tokens.check(&signed("tertulia"), now).is_err());
            }
            let other = PrivateKey::read(private, None, Some("2025")).expect("a key");
            let token = other.for_user("7", None, BTreeMap::new(), "chat.example", now, 60).expect("signs");
            assert!(tokens.check(&token, now).is_err(), "another name");
            for (other, ..) in pairs.iter().filter(|pair| pair.0 != algorithm) {
                assert!(PrivateKey::read(private, Some(*other), None).is_err(), "{other:?}");
            }
        }
        for (_, _, public) in pairs {
            assert!(PrivateKey::read(public, None, None).is_err(), "a public half signs nothing");
        }
    }

    #[test]
    fn a_key_in_another_form_is_told_how_it_becomes_one_that_is_read() {
        let sec1 = include_str!("../../../tests/keys/ec-sec1.pem");
        let locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH=\n-----END ENCRYPTED PRIVATE KEY-----\n";
        for (pem, said) in [
            (sec1, "(SEC1): `openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem`"),
            (locked, "`openssl pkey -in LOCKED.pem -out PLAIN.pem`"),
        ] {
            for algorithm in [None, Some(KeyAlgorithm::Es256)] {
                let error = PrivateKey::read(pem, algorithm, None).expect_err("is not read").to_string();
                assert!(error.contains(said), "{error}");
            }
        }
    }
}
