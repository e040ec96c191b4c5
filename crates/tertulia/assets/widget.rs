// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-4BGYEK2F.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-VCAFYD2G.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-HBS7I62H.js", include_str!("widget-line-looks.js")),
    ("widget-SNYYKQNS.js", include_str!("widget-main.js")),
    ("widget-NOO52WEH.js", include_str!("widget-pseudo.js")),
    ("widget-GFSVNT3F.js", include_str!("widget-sending.js")),
    ("widget-BAQXRXBZ.js", include_str!("widget-tabs.js")),
    ("widget-LRCYAPKB.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-SNYYKQNS.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-J8+/0do0Y3kxu2ehbgN5EHF1dC7hWgcpE9v8dh6yIkxvZgUg855MtF/LlKhS9J/y";
