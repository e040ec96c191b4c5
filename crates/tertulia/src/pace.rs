//! How fast somebody may speak, and how many lines they may hold: by person, by room, by address, on this node.
//!
//! Asked after the door and before the write. Who has `own` in the room is a program of the host's, or the host's own code, and is
//! not bound by pace: the host answers for it. Whoever has no address (it came through a proxy that does not tell) is not bound by
//! address. A delivery asks nothing here.

use std::hash::{BuildHasher, Hash, RandomState};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use smallvec::SmallVec;
use tertulia_wire::{Code, Level, RoomName};
use tokio::time::Instant;

use crate::address::ClientAddress;
use crate::auth::{Identity, Who};
use crate::buckets::{Buckets, Counts, Empty, Quota};
use crate::chat::Chat;
use crate::error::Refusal;
use crate::limits::Limits;

/// What is counted. Each is a key of its own, also for the same person or address.
#[derive(Debug, Clone, Copy, Hash)]
enum Of<'a> {
    SendsOfUserInRoom(&'a str, &'a RoomName),
    SendsOfUser(&'a str),
    SendsInRoom(&'a RoomName),
    SendsFrom(IpAddr),
    GuestsFrom(IpAddr),
    RenewalsFrom(IpAddr),
    ReportsOfUser(&'a str),
    ReportsFrom(IpAddr),
    UnreadOfUser(&'a str),
    StreamsFrom(IpAddr),
    StreamsOfUser(&'a str),
    RoomsFrom(IpAddr),
}

/// What is remembered of everybody's pace.
#[derive(Debug)]
pub(crate) struct Pace {
    began: Instant,
    // Draws its own seed: nobody can choose names that fall together. It also makes all keys equally small.
    hasher: RandomState,
    quotas: Quotas,
    // One lock for all: a send asks several buckets, and takes from all of them or from none.
    buckets: Mutex<Buckets>,
    counts: Mutex<Counts>,
}

#[derive(Debug)]
struct Quotas {
    user_room: Option<Quota>,
    user: Option<Quota>,
    room: Option<Quota>,
    address: Option<Quota>,
    guests: Option<Quota>,
    renewals: Option<Quota>,
    user_reports: Option<Quota>,
    reports: Option<Quota>,
    unread: Option<Quota>,
}

/// Renewals of guests' tokens for each guest that is made: they make nobody, and cost what any request does. It is as often as a crowd
/// behind one address comes back.
const RENEWALS: u32 = 10;

impl Quotas {
    fn new(limits: &Limits) -> Self {
        let (second, minute) = (Duration::from_secs(1), Duration::from_secs(60));
        let [renewals, renewals_at_once] =
            [limits.address_guests_per_min, limits.address_guests_burst].map(|count| count.saturating_mul(RENEWALS));
        Self {
            user_room: Quota::new(limits.user_room_sends_per_s, second, limits.user_room_burst),
            user: Quota::new(limits.user_sends_per_s, second, limits.user_burst),
            room: Quota::new(limits.room_sends_per_s, second, limits.room_burst),
            address: Quota::new(limits.address_sends_per_s, second, limits.address_burst),
            guests: Quota::new(limits.address_guests_per_min, minute, limits.address_guests_burst),
            renewals: Quota::new(renewals, minute, renewals_at_once),
            user_reports: Quota::new(limits.user_reports_per_min, minute, limits.user_reports_burst),
            reports: Quota::new(limits.address_reports_per_min, minute, limits.address_reports_burst),
            unread: Quota::new(limits.user_unread_per_min, minute, limits.user_unread_burst),
        }
    }

    fn longest_fill_ns(&self) -> u64 {
        let sends = [self.user_room, self.user, self.room, self.address];
        let others = [self.guests, self.renewals, self.user_reports, self.reports, self.unread];
        sends.into_iter().chain(others).flatten().map(Quota::fill_ns).max().unwrap_or(0)
    }
}

/// A place that somebody takes up for as long as this lives.
#[derive(Debug)]
pub(crate) struct Place {
    pace: Arc<Pace>,
    key: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        lock(&self.pace.counts).leave(self.key);
    }
}

/// The places that one stream over plain HTTP takes up.
pub(crate) type Places = SmallVec<[Place; 3]>;

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    // Whoever panicked under it left a number more or less, which is no reason to stop everybody.
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pace {
    pub(crate) fn new(limits: &Limits) -> Arc<Self> {
        let quotas = Quotas::new(limits);
        let buckets = Buckets::new(limits.paced_keys, quotas.longest_fill_ns());
        Arc::new(Self {
            began: Instant::now(),
            hasher: RandomState::new(),
            quotas,
            buckets: buckets.into(),
            counts: Mutex::default(),
        })
    }

    /// Gives back the memory of those who have not come for a while.
    pub(crate) fn tidy(&self) {
        lock(&self.buckets).tidy(self.now());
        lock(&self.counts).tidy();
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    fn take<'a>(&self, asked: impl IntoIterator<Item = (Of<'a>, Option<Quota>, &'static str)>) -> Result<(), Refusal> {
        let mut buckets = SmallVec::<[(u64, Quota); 4]>::new();
        let mut reasons = SmallVec::<[&'static str; 4]>::new();
        for (of, quota, reason) in asked {
            if let Some(quota) = quota {
                buckets.push((self.hasher.hash_one(of), quota));
                reasons.push(reason);
            }
        }
        if buckets.is_empty() {
            return Ok(());
        }
        let taken = lock(&self.buckets).take(&buckets, self.now());
        taken.map_err(|Empty { place, wait_ns }| {
            let seconds = u32::try_from(wait_ns.div_ceil(1_000_000_000)).unwrap_or(u32::MAX);
            Refusal::because(Code::SlowDown, reasons[place]).retry_after_s(seconds)
        })
    }

    fn enter(self: &Arc<Self>, of: Of<'_>, max: u32, reason: &'static str) -> Result<Option<Place>, Refusal> {
        if max == 0 {
            return Ok(None);
        }
        let key = self.hasher.hash_one(of);
        if !lock(&self.counts).enter(key, max) {
            return Err(Refusal::too_many(reason, max));
        }
        Ok(Some(Place { pace: Arc::clone(self), key }))
    }
}

impl Chat {
    /// Lets somebody change something in a room now: say, edit, react.
    ///
    /// # Errors
    /// `slow_down`, with when to come back.
    pub(crate) fn keeps_pace(&self, who: &Identity, room: &RoomName) -> Result<(), Refusal> {
        if self.inner.policy.level(who, room) >= Level::Own {
            return Ok(());
        }
        let (pace, user, address) = (&self.inner.pace, who.bearer(), who.address.map(ClientAddress::group));
        let quotas = &pace.quotas;
        let own = [
            (Of::SendsOfUserInRoom(user, room), quotas.user_room, "pace-user-room"),
            (Of::SendsOfUser(user), quotas.user, "pace-user"),
            (Of::SendsInRoom(room), quotas.room, "pace-room"),
        ];
        pace.take(own.into_iter().chain(address.map(|address| (Of::SendsFrom(address), quotas.address, "pace-address"))))
    }

    /// Lets somebody from an address become a guest now.
    ///
    /// # Errors
    /// `slow_down`, with when to come back.
    pub(crate) fn keeps_pace_of_guests(&self, address: Option<ClientAddress>) -> Result<(), Refusal> {
        let pace = &self.inner.pace;
        pace.take(address.map(|address| (Of::GuestsFrom(address.group()), pace.quotas.guests, "pace-guests")))
    }

    /// Lets somebody from an address have a guest's token renewed now, also under another name.
    ///
    /// # Errors
    /// `slow_down`, with when to come back.
    pub(crate) fn keeps_pace_of_renewals(&self, address: Option<ClientAddress>) -> Result<(), Refusal> {
        let pace = &self.inner.pace;
        pace.take(address.map(|address| (Of::RenewalsFrom(address.group()), pace.quotas.renewals, "pace-guests")))
    }

    /// Lets somebody report a message now.
    ///
    /// # Errors
    /// `slow_down`, with when to come back.
    pub(crate) fn keeps_pace_of_reports(&self, who: &Identity, room: &RoomName) -> Result<(), Refusal> {
        if self.inner.policy.level(who, room) >= Level::Own {
            return Ok(());
        }
        let (pace, address) = (&self.inner.pace, who.address.map(ClientAddress::group));
        let own = (Of::ReportsOfUser(who.bearer()), pace.quotas.user_reports, "pace-reports");
        let from = address.map(|address| (Of::ReportsFrom(address), pace.quotas.reports, "pace-reports"));
        pace.take([own].into_iter().chain(from))
    }

    /// Lets somebody ask now how much they have not read. By person alone: a site may ask for all of its people from one address.
    ///
    /// # Errors
    /// `slow_down`, with when to come back.
    pub(crate) fn keeps_pace_of_unread(&self, who: &Identity) -> Result<(), Refusal> {
        if is_program(who) {
            return Ok(());
        }
        let pace = &self.inner.pace;
        pace.take([(Of::UnreadOfUser(who.bearer()), pace.quotas.unread, "pace-unread")])
    }

    /// Takes a place for one line from an address, until the place is dropped.
    ///
    /// # Errors
    /// `too_many`, with when to come back.
    pub(crate) fn enter_from(&self, address: Option<ClientAddress>) -> Result<Option<Place>, Refusal> {
        let Some(address) = address else { return Ok(None) };
        self.inner.pace.enter(Of::StreamsFrom(address.group()), self.limits().streams_per_address, "streams-of-address")
    }

    /// Takes a place for one room that is read from an address, until the place is dropped.
    ///
    /// # Errors
    /// `too_many`, with when to come back.
    pub(crate) fn enter_room_from(&self, address: Option<ClientAddress>) -> Result<Option<Place>, Refusal> {
        let Some(address) = address else { return Ok(None) };
        self.inner.pace.enter(Of::RoomsFrom(address.group()), self.limits().rooms_per_address, "rooms-of-address")
    }

    /// Takes a place for one line of a person's, until the place is dropped. Programs of the host's need none.
    ///
    /// # Errors
    /// `too_many`, with when to come back.
    pub(crate) fn enter_as(&self, who: &Identity) -> Result<Option<Place>, Refusal> {
        let Some(id) = who.id() else { return Ok(None) };
        let max = if is_program(who) { 0 } else { self.limits().streams_per_user };
        self.inner.pace.enter(Of::StreamsOfUser(id), max, "streams-of-user")
    }

    /// Takes all the places that one stream over plain HTTP takes up.
    ///
    /// # Errors
    /// `too_many`, with when to come back.
    pub(crate) fn enter_stream(&self, who: &Identity) -> Result<Places, Refusal> {
        let places = [self.enter_from(who.address)?, self.enter_room_from(who.address)?, self.enter_as(who)?];
        Ok(places.into_iter().flatten().collect())
    }
}

/// Whether somebody is a program of the host's, which answers for it.
fn is_program(who: &Identity) -> bool {
    matches!(&who.who, Who::User { grants, .. } if grants.everywhere() >= Level::Own)
}
