//! The opening handshake of RFC 6455, section 4.2.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use hyper::upgrade::OnUpgrade;
use tertulia_wire::{Code, SUBPROTOCOL};
use tungstenite::handshake::derive_accept_key;

/// True if one of a header's comma-separated words is this one.
fn has(headers: &HeaderMap, name: HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|known| known.trim().eq_ignore_ascii_case(word))
}

/// What a handshake is answered with, and the line that comes of it; refused if it is none.
pub(crate) fn accept(headers: &HeaderMap, upgrade: Option<OnUpgrade>) -> Result<(HeaderMap, OnUpgrade), Code> {
    let asked = has(headers, header::CONNECTION, "upgrade") && has(headers, header::UPGRADE, "websocket");
    let version = headers.get(header::SEC_WEBSOCKET_VERSION).is_some_and(|version| version == "13");
    let key = headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| asked && version).ok_or(Code::UpgradeNeeded)?;
    let upgrade = upgrade.ok_or(Code::UpgradeNeeded)?;
    let accept = HeaderValue::from_str(&derive_accept_key(key.as_bytes())).map_err(|_| Code::UpgradeNeeded)?;
    let mut answer = HeaderMap::with_capacity(4);
    answer.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    answer.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    answer.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    if has(headers, header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL) {
        answer.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    }
    Ok((answer, upgrade))
}
