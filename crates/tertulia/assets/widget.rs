// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-VSNJ2WWC.js", include_str!("widget-ar.js")),
    ("widget-55TZB6XR.js", include_str!("widget-emoji.js")),
    ("widget-742KTY6J.js", include_str!("widget-es.js")),
    ("widget-PTH5EJWB.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-652P4IT6.js", include_str!("widget-line-looks.js")),
    ("widget-2PITNU7X.js", include_str!("widget-main.js")),
    ("widget-ZPG5NTPV.js", include_str!("widget-pages.js")),
    ("widget-X3ZMNEBH.js", include_str!("widget-pseudo.js")),
    ("widget-MDOLCABA.js", include_str!("widget-sending.js")),
    ("widget-IW52CWAM.js", include_str!("widget-sharing.js")),
    ("widget-PCXCSFKK.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-2PITNU7X.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-qChdKUjrqSjnRx6cBwpQyknAqO/D5rgZcJAtvumgRbrwIEyTJmrWqQU1Zs4NMpIH";
