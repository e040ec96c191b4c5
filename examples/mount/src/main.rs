//! An application with its own users and projects, and a room on each project.
//!
//! `cargo run -p mount`, then open <http://127.0.0.1:3000/projects/42> and sign in.

use mount::app;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app("mount.db", "http://127.0.0.1:3000").await?).await?;
    Ok(())
}
