-- What counts as unread, by whom it is: what does not count (deleted, or only told of) is not gone through for it. With all that the
-- count looks at, so that it need not look at the messages themselves.
CREATE INDEX tertulia_message_unread ON tertulia_message (room_key, id, sender_id, deleted_ms, kind)
    WHERE deleted_ms IS NULL AND kind IN ('message', 'action', 'notification');
