// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-E52SXH2S.js", "widget-RDVX5TZK.js", "widget-JNWLLEZF.js"];
pub(super) const FIRST_HASH: &str = "sha384-hEPiyh/gmao14CKa6mSwZdF2LXdjjoFPrsbWO/Io72K4mNkb9BqsNCOKMz2ThwIk";
