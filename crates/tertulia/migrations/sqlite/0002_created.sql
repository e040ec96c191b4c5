-- When a room was made. Of those that are there already their first message knows best; one without any is as good as new.

ALTER TABLE tertulia_room ADD COLUMN created_ms INTEGER NOT NULL DEFAULT 0;
UPDATE tertulia_room SET created_ms = coalesce(
    (SELECT m.created_ms FROM tertulia_message m WHERE m.room_key = tertulia_room.room_key ORDER BY m.id LIMIT 1),
    CAST(unixepoch('subsec') * 1000 AS INTEGER));
