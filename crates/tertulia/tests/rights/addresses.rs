//! Restrictions that hold for where a guest comes from, too: whom they catch, whom they don't, and for how long.

#[path = "addresses/worlds.rs"]
mod worlds;

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use http_body_util::BodyExt;
use tertulia::auth::{Identity, Policy, TypeRules};
use tertulia::store::Store;
use tertulia::testkit::MemoryStore;
use tertulia::testkit::words::room;
use tertulia::wire::moderation::{PutRestriction, Restriction};
use tertulia::wire::page::{Action, RestrictionKind};
use tertulia::wire::request::{Guest, NewGuest, Say};
use tertulia::wire::{Code, Level, Problem, Time};
use tertulia::{Chat, ClientAddress, Limits};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

use super::line::{Heard, Line, WAYS, Way, request, router_for};
use super::moderation::until_ended;
use super::races::{Race, Try, say, says};
use super::token;

const ROOM: &str = "cafe/1";
const MESSAGES: &str = "/v1/rooms/cafe/1/messages";
const HERE: &str = "203.0.113.7";
const MAPPED: &str = "::ffff:203.0.113.7";
const THERE: &str = "203.0.113.8";
const DAY: i64 = 24 * 3_600;
const BEGAN: i64 = 1_000_000;

/// A chat on a store in whose cafés guests speak, with a clock that goes with the test's.
async fn over(store: Arc<dyn Store>, limits: Limits) -> Chat {
    let began = Instant::now();
    let clock = Arc::new(move || Time(BEGAN + i64::try_from(began.elapsed().as_millis()).expect("fits")));
    let cafe = TypeRules { guests: Level::Say, create: Some(true) };
    let policy = Policy { types: [("cafe".parse().expect("a type"), cafe)].into(), ..Policy::default() };
    let builder = Chat::builder().store(store).secret([7; 32]).policy(policy).clock(clock);
    builder.limits(limits.unpaced()).origins(vec!["https://cafe.example".into()]).build().await.expect("built")
}

async fn cafe() -> Chat {
    let chat = over(Arc::new(MemoryStore::new()), Limits::default()).await;
    chat.room(&room(ROOM)).notify("one").await.expect("said");
    chat
}

fn at(address: &str) -> Option<ClientAddress> {
    Some(ClientAddress::new(address.parse().expect("an address")))
}

async fn guest(chat: &Chat, name: &str, address: Option<&str>) -> Guest {
    let guest = NewGuest { name: name.into(), room: Some(room(ROOM)) };
    chat.guest(None, &guest, address.and_then(at)).await.expect("a guest")
}

fn id(guest: &Guest) -> String {
    guest.sender.id.clone().expect("guests have ids")
}

/// Who a token is for, asking from an address.
fn who(chat: &Chat, token: &str, address: Option<&str>) -> Identity {
    Identity { address: address.and_then(at), ..chat.identify(token).expect("good") }
}

fn put(kind: RestrictionKind) -> PutRestriction {
    PutRestriction { address: true, ..super::moderation::put(kind) }
}

fn hola() -> Say {
    Say { text: "hola".into(), ..Say::default() }
}

async fn send(chat: &Chat, from: Option<&str>, asks: (&str, &str, &str), body: &str) -> (u16, String) {
    let (method, path, token) = asks;
    let request = request(method, path, token).body(Body::from(body.to_owned())).expect("a request");
    let answer = router_for(chat, from).oneshot(request).await.expect("answers");
    let status = answer.status().as_u16();
    (status, String::from_utf8(answer.into_body().collect().await.expect("a body").to_bytes().into()).expect("text"))
}

fn code((_, body): &(u16, String)) -> Code {
    super::line::code(body.as_bytes())
}

#[tokio::test(start_paused = true)]
async fn whoever_comes_from_there_without_a_word_of_the_hosts_is_banned_with_them() {
    for way in WAYS {
        let chat = cafe().await;
        let hall = chat.room(&room(ROOM));
        let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(MAPPED)).await);
        let gus = guest(&chat, "Gus", Some(THERE)).await;
        let user = token(&chat, "ben", ROOM, Level::Say);
        let open = async |token: &str, from| Line::open_from(&chat, from, token, ROOM, way).await.0;
        let mut caught = [
            open(&eva.token, Some(HERE)).await,
            open(&finn.token, Some(HERE)).await,
            open(&finn.token, Some(MAPPED)).await,
            open("", Some(HERE)).await,
        ];
        let mut others = [
            open(&gus.token, Some(THERE)).await,
            open(&user, Some(HERE)).await,
            open(&gus.token, None).await,
            open("", None).await,
        ];
        let put = chat.room(&room(ROOM)).restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect("banned");
        assert_eq!((put.until, put.address_until), (None, Some(Time(BEGAN + DAY * 1_000))));
        hall.notify("secret").await.expect("said");
        for line in &mut caught {
            let heard = until_ended(line).await;
            assert!(!format!("{heard:?}").contains("secret"), "{way:?}: {heard:?}");
            assert!(way == Way::Text || heard.last() == Some(&Heard::Ended(Code::Banned, None)), "{way:?}: {heard:?}");
        }
        for line in &mut others {
            loop {
                let heard = line.next().await;
                assert!(!matches!(heard, Heard::Over | Heard::Ended(..)), "{way:?}: {heard:?}");
                if format!("{heard:?}").contains("secret") {
                    break;
                }
            }
        }
        for token in [&eva.token, &finn.token, ""] {
            let (_, first) = Line::open_from(&chat, Some(HERE), token, ROOM, way).await;
            assert_eq!(first, Heard::Ended(Code::Banned, None), "{way:?}");
        }
        hall.lift(&id(&eva)).await.expect("lifted");
        let (_, first) = Line::open_from(&chat, Some(HERE), &finn.token, ROOM, way).await;
        assert!(!matches!(first, Heard::Ended(..)), "{way:?}: the address is free, too");
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_becomes_a_guest_there_and_users_and_other_rooms_are_as_before() {
    let chat = cafe().await;
    let eva = guest(&chat, "Eva", Some(HERE)).await;
    chat.room(&room(ROOM)).restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect("banned");
    let body = |room: &str| format!(r#"{{"name": "Finn", "room": "{room}"}}"#);
    let refused = send(&chat, Some(MAPPED), ("POST", "/v1/guests", ""), &body(ROOM)).await;
    assert_eq!((refused.0, code(&refused)), (403, Code::Banned));
    let problem: Problem = serde_json::from_str(&refused.1).expect("a problem");
    assert_eq!(problem.retry_after, Some(86_400));
    assert!(problem.detail.is_some_and(|detail| detail.contains("everybody without an account")));
    // The guest of this name is nobody who could be asked about: the room says no first.
    let taken = send(&chat, Some(HERE), ("POST", "/v1/guests", ""), &body(ROOM).replace("Finn", "Eva")).await;
    assert_eq!(code(&taken), Code::Banned);
    assert_eq!(code(&send(&chat, Some(THERE), ("POST", "/v1/guests", &eva.token), &body(ROOM)).await), Code::Banned);
    for (from, room) in [(Some(THERE), ROOM), (None, ROOM), (Some(HERE), "cafe/2")] {
        assert_eq!(send(&chat, from, ("POST", "/v1/guests", ""), &body(room)).await.0, 201, "{from:?} {room}");
    }
    let user = token(&chat, "ben", ROOM, Level::Say);
    assert_eq!(send(&chat, Some(HERE), ("POST", MESSAGES, &user), r#"{"text": "hola"}"#).await.0, 201);
    let form = async |from| {
        let request = request("POST", "/embed/cafe/1", "").header("origin", "https://cafe.example");
        let mut request = request.body(Body::from("name=Gina&text=hola&token=&client_id=")).expect("a request");
        request.headers_mut().insert("content-type", "application/x-www-form-urlencoded".parse().expect("a value"));
        router_for(&chat, from).oneshot(request).await.expect("answers").status().as_u16()
    };
    assert_eq!((form(Some(HERE)).await, form(Some(THERE)).await), (403, 303));
}

#[tokio::test(start_paused = true)]
async fn a_page_of_the_room_knows_where_its_guest_comes_from() {
    let chat = cafe().await;
    let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(THERE)).await);
    chat.room(&room(ROOM)).restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect("banned");
    let show = async |from| {
        let request = request("GET", "/embed/cafe/1", "").header("cookie", format!("tertulia_guest={}", finn.token));
        let answer = router_for(&chat, from).oneshot(request.body(Body::empty()).expect("a request")).await;
        answer.expect("answers").status().as_u16()
    };
    assert_eq!((show(Some(HERE)).await, show(Some(THERE)).await), (403, 200));
}

#[tokio::test(start_paused = true)]
async fn a_network_of_ipv6_is_one_client_and_the_next_one_another() {
    let chat = cafe().await;
    let eva = guest(&chat, "Eva", Some("2001:db8:1:2:3:4:5:6")).await;
    let finn = guest(&chat, "Finn", Some(THERE)).await;
    chat.room(&room(ROOM)).restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect("banned");
    for (from, is_caught) in [("2001:db8:1:2:ffff::1", true), ("2001:db8:1:3::1", false), ("203.0.113.1", false)] {
        let said = chat.say(&who(&chat, &finn.token, Some(from)), &room(ROOM), hola()).await;
        assert_eq!(said.is_err_and(|error| error.code() == Code::Banned), is_caught, "{from}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_is_muted_by_address_reads_on_and_speaks_again_after_a_day_at_most() {
    for way in [Way::Events, Way::Socket] {
        let chat = cafe().await;
        let hall = chat.room(&room(ROOM));
        let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(HERE)).await);
        let (mut line, _) = Line::open_from(&chat, Some(HERE), &finn.token, ROOM, way).await;
        let end = Some(Time(BEGAN + 20_000));
        let loud = PutRestriction { why: Some("Eva is too loud".into()), ..put(RestrictionKind::Mute) };
        hall.restrict(&id(&eva), PutRestriction { until: end, ..loud.clone() }).await.expect("muted");
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        let restricted = me.restricted.expect("is told");
        assert_eq!((restricted.kind, restricted.until, restricted.why), (RestrictionKind::Mute, end, None));
        assert!(!me.may.contains(&Action::Say) && me.may.contains(&Action::Read));
        let finn = who(&chat, &finn.token, Some(HERE));
        let refusal = chat.say(&finn, &room(ROOM), hola()).await.expect_err("muted").into_refusal();
        assert_eq!((refusal.code, refusal.reason), (Code::Muted, Some("restricted-address")));
        // Who is a guest stays one, and reads; nobody new comes to speak.
        let same = NewGuest { name: "Finn".into(), room: Some(room(ROOM)) };
        chat.guest(Some(&finn), &same, at(HERE)).await.expect("renewed");
        assert_eq!(chat.guest(None, &same, at(HERE)).await.expect_err("muted").code(), Code::Muted);
        let Heard::Me(me) = line.next().await else { panic!("{way:?}") };
        assert!(me.restricted.is_none() && me.may.contains(&Action::Say), "{way:?}: without opening anew");
        chat.say(&finn, &room(ROOM), hola()).await.expect("said");

        hall.restrict(&id(&eva), loud).await.expect("muted");
        sleep(Duration::from_secs(u64::try_from(DAY).expect("fits")) - Duration::from_millis(1)).await;
        assert_eq!(chat.say(&finn, &room(ROOM), hola()).await.expect_err("muted").code(), Code::Muted);
        sleep(Duration::from_millis(1)).await;
        chat.say(&finn, &room(ROOM), hola()).await.expect("said");
        let eva_there = who(&chat, &eva.token, Some(THERE));
        let refusal = chat.say(&eva_there, &room(ROOM), hola()).await.expect_err("muted").into_refusal();
        assert_eq!((refusal.code, refusal.reason), (Code::Muted, Some("restricted-why")), "for good, wherever she is");
        let boss = Identity { address: at(HERE), ..chat.identify(&token(&chat, "boss", ROOM, Level::Moderate)).expect("good") };
        let list = chat.restrictions(&boss, &room(ROOM)).await.expect("listed");
        assert_eq!(list.iter().map(|one| (one.until, one.address_until)).collect::<Vec<_>>(), [(None, None)]);
    }
}

#[tokio::test(start_paused = true)]
async fn where_no_address_is_known_it_is_said_so_to_moderators_alone() {
    let chat = cafe().await;
    let boss = token(&chat, "boss", ROOM, Level::Moderate);
    let (gone, hidden) = ("~0123456789abcdef0123456789abcdef", guest(&chat, "Eva", None).await);
    chat.say(&who(&chat, &hidden.token, None), &room(ROOM), hola()).await.expect("said");
    let body = r#"{"kind": "ban", "address": true}"#;
    let path = |user: &str| format!("/v1/rooms/cafe/1/restrictions?user={user}");
    for (user, words) in [(gone, "No address"), (&id(&hidden), "No address"), ("ben", "guests alone"), ("~", "guests alone")] {
        let refused = send(&chat, Some(HERE), ("PUT", &path(user), &boss), body).await;
        assert_eq!((refused.0, code(&refused)), (422, Code::Invalid), "{user}");
        assert!(refused.1.contains(words), "{user}: {}", refused.1);
        let allowed = send(&chat, Some(HERE), ("PUT", &path(user), &boss), r#"{"kind": "ban", "address": false}"#).await;
        assert_eq!(allowed.0, 200, "{user}: {}", allowed.1);
        assert!(!allowed.1.contains("address"), "{}", allowed.1);
    }
    let eva = guest(&chat, "Finn", Some(HERE)).await;
    for user in [gone, &id(&eva)] {
        let ben = token(&chat, "ben2", ROOM, Level::Say);
        assert_eq!(code(&send(&chat, None, ("PUT", &path(user), &ben), body).await), Code::NotAllowed);
    }
    // What was seen more than a day ago is forgotten.
    sleep(Duration::from_secs(u64::try_from(DAY).expect("fits"))).await;
    assert_eq!(code(&send(&chat, None, ("PUT", &path(&id(&eva)), &boss), body).await), Code::Invalid);
    // An end before the day is over is the address's, too.
    chat.say(&who(&chat, &eva.token, Some(HERE)), &room(ROOM), hola()).await.expect("said");
    let (status, answer) = send(&chat, None, ("PUT", &path(&id(&eva)), &boss), r#"{"kind": "kick", "address": true}"#).await;
    let kick: Restriction = serde_json::from_str(&answer).expect("a restriction");
    assert!(status == 200 && kick.address_until.is_some() && kick.address_until == kick.until, "{answer}");
}

#[tokio::test(start_paused = true)]
async fn whom_it_was_put_on_is_told_why_and_others_from_there_are_not() {
    let chat = cafe().await;
    let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(HERE)).await);
    // A kick ends for both at once: what it is by makes no difference but in what is told.
    let kick = PutRestriction { why: Some("Too loud.".into()), ..put(RestrictionKind::Kick) };
    chat.room(&room(ROOM)).restrict(&id(&eva), kick).await.expect("kicked");
    for (guest, reason, why) in [(&eva, "restricted-until-why", Some("Too loud.")), (&finn, "restricted-address", None)] {
        let said = chat.say(&who(&chat, &guest.token, Some(HERE)), &room(ROOM), hola()).await;
        let refusal = said.expect_err("kicked").into_refusal();
        let told = refusal.args.iter().find(|(name, _)| *name == "why").map(|(_, why)| why.clone());
        let restricted = refusal.restricted.expect("is told");
        assert_eq!((restricted.until, restricted.why.as_deref()), (Some(Time(BEGAN + 60_000)), why));
        assert_eq!((refusal.code, refusal.reason, told), (Code::Banned, Some(reason), why.map(Into::into)));
    }
}

#[tokio::test(start_paused = true)]
async fn everywhere_it_holds_in_each_room_and_without_one() {
    let chat = cafe().await;
    let eva = guest(&chat, "Eva", Some(HERE)).await;
    let finn = guest(&chat, "Finn", Some(THERE)).await;
    let none = NewGuest { name: "Gina".into(), room: None };
    let (mut line, _) = Line::open_from(&chat, Some(HERE), &finn.token, "cafe/new", Way::Socket).await;
    chat.restrict_everywhere("admin", &id(&eva), put(RestrictionKind::Ban)).await.expect("banned");
    assert_eq!(until_ended(&mut line).await.last(), Some(&Heard::Ended(Code::Banned, None)));
    for name in [ROOM, "cafe/new"] {
        let said = chat.say(&who(&chat, &finn.token, Some(HERE)), &room(name), hola()).await;
        assert_eq!(said.expect_err("banned").code(), Code::Banned, "{name}");
    }
    assert_eq!(chat.guest(None, &none, at(HERE)).await.expect_err("banned").code(), Code::Banned);
    chat.guest(None, &none, at(THERE)).await.expect("a guest");
    let list = chat.restrictions_everywhere().await.expect("listed");
    assert!(list.len() == 1 && list[0].address_until.is_some());
    chat.lift_everywhere("admin", &id(&eva)).await.expect("lifted");
    chat.guest(None, &none, at(HERE)).await.expect("a guest");
    chat.say(&who(&chat, &finn.token, Some(HERE)), &room(ROOM), hola()).await.expect("said");
}

/// It outlives the process; where guests were seen does not, which is said. And nothing of an address is in the file or in an answer.
#[cfg(feature = "sqlite")]
#[tokio::test]
async fn it_holds_after_a_restart_and_no_address_is_written_down() {
    use tertulia::store::sqlite::{SqliteOptions, SqliteStore};
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rooms.db");
    let open = async || {
        let store = SqliteStore::open(SqliteOptions::new(&file)).await.expect("opens");
        over(Arc::new(store), Limits::default()).await
    };
    let chat = open().await;
    chat.room(&room(ROOM)).notify("one").await.expect("said");
    let boss = token(&chat, "boss", ROOM, Level::Moderate);
    let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(HERE)).await);
    let path = format!("/v1/rooms/cafe/1/restrictions?user={}", id(&eva));
    let mut answers = send(&chat, None, ("PUT", &path, &boss), r#"{"kind": "ban", "address": true}"#).await.1;
    assert!(answers.contains("\"address_until\""), "{answers}");
    for path in ["/v1/rooms/cafe/1/restrictions", "/v1/audit?room=cafe/1"] {
        answers += &send(&chat, None, ("GET", path, &boss), "").await.1;
    }
    assert!(answers.contains("\"address\":true") && !answers.contains("203.0.113"), "{answers}");
    chat.close().await;
    drop(chat);
    for entry in std::fs::read_dir(folder.path()).expect("read") {
        // The log beside the file may go just now: it holds nothing then.
        let bytes = std::fs::read(entry.expect("an entry").path()).unwrap_or_default();
        let has = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
        assert!(!has(b"203.0.113") && !has(&[203, 0, 113, 7]) && !has(&[7, 113, 0, 203]));
    }
    let chat = open().await;
    let said = chat.say(&who(&chat, &finn.token, Some(HERE)), &room(ROOM), hola()).await;
    assert_eq!(said.expect_err("banned").code(), Code::Banned);
    let unknown = chat.room(&room(ROOM)).restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect_err("unknown");
    assert_eq!(unknown.into_refusal().reason, Some("address-unknown"));
    let said = chat.say(&who(&chat, &finn.token, Some(HERE)), &room(ROOM), hola()).await;
    assert_eq!(said.expect_err("banned").code(), Code::Banned, "what was refused has changed nothing");
    chat.room(&room(ROOM)).restrict(&id(&finn), put(RestrictionKind::Mute)).await.expect("who asks is seen, also in vain");
}

/// Somebody new each time, who becomes a guest there and says something.
fn comes_anew(chat: &Chat) -> Try {
    let chat = chat.clone();
    Box::new(move || {
        let chat = chat.clone();
        Box::pin(async move {
            let new = NewGuest { name: "Gina".into(), room: Some(room(ROOM)) };
            let made = chat.guest(None, &new, at(HERE)).await.map_err(|error| error.code())?;
            say(&chat, &who(&chat, &made.token, Some(HERE)), ROOM).await
        })
    })
}

/// By a ban of another guest from there.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_send_no_reader_and_no_new_guest_slips_past() {
    for round in 0..12 {
        let chat = cafe().await;
        let (eva, finn) = (guest(&chat, "Eva", Some(HERE)).await, guest(&chat, "Finn", Some(HERE)).await);
        let known = who(&chat, &finn.token, Some(HERE));
        let talkers = (0..3).map(|_| says(&chat, known.clone(), ROOM)).chain([comes_anew(&chat)]).collect();
        let hall = chat.room(&room(ROOM));
        let readers = vec![(ROOM, finn.token), (ROOM, String::new())];
        let race = Race { chat, from: Some(HERE), readers, talkers, turns: round * 3 };
        race.run(async { drop(hall.restrict(&id(&eva), put(RestrictionKind::Ban)).await.expect("banned")) }).await;
    }
}
