-- Who has a message held has spoken when it came, and not when it is let in: when what was let in had come, and what waits or was rejected.
ALTER TABLE tertulia_message ADD COLUMN spoke_ms INTEGER;
DROP INDEX tertulia_message_spoke;
CREATE INDEX tertulia_message_spoke ON tertulia_message (room_key, sender_key, coalesce(spoke_ms, created_ms))
    WHERE kind IN ('message', 'action');

ALTER TABLE tertulia_held ADD COLUMN spoke_ms INTEGER;
UPDATE tertulia_held SET spoke_ms = received_ms WHERE rejected = 0 AND kind IN ('message', 'action');
CREATE INDEX tertulia_held_spoke ON tertulia_held (room_key, sender_key, spoke_ms) WHERE spoke_ms IS NOT NULL;
