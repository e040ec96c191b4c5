-- Counts the deeds after which something else waits for those who review a room.
ALTER TABLE tertulia_room ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
