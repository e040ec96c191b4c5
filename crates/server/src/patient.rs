//! A connection that waits for a reader, but not for ever.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use crate::answering::Answering;

/// How long an answer may take after the client has said that no more will come: longer than any that waits for nobody. Most who
/// say so are gone, and are not to hold what they asked for until a long poll is over.
const LAST_ANSWER: Duration = Duration::from_secs(5);

/// A stream whose writes fail once the other side has taken nothing for a while, and whose end is heard only when what was
/// asked is answered.
///
/// HTTP libraries bound how long a request may take to arrive, not how long an answer may take to be read; and they drop what
/// they were asked when nothing more can be. The clocks exist only while something waits, so that an idle connection pays
/// nothing for them.
#[derive(Debug)]
pub(crate) struct Patient<S> {
    stream: S,
    patience: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    answering: Answering,
    // The other side will say no more, and is waiting for an answer.
    ending: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    pub(crate) fn new(stream: S, patience: Duration, answering: Answering) -> Self {
        Self { stream, patience, waiting: None, answering, ending: None }
    }

    fn check<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        self.answering.write(written.is_pending());
        if written.is_ready() {
            if self.waiting.take().is_some() && self.ending.is_some() {
                // The last of the answer is out, and now the end can be heard.
                cx.waker().wake_by_ref();
            }
            return written;
        }
        let patience = self.patience;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(patience)));
        waiting.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.ending.is_none() {
            let before = buffer.filled().len();
            ready!(Pin::new(&mut this.stream).poll_read(cx, buffer))?;
            if buffer.filled().len() > before || buffer.remaining() == 0 {
                return Poll::Ready(Ok(()));
            }
        }
        if this.waiting.is_none() && !this.answering.is_under_way(cx) {
            if this.ending.is_some() || !this.answering.is_asked() {
                return Poll::Ready(Ok(()));
            }
            // Whoever answers has its turn after this: only then is it known whether the body was here to its end.
            cx.waker().wake_by_ref();
        }
        let ending = this.ending.get_or_insert_with(|| Box::pin(sleep(LAST_ANSWER)));
        ending.as_mut().poll(cx).map(Ok)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.check(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        self.check(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.check(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.check(cx, shut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answering::Asked;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test(start_paused = true)]
    async fn a_reader_that_takes_nothing_is_given_up() {
        let (near, _far) = tokio::io::duplex(4);
        let mut patient = Patient::new(near, Duration::from_secs(30), Answering::default());
        let error = patient.write_all(b"more than fits").await.expect_err("nobody reads");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_that_takes_a_little_now_and_then_is_waited_for() {
        let (near, mut far) = tokio::io::duplex(4);
        let mut patient = Patient::new(near, Duration::from_secs(30), Answering::default());
        let reading = tokio::spawn(async move {
            let mut byte = [0; 1];
            for _ in 0..14 {
                tokio::time::sleep(Duration::from_secs(20)).await;
                far.read_exact(&mut byte).await.expect("there is more");
            }
        });
        patient.write_all(b"more than fits").await.expect("somebody reads");
        reading.await.expect("reads to the end");
    }

    /// What is read of a line whose other side has said all, with a request that is being answered.
    fn ending(answering: &Answering) -> Patient<tokio::io::DuplexStream> {
        let (near, far) = tokio::io::duplex(4);
        drop(far);
        let _ = Asked::new(http_body_util::Empty::<bytes::Bytes>::new(), answering);
        Patient::new(near, Duration::from_secs(30), answering.clone())
    }

    #[tokio::test(start_paused = true)]
    async fn the_end_is_heard_when_what_was_asked_is_answered() {
        let answering = Answering::default();
        let mut patient = ending(&answering);
        let mut byte = [0; 1];
        let read = tokio::time::timeout(LAST_ANSWER / 2, patient.read(&mut byte));
        assert!(read.await.is_err(), "is still being answered");
        answering.end();
        assert_eq!(tokio::time::timeout(Duration::ZERO, patient.read(&mut byte)).await.expect("at once").expect("is read"), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn who_breaks_off_within_a_body_is_not_waited_for() {
        let answering = Answering::default();
        let (mut patient, mut byte) = (ending(&answering), [0; 1]);
        let never =
            http_body_util::StreamBody::new(futures_util::stream::pending::<Result<http_body::Frame<bytes::Bytes>, io::Error>>());
        let mut body = Asked::new(never, &answering);
        let read = tokio::time::timeout(LAST_ANSWER / 2, patient.read(&mut byte));
        assert!(read.await.is_err(), "nobody has looked into the body yet");
        let looked = tokio::time::timeout(Duration::ZERO, http_body_util::BodyExt::frame(&mut body)).await;
        assert!(looked.is_err(), "more of it is waited for");
        let read = tokio::time::timeout(Duration::ZERO, patient.read(&mut byte));
        assert_eq!(read.await.expect("at once").expect("is read"), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_takes_long_is_not_waited_for() {
        let mut patient = ending(&Answering::default());
        let begun = tokio::time::Instant::now();
        assert_eq!(patient.read(&mut [0; 1]).await.expect("is read"), 0);
        assert_eq!(begun.elapsed(), LAST_ANSWER);
    }
}
