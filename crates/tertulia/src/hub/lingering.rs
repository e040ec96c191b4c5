//! Rooms that nobody reads any more: for how long they stay in memory.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{Hub, LiveRoom};

impl Hub {
    /// Forgets rooms that nobody has read for a while, and the longest idle ones beyond `lingering_rooms`.
    pub fn forget_idle(&self) {
        let now = self.now_ms();
        let linger_ms = self.limits.linger_s * 1_000;
        let mut rooms = self.rooms();
        // Nobody can take a room out of the map while it is locked: a count of one is the map's own.
        let idle = |room: &Arc<LiveRoom>| Arc::strong_count(room) == 1;
        let since = |room: &Arc<LiveRoom>| room.idle_since.load(Ordering::Relaxed);
        let mut idle_since: Vec<u64> = rooms.values().filter(|room| idle(room)).map(since).collect();
        idle_since.sort_unstable();
        let over = idle_since.len().saturating_sub(self.limits.lingering_rooms);
        let oldest_kept = if over > 0 { idle_since[over - 1] + 1 } else { 0 };
        rooms.retain(|_, room| {
            let leaves = idle(room) && (since(room) + linger_ms <= now || since(room) < oldest_kept);
            if leaves {
                room.state().release(&self.held_bytes);
            }
            !leaves
        });
        if rooms.capacity() > 1_024 && rooms.len() * 4 < rooms.capacity() {
            rooms.shrink_to_fit();
        }
    }

    pub(super) fn let_go(&self, room: &Arc<LiveRoom>) {
        room.idle_since.store(self.now_ms(), Ordering::Relaxed);
        // A name with nothing under it is not kept: a crawler over a million of them must not fill the memory.
        if room.state().key().is_some() {
            return;
        }
        let mut rooms = self.rooms();
        // The map's and the one being let go.
        if Arc::strong_count(room) == 2 && rooms.get(&room.name).is_some_and(|known| Arc::ptr_eq(known, room)) {
            rooms.remove(&room.name);
        }
    }
}
