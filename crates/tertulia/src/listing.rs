//! The rooms that somebody keeps order in.
//!
//! Rooms are found by their names, and what somebody moderates is known by their grants: where these name types and rooms, no
//! others are looked at.

use tertulia_wire::{Level, RoomName, RoomType};

use crate::auth::Identity;
use crate::auth::identity::{PlaceOfOrder, Who};
use crate::chat::Chat;
use crate::error::Error;
use crate::store::{Found, RoomFacts};

/// Rooms on a page.
const ROOMS_MAX: u32 = 200;

/// How many rooms are looked at for one page: who moderates little of what there is gets a short page.
const LOOKED_AT_MAX: u32 = 2_000;

/// A page of rooms, in name order.
#[derive(Default)]
pub(crate) struct Listed {
    pub(crate) rooms: Vec<RoomFacts>,
    /// After which name more may be left, as long as that is so.
    pub(crate) next: Option<RoomName>,
}

impl Chat {
    /// The rooms that somebody has `moderate` in, of one type where it is given, after a name, at most 200. A page may be short, or
    /// empty, and yet more be left: `next` says so.
    ///
    /// # Errors
    /// `token_expired` for who is somebody no longer by then; `store_away`.
    pub(crate) async fn rooms_of_mine(
        &self,
        who: &Identity,
        room_type: Option<&RoomType>,
        after: Option<RoomName>,
    ) -> Result<Listed, Error> {
        let Who::User { grants, .. } = &who.who else { return Ok(Listed::default()) };
        let mut look = Look { chat: self, who, after, left: LOOKED_AT_MAX, rooms: Vec::new(), stopped: false };
        for place in grants.places_of_order() {
            match (place, room_type) {
                (PlaceOfOrder::Anywhere, wanted) => look.through(wanted).await?,
                (PlaceOfOrder::Type(of), wanted) if wanted.is_none_or(|wanted| *wanted == of) => look.through(Some(&of)).await?,
                (PlaceOfOrder::Room(name), wanted) if wanted.is_none_or(|wanted| *wanted == name.room_type) => {
                    look.at(name).await?;
                }
                (PlaceOfOrder::Type(_) | PlaceOfOrder::Room(_), _) => {}
            }
        }
        let (mut rooms, next) = (look.rooms, look.after.filter(|_| look.stopped));
        if let Some(now) = self.renewed_for(who, rooms.iter().map(|facts| &facts.name)).await? {
            rooms.retain(|facts| self.inner.policy.level(&now, &facts.name) >= Level::Moderate);
        }
        Ok(Listed { rooms, next })
    }
}

/// What was found so far, and where to go on.
struct Look<'a> {
    chat: &'a Chat,
    who: &'a Identity,
    after: Option<RoomName>,
    /// How many rooms may still be looked at.
    left: u32,
    rooms: Vec<RoomFacts>,
    /// Whether something was left out.
    stopped: bool,
}

impl Look<'_> {
    fn must_stop(&mut self) -> bool {
        self.stopped |= self.left == 0 || self.rooms.len() >= ROOMS_MAX as usize;
        self.stopped
    }

    fn take(&mut self, facts: RoomFacts) {
        if self.chat.inner.policy.level(self.who, &facts.name) >= Level::Moderate {
            self.rooms.push(facts);
        }
    }

    /// Goes through all rooms, or those of a type.
    async fn through(&mut self, room_type: Option<&RoomType>) -> Result<(), Error> {
        while !self.must_stop() {
            let found = self.chat.store().rooms(room_type, self.after.as_ref(), ROOMS_MAX).await?;
            let is_last = found.len() < ROOMS_MAX as usize;
            for facts in found {
                if self.must_stop() {
                    return Ok(());
                }
                self.left -= 1;
                self.after = Some(facts.name.clone());
                self.take(facts);
            }
            if is_last {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Looks at one room.
    async fn at(&mut self, name: RoomName) -> Result<(), Error> {
        if self.after.as_ref().is_some_and(|after| name <= *after) || self.must_stop() {
            return Ok(());
        }
        self.left -= 1;
        // What has moved away is listed by the name that it has now.
        if let Found::Room(facts) = self.chat.store().find(&name).await?
            && facts.name == name
        {
            self.take(facts);
        }
        self.after = Some(name);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::auth::Grants;

    const TYPES: [&str; 4] = ["a", "a.b", "b", "c"];
    const IDS: [&str; 3] = ["-", "1", "a"];

    fn rooms() -> Vec<RoomName> {
        let named = |of: &&str, id: &&str| format!("{of}/{id}").parse().expect("a name");
        let mut rooms: Vec<RoomName> = TYPES.iter().flat_map(|of| IDS.iter().map(move |id| named(of, id))).collect();
        rooms.sort();
        rooms
    }

    fn pattern() -> impl Strategy<Value = String> {
        let of = prop::sample::select(TYPES.to_vec());
        let id = prop::sample::select([&IDS[..], &["*"]].concat());
        prop_oneof![1 => Just("*".to_owned()), 9 => (of, id).prop_map(|(of, id)| format!("{of}/{id}"))]
    }

    fn level() -> impl Strategy<Value = Level> {
        prop::sample::select(vec![Level::Read, Level::Say, Level::Moderate, Level::Own])
    }

    proptest! {
        #[test]
        fn the_places_of_order_have_every_room_that_somebody_moderates_once_and_in_order(
            grants in prop::collection::btree_map(pattern(), level(), 0..8),
        ) {
            let grants = Grants::new(grants);
            let moderates = |room: &RoomName| grants.on(room).is_some_and(|granted| granted.level >= Level::Moderate);
            let within = |place: PlaceOfOrder| match place {
                PlaceOfOrder::Anywhere => rooms(),
                PlaceOfOrder::Type(of) => rooms().into_iter().filter(|room| room.room_type == of).collect(),
                PlaceOfOrder::Room(name) => vec![name],
            };
            let found: Vec<_> = grants.places_of_order().into_iter().flat_map(within).filter(moderates).collect();
            prop_assert_eq!(found, rooms().into_iter().filter(moderates).collect::<Vec<_>>());
        }
    }
}
