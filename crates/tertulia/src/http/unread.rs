//! Whether the body of a request was read: no other request can come over a line on which some of it is left.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::Version;
use http_body::{Body as _, Frame, SizeHint};

/// A request whose body, where it has one, tells whether it was read to its end.
pub(super) fn watched(request: Request) -> (Request, Option<Arc<AtomicBool>>) {
    // Later versions have no such header, and their lines go on without what was not read.
    if request.body().is_end_stream() || request.version() > Version::HTTP_11 {
        return (request, None);
    }
    let unread = Arc::new(AtomicBool::new(true));
    let seen = Arc::clone(&unread);
    (request.map(|body| Body::new(Watched { body, unread: seen })), Some(unread))
}

struct Watched {
    body: Body,
    unread: Arc<AtomicBool>,
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let watched = self.get_mut();
        let frame = Pin::new(&mut watched.body).poll_frame(cx);
        if matches!(frame, Poll::Ready(None)) || watched.body.is_end_stream() {
            watched.unread.store(false, Ordering::Relaxed);
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
