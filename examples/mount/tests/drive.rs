//! Drives the application as a browser would.

use std::net::SocketAddr;

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// The application, and who asks there as a page of its own would.
struct Site {
    origin: String,
    client: Client,
    cookie: String,
}

impl Site {
    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.origin)).header("cookie", &self.cookie)
    }
}

#[tokio::test]
async fn a_user_of_the_application_talks_in_a_projects_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let (app, chat) = mount::app(folder.path().join("mount.db"), &origin).await.expect("an application");
    let leaving = chat.clone();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(async move {
        let app = app.into_make_service_with_connect_info::<SocketAddr>();
        let stop = async move {
            let _ = stopped.await;
            leaving.leave();
        };
        axum::serve(listener, app).with_graceful_shutdown(stop).await
    });
    let client = Client::builder().no_proxy().build().expect("a client");
    let mut site = Site { origin: origin.clone(), client, cookie: String::new() };

    let page = site.ask(Method::GET, "/projects/42").send().await.expect("answers").text().await.expect("a page");
    assert!(page.contains(r#"<tertulia-room room="project/42">"#));
    let widget = site.ask(Method::GET, "/chat/widget.js").send().await.expect("answers");
    assert_eq!(widget.status(), StatusCode::OK);
    let messages = "/chat/v1/rooms/project/42/messages";
    let nobody = site.ask(Method::GET, messages).send().await.expect("answers");
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);

    let signed_in = site.ask(Method::POST, "/sign-in/ana").send().await.expect("answers");
    site.cookie = signed_in.headers()["set-cookie"].to_str().expect("a text").split(';').next().expect("a cookie").to_owned();
    // Nothing was said in the room yet: the page invites her to, and what she says first makes it.
    let page: Value = site.ask(Method::GET, messages).send().await.expect("answers").json().await.expect("JSON");
    assert!(page["me"]["may"].as_array().is_some_and(|may| may.contains(&json!("say"))), "{page}");
    let say = |origin: &str| site.ask(Method::POST, messages).header("origin", origin).json(&json!({"text": "hola"})).send();
    assert_eq!(say(&origin).await.expect("answers").status(), StatusCode::CREATED);
    let released = site.ask(Method::POST, "/projects/42/release").send().await.expect("answers");
    assert_eq!(released.status(), StatusCode::OK);
    // Her browser sends the cookie for a page of another site, too.
    let refused = say("https://evil.example").await.expect("answers");
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert_eq!(refused.json::<Value>().await.expect("JSON")["code"], "origin_refused");

    let page: Value = site.ask(Method::GET, messages).send().await.expect("answers").json().await.expect("JSON");
    assert_eq!(page["messages"][0]["sender"]["id"], "ana");
    assert_eq!(page["messages"][1]["kind"], "notification");
    assert_eq!(page["messages"][1]["text"], "ana released a new version.");
    assert_eq!(page["messages"].as_array().map(Vec::len), Some(2));

    // Somebody reads on, and holds up no stop.
    let reading = site.ask(Method::GET, messages).header("accept", "text/event-stream").send().await.expect("a stream");
    assert_eq!(reading.status(), StatusCode::OK);
    stop.send(()).expect("is served");
    served.await.expect("ends").expect("well");
    chat.close().await;
    drop(reading);
}

#[tokio::test]
async fn guests_and_whoever_is_banned_have_an_address_here() {
    let folder = tempfile::tempdir().expect("a folder");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let (app, _chat) = mount::app(folder.path().join("mount.db"), &origin).await.expect("an application");
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, app).await });
    let client = Client::builder().no_proxy().build().expect("a client");
    // As a proxy on this machine says it.
    let guest = |address: String| {
        let request = client.post(format!("{origin}/chat/v1/guests")).header("origin", &origin);
        request.header("x-forwarded-for", address).json(&json!({"name": "Ana"})).send()
    };
    let mut statuses = Vec::new();
    for _ in 0..150 {
        statuses.push(guest("203.0.113.9".into()).await.expect("answers").status());
    }
    assert!(statuses.contains(&StatusCode::TOO_MANY_REQUESTS), "{:?}", statuses.first());
    assert_ne!(guest("198.51.100.7".into()).await.expect("answers").status(), StatusCode::TOO_MANY_REQUESTS);
}
