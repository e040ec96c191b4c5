//! The binary itself, started as a process and looked at from outside: each promise, shown where users meet it.
//!
//! Every test has a server of its own, in a folder of its own, on a port that the system picks.

mod bot;
mod client;
mod commands;
mod concurrency;
mod config;
mod copy;
mod crash;
mod embed;
mod erasing;
mod export;
mod files;
// Bounds and looks at processes as only Linux lets one.
#[cfg(target_os = "linux")]
mod faults;
mod flow;
mod frames;
mod held;
mod hook;
#[cfg(target_os = "linux")]
mod hostile;
mod jwks;
mod languages;
mod leaving;
mod line;
mod lists;
mod metrics;
#[cfg(target_os = "linux")]
mod night;
mod pace;
mod permissions;
mod picture;
mod presence;
mod protocol;
mod raw;
mod reader;
mod refusals;
mod restore;
mod seed;
mod sent;
mod server;
#[cfg(target_os = "linux")]
mod slow;
mod text;
mod token;
