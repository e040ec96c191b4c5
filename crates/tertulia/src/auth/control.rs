//! The key to a running server for the commands of the machine that it runs on.
//!
//! It has `own` on everything, is made anew by each run, and is good only on requests that were made on the machine itself and
//! came through no proxy. Whoever can read the file that it is written to could as well have read the rooms.

use std::fmt;

use sha2::{Digest, Sha256};

use super::identity::Identity;
use crate::error::Error;

/// Marks a request that was made on this machine and came through no proxy: an extension, put there by whoever accepts the
/// connections. Only on such requests is the token of a [`ControlKey`] looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromThisMachine;

/// Knows the one token that commands on this machine show. Random bytes and no signed claims: it says nothing, so there is
/// nothing to sign, and it ends with the process.
#[derive(Clone, PartialEq, Eq)]
pub struct ControlKey {
    // Hashed, so that comparing takes as long for a nearly right token as for any other.
    hash: [u8; 32],
}

impl fmt::Debug for ControlKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ControlKey").finish_non_exhaustive()
    }
}

impl ControlKey {
    /// A new key, and the token that it knows.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new() -> Result<(Self, String), Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| Error::Setup(error.to_string()))?;
        let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok((Self { hash: Sha256::digest(&token).into() }, token))
    }

    /// Who shows this token, if it is the right one.
    pub(crate) fn identify(&self, token: &str) -> Option<Identity> {
        (self.hash == <[u8; 32]>::from(Sha256::digest(token))).then(Identity::control)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_knows_its_own_token_alone() {
        let ((key, token), (_, other)) = (ControlKey::new().expect("a key"), ControlKey::new().expect("a key"));
        assert!(key.identify(&token).is_some() && token.len() == 64);
        for wrong in [other.as_str(), "", &token[1..], &token.to_uppercase()] {
            assert!(key.identify(wrong).is_none(), "{wrong}");
        }
    }
}
