//! Every bound that this library keeps, in one struct: each with a default, its unit in its name, and its reason.

use std::time::Duration;

use serde::Deserialize;

/// The bounds of one chat. All may be set; the defaults suit a machine with one gigabyte of memory.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Seconds within which the head of a request has to arrive, and for which a connection may stay idle between requests.
    /// Kept by whoever accepts the connections.
    pub head_s: u64,
    /// Bytes in the body of a request. The longest text (20,000 code points of four bytes) with its JSON around it fits.
    pub body_bytes: usize,
    /// Seconds within which the body of a request has to arrive.
    pub body_s: u64,
    /// Bytes in one WebSocket frame from a client; as `body_bytes`, for the same text.
    pub frame_bytes: usize,
    /// Messages on a page at most. Two hundred are some 60 KB, a quarter of a second on a slow phone line.
    pub page_max: u32,
    /// Messages on a page where nothing is asked for: more than a screen, so that the first scroll finds something.
    pub page_default: u32,
    /// Seconds that a long poll is held. Many proxies give up at 30 or 60.
    pub wait_max_s: u32,
    /// How far behind a stream may be, in versions, before it is reset to the newest page. Twenty seconds at 100 changes/s.
    pub catch_up_changes: u64,
    /// Changes in the frame `opened`; the rest follow as frames of their own.
    pub opened_changes: u32,
    /// Changes taken at once for one reader. Bounds what waits in a connection's write buffer, with `chunk_bytes`.
    pub chunk_changes: usize,
    /// Bytes of changes taken at once for one reader.
    pub chunk_bytes: usize,
    /// Rooms open at once on one connection. A page with more shows some of them only when scrolled to.
    pub rooms_per_connection: usize,
    /// Sends of one connection that wait for their commit at once.
    pub says_per_connection: usize,
    /// Seconds within which a WebSocket has to introduce itself.
    pub hello_s: u64,
    /// Seconds between two beats. Less than the 30 s after which the strictest common proxies cut an idle line.
    pub beat_s: u64,
    /// Seconds for which a reader may take nothing of what is written to it before it is closed.
    pub stall_s: u64,
    /// Changes that a room's tail holds. Covers a reconnect of five seconds in a room with 50 changes/s.
    pub tail_changes: usize,
    /// Bytes that a room's tail holds.
    pub tail_bytes: usize,
    /// Bytes that all tails and shared pages of this node hold together; beyond it they hold less, and the store is read.
    pub tails_bytes: usize,
    /// Microseconds for each reader of a crowd (more than 64) between two times that they are woken, so that changes which come
    /// faster than a crowd can be served go out together. A thousand readers are woken at most every 20 ms.
    pub crowd_wake_us: u64,
    /// Milliseconds to wait for a version that is missing between the tail and a hint, before the store is asked.
    pub gap_ms: u64,
    /// Rooms that read the store for their readers at once.
    pub catch_ups: usize,
    /// Rooms without readers that are kept in memory for a while, so that a poll every few seconds finds them there.
    pub lingering_rooms: usize,
    /// Seconds that such a room is kept: longer than a long poll and its way back.
    pub linger_s: u64,
    /// Writes that wait for a commit at once on this node.
    pub write_queue: usize,
    /// Bytes of text in the writes that wait at once.
    pub write_queue_bytes: usize,
    /// Writes in one commit. Beyond a few hundred a commit costs no less per row and others only wait longer.
    pub write_batch: usize,
    /// Milliseconds to wait for more writes before a commit; 0 commits what is there.
    pub commit_wait_ms: u64,
    /// Milliseconds after which a write that has not come back is answered `unknown`, and the store counts as away.
    pub write_deadline_ms: u64,
    /// Milliseconds between two changes of one message by reactions; those in between become one change.
    pub reaction_every_ms: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_s: 30,
            body_bytes: 128 * 1024,
            body_s: 20,
            frame_bytes: 128 * 1024,
            page_max: 200,
            page_default: 50,
            wait_max_s: 25,
            catch_up_changes: 2_000,
            opened_changes: 200,
            chunk_changes: 64,
            chunk_bytes: 64 * 1024,
            rooms_per_connection: 100,
            says_per_connection: 16,
            hello_s: 10,
            beat_s: 25,
            stall_s: 30,
            tail_changes: 256,
            tail_bytes: 256 * 1024,
            tails_bytes: 64 * 1024 * 1024,
            crowd_wake_us: 20,
            gap_ms: 20,
            catch_ups: 8,
            lingering_rooms: 10_000,
            linger_s: 60,
            write_queue: 4_096,
            write_queue_bytes: 16 * 1024 * 1024,
            write_batch: 256,
            commit_wait_ms: 0,
            write_deadline_ms: 2_000,
            reaction_every_ms: 500,
        }
    }
}

impl Limits {
    pub(crate) fn write_deadline(&self) -> Duration {
        Duration::from_millis(self.write_deadline_ms)
    }
}
