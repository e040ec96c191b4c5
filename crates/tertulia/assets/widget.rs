// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-FLYJ2AYD.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-QWG7TDMB.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-URK3JSEF.js", include_str!("widget-line-looks.js")),
    ("widget-2A762LGI.js", include_str!("widget-main.js")),
    ("widget-Q363MBSZ.js", include_str!("widget-pseudo.js")),
    ("widget-ZDW6U7CE.js", include_str!("widget-sending.js")),
    ("widget-WGEC7XXZ.js", include_str!("widget-tabs.js")),
    ("widget-3JAQAJZY.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-2A762LGI.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-LU4cFSSvvLCvIgyli792KOBpqQspEP8tGVeGujYKo7Ov7vGf7xSvWLT1jVvVzVme";
