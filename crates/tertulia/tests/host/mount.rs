//! The routes in a host's router, under any prefix, and as a service of their own.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::get;
use http_body_util::BodyExt;
use tertulia::Chat;
use tertulia::testkit::words::room;
use tertulia::wire::Page;
use tower::ServiceExt;

#[derive(Clone)]
struct HostState(&'static str);

async fn whole(response: axum::http::Response<Body>) -> (StatusCode, bytes::Bytes) {
    let (head, body) = response.into_parts();
    (head.status, body.collect().await.expect("a body").to_bytes())
}

fn ask(path: &str, token: &str) -> Request<Body> {
    let request = Request::get(path).header("authorization", format!("Bearer {token}"));
    request.body(Body::empty()).expect("a request")
}

async fn chat() -> (Chat, String) {
    let store = Arc::new(tertulia::testkit::MemoryStore::new());
    let chat = Chat::builder().store(store).secret("x".repeat(32)).build().await.expect("a chat");
    chat.room(&room("project/42")).notify("hola").await.expect("said");
    let token = chat.owner_token("owner", 60).expect("a token");
    (chat, token)
}

#[tokio::test]
async fn the_router_nests_in_one_of_any_state_under_any_prefix() {
    let (chat, token) = chat().await;
    for prefix in ["", "/chat", "/a/deep/place", "/sites/{site}/chat"] {
        let own = axum::Router::<HostState>::new()
            .route("/own", get(|axum::extract::State(HostState(word)): axum::extract::State<HostState>| async move { word }));
        let routes = chat.router::<HostState>();
        let app = if prefix.is_empty() { own.merge(routes) } else { own.nest(prefix, routes) };
        let app = app.with_state(HostState("the host's"));
        let (_, body) = whole(app.clone().oneshot(ask("/own", "")).await.expect("answers")).await;
        assert_eq!(body, "the host's");
        let path = format!("{}/v1/rooms/project/42/messages", prefix.replace("{site}", "7"));
        let response = app.clone().oneshot(ask(&path, &token)).await.expect("answers");
        assert_eq!(response.headers()["cache-control"], "private, no-store", "{path}");
        let (status, body) = whole(response).await;
        let page: Page = serde_json::from_slice(&body).expect("a page");
        assert_eq!((status, page.messages[0].text.as_str()), (StatusCode::OK, "hola"), "{path}");
    }
}

#[tokio::test]
async fn a_plain_service_serves_without_a_router_of_the_hosts() {
    let (chat, token) = chat().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let service = hyper_util::service::TowerToHyperService::new(chat.service());
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let io = hyper_util::rt::TokioIo::new(stream);
        let _ = hyper::server::conn::http1::Builder::new().serve_connection(io, service).with_upgrades().await;
    });
    let stream = tokio::net::TcpStream::connect(address).await.expect("connects");
    let io = hyper_util::rt::TokioIo::new(stream);
    let (mut sender, line) = hyper::client::conn::http1::handshake(io).await.expect("a line");
    tokio::spawn(line);
    let mut request = ask("/v1/rooms/project/42", &token);
    request.headers_mut().insert("host", "chat.example".parse().expect("valid"));
    let response = sender.send_request(request).await.expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
}
