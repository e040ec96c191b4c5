//! What counts: numbers that any thread may raise, without a lock. Pure.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tertulia_wire::Code;

/// A number that only rises.
#[derive(Debug, Default)]
pub(crate) struct Counter(AtomicU64);

impl Counter {
    pub(crate) fn one(&self) {
        self.add(1);
    }

    pub(crate) fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    pub(crate) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// How many there are now.
#[derive(Debug, Default)]
pub(crate) struct Gauge(AtomicU64);

impl Gauge {
    pub(crate) fn up(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Each has to have gone up before.
    pub(crate) fn down(&self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }

    pub(crate) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// One number for each code of a problem.
#[derive(Debug, Default)]
pub(crate) struct ByCode([Counter; Code::ALL.len()]);

impl ByCode {
    pub(crate) fn one(&self, code: Code) {
        if let Some(place) = Code::ALL.iter().position(|known| *known == code) {
            self.0[place].one();
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, u64)> {
        Code::ALL.iter().zip(&self.0).map(|(code, counter)| (code.as_str(), counter.get()))
    }
}

/// How many of what was measured were how large, by bounds that are given once.
#[derive(Debug)]
pub(crate) struct Histogram<const N: usize> {
    bounds: &'static [u64; N],
    // What is above all bounds.
    beyond: Counter,
    within: [Counter; N],
    sum: Counter,
}

impl<const N: usize> Histogram<N> {
    pub(crate) fn new(bounds: &'static [u64; N]) -> Self {
        Self { bounds, beyond: Counter::default(), within: std::array::from_fn(|_| Counter::default()), sum: Counter::default() }
    }

    pub(crate) fn note(&self, value: u64) {
        let place = self.bounds.partition_point(|bound| *bound < value);
        self.within.get(place).unwrap_or(&self.beyond).one();
        self.sum.add(value);
    }

    /// For a histogram in microseconds.
    pub(crate) fn note_time(&self, time: Duration) {
        self.note(u64::try_from(time.as_micros()).unwrap_or(u64::MAX));
    }

    /// What was measured so far, with so many of what is counted in one of what is told: 1,000,000 microseconds in a second.
    pub(crate) fn told_in(&self, unit: f64) -> super::Distribution {
        let mut count = 0;
        let buckets = self.bounds.iter().zip(&self.within).map(|(bound, within)| {
            count += within.get();
            (as_float(*bound) / unit, count)
        });
        let buckets: Vec<_> = buckets.collect();
        super::Distribution { buckets, count: count + self.beyond.get(), sum: as_float(self.sum.get()) / unit }
    }
}

/// Above 2⁵³ the last digits go, which nobody would read.
#[expect(clippy::cast_precision_loss, reason = "said above")]
pub(crate) fn as_float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static BOUNDS: [u64; 3] = [1, 10, 100];

    proptest! {
        #[test]
        fn each_value_is_counted_in_every_bucket_that_holds_it(values in prop::collection::vec(0_u64..200, 0..50)) {
            let histogram = Histogram::new(&BOUNDS);
            values.iter().for_each(|value| histogram.note(*value));
            let told = histogram.told_in(1.0);
            prop_assert_eq!(told.count, values.len() as u64);
            prop_assert_eq!(told.sum, as_float(values.iter().sum()));
            for ((bound, count), whole) in told.buckets.iter().zip(BOUNDS) {
                prop_assert_eq!(*bound, as_float(whole));
                prop_assert_eq!(*count, values.iter().filter(|value| **value <= whole).count() as u64);
            }
        }
    }

    #[test]
    fn every_code_is_counted_by_itself() {
        let by_code = ByCode::default();
        for (times, code) in (1..).zip(Code::ALL) {
            (0..times).for_each(|_| by_code.one(code));
        }
        let told: Vec<_> = by_code.all().collect();
        let expected: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).zip(1..).collect();
        assert_eq!(told, expected);
    }
}
