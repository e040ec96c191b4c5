//! The line of one connection.
//!
//! What RFC 6455 asks of a server is tungstenite's part, but for the frames with JSON, which are written past it: those of
//! changes are made once and are the same for every reader, so that a change costs each reader one write and no copy.

use std::io::{self, IoSlice, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tungstenite::error::ProtocolError;
use tungstenite::protocol::{Message as Frame, Role, WebSocketConfig, WebSocketContext};

use crate::hub::tail::Changes;
use crate::limits::Limits;

/// Bytes that a socket reads at once. Frames of clients are small; an idle connection keeps this for as long as it lives.
const READ_BUFFER_BYTES: usize = 512;
/// Changes that go into one write. A list of places for them lies on the stack while it is made.
const WRITE_CHANGES: usize = 64;

pub(super) struct Socket {
    line: TokioIo<Upgraded>,
    protocol: WebSocketContext,
    // The protocol, or the line, may hold bytes of a frame: nothing may be written past it until they are out.
    holds: bool,
    // After an error the protocol can't be read on: it panics.
    unreadable: bool,
    // Bytes of changes and other frames that the line has taken: by them a slow one is told from one that takes nothing.
    taken: u64,
}

/// What the line has brought.
pub(super) enum Received {
    Frame(Frame),
    /// A frame too large, not UTF-8, unmasked or out of order: the word for it.
    Broken(&'static str),
    Gone,
}

/// Changes on their way: which is next, and how many of its bytes are out.
pub(super) struct Unsent {
    changes: Changes,
    next: usize,
    out: usize,
}

impl Unsent {
    pub(super) fn new(changes: Changes) -> Self {
        Self { changes, next: 0, out: 0 }
    }

    /// The version up to which all is out once the frame is that is half out; whether there is such a frame.
    pub(super) fn end(&self) -> (u64, bool) {
        let half_out = self.out > 0;
        let next = self.changes.get(self.next).map_or(u64::MAX, |change| change.version);
        // What lies between two changes was replaced by newer ones.
        (if half_out { next } else { next.saturating_sub(1) }, half_out)
    }

    /// Drops what is not begun.
    pub(super) fn cut(&mut self) {
        self.changes.truncate(self.next + 1);
    }

    fn advance(&mut self, mut written: usize) {
        while let Some(change) = self.changes.get(self.next) {
            let left = change.socket_frame().len() - self.out;
            if written < left {
                self.out += written;
                return;
            }
            written -= left;
            (self.next, self.out) = (self.next + 1, 0);
        }
    }
}

impl Socket {
    pub(super) fn new(upgraded: Upgraded, limits: &Limits) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .max_message_size(Some(limits.frame_bytes))
            .max_frame_size(Some(limits.frame_bytes));
        let protocol = WebSocketContext::new(Role::Server, Some(config));
        Self { line: TokioIo::new(upgraded), protocol, holds: false, unreadable: false, taken: 0 }
    }

    /// How many bytes of frames the line has taken so far.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// The next frame from the client. What the protocol itself answers goes out before anything else is written.
    pub(super) fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Received> {
        if self.unreadable {
            return self.poll_drain(cx);
        }
        // Who takes no answers is not read from, or the answers to its pings would pile up.
        if ready!(self.poll_flush(cx)).is_err() {
            return Poll::Ready(Received::Gone);
        }
        let read = self.protocol.read(&mut AtOnce { line: &mut self.line, cx });
        self.unreadable = !matches!(&read, Ok(_) | Err(tungstenite::Error::Io(_)));
        match read {
            Ok(frame) => {
                // A ping has left a pong behind, a close frame its answer.
                self.holds = true;
                Poll::Ready(Received::Frame(frame))
            }
            Err(tungstenite::Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => Poll::Pending,
            Err(
                tungstenite::Error::Io(_)
                | tungstenite::Error::ConnectionClosed
                | tungstenite::Error::AlreadyClosed
                | tungstenite::Error::Protocol(ProtocolError::ResetWithoutClosingHandshake),
            ) => Poll::Ready(Received::Gone),
            Err(tungstenite::Error::Capacity(_)) => Poll::Ready(Received::Broken("frame_too_large")),
            Err(tungstenite::Error::Utf8(_)) => Poll::Ready(Received::Broken("not_utf8")),
            Err(_) => Poll::Ready(Received::Broken("protocol_broken")),
        }
    }

    /// Reads what nobody wants any more, so that a close frame arrives before the line is cut for what was left unread.
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<Received> {
        let mut bytes = [0; READ_BUFFER_BYTES];
        loop {
            let mut buffer = ReadBuf::new(&mut bytes);
            let read = ready!(Pin::new(&mut self.line).poll_read(cx, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                return Poll::Ready(Received::Gone);
            }
        }
    }

    /// Leaves a control frame with the protocol, to be written before anything else.
    pub(super) fn put(&mut self, frame: Frame) -> io::Result<()> {
        self.holds = true;
        match self.protocol.write(&mut Never, frame) {
            Ok(()) => Ok(()),
            Err(tungstenite::Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    /// Writes all that the protocol holds.
    pub(super) fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.holds {
            return Poll::Ready(Ok(()));
        }
        match self.protocol.flush(&mut AtOnce { line: &mut self.line, cx }) {
            Ok(()) | Err(tungstenite::Error::ConnectionClosed) => {
                self.holds = false;
                Poll::Ready(Ok(()))
            }
            Err(tungstenite::Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => Poll::Pending,
            Err(error) => Poll::Ready(Err(io::Error::other(error))),
        }
    }

    /// Writes a whole frame, of which so many bytes are out. Once begun it has to be ended before another is.
    pub(super) fn poll_write(&mut self, cx: &mut Context<'_>, frame: &[u8], out: &mut usize) -> Poll<io::Result<()>> {
        ready!(self.poll_flush(cx))?;
        while *out < frame.len() {
            let written = some(ready!(Pin::new(&mut self.line).poll_write(cx, &frame[*out..]))?)?;
            self.taken += written as u64;
            *out += written;
        }
        Pin::new(&mut self.line).poll_flush(cx)
    }

    /// Writes changes. Once begun it has to be ended before anything else is written: a frame may be half out.
    pub(super) fn poll_send(&mut self, cx: &mut Context<'_>, unsent: &mut Unsent) -> Poll<io::Result<()>> {
        ready!(self.poll_flush(cx))?;
        while let Some(change) = unsent.changes.get(unsent.next) {
            let first = &change.socket_frame()[unsent.out..];
            let line = Pin::new(&mut self.line);
            let written = if unsent.next + 1 == unsent.changes.len() {
                ready!(line.poll_write(cx, first))?
            } else {
                let mut slices = [IoSlice::new(&[]); WRITE_CHANGES];
                slices[0] = IoSlice::new(first);
                let others = unsent.changes[unsent.next + 1..].iter().take(WRITE_CHANGES - 1);
                let mut count = 1;
                for (slice, change) in slices[1..].iter_mut().zip(others) {
                    *slice = IoSlice::new(change.socket_frame());
                    count += 1;
                }
                ready!(line.poll_write_vectored(cx, &slices[..count]))?
            };
            self.taken += written as u64;
            unsent.advance(some(written)?);
        }
        // A host's own line, as of TLS, may hold back what it has taken.
        let flushed = Pin::new(&mut self.line).poll_flush(cx);
        self.holds |= flushed.is_pending();
        flushed
    }
}

/// A write of nothing is a line that takes nothing more.
fn some(written: usize) -> io::Result<usize> {
    if written == 0 { Err(io::ErrorKind::WriteZero.into()) } else { Ok(written) }
}

/// How tungstenite, which reads and writes at once or not at all, meets a line that may have to wait.
struct AtOnce<'a, 'b> {
    line: &'a mut TokioIo<Upgraded>,
    cx: &'a mut Context<'b>,
}

fn at_once<T>(poll: Poll<io::Result<T>>) -> io::Result<T> {
    match poll {
        Poll::Ready(result) => result,
        Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
    }
}

impl Read for AtOnce<'_, '_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let mut buffer = ReadBuf::new(bytes);
        at_once(Pin::new(&mut *self.line).poll_read(self.cx, &mut buffer))?;
        Ok(buffer.filled().len())
    }
}

impl Write for AtOnce<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        at_once(Pin::new(&mut *self.line).poll_write(self.cx, bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        at_once(Pin::new(&mut *self.line).poll_flush(self.cx))
    }
}

/// A line that takes nothing now: what is written to it stays with the protocol.
struct Never;

impl Read for Never {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::WouldBlock.into())
    }
}

impl Write for Never {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::WouldBlock.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::WouldBlock.into())
    }
}
