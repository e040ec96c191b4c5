// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-AI3ASEHJ.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-QYMOAINQ.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-VLCKUYYK.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-25GIOS2N.js", include_str!("widget-extras.js")),
    ("widget-LB3LJXXC.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-IBEVH5DA.js", include_str!("widget-line-looks.js")),
    ("widget-HTSJLIAO.js", include_str!("widget-main.js")),
    ("widget-3YMFMLED.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-ENZP3LFM.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-YBPCKI5V.js", include_str!("widget-sending.js")),
    ("widget-YEE2PI2W.js", include_str!("widget-sharing.js")),
    ("widget-RNXBM6F4.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-FOBMHINF.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-HTSJLIAO.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-SipD/jTwEbHFtCLYZDLMKIridP/wMHYhC/7GmUf/DPisxNC0fgXZi+HjzfPDk7oV";
