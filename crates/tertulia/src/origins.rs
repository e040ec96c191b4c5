//! Whose pages may use a chat from a browser, and which others were told of. Pure.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// How many origins that are not on the list are told of in a run, and how long each may be: who makes them up must fill neither
/// the log nor the memory.
const STRANGE_MAX: usize = 100;
const STRANGE_BYTES_MAX: usize = 200;

/// Origins, each as a browser writes it: `https://example.org`.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    listed: Vec<String>,
    // A std lock: it is held for one look-up.
    strange: Mutex<HashSet<String>>,
}

impl Origins {
    pub(crate) fn new(listed: Vec<String>) -> Self {
        Self { listed, strange: Mutex::default() }
    }

    pub(crate) fn contains(&self, origin: &str) -> bool {
        self.listed.iter().any(|listed| listed == origin)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.listed.iter().map(String::as_str)
    }

    /// Where this origin, which is not on the list, is to be told of, the list with it: to be pasted in the place of the old one. Each
    /// is told of once, since each request of a busy page would come with it; one that no list can hold is not.
    pub(crate) fn news(&self, strange: &str) -> Option<String> {
        if strange.len() > STRANGE_BYTES_MAX || check(strange).is_err() {
            return None;
        }
        let mut told = self.strange.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = told.len() < STRANGE_MAX && told.insert(strange.to_owned());
        is_news.then(|| format!("origins = {:?}", self.iter().chain([strange]).collect::<Vec<_>>()))
    }
}

/// Whether an origin is written as browsers write it ([RFC 6454](https://www.rfc-editor.org/rfc/rfc6454#section-6.1)): in small letters, without
/// a path, and without the port that its scheme has anyway. Any other would match no page, and nobody would be told why.
///
/// # Errors
/// What is wrong with it, in words, and how it would be right where that can be told.
pub fn check(origin: &str) -> Result<(), String> {
    if origin.contains('*') {
        return Err(format!("the origin {origin:?} names nobody: each is listed by itself, as in \"https://example.org\""));
    }
    if !origin.is_ascii() {
        return Err(format!(
            "the origin {origin:?} is not written as browsers write it: in ASCII, as in \"https://xn--exmple-cua.org\""
        ));
    }
    let (scheme, rest) = origin.split_once("://").unwrap_or(("https", origin));
    let scheme = if scheme.is_empty() { "https" } else { scheme };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let usual = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => "",
    };
    let right = format!("{scheme}://{}", host.strip_suffix(usual).unwrap_or(host)).to_ascii_lowercase();
    let is_name = |c: char| c.is_ascii_alphanumeric() || ".-_[]:".contains(c);
    if right != origin
        || host.is_empty()
        || !host.chars().all(is_name)
        || !scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    {
        let example = if host.is_empty() || !host.chars().all(is_name) { "https://example.org" } else { &right };
        return Err(format!("the origin {origin:?} is not of the form scheme://host or scheme://host:port, as in {example:?}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strange_origin_is_told_of_once_with_the_list_to_paste_and_who_makes_them_up_is_not_told_of_for_ever() {
        let origins = Origins::new(vec!["https://example.org".to_owned()]);
        let news = |origin: &str| origins.news(origin);
        let whole = r#"origins = ["https://example.org", "https://strange.example"]"#;
        assert_eq!(news("https://strange.example").as_deref(), Some(whole), "pasted, the first is still in it");
        assert_eq!(news("https://strange.example"), None, "once");
        for no_origin in ["null", "", "https://a.example, https://b.example", "https://a.example/", "https://a\"b"] {
            assert_eq!(news(no_origin), None, "{no_origin}");
        }
        assert_eq!(news(&format!("https://{}.example", "a".repeat(STRANGE_BYTES_MAX))), None, "too long to be anybody's");
        let told = (0..2 * STRANGE_MAX).filter(|n| news(&format!("https://{n}.example")).is_some()).count();
        assert_eq!(told, STRANGE_MAX - 1);
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for good in [
            "https://example.org",
            "http://localhost:3000",
            "http://[::1]:81",
            "https://xn--exmple-cua.org",
            "capacitor://localhost",
        ] {
            assert_eq!(check(good), Ok(()));
        }
        for (bad, right) in [
            ("example.org/", "as in \"https://example.org\""),
            ("https://example.org/", "as in \"https://example.org\""),
            ("https://Example.org", "as in \"https://example.org\""),
            ("https://example.org:443", "as in \"https://example.org\""),
            ("http://example.org:80", "as in \"http://example.org\""),
            ("https://exämple.org", "in ASCII"),
            ("*", "names nobody"),
            ("https://*.example.org", "names nobody"),
            ("", "as in \"https://example.org\""),
            ("https://", "as in \"https://example.org\""),
            ("https://a, https://b", "as in \"https://example.org\""),
            ("null", "as in \"https://null\""),
        ] {
            let wrong = check(bad).expect_err(bad);
            assert!(wrong.contains(right), "{wrong}");
        }
    }
}
