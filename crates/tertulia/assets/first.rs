// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-B6MVRYPW.js", "widget-VE6EOOPQ.js", "widget-536RKKKN.js"];
pub(super) const FIRST_HASH: &str = "sha384-hEPiyh/gmao14CKa6mSwZdF2LXdjjoFPrsbWO/Io72K4mNkb9BqsNCOKMz2ThwIk";
