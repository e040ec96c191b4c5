//! Spans: the statement of each reads the room and its messages in one snapshot, by an index, and no further than asked.

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use tertulia_wire::Message;

use super::connection::arguments;
use super::decode::{Columns, message_columns, room_columns};
use crate::store::{Change, RoomFacts, RoomKey, Span, Stretch};

/// The room's row, and whether messages lie beyond where the span begins.
macro_rules! room_and {
    ($beyond:literal) => {
        concat!(
            "SELECT 'room', ",
            room_columns!(),
            ", ",
            $beyond,
            " FROM tertulia_room r WHERE r.room_key = $1 AND r.deleted = 0"
        )
    };
}

/// The lowest id that readers are given: rows below it are gone for them before they are removed.
macro_rules! first {
    () => {
        "(SELECT first FROM tertulia_room WHERE room_key = $1 AND deleted = 0)"
    };
}

/// Messages as rows of the same width as the room's.
macro_rules! messages {
    ($what:literal, $index:literal, $where:expr, $order:literal, $limit:literal) => {
        concat!(
            " UNION ALL SELECT * FROM (SELECT '",
            $what,
            "', ",
            message_columns!(),
            ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM tertulia_message m ",
            $index,
            " WHERE m.room_key = $1 AND ",
            $where,
            " ORDER BY ",
            $order,
            " LIMIT ",
            $limit,
            ")"
        )
    };
}

const NEWEST: &str = concat!(room_and!("0"), messages!("below", "", concat!("m.id >= ", first!()), "m.id DESC", "$3"));

const BEFORE: &str = concat!(
    room_and!("EXISTS (SELECT 1 FROM tertulia_message b WHERE b.room_key = r.room_key AND b.id >= max($2, r.first))"),
    messages!("below", "", concat!("m.id < $2 AND m.id >= ", first!()), "m.id DESC", "$3")
);

/// From `$2` on; one bound, since of two lower ones only one would be looked up, and the other tried on row after row.
const ABOVE: &str = concat!(
    room_and!("EXISTS (SELECT 1 FROM tertulia_message b WHERE b.room_key = r.room_key AND b.id >= r.first AND b.id < $2)"),
    messages!("from", "", concat!("m.id >= max($2, ", first!(), ")"), "m.id", "$4")
);

const AROUND: &str = concat!(
    room_and!("0"),
    messages!("below", "", concat!("m.id < $2 AND m.id >= ", first!()), "m.id DESC", "$3"),
    messages!("from", "", concat!("m.id >= max($2, ", first!(), ")"), "m.id", "$4")
);

/// The plus keeps `first` from being looked up by id, which would sort the whole room by version.
const AFTER: &str = concat!(
    room_and!("0"),
    messages!(
        "from",
        "INDEXED BY tertulia_message_version",
        concat!("m.version > $2 AND +m.id >= ", first!()),
        "m.version",
        "$4"
    )
);

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 5] = [NEWEST, BEFORE, ABOVE, AROUND, AFTER];

/// How many messages a span wants on either side of where it begins.
#[derive(Debug, Clone, Copy)]
struct Sides {
    below: usize,
    from: usize,
}

impl Sides {
    fn of(span: Span, limit: u32) -> Self {
        // The contract's bounds, so that no caller's mistake reads a whole room.
        let limit = limit.clamp(1, 2_000) as usize;
        match span {
            Span::Newest | Span::Before(_) => Self { below: limit, from: 0 },
            Span::After(_) | Span::Above(_) => Self { below: 0, from: limit },
            Span::Around(_) => Self { below: limit / 2, from: limit - limit / 2 },
        }
    }
}

/// The statement that reads a span, with its parameters: one message more on each side, which tells whether more are left.
pub(super) fn statement(room: RoomKey, span: Span, limit: u32) -> (&'static str, SqliteArguments) {
    let (sql, at) = match span {
        Span::Newest => (NEWEST, 0),
        Span::After(version) => (AFTER, version),
        Span::Before(id) => (BEFORE, id),
        Span::Above(id) => (ABOVE, id.saturating_add(1)),
        Span::Around(id) => (AROUND, id),
    };
    let sides = Sides::of(span, limit);
    let one_more = |side: usize| i64::try_from(side + 1).unwrap_or(i64::MAX);
    let at = i64::try_from(at).unwrap_or(i64::MAX);
    (sql, arguments![room.0, at, one_more(sides.below), one_more(sides.from)])
}

/// What the rows of a span's statement come to; `None` when there is no such room.
pub(super) fn stretch(rows: &[SqliteRow], span: Span, limit: u32) -> Result<Option<Stretch>, sqlx::Error> {
    let (mut room, mut below, mut from) = (None, Vec::new(), Vec::new());
    for row in rows {
        let mut columns = Columns::of(row);
        match columns.take()? {
            "room" => {
                let (everywhere, found) = columns.room()?;
                room = Some((found.facts(everywhere), columns.take::<bool>()?));
            }
            "below" => below.push(columns.message()?),
            _ => from.push(columns.message()?),
        }
    }
    let Some((facts, beyond)) = room else { return Ok(None) };
    let sides = Sides::of(span, limit);
    if let Span::After(version) = span {
        return Ok(Some(feed(facts, version, from, sides.from)));
    }
    let (more_below, more_from) = (below.len() > sides.below, from.len() > sides.from);
    below.truncate(sides.below);
    from.truncate(sides.from);
    let (more, more_newer) = match span {
        Span::Above(_) => (beyond, more_from),
        Span::Before(_) => (more_below, beyond),
        Span::Around(_) => (more_below, more_from),
        Span::Newest | Span::After(_) => (more_below, false),
    };
    let changes = below.into_iter().rev().chain(from).map(|message| Change::Message(Box::new(message))).collect();
    Ok(Some(Stretch { upto: facts.head, facts, changes, more, more_newer }))
}

/// The feed after a version: messages in version order, the settings at their place among them.
fn feed(facts: RoomFacts, after: u64, messages: Vec<Message>, limit: usize) -> Stretch {
    let mut changes: Vec<Change> = messages.into_iter().map(|message| Change::Message(Box::new(message))).collect();
    if facts.settings.version > after {
        changes.push(Change::Settings(facts.settings.clone()));
        changes.sort_by_key(Change::version);
    }
    let more = changes.len() > limit;
    changes.truncate(limit);
    let last = changes.last().map_or(facts.head, Change::version);
    Stretch { upto: if more { last } else { facts.head }, facts, changes, more, more_newer: false }
}
