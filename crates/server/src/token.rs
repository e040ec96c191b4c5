//! The commands about tokens: `secret`, `token` and `token check`.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};
use tertulia::auth::explain::explain;
use tertulia::auth::jwks::KeySource;
use tertulia::auth::token::Tokens;
use tertulia::wire::{Level, RoomName, Time};

use crate::args::{Secret, Token, TokenCommand};
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
        return check(token, room.as_deref(), secret);
    }
    let (config, tokens) = configured(&args.secret)?;
    if config.secret.is_none() {
        bail!(
            "there is no secret to sign with, and the private key of a public one is the site's: name a secret by --secret-file"
        );
    }
    let grants = args.grants.iter().map(|grant| read_grant(grant)).collect::<anyhow::Result<BTreeMap<_, _>>>()?;
    let user = args.user.as_deref().unwrap_or_default();
    let token = tokens.for_user(user, args.name.as_deref(), grants, now(), seconds(&args.holds)?)?;
    // One that would not be good is not handed out.
    explain(&token, &tokens, now()).map_err(|wrong| anyhow::anyhow!("{}", wrong.join("; ")))?;
    Ok(print_line(&token)?)
}

fn check(token: &str, room: Option<&str>, secret: &Secret) -> anyhow::Result<()> {
    let (config, tokens) = configured(secret)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let fetched = runtime.block_on(tokens.fetch_keys());
    let who = match explain(token, &tokens, now()) {
        Ok(who) => who,
        Err(mut wrong) => {
            // What is missing among the keys may be all that is wrong.
            wrong.extend(fetched.err().map(|error| format!("and the keys of jwks_url can't be fetched: {error}")));
            bail!("the token is not good: {}", wrong.join("; "));
        }
    };
    let id = who.id().unwrap_or_default();
    let left = who.until.map_or(0, |until| (until.0 - now().0) / 1_000);
    print_line(&format!("the token is good for {left} s more, and says who its bearer is: {id}"))?;
    let Some(room) = room else { return Ok(()) };
    let room: RoomName = room.parse().with_context(|| format!("{room} is no room: type/id, as in project/42"))?;
    match config.policy.level(&who, &room) {
        Level::None => bail!("it grants nothing in {room}: to whoever has it, the room is not there"),
        level => Ok(print_line(&format!("in {room} it grants {}", format!("{level:?}").to_lowercase()))?),
    }
}

/// The configuration, and the keys that it names.
fn configured(secret: &Secret) -> anyhow::Result<(Config, Tokens)> {
    let flags = Serve { config: secret.config.clone(), secret_file: secret.secret_file.clone(), ..Serve::default() };
    let config = Config::load(&flags)?;
    if config.is_open() {
        bail!("there is no secret: name its file by --secret-file; `tertulia secret > secret` makes one");
    }
    let tokens = Tokens::with_keys(config.secret.as_deref(), &config.keys, &config.audience, &[0; 32])?;
    let source = config.jwks.clone().map(|source| -> Box<dyn KeySource> { Box::new(source) });
    let tokens = tokens.with_jwks(source, &config.limits);
    Ok((config, tokens))
}

fn read_grant(grant: &str) -> anyhow::Result<(String, Level)> {
    let (room, level) =
        grant.rsplit_once('=').with_context(|| format!("{grant} is no grant: ROOM=LEVEL, as in project/42=say"))?;
    let level = match level {
        "read" => Level::Read,
        "say" => Level::Say,
        "moderate" => Level::Moderate,
        "own" => Level::Own,
        _ => bail!("{level} is no level: read, say, moderate or own"),
    };
    Ok((room.to_owned(), level))
}

/// Seconds, from a number that may end with s, m, h or d.
pub(crate) fn seconds(time: &str) -> anyhow::Result<i64> {
    let units = [('s', 1), ('m', 60), ('h', 3_600), ('d', 86_400)];
    let unit = units.iter().find(|(unit, _)| time.ends_with(*unit));
    let number = unit.map_or(time, |(unit, _)| time.trim_end_matches(*unit));
    let number = number.parse::<i64>().ok().filter(|number| *number > 0);
    number
        .and_then(|number| number.checked_mul(unit.map_or(1, |(_, seconds)| *seconds)))
        .with_context(|| format!("{time} is no time: a number above 0, as in 3600, 90s, 30m, 1h or 7d"))
}

fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
