-- Whose erasure has begun: remembered until it is whole, so that it is gone on with after a crash, and then forgotten.
CREATE TABLE tertulia_erasure (
    person    TEXT PRIMARY KEY,
    pseudonym TEXT NOT NULL
) WITHOUT ROWID;
-- What somebody did, for them to be told, and to be forgotten as theirs.
CREATE INDEX tertulia_audit_by ON tertulia_audit (by_id, number);
