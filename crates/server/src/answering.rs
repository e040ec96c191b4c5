//! Whether something is being answered over a connection: the line has to know when the client says that no more will come.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use futures_util::task::AtomicWaker;
use http_body::{Body, Frame, SizeHint};

/// What a line and the service behind it share: set from when a request's head is here until its answer is made, but while the
/// client is waited for.
///
/// The head of a stream is its answer: what follows ends with the client.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answering(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_open: AtomicBool,
    is_asked: AtomicBool,
    is_under_way: AtomicBool,
    is_writing: AtomicBool,
    // The task of a line that would end, were it not for the answer.
    line: AtomicWaker,
}

impl Answering {
    /// The head of a request is here: it is open until what is given is dropped, with the last of its answer.
    pub(crate) fn open(&self) -> Open {
        self.0.is_open.store(true, Ordering::Release);
        Open(self.clone())
    }

    /// Whether the head of a request is here, and the last of its answer has not been handed to the line.
    pub(crate) fn is_open(&self) -> bool {
        self.0.is_open.load(Ordering::Acquire)
    }

    /// Whether the client has yet to take what was handed to the line.
    pub(crate) fn is_writing(&self) -> bool {
        self.0.is_writing.load(Ordering::Acquire)
    }

    pub(crate) fn write(&self, is_writing: bool) {
        self.0.is_writing.store(is_writing, Ordering::Release);
    }

    fn begin(&self) {
        self.0.is_under_way.store(true, Ordering::Release);
    }

    /// The answer waits for what the client has yet to send.
    fn pause(&self) {
        self.0.is_under_way.store(false, Ordering::Release);
        self.0.line.wake();
    }

    /// The answer is made.
    pub(crate) fn end(&self) {
        self.0.is_asked.store(false, Ordering::Release);
        self.pause();
    }

    /// Whether there is a request, the last byte of which need not be here.
    pub(crate) fn is_asked(&self) -> bool {
        self.0.is_asked.load(Ordering::Acquire)
    }

    /// Whether an answer is under way; if so, the task is woken when it is no more.
    pub(crate) fn is_under_way(&self, cx: &Context<'_>) -> bool {
        self.0.line.register(cx.waker());
        self.0.is_under_way.load(Ordering::Acquire)
    }
}

/// A request that is open until this is dropped.
#[derive(Debug)]
pub(crate) struct Open(Answering);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.0.is_open.store(false, Ordering::Release);
    }
}

/// The body of an answer, with which its request is over.
#[derive(Debug)]
pub(crate) struct Answer<B> {
    body: B,
    _open: Open,
}

impl<B> Answer<B> {
    pub(crate) fn new(body: B, open: Open) -> Self {
        Self { body, _open: open }
    }
}

impl<B: Body + Unpin> Body for Answer<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of a request, which is being answered but while more of it is waited for.
#[derive(Debug)]
pub(crate) struct Asked<B> {
    body: B,
    answering: Answering,
}

impl<B: Body> Asked<B> {
    pub(crate) fn new(body: B, answering: &Answering) -> Self {
        // Whoever answers may have more to do before it reads, and all of the body may be here.
        answering.0.is_asked.store(true, Ordering::Release);
        answering.begin();
        Self { body, answering: answering.clone() }
    }
}

impl<B: Body + Unpin> Body for Asked<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        match frame {
            Poll::Pending => self.answering.pause(),
            Poll::Ready(_) => self.answering.begin(),
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
