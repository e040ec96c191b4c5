//! How many connections each address has here, so that none has them all: also those that have asked for nothing yet.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tertulia::ClientAddress;

/// Everybody who is here, by address. It holds no more addresses than there are connections.
#[derive(Debug, Clone)]
pub(crate) struct Crowd {
    max: u32,
    here: Arc<Mutex<HashMap<IpAddr, u32>>>,
}

/// One connection's place, for as long as this lives.
#[derive(Debug)]
pub(crate) struct Place(Option<(Crowd, IpAddr)>);

impl Crowd {
    /// One in which each address may have so many places; 0 is no limit.
    pub(crate) fn new(max: u32) -> Self {
        Self { max, here: Arc::default() }
    }

    /// Takes a place; none where the address has all that it may have. Who has no address, as a proxy, has no bound.
    pub(crate) fn enter(&self, client: Option<ClientAddress>) -> Option<Place> {
        let Some(address) = client.map(ClientAddress::group).filter(|_| self.max > 0) else { return Some(Place(None)) };
        let mut here = self.here();
        let count = here.entry(address).or_default();
        if *count >= self.max {
            return None;
        }
        *count += 1;
        Some(Place(Some((self.clone(), address))))
    }

    fn here(&self) -> MutexGuard<'_, HashMap<IpAddr, u32>> {
        // Whoever panicked under it left a number more or less, which is no reason to let nobody in.
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((crowd, address)) = &self.0 else { return };
        let mut here = crowd.here();
        if let Some(count) = here.get_mut(address) {
            *count -= 1;
            if *count == 0 {
                here.remove(address);
            }
        }
        // The memory of a crowd that has left is given back.
        if here.len() < here.capacity() / 4 {
            here.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(address: &str) -> Option<ClientAddress> {
        Some(ClientAddress::new(address.parse().expect("an address")))
    }

    #[test]
    fn an_address_has_so_many_places_and_its_neighbours_have_theirs() {
        let crowd = Crowd::new(2);
        let (one, two) = (crowd.enter(client("203.0.113.7")), crowd.enter(client("::ffff:203.0.113.7")));
        assert!(one.is_some() && two.is_some() && crowd.enter(client("203.0.113.7")).is_none());
        let near = [crowd.enter(client("203.0.113.8")), crowd.enter(None), crowd.enter(None), crowd.enter(None)];
        assert!(near.iter().all(Option::is_some));
        drop(one);
        assert!(crowd.enter(client("203.0.113.7")).is_some());
    }

    #[test]
    fn who_has_a_network_of_their_own_is_one_address() {
        let crowd = Crowd::new(1);
        let _one = crowd.enter(client("2001:db8:1:2::3")).expect("a place");
        assert!(crowd.enter(client("2001:db8:1:2:ffff::4")).is_none());
        assert!(crowd.enter(client("2001:db8:1:3::3")).is_some());
    }

    #[test]
    fn nothing_is_kept_of_who_has_left_and_zero_is_no_limit() {
        let crowd = Crowd::new(3);
        let client_of = |n: u32| Some(ClientAddress::new(IpAddr::V4((0x0a00_0000 + n).into())));
        let places: Vec<_> = (0..10_000).map(|n| crowd.enter(client_of(n))).collect();
        assert_eq!(crowd.here().len(), 10_000);
        drop(places);
        assert_eq!(crowd.here().len(), 0);
        assert!(crowd.here().capacity() < 100, "the memory is given back");
        let unbound = Crowd::new(0);
        let places: Vec<_> = (0..100).map(|_| unbound.enter(client("203.0.113.7"))).collect();
        assert!(places.iter().all(Option::is_some) && unbound.here().is_empty());
    }
}
