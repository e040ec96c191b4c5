// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-KSZAUKJT.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-LWADJJCZ.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-FG3VZV5W.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-JD6R7RZ3.js", include_str!("widget-extras.js")),
    ("widget-WVWI6D6X.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-MLH5CFL4.js", include_str!("widget-line-looks.js")),
    ("widget-W5AYFZT6.js", include_str!("widget-main.js")),
    ("widget-GX2KHS3R.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-T7FSAFKH.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-QGROCOGF.js", include_str!("widget-sending.js")),
    ("widget-WXHCYCA6.js", include_str!("widget-sharing.js")),
    ("widget-7E5BDIBI.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-TEI3CWZA.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-W5AYFZT6.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-z8jwOdsthgBGJ0FWTakCeZ//AS9KqU2elIunwvgZiP/2A6NHf4XbAvbzYpyZuyq2";
