// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-L5RMA4LS.js", include_str!("widget-emoji.js")),
    ("widget-KIWOWO2P.js", include_str!("widget-es.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-XHDLVLIR.js", include_str!("widget-main.js")),
    ("widget-NLFW5O3R.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-XHDLVLIR.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-F+cxUYfGeZhR4fEfsrfteoeqCOfRftEbEMlNMQsMkt+HcY5XYI53F5rRkUbAp/c4";
