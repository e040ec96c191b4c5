// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-VSNJ2WWC.js", include_str!("widget-ar.js")),
    ("widget-KUV4FXKV.js", include_str!("widget-emoji.js")),
    ("widget-742KTY6J.js", include_str!("widget-es.js")),
    ("widget-PQHTXFOB.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-5UBWXCFI.js", include_str!("widget-line-looks.js")),
    ("widget-745IXYUS.js", include_str!("widget-main.js")),
    ("widget-M3W3EJ3Q.js", include_str!("widget-pages.js")),
    ("widget-HB2L72OS.js", include_str!("widget-pseudo.js")),
    ("widget-ENXPTQ2Z.js", include_str!("widget-sending.js")),
    ("widget-4UDFKUEX.js", include_str!("widget-sharing.js")),
    ("widget-H6T3QO3E.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-745IXYUS.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-dIOEtUptdj8Ruy/R4I0Q+CM1rCsJC2T3NBNmEYC4kr2TTJ//fwOZfZ5dIW0BO+BF";
