// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-VXJ63G7A.js", "widget-J3WAL7RG.js", "widget-ZU5CE5M3.js"];
pub(super) const FIRST_HASH: &str = "sha384-cFmR0n4rzLYGO4FO+tIBmTS6T84SC1JKINCgHmfd6tw/IvtSWVHDCazbhjvCJmnJ";
