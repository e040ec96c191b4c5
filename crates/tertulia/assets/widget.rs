// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-RHOSFU2M.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-D5LYXIYJ.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-P3HWCPM6.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-YHRBL4LT.js", include_str!("widget-extras.js")),
    ("widget-6W6AWOGE.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-G4KECDTU.js", include_str!("widget-line-looks.js")),
    ("widget-MRF7CZEP.js", include_str!("widget-main.js")),
    ("widget-VMEJBRNH.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-MSDP7KTB.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-OQAO7OND.js", include_str!("widget-sending.js")),
    ("widget-V7JROGIH.js", include_str!("widget-sharing.js")),
    ("widget-WYRFW5WF.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-JHQKB44Z.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-MRF7CZEP.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-GfJy9ucGxmH6/68C7MS79bPggdDTCqZMjZeUPVx1zI+pAnTLQP8Z9FNtnfAvyxRr";
