// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-D2UUD63Y.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-JJQCEG5D.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-XOWM5WNL.js", include_str!("widget-line-looks.js")),
    ("widget-5JQRXKBB.js", include_str!("widget-main.js")),
    ("widget-TYV65TJN.js", include_str!("widget-pseudo.js")),
    ("widget-J7AVZB4B.js", include_str!("widget-sending.js")),
    ("widget-7WCTO4NA.js", include_str!("widget-tabs.js")),
    ("widget-KGE5WJYF.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-5JQRXKBB.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-U7f8Xw1fql8ZP3zv2gAFLZXZVhAVPfBPwpKVEUtjEk0nFb+llQSAhm0WhLgCQcpp";
