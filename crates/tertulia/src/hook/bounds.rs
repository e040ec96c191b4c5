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
    silence: Mutex<Silence>,
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
}

impl Silence {
    /// How often the hook was silent since that was last told, where it is time to tell.
    fn begin(&mut self, now: Instant) -> Option<u64> {
        self.untold += 1;
        if self.told.is_some_and(|told| now - told < TOLD_EVERY) {
            return None;
        }
        (self.told, self.is_open) = (Some(now), true);
        Some(std::mem::take(&mut self.untold))
    }

    /// Whether to tell that it answers again.
    fn end(&mut self) -> bool {
        std::mem::take(&mut self.is_open)
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
            silence: Mutex::default(),
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

    fn silence(&self) -> std::sync::MutexGuard<'_, Silence> {
        self.silence.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn silent(&self, why: &str) -> Result<Ruling, Refusal> {
        if let Some(times) = self.silence().begin(Instant::now()) {
            let why: String = why.chars().filter(|c| !c.is_control()).take(WHY_MAX).collect();
            tracing::warn!(why, times, so = ?self.when_silent, "the host's hook is silent");
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
