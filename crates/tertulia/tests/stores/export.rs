//! Exports and imports: what goes out comes in again, the same in everything that anybody reads, and goes on from there.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tertulia::Chat;
use tertulia::store::export::{Exported, ImportEnd, Imported, Told, Which};
use tertulia::store::moderation::{AddressMark, AuditOf, FromAddress, NewRestriction, RestrictAct, Within};
use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
use tertulia::store::{Act, Found, Hold, NewMessage, Outcome, Review, RoomFacts, RoomKey, Span, Store, Verdict, Write};
use tertulia::testkit::model::{Step, histories};
use tertulia::testkit::words::{
    batch, delete, done, edit, erase, facts, in_room, message, new_message, put, react, report, room, say, titled,
};
use tertulia::wire::moderation::{AuditEntry, Deed, Restriction};
use tertulia::wire::page::RestrictionKind;
use tertulia::wire::request::{PutRoom, Say};
use tertulia::wire::{Code, Cursor, HeldBy, Kind, Level, RoomName, Sender, Time};

use super::place::Folder;

/// Later than anything that happens in these tests.
pub(crate) const NOW: Time = Time(2_000_000);

pub(crate) async fn open(file: &Path) -> SqliteStore {
    SqliteStore::open(SqliteOptions::new(file)).await.expect("opens")
}

/// The export of a file.
pub(crate) async fn exported(file: &Path) -> String {
    let mut output = Vec::new();
    SqliteStore::export(file, &Which::All, &mut output, &mut |_| {}).await.expect("is exported");
    String::from_utf8(output).expect("is text")
}

/// What became of an import, and what was told of rooms that were here.
pub(crate) async fn import(file: &Path, export: &[u8], replace: bool) -> (ImportEnd, Vec<String>) {
    let (mut input, mut said) = (export, Vec::new());
    let end = SqliteStore::import(file, &mut input, replace, NOW, &mut |told| match told {
        Told::Different(room) => said.push(format!("different {room}")),
        Told::AliasTaken { alias, room } => said.push(format!("{alias} not to {room}")),
        _ => {}
    })
    .await;
    (end, said)
}

/// Imports what is good.
async fn imported(file: &Path, export: &str) -> Imported {
    let (ImportEnd { imported, stopped }, told) = import(file, export.as_bytes(), false).await;
    assert!(stopped.is_none() && told.is_empty(), "{stopped:?} {told:?}");
    imported
}

/// Everything that readers can see of a room.
async fn seen(store: &SqliteStore, name: &RoomName) -> (Vec<String>, RoomKey) {
    let RoomFacts { key, created, head, settings, name, .. } = facts(store, name).await;
    let mut seen = vec![format!("{name} {created} {head} {settings:?}")];
    for span in [Span::Newest, Span::After(0), Span::After(head / 2), Span::Before(head), Span::Above(3), Span::Around(head / 2)]
    {
        for limit in [1, 7, 2_000] {
            let page = store.read(key, span, limit).await.expect("read").expect("a room");
            seen.push(format!("{span:?} {limit}: {} {} {} {:?}", page.more, page.more_newer, page.upto, page.changes));
        }
    }
    let all: Vec<u64> = (1..=head).collect();
    for person in 0..40 {
        seen.push(format!("{:?}", store.reacted(key, &format!("p{person}"), &all).await.expect("read")));
    }
    // For which address something holds is true of one server alone.
    let restrictions = store.restrictions(key).await.expect("read").list.into_values();
    seen.extend(restrictions.map(|one| format!("{:?}", Restriction { address_until: None, ..one })));
    let audit = store.audit(AuditOf::room(key), None, 201).await.expect("read");
    seen.extend(audit.into_iter().map(|entry| format!("{:?}", AuditEntry { number: 0, ..entry })));
    (seen, key)
}

const ROOMS: [&str; 3] = ["room/a", "room/b", "room/c"];

/// Holds a file against the one that its rooms were brought from, and goes on in both.
async fn compare(one: &Path, other: &Path) {
    let (one, other) = (open(one).await, open(other).await);
    for name in ROOMS.map(room) {
        let (here, there) = (one.find(&name).await.expect("read"), other.find(&name).await.expect("read"));
        let (Found::Room(here), Found::Room(_)) = (&here, &there) else {
            assert_eq!(std::mem::discriminant(&here), std::mem::discriminant(&there), "{name}");
            continue;
        };
        let ((before, _), (after, _)) = (seen(&one, &name).await, seen(&other, &name).await);
        assert_eq!(before, after);
        // A cursor of the old place is no good in the new one: nobody is shown a mixture.
        assert_eq!(facts(&other, &name).await.judge(here.cursor(here.head)), Verdict::Lost);
        goes_on(&one, &other, &name).await;
    }
    one.close().await;
    other.close().await;
}

/// Numbers go on after the head, and every request is known.
async fn goes_on(one: &SqliteStore, other: &SqliteStore, name: &RoomName) {
    let mut answers = Vec::new();
    for store in [one, other] {
        let mut acts: Vec<Act> = Vec::new();
        for by in ["ana", "ben"] {
            for n in 0..20 {
                acts.extend(["a", "b"].map(|text| say(by, &n.to_string(), text)));
            }
        }
        acts.extend((1..12).map(|id| react(id, &[("late", "👍", true), ("p1", "👍", true), ("p2", "👍", false)])));
        acts.extend([say("ana", "new", "one more"), titled("New"), say("ben", "new", "and another")]);
        let told = store.write(acts.into_iter().map(|act| in_room(name, act)).collect(), NOW).await;
        answers.push(told.into_iter().map(|answer| answer.map(|written| written.outcome).map_err(|error| format!("{error:?}"))));
    }
    let (here, there) = (answers.remove(0), answers.remove(0));
    for (here, there) in here.zip(there) {
        assert_eq!(here, there, "{name}");
    }
}

/// What a random history lacks: restrictions, senders of all sorts, data.
fn more() -> impl Strategy<Value = Vec<Write>> {
    let restrict = (0..5_u32, prop::option::of(0..1_000_i64), any::<bool>()).prop_map(|(user, until, lift)| {
        let address = (user > 2).then_some(FromAddress { mark: AddressMark([7; 16]), until: NOW });
        let restriction =
            NewRestriction { kind: RestrictionKind::Ban, until: until.map(Time), why: Some("because".into()), address };
        Act::Restrict(Box::new(RestrictAct {
            user: format!("u{user}"),
            restriction: Some(restriction).filter(|_| !lift),
            by: "mod".into(),
            ..RestrictAct::default()
        }))
    });
    let notify = (0..9_u32, "[a-z<é👩\n]{1,9}x").prop_map(|(n, text)| {
        let mut data = serde_json::Map::new();
        data.insert("n".into(), n.into());
        let sender = match n % 3 {
            0 => None,
            1 => Some(Sender { guest: true, ..Sender::user("~1", "Eva") }),
            _ => Some(Sender { avatar: Some("https://example.org/a.png".into()), ..Sender::named("Ana María") }),
        };
        let new = NewMessage { sender, kind: Kind::Notification, data: Some(data), ..new_message("~", &format!("n{n}"), &text) };
        Act::Say(Box::new(new))
    });
    let report = (1..9_u64, 0..9_u32).prop_map(|(id, by)| report(id, &format!("r{by}"), "nobody else's business"));
    let act = prop_oneof![restrict, notify, report];
    prop::collection::vec((prop::sample::select(ROOMS.to_vec()), act).prop_map(|(name, act)| in_room(&room(name), act)), 0..20)
}

/// Makes a file of a history; what waits for review is let through or gone by the end, since it stays behind.
async fn live(file: &Path, history: Vec<Step>, more: Vec<Write>) {
    let mut store = open(file).await;
    for step in history {
        match step {
            Step::Restart => {
                store.close().await;
                drop(store);
                store = open(file).await;
            }
            Step::Tidy(now) => drop(store.tidy(now).await.expect("tidied")),
            Step::Erase(person, now) => drop(erase(&store, person, now).await),
            Step::Batch(mut writes, now) => {
                // What was rejected stays behind, too, and its request is unknown in the other place.
                writes.retain(|write| !matches!(write.act, Act::Reject { .. }));
                store.write(writes, now).await;
            }
        }
    }
    store.write(more, Time(1_000)).await;
    for name in ROOMS.map(room) {
        let Ok(Found::Room(facts)) = store.find(&name).await else { continue };
        let held = store.held(facts.key, 0, 200).await.expect("read");
        let acts = held.iter().map(|waits| Act::Approve { held: waits.held }).collect();
        batch(&store, &name, acts).await;
    }
    store.close().await;
}

#[test]
fn what_is_exported_and_imported_is_the_same_for_everybody() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, max_shrink_iters: 500, ..Config::default() });
    let outcome = runner.run(&(histories(), more()), |(history, more)| {
        runtime.block_on(async {
            let folder = Folder::new();
            let other = folder.path().join("other.db");
            live(&folder.file(), history, more).await;
            let export = exported(&folder.file()).await;
            assert!(!export.contains("nobody else's business") && !export.contains("address_until"), "{export}");
            imported(&other, &export).await;
            assert_eq!(exported(&other).await, export);
            // Again, it changes nothing.
            let again = imported(&other, &export).await;
            assert_eq!((again.rooms, again.messages), (0, 0));
            assert_eq!(exported(&other).await, export);
            compare(&folder.file(), &other).await;
        });
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// What waits, was let through, was rejected and was deleted in each room, at the end of a history; what is to be exported of it.
async fn hold_some(store: &SqliteStore) -> Vec<String> {
    let waits = Review { hold: Hold::Always(HeldBy::Filter), room_max: 1_000, bearer_max: 1_000 };
    let mut public = Vec::new();
    for name in ROOMS.map(room) {
        // What came before may have left no time to edit in.
        done(store, &name, put(PutRoom { title: Some("here".into()), edit_minutes: Some(15), ..PutRoom::default() })).await;
        let at = name.id.as_str();
        for (n, what) in ["waits", "approved", "rejected", "waits"].into_iter().enumerate() {
            let text = format!("secret-{at}-{what}");
            let new = NewMessage { review: waits, ..new_message("held", &format!("held-{n}"), &text) };
            let Outcome::Held { held, .. } = done(store, &name, Act::Say(Box::new(new))).await.outcome else { panic!("waits") };
            match what {
                "approved" => {
                    done(store, &name, Act::Approve { held }).await;
                    public.push(text);
                }
                "rejected" => drop(done(store, &name, Act::Reject { held }).await),
                _ => {}
            }
        }
        let said = done(store, &name, say("held", "deleted", &format!("secret-{at}-deleted"))).await;
        done(store, &name, delete(message(&said).0.id, "held")).await;
        let said = done(store, &name, say("held", "edited", &format!("secret-{at}-before"))).await;
        done(store, &name, edit(message(&said).0.id, "held", &format!("secret-{at}-after"))).await;
        public.push(format!("secret-{at}-after"));
    }
    public.sort();
    public
}

#[test]
fn what_waits_was_rejected_or_was_deleted_is_in_no_export() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, max_shrink_iters: 100, ..Config::default() });
    let outcome = runner.run(&histories(), |history| {
        runtime.block_on(async {
            let folder = Folder::new();
            live(&folder.file(), history, Vec::new()).await;
            let store = open(&folder.file()).await;
            let public = hold_some(&store).await;
            let mut told: Vec<String> = Vec::new();
            let export = exported(&folder.file()).await;
            for (at, _) in export.match_indices("secret-") {
                told.push(export[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect());
            }
            told.sort();
            assert_eq!(told, public, "what was published, and each once");
            store.close().await;
        });
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A room with one of everything, a moved one, and a deleted one.
pub(crate) async fn some_rooms(file: &Path) {
    let store = open(file).await;
    let (a, b) = (room("room/a"), room("room/b"));
    batch(&store, &a, vec![titled("A"), say("ana", "1", "one"), say("ben", "2", "two"), say("ana", "3", "three")]).await;
    let reply = NewMessage { reply_to: Some(2), ..new_message("ben", "4", "four") };
    batch(&store, &a, vec![Act::Say(Box::new(reply)), edit(2, "ana", "one!"), delete(3, "ben")]).await;
    batch(&store, &a, vec![react(4, &[("ana", "👍", true), ("ben", "👍", true), ("ben", "🎉", true)])]).await;
    let ban = NewRestriction { kind: RestrictionKind::Ban, until: None, why: None, address: None };
    done(
        &store,
        &a,
        Act::Restrict(Box::new(RestrictAct {
            user: "eva".into(),
            restriction: Some(ban),
            by: "ana".into(),
            ..RestrictAct::default()
        })),
    )
    .await;
    done(&store, &b, say("ana", "1", "moved")).await;
    done(&store, &b, Act::Move { to: room("room/c") }).await;
    done(&store, &room("room/gone"), say("ana", "1", "gone")).await;
    done(&store, &room("room/gone"), Act::DeleteRoom).await;
    store.close().await;
}

#[tokio::test]
async fn an_export_reads_as_it_is_written_down() {
    let folder = Folder::new();
    some_rooms(&folder.file()).await;
    let export = exported(&folder.file()).await;
    // The hashes are those of the test kit.
    let hashless: Vec<String> = export
        .lines()
        .map(|line| match line.split_once("\"request_hash\":\"") {
            Some((head, rest)) => format!("{head}\"request_hash\":\"…{}", &rest[64..]),
            None => line.to_owned(),
        })
        .collect();
    insta::assert_snapshot!(hashless.join("\n"));
}

#[tokio::test]
async fn everybody_who_reacted_comes_along() {
    let (folder, lobby) = (Folder::new(), room("room/a"));
    let other = folder.path().join("other.db");
    let store = open(&folder.file()).await;
    done(&store, &lobby, say("ana", "1", "hola")).await;
    let people: Vec<String> = (0..450).map(|n| format!("p{n:03}")).collect();
    for some in people.chunks(90) {
        let acts: Vec<_> = some.iter().map(|person| (person.as_str(), "👍", true)).collect();
        done(&store, &lobby, react(1, &acts)).await;
    }
    done(&store, &lobby, react(1, &[("p007", "👍", false), ("p007", "👍", true)])).await;
    store.close().await;
    let export = exported(&folder.file()).await;
    assert_eq!(export.matches("\"type\":\"reactions\"").count(), 3, "in lines that have an end");
    imported(&other, &export).await;
    assert_eq!(exported(&other).await, export);
    let store = open(&other).await;
    for person in &people {
        let key = facts(&store, &lobby).await.key;
        assert_eq!(store.reacted(key, person, &[1]).await.expect("read").len(), 1, "{person}");
    }
    let taken = done(&store, &lobby, react(1, &[("p449", "👍", false)])).await;
    let shown = &message(&taken).0.reactions[0];
    assert_eq!((shown.count, shown.by[0].as_str(), shown.by[1].as_str()), (449, "p007", "p448"));
}

#[tokio::test]
async fn what_is_said_meanwhile_is_not_in_it() {
    let (folder, lobby) = (Folder::new(), room("room/a"));
    let store = Arc::new(open(&folder.file()).await);
    batch(&*store, &lobby, (0..500).map(|n| say("ana", &n.to_string(), "before")).collect()).await;
    let before = exported(&folder.file()).await;
    let (mut output, mut lines) = (Vec::new(), 0_u64);
    let mut told = |_: &Exported| {
        lines += 1;
        if lines == 3 {
            // Somebody speaks and edits while the first page is written.
            let (store, lobby) = (Arc::clone(&store), lobby.clone());
            let speaking = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(async {
                    batch(&*store, &lobby, vec![say("ben", "late", "meanwhile"), edit(499, "ana", "other")]).await
                })
            });
            assert!(speaking.join().expect("has spoken").iter().all(Result::is_ok));
        }
    };
    SqliteStore::export(&folder.file(), &Which::All, &mut output, &mut told).await.expect("is exported");
    assert_eq!(String::from_utf8(output).expect("is text"), before);
    assert!(exported(&folder.file()).await.contains("meanwhile"));
}

#[tokio::test]
async fn only_what_is_asked_for_is_exported() {
    let folder = Folder::new();
    some_rooms(&folder.file()).await;
    let store = open(&folder.file()).await;
    done(&store, &room("game/1"), say("ana", "1", "g")).await;
    store.close().await;
    let asked = async |which: Which| {
        let mut output = Vec::new();
        let end = SqliteStore::export(&folder.file(), &which, &mut output, &mut |_| {}).await;
        let text = String::from_utf8(output).expect("is text");
        let rooms: Vec<String> = text
            .lines()
            .filter(|line| line.contains("\"type\":\"room\"") || line.contains("deleted-room"))
            .map(|line| {
                serde_json::from_str::<serde_json::Value>(line).expect("is JSON")["room"].as_str().expect("a name").to_owned()
            })
            .collect();
        (end.map_err(|error| error.to_string()), rooms)
    };
    let all = asked(Which::All).await;
    assert_eq!(all.1, ["game/1", "room/a", "room/c", "room/gone"]);
    assert_eq!(all.0, Ok(Exported { rooms: 3, messages: 6, left_out: 0, lines: 24 }));
    assert_eq!(asked(Which::OfType("game".parse().expect("a type"))).await.1, ["game/1"]);
    // By the name that it had before, and once however often it is named.
    assert_eq!(asked(Which::These(vec![room("room/b"), room("room/c"), room("room/a")])).await.1, ["room/c", "room/a"]);
    for (name, why) in [("room/none", "there is no room room/none"), ("room/gone", "was deleted")] {
        let (end, rooms) = asked(Which::These(vec![room("room/a"), room(name)])).await;
        assert!(end.expect_err("is refused").contains(why));
        assert_eq!(rooms, Vec::<String>::new(), "nothing is written");
    }
}

#[tokio::test]
async fn a_room_that_is_here_is_left_alone_unless_it_is_to_be_replaced() {
    let folder = Folder::new();
    let other = folder.path().join("other.db");
    some_rooms(&folder.file()).await;
    let export = exported(&folder.file()).await;
    imported(&other, &export).await;
    let store = open(&other).await;
    let cursor = {
        done(&store, &room("room/a"), say("ana", "here", "only here")).await;
        let facts = facts(&store, &room("room/a")).await;
        facts.cursor(facts.head)
    };
    store.close().await;
    drop(store);
    let grown = exported(&other).await;
    let (end, told) = import(&other, export.as_bytes(), false).await;
    assert!(end.stopped.is_none());
    assert_eq!(end.imported, Imported { rooms: 0, messages: 0, same: 1, different: 1 });
    assert_eq!(told, ["different room/a"]);
    assert_eq!(exported(&other).await, grown, "nothing of it came in");

    let (end, told) = import(&other, export.as_bytes(), true).await;
    assert!(end.stopped.is_none() && told.is_empty());
    assert_eq!(end.imported, Imported { rooms: 1, messages: 4, same: 1, different: 0 });
    assert_eq!(exported(&other).await, export);
    let store = open(&other).await;
    let of_name = AuditOf { within: Within::Named(room("room/a")), user: None };
    let newest = store.audit(of_name, None, 1).await.expect("read").remove(0);
    assert_eq!((newest.deed, newest.by.as_str(), newest.at), (Deed::DeleteRoom, "~", NOW), "what gave way was deleted");
    let now = facts(&store, &room("room/a")).await;
    assert_eq!((now.judge(cursor), now.judge(Cursor::Start)), (Verdict::Lost, Verdict::Good(0)));
    while store.tidy(NOW).await.expect("tidied").more {}
    store.close().await;
    assert_eq!(exported(&other).await, export, "of the old one's rows nothing else was taken");
}

#[tokio::test]
async fn names_that_are_taken_stay_with_who_has_them() {
    let folder = Folder::new();
    let other = folder.path().join("other.db");
    some_rooms(&folder.file()).await;
    let export = exported(&folder.file()).await;
    let store = open(&other).await;
    // The former name of the one that comes is a room here; the name of another that comes is a former one here; one was deleted
    // here; one that was deleted there is here.
    done(&store, &room("room/b"), say("eva", "1", "b")).await;
    done(&store, &room("room/a"), say("eva", "1", "was a")).await;
    done(&store, &room("room/a"), Act::Move { to: room("room/z") }).await;
    done(&store, &room("room/c"), say("eva", "1", "c")).await;
    done(&store, &room("room/c"), Act::DeleteRoom).await;
    done(&store, &room("room/gone"), say("eva", "1", "still here")).await;
    store.close().await;
    drop(store);
    let (end, told) = import(&other, export.as_bytes(), false).await;
    assert!(end.stopped.is_none());
    assert_eq!((end.imported.rooms, told), (2, vec!["room/b not to room/c".to_owned()]));
    let store = open(&other).await;
    for (name, leads_to, head) in [
        ("room/a", "room/a", 8),
        ("room/b", "room/b", 1),
        ("room/c", "room/c", 1),
        ("room/gone", "room/gone", 1),
        ("room/z", "room/z", 1),
    ] {
        let facts = facts(&store, &room(name)).await;
        assert_eq!((facts.name.to_string().as_str(), facts.head), (leads_to, head), "{name}");
    }
    store.close().await;
    // Again: what can't lead there does not make it another room.
    drop(store);
    assert_eq!(import(&other, export.as_bytes(), false).await.0.imported.same, 2);
}

#[tokio::test]
async fn who_was_banned_is_banned_where_the_room_has_gone() {
    let folder = Folder::new();
    some_rooms(&folder.file()).await;
    let other = folder.path().join("other.db");
    imported(&other, &exported(&folder.file()).await).await;
    let chat = Chat::builder().store(Arc::new(open(&other).await)).secret([7; 32]).build().await.expect("built");
    for (id, is_banned) in [("eva", true), ("ana", false)] {
        let token = chat.user_token(id, id, &room("room/a"), Level::Say, 1_000).expect("a token");
        let who = chat.identify(&token).expect("good");
        let said = chat.say(&who, &room("room/a"), Say { text: "hola".into(), ..Say::default() }).await;
        let code = said.err().map(|error| error.into_refusal().code);
        assert_eq!(code, is_banned.then_some(Code::Banned), "{id}");
    }
    chat.close().await;
}
