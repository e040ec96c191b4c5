-- Rooms that were swept before names went with them left whose names they were, and an erasure did not find them any more.
DELETE FROM tertulia_seen_name WHERE room_key NOT IN (SELECT room_key FROM tertulia_room);
