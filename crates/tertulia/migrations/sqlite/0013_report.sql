-- What was reported, one of each person and message, until a moderator closes it or the message goes. Not in the log: no reader's
-- statement looks here. The number counts the reports of all rooms; its newest one stands in tertulia_meta, so that none is given twice.
CREATE TABLE tertulia_report (
    number     INTEGER PRIMARY KEY,
    room_key   INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    person     TEXT NOT NULL,
    name       TEXT NOT NULL,
    guest      INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL,
    why        TEXT
);
CREATE UNIQUE INDEX tertulia_report_once ON tertulia_report (room_key, message_id, person);
CREATE INDEX tertulia_report_room ON tertulia_report (room_key, number);
CREATE INDEX tertulia_report_person ON tertulia_report (person);
CREATE INDEX tertulia_report_at ON tertulia_report (at_ms);
INSERT INTO tertulia_meta (name, value) VALUES ('reports', 0);
