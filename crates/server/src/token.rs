//! The commands about tokens: `secret`, `token` and `token check`.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};
use clap::CommandFactory;
use clap::error::ErrorKind;
use tertulia::auth::explain::{Explained, explain};
use tertulia::auth::jwks::KeySource;
use tertulia::auth::token::{PrivateKey, Tokens};
use tertulia::wire::{Level, RoomName, RoomType, Time};

use crate::args::{Args, Secret, Token, TokenCommand};
use crate::config::{Config, Serve};
use crate::print_line;

/// Prints 32 random bytes as text.
pub(crate) fn secret() -> anyhow::Result<()> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).context("the system has no randomness to give")?;
    Ok(print_line(&bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())?)
}

pub(crate) fn token(args: &Token) -> anyhow::Result<()> {
    if let Some(TokenCommand::Check { token, room, secret }) = &args.check {
        return check(token, room.as_ref(), secret);
    }
    let mut grants = BTreeMap::new();
    for (rooms, level) in &args.grants {
        // Which of two is meant is anybody's guess, as it is to whoever reads the token.
        if grants.insert(rooms.clone(), *level).is_some() {
            Args::command().error(ErrorKind::ArgumentConflict, format!("{rooms} is granted twice: leave one out")).exit();
        }
    }
    let token = match &args.key {
        Some(file) => by_key(args, file, grants)?,
        None => by_secret(args, grants)?,
    };
    Ok(print_line(&token)?)
}

fn by_secret(args: &Token, grants: BTreeMap<String, Level>) -> anyhow::Result<String> {
    let (config, tokens) = configured(&args.secret)?;
    if config.secret.is_none() {
        bail!(
            "there is no secret to sign with, and the private key of a public one is the site's: name a secret by --secret-file, or the key by --key"
        );
    }
    let user = args.user.as_deref().unwrap_or_default();
    let token = tokens.for_user(user, args.name.as_deref(), grants, now(), args.holds)?;
    refused_if_wrong(&token, &tokens)?;
    Ok(token)
}

/// Where the configuration names public keys, the token has to be good by them; without, its claims alone are looked at.
fn by_key(args: &Token, file: &Path, grants: BTreeMap<String, Level>) -> anyhow::Result<String> {
    let pem = std::fs::read_to_string(file).with_context(|| format!("the key {} can't be read", file.display()))?;
    let key = PrivateKey::read(&pem, args.alg.map(Into::into), args.kid.as_deref())
        .with_context(|| format!("the key {} is not right", file.display()))?;
    let config = Config::load(&flags(&args.secret))?;
    let (user, name, seconds) = (args.user.as_deref().unwrap_or_default(), args.name.as_deref(), args.holds);
    // Signed by a secret that nobody has, to be looked at.
    let own = Tokens::with_keys(Some(&[0; 32]), &[], &config.audience, &[0; 32])?;
    refused_if_wrong(&own.for_user(user, name, grants.clone(), now(), seconds)?, &own)?;
    let token = key.for_user(user, name, grants, &config.audience, now(), seconds)?;
    if !config.keys.is_empty() || config.jwks.is_some() {
        explained(&token, &config, &keys_of(&config)?)?;
    }
    Ok(token)
}

/// One that would not be good, or have no effect in part, is not handed out.
fn refused_if_wrong(token: &str, tokens: &Tokens) -> anyhow::Result<()> {
    let hints = explain(token, tokens, now()).map(|good| good.hints);
    match hints {
        Ok(hints) if hints.is_empty() => Ok(()),
        Ok(wrong) | Err(wrong) => bail!("{}", wrong.join("; ")),
    }
}

/// Who a token is for by all keys, those too that are fetched, or all that is wrong with it.
fn explained(token: &str, config: &Config, tokens: &Tokens) -> anyhow::Result<Explained> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let fetched = if config.jwks.is_some() { runtime.block_on(tokens.fetch_keys()) } else { Ok(()) };
    explain(token, tokens, now()).map_err(|mut wrong| {
        // What is missing among the keys may be all that is wrong.
        wrong.extend(fetched.err().map(|error| format!("and the keys of jwks_url can't be fetched: {error}")));
        anyhow::anyhow!("the token is not good: {}", wrong.join("; "))
    })
}

fn check(token: &str, room: Option<&RoomName>, secret: &Secret) -> anyhow::Result<()> {
    let (config, tokens) = configured(secret)?;
    let Explained { who, hints, .. } = explained(token, &config, &tokens)?;
    let id = who.id().unwrap_or_default();
    let left = who.until.map_or(0, |until| (until.0 - now().0) / 1_000);
    print_line(&format!("the token is good for {left} s more, and says who its bearer is: {id}"))?;
    for hint in hints {
        print_line(&format!("note: {hint}"))?;
    }
    // Here is a token and its keys, and perhaps not even the machine that the rooms are on.
    print_line("not looked at: whether it was revoked, or its bearer muted or banned, which the server alone knows")?;
    let Some(room) = room else { return Ok(()) };
    match config.policy.level(&who, room) {
        Level::None => bail!("it grants nothing in {room}: to whoever has it, the room is not there"),
        level => {
            if level >= Level::Say && !config.policy.makes_room(&who, room) {
                print_line(&format!(
                    "note: its first message does not make {room} where it is not there yet: a PUT makes it, or a grant that names it, \
                     or create = true in [rooms.{}]",
                    room.room_type
                ))?;
            }
            Ok(print_line(&format!("in {room} it grants {}", format!("{level:?}").to_lowercase()))?)
        }
    }
}

/// The configuration, and the keys that it names.
fn configured(secret: &Secret) -> anyhow::Result<(Config, Tokens)> {
    let config = Config::load(&flags(secret))?;
    if config.is_open() {
        bail!("there is no secret: name its file by --secret-file; `tertulia secret > secret` makes one");
    }
    let tokens = keys_of(&config)?;
    Ok((config, tokens))
}

fn flags(secret: &Secret) -> Serve {
    Serve { config: secret.config.clone(), secret_file: secret.secret_file.clone(), ..Serve::default() }
}

fn keys_of(config: &Config) -> anyhow::Result<Tokens> {
    let tokens = Tokens::with_keys(config.secret.as_deref(), &config.keys, &config.audience, &[0; 32])?;
    let source = config.jwks.clone().map(|source| -> Box<dyn KeySource> { Box::new(source) });
    Ok(tokens.with_jwks(source, &config.limits))
}

/// A room, as it is typed.
pub(crate) fn room(room: &str) -> anyhow::Result<RoomName> {
    room.parse().map_err(|_| anyhow::anyhow!("{room} is no room: type/id, as in project/42"))
}

/// What may be done where, as it is typed.
pub(crate) fn grant(grant: &str) -> anyhow::Result<(String, Level)> {
    let (room, level) =
        grant.rsplit_once('=').with_context(|| format!("{grant} is no grant: ROOM=LEVEL, as in project/42=say"))?;
    let level = match level {
        "read" => Level::Read,
        "say" => Level::Say,
        "moderate" => Level::Moderate,
        "own" => Level::Own,
        _ => bail!("{level} is no level: read, say, moderate or own"),
    };
    let of_type = room.strip_suffix("/*").is_some_and(|room_type| room_type.parse::<RoomType>().is_ok());
    if room != "*" && !of_type && room.parse::<RoomName>().is_err() {
        bail!("{room} matches no room: a pattern is type/id, type/* or *");
    }
    Ok((room.to_owned(), level))
}

/// Seconds, from a number that may end with s, m, h or d.
pub(crate) fn seconds(time: &str) -> anyhow::Result<i64> {
    let units = [('s', 1), ('m', 60), ('h', 3_600), ('d', 86_400)];
    let unit = units.iter().find(|(unit, _)| time.ends_with(*unit));
    let number = unit.map_or(Some(time), |(unit, _)| time.strip_suffix(*unit));
    let number = number.and_then(|number| number.parse::<i64>().ok()).filter(|number| *number > 0);
    number
        .and_then(|number| number.checked_mul(unit.map_or(1, |(_, seconds)| *seconds)))
        .with_context(|| format!("{time} is no time: a number above 0, as in 3600, 90s, 30m, 1h or 7d"))
}

/// Seconds, from a number that has to end with s, m, h or d: a wrong guess about what is to be removed can't be taken back.
pub(crate) fn age(time: &str) -> anyhow::Result<i64> {
    if time.parse::<i64>().is_ok() {
        bail!("{time} of what? Type {time}d for days, or {time}h, {time}m, {time}s");
    }
    seconds(time)
}

pub(crate) fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
