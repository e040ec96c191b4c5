//! Tells the chat where each request of a connection comes from.

use std::net::IpAddr;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper::Request;
use tertulia::TrustedProxies;
use tertulia::address::FORWARDED;
use tertulia::auth::FromThisMachine;
use tower::Service;

/// A service that is asked by one peer, perhaps a proxy that speaks for others.
#[derive(Debug, Clone)]
pub(crate) struct Addressed<S> {
    pub(crate) service: S,
    pub(crate) peer: IpAddr,
    /// The peer is this machine.
    pub(crate) local: bool,
    pub(crate) proxies: Arc<TrustedProxies>,
}

impl<S: Service<Request<B>>, B> Service<Request<B>> for Addressed<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        // Each request on its own: a proxy keeps a connection and speaks for another client with each.
        if let Some(client) = self.proxies.client(self.peer, request.headers()) {
            request.extensions_mut().insert(client);
        }
        if self.local && !FORWARDED.iter().any(|name| request.headers().contains_key(*name)) {
            request.extensions_mut().insert(FromThisMachine);
        }
        self.service.call(request)
    }
}
