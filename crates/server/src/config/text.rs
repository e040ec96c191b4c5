//! The configuration, told: as a file with everything in it, and as tables for the book. Pure.

use tertulia::Limits;
use tertulia::limits::Bound;

use super::filters::FILTER_KEYS;
use super::keys::{KEYS, Key, Unset};
use super::limit_variable;
use super::signers::SIGNER_KEYS;

const WIDTH: usize = 110;

const ABOUT: &str = "\
The configuration of a Tertulia server, with everything that can be set. What begins with `#` is as it is where nothing
is said; take the `#` away to set it. The environment wins over this file, and flags win over both.";

const PATHS: &str = "\
A path in the file begins in the folder that the file lies in; one of a flag or of the environment in the folder where the command is
typed.";

const ROOMS: &str = "\
What a type of rooms allows to those who bring no token of the site's. A table for each type; none is allowed anything
without one.";

/// Keys of the table `[rooms.TYPE]`, each with its doc and default.
const ROOM_KEYS: [(&str, &str, &str); 3] = [
    ("guests", "What guests may do: \"none\", \"read\" or \"say\"; \"none\" where nothing is said.", "\"none\""),
    (
        "create",
        "Whose first say makes a room: with true also a guest's, with false only that of a grant which names the room. Where nothing is \
         said, that of every user with a token that lets them say there. (not set; for example)",
        "true",
    ),
    ("filter", "What is not to be said in these rooms, in the place of `[filter]`, with the same keys.", "{ links = \"allow\" }"),
];

const SIGNERS: &str = "\
Public keys by which tokens are checked that the site signs with a private key, beside the secret or instead of it. A table
for each key, with `file` or `pem`.";

const FILTER: &str = "\
Words and links that are not to be said by anybody below `moderate`, in messages, edits and names of guests. A type of rooms can
have another one.";

const LIMITS: &str = "\
Bounds, each on what one server holds or one client may ask for. Each can be set by the environment, too.";

/// A file that sets nothing, and says all that could be set.
pub(super) fn default() -> String {
    let mut file = comment(&format!("{ABOUT} {PATHS}"));
    for key in KEYS {
        let (value, is) = match key.unset {
            Unset::Is(value) => (value, "the default"),
            Unset::Nothing(value) => (value, "not set; for example"),
        };
        let about = format!("{} ({}; {}; {is})", key.doc.trim(), key.unit, key.env);
        file.push_str(&format!("\n{}#{} = {value}\n", comment(&about), key.name));
    }
    file.push_str(&format!("\n{}#[[keys]]\n", comment(SIGNERS)));
    for (name, doc, value) in SIGNER_KEYS {
        file.push_str(&format!("{}#{name} = {value}\n", comment(doc)));
    }
    file.push_str(&format!("\n{}#[rooms.project]\n", comment(ROOMS)));
    for (name, doc, value) in ROOM_KEYS {
        file.push_str(&format!("{}#{name} = {value}\n", comment(doc)));
    }
    file.push_str(&format!("\n{}#[filter]\n", comment(FILTER)));
    for (name, doc, value) in FILTER_KEYS {
        file.push_str(&format!("{}#{name} = {value}\n", comment(doc)));
    }
    file.push_str(&format!("\n{}[limits]\n", comment(LIMITS)));
    for bound in Limits::ALL {
        let Bound { name, doc, default, min, max, .. } = bound;
        let about = format!("{} ({}, {min} to {max})", doc.trim(), bound.unit());
        file.push_str(&format!("\n{}#{name} = {default}\n", comment(&about)));
    }
    file
}

/// The tables of the book, in Markdown.
pub(super) fn book() -> String {
    let mut page = format!("{PATHS}\n\n");
    page.push_str("| key | environment | | default |\n|---|---|---|---|\n");
    for Key { name, doc, unit, env, unset } in KEYS {
        let default = if let Unset::Is(value) = unset { format!("`{value}`") } else { String::new() };
        page.push_str(&format!("| `{name}` | `{env}` | {} ({unit}) | {default} |\n", doc.trim()));
    }
    page.push_str(&format!("\n## `[[keys]]`\n\n{SIGNERS}\n\n| key | | for example |\n|---|---|---|\n"));
    for (name, doc, value) in SIGNER_KEYS {
        page.push_str(&format!("| `{name}` | {doc} | `{value}` |\n"));
    }
    page.push_str(&format!("\n## `[rooms.TYPE]`\n\n{ROOMS}\n\n| key | | for example |\n|---|---|---|\n"));
    for (name, doc, value) in ROOM_KEYS {
        page.push_str(&format!("| `{name}` | {doc} | `{value}` |\n"));
    }
    page.push_str(&format!("\n## `[filter]`\n\n{FILTER}\n\n| key | | for example |\n|---|---|---|\n"));
    for (name, doc, value) in FILTER_KEYS {
        page.push_str(&format!("| `{name}` | {doc} | `{value}` |\n"));
    }
    let variable = limit_variable("stall_s");
    page.push_str(&format!("\n## `[limits]`\n\n{LIMITS} `stall_s`, for example, is `{variable}` there.\n\n"));
    page.push_str("| key | unit | | default | least | most |\n|---|---|---|---|---|---|\n");
    for bound in Limits::ALL {
        let Bound { name, doc, default, min, max, .. } = bound;
        page.push_str(&format!("| `{name}` | {} | {} | {default} | {min} | {max} |\n", bound.unit(), doc.trim()));
    }
    page
}

/// Lines of a comment, broken between words.
fn comment(text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push_str(&format!("#{line}\n"));
            line.clear();
        }
        line.push(' ');
        line.push_str(word);
    }
    lines + &format!("#{line}\n")
}

#[cfg(test)]
mod tests {
    use super::super::keys::File;
    use super::*;

    #[test]
    fn the_file_with_everything_sets_nothing() {
        let file: File = toml::from_str(&default()).expect("is a configuration");
        assert_eq!(file.limits, Limits::default());
        assert!(file.listen.is_none() && file.rooms.is_empty());
    }

    #[test]
    fn every_line_of_it_can_be_set_as_it_stands() {
        // A comment has a space behind its sign; what can be set has none.
        let line = |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line).to_owned();
        let text = default().lines().map(line).collect::<Vec<_>>().join("\n");
        let file: File = toml::from_str(&text).expect("is a configuration");
        assert_eq!(file.limits, Limits::default(), "what is told is what is");
        let defaults = super::super::Config::resolve(File::default(), None).expect("resolves");
        let told = super::super::Config::resolve(
            File {
                secret_file: None,
                secret: None,
                keys: Vec::new(),
                jwks_url: None,
                filter: None,
                hook_secret_file: None,
                ..file
            },
            None,
        )
        .expect("resolves");
        assert_eq!((told.listen, told.database), (defaults.listen, defaults.database));
        assert_eq!((told.trusted_proxies, told.limits), (defaults.trusted_proxies, defaults.limits));
    }

    #[test]
    fn the_book_has_every_key() {
        let (file, page) = (default(), book());
        for name in KEYS.iter().map(|key| key.name).chain(Limits::ALL.iter().map(|bound| bound.name)) {
            assert!(page.contains(&format!("| `{name}` |")), "{name}");
            assert!(file.contains(&format!("\n#{name} = ")), "{name}");
        }
    }
}
