// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-HH27PF7R.js", include_str!("widget-ar.js")),
    ("widget-BJKT4BVK.js", include_str!("widget-emoji.js")),
    ("widget-U52VNVU3.js", include_str!("widget-es.js")),
    ("widget-LVQTI2T3.js", include_str!("widget-fallback.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-HNOZLPT4.js", include_str!("widget-main.js")),
    ("widget-JF7CREWF.js", include_str!("widget-pseudo.js")),
    ("widget-ZAVNYXTO.js", include_str!("widget-sending.js")),
    ("widget-AM5UP7QD.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-HNOZLPT4.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-eWPvpVA/2ZUGOh2YREaJYUgrDT/EkVfHbIZwobrAX8Cm9wFQkAiRtR2PbcFua10u";
