// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-AY4JNPOO.js", include_str!("widget-emoji.js")),
    ("widget-KIWOWO2P.js", include_str!("widget-es.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-IGXR4BNB.js", include_str!("widget-main.js")),
    ("widget-XG34UE4A.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-IGXR4BNB.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-JL+bdiRTSrjdHduWPWGMyqxTxTCrXuxAcux8YJ+YKdOI1BMrAdar8zQGhxfrHZk6";
