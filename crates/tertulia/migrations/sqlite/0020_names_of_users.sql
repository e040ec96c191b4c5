-- How many names of users a room keeps is counted without those of guests, which go by themselves: else a few guests could have it take
-- no more of users.
CREATE INDEX tertulia_seen_name_user ON tertulia_seen_name (room_key) WHERE guest = 0;
