//! Each store against the contract, and against what only it can suffer.

mod stores {
    mod copy;
    mod export;
    mod faulty;
    mod hostile_export;
    mod place;
    mod reports;
    mod restrictions;
    mod sqlite;
    mod sqlite_faults;
}
