//! Rooms that have another name than the one they are known by here.

use tertulia_wire::RoomName;

use super::{Stage, State, Told};
use crate::store::{Found, RoomFacts, RoomKey};

impl State {
    /// Takes what the store said is under the name of this live room.
    pub(crate) fn begin_under(&mut self, name: &RoomName, found: Found) {
        match found {
            Found::Room(facts) if facts.name != *name => self.leave(facts),
            found => self.begin(found),
        }
    }

    /// The room has another name: nothing of it is told here any more.
    pub(super) fn leave(&mut self, facts: RoomFacts) {
        self.begin(Found::Absent { everywhere: facts.access.everywhere });
        self.gone = Some((facts.key, facts.access.room));
        self.departed = Some(Box::new(facts.clone()));
        self.stage = Stage::Elsewhere(facts);
    }

    /// Takes that a room has moved away from the name of this live room. A hint of it that is late, or comes again, changes
    /// nothing.
    pub(crate) fn depart(&mut self, facts: &RoomFacts, sole_writer: bool) -> Told {
        let ours = match &self.stage {
            Stage::Unloaded => {
                self.begun += 1;
                return Told::default();
            }
            Stage::Known(Found::Room(known)) | Stage::Elsewhere(known) => Some((known.key, known.access.room)),
            Stage::Known(_) => None,
        };
        match ours {
            Some((key, access)) if key == facts.key && access < facts.access.room => {
                self.leave(facts.clone());
                Told { news: true, ended: true, ..Told::default() }
            }
            Some((key, _)) if key == facts.key => Told::default(),
            // Whether it was here before or after what is known to be here now, only the store can say.
            _ => Told { ask: !sole_writer, ..Told::default() },
        }
    }

    /// Where a room is that has moved away from here.
    pub(crate) fn departed(&self, key: RoomKey) -> Option<&RoomFacts> {
        self.departed.as_deref().filter(|facts| facts.key == key)
    }
}
