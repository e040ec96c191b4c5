//! Tells the chat where each request of a connection comes from, and the connection whether it is being answered.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http_body::Body;
use hyper::service::Service;
use hyper::{Request, Response};
use tertulia::TrustedProxies;
use tertulia::address::is_forwarded;
use tertulia::auth::FromThisMachine;
use tower::ServiceExt;

use crate::answering::{Answer, Answering, Asked};

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
impl<S, B, A> Service<Request<B>> for Addressed<S>
where
    S: tower::Service<Request<Asked<B>>, Response = Response<A>, Error: Send, Future: Send> + Clone + Send + 'static,
    B: Body + Send + 'static,
    A: Send,
{
    type Response = Response<Answer<A>>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, S::Error>> + Send>>;

    fn call(&self, mut request: Request<B>) -> Self::Future {
        // Each request on its own: a proxy keeps a connection and speaks for another client with each.
        if let Some(client) = self.proxies.client(self.peer, request.headers()) {
            request.extensions_mut().insert(client);
        }
        if self.proxies.overlook(self.peer, request.headers()) && !self.warned.swap(true, Ordering::Relaxed) {
            // Whole, since it is what is to be pasted. It is nobody's: only what is private or this machine can be overlooked.
            let setting = format!("trusted_proxies = [\"{}\"]", self.peer);
            tracing::warn!(%setting, "a proxy speaks for others and is not believed: everybody behind it counts as one address");
        }
        if self.local && !is_forwarded(request.headers()) {
            request.extensions_mut().insert(FromThisMachine);
        }
        let (answering, open) = (self.answering.clone(), self.answering.open());
        let answer = self.service.clone().oneshot(request.map(|body| Asked::new(body, &answering)));
        Box::pin(async move {
            let answer = answer.await;
            answering.end();
            Ok(answer?.map(|body| Answer::new(body, open)))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use bytes::Bytes;
    use http_body_util::Empty;

    use super::*;

    #[tokio::test]
    async fn a_request_is_open_from_its_head_until_the_last_of_its_answer() {
        let service = tower::service_fn(|_: Request<Asked<Empty<Bytes>>>| async {
            Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new()))
        });
        let answering = Answering::default();
        let (peer, proxies) = ("127.0.0.1".parse().expect("an address"), Arc::default());
        let addressed = Addressed { service, peer, local: true, proxies, answering: answering.clone(), warned: Arc::default() };
        assert!(!answering.is_open());
        let asked = addressed.call(Request::new(Empty::<Bytes>::new()));
        assert!(answering.is_open());
        let Ok(answer) = asked.await;
        assert!(answering.is_open() && !answering.is_asked(), "the answer is made, and not yet taken");
        drop(answer);
        assert!(!answering.is_open());
        drop(addressed.call(Request::new(Empty::<Bytes>::new())));
        assert!(!answering.is_open(), "nobody waits for the answer");
    }
}
