//! Who is asking, and what they may do.
//!
//! [`identity`] is who somebody is, [`token`] is how they prove it to the standalone server, and [`policy`] is the one door
//! that every route and every stream goes through. [`explain`] tells whoever has the secret what is wrong with a token.

pub mod explain;
pub mod identity;
pub mod policy;
pub mod token;

pub use identity::{Grants, Identity, Who};
pub use policy::{Policy, TypeRules};
