-- The names of users who were in a room, so that what they look like can be computed anew where no message of theirs tells it. NULL for
-- who spoke under theirs, and where a name is nobody's in particular.
ALTER TABLE tertulia_seen_name ADD COLUMN name TEXT;
