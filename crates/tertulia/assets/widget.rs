// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-LQWAM3CP.js", include_str!("widget-ar.js")),
    ("widget-U42QSWTX.js", include_str!("widget-emoji.js")),
    ("widget-AHRBVF7O.js", include_str!("widget-es.js")),
    ("widget-P77F3F2C.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-EAK3JTL2.js", include_str!("widget-line-looks.js")),
    ("widget-INSJCLQ4.js", include_str!("widget-main.js")),
    ("widget-V3ERMIXO.js", include_str!("widget-pseudo.js")),
    ("widget-HN72MRTC.js", include_str!("widget-sending.js")),
    ("widget-OGUMRMDJ.js", include_str!("widget-tabs.js")),
    ("widget-D5B5ZIOE.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-INSJCLQ4.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-pFkC9ehwXDz6BGp5reO85Sjwd5/dfMT1zLzfwOcyiBi8vizxN8N6HxVF8iBjUqfd";
