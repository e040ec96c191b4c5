//! Every key of the configuration, once: the file, the environment, the flags, and what is told of them all come from here.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;
use tertulia::Limits;
use tertulia::address::Network;

use super::RoomsByType;
use super::filters::Words;
use super::hook::{HOOK_SECRET, Silent};
use super::signers::Signer;

/// What stands for a key where nothing is set.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unset {
    /// This value, as it is written in the file.
    Is(&'static str),
    /// Nothing; this is what it could be.
    Nothing(&'static str),
}

/// A key as it is told to people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) unit: &'static str,
    pub(super) env: &'static str,
    pub(super) unset: Unset,
}

/// A secret alone has no flag: every user of the machine sees those.
pub(super) const SECRET: Key = Key {
    name: "secret",
    doc: "The secret itself, instead of a file that holds it. Better in the environment than here.",
    unit: "text of at least 32 bytes",
    env: super::SECRET_VARIABLE,
    unset: Unset::Nothing("\"at least thirty-two bytes, kept secret\""),
};

/// One of several that stand between commas, around which people put spaces.
fn trimmed<T: FromStr>(text: &str) -> Result<T, T::Err> {
    text.trim().parse()
}

/// An address and a port, as they are typed.
fn place(text: &str) -> anyhow::Result<SocketAddr> {
    text.parse().map_err(|_| anyhow::anyhow!("{text} is no address with a port, as in 127.0.0.1:8080"))
}

/// The help of a flag: the first sentence, and the default.
fn help(doc: &str, unset: Unset) -> String {
    let first = doc.trim().split(". ").next().unwrap_or_default().trim_end_matches('.');
    match unset {
        Unset::Is(value) => format!("{first} [default: {}]", value.replace(['"', '[', ']', ' '], "")),
        Unset::Nothing(_) => first.to_owned(),
    }
}

macro_rules! keys {
    ($($(#[doc = $doc:literal])+ $name:ident: ($($of:tt)+), $unit:literal, $env:literal, $unset:expr, [$($arg:tt)*];)+) => {
        /// Flags of `serve`; each wins over the environment, which wins over the configuration file.
        #[derive(Debug, Default, Clone, clap::Args)]
        pub(crate) struct Serve {
            /// The configuration file [default: tertulia.toml, if it is there]
            #[arg(long, env = "TERTULIA_CONFIG", hide_env_values = true)]
            pub(crate) config: Option<PathBuf>,
            $(
                #[arg(long, env = $env, hide_env_values = true, help = help(concat!($($doc),+), $unset), $($arg)*)]
                pub(crate) $name: $($of)+,
            )+
        }

        /// The configuration file. Every key is optional, and one that is not known is an error.
        #[derive(Debug, Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub(super) struct File {
            $(pub(super) $name: $($of)+,)+
            pub(super) secret: Option<String>,
            pub(super) hook_secret: Option<String>,
            pub(super) keys: Vec<Signer>,
            pub(super) filter: Option<Words>,
            pub(super) rooms: RoomsByType,
            /// Each bound under the name that it has in the library.
            pub(super) limits: Limits,
        }

        impl File {
            /// The file as it is meant where it lies in this folder: its paths begin there, also that which stands for no path.
            pub(super) fn lies_in(mut self, folder: &Path) -> Self {
                self.database.get_or_insert_with(|| super::DEFAULT_DATABASE.into());
                let own = [&mut self.database, &mut self.secret_file, &mut self.hook_secret_file];
                let of_keys = self.keys.iter_mut().map(Signer::file);
                let words = self.filter.iter_mut().chain(self.rooms.values_mut().filter_map(|rooms| rooms.filter.as_mut()));
                for path in own.into_iter().chain(of_keys).chain(words.flat_map(Words::files)).flatten() {
                    *path = folder.join(&*path);
                }
                self
            }

            /// The file with what was typed over it.
            pub(super) fn under(self, flags: &Serve) -> Self {
                Self { $($name: flags.$name.clone().or(self.$name),)+ ..self }
            }
        }

        /// All keys but those of the tables, in the order in which they are told.
        pub(super) const KEYS: &[Key] = &[
            $(Key { name: stringify!($name), doc: concat!($($doc),+), unit: $unit, env: $env, unset: $unset },)+
            SECRET,
            HOOK_SECRET,
        ];
    };
}

keys! {
    /// The address and port to listen on.
    listen: (Option<SocketAddr>), "address:port", "TERTULIA_LISTEN", Unset::Is("\"127.0.0.1:8080\""), [value_parser = place];
    /// A second address and port, for `/metrics`, `/healthz` and `/readyz`, which ask for no token: not one that strangers reach. Nothing is served there where it is not set.
    admin_listen: (Option<SocketAddr>), "address:port", "TERTULIA_ADMIN_LISTEN", Unset::Nothing("\"127.0.0.1:9464\""),
        [value_parser = place];
    /// The SQLite file that the rooms live in. Made if it is not there.
    database: (Option<PathBuf>), "path", "TERTULIA_DATABASE", Unset::Is("\"tertulia.db\""), [];
    /// A file that holds the secret that tokens are signed with; without one, and without `[[keys]]` or `jwks_url`, the server is in open mode. `tertulia secret` makes one.
    secret_file: (Option<PathBuf>), "path", "TERTULIA_SECRET_FILE", Unset::Nothing("\"secret\""), [];
    /// The address of the site's public keys, a JSON Web Key Set. https, or http to this machine; no redirect is followed.
    jwks_url: (Option<String>), "URL", "TERTULIA_JWKS_URL",
        Unset::Nothing("\"https://example.org/.well-known/jwks.json\""), [];
    /// What has to stand in the `aud` of tokens.
    audience: (Option<String>), "text", "TERTULIA_AUDIENCE", Unset::Is("\"tertulia\""), [];
    /// The address under which browsers reach this server. Its origin may use the chat.
    public_url: (Option<String>), "URL", "TERTULIA_PUBLIC_URL", Unset::Nothing("\"https://chat.example.org\""), [];
    /// Origins of pages that may use this chat from a browser, each exactly as browsers write it.
    origins: (Option<Vec<String>>), "list of scheme://host[:port]", "TERTULIA_ORIGINS",
        Unset::Nothing("[\"https://example.org\"]"), [value_delimiter = ',', value_parser = trimmed::<String>];
    /// Proxies whose X-Forwarded-For is believed. Who comes through one without that header has no address, and is not bounded by it.
    trusted_proxies: (Option<Vec<Network>>), "list of addresses or networks", "TERTULIA_TRUSTED_PROXIES",
        Unset::Is("[\"127.0.0.0/8\", \"::1\"]"), [value_delimiter = ',', value_parser = trimmed::<Network>];
    /// Milliseconds to wait for more messages before each commit. A few save much work under load, and nobody notices them.
    commit_wait_ms: (Option<u64>), "milliseconds", "TERTULIA_COMMIT_WAIT_MS", Unset::Is("0"), [];
    /// Whom to ask before each message and each edit: an address that is sent what is about to be said. https, or http to this machine; no redirect is followed.
    hook_url: (Option<String>), "URL", "TERTULIA_HOOK_URL", Unset::Nothing("\"https://example.org/chat-hook\""), [];
    /// A file that holds the secret that those requests are signed with. `tertulia secret` makes one.
    hook_secret_file: (Option<PathBuf>), "path", "TERTULIA_HOOK_SECRET_FILE", Unset::Nothing("\"hook-secret\""), [];
    /// What becomes of a message where the hook does not answer, or not with an answer: "refuse", "allow", or "hold" for review.
    hook_silent: (Option<Silent>), "word", "TERTULIA_HOOK_SILENT", Unset::Is("\"refuse\""), [];
    /// Milliseconds within which the hook has to answer.
    hook_timeout_ms: (Option<u64>), "milliseconds", "TERTULIA_HOOK_TIMEOUT_MS", Unset::Is("2000"), [];
}
