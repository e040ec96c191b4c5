-- One restriction of each kind on a person: a kick no longer wipes out what it comes upon.

CREATE TABLE tertulia_restriction_of_kind (
    room_key         INTEGER NOT NULL,
    person           TEXT NOT NULL,
    kind             TEXT NOT NULL,
    -- Without it it never ends.
    until_ms         INTEGER,
    why              TEXT,
    since_ms         INTEGER NOT NULL,
    by_id            TEXT NOT NULL,
    -- Never the address, a hash of it with a key of this file's own.
    address          BLOB,
    address_until_ms INTEGER,
    PRIMARY KEY (room_key, person, kind)
) WITHOUT ROWID;
INSERT INTO tertulia_restriction_of_kind SELECT room_key, person, kind, until_ms, why, since_ms, by_id, address, address_until_ms
    FROM tertulia_restriction;
DROP TABLE tertulia_restriction;
ALTER TABLE tertulia_restriction_of_kind RENAME TO tertulia_restriction;
CREATE INDEX tertulia_restriction_address ON tertulia_restriction (address_until_ms) WHERE address_until_ms IS NOT NULL;
