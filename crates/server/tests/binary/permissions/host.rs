//! The table once more, in an application that knows its users by a session of its own.

use std::sync::Arc;

use axum::http::request::Parts;
use tertulia::Chat;
use tertulia::auth::{Answer, Authenticate, Policy, TypeRules, User};
use tertulia::limits::Limits;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia_wire::Level;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{SECRET, differences, now, token, ways};
use crate::client::{Client, PAGE};

/// Sessions that say for themselves whose they are: `name|pattern|level`.
struct Sessions;

impl Authenticate for Sessions {
    fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a> {
        let cookie = head.headers.get("cookie").and_then(|cookie| cookie.to_str().ok());
        let user = cookie.and_then(|cookie| cookie.strip_prefix("session=")).map(|session| {
            let [name, pattern, level] = session.splitn(3, '|').collect::<Vec<_>>()[..] else { panic!("{session}") };
            let level = serde_json::from_value::<Level>(level.into()).expect("a level");
            User::new(name).named(name).may(pattern, level)
        });
        Box::pin(async move { Ok(user) })
    }
}

/// Serves the rooms as an application does that has users of its own.
async fn application(store: SqliteStore) -> watch::Receiver<Option<String>> {
    let rules = |guests| TypeRules { guests, create: None };
    let types = [("closed", Level::None), ("look", Level::Read), ("open", Level::Say)];
    let types = types.map(|(name, guests)| (name.parse().expect("a type"), rules(guests)));
    let chat = Chat::builder().store(Arc::new(store)).secret(SECRET).authenticate(Sessions).origins(vec![PAGE.to_owned()]);
    let chat = chat.policy(Policy { types: types.into(), ..Policy::default() }).limits(Limits::default().unpaced());
    let chat = chat.build().await.expect("a chat");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move { axum::serve(listener, chat.router::<()>()).await });
    watch::channel(Some(address)).1
}

#[tokio::test]
async fn whom_the_host_vouches_for_may_the_same_as_with_a_token() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = SqliteStore::open(SqliteOptions::new(folder.path().join("rooms.db"))).await.expect("opens");
    let nobody = Client::new(application(store).await, None);
    let by_session = |name: &str, pattern: &str, level: Level| {
        nobody
            .with_session(&format!("{name}|{pattern}|{}", serde_json::to_value(level).expect("writes").as_str().expect("a word")))
    };
    let owner = nobody.with_token(&token("owner", "*", Level::Own, now()));
    let wrong = differences(&owner, &ways(&nobody, by_session).await).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
