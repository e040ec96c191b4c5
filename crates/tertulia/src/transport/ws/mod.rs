//! WebSocket: many rooms on one connection, and requests inward.
//!
//! The task of a connection is small on purpose, since there may be very many: what is rare (a frame from the client, a
//! reset, a stalled line) runs in futures of its own on the heap, and the state is a list of rooms.

mod handshake;
mod requests;
mod rights;
mod socket;

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use hyper::upgrade::OnUpgrade;
use serde::Serialize;
use smallvec::SmallVec;
use tertulia_wire::frame::{Leaving, ProblemFrame, Waiting};
use tertulia_wire::{RoomName, ServerFrame, Time};
use tokio::time::{Instant, Sleep, sleep_until, timeout};
use tungstenite::protocol::{CloseFrame, Message as Frame};
use tungstenite::{Bytes, Utf8Bytes};

pub(crate) use self::handshake::accept;
use self::socket::{Received, Socket, Unsent};
use super::page::Reader;
use super::{STORE_RETRY, leaving_after_ms};
use crate::address::ClientAddress;
use crate::auth::Identity;
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::hub::Next;
use crate::hub::encoded::socket_frame;
use crate::hub::signals::Heard;
use crate::metrics::meters::Line;
use crate::pace::Place;

/// How a connection ends: the number alone tells the client what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CloseCode {
    /// Come back now.
    ComeBack = 1012,
    /// Come back later.
    Later = 1013,
    /// Come back with a new token.
    NewToken = 4001,
    /// The protocol is broken: don't come back like this.
    Broken = 4009,
}

impl CloseCode {
    /// What to do about a token that was refused: a new one is no better where nobody can tell.
    fn after(refusal: &Refusal) -> Self {
        if refusal.code.status() == 503 { Self::Later } else { Self::NewToken }
    }
}

/// Why the loop of a connection ends.
enum End {
    /// The line is gone, or takes nothing: there is nobody to tell.
    Gone,
    /// With a word for whoever looks for the reason; programs decide by the code.
    Close(CloseCode, &'static str),
}

impl End {
    /// The protocol is broken, and how.
    fn broken(why: &'static str) -> Self {
        End::Close(CloseCode::Broken, why)
    }
}

struct OpenRoom {
    reader: Reader,
    // The name that it was asked for by, where that is an old one.
    asked: Option<Box<RoomName>>,
    // Counted among the rooms that are open from the address.
    place: Option<Place>,
    // Stands on a token of its own, not on the connection's.
    own_token: bool,
    // The store was away: not asked before then.
    retry: Option<Instant>,
}

impl OpenRoom {
    fn is(&self, name: &RoomName) -> bool {
        self.reader.subscription.room() == name || self.asked.as_deref() == Some(name)
    }
}

type Saying = BoxFuture<'static, ServerFrame>;

struct Connection {
    chat: Chat,
    socket: Socket,
    language: &'static str,
    // The connection's own identity, once it has introduced itself.
    hello: Option<Arc<Identity>>,
    came: Came,
    // Counted among the connections of its person, once that is known.
    place: Option<Place>,
    // Most open one.
    rooms: SmallVec<[OpenRoom; 1]>,
    // What the first of them stands on has run out then; kept here, since it is looked at before anything is handed out.
    over_at: Time,
    turn: usize,
    // The line was full: the client is listened to before the rooms are, or a busy one would keep it from being heard.
    stalled: bool,
    // Only while something waits: even an empty set holds memory.
    sayings: Option<Box<FuturesUnordered<Saying>>>,
    heard: Instant,
    beat_at: Instant,
    aside: Arc<Aside>,
}

enum Event {
    Received(Received),
    Room(usize, Next),
    /// The line takes no more for now, in the midst of a change of this room.
    Stalled(usize, Unsent),
    Said(Box<ServerFrame>),
    Tick,
}

/// What the handshake told.
pub(crate) struct Came {
    /// From where.
    pub(crate) address: Option<ClientAddress>,
    /// Whom it proved, if anybody, until the connection has introduced itself.
    pub(crate) as_whom: Option<Arc<Identity>>,
    /// Counted among the connections of the address.
    pub(crate) _place: Option<Place>,
}

/// Later than any end.
const NEVER: Time = Time(i64::MAX);

/// Serves a connection until it ends.
pub(crate) async fn serve(chat: Chat, upgrade: OnUpgrade, came: Came, language: &'static str) {
    let _open = chat.inner.meters.open(Line::Ws);
    let Some(mut connection) = Box::pin(Connection::begin(chat, upgrade, came, language)).await else { return };
    if let End::Close(code, why) = connection.run().await {
        Box::pin(connection.close(code, why)).await;
    }
}

/// Wakes a connection for anything but news of a room, and notes it: news is by far the most frequent, and who is woken for
/// news alone does not have to look at the line, the clock and what is being said.
struct Aside {
    woken: AtomicBool,
    connection: Waker,
}

impl Aside {
    fn of(connection: &Waker) -> Arc<Self> {
        Arc::new(Self { woken: AtomicBool::new(true), connection: connection.clone() })
    }
}

impl Wake for Aside {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.connection.wake_by_ref();
    }
}

impl Connection {
    /// On the heap from the start: its future would keep places for all that moves through it.
    async fn begin(chat: Chat, upgrade: OnUpgrade, came: Came, language: &'static str) -> Option<Box<Self>> {
        let socket = Socket::new(upgrade.await.ok()?, chat.limits());
        let now = Instant::now();
        let beat_at = now + Duration::from_secs(chat.limits().hello_s);
        Some(Box::new(Self {
            chat,
            socket,
            language,
            hello: None,
            came,
            place: None,
            rooms: SmallVec::new(),
            over_at: NEVER,
            turn: 0,
            stalled: false,
            sayings: None,
            heard: now,
            beat_at,
            aside: Aside::of(Waker::noop()),
        }))
    }

    async fn run(&mut self) -> End {
        let timer = sleep_until(self.beat_at);
        tokio::pin!(timer);
        loop {
            // Whatever was not looked at yet, or was changed by what happened, is looked at next.
            self.aside.woken.store(true, Ordering::Relaxed);
            let event = poll_fn(|cx| self.poll_event(cx, timer.as_mut())).await;
            if let Err(end) = Box::pin(self.on_event(event)).await {
                return end;
            }
            self.over_at = self.rooms.iter().filter_map(|room| room.reader.who.until).min().unwrap_or(NEVER);
            timer.as_mut().reset(self.wake_at());
        }
    }

    async fn on_event(&mut self, event: Event) -> Result<(), End> {
        match event {
            Event::Stalled(place, unsent) => self.finish_frame(place, unsent).await,
            Event::Said(frame) => self.send(&*frame).await,
            Event::Received(Received::Frame(frame)) => self.on_frame(frame).await,
            Event::Received(Received::Broken(why)) => Err(End::broken(why)),
            Event::Received(Received::Gone) => Err(End::Gone),
            Event::Room(place, next) => self.on_next(place, next).await,
            Event::Tick => self.on_tick().await,
        }
    }

    fn poll_event(&mut self, cx: &mut Context<'_>, timer: std::pin::Pin<&mut Sleep>) -> Poll<Event> {
        if !self.aside.connection.will_wake(cx.waker()) {
            self.aside = Aside::of(cx.waker());
        }
        // Asked of the clock itself, before anything is handed out: a timer may be late, and would be in a busy room.
        if self.over_at <= (self.chat.inner.clock)() {
            return Poll::Ready(Event::Tick);
        }
        // A wake by the side sets its mark first: whoever finds none is woken once more.
        if !self.aside.woken.swap(false, Ordering::AcqRel) {
            return self.poll_rooms(cx);
        }
        // First: neither a busy room nor a client that never stops puts off what time has to do.
        if timer.deadline() <= Instant::now() {
            return Poll::Ready(Event::Tick);
        }
        let waker = Waker::from(Arc::clone(&self.aside));
        let aside = &mut Context::from_waker(&waker);
        if let Some(sayings) = &mut self.sayings {
            match sayings.poll_next_unpin(aside) {
                Poll::Ready(Some(frame)) => return Poll::Ready(Event::Said(Box::new(frame))),
                Poll::Ready(None) => self.sayings = None,
                Poll::Pending => {}
            }
        }
        let stalled = std::mem::take(&mut self.stalled);
        if stalled && let Poll::Ready(received) = self.poll_line(aside) {
            return Poll::Ready(received);
        }
        if let Poll::Ready(event) = self.poll_rooms(cx) {
            return Poll::Ready(event);
        }
        if !stalled && let Poll::Ready(received) = self.poll_line(aside) {
            return Poll::Ready(received);
        }
        timer.poll(aside).map(|()| Event::Tick)
    }

    fn poll_line(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        // Who has as many sends waiting as allowed is not read from: the line itself holds it back.
        if self.sayings.as_ref().map_or(0, |sayings| sayings.len()) >= self.chat.limits().says_per_connection {
            return Poll::Pending;
        }
        self.socket.poll_receive(cx).map(Event::Received)
    }

    /// Looks at each room, and sends what is new on the spot: a future of its own would be held by every connection.
    ///
    /// Each room gives one chunk, and the next time another one begins, so that a busy room starves no other.
    fn poll_rooms(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        let (count, limits) = (self.rooms.len(), &self.chat.inner.limits);
        let mut more = false;
        for step in 0..count {
            let place = (self.turn + step) % count;
            let room = &mut self.rooms[place];
            if room.retry.is_some() {
                continue;
            }
            let subscription = &mut room.reader.subscription;
            let Poll::Ready(next) = subscription.poll_next(cx, limits.chunk_changes, limits.chunk_bytes) else { continue };
            more |= subscription.has_more();
            self.turn = place + 1;
            let Next::Changes(changes) = next else { return Poll::Ready(Event::Room(place, next)) };
            let mut unsent = Unsent::new(changes);
            match self.socket.poll_send(cx, &mut unsent) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(error)) => {
                    self.given_up(&error);
                    return Poll::Ready(Event::Received(Received::Gone));
                }
                Poll::Pending => match unsent.end() {
                    (_, true) => return Poll::Ready(Event::Stalled(place, unsent)),
                    // Nothing is half out: all is looked at anew when the line takes more, which wakes this task.
                    (version, false) => {
                        subscription.go_back(version);
                        self.aside.woken.store(true, Ordering::Relaxed);
                        return Poll::Pending;
                    }
                },
            }
        }
        if more {
            // There is more, which nobody will wake this task for; the line is listened to in between.
            self.aside.woken.store(true, Ordering::Relaxed);
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }

    fn wake_at(&self) -> Instant {
        let now_ms = (self.chat.inner.clock)().0;
        let expiry = |until: Time| Instant::now() + Duration::from_millis(u64::try_from(until.0 - now_ms).unwrap_or(0));
        let expires = Some(self.over_at).filter(|at| *at < NEVER).map(expiry);
        let retries = self.rooms.iter().filter_map(|room| room.retry);
        let eased = self.rooms.iter().filter_map(|room| room.reader.eased).min().map(expiry);
        retries.chain(expires).chain(eased).fold(self.beat_at, Instant::min)
    }

    async fn send(&mut self, frame: &impl Serialize) -> Result<(), End> {
        let json = serde_json::to_vec(frame).map_err(|_| End::Close(CloseCode::ComeBack, "internal"))?;
        self.send_json(&json).await
    }

    async fn send_json(&mut self, json: &[u8]) -> Result<(), End> {
        let (frame, mut out) = (socket_frame(json), 0);
        self.written(|socket, cx| socket.poll_write(cx, &frame, &mut out)).await
    }

    /// Sends what is true only now: bytes that all readers share.
    async fn send_signals(&mut self, signals: &Heard) -> Result<(), End> {
        for signal in signals {
            let mut out = 0;
            self.written(|socket, cx| socket.poll_write(cx, signal.socket_frame(), &mut out)).await?;
        }
        Ok(())
    }

    /// Ends the one frame that is half out. What comes after it is looked at anew, since it may be deleted, or the reader
    /// banned, before the line takes more.
    async fn finish_frame(&mut self, place: usize, mut unsent: Unsent) -> Result<(), End> {
        let (version, _) = unsent.end();
        unsent.cut();
        self.stalled = true;
        self.rooms[place].reader.subscription.go_back(version);
        self.written(|socket, cx| socket.poll_send(cx, &mut unsent)).await
    }

    /// Waits until something is written, for as long as the line takes some of it now and then: the cursor of a reader that
    /// takes nothing stays good.
    async fn written(
        &mut self,
        mut poll: impl FnMut(&mut Socket, &mut Context<'_>) -> Poll<std::io::Result<()>>,
    ) -> Result<(), End> {
        let patience = Duration::from_secs(self.chat.limits().stall_s);
        let mut waited = false;
        loop {
            let before = self.socket.taken();
            let written = poll_fn(|cx| {
                let written = poll(&mut self.socket, cx);
                waited |= written.is_pending();
                written.map_err(|error| self.given_up(&error))
            });
            match timeout(patience, written).await {
                Ok(written) => {
                    if waited {
                        // Who takes what it has been waited for is alive, though it could answer no ping meanwhile.
                        self.heard = Instant::now();
                    }
                    return written;
                }
                Err(_) if self.socket.taken() > before => {}
                // Too slow (4008) can't be told on a line that takes nothing: the client finds it cut, and comes back now.
                Err(_) => return Err(self.given_up(&std::io::ErrorKind::TimedOut.into())),
            }
        }
    }

    /// The line is gone. Where it took nothing for too long, whoever watches the server is told.
    fn given_up(&self, error: &std::io::Error) -> End {
        if error.kind() == std::io::ErrorKind::TimedOut {
            self.chat.note_cut();
        }
        End::Gone
    }

    async fn close(&mut self, code: CloseCode, why: &'static str) {
        let frame = CloseFrame { code: (code as u16).into(), reason: Utf8Bytes::from_static(why) };
        if self.socket.put(Frame::Close(Some(frame))).is_err() {
            return;
        }
        // The client answers with a close frame of its own; reading up to it lets ours arrive before the line is cut.
        let answered = async {
            poll_fn(|cx| self.socket.poll_flush(cx)).await.ok()?;
            while let Received::Frame(_) = poll_fn(|cx| self.socket.poll_receive(cx)).await {}
            Some(())
        };
        let _ = timeout(Duration::from_secs(1), answered).await;
    }

    async fn on_tick(&mut self) -> Result<(), End> {
        let now = Instant::now();
        for room in &mut self.rooms {
            room.retry = room.retry.filter(|retry| *retry > now);
        }
        self.renew_expired().await?;
        self.tell_eased().await?;
        if now < self.beat_at {
            return Ok(());
        }
        let limits = self.chat.limits();
        if self.hello.is_none() {
            return Err(End::broken("hello_missing"));
        }
        let beat = Duration::from_secs(limits.beat_s);
        if now.duration_since(self.heard) > beat * 2 {
            return Err(End::Gone);
        }
        if self.chat.is_leaving() {
            return self.leave().await;
        }
        self.beat_at = now + beat;
        self.socket.put(Frame::Ping(Bytes::new())).map_err(|_| End::Gone)?;
        self.send(&ServerFrame::Beat).await
    }

    async fn leave(&mut self) -> Result<(), End> {
        self.send(&ServerFrame::Leaving(Leaving { after_ms: leaving_after_ms() })).await?;
        Err(End::Close(CloseCode::ComeBack, "draining"))
    }

    async fn send_ended(&mut self, room: RoomName, refusal: &Refusal) -> Result<(), End> {
        self.chat.inner.meters.refusals.one(refusal.code);
        self.send(&ServerFrame::Ended(refusal.ended(room))).await
    }

    async fn problem(&mut self, reference: Option<String>, refusal: &Refusal) -> Result<(), End> {
        let frame = problem_frame(&self.chat, self.language, reference, refusal);
        self.send(&frame).await
    }

    /// What a room had to say that was not changes.
    async fn on_next(&mut self, place: usize, next: Next) -> Result<(), End> {
        match next {
            Next::Signals(signals) => return self.send_signals(&signals).await,
            Next::Waiting => {
                let room = self.rooms[place].reader.subscription.room().clone();
                return self.send(&ServerFrame::Waiting(Waiting { room })).await;
            }
            Next::Leaving => return self.leave().await,
            Next::Failed(StoreError::Away(_)) => {
                self.rooms[place].retry = Some(Instant::now() + STORE_RETRY);
                return Ok(());
            }
            Next::Recheck(_) => return self.recheck(place).await,
            _ => {}
        }
        let (chat, about_me) = (self.chat.clone(), matches!(next, Next::Read(_)));
        let reader = &mut self.rooms[place].reader;
        match reader.page_of_next(&chat, next).await {
            Ok(None) if about_me => self.tell_of_me(place).await,
            Ok(Some(page)) => {
                let json = page
                    .json(|page| ServerFrame::Reset(page.clone()))
                    .map_err(|_| End::Close(CloseCode::ComeBack, "internal"))?;
                self.send_json(&json).await
            }
            Ok(None) => Ok(()),
            Err(Error::Store(StoreError::Away(_))) => {
                // It stands where it stood, and is told the same again.
                self.rooms[place].retry = Some(Instant::now() + STORE_RETRY);
                Ok(())
            }
            Err(error) => self.end_room(place, &error.into_refusal()).await,
        }
    }
}

fn problem_frame(chat: &Chat, language: &str, reference: Option<String>, refusal: &Refusal) -> ServerFrame {
    chat.inner.meters.refusals.one(refusal.code);
    let mut problem = chat.inner.catalogues.problem(refusal, language);
    problem.urn = None;
    ServerFrame::Problem(ProblemFrame { reference, problem })
}
