// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &["widget-2TWBZMOR.js", "widget-GRSAL4GK.js", "widget-PF2HCMUP.js"];
pub(super) const FIRST_HASH: &str = "sha384-T1vcFlU4WoqAfZHSo/egADFgnO3TvsdsP2Qcgj7j18i6dzK8Jv3RXZhq0heVTtET";
