//! A room on anything of the host's: one line for a type, and each value of it has a room.

use tertulia_wire::{RoomId, RoomName};

use crate::chat::Chat;
use crate::error::Error;
use crate::room::Room;

/// A type of the host's whose values each have a room.
///
/// ```
/// use tertulia::Attach;
///
/// struct Project {
///     path: String,
/// }
///
/// impl Attach for Project {
///     const TYPE: &str = "project";
///     fn id(&self) -> String {
///         self.path.clone()
///     }
/// }
///
/// let project = Project { path: "42".into() };
/// assert_eq!(project.room_name()?.to_string(), "project/42");
/// let project = Project { path: "tools/hammer".into() };
/// assert_eq!(project.room_name()?.to_string(), "project/_tools~2Fhammer");
/// # Ok::<(), tertulia::Error>(())
/// ```
pub trait Attach {
    /// The type of the rooms: `[a-z][a-z0-9_.-]{0,99}`.
    const TYPE: &str;

    /// What tells this value from the others of its type, and never changes: any text, see [`RoomId::encode`].
    fn id(&self) -> String;

    /// The name of this value's room, `type/id`, as the page's tag and a token's grants want it.
    ///
    /// # Errors
    /// `invalid` when the type breaks its rule or the id is too long: more than 200 bytes once encoded.
    fn room_name(&self) -> Result<RoomName, Error> {
        Ok(RoomName::new(Self::TYPE.parse()?, RoomId::encode(&self.id())?))
    }
}

impl Chat {
    /// The room of a value of the host's, whether or not it has been made: the first say makes it.
    ///
    /// # Errors
    /// As [`Attach::room_name`].
    pub fn room_of(&self, parent: &impl Attach) -> Result<Room, Error> {
        Ok(self.room(&parent.room_name()?))
    }
}
