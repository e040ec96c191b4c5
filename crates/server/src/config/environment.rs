//! What is set in the environment and means nothing: most likely it was meant to mean something. Pure.

use std::ffi::OsString;

use anyhow::bail;
use tertulia::Limits;
use tertulia::nearest::near;

use super::keys::KEYS;
use super::limit_variable;

const OURS: &str = "TERTULIA_";

/// What is asked for elsewhere: where the configuration is, what is logged, and whom commands ask.
const OTHERS: [&str; 4] = ["TERTULIA_CONFIG", "TERTULIA_LOG", "TERTULIA_URL", "TERTULIA_TOKEN"];

/// Refuses variables that begin as ours do and are none, each with the one that was meant, as far as that can be told.
pub(super) fn check(environment: impl IntoIterator<Item = (OsString, OsString)>) -> anyhow::Result<()> {
    let limits: Vec<_> = Limits::ALL.iter().map(|bound| limit_variable(bound.name)).collect();
    let keys = KEYS.iter().map(|key| key.env).chain(OTHERS);
    let known: Vec<&str> = keys.chain(limits.iter().map(String::as_str)).collect();
    for (name, value) in environment {
        let name = name.to_string_lossy();
        let Some(unknown) = name.strip_prefix(OURS).filter(|_| !known.contains(&&*name)) else { continue };
        if is_of_an_orchestrator(&name, &value.to_string_lossy()) {
            continue;
        }
        match meant(unknown, &known) {
            Some(meant) => bail!("{name} in the environment is not known; did you mean {meant}?"),
            None => bail!("{name} in the environment is not known; `tertulia config doc` lists all that can be set there"),
        }
    }
    Ok(())
}

/// The variable that was meant. A limit is often written without what its variables begin with.
fn meant<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    let endings = || known.iter().filter_map(|name| name.strip_prefix(OURS));
    let short = |ending: &'a str| ending.strip_prefix("LIMITS_").unwrap_or(ending);
    let word = near(unknown, endings().chain(endings().map(short)))?;
    known.iter().find(|name| name.strip_prefix(OURS).is_some_and(|ending| ending == word || short(ending) == word)).copied()
}

/// Kubernetes, and Docker's old links, tell each container where a service is, under names that begin with the service's. One
/// that is called `tertulia` must not keep the server from starting.
fn is_of_an_orchestrator(name: &str, value: &str) -> bool {
    let address = ["tcp://", "udp://", "sctp://"].iter().any(|scheme| value.starts_with(scheme));
    let of_a_port = || {
        let (_, rest) = name.rsplit_once("_PORT_")?;
        let (number, rest) = rest.split_once('_')?;
        let protocol = rest.split('_').next()?;
        Some(number.parse::<u16>().is_ok() && ["TCP", "UDP", "SCTP"].contains(&protocol))
    };
    name.ends_with("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || (address && name.ends_with("_PORT"))
        || of_a_port().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(name: &str, value: &str) -> Option<String> {
        check([(name.into(), value.into())]).err().map(|error| error.to_string())
    }

    #[test]
    fn whatever_can_be_set_is_known_and_what_is_not_ours_is_of_no_concern() {
        let limits = Limits::ALL.iter().map(|bound| limit_variable(bound.name));
        for name in KEYS.iter().map(|key| key.env.to_owned()).chain(limits).chain(OTHERS.map(str::to_owned)) {
            assert_eq!(refused(&name, "1"), None);
        }
        for (name, value) in [
            ("PATH", "/bin"),
            ("MY_TERTULIA_LISTEN", "1"),
            ("TERTULIA_SERVICE_HOST", "10.0.0.1"),
            ("TERTULIA_SERVICE_PORT", "80"),
            ("TERTULIA_SERVICE_PORT_HTTP", "80"),
            ("TERTULIA_PORT", "tcp://10.0.0.1:80"),
            ("TERTULIA_PORT_80_TCP", "tcp://10.0.0.1:80"),
            ("TERTULIA_PORT_80_TCP_ADDR", "10.0.0.1"),
            ("TERTULIA_CHAT_PORT_80_TCP_PROTO", "tcp"),
        ] {
            assert_eq!(refused(name, value), None, "{name}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused_with_what_was_meant() {
        for (name, meant) in [
            ("TERTULIA_LISSEN", "did you mean TERTULIA_LISTEN?"),
            ("TERTULIA_SECRETFILE", "did you mean TERTULIA_SECRET_FILE?"),
            ("TERTULIA_LIMITS_STAL_S", "did you mean TERTULIA_LIMITS_STALL_S?"),
            ("TERTULIA_LIMIT_STALL_S", "did you mean TERTULIA_LIMITS_STALL_S?"),
            ("TERTULIA_STALL_S", "did you mean TERTULIA_LIMITS_STALL_S?"),
            ("TERTULIA_WEATHER", "`tertulia config doc` lists all"),
            ("TERTULIA_PORT", "`tertulia config doc` lists all"),
            ("TERTULIA_", "`tertulia config doc` lists all"),
        ] {
            let said = refused(name, "8080").expect("is refused");
            assert!(said.starts_with(&format!("{name} in the environment is not known; ")) && said.contains(meant), "{said}");
        }
    }
}
