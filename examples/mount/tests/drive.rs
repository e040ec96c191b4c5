//! Drives the application as a browser would.

use reqwest::{Client, StatusCode};
use serde_json::Value;

#[tokio::test]
async fn a_user_of_the_application_talks_in_a_projects_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = mount::app(folder.path().join("mount.db")).await.expect("an application");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let site = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let client = Client::builder().no_proxy().build().expect("a client");

    let page = client.get(format!("{site}/projects/42")).send().await.expect("answers").text().await.expect("a page");
    assert!(page.contains(r#"<tertulia-room room="project/42" token-url="/chat-token">"#));
    let widget = client.get(format!("{site}/chat/widget.js")).send().await.expect("answers");
    assert_eq!(widget.status(), StatusCode::OK);
    let nobody = client.get(format!("{site}/chat-token?room=project/42")).send().await.expect("answers");
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);

    let signed_in = client.post(format!("{site}/sign-in/ana")).send().await.expect("answers");
    let cookie = signed_in.headers()["set-cookie"].to_str().expect("a text").split(';').next().expect("a cookie").to_owned();
    let token = client.get(format!("{site}/chat-token?room=project/42")).header("cookie", &cookie).send().await.expect("answers");
    let token: Value = token.json().await.expect("JSON");
    let token = token["token"].as_str().expect("a token");

    let released = client.post(format!("{site}/projects/42/release")).header("cookie", &cookie).send().await.expect("answers");
    assert_eq!(released.status(), StatusCode::OK);
    let messages = format!("{site}/chat/v1/rooms/project/42/messages");
    let said =
        client.post(&messages).bearer_auth(token).json(&serde_json::json!({"text": "hola"})).send().await.expect("answers");
    assert_eq!(said.status(), StatusCode::CREATED);
    let page: Value = client.get(&messages).bearer_auth(token).send().await.expect("answers").json().await.expect("JSON");
    assert_eq!(page["messages"][0]["kind"], "notification");
    assert_eq!(page["messages"][0]["text"], "ana released a new version.");
    assert_eq!(page["messages"][1]["sender"]["id"], "ana");
}
