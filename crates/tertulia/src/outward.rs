//! Requests that go out, to addresses that whoever configures the server has named, and to no others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use reqwest::{Client, RequestBuilder, Url, redirect};

use crate::error::Error;

/// What `localhost` means, whatever anybody says that it means: without TLS nothing leaves this machine. Port 0 is the address's own.
const LOCALHOST: [SocketAddr; 2] =
    [SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0), SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), 0)];

const SCHEME: &str = "it has to begin with https://; http:// is for 127.0.0.1, [::1] and localhost alone";

/// An address to ask, with the client that asks it: https, or http to this machine. Follows no redirect and goes through no proxy.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    url: Url,
    client: Client,
}

impl Address {
    /// Checks an address.
    pub(crate) fn new(url: &str) -> Result<Self, Error> {
        // One with a password in it is not for logs.
        let named = if url.contains('@') { "the address".to_owned() } else { format!("{url:?}") };
        let wrong = |why: &str| Error::Setup(format!("{named} can't be asked: {why}"));
        if !url.contains("://") {
            return Err(wrong(SCHEME));
        }
        let url = Url::parse(url).map_err(|error| wrong(&error.to_string()))?;
        let is_https = url.scheme() == "https";
        if !(is_https || url.scheme() == "http" && is_this_machine(&url)) {
            return Err(wrong(SCHEME));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("it holds a name or a password"));
        }
        if url.fragment().is_some() {
            return Err(wrong("it has a fragment, which is sent to nobody"));
        }
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            // Sooner than servers close their end, so that no request goes into a line that is being closed.
            .pool_idle_timeout(Duration::from_secs(20))
            .https_only(is_https)
            .resolve_to_addrs("localhost", &LOCALHOST)
            .user_agent(concat!("tertulia/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| Error::Setup(format!("no request can go out: {error}")))?;
        Ok(Self { url, client })
    }

    pub(crate) fn get(&self) -> RequestBuilder {
        self.client.get(self.url.clone())
    }

    pub(crate) fn post(&self) -> RequestBuilder {
        self.client.post(self.url.clone())
    }
}

/// Sends a request and reads what it is answered with: 200, and at most so many bytes, which is the bound of this name.
pub(crate) async fn answer(
    request: RequestBuilder,
    bytes_max: usize,
    bound: &str,
) -> Result<(HeaderMap, Bytes), Box<dyn std::error::Error + Send + Sync>> {
    let mut response = request.send().await.map_err(reqwest::Error::without_url)?;
    if response.status().as_u16() != 200 {
        return Err(format!("it answered {}", response.status()).into());
    }
    let headers = std::mem::take(response.headers_mut());
    let mut body = BytesMut::new();
    while let Some(part) = response.chunk().await.map_err(reqwest::Error::without_url)? {
        if body.len() + part.len() > bytes_max {
            return Err(format!("it has more than {bytes_max} bytes ({bound})").into());
        }
        body.extend_from_slice(&part);
    }
    Ok((headers, body.freeze()))
}

/// A loopback address, written as one: any other name can be made to lead anywhere.
fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_https_and_this_machine_is_asked() {
        for good in [
            "https://site.example/.well-known/jwks.json",
            "https://10.0.0.1:8443/keys?tenant=7",
            "http://127.0.0.1:9/keys",
            "http://127.8.9.10/",
            "http://[::1]:9/keys",
            "http://localhost:9/keys",
            // The same as 127.0.0.1.
            "http://2130706433/",
        ] {
            assert!(Address::new(good).is_ok(), "{good}");
        }
        for bad in [
            "http://site.example/keys",
            "http://10.0.0.1/keys",
            "http://169.254.169.254/latest/meta-data",
            "http://0.0.0.0/",
            "http://127.0.0.1.site.example/",
            "http://localhost.site.example/",
            "http://localhost./",
            "http://127.0.0.1@site.example/",
            "http://[::ffff:10.0.0.1]/",
            "http://[::]/",
            "https://user:word@site.example/",
            "https://site.example/#keys",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "unix:/run/keys",
            "//site.example/",
            "site.example",
            "",
        ] {
            assert!(matches!(Address::new(bad), Err(Error::Setup(_))), "{bad}");
        }
    }
}
