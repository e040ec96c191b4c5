// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-RDO2DCWU.js", include_str!("widget-emoji.js")),
    ("widget-KIWOWO2P.js", include_str!("widget-es.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-NBCAFGW3.js", include_str!("widget-main.js")),
    ("widget-JZSFOINV.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-NBCAFGW3.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-3oVvIZbkzBlOeBzwOVMqT5Zpzw4h6IDP1kOfzvk1rdif1fKW2MIf8DHF5P64Jimi";
