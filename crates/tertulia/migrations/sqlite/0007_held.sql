-- Messages that wait for review. They are not in the log: no reader's statement looks here.

ALTER TABLE tertulia_room ADD COLUMN hold TEXT NOT NULL DEFAULT 'off';
-- The newest number among the held ones, and how many of them wait.
ALTER TABLE tertulia_room ADD COLUMN held_head INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tertulia_room ADD COLUMN held_waiting INTEGER NOT NULL DEFAULT 0;

CREATE TABLE tertulia_held (
    room_key      INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    -- Rejected: only the request is remembered, so that a retry is told so.
    rejected      INTEGER NOT NULL,
    held_by       TEXT,
    kind          TEXT,
    sender_key    TEXT NOT NULL,
    client_id     TEXT NOT NULL,
    request_hash  BLOB NOT NULL,
    sender_id     TEXT,
    sender_name   TEXT,
    sender_guest  INTEGER,
    sender_avatar TEXT,
    received_ms   INTEGER,
    expires_ms    INTEGER NOT NULL,
    reply_to      INTEGER,
    text          TEXT,
    data          TEXT,
    PRIMARY KEY (room_key, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX tertulia_held_said ON tertulia_held (room_key, sender_key, client_id);
CREATE INDEX tertulia_held_waiting ON tertulia_held (room_key, number) WHERE rejected = 0;
CREATE INDEX tertulia_held_waiting_of ON tertulia_held (room_key, sender_key) WHERE rejected = 0;
CREATE INDEX tertulia_held_expires ON tertulia_held (expires_ms);
