// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-CYXVOZAW.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-AP4EONQY.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-EVCA5KH5.js", include_str!("widget-line-looks.js")),
    ("widget-ZS3A26B3.js", include_str!("widget-main.js")),
    ("widget-DSN44YSS.js", include_str!("widget-pseudo.js")),
    ("widget-E2AZIAYQ.js", include_str!("widget-sending.js")),
    ("widget-JAA7TJ3I.js", include_str!("widget-tabs.js")),
    ("widget-AGVZIM2L.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-ZS3A26B3.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-OlTXU5F0OiW/RF3B+2eGrmErCg5SnISVgfC89ZTS9/NuRYkwZcF3TcskhInsB0n0";
