// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-YIOHDQ7Y.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-MVAWHI2J.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-RDD37NT2.js", include_str!("widget-extras.js")),
    ("widget-2F3MU7P5.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-PH2BW6IF.js", include_str!("widget-line-looks.js")),
    ("widget-3H7HQ3ZP.js", include_str!("widget-main.js")),
    ("widget-SYBRJHR7.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-CX7U52PO.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-L6KIKPWW.js", include_str!("widget-sending.js")),
    ("widget-Y7KI2VL3.js", include_str!("widget-sharing.js")),
    ("widget-S633BAEG.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-5YTJSAPU.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-3H7HQ3ZP.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-PoqpjpdgdclfYNSFg0e4iFgz2J+EtiaO9XLHoxQ9CaouDKVBRJblm3y7KXqSZ5AF";
