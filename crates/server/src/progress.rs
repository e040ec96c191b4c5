//! How far something long is: a line now and then on standard error, since standard output is for what comes of it.

use std::time::{Duration, Instant};

use anyhow::bail;
use tokio::signal::unix::{SignalKind, signal};

use crate::eprint_line;

/// Between two lines.
pub(crate) const TELL_EVERY: Duration = Duration::from_secs(5);

/// Tells now and then how far something is.
pub(crate) struct Teller<'a> {
    now: Box<dyn FnMut() -> Instant + 'a>,
    say: Box<dyn FnMut(&str) + 'a>,
    told: Instant,
}

impl Teller<'static> {
    pub(crate) fn new() -> Self {
        Self::by(Instant::now, eprint_line)
    }
}

impl<'a> Teller<'a> {
    /// One by a clock that is looked at, and who says the lines.
    pub(crate) fn by(mut now: impl FnMut() -> Instant + 'a, say: impl FnMut(&str) + 'a) -> Self {
        let told = now();
        Self { now: Box::new(now), say: Box::new(say), told }
    }

    /// Says how far it is, if nothing was said for a while.
    pub(crate) fn tell(&mut self, line: impl FnOnce() -> String) {
        let now = (self.now)();
        if now - self.told > TELL_EVERY {
            self.told = now;
            (self.say)(&line());
        }
    }

    /// Says a line that has to be said.
    pub(crate) fn say(&mut self, line: &str) {
        (self.say)(line);
    }

    /// Does something that tells nothing itself, and says meanwhile how far it is.
    pub(crate) async fn beside<T>(&mut self, work: impl Future<Output = T>, mut line: impl FnMut() -> String) -> T {
        tokio::pin!(work);
        loop {
            tokio::select! {
                done = &mut work => return done,
                () = tokio::time::sleep(TELL_EVERY) => (self.say)(&line()),
            }
        }
    }
}

/// Does something, or what there is of it is left behind where a signal says to end: whoever began it removes it then.
pub(crate) async fn unless_told_to_end<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        biased;
        done = work => done,
        _ = terminate.recv() => bail!("told to end by SIGTERM before it was done: nothing of it is left"),
        _ = interrupt.recv() => bail!("told to end by SIGINT before it was done: nothing of it is left"),
    }
}

/// Lines that a test has told, by a clock that goes on by three seconds whenever it is looked at.
#[cfg(test)]
pub(crate) fn told_to_a_test(work: impl FnOnce(&mut Teller<'_>)) -> String {
    let (mut now, mut lines) = (Instant::now(), Vec::new());
    let mut teller = Teller::by(
        || {
            now += Duration::from_secs(3);
            now
        },
        |line| lines.push(line.to_owned()),
    );
    work(&mut teller);
    drop(teller);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_soon_done_tells_nothing_and_what_goes_on_a_line_in_more_than_five_seconds() {
        let told = told_to_a_test(|teller| teller.tell(|| "after three seconds".to_owned()));
        assert_eq!(told, "");
        let told = told_to_a_test(|teller| (1..=7).for_each(|step| teller.tell(|| format!("step {step}"))));
        assert_eq!(told, "step 2\nstep 4\nstep 6");
    }

    #[tokio::test(start_paused = true)]
    async fn what_tells_nothing_itself_is_told_of_every_five_seconds_until_it_is_done() {
        let (mut lines, mut looks) = (Vec::new(), 0);
        let mut teller = Teller::by(Instant::now, |line| lines.push(line.to_owned()));
        let work = tokio::time::sleep(Duration::from_secs(16));
        let line = || {
            looks += 1;
            format!("look {looks}")
        };
        teller.beside(work, line).await;
        teller.beside(tokio::time::sleep(Duration::from_secs(4)), || "none".to_owned()).await;
        drop(teller);
        assert_eq!(lines, ["look 1", "look 2", "look 3"]);
    }
}
