//! However sends, openings and a ban fall together: what is committed after it has returned is heard by nobody whom it is for, and
//! nothing of theirs is written after it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future::BoxFuture;
use tertulia::Chat;
use tertulia::auth::Identity;
use tertulia::testkit::words::room;
use tertulia::wire::Code;
use tertulia::wire::request::Say;

use super::line::{Heard, Line, WAYS, Way};
use super::moderation::until_ended;

/// One try to say something.
pub(crate) type Try = Box<dyn Fn() -> BoxFuture<'static, Result<(), Code>> + Send + Sync>;

/// Those whom a ban is for.
pub(crate) struct Race {
    pub(crate) chat: Chat,
    /// From where they read.
    pub(crate) from: Option<&'static str>,
    /// In which room each of them reads, in each way, and with which token.
    pub(crate) readers: Vec<(&'static str, String)>,
    /// How each of them tries to say something, again and again.
    pub(crate) talkers: Vec<Try>,
    /// How long they are let go on before they are banned: so many turns.
    pub(crate) turns: usize,
}

/// Somebody who is known, and says something.
pub(crate) fn says(chat: &Chat, who: Identity, name: &'static str) -> Try {
    let chat = chat.clone();
    Box::new(move || {
        let (chat, who) = (chat.clone(), who.clone());
        Box::pin(async move { say(&chat, &who, name).await })
    })
}

pub(crate) async fn say(chat: &Chat, who: &Identity, name: &str) -> Result<(), Code> {
    let say = Say { text: "hola".into(), ..Say::default() };
    chat.say(who, &room(name), say).await.map(drop).map_err(|error| error.code())
}

async fn say_until_banned(try_once: Try, banned: Arc<AtomicBool>) {
    loop {
        let after = banned.load(Ordering::SeqCst);
        match try_once().await {
            Ok(()) => assert!(!after, "written after the ban"),
            // Guests of one name get into each other's way.
            Err(Code::NameTaken) => {}
            Err(code) => return assert_eq!(code, Code::Banned),
        }
    }
}

async fn read_until_banned(chat: Chat, from: Option<&'static str>, token: String, name: &'static str, way: Way) -> Vec<Heard> {
    let mut heard = Vec::new();
    loop {
        let (mut line, first) = Line::open_from(&chat, from, &token, name, way).await;
        if matches!(first, Heard::Ended(..)) {
            return heard;
        }
        heard.push(first);
        heard.extend(until_ended(&mut line).await);
    }
}

impl Race {
    /// Bans them in the midst of it; nobody slips past.
    pub(crate) async fn run(self, ban: impl Future<Output = ()>) {
        let Race { chat, from, readers, talkers, turns } = self;
        let banned = Arc::new(AtomicBool::new(false));
        let talking: Vec<_> =
            talkers.into_iter().map(|try_once| tokio::spawn(say_until_banned(try_once, Arc::clone(&banned)))).collect();
        let rooms: BTreeSet<_> = readers.iter().map(|(name, _)| *name).collect();
        let reading: Vec<_> = readers
            .into_iter()
            .flat_map(|(name, token)| WAYS.map(|way| read_until_banned(chat.clone(), from, token.clone(), name, way)))
            .map(tokio::spawn)
            .collect();
        for _ in 0..turns {
            tokio::task::yield_now().await;
        }
        ban.await;
        banned.store(true, Ordering::SeqCst);
        let mut last = Vec::new();
        for name in rooms {
            let hall = chat.room(&room(name));
            let secret = hall.notify("secret").await.expect("said");
            last.push((hall, secret.id));
        }
        for talking in talking {
            talking.await.expect("whole");
        }
        for reading in reading {
            let heard = format!("{:?}", reading.await.expect("whole"));
            assert!(!heard.contains("secret"), "{heard}");
        }
        for (hall, last) in last {
            assert_eq!(hall.newest(1).await.expect("a page").messages[0].id, last, "nothing was written after it");
        }
        chat.close().await;
    }
}
