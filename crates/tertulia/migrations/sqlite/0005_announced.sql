-- Who was announced as having come to a room that announces it, and not yet as having left. The row and the line are written in
-- one transaction, so that whoever comes twice at once, on one node or on two, has one line.
CREATE TABLE tertulia_announced (
    room_key INTEGER NOT NULL,
    person   TEXT NOT NULL,
    name     TEXT NOT NULL,
    guest    INTEGER NOT NULL,
    avatar   TEXT,
    PRIMARY KEY (room_key, person)
) WITHOUT ROWID;
