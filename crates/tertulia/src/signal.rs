//! What is true only now: who is here, who is typing, signals of the host's own. Nothing of it is stored but joins and leaves,
//! in rooms that announce them.

use std::sync::Arc;

use tertulia_wire::frame::Signal;
use tertulia_wire::page::Action;
use tertulia_wire::request::NewSignal;
use tertulia_wire::{Code, Present, RoomName};
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

use crate::auth::Identity;
use crate::chat::Chat;
use crate::draft;
use crate::error::{Error, StoreError};
use crate::hub::{Attended, AttendedIn, Barred, Whose};
use crate::store::{Act, Attend, Found, Write, WriteError};
use crate::transport::STORE_RETRY;
use crate::writer::{Answer, Writer};

/// The one signal that is not the host's own.
const TYPING: &str = "typing";

impl Chat {
    /// Who is here, as far as the room tells: nobody where its `presence` is `off`.
    ///
    /// # Errors
    /// The door's refusal, `room_deleted`.
    pub async fn present(&self, who: &Identity, room: &RoomName) -> Result<Present, Error> {
        let admitted = self.admit(who, Action::Read, room).await?;
        if matches!(admitted.found, Found::Deleted { .. }) {
            return Err(Code::RoomDeleted.into());
        }
        Ok(admitted.held.present().unwrap_or_default())
    }

    /// Tells a room's readers something that is true only now: that one is typing, or, with `own`, something of the host's.
    ///
    /// It is never stored, and may be lost: a reader that is slow hears the newest alone.
    ///
    /// # Errors
    /// The door's refusal, `invalid` for the name or the data, `room_deleted`, `slow_down`.
    pub async fn signal(&self, who: &Identity, room: &RoomName, signal: NewSignal) -> Result<(), Error> {
        let action = if signal.name == TYPING { Action::Type } else { Action::Signal };
        let admitted = self.admit(who, action, room).await?;
        if matches!(admitted.found, Found::Deleted { .. }) {
            return Err(Code::RoomDeleted.into());
        }
        draft::signal(&signal)?;
        if action == Action::Type {
            if let Some(sender) = who.person().filter(|_| admitted.held.tells_who_types()) {
                // Judged as who is here: not everybody who types is.
                let named = match admitted.held.names(&sender) {
                    Some(named) => named && self.may_show_name(who, admitted.name()),
                    None => self.whose_name(who, admitted.name(), &admitted.held).await != Whose::Anothers,
                };
                if named {
                    admitted.held.types(&sender);
                }
            }
            return Ok(());
        }
        let NewSignal { name, data } = signal;
        let data = data.map(serde_json::Value::Object);
        admitted.held.signal(Signal { room: room.clone(), name, sender: who.person(), data })
    }
}

/// Has written down who came and left, in the order in which the hub tells, until the hub is gone.
pub(crate) async fn write_attended(mut attended: mpsc::Receiver<AttendedIn>, writer: Writer, barred: Arc<Barred>) {
    const AT_ONCE: usize = 64;
    let mut next = Vec::with_capacity(AT_ONCE);
    while attended.recv_many(&mut next, AT_ONCE).await > 0 {
        let mut settled = Vec::new();
        let writes = next.drain(..).filter_map(|next| match next {
            AttendedIn::Room(room, attended) => {
                let Attended { sender, present, tell, look } = attended;
                let attend = Attend { sender, present, tell, look: look.map(String::from) };
                Some(Write { room, access: None, act: Act::Attend(attend), by: String::new(), why: None })
            }
            AttendedIn::Settled(told) => {
                settled.push(told);
                None
            }
        });
        // All are handed in before the first is waited for: those that come together go into one commit.
        let handed_in: Vec<_> = writes.filter_map(|write| hand_in(&writer, &barred, write)).collect();
        for (answer, write) in handed_in {
            let answer = match answer {
                Ok(answer) => {
                    answer.await.unwrap_or(Err(WriteError::Store(StoreError::Unknown("the writer has stopped".into()))))
                }
                Err(error) => Err(error),
            };
            match answer {
                Err(WriteError::Store(StoreError::Away(_))) => write_again(&writer, &barred, write).await,
                Err(WriteError::Store(error)) => tracing::warn!(%error, "who came or left was not written"),
                // The room is gone, or the chat is closing.
                Ok(_) | Err(WriteError::Refused(_) | WriteError::Stale(_)) => {}
            }
        }
        for told in settled {
            // Whoever no longer waits needs no answer.
            let _ = told.send(());
        }
    }
}

type HandedIn = (Result<oneshot::Receiver<Answer>, WriteError>, Write);

/// Hands in that somebody came or left, but for who is being erased: what was handed in before that is erased, too.
fn hand_in(writer: &Writer, barred: &Barred, write: Write) -> Option<HandedIn> {
    let person = if let Act::Attend(attend) = &write.act { attend.sender.id.as_deref() } else { None };
    let answer = barred.unless(person, || writer.hand_in(write.clone()))?;
    Some((answer, write))
}

/// Waits for the store to be back: whoever was announced must not stay for ever.
async fn write_again(writer: &Writer, barred: &Barred, write: Write) {
    while let Some((answer, _)) = hand_in(writer, barred, write.clone()) {
        let answer = match answer {
            Ok(answer) => answer.await.unwrap_or(Err(WriteError::Store(StoreError::Unknown("the writer has stopped".into())))),
            Err(error) => Err(error),
        };
        if !matches!(answer, Err(WriteError::Store(StoreError::Away(_)))) {
            return;
        }
        sleep(STORE_RETRY).await;
    }
}
