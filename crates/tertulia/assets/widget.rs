// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-6Y2P5IN5.js", include_str!("widget-alerts.js")),
    ("widget-ar-9895791b.js", include_str!("widget-ar.js")),
    ("widget-G4OQW6HS.js", include_str!("widget-complaints.js")),
    ("widget-de-9895791b.js", include_str!("widget-de.js")),
    ("widget-4RZHYCLL.js", include_str!("widget-emoji.js")),
    ("widget-es-9895791b.js", include_str!("widget-es.js")),
    ("widget-4NGJL6HY.js", include_str!("widget-extras.js")),
    ("widget-AAA36IZJ.js", include_str!("widget-fallback.js")),
    ("widget-fr-9895791b.js", include_str!("widget-fr.js")),
    ("widget-gn-9895791b.js", include_str!("widget-gn.js")),
    ("widget-he-9895791b.js", include_str!("widget-he.js")),
    ("widget-hi-9895791b.js", include_str!("widget-hi.js")),
    ("widget-it-9895791b.js", include_str!("widget-it.js")),
    ("widget-ja-9895791b.js", include_str!("widget-ja.js")),
    ("widget-FCZ6AJOB.js", include_str!("widget-line-looks.js")),
    ("widget-NLWNA6FH.js", include_str!("widget-main.js")),
    ("widget-6FBXGQAX.js", include_str!("widget-pages.js")),
    ("widget-pl-9895791b.js", include_str!("widget-pl.js")),
    ("widget-XXGWX4LG.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9895791b.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9895791b.js", include_str!("widget-ru.js")),
    ("widget-UNCTTIRT.js", include_str!("widget-sending.js")),
    ("widget-26JDNZVA.js", include_str!("widget-sharing.js")),
    ("widget-2LVRDSGL.js", include_str!("widget-tools.js")),
    ("widget-tr-9895791b.js", include_str!("widget-tr.js")),
    ("widget-4Z62CP5Z.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9895791b.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-NLWNA6FH.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-9xG0kwpaFhUe4OmQ7jgQhUrPCRQYs7v8iqZdTu0QQmMdgLdyh+IY5eYK1nhCufhc";
