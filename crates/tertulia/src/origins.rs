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

    /// Whether this origin, which is not on the list, is to be told of: once, since each request of a busy page would come with it.
    pub(crate) fn is_news(&self, strange: &str) -> bool {
        let mut told = self.strange.lock().unwrap_or_else(PoisonError::into_inner);
        strange.len() <= STRANGE_BYTES_MAX && told.len() < STRANGE_MAX && told.insert(strange.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strange_origin_is_news_once_and_who_makes_them_up_is_not_told_of_for_ever() {
        let origins = Origins::new(vec!["https://example.org".to_owned()]);
        assert!(origins.is_news("https://strange.example"));
        assert!(!origins.is_news("https://strange.example"), "once");
        assert!(!origins.is_news(&format!("https://{}.example", "a".repeat(STRANGE_BYTES_MAX))), "too long to be anybody's");
        let told = (0..2 * STRANGE_MAX).filter(|n| origins.is_news(&format!("https://{n}.example"))).count();
        assert_eq!(told, STRANGE_MAX - 1);
    }
}
