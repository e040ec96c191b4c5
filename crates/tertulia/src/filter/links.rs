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
    seen.split(|c: char| c.is_whitespace() || "<>()[]{}\"'`*|,;“”‘’«»、，".contains(c)).any(is_link)
}

fn is_link(word: &str) -> bool {
    if let Some((scheme, rest)) = word.split_once("://")
        && scheme.ends_with(|c: char| c.is_ascii_alphanumeric())
        && rest.starts_with(is_label)
    {
        return true;
    }
    if let Some(at) = word.find("www.")
        && !word[..at].ends_with(char::is_alphanumeric)
        && word[at + 4..].starts_with(is_label)
    {
        return true;
    }
    let (name, path) = match word.find(['/', '?', '#', ':']) {
        Some(at) => (&word[..at], &word[at..]),
        None => (word.trim_end_matches(['.', '!', '…', '-', '_', '~']), ""),
    };
    let name = name.rsplit('@').next().unwrap_or_default();
    let Some((labels, end)) = name.rsplit_once('.') else { return false };
    let is_end = end.chars().count() >= 2 && end.chars().all(char::is_alphabetic);
    let has_path = path.starts_with('/') || path.starts_with(':') && path[1..].starts_with(|c: char| c.is_ascii_digit());
    labels.ends_with(is_label) && is_end && (has_path || ENDS.contains(&end))
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
