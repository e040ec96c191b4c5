// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-SYCQG4ZB.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-VUC7WC37.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-5MYFJHZ5.js", include_str!("widget-extras.js")),
    ("widget-N543GJPC.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-WIMYKY65.js", include_str!("widget-line-looks.js")),
    ("widget-ZQCW5GXF.js", include_str!("widget-main.js")),
    ("widget-TOTTELFY.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-TCK5HBPK.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-QFVO5RRR.js", include_str!("widget-sending.js")),
    ("widget-LCU34GGE.js", include_str!("widget-sharing.js")),
    ("widget-BCYJFDKM.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-QVYSKWWX.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-ZQCW5GXF.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-r8tl6QPesn1SsmS3gfWPQLJxifPiPku9NX50+lU1TkAB3lM5xlOlf9WmPGvm6JFy";
