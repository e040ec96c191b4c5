//! What is wrong in a configuration file, said so that it can be mended. Pure.

use tertulia::Limits;
use tertulia::nearest::nearest;

use super::keys::{KEYS, Unset};

/// Keys whose values nobody but the server may see, its logs neither: they are secrets, or may hold one.
const KEPT: [&str; 7] = ["secret", "hook_secret", "secret_file", "hook_secret_file", "hook_url", "jwks_url", "database"];

/// The line, what is wrong with it, and how it is written.
pub(super) fn told(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = text[before.rfind('\n').map_or(0, |end| end + 1)..].lines().next().unwrap_or_default();
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    let example = example(key);
    let what = if example.is_some() && !KEPT.contains(&key) {
        error.to_string()
    } else {
        // The parser shows the line, and values: those of a key that is not known, or of none, may be any part of a secret.
        let message = match error.message() {
            of_value if of_value.starts_with("invalid ") => {
                let expected = of_value.rsplit_once(", expected ").map_or("another value", |(_, expected)| expected);
                format!("expected {expected}")
            }
            message => message.to_owned(),
        };
        format!("line {}: {message}\n", before.matches('\n').count() + 1)
    };
    let hint = nearest(error.message()).map(|key| format!("did you mean `{key}`?")).or(example);
    (what + &hint.unwrap_or_default()).trim_end().to_owned()
}

/// How a key is written.
fn example(key: &str) -> Option<String> {
    let value = KEYS.iter().find(|known| known.name == key).map(|known| match known.unset {
        Unset::Is(value) | Unset::Nothing(value) => value.to_owned(),
    });
    let value = value.or_else(|| Limits::ALL.iter().find(|bound| bound.name == key).map(|bound| bound.default.to_string()));
    value.map(|value| format!("it is written as in {key} = {value}"))
}

#[cfg(test)]
mod tests {
    use super::super::keys::File;
    use super::*;

    fn wrong(text: &str) -> String {
        told(text, &toml::from_str::<File>(text).expect_err("is wrong"))
    }

    #[test]
    fn a_value_that_is_not_right_is_told_with_one_that_is() {
        for (text, hint) in [
            ("listen = 127.0.0.1:8080", "it is written as in listen = \"127.0.0.1:8080\""),
            ("\nlisten = \"8080\"", "it is written as in listen = \"127.0.0.1:8080\""),
            ("origins = 'https://example.org'", "it is written as in origins = [\"https://example.org\"]"),
            ("[limits]\nstall_s = '30'", "it is written as in stall_s = 30"),
            ("filter = 'strict'", "expected a table, as in filter = { refuse = [\"casino*\"], links = \"guests_hold\" }"),
            ("[rooms]\nproject = 'say'", "expected a table, as in [rooms.project] with guests = \"say\" below it"),
        ] {
            let said = wrong(text);
            assert!(said.ends_with(hint), "{said}");
        }
        assert!(wrong("[limits]\nstall_s = '30'").contains("line 2"));
    }

    #[test]
    fn a_secret_that_is_written_wrongly_is_not_shown() {
        for text in [
            "secret = hunter2-and-so-on",
            "\n  secret = 'hunter2",
            "secret = ['hunter2']",
            "filter = ', expected hunter2'",
            "\"secret\" = hunter2",
            "hook_secret = 'hun\nhunter2'",
            "database = postgres://app:hunter2@db/x",
            "secrt = 'hunter2'",
            "Secret = \"hunter2\"",
            "secret: 'hunter2'",
            "secret 'hunter2'",
            "server = { secret = 'hunter2' }",
            "rooms = 'hunter2'",
            "hook_url = https://site.example/hook?key=hunter2",
            "secret_file = hunter2",
            "secret = '''\nlisten\nhunter2=",
        ] {
            let said = wrong(text);
            assert!(!said.contains("hunter2") && said.starts_with("line "), "{said}");
        }
        let number = wrong("secret = 12345678901234567890123456789012");
        assert!(!number.contains("1234") && number.starts_with("line 1"), "{number}");
    }
}
