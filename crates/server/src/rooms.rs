//! The commands about rooms and what is said in them: `say`, `tail`, `rooms`, `purge`.

use std::fmt;
use std::io::{Read, Write};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};
use futures_util::StreamExt;
use hyper::Method;
use serde_json::{Value, json};
use tertulia::draft::{harmless, one_line};
use tertulia::store::Store;
use tertulia::wire::{Held, Message, Page, Purged, RoomName, RoomType, Time};

use crate::args::{Purge, Rooms, Say, Tail};
use crate::progress::Teller;
use crate::reach::{Answer, LeadsElsewhere, NotThere, Reach};
use crate::{eprint_line, print_line};

const DAY_S: i64 = 86_400;
/// How often something is said at most, where no answer tells whether it was; and the pause between.
const SAY_TRIES: u32 = 3;
const SAY_PAUSE: Duration = Duration::from_secs(1);

fn path(room: &RoomName) -> String {
    format!("/v1/rooms/{}/{}", escaped(room.room_type.as_str()), escaped(room.id.as_str()))
}

/// A text as it stands in an address.
fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// Runs a command to its end, on one thread: it waits for one thing at a time.
fn run<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

pub(crate) fn say(say: &Say) -> anyhow::Result<()> {
    let mut text = say.text.join(" ");
    if text == "-" {
        text.clear();
        std::io::stdin().read_to_string(&mut text).context("standard input can't be read")?;
        text.truncate(text.trim_end_matches('\n').len());
    }
    // Drawn once: asked again, the server knows it for the same message.
    let mut body = json!({ "text": text, "client_id": client_id()? });
    // A token speaks for its bearer. Without one the command speaks for the site: by a name, or as a notification by nobody.
    match (&say.name, &say.place.token) {
        (Some(name), _) => body["sender"] = json!({ "name": name }),
        (None, None) => {
            body["sender"] = Value::Null;
            body["kind"] = json!("notification");
        }
        (None, Some(_)) => {}
    }
    if let Some(kind) = say.kind {
        body["kind"] = json!(kind.word());
    }
    run(async {
        let reach = Reach::find(&say.place).await?;
        if say.make {
            reach.ask(Method::PUT, &path(&say.room), Some(&json!({}))).await?.read::<Value>()?;
        }
        let answer = say_for_sure(&reach, &say.room, &body).await?;
        if answer.is("not_found") {
            bail!("there is no room {}, or it is not yours: `tertulia say --make` makes it", say.room);
        }
        if answer.is_accepted() {
            let Held { held, .. } = answer.read()?;
            print_line(&format!("waits for review in {} as number {held}", say.room))?;
        } else {
            let message: Message = answer.read()?;
            print_line(&format!("said in {} as message {}", say.room, message.id))?;
        }
        reach.close().await
    })
}

/// Says something, again where it isn't known whether it was said.
async fn say_for_sure(reach: &Reach, room: &RoomName, body: &Value) -> anyhow::Result<Answer> {
    let path = format!("{}/messages", path(room));
    let mut tries = SAY_TRIES;
    loop {
        tries -= 1;
        let answer = reach.ask(Method::POST, &path, Some(body)).await;
        let is_known = match &answer {
            Ok(answer) => !answer.is("unknown"),
            Err(error) => error.is::<NotThere>() || error.is::<LeadsElsewhere>(),
        };
        if is_known || tries == 0 {
            return answer;
        }
        tokio::time::sleep(SAY_PAUSE).await;
    }
}

/// An id for one request, by which it is known when it is sent again.
fn client_id() -> anyhow::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).context("the system has no randomness to give")?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

pub(crate) fn tail(tail: &Tail) -> anyhow::Result<()> {
    run(async {
        let reach = Reach::find(&tail.place).await?;
        let follows = reach.is_server() && !tail.once;
        let follow = if follows { "&follow" } else { "" };
        let language = tail.lang.clone().or_else(terminals_language).unwrap_or_else(|| "en".to_owned());
        let zone = tail.tz.as_ref().map(|zone| format!("&tz={}", escaped(zone))).unwrap_or_default();
        let mut lines =
            reach.text(&format!("{}/messages?format=text&last={}{follow}{zone}", path(&tail.room), tail.last), &language).await?;
        if reach.ask(Method::GET, &path(&tail.room), None).await?.read::<Page>()?.created.is_none() {
            let then = if follows { ": what is said once there is one comes here" } else { "" };
            eprint_line(&format!("there is no room {} yet, in {}{then}", tail.room, reach.place()));
        }
        let mut shown = Shown::default();
        while let Some(bytes) = lines.next().await {
            let bytes = bytes.map_err(|error| NotThere(format!("the server is gone: {error:#}")))?;
            let mut output = std::io::stdout().lock();
            output.write_all(shown.take(&bytes).as_bytes())?;
            output.flush()?;
        }
        if follows {
            return Err(why_ended(&reach, &tail.room).await);
        }
        if !tail.once {
            eprint_line("no server runs on this file, so nothing more will be said");
        }
        reach.close().await
    })
}

/// The bytes of a server as they may go to a terminal: it may be anybody's, and say anything.
#[derive(Default)]
struct Shown {
    /// The beginning of a character whose end is on its way: at most three bytes.
    begun: Vec<u8>,
}

impl Shown {
    fn take(&mut self, bytes: &[u8]) -> String {
        self.begun.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.begun) {
            Ok(text) => text.len(),
            // All but what is only cut.
            Err(_) => self.begun.utf8_chunks().last().map_or(0, |last| self.begun.len() - cut(last.invalid())),
        };
        let rest = self.begun.split_off(whole);
        let text = String::from_utf8_lossy(&std::mem::replace(&mut self.begun, rest)).into_owned();
        // The marks that lines of a chat set around what runs against them hold no further than their line.
        text.split_inclusive(is_mark_of_lines).fold(String::new(), |shown, piece| match piece.chars().next_back() {
            Some(mark) if is_mark_of_lines(mark) => shown + &harmless(piece) + mark.encode_utf8(&mut [0; 4]),
            _ => shown + &harmless(piece),
        })
    }
}

/// How many of these bytes may be the beginning of a character.
fn cut(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.len(),
        _ => 0,
    }
}

/// First strong isolate, its end, and the mark of a line that runs from the right.
fn is_mark_of_lines(c: char) -> bool {
    matches!(c, '\u{2068}' | '\u{2069}' | '\u{200F}')
}

/// What has ended a text that would have gone on for ever, by how the server answers now: the text's own last line is for people.
async fn why_ended(reach: &Reach, room: &RoomName) -> anyhow::Error {
    // One that is about to stop still answers those who read.
    if reach.ask(Method::GET, "/readyz", None).await.is_ok_and(|answer| answer.is("draining")) {
        return NotThere("the server is about to stop".to_owned()).into();
    }
    let Ok(answer) = reach.ask(Method::GET, &path(room), None).await else {
        return NotThere("the server has stopped".to_owned()).into();
    };
    match answer.read::<Page>() {
        Ok(page) if page.created.is_none() => anyhow::anyhow!("the room {room} is gone"),
        Ok(_) => anyhow::anyhow!("the server has ended it: type it again to go on"),
        Err(error) => error,
    }
}

/// The language of the terminal, as servers are asked for one: `es-PY` for `es_PY.UTF-8`.
fn terminals_language() -> Option<String> {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
    Some(language.split(['.', '@']).next().unwrap_or_default().replace('_', "-")).filter(|tag| tag != "C" && tag != "POSIX")
}

/// All rooms, or those of a type, in name order, each handed over as it comes.
async fn each(
    reach: &Reach,
    room_type: Option<&str>,
    mut found: impl AsyncFnMut(Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut query = room_type.map(|room_type| format!("type={}", escaped(room_type))).unwrap_or_default();
    loop {
        let answer = reach.ask(Method::GET, &format!("/v1/rooms?{query}"), None).await?;
        let pages: Vec<Page> = answer.read()?;
        for page in pages {
            found(page).await?;
        }
        // A page may be empty and yet more be left.
        let Some(next) = answer.next() else { return Ok(()) };
        query = next.to_owned();
    }
}

pub(crate) fn rooms(rooms: &Rooms) -> anyhow::Result<()> {
    run(async {
        let reach = Reach::find(&rooms.place).await?;
        each(&reach, rooms.room_type.as_ref().map(tertulia::wire::RoomType::as_str), async |page| {
            let settings = page.settings.unwrap_or_default();
            let locked = if settings.locked { "locked" } else { "" };
            let kept = settings.retention_days.map(|days| format!("{days} d")).unwrap_or_default();
            Ok(print_line(&format!("{}\t{locked}\t{kept}\t{}", page.room, one_line(&settings.title.unwrap_or_default())))?)
        })
        .await?;
        reach.close().await
    })
}

/// Which rooms a purge is about.
#[derive(Debug, Clone)]
pub(crate) enum Which {
    All,
    OfType(RoomType),
    One(RoomName),
}

impl Which {
    /// Reads what is typed.
    pub(crate) fn read(pattern: &str) -> anyhow::Result<Self> {
        let rooms = match (pattern, pattern.strip_suffix("/*")) {
            ("*", _) => Some(Self::All),
            (_, Some(room_type)) => room_type.parse().ok().map(Self::OfType),
            (room, None) => room.parse().ok().map(Self::One),
        };
        rooms.with_context(|| format!("{pattern} names no rooms: type/id, type/* or *"))
    }
}

pub(crate) fn purge(purge: &Purge) -> anyhow::Result<()> {
    purge_telling(purge, &mut Teller::new())
}

fn purge_telling(purge: &Purge, teller: &mut Teller<'_>) -> anyhow::Result<()> {
    run(async {
        let (reach, mut done) = (Reach::find(&purge.place).await?, Cut::default());
        let mut one = async |page: Page| {
            done.looked_at += 1;
            if let Some(messages) = purge_one(&reach, &page, purge.older_than).await? {
                done.rooms += 1;
                done.messages += messages;
            }
            teller.tell(|| done.to_string());
            Ok(())
        };
        match &purge.rooms {
            Which::One(room) => {
                let page: Page = reach.ask(Method::GET, &path(room), None).await?.read()?;
                if page.created.is_none() {
                    bail!("there is no room {room}, in {}: `tertulia rooms` lists those that there are", reach.place());
                }
                one(page).await?;
            }
            Which::OfType(room_type) => each(&reach, Some(room_type.as_str()), one).await?,
            Which::All => each(&reach, None, one).await?,
        }
        if let Reach::File { store, .. } = &reach {
            sweep(&**store, teller).await?;
        }
        print_line(&format!("{done}, in {}", reach.place()))?;
        reach.close().await
    })
}

/// What a purge has done so far.
#[derive(Default)]
struct Cut {
    looked_at: u64,
    rooms: u64,
    messages: u64,
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |count: u64, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        write!(
            f,
            "{} looked at, {} of them cut, {} removed",
            of(self.looked_at, "room"),
            self.rooms,
            of(self.messages, "message")
        )
    }
}

/// Cuts one room by an age, or by its own retention; tells how many messages went, if it was cut at all.
async fn purge_one(reach: &Reach, page: &Page, older_s: Option<i64>) -> anyhow::Result<Option<u64>> {
    let retention = page.settings.as_ref().and_then(|settings| settings.retention_days);
    let Some(age_s) = older_s.or(retention.map(|days| i64::from(days) * DAY_S)) else { return Ok(None) };
    let now_ms =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
    let before = Time(now_ms.saturating_sub(age_s.saturating_mul(1_000)).max(0));
    let asked = format!("{}/messages?before={}", path(&page.room), escaped(&before.to_string()));
    let answer = reach.ask(Method::DELETE, &asked, None).await?;
    // Deleted since it was listed.
    if answer.is("room_deleted") {
        return Ok(None);
    }
    let purged: Purged = answer.read()?;
    Ok((purged.page.first > page.first).then_some(purged.count))
}

/// Removes the rows of what was cut, now, since nobody will come by later to do it.
async fn sweep(store: &dyn Store, teller: &mut Teller<'_>) -> anyhow::Result<()> {
    let mut pieces = 0_u64;
    loop {
        let now_ms = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        if !store.tidy(Time(i64::try_from(now_ms).unwrap_or(i64::MAX))).await?.more {
            return Ok(());
        }
        pieces += 1;
        teller.tell(|| format!("about {pieces} thousand rows removed"));
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use proptest::prelude::*;

    use super::*;
    use crate::args::{Args, Command};
    use crate::export::tests::file_of_rooms;
    use crate::progress::told_to_a_test;

    #[test]
    fn what_a_server_says_steers_no_terminal() {
        let mut shown = Shown::default();
        assert_eq!(shown.take(b"\x1b]0;title\x07<Ana> hola\r\n"), "\u{FFFD}]0;title\u{FFFD}<Ana> hola\u{FFFD}\n");
        // What lines are made of is left as it is.
        let line = "12:01 \u{200F}<\u{2068}Ana\u{2069}> \u{2068}hola\u{2069}\n      a\tb\n";
        assert_eq!(shown.take(line.as_bytes()), line);
        // One that is no UTF-8, one that is cut, and its end.
        assert_eq!(shown.take(b"a\xFFb\xC3"), "a\u{FFFD}b");
        assert_eq!(shown.take(b"\xB1\xC2"), "\u{F1}");
        assert_eq!(shown.take(b"\x9B31m"), "\u{FFFD}31m", "a control character that is cut in two");
    }

    proptest! {
        #[test]
        fn however_it_is_cut_the_same_is_shown(text in any::<String>(), junk in any::<Vec<u8>>(), cuts in prop::collection::vec(1..9_usize, 1..40)) {
            let bytes = [text.as_bytes(), &junk, "\u{9B}\u{202E}\n".as_bytes()].concat();
            let (mut all, mut by_pieces) = (Shown::default(), Shown::default());
            let whole = all.take(&bytes);
            let drives = |c: char| c != '\n' && c != '\t' && c.is_control() || c == '\u{202E}';
            prop_assert!(!whole.contains(drives), "{:?}", whole);
            let (mut rest, mut pieces) = (&bytes[..], String::new());
            for length in cuts.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (piece, behind) = rest.split_at(rest.len().min(*length));
                pieces += &by_pieces.take(piece);
                prop_assert!(by_pieces.begun.len() < 4);
                rest = behind;
            }
            prop_assert_eq!(whole, pieces);
        }
    }

    #[test]
    fn a_long_purge_tells_how_far_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rooms.db");
        run(async {
            file_of_rooms(&file, 6).await;
            Ok(())
        })
        .expect("runs");
        let typed = ["tertulia", "purge", "project/*", "--older-than", "1s", "--database", file.to_str().expect("text")];
        let Ok(Args { command: Some(Command::Purge(purge)), .. }) = Args::try_parse_from(typed) else { panic!("{typed:?}") };
        let told = told_to_a_test(|teller| purge_telling(&purge, teller).expect("is purged"));
        insta::assert_snapshot!(told, @r"
        2 rooms looked at, 2 of them cut, 2 messages removed
        4 rooms looked at, 4 of them cut, 4 messages removed
        6 rooms looked at, 6 of them cut, 6 messages removed
        ");
    }
}
