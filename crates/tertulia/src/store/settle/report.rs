//! What is reported, and closed. None of it is in the log.

use tertulia_wire::moderation::Deed;
use tertulia_wire::{Code, Report, RoomName};

use super::{Moment, Present};
use crate::error::Refusal;
use crate::store::edits::is_from;
use crate::store::moderation::Noted;
use crate::store::{Outcome, ReportAct, RoomKey, WriteError, Written};

/// A report as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct ReportEntry {
    /// Rises with each report in whatever room.
    pub(crate) number: u64,
    pub(crate) report: Report,
    /// Whether this batch made it.
    pub(crate) new: bool,
}

impl Present {
    pub(super) fn report(&mut self, name: &RoomName, act: &ReportAct, moment: &Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let (message, by) = (&self.entry(key, act.id)?.message, &act.by);
        if message.deleted.is_some() {
            return Err(Refusal::new(Code::Deleted).into());
        }
        if by.id.as_deref().is_some_and(|by| is_from(message, by)) {
            return Err(Refusal::because(Code::NotAllowed, "report-own").into());
        }
        let report = Report { by: by.clone(), at: moment.now, why: act.why.clone() };
        let known = self.reports.get(&(key, act.id)).map_or(&[][..], Vec::as_slice);
        let kept = |report: &Report| Outcome::Reported { report: Box::new(report.clone()), fresh: false };
        if let Some(before) = known.iter().find(|before| before.report.by.id == by.id) {
            return self.written(key, Vec::new(), kept(&before.report));
        }
        if known.len() >= act.message_max as usize {
            return self.written(key, Vec::new(), kept(&report));
        }
        let in_room = self.reports_in.entry(key).or_default();
        if *in_room >= act.room_max {
            return Err(Refusal::too_many("reports-in-room", act.room_max).into());
        }
        *in_room += 1;
        self.something_else_waits(key)?;
        let number = self.next_report();
        self.reports.entry((key, act.id)).or_default().push(ReportEntry { number, report: report.clone(), new: true });
        self.written(key, Vec::new(), Outcome::Reported { report: Box::new(report), fresh: true })
    }

    pub(super) fn close_reports(&mut self, name: &RoomName, id: u64, by: &str, moment: &Moment) -> Result<Written, WriteError> {
        let key = self.room_mut(name)?.key;
        let message = &self.entry(key, id)?.message;
        let user = message.sender.as_ref().and_then(|sender| sender.id.clone());
        if self.reports.get(&(key, id)).is_some_and(|reports| !reports.is_empty()) {
            self.forget_reports(key, id);
            // Counted, so that a commit of unknown outcome can be found out.
            self.next_report();
            self.something_else_waits(key)?;
            self.note(key, Noted { user, message: Some(id), ..Noted::of(Deed::CloseReports, by, moment.now) });
        }
        self.written(key, Vec::new(), Outcome::ReportsClosed)
    }

    /// Removes what was reported of a message.
    pub(super) fn forget_reports(&mut self, key: RoomKey, id: u64) {
        let gone = self.reports.remove(&(key, id)).map_or(0, |reports| u32::try_from(reports.len()).unwrap_or(u32::MAX));
        if let Some(in_room) = self.reports_in.get_mut(&key) {
            *in_room = in_room.saturating_sub(gone);
        }
        self.unreported.insert((key, id));
    }

    fn next_report(&mut self) -> u64 {
        let number = self.reports_head.unwrap_or(0) + 1;
        self.reports_head = Some(number);
        self.reported = true;
        number
    }
}
