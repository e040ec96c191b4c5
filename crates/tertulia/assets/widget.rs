// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-HH27PF7R.js", include_str!("widget-ar.js")),
    ("widget-LM4LUQBN.js", include_str!("widget-emoji.js")),
    ("widget-U52VNVU3.js", include_str!("widget-es.js")),
    ("widget-VXARZLHZ.js", include_str!("widget-fallback.js")),
    ("widget-JG4LW7NE.js", include_str!("widget-ftl.js")),
    ("widget-GMYMLP5K.js", include_str!("widget-main.js")),
    ("widget-3EWINBIQ.js", include_str!("widget-pseudo.js")),
    ("widget-XHQSY4QM.js", include_str!("widget-sending.js")),
    ("widget-64BJQUOJ.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-GMYMLP5K.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-4d2AcC7FABNu5Ohn0NMvLtNZLta6un3f+9nGE4kIP5mnNU/9Q+E5agwS1a/kTa+v";
