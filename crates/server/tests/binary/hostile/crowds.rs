//! Far more rooms than anybody reads.

use futures_util::future::join_all;
use futures_util::{SinkExt, StreamExt};
use tertulia_wire::{Code, ServerFrame};
use tokio_tungstenite::tungstenite::Message as Frame;

use super::private_kib;
use crate::client::Client;
use crate::line::{From, Socket};
use crate::raw::Raw;
use crate::server::{Server, within};

const ROOMS: usize = 10_000;
/// What `rooms_per_connection` is where nothing is said.
const ROOMS_PER_CONNECTION: usize = 100;

/// Sends all frames while it reads, and gives the answers: whether each was opened, by its `ref`, in order.
async fn answers(socket: Socket, frames: impl Iterator<Item = String>, count: usize) -> (Vec<bool>, Socket) {
    let (mut send, mut receive) = socket.0.split();
    let sending = async {
        for frame in frames {
            send.feed(Frame::text(frame)).await.expect("is sent");
        }
        send.flush().await.expect("is sent");
    };
    let receiving = async {
        let mut opened = Vec::new();
        while opened.len() < count {
            let Frame::Text(text) = receive.next().await.expect("goes on").expect("a frame") else { continue };
            let (reference, open) = match serde_json::from_str(&text).expect("a frame") {
                ServerFrame::Opened(frame) => (frame.reference, true),
                ServerFrame::Problem(frame) => {
                    assert_eq!(frame.problem.code, Code::TooMany, "{frame:?}");
                    assert!(frame.problem.detail.is_some_and(|detail| detail.contains("100")), "says how many");
                    (frame.reference, false)
                }
                ServerFrame::Beat => continue,
                other => panic!("{other:?}"),
            };
            assert_eq!(reference, Some(opened.len().to_string()));
            opened.push(open);
        }
        opened
    };
    let ((), opened) = within("all answers", async { tokio::join!(sending, receiving) }).await;
    (opened, Socket(send.reunite(receive).expect("are the same one's")))
}

/// Ten thousand rooms on one connection: as many as it may have are opened and each other is refused by its `ref`; the
/// connection lives; and what is closed makes room for others.
pub(super) async fn many_rooms_on_one_socket(server: &Server) {
    let mut socket = Socket::connect(&server.nobody()).await.expect("connects");
    socket.hello(None).await.expect("is welcome");
    let open_as = |reference, room| format!(r#"{{"type": "open", "ref": "{reference}", "room": "absent/{room}", "last": 1}}"#);
    let open = |number| open_as(number, number);
    let close = |number: usize| format!(r#"{{"type": "close", "room": "absent/{number}"}}"#);
    let (opened, socket) = answers(socket, (0..ROOMS).map(open), ROOMS).await;
    let expected: Vec<bool> = (0..ROOMS).map(|number| number < ROOMS_PER_CONNECTION).collect();
    assert_eq!(opened, expected, "the first hundred, and no other");
    let (_, mut socket) = answers(socket, (0..ROOMS_PER_CONNECTION).map(close), 0).await;
    let mut sizes = Vec::new();
    for round in 1..=4 {
        let rooms = (0..ROOMS).map(|number| (number, round * ROOMS + number));
        let each = rooms.flat_map(|(reference, room)| [open_as(reference, room), close(room)]);
        let opened;
        (opened, socket) = answers(socket, each, ROOMS).await;
        assert!(opened.into_iter().all(|opened| opened), "each that was closed made room for the next");
        sizes.push(private_kib(server));
    }
    // What the first round made room for is enough for all that follow.
    assert!(sizes[3] < sizes[0] + 4_096, "something is kept of each time {ROOMS} rooms that were closed: {sizes:?} KiB");
    socket.open(super::ROOM, From::Newest(1)).await.expect("is sent");
    assert!(matches!(socket.next().await.expect("answers"), ServerFrame::Opened(_)));
}

/// Rooms that are not there, one after another over several lines, by nobody and by somebody with a token: the server doesn't grow
/// with their number. One that is asked nothing else, since what others have given back would hide it. (The library alone is crawled
/// over a million names.)
pub(super) async fn crawler(server: &Server, mallory: &Client) {
    const LINES: usize = 8;
    const PAGES: usize = 2_000;
    /// Requests of one line that are under way at once.
    const AHEAD: usize = 20;
    /// Less than the shortest name; one or two are seen.
    const BYTES_PER_NAME: u64 = 16;
    let mut sizes = Vec::new();
    for round in 0..4 {
        let crawl = async |line: usize| {
            let mut raw = Raw::connect(server).await;
            // Each second line brings a token.
            let token = mallory.token().filter(|_| line % 2 == 1);
            let token = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
            for page in (0..PAGES).step_by(AHEAD) {
                let path = |page: usize| format!("/v1/rooms/page/{round}-{line}-{page}/messages?last=50");
                let request = |page: usize| format!("GET {} HTTP/1.1\r\nHost: localhost\r\n{token}\r\n", path(page));
                raw.write((page..page + AHEAD).map(request).collect::<String>().as_bytes()).await;
                for _ in 0..AHEAD {
                    let answered = raw.answer().await.expect("answers");
                    assert!(answered.status == 200 && answered.body.len() < 2_000, "{answered:?}");
                }
            }
        };
        within("a crawl", join_all((0..LINES).map(crawl))).await;
        sizes.push(private_kib(server));
    }
    // What the first round made room for is enough for all that follow: of a name nothing is left, not even a few bytes.
    let per_name = (sizes[3] * 1_024).saturating_sub(sizes[0] * 1_024) / (3 * LINES * PAGES) as u64;
    assert!(per_name < BYTES_PER_NAME, "{per_name} bytes are left of each of {} rooms: {sizes:?} KiB", 3 * LINES * PAGES);
}
