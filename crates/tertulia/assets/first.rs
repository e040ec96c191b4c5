// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-LWOENQS2.js", "widget-BJFLFSCA.js", "widget-RUQNNCPE.js"];
pub(super) const FIRST_HASH: &str = "sha384-cFmR0n4rzLYGO4FO+tIBmTS6T84SC1JKINCgHmfd6tw/IvtSWVHDCazbhjvCJmnJ";
