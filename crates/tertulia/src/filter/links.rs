//! Whether there is an address of the web in a text.

/// Ends of names that are hardly ever anything but an address, where no path follows.
const ENDS: [&str; 38] = [
    "ai", "app", "biz", "cc", "click", "club", "cn", "co", "com", "dev", "eu", "gg", "info", "io", "link", "live", "ly", "me",
    "mobi", "net", "online", "org", "pro", "pw", "ru", "shop", "site", "space", "store", "su", "tk", "top", "tv", "vip",
    "website", "win", "ws", "xyz",
];

/// Whether a text, in small letters and plain forms, has a link: with a scheme, with `www.`, or a name by itself where it is followed
/// by a path or ends like one. Looks at each character a few times at most.
pub(super) fn has_link(seen: &str) -> bool {
    has_scheme(seen) || names(seen).any(|(name, after)| is_link(name, after))
}

fn has_scheme(seen: &str) -> bool {
    seen.match_indices("://").any(|(at, mark)| {
        seen[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) && seen[at + mark.len()..].starts_with(is_label)
    })
}

/// Everything that may be a name in an address, whatever stands around it, each with what follows.
fn names(seen: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_of_name = |c: char| is_label(c) || c == '.' || c == '-' || c == '_';
    let mut rest = seen;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_of_name(c));
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        rest = after;
        (!name.is_empty()).then_some((name, after))
    })
}

fn is_link(name: &str, after: &str) -> bool {
    // A dot, a dash at its end belongs to the sentence.
    let whole = name.trim_end_matches(['.', '-', '_']);
    if let Some(at) = whole.find("www.")
        && !whole[..at].ends_with(char::is_alphanumeric)
        && whole[at + 4..].starts_with(is_label)
    {
        return true;
    }
    let Some((labels, end)) = whole.rsplit_once('.') else { return false };
    let is_end = end.chars().count() >= 2 && end.chars().all(char::is_alphabetic);
    let has_path = whole == name && (after.starts_with('/') || after.strip_prefix(':').is_some_and(begins_with_digit));
    labels.ends_with(is_label) && is_end && (has_path || ENDS.contains(&end))
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_label(c: char) -> bool {
    c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::super::fold::seen;
    use super::*;

    #[test]
    fn links_are_found_however_they_are_written() {
        for text in [
            "https://example.org",
            "see http://x.y/z?",
            "HTTP://EXAMPLE.ORG",
            "(https://example.org)",
            "ftp://example.org",
            "www.example",
            "WWW.example.de",
            "go to example.com",
            "example.com.",
            "example.com!",
            "«example.com»",
            "t.me/somebody",
            "youtu.be/abc",
            "mail me: ana@example.com",
            "ｅｘａｍｐｌｅ．ｃｏｍ",
            "example。com",
            "exam\u{200b}ple.com",
            "xn--d1acufc.xyz",
            "пример.рф/путь",
            "example.de:8080/x",
            "a,b;example.net",
            "[x](https://example.org)",
            "javascript://x",
            "web:evil.com/x",
            "see:evil.com",
            "/evil.com/x",
            "://https://evil.com/x",
            ".://https://evil.com",
            "evil.com—now",
            "evil.com=",
            "=evil.com?",
            "example.com%20",
        ] {
            assert!(has_link(&seen(text)), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_link_is_none() {
        for text in [
            "",
            "hola",
            "hola.mundo",
            "eso.es",
            "no.si",
            "e.g. this",
            "i.e./e.g.",
            "and/or",
            "3.5/10",
            "10:30",
            "v1.2.3/final",
            "...com",
            ".com",
            "a:b",
            "www",
            "www.",
            "wwww.",
            ":/",
            "://",
            "http://",
            "what? no.",
            "1.000.000",
            "ok...",
            "main.rs",
            "@ana",
            "ana@home",
        ] {
            assert!(!has_link(&seen(text)), "{text:?}");
        }
    }
}
