//! A line whose bytes the test chooses.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::server::{Server, within};

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answered {
    /// The status that it came with.
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Raw {
    stream: TcpStream,
    left: Vec<u8>,
}

impl Raw {
    pub(crate) async fn connect(server: &Server) -> Self {
        Self::connect_to(server.address()).await
    }

    pub(crate) async fn connect_to(address: &str) -> Self {
        Self { stream: TcpStream::connect(address).await.expect("connects"), left: Vec::new() }
    }

    /// Writes as much as the server takes: one that has cut the line takes no more.
    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes).await;
    }

    /// Says that no more will come, and still listens.
    pub(crate) async fn close_writing(&mut self) {
        let _ = self.stream.shutdown().await;
    }

    /// Is gone without a word, as one whose machine has lost what it knew of the line (RST).
    pub(crate) fn reset(self) {
        self.stream.set_zero_linger().expect("is set");
    }

    async fn more(&mut self) -> bool {
        let mut bytes = [0; 16_384];
        match within("something to read", self.stream.read(&mut bytes)).await {
            Ok(count @ 1..) => {
                self.left.extend_from_slice(&bytes[..count]);
                true
            }
            _ => false,
        }
    }

    /// Reads up to what is looked for, and gives all before it; nothing if the line was cut before.
    pub(crate) async fn until(&mut self, end: &[u8]) -> Option<Vec<u8>> {
        loop {
            if let Some(place) = self.left.windows(end.len()).position(|bytes| bytes == end) {
                return Some(self.left.drain(..place + end.len()).collect());
            }
            if !self.more().await {
                return None;
            }
        }
    }

    /// The next answer over this line, or nothing if it was cut before there was a whole one.
    pub(crate) async fn answer(&mut self) -> Option<Answered> {
        let head = String::from_utf8(self.until(b"\r\n\r\n").await?).expect("a head is ASCII");
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
        let length: usize = length.unwrap_or(0);
        while self.left.len() < length {
            if !self.more().await {
                return None;
            }
        }
        Some(Answered { status, body: self.left.drain(..length).collect() })
    }

    /// All answers up to the end of the line.
    pub(crate) async fn answers(&mut self) -> Vec<Answered> {
        let mut answers = Vec::new();
        while let Some(answer) = self.answer().await {
            answers.push(answer);
        }
        answers
    }

    /// Reads on until the line has ended.
    pub(crate) async fn ended(&mut self) {
        while self.more().await {}
    }

    /// Turns the line into a WebSocket that nobody keeps the rules of; with more lines in its head.
    pub(crate) async fn upgrade(&mut self, more: &str) {
        let head = format!(
            "GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{more}\r\n"
        );
        self.write(head.as_bytes()).await;
        let answer = String::from_utf8(self.until(b"\r\n\r\n").await.expect("answers")).expect("a head is ASCII");
        assert!(answer.starts_with("HTTP/1.1 101 "), "{answer}");
        assert!(!answer.to_ascii_lowercase().contains("sec-websocket-extensions"), "nothing of the kind is spoken: {answer}");
    }

    /// The next frame of the server's, which are not masked: its opcode and what it holds; nothing if the line is cut before.
    pub(crate) async fn frame(&mut self) -> Option<(u8, Vec<u8>)> {
        loop {
            if let Some(frame) = self.whole_frame() {
                return Some(frame);
            }
            if !self.more().await {
                return None;
            }
        }
    }

    fn whole_frame(&mut self) -> Option<(u8, Vec<u8>)> {
        let (first, short) = (*self.left.first()?, usize::from(*self.left.get(1)?));
        let (start, length) = match short {
            126 => (4, usize::from(u16::from_be_bytes(self.left.get(2..4)?.try_into().ok()?))),
            127 => (10, usize::try_from(u64::from_be_bytes(self.left.get(2..10)?.try_into().ok()?)).ok()?),
            length => (2, length),
        };
        let payload = self.left.get(start..start + length)?.to_vec();
        self.left.drain(..start + length);
        Some((first & 0x0F, payload))
    }

    /// Reads on to the close frame: its code and its reason; nothing if the line is just cut, or the frame holds nothing.
    pub(crate) async fn closed(&mut self) -> Option<(u16, String)> {
        loop {
            let (opcode, payload) = self.frame().await?;
            if opcode == 8 {
                let code = payload.first_chunk().map(|code| u16::from_be_bytes(*code))?;
                return Some((code, String::from_utf8(payload[2..].to_vec()).expect("is UTF-8")));
            }
        }
    }
}

/// A frame of a client's: the first byte as it is, and masked as a client has to.
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    const KEY: [u8; 4] = [1, 2, 3, 4];
    let mut bytes = head(first, payload.len(), 0x80);
    bytes.extend_from_slice(&KEY);
    bytes.extend(payload.iter().zip(KEY.iter().cycle()).map(|(byte, key)| byte ^ key));
    bytes
}

/// The same without a mask.
pub(crate) fn unmasked(first: u8, payload: &[u8]) -> Vec<u8> {
    [head(first, payload.len(), 0).as_slice(), payload].concat()
}

fn head(first: u8, length: usize, mask: u8) -> Vec<u8> {
    match (u8::try_from(length), u16::try_from(length)) {
        (Ok(short @ 0..126), _) => vec![first, mask | short],
        (_, Ok(middle)) => [&[first, mask | 126][..], &middle.to_be_bytes()].concat(),
        _ => [&[first, mask | 127][..], &(length as u64).to_be_bytes()].concat(),
    }
}
