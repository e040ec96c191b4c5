//! Under which names people speak and are in rooms.

use super::RoomKey;

/// Under which name somebody speaks, where names are watched over: in rooms in which guests may speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenName {
    /// What the name looks like; names with the same look can't be told from each other.
    pub look: String,
    /// Whose name it is.
    pub person: String,
    /// True for a guest, who can't have another's name.
    pub guest: bool,
}

/// A user who was in a room, under which name: whether they said anything there or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenUser {
    /// The room.
    pub room: RoomKey,
    /// Who it was.
    pub person: String,
    /// What the name looks like, as in [`SeenName`].
    pub look: String,
    /// The name, for the day on which names look otherwise: no message of theirs may tell it.
    pub name: String,
}
