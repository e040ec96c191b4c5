//! What queries and forms carry, `name=text` and so on: pure.

use std::borrow::Cow;

use tertulia_wire::Code;

use crate::error::Refusal;

/// The names and texts of a query or a form.
///
/// # Errors
/// With the code that is given, where something is no percent-encoded UTF-8: what is read as something else than was meant would
/// be done to somebody else, or shown to all.
pub(super) fn pairs(encoded: &[u8], code: Code) -> Result<Vec<(String, String)>, Refusal> {
    let text = |part: &[u8]| decoded(part).map(Cow::into_owned);
    let read = each(encoded).map(|(name, value)| Some((text(name)?, text(value)?))).collect::<Option<_>>();
    read.ok_or_else(|| Refusal::because(code, "not-utf8"))
}

/// Whether a query asks for something by a name, in small letters or capital ones, however that is encoded.
pub(super) fn names(query: &str, wanted: &str) -> bool {
    each(query.as_bytes()).any(|(name, _)| decoded(name).is_some_and(|name| name.eq_ignore_ascii_case(wanted)))
}

fn each(encoded: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let pairs = encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| match pair.iter().position(|byte| *byte == b'=') {
        Some(at) => (&pair[..at], &pair[at + 1..]),
        None => (pair, &b""[..]),
    })
}

/// A text as it was before it was encoded; `None` where it is no UTF-8, or a `%` begins nothing.
fn decoded(encoded: &[u8]) -> Option<Cow<'_, str>> {
    if !encoded.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return std::str::from_utf8(encoded).ok().map(Cow::Borrowed);
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.iter();
    let half = |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => half(rest.next())? << 4 | half(rest.next())?,
            b'+' => b' ',
            byte => *byte,
        });
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(encoded: &str) -> Option<Vec<(String, String)>> {
        pairs(encoded.as_bytes(), Code::Invalid).ok()
    }

    proptest! {
        #[test]
        fn what_is_encoded_reads_back_as_it_was(given in prop::collection::vec((".{1,8}", ".{0,20}"), 0..4)) {
            let encoded = serde_urlencoded::to_string(&given).expect("encodes");
            prop_assert_eq!(read(&encoded), Some(given));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_and_not_replaced() {
        for broken in
            ["user=%ff", "user=%ff%fe", "user=%c0%af", "user=%ed%a0%80", "a=b&%ff=x", "user=%", "user=%4", "user=%zz", "a=%+1"]
        {
            assert_eq!(read(broken), None, "{broken}");
        }
        assert!(pairs(b"a=\xff", Code::Malformed).is_err());
        let one = |name: &str, text: &str| Some(vec![(name.to_owned(), text.to_owned())]);
        assert_eq!(read("follow"), one("follow", ""));
        assert_eq!(read("&a=b=c&"), one("a", "b=c"));
        assert_eq!(read("a+b=%F0%9f%98%80+%26%00"), one("a b", "😀 &\0"));
    }

    #[test]
    fn a_name_is_known_however_it_is_encoded() {
        for query in ["token=a", "a=b&TOKEN", "%74oken=a", "tok%65n=a", "%74%6f%6B%65%6e", "a=%ff&Tok%45n=b"] {
            assert!(names(query, "token"), "{query}");
        }
        for query in ["", "user=token", "tokens=a", "%2574oken=a", "token%ff=a", "token%=a", "+token=a"] {
            assert!(!names(query, "token"), "{query}");
        }
    }
}
