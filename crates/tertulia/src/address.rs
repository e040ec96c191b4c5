//! Where a request comes from: the address that bounds and bans count by. Pure.
//!
//! Whoever accepts the connections tells the library, since only they know the peer and which proxies to believe: they put a
//! [`ClientAddress`] into the request's extensions, as the binary does and as `http::client_address` does for axum. A request
//! without one has no address, and what is bounded by address does not concern it.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use http::{HeaderMap, HeaderName};
use ipnet::IpNet;

/// What the headers begin with in which proxies tell whom they speak for, and through whom a request came.
const FORWARDED: [&str; 10] = [
    "forwarded",
    "x-forwarded",
    "x-real-ip",
    "via",
    "cf-connecting-ip",
    "cf-ray",
    "true-client-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "fastly-client-ip",
];

/// Whether a request says itself that it came through a proxy. One that says nothing may have come through one, too.
#[must_use]
pub fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| FORWARDED.iter().any(|begin| name.as_str().starts_with(begin)))
}

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address of whoever asks, as an extension of the request. An IPv4 address is never written as an IPv6 one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The address of a client.
    #[must_use]
    pub fn new(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }

    /// The whole address.
    #[must_use]
    pub fn ip(self) -> IpAddr {
        self.0
    }

    /// What counts as one client: the address, of IPv6 the first 64 bits, since who has one of them has them all.
    #[must_use]
    pub fn group(self) -> IpAddr {
        self.cut(32, 64)
    }

    fn cut(self, v4_bits: u32, v6_bits: u32) -> IpAddr {
        match self.0 {
            IpAddr::V4(v4) => IpAddr::V4((v4.to_bits() & u32::MAX.unbounded_shl(32 - v4_bits)).into()),
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & u128::MAX.unbounded_shl(128 - v6_bits))),
        }
    }
}

/// As logs may hold it: cut to the network, /24 or /48, which tells a site's operator enough and names nobody.
impl fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = if self.0.is_ipv4() { 24 } else { 48 };
        write!(f, "{}/{bits}", self.cut(24, 48))
    }
}

/// One address or a network of them: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(IpNet);

impl Network {
    fn contains(self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

/// What is no address and no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no address or network, as in 10.1.2.3, 10.0.0.0/8 or fd00::/8")]
pub struct InvalidNetwork(String);

impl FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, InvalidNetwork> {
        let address = text.parse::<IpAddr>().map(|address| IpNet::from(address.to_canonical()));
        address.or_else(|_| text.parse::<IpNet>()).map(Self).map_err(|_| InvalidNetwork(text.to_owned()))
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> serde::Deserialize<'de> for Network {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The proxies whose word on whom they speak for is believed. The default is this machine itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedProxies(Vec<Network>);

impl Default for TrustedProxies {
    fn default() -> Self {
        Self(["127.0.0.0/8", "::1"].into_iter().filter_map(|network| network.parse().ok()).collect())
    }
}

impl FromIterator<Network> for TrustedProxies {
    fn from_iter<T: IntoIterator<Item = Network>>(networks: T) -> Self {
        Self(networks.into_iter().collect())
    }
}

impl TrustedProxies {
    /// Whether a peer tells of somebody behind it and is not believed, though it is as near as a proxy is: then everybody behind it
    /// counts as one. Never so of an address that could be a person's out in the world: the log names such a peer in full.
    #[must_use]
    pub fn overlook(&self, peer: IpAddr, headers: &HeaderMap) -> bool {
        let peer = peer.to_canonical();
        let is_near = match peer {
            IpAddr::V4(peer) => peer.is_private() || peer.is_loopback() || peer.is_link_local(),
            IpAddr::V6(peer) => peer.is_unique_local() || peer.is_loopback() || peer.is_unicast_link_local(),
        };
        is_near && !self.trust(peer) && headers.contains_key(FORWARDED_FOR)
    }

    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }

    /// Who asks, by the peer of the connection and the headers of the request.
    ///
    /// The peer itself, unless it is trusted: then the rightmost address in `X-Forwarded-For` that is not. Everything left of
    /// it was written by somebody who is not believed, and changes nothing, whatever bytes it is made of. A trusted peer without
    /// that header, or with nothing but proxies in it, or where a trusted one wrote something unreadable, has no address.
    #[must_use]
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Option<ClientAddress> {
        let peer = peer.to_canonical();
        if !self.trust(peer) {
            return Some(ClientAddress(peer));
        }
        let values: Vec<_> = headers.get_all(FORWARDED_FOR).iter().collect();
        // Each hop by itself, as bytes: a stranger's bytes must not make what a proxy wrote beside them unreadable.
        let hops = values.into_iter().rev().flat_map(|value| value.as_bytes().rsplit(|byte| *byte == b','));
        for hop in hops {
            // What can't be read hides who is left of it; to go on would believe a stranger's word.
            let address = read_hop(str::from_utf8(hop.trim_ascii()).ok()?)?;
            if !self.trust(address) {
                return Some(ClientAddress(address));
            }
        }
        None
    }
}

/// An address as proxies write it: alone, in brackets, or with a port.
fn read_hop(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse::<IpAddr>().or_else(|_| hop.parse::<std::net::SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn proxies(networks: &[&str]) -> TrustedProxies {
        networks.iter().map(|network| network.parse::<Network>().expect("a network")).collect()
    }

    fn client(proxies: &TrustedProxies, peer: &str, forwarded: &[impl AsRef<[u8]>]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, HeaderValue::from_bytes(value.as_ref()).expect("a value"));
        }
        proxies.client(peer.parse().expect("an address"), &headers).map(|client| client.ip().to_string())
    }

    #[test]
    fn the_rightmost_address_that_is_not_trusted_counts() {
        let behind = proxies(&["10.0.0.0/8", "::1", "fd00::/8"]);
        for (peer, forwarded, expected) in [
            ("203.0.113.7", [].as_slice(), Some("203.0.113.7")),
            // Who is not trusted may write what it likes.
            ("203.0.113.7", &["198.51.100.1"], Some("203.0.113.7")),
            ("10.0.0.1", &["203.0.113.9, 198.51.100.1"], Some("198.51.100.1")),
            ("10.0.0.1", &["203.0.113.9, 198.51.100.1, 10.2.3.4"], Some("198.51.100.1")),
            ("10.0.0.1", &["203.0.113.9", "198.51.100.1", "10.2.3.4 ,10.9.9.9"], Some("198.51.100.1")),
            ("::ffff:10.0.0.1", &["::ffff:198.51.100.1"], Some("198.51.100.1")),
            ("fd00::5", &["2001:db8::1"], Some("2001:db8::1")),
            ("::1", &["[2001:db8::1]:4711"], Some("2001:db8::1")),
            ("::1", &["[2001:db8::1]"], Some("2001:db8::1")),
            ("::1", &["198.51.100.1:4711"], Some("198.51.100.1")),
            // None that is known: by address nothing is counted.
            ("10.0.0.1", &[], None),
            ("10.0.0.1", &["10.3.3.3, 10.4.4.4"], None),
            ("10.0.0.1", &["198.51.100.1, unknown"], None),
            ("10.0.0.1", &["198.51.100.1,"], None),
            ("10.0.0.1", &[""], None),
        ] {
            assert_eq!(client(&behind, peer, forwarded).as_deref(), expected, "{peer} {forwarded:?}");
        }
        assert_eq!(client(&TrustedProxies::default(), "127.0.0.1", &[""; 0]), None);
        assert_eq!(client(&proxies(&[]), "127.0.0.1", &["198.51.100.1"]).as_deref(), Some("127.0.0.1"));
    }

    #[test]
    fn no_byte_that_a_stranger_sends_hides_the_address() {
        let behind = proxies(&["10.0.0.0/8"]);
        for claimed in [
            b"\xff".as_slice(),
            "é".as_bytes(),
            b"203.0.113.9\xff",
            b"\xc3",
            b"\x80, 203.0.113.9",
            b"\t",
            b"\xa0",
            b"",
            b",",
            b" , ,, ",
            b"unknown",
            b"\"[2001:db8::1]\"",
            b"for=203.0.113.9",
            b"10.0.0.1",
        ] {
            let with = |end: &str| [claimed, end.as_bytes()].concat();
            let (alone, after_it) = (claimed.to_vec(), b"198.51.100.1".to_vec());
            for forwarded in [
                vec![with(", 198.51.100.1")],
                vec![with(",198.51.100.1,10.2.3.4")],
                vec![with(", 198.51.100.1"), b"10.2.3.4".to_vec()],
                vec![alone.clone(), after_it.clone()],
                vec![alone.clone(), alone, after_it, b"10.2.3.4, 10.9.9.9".to_vec()],
            ] {
                assert_eq!(client(&behind, "10.0.0.1", &forwarded).as_deref(), Some("198.51.100.1"), "{forwarded:?}");
            }
        }
        // What a proxy itself could not have written makes nobody of a stranger's choice.
        for unreadable in [b"203.0.113.9, \xff".as_slice(), "203.0.113.9, é, 10.2.3.4".as_bytes(), b"203.0.113.9\xa0"] {
            assert_eq!(client(&behind, "10.0.0.1", &[unreadable]), None, "{unreadable:?}");
        }
    }

    /// Whatever bytes may stand in a header's value, with commas and whole addresses more often than chance has them.
    fn claims() -> impl Strategy<Value = Vec<u8>> {
        let byte = prop_oneof![Just(b'\t'), 0x20..=0x7e_u8, 0x80..=0xff_u8];
        let hop = select(vec![",", "203.0.113.9", "10.0.0.1", "::1"]).prop_map(|hop| hop.as_bytes().to_vec());
        vec(prop_oneof![vec(byte, 0..12), hop], 0..8).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn what_stands_left_of_the_trusted_hops_changes_nothing(
            claimed in claims(),
            is_own_line: bool,
            address: IpAddr,
            trusted_hops in 0..4_usize,
        ) {
            let behind = proxies(&["10.0.0.0/8"]);
            let address = address.to_canonical();
            prop_assume!(!behind.trust(address));
            let told = address.to_string() + &", 10.2.3.4".repeat(trusted_hops);
            let forwarded = if is_own_line {
                vec![claimed, told.into_bytes()]
            } else {
                vec![[claimed.as_slice(), b", ", told.as_bytes()].concat()]
            };
            prop_assert_eq!(client(&behind, "10.0.0.1", &forwarded), Some(address.to_string()));
        }
    }

    #[test]
    fn a_proxy_nearby_that_is_not_believed_is_told_of() {
        let mut headers = HeaderMap::new();
        let overlooked =
            |headers: &HeaderMap, peer: &str| TrustedProxies::default().overlook(peer.parse().expect("an address"), headers);
        assert!(!overlooked(&headers, "172.17.0.1"));
        headers.insert(FORWARDED_FOR, HeaderValue::from_static("198.51.100.1"));
        for (peer, is_overlooked) in [
            ("172.17.0.1", true),
            ("::ffff:172.17.0.1", true),
            ("fd00::1", true),
            ("127.0.0.1", false),
            ("203.0.113.7", false),
            ("::ffff:203.0.113.7", false),
            ("2001:db8::7", false),
            ("100.64.0.7", false),
        ] {
            assert_eq!(overlooked(&headers, peer), is_overlooked, "{peer}");
        }
    }

    #[test]
    fn a_client_with_a_network_of_its_own_counts_as_one() {
        let group = |address: &str| ClientAddress::new(address.parse().expect("an address")).group().to_string();
        assert_eq!(group("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(group("203.0.113.7"), "203.0.113.7");
        assert_eq!(group("::ffff:203.0.113.7"), "203.0.113.7");
    }

    #[test]
    fn what_is_logged_names_a_network() {
        let logged = |address: &str| ClientAddress::new(address.parse().expect("an address")).to_string();
        assert_eq!(logged("203.0.113.7"), "203.0.113.0/24");
        assert_eq!(logged("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
    }

    #[test]
    fn what_is_no_network_is_said_so() {
        for wrong in ["", "localhost", "10.0.0.0/33", "10.0.0", "10.0.0.0/", "*"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
