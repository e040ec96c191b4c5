// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-UGMZEXMV.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-ZBEVGXTZ.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-SXE37LE5.js", include_str!("widget-extras.js")),
    ("widget-AVET62I4.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-PR6PQFQP.js", include_str!("widget-line-looks.js")),
    ("widget-6RZXFW5T.js", include_str!("widget-main.js")),
    ("widget-LLTWKFSX.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-QBELAXRE.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-G3YWSWDF.js", include_str!("widget-sending.js")),
    ("widget-WKC6KYS3.js", include_str!("widget-sharing.js")),
    ("widget-INEGLKZF.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-DDZJIHXN.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-6RZXFW5T.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-dqO72hE7xQ1PqFCBbynhfrbs+D6ABMWs/pU8ecPG7oq+gzNQenIU67gSfh6VATdn";
