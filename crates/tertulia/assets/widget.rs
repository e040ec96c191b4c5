// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-VBQ4Y3VK.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-KYMHFKI3.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-C2ARJ4WQ.js", include_str!("widget-line-looks.js")),
    ("widget-6QRBNHW6.js", include_str!("widget-main.js")),
    ("widget-OR7UVHZZ.js", include_str!("widget-pseudo.js")),
    ("widget-SJCSC7JK.js", include_str!("widget-sending.js")),
    ("widget-QRZVSIC7.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-6QRBNHW6.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-qrwzHXAHUnVtIR0cnoyO2NT5G8V9lI5bF6or2fUktdR7mpXti38YPk7ZcBeo/rCY";
