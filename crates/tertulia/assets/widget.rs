// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-YTWTRJ45.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-Z6RS6RZU.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-ZCUZ5QYD.js", include_str!("widget-extras.js")),
    ("widget-CVIZMGBD.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-MY5BQSL5.js", include_str!("widget-line-looks.js")),
    ("widget-WPPF4TE4.js", include_str!("widget-main.js")),
    ("widget-JUOQVXQ6.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-M2WVGO6Y.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-CFTW2GWK.js", include_str!("widget-sending.js")),
    ("widget-FBAQ7GBY.js", include_str!("widget-sharing.js")),
    ("widget-6S7Z4OSE.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-33EPRZ6F.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-WPPF4TE4.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-1R5W2iicdY78JcsB3eJSnGFZdtP86xyvO1eo2U+KL7iO5z4w7IWXM3l6Jk+ya628";
