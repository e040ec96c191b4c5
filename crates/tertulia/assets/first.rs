// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-J5RYE3KI.js", "widget-2J5QH5JH.js", "widget-AGPFIDAM.js"];
pub(super) const FIRST_HASH: &str = "sha384-xKZFQYeaV+5RMhLgg9hUI2y8BTBlZdCbWVjTQ8LS/dbVNGP15qYK2u8fOfj/GLO9";
