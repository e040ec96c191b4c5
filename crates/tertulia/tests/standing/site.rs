//! A host with users by cookie, its chat on a port, and those who ask there.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use futures_util::{SinkExt, StreamExt};
use http::request::Parts;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tertulia::auth::jwks::{Fetched, Fetching, KeySource};
use tertulia::auth::{Answer, Authenticate, User};
use tertulia::store::Store;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::{Code, Level};
use tertulia::{Chat, ChatBuilder};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

pub(crate) const ORIGIN: &str = "https://site.example";
pub(crate) const MESSAGES: &str = "/v1/rooms/project/42/messages";

/// The host's own sessions: cookie → what the host says of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sessions {
    users: Arc<Mutex<HashMap<String, Result<User, String>>>>,
    pub(crate) asked: Arc<AtomicU64>,
}

impl Sessions {
    pub(crate) fn set(&self, user: &str, says: User) {
        self.users.lock().expect("unpoisoned").insert(format!("user={user}"), Ok(says));
    }

    pub(crate) fn fail(&self, user: &str) {
        self.users.lock().expect("unpoisoned").insert(format!("user={user}"), Err("the users' table is away".into()));
    }

    pub(crate) fn sign_out(&self, user: &str) {
        self.users.lock().expect("unpoisoned").remove(&format!("user={user}"));
    }
}

impl Authenticate for Sessions {
    fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::SeqCst);
            let cookie = head.headers.get("cookie").and_then(|cookie| cookie.to_str().ok()).unwrap_or_default();
            // As if it were looked up somewhere.
            tokio::task::yield_now().await;
            Ok(self.users.lock().expect("unpoisoned").get(cookie).cloned().transpose()?)
        })
    }
}

/// Somebody who may say in all projects.
pub(crate) fn member(id: &str) -> User {
    User::new(id).named("Somebody").may("project/*", Level::Say)
}

/// The site's key set: one key, until it is taken back.
#[derive(Debug, Clone, Default)]
struct Keys {
    taken_back: Arc<AtomicBool>,
}

impl KeySource for Keys {
    fn fetch(&self, _: usize) -> Fetching<'_> {
        Box::pin(async {
            let key = json!({"kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "uNXY14UHHaRVxpBGVibL4u4tA9Sod-3fAqOv37sUsA4"});
            let keys = if self.taken_back.load(Ordering::SeqCst) { vec![] } else { vec![key] };
            Ok(Fetched { json: json!({ "keys": keys }).to_string().into(), max_age: None })
        })
    }
}

/// A token of somebody who may say in the room, by the key that the site publishes, under a name of it.
pub(crate) fn signed(user: &str, kid: &str) -> String {
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
    let claims = json!({"sub": user, "aud": "tertulia", "iat": now, "exp": now + 3_600, "grants": {"project/42": "say"}});
    let header = Header { kid: Some(kid.to_owned()), ..Header::new(Algorithm::EdDSA) };
    let key = EncodingKey::from_ed_pem(include_bytes!("../keys/ed.pem")).expect("a key");
    encode(&header, &claims, &key).expect("signs")
}

pub(crate) struct Site {
    pub(crate) chat: Chat,
    pub(crate) sessions: Sessions,
    keys: Keys,
    pub(crate) address: String,
    http: reqwest::Client,
}

/// How somebody says who they are.
#[derive(Debug, Clone)]
pub(crate) enum By {
    Nothing,
    Cookie(String),
    Token(String),
}

impl Site {
    pub(crate) async fn new() -> Self {
        Self::with(Arc::new(MemoryStore::new()), |chat| chat).await
    }

    pub(crate) async fn with(store: Arc<dyn Store>, more: impl FnOnce(ChatBuilder) -> ChatBuilder) -> Self {
        let sessions = Sessions::default();
        let keys = Keys::default();
        let chat = Chat::builder().store(store).secret([7; 32]).authenticate(sessions.clone()).origins(vec![ORIGIN.to_owned()]);
        let chat = chat.jwks(keys.clone());
        let chat = more(chat).build().await.expect("a chat");
        chat.room(&room("project/42")).notify("here").await.expect("said");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let routes = chat.router::<()>();
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { chat, sessions, keys, address, http }
    }

    pub(crate) fn token(&self, id: &str) -> String {
        self.chat.user_token(id, "Somebody", &room("project/42"), Level::Say, 3_600).expect("a token")
    }

    /// Takes back the key, and returns once that has been fetched and all who came by it are asked again.
    pub(crate) async fn key_is_taken_back(&self) {
        self.keys.taken_back.store(true, Ordering::SeqCst);
        let (before, hub) = (self.chat.hub().everywhere(), self.chat.hub());
        // A token that names another key has the set fetched.
        let unknown = self.chat.whose(&signed("somebody", "new")).await.expect_err("is not known");
        assert_eq!(unknown.code, Code::TokenInvalid);
        within(async {
            while hub.everywhere() == before {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    pub(crate) fn ask(&self, method: Method, path: &str, by: &By) -> RequestBuilder {
        let request = self.http.request(method, format!("http://{}{path}", self.address));
        match by {
            By::Nothing => request,
            By::Cookie(user) => request.header("cookie", format!("user={user}")),
            By::Token(token) => request.bearer_auth(token),
        }
    }

    pub(crate) fn get(&self, path: &str, by: &By) -> RequestBuilder {
        self.ask(Method::GET, path, by)
    }

    pub(crate) fn say(&self, text: &str, by: &By) -> RequestBuilder {
        self.ask(Method::POST, MESSAGES, by).json(&json!({ "text": text }))
    }

    /// Shakes hands for a WebSocket, with more headers.
    pub(crate) async fn shake(&self, by: &By, headers: &[(&'static str, &str)]) -> Result<Line, Error> {
        let mut request = format!("ws://{}/v1/socket", self.address).into_client_request().expect("a request");
        let own = match by {
            By::Nothing => None,
            By::Cookie(user) => Some(("cookie", format!("user={user}"))),
            By::Token(token) => Some(("authorization", format!("Bearer {token}"))),
        };
        let given = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
        for (name, value) in given.chain(own) {
            request.headers_mut().append(name, value.parse().expect("a value"));
        }
        tokio_tungstenite::connect_async(request).await.map(|(socket, _)| Line(socket))
    }

    /// Opens the room on a WebSocket.
    pub(crate) async fn open(&self, by: &By) -> Line {
        let headers: &[_] = if matches!(by, By::Cookie(_)) { &[("origin", ORIGIN)] } else { &[] };
        let mut line = self.shake(by, headers).await.expect("shakes hands");
        line.send(json!({ "type": "hello" })).await;
        line.send(json!({ "type": "open", "ref": "1", "room": "project/42" })).await;
        assert_eq!(line.frame().await.expect("a frame")["type"], "welcome");
        line
    }
}

/// What was answered: the status and the code of a problem, or the JSON.
pub(crate) async fn answer(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    (status, serde_json::from_slice(&response.bytes().await.expect("a body")).unwrap_or_default())
}

pub(crate) async fn code(request: RequestBuilder) -> (u16, String) {
    let (status, json) = answer(request).await;
    (status, json["code"].as_str().unwrap_or_default().to_owned())
}

/// One end of a WebSocket.
pub(crate) struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Line {
    pub(crate) async fn send(&mut self, frame: Value) {
        self.0.send(Message::text(frame.to_string())).await.expect("sent");
    }

    /// The same, to who may have closed already.
    pub(crate) async fn try_send(&mut self, frame: Value) {
        let _ = self.0.send(Message::text(frame.to_string())).await;
    }

    /// The next frame, beats aside; or the number of the close.
    pub(crate) async fn frame(&mut self) -> Result<Value, u16> {
        loop {
            match within(self.0.next()).await {
                Some(Ok(Message::Text(text))) => {
                    let frame: Value = serde_json::from_str(&text).expect("JSON");
                    // Who is here is told when its time has come, between any two.
                    if !["beat", "presence"].contains(&frame["type"].as_str().unwrap_or_default()) {
                        return Ok(frame);
                    }
                }
                Some(Ok(Message::Close(close))) => return Err(close.map_or(0, |close| close.code.into())),
                Some(Ok(_)) => {}
                None | Some(Err(_)) => return Err(0),
            }
        }
    }
}

/// What never comes fails a test instead of holding it up.
pub(crate) async fn within<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(30), what).await.expect("comes in time")
}
