//! Who is asking, and what they may do.
//!
//! [`identity`] is who somebody is, [`token`] is how they prove it, [`host`] how the host says it instead, and [`policy`] is the
//! one door that every route and every stream goes through. [`jwks`] fetches the site's public keys, [`explain`] tells whoever has the keys what is wrong with a token.
//! [`control`] lets in commands on the server's own machine.

pub mod control;
pub mod explain;
pub mod host;
pub mod identity;
pub mod jwks;
pub mod policy;
pub(crate) mod rights;
pub mod token;

pub use control::{ControlKey, FromThisMachine};
pub use host::{Answer, Authenticate, User};
pub use identity::{Grants, Identity, KeyMark, Proof, Who};
pub use policy::{Policy, TypeRules};
