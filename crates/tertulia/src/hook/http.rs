//! A hook at an address.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::header;
use jsonwebtoken::{Algorithm, EncodingKey};
use tertulia_wire::Time;

use super::{Answering, Hook, HookAnswer, HookQuestion};
use crate::auth::token::install_crypto;
use crate::clock::system_clock;
use crate::error::Error;
use crate::json;
use crate::outward::{Address, answer};
use crate::say::new_client_id;

/// Bytes that a secret has at least, as Standard Webhooks has it.
const SECRET_BYTES_MIN: usize = 24;
/// What a secret begins with whose rest is base64.
const ENCODED: &str = "whsec_";

/// A hook at an address: https, or http on this machine. It follows no redirect and goes through no proxy.
///
/// Each question is a `POST` of a [`HookQuestion`] as JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) has it:
/// `webhook-id`, `webhook-timestamp` (seconds since 1970) and `webhook-signature`, which is `v1,` and the base64 of
/// HMAC-SHA256 over id, timestamp and body with points between them. It is answered by 200 and a [`HookAnswer`]; anything
/// else is silence.
#[derive(Clone)]
pub struct HttpHook {
    address: Address,
    key: EncodingKey,
    answer_bytes: usize,
}

impl fmt::Debug for HttpHook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpHook").field("address", &self.address).finish_non_exhaustive()
    }
}

impl HttpHook {
    /// A hook at an address, which only whoever configures the server may name, and of whose answers so many bytes are read.
    ///
    /// The secret has at least 24 bytes. One that begins with `whsec_` is the base64 of its bytes behind that, as libraries for
    /// Standard Webhooks have it; any other is its bytes themselves.
    ///
    /// # Errors
    /// When the address is neither https nor http to a loopback address or `localhost`, or has a name and password or a
    /// fragment; when the secret is too short, or is no base64.
    pub fn new(url: &str, secret: &[u8], answer_bytes: usize) -> Result<Self, Error> {
        install_crypto();
        let secret = match secret.strip_prefix(ENCODED.as_bytes()) {
            Some(encoded) => {
                let decoded = STANDARD.decode(encoded);
                decoded.map_err(|_| Error::Setup(format!("what follows {ENCODED} in the secret is no base64")))?
            }
            None => secret.to_vec(),
        };
        if secret.len() < SECRET_BYTES_MIN {
            return Err(Error::Setup(format!("the secret has {} bytes and needs {SECRET_BYTES_MIN}", secret.len())));
        }
        Ok(Self { address: Address::new(url)?, key: EncodingKey::from_secret(&secret), answer_bytes })
    }

    /// The header that says that the body is ours, and from when.
    fn signature(&self, id: &str, now: Time, body: &[u8]) -> Result<String, Error> {
        let mut signed = format!("{id}.{}.", seconds(now)).into_bytes();
        signed.extend_from_slice(body);
        let no_signature = |error: String| Error::Setup(format!("the question can't be signed: {error}"));
        // The same bytes as a token of HS256 ends with, written in another alphabet.
        let signature = jsonwebtoken::crypto::sign(&signed, &self.key, Algorithm::HS256);
        let signature = signature.map_err(|error| no_signature(error.to_string()))?;
        let bytes = URL_SAFE_NO_PAD.decode(signature).map_err(|error| no_signature(error.to_string()))?;
        Ok(format!("v1,{}", STANDARD.encode(bytes)))
    }
}

fn seconds(time: Time) -> i64 {
    time.0.div_euclid(1_000)
}

impl Hook for HttpHook {
    fn ask<'a>(&'a self, question: &'a HookQuestion) -> Answering<'a> {
        Box::pin(async move {
            let (body, id, now) = (serde_json::to_vec(question)?, new_client_id()?.to_string(), system_clock()());
            let signature = self.signature(&id, now, &body)?;
            let request = self.address.post().header(header::CONTENT_TYPE, "application/json");
            let request = request.header(header::ACCEPT, "application/json").header("webhook-id", id);
            let request = request.header("webhook-timestamp", seconds(now)).header("webhook-signature", signature);
            let (_, body) = answer(request.body(body), self.answer_bytes, "hook_answer_bytes").await?;
            let read = json::object::<HookAnswer>(&body);
            Ok(read.map_err(|refusal| format!("what it says is no answer: {refusal}"))?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hook(secret: &str) -> Result<HttpHook, Error> {
        HttpHook::new("https://site.example/hook", secret.as_bytes(), 1_000)
    }

    #[test]
    fn a_question_is_signed_as_standard_webhooks_has_it() {
        // The example of the specification's own libraries.
        let hook = hook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("a hook");
        let signature = hook.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", Time(1_614_265_330_000), br#"{"test": 2432232314}"#);
        assert_eq!(signature.expect("signs"), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_is_its_bytes_or_their_base64_and_never_short() {
        assert!(hook(&"s".repeat(24)).is_ok());
        for (wrong, said) in [
            ("s".repeat(23), "has 23 bytes and needs 24"),
            (String::new(), "has 0 bytes"),
            ("whsec_c2hvcnQ=".to_owned(), "has 5 bytes"),
            ("whsec_-not-base64-at-all-but-long-enough".to_owned(), "no base64"),
        ] {
            let error = hook(&wrong).expect_err("is refused").to_string();
            assert!(error.contains(said) && !error.contains("whsec_c2"), "{error}");
        }
        assert!(!format!("{:?}", hook("a secret that nobody may ever read")).contains("nobody"));
    }
}
