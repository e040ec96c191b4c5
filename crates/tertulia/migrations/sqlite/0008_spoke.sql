-- Who spoke when: what slow mode asks.
CREATE INDEX tertulia_message_spoke ON tertulia_message (room_key, sender_key, id) WHERE kind IN ('message', 'action');
