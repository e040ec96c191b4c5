//! An application with its own users and projects, and a room on each project.
//!
//! `cargo run -p mount`, then open <http://127.0.0.1:3000/projects/42> and sign in.

use std::net::SocketAddr;

use mount::app;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    let (app, chat) = app("mount.db", "http://127.0.0.1:3000").await?;
    let leaving = chat.clone();
    let stop = async move {
        // Without a word from the chat, whoever reads would hold the stop for as long as they read.
        let _ = tokio::signal::ctrl_c().await;
        leaving.leave();
    };
    // With where each request comes from: else nothing is bounded by address, and nobody banned by theirs.
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, app).with_graceful_shutdown(stop).await?;
    chat.close().await;
    Ok(())
}
