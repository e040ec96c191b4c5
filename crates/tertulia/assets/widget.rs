// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-QGJH5A2Z.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-EBYFADEJ.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-RZZ6CWFC.js", include_str!("widget-extras.js")),
    ("widget-WJWYPM2F.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-74BBU4IO.js", include_str!("widget-line-looks.js")),
    ("widget-EG5MDND4.js", include_str!("widget-main.js")),
    ("widget-KPVWTW7X.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-NV6WX2HZ.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-CK56UBYF.js", include_str!("widget-sending.js")),
    ("widget-W4OBPGQD.js", include_str!("widget-sharing.js")),
    ("widget-MEL65TKB.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-FL32A53K.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-EG5MDND4.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-iqYubofvO+pD/67y42pSYMlvN3agrm6C1LYiDXaPUtD9HBl4/NtccyN5PY+ETlkp";
