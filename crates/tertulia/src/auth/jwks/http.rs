//! Keys from an address.

use std::time::Duration;

use http::{HeaderMap, header};

use super::{Fetched, Fetching, KeySource};
use crate::error::Error;
use crate::outward::{Address, answer};

/// A source of keys at an address: https, or http on this machine. It follows no redirect and goes through no proxy.
#[derive(Debug, Clone)]
pub struct HttpKeys(Address);

impl HttpKeys {
    /// A source at an address, which only whoever configures the server may name.
    ///
    /// # Errors
    /// When the address is neither https nor http to a loopback address or `localhost`, or has a name and password or a fragment.
    pub fn new(url: &str) -> Result<Self, Error> {
        Ok(Self(Address::new(url)?))
    }
}

impl KeySource for HttpKeys {
    fn fetch(&self, bytes_max: usize) -> Fetching<'_> {
        Box::pin(async move {
            let request = self.0.get().header(header::ACCEPT, "application/jwk-set+json, application/json");
            let (headers, json) = answer(request, bytes_max, "jwks_bytes").await?;
            Ok(Fetched { json, max_age: max_age(&headers) })
        })
    }
}

/// For how long an answer may be kept (RFC 9111), where it says.
fn max_age(headers: &HeaderMap) -> Option<Duration> {
    let said = headers.get_all(header::CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let words: Vec<_> = said.flat_map(|value| value.split(',')).map(|word| word.trim().to_ascii_lowercase()).collect();
    if words.iter().any(|word| word == "no-store" || word == "no-cache") {
        return Some(Duration::ZERO);
    }
    let seconds = words.iter().find_map(|word| word.strip_prefix("max-age="))?;
    seconds.trim_matches('"').parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_an_answer_may_be_kept_is_read() {
        for (said, age) in [
            ("public, max-age=300, must-revalidate", Some(300)),
            ("Max-Age=7", Some(7)),
            ("no-store", Some(0)),
            ("no-cache, max-age=60", Some(0)),
            ("s-maxage=9", None),
            ("max-age=-1", None),
            ("max-age=99999999999999999999999", None),
        ] {
            let headers = HeaderMap::from_iter([(header::CACHE_CONTROL, said.parse().expect("a value"))]);
            assert_eq!(max_age(&headers), age.map(Duration::from_secs), "{said}");
        }
        assert_eq!(max_age(&HeaderMap::new()), None);
    }
}
