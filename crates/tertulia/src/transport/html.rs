//! A room as a page of HTML, for readers without a script and for machines that read pages: pure.
//!
//! Whatever people write goes through the template's own escaping; nothing but the widget's page of JSON is put in as it is, and
//! that has no `<` left.

mod marks;
mod rows;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Deserialize;
use tertulia_wire::{Message, Page, RoomName};

use self::rows::{SEND, SMILE, icon};
use crate::error::Arg;
use crate::l10n::Catalogues;

/// How much of a message stands where another answers it, in characters: more than a line holds, and not all of a long text.
const QUOTE_CHARACTERS: usize = 400;

/// A page of one room.
#[derive(Debug)]
pub(crate) struct View<'a> {
    /// The room by the name that it was asked for.
    pub(crate) room: &'a RoomName,
    /// What is read, where the reader may read it.
    pub(crate) read: Option<Read<'a>>,
    /// What to tell the reader first: a headline, and what would be right.
    pub(crate) notice: Option<(String, Option<String>)>,
    /// Where the reader may say something.
    pub(crate) form: Option<Form<'a>>,
    /// Why they may not, by the name of its wording, where that is known.
    pub(crate) closed: Option<&'static str>,
    /// Whether the widget is to take over.
    pub(crate) is_live: bool,
}

/// How close the lines of a room stand, as the element's attribute of that name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Density {
    /// Each message in a bubble.
    #[default]
    Bubble,
    /// Line by line, for many people who say little.
    Line,
}

impl Density {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Bubble => None,
            Self::Line => Some("line"),
        }
    }
}

/// What of the widget stands in a page before it is there itself.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Parts {
    /// The script that puts in what only the browser knows.
    pub(crate) first: &'static str,
    /// Files that the page names, since the element asks for them at once.
    pub(crate) files: &'static [&'static str],
}

/// What is read of a room.
#[derive(Debug)]
pub(crate) struct Read<'a> {
    /// The page without its messages.
    pub(crate) head: &'a Page,
    /// Its messages, in id order.
    pub(crate) messages: &'a [Message],
    /// What is answered by them and not among them, in id order.
    pub(crate) quoted: &'a [Message],
    /// The reader's id, where the server knows it.
    pub(crate) own: Option<&'a str>,
    /// The page as the widget takes it, on the newest page.
    pub(crate) json: Option<String>,
}

/// The form to say something by.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    /// A guest's name so far; `None` where the host knows who it is.
    pub(crate) name: Option<&'a str>,
    /// The guest's token, once there is one.
    pub(crate) token: Option<&'a str>,
    /// By which the message is known, however often the form is sent.
    pub(crate) client_id: &'a str,
    /// What was written, where it was not taken.
    pub(crate) text: &'a str,
}

/// Writes pages in one language and one time zone.
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) catalogues: Arc<Catalogues>,
    pub(crate) tag: &'static str,
    pub(crate) zone: TimeZone,
    /// How close the lines stand.
    pub(crate) density: Density,
    /// What of the widget stands in the page.
    pub(crate) parts: Parts,
}

impl Paper {
    /// The whole document. What it loads it names as lying two folders up, so that it works under any prefix.
    pub(crate) fn document(&self, view: &View<'_>) -> String {
        let title = self.title(view);
        let room = self.room(view, &title);
        let content = html! {
            @if !view.is_live { main { (room) } }
            // Where there are rows the element holds them, so that they can stay where they are; else it holds all there is.
            @else if view.read.is_some() { (room) }
            @else { tertulia-room room=(view.room) density=[self.density.attribute()] fill { (room) } }
        };
        self.whole(&title, view.is_live, &content)
    }

    fn whole(&self, title: &str, is_live: bool, content: &Markup) -> String {
        let direction = if self.catalogues.is_rtl(self.tag) { "rtl" } else { "ltr" };
        let document = html! {
            (DOCTYPE)
            html lang=(self.tag) dir=(direction) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content";
                    meta name="robots" content="noindex";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href="../../embed.css";
                    @if is_live {
                        // Nothing is seen before the script in the page has run, where the browser can be told so.
                        link rel="expect" href="#whole" blocking="render";
                        @for file in self.parts.files { link rel="modulepreload" href=(format!("../../{file}")); }
                        script type="module" src="../../widget.js" {}
                    }
                }
                body { (content) }
            }
        };
        document.into_string()
    }

    /// A page that says why there is no other.
    pub(crate) fn refusal(&self, title: &str, detail: Option<&str>) -> String {
        let content = html! {
            main { div.room.refusal data-fill { h1 { (title) } @if let Some(detail) = detail { p { (detail) } } } }
        };
        self.whole(title, false, &content)
    }

    /// A name for people: the room's own, or a worded one.
    fn title(&self, view: &View<'_>) -> String {
        let own = view.read.as_ref().and_then(|read| read.head.settings.as_ref()).and_then(|settings| settings.title.clone());
        let args = [("type", view.room.room_type.to_string().into()), ("id", view.room.id.decode().into())];
        own.unwrap_or_else(|| self.word("page-title", &args))
    }

    fn room(&self, view: &View<'_>, title: &str) -> Markup {
        let comment = view.read.as_ref().and_then(|read| read.head.settings.as_ref()).and_then(|own| own.comment.as_deref());
        html! {
            div.room data-fill data-density=[self.density.attribute()] {
                header.header { h1.title { bdi { (title) } } @if let Some(comment) = comment { p dir="auto" { (comment) } } }
                // Turned round by the style sheet, so that a browser shows the end of it without a script.
                div.middle { div.log tabindex="0" { @if let Some(read) = &view.read { (self.log(view, read)) } } }
                (self.foot(view))
            }
            @if view.is_live && view.read.is_some() { (rows::script(self.parts.first)) span #whole hidden {} }
        }
    }

    /// The rows, each a child of the element that takes over: what is deeper could not be given a place in what it draws.
    fn log(&self, view: &View<'_>, read: &Read<'_>) -> Markup {
        let rows = self.rows(read, view.form.is_some());
        html! {
            @if view.is_live {
                // Words that the script puts in where only the browser knows that they are to stand there.
                tertulia-room.lines room=(view.room) density=[self.density.attribute()] fill
                    data-guest=(self.word("page-guest", &[])) data-unread=(self.word("page-unread", &[])) {
                    @if let Some(json) = read.json.as_deref() {
                        script type="application/json" data-page { (PreEscaped(json)) }
                    }
                    (rows)
                }
            } @else {
                div.lines { (rows) }
            }
        }
    }

    fn foot(&self, view: &View<'_>) -> Markup {
        let head = view.read.as_ref().map(|read| read.head);
        html! {
            footer.foot {
                @if let Some((headline, detail)) = &view.notice {
                    div.told role="alert" { strong { (headline) } @if let Some(detail) = detail { " " (detail) } }
                }
                @if head.is_some_and(|head| head.more_newer == Some(true)) {
                    p { a href=(here(view.room) + &self.query("")) { (self.word("page-newest", &[])) } }
                }
                @if let Some(form) = &view.form { (self.form(view.room, form)) }
                @else if let Some(closed) = view.closed { div.closed { (self.word(closed, &[])) } }
            }
        }
    }

    fn form(&self, room: &RoomName, form: &Form<'_>) -> Markup {
        html! {
            form method="post" action=(here(room) + &self.query("")) accept-charset="utf-8" {
                input type="hidden" name="client_id" value=(form.client_id);
                @if let Some(token) = form.token { input type="hidden" name="token" value=(token); }
                @if let Some(name) = form.name {
                    label.name { (self.word("page-name", &[])) " " input.field name="name" value=(name) required maxlength="50" autocomplete="nickname" dir="auto"; }
                }
                div.composer {
                    label.sr for="text" { (self.word("page-text", &[])) }
                    textarea.field id="text" name="text" required rows="1" dir="auto" placeholder=(self.word("page-text", &[])) { (form.text) }
                    span.pick aria-hidden="true" { (icon(SMILE)) }
                    button.send title=(self.word("page-send", &[])) aria-label=(self.word("page-send", &[])) { (icon(SEND)) }
                }
            }
        }
    }

    /// What asks for a page of this room in an address: `query`, the zone that times are told in, where that is not UTC, and how
    /// close its lines stand, where that is said. Empty where nothing is asked for.
    pub(crate) fn query(&self, query: &str) -> String {
        let zone = self.zone.iana_name().filter(|_| self.zone != TimeZone::UTC);
        // Of what the names of zones are made of, only this sign is something else in a query.
        let zone = zone.map(|name| format!("tz={}", name.replace('+', "%2B"))).unwrap_or_default();
        let density = self.density.attribute().map(|density| format!("density={density}")).unwrap_or_default();
        let parts: Vec<_> = [query, &zone, &density].into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    fn at(&self, message: &Message) -> jiff::civil::DateTime {
        self.zone.to_datetime(Timestamp::from_millisecond(message.created.0).unwrap_or_default())
    }

    pub(crate) fn word(&self, message: &str, args: &[(&'static str, Arg)]) -> String {
        self.catalogues.word(self.tag, message, args).unwrap_or_default()
    }
}

/// The page itself, from wherever the server is mounted: by its last part, which `./` keeps from being read as a scheme.
pub(crate) fn here(room: &RoomName) -> String {
    format!("./{}", room.id)
}

/// Where a message stands on its page.
pub(crate) fn anchor(id: u64) -> String {
    format!("m{id}")
}

fn stamp(message: &Message) -> String {
    Timestamp::from_millisecond(message.created.0).unwrap_or_default().to_string()
}

/// The beginning of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(QUOTE_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tertulia_wire::{DeletedBy, Kind, Reaction, Sender, Time};

    use super::super::samples::{NOON, said, worded};
    use super::*;

    fn head() -> Page {
        let room = room();
        serde_json::from_value(serde_json::json!({ "room": room, "messages": [], "more": true, "reset": false, "first": 1 }))
            .expect("a page")
    }

    fn room() -> RoomName {
        "project/42".parse().expect("a room")
    }

    fn written(messages: &[Message], form: Option<Form<'_>>) -> String {
        written_in("en", messages, form)
    }

    fn written_in(tag: &'static str, messages: &[Message], form: Option<Form<'_>>) -> String {
        let paper =
            Paper { catalogues: Arc::default(), tag, zone: TimeZone::UTC, density: Density::Bubble, parts: Parts::default() };
        let (head, room) = (head(), room());
        let read =
            Some(Read { head: &head, messages, quoted: &[said(800, Sender::user("9", "Eve"), "ayer")], own: None, json: None });
        paper.document(&View { room: &room, read, notice: None, form, closed: None, is_live: false })
    }

    #[test]
    fn what_a_host_says_by_a_wordings_key_is_in_the_readers_language() {
        for (message, says) in worded() {
            for (tag, says) in ["en", "es"].into_iter().zip(says) {
                let by_ana = Message { kind: Kind::Message, sender: Some(Sender::user("7", "Ana")), ..message.clone() };
                for message in [message.clone(), by_ana] {
                    let page = written_in(tag, &[message], None).replace(['\u{2068}', '\u{2069}'], "");
                    assert!(page.contains(&format!(">{says}<")), "{says} in {page}");
                }
            }
        }
        let mut nasty = worded().remove(0).0;
        nasty.data = serde_json::from_value(serde_json::json!({ "key": "joined", "args": { "name": "<b onclick=x>&" } })).ok();
        let page = written(&[nasty], None);
        assert!(page.contains("&lt;b onclick=x&gt;&amp;\u{2069} joined"), "{page}");
    }

    #[test]
    fn a_transcript_has_every_kind_and_fate() {
        let ana = || Sender::user("7", "Ana");
        let of = |id, kind| Message { kind, ..said(id, ana(), "baila") };
        let reaction = Reaction { emoji: "👍".into(), count: 2, by: vec!["7".into()] };
        let page = written(
            &[
                said(1, ana(), "hola https://example.org/a?b=1&c=2."),
                Message { reply_to: Some(1), reactions: vec![reaction], ..said(2, ana(), "sí") },
                Message { reply_to: Some(900), ..said(3, ana(), "no") },
                of(4, Kind::Join),
                of(5, Kind::Leave),
                of(6, Kind::Notification),
                Message { deleted: Some(Time(NOON)), deleted_by: Some(DeletedBy::Moderator), ..said(7, ana(), "") },
                Message { reply_to: Some(800), ..said(8, ana(), "de ayer") },
            ],
            None,
        );
        for part in [
            "<title>Chat for project 42</title>",
            r#"href="https://example.org/a?b=1&amp;c=2""#,
            r##"href="#m1""##,
            r##"href="?around=900#m900"><span>An earlier message"##,
            r##"class="quote hue-10" href="?around=800#m800"><b><bdi>Eve</bdi></b> <span dir="auto">ayer</span>"##,
            r#"href="?before=1""#,
            "Ana joined",
            "Ana left",
            "👍 <span>2</span>",
            "removed by a moderator",
            "Tuesday",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_people_write_becomes_markup(
            text in "[<>&\"'/a-z=: \n;!-]{0,40}", name in "[<>&\"'/a-z= ]{1,20}", tail in prop::sample::select(vec![
                "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "https://a.b/\"onmouseover=\"x", "</textarea><b>",
            ]),
        ) {
            let (text, name) = (format!("{text}{tail}"), format!("{name}{tail}"));
            let plain = written(&[said(1, Sender::user("7", "Ana"), "hola")], Some(form("", "")));
            let hostile = written(&[said(1, Sender::user("7", name.clone()), &text)], Some(form(&name, &text)));
            // The same elements, but for links and marks: what was written added none, and no attribute.
            prop_assert_eq!(tags(&plain), tags(&hostile), "{}", hostile);
            for link in hostile.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
                let names: Vec<_> = link.split('"').step_by(2).map(|name| name.trim().trim_end_matches('=')).collect();
                let is_ours = link == r#"href="?before=1" rel="prev""#;
                prop_assert!(is_ours || names == ["href", "rel", "target", ""] && link.starts_with("href=\"http"), "{}", link);
            }
        }
    }

    #[test]
    fn a_line_stands_as_the_widget_draws_it() {
        let at = |id, minute: i64, by: Sender| Message { created: Time(NOON + minute * 60_000), ..said(id, by, "hola") };
        let (ana, rosa) = (|| Sender::user("7", "Ana María"), || Sender::user("7", "Rosa"));
        let page = written(&[at(1, 0, ana()), at(2, 4, ana()), at(3, 9, ana()), at(4, 10, rosa()), at(5, 721, rosa())], None);
        // A group ends by time, by name, and with its day; the colour is that of `lines.ts`.
        for row in [
            r#"<article id="m1" class="message hue-8 first"><div class="avatar" aria-hidden="true">AM</div>"#,
            r#"<article id="m2" class="message hue-8 last"><div class="body"><span class="sr">Ana María</span>"#,
            r#"<article id="m3" class="message hue-8 first last">"#,
            r#"<article id="m4" class="message hue-8 first last">"#,
            r#"<h2 class="day"><time datetime="2026-11-25">Wednesday 2026-11-25 (UTC)</time></h2><article id="m5""#,
        ] {
            assert!(page.contains(row), "{row} in {page}");
        }
        assert_eq!(page.matches("class=\"day\"").count(), 2, "{page}");
    }

    fn form<'a>(name: &'a str, text: &'a str) -> Form<'a> {
        Form { name: Some(name), token: None, client_id: "12345678", text }
    }

    /// Each tag with the names of its attributes, but for links and what is made of marks.
    fn tags(page: &str) -> Vec<String> {
        let mut tags = Vec::new();
        let mut marks = Vec::new();
        for part in page.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            let names = tag.split('"').step_by(2).map(str::trim).collect::<Vec<_>>().join(" ");
            let name = names.split(' ').next().unwrap_or_default().to_owned();
            let is_mark = ["a", "code", "strong", "em"].contains(&name.as_str()) || names.starts_with("span class= title=");
            if marks.last().is_some_and(|open: &String| names == format!("/{open}")) {
                marks.pop();
            } else if is_mark {
                marks.push(name);
            } else {
                tags.push(names);
            }
        }
        tags
    }
}
