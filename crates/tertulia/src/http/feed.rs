//! What the query of the feed asks for: pure.

use std::time::Duration;

use jiff::tz::TimeZone;
use tertulia_wire::request::Feed;
use tertulia_wire::{Code, Cursor, NUMBER_MAX};

use crate::error::Refusal;
use crate::limits::Limits;
use crate::store::Span;
use crate::transport::page::Begin;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// The newest messages, or the changes after a cursor; a stream can go on from either.
    Live { begin: Begin, limit: u32, wait: Duration },
    /// A page of history.
    History { span: Span, limit: u32 },
}

/// How the answer is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Events,
    Text,
}

/// Reads the query; `Last-Event-ID` says the same as `after` and wins, but for history, where there is nothing to go on from.
pub(super) fn ask(feed: &Feed, last_event_id: &str, limits: &Limits) -> Result<Ask, Refusal> {
    let limit = match &feed.limit {
        Some(limit) => number("limit", limit, 1, limits.page_max)?,
        None => limits.page_max,
    };
    let short_limit = if feed.limit.is_some() { limit } else { limits.page_default };
    let spans = [("before", &feed.before), ("above", &feed.above), ("around", &feed.around)];
    let given = spans.iter().filter(|(_, id)| id.is_some()).count()
        + usize::from(feed.after.is_some())
        + usize::from(feed.last.is_some());
    if given > 1 {
        return Err(Refusal::because(Code::Invalid, "one-position"));
    }
    for (name, id) in spans {
        let Some(id) = id else { continue };
        let id = id_of(name, id)?;
        let span = match name {
            "before" => Span::Before(id),
            "above" => Span::Above(id),
            _ => Span::Around(id),
        };
        return Ok(Ask::History { span, limit: short_limit });
    }
    let wait = match &feed.wait {
        Some(wait) => number("wait", wait, 0, limits.wait_max_s)?,
        None => 0,
    };
    let last = match &feed.last {
        Some(last) => number("last", last, 1, limits.page_max)?,
        None => limits.page_default,
    };
    let cursor = if last_event_id.is_empty() { feed.after.as_deref() } else { Some(last_event_id) };
    let begin = match cursor {
        Some(cursor) => Begin::After(cursor.parse::<Cursor>()?),
        None => Begin::Newest(last),
    };
    Ok(Ask::Live { begin, limit, wait: Duration::from_secs(u64::from(wait)) })
}

/// By what is asked for in the query, else by `Accept`; anything unknown is JSON.
pub(super) fn format(feed: &Feed, accept: &str) -> Result<Format, Refusal> {
    match feed.format.as_deref() {
        Some("json") => return Ok(Format::Json),
        Some("sse") => return Ok(Format::Events),
        Some("text") => return Ok(Format::Text),
        Some(_) => return Err(Refusal::because(Code::Invalid, "invalid-format")),
        None => {}
    }
    let wanted = accept.split(',').filter(|part| !is_refused(part));
    let media = wanted.map(|part| part.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let known = media.into_iter().find_map(|media| match media.as_str() {
        "text/event-stream" => Some(Format::Events),
        "text/plain" => Some(Format::Text),
        "application/json" | "*/*" => Some(Format::Json),
        _ => None,
    });
    Ok(known.unwrap_or(Format::Json))
}

/// Whether a part of `Accept` says what is not wanted: its weight is 0 (RFC 9110, section 12.4.2).
fn is_refused(part: &str) -> bool {
    let weight =
        part.split(';').skip(1).find_map(|parameter| parameter.trim().to_ascii_lowercase().strip_prefix("q=").map(str::to_owned));
    weight.is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0))
}

/// Whether the text is to go on as a stream. A word that is neither yes nor no would be taken for the wrong one.
pub(super) fn follows(feed: &Feed) -> Result<bool, Refusal> {
    match feed.follow.as_deref() {
        None | Some("0" | "false") => Ok(false),
        Some("" | "1" | "true") => Ok(true),
        Some(_) => Err(Refusal::out_of_range("follow", 0, 1)),
    }
}

/// The time zone that a reader of text asks for.
pub(super) fn zone(feed: &Feed) -> Result<TimeZone, Refusal> {
    let Some(name) = &feed.tz else { return Ok(TimeZone::UTC) };
    TimeZone::get(name).map_err(|_| Refusal::because(Code::Invalid, "invalid-zone"))
}

/// A whole number; more than the most counts as the most, less than the least is refused.
fn number(field: &str, text: &str, min: u32, max: u32) -> Result<u32, Refusal> {
    let digits = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    if !digits {
        return Err(Refusal::out_of_range(field, min, max));
    }
    // Digits that don't fit are more than the most.
    let number = text.parse::<u32>().unwrap_or(u32::MAX).min(max);
    if number < min { Err(Refusal::out_of_range(field, min, max)) } else { Ok(number) }
}

fn id_of(field: &'static str, text: &str) -> Result<u64, Refusal> {
    let digits = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let refusal = || Refusal::out_of_range(field, 0, NUMBER_MAX);
    if digits { Ok(text.parse::<u64>().unwrap_or(NUMBER_MAX).min(NUMBER_MAX)) } else { Err(refusal()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &[(&str, &str)], last_event_id: &str) -> Result<Ask, Code> {
        let mut feed = Feed::default();
        for (name, value) in query {
            let field = match *name {
                "last" => &mut feed.last,
                "before" => &mut feed.before,
                "above" => &mut feed.above,
                "around" => &mut feed.around,
                "after" => &mut feed.after,
                "limit" => &mut feed.limit,
                _ => &mut feed.wait,
            };
            *field = Some((*value).to_owned());
        }
        ask(&feed, last_event_id, &Limits::default()).map_err(|refusal| refusal.code)
    }

    fn live(begin: Begin, limit: u32, wait_s: u64) -> Result<Ask, Code> {
        Ok(Ask::Live { begin, limit, wait: Duration::from_secs(wait_s) })
    }

    const CURSOR: &str = "00000000000000ff.7";

    #[test]
    fn more_than_the_most_is_the_most_and_less_than_the_least_is_refused() {
        assert_eq!(asked(&[], ""), live(Begin::Newest(50), 200, 0));
        assert_eq!(asked(&[("last", "99999999999999999999")], ""), live(Begin::Newest(200), 200, 0));
        assert_eq!(asked(&[("after", "0"), ("wait", "90"), ("limit", "7")], ""), live(Begin::After(Cursor::Start), 7, 25));
        let bad = [
            ("last", "0"),
            ("last", "-1"),
            ("limit", "0"),
            ("limit", "x"),
            ("wait", "-1"),
            ("last", ""),
            ("last", "1.5"),
            ("before", "-3"),
        ];
        for pair in bad {
            assert_eq!(asked(&[pair], ""), Err(Code::Invalid), "{pair:?}");
        }
    }

    #[test]
    fn the_last_event_id_wins_but_not_over_history() {
        let cursor = Begin::After(CURSOR.parse().expect("valid"));
        assert_eq!(asked(&[("after", "0")], CURSOR), live(cursor, 200, 0));
        assert_eq!(asked(&[("last", "5")], CURSOR), live(cursor, 200, 0));
        assert_eq!(asked(&[("before", "5")], CURSOR), Ok(Ask::History { span: Span::Before(5), limit: 50 }));
        assert_eq!(asked(&[("before", "5")], "broken"), Ok(Ask::History { span: Span::Before(5), limit: 50 }));
        assert_eq!(asked(&[("after", "0")], "broken"), Err(Code::Invalid));
    }

    #[test]
    fn two_positions_are_refused() {
        assert_eq!(asked(&[("after", "0"), ("last", "5")], ""), Err(Code::Invalid));
        assert_eq!(asked(&[("before", "5"), ("above", "5")], ""), Err(Code::Invalid));
    }

    #[test]
    fn the_format_is_json_unless_events_are_asked_for() {
        let by_accept = |accept| format(&Feed::default(), accept);
        assert_eq!(by_accept("text/event-stream"), Ok(Format::Events));
        assert_eq!(by_accept("text/html, */*;q=0.8"), Ok(Format::Json));
        assert_eq!(by_accept("image/png"), Ok(Format::Json));
        assert_eq!(by_accept(""), Ok(Format::Json));
        assert_eq!(by_accept("text/plain;charset=utf-8, */*"), Ok(Format::Text));
        assert_eq!(by_accept("TEXT/Plain; q=0.5"), Ok(Format::Text));
        assert_eq!(by_accept("text/event-stream;q=0, text/plain"), Ok(Format::Text));
        assert_eq!(by_accept("text/event-stream; charset=utf-8; Q=0.000"), Ok(Format::Json));
        let asked = Feed { format: Some("sse".into()), ..Feed::default() };
        assert_eq!(format(&asked, "application/json"), Ok(Format::Events));
        let asked = Feed { format: Some("text".into()), ..Feed::default() };
        assert_eq!(format(&asked, "application/json"), Ok(Format::Text));
    }

    #[test]
    fn text_is_followed_when_asked_for_and_its_zone_has_to_exist() {
        let following = |follow: Option<&str>| {
            follows(&Feed { follow: follow.map(str::to_owned), ..Feed::default() }).map_err(|refusal| refusal.code)
        };
        assert_eq!([None, Some("0"), Some("false")].map(following), [Ok(false); 3]);
        assert_eq!([Some(""), Some("1"), Some("true")].map(following), [Ok(true); 3]);
        assert_eq!([Some("no"), Some("yes"), Some("2"), Some("False")].map(following), [Err(Code::Invalid); 4]);
        let in_zone = |tz: Option<&str>| zone(&Feed { tz: tz.map(str::to_owned), ..Feed::default() });
        assert_eq!(in_zone(None).ok(), Some(TimeZone::UTC));
        assert!(in_zone(Some("America/Asuncion")).is_ok());
        for wrong in ["", "Nowhere/Nothing", "../../etc/passwd"] {
            assert_eq!(in_zone(Some(wrong)).map_err(|refusal| refusal.code), Err(Code::Invalid), "{wrong}");
        }
    }
}
