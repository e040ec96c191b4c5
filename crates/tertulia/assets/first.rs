// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-3VXXVOGO.js", "widget-QVTTE4NI.js", "widget-C24IIU6F.js"];
pub(super) const FIRST_HASH: &str = "sha384-xKZFQYeaV+5RMhLgg9hUI2y8BTBlZdCbWVjTQ8LS/dbVNGP15qYK2u8fOfj/GLO9";
