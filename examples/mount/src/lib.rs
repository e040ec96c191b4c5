//! The application: who its users are, which projects it has, and how it puts a room on each.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use tertulia::auth::{Answer, Authenticate, User};
use tertulia::http::client_address;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::wire::Level;
use tertulia::{Attach, Chat, TrustedProxies};

/// A thing of this application's.
struct Project {
    id: u64,
}

// This is all that gives each project a room.
impl Attach for Project {
    const TYPE: &str = "project";
    fn id(&self) -> String {
        self.id.to_string()
    }
}

/// Who is signed in, by the application's own cookie.
struct Sessions;

// This is all that lets its users into the rooms, and it decides what they may do: say, in every project.
impl Authenticate for Sessions {
    fn authenticate<'a>(&'a self, head: &'a Parts) -> Answer<'a> {
        Box::pin(async { Ok(user(&head.headers).map(|name| User::new(&name).named(&name).may("project/*", Level::Say))) })
    }
}

/// The application at an origin, `http://127.0.0.1:3000`, with its rooms in a file, and the chat in it, to be closed at the end.
///
/// # Errors
/// When the file can't be used.
pub async fn app(file: impl Into<PathBuf>, origin: &str) -> anyhow::Result<(Router, Chat)> {
    let store = SqliteStore::open(SqliteOptions::new(file)).await?;
    let chat = Chat::builder().store(Arc::new(store)).authenticate(Sessions).origins(vec![origin.to_owned()]).build().await?;
    let rooms = chat.router().layer(from_fn_with_state(TrustedProxies::default(), client_address));
    let app = Router::new()
        .route("/sign-in/{name}", post(sign_in))
        .route("/projects/{id}", get(show))
        .route("/projects/{id}/release", post(release))
        .nest("/chat", rooms)
        .with_state(chat.clone());
    Ok((app, chat))
}

/// The host's own way to know its users. A real one would not believe just anybody.
async fn sign_in(Path(name): Path<String>) -> impl IntoResponse {
    [(header::SET_COOKIE, format!("user={name}; Path=/; HttpOnly; SameSite=Lax"))]
}

fn user(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get(header::COOKIE).and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
    cookies.split("; ").find_map(|cookie| cookie.strip_prefix("user=")).map(str::to_owned)
}

async fn show(Path(id): Path<u64>) -> Html<String> {
    Html(format!(
        r#"<!doctype html><title>Project {id}</title><h1>Project {id}</h1>
        <button onclick="fetch('/sign-in/ana', {{method: 'POST'}}).then(() => location.reload())">Sign in as Ana</button>
        <script type="module" src="/chat/widget.js"></script>
        <tertulia-room room="project/{id}"></tertulia-room>"#
    ))
}

/// Something happens in the application, and it tells the project's room.
async fn release(State(chat): State<Chat>, Path(id): Path<u64>, headers: HeaderMap) -> Result<(), StatusCode> {
    let user = user(&headers).ok_or(StatusCode::UNAUTHORIZED)?;
    let room = chat.room_of(&Project { id }).map_err(|_| StatusCode::NOT_FOUND)?;
    room.notify(&format!("{user} released a new version.")).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(())
}
