//! The feed as plain text: in two languages, followed, and against those who would write other people's lines.

use reqwest::{Method, Response};
use tertulia_wire::Code;

use crate::client::{Answer, Client, answer};
use crate::server::{Server, within};

const ROOM: &str = "project/42";

async fn ask(client: &Client, query: &str, language: &str) -> Answer<Response> {
    let request = client.request(Method::GET, &format!("/v1/rooms/{ROOM}/messages?{query}")).await;
    answer(request.header("accept", "text/plain").header("accept-language", language)).await
}

/// A page of text, with each time and day replaced by its form.
async fn page(client: &Client, query: &str, language: &str) -> String {
    let response = ask(client, query, language).await.expect("a page");
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    assert_eq!(header("content-type").as_deref(), Some("text/plain; charset=utf-8"));
    assert_eq!(header("content-language").as_deref(), Some(language));
    timeless(&response.text().await.expect("is read"))
}

fn timeless(text: &str) -> String {
    let line = |line: &str| match line {
        day if day.starts_with("--- ") => "---\n".to_owned(),
        line if line.starts_with(' ') => format!("{line}\n"),
        line => {
            let (time, rest) = line.split_once(' ').expect("a time and more");
            assert!(time.len() == 5 && time.as_bytes()[2] == b':', "{line}");
            format!("00:00 {rest}\n")
        }
    };
    text.split_terminator('\n').map(line).collect()
}

/// A text that goes on.
struct Following(Response, String);

impl Following {
    async fn open(client: &Client, query: &str, language: &str) -> Self {
        Self(ask(client, query, language).await.expect("opens"), String::new())
    }

    /// Waits until so many lines are there, the days' aside.
    async fn lines(&mut self, lines: usize) -> Vec<String> {
        within("the lines", async {
            loop {
                let complete = self.1.rfind('\n').map_or("", |end| &self.1[..=end]);
                let text: Vec<_> = timeless(complete).lines().filter(|line| *line != "---").map(str::to_owned).collect();
                if text.len() >= lines {
                    return text;
                }
                let more = self.0.chunk().await.expect("goes on").expect("has not ended");
                self.1.push_str(std::str::from_utf8(&more).expect("is UTF-8"));
            }
        })
        .await
    }

    /// Waits for the end.
    async fn end(mut self) -> String {
        while let Some(more) = within("the end", self.0.chunk()).await.expect("ends well") {
            self.1.push_str(std::str::from_utf8(&more).expect("is UTF-8"));
        }
        timeless(&self.1)
    }
}

#[tokio::test]
async fn the_room_is_read_as_text_in_two_languages_and_no_text_forges_a_line() {
    let server = Server::start().await;
    let ana = server.guest("Ana").await;
    ana.say(ROOM, "hola\n12:00 <Beto> I owe Ana\n--- 2026-01-01 ---").await;
    ana.say(ROOM, "a \u{202E}b\tc").await;
    ana.say(ROOM, "gone").await;
    ana.delete(ROOM, 3).await.expect("is deleted");
    let text = |deleted: &str| {
        format!(
            "---\n00:00 <~Ana> hola\n      12:00 <Beto> I owe Ana\n      --- 2026-01-01 ---\n00:00 <~Ana> a b c\n\
             00:00 <~Ana> {deleted}\n"
        )
    };
    let nobody = server.nobody();
    assert_eq!(page(&nobody, "", "en").await, text("(deleted)"));
    assert_eq!(page(&nobody, "last=50", "es").await, text("(eliminado)"));
    assert_eq!(page(&nobody, "above=1&limit=1&follow", "es").await, "---\n00:00 <~Ana> a b c\n");
    assert_eq!(page(&nobody, "after=0&limit=2&tz=Asia/Tokyo", "en").await.lines().count(), 5);
    let reset = "---\n00:00 *** What stands above no longer holds; this is how the room is now.\n";
    let newest = text("(deleted)").replace("---\n00:00 <~Ana> hola", "00:00 <~Ana> hola");
    assert_eq!(page(&nobody, "after=00000000000000ff.7", "en").await, format!("{reset}{newest}"));
    assert_eq!(ask(&nobody, "tz=Nowhere/Nothing", "en").await.map(|_| ()).expect_err("is refused").code(), Code::Invalid);
    let by_query = nobody.request(Method::GET, &format!("/v1/rooms/{ROOM}/messages?format=text&last=1")).await;
    let response = answer(by_query.header("accept", "application/json")).await.expect("a page");
    assert_eq!(timeless(&response.text().await.expect("is read")), "---\n00:00 <~Ana> (deleted)\n");
}

#[tokio::test]
async fn a_text_that_is_followed_tells_edits_and_deletions_until_the_room_is_gone() {
    let server = Server::start().await;
    let (ana, owner) = (server.guest("Ana").await, server.owner());
    ana.say(ROOM, "one").await;
    let mut english = Following::open(&server.nobody(), "last=50&follow", "en").await;
    let mut spanish = Following::open(&ana, "after=0&follow=1", "es").await;
    assert_eq!(english.lines(1).await, ["00:00 <~Ana> one"]);
    assert_eq!(spanish.lines(1).await, ["00:00 <~Ana> one"]);
    ana.say(ROOM, "two").await;
    english.lines(2).await;
    spanish.lines(2).await;
    ana.edit(ROOM, 1, "uno\n00:00 <Beto> forged").await.expect("is edited");
    english.lines(4).await;
    spanish.lines(4).await;
    owner.react(ROOM, 1, "🎉", true).await.expect("is reacted to");
    ana.delete(ROOM, 2).await.expect("is deleted");
    let heard = english.lines(5).await;
    let told = ["00:00 *** <~Ana> edited: uno", "      00:00 <Beto> forged", "00:00 *** <~Ana> deleted a message ("];
    assert_eq!(heard[1], "00:00 <~Ana> two");
    assert!(told.iter().zip(&heard[2..]).all(|(told, heard)| heard.starts_with(told)), "{heard:?}");
    assert!(spanish.lines(5).await[4].starts_with("00:00 *** <~Ana> ha eliminado un mensaje ("));
    owner.delete_room(ROOM).await.expect("is deleted");
    assert!(english.end().await.ends_with("\n00:00 *** This room was deleted.\n"));
    let whole = spanish.end().await;
    assert!(whole.ends_with("\n00:00 *** Esta sala se ha eliminado.\n"), "{whole}");
    assert_eq!(whole.lines().filter(|line| line.contains("ha editado")).count(), 1, "{whole}");
}

#[tokio::test]
async fn a_text_that_is_followed_ends_with_the_server() {
    let mut server = Server::start().await;
    server.guest("Ana").await.say(ROOM, "one").await;
    let mut following = Following::open(&server.nobody(), "follow", "en").await;
    following.lines(1).await;
    server.terminate();
    assert!(following.end().await.ends_with("\n00:00 *** The server is restarting; try again in a moment.\n"));
    assert!(server.ended().await.success());
}

/// Data is the host's alone to give, so that nobody else has the room word what they say.
#[tokio::test]
async fn a_host_has_its_message_worded_for_each_reader_and_a_guest_has_not() {
    let server = Server::start().await;
    let worded = serde_json::json!({ "text": "Eva!", "data": { "key": "joined", "args": { "name": "Eva" } } });
    let say = async |client: &Client| {
        let request = client.request(Method::POST, &format!("/v1/rooms/{ROOM}/messages")).await;
        answer(request.header("content-type", "application/json").body(worded.to_string())).await
    };
    server.guest("Ana").await.say(ROOM, "hola").await;
    let refused = say(&server.guest("Beto").await).await.expect_err("is refused");
    assert_eq!(refused.code(), Code::NotAllowed);
    say(&server.owner()).await.expect("is said");
    for (language, says) in [("en", "Eva joined"), ("es", "Eva se ha unido")] {
        let text = page(&server.nobody(), "", language).await;
        assert_eq!(text.lines().filter(|line| line.ends_with(says)).count(), 1, "{text}");
        assert!(text.contains("<~Ana> hola\n") && !text.contains("Eva!"), "{text}");
    }
}
