//! How often something may be done: very many buckets in bounded memory. Pure, with time as an argument.
//!
//! A bucket is one number, the time at which it will be full again (GCRA). One that is full is as good as none, so what was not
//! touched for as long as a bucket takes to fill is forgotten without loss: there are two generations, and the older one is
//! dropped whole. Where so many keys come that it has to be dropped earlier, those in it begin anew.

use std::collections::HashMap;
use std::time::Duration;

/// So many at once, and then one each so often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    every_ns: u64,
    burst: u64,
}

impl Quota {
    /// So many in a time, of which `burst` (at least 1) may come at once; `None` for 0, where there is no limit.
    pub(crate) fn new(count: u32, time: Duration, burst: u32) -> Option<Self> {
        let time_ns = u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
        // Rounded up: never more than was said.
        (count > 0).then(|| Self { every_ns: time_ns.div_ceil(count.into()), burst: burst.max(1).into() })
    }

    /// How long an empty bucket takes to be full.
    pub(crate) fn fill_ns(self) -> u64 {
        self.every_ns.saturating_mul(self.burst)
    }

    /// How long to wait for one, where the bucket is full again at a time.
    fn wait_ns(self, full_at: u64, now: u64) -> u64 {
        full_at.saturating_sub(now).saturating_sub(self.fill_ns() - self.every_ns)
    }
}

/// A bucket that is empty: its place among those that were asked for, and how long to wait for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Empty {
    pub(crate) place: usize,
    pub(crate) wait_ns: u64,
}

/// Buckets by key. All times are nanoseconds since any one moment, and never go back.
#[derive(Debug)]
pub(crate) struct Buckets {
    young: HashMap<u64, u64>,
    old: HashMap<u64, u64>,
    turned_at: u64,
    fill_ns: u64,
    keys_max: usize,
}

impl Buckets {
    /// Holds at most so many keys; no bucket takes longer to fill than `fill_ns`.
    pub(crate) fn new(keys_max: usize, fill_ns: u64) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), turned_at: 0, fill_ns, keys_max }
    }

    /// Takes one from each of the buckets, or from none of them.
    ///
    /// # Errors
    /// The one that has to be waited for longest.
    pub(crate) fn take(&mut self, asked: &[(u64, Quota)], now: u64) -> Result<(), Empty> {
        self.tidy(now);
        let waits = asked
            .iter()
            .enumerate()
            .map(|(place, (key, quota))| Empty { place, wait_ns: quota.wait_ns(self.full_at(*key), now) });
        if let Some(longest) = waits.filter(|empty| empty.wait_ns > 0).max_by_key(|empty| empty.wait_ns) {
            return Err(longest);
        }
        for (key, quota) in asked {
            let full_at = self.full_at(*key).max(now) + quota.every_ns;
            if self.young.len() >= self.keys_max / 2 && !self.young.contains_key(key) {
                self.turn(now);
            }
            self.young.insert(*key, full_at);
        }
        Ok(())
    }

    /// Forgets what has been full for a while.
    pub(crate) fn tidy(&mut self, now: u64) {
        if now.saturating_sub(self.turned_at) >= self.fill_ns {
            self.turn(now);
        }
    }

    fn turn(&mut self, now: u64) {
        self.old = std::mem::take(&mut self.young);
        self.turned_at = now;
    }

    fn full_at(&self, key: u64) -> u64 {
        self.young.get(&key).or_else(|| self.old.get(&key)).copied().unwrap_or(0)
    }
}

/// How many there are at once, by key. Holds as many keys as there is something of.
#[derive(Debug, Default)]
pub(crate) struct Counts(HashMap<u64, u32>);

impl Counts {
    /// One more, unless there are `max`; says whether there was room.
    pub(crate) fn enter(&mut self, key: u64, max: u32) -> bool {
        let count = self.0.entry(key).or_default();
        let fits = *count < max;
        *count += u32::from(fits);
        fits
    }

    /// One less of a key that was entered.
    pub(crate) fn leave(&mut self, key: u64) {
        if let Some(count) = self.0.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(&key);
            }
        }
    }

    /// Gives back the memory of a crowd that has left.
    pub(crate) fn tidy(&mut self) {
        if self.0.capacity() > 4 * self.0.len().max(16) {
            self.0.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: u64 = 1_000_000_000;

    fn quota(count: u32, seconds: u64, burst: u32) -> Quota {
        Quota::new(count, Duration::from_secs(seconds), burst).expect("a limit")
    }

    /// So many in a window of so long at most.
    fn most(quota: Quota, window_ns: u64) -> u64 {
        quota.burst + window_ns / quota.every_ns
    }

    proptest! {
        #[test]
        fn in_no_window_there_are_more_than_the_burst_and_what_has_come_in_since(
            (count, seconds, burst) in (1..50_u32, 1..90_u64, 1..20_u32),
            steps in prop::collection::vec((0..3_u64, 0..3 * SECOND), 1..200),
            keys_max in prop::sample::select(vec![1_000_usize, 6]),
        ) {
            let quota = quota(count, seconds, burst);
            let mut buckets = Buckets::new(keys_max, quota.fill_ns());
            let (mut now, mut taken) = (7 * SECOND, [Vec::new(), Vec::new(), Vec::new()]);
            for (key, step) in steps {
                now += step;
                match buckets.take(&[(key, quota)], now) {
                    Ok(()) => taken[key as usize].push(now),
                    Err(Empty { wait_ns, .. }) => {
                        // Not refused without need: it takes exactly as long as it was said.
                        prop_assert!(buckets.take(&[(key, quota)], now + wait_ns - 1).is_err());
                        now += wait_ns;
                        prop_assert_eq!(buckets.take(&[(key, quota)], now), Ok(()));
                        taken[key as usize].push(now);
                    }
                }
            }
            for taken in &taken {
                for (first, from) in taken.iter().enumerate() {
                    for (last, to) in taken.iter().enumerate().skip(first) {
                        prop_assert!((last - first + 1) as u64 <= most(quota, to - from), "{from} to {to}");
                    }
                }
            }
        }

        #[test]
        fn what_is_refused_by_one_bucket_is_taken_from_none(steps in prop::collection::vec(0..SECOND, 1..100)) {
            let (wide, narrow) = (quota(10, 1, 10), quota(1, 1, 1));
            let (mut together, mut alone) = (Buckets::new(100, wide.fill_ns()), Buckets::new(100, wide.fill_ns()));
            let mut now = SECOND;
            for step in steps {
                now += step;
                if together.take(&[(1, wide), (2, narrow)], now).is_ok() {
                    prop_assert_eq!(alone.take(&[(1, wide)], now), Ok(()));
                }
                prop_assert_eq!(together.full_at(1), alone.full_at(1));
            }
        }
    }

    #[test]
    fn a_million_keys_hold_no_more_memory_than_was_said() {
        let (quota, mut buckets) = (quota(1, 1, 20), Buckets::new(200_000, 20 * SECOND));
        let mut most = (0, 0);
        for key in 0..1_000_000 {
            assert_eq!(buckets.take(&[(key, quota)], SECOND + key), Ok(()));
            most.0 = most.0.max(buckets.young.len() + buckets.old.len());
            most.1 = most.1.max(buckets.young.capacity() + buckets.old.capacity());
        }
        // A map holds half as many places again in the worst case; 17 bytes each.
        assert!(most.0 <= 200_000 && most.1 * 17 <= 6 << 20, "{most:?}");
        buckets.tidy(100 * SECOND);
        buckets.tidy(200 * SECOND);
        assert_eq!((buckets.young.capacity(), buckets.old.capacity()), (0, 0), "nobody has come for long");
    }

    #[test]
    fn whoever_is_over_is_not_forgotten_before_the_bucket_is_full() {
        let (quota, mut buckets) = (quota(1, 1, 3), Buckets::new(1_000, 3 * SECOND));
        let now = 10 * SECOND;
        for _ in 0..3 {
            assert_eq!(buckets.take(&[(1, quota)], now), Ok(()));
        }
        for step in 0..10 {
            buckets.tidy(now + step * SECOND / 10);
            assert!(buckets.take(&[(1, quota)], now + step * SECOND / 10).is_err(), "{step}");
        }
        assert_eq!(buckets.take(&[(1, quota)], now + SECOND), Ok(()));
    }

    #[test]
    fn a_rate_of_nothing_is_no_limit_and_one_too_high_is_none_either() {
        assert_eq!(Quota::new(0, Duration::from_secs(1), 5), None);
        let fastest = Quota::new(u32::MAX, Duration::from_secs(1), u32::MAX).expect("a limit");
        assert!(Buckets::new(10, 0).take(&[(1, fastest)], 0).is_ok());
    }

    #[test]
    fn who_leaves_makes_room_and_leaves_nothing_behind() {
        let mut counts = Counts::default();
        assert!(counts.enter(1, 2) && counts.enter(1, 2) && !counts.enter(1, 2) && counts.enter(2, 2));
        counts.leave(1);
        assert!(counts.enter(1, 2) && !counts.enter(1, 2));
        for key in 10..100_000 {
            assert!(counts.enter(key, 1));
        }
        (10..100_000).for_each(|key| counts.leave(key));
        counts.tidy();
        assert!(counts.0.len() == 2 && counts.0.capacity() < 1_000, "{}", counts.0.capacity());
    }
}
