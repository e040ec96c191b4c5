//! What is forgotten as time goes by.

use tertulia_wire::Time;

use super::{DAY_MS, Rooms};
use crate::error::StoreError;
use crate::store::{GUEST_READ_DAYS, Tidied};

impl Rooms {
    /// Raises `first` where messages are past their room's retention, then forgets all that is past.
    pub(super) fn tidy(&mut self, now: Time) -> Result<Tidied, StoreError> {
        let due: Vec<_> =
            self.present.rooms.values().filter_map(|room| Some((room.key, self.present.due(room.key, now)?))).collect();
        let mut moment = self.moment(now, due.len());
        let mut written = Vec::new();
        for (key, first) in due {
            match self.present.raise_first(key, first, &mut moment) {
                Ok(raised) => written.push(raised),
                Err(error) => return Err(StoreError::Failed(format!("{error:?}"))),
            }
        }
        self.present.seen_names.forget_past(now);
        written.extend(self.present.forget_held(now));
        self.present.forget_addresses(now);
        self.present.forget_past_reports(now);
        let long_ago = Time(now.0 - i64::from(GUEST_READ_DAYS) * DAY_MS);
        let present = &self.present;
        self.marks
            .retain(|(key, person), (_, at)| present.facts(*key).is_some() && (!person.starts_with('~') || *at >= long_ago));
        let more = self.present.forget_past();
        Ok(Tidied { written, more })
    }
}
