//! `hook_url` and what belongs to it: whom the site has asked before anything is said.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::ValueEnum;
use serde::Deserialize;
use tertulia::hook::{HttpHook, WhenSilent};

use super::keys::{Key, Unset};
use super::read_secret;

pub(super) const HOOK_SECRET_VARIABLE: &str = "TERTULIA_HOOK_SECRET";

/// Like the other secret, it has no flag.
pub(super) const HOOK_SECRET: Key = Key {
    name: "hook_secret",
    doc: "The hook's secret itself, instead of a file that holds it. Better in the environment than here.",
    unit: "text of at least 24 bytes, or whsec_ and their base64",
    env: HOOK_SECRET_VARIABLE,
    unset: Unset::Nothing("\"at least twenty-four bytes, kept secret\""),
};

/// What becomes of a message about which the hook is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Silent {
    #[default]
    Refuse,
    Allow,
    Hold,
}

impl From<Silent> for WhenSilent {
    fn from(silent: Silent) -> Self {
        match silent {
            Silent::Refuse => WhenSilent::Refuse,
            Silent::Allow => WhenSilent::Allow,
            Silent::Hold => WhenSilent::Hold,
        }
    }
}

/// The hook, where there is one: with its secret, and with how many bytes of an answer are read.
pub(super) fn read(
    url: Option<&str>,
    secret: Option<String>,
    file: Option<PathBuf>,
    answer_bytes: usize,
) -> anyhow::Result<Option<HttpHook>> {
    let secret = match (file, secret) {
        (Some(file), _) => Some(read_secret("hook_secret_file", &file)?),
        (None, secret) => secret.map(String::into_bytes),
    };
    match (url, secret) {
        (None, None) => Ok(None),
        (Some(url), Some(secret)) => Ok(Some(HttpHook::new(url, &secret, answer_bytes).context("the hook is not right")?)),
        (Some(_), None) => bail!(
            "hook_url needs a secret that its requests are signed with: set {HOOK_SECRET_VARIABLE}, or hook_secret_file to what \
             `tertulia secret > hook-secret` makes"
        ),
        (None, Some(_)) => bail!("there is a secret for a hook, and no hook_url"),
    }
}
