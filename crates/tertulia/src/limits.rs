//! Every bound that this library keeps, in one list: each with its reason, its unit in its name, a default, and how far it may be set.

use std::time::Duration;

use serde::Deserialize;

/// A bound as it is told to people: what a configuration file and the book say of it comes from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bound {
    /// The field of [`Limits`].
    pub name: &'static str,
    /// What it bounds, and why it is as it is.
    pub doc: &'static str,
    /// What it is where nothing is said.
    pub default: u64,
    /// The least that it may be.
    pub min: u64,
    /// The most that it may be.
    pub max: u64,
}

impl Bound {
    /// What it is counted in, by the end of its name.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        match self.name.rsplit('_').next() {
            Some("s") if self.name.ends_with("_per_s") => "a second",
            Some("min") if self.name.ends_with("_per_min") => "a minute",
            Some("s") => "seconds",
            Some("ms") => "milliseconds",
            Some("us") => "microseconds",
            Some("bytes") => "bytes",
            _ => "number",
        }
    }
}

/// A bound that is set to what it can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{name} is {value} and has to be between {min} and {max}")]
#[non_exhaustive]
pub struct OutOfBounds {
    /// The field of [`Limits`].
    pub name: &'static str,
    /// What it is.
    pub value: u64,
    /// The least that it may be.
    pub min: u64,
    /// The most that it may be.
    pub max: u64,
}

macro_rules! bounds {
    ($($(#[doc = $doc:literal])+ $name:ident: $number:ty = $default:literal, $min:literal..=$max:literal;)+) => {
        /// The bounds of one chat. All may be set; the defaults suit a machine with one gigabyte of memory.
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Limits {
            $($(#[doc = $doc])+ pub $name: $number,)+
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Limits {
            /// All bounds, in the order of the fields.
            pub const ALL: &[Bound] = &[$(Bound {
                name: stringify!($name),
                doc: concat!($($doc),+),
                default: $default,
                min: $min,
                max: $max,
            },)+];

            /// Sets a bound by its name, if there is one; a number that its field can't hold becomes the most that it can.
            pub fn set(&mut self, name: &str, value: u64) -> bool {
                match name {
                    $(stringify!($name) => self.$name = value.try_into().unwrap_or(<$number>::MAX),)+
                    _ => return false,
                }
                true
            }

            /// A bound by its name, if there is one.
            #[must_use]
            pub fn get(&self, name: &str) -> Option<u64> {
                match name {
                    $(stringify!($name) => Some(u64::try_from(self.$name).unwrap_or(u64::MAX)),)+
                    _ => None,
                }
            }

        }
    };
}

bounds! {
    /// Seconds within which the head of a request has to arrive, and for which a connection may stay idle between requests.
    /// Kept by whoever accepts the connections.
    head_s: u64 = 30, 1..=3_600;
    /// Bytes in the body of a request. The longest text (20,000 code points of four bytes) with its JSON around it fits.
    body_bytes: usize = 131_072, 1_024..=16_777_216;
    /// Seconds within which the body of a request has to arrive.
    body_s: u64 = 20, 1..=3_600;
    /// Seconds within which the host has to say who somebody is. Longer than its users' table takes on a bad day; whoever it does
    /// not tell of is not let in meanwhile.
    host_answer_s: u64 = 5, 0..=60;
    /// Milliseconds within which the host's hook has to answer. Longer than a look at its database takes, and shorter than people wait.
    hook_timeout_ms: u64 = 2_000, 10..=60_000;
    /// Questions that the host's hook is asked at once on this node; others wait their turn, as long as an answer may take.
    hook_calls: usize = 64, 1..=10_000;
    /// Messages and edits that are asked about or wait for it at once on this node; more are told to come again.
    hook_waiting: u32 = 1_024, 1..=1_000_000;
    /// Bytes of text in them, each of which counts twice: as it came, and as it is asked about. At the least, the longest text has place.
    hook_waiting_bytes: usize = 16_777_216, 262_144..=1_073_741_824;
    /// Those of one person in one room: more than anybody's pace lets through (`user_room_burst`) while the hook is asked.
    hook_waiting_per_sender: usize = 32, 1..=10_000;
    /// Bytes of the hook's answer by HTTP. The longest text fits, in whatever way JSON writes it.
    hook_answer_bytes: usize = 262_144, 1_024..=16_777_216;
    /// Bytes in one WebSocket frame from a client; as `body_bytes`, for the same text.
    frame_bytes: usize = 131_072, 1_024..=16_777_216;
    /// Bytes in the site's key set. A key is some 500 bytes.
    jwks_bytes: usize = 65_536, 1_024..=16_777_216;
    /// Keys in the site's key set; a set with more is refused whole. A token that names no key is tried with all of its algorithm.
    jwks_keys: usize = 32, 1..=1_000;
    /// Seconds within which the site's key set has to be there, its body too.
    jwks_answer_s: u64 = 5, 1..=60;
    /// Seconds after which the site's key set is fetched anew, where it does not name a shorter time itself (`max-age`, a minute
    /// at least). A key that the site takes back is good for so long at most, on open lines too.
    jwks_refresh_s: u64 = 600, 60..=86_400;
    /// Seconds between two fetches of the key set that are brought about by tokens with a key that is not known. Anybody can
    /// make up such tokens, and must not make this server ask the site more often.
    jwks_unknown_s: u64 = 60, 1..=3_600;
    /// Messages on a page at most. Two hundred are some 60 KB, a quarter of a second on a slow phone line.
    page_max: u32 = 200, 1..=2_000;
    /// Messages on a page where nothing is asked for: more than a screen, so that the first scroll finds something.
    page_default: u32 = 50, 1..=2_000;
    /// Seconds that a long poll is held. Many proxies give up at 30 or 60.
    wait_max_s: u32 = 25, 1..=300;
    /// How far behind a stream may be, in versions, before it is reset to the newest page. Twenty seconds at 100 changes/s.
    catch_up_changes: u64 = 2_000, 1..=1_000_000;
    /// Changes in the frame `opened`; the rest follow as frames of their own.
    opened_changes: u32 = 200, 1..=2_000;
    /// Changes taken at once for one reader. Bounds what waits in a connection's write buffer, with `chunk_bytes`.
    chunk_changes: usize = 64, 1..=10_000;
    /// Bytes of changes taken at once for one reader.
    chunk_bytes: usize = 65_536, 1..=16_777_216;
    /// Rooms open at once on one connection. A page with more shows some of them only when scrolled to.
    rooms_per_connection: usize = 100, 1..=10_000;
    /// Sends of one connection that wait for their commit at once.
    says_per_connection: usize = 16, 1..=10_000;
    /// Seconds within which a WebSocket has to introduce itself.
    hello_s: u64 = 10, 1..=600;
    /// Seconds between two beats. Less than the 30 s after which the strictest common proxies cut an idle line.
    beat_s: u64 = 25, 1..=3_600;
    /// Seconds for which a reader may take nothing of what is written to it before it is closed.
    stall_s: u64 = 30, 1..=3_600;
    /// Changes that a room's tail holds. Covers a reconnect of five seconds in a room with 50 changes/s.
    tail_changes: usize = 256, 1..=1_000_000;
    /// Bytes that a room's tail holds.
    tail_bytes: usize = 262_144, 1_024..=1_073_741_824;
    /// Bytes that all tails and shared pages of this node hold together; beyond it they hold less, and the store is read.
    tails_bytes: usize = 67_108_864, 1_024..=1_099_511_627_776;
    /// Microseconds for each reader of a crowd (more than 64) between two times that they are woken, so that changes which come
    /// faster than a crowd can be served go out together. A thousand readers are woken at most every 20 ms.
    crowd_wake_us: u64 = 20, 0..=100_000;
    /// Milliseconds to wait for a version that is missing between the tail and a hint, before the store is asked.
    gap_ms: u64 = 20, 0..=60_000;
    /// Rooms that read the store for their readers at once.
    catch_ups: usize = 8, 1..=10_000;
    /// Rooms without readers that are kept in memory for a while, so that a poll every few seconds finds them there.
    lingering_rooms: usize = 10_000, 0..=100_000_000;
    /// Seconds that such a room is kept: longer than a long poll and its way back.
    linger_s: u64 = 60, 0..=86_400;
    /// Writes that wait for a commit at once on this node.
    write_queue: usize = 4_096, 1..=1_000_000;
    /// Bytes of text in the writes that wait at once.
    write_queue_bytes: usize = 16_777_216, 4_096..=17_179_869_184;
    /// Writes in one commit. Beyond a few hundred a commit costs no less per row and others only wait longer.
    write_batch: usize = 256, 1..=100_000;
    /// Milliseconds to wait for more writes before a commit; 0 commits what is there.
    commit_wait_ms: u64 = 0, 0..=1_000;
    /// Milliseconds after which a write that has not come back is answered `unknown`, and the store counts as away.
    write_deadline_ms: u64 = 2_000, 10..=60_000;
    /// Milliseconds between two changes of one message by reactions; those in between become one change.
    reaction_every_ms: u64 = 500, 0..=60_000;
    /// Milliseconds between two commits of what people have read, and of who was in which room: what comes in between goes into one.
    read_every_ms: u64 = 200, 0..=60_000;
    /// Names that a room keeps from guests for users who came and said nothing: it takes no more of them while it has so many of users.
    /// Some 150 bytes each in the file.
    room_names: u32 = 10_000, 0..=1_000_000;
    /// Rooms that unread messages are counted in for one request. A page that lists more asks again.
    unread_rooms: usize = 100, 1..=1_000;
    /// People of a room who are known one by one; those beyond are counted by an estimate. Some 250 bytes each.
    present_exact: usize = 1_000, 1..=1_000_000;
    /// Up to so many people are named to the readers; of more only their number is told.
    present_names: u64 = 100, 0..=100;
    /// Joins and leaves become messages, and readers are told who types, only where so few are present: beyond it a room would
    /// hear of little else.
    announce_max: u64 = 50, 0..=1_000;
    /// Milliseconds between two signals of who is here, in a small room.
    presence_every_ms: u64 = 1_000, 10..=3_600_000;
    /// Deliveries of such signals in a second, in a large room: with 20,000 people there is one every four seconds.
    presence_deliveries_per_s: u64 = 5_000, 1..=10_000_000;
    /// Milliseconds for which somebody is still here after the last stream has ended. A refresh takes less.
    leave_grace_ms: u64 = 15_000, 0..=3_600_000;
    /// Milliseconds for which somebody who polls is here after an answer: longer than the slowest poller waits.
    poll_present_ms: u64 = 40_000, 0..=3_600_000;
    /// Milliseconds for which somebody is typing. Clients say so again every few seconds while it is true.
    typing_ms: u64 = 6_000, 0..=60_000;
    /// Signals of the host's in a second, in a room.
    signals_per_s: u32 = 20, 0..=100_000;
    /// Messages, edits and reactions of one person in one room in a second; 0 is no limit. Nobody types two whole messages a
    /// second; how many may come at once is `user_room_burst`. Who has `own` in the room is not bound by this and the next seven.
    user_room_sends_per_s: u32 = 2, 0..=100_000;
    /// How many of them may come at once: what an outbox has collected in a tunnel, or a row of reactions.
    user_room_burst: u32 = 20, 1..=1_000_000;
    /// Messages, edits and reactions of one person in a second, over all rooms; 0 is no limit.
    user_sends_per_s: u32 = 5, 0..=100_000;
    /// How many of them may come at once.
    user_burst: u32 = 50, 1..=1_000_000;
    /// Messages, edits and reactions of everybody in one room in a second; 0 is no limit. Far more than anybody can read, and as
    /// much as a reader who was away for twenty seconds catches up with (`catch_up_changes`).
    room_sends_per_s: u32 = 100, 0..=100_000;
    /// How many of them may come at once: a goal in a stadium.
    room_burst: u32 = 500, 1..=1_000_000;
    /// Messages, edits and reactions from one address in a second; 0 is no limit. A school or an office speaks from one.
    address_sends_per_s: u32 = 20, 0..=100_000;
    /// How many of them may come at once.
    address_burst: u32 = 200, 1..=1_000_000;
    /// Times that somebody from one address asks to become a guest in a minute, also under a name that is taken; 0 is no limit. A
    /// guest's token may be renewed, and a guest take another name, ten times as often, also at once.
    address_guests_per_min: u32 = 20, 0..=100_000;
    /// How many of them may come at once: a class whose lesson begins.
    address_guests_burst: u32 = 100, 1..=1_000_000;
    /// Messages that one person reports in a minute, over all rooms; 0 is no limit.
    user_reports_per_min: u32 = 5, 0..=100_000;
    /// How many of them may come at once: somebody who has read through what a night has brought.
    user_reports_burst: u32 = 20, 1..=1_000_000;
    /// Messages that are reported from one address in a minute; 0 is no limit. It bounds one person who comes as many guests.
    address_reports_per_min: u32 = 20, 0..=100_000;
    /// How many of them may come at once.
    address_reports_burst: u32 = 60, 1..=1_000_000;
    /// Times that one person asks in a minute how much is unread, each of which counts in many rooms; 0 is no limit. A page asks when it
    /// is opened, and every half a minute at most.
    user_unread_per_min: u32 = 60, 0..=100_000;
    /// How many of them may come at once: a browser that opens all its tabs again.
    user_unread_burst: u32 = 30, 1..=1_000_000;
    /// Connections of one address at once that go on: WebSockets, streams, long polls that wait; 0 is no limit. A hall full of
    /// people may stand behind one address; these take some 10 MB.
    streams_per_address: u32 = 2_000, 0..=10_000_000;
    /// Such connections of one person at once; 0 is no limit. Each tab holds one, without WebSocket one for each room. Programs
    /// that have `own` on `*` are not bound by this.
    streams_per_user: u32 = 100, 0..=10_000_000;
    /// Rooms open at once from one address, over all its connections; 0 is no limit.
    rooms_per_address: u32 = 10_000, 0..=100_000_000;
    /// Connections of one address at once over which no WebSocket goes, also those on which nothing has been asked yet: more are hung up
    /// on as they come; 0 is no limit. By whoever connects: a proxy in `trusted_proxies` is not bound by it. For the server itself, not
    /// for hosts of the library.
    connections_per_address: u32 = 4_000, 0..=10_000_000;
    /// People, rooms and addresses whose pace is remembered at once. Beyond it those that were quiet longest begin anew; each
    /// takes some 30 bytes.
    paced_keys: usize = 200_000, 1_000..=100_000_000;
    /// Guests of whom is known from where they came last, for a restriction that is to hold for their address, too. Beyond it those
    /// who were seen first are forgotten, before the day is over; each takes some 120 bytes.
    guests_seen: usize = 50_000, 2..=100_000_000;
    /// Messages that wait for review in one room. More than that nobody reviews, and each is a row.
    held_per_room: u32 = 1_000, 0..=100_000;
    /// Messages of one sender that wait for review in one room: one person must not fill the list for all.
    held_per_sender: u32 = 20, 0..=100_000;
    /// Reports that are kept of one message: after so many moderators know enough.
    reports_per_message: u32 = 20, 1..=1_000;
    /// Reports that wait in one room. More than that nobody looks through, and each is a row.
    reports_per_room: u32 = 1_000, 0..=100_000;
}

impl Limits {
    /// Looks whether each bound is one that a chat can live with.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let values = Self::ALL.iter().filter_map(|bound| Some((bound, self.get(bound.name)?)));
        let wrong = values.into_iter().find(|(bound, value)| !(bound.min..=bound.max).contains(value));
        match wrong {
            Some((Bound { name, min, max, .. }, value)) => Err(OutOfBounds { name, value, min: *min, max: *max }),
            None => Ok(()),
        }
    }

    /// The same, with no limit on how fast anybody speaks and on how much is open at once: for hosts that bound these themselves,
    /// and for loads in which one speaks for a crowd.
    #[must_use]
    pub fn unpaced(self) -> Self {
        Self {
            user_room_sends_per_s: 0,
            user_sends_per_s: 0,
            room_sends_per_s: 0,
            address_sends_per_s: 0,
            address_guests_per_min: 0,
            user_reports_per_min: 0,
            address_reports_per_min: 0,
            user_unread_per_min: 0,
            streams_per_address: 0,
            connections_per_address: 0,
            streams_per_user: 0,
            rooms_per_address: 0,
            ..self
        }
    }

    pub(crate) fn write_deadline(&self) -> Duration {
        Duration::from_millis(self.write_deadline_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_can_be_set_as_far_as_it_says_and_no_farther() {
        assert_eq!(Limits::default().check(), Ok(()));
        for bound in Limits::ALL {
            assert!(bound.doc.trim().len() > 20 && bound.doc.trim().ends_with('.'), "{}: its reason is missing", bound.name);
            let set = |value| {
                let mut limits = Limits::default();
                assert!(limits.set(bound.name, value));
                limits.check().is_ok()
            };
            assert!(set(bound.default) && set(bound.min) && set(bound.max), "{}", bound.name);
            assert!(!set(bound.max + 1) && (bound.min == 0 || !set(bound.min - 1)), "{}", bound.name);
            assert!(!set(u64::MAX), "{}", bound.name);
        }
        assert!(!Limits::default().set("weather", 1));
    }
}
