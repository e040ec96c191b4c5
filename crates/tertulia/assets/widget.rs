// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-2BTJI3RA.js", include_str!("widget-ar.js")),
    ("widget-VMENSHKF.js", include_str!("widget-emoji.js")),
    ("widget-TAOQT5PL.js", include_str!("widget-es.js")),
    ("widget-NIMGLTGX.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-QVMOQRHX.js", include_str!("widget-line-looks.js")),
    ("widget-FN3FU4AB.js", include_str!("widget-main.js")),
    ("widget-LPB2BUF6.js", include_str!("widget-pages.js")),
    ("widget-LTMEENIJ.js", include_str!("widget-pseudo.js")),
    ("widget-O5MVPSKJ.js", include_str!("widget-sending.js")),
    ("widget-XW3B4S23.js", include_str!("widget-sharing.js")),
    ("widget-KC5ACPQK.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-FN3FU4AB.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-wFCCJK0L1lBGOxoW6hMqc+uv5v/A9sZweQBWnoOYk0fb0j8TdSqnSQfPAREjdI/X";
