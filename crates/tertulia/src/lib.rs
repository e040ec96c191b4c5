//! A live chat room on anything in a website: a library that mounts into a host application.

pub mod error;
pub mod store;
#[cfg(feature = "testkit")]
pub mod testkit;

pub use tertulia_wire as wire;
