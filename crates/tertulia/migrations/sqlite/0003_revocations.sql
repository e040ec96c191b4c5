-- Whose tokens are refused: those that were issued not after a second. `number` is the access number everywhere that came with it.
CREATE TABLE tertulia_revocation (
    person TEXT PRIMARY KEY,
    second INTEGER NOT NULL,
    number INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX tertulia_revocation_number ON tertulia_revocation (number);
