//! A room as a page of HTML, for readers without a script and for machines that read pages: pure.
//!
//! Whatever people write goes through the template's own escaping; nothing but the widget's page of JSON is put in as it is, and
//! that has no `<` left.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use linkify::{LinkFinder, LinkKind};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use tertulia_wire::{DeletedBy, Kind, Message, Page, RoomName, Sender};

use crate::error::Arg;
use crate::l10n::Catalogues;

/// How much of a message is shown where another answers it, in characters.
const QUOTE_CHARACTERS: usize = 80;

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
    /// Whether the widget is to take over.
    pub(crate) is_live: bool,
}

/// What is read of a room.
#[derive(Debug)]
pub(crate) struct Read<'a> {
    /// The page without its messages.
    pub(crate) head: &'a Page,
    /// Its messages, in id order.
    pub(crate) messages: &'a [Message],
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
    /// The widget's main file, which its loader asks for at once.
    pub(crate) main: &'static str,
}

impl Paper {
    /// The whole document. What it loads it names as lying two folders up, so that it works under any prefix.
    pub(crate) fn document(&self, view: &View<'_>) -> String {
        let title = self.title(view);
        let room = self.room(view, &title);
        let content = html! {
            @if view.is_live { tertulia-room room=(view.room) fill { (room) } } @else { main { (room) } }
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
                        link rel="modulepreload" href=(format!("../../{}", self.main));
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
            main.tertulia-page { h1 { (title) } @if let Some(detail) = detail { p { (detail) } } }
        };
        self.whole(title, false, &content)
    }

    /// A name for people: the room's own, or a worded one.
    fn title(&self, view: &View<'_>) -> String {
        let own = view.read.as_ref().and_then(|read| read.head.settings.as_ref()).and_then(|settings| settings.title.clone());
        let args = [("type", view.room.room_type.to_string().into()), ("id", view.room.id.to_string().into())];
        own.unwrap_or_else(|| self.word("page-title", &args))
    }

    fn room(&self, view: &View<'_>, title: &str) -> Markup {
        let comment = view.read.as_ref().and_then(|read| read.head.settings.as_ref()).and_then(|own| own.comment.as_deref());
        html! {
            @if let Some(json) = view.read.as_ref().and_then(|read| read.json.as_deref()) {
                script type="application/json" data-page { (PreEscaped(json)) }
            }
            div.tertulia-page {
                header { h1 dir="auto" { (title) } @if let Some(comment) = comment { p dir="auto" { (comment) } } }
                // Turned round by the style sheet, so that a browser shows the end of it without a script.
                div.log tabindex="0" { div { @if let Some(read) = &view.read { (self.log(read)) } } }
                div.foot {
                    @if let Some((headline, detail)) = &view.notice {
                        div.notice role="alert" { strong { (headline) } @if let Some(detail) = detail { " " (detail) } }
                    }
                    @if view.read.as_ref().is_some_and(|read| read.head.more_newer == Some(true)) {
                        p { a href=(here(view.room) + &self.query("")) { (self.word("page-newest", &[])) } }
                    }
                    @if let Some(form) = &view.form { (self.form(view.room, form)) }
                }
            }
        }
    }

    fn log(&self, read: &Read<'_>) -> Markup {
        let day = |message: &Message| self.at(message).date();
        html! {
            @if let Some(first) = read.messages.first().filter(|_| read.head.more) {
                p.older { a href=(self.query(&format!("before={}", first.id))) rel="prev" { (self.word("page-older", &[])) } }
            }
            @if read.messages.is_empty() { p.empty { (self.word("page-empty", &[])) } }
            @for messages in read.messages.chunk_by(|one, next| day(one) == day(next)) {
                section {
                    @let date = messages.first().map(day).unwrap_or_default();
                    h2 { time datetime=(date) { (self.day(date)) } }
                    ol { @for message in messages { (self.message(message, read)) } }
                }
            }
        }
    }

    fn day(&self, date: jiff::civil::Date) -> String {
        let weekday = self.word(&format!("weekday-{}", date.weekday().to_monday_one_offset()), &[]);
        let zone = self.zone.iana_name().unwrap_or("UTC").to_owned();
        self.word("page-day", &[("weekday", weekday.into()), ("date", date.to_string().into()), ("zone", zone.into())])
    }

    fn message(&self, message: &Message, read: &Read<'_>) -> Markup {
        let at = self.at(message);
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        let kind = match message.kind {
            Kind::Message => "message",
            Kind::Action => "action",
            Kind::Notification | Kind::System => "notice",
            Kind::Join | Kind::Leave => "line",
        };
        let is_told = matches!(message.kind, Kind::Join | Kind::Leave | Kind::Notification | Kind::System);
        html! {
            li id=(anchor(message.id)) class=(kind) {
                @if !is_told { (self.sender(message.sender.as_ref())) " " }
                time datetime=(stamp(message)) { (time) }
                @if message.edited.is_some() && message.deleted.is_none() { " " small { (self.word("page-edited", &[])) } }
                @if let Some(id) = message.reply_to { (self.quote(id, read)) }
                (self.body(message))
                @if !message.reactions.is_empty() {
                    ul.reactions { @for one in &message.reactions { li { (one.emoji) " " (one.count) } } }
                }
            }
        }
    }

    fn sender(&self, sender: Option<&Sender>) -> Markup {
        html! {
            b.sender { bdi { (self.name(sender)) } }
            @if sender.is_some_and(|sender| sender.guest) { " " small { (self.word("page-guest", &[])) } }
        }
    }

    fn name(&self, sender: Option<&Sender>) -> String {
        sender.map_or_else(|| self.word("text-nobody", &[]), |sender| sender.name.clone())
    }

    fn body(&self, message: &Message) -> Markup {
        let name = || self.name(message.sender.as_ref());
        let worded = match (message.deleted, message.kind) {
            (Some(_), _) => Some(self.word(
                match message.deleted_by {
                    Some(DeletedBy::Moderator) => "page-deleted-by-moderator",
                    _ => "page-deleted-by-sender",
                },
                &[],
            )),
            (None, Kind::Join) => Some(self.word("text-joined", &[("name", name().into())])),
            (None, Kind::Leave) => Some(self.word("text-left", &[("name", name().into())])),
            _ => None,
        };
        match worded {
            Some(words) => html! { p.told { (words) } },
            None => html! { p dir="auto" { (linked(&message.text)) } },
        }
    }

    /// What a message answers: drawn from the page, else a way to it.
    fn quote(&self, id: u64, read: &Read<'_>) -> Markup {
        let quoted =
            read.messages.binary_search_by_key(&id, |message| message.id).ok().and_then(|place| read.messages.get(place));
        match quoted {
            Some(quoted) => html! {
                a.quote href=(format!("#{}", anchor(id))) {
                    bdi { (self.name(quoted.sender.as_ref())) } ": "
                    @if quoted.deleted.is_none() { bdi { (short(&quoted.text)) } }
                }
            },
            None => {
                let there = format!("{}#{}", self.query(&format!("around={id}")), anchor(id));
                html! { a.quote href=(there) { (self.word("page-quoted", &[])) } }
            }
        }
    }

    fn form(&self, room: &RoomName, form: &Form<'_>) -> Markup {
        html! {
            form method="post" action=(here(room) + &self.query("")) accept-charset="utf-8" {
                input type="hidden" name="client_id" value=(form.client_id);
                @if let Some(token) = form.token { input type="hidden" name="token" value=(token); }
                @if let Some(name) = form.name {
                    label { (self.word("page-name", &[])) " " input name="name" value=(name) required maxlength="50" autocomplete="nickname" dir="auto"; }
                }
                label.text { (self.word("page-text", &[])) " " textarea name="text" required rows="2" dir="auto" { (form.text) } }
                button { (self.word("page-send", &[])) }
            }
        }
    }

    /// What asks for a page of this room in an address: `query`, and the zone that times are told in, where that is not UTC. Empty
    /// where nothing is asked for.
    pub(crate) fn query(&self, query: &str) -> String {
        let zone = self.zone.iana_name().filter(|_| self.zone != TimeZone::UTC);
        // Of what the names of zones are made of, only this sign is something else in a query.
        let zone = zone.map(|name| format!("tz={}", name.replace('+', "%2B"))).unwrap_or_default();
        let parts: Vec<_> = [query, &zone].into_iter().filter(|part| !part.is_empty()).collect();
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

/// A text with its links made links: those of the web, written out with their scheme.
fn linked(text: &str) -> Markup {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    html! {
        @for span in finder.spans(text) {
            @if span.kind().is_some() && is_of_the_web(span.as_str()) {
                a href=(span.as_str()) rel="nofollow ugc noopener noreferrer" target="_blank" { (span.as_str()) }
            } @else {
                (span.as_str())
            }
        }
    }
}

fn is_of_the_web(link: &str) -> bool {
    let starts = |scheme: &str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("https://") || starts("http://")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tertulia_wire::{Reaction, Time};

    use super::super::samples::{NOON, said};
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
        let paper = Paper { catalogues: Arc::default(), tag: "en", zone: TimeZone::UTC, main: "widget-1.js" };
        let (head, room) = (head(), room());
        let read = Some(Read { head: &head, messages, json: None });
        paper.document(&View { room: &room, read, notice: None, form, is_live: false })
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
            ],
            None,
        );
        for part in [
            "<title>Chat for project 42</title>",
            r#"href="https://example.org/a?b=1&amp;c=2""#,
            r##"href="#m1""##,
            r##"href="?around=900#m900""##,
            r#"href="?before=1""#,
            "Ana joined",
            "Ana left",
            "👍 2",
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
            // The same elements, but for links: what was written added none, and no attribute.
            prop_assert_eq!(tags(&plain), tags(&hostile), "{}", hostile);
            for link in hostile.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
                let names: Vec<_> = link.split('"').step_by(2).map(|name| name.trim().trim_end_matches('=')).collect();
                let is_ours = link == r#"href="?before=1" rel="prev""#;
                prop_assert!(is_ours || names == ["href", "rel", "target", ""] && link.starts_with("href=\"http"), "{}", link);
            }
        }
    }

    fn form<'a>(name: &'a str, text: &'a str) -> Form<'a> {
        Form { name: Some(name), token: None, client_id: "12345678", text }
    }

    /// Each tag with the names of its attributes, links left out.
    fn tags(page: &str) -> Vec<String> {
        let mut tags = Vec::new();
        for part in page.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            let names: Vec<_> = tag.split('"').step_by(2).map(str::trim).collect();
            if !names.concat().starts_with("a href=") && !names.concat().starts_with("/a") {
                tags.push(names.join(" "));
            }
        }
        tags
    }
}
