//! Whether a reader takes what is compressed, by RFC 9110, section 12.5.3 (pure); and how it is compressed.

use axum::body::Bytes;
use axum::http::header::{self, HeaderMap};

/// Thousandths: as fine as a weight may be.
const WHOLE: u16 = 1_000;

/// Whether gzip is the coding to send: it is asked for, and nothing says that the file as it is would be liked better.
///
/// Whoever says nothing is sent it as it is: programs that know of no coding don't speak of them.
pub(super) fn takes_gzip(headers: &HeaderMap) -> bool {
    let (mut gzip, mut plain, mut any) = (None, None, None);
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    for (coding, weight) in lines.flat_map(|line| line.split(',')).filter_map(weighed) {
        let which = match coding.to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => &mut gzip,
            "identity" => &mut plain,
            "*" => &mut any,
            _ => continue,
        };
        // Who says two things of one coding means the lesser: it is right for either.
        *which = Some(which.map_or(weight, |said: u16| said.min(weight)));
    }
    let gzip = gzip.or(any).unwrap_or(0);
    gzip > 0 && gzip >= plain.or(any).unwrap_or(0)
}

/// One of a list: its name, and its weight, which is 1 where none is given. Nothing if it can't be read.
fn weighed(item: &str) -> Option<(&str, u16)> {
    let (coding, weight) = match item.split_once(';') {
        Some((coding, weight)) => (coding, thousandths(weight.trim().strip_prefix(['q', 'Q'])?.strip_prefix('=')?)?),
        None => (item, WHOLE),
    };
    Some((coding.trim(), weight))
}

/// `0`, `1`, or with up to three digits behind the point.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    if !matches!(whole, "0" | "1") || part.len() > 3 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let weight: u16 = format!("{whole}{part:0<3}").parse().ok()?;
    (weight <= WHOLE).then_some(weight)
}

/// The same bytes in the format of gzip, as small as they get.
#[cfg(feature = "widget")]
pub(super) fn gzip(plain: &[u8]) -> Option<Bytes> {
    use libdeflater::{CompressionLvl, Compressor};
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut bytes = vec![0; compressor.gzip_compress_bound(plain.len())];
    let length = compressor.gzip_compress(plain, &mut bytes).ok()?;
    // What is kept for long takes no more room than it needs.
    Some(Bytes::copy_from_slice(&bytes[..length]))
}

/// Without the widget there is nothing that would be worth a compressor.
#[cfg(not(feature = "widget"))]
pub(super) fn gzip(_: &[u8]) -> Option<Bytes> {
    None
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn takes(lines: &[&[u8]]) -> bool {
        let line = |line: &&[u8]| (header::ACCEPT_ENCODING, HeaderValue::from_bytes(line).expect("can be sent"));
        takes_gzip(&lines.iter().map(line).collect())
    }

    #[test]
    fn gzip_is_for_those_who_ask_for_it() {
        for line in [
            "gzip",
            "GZip",
            "x-gzip",
            "gzip, deflate, br, zstd",
            "br;q=1.0, gzip;q=0.8, *;q=0.1",
            "*",
            "gzip ; Q=0.001",
            "gzip;q=1.000",
            "identity;q=0, gzip",
            "identity;q=0.5, *",
            "gzip;q=1,identity;q=1",
            "identity;q=0, *;q=0.1",
            "\tgzip\t,,",
            "deflate, *;q=0, gzip",
        ] {
            assert!(takes(&[line.as_bytes()]), "{line}");
        }
        for line in [
            "",
            " ",
            ",",
            "identity",
            "br, deflate",
            "gzip;q=0",
            "gzip;q=0.000",
            "*;q=0",
            "gzip;q=0, *",
            "*, gzip;q=0",
            "gzip;q=0.5, identity",
            "gzip;q=0.5, identity;q=0.501",
            "gzip, gzip;q=0",
            "gzip;q=0,x-gzip",
            "gzip;q=",
            "gzip;q=1.001",
            "gzip;q=2",
            "gzip;q=-1",
            "gzip;q=0.0001",
            "gzip;q=1e0",
            "gzip;q=NaN",
            "gzip;level=9",
            "gzip;",
            "gzip;q=1;q=0",
            "gzipx",
            "\"gzip\"",
            "gzip deflate",
            "identity;q=0",
            "identity;q=0, *;q=0",
            "identity;q=0, gzip;q=0",
        ] {
            assert!(!takes(&[line.as_bytes()]), "{line}");
        }
        assert!(!takes(&[]), "who says nothing");
        assert!(takes(&[b"br", b"gzip"]) && !takes(&[b"gzip", b"gzip;q=0"]), "several lines are one list");
        assert!(takes(&[b"\xff\xfe", b"gzip"]), "what is no text says nothing");
    }

    /// A weight as it may be written: in thousandths, and as it stands there.
    fn weight() -> impl Strategy<Value = (u16, String)> {
        let digits = |weight: u16| (weight, format!(";q={}.{:03}", weight / WHOLE, weight % WHOLE));
        prop_oneof![Just((WHOLE, String::new())), Just((0, ";q=0".to_owned())), (0..=WHOLE).prop_map(digits)]
    }

    proptest! {
        #[test]
        fn the_heavier_of_the_two_is_sent(said in proptest::collection::hash_map(
            prop_oneof![Just("gzip"), Just("identity"), Just("*"), Just("br")], weight(), 0..4,
        ), between in "[ \t]{0,2}") {
            let line: Vec<String> =
                said.iter().map(|(coding, (_, weight))| format!("{coding}{between}{}", weight.replace(';', &format!(";{between}")))).collect();
            let of = |coding| said.get(coding).or(said.get("*")).map(|(weight, _)| *weight);
            let expected = of("gzip").is_some_and(|gzip| gzip > 0 && of("identity").is_none_or(|plain| gzip >= plain));
            prop_assert_eq!(takes(&[line.join(&format!("{between},")).as_bytes()]), expected);
        }

        #[test]
        fn whatever_is_said_is_read(line in proptest::collection::vec(prop_oneof![0x20..=0x7E_u8, Just(b';'), Just(b','), 0x80..=0xFF_u8], 0..64)) {
            takes(&[&line]);
        }
    }

    #[cfg(feature = "widget")]
    #[test]
    fn what_is_compressed_is_the_same_when_it_is_read() {
        for plain in [String::new(), "a".to_owned(), "hola ".repeat(10_000)] {
            let bytes = gzip(plain.as_bytes()).expect("is compressed");
            let mut read = vec![0; plain.len()];
            let length = libdeflater::Decompressor::new().gzip_decompress(&bytes, &mut read).expect("is gzip");
            assert_eq!(&read[..length], plain.as_bytes());
        }
    }
}
