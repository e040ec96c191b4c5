//! What is true only now, encoded once for all readers: never stored, and whoever is slow gets the newest alone.

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use smallvec::SmallVec;
use tertulia_wire::ServerFrame;
use tokio::time::Instant;

use super::encoded::{event, socket_frame};

/// Signals of the host's that a room holds for readers who were not served yet.
const KEPT: usize = 16;
/// How long such a signal is true: a reader that comes to it later has no use for it.
const TRUE_FOR: Duration = Duration::from_secs(10);

/// A signal as it goes out: the same bytes for every reader.
#[derive(Debug)]
pub struct EncodedSignal {
    name: &'static str,
    // With the head of a WebSocket frame before it.
    frame: Box<[u8]>,
    head: usize,
    event: OnceLock<Bytes>,
}

impl EncodedSignal {
    /// Encodes a frame `presence` or `signal`.
    ///
    /// # Errors
    /// None that can happen: names, numbers and JSON all have a JSON form. The type says what serde_json says.
    pub fn new(frame: &ServerFrame) -> Result<Arc<Self>, serde_json::Error> {
        let name = if matches!(frame, ServerFrame::Presence(_)) { "presence" } else { "signal" };
        let json = serde_json::to_vec(frame)?;
        let frame = socket_frame(&json).into_boxed_slice();
        Ok(Arc::new(Self { name, head: frame.len() - json.len(), frame, event: OnceLock::new() }))
    }

    /// The frame as it goes out on a WebSocket, with its head.
    #[must_use]
    pub fn socket_frame(&self) -> &[u8] {
        &self.frame
    }

    /// The frame, as JSON.
    #[must_use]
    pub fn frame(&self) -> &[u8] {
        &self.frame[self.head..]
    }

    /// The frame as a server-sent event, made when it is first asked for. It has no id: no cursor goes with it.
    #[must_use]
    pub fn event(&self) -> Bytes {
        self.event.get_or_init(|| event(self.name, None, self.frame())).clone()
    }

    fn bytes(&self) -> usize {
        self.frame.len() + size_of::<Self>() + self.event.get().map_or(0, Bytes::len)
    }
}

/// Signals for one reader, oldest first.
pub type Heard = SmallVec<[Arc<EncodedSignal>; 1]>;

/// What a room has signalled, as far as somebody may still have to be told of it.
#[derive(Debug, Default)]
pub(crate) struct Signals {
    // Counts what was signalled: by it a reader knows whether there is something new, which is all that it costs it.
    number: u64,
    presence: Option<(u64, Arc<EncodedSignal>)>,
    own: VecDeque<(u64, Instant, Arc<EncodedSignal>)>,
}

impl Signals {
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Puts who is here now in the place of what was told before; false if it is the same.
    pub(crate) fn tell_presence(&mut self, signal: Arc<EncodedSignal>) -> bool {
        if self.presence.as_ref().is_some_and(|(_, told)| told.frame == signal.frame) {
            return false;
        }
        self.number += 1;
        self.presence = Some((self.number, signal));
        true
    }

    pub(crate) fn tell(&mut self, signal: Arc<EncodedSignal>, now: Instant) {
        self.number += 1;
        self.own.retain(|(_, at, _)| now.duration_since(*at) < TRUE_FOR);
        if self.own.len() == KEPT {
            self.own.pop_front();
        }
        self.own.push_back((self.number, now, signal));
    }

    /// What a reader that has heard up to a number has not heard yet, and is still true.
    pub(crate) fn since(&self, heard: u64, now: Instant) -> Heard {
        let own =
            self.own.iter().filter(|(_, at, _)| now.duration_since(*at) < TRUE_FOR).map(|(number, _, signal)| (number, signal));
        let all = self.presence.iter().map(|(number, signal)| (number, signal)).chain(own);
        all.filter(|(number, _)| **number > heard).map(|(_, signal)| Arc::clone(signal)).collect()
    }

    /// Forgets the host's own signals.
    pub(crate) fn forget_own(&mut self) {
        self.own.clear();
    }

    /// Whether who is here was told.
    pub(crate) fn has_presence(&self) -> bool {
        self.presence.is_some()
    }

    /// Forgets everything: another room has begun under the name.
    pub(crate) fn clear(&mut self) {
        self.presence = None;
        self.own.clear();
    }

    pub(crate) fn bytes(&self) -> usize {
        let presence = self.presence.iter().map(|(_, signal)| signal.bytes());
        presence.chain(self.own.iter().map(|(_, _, signal)| signal.bytes())).sum()
    }
}

#[cfg(test)]
mod tests {
    use tertulia_wire::frame::{PresenceFrame, Signal};
    use tertulia_wire::{Present, RoomName};

    use super::*;

    fn name() -> RoomName {
        "room/lobby".parse().expect("a name")
    }

    fn presence(count: u64) -> Arc<EncodedSignal> {
        let present = Present { count, ..Present::default() };
        EncodedSignal::new(&ServerFrame::Presence(PresenceFrame { room: name(), present })).expect("encodes")
    }

    fn own(word: &str) -> Arc<EncodedSignal> {
        let signal = Signal { room: name(), name: word.into(), sender: None, data: None };
        EncodedSignal::new(&ServerFrame::Signal(signal)).expect("encodes")
    }

    fn texts(heard: &Heard) -> Vec<String> {
        heard.iter().map(|signal| String::from_utf8_lossy(signal.frame()).into_owned()).collect()
    }

    #[test]
    fn a_slow_reader_gets_the_newest_presence_alone_and_no_queue_grows() {
        let (mut signals, now) = (Signals::default(), Instant::now());
        for count in 1..=1_000 {
            assert!(signals.tell_presence(presence(count)));
            signals.tell(own(&format!("s{count}")), now);
        }
        assert!(!signals.tell_presence(presence(1_000)), "the same again is no news");
        let heard = signals.since(0, now);
        assert_eq!(heard.len(), 1 + KEPT);
        assert!(texts(&heard)[0].contains(r#""count":1000"#), "{:?}", texts(&heard));
        assert!(texts(&heard)[KEPT].contains("s1000"));
        assert!(signals.since(signals.number(), now).is_empty());
        assert!(signals.bytes() < 10_000);
    }

    #[test]
    fn what_is_no_longer_true_is_told_to_nobody() {
        let (mut signals, now) = (Signals::default(), Instant::now());
        signals.tell(own("now"), now);
        signals.tell_presence(presence(1));
        assert_eq!(signals.since(0, now + TRUE_FOR).len(), 1, "who is here is true until it changes");
    }
}
