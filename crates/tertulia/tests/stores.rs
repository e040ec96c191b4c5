//! Each store against the contract, and against what only it can suffer.

mod stores {
    mod faulty;
    mod place;
    mod sqlite;
    mod sqlite_faults;
}
