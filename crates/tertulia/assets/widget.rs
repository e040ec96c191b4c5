// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-2BTJI3RA.js", include_str!("widget-ar.js")),
    ("widget-HMCPQLS2.js", include_str!("widget-emoji.js")),
    ("widget-TAOQT5PL.js", include_str!("widget-es.js")),
    ("widget-QS5GFSUL.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-EFNPVH5N.js", include_str!("widget-line-looks.js")),
    ("widget-EPKCEHJ6.js", include_str!("widget-main.js")),
    ("widget-7JFH5KWU.js", include_str!("widget-pages.js")),
    ("widget-WEFO4YL6.js", include_str!("widget-pseudo.js")),
    ("widget-QVLQVJWV.js", include_str!("widget-sending.js")),
    ("widget-IYM2E7NG.js", include_str!("widget-sharing.js")),
    ("widget-3MAXA5GE.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-EPKCEHJ6.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-IBr9mbIE7+wQCTwiq6sJfLIDSPn1gwd4sy2IF6YrkOcjgF15meKTJ4zNDPl39KXE";
