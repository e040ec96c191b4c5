//! Twenty thousand in one room, of whom a thousand a second leave as a thousand others come: bounded memory, the stated rate of
//! signals, and no lines.
//!
//! Bytes are counted by the allocator, which counts for a whole process: so this is a test of its own. Each reader is a stream of
//! events over the routes, in a task of its own, as on a server, but for the socket. Time stands still but where the test waits.

use std::alloc::System;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::request::PutRoom;
use tertulia::wire::{Kind, Level, Page};
use tertulia::{Chat, Limits};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ROOM: &str = "project/42";
const MANY: usize = 20_000;
/// Joins, and as many leaves, in ten seconds.
const TURNS: usize = 10_000;

/// Of so many places somebody leaves, and another comes there, a prime number.
const GOERS: usize = 4_999;
/// Bytes that one reader costs, with the task that it runs in.
const READER_BYTES: usize = 4_096;
/// Bytes that those cost beside their streams who come and go: most are a number, some are known for a while after they have left.
const CHURN_BYTES: usize = 1 << 19;
/// Bytes that stay when all have left: tables that were large once, and a room that lingers.
const LEFT_BYTES: usize = 1 << 20;

/// What one reader was told.
#[derive(Debug, Default)]
struct Heard {
    signals: AtomicU32,
    changes: AtomicU32,
}

/// One who reads, until that is stopped.
struct Reader {
    heard: Arc<Heard>,
    reading: JoinHandle<()>,
    came_early: bool,
}

impl Reader {
    /// How many signals it was told, and that it was told of no change.
    fn signals(&self) -> u32 {
        assert_eq!(self.heard.changes.load(Ordering::Relaxed), 0, "a line was written");
        self.heard.signals.load(Ordering::Relaxed)
    }

    fn hears_anew(&self) {
        self.heard.signals.store(0, Ordering::Relaxed);
        self.heard.changes.store(0, Ordering::Relaxed);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

struct Ground {
    chat: Chat,
    routes: Router,
    region: Region<'static, System>,
    came: usize,
}

impl Ground {
    async fn new() -> Self {
        // Names that are written down would lie in memory here, and on a disk elsewhere.
        let limits = Limits { room_names: 0, ..Limits::default().unpaced() };
        let builder = Chat::builder().store(Arc::new(MemoryStore::new())).secret([7; 32]).limits(limits);
        let chat = builder.build().await.expect("built");
        let announcing = PutRoom { announce: Some(true), ..PutRoom::default() };
        chat.room(&room(ROOM)).change_settings(announcing).await.expect("set");
        let routes = chat.router();
        Self { chat, routes, region: Region::new(COUNTED), came: 0 }
    }

    /// Bytes that are held now, beyond those that were at the beginning.
    fn bytes(&self) -> usize {
        let stats = self.region.change();
        let grown = isize::try_from(stats.bytes_allocated - stats.bytes_deallocated);
        usize::try_from(grown.expect("fits")).unwrap_or(0)
    }

    /// Somebody who was never here opens the room.
    async fn open(&mut self) -> Body {
        let id = format!("p{}", self.came);
        self.came += 1;
        let token = self.chat.user_token(&id, &id, &room(ROOM), Level::Say, 1_000_000).expect("a token");
        let request = Request::builder().uri(format!("/v1/rooms/{ROOM}/messages?last=1"));
        let request =
            request.header(header::ACCEPT, "text/event-stream").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let response = self.routes.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("answers");
        assert_eq!(response.status(), 200);
        response.into_body()
    }

    async fn come(&mut self) -> Reader {
        let (body, heard) = (self.open().await, Arc::new(Heard::default()));
        Reader { heard: Arc::clone(&heard), reading: tokio::spawn(read(body, heard)), came_early: self.came <= MANY }
    }

    /// The end of the log, and how many joins and leaves stand there.
    async fn log(&self) -> (String, usize) {
        let page: Page = self.chat.room(&room(ROOM)).newest(200).await.expect("a page");
        let lines = page.messages.iter().filter(|message| matches!(message.kind, Kind::Join | Kind::Leave)).count();
        (page.cursor.expect("has one").to_string(), lines)
    }

    async fn count(&self) -> u64 {
        self.chat.room(&room(ROOM)).present().await.expect("asked").count
    }
}

async fn read(mut body: Body, heard: Arc<Heard>) {
    while let Some(Ok(part)) = body.frame().await {
        let part = part.into_data().unwrap_or_default();
        let events = |name: &[u8]| part.windows(name.len()).filter(|window| *window == name).count();
        let add = |to: &AtomicU32, name| to.fetch_add(u32::try_from(events(name)).expect("few"), Ordering::Relaxed);
        add(&heard.signals, b"event: presence\n");
        add(&heard.changes, b"event: change\n");
    }
}

/// Tells when a signal came to one who stays.
async fn note_signals(mut body: Body, began: Instant, noted: mpsc::UnboundedSender<Duration>) {
    while let Some(Ok(part)) = body.frame().await {
        if part.into_data().unwrap_or_default().starts_with(b"event: presence\n") {
            // Nobody asks any more once the test has seen enough.
            let _ = noted.send(began.elapsed());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_joins_and_leaves_a_second_among_twenty_thousand_streams_are_a_signal_in_four_seconds_and_no_line() {
    let mut ground = Ground::new().await;
    let empty = ground.bytes();
    let mut here = Vec::with_capacity(MANY + 1);
    while here.len() < MANY {
        here.push(ground.come().await);
        if here.len() % 100 == 0 {
            sleep(Duration::from_millis(1)).await;
        }
    }
    let steady = ground.open().await;
    sleep(Duration::from_secs(60)).await;
    let (full, log) = (ground.bytes() - empty, ground.log().await);
    assert!(full < MANY * READER_BYTES, "{full} bytes for {MANY} readers");
    assert_eq!(log.1, 49, "as long as few were here, each was announced");

    let (noted, mut times) = mpsc::unbounded_channel();
    let noting = tokio::spawn(note_signals(steady, Instant::now(), noted));
    sleep(Duration::from_millis(1)).await;
    while times.try_recv().is_ok() {}
    here.iter().for_each(Reader::hears_anew);
    let (mut most, mut told) = (0, 0);
    for turn in 0..TURNS {
        here.push(ground.come().await);
        // Those who were announced, others, and those who have come in their places.
        let gone = here.swap_remove(turn * 7_919 % GOERS);
        told += gone.signals();
        drop(gone);
        sleep(Duration::from_millis(1)).await;
        if turn % 100 == 0 {
            most = most.max(ground.bytes() - empty);
        }
    }
    assert!(most < full + CHURN_BYTES, "{most} bytes at the most, of {full}");
    assert_eq!(ground.log().await, log, "nothing was written");
    assert!((20_000..=22_000).contains(&ground.count().await), "{} people", ground.count().await);

    let times: Vec<_> = std::iter::from_fn(|| times.try_recv().ok()).collect();
    let apart = times.windows(2).map(|two| two[1] - two[0]);
    let stated = Duration::from_millis(3_800)..=Duration::from_millis(4_400);
    assert!(times.len() >= 2 && apart.clone().all(|apart| stated.contains(&apart)), "{times:?}");
    let stayed: Vec<_> = here.iter().filter(|reader| reader.came_early).map(|reader| reader.signals() as usize).collect();
    assert!(stayed.len() > MANY / 2 && stayed.iter().all(|signals| *signals == times.len()), "all hear the same: {times:?}");
    told += here.iter().map(Reader::signals).sum::<u32>();
    // Five thousand a second, and those of the one that is told when it begins.
    assert!((20_000..=70_000).contains(&told), "{told} deliveries in ten seconds");

    noting.abort();
    drop(here);
    sleep(Duration::from_secs(60)).await;
    assert_eq!(ground.count().await, 0);
    assert!(ground.bytes() < empty + LEFT_BYTES, "{} bytes are left", ground.bytes() - empty);
}
