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
        Self { stream: TcpStream::connect(server.address()).await.expect("connects"), left: Vec::new() }
    }

    /// Writes as much as the server takes: one that has cut the line takes no more.
    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes).await;
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

    /// The next answer over this line, or nothing if it was cut before there was a whole one.
    pub(crate) async fn answer(&mut self) -> Option<Answered> {
        let head = loop {
            match self.left.windows(4).position(|four| four == b"\r\n\r\n") {
                Some(end) => break String::from_utf8(self.left.drain(..end + 4).collect()).expect("a head is ASCII"),
                None if self.more().await => {}
                None => return None,
            }
        };
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
}
