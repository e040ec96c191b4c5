//! The work that nobody waits for.
