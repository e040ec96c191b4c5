-- What was done outlives the room that it was done in, so a row has the room's name as it was then, and everything that is
-- done has a row. Only ever added to. A row whose key is 0 is about all rooms.

ALTER TABLE tertulia_audit ADD COLUMN room_type TEXT;
ALTER TABLE tertulia_audit ADD COLUMN room_id TEXT;
-- The held message that it is about.
ALTER TABLE tertulia_audit ADD COLUMN held INTEGER;
-- The name that a room was given.
ALTER TABLE tertulia_audit ADD COLUMN moved_to TEXT;
-- The settings that changed, as they were asked for, as JSON.
ALTER TABLE tertulia_audit ADD COLUMN settings TEXT;

UPDATE tertulia_audit SET
    room_type = (SELECT r.room_type FROM tertulia_room r WHERE r.room_key = tertulia_audit.room_key),
    room_id = (SELECT r.room_id FROM tertulia_room r WHERE r.room_key = tertulia_audit.room_key);

CREATE INDEX tertulia_audit_name ON tertulia_audit (room_type, room_id, number);
CREATE INDEX tertulia_audit_person ON tertulia_audit (person, number) WHERE person IS NOT NULL;
CREATE INDEX tertulia_audit_room_person ON tertulia_audit (room_key, person, number) WHERE person IS NOT NULL;
CREATE INDEX tertulia_audit_name_person ON tertulia_audit (room_type, room_id, person, number) WHERE person IS NOT NULL;
