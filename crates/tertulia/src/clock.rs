//! The clock, as a value: the pure parts take times as arguments, and tests set them.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tertulia_wire::Time;

/// Tells the time, in milliseconds.
pub type Clock = Arc<dyn Fn() -> Time + Send + Sync>;

/// The machine's clock.
#[must_use]
pub fn system_clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}
