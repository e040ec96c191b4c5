// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-JCK2VSCW.js", include_str!("widget-emoji.js")),
    ("widget-GUULJIPL.js", include_str!("widget-es.js")),
    ("widget-ZMHDYZRA.js", include_str!("widget-main.js")),
    ("widget-D4TJPOSS.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-ZMHDYZRA.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-akYxpUJUa8rwypnsTLTDtuLCjtSHKYSvUhfmjSf/zjzchGUu2QjnmWsPm46/rnZ8";
