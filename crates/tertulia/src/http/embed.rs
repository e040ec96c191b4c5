//! One room as a page of its own: readable without a script, and where guests may say something by a plain form. The widget takes
//! over from what stands there.
//!
//! A guest's token travels in the form, in a hidden field, and nowhere else is it looked at: another site's page can't send it.
//! A cookie keeps it from one page to the next, for the visit.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use serde::Deserialize;
use tertulia_wire::page::Action;
use tertulia_wire::request::{Feed, NewGuest, Say};
use tertulia_wire::{ClientId, Code, Level, Me, Message, Problem, RoomName};

use super::assets::{FIRST_HASH, PARTS};
use super::edge::text;
use super::extract::{Asker, Form, InRoom, Query};
use super::feed::{Ask, ask, zone};
use super::messages::look;
use crate::auth::{Identity, Who};
use crate::chat::Chat;
use crate::error::{Error, Refusal, StoreError};
use crate::say::{Spoken, new_client_id};
use crate::transport::html::{self, Density, Paper, Read, View, anchor, here};
use crate::transport::page::{Begin, RawPage};
use crate::transport::text::messages;

/// What keeps a guest's token from one page to the next.
const COOKIE: &str = "tertulia_guest";
/// The same over https: under a name that browsers take from this very host alone, so that no other, and no page without TLS, can
/// have somebody write as a guest of its own.
const HOST_COOKIE: &str = "__Host-tertulia_guest";

/// What the query of the page may ask for, beside a place in the log.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shown {
    /// There when what was said waits for review.
    held: Option<String>,
    /// How close its lines stand.
    #[serde(default)]
    density: Density,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    token: String,
    name: String,
    text: String,
    client_id: String,
}

/// The page.
pub(super) async fn show(
    State(chat): State<Chat>,
    Asker(asked): Asker,
    InRoom(room): InRoom,
    Query(feed): Query<Feed>,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let desk = Desk::new(&chat, &headers, zone(&feed)?, shown.density);
    let guest = cookie(&chat, &headers).filter(|_| asked.id().is_none()).and_then(|token| guest_by(&chat, token, &asked));
    let notice = shown.held.is_some().then(|| (desk.paper.word("page-held", &[]), None));
    desk.show(Arc::new(guest.unwrap_or(asked)), &room, &feed, Shows { notice, ..Shows::default() }).await
}

/// Something said by the form: said, the page is shown again, and a reload says nothing twice.
pub(super) async fn say(
    State(chat): State<Chat>,
    Asker(asked): Asker,
    InRoom(room): InRoom,
    Query(feed): Query<Feed>,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> Result<Response, Error> {
    let desk = Desk::new(&chat, &headers, zone(&feed)?, shown.density);
    let known = if asked.id().is_none() { guest_by(&chat, &filled.token, &asked) } else { None };
    let (who, token) = match desk.speaker(&asked, known.as_ref(), &room, &filled).await {
        Ok(speaker) => speaker,
        // Who is known stays so, also where another name can't be had.
        Err(error) => return desk.again(known.unwrap_or(asked), &room, &filled, error.into_refusal()).await,
    };
    let spoken = match filled.to_say() {
        Ok(say) => chat.say(&who, &room, say).await,
        Err(refusal) => Err(refusal.into()),
    };
    let place = match spoken {
        Ok(Spoken::Said(said)) => format!("{}{}#{}", here(&room), desk.paper.query(""), anchor(said.message.id)),
        Ok(Spoken::Held(_)) => format!("{}{}", here(&room), desk.paper.query("held")),
        Err(error) => {
            let mut response = desk.again(who, &room, &filled, error.into_refusal()).await?;
            keep(&mut response, &headers, token.as_deref());
            return Ok(response);
        }
    };
    let location = HeaderValue::from_str(&place).map_err(|error| StoreError::Failed(error.to_string()))?;
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response();
    keep(&mut response, &headers, token.as_deref());
    Ok(response)
}

/// A refusal as a page, for a browser that shows what it gets.
pub(super) fn refusal(chat: &Chat, tag: &'static str, problem: &Problem) -> Response {
    let paper = Paper {
        catalogues: Arc::clone(&chat.inner.catalogues),
        tag,
        zone: TimeZone::UTC,
        density: Density::default(),
        parts: PARTS,
    };
    document(chat, tag, paper.refusal(&problem.title, problem.detail.as_deref()))
}

fn document(chat: &Chat, tag: &'static str, html: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(tag)),
        (header::CONTENT_SECURITY_POLICY, policy(chat)),
        // With no referrer at all, browsers would send the form as coming from `null`.
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    ];
    (headers, html).into_response()
}

impl Filled {
    fn to_say(&self) -> Result<Say, Refusal> {
        let client_id = (!self.client_id.is_empty()).then(|| self.client_id.parse::<ClientId>()).transpose()?;
        // What comes from a form ends its lines as forms do; the draft makes them plain.
        Ok(Say { text: self.text.clone(), client_id, ..Say::default() })
    }
}

/// What a page shows beside its log.
#[derive(Debug, Default)]
struct Shows {
    notice: Option<(String, Option<String>)>,
    name: String,
    text: String,
    client_id: String,
}

/// What a page is made with.
struct Desk<'a> {
    chat: &'a Chat,
    paper: Paper,
}

impl<'a> Desk<'a> {
    fn new(chat: &'a Chat, headers: &HeaderMap, zone: TimeZone, density: Density) -> Self {
        let tag = chat.inner.catalogues.negotiate(&text(headers, &header::ACCEPT_LANGUAGE));
        let paper = Paper { catalogues: Arc::clone(&chat.inner.catalogues), tag, zone, density, parts: PARTS };
        Self { chat, paper }
    }

    async fn show(&self, who: Arc<Identity>, room: &RoomName, feed: &Feed, mut shows: Shows) -> Result<Response, Error> {
        // A cursor is nothing that a page can go on from.
        let feed = Feed { after: None, wait: None, ..feed.clone() };
        let ask = ask(&feed, "", self.chat.limits())?;
        let is_newest = matches!(ask, Ask::Live { begin: Begin::Newest(_), .. });
        let page = match look(self.chat, Arc::clone(&who), room, ask, None).await {
            // The widget may have a token that a browser's own request can't bring. Alone, the page tells nothing.
            Err(Error::Refused(refusal)) if refusal.code == Code::TokenMissing => {
                let notice = Some((self.paper.word("page-sign-in", &[]), None));
                let view = View { room, read: None, notice, form: None, closed: None, is_live: is_live() };
                return Ok(self.page(&view));
            }
            page => page?,
        };
        let messages = messages(&page)?;
        let said_here = page.head.me.as_ref().is_some_and(may_say);
        let is_locked = page.head.settings.as_ref().is_some_and(|settings| settings.locked);
        let closed = match (is_locked, who.id()) {
            (true, _) => "page-locked",
            (false, None) => "page-signed-out",
            (false, Some(_)) => "page-read-only",
        };
        if shows.client_id.is_empty() {
            shows.client_id = new_client_id()?.to_string();
        }
        let own_name = if let Who::Guest { name, .. } = &who.who { name.as_str() } else { "" };
        let name = if shows.name.is_empty() { own_name } else { shows.name.as_str() };
        let token = self.token_of(&who)?;
        let form = said_here.then(|| html::Form {
            name: (!is_user(&who)).then_some(name),
            token: token.as_deref(),
            client_id: &shows.client_id,
            text: &shows.text,
        });
        let json = if is_newest && is_live() { Some(embedded(&page)?) } else { None };
        let quoted = self.quoted(&who, room, &messages).await?;
        let read = Read { head: &page.head, messages: &messages, quoted: &quoted, own: who.id(), json };
        let view = View {
            room,
            read: Some(read),
            notice: shows.notice,
            form,
            closed: is_newest.then_some(closed),
            is_live: is_newest && is_live(),
        };
        Ok(self.page(&view))
    }

    /// What is answered by messages and is not among them, in id order, as far as the room still has it.
    async fn quoted(&self, who: &Identity, room: &RoomName, messages: &[Message]) -> Result<Vec<Message>, Error> {
        let is_here = |id: &u64| messages.binary_search_by_key(id, |message| message.id).is_ok();
        let answering = messages.iter().filter(|message| message.deleted.is_none());
        let ids: BTreeSet<u64> = answering.filter_map(|message| message.reply_to).filter(|id| !is_here(id)).collect();
        let mut quoted = Vec::new();
        if ids.is_empty() {
            return Ok(quoted);
        }
        let admitted = self.chat.admit(who, Action::Read, room).await?;
        let key = admitted.facts()?.key;
        for id in ids {
            quoted.extend(self.chat.inner.store.message(key, id).await?);
        }
        // Asked once more with the answers in hand: what they hold may be newer than the right to see it.
        self.chat.admit(&admitted.who, Action::Read, room).await?;
        Ok(quoted)
    }

    /// Who says what came by the form: whom the host knows, else the guest of the hidden field, by the name that stands beside it,
    /// else a new one.
    async fn speaker(
        &self,
        asked: &Identity,
        known: Option<&Identity>,
        room: &RoomName,
        filled: &Filled,
    ) -> Result<(Identity, Option<String>), Error> {
        if asked.id().is_some() {
            return Ok((asked.clone(), None));
        }
        match known {
            Some(who) if is_named(who, &filled.name) => Ok((who.clone(), Some(filled.token.clone()))),
            known => {
                let guest = NewGuest { name: filled.name.clone(), room: Some(room.clone()) };
                let made = self.chat.guest(known, &guest, asked.address).await?;
                Ok((self.chat.identify(&made.token)?.at(asked.address), Some(made.token)))
            }
        }
    }

    /// The page again, with what was written and why it was not taken.
    async fn again(&self, who: Identity, room: &RoomName, filled: &Filled, refusal: Refusal) -> Result<Response, Error> {
        let problem = self.chat.inner.catalogues.problem(&refusal, self.paper.tag);
        // Asked again under the same id only where it may have been taken.
        let is_open = refusal.code.status() == 503;
        let shows = Shows {
            notice: Some((problem.title, problem.detail)),
            name: refusal.proposal.clone().unwrap_or_else(|| filled.name.clone()),
            text: filled.text.clone(),
            client_id: if is_open { filled.client_id.clone() } else { String::new() },
        };
        let mut response = match self.show(Arc::new(who), room, &Feed::default(), shows).await {
            Ok(response) => response,
            // Who may not even read is told no more.
            Err(_) => return Err(refusal.into()),
        };
        *response.status_mut() = StatusCode::from_u16(refusal.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if let Some(seconds) = refusal.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        Ok(response)
    }

    /// A token for the guest who asks, for the hidden field: the one of the cookie may be about to end.
    fn token_of(&self, who: &Identity) -> Result<Option<String>, Error> {
        let Who::Guest { id, name } = &who.who else { return Ok(None) };
        Ok(Some(self.chat.inner.tokens.for_guest(id, name, (self.chat.inner.clock)())?.0))
    }

    fn page(&self, view: &View<'_>) -> Response {
        document(self.chat, self.paper.tag, self.paper.document(view))
    }
}

/// Whether the form is to stand on the page: it may yet be refused, and is told so then. On a page of history, where nothing is said of
/// the reader, there is none: it would show its message to nobody who reads there.
fn may_say(me: &Me) -> bool {
    me.may.contains(&Action::Say) || me.guests == Some(Level::Say)
}

const fn is_live() -> bool {
    !PARTS.files.is_empty()
}

fn is_user(who: &Identity) -> bool {
    matches!(who.who, Who::User { .. })
}

/// The name as a form would send it back.
fn is_named(who: &Identity, name: &str) -> bool {
    let Who::Guest { name: own, .. } = &who.who else { return false };
    name.is_empty() || crate::draft::name(name).is_ok_and(|name| name == *own)
}

/// The guest that a token tells of, asking from where the request came.
fn guest_by(chat: &Chat, token: &str, asked: &Identity) -> Option<Identity> {
    let who = chat.identify(token).ok().filter(|who| matches!(who.who, Who::Guest { .. }))?;
    Some(who.at(asked.address))
}

/// The guest's token that the browser has kept. Where this chat is known by an https name, only one that nobody else can have put
/// there.
fn cookie<'a>(chat: &Chat, headers: &'a HeaderMap) -> Option<&'a str> {
    let own = format!("https://{}", text(headers, &header::HOST));
    let name = if chat.inner.origins.contains(&own) { HOST_COOKIE } else { COOKIE };
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
    pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(given, value)| (given == name || given == HOST_COOKIE).then_some(value))
}

/// Keeps a guest's token for the visit. In a frame on another site it is kept for that site alone, where the browser can do that.
/// Without TLS its path is left to the browser, since only that knows the prefix: it is that of the rooms of this type.
fn keep(response: &mut Response, headers: &HeaderMap, token: Option<&str>) {
    let Some(token) = token else { return };
    let is_secure = text(headers, &header::ORIGIN).starts_with("https://");
    let (name, scope) = match is_secure {
        true => (HOST_COOKIE, "Path=/; Secure; SameSite=None; Partitioned"),
        false => (COOKIE, "SameSite=Lax"),
    };
    if let Ok(value) = HeaderValue::from_str(&format!("{name}={token}; HttpOnly; {scope}")) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}

/// What the page may do, and who may frame it: the sites that may use this chat.
fn policy(chat: &Chat) -> HeaderValue {
    let loopback: &[&str] = if chat.inner.open_mode { &["http://localhost:*", "http://127.0.0.1:*"] } else { &[] };
    let framed =
        ["'self'"].into_iter().chain(chat.inner.origins.iter()).chain(loopback.iter().copied()).collect::<Vec<_>>().join(" ");
    // The script that stands in the page itself is let run by what it says, and no other that stands there.
    let scripts = if is_live() { format!("script-src 'self' '{FIRST_HASH}'") } else { "script-src 'self'".to_owned() };
    let policy = super::assets::PAGE_POLICY.replace("script-src 'self'", &scripts);
    let policy = format!("{policy}; frame-ancestors {framed}");
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"))
}

/// The page as it may stand in HTML: JSON has `<` within texts alone, and there it can be written otherwise.
fn embedded(page: &RawPage) -> Result<String, Error> {
    let json = page.page_json()?;
    let json = String::from_utf8(json.into()).map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(json.replace('<', "\\u003c"))
}
