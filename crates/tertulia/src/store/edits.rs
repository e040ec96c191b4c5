//! Whose a message is to edit, and for how long: pure, and the same for the store, which decides, and for whoever asks before.

use tertulia_wire::{Code, Kind, Message, Time};

use crate::error::Refusal;

/// Whether somebody may edit a message, as far as it does not depend on the time.
///
/// # Errors
/// `deleted`; `not_allowed` where it is another's, or tells what has happened.
pub(crate) fn may_edit(message: &Message, by: &str) -> Result<(), Refusal> {
    if message.deleted.is_some() {
        return Err(Refusal::new(Code::Deleted));
    }
    if !is_from(message, by) || !matches!(message.kind, Kind::Message | Kind::Action) {
        return Err(Refusal::new(Code::NotAllowed));
    }
    Ok(())
}

/// Whether a message may be edited still, in a room with such an `edit_minutes`.
///
/// # Errors
/// `edit_over`.
pub(crate) fn in_time(message: &Message, now: Time, edit_minutes: u32) -> Result<(), Refusal> {
    let is_over = now.0 - message.created.0 >= i64::from(edit_minutes) * 60_000;
    if is_over { Err(Refusal::new(Code::EditOver)) } else { Ok(()) }
}

/// What an edit is told where what its bearer says waits for review.
pub(crate) fn edit_held() -> Refusal {
    Refusal::because(Code::Refused, "edit-held")
}

pub(crate) fn is_from(message: &Message, by: &str) -> bool {
    message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == Some(by)
}
