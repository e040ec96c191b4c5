// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-57FH6BSH.js", include_str!("widget-alerts.js")),
    ("widget-ar-9f44498d.js", include_str!("widget-ar.js")),
    ("widget-de-9f44498d.js", include_str!("widget-de.js")),
    ("widget-ZLORIWOC.js", include_str!("widget-emoji.js")),
    ("widget-es-9f44498d.js", include_str!("widget-es.js")),
    ("widget-HZHEER22.js", include_str!("widget-extras.js")),
    ("widget-JSJDZ2XY.js", include_str!("widget-fallback.js")),
    ("widget-fr-9f44498d.js", include_str!("widget-fr.js")),
    ("widget-gn-9f44498d.js", include_str!("widget-gn.js")),
    ("widget-he-9f44498d.js", include_str!("widget-he.js")),
    ("widget-hi-9f44498d.js", include_str!("widget-hi.js")),
    ("widget-it-9f44498d.js", include_str!("widget-it.js")),
    ("widget-ja-9f44498d.js", include_str!("widget-ja.js")),
    ("widget-SN5KRJJG.js", include_str!("widget-line-looks.js")),
    ("widget-RHPQVZ3Z.js", include_str!("widget-main.js")),
    ("widget-3ICOFGEE.js", include_str!("widget-pages.js")),
    ("widget-pl-9f44498d.js", include_str!("widget-pl.js")),
    ("widget-D2Y2DLB6.js", include_str!("widget-pseudo.js")),
    ("widget-pt-BR-9f44498d.js", include_str!("widget-pt-BR.js")),
    ("widget-ru-9f44498d.js", include_str!("widget-ru.js")),
    ("widget-4RLJRZDN.js", include_str!("widget-sending.js")),
    ("widget-2NUTFUXJ.js", include_str!("widget-sharing.js")),
    ("widget-TP4LN6BC.js", include_str!("widget-tools.js")),
    ("widget-tr-9f44498d.js", include_str!("widget-tr.js")),
    ("widget-VGDQZNS4.js", include_str!("widget-wording.js")),
    ("widget-zh-Hans-9f44498d.js", include_str!("widget-zh-Hans.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-RHPQVZ3Z.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-A7ixerXKJI+yKTwkp1emPr3B5dYGAiMLm+SDi+QIqbnKiYoXv2jXWcGikqt2F4VI";
