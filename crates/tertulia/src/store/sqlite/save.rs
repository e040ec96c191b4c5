//! Writes what a settled batch leaves, and commits, in one trip: one statement per table, whatever the batch's size.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, SqliteConnection};
use tertulia_wire::moderation::Restriction;
use tertulia_wire::{DeletedBy, Kind, Message, PresenceMode, Sender, Time};

use super::connection::{Stopped, run};
use super::decode::pack_epochs;
use super::erasing;
use super::held::{HELD, HeldRow, UNHELD, mode_word};
use super::report;
use crate::store::RoomKey;
use crate::store::erasing::ERASED;
use crate::store::moderation::{Kept, Noted};
use crate::store::settle::{Request, Room, Rows};

const FREED: &str = "UPDATE tertulia_name SET room_key = NULL WHERE room_key IN (SELECT value FROM jsonb_each($1));";

const NAMES: &str = "INSERT INTO tertulia_name (room_type, room_id, room_key) \
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each($2) WHERE true \
     ON CONFLICT (room_type, room_id) DO UPDATE SET room_key = excluded.room_key;";

/// `reset_below` is a column that nothing reads: what it was for was never built.
const ROOMS: &str = "INSERT INTO tertulia_room (room_key, room_type, room_id, created_ms, head, newest_ms, run, access, reset_below, untidy, \
        settings_version, first, title, comment, locked, slow_seconds, announce, text_max, retention_days, edit_minutes, \
        presence, hold, held_head, held_waiting, waiting, deleted, epochs) \
     SELECT value ->> 'key', value ->> 'room_type', value ->> 'room_id', value ->> 'created_ms', value ->> 'head', value ->> 'newest_ms', \
        value ->> 'run', value ->> 'access', 0, value ->> 'untidy', value ->> 'settings_version', \
        value ->> 'first', value ->> 'title', value ->> 'comment', value ->> 'locked', value ->> 'slow_seconds', \
        value ->> 'announce', value ->> 'text_max', value ->> 'retention_days', value ->> 'edit_minutes', \
        value ->> 'presence', value ->> 'hold', value ->> 'held_head', value ->> 'held_waiting', value ->> 'waiting', value ->> 'deleted', unhex(value ->> 'epochs') \
     FROM jsonb_each($3) WHERE true \
     ON CONFLICT (room_key) DO UPDATE SET room_type = excluded.room_type, room_id = excluded.room_id, head = excluded.head, \
        newest_ms = excluded.newest_ms, run = excluded.run, access = excluded.access, \
        untidy = excluded.untidy, settings_version = excluded.settings_version, first = excluded.first, \
        title = excluded.title, comment = excluded.comment, locked = excluded.locked, slow_seconds = excluded.slow_seconds, \
        announce = excluded.announce, text_max = excluded.text_max, retention_days = excluded.retention_days, \
        edit_minutes = excluded.edit_minutes, presence = excluded.presence, hold = excluded.hold, \
        held_head = excluded.held_head, held_waiting = excluded.held_waiting, waiting = excluded.waiting, deleted = excluded.deleted, \
        epochs = excluded.epochs;";

const ADVANCED: &str = "UPDATE tertulia_room SET head = j.value ->> 1, newest_ms = j.value ->> 2 \
     FROM jsonb_each($4) j WHERE room_key = j.value ->> 0;";

const GONE: &str = "DELETE FROM tertulia_message WHERE (room_key, id) IN (SELECT value ->> 0, value ->> 1 FROM jsonb_each($5));";

const SAID: &str = "INSERT INTO tertulia_message (room_key, id, version, kind, sender_key, client_id, request_hash, sender_id, \
        sender_name, sender_guest, sender_avatar, created_ms, edited_ms, deleted_ms, deleted_by, reply_to, text, data, \
        reactions, spoke_ms) \
     SELECT value ->> 'room_key', value ->> 'id', value ->> 'version', value ->> 'kind', value ->> 'sender_key', \
        value ->> 'client_id', unhex(value ->> 'request_hash'), value ->> 'sender_id', value ->> 'sender_name', \
        value ->> 'sender_guest', value ->> 'sender_avatar', value ->> 'created_ms', value ->> 'edited_ms', \
        value ->> 'deleted_ms', value ->> 'deleted_by', value ->> 'reply_to', value ->> 'text', value ->> 'data', \
        value ->> 'reactions', value ->> 'spoke_ms' \
     FROM jsonb_each($6);";

const CHANGED: &str = "UPDATE tertulia_message AS m SET version = j.value ->> 'version', edited_ms = j.value ->> 'edited_ms', \
        deleted_ms = j.value ->> 'deleted_ms', deleted_by = j.value ->> 'deleted_by', text = j.value ->> 'text', \
        data = j.value ->> 'data', reactions = j.value ->> 'reactions' \
     FROM jsonb_each($7) j WHERE m.room_key = j.value ->> 'room_key' AND m.id = j.value ->> 'id';";

const CLEARED: &str =
    "DELETE FROM tertulia_reaction WHERE (room_key, message_id) IN (SELECT value ->> 0, value ->> 1 FROM jsonb_each($8));";

const UNREACTED: &str = "DELETE FROM tertulia_reaction WHERE (room_key, message_id, person, emoji) IN \
     (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM jsonb_each($9));";

const REACTED: &str = "INSERT INTO tertulia_reaction (room_key, message_id, person, emoji, number) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM jsonb_each($10) WHERE true \
     ON CONFLICT (room_key, message_id, person, emoji) DO UPDATE SET number = excluded.number;";

const LIFTED: &str = "DELETE FROM tertulia_restriction WHERE (room_key, person, kind) IN \
     (SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each($11));";

const RESTRICTED: &str = "INSERT INTO tertulia_restriction (room_key, person, kind, until_ms, why, since_ms, by_id, address, \
        address_until_ms) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, unhex(value ->> 7), value ->> 8 \
        FROM jsonb_each($12) WHERE true \
     ON CONFLICT (room_key, person, kind) DO UPDATE SET until_ms = excluded.until_ms, why = excluded.why, \
        since_ms = excluded.since_ms, by_id = excluded.by_id, address = excluded.address, \
        address_until_ms = excluded.address_until_ms;";

const NOTED: &str = "INSERT INTO tertulia_audit (room_key, room_type, room_id, at_ms, deed, by_id, person, message_id, until_ms, why, \
        held, moved_to, settings, address) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, \
        value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13 FROM jsonb_each($13);";

const SILENT: &str = "DELETE FROM tertulia_announced WHERE room_key IN (SELECT value FROM jsonb_each($14));";

const UNANNOUNCED: &str = "DELETE FROM tertulia_announced WHERE (room_key, person) IN \
     (SELECT value ->> 0, value ->> 1 FROM jsonb_each($15));";

const ANNOUNCED: &str = "INSERT INTO tertulia_announced (room_key, person, name, guest, avatar) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM jsonb_each($16) WHERE true \
     ON CONFLICT (room_key, person) DO UPDATE SET name = excluded.name, guest = excluded.guest, avatar = excluded.avatar;";

const FREED_NAMES: &str = "DELETE FROM tertulia_seen_name WHERE (room_key, look) IN \
     (SELECT value ->> 0, value ->> 1 FROM jsonb_each($17));";

const SEEN_NAMES: &str = "INSERT INTO tertulia_seen_name (room_key, look, person, guest, until_ms) \
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM jsonb_each($18) WHERE true \
     ON CONFLICT (room_key, look) DO UPDATE SET name = iif(person = excluded.person, name, NULL), person = excluded.person, \
        guest = excluded.guest, until_ms = excluded.until_ms;";

const RAISED: &str = "UPDATE tertulia_meta SET value = (SELECT j.value FROM jsonb_each($21) j) WHERE name = 'everywhere';";

const REVOKED: &str = "INSERT INTO tertulia_revocation (person, second, number) \
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each($22) WHERE true \
     ON CONFLICT (person) DO UPDATE SET second = max(second, excluded.second), number = excluded.number;";

/// All statements, for the test that none of them scans.
#[cfg(test)]
pub(super) const ALL: [&str; 20] = [
    FREED,
    NAMES,
    ROOMS,
    ADVANCED,
    GONE,
    SAID,
    CHANGED,
    CLEARED,
    UNREACTED,
    REACTED,
    LIFTED,
    RESTRICTED,
    NOTED,
    SILENT,
    UNANNOUNCED,
    ANNOUNCED,
    FREED_NAMES,
    SEEN_NAMES,
    RAISED,
    REVOKED,
];

#[derive(Serialize)]
struct RoomRow<'a> {
    key: i64,
    room_type: &'a str,
    room_id: &'a str,
    created_ms: i64,
    head: u64,
    newest_ms: i64,
    run: i64,
    access: u64,
    untidy: bool,
    settings_version: u64,
    first: u64,
    title: Option<&'a str>,
    comment: Option<&'a str>,
    locked: bool,
    slow_seconds: u32,
    announce: bool,
    text_max: u32,
    retention_days: Option<u32>,
    edit_minutes: u32,
    presence: &'static str,
    hold: &'static str,
    held_head: u64,
    held_waiting: u32,
    waiting: u64,
    deleted: bool,
    epochs: String,
}

impl<'a> RoomRow<'a> {
    fn of(room: &'a Room) -> Self {
        let settings = &room.settings;
        Self {
            key: room.key.0,
            room_type: room.name.room_type.as_str(),
            room_id: room.name.id.as_str(),
            created_ms: room.created.0,
            head: room.head,
            newest_ms: room.newest.0,
            run: room.run,
            access: room.access,
            untidy: room.untidy,
            settings_version: settings.version,
            first: settings.first,
            title: settings.title.as_deref(),
            comment: settings.comment.as_deref(),
            locked: settings.locked,
            slow_seconds: settings.slow_seconds,
            announce: settings.announce,
            text_max: settings.text_max,
            retention_days: settings.retention_days,
            edit_minutes: settings.edit_minutes,
            presence: match settings.presence {
                PresenceMode::Names => "names",
                PresenceMode::Count => "count",
                PresenceMode::Off => "off",
            },
            hold: mode_word(settings.hold),
            held_head: room.held_head,
            held_waiting: room.held_waiting,
            waiting: room.waiting,
            deleted: room.deleted,
            epochs: hex(&pack_epochs(&room.epochs)),
        }
    }
}

#[derive(Serialize)]
struct MessageRow<'a> {
    room_key: i64,
    id: u64,
    version: u64,
    kind: Kind,
    sender_key: Option<&'a str>,
    client_id: Option<Cow<'a, str>>,
    request_hash: Option<String>,
    sender_id: Option<&'a str>,
    sender_name: Option<&'a str>,
    sender_guest: bool,
    sender_avatar: Option<&'a str>,
    created_ms: i64,
    spoke_ms: Option<i64>,
    edited_ms: Option<i64>,
    deleted_ms: Option<i64>,
    deleted_by: Option<DeletedBy>,
    reply_to: Option<u64>,
    text: &'a str,
    data: Option<String>,
    reactions: Option<String>,
}

impl<'a> MessageRow<'a> {
    fn said((key, message, request, spoke): (RoomKey, &'a Message, &'a Request, Option<Time>)) -> Self {
        Self { spoke_ms: spoke.map(|time| time.0), ..Self::of(key.0, message, Some(request)) }
    }

    fn of(room_key: i64, message: &'a Message, request: Option<&'a Request>) -> Self {
        let sender = message.sender.as_ref();
        Self {
            room_key,
            id: message.id,
            version: message.version,
            kind: message.kind,
            sender_key: request.map(|request| request.bearer.as_str()),
            client_id: request.map(|request| client_id(message, request)),
            request_hash: request.map(|request| hex(if is_erased(request) { &[0; 32] } else { &request.hash })),
            sender_id: sender.and_then(|sender| sender.id.as_deref()),
            sender_name: sender.map(|sender| sender.name.as_str()),
            sender_guest: sender.is_some_and(|sender| sender.guest),
            sender_avatar: sender.and_then(|sender| sender.avatar.as_deref()),
            created_ms: message.created.0,
            spoke_ms: None,
            edited_ms: message.edited.map(|time| time.0),
            deleted_ms: message.deleted.map(|time| time.0),
            deleted_by: message.deleted_by,
            reply_to: message.reply_to,
            text: &message.text,
            data: message.data.as_ref().map(json),
            reactions: Some(&message.reactions).filter(|reactions| !reactions.is_empty()).map(json),
        }
    }
}

/// Whether it is forgotten who made a request.
fn is_erased(request: &Request) -> bool {
    request.bearer == ERASED
}

/// The id of a request; in the place of one that is forgotten that by which it is known again, which is shown to nobody.
fn client_id<'a>(message: &'a Message, request: &Request) -> Cow<'a, str> {
    match &message.client_id {
        Some(id) => id.as_str().into(),
        None if request.hash == [0; 32] => format!("~{}", message.id).into(),
        None => format!("~{}", hex(&request.hash)).into(),
    }
}

fn announced_row<'a>((key, person, sender): &(RoomKey, &'a str, &'a Sender)) -> (i64, &'a str, &'a str, bool, Option<&'a str>) {
    (key.0, person, &sender.name, sender.guest, sender.avatar.as_deref())
}

fn restriction_row(key: RoomKey, kept: &Kept) -> impl Serialize {
    let Restriction { user, kind, until, why, since, by, address_until } = &kept.restriction;
    let mark = kept.mark.map(|mark| hex(&mark.0));
    (key.0, user, kind, until.map(|until| until.0), why, since.0, by, mark, address_until.map(|until| until.0))
}

fn noted_row(key: RoomKey, noted: &Noted) -> impl Serialize {
    let Noted { at, deed, room, by, user, message, held, to, settings, until, why, address } = noted;
    let room = room.as_ref().map(|room| (room.room_type.as_str(), room.id.as_str())).unzip();
    let settings = settings.as_ref().map(json);
    (key.0, room.0, room.1, at.0, deed, by, user, message, until.map(|until| until.0), why, held, to, settings, *address)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

pub(super) fn json(value: &impl Serialize) -> String {
    // Texts, numbers and maps with text keys always encode.
    serde_json::to_string(value).unwrap_or_default()
}

/// A word of a list, as it stands in JSON and so in a column.
pub(super) fn word(one: &impl Serialize) -> String {
    json(one).trim_matches('"').to_owned()
}

/// The rows of one table as one parameter; nothing where there are none, so that the statement can be left out.
fn array<T: Serialize>(rows: impl ExactSizeIterator<Item = T>) -> Option<String> {
    if rows.len() == 0 {
        return None;
    }
    let mut text = Vec::new();
    // Writing to memory can't fail, and neither can these rows.
    let _ = serde_json::Serializer::new(&mut text).collect_seq(rows);
    String::from_utf8(text).ok()
}

/// Why a batch was not saved.
#[derive(Debug)]
pub(super) struct SaveFailed {
    pub(super) at_commit: bool,
    pub(super) error: sqlx::Error,
}

/// Writes the rows and commits.
pub(super) async fn save(connection: &mut SqliteConnection, rows: &Rows<'_>) -> Result<(), SaveFailed> {
    let (mut sql, count, bound) = statements(rows);
    sql.push_str("COMMIT;");
    match run(connection, AssertSqlSafe(sql), bound).await {
        Ok(_) => Ok(()),
        Err(Stopped { done, error }) => Err(SaveFailed { at_commit: done == count, error }),
    }
}

/// Writes the rows into a transaction that goes on.
pub(super) async fn put_down(connection: &mut SqliteConnection, rows: &Rows<'_>) -> Result<(), sqlx::Error> {
    match statements(rows) {
        (_, 0, _) => Ok(()),
        (sql, _, bound) => run(connection, AssertSqlSafe(sql), bound).await.map(drop).map_err(|stopped| stopped.error),
    }
}

/// The statements that write the rows, how many there are, and their parameters.
fn statements(rows: &Rows<'_>) -> (String, usize, SqliteArguments) {
    let ever = !rows.forgotten.is_empty() || rows.said.iter().any(|(_, _, request, _)| is_erased(request));
    let ever = ever.then_some(1);
    let pieces = [
        (FREED, array(rows.freed.iter().map(|key| key.0))),
        (NAMES, array(rows.names.iter().map(|(name, key)| (name.room_type.as_str(), name.id.as_str(), key.map(|key| key.0))))),
        (ROOMS, array(rows.rooms.iter().map(|room| RoomRow::of(room)))),
        (ADVANCED, array(rows.advanced.iter().map(|room| (room.key.0, room.head, room.newest.0)))),
        (GONE, array(rows.gone.iter().map(|(key, id)| (key.0, id)))),
        (SAID, array(rows.said.iter().map(|said| MessageRow::said(*said)))),
        (CHANGED, array(rows.changed.iter().map(|(key, message)| MessageRow::of(key.0, message, None)))),
        (CLEARED, array(rows.cleared.iter().map(|(key, id)| (key.0, id)))),
        (UNREACTED, array(rows.unreacted.iter().map(|(key, id, person, emoji)| (key.0, id, person, emoji)))),
        (REACTED, array(rows.reacted.iter().map(|(key, id, person, emoji, number)| (key.0, id, person, emoji, number)))),
        (LIFTED, array(rows.lifted.iter().map(|(key, (person, kind))| (key.0, person, kind)))),
        (RESTRICTED, array(rows.restricted.iter().map(|(key, kept)| restriction_row(*key, kept)))),
        (NOTED, array(rows.noted.iter().map(|(key, noted)| noted_row(*key, noted)))),
        (SILENT, array(rows.silent.iter().map(|key| key.0))),
        (UNANNOUNCED, array(rows.unannounced.iter().map(|(key, person)| (key.0, person)))),
        (ANNOUNCED, array(rows.announced.iter().map(|row| announced_row(row)))),
        (FREED_NAMES, array(rows.freed_names.iter().map(|(key, look)| (key.0, look)))),
        (SEEN_NAMES, array(rows.seen_names.iter().map(|(key, look, h)| (key.0, look, &h.person, h.guest, h.until.0)))),
        (UNHELD, array(rows.unheld.iter().map(|(key, number)| (key.0, number)))),
        (HELD, array(rows.held.iter().map(|(key, entry)| HeldRow::of(*key, entry)))),
        (RAISED, array(rows.raised.iter())),
        (REVOKED, array(rows.revoked.iter().map(|revoked| (&revoked.person, revoked.second, revoked.number)))),
        (erasing::FORGOTTEN, array(rows.forgotten.iter().map(|(key, id, of)| (key.0, id, &of.request, of.sender)))),
        (erasing::BEGUN, array(rows.erasing.iter().map(|one| (&one.person, &one.pseudonym)))),
        (erasing::EVER, array(ever.iter())),
        (report::UNREPORTED, array(rows.unreported.iter().map(|(key, id)| (key.0, id)))),
        (report::REPORTED, array(rows.reported.iter().map(|(key, id, entry)| report::row(*key, *id, entry)))),
        (report::RAISED, array(rows.reports_head.iter())),
    ];
    let (mut sql, mut count, mut bound) = (String::new(), 0, SqliteArguments::default());
    for (piece, rows) in pieces {
        if rows.is_some() {
            sql.push_str(piece);
            count += 1;
        }
        // A text always encodes.
        let _ = bound.add(rows.unwrap_or_default());
    }
    (sql, count, bound)
}
