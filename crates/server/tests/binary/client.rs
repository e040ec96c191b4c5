//! One who asks over HTTP, and reads the answers with the wire's own types.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tertulia_wire::request::{Edit, Guest, NewGuest, PutRoom, Say};
use tertulia_wire::{ClientId, Code, Message, Page, Problem};

use crate::server::Site;

/// Why there is no answer of the kind that was asked for.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The server said no.
    Refused(Refused),
    /// The line is gone, or never was there.
    Line(String),
}

/// What the server said when it said no.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) status: u16,
    pub(crate) problem: Problem,
    pub(crate) retry_after: Option<String>,
}

impl Failure {
    /// The code of a refusal.
    pub(crate) fn code(&self) -> Code {
        match self {
            Failure::Refused(refused) => refused.problem.code,
            Failure::Line(error) => panic!("the line is gone: {error}"),
        }
    }

    /// Whether asking again may help: the server is away, or could not say what became of it.
    pub(crate) fn passes(&self) -> bool {
        match self {
            Failure::Refused(refused) => refused.status == 503,
            Failure::Line(_) => true,
        }
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Failure::Line(format!("{error:?}"))
    }
}

pub(crate) type Answer<T> = Result<T, Failure>;

/// Where the page is on which those with a session are.
pub(crate) const PAGE: &str = "https://site.example";

/// One who asks: where, and with which token.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    http: reqwest::Client,
    site: Site,
    token: Option<String>,
    session: Option<String>,
}

impl Client {
    pub(crate) fn new(site: Site, token: Option<String>) -> Self {
        // A proxy of the machine's has no business between a test and its own server, and where an answer leads is part of it.
        let http = reqwest::Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client");
        Self { http, site, token, session: None }
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Somebody else at the same server.
    pub(crate) fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), session: None, ..self.clone() }
    }

    /// The same without anything that says who it is.
    pub(crate) fn as_nobody(&self) -> Self {
        Self { token: None, session: None, ..self.clone() }
    }

    /// Somebody whom the application around the rooms knows by a cookie, on a page of its own.
    pub(crate) fn with_session(&self, session: &str) -> Self {
        Self { token: None, session: Some(format!("session={session}")), ..self.clone() }
    }

    /// What a browser sends by itself for somebody with a session.
    pub(crate) fn session_head(&self) -> Vec<(&'static str, &str)> {
        self.session.iter().flat_map(|cookie| [("cookie", cookie.as_str()), ("origin", PAGE)]).collect()
    }

    /// Where the server is; waits for one to be there.
    pub(crate) async fn address(&self) -> String {
        let mut site = self.site.clone();
        let address = site.wait_for(Option::is_some).await.expect("the server's folder is still there");
        address.clone().expect("is there")
    }

    /// A request to an address below the server's.
    pub(crate) async fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("http://{}{path}", self.address().await));
        let request = self.session_head().into_iter().fold(request, |request, (name, value)| request.header(name, value));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Answer<T> {
        read(self.request(Method::GET, path).await).await.map(|(_, body)| body)
    }

    async fn ask<T: DeserializeOwned>(&self, method: Method, path: &str, body: Option<&impl Serialize>) -> Answer<(u16, T)> {
        let request = self.request(method, path).await;
        read(match body {
            Some(body) => request.json(body),
            None => request,
        })
        .await
    }

    /// A page of the feed, by the query.
    pub(crate) async fn page(&self, room: &str, query: &str) -> Answer<Page> {
        self.get(&format!("/v1/rooms/{room}/messages?{query}")).await
    }

    /// Says something, and tells the status too.
    pub(crate) async fn try_say(&self, room: &str, say: &Say) -> Answer<(u16, Message)> {
        self.ask(Method::POST, &format!("/v1/rooms/{room}/messages"), Some(say)).await
    }

    /// Says something new that has to be taken.
    pub(crate) async fn say(&self, room: &str, text: &str) -> Message {
        let say = Say { text: text.to_owned(), ..Say::default() };
        let (status, message) = self.try_say(room, &say).await.expect("is said");
        assert_eq!(status, 201, "{message:?}");
        message
    }

    /// Says something until the server has answered, as a client with an outbox does.
    pub(crate) async fn say_for_sure(&self, room: &str, say: &Say) -> Message {
        loop {
            match self.try_say(room, say).await {
                Ok((_, message)) => return message,
                Err(failure) if failure.passes() => tokio::time::sleep(Duration::from_millis(5)).await,
                Err(failure) => panic!("{say:?}: {failure:?}"),
            }
        }
    }

    pub(crate) async fn edit(&self, room: &str, id: u64, text: &str) -> Answer<Message> {
        let edit = Edit { text: text.to_owned() };
        self.ask(Method::PATCH, &format!("/v1/rooms/{room}/messages/{id}"), Some(&edit)).await.map(|(_, message)| message)
    }

    pub(crate) async fn delete(&self, room: &str, id: u64) -> Answer<Message> {
        self.ask(Method::DELETE, &format!("/v1/rooms/{room}/messages/{id}"), None::<&()>).await.map(|(_, message)| message)
    }

    pub(crate) async fn react(&self, room: &str, id: u64, emoji: &str, add: bool) -> Answer<Message> {
        let method = if add { Method::PUT } else { Method::DELETE };
        let path = format!("/v1/rooms/{room}/messages/{id}/reactions?emoji={emoji}");
        self.ask(method, &path, None::<&()>).await.map(|(_, message)| message)
    }

    pub(crate) async fn put_room(&self, room: &str, put: &PutRoom) -> Answer<(u16, Page)> {
        self.ask(Method::PUT, &format!("/v1/rooms/{room}"), Some(put)).await
    }

    pub(crate) async fn delete_room(&self, room: &str) -> Answer<()> {
        answer(self.request(Method::DELETE, &format!("/v1/rooms/{room}")).await).await.map(drop)
    }

    pub(crate) async fn guest_token(&self, name: &str) -> String {
        let new = NewGuest { name: name.to_owned(), room: None };
        let (_, guest) = self.ask::<Guest>(Method::POST, "/v1/guests", Some(&new)).await.expect("a guest");
        guest.token
    }

    /// Every message of a room as it is now, read from the very beginning, and where that ends.
    pub(crate) async fn whole_feed(&self, room: &str) -> (Vec<Message>, Page) {
        let (mut messages, mut after) = (Vec::new(), "0".to_owned());
        loop {
            let mut page = self.page(room, &format!("after={after}&limit=100")).await.expect("a page");
            messages.append(&mut page.messages);
            if !page.more {
                return (messages, page);
            }
            after = page.cursor.expect("a page of changes has one").to_string();
        }
    }
}

/// Sends a request, and tells a refusal from an answer.
pub(crate) async fn answer(request: RequestBuilder) -> Answer<Response> {
    let response = request.send().await?;
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status().as_u16();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (retry_after, media) = (header("retry-after"), header("content-type"));
    assert_eq!(media.as_deref(), Some("application/problem+json"), "{status}");
    let problem: Problem = response.json().await?;
    assert_eq!((problem.status, problem.urn.as_deref()), (status, Some(problem.code.urn().as_str())));
    Err(Failure::Refused(Refused { status, problem, retry_after }))
}

async fn read<T: DeserializeOwned>(request: RequestBuilder) -> Answer<(u16, T)> {
    let response = answer(request).await?;
    let status = response.status().as_u16();
    // The line may be gone in the midst of an answer; an answer that is no such thing is a fault of the server's.
    let body = response.bytes().await?;
    let body = serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&body)));
    Ok((status, body))
}

/// A request to say something under a name of its own.
pub(crate) fn saying(client_id: &str, text: &str) -> Say {
    let client_id = Some(client_id.parse::<ClientId>().expect("a client id"));
    Say { text: text.to_owned(), client_id, ..Say::default() }
}
