//! WebSockets whose frames break the rules of RFC 6455, byte by byte; and what looks odd, but is allowed.

use futures_util::future::join_all;

use crate::raw::{Raw, frame, unmasked};
use crate::server::{Server, within};

const HELLO: &[u8] = br#"{"type": "hello"}"#;
const FINAL: u8 = 0x80;
const CONTINUATION: u8 = 0x0;
const TEXT: u8 = 0x1;
const BINARY: u8 = 0x2;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
const PONG: u8 = 0xA;

fn text(payload: &[u8]) -> Vec<u8> {
    frame(FINAL | TEXT, payload)
}

/// Only the head of a frame, which says how long it is to be.
fn said_to_be(bytes: u64) -> Vec<u8> {
    [&[FINAL | TEXT, 0x80 | 127][..], &bytes.to_be_bytes(), &[0; 4]].concat()
}

/// What is done, by which frames, and the code and the word with which the connection is closed.
type Attack<'a> = (&'a str, Vec<Vec<u8>>, Option<(u16, &'a str)>);

/// Sends all frames of each on a connection of its own, and expects to be closed with the code and the word.
async fn each(server: &Server, attacks: Vec<Attack<'_>>) {
    let attack = async |(what, frames, expected): Attack<'_>| {
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        raw.write(&frames.concat()).await;
        let closed = within(what, raw.closed()).await;
        within("the end of the line", raw.ended()).await;
        let given = closed.as_ref().map(|(code, reason)| (*code, reason.as_str()));
        (given != expected).then(|| format!("{what}: {given:?}, not {expected:?}"))
    };
    let faults: Vec<String> = join_all(attacks.into_iter().map(attack)).await.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Frames that no client may send: the connection is closed, and told why.
pub(super) async fn broken_frames(server: &Server) {
    let half = &"é".as_bytes()[..1];
    let large = [b' '; 100_000];
    let broken: Vec<(&str, Vec<Vec<u8>>, &str)> = vec![
        ("unmasked", vec![unmasked(FINAL | TEXT, HELLO)], "protocol_broken"),
        ("a reserved bit", vec![frame(FINAL | 0x40 | TEXT, HELLO)], "protocol_broken"),
        ("another reserved bit", vec![frame(FINAL | 0x20 | TEXT, HELLO)], "protocol_broken"),
        ("a third reserved bit", vec![frame(FINAL | 0x10 | TEXT, HELLO)], "protocol_broken"),
        ("a reserved opcode", vec![frame(FINAL | 0x3, HELLO)], "protocol_broken"),
        ("another reserved opcode", vec![frame(FINAL | 0x7, HELLO)], "protocol_broken"),
        ("a reserved control opcode", vec![frame(FINAL | 0xB, b"")], "protocol_broken"),
        ("another reserved control opcode", vec![frame(FINAL | 0xF, b"")], "protocol_broken"),
        ("a ping in parts", vec![frame(PING, b"")], "protocol_broken"),
        ("a close in parts", vec![frame(CLOSE, b"")], "protocol_broken"),
        ("a ping too long", vec![frame(FINAL | PING, &[0; 126])], "protocol_broken"),
        ("a part of nothing", vec![frame(FINAL | CONTINUATION, b"x")], "protocol_broken"),
        ("a text within a text", vec![frame(TEXT, b"{"), text(HELLO)], "protocol_broken"),
        ("bytes within a text", vec![frame(TEXT, b"{"), frame(FINAL | BINARY, HELLO)], "protocol_broken"),
        ("not UTF-8", vec![text(b"\xff\xfe")], "not_utf8"),
        ("half a letter", vec![text(half)], "not_utf8"),
        ("half a letter in the last part", vec![frame(TEXT, b"{"), frame(FINAL | CONTINUATION, half)], "not_utf8"),
        ("a surrogate", vec![text(b"\xed\xa0\x80")], "not_utf8"),
        ("bytes", vec![frame(FINAL | BINARY, HELLO)], "frame_binary"),
        ("too large", vec![text(&[large, large].concat())], "frame_too_large"),
        ("too large together", vec![frame(TEXT, &large), frame(FINAL | CONTINUATION, &large)], "frame_too_large"),
        ("said to be enormous", vec![said_to_be(1 << 40)], "frame_too_large"),
        ("said to be more than a number holds", vec![said_to_be(1 << 63)], "frame_too_large"),
        ("said to be all that there is", vec![said_to_be(u64::MAX)], "frame_too_large"),
        ("no JSON", vec![text(HELLO), text(b"{")], "frame_not_json"),
        ("nothing", vec![text(HELLO), text(b"")], "frame_not_json"),
        ("deep", vec![text(HELLO), text("[".repeat(50_000).as_bytes())], "frame_not_json"),
        ("no hello", vec![text(br#"{"type": "open", "ref": "1", "room": "project/42"}"#)], "hello_missing"),
        ("two hellos", vec![text(HELLO), text(HELLO)], "hello_twice"),
        ("only pings", vec![frame(FINAL | PING, b""), frame(FINAL | PONG, b"not asked for")], "hello_missing"),
        ("a part that never ends", vec![frame(TEXT, HELLO)], "hello_missing"),
    ];
    each(server, broken.into_iter().map(|(what, frames, why)| (what, frames, Some((4009, why)))).collect()).await;
}

/// Close frames that are none; and what comes after one is not heard.
pub(super) async fn odd_closes(server: &Server) {
    let close = |payload: &[u8]| frame(FINAL | CLOSE, payload);
    let code = |code: u16| close(&code.to_be_bytes());
    let say = br#"{"type": "say", "ref": "1", "room": "project/42", "text": "smuggled"}"#;
    let broken = Some((4009, "protocol_broken"));
    let attacks = vec![
        ("half a code", vec![close(&[3])], broken),
        ("a reason that is not UTF-8", vec![close(b"\x03\xe8\xff\xfe")], Some((4009, "not_utf8"))),
        ("a code that is none", vec![code(0)], Some((1002, "Protocol violation"))),
        ("a code that is never sent", vec![code(1005)], Some((1002, "Protocol violation"))),
        ("a code that nobody has", vec![code(5_000)], Some((1002, "Protocol violation"))),
        ("a close", vec![code(1000)], Some((1000, ""))),
        ("a close of the client's own", vec![close(b"\x0f\xa0bye")], Some((4000, "bye"))),
        ("a close without a code", vec![close(b"")], None),
        ("a frame after a close", vec![text(HELLO), code(1000), text(say)], Some((1000, ""))),
        ("a close after a close", vec![code(1000), code(1001)], Some((1000, ""))),
    ];
    each(server, attacks).await;
}

/// Parts with pings between them, one byte at a time; pings of any kind; parts with nothing in them: all of that is allowed.
pub(super) async fn allowed_in_pieces(server: &Server) {
    let mut raw = Raw::connect(server).await;
    raw.upgrade("").await;
    let parts = [
        frame(TEXT, &HELLO[..5]),
        frame(FINAL | PING, b"x"),
        frame(CONTINUATION, b""),
        frame(FINAL | PONG, b"not asked for"),
        frame(CONTINUATION, &HELLO[5..9]),
        frame(FINAL | PING, &[7; 125]),
        frame(FINAL | CONTINUATION, &HELLO[9..]),
    ];
    for byte in parts.concat() {
        raw.write(&[byte]).await;
    }
    assert_eq!(within("a pong", raw.frame()).await, Some((PONG, b"x".to_vec())));
    assert_eq!(within("a pong", raw.frame()).await, Some((PONG, vec![7; 125])));
    let (opcode, welcome) = within("a welcome", raw.frame()).await.expect("comes");
    assert!(opcode == TEXT && String::from_utf8_lossy(&welcome).contains("welcome"));
    // A letter that is cut in two by the border of two parts is whole.
    let open = r#"{"type": "open", "ref": "é", "room": "project/42"}"#.as_bytes();
    let middle = open.iter().position(|byte| *byte > 127).expect("is there") + 1;
    raw.write(&[frame(TEXT, &open[..middle]), frame(FINAL | CONTINUATION, &open[middle..])].concat()).await;
    let (_, opened) = within("the room", raw.frame()).await.expect("comes");
    assert!(String::from_utf8_lossy(&opened).contains(r#""ref":"é""#), "{}", String::from_utf8_lossy(&opened));
    raw.close_writing().await;
    within("the end of the line", raw.ended()).await;
}

/// A frame that is a list has no fields, and so nothing by which its sender would find it again.
pub(super) async fn a_list(server: &Server) {
    let mut raw = Raw::connect(server).await;
    raw.upgrade("").await;
    raw.write(&[text(HELLO), text(br#"["say", "7"]"#), text(br#"["7"]"#)].concat()).await;
    let (_, welcome) = within("a welcome", raw.frame()).await.expect("comes");
    assert!(String::from_utf8_lossy(&welcome).contains("welcome"));
    for _ in 0..2 {
        let (_, problem) = within("a problem", raw.frame()).await.expect("comes");
        let problem = String::from_utf8_lossy(&problem);
        assert!(problem.contains("invalid") && !problem.contains(r#""ref""#), "{problem}");
    }
    raw.close_writing().await;
    within("the end of the line", raw.ended()).await;
}

/// Compression is not spoken: it is not agreed to, and frames that use it all the same are broken.
pub(super) async fn deflate_offered(server: &Server) {
    let mut raw = Raw::connect(server).await;
    raw.upgrade("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n").await;
    raw.write(&text(HELLO)).await;
    let (_, welcome) = within("a welcome", raw.frame()).await.expect("comes");
    assert!(String::from_utf8_lossy(&welcome).contains("welcome"));
    raw.write(&frame(FINAL | 0x40 | TEXT, &[0xAA, 0x56, 0x4A])).await;
    assert_eq!(within("is closed", raw.closed()).await, Some((4009, "protocol_broken".into())));
}

/// Half of a frame, and then nothing, or the end, at each byte of it.
pub(super) async fn half_of_a_frame(server: &Server) {
    let whole = text(HELLO);
    let silent = async |length: usize| {
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        raw.write(&whole[..length]).await;
        assert_eq!(within("is closed", raw.closed()).await, Some((4009, "hello_missing".into())), "after {length} bytes");
        let mut raw = Raw::connect(server).await;
        raw.upgrade("").await;
        raw.write(&whole[..length]).await;
        raw.close_writing().await;
        within("is closed", raw.ended()).await;
    };
    join_all((0..whole.len()).map(silent)).await;
}
