//! A crawler over far more names than there are rooms: alone in its process, whose memory is looked at.

use std::sync::Arc;

use tertulia::hub::{Hub, Subscription};
use tertulia::limits::Limits;
use tertulia::store::{Found, Store};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;

const NAMES: usize = 1_000_000;
/// How much larger the process may be after all of them than after the first tenth.
const GROWTH_MAX: u64 = 1 << 20;

/// Bytes of memory that this process has for itself.
#[cfg(target_os = "linux")]
fn private_bytes() -> u64 {
    let rollup = std::fs::read_to_string("/proc/self/smaps_rollup").expect("is Linux");
    let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).expect("is there");
    pss.trim().trim_end_matches("kB").trim().parse::<u64>().expect("a number") * 1_024
}

#[cfg(not(target_os = "linux"))]
fn private_bytes() -> u64 {
    0
}

#[tokio::test]
async fn a_crawler_over_a_million_absent_names_leaves_nothing() {
    let hub = Hub::new(Arc::new(MemoryStore::new()) as Arc<dyn Store>, Arc::new(Limits::default()));
    let mut after_a_tenth = 0;
    for n in 0..NAMES {
        let (held, found) = hub.room(&room(&format!("room/{n}"))).await.expect("found");
        assert!(matches!(found, Found::Absent { .. }));
        // Each tenth one waits for a room to come, as a stream does, and goes again.
        drop((n % 10 == 0).then(|| Subscription::new(held)));
        if n == NAMES / 10 {
            after_a_tenth = private_bytes();
        }
    }
    assert_eq!((hub.live_rooms(), hub.held_bytes()), (0, 0));
    let after = private_bytes();
    assert!(after <= after_a_tenth + GROWTH_MAX, "from {after_a_tenth} to {after} bytes");
}
