// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-AR3XTLUB.js", "widget-57NJ73L2.js", "widget-AW2UC47R.js"];
pub(super) const FIRST_HASH: &str = "sha384-vTfNT1fv6cYvv6qgHq4njJOmPJdQXIJU4UE/zQ+D6o5LrVH1R/kUkt7zy+z0j56A";
