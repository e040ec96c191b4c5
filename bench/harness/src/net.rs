//! Small HTTP/1.1 and WebSocket clients: few allocations, nothing buffered out of sight.

use std::cell::RefCell;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::task::Poll;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpSocket, TcpStream};

/// Connections come from so many addresses, 127.0.0.2 on: one address has too few ports for tens of thousands.
pub static SOURCE_ADDRESSES: AtomicUsize = AtomicUsize::new(1);

pub fn fault(text: impl Into<String>) -> io::Error {
    io::Error::other(text.into())
}

/// Connects; `index` chooses the source address.
pub async fn connect(address: SocketAddr, index: usize) -> io::Result<TcpStream> {
    let sources = SOURCE_ADDRESSES.load(Relaxed);
    let mut tries = 0;
    loop {
        let socket = TcpSocket::new_v4()?;
        if sources > 1 {
            let source = Ipv4Addr::new(127, 0, 0, 2 + (index % sources) as u8);
            // the port is drawn at connect, so that a port of one source can serve again for another
            no_port_yet(&socket)?;
            socket.bind(SocketAddr::new(source.into(), 0))?;
        }
        match socket.connect(address).await {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(e) if tries >= 5 || e.kind() == io::ErrorKind::ConnectionRefused => return Err(e),
            Err(_) => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(50 * tries)).await;
            }
        }
    }
}

fn no_port_yet(socket: &TcpSocket) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    let on: libc::c_int = 1;
    let (value, len) = ((&raw const on).cast(), size_of_val(&on) as libc::socklen_t);
    let option = libc::IP_BIND_ADDRESS_NO_PORT;
    match unsafe { libc::setsockopt(socket.as_raw_fd(), libc::IPPROTO_IP, option, value, len) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

thread_local! { static SCRATCH: RefCell<Vec<u8>> = RefCell::new(vec![0; 256 * 1024]); }

/// One read into a buffer that all share, handled in place: ten thousand idle readers keep no buffers. `None` at the end.
pub async fn read_with<R>(stream: &mut TcpStream, mut handle: impl FnMut(&[u8]) -> R) -> io::Result<Option<R>> {
    std::future::poll_fn(|cx| {
        SCRATCH.with_borrow_mut(|scratch| {
            let mut buffer = ReadBuf::new(scratch);
            std::task::ready!(Pin::new(&mut *stream).poll_read(cx, &mut buffer))?;
            let bytes = buffer.filled();
            Poll::Ready(Ok(if bytes.is_empty() { None } else { Some(handle(bytes)) }))
        })
    })
    .await
}

pub type Headers = Vec<(String, String)>;

pub fn request(method: &str, path: &str, host: &str, headers: &[(String, String)], body: Option<&str>) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if let Some(body) = body {
        text.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    } else {
        text.push_str("\r\n");
    }
    text.into_bytes()
}

#[derive(Default, Debug)]
pub struct Head {
    pub status: u16,
    pub length: Option<usize>,
    pub chunked: bool,
    pub close: bool,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// The head at the start of `bytes`, and its length; `None` while it is not whole.
pub fn parse_head(bytes: &[u8]) -> io::Result<Option<(usize, Head)>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut response = httparse::Response::new(&mut headers);
    let parsed = response.parse(bytes).map_err(|e| fault(format!("bad response: {e}")))?;
    let httparse::Status::Complete(length) = parsed else { return Ok(None) };
    let mut head = Head { status: response.code.unwrap_or(0), close: response.version == Some(0), ..Head::default() };
    for header in response.headers.iter() {
        let value = String::from_utf8_lossy(header.value).into_owned();
        match header.name.to_ascii_lowercase().as_str() {
            "content-length" => head.length = value.trim().parse().ok(),
            "transfer-encoding" => head.chunked = value.to_ascii_lowercase().contains("chunked"),
            "connection" => head.close = value.to_ascii_lowercase().contains("close"),
            "etag" => head.etag = Some(value),
            "last-modified" => head.last_modified = Some(value),
            _ => {}
        }
    }
    Ok(Some((length, head)))
}

#[derive(PartialEq)]
enum Part {
    Size,
    Data,
    AfterData,
    Trailer,
    End,
}

/// Takes the chunks out of a body as it comes in.
pub struct Body {
    chunked: bool,
    part: Part,
    left: usize,
    line: Vec<u8>,
}

impl Body {
    pub fn new(chunked: bool) -> Body {
        Body { chunked, part: Part::Size, left: 0, line: vec![] }
    }

    fn done(&self) -> bool {
        self.part == Part::End
    }

    /// Returns how many bytes it took.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> io::Result<usize> {
        if !self.chunked {
            out.extend_from_slice(bytes);
            return Ok(bytes.len());
        }
        let mut rest = bytes;
        while !rest.is_empty() && !self.done() {
            let took = match self.part {
                Part::Size | Part::Trailer => self.line(rest)?,
                Part::Data => {
                    let took = self.left.min(rest.len());
                    out.extend_from_slice(&rest[..took]);
                    self.skip(took, 2, Part::AfterData);
                    took
                }
                Part::AfterData => {
                    let took = self.left.min(rest.len());
                    self.skip(took, 0, Part::Size);
                    took
                }
                Part::End => 0,
            };
            rest = &rest[took..];
        }
        Ok(bytes.len() - rest.len())
    }

    fn skip(&mut self, took: usize, left_then: usize, then: Part) {
        self.left -= took;
        if self.left == 0 {
            self.left = left_then;
            self.part = then;
        }
    }

    fn line(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = memchr::memchr(b'\n', bytes).map(|at| at + 1);
        let took = end.unwrap_or(bytes.len());
        self.line.extend_from_slice(&bytes[..took]);
        if end.is_none() {
            return Ok(took);
        }
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).trim().to_string();
        if self.part == Part::Trailer {
            if line.is_empty() {
                self.part = Part::End;
            }
            return Ok(took);
        }
        let size = line.split(';').next().unwrap_or("");
        self.left = usize::from_str_radix(size, 16).map_err(|_| fault(format!("bad chunk size {line:?}")))?;
        self.part = if self.left == 0 { Part::Trailer } else { Part::Data };
        Ok(took)
    }
}

/// A kept-alive connection that connects again when the server closed it.
pub struct Http {
    address: SocketAddr,
    index: usize,
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
    pub connects: u64,
    pub bytes: u64,
}

impl Http {
    pub fn new(address: SocketAddr, index: usize) -> Http {
        Http { address, index, stream: None, buffer: vec![], connects: 0, bytes: 0 }
    }

    pub async fn send(&mut self, request: &[u8]) -> io::Result<(Head, Vec<u8>)> {
        loop {
            let fresh = self.stream.is_none();
            let mut stream = match self.stream.take() {
                Some(stream) => stream,
                None => {
                    self.buffer.clear();
                    self.connects += 1;
                    connect(self.address, self.index).await?
                }
            };
            match self.exchange(&mut stream, request).await {
                Ok(Some((head, body))) => {
                    if !head.close {
                        self.stream = Some(stream);
                    }
                    return Ok((head, body));
                }
                // an idle connection was closed under us: once more, on a new one
                Ok(None) if !fresh => {}
                Err(e) if !fresh && e.kind() != io::ErrorKind::Other => {}
                Ok(None) => return Err(fault("closed before a reply")),
                Err(e) => return Err(e),
            }
        }
    }

    async fn more(&mut self, stream: &mut TcpStream) -> io::Result<usize> {
        let n = stream.read_buf(&mut self.buffer).await?;
        self.bytes += n as u64;
        Ok(n)
    }

    async fn exchange(&mut self, stream: &mut TcpStream, request: &[u8]) -> io::Result<Option<(Head, Vec<u8>)>> {
        stream.write_all(request).await?;
        loop {
            if let Some((length, mut head)) = parse_head(&self.buffer)? {
                self.buffer.drain(..length);
                let body = self.body(stream, &mut head).await?;
                return Ok(Some((head, body)));
            }
            if self.more(stream).await? == 0 {
                return if self.buffer.is_empty() { Ok(None) } else { Err(fault("closed inside a head")) };
            }
        }
    }

    async fn body(&mut self, stream: &mut TcpStream, head: &mut Head) -> io::Result<Vec<u8>> {
        let mut body = vec![];
        if head.status == 204 || head.status == 304 {
            return Ok(body);
        }
        if head.chunked {
            let mut decoder = Body::new(true);
            loop {
                let took = decoder.feed(&self.buffer, &mut body)?;
                self.buffer.drain(..took);
                if decoder.done() {
                    return Ok(body);
                }
                if self.more(stream).await? == 0 {
                    return Err(fault("closed inside a body"));
                }
            }
        }
        let Some(length) = head.length else {
            while self.more(stream).await? > 0 {}
            head.close = true;
            return Ok(std::mem::take(&mut self.buffer));
        };
        while self.buffer.len() < length {
            if self.more(stream).await? == 0 {
                return Err(fault("closed inside a body"));
            }
        }
        body.extend_from_slice(&self.buffer[..length]);
        self.buffer.drain(..length);
        Ok(body)
    }
}

// A constant mask is as good as any: nothing between us and the server could be confused by it.
const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

pub const TEXT: u8 = 1;
pub const CLOSE: u8 = 8;
pub const PING: u8 = 9;
pub const PONG: u8 = 10;

pub fn put_frame(opcode: u8, payload: &[u8], out: &mut Vec<u8>) {
    out.push(0x80 | opcode);
    match payload.len() {
        n @ 0..126 => out.push(0x80 | n as u8),
        n @ 126..65536 => {
            out.push(0x80 | 126);
            out.extend_from_slice(&(n as u16).to_be_bytes());
        }
        n => {
            out.push(0x80 | 127);
            out.extend_from_slice(&(n as u64).to_be_bytes());
        }
    }
    out.extend_from_slice(&MASK);
    out.extend(payload.iter().enumerate().map(|(i, b)| b ^ MASK[i & 3]));
}

/// A frame at the start of some bytes.
pub struct Frame {
    pub length: usize,
    pub payload_at: usize,
    pub last: bool,
    pub opcode: u8,
}

pub fn parse_frame(bytes: &[u8]) -> Option<Frame> {
    let &[first, second, ..] = bytes else { return None };
    let (payload_at, payload_len) = match second & 0x7f {
        126 => (4, u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?) as usize),
        127 => (10, u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?) as usize),
        n => (2, n as usize),
    };
    let length = payload_at + payload_len;
    (bytes.len() >= length).then_some(Frame { length, payload_at, last: first & 0x80 != 0, opcode: first & 0x0f })
}

/// Why the server closed: the code, and its words.
pub fn close_reason(payload: &[u8]) -> String {
    let code = payload.get(..2).map_or(0, |b| u16::from_be_bytes([b[0], b[1]]));
    format!("server closed: {code} {}", String::from_utf8_lossy(payload.get(2..).unwrap_or(b"")))
}

/// What to send, and what to wait for.
pub type Steps = Vec<(Option<String>, Option<String>)>;

pub struct Ws {
    pub stream: TcpStream,
    pub pending: Vec<u8>,
    pub parts: Vec<u8>,
}

impl Ws {
    pub async fn open(address: SocketAddr, index: usize, host: &str, path: &str, more: Headers) -> io::Result<Ws> {
        let mut stream = connect(address, index).await?;
        let fixed = [
            ("Upgrade", "websocket"),
            ("Connection", "Upgrade"),
            ("Sec-WebSocket-Version", "13"),
            // the nonce of RFC 6455's example, so that the floor can answer with a constant
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        let mut headers: Headers = fixed.map(|(name, value)| (name.into(), value.into())).into();
        headers.extend(more);
        stream.write_all(&request("GET", path, host, &headers, None)).await?;
        let mut pending = Vec::with_capacity(512);
        loop {
            if stream.read_buf(&mut pending).await? == 0 {
                return Err(fault("closed in the upgrade"));
            }
            if let Some((length, head)) = parse_head(&pending)? {
                pending.drain(..length);
                if head.status != 101 {
                    let text = String::from_utf8_lossy(&pending[..pending.len().min(300)]).into_owned();
                    return Err(fault(format!("upgrade refused: {} {text}", head.status)));
                }
                return Ok(Ws { stream, pending, parts: vec![] });
            }
        }
    }

    pub async fn send(&mut self, text: &str) -> io::Result<()> {
        let mut out = Vec::with_capacity(text.len() + 14);
        put_frame(TEXT, text.as_bytes(), &mut out);
        self.stream.write_all(&out).await
    }

    /// The next message; answers pings. For handshakes and publishers: a reader's feed has a faster path.
    pub async fn next(&mut self) -> io::Result<Vec<u8>> {
        loop {
            while let Some(frame) = parse_frame(&self.pending) {
                let payload = self.pending[frame.payload_at..frame.length].to_vec();
                self.pending.drain(..frame.length);
                match frame.opcode {
                    PING => {
                        let mut out = vec![];
                        put_frame(PONG, &payload, &mut out);
                        self.stream.write_all(&out).await?;
                    }
                    CLOSE => return Err(fault(close_reason(&payload))),
                    0..=2 => {
                        self.parts.extend_from_slice(&payload);
                        if frame.last {
                            return Ok(std::mem::take(&mut self.parts));
                        }
                    }
                    _ => {}
                }
            }
            if self.stream.read_buf(&mut self.pending).await? == 0 {
                return Err(fault("closed"));
            }
        }
    }

    /// Goes through the steps; whatever comes meanwhile is handed over.
    pub async fn go(&mut self, steps: &Steps, replies: &[(String, String)], mut on_message: impl FnMut(&[u8])) -> io::Result<()> {
        for (send, expect) in steps {
            if let Some(text) = send {
                self.send(text).await?;
            }
            let Some(expected) = expect else { continue };
            loop {
                let wait = Duration::from_secs(30);
                let late = |_| fault(format!("no {expected:?} within 30 s"));
                let message = tokio::time::timeout(wait, self.next()).await.map_err(late)??;
                on_message(&message);
                if let Some((_, reply)) = replies.iter().find(|(on, _)| on.as_bytes() == message) {
                    self.send(reply).await?;
                }
                if memchr::memmem::find(&message, expected.as_bytes()).is_some() {
                    break;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together_however_they_are_cut() {
        let wire = b"4\r\nWiki\r\n5;x=1\r\npedia\r\n0\r\nTrailer: 1\r\n\r\nGET";
        for cut in 1..wire.len() {
            let (mut body, mut out) = (Body::new(true), vec![]);
            let took: usize = wire.chunks(cut).map(|part| body.feed(part, &mut out).expect("sound chunks")).sum();
            assert_eq!((out.as_slice(), took, body.done()), (&b"Wikipedia"[..], wire.len() - 3, true), "cut {cut}");
        }
    }

    #[test]
    fn frames_of_every_length_parse_only_when_whole() {
        for n in [0, 125, 126, 65535, 65536] {
            let mut wire = vec![];
            put_frame(TEXT, &vec![b'a'; n], &mut wire);
            // what a server sends has no mask: take it out, as the parser is for servers' frames
            wire[1] &= 0x7f;
            let head = wire.len() - n - 4;
            wire.drain(head..head + 4);
            assert!(parse_frame(&wire[..wire.len() - 1]).is_none());
            let frame = parse_frame(&wire).expect("whole");
            assert_eq!((frame.length, frame.payload_at, frame.last, frame.opcode), (wire.len(), head, true, TEXT));
        }
    }
}
