// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-HH27PF7R.js", include_str!("widget-ar.js")),
    ("widget-NVK5C6OY.js", include_str!("widget-emoji.js")),
    ("widget-U52VNVU3.js", include_str!("widget-es.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-3VMQUEQB.js", include_str!("widget-main.js")),
    ("widget-SIMYXA2G.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-3VMQUEQB.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-aA6oy9AZIHsF92ULwlfU7cr+go4k+5R4qyvv574GzDt0XtM4M6PnYx1ENsXPkAaK";
