//! What was reported, looked through from end to end.

use std::cmp::Reverse;

use tertulia_wire::{Report, ReportedMessage, Time};

use super::DAY_MS;
use crate::store::settle::Present;
use crate::store::{REPORT_DAYS, ReportsOf, RoomKey};

impl Present {
    pub(super) fn reported(&self, ReportsOf { room, before }: ReportsOf, limit: u32) -> Vec<ReportedMessage> {
        let of_room = self.reports.iter().filter(|((key, _), _)| room.is_none_or(|room| room == *key));
        let there = of_room.filter_map(|((key, id), reports)| {
            let facts = self.facts(*key).filter(|facts| *id >= facts.settings.first)?;
            let message = self.messages.get(&(*key, *id)).map(|entry| entry.message.clone())?;
            let number = reports.last().filter(|_| message.deleted.is_none())?.number;
            let count = u32::try_from(reports.len()).unwrap_or(u32::MAX);
            let reports = reports.iter().rev().map(|entry| entry.report.clone()).collect();
            Some(ReportedMessage { number, room: facts.name, message, count, reports })
        });
        let mut all: Vec<_> = there.filter(|one| before.is_none_or(|before| one.number < before)).collect();
        all.sort_unstable_by_key(|one| Reverse(one.number));
        all.truncate(limit as usize);
        all
    }

    /// What somebody reported in a room, and of which message.
    pub(super) fn reported_by(&self, person: &str, room: RoomKey) -> Vec<(u64, Report)> {
        let all = self.reports.iter().filter(|((key, _), _)| *key == room);
        let each = all.flat_map(|((_, id), reports)| reports.iter().map(|entry| (entry.number, *id, &entry.report)));
        let mut theirs: Vec<_> = each.filter(|(_, _, report)| report.by.id.as_deref() == Some(person)).collect();
        theirs.sort_unstable_by_key(|(number, ..)| *number);
        theirs.into_iter().map(|(_, id, report)| (id, report.clone())).collect()
    }

    /// Forgets what somebody reported.
    pub(super) fn forget_reports_by(&mut self, person: &str) {
        for reports in self.reports.values_mut() {
            reports.retain(|entry| entry.report.by.id.as_deref() != Some(person));
        }
        self.count_reports();
    }

    fn count_reports(&mut self) {
        self.reports.retain(|_, reports| !reports.is_empty());
        self.reports_in.clear();
        for ((key, _), reports) in &self.reports {
            *self.reports_in.entry(*key).or_default() += u32::try_from(reports.len()).unwrap_or(u32::MAX);
        }
    }

    /// Forgets reports that nobody has looked at for long, and those of messages that their room keeps no more.
    pub(super) fn forget_past_reports(&mut self, now: Time) {
        let long_ago = Time(now.0 - i64::from(REPORT_DAYS) * DAY_MS);
        let rooms = &self.rooms;
        let is_there =
            |(key, id): &(RoomKey, u64)| rooms.get(key).is_some_and(|room| !room.deleted && *id >= room.settings.first);
        self.reports.retain(|place, reports| {
            reports.retain(|entry| entry.report.at > long_ago);
            is_there(place)
        });
        self.count_reports();
    }
}
