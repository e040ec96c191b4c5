//! `TERTULIA_TOKEN=… cargo run -p bot -- http://127.0.0.1:8080 room/lobby`
//!
//! The token is made with the server's secret: `tertulia token echo-bot --name Echo --grant room/lobby=say --for 30d`; in open mode,
//! the one that the start shows will do.

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(server), Some(room)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("bot SERVER TYPE/ID, and a token in TERTULIA_TOKEN");
    };
    bot::Bot::new(&server, &room, &std::env::var("TERTULIA_TOKEN")?, None).run().await
}
