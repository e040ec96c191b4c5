// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-VSNJ2WWC.js", include_str!("widget-ar.js")),
    ("widget-CWDA5H5P.js", include_str!("widget-emoji.js")),
    ("widget-742KTY6J.js", include_str!("widget-es.js")),
    ("widget-M23NBCU7.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-Y3XTSEJV.js", include_str!("widget-line-looks.js")),
    ("widget-H7UNIZFA.js", include_str!("widget-main.js")),
    ("widget-GRO2OG36.js", include_str!("widget-pages.js")),
    ("widget-LX7O3TWD.js", include_str!("widget-pseudo.js")),
    ("widget-HMNK34MZ.js", include_str!("widget-sending.js")),
    ("widget-SKCH5TXF.js", include_str!("widget-sharing.js")),
    ("widget-Q5SFQ6LR.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-H7UNIZFA.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-pNTFl8AdBbmHDGdtuTD8RDOdNcRuZdA8PuNHL1qLif0oAjTM70mvKIO/mMR+qpSR";
