//! Loads what a batch needs to know, in one trip, at the beginning of its transaction.

use std::collections::BTreeSet;

use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, SqliteConnection};
use tertulia_wire::{RoomName, Time};

use super::connection::{Stopped, arguments, run};
use super::decode::{Columns, message_columns, restriction_columns, room_columns};
use super::{erasing, held, report};
use crate::names;
use crate::store::erasing::{EraseAct, erased_request};
use crate::store::settle::{Entry, Holder, Present, Request, SHOWN_MAX, Under, is_own};
use crate::store::{Act, Hold, RoomKey, Write};

/// The rooms under the names in `$1`; first, since the others need them.
const ROOMS: &str = concat!(
    "SELECT 'room', j.value ->> 0, j.value ->> 1, n.room_type IS NOT NULL, n.room_key, ",
    room_columns!(),
    " FROM jsonb_each($1) j LEFT JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     LEFT JOIN tertulia_room r ON r.room_key = n.room_key;"
);

/// The messages that the requests in `$2` made before.
const SAID: &str = concat!(
    "SELECT 'said', m.room_key, m.sender_key, m.request_hash, ",
    message_columns!(),
    " FROM jsonb_each($2) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_message m ON m.room_key = n.room_key AND m.sender_key = j.value ->> 2 AND m.client_id = j.value ->> 3;"
);

/// The messages in `$3`, which the batch changes or answers.
const MESSAGES: &str = concat!(
    "SELECT 'message', m.room_key, ",
    message_columns!(),
    " FROM jsonb_each($3) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_message m ON m.room_key = n.room_key AND m.id = j.value ->> 2;"
);

/// What the held messages in `$11` answer.
const ANSWERED: &str = concat!(
    "SELECT 'message', m.room_key, ",
    message_columns!(),
    " FROM jsonb_each($11) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_held h ON h.room_key = n.room_key AND h.number = j.value ->> 2 \
     CROSS JOIN tertulia_message m ON m.room_key = h.room_key AND m.id = h.reply_to;"
);

/// Those of the people in `$4` who reacted already.
const PEOPLE: &str = "SELECT 'reactor', x.room_key, x.message_id, x.emoji, x.person, x.number FROM jsonb_each($4) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_reaction x ON x.room_key = n.room_key AND x.message_id = j.value ->> 2 \
        AND x.person = j.value ->> 4 AND x.emoji = j.value ->> 3;";

/// The newest who reacted with the emoji in `$5`: as many as are shown, and one more for each that may be taken away.
const NEWEST: &str = "SELECT 'reactor', x.room_key, x.message_id, x.emoji, x.person, x.number FROM jsonb_each($5) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_reaction x ON x.room_key = n.room_key AND x.message_id = j.value ->> 2 AND x.emoji = j.value ->> 3 \
        AND x.number >= coalesce((SELECT y.number FROM tertulia_reaction y WHERE y.room_key = n.room_key \
            AND y.message_id = j.value ->> 2 AND y.emoji = j.value ->> 3 ORDER BY y.number DESC LIMIT 1 OFFSET $6), 0);";

/// The restrictions in the rooms under the names in `$7`.
const RESTRICTED: &str = concat!(
    "SELECT 'restricted', x.room_key, ",
    restriction_columns!(),
    " FROM jsonb_each($7) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_restriction x ON x.room_key = n.room_key;"
);

/// Those of the people in `$8` who were announced.
const ANNOUNCED: &str = "SELECT 'announced', a.room_key, a.person, a.name, a.guest, a.avatar FROM jsonb_each($8) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_announced a ON a.room_key = n.room_key AND a.person = j.value ->> 2;";

/// Whose the names in `$9` are.
const NAMES_SEEN: &str = "SELECT 'name', s.room_key, s.look, s.person, s.guest, s.until_ms FROM jsonb_each($9) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_seen_name s ON s.room_key = n.room_key AND s.look = j.value ->> 2;";

/// The names that the guests in `$10` have already.
const NAMES_OF: &str = "SELECT 'name', s.room_key, s.look, s.person, s.guest, s.until_ms FROM jsonb_each($10) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1 \
     CROSS JOIN tertulia_seen_name s ON s.room_key = n.room_key AND s.person = j.value ->> 2;";

/// Whose the names in `$1` are, by the keys of their rooms.
const NAMES_OF_HELD: &str = "SELECT s.room_key, s.look, s.person, s.guest, s.until_ms FROM jsonb_each($1) j \
     CROSS JOIN tertulia_seen_name s ON s.room_key = j.value ->> 0 AND s.look = j.value ->> 1";

/// When those bearers in `$12` spoke last; by its index in so many words, since the planner would go back through all of the room.
pub(super) const SPOKE: &str = "SELECT 'spoke', n.room_key, j.value ->> 2, (SELECT coalesce(m.spoke_ms, m.created_ms) \
        FROM tertulia_message m INDEXED BY tertulia_message_spoke \
        WHERE m.room_key = n.room_key AND m.sender_key = j.value ->> 2 AND m.kind IN ('message', 'action') \
        ORDER BY coalesce(m.spoke_ms, m.created_ms) DESC LIMIT 1) FROM jsonb_each($12) j \
     CROSS JOIN tertulia_name n ON n.room_type = j.value ->> 0 AND n.room_id = j.value ->> 1;";

/// The access number everywhere.
const EVERYWHERE: &str = "SELECT 'everywhere', value FROM tertulia_meta WHERE name = 'everywhere';";

/// The restrictions that hold in all rooms.
const RESTRICTED_EVERYWHERE: &str =
    concat!("SELECT 'restricted', x.room_key, ", restriction_columns!(), " FROM tertulia_restriction x WHERE x.room_key = 0;");

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 14] = [
    ROOMS,
    SAID,
    MESSAGES,
    ANSWERED,
    PEOPLE,
    NEWEST,
    RESTRICTED,
    ANNOUNCED,
    NAMES_SEEN,
    NAMES_OF,
    NAMES_OF_HELD,
    SPOKE,
    EVERYWHERE,
    RESTRICTED_EVERYWHERE,
];

/// The keys of everything that a batch asks about.
#[derive(Debug, Default)]
pub(super) struct Wanted<'a> {
    names: BTreeSet<&'a RoomName>,
    /// Room, bearer, client id, and whether it is to be held whatever the room says.
    said: Vec<(&'a str, &'a str, &'a str, &'a str, bool)>,
    decided: BTreeSet<(&'a RoomName, u64)>,
    messages: BTreeSet<(&'a RoomName, u64)>,
    people: BTreeSet<(&'a RoomName, u64, &'a str, &'a str)>,
    removals: i64,
    restricted: BTreeSet<&'a RoomName>,
    attended: BTreeSet<(&'a str, &'a str, &'a str)>,
    looks: BTreeSet<(&'a str, &'a str, &'a str)>,
    guests: BTreeSet<(&'a str, &'a str, &'a str)>,
    slowed: BTreeSet<(&'a str, &'a str, &'a str)>,
    /// Requests as they are known again where their sender was erased.
    erased: Vec<(&'a str, &'a str, String)>,
    erasing: BTreeSet<(&'a RoomName, u64)>,
    everywhere: bool,
    reported: BTreeSet<(&'a RoomName, u64)>,
}

impl<'a> Wanted<'a> {
    /// Rooms only.
    pub(super) fn rooms(names: impl Iterator<Item = &'a RoomName>) -> Self {
        Self { names: names.collect(), ..Self::default() }
    }

    fn reported_of(&mut self, room: &'a RoomName, id: u64) {
        self.messages.insert((room, id));
        self.reported.insert((room, id));
    }

    /// What holds everywhere.
    pub(super) fn everywhere() -> Self {
        Self { everywhere: true, ..Self::default() }
    }

    /// What a batch asks about, in a store from which somebody was erased, or nobody ever.
    pub(super) fn by(batch: &'a [Write], erased: bool) -> Self {
        let mut wanted = Self::default();
        for Write { room, act, .. } in batch {
            wanted.names.insert(room);
            match act {
                Act::Say(new) => {
                    let held = matches!(new.review.hold, Hold::Always(_));
                    wanted.said.push((room.room_type.as_str(), room.id.as_str(), &new.bearer, new.client_id.as_str(), held));
                    if erased {
                        let known_again = erased_request(&new.bearer, &new.client_id, &new.request_hash);
                        wanted.erased.push((room.room_type.as_str(), room.id.as_str(), known_again));
                    }
                    if new.slowed {
                        wanted.slowed.insert((room.room_type.as_str(), room.id.as_str(), &new.bearer));
                    }
                    wanted.messages.extend(new.reply_to.map(|id| (room, id)));
                    let (room_type, id) = part(room);
                    wanted.looks.extend(new.seen_name.iter().map(|seen| (room_type, id, seen.look.as_str())));
                    let guest = new.seen_name.iter().filter(|seen| seen.guest);
                    wanted.guests.extend(guest.map(|seen| (room_type, id, seen.person.as_str())));
                }
                Act::Edit { id, .. } | Act::Delete { id, .. } => {
                    wanted.messages.insert((room, *id));
                }
                Act::Erase(act) => wanted.erase(room, act),
                Act::DeleteMany { ids, .. } => wanted.messages.extend(ids.iter().map(|id| (room, *id))),
                Act::React { id, acts } => {
                    wanted.messages.insert((room, *id));
                    wanted.people.extend(acts.iter().map(|act| (room, *id, act.emoji.as_str(), act.by.as_str())));
                    wanted.removals += acts.iter().map(|act| i64::from(!act.add)).sum::<i64>();
                }
                Act::Restrict(_) => {
                    wanted.restricted.insert(room);
                }
                Act::Report(act) => wanted.reported_of(room, act.id),
                Act::CloseReports { id } => wanted.reported_of(room, *id),
                Act::Move { to } => {
                    wanted.names.insert(to);
                }
                Act::Attend(attend) => {
                    let (room_type, id) = part(room);
                    let person = attend.sender.id.as_deref().map(|person| (room_type, id, person));
                    wanted.attended.extend(person);
                    let look = attend.look.as_deref().filter(|_| attend.sender.guest);
                    wanted.looks.extend(look.map(|look| (room_type, id, look)));
                    wanted.guests.extend(person.filter(|_| look.is_some()));
                }
                Act::Approve { held } | Act::Reject { held } => {
                    wanted.decided.insert((room, *held));
                }
                Act::Put(_) | Act::Purge { .. } | Act::DeleteRoom => {}
            }
        }
        wanted
    }

    fn erase(&mut self, room: &'a RoomName, act: &'a EraseAct) {
        let person = act.erasure.person.as_str();
        self.erasing.extend(act.messages.iter().map(|id| (room, *id)));
        self.messages.extend(act.reactions.iter().map(|(id, _)| (room, *id)));
        self.people.extend(act.reactions.iter().map(|(id, emoji)| (room, *id, emoji.as_str(), person)));
        // Of one kind on one message it takes away one at most.
        self.removals += 1;
        self.decided.extend(act.held.iter().map(|held| (room, *held)));
        if act.beside {
            self.guests.insert((room.room_type.as_str(), room.id.as_str(), person));
        }
        if act.restrictions {
            self.restricted.insert(room);
        }
    }
}

fn part(name: &RoomName) -> (&str, &str) {
    (name.room_type.as_str(), name.id.as_str())
}

fn json(rows: &impl Serialize) -> String {
    // Texts and numbers in arrays always encode.
    serde_json::to_string(rows).unwrap_or_default()
}

/// Begins the transaction of a batch and loads what it needs to know.
pub(super) async fn begin(connection: &mut SqliteConnection, wanted: &Wanted<'_>) -> Result<Present, Stopped> {
    let mut sql = String::from("BEGIN IMMEDIATE;");
    sql.push_str(ROOMS);
    let names: Vec<_> = wanted.names.iter().map(|name| part(name)).collect();
    let messages: Vec<_> = wanted.messages.iter().map(|(name, id)| (part(name).0, part(name).1, id)).collect();
    let erasing: Vec<_> = wanted.erasing.iter().map(|(name, id)| (part(name).0, part(name).1, id)).collect();
    let decided: Vec<_> = wanted.decided.iter().map(|(name, held)| (part(name).0, part(name).1, held)).collect();
    let reported: Vec<_> = wanted.reported.iter().map(|(name, id)| (part(name).0, part(name).1, id)).collect();
    let people: Vec<_> =
        wanted.people.iter().map(|(name, id, emoji, person)| (part(name).0, part(name).1, id, emoji, person)).collect();
    let emoji: BTreeSet<_> = people.iter().map(|(room_type, id, message, emoji, _)| (room_type, id, message, emoji)).collect();
    for (piece, used) in [
        (SAID, !wanted.said.is_empty()),
        (held::SAID, !wanted.said.is_empty()),
        (held::WAITING_OF, !wanted.said.is_empty()),
        (held::DECIDED, !wanted.decided.is_empty()),
        (ANSWERED, !wanted.decided.is_empty()),
        (MESSAGES, !messages.is_empty()),
        (erasing::SAID, !wanted.erased.is_empty()),
        (erasing::MADE, !wanted.erasing.is_empty()),
        (PEOPLE, !people.is_empty()),
        (NEWEST, !people.is_empty()),
        (RESTRICTED, !wanted.restricted.is_empty()),
        (ANNOUNCED, !wanted.attended.is_empty()),
        (NAMES_SEEN, !wanted.looks.is_empty()),
        (NAMES_OF, !wanted.guests.is_empty()),
        (SPOKE, !wanted.slowed.is_empty()),
        (held::SPOKE, !wanted.slowed.is_empty()),
        (EVERYWHERE, wanted.everywhere),
        (RESTRICTED_EVERYWHERE, wanted.everywhere),
        (report::HEAD, !wanted.reported.is_empty()),
        (report::OF_MESSAGES, !wanted.reported.is_empty()),
        (report::IN_ROOMS, !wanted.reported.is_empty()),
    ] {
        if used {
            sql.push_str(piece);
        }
    }
    let restricted: Vec<_> = wanted.restricted.iter().map(|name| part(name)).collect();
    let enough = i64::try_from(SHOWN_MAX).unwrap_or(0) + wanted.removals;
    let bound = arguments![
        json(&names),
        json(&wanted.said),
        json(&messages),
        json(&people),
        json(&emoji),
        enough,
        json(&restricted),
        json(&wanted.attended),
        json(&wanted.looks),
        json(&wanted.guests),
        json(&decided),
        json(&wanted.slowed),
        json(&wanted.erased),
        json(&erasing),
        json(&reported)
    ];
    let rows = run(connection, AssertSqlSafe(sql), bound).await?;
    let present = present(&rows).map_err(|error| Stopped { done: 0, error })?;
    if wanted.decided.is_empty() { Ok(present) } else { with_names_of_held(connection, present).await }
}

/// Whose the names are of the guests whose messages the batch decides about: what they look like is kept nowhere, and known only now.
async fn with_names_of_held(connection: &mut SqliteConnection, mut present: Present) -> Result<Present, Stopped> {
    let guests = present.held.iter().filter_map(|((key, _), entry)| {
        let sender = entry.waits.as_ref()?.sender.as_ref()?;
        is_own(sender, &entry.request.bearer).then(|| (key.0, names::look(&sender.name)))
    });
    let looks: BTreeSet<_> = guests.collect();
    if looks.is_empty() {
        return Ok(present);
    }
    let rows = run(connection, NAMES_OF_HELD, arguments![json(&looks)]).await?;
    for row in &rows {
        let mut columns = Columns::of(row);
        take_name(&mut present, &mut columns).map_err(|error| Stopped { done: 0, error })?;
    }
    Ok(present)
}

fn take_name(present: &mut Present, columns: &mut Columns<'_>) -> Result<(), sqlx::Error> {
    let (key, look) = (RoomKey(columns.take()?), columns.take()?);
    let holder = Holder { person: columns.take()?, guest: columns.take()?, until: Time(columns.take()?) };
    present.seen_names.know(key, look, holder);
    Ok(())
}

fn present(rows: &[SqliteRow]) -> Result<Present, sqlx::Error> {
    let mut present = Present::default();
    for row in rows {
        let mut columns = Columns::of(row);
        match columns.take()? {
            "room" => take_room(&mut present, &mut columns)?,
            "said" => take_said(&mut present, &mut columns)?,
            "message" => {
                let key = RoomKey(columns.take()?);
                let message = columns.message()?;
                present.messages.insert((key, message.id), Entry::kept(message, None));
            }
            "erased" => {
                let (key, request) = (RoomKey(columns.take()?), columns.take()?);
                let message = columns.message()?;
                present.erased.insert((key, request), message.id);
                present.messages.insert((key, message.id), Entry::kept(message, None));
            }
            "everywhere" => present.everywhere = columns.number()?,
            "spoke" => {
                let (key, bearer) = (RoomKey(columns.take()?), columns.take()?);
                if let Some(at) = columns.take()? {
                    present.know_spoke(key, bearer, Time(at));
                }
            }
            "restricted" => {
                let key = RoomKey(columns.take()?);
                let kept = columns.restriction()?;
                present.restricted.entry(key).or_default().insert((kept.restriction.user.clone(), kept.restriction.kind), kept);
            }
            "announced" => {
                let (key, person) = (RoomKey(columns.take()?), columns.take::<String>()?);
                let sender = columns.sender(person.clone())?;
                present.announced.know(key, person, sender);
            }
            "name" => take_name(&mut present, &mut columns)?,
            what @ ("report" | "reports_in" | "reports_head") => take_report(&mut present, &mut columns, what)?,
            "held" => {
                let (key, entry) = columns.held()?;
                present.know_held(key, entry);
            }
            "held_by" => {
                let of = (RoomKey(columns.take()?), columns.take()?);
                present.held_by.insert(of, columns.small()?);
            }
            _ => {
                let on = (RoomKey(columns.take()?), columns.number()?, columns.take()?);
                let (person, number) = (columns.take()?, columns.take()?);
                present.reactors.entry(on).or_default().know(person, number);
            }
        }
    }
    Ok(present)
}

fn take_said(present: &mut Present, columns: &mut Columns<'_>) -> Result<(), sqlx::Error> {
    let key = RoomKey(columns.take()?);
    let request = Request { bearer: columns.take()?, hash: columns.hash()? };
    let message = columns.message()?;
    if let Some(client_id) = message.client_id.clone() {
        present.said.insert((key, request.bearer.clone(), client_id), (message.id, request.hash));
    }
    present.messages.insert((key, message.id), Entry::kept(message, Some(request)));
    Ok(())
}

fn take_report(present: &mut Present, columns: &mut Columns<'_>, what: &str) -> Result<(), sqlx::Error> {
    if what == "reports_head" {
        present.reports_head = Some(columns.number()?);
        return Ok(());
    }
    let key = RoomKey(columns.take()?);
    if what == "reports_in" {
        present.reports_in.insert(key, columns.small()?);
    } else {
        present.reports.entry((key, columns.number()?)).or_default().push(columns.report()?);
    }
    Ok(())
}

fn take_room(present: &mut Present, columns: &mut Columns<'_>) -> Result<(), sqlx::Error> {
    let name = RoomName::parse(columns.take()?, columns.take()?).map_err(|error| sqlx::Error::Decode(error.into()))?;
    let taken: bool = columns.take()?;
    if let Some(key) = columns.take::<Option<i64>>()?.map(RoomKey) {
        let (everywhere, room) = columns.room()?;
        present.everywhere = everywhere;
        present.names.insert(name, Under::Room(key));
        present.rooms.insert(key, room);
    } else {
        present.everywhere = columns.number()?;
        if taken {
            present.names.insert(name, Under::Deleted);
        }
    }
    Ok(())
}
