// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-IQ7EDPG5.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-NK6OHVIK.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-7SBBV3UA.js", include_str!("widget-extras.js")),
    ("widget-D5BQHDN3.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-J5EE4DSN.js", include_str!("widget-line-looks.js")),
    ("widget-ZE5ZZLS7.js", include_str!("widget-main.js")),
    ("widget-BN7KWHTT.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-WHW5ZYBM.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-3TYWMPYD.js", include_str!("widget-sending.js")),
    ("widget-PA7OL6ME.js", include_str!("widget-sharing.js")),
    ("widget-56LDVOVT.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-BGNO2QAP.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-ZE5ZZLS7.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-5zakCs3JYxYepnpq1X+9EP6eNXFUwcXu0MmGCdga+q9qOOwCGTuwXr53uNBE2l7i";
