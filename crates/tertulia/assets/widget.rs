// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-RJMOB7OR.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-SFYOZ6GI.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-U63I7PDT.js", include_str!("widget-line-looks.js")),
    ("widget-Z4SZG6HY.js", include_str!("widget-main.js")),
    ("widget-A6JWAOL5.js", include_str!("widget-pseudo.js")),
    ("widget-AC7BM5LV.js", include_str!("widget-sending.js")),
    ("widget-KLE2EH6D.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-Z4SZG6HY.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-x/AO6XDo58G2VMDpGvM3/2u+CdiUH/heQQqKqjRphbdx/2RUsdIFE75yjMFIbLxe";
