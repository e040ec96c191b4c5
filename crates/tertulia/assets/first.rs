// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-SB2MTF7T.js", "widget-HFBR3VPC.js", "widget-JKNXQXNG.js"];
pub(super) const FIRST_HASH: &str = "sha384-vTfNT1fv6cYvv6qgHq4njJOmPJdQXIJU4UE/zQ+D6o5LrVH1R/kUkt7zy+z0j56A";
