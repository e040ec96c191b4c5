//! That the store is away, since when, and how often it is asked whether it is back. Pure but for the log and the clock.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Between two questions whether the store is back.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause: on a full disk what asks has room, and what people say has none, so that it is back again and again.
const PAUSE_MAX: Duration = Duration::from_secs(8);
/// Who has been back for as long is away anew, and not still.
const STEADY: Duration = Duration::from_secs(30);

/// Whether the store is known to be away: then sends are refused at once.
#[derive(Debug, Default)]
pub(super) struct Away {
    is: AtomicBool,
    times: Mutex<Times>,
}

#[derive(Debug, Default)]
struct Times {
    since: Option<Instant>,
    back_at: Option<Instant>,
    /// All the times that are over.
    before: Duration,
    /// How often it was back for a moment only.
    relapses: u32,
}

impl Away {
    pub(super) fn is(&self) -> bool {
        self.is.load(Ordering::Relaxed)
    }

    fn times(&self) -> MutexGuard<'_, Times> {
        self.times.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says once that it is away, and why: whoever is woken by it at night begins there.
    pub(super) fn begin(&self, cause: &str) {
        if !self.is.swap(true, Ordering::Relaxed) {
            let (mut times, now) = (self.times(), Instant::now());
            let is_relapse = times.back_at.is_some_and(|back_at| now - back_at < STEADY);
            times.relapses = if is_relapse { times.relapses.saturating_add(1) } else { 0 };
            times.since = Some(now);
            drop(times);
            tracing::error!(cause, "the store is away: sends are refused until it answers");
        }
    }

    pub(super) fn end(&self) {
        if self.is.swap(false, Ordering::Relaxed) {
            let (mut times, now) = (self.times(), Instant::now());
            let away = times.since.take().map_or(Duration::ZERO, |since| now - since);
            times.before += away;
            times.back_at = Some(now);
            drop(times);
            tracing::info!(away_s = away.as_secs(), "the store is back");
        }
    }

    /// How long to wait before it is asked whether it is back: twice as long each time that it was back for a moment only.
    pub(super) fn pause(&self) -> Duration {
        PAUSE_MAX.min(PAUSE * 2_u32.saturating_pow(self.times().relapses))
    }

    /// For how long it has been away, this time and all times before.
    pub(super) fn total(&self) -> Duration {
        let times = self.times();
        times.before + times.since.map_or(Duration::ZERO, |since| since.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::advance;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn who_is_back_for_a_moment_only_is_asked_more_and_more_seldom() {
        let away = Away::default();
        let mut pauses = Vec::new();
        for _ in 0..8 {
            away.begin("full");
            pauses.push(away.pause().as_millis());
            advance(away.pause()).await;
            away.end();
        }
        assert_eq!(pauses, [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
        assert_eq!(away.total().as_millis(), pauses.iter().sum());
        advance(STEADY).await;
        away.begin("full again");
        assert_eq!(away.pause(), PAUSE, "it was well for long enough");
    }
}
