-- Whose a name is in a room where guests may speak, by what it looks like: a user's once they have spoken, a guest's from the
-- first say until a day after leaving. Judged in the transaction of the message, so that of two who race for one name one has it.
CREATE TABLE tertulia_seen_name (
    room_key INTEGER NOT NULL,
    look     TEXT NOT NULL,
    person   TEXT NOT NULL,
    guest    INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (room_key, look)
) WITHOUT ROWID;
CREATE INDEX tertulia_seen_name_person ON tertulia_seen_name (room_key, person);
CREATE INDEX tertulia_seen_name_until ON tertulia_seen_name (until_ms);
