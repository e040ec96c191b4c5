// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-BDZVZNLR.js", "widget-4Z4Q5AJS.js", "widget-A6JOK56U.js"];
pub(super) const FIRST_HASH: &str = "sha384-cFmR0n4rzLYGO4FO+tIBmTS6T84SC1JKINCgHmfd6tw/IvtSWVHDCazbhjvCJmnJ";
