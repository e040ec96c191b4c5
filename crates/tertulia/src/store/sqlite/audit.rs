//! What was done, in a table that is only ever added to.

use tertulia_wire::moderation::AuditEntry;

use super::connection::arguments;
use super::decode::{Columns, audit_columns};
use super::read::Readers;
use crate::error::StoreError;
use crate::store::moderation::{AuditOf, Within};

/// A part of what was done, by the index that leads to it.
macro_rules! audit_where {
    ($index:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            audit_columns!(),
            " FROM tertulia_audit ",
            $index,
            " WHERE ",
            $condition,
            " number < $1 ORDER BY number DESC LIMIT $2"
        )
    };
}

const OF_ALL: &str = audit_where!("", "");
const OF_PERSON: &str = audit_where!("INDEXED BY tertulia_audit_person", "person = $3 AND");
const OF_ROOM: &str = audit_where!("INDEXED BY tertulia_audit_room", "room_key = $4 AND");
const OF_PERSON_IN_ROOM: &str = audit_where!("INDEXED BY tertulia_audit_room_person", "room_key = $4 AND person = $3 AND");
const OF_NAME: &str = audit_where!("INDEXED BY tertulia_audit_name", "room_type = $5 AND room_id = $6 AND");
const OF_PERSON_UNDER_NAME: &str =
    audit_where!("INDEXED BY tertulia_audit_name_person", "room_type = $5 AND room_id = $6 AND person = $3 AND");

const BY_PERSON: &str = audit_where!("INDEXED BY tertulia_audit_by", "by_id = $3 AND");

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 7] = [OF_ALL, BY_PERSON, OF_PERSON, OF_ROOM, OF_PERSON_IN_ROOM, OF_NAME, OF_PERSON_UNDER_NAME];

impl Readers {
    pub(super) async fn audit(&self, of: AuditOf, before: Option<u64>, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        let before = before.and_then(|number| i64::try_from(number).ok()).unwrap_or(i64::MAX);
        let sql = match (&of.within, &of.user) {
            (Within::By(_), _) => BY_PERSON,
            (Within::All, None) => OF_ALL,
            (Within::All, Some(_)) => OF_PERSON,
            (Within::Room(_), None) => OF_ROOM,
            (Within::Room(_), Some(_)) => OF_PERSON_IN_ROOM,
            (Within::Named(_), None) => OF_NAME,
            (Within::Named(_), Some(_)) => OF_PERSON_UNDER_NAME,
        };
        let person = if let Within::By(by) = &of.within { Some(by.clone()) } else { of.user.clone() };
        let (key, room_type, id) = match of.within {
            Within::All | Within::By(_) => (0, String::new(), String::new()),
            Within::Room(key) => (key.0, String::new(), String::new()),
            Within::Named(name) => (0, name.room_type.as_str().to_owned(), name.id.as_str().to_owned()),
        };
        let arguments = arguments![before, i64::from(limit.clamp(1, 201)), person, key, room_type, id];
        self.ask(sql, arguments, |rows| rows.iter().map(|row| Columns::of(row).audit_entry()).collect()).await
    }
}
