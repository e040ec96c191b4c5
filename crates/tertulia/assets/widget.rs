// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-XAHKG3WS.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-3YS277HN.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-HA5QQ4LX.js", include_str!("widget-extras.js")),
    ("widget-6Q76CQEP.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-R6FUFZRS.js", include_str!("widget-line-looks.js")),
    ("widget-WPB2M7P2.js", include_str!("widget-main.js")),
    ("widget-UU3MJXF6.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-DTA2VBZL.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-ELZZGPAX.js", include_str!("widget-sending.js")),
    ("widget-M3OBNFZD.js", include_str!("widget-sharing.js")),
    ("widget-TMA4OR5O.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-6CIVVNTB.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-WPB2M7P2.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-sLqwkKdEZGtxzDeD1Jiuh1ynhp+WBZmbnO/VP0UaOjsrgusLMysYsUlCWx9cO6Yg";
