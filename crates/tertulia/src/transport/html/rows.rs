//! The rows of a room's page: the same structure, and the same classes, that the widget draws, so that the same style sheet puts
//! them in the same places. `widget/src/message-view.ts` and `extras.ts` are the other side; `widget/e2e/takeover.mjs` holds both.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use tertulia_wire::{DeletedBy, Kind, Message, Sender};

use super::marks::marked;
use super::{Paper, Read, anchor, short, stamp};

/// Messages of one sender within this time stand together.
const GROUP_MS: i64 = 300_000;
/// How many colours there are for senders.
const HUES: u32 = 12;

const STAR: &str = "M12 4v16M4 12h16M6.5 6.5l11 11M17.5 6.5l-11 11";
const BELL: &str = "M6 9a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0";
const INFO: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01";
const ENTER: &str = "M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 16l4-4-4-4M14 12H4";
const BUBBLES: &str = "M20 11.5a7.5 7 0 0 1-11 6.2L4 19l1.4-4.1A7 7 0 0 1 4.5 11.5 7.5 7 0 0 1 12 4.5a7.5 7 0 0 1 8 7ZM9 11.5v.01M12.3 11.5v.01M15.6 11.5v.01";
const LEAVE: &str = "M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 16l5-4-5-4M20 12H9";

/// A picture of lines, on a grid of 24.
pub(super) fn icon(path: &str) -> Markup {
    html! { svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(path); } }
}

/// A message among its neighbours.
struct Row<'a> {
    message: &'a Message,
    is_own: bool,
    /// The first and the last of a group by one sender.
    is_first: bool,
    is_last: bool,
}

impl Paper {
    /// All rows of a page, with the day above each day's first.
    pub(super) fn rows(&self, read: &Read<'_>, may_say: bool) -> Markup {
        let first = read.messages.first();
        let older = first.filter(|_| read.head.more);
        let day = |message: &Message| self.at(message).date();
        html! {
            @if let Some(first) = older {
                p.edge { a href=(self.query(&format!("before={}", first.id))) rel="prev" { (self.word("page-older", &[])) } }
            } @else if first.is_some() {
                p.edge { (self.word("page-beginning", &[])) }
            } @else {
                div.empty {
                    (icon(BUBBLES))
                    strong { (self.word("page-empty", &[])) }
                    @if may_say { span { (self.word("page-empty-hint", &[])) } }
                }
            }
            @for (place, message) in read.messages.iter().enumerate() {
                @let before = place.checked_sub(1).and_then(|place| read.messages.get(place));
                @let after = read.messages.get(place.saturating_add(1));
                @if before.is_none_or(|before| day(before) != day(message)) { (self.day(day(message))) }
                (self.row(&Row {
                    message,
                    is_own: read.own.is_some() && message.sender.as_ref().and_then(|sender| sender.id.as_deref()) == read.own,
                    is_first: before.is_none_or(|before| !self.follows(before, message)),
                    is_last: after.is_none_or(|after| !self.follows(message, after)),
                }, read))
            }
        }
    }

    fn day(&self, date: Date) -> Markup {
        let weekday = self.word(&format!("weekday-{}", date.weekday().to_monday_one_offset()), &[]);
        let zone = self.zone.iana_name().unwrap_or("UTC").to_owned();
        let args = [("weekday", weekday.into()), ("date", date.to_string().into()), ("zone", zone.into())];
        html! { h2.day { time datetime=(date) { (self.word("page-day", &args)) } } }
    }

    fn follows(&self, before: &Message, after: &Message) -> bool {
        let who = |message: &Message| message.sender.as_ref().map(|sender| (sender.id.clone(), sender.name.clone()));
        let is_plain = before.kind == Kind::Message && after.kind == Kind::Message;
        let is_soon = after.created.0.saturating_sub(before.created.0) < GROUP_MS;
        is_plain && is_soon && who(before) == who(after) && self.at(before).date() == self.at(after).date()
    }

    fn row(&self, row: &Row<'_>, read: &Read<'_>) -> Markup {
        let message = row.message;
        let id = anchor(message.id);
        match message.kind {
            Kind::Message => self.plain(row, read),
            Kind::Action => html! {
                article id=(id) class="action" {
                    (icon(STAR))
                    div.grow {
                        @if message.deleted.is_some() { (self.removed(message)) } @else {
                            b { bdi { (name(message.sender.as_ref())) } } " " bdi.words { (marked(&message.text)) }
                        }
                        (reactions(message))
                    }
                    (self.meta(message))
                }
            },
            Kind::Join | Kind::Leave => html! {
                @let (kind, path, word) = if message.kind == Kind::Join { ("join", ENTER, "text-joined") } else { ("leave", LEAVE, "text-left") };
                article id=(id) class=(format!("{kind} presence-line")) {
                    (icon(path))
                    span { (self.word(word, &[("name", name(message.sender.as_ref()).to_owned().into())])) }
                    (self.meta(message))
                }
            },
            Kind::Notification | Kind::System => html! {
                @let (kind, path, label) = if message.kind == Kind::System { ("system", INFO, "page-system") } else { ("notification", BELL, "page-notification") };
                article id=(id) class=(kind) {
                    (icon(path))
                    span.sr { (self.word(label, &[])) ": " }
                    @if message.deleted.is_some() { div.grow { (self.removed(message)) } } @else {
                        div.grow { div.words dir="auto" { (marked(&self.catalogues.said(self.tag, message))) } (reactions(message)) }
                    }
                    (self.meta(message))
                }
            },
        }
    }

    fn plain(&self, row: &Row<'_>, read: &Read<'_>) -> Markup {
        let message = row.message;
        let sender = message.sender.as_ref();
        let is_named = row.is_first && !row.is_own;
        let is_gone = message.deleted.is_some();
        html! {
            article id=(anchor(message.id)) class={
                "message hue-" (hue(sender)) @if row.is_own { " own" } @if row.is_first { " first" } @if row.is_last { " last" }
            } {
                @if is_named { (avatar(sender)) }
                div.body {
                    @if is_named { (self.sender(sender)) } @else { span.sr { (name(sender)) } span.sr { ": " } }
                    div class=(if is_gone { "bubble is-removed" } else { "bubble" }) {
                        @if is_gone {
                            div.text { (self.removed(message)) (self.meta(message)) }
                        } @else {
                            @if let Some(id) = message.reply_to { (self.quote(id, read)) }
                            div.text dir="auto" { span.words { (marked(&self.catalogues.said(self.tag, message))) } (self.meta(message)) }
                        }
                    }
                    (reactions(message))
                }
            }
        }
    }

    fn sender(&self, sender: Option<&Sender>) -> Markup {
        html! {
            div.sender {
                bdi { (name(sender)) }
                @if sender.is_some_and(|sender| sender.guest) { " " span.guest { (self.word("page-guest", &[])) } }
            }
        }
    }

    fn meta(&self, message: &Message) -> Markup {
        let at = self.at(message);
        html! {
            " " span.meta {
                @if message.edited.is_some() && message.deleted.is_none() { span { (self.word("page-edited", &[])) } " " }
                time datetime=(stamp(message)) { (format!("{:02}:{:02}", at.hour(), at.minute())) }
            }
        }
    }

    fn removed(&self, message: &Message) -> Markup {
        let by = match message.deleted_by {
            Some(DeletedBy::Moderator) => "page-deleted-by-moderator",
            _ => "page-deleted-by-sender",
        };
        html! { span.removed { (self.word(by, &[])) } }
    }

    /// What a message answers, and the way to it: what is not on this page is on another one.
    fn quote(&self, id: u64, read: &Read<'_>) -> Markup {
        let here = find(read.messages, id);
        let there = match here {
            Some(_) => format!("#{}", anchor(id)),
            None => format!("{}#{}", self.query(&format!("around={id}")), anchor(id)),
        };
        match here.or_else(|| find(read.quoted, id)) {
            Some(quoted) => html! {
                a class={ "quote hue-" (hue(quoted.sender.as_ref())) } href=(there) {
                    b { bdi { (name(quoted.sender.as_ref())) } }
                    " "
                    span dir="auto" { @if quoted.deleted.is_none() { (short(&quoted.text)) } @else { (self.removed(quoted)) } }
                }
            },
            None => html! { a.quote href=(there) { span { (self.word("page-quoted", &[])) } } },
        }
    }
}

/// The message of this id, among some in id order.
fn find(messages: &[Message], id: u64) -> Option<&Message> {
    messages.get(messages.binary_search_by_key(&id, |message| message.id).ok()?)
}

/// Somebody's name; of who was erased nothing is left.
fn name(sender: Option<&Sender>) -> &str {
    sender.map_or("…", |sender| sender.name.as_str())
}

fn reactions(message: &Message) -> Markup {
    html! {
        @if !message.reactions.is_empty() && message.deleted.is_none() {
            ul.reactions { @for one in &message.reactions { li.reaction { (one.emoji) " " span { (one.count) } } } }
        }
    }
}

fn avatar(sender: Option<&Sender>) -> Markup {
    let picture = sender.and_then(|sender| sender.avatar.as_deref());
    let is_of_the_web = |link: &&str| link.starts_with("https:") || link.starts_with("http:");
    html! {
        div.avatar aria-hidden="true" {
            @if let Some(picture) = picture.filter(is_of_the_web) {
                img src=(picture) alt="" loading="lazy" referrerpolicy="no-referrer";
            } @else {
                (initials(sender.map_or("?", |sender| sender.name.as_str())))
            }
        }
    }
}

/// Up to two letters that stand for a name.
fn initials(name: &str) -> String {
    let mut parts = name.split_whitespace();
    let first = parts.next();
    let letters = first.into_iter().chain(parts.next_back()).filter_map(|part| part.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// One of twelve hues for a sender, always the same one, and the widget's.
fn hue(sender: Option<&Sender>) -> u32 {
    let known = sender.map_or("", |sender| sender.id.as_deref().unwrap_or(&sender.name));
    known.chars().fold(7_u32, |hash, character| hash.wrapping_mul(31).wrapping_add(u32::from(character)) % 65_521) % HUES
}

/// The form's own pictures.
pub(super) const SEND: &str = "M12 19V5M5 12l7-7 7 7";
pub(super) const SMILE: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9.5v.01M15 9.5v.01M8.5 14a4 4 0 0 0 7 0";

/// A script of our own in a page: it has no `</script` in it.
pub(super) fn script(source: &'static str) -> Markup {
    html! { script data-first { (PreEscaped(source)) } }
}
