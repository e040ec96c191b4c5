-- What moderators took away from whom, and what they did.

CREATE TABLE tertulia_restriction (
    room_key INTEGER NOT NULL,
    person   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    -- Without it it never ends.
    until_ms INTEGER,
    why      TEXT,
    since_ms INTEGER NOT NULL,
    by_id    TEXT NOT NULL,
    PRIMARY KEY (room_key, person)
) WITHOUT ROWID;

-- Only ever added to, for as long as the room is there.
CREATE TABLE tertulia_audit (
    number     INTEGER PRIMARY KEY,
    room_key   INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL,
    deed       TEXT NOT NULL,
    by_id      TEXT NOT NULL,
    person     TEXT,
    message_id INTEGER,
    until_ms   INTEGER,
    why        TEXT
);
CREATE INDEX tertulia_audit_room ON tertulia_audit (room_key, number);
