// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-25FHG2FT.js", "widget-SNHAN6Q4.js", "widget-5C5DJPDA.js"];
pub(super) const FIRST_HASH: &str = "sha384-Qj3W1QQrmdPw9wVKXlXgp0JwJRvg0m3HWXpe5TUtQhYFjpUHqVWzi+q3n9ZYzJ4T";
