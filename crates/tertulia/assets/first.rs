// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-Y7LJS4F2.js", "widget-ZV3NLGQY.js", "widget-BLSWLMYC.js"];
pub(super) const FIRST_HASH: &str = "sha384-hEPiyh/gmao14CKa6mSwZdF2LXdjjoFPrsbWO/Io72K4mNkb9BqsNCOKMz2ThwIk";
