-- For which address a restriction holds, too, and until when: never the address, a hash of it with a key of this file's own.

ALTER TABLE tertulia_restriction ADD COLUMN address BLOB;
ALTER TABLE tertulia_restriction ADD COLUMN address_until_ms INTEGER;
CREATE INDEX tertulia_restriction_address ON tertulia_restriction (address_until_ms) WHERE address_until_ms IS NOT NULL;
-- Whether what was done held for an address, too.
ALTER TABLE tertulia_audit ADD COLUMN address INTEGER NOT NULL DEFAULT 0;
