// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-ERYOHPA2.js", "widget-QEYQLGQA.js", "widget-AC5YLAG6.js"];
pub(super) const FIRST_HASH: &str = "sha384-iWxqXrsUpET5xLXIUrW3GpKuCFA0x1Ehiwgn6qt+YDaDbGOnfgCS/BF4XSK7skM3";
