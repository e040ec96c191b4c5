//! `[[keys]]`: the public keys of those who sign tokens.

use std::path::PathBuf;

use anyhow::{Context, bail};
use serde::Deserialize;
use tertulia::auth::token::{KeyAlgorithm, PublicKey, Tokens};

/// Keys of a table `[[keys]]`, each with its doc and an example.
pub(super) const SIGNER_KEYS: [(&str, &str, &str); 4] = [
    ("algorithm", "The one algorithm that the key is good for: \"EdDSA\", \"ES256\" or \"RS256\".", "\"EdDSA\""),
    ("file", "A file with the public key as PEM.", "\"site.pub\""),
    ("pem", "The public key itself, instead of a file.", "\"-----BEGIN PUBLIC KEY-----…\""),
    ("kid", "The key's name: tokens whose header names another one are not tried with it.", "\"2026\""),
];

/// One table, as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signer {
    algorithm: String,
    file: Option<PathBuf>,
    pem: Option<String>,
    kid: Option<String>,
}

/// The keys, read and checked.
pub(super) fn read(signers: Vec<Signer>) -> anyhow::Result<Vec<PublicKey>> {
    let numbered = (1..).zip(signers);
    numbered.map(|(number, signer)| signer.read().with_context(|| format!("key {number} in [[keys]] is not right"))).collect()
}

impl Signer {
    /// The file that it names, if it names one.
    pub(super) fn file(&mut self) -> &mut Option<PathBuf> {
        &mut self.file
    }

    fn read(self) -> anyhow::Result<PublicKey> {
        let algorithm = match self.algorithm.as_str() {
            "EdDSA" => KeyAlgorithm::EdDsa,
            "ES256" => KeyAlgorithm::Es256,
            "RS256" => KeyAlgorithm::Rs256,
            other => bail!("{other:?} is no algorithm for a public key: type \"EdDSA\", \"ES256\" or \"RS256\""),
        };
        let (pem, from) = match (self.pem, self.file) {
            (Some(pem), None) => (pem, "its pem".to_owned()),
            (None, Some(file)) => {
                let pem = std::fs::read_to_string(&file).with_context(|| format!("{} can't be read", file.display()))?;
                (pem, file.display().to_string())
            }
            _ => bail!("it needs either file or pem, as in file = \"site.pub\""),
        };
        let key = PublicKey { kid: self.kid, algorithm, pem };
        Tokens::with_keys(None, std::slice::from_ref(&key), "tertulia", &[0; 32]).with_context(|| {
            format!("{from} is no public key for {}; `openssl pkey -in PRIVATE.pem -pubout` prints one", self.algorithm)
        })?;
        Ok(key)
    }
}
