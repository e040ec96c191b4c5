//! Somebody is erased from all rooms: their tokens are refused first, then it goes room by room, each message as a change, and at
//! the end what stands beside the rooms. It has begun once the store knows of it, and is gone on with until it is whole, also after
//! a crash.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tertulia_wire::Code;
use tertulia_wire::person::Erased;
use tokio::time::{Instant, sleep, timeout};

use crate::auth::identity::HOST;
use crate::chat::{Chat, Inner};
use crate::draft;
use crate::error::{Error, Refusal, StoreError};
use crate::say::{unexpected, write_error};
use crate::standing::By;
use crate::store::erasing::{ERASED, Erasure, TracePlace};
use crate::store::moderation::is_in_force;
use crate::store::{Act, Everywhere, Outcome, Write, WriteError};

/// How long others may go on reading the file as it was before the erasure, before whoever waits is told to ask again.
const LOG_PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks whether they still do.
const LOG_EVERY: Duration = Duration::from_millis(100);
/// Between two attempts to go on with an erasure that a crash had ended.
const AGAIN_EVERY: Duration = Duration::from_secs(5);

impl Chat {
    /// Erases a user, or a guest, from all rooms, for good; tells how much that was. Repeated, it does no harm.
    ///
    /// Their tokens are refused first, as by [`revoke`](Self::revoke), and their streams end; they are not here any more, and type
    /// nothing. Then each message from them is emptied like a deletion and is from nobody, their reactions go, and what waits for review; each
    /// message is one change for its readers. What they have read and what they reported is forgotten, and what was reported of theirs; their names are free. In the audit a pseudonym
    /// stands in their place. When this returns nothing of it is read by anybody, nor lies in the file of rooms or beside it; but where
    /// that is larger than 64 MiB, or a host's own with other tables in it, pieces may lie in parts of it that are not in use.
    ///
    /// A request of theirs that is sent again makes no second message: it is answered with the one that it made, empty. What waited for
    /// review, or was rejected, is new then, since nothing of it is kept.
    ///
    /// Kept are their id where something is in force on them, and beside the second up to which their tokens are refused; what others
    /// wrote; and copies and exports that were made before. Whom the host's own word stands for comes back with it: it has to know them no
    /// more first ([`Authenticate`](crate::auth::Authenticate)).
    ///
    /// It goes on to its end when whoever asked goes away, and one erasure after the other.
    ///
    /// # Errors
    /// `invalid` for what is no user's id; `draining`, `store_away` or `unknown`, then a part is erased: ask again. What has begun is also
    /// gone on with at the next start.
    pub async fn erase_person(&self, user: &str) -> Result<Erased, Error> {
        self.erase_person_by(By::Host(HOST), user).await
    }

    /// The same, as who does it.
    pub(crate) async fn erase_person_by(&self, by: By<'_>, user: &str) -> Result<Erased, Error> {
        let (chat, person) = (self.clone(), somebody(user)?.to_owned());
        let asks = if let By::Asker(who) = by { Some(who.clone()) } else { None };
        let erasing = tokio::spawn(async move {
            let _turn = chat.inner.erasing.lock().await;
            let begun = chat.inner.store.erasures().await?.into_iter().find(|begun| begun.person == person);
            let erasure = match begun {
                Some(begun) => begun,
                None => Erasure { pseudonym: pseudonym()?, person },
            };
            chat.erase(&erasure, Some(asks.as_ref().map_or(By::Host(HOST), By::Asker))).await
        });
        erasing.await.map_err(|error| StoreError::Unknown(error.to_string()))?
    }

    /// Erases somebody; by whom, where that has not begun before.
    async fn erase(&self, erasure: &Erasure, by: Option<By<'_>>) -> Result<Erased, Error> {
        let person = &erasure.person;
        // From here on nothing of theirs is handed in any more: that they came or left, what they have read.
        let _barred = self.inner.hub.bar(person);
        if let Some(by) = by {
            let second = (self.inner.clock)().0.div_euclid(1_000);
            self.raise_everywhere(Everywhere::Erase { erasure: erasure.clone(), second, by: by.id().to_owned() }, by).await?;
        }
        self.inner.hub.forget_person(person);
        self.inner.whereabouts.forget(person);
        // What was handed in before is found only once it is written.
        self.inner.writer.settled().await.map_err(write_error)?;
        self.in_time(self.inner.hub.seen_settled()).await?;
        let mut erased = self.erase_from_rooms(erasure).await?;
        erased.restrictions += self.restrictions_everywhere().await?.iter().filter(|one| one.user == *person).count() as u64;
        self.nothing_is_under_way().await?;
        erased.read_marks = self.finish_erasure(erasure).await?;
        // Whoever was let in before their tokens were refused, and arrived only since.
        self.inner.hub.forget_person(person);
        self.inner.whereabouts.forget(person);
        tracing::info!(messages = erased.messages, reactions = erased.reactions, held = erased.held, "somebody was erased");
        Ok(erased)
    }

    /// Waits until nothing of whoever is barred is on its way to be handed in, where it would arrive once they are barred no more.
    async fn nothing_is_under_way(&self) -> Result<(), StoreError> {
        let settled = async {
            self.inner.hub.attended_settled().await;
            self.inner.read_marks.settled().await;
        };
        self.in_time(settled).await
    }

    /// Waits for what is on its way to be written, for as long as that may take.
    async fn in_time(&self, settled: impl Future<Output = ()>) -> Result<(), StoreError> {
        let limits = &self.inner.limits;
        // Marks of what was read are written after a pause.
        let patience = limits.write_deadline() + Duration::from_millis(limits.read_every_ms);
        let settled = timeout(patience, settled).await;
        settled.map_err(|_| StoreError::Away("what was under way is not written yet".into()))
    }

    /// Goes on with what had begun before this start.
    pub(crate) async fn go_on_erasing(&self) -> Result<(), StoreError> {
        let begun = self.inner.store.erasures().await?;
        if begun.is_empty() {
            return Ok(());
        }
        let going_on = tokio::spawn(go_on_erasing(Arc::downgrade(&self.inner), begun));
        if let Ok(mut tasks) = self.inner.tasks.lock() {
            tasks.push(going_on);
        }
        Ok(())
    }

    /// Goes on with an erasure, unless it is whole by now: somebody may have asked for it again, and the person may be back since.
    async fn go_on_with(&self, erasure: &Erasure) -> Result<(), Error> {
        if self.inner.store.erasures().await?.contains(erasure) {
            self.erase(erasure, None).await?;
        }
        Ok(())
    }

    async fn erase_from_rooms(&self, erasure: &Erasure) -> Result<Erased, Error> {
        let (mut erased, mut place) = (Erased::default(), Some(TracePlace::default()));
        while let Some(from) = place {
            if self.is_leaving() {
                return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
            }
            let traces = self.inner.store.traces(&erasure.person, from).await?;
            place = traces.next;
            let now = (self.inner.clock)();
            erased.restrictions += traces.beside.restrictions.iter().filter(|one| is_in_force(one, now)).count() as u64;
            let (Some(facts), Some(act)) = (&traces.facts, traces.erase(erasure)) else { continue };
            let write =
                Write { room: facts.name.clone(), access: None, act: Act::Erase(Box::new(act)), by: String::new(), why: None };
            match self.inner.writer.write(write).await {
                Ok(written) => match written.outcome {
                    Outcome::Erased { messages, reactions, held } => {
                        erased.messages += messages;
                        erased.reactions += reactions;
                        erased.held += held;
                    }
                    other => return Err(unexpected(&other)),
                },
                // The room is gone by now, and its rows go, or it has moved away and its name is another's: it is looked in again.
                Err(WriteError::Refused(refusal)) if refusal.code == Code::RoomDeleted => {}
                Err(WriteError::Refused(refusal)) if refusal.code == Code::NotFound => place = Some(from),
                Err(error) => return Err(write_error(error)),
            }
        }
        Ok(erased)
    }

    /// Does what is left once the rooms are through; tells how many read marks there were.
    async fn finish_erasure(&self, erasure: &Erasure) -> Result<u64, Error> {
        let (mut read_marks, mut waiting) = (0, None);
        loop {
            if self.is_leaving() {
                return Err(Refusal::new(Code::Draining).retry_after_s(1).into());
            }
            let done = self.inner.store.finish_erasure(erasure).await?;
            read_marks += done.read_marks;
            if !done.more {
                return Ok(read_marks);
            }
            if !done.waits {
                // Everybody's sends go first.
                tokio::task::yield_now().await;
                continue;
            }
            if waiting.get_or_insert_with(Instant::now).elapsed() > LOG_PATIENCE {
                return Err(StoreError::Away("somebody still reads the file as it was before".into()).into());
            }
            sleep(LOG_EVERY).await;
        }
    }
}

/// Goes on with what had begun before this start, until it is whole.
async fn go_on_erasing(inner: Weak<Inner>, mut begun: Vec<Erasure>) {
    while let Some(erasure) = begun.pop() {
        let Some(inner) = inner.upgrade() else { return };
        let chat = Chat { inner };
        let turn = chat.inner.erasing.lock().await;
        let done = chat.go_on_with(&erasure).await;
        drop(turn);
        if let Err(error) = done {
            if chat.is_leaving() {
                return;
            }
            tracing::warn!(%error, "an erasure that had begun has to wait");
            begun.insert(0, erasure);
            drop(chat);
            sleep(AGAIN_EVERY).await;
        }
    }
}

/// Somebody's id, and none that the server uses for what nobody is.
pub(crate) fn somebody(user: &str) -> Result<&str, Refusal> {
    let nobody = user == HOST || user == "~announcer" || user.starts_with(ERASED);
    if nobody { draft::user("") } else { draft::user(user) }
}

/// Nothing leads from it to whose it is.
fn pseudonym() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Setup(error.to_string()))?;
    Ok(format!("{ERASED}-{:032x}", u128::from_be_bytes(bytes)))
}
