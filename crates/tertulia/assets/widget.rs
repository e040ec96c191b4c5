// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-ZH37QEHK.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-IJ4LWJQE.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-HYNKEP2D.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-B47AW4N5.js", include_str!("widget-extras.js")),
    ("widget-2VIDU6YQ.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-Q7CSKJZB.js", include_str!("widget-line-looks.js")),
    ("widget-UEU7XYB7.js", include_str!("widget-main.js")),
    ("widget-2OGEDMPI.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-J45RIOMN.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-YRO3KTZV.js", include_str!("widget-sending.js")),
    ("widget-2EDFIZK6.js", include_str!("widget-sharing.js")),
    ("widget-T7ZXGMGQ.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-WUGSZOO2.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-UEU7XYB7.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-US/JOVrHhNgGp00MJ9WxbV0HYocxVfFDiJFRks/dfMh6ffSCsxbBI1eXU2UPANUQ";
