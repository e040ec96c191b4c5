-- Up to which message each person has read a room: nobody else's business, and no part of the log.
CREATE TABLE tertulia_read (
    room_key INTEGER NOT NULL,
    person   TEXT NOT NULL,
    up_to    INTEGER NOT NULL,
    guest    INTEGER NOT NULL,
    read_ms  INTEGER NOT NULL,
    PRIMARY KEY (room_key, person)
) WITHOUT ROWID;
CREATE INDEX tertulia_read_person ON tertulia_read (person);
-- A guest who has not come back for long will not: see tidying.
CREATE INDEX tertulia_read_guest ON tertulia_read (read_ms) WHERE guest = 1;
