//! WebSocket: many rooms on one connection, and requests inward.
//!
//! The task of a connection is small on purpose, since there may be very many: what is rare (a frame from the client, a
//! reset, a stalled line) runs in futures of its own on the heap, and the state is a list of rooms.

mod requests;

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message as Frame, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use serde::Serialize;
use tertulia_wire::frame::{Ended, Leaving, MeFrame, ProblemFrame};
use tertulia_wire::{Code, RoomName, ServerFrame};
use tokio::time::{Instant, Sleep, sleep_until, timeout};

use super::page::Reader;
use super::{STORE_RETRY, leaving_after_ms};
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Refusal, StoreError};
use crate::hub::{Encoded, Next};

/// How a connection ends: the number alone tells the client what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CloseCode {
    /// Come back now.
    ComeBack = 1012,
    /// Come back with a new token.
    NewToken = 4001,
    /// The protocol is broken: don't come back like this.
    Broken = 4009,
}

/// Why the loop of a connection ends.
enum End {
    /// The line is gone, or takes nothing: there is nobody to tell.
    Gone,
    Close(CloseCode),
}

/// Looks at the rooms before the socket is read from again: a busy room must not keep a client from being heard.
const TURNS: usize = 8;

struct OpenRoom {
    reader: Reader,
    // Stands on a token of its own, not on the connection's.
    own_token: bool,
    // The store was away: not asked before then.
    retry: Option<Instant>,
}

type Saying = BoxFuture<'static, ServerFrame>;

struct Connection {
    chat: Chat,
    socket: WebSocket,
    language: &'static str,
    // The connection's own identity, once it has introduced itself.
    hello: Option<Arc<Identity>>,
    // Whom the handshake itself proved, until the connection has introduced itself.
    came_as: Option<Arc<Identity>>,
    rooms: Vec<OpenRoom>,
    turn: usize,
    // Only while something waits: even an empty set holds memory.
    sayings: Option<Box<FuturesUnordered<Saying>>>,
    heard: Instant,
    beat_at: Instant,
}

enum Event {
    Frame(Frame),
    Room(usize, Next),
    /// So many of these changes are sent, and the line takes no more for now.
    Stalled(Vec<Arc<Encoded>>, usize),
    Said(Box<ServerFrame>),
    Tick,
    Gone,
    Broken,
}

/// Serves a connection until it ends. `came_as` is whom the handshake itself proved, if anybody.
///
/// Not an `async fn`: its future would keep a place for the socket beside the connection that the socket has moved into.
pub(crate) fn serve(
    chat: Chat,
    socket: WebSocket,
    came_as: Option<Arc<Identity>>,
    language: &'static str,
) -> impl Future<Output = ()> + Send {
    let now = Instant::now();
    let beat_at = now + Duration::from_secs(chat.limits().hello_s);
    let mut connection = Box::new(Connection {
        chat,
        socket,
        language,
        hello: None,
        came_as,
        rooms: Vec::new(),
        turn: 0,
        sayings: None,
        heard: now,
        beat_at,
    });
    async move {
        if let End::Close(code) = connection.run().await {
            Box::pin(connection.close(code)).await;
        }
    }
}

impl Connection {
    async fn run(&mut self) -> End {
        let timer = sleep_until(self.beat_at);
        tokio::pin!(timer);
        loop {
            let event = poll_fn(|cx| self.poll_event(cx, timer.as_mut())).await;
            if let Err(end) = Box::pin(self.on_event(event)).await {
                return end;
            }
            timer.as_mut().reset(self.wake_at());
        }
    }

    async fn on_event(&mut self, event: Event) -> Result<(), End> {
        match event {
            Event::Stalled(changes, sent) => self.send_rest(changes, sent).await,
            Event::Said(frame) => self.send(&*frame).await,
            Event::Frame(frame) => self.on_frame(frame).await,
            Event::Room(place, next) => self.on_next(place, next).await,
            Event::Tick => self.on_tick().await,
            Event::Gone => Err(End::Gone),
            Event::Broken => Err(End::Close(CloseCode::Broken)),
        }
    }

    fn poll_event(&mut self, cx: &mut Context<'_>, timer: std::pin::Pin<&mut Sleep>) -> Poll<Event> {
        if let Some(sayings) = &mut self.sayings {
            match sayings.poll_next_unpin(cx) {
                Poll::Ready(Some(frame)) => return Poll::Ready(Event::Said(Box::new(frame))),
                Poll::Ready(None) => self.sayings = None,
                Poll::Pending => {}
            }
        }
        // By far the most frequent, and so done on the spot: a future of its own would be held by every connection.
        for turn in 0..=TURNS {
            if turn == TURNS {
                // There may be more, which nobody will wake this task for.
                cx.waker().wake_by_ref();
                break;
            }
            let Some((place, next)) = self.poll_rooms(cx) else { break };
            let Next::Changes(changes) = next else { return Poll::Ready(Event::Room(place, next)) };
            let mut sent = 0;
            match self.poll_send(cx, &changes, &mut sent) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(_)) => return Poll::Ready(Event::Gone),
                Poll::Pending => return Poll::Ready(Event::Stalled(changes, sent)),
            }
        }
        // Who has as many sends waiting as allowed is not read from: the line itself holds it back.
        if self.sayings.as_ref().map_or(0, |sayings| sayings.len()) < self.chat.limits().says_per_connection
            && let Poll::Ready(frame) = std::pin::Pin::new(&mut self.socket).poll_next(cx)
        {
            return Poll::Ready(match frame {
                Some(Ok(frame)) => Event::Frame(frame),
                // A frame too large, not UTF-8, unmasked or out of order; a line that is gone looks the same and the
                // close frame then goes nowhere.
                Some(Err(_)) => Event::Broken,
                None => Event::Gone,
            });
        }
        timer.poll(cx).map(|()| Event::Tick)
    }

    /// Looks at each room, beginning after the one that had something last, so that a busy room starves no other.
    fn poll_rooms(&mut self, cx: &mut Context<'_>) -> Option<(usize, Next)> {
        let (count, limits) = (self.rooms.len(), &self.chat.inner.limits);
        for step in 0..count {
            let place = (self.turn + step) % count;
            let room = &mut self.rooms[place];
            if room.retry.is_some() {
                continue;
            }
            if let Poll::Ready(next) = room.reader.subscription.poll_next(cx, limits.chunk_changes, limits.chunk_bytes) {
                self.turn = place + 1;
                return Some((place, next));
            }
        }
        None
    }

    fn wake_at(&self) -> Instant {
        let now_ms = (self.chat.inner.clock)().0;
        let expiry =
            |until: tertulia_wire::Time| Instant::now() + Duration::from_millis(u64::try_from(until.0 - now_ms).unwrap_or(0));
        let expires = self.rooms.iter().filter_map(|room| room.reader.who.until).min().map(expiry);
        let retries = self.rooms.iter().filter_map(|room| room.retry);
        retries.chain(expires).fold(self.beat_at, Instant::min)
    }

    /// Puts changes into the write buffer, and writes what it holds.
    fn poll_send(&mut self, cx: &mut Context<'_>, changes: &[Arc<Encoded>], sent: &mut usize) -> Poll<Result<(), axum::Error>> {
        while let Some(change) = changes.get(*sent) {
            ready!(self.socket.poll_ready_unpin(cx))?;
            let text = Utf8Bytes::try_from(change.frame.clone()).unwrap_or_default();
            self.socket.start_send_unpin(Frame::Text(text))?;
            *sent += 1;
        }
        self.socket.poll_flush_unpin(cx)
    }

    /// The line took no more: waits for it, but not for ever.
    async fn send_rest(&mut self, changes: Vec<Arc<Encoded>>, mut sent: usize) -> Result<(), End> {
        let patience = Duration::from_secs(self.chat.limits().stall_s);
        let rest = poll_fn(|cx| self.poll_send(cx, &changes, &mut sent));
        timeout(patience, rest).await.map_or(Err(End::Gone), |sent| sent.map_err(|_| End::Gone))
    }

    async fn send(&mut self, frame: &impl Serialize) -> Result<(), End> {
        let json = serde_json::to_string(frame).map_err(|_| End::Close(CloseCode::ComeBack))?;
        self.feed(Frame::Text(json.into())).await?;
        self.flush().await
    }

    async fn send_json(&mut self, json: Bytes) -> Result<(), End> {
        let text = Utf8Bytes::try_from(json).map_err(|_| End::Close(CloseCode::ComeBack))?;
        self.feed(Frame::Text(text)).await?;
        self.flush().await
    }

    /// Puts a frame into the write buffer, waiting for room in it as long as the reader takes anything at all.
    async fn feed(&mut self, frame: Frame) -> Result<(), End> {
        let ready = poll_fn(|cx| Poll::Ready(std::pin::Pin::new(&mut self.socket).poll_ready(cx)));
        match ready.await {
            Poll::Ready(ready) => ready.map_err(|_| End::Gone)?,
            Poll::Pending => Box::pin(self.stalled(false)).await?,
        }
        std::pin::Pin::new(&mut self.socket).start_send(frame).map_err(|_| End::Gone)
    }

    async fn flush(&mut self) -> Result<(), End> {
        let flushed = poll_fn(|cx| Poll::Ready(std::pin::Pin::new(&mut self.socket).poll_flush(cx)));
        match flushed.await {
            Poll::Ready(flushed) => flushed.map_err(|_| End::Gone),
            Poll::Pending => Box::pin(self.stalled(true)).await,
        }
    }

    /// The reader does not take what is written to it. It is waited for, but not for ever: its cursor stays good.
    async fn stalled(&mut self, flush: bool) -> Result<(), End> {
        let patience = Duration::from_secs(self.chat.limits().stall_s);
        let taken =
            async { if flush { self.socket.flush().await } else { poll_fn(|cx| self.socket.poll_ready_unpin(cx)).await } };
        // Too slow (4008) can't be told on a line that takes nothing: the client finds it cut, and comes back now.
        timeout(patience, taken).await.map_or(Err(End::Gone), |taken| taken.map_err(|_| End::Gone))
    }

    async fn close(&mut self, code: CloseCode) {
        let frame = CloseFrame { code: code as u16, reason: Utf8Bytes::from_static("") };
        let _ = timeout(Duration::from_secs(1), self.socket.send(Frame::Close(Some(frame)))).await;
        // The client answers with a close frame of its own; reading up to it lets ours arrive before the line is cut.
        let answered = async { while let Some(Ok(_)) = self.socket.next().await {} };
        let _ = timeout(Duration::from_secs(1), answered).await;
    }

    async fn on_tick(&mut self) -> Result<(), End> {
        let now = Instant::now();
        for room in &mut self.rooms {
            room.retry = room.retry.filter(|retry| *retry > now);
        }
        self.end_expired().await?;
        if now < self.beat_at {
            return Ok(());
        }
        let limits = self.chat.limits();
        if self.hello.is_none() {
            return Err(End::Close(CloseCode::Broken));
        }
        let beat = Duration::from_secs(limits.beat_s);
        if now.duration_since(self.heard) > beat * 2 {
            return Err(End::Gone);
        }
        if self.chat.is_leaving() {
            return self.leave().await;
        }
        self.beat_at = now + beat;
        self.feed(Frame::Ping(Bytes::new())).await?;
        self.send(&ServerFrame::Beat).await
    }

    /// Rooms whose token has run out end; the connection only when none is left of those that it had.
    async fn end_expired(&mut self) -> Result<(), End> {
        let now = (self.chat.inner.clock)();
        let mut ended = Vec::new();
        self.rooms.retain(|room| {
            let over = room.reader.who.is_over(now);
            if over {
                ended.push(room.reader.subscription.room().clone());
            }
            !over
        });
        for room in &ended {
            self.send_ended(room.clone(), &Refusal::new(Code::TokenExpired)).await?;
        }
        if !ended.is_empty() && self.rooms.is_empty() { Err(End::Close(CloseCode::NewToken)) } else { Ok(()) }
    }

    async fn leave(&mut self) -> Result<(), End> {
        self.send(&ServerFrame::Leaving(Leaving { after_ms: leaving_after_ms() })).await?;
        Err(End::Close(CloseCode::ComeBack))
    }

    async fn send_ended(&mut self, room: RoomName, refusal: &Refusal) -> Result<(), End> {
        let ended = Ended { room, code: refusal.code, room_now: None, retry_after: refusal.retry_after_s };
        self.send(&ServerFrame::Ended(ended)).await
    }

    async fn problem(&mut self, reference: Option<String>, refusal: &Refusal) -> Result<(), End> {
        let frame = problem_frame(&self.chat, self.language, reference, refusal);
        self.send(&frame).await
    }

    /// What a room had to say that was not changes.
    async fn on_next(&mut self, place: usize, next: Next) -> Result<(), End> {
        match next {
            Next::Leaving => return self.leave().await,
            Next::Failed(StoreError::Away(_)) => {
                self.rooms[place].retry = Some(Instant::now() + STORE_RETRY);
                return Ok(());
            }
            _ => {}
        }
        let rechecked = matches!(next, Next::Recheck(_));
        let chat = self.chat.clone();
        let reader = &mut self.rooms[place].reader;
        match reader.page_of_next(&chat, next).await {
            Ok(Some(page)) => {
                let json = page.json(|page| ServerFrame::Reset(page.clone())).map_err(|_| End::Close(CloseCode::ComeBack))?;
                self.send_json(json).await
            }
            Ok(None) if rechecked => {
                let facts = reader.subscription.facts();
                let me = chat.me(&reader.who, reader.subscription.room(), facts.as_ref().map(|facts| &*facts.settings));
                let frame = ServerFrame::Me(MeFrame { room: reader.subscription.room().clone(), me });
                self.send(&frame).await
            }
            Ok(None) => Ok(()),
            Err(error) => {
                let room = self.rooms.swap_remove(place);
                self.send_ended(room.reader.subscription.room().clone(), &error.into_refusal()).await
            }
        }
    }
}

fn problem_frame(chat: &Chat, language: &str, reference: Option<String>, refusal: &Refusal) -> ServerFrame {
    let mut problem = chat.inner.catalogues.problem(refusal, language);
    problem.urn = None;
    ServerFrame::Problem(ProblemFrame { reference, problem })
}
