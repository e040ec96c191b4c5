// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
    ("widget-ANONROQH.js", include_str!("widget-alerts.js")),
    ("widget-RX46UVNP.js", include_str!("widget-ar.js")),
    ("widget-RL2GZODS.js", include_str!("widget-emoji.js")),
    ("widget-2QHIOBDB.js", include_str!("widget-es.js")),
    ("widget-THHXTFC4.js", include_str!("widget-extras.js")),
    ("widget-WGUZCIJA.js", include_str!("widget-fallback.js")),
    ("widget-KD77PXBA.js", include_str!("widget-line-looks.js")),
    ("widget-J4TB3B55.js", include_str!("widget-main.js")),
    ("widget-QPRKIMMD.js", include_str!("widget-pages.js")),
    ("widget-FICX2S4D.js", include_str!("widget-pseudo.js")),
    ("widget-QHW7PWX3.js", include_str!("widget-sending.js")),
    ("widget-OC3NHENI.js", include_str!("widget-sharing.js")),
    ("widget-SZE5ASZQ.js", include_str!("widget-tools.js")),
    ("widget-HN4XNARE.js", include_str!("widget-wording.js")),
    ("widget.js", include_str!("widget.js")),
];
pub(super) const WIDGET_MAIN: &str = "widget-J4TB3B55.js";
pub(super) const WIDGET_INTEGRITY: &str = "sha384-gTXP1lCq+feK1I8uD/x/xmI7Ux/MYon520ncC8rTRro265ZyMtij1HuB7FNaeC3+";
