//! Asks the hook, within bounds: so many calls at once, so much time for each, and one line in the log for many that fail.

use std::error::Error;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tertulia_wire::Code;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};

use super::line::Lines;
use super::{Hook, HookAnswer, HookQuestion, WhenSilent};
use crate::draft;
use crate::error::{Refusal, with_causes};
use crate::limits::Limits;
use crate::metrics::meters::{Answered, HookMeters};

/// Between two warnings that the hook is silent: a dead one would fill the log.
const TOLD_EVERY: Duration = Duration::from_secs(60);
/// Code points of what is logged about an answer that can't be used.
const WHY_MAX: usize = 200;

/// The hook of one chat, with its bounds.
pub(crate) struct Hooks {
    hook: Box<dyn Hook>,
    when_silent: WhenSilent,
    timeout: Duration,
    calls: Semaphore,
    pub(crate) lines: Arc<Lines>,
    silence: Arc<Mutex<Silence>>,
    meters: Arc<HookMeters>,
}

/// What is to become of something, as far as the hook is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// It may be said.
    Pass,
    /// It may be said with this text, which is checked but for the filter.
    Change(String),
    /// It waits for review, by the hook's answer or since it is silent.
    Hold { is_silent: bool },
}

impl Ruling {
    /// Why an edit that would have to wait is not made.
    pub(crate) fn refusal_of_edit(is_silent: bool) -> Refusal {
        if is_silent { away() } else { Refusal::because(Code::Refused, "filter-edit") }
    }
}

/// What the log has been told.
#[derive(Debug, Default)]
struct Silence {
    told: Option<Instant>,
    untold: u64,
    /// It has been told that the hook is silent, and not yet that it answers.
    is_open: bool,
    /// It was silent when it was last asked.
    is_silent: bool,
}

/// What to do about it that the hook was silent once more.
#[derive(Debug, PartialEq, Eq)]
enum Note {
    /// Tell it now: it was silent so often.
    Tell(u64),
    /// Tell it then, with whatever comes until then.
    TellAt(Instant),
    /// It is counted for then.
    Counted,
}

impl Silence {
    fn begin(&mut self, now: Instant) -> Note {
        self.untold += 1;
        self.is_silent = true;
        match self.told.map(|told| told + TOLD_EVERY) {
            Some(next) if now < next && self.untold == 1 => Note::TellAt(next),
            Some(next) if now < next => Note::Counted,
            _ => Note::Tell(self.tell(now)),
        }
    }

    /// How often the hook was silent since that was last told, which is told now.
    fn tell(&mut self, now: Instant) -> u64 {
        if self.untold > 0 {
            (self.told, self.is_open) = (Some(now), self.is_silent);
        }
        std::mem::take(&mut self.untold)
    }

    /// Whether to tell that it answers again.
    fn end(&mut self) -> bool {
        self.is_silent = false;
        std::mem::take(&mut self.is_open)
    }
}

/// Tells how often the hook was silent since that was last told, if it was.
fn tell_the_rest(silence: &Mutex<Silence>) {
    let times = silence.lock().unwrap_or_else(PoisonError::into_inner).tell(Instant::now());
    if times > 0 {
        tracing::warn!(times, "the host's hook was silent more often");
    }
}

impl Hooks {
    pub(crate) fn new(hook: Box<dyn Hook>, when_silent: WhenSilent, limits: &Limits, meters: Arc<HookMeters>) -> Self {
        Self {
            hook,
            when_silent,
            timeout: Duration::from_millis(limits.hook_timeout_ms),
            calls: Semaphore::new(limits.hook_calls),
            lines: Lines::new(limits),
            silence: Arc::default(),
            meters,
        }
    }

    /// Asks about a message in a room with such a `text_max`, or about an edit there.
    ///
    /// # Errors
    /// `refused`; `slow_down` where too many are asked about; `store_away` where the hook is silent and that refuses.
    pub(crate) async fn ask(&self, question: &HookQuestion, text_max: u32) -> Result<Ruling, Refusal> {
        // That too many are asked about is no silence of the hook's: nothing passes for it.
        let Ok(call) = timeout(self.timeout, self.calls.acquire()).await else {
            self.meters.note(Answered::Busy);
            return Err(Refusal::because(Code::SlowDown, "hook-busy").retry_after_s(1));
        };
        let asked = Instant::now();
        let answer = self.answer(question).await.and_then(|answer| usable(answer, text_max));
        drop(call);
        self.meters.times.note_time(asked.elapsed());
        self.meters.note(answered(&answer));
        match answer {
            Ok(ruling) => {
                if self.silence().end() {
                    tracing::info!("the host's hook answers again");
                }
                ruling
            }
            Err(why) => self.silent(&why),
        }
    }

    async fn answer(&self, question: &HookQuestion) -> Result<HookAnswer, String> {
        // A hook that panics is one that fails.
        let asked = AssertUnwindSafe(async { self.hook.ask(question).await }).catch_unwind();
        let answer = timeout(self.timeout, asked).await;
        let answer = answer.map_err(|_| format!("nothing came within {} ms", self.timeout.as_millis()))?;
        answer.map_err(|_| "it panicked".to_owned())?.map_err(|error: Box<dyn Error + Send + Sync>| with_causes(&*error))
    }

    /// Waits until nobody waits for the hook any more, but not for longer than this, and tells the log what it has not been told.
    pub(crate) async fn close(&self, at_most: Duration) {
        let _ = timeout(at_most, self.lines.empty()).await;
        tell_the_rest(&self.silence);
    }

    fn silence(&self) -> std::sync::MutexGuard<'_, Silence> {
        self.silence.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn silent(&self, why: &str) -> Result<Ruling, Refusal> {
        let note = self.silence().begin(Instant::now());
        match note {
            Note::Tell(times) => {
                let why: String = why.chars().filter(|c| !c.is_control()).take(WHY_MAX).collect();
                tracing::warn!(why, times, so = ?self.when_silent, "the host's hook is silent");
            }
            Note::TellAt(then) => {
                let silence = Arc::clone(&self.silence);
                tokio::spawn(async move {
                    tokio::time::sleep_until(then).await;
                    tell_the_rest(&silence);
                });
            }
            Note::Counted => {}
        }
        match self.when_silent {
            WhenSilent::Refuse => Err(away()),
            WhenSilent::Allow => Ok(Ruling::Pass),
            WhenSilent::Hold => Ok(Ruling::Hold { is_silent: true }),
        }
    }
}

/// The hook is silent: nothing that the sender has done.
fn away() -> Refusal {
    Refusal::because(Code::StoreAway, "hook-away").retry_after_s(1)
}

fn answered(answer: &Result<Result<Ruling, Refusal>, String>) -> Answered {
    match answer {
        Ok(Ok(Ruling::Pass)) => Answered::Allow,
        Ok(Ok(Ruling::Change(_))) => Answered::Change,
        Ok(Ok(Ruling::Hold { .. })) => Answered::Hold,
        Ok(Err(_)) => Answered::Refuse,
        Err(_) => Answered::Silent,
    }
}

/// What an answer comes to; an error is one that can't be used.
fn usable(answer: HookAnswer, text_max: u32) -> Result<Result<Ruling, Refusal>, String> {
    Ok(match answer {
        HookAnswer::Allow => Ok(Ruling::Pass),
        HookAnswer::Hold => Ok(Ruling::Hold { is_silent: false }),
        HookAnswer::Refuse { words } => Err(match words.and_then(|words| draft::words(&words)) {
            Some(words) => Refusal::because(Code::Refused, "hook-words").with("words", words),
            None => Refusal::because(Code::Refused, "hook-refused"),
        }),
        HookAnswer::Change { text } => {
            // The sender is not to blame for a text that is not theirs.
            let text = draft::text(&text, text_max);
            Ok(Ruling::Change(text.map_err(|refusal| format!("it changes the text to what can't be said: {refusal}"))?))
        }
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;
    use std::sync::atomic::{AtomicBool, Ordering};

    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use super::*;
    use crate::hook::Answering;
    use crate::metrics::meters::Meters;

    /// What is logged: a line an event, with its fields.
    #[derive(Debug, Clone, Default)]
    struct Log(Arc<Mutex<Vec<String>>>);

    struct Text(String);

    impl Visit for Text {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            self.0 += &format!("{}={value:?} ", field.name());
        }
    }

    impl Subscriber for Log {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }
        fn record(&self, _: &Id, _: &Record<'_>) {}
        fn record_follows_from(&self, _: &Id, _: &Id) {}
        fn event(&self, event: &Event<'_>) {
            let mut text = Text(String::new());
            event.record(&mut text);
            self.0.lock().expect("nothing panicked").push(text.0);
        }
        fn enter(&self, _: &Id) {}
        fn exit(&self, _: &Id) {}
    }

    impl Log {
        fn take(&self) -> Vec<String> {
            let said = std::mem::take(&mut *self.0.lock().expect("nothing panicked"));
            said.into_iter().filter(|line| line.contains("hook")).collect()
        }
    }

    struct Broken(Arc<AtomicBool>);

    impl Hook for Broken {
        fn ask<'a>(&'a self, _: &'a HookQuestion) -> Answering<'a> {
            let is_broken = self.0.load(Ordering::Relaxed);
            Box::pin(async move { if is_broken { Err("broken".into()) } else { Ok(HookAnswer::Allow) } })
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_log_tells_of_every_silence_and_fills_no_more_than_a_line_a_minute() {
        let log = Log::default();
        let _logging = tracing::subscriber::set_default(log.clone());
        let is_broken = Arc::new(AtomicBool::new(true));
        let meters = Arc::clone(&Meters::new().hook);
        let hooks = Hooks::new(Box::new(Broken(Arc::clone(&is_broken))), WhenSilent::Allow, &Limits::default(), meters);
        let question = serde_json::from_str(
            r#"{"type": "message", "room": "project/42", "by": "7", "level": "say", "sender": null, "kind": "message", "text": "hi"}"#,
        )
        .expect("a question");
        let ask = async |broken: bool, times: u32| {
            is_broken.store(broken, Ordering::Relaxed);
            for _ in 0..times {
                assert_eq!(hooks.ask(&question, 2_000).await, Ok(Ruling::Pass));
            }
        };
        let silent = r#"message=the host's hook is silent why="broken" times=1 so=Allow "#;
        let answers = "message=the host's hook answers again ";
        let more = |times: u32| format!("message=the host's hook was silent more often times={times} ");

        ask(true, 42).await;
        assert_eq!(log.take(), [silent]);
        tokio::time::sleep(TOLD_EVERY * 51 / 100).await;
        ask(true, 1).await;
        assert_eq!(log.take(), [""; 0]);
        tokio::time::sleep(TOLD_EVERY * 51 / 100).await;
        assert_eq!(log.take(), [more(42)], "when the minute is over");
        // It is silent still, and that minute had a line, too.
        ask(true, 3).await;
        ask(false, 2).await;
        assert_eq!(log.take(), [answers]);
        tokio::time::sleep(TOLD_EVERY * 51 / 50).await;
        assert_eq!(log.take(), [more(3)]);
        ask(false, 1).await;
        assert_eq!(log.take(), [""; 0], "that it answers has been told");
        tokio::time::sleep(2 * TOLD_EVERY).await;
        ask(true, 5).await;
        hooks.close(TOLD_EVERY).await;
        assert_eq!(log.take(), [silent.to_owned(), more(4)], "who goes leaves nothing untold");
    }
}
