//! The floor: one thread that does for each message what no server can do without, and nothing else.
//!
//! One frame made once a message, one write(2) for each reader (or one io_uring send with `--uring`).
//!   GET  /ws/ROOM   upgrade, read        GET /sse/ROOM  event stream, read
//!   POST /pub/ROOM  body to every reader, then 204
//! With `--fault drop|dup|swap|damage` every 997th frame is mistreated, to see whether the load notices.
//! It is a yardstick, not a server: no users, no history, no limits, a constant answer to the upgrade.

use std::collections::HashMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsRawFd, RawFd};

use io_uring::{IoUring, opcode, types};

const UPGRADED: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
const STREAM: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n\
    Connection: close\r\n\r\n";

/// What epoll says of one descriptor.
struct Event {
    fd: RawFd,
    readable: bool,
    writable: bool,
}

struct Epoll(RawFd);

impl Epoll {
    fn new() -> Epoll {
        Epoll(unsafe { libc::epoll_create1(libc::EPOLL_CLOEXEC) })
    }

    fn control(&self, operation: libc::c_int, fd: RawFd, writable_too: bool) {
        let wanted = libc::EPOLLIN | if writable_too { libc::EPOLLOUT } else { 0 };
        let mut event = libc::epoll_event { events: wanted as u32, u64: fd as u64 };
        unsafe { libc::epoll_ctl(self.0, operation, fd, &mut event) };
    }

    fn wait(&self, buffer: &mut Vec<libc::epoll_event>) -> Vec<Event> {
        let n = unsafe { libc::epoll_wait(self.0, buffer.as_mut_ptr(), buffer.capacity() as i32, -1) };
        unsafe { buffer.set_len(n.max(0) as usize) };
        let gone = libc::EPOLLIN | libc::EPOLLHUP | libc::EPOLLERR;
        let event = |e: &libc::epoll_event| Event {
            fd: e.u64 as RawFd,
            readable: e.events & gone as u32 != 0,
            writable: e.events & libc::EPOLLOUT as u32 != 0,
        };
        buffer.iter().map(event).collect()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Feed {
    Ws,
    Sse,
}

struct Connection {
    stream: TcpStream,
    input: Vec<u8>,
    /// What the socket did not take yet.
    output: Vec<u8>,
    reads: Option<(usize, Feed)>,
}

struct Floor {
    epoll: Epoll,
    listener: TcpListener,
    /// By descriptor.
    connections: Vec<Option<Box<Connection>>>,
    rooms: Vec<Vec<RawFd>>,
    names: HashMap<String, usize>,
    ring: Option<IoUring>,
    fault: Option<String>,
    frames: u64,
    held: Option<(RawFd, Vec<u8>)>,
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let value = |name: &str| words.iter().position(|w| w == name).and_then(|at| words.get(at + 1)).cloned();
    let port: u16 = value("--port").map_or(9100, |p| p.parse().expect("--port takes a number"));
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    unsafe {
        libc::getrlimit(libc::RLIMIT_NOFILE, &mut limit);
        limit.rlim_cur = limit.rlim_max;
        libc::setrlimit(libc::RLIMIT_NOFILE, &limit);
    }
    let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
    // std's backlog is too short for a thousand handshakes at once
    unsafe { libc::listen(listener.as_raw_fd(), 4096) };
    listener.set_nonblocking(true).expect("a socket can be non-blocking");
    let ring = words
        .iter()
        .any(|w| w == "--uring")
        .then(|| IoUring::builder().setup_single_issuer().setup_defer_taskrun().build(1024).expect("the kernel has io_uring"));
    let epoll = Epoll::new();
    epoll.control(libc::EPOLL_CTL_ADD, listener.as_raw_fd(), false);
    let (connections, rooms, names) = (vec![], vec![], HashMap::new());
    let fault = value("--fault");
    Floor { epoll, listener, connections, rooms, names, ring, fault, frames: 0, held: None }.run();
}

impl Floor {
    fn run(&mut self) {
        let mut events = Vec::with_capacity(1024);
        let mut buffer = vec![0; 65536];
        loop {
            for event in self.epoll.wait(&mut events) {
                if event.fd == self.listener.as_raw_fd() {
                    self.accept();
                    continue;
                }
                if event.writable {
                    self.flush(event.fd);
                }
                if event.readable {
                    self.read(event.fd, &mut buffer);
                }
            }
        }
    }

    fn accept(&mut self) {
        while let Ok((stream, _)) = self.listener.accept() {
            let fd = stream.as_raw_fd();
            if stream.set_nonblocking(true).and(stream.set_nodelay(true)).is_err() {
                continue;
            }
            if self.connections.len() <= fd as usize {
                self.connections.resize_with(fd as usize + 1, || None);
            }
            let connection = Connection { stream, input: vec![], output: vec![], reads: None };
            self.connections[fd as usize] = Some(Box::new(connection));
            self.epoll.control(libc::EPOLL_CTL_ADD, fd, false);
        }
    }

    fn at(&mut self, fd: RawFd) -> Option<&mut Connection> {
        self.connections.get_mut(fd as usize)?.as_deref_mut()
    }

    fn read(&mut self, fd: RawFd, buffer: &mut [u8]) {
        let Some(connection) = self.at(fd) else { return };
        match connection.stream.read(buffer) {
            Ok(0) => self.close(fd),
            Ok(n) => self.input(fd, &buffer[..n]),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(_) => self.close(fd),
        }
    }

    fn close(&mut self, fd: RawFd) {
        if let Some((room, _)) = self.connections[fd as usize].take().and_then(|c| c.reads) {
            self.rooms[room].retain(|reader| *reader != fd);
        }
    }

    fn room(&mut self, name: &str) -> usize {
        let next = self.rooms.len();
        let room = *self.names.entry(name.into()).or_insert(next);
        if room == next {
            self.rooms.push(vec![]);
        }
        room
    }

    fn input(&mut self, fd: RawFd, bytes: &[u8]) {
        let Some(connection) = self.at(fd) else { return };
        if connection.reads.is_some() {
            return; // pongs and the like
        }
        connection.input.extend_from_slice(bytes);
        while let Some((method, path, body)) = self.at(fd).and_then(|c| take_request(&mut c.input)) {
            let room = path.splitn(3, '/').nth(2).unwrap_or("");
            match (method.as_str(), path.split('/').nth(1).unwrap_or("")) {
                (_, "ws") => return self.begin(fd, room, Feed::Ws, UPGRADED),
                (_, "sse") => return self.begin(fd, room, Feed::Sse, STREAM),
                ("POST", "pub") => {
                    let room = self.room(room);
                    self.fan_out(room, &body);
                    self.put(fd, b"HTTP/1.1 204 No Content\r\n\r\n");
                }
                _ => self.put(fd, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
            }
        }
    }

    fn begin(&mut self, fd: RawFd, room: &str, feed: Feed, answer: &[u8]) {
        let room = self.room(room);
        self.rooms[room].push(fd);
        if let Some(connection) = self.at(fd) {
            connection.reads = Some((room, feed));
            connection.input = vec![];
        }
        self.put(fd, answer);
    }

    fn fan_out(&mut self, room: usize, body: &[u8]) {
        let mut ws = vec![0x81];
        if body.len() < 126 {
            ws.push(body.len() as u8);
        } else {
            ws.push(126);
            ws.extend_from_slice(&(body.len() as u16).to_be_bytes());
        }
        ws.extend_from_slice(body);
        let sse = [b"data: ", body, b"\n\n"].concat();
        let readers = std::mem::take(&mut self.rooms[room]);
        if let Some(mut ring) = self.ring.take() {
            self.send_by_ring(&mut ring, &readers, &ws, &sse);
            self.ring = Some(ring);
        } else {
            for &fd in &readers {
                let is_ws = self.at(fd).is_some_and(|c| c.reads.is_some_and(|(_, feed)| feed == Feed::Ws));
                let frame = if is_ws { &ws } else { &sse };
                if self.fault.is_some() { self.mistreat(fd, frame) } else { self.put(fd, frame) }
            }
        }
        self.rooms[room] = readers;
    }

    /// Many sends in one system call.
    fn send_by_ring(&mut self, ring: &mut IoUring, readers: &[RawFd], ws: &[u8], sse: &[u8]) {
        for some in readers.chunks(1024) {
            let mut left = 0;
            for &fd in some {
                let Some(connection) = self.at(fd) else { continue };
                let frame = if connection.reads.is_some_and(|(_, feed)| feed == Feed::Ws) { ws } else { sse };
                if !connection.output.is_empty() {
                    connection.output.extend_from_slice(frame);
                    continue;
                }
                let send = opcode::Send::new(types::Fd(fd), frame.as_ptr(), frame.len() as u32)
                    .flags(libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL)
                    .build()
                    .user_data(fd as u64);
                // the frames outlive the sends: all are waited for below
                unsafe { ring.submission().push(&send).expect("the queue holds 1,024") };
                left += 1;
            }
            while left > 0 {
                ring.submit_and_wait(left).expect("the ring works");
                let done: Vec<(RawFd, i32)> = ring.completion().map(|c| (c.user_data() as RawFd, c.result())).collect();
                left -= done.len();
                for (fd, result) in done {
                    let Some(connection) = self.at(fd) else { continue };
                    let frame = if connection.reads.is_some_and(|(_, feed)| feed == Feed::Ws) { ws } else { sse };
                    let sent = result.max(0) as usize;
                    if sent < frame.len() && (result >= 0 || result == -libc::EAGAIN) {
                        connection.output.extend_from_slice(&frame[sent..]);
                        self.epoll.control(libc::EPOLL_CTL_MOD, fd, true);
                    }
                }
            }
        }
    }

    fn mistreat(&mut self, fd: RawFd, frame: &[u8]) {
        self.frames += 1;
        let hit = self.frames.is_multiple_of(997);
        match self.fault.as_deref() {
            Some("drop") if hit => {}
            Some("dup") if hit => {
                self.put(fd, frame);
                self.put(fd, frame);
            }
            Some("damage") if hit => {
                let mut damaged = frame.to_vec();
                let at = damaged.len() - 5;
                damaged[at] = b'?';
                self.put(fd, &damaged);
            }
            Some("swap") if hit && self.held.is_none() => self.held = Some((fd, frame.to_vec())),
            _ => {
                self.put(fd, frame);
                if let Some((_, earlier)) = self.held.take_if(|(held, _)| *held == fd) {
                    self.put(fd, &earlier);
                }
            }
        }
    }

    fn put(&mut self, fd: RawFd, bytes: &[u8]) {
        let Some(connection) = self.at(fd) else { return };
        if !connection.output.is_empty() {
            connection.output.extend_from_slice(bytes);
            return;
        }
        let sent = match connection.stream.write(bytes) {
            Ok(n) => n,
            Err(e) if e.kind() == ErrorKind::WouldBlock => 0,
            Err(_) => return, // the read side will see that it is gone
        };
        if sent < bytes.len() {
            connection.output.extend_from_slice(&bytes[sent..]);
            self.epoll.control(libc::EPOLL_CTL_MOD, fd, true);
        }
    }

    fn flush(&mut self, fd: RawFd) {
        let Some(connection) = self.at(fd) else { return };
        let mut output = std::mem::take(&mut connection.output);
        if let Ok(n) = connection.stream.write(&output) {
            output.drain(..n);
        }
        if output.is_empty() {
            self.epoll.control(libc::EPOLL_CTL_MOD, fd, false);
        } else {
            connection.output = output;
        }
    }
}

/// Method, path and body of the request at the start of `input`, once it is whole.
fn take_request(input: &mut Vec<u8>) -> Option<(String, String, Vec<u8>)> {
    let head_end = memchr::memmem::find(input, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&input[..head_end]).into_owned();
    let length = |line: &str| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    };
    let end = head_end + 4 + head.lines().find_map(length).unwrap_or(0);
    if input.len() < end {
        return None;
    }
    let body = input[head_end + 4..end].to_vec();
    input.drain(..end);
    let mut words = head.split(' ');
    Some((words.next()?.into(), words.next()?.into(), body))
}
