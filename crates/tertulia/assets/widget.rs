// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-YM4LRXIH.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-TXOHJVP7.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-SSEXXZUP.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-JKPY2XLE.js", include_str!("widget-extras.js")),
    ("widget-3EFNHFCM.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-KYQIFIIS.js", include_str!("widget-line-looks.js")),
    ("widget-ZXOIWVTM.js", include_str!("widget-main.js")),
    ("widget-CGG6FSHO.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-W7UVVFTG.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-NWMDJ3YQ.js", include_str!("widget-sending.js")),
    ("widget-MZHCO2VJ.js", include_str!("widget-sharing.js")),
    ("widget-FJRCPYKX.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-7P5KL5VX.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-ZXOIWVTM.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-MFXDH0gNZmifF/mECXB1ZnYp5EAXZBzvkPvq2Q9XakMldMslzmEjmH6wDwqL6k43";
