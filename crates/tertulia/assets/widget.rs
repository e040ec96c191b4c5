// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-NXLDJRMT.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-BHKNTKJ6.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-VNV6HCSU.js", include_str!("widget-extras.js")),
    ("widget-7S6GF7ZD.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-HXIWG6PC.js", include_str!("widget-line-looks.js")),
    ("widget-TSUDE2DK.js", include_str!("widget-main.js")),
    ("widget-YAX2MIEP.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-B6TUU2E2.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-2TKEMNCE.js", include_str!("widget-sending.js")),
    ("widget-JT5BCS6G.js", include_str!("widget-sharing.js")),
    ("widget-7UTYMZN5.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-XQRZXDKS.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-TSUDE2DK.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-PAc4YqPHX0GU9OUopl6rGC+BY2fpiomjIY8D52yQAOWSPjYmqpyVh32XKGIrw475";
