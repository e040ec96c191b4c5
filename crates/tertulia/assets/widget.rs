// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-FHK55AKQ.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-G2VFHJST.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-X74XZZ4B.js", include_str!("widget-line-looks.js")),
    ("widget-VSFNPTVK.js", include_str!("widget-main.js")),
    ("widget-GFG5CCXF.js", include_str!("widget-pseudo.js")),
    ("widget-NSXFMRGP.js", include_str!("widget-sending.js")),
    ("widget-IFLWFXOI.js", include_str!("widget-tabs.js")),
    ("widget-JMVYFQ5V.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-VSFNPTVK.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-H6y4miCzHCnIwkkJ5/avrNlo1jsCrVtQBqmaLJK47/EGLocv7zJfbDSw1zX1Q3vu";
