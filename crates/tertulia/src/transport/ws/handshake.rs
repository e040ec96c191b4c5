//! The opening handshake of RFC 6455, section 4.2.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use hyper::upgrade::OnUpgrade;
use tertulia_wire::{Code, SUBPROTOCOL};
use tungstenite::handshake::derive_accept_key;

/// What a handshake is answered with, and the line that comes of it; refused if it is none.
pub(crate) fn accept(method: &Method, headers: &HeaderMap, upgrade: Option<OnUpgrade>) -> Result<(HeaderMap, OnUpgrade), Code> {
    let wants = |name, wanted: &str| words(headers, name).any(|word| word.eq_ignore_ascii_case(wanted));
    let asked = wants(header::CONNECTION, "upgrade") && wants(header::UPGRADE, "websocket");
    let version = headers.get(header::SEC_WEBSOCKET_VERSION).is_some_and(|version| version == "13");
    let upgrade = upgrade.filter(|_| method == Method::GET && asked && version).ok_or(Code::UpgradeNeeded)?;
    let key = headers.get(header::SEC_WEBSOCKET_KEY).map(HeaderValue::as_bytes).filter(|key| is_key(key));
    let accept = derive_accept_key(key.ok_or(Code::Malformed)?);
    let mut answer = HeaderMap::with_capacity(4);
    answer.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    answer.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    answer.insert(header::SEC_WEBSOCKET_ACCEPT, HeaderValue::from_str(&accept).map_err(|_| Code::Internal)?);
    if words(headers, header::SEC_WEBSOCKET_PROTOCOL).any(|word| word == SUBPROTOCOL) {
        answer.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    }
    Ok((answer, upgrade))
}

/// The comma-separated words of a header, which may come several times.
fn words(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

/// A key is 16 bytes in base64.
fn is_key(key: &[u8]) -> bool {
    key.len() == 24
        && key.ends_with(b"==")
        && key[..22].iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}
