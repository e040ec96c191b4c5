//! What the server runs with: the configuration file, the environment and the flags, in rising order.

mod environment;
mod filters;
mod hook;
mod keys;
pub(crate) mod log;
mod signers;
mod text;
mod wrong;

use std::collections::BTreeMap;
use std::env::VarError;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;
use tertulia::auth::jwks::HttpKeys;
use tertulia::auth::token::{PublicKey, SECRET_BYTES_MIN, Tokens};
use tertulia::auth::{Policy, TypeRules};
use tertulia::filter::Filters;
use tertulia::hook::{HttpHook, WhenSilent};
use tertulia::wire::{Level, RoomType};
use tertulia::{Limits, TrustedProxies};

use self::filters::Words;
use self::keys::File;
pub(crate) use self::keys::Serve;
use crate::args::{ConfigCommand, Database};
use crate::print_line;

const DEFAULT_FILE: &str = "tertulia.toml";
const DEFAULT_DATABASE: &str = "tertulia.db";
const SECRET_VARIABLE: &str = "TERTULIA_SECRET";

/// What a type of rooms allows to those whom the host doesn't vouch for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table, as in [rooms.project] with guests = \"say\" below it")]
struct Rooms {
    #[serde(default)]
    guests: Guests,
    create: Option<bool>,
    filter: Option<Words>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Guests {
    #[default]
    None,
    Read,
    Say,
}

type RoomsByType = BTreeMap<RoomType, Rooms>;

impl Rooms {
    fn rules(&self) -> TypeRules {
        let guests = match self.guests {
            Guests::None => Level::None,
            Guests::Read => Level::Read,
            Guests::Say => Level::Say,
        };
        TypeRules { guests, create: self.create }
    }
}

/// What was typed, resolved and checked.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) listen: SocketAddr,
    /// Where numbers are told, if anywhere.
    pub(crate) admin_listen: Option<SocketAddr>,
    pub(crate) database: PathBuf,
    /// None is open mode, where there are no keys either.
    pub(crate) secret: Option<Vec<u8>>,
    /// A file of the secret that everybody on this machine may read.
    pub(crate) secret_is_open: bool,
    /// By what the site's tokens are checked, beside the secret or instead of it.
    pub(crate) keys: Vec<PublicKey>,
    /// Where more of them are fetched.
    pub(crate) jwks: Option<HttpKeys>,
    pub(crate) audience: String,
    pub(crate) origins: Vec<String>,
    /// Whether it is known under which address browsers reach this server.
    pub(crate) has_public_url: bool,
    pub(crate) trusted_proxies: TrustedProxies,
    pub(crate) policy: Policy,
    pub(crate) filters: Filters,
    /// Who is asked before anything is said.
    pub(crate) hook: Option<HttpHook>,
    pub(crate) when_silent: WhenSilent,
    pub(crate) limits: Limits,
}

impl Config {
    /// Reads the file and the environment, and puts the flags on top.
    pub(crate) fn load(flags: &Serve) -> anyhow::Result<Self> {
        environment::check(std::env::vars_os())?;
        // It is read again where the log begins; here it is said in time, by whatever reads settings.
        log::filter()?;
        let mut file = read(flags.config.as_deref())?.under(flags);
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        for bound in Limits::ALL {
            let variable = limit_variable(bound.name);
            if let Some(value) = set(&variable) {
                let number = value.parse().with_context(|| format!("{variable} is {value:?} and has to be a whole number"))?;
                file.limits.set(bound.name, number);
                // A bound that has a key of its own, too: what stands there in the file does not win over the environment.
                match bound.name {
                    "commit_wait_ms" => file.commit_wait_ms = flags.commit_wait_ms,
                    "hook_timeout_ms" => file.hook_timeout_ms = flags.hook_timeout_ms,
                    _ => {}
                }
            }
        }
        if let Some(secret) = secret_from(hook::HOOK_SECRET_VARIABLE)? {
            (file.hook_secret, file.hook_secret_file) = (Some(secret), None);
        }
        Self::resolve(file, secret_from(SECRET_VARIABLE)?)
    }

    /// The file of rooms alone: what else is configured may be of no concern, or not be there, where a command is typed.
    pub(crate) fn database(flags: &Database) -> anyhow::Result<PathBuf> {
        if let Some(path) = &flags.database {
            return Ok(path.clone());
        }
        database_or_default(read(flags.config.as_deref())?.database)
    }

    fn resolve(file: File, secret: Option<String>) -> anyhow::Result<Self> {
        let listen = file.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080)));
        if let Some(admin) = file.admin_listen.filter(|admin| is_one_place(*admin, listen)) {
            bail!("admin_listen is {admin}, where listen is already, on {listen}: it needs an address or a port of its own");
        }
        let secret_is_open = secret.is_none() && file.secret_file.as_deref().is_some_and(is_open_to_others);
        let secret = match (secret, file.secret_file) {
            (Some(secret), _) => Some(secret.into_bytes()),
            (None, Some(path)) => Some(read_secret("secret_file", &path)?),
            (None, None) => file.secret.map(String::into_bytes),
        };
        // All of it is noticed before a file of rooms is made.
        let database = database_or_default(file.database)?;
        let keys = signers::read(file.keys)?;
        let jwks = file.jwks_url.as_deref().map(HttpKeys::new).transpose().context("jwks_url is not right")?;
        check_secret(secret.as_deref(), !keys.is_empty() || jwks.is_some(), listen)?;
        let audience = file.audience.unwrap_or_else(|| "tertulia".to_owned());
        Tokens::with_keys(None, &[], &audience, &[0; 32]).context("the audience is not right")?;
        let mut origins = file.origins.unwrap_or_default();
        origins.iter().try_for_each(|origin| tertulia::origins::check(origin)).map_err(anyhow::Error::msg)?;
        let has_public_url = file.public_url.is_some();
        if let Some(url) = file.public_url {
            let origin = origin_of(&url)?;
            tertulia::origins::check(&origin).map_err(anyhow::Error::msg).context("public_url is not right")?;
            origins.push(origin);
        }
        let limits = Limits {
            commit_wait_ms: file.commit_wait_ms.unwrap_or(file.limits.commit_wait_ms),
            hook_timeout_ms: file.hook_timeout_ms.unwrap_or(file.limits.hook_timeout_ms),
            ..file.limits
        };
        limits.check().context("the bounds in [limits] are not right")?;
        if limits.page_default > limits.page_max {
            bail!("page_default is {} and has to be at most page_max, which is {}", limits.page_default, limits.page_max);
        }
        let hook = hook::read(file.hook_url.as_deref(), file.hook_secret, file.hook_secret_file, limits.hook_answer_bytes)?;
        let types = file.rooms.iter().map(|(room_type, rooms)| (room_type.clone(), rooms.rules())).collect();
        let filters = read_filters(file.filter, file.rooms)?;
        Ok(Self {
            listen,
            admin_listen: file.admin_listen,
            database,
            secret,
            secret_is_open,
            keys,
            jwks,
            audience,
            origins,
            has_public_url,
            trusted_proxies: file.trusted_proxies.map_or_else(TrustedProxies::default, TrustedProxies::from_iter),
            policy: Policy { types, ..Policy::default() },
            filters,
            hook,
            when_silent: file.hook_silent.unwrap_or_default().into(),
            limits,
        })
    }

    /// Whether nobody could sign a token: then the server is for trying out.
    pub(crate) fn is_open(&self) -> bool {
        self.secret.is_none() && self.keys.is_empty() && self.jwks.is_none()
    }

    /// What a server with this configuration would be, in a few lines.
    fn told(&self) -> String {
        let secret = self.secret.is_some().then(|| "a secret".to_owned());
        let keys = Some(self.keys.len()).filter(|keys| *keys > 0).map(|keys| format!("{keys} public keys"));
        let fetched = self.jwks.is_some().then(|| "the keys of jwks_url".to_owned());
        let keys: Vec<_> = [secret, keys, fetched].into_iter().flatten().collect();
        let mode = if keys.is_empty() {
            "in open mode, for this machine only (no secret in the file or this environment; a service may have its own)"
                .to_owned()
        } else {
            format!("with {}", keys.join(" and "))
        };
        let usual = Limits::default();
        let set = Limits::ALL.iter().filter(|bound| self.limits.get(bound.name) != usual.get(bound.name)).count();
        let metrics = self.admin_listen.map_or_else(String::new, |address| format!("; metrics on {address}"));
        format!(
            "listens on {}, {mode}{metrics}\nrooms in {}\n{} origins, {} types of rooms, {set} of {} limits set otherwise",
            self.listen,
            self.database.display(),
            self.origins.len(),
            self.policy.types.len(),
            Limits::ALL.len()
        ) + if self.hook.is_some() { "\nasks hook_url before anything is said" } else { "" }
    }
}

/// `tertulia config`.
pub(crate) fn config(command: &ConfigCommand) -> anyhow::Result<()> {
    match command {
        ConfigCommand::Default => Ok(print_line(text::default().trim_end())?),
        ConfigCommand::Doc => Ok(print_line(text::book().trim_end())?),
        ConfigCommand::Check { file, serve } => {
            let config = match file {
                None => Config::load(serve)?,
                Some(file) => Config::load(&Serve { config: Some(file.clone()), ..Serve::clone(serve) })?,
            };
            Ok(print_line(&format!("the configuration is right: {}", config.told()))?)
        }
    }
}

/// The variable by which a bound is set from the environment.
fn limit_variable(name: &str) -> String {
    format!("TERTULIA_LIMITS_{}", name.to_ascii_uppercase())
}

/// The filter for all rooms, and those that types have in its place.
fn read_filters(all: Option<Words>, rooms: RoomsByType) -> anyhow::Result<Filters> {
    let mut filters = Filters { all: all.map(Words::read).transpose().context("[filter] is not right")?, ..Filters::default() };
    for (room_type, rooms) in rooms {
        let Some(words) = rooms.filter else { continue };
        let filter = words.read().with_context(|| format!("the filter in [rooms.{room_type}] is not right"))?;
        filters.types.insert(room_type, filter);
    }
    Ok(filters)
}

/// Without a secret or keys, or with a secret that is easily guessed, nobody but this machine may reach the server.
fn check_secret(secret: Option<&[u8]>, has_keys: bool, listen: SocketAddr) -> anyhow::Result<()> {
    if let Some(bytes) = secret.map(<[u8]>::len).filter(|bytes| *bytes < SECRET_BYTES_MIN) {
        bail!("the secret has {bytes} bytes and needs {SECRET_BYTES_MIN}; make one by `tertulia secret > secret`");
    }
    if secret.is_none() && !has_keys && !listen.ip().is_loopback() {
        bail!(
            "without a secret the server is in open mode, for trying out, and does not listen on {listen}; \
             set {SECRET_VARIABLE} or secret_file to at least 32 random bytes, name public keys in [[keys]] or by jwks_url, or listen on 127.0.0.1"
        );
    }
    Ok(())
}

fn database_or_default(path: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    let path = path.unwrap_or_else(|| DEFAULT_DATABASE.into());
    if path.to_string_lossy().contains("://") {
        bail!("database is an address, and has to be the path of a file: rooms live in one SQLite file so far");
    }
    if path.file_name().is_none() {
        bail!("database is {path:?}, which names no file");
    }
    if path.is_dir() {
        bail!("database is {path:?}, which is a folder: name a file in it");
    }
    if let Some(folder) = missing_folder(&path) {
        bail!("database is {path:?}, and there is no folder {folder:?}: make it, or name another");
    }
    Ok(path)
}

/// The folder that a file would lie in, where there is none.
fn missing_folder(file: &Path) -> Option<&Path> {
    file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
}

/// Whether a file can be made under this name, as far as its folder goes.
pub(crate) fn has_folder(file: &Path) -> anyhow::Result<()> {
    match missing_folder(file) {
        Some(folder) => bail!("there is no folder {}: make it, or name another", folder.display()),
        None => Ok(()),
    }
}

fn read(path: Option<&Path>) -> anyhow::Result<File> {
    let (path, wanted) = path.map_or((Path::new(DEFAULT_FILE), false), |path| (path, true));
    if !wanted && !path.exists() {
        return Ok(File::default());
    }
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            anyhow::anyhow!("there is no configuration {shown}: `tertulia config default > {shown}` makes one")
        }
        _ => anyhow::Error::new(error).context(format!("the configuration {shown} can't be read")),
    })?;
    let wrong = |error| anyhow::anyhow!("the configuration {} is not right: {}", path.display(), wrong::told(&text, &error));
    let file: File = toml::from_str(&text).map_err(wrong)?;
    let twice = [
        (file.secret.is_some() && file.secret_file.is_some(), "secret"),
        (file.hook_secret.is_some() && file.hook_secret_file.is_some(), "hook_secret"),
    ];
    if let Some((_, key)) = twice.into_iter().find(|(twice, _)| *twice) {
        bail!("the configuration {} has {key} and {key}_file: leave one of them out", path.display());
    }
    Ok(file.lies_in(path.parent().unwrap_or(Path::new(""))))
}

/// A secret from the environment. One that is empty was meant to be there: without it the server would be open.
fn secret_from(variable: &str) -> anyhow::Result<Option<String>> {
    match std::env::var(variable) {
        Ok(secret) if secret.trim().is_empty() => bail!("{variable} is set, and empty: put the secret into it, or unset it"),
        Ok(secret) => Ok(Some(secret)),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => bail!("{variable} is no UTF-8: put the secret into a file"),
    }
}

/// Whether two listeners can't be on these addresses at once: one of them takes all of the machine, or both are the same.
fn is_one_place(one: SocketAddr, other: SocketAddr) -> bool {
    let takes_all = |all: SocketAddr, some: SocketAddr| all.ip().is_unspecified() && (all.is_ipv6() || some.is_ipv4());
    one.port() == other.port() && one.port() != 0 && (one.ip() == other.ip() || takes_all(one, other) || takes_all(other, one))
}

/// The whole path of a file, for whoever has to know which one a command was about.
pub(crate) fn full(path: &Path) -> String {
    path.canonicalize().or_else(|_| std::path::absolute(path)).as_deref().unwrap_or(path).display().to_string()
}

fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|there| there.permissions().mode() & 0o004 != 0)
}

fn read_secret(key: &str, path: &Path) -> anyhow::Result<Vec<u8>> {
    // Not which file: who has put the secret itself there is not to find it in the log.
    let secret = std::fs::read(path).with_context(|| format!("the file that {key} names can't be read"))?;
    // Editors end files with a line end that nobody meant as part of the secret.
    Ok(secret.trim_ascii_end().to_vec())
}

/// The origin of an address, as browsers write it: scheme, host and port, no path.
fn origin_of(url: &str) -> anyhow::Result<String> {
    let (scheme, rest) =
        url.split_once("://").with_context(|| format!("public_url {url} has to begin with https:// or http://"))?;
    if rest.contains(['?', '#']) {
        bail!(
            "public_url {url} ends with a query or a fragment: it is what paths are put behind, as in https://chat.example.org"
        );
    }
    let (scheme, host) = (scheme.to_ascii_lowercase(), rest.split('/').next().unwrap_or_default());
    let usual = if scheme == "https" { ":443" } else { ":80" };
    Ok(format!("{scheme}://{}", host.strip_suffix(usual).unwrap_or(host)).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use tertulia::filter::{Found, Judgement};

    use super::*;

    fn resolve(flags: &Serve, file: &str, secret: Option<&str>) -> anyhow::Result<Config> {
        Config::resolve(toml::from_str::<File>(file)?.under(flags), secret.map(str::to_owned))
    }

    #[test]
    fn flags_win_over_the_file() {
        let flags = Serve { listen: Some(([127, 0, 0, 1], 1).into()), ..Serve::default() };
        let config = resolve(&flags, "listen = '127.0.0.1:2'\ndatabase = 'a.db'", None).expect("resolves");
        assert_eq!((config.listen.port(), config.database), (1, "a.db".into()));
    }

    #[test]
    fn without_a_secret_only_this_machine_is_served() {
        assert!(resolve(&Serve::default(), "listen = '0.0.0.0:80'", None).is_err());
        assert!(resolve(&Serve::default(), "listen = '0.0.0.0:80'", Some(&"s".repeat(32))).is_ok());
        assert!(resolve(&Serve::default(), "", None).expect("resolves").secret.is_none());
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(resolve(&Serve::default(), "lissen = '127.0.0.1:2'", None).is_err());
        assert!(resolve(&Serve::default(), "[rooms.project]\nguest = 'say'", None).is_err());
        assert!(resolve(&Serve::default(), "[limits]\nstall = 5", None).is_err());
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line_and_the_key_that_was_meant() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tertulia.toml");
        std::fs::write(&path, "database = 'a.db'\nlissen = '127.0.0.1:2'").expect("is written");
        let error = format!("{:#}", read(Some(&path)).expect_err("is refused"));
        assert!(error.contains("line 2") && error.contains("did you mean `listen`?"), "{error}");
        std::fs::write(&path, "weather = 'fine'").expect("is written");
        let error = format!("{:#}", read(Some(&path)).expect_err("is refused"));
        assert!(!error.contains("did you mean"), "{error}");
    }

    #[test]
    fn the_address_of_the_server_is_one_that_browsers_write() {
        let origins = |url: &str| resolve(&Serve::default(), &format!("public_url = '{url}'"), None).map(|config| config.origins);
        assert_eq!(origins("HTTPS://Chat.example:443/chat").expect("resolves"), ["https://chat.example"]);
        for wrong in
            ["https://exämple.org", "https://u@chat.example", "chat.example", "https://chat.example/?a", "https://chat.example#a"]
        {
            let error = format!("{:#}", origins(wrong).expect_err("is refused"));
            assert!(error.starts_with("public_url"), "{error}");
        }
    }

    #[test]
    fn an_origin_that_no_browser_sends_is_refused() {
        for wrong in ["example.org/", "https://example.org:443", "*"] {
            let error = resolve(&Serve::default(), &format!("origins = ['{wrong}']"), None).expect_err("is refused");
            assert!(error.to_string().contains("\"https://example.org\""), "{error}");
        }
    }

    #[test]
    fn a_filter_is_read_from_the_file_and_from_files_of_words_and_said_to_be_wrong_by_its_word() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("words.txt");
        std::fs::write(&path, "# what we do not want\n\n spam \ncasino*\n").expect("is written");
        let file = format!("[filter]\nrefuse_file = {path:?}\nhold = ['odd']\n[rooms.game]\nfilter = {{ links = 'refuse' }}");
        let filters = resolve(&Serve::default(), &file, None).expect("resolves").filters;
        let judge = |room: &str, text| filters.on(&room.parse().expect("a room")).map(|filter| filter.judge(text, false));
        assert_eq!(judge("room/1", "casinos"), Some(Judgement::Refuse(Found::Word)));
        assert_eq!(judge("room/1", "SPAM"), Some(Judgement::Refuse(Found::Word)));
        assert_eq!(judge("room/1", "odd, see example.com"), Some(Judgement::Hold(Found::Word)));
        assert_eq!(judge("room/1", "what we do not want"), Some(Judgement::Pass));
        assert_eq!(judge("game/1", "spam"), Some(Judgement::Pass), "in the place of the other");
        assert_eq!(judge("game/1", "example.com"), Some(Judgement::Refuse(Found::Link)));
        for (file, said) in [
            ("[filter]\nrefuse = ['...']", "[filter] is not right: a word of a filter has a letter"),
            ("[filter]\nhold_file = 'nowhere.txt'", "[filter] is not right: nowhere.txt can't be read"),
            ("[rooms.game]\nfilter = { hold = ['*'] }", "the filter in [rooms.game] is not right"),
        ] {
            let error = format!("{:#}", resolve(&Serve::default(), file, None).expect_err("is refused"));
            assert!(error.starts_with(said), "{error}");
        }
        for wrong in ["[filter]\nlinks = 'never'", "[filter]\nwords = []"] {
            assert!(resolve(&Serve::default(), wrong, None).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(resolve(&Serve::default(), "", Some(&"s".repeat(31))).is_err());
    }

    #[test]
    fn a_bound_that_is_set_leaves_the_others_as_they_are() {
        let file = "commit_wait_ms = 5\n[limits]\nstall_s = 3";
        let config = resolve(&Serve::default(), file, None).expect("resolves");
        assert_eq!(config.limits, Limits { commit_wait_ms: 5, stall_s: 3, ..Limits::default() });
    }

    #[test]
    fn a_bound_that_nobody_could_live_with_is_refused_by_its_name() {
        for (file, said) in [
            ("[limits]\nwrite_queue = 0", "write_queue is 0 and has to be between 1 and 1000000"),
            ("[limits]\nbeat_s = 100000", "beat_s is 100000 and has to be between 1 and 3600"),
            ("commit_wait_ms = 5000", "commit_wait_ms is 5000 and has to be between 0 and 1000"),
        ] {
            let error = format!("{:#}", resolve(&Serve::default(), file, None).expect_err("is refused"));
            assert!(error.ends_with(said), "{error}");
        }
    }

    #[test]
    fn a_hook_has_an_address_and_a_secret() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hook-secret");
        std::fs::write(&path, "twenty-four bytes at least\n").expect("is written");
        let file = format!("hook_url = 'http://127.0.0.1:9/hook'\nhook_secret_file = {path:?}\nhook_timeout_ms = 500");
        let config = resolve(&Serve::default(), &file, None).expect("resolves");
        assert!(config.hook.is_some() && config.told().contains("asks hook_url"));
        assert_eq!((config.when_silent, config.limits.hook_timeout_ms), (WhenSilent::Refuse, 500));
        for (silent, is) in [("refuse", WhenSilent::Refuse), ("allow", WhenSilent::Allow), ("hold", WhenSilent::Hold)] {
            let config = resolve(&Serve::default(), &format!("{file}\nhook_silent = '{silent}'"), None).expect("resolves");
            assert_eq!(config.when_silent, is);
        }
        for (file, said) in [
            ("hook_url = 'https://site.example/'", "hook_url needs a secret that its requests are signed with"),
            ("hook_secret = 'twenty-four bytes at least'", "there is a secret for a hook, and no hook_url"),
            ("hook_url = 'https://site.example/'\nhook_secret = 'short'", "the secret has 5 bytes and needs 24"),
            ("hook_url = 'http://site.example/'\nhook_secret = 'twenty-four bytes at least'", "it has to begin with https://"),
            (
                "hook_url = 'https://site.example/'\nhook_secret_file = 'gone'",
                "the file that hook_secret_file names can't be read",
            ),
            ("hook_timeout_ms = 1", "hook_timeout_ms is 1 and has to be between 10 and 60000"),
        ] {
            let error = format!("{:#}", resolve(&Serve::default(), file, None).expect_err("is refused"));
            assert!(error.contains(said), "{error}");
        }
        assert!(resolve(&Serve::default(), "hook_silent = 'shout'", None).is_err());
    }

    #[test]
    fn the_public_address_is_an_origin() {
        let config = resolve(&Serve::default(), "public_url = 'https://Chat.example:8443/chat/'", None).expect("resolves");
        assert_eq!(config.origins, ["https://chat.example:8443"]);
    }
}
