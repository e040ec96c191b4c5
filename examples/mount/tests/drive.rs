//! Drives the application as a browser would.

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
    let app = mount::app(folder.path().join("mount.db"), &origin).await.expect("an application");
    tokio::spawn(async move { axum::serve(listener, app).await });
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
}
