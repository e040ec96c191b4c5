//! `examples/bot` in a room of the running server, which goes away and comes back in the midst.

use std::collections::BTreeMap;

use bot::Bot;
use tertulia_wire::Cursor;

use crate::server::{Server, until};

const ROOM: &str = "project/42";
const SECRET: &str = "a secret for tests, of more than 32 bytes";

#[tokio::test]
async fn a_bot_answers_everybody_once_also_across_a_restart_of_the_server() {
    let mut server = Server::start_with(&format!("secret = '{SECRET}'")).await;
    let token = |id: &str| {
        let tokens = tertulia::auth::token::Tokens::new(Some(SECRET.as_bytes()), &[1; 32]).expect("long enough");
        let grants = [(ROOM.to_owned(), tertulia::wire::Level::Say)].into();
        tokens.for_user(id, Some(id), grants, tertulia::clock::system_clock()(), 600).expect("signs")
    };
    let ana = server.bearer(&token("ana"));
    let address = server.address().to_owned();
    let (url, bots) = (format!("http://{address}"), token("bot"));
    let bot = tokio::spawn(async move { Bot::new(&url, ROOM, &bots, Some(Cursor::Start)).run().await });
    for number in 0..5 {
        ana.say(ROOM, &format!("!echo {number}")).await;
        ana.say(ROOM, "nothing for a bot").await;
    }
    // Killed in the midst of answering, and back under the same address.
    server.kill();
    let mut command = server.command_at(&address);
    command.stderr(std::process::Stdio::piped());
    server.run_command(command).await;
    server.publish();
    for number in 5..8 {
        ana.say(ROOM, &format!("!echo {number}")).await;
    }
    let answers = async || {
        let (messages, _) = ana.whole_feed(ROOM).await;
        let by_bot = messages.into_iter().filter(|message| message.sender.as_ref().is_some_and(|sender| sender.name == "bot"));
        let mut answers: BTreeMap<String, Vec<Option<u64>>> = BTreeMap::new();
        by_bot.for_each(|message| answers.entry(message.text).or_default().push(message.reply_to));
        answers
    };
    until("all are answered", async || answers().await.len() >= 8).await;
    // Its own answer asks for nothing, and whoever asks once more is answered once more.
    ana.say(ROOM, "!echo last").await;
    until("the last one is answered", async || answers().await.contains_key("last")).await;
    let answers = answers().await;
    assert_eq!(answers.len(), 9, "{answers:?}");
    assert!(answers.values().all(|replies| replies.len() == 1 && replies[0].is_some()), "{answers:?}");
    bot.abort();
}
