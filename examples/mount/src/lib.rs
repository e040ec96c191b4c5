//! The application: who its users are, which projects it has, and how it puts a room on each.

use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::wire::{Level, RoomName};
use tertulia::{Attach, Chat};

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

/// The application, with its rooms in a file.
///
/// # Errors
/// When the file can't be used.
pub async fn app(file: impl Into<PathBuf>) -> anyhow::Result<Router> {
    let store = SqliteStore::open(SqliteOptions::new(file)).await?;
    let chat = Chat::builder().store(Arc::new(store)).secret("an application keeps its secret better than this").build().await?;
    Ok(Router::new()
        .route("/sign-in/{name}", post(sign_in))
        .route("/projects/{id}", get(show))
        .route("/projects/{id}/release", post(release))
        .route("/chat-token", get(chat_token))
        .nest("/chat", chat.router())
        .with_state(chat))
}

/// The host's own way to know its users. A real one would not believe just anybody.
async fn sign_in(Path(name): Path<String>) -> impl IntoResponse {
    [(header::SET_COOKIE, format!("user={name}; Path=/; HttpOnly; SameSite=Lax"))]
}

fn user(headers: &HeaderMap) -> Result<String, StatusCode> {
    let cookies = headers.get(header::COOKIE).and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
    let user = cookies.split("; ").find_map(|cookie| cookie.strip_prefix("user="));
    user.map(str::to_owned).ok_or(StatusCode::UNAUTHORIZED)
}

async fn show(Path(id): Path<u64>) -> Html<String> {
    Html(format!(
        r#"<!doctype html><title>Project {id}</title><h1>Project {id}</h1>
        <button onclick="fetch('/sign-in/ana', {{method: 'POST'}}).then(() => location.reload())">Sign in as Ana</button>
        <script type="module" src="/chat/widget.js"></script>
        <tertulia-room room="project/{id}" token-url="/chat-token"></tertulia-room>"#
    ))
}

#[derive(Deserialize)]
struct ForRoom {
    room: String,
}

/// The host decides who may do what: here, everybody who is signed in may say in every project.
async fn chat_token(
    State(chat): State<Chat>,
    Query(ForRoom { room }): Query<ForRoom>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, StatusCode> {
    let user = user(&headers)?;
    let room: RoomName = room.parse().map_err(|_| StatusCode::NOT_FOUND)?;
    let token = chat.user_token(&user, &user, &room, Level::Say, 3_600).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(serde_json::json!({ "token": token }))))
}

/// Something happens in the application, and it tells the project's room.
async fn release(State(chat): State<Chat>, Path(id): Path<u64>, headers: HeaderMap) -> Result<(), StatusCode> {
    let user = user(&headers)?;
    let room = chat.room_of(&Project { id }).map_err(|_| StatusCode::NOT_FOUND)?;
    room.notify(&format!("{user} released a new version.")).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(())
}
