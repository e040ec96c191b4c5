-- Rooms, their names, what was said in them, and who reacted. Every table but the names begins its key with the room.

-- Counts what is done everywhere, and whatever else there is one of.
CREATE TABLE tertulia_meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tertulia_meta (name, value) VALUES ('everywhere', 0);

-- Random bytes that are made once.
CREATE TABLE tertulia_secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- What is under a name. A name without a room had one that was deleted; a name that is not its room's own is an alias.
CREATE TABLE tertulia_name (
    room_type TEXT NOT NULL,
    room_id   TEXT NOT NULL,
    room_key  INTEGER,
    PRIMARY KEY (room_type, room_id)
) WITHOUT ROWID;
CREATE INDEX tertulia_name_room ON tertulia_name (room_key) WHERE room_key IS NOT NULL;

CREATE TABLE tertulia_room (
    room_key         INTEGER PRIMARY KEY,
    room_type        TEXT NOT NULL,
    room_id          TEXT NOT NULL,
    head             INTEGER NOT NULL,
    -- The newest time in any message: times in a room never go back.
    newest_ms        INTEGER NOT NULL,
    -- The run of the store in which the newest epoch was drawn.
    run              INTEGER NOT NULL,
    access           INTEGER NOT NULL,
    reset_below      INTEGER NOT NULL,
    settings_version INTEGER NOT NULL,
    first            INTEGER NOT NULL,
    title            TEXT,
    comment          TEXT,
    locked           INTEGER NOT NULL,
    slow_seconds     INTEGER NOT NULL,
    announce         INTEGER NOT NULL,
    text_max         INTEGER NOT NULL,
    retention_days   INTEGER,
    edit_minutes     INTEGER NOT NULL,
    presence         TEXT NOT NULL,
    deleted          INTEGER NOT NULL,
    -- Rows are left that nobody may read any more: below `first`, or all of a deleted room's.
    untidy           INTEGER NOT NULL,
    -- The last 64 epochs, oldest first: 8 bytes of the epoch, 8 of the head at which it began, big end first.
    epochs           BLOB NOT NULL
);
CREATE UNIQUE INDEX tertulia_room_name ON tertulia_room (room_type, room_id) WHERE deleted = 0;
CREATE INDEX tertulia_room_untidy ON tertulia_room (room_key) WHERE untidy = 1;
CREATE INDEX tertulia_room_retention ON tertulia_room (room_key) WHERE deleted = 0 AND retention_days IS NOT NULL;

CREATE TABLE tertulia_message (
    room_key      INTEGER NOT NULL,
    id            INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    -- Whose request it was: its client_id is unique among theirs.
    sender_key    TEXT NOT NULL,
    client_id     TEXT NOT NULL,
    request_hash  BLOB NOT NULL,
    -- Who it is from; without a name it is from nobody.
    sender_id     TEXT,
    sender_name   TEXT,
    sender_guest  INTEGER NOT NULL,
    sender_avatar TEXT,
    created_ms    INTEGER NOT NULL,
    edited_ms     INTEGER,
    deleted_ms    INTEGER,
    deleted_by    TEXT,
    reply_to      INTEGER,
    text          TEXT NOT NULL,
    data          TEXT,
    -- What readers are shown of the reactions, as JSON; kept here so that a page costs no count of them.
    reactions     TEXT,
    PRIMARY KEY (room_key, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX tertulia_message_version ON tertulia_message (room_key, version);
CREATE UNIQUE INDEX tertulia_message_said ON tertulia_message (room_key, sender_key, client_id);

-- Who reacted with what, and in which order within one emoji on one message.
CREATE TABLE tertulia_reaction (
    room_key   INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    person     TEXT NOT NULL,
    emoji      TEXT NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (room_key, message_id, person, emoji)
) WITHOUT ROWID;
CREATE UNIQUE INDEX tertulia_reaction_order ON tertulia_reaction (room_key, message_id, emoji, number);
