//! `kill -9` in the middle of an erasure: it is gone on with at the next start, without being asked again.

use std::path::Path;
use std::time::Duration;

use reqwest::Method;
use serde_json::Value;

use crate::client::{answer, saying};
use crate::server::{Server, seeded, until};

const ROOMS: [&str; 2] = ["project/42", "project/43"];
const WORDS: &str = "in the words of whoever goes";

fn lies_in(folder: &Path, words: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let has = |file: &std::path::PathBuf| {
        let bytes = std::fs::read(file).unwrap_or_default();
        file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("rooms.db"))
            && bytes.windows(words.len()).any(|part| part == words.as_bytes())
    };
    files.filter(has).map(|file| file.display().to_string()).collect()
}

#[tokio::test]
async fn a_killed_server_goes_on_erasing_when_it_starts_again() {
    let (mut server, mut rng) = (Server::start().await, seeded());
    let guest = server.guest("Whoever Goes").await;
    for n in 0..2_000 {
        guest.say_for_sure(ROOMS[n % 2], &saying(&format!("request-{n:08}"), &format!("{WORDS} {n}"))).await;
    }
    let page: Value = server.owner().get(&format!("/v1/rooms/{}/messages?last=1", ROOMS[0])).await.expect("a page");
    let id = page["messages"][0]["sender"]["id"].as_str().expect("an id").to_owned();
    let path = format!("/v1/users?user={id}");
    let owner = server.owner();
    for round in 0..4 {
        let erasing = tokio::spawn({
            let (owner, path) = (owner.clone(), path.clone());
            async move { answer(owner.request(Method::DELETE, &path).await).await.map(drop) }
        });
        if round < 3 {
            tokio::time::sleep(Duration::from_millis(rng.u64(..30 * (round + 1)))).await;
        } else {
            // From now on nobody asks for it any more.
            until("it has begun", async || {
                let feeds = [owner.whole_feed(ROOMS[0]).await.0, owner.whole_feed(ROOMS[1]).await.0].concat();
                feeds.iter().any(|message| message.sender.is_none())
            })
            .await;
        }
        server.kill();
        // Whoever asked is told nothing, or was told just before.
        let _ = erasing.await;
        server.run().await;
    }
    let owner = server.owner();
    until("it is whole", async || {
        let lines = answer(owner.request(Method::GET, &path).await).await.expect("lines").text().await.expect("text");
        !lines.contains(WORDS) && lies_in(&server.folder(), WORDS).is_empty()
    })
    .await;
    for room in ROOMS {
        let (messages, _) = server.owner().whole_feed(room).await;
        assert_eq!(messages.len(), 1_000, "each keeps its place");
        assert!(messages.iter().all(|message| message.sender.is_none() && message.text.is_empty() && message.deleted.is_some()));
    }
    assert_eq!(lies_in(&server.folder(), "Whoever Goes"), Vec::<String>::new());
}
