// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-ZKB4KRDE.js", "widget-7F2FKOV4.js", "widget-CINCM4K3.js"];
pub(super) const FIRST_HASH: &str = "sha384-xKZFQYeaV+5RMhLgg9hUI2y8BTBlZdCbWVjTQ8LS/dbVNGP15qYK2u8fOfj/GLO9";
