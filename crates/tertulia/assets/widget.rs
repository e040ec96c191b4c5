// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-ZMA64Q6N.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-OSWKYISV.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-4XITRBZM.js", include_str!("widget-extras.js")),
    ("widget-SLUSHJO3.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-44VG7X25.js", include_str!("widget-line-looks.js")),
    ("widget-WCCUWW4M.js", include_str!("widget-main.js")),
    ("widget-6AJKMZXJ.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-5S6UXSWZ.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-2ZROC5B2.js", include_str!("widget-sending.js")),
    ("widget-CWATIQEA.js", include_str!("widget-sharing.js")),
    ("widget-ES6APVVW.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-NNJSFYJI.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-WCCUWW4M.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-UJzZShpSArRu0k+7lTo7/uOvy5IstIDWPCk6eqca3x3oC68gcs0gmVg3hsYeCCwc";
