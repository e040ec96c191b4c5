// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-DUCNUY2L.js", include_str!("widget-ar.js")),
    ("widget-CT65LHYC.js", include_str!("widget-emoji.js")),
    ("widget-BV3XNHAO.js", include_str!("widget-es.js")),
    ("widget-CLZS7TNW.js", include_str!("widget-fallback.js")),
    ("widget-25OZVY6I.js", include_str!("widget-ftl.js")),
    ("widget-K3GBLOHV.js", include_str!("widget-line-looks.js")),
    ("widget-GZ3CALKW.js", include_str!("widget-main.js")),
    ("widget-L2DAYUCP.js", include_str!("widget-pseudo.js")),
    ("widget-SHGFGDMC.js", include_str!("widget-sending.js")),
    ("widget-7NSIDUYR.js", include_str!("widget-tabs.js")),
    ("widget-4TMZRG6Z.js", include_str!("widget-tools.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-GZ3CALKW.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-O2ibEf7clVdav/TgHmFh4izkC5vbR26yxmZdVT8DfD7ahZOM3OPzCaeK1xhp0bcn";
