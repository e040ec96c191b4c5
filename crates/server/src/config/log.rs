//! What is logged, as `TERTULIA_LOG` says it.

use std::env::VarError;

use anyhow::bail;
use tertulia::nearest::near;
use tracing_subscriber::EnvFilter;

const LOG_VARIABLE: &str = "TERTULIA_LOG";

const LEVELS: [&str; 6] = ["error", "warn", "info", "debug", "trace", "off"];

/// What is to be logged; `info` and what is worse where nothing is set.
pub(crate) fn filter() -> anyhow::Result<EnvFilter> {
    match std::env::var(LOG_VARIABLE) {
        Ok(text) => read(&text),
        Err(VarError::NotPresent) => read(""),
        Err(VarError::NotUnicode(_)) => bail!("{LOG_VARIABLE} is no UTF-8"),
    }
}

/// Levels between commas, each for all or for a part. A word alone that is no level would be taken for a part, and nothing else would be
/// logged.
fn read(text: &str) -> anyhow::Result<EnvFilter> {
    let parts: Vec<_> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    for part in &parts {
        let level = part.rsplit_once('=').map_or(*part, |(_, level)| level).to_ascii_lowercase();
        if LEVELS.contains(&level.as_str()) {
            continue;
        }
        let meant = near(&level, LEVELS.into_iter()).map(|meant| format!("; did you mean {meant}?")).unwrap_or(".".to_owned());
        bail!(
            "{LOG_VARIABLE} has {part:?}, which ends with no level{meant} Levels are {}, for all, or for a part as in \
             info,tertulia::writer=debug",
            LEVELS.join(", ")
        );
    }
    let parts = if parts.is_empty() { "info".to_owned() } else { parts.join(",") };
    EnvFilter::builder()
        .parse(&parts)
        .map_err(|error| anyhow::anyhow!("{LOG_VARIABLE} is {text:?}, which can't be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_for_all_or_for_parts_and_nothing_is_the_usual() {
        for (text, is) in [
            ("", "info"),
            (" , ", "info"),
            ("WARN", "warn"),
            ("off", "off"),
            ("debug,sqlx=warn", "sqlx=warn,debug"),
            ("info, tertulia::writer=debug", "tertulia::writer=debug,info"),
        ] {
            assert_eq!(read(text).expect("is right").to_string(), is, "{text}");
        }
    }

    #[test]
    fn what_is_no_level_is_refused_with_the_one_that_was_meant() {
        for (text, said) in [
            ("debgu", "\"debgu\", which ends with no level; did you mean debug?"),
            ("info,tertulia::writer", "\"tertulia::writer\", which ends with no level. Levels are"),
            ("tertulia=lots", "\"tertulia=lots\""),
            ("a=b=info", "can't be read"),
            ("]=info", "can't be read"),
        ] {
            let error = format!("{:#}", read(text).expect_err("is refused"));
            assert!(error.starts_with(LOG_VARIABLE) && error.contains(said), "{error}");
        }
    }
}
