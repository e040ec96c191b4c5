// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-FLT5VZ6Y.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-PD3IK2UN.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-3RX257CN.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-IQBKPJOA.js", include_str!("widget-extras.js")),
    ("widget-B2C5WSFS.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-C3GOGTYG.js", include_str!("widget-line-looks.js")),
    ("widget-YX4M5YAW.js", include_str!("widget-main.js")),
    ("widget-WOM5FHYK.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-QDUIJQGB.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-BZMK6BT4.js", include_str!("widget-sending.js")),
    ("widget-US27FP6G.js", include_str!("widget-sharing.js")),
    ("widget-XSFH7WZW.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-CSLZDQF5.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-YX4M5YAW.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-vxWs+Y8O9VEQGZmBIXVn6O1hrJCpjDaCnbEwqJTXSck9WgkHwqf6dmLacV1iK8xS";
