//! Tells the chat where each request of a connection comes from, and the connection whether it is being answered.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http_body::Body;
use hyper::Request;
use hyper::service::Service;
use tertulia::TrustedProxies;
use tertulia::address::is_forwarded;
use tertulia::auth::FromThisMachine;
use tower::ServiceExt;

use crate::answering::{Answering, Asked};

/// A service that is asked by one peer, perhaps a proxy that speaks for others.
#[derive(Debug, Clone)]
pub(crate) struct Addressed<S> {
    pub(crate) service: S,
    pub(crate) peer: IpAddr,
    /// The peer is this machine.
    pub(crate) local: bool,
    pub(crate) proxies: Arc<TrustedProxies>,
    pub(crate) answering: Answering,
    /// Whether it was said that a proxy is overlooked: once is enough.
    pub(crate) warned: Arc<AtomicBool>,
}

// hyper's own kind of service: it is called as soon as the head of a request is read. One of tower's would be called only after
// hyper has looked whether the line has ended.
impl<S, B> Service<Request<B>> for Addressed<S>
where
    S: tower::Service<Request<Asked<B>>, Response: Send, Error: Send, Future: Send> + Clone + Send + 'static,
    B: Body + Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn call(&self, mut request: Request<B>) -> Self::Future {
        // Each request on its own: a proxy keeps a connection and speaks for another client with each.
        if let Some(client) = self.proxies.client(self.peer, request.headers()) {
            request.extensions_mut().insert(client);
        }
        if self.proxies.overlook(self.peer, request.headers()) && !self.warned.swap(true, Ordering::Relaxed) {
            let setting = format!("trusted_proxies = [\"{}\"]", self.peer);
            tracing::warn!(%setting, "a proxy speaks for others and is not believed: everybody behind it counts as one address");
        }
        if self.local && !is_forwarded(request.headers()) {
            request.extensions_mut().insert(FromThisMachine);
        }
        let answering = self.answering.clone();
        let answer = self.service.clone().oneshot(request.map(|body| Asked::new(body, &answering)));
        Box::pin(async move {
            let answer = answer.await;
            answering.end();
            answer
        })
    }
}
