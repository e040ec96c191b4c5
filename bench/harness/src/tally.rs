//! What every reader must see: each payload once, whole, in order, in its own room. Everything else is counted.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use hdrhistogram::Histogram;
use tokio::sync::Notify;

pub fn now_ns() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// Microseconds, up to ten minutes.
pub fn histogram() -> Histogram<u64> {
    Histogram::new_with_bounds(1, 600_000_000, 3).expect("bounds are constant")
}

// PB1|run(8)|room(5)|publisher(3)|sequence(8)|send time ns(20)|xxxx.   No byte of it needs escaping in JSON.
const ROOM: usize = 13;
const PUBLISHER: usize = 19;
const SEQUENCE: usize = 23;
const SENT: usize = 32;
pub const HEAD_BYTES: usize = 53;

pub fn payload(run: &str, room: usize, publisher: usize, sequence: u64, size: usize) -> String {
    let mut text = format!("PB1|{run}|{room:05}|{publisher:03}|{sequence:08}|{:020}|", now_ns());
    while text.len() + 1 < size {
        text.push('x');
    }
    text.push('.');
    text
}

fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit.wrapping_sub(b'0')))
}

/// The counts of one run, shared by all its connections.
pub struct Tally {
    pub run: String,
    pub payload_bytes: usize,
    pub publishers: usize,
    finder: memchr::memmem::Finder<'static>,
    /// Latencies count only while this is set.
    pub recording: AtomicBool,
    /// The next sequence number by (room, publisher).
    pub sequences: Mutex<HashMap<(usize, usize), u64>>,
    pub delivered: AtomicU64,
    pub bytes: AtomicU64,
    pub target: AtomicU64,
    pub progress: Notify,
    pub stop: AtomicBool,
    pub ready: AtomicU64,
    pub failed: AtomicU64,
    pub repeated: AtomicU64,
    pub out_of_order: AtomicU64,
    pub misrouted: AtomicU64,
    pub corrupt: AtomicU64,
    pub long_polls: AtomicU64,
    pub latency: Mutex<Histogram<u64>>,
    errors: Mutex<Vec<String>>,
}

impl Tally {
    pub fn new(run: &str, payload_bytes: usize, publishers: usize) -> Tally {
        let marker = format!("PB1|{run}|");
        Tally {
            run: run.into(),
            payload_bytes,
            publishers,
            finder: memchr::memmem::Finder::new(marker.as_bytes()).into_owned(),
            recording: false.into(),
            sequences: Mutex::default(),
            delivered: 0.into(),
            bytes: 0.into(),
            target: u64::MAX.into(),
            progress: Notify::new(),
            stop: false.into(),
            ready: 0.into(),
            failed: 0.into(),
            repeated: 0.into(),
            out_of_order: 0.into(),
            misrouted: 0.into(),
            corrupt: 0.into(),
            long_polls: 0.into(),
            latency: Mutex::new(histogram()),
            errors: Mutex::default(),
        }
    }

    /// Keeps the first few: one fault often comes a thousand times.
    pub fn error(&self, text: String) {
        let mut errors = self.errors.lock().expect("no panic under this lock");
        if errors.len() < 8 {
            errors.push(text);
        }
    }

    pub fn errors(&self) -> Vec<String> {
        self.errors.lock().expect("no panic under this lock").clone()
    }

    pub fn payloads_in(&self, bytes: &[u8]) -> usize {
        self.finder.find_iter(bytes).count()
    }

    /// How many messages each room was sent by each publisher.
    pub fn sent(&self) -> HashMap<(usize, usize), u64> {
        self.sequences.lock().expect("no panic under this lock").clone()
    }
}

/// What one reader has seen.
pub struct Seen {
    pub index: usize,
    pub room: usize,
    /// Where to go on from, as far as the server said it; kept only when asked for.
    pub cursor: Option<String>,
    next: Vec<u64>,
    /// One bit a message, by publisher.
    bits: Vec<Vec<u64>>,
}

impl Seen {
    pub fn new(index: usize, room: usize, publishers: usize) -> Seen {
        Seen { index, room, cursor: None, next: vec![0; publishers], bits: vec![vec![]; publishers] }
    }

    /// Takes in everything that came in one frame or reply.
    pub fn scan(&mut self, tally: &Tally, bytes: &[u8]) {
        let now = now_ns();
        let mut fresh = 0;
        for at in tally.finder.find_iter(bytes) {
            let size = tally.payload_bytes;
            let whole =
                bytes.get(at..at + size).filter(|p| p[size - 1] == b'.' && p[HEAD_BYTES..size - 1].iter().all(|c| *c == b'x'));
            match whole {
                Some(payload) => fresh += u64::from(self.take(tally, payload, now)),
                None => _ = tally.corrupt.fetch_add(1, Relaxed),
            }
        }
        if fresh > 0 {
            let delivered = tally.delivered.fetch_add(fresh, Relaxed) + fresh;
            if delivered >= tally.target.load(Relaxed) {
                tally.progress.notify_waiters();
            }
        }
    }

    /// Whether the payload is one that this reader should see and has not.
    fn take(&mut self, tally: &Tally, payload: &[u8], now: u64) -> bool {
        let room = number(&payload[ROOM..ROOM + 5]) as usize;
        let publisher = number(&payload[PUBLISHER..PUBLISHER + 3]) as usize;
        let sequence = number(&payload[SEQUENCE..SEQUENCE + 8]);
        if room != self.room || publisher >= tally.publishers {
            tally.misrouted.fetch_add(1, Relaxed);
            return false;
        }
        let (word, bit) = ((sequence / 64) as usize, 1 << (sequence % 64));
        let bits = &mut self.bits[publisher];
        if bits.len() <= word {
            bits.resize(word + 1, 0);
        }
        if bits[word] & bit != 0 {
            tally.repeated.fetch_add(1, Relaxed);
            return false;
        }
        bits[word] |= bit;
        if sequence < self.next[publisher] {
            tally.out_of_order.fetch_add(1, Relaxed);
        } else {
            self.next[publisher] = sequence + 1;
        }
        if tally.recording.load(Relaxed) {
            let sent = number(&payload[SENT..SENT + 20]);
            let micros = now.saturating_sub(sent) / 1000 + 1;
            let _ = tally.latency.lock().expect("no panic under this lock").record(micros);
        }
        true
    }

    /// How many of the messages sent to this reader's room it has not seen.
    pub fn lost(&self, sent: &HashMap<(usize, usize), u64>) -> u64 {
        let of = |(publisher, bits): (usize, &Vec<u64>)| {
            let seen: u64 = bits.iter().map(|word| u64::from(word.count_ones())).sum();
            sent.get(&(self.room, publisher)).map_or(0, |n| n.saturating_sub(seen))
        };
        self.bits.iter().enumerate().map(of).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(tally: &Tally) -> [u64; 5] {
        [&tally.delivered, &tally.repeated, &tally.out_of_order, &tally.misrouted, &tally.corrupt]
            .map(|count| count.load(Relaxed))
    }

    #[test]
    fn a_sound_feed_is_sound_and_each_fault_is_counted() {
        let tally = Tally::new("0000abcd", 80, 1);
        let mut seen = Seen::new(0, 3, 1);
        let say = |n| payload("0000abcd", 3, 0, n, 80);
        seen.scan(&tally, format!("[{},{}]", say(0), say(1)).as_bytes());
        assert_eq!(counts(&tally), [2, 0, 0, 0, 0]);
        seen.scan(&tally, say(1).as_bytes());
        assert_eq!(counts(&tally), [2, 1, 0, 0, 0]);
        seen.scan(&tally, format!("{}{}", say(3), say(2)).as_bytes());
        assert_eq!(counts(&tally), [4, 1, 1, 0, 0]);
        seen.scan(&tally, payload("0000abcd", 4, 0, 0, 80).as_bytes());
        assert_eq!(counts(&tally), [4, 1, 1, 1, 0]);
        seen.scan(&tally, &say(4).as_bytes()[..79]);
        assert_eq!(counts(&tally), [4, 1, 1, 1, 1]);
        assert_eq!(seen.lost(&[((3, 0), 6)].into()), 2);
    }
}
