// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-CXU3CAZU.js", "widget-45K3CJJ3.js", "widget-T7KS7VJ6.js"];
pub(super) const FIRST_HASH: &str = "sha384-xKZFQYeaV+5RMhLgg9hUI2y8BTBlZdCbWVjTQ8LS/dbVNGP15qYK2u8fOfj/GLO9";
