//! The site's public keys as its own server tells them: a JSON Web Key Set that is fetched, kept, and fetched anew.
//!
//! One task fetches; whoever needs a key that is not known yet waits for it, all for the same fetch. Tokens can bring about one
//! fetch a minute and no more, whatever they name. What was fetched last stays good while the source does not answer. Who came by
//! a key that the next set lacks is asked about again then, on open lines too: see `hearing` and `standing`.

#[cfg(feature = "http-client")]
mod http;
mod set;

use std::error::Error;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jsonwebtoken::{Algorithm, Header};
use tertulia_wire::Code;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, timeout};

#[cfg(feature = "http-client")]
pub use self::http::HttpKeys;
use super::identity::KeyMark;
use super::token::Check;
use crate::error::{Refusal, with_causes};
use crate::limits::Limits;

/// Seconds for which fetched keys are kept at least, however short a time their source names.
const KEPT_S_MIN: u64 = 60;
/// Seconds between two tries of a source that does not answer, at most: the first comes after one, each next after twice as long.
const RETRY_S_MAX: u64 = 60;

/// What a source of keys answers with.
pub type Fetching<'a> = BoxFuture<'a, Result<Fetched, Box<dyn Error + Send + Sync>>>;

/// Where the site's public keys come from. [`HttpKeys`] fetches them from an address; a host may have a way of its own.
pub trait KeySource: Send + Sync + 'static {
    /// Fetches the key set anew, reading `bytes_max` bytes of it at most.
    ///
    /// Never asked twice at once. It has `jwks_answer_s` for its answer.
    ///
    /// # Errors
    /// When it can't be had for now: logged once, and tried again. The keys that were fetched before stay good.
    fn fetch(&self, bytes_max: usize) -> Fetching<'_>;
}

/// A key set, as it was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The set, as JSON (RFC 7517).
    pub json: Bytes,
    /// For how long it may be kept, where the source says. Less than a minute counts as one; more than `jwks_refresh_s` as that.
    pub max_age: Option<Duration>,
}

/// The keys of one source.
pub(crate) struct Jwks {
    source: Box<dyn KeySource>,
    audience: String,
    bounds: Bounds,
    known: watch::Sender<Known>,
    wanted: Notify,
}

/// What of [`Limits`] concerns the keys.
struct Bounds {
    bytes: usize,
    keys: usize,
    answer: Duration,
    refresh: Duration,
    unknown: Duration,
}

struct Known {
    keys: Arc<[Arc<Check>]>,
    /// Fetches that have ended, well or not.
    fetches: u64,
    /// One is under way, or about to be.
    fetching: bool,
    /// The last one brought nothing, or none has ended.
    away: bool,
    /// Those of them that took a key back.
    took_back: u64,
    /// When a token last brought one about.
    asked: Option<Instant>,
}

impl Known {
    fn fit(&self, header: &Header) -> bool {
        self.keys.iter().any(|key| key.fits(header))
    }

    fn has(&self, mark: KeyMark) -> bool {
        self.keys.iter().any(|key| key.mark == mark)
    }

    /// Goes on with what was fetched.
    fn replace(&mut self, keys: &Arc<[Arc<Check>]>) {
        let before = std::mem::replace(&mut self.keys, Arc::clone(keys));
        self.took_back += u64::from(before.iter().any(|key| !self.has(key.mark)));
    }
}

impl fmt::Debug for Jwks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jwks").field("keys", &self.keys().len()).finish_non_exhaustive()
    }
}

impl Jwks {
    pub(super) fn new(source: Box<dyn KeySource>, audience: &str, limits: &Limits) -> Self {
        let bounds = Bounds {
            bytes: limits.jwks_bytes,
            keys: limits.jwks_keys,
            answer: Duration::from_secs(limits.jwks_answer_s),
            refresh: Duration::from_secs(limits.jwks_refresh_s),
            unknown: Duration::from_secs(limits.jwks_unknown_s),
        };
        // Who comes before the first fetch has ended waits for it.
        let known = Known { keys: Arc::default(), fetches: 0, fetching: true, away: true, took_back: 0, asked: None };
        Self { source, audience: audience.to_owned(), bounds, known: watch::Sender::new(known), wanted: Notify::new() }
    }

    /// The keys that are known now.
    pub(super) fn keys(&self) -> Arc<[Arc<Check>]> {
        Arc::clone(&self.known.borrow().keys)
    }

    /// Whether a key is still among those that are known.
    pub(super) fn has(&self, mark: KeyMark) -> bool {
        self.known.borrow().has(mark)
    }

    /// Waits until more fetches than so many have taken a key back; says how many.
    pub(crate) async fn takes_back(&self, heard: u64) -> u64 {
        let mut known = self.known.subscribe();
        known.wait_for(|known| known.took_back > heard).await.map_or(heard, |known| known.took_back)
    }

    /// Fetches for as long as it is polled: at once, when the keys have been kept long enough, and when a token asks for it.
    pub(crate) async fn keep(self: Arc<Self>) {
        let mut failures = 0;
        loop {
            let pause = match self.fetch().await {
                Ok(kept) => {
                    failures = 0;
                    kept
                }
                Err(_) => {
                    failures += 1;
                    Duration::from_secs(1 << (failures - 1).min(6)).min(Duration::from_secs(RETRY_S_MAX))
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.wanted.notified() => {}
            }
        }
    }

    /// Fetches once, and tells those who wait; says for how long what came may be kept.
    pub(super) async fn fetch(&self) -> Result<Duration, String> {
        self.known.send_modify(|known| known.fetching = true);
        let fetched = self.fetched().await;
        let (mut was_away, mut is_first) = (false, false);
        self.known.send_modify(|known| {
            (was_away, is_first) = (known.away, known.fetches == 0);
            known.fetching = false;
            known.fetches += 1;
            known.away = fetched.is_err();
            if let Ok((keys, _)) = &fetched {
                known.replace(keys);
            }
        });
        match &fetched {
            Ok((keys, _)) if was_away && keys.is_empty() => tracing::warn!("the site's key set has no key that can be used"),
            Ok((keys, _)) if was_away => tracing::info!(keys = keys.len(), "the site's keys are there"),
            Err(error) if is_first || !was_away => tracing::warn!(error = ?error, "the site's keys could not be fetched"),
            _ => {}
        }
        let max_age = fetched?.1;
        Ok(max_age.map_or(self.bounds.refresh, |age| age.min(self.bounds.refresh)).max(Duration::from_secs(KEPT_S_MIN)))
    }

    async fn fetched(&self) -> Result<(Arc<[Arc<Check>]>, Option<Duration>), String> {
        // A source that panics is one that fails: the task goes on.
        let asked = AssertUnwindSafe(async { self.source.fetch(self.bounds.bytes).await }).catch_unwind();
        let answer = timeout(self.bounds.answer, asked).await;
        let answer = answer.map_err(|_| format!("nothing came within {} s", self.bounds.answer.as_secs()))?;
        let fetched = answer.map_err(|_| "the source of keys panicked".to_owned())?.map_err(|error| with_causes(&*error))?;
        if fetched.json.len() > self.bounds.bytes {
            return Err(format!("it has more than {} bytes (jwks_bytes)", self.bounds.bytes));
        }
        let set = set::read(&fetched.json, self.bounds.keys, &self.audience)?;
        for key in set.left_out {
            match key.is_secret {
                true => tracing::warn!(kid = key.kid, "the site's key set tells everybody a key to sign with; it is not used"),
                false => tracing::debug!(kid = key.kid, why = key.why, "a key of the site's key set is not used"),
            }
        }
        Ok((set.keys.into_iter().map(Arc::new).collect(), fetched.max_age))
    }

    /// Waits for a fetch that could bring the key that a token needs; says whether there was one to wait for.
    ///
    /// # Errors
    /// `store_away` where the key is not known and the source does not answer: then nobody can tell whether the token is good.
    pub(super) async fn learn(&self, header: &Header) -> Result<bool, Refusal> {
        if !matches!(header.alg, Algorithm::RS256 | Algorithm::ES256 | Algorithm::EdDSA) {
            return Ok(false);
        }
        let mut waited = false;
        // Twice: what is under way may have begun before the key was there.
        for _ in 0..2 {
            let Some(fetches) = self.ask(header) else { break };
            waited = true;
            let mut known = self.known.subscribe();
            // Longer than a fetch can take, so that nobody hangs on one that never comes.
            let ended = timeout(self.bounds.answer * 2, known.wait_for(|known| known.fetches > fetches)).await;
            if ended.is_err() {
                break;
            }
        }
        let known = self.known.borrow();
        if known.away && !known.fit(header) {
            return Err(Refusal::because(Code::StoreAway, "keys-away").retry_after_s(1));
        }
        Ok(waited)
    }

    /// Asks for a fetch, unless the key is known or one was asked for just now; what to wait for is that more fetches have ended.
    fn ask(&self, header: &Header) -> Option<u64> {
        let mut awaited = None;
        let asked = self.known.send_if_modified(|known| {
            // One that has no name may have been another before.
            if known.keys.iter().any(|key| key.is_named(header)) {
                return false;
            }
            let now = Instant::now();
            let may_ask = !known.fetching && known.asked.is_none_or(|asked| now.duration_since(asked) >= self.bounds.unknown);
            awaited = (known.fetching || may_ask).then_some(known.fetches);
            if may_ask {
                (known.asked, known.fetching) = (Some(now), true);
            }
            may_ask
        });
        if asked {
            self.wanted.notify_one();
        }
        awaited
    }
}

#[cfg(test)]
mod attacks;
