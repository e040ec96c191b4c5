// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-VSNJ2WWC.js", include_str!("widget-ar.js")),
    ("widget-2SPPNAUJ.js", include_str!("widget-emoji.js")),
    ("widget-742KTY6J.js", include_str!("widget-es.js")),
    ("widget-5MIJEVRM.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-HU2J3CQ6.js", include_str!("widget-line-looks.js")),
    ("widget-7TUCP7TO.js", include_str!("widget-main.js")),
    ("widget-QVSFOQ4V.js", include_str!("widget-pages.js")),
    ("widget-CERPW3XR.js", include_str!("widget-pseudo.js")),
    ("widget-JDSU323F.js", include_str!("widget-sending.js")),
    ("widget-HTGEBG3Z.js", include_str!("widget-sharing.js")),
    ("widget-TIVBHU42.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-7TUCP7TO.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-a2tJdPB8S6O6cGvXw2hjdc3CSVm2sVLfP7lv3opFenmYJkbe5wKBBHhycJJYFIyb";
