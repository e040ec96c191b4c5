//! Guests and their names.

use tertulia::wire::Sender;
use tertulia::wire::request::{NewGuest, Say};

use super::*;

async fn make(ground: &Ground, token: Option<&str>, body: serde_json::Value) -> Result<Guest, Problem> {
    let (status, body) = ground.ask(Method::POST, "guests", token, "*/*", &body.to_string()).await;
    if status == StatusCode::CREATED { Ok(read(body).await) } else { Err(read(body).await) }
}

async fn guest(ground: &Ground, name: &str) -> Guest {
    make(ground, None, serde_json::json!({"name": name})).await.expect("a guest")
}

pub(super) async fn guest_in_room(ground: &Ground, name: &str) -> Result<Guest, (Code, Option<String>)> {
    let made = make(ground, None, serde_json::json!({"name": name, "room": ROOM})).await;
    made.map_err(|problem| (problem.code, problem.proposal))
}

pub(super) async fn say(ground: &Ground, token: &str) -> Result<(), (Code, Option<String>)> {
    let (status, body) =
        ground.ask(Method::POST, &format!("rooms/{ROOM}/messages"), Some(token), "*/*", r#"{"text": "hola"}"#).await;
    if status == StatusCode::CREATED {
        return Ok(());
    }
    let problem = read::<Problem>(body).await;
    Err((problem.code, problem.proposal))
}

pub(super) fn taken(proposal: &str) -> (Code, Option<String>) {
    (Code::NameTaken, Some(proposal.to_owned()))
}

#[tokio::test(start_paused = true)]
async fn a_guest_has_no_name_of_a_users_who_is_or_was_here() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    assert!(guest_in_room(&ground, "Ana").await.is_ok(), "nobody has it yet");
    let ana = ground.come(Some(&ground.token("ana"))).await;
    for name in ["Ana", "ana", "АNА", "A n a", "𝐀𝐧𝐚"] {
        assert_eq!(guest_in_room(&ground, name).await.expect_err(name).0, Code::NameTaken);
    }
    assert_eq!(guest_in_room(&ground, "ana").await.expect_err("here"), taken("ana 2"));
    drop(ana);
    a_while().await;
    assert_eq!(guest_in_room(&ground, "Ana").await.expect_err("gone without a word"), taken("Ana 2"));
    say(&ground, &ground.token("ana")).await.expect("said");
    assert_eq!(guest_in_room(&ground, "Ana").await.expect_err("spoke"), taken("Ana 2"));
    let second = guest_in_room(&ground, "Ana 2").await.expect("free");
    say(&ground, &second.token).await.expect("said");
    assert_eq!(guest_in_room(&ground, "Ana").await.expect_err("spoke"), taken("Ana 3"));
    assert_eq!(guest_in_room(&ground, "Ana 2").await.expect_err("another guest's"), taken("Ana 3"));
}

#[tokio::test(start_paused = true)]
async fn a_name_that_was_not_judged_is_judged_at_the_first_say_and_not_shown_before() {
    let ground = Ground::new().await;
    ground.set(PutRoom { announce: Some(true), ..PutRoom::default() }).await;
    let (first, second) = (guest(&ground, "Eva").await, guest(&ground, "Evа").await);
    say(&ground, &first.token).await.expect("said");
    assert_eq!(say(&ground, &second.token).await, Err(taken("Evа 2")));
    say(&ground, &first.token).await.expect("one's own");
    let lines = (ground.come(Some(&second.token)).await, ground.come(Some(&ground.token("ben"))).await);
    a_while().await;
    let present = ground.present().await;
    assert_eq!((present.count, names(&present)), (2, vec!["BEN"]), "counted, and not named");
    ground.signal(Some(&second.token), r#"{"name": "typing"}"#).await.expect("is no mistake");
    assert!(ground.present().await.typing.is_empty());
    assert_eq!(ground.lines().await, [(Kind::Join, "BEN".to_owned())]);
    // With another name it is the same guest, who is named.
    let renamed = make(&ground, Some(&second.token), serde_json::json!({"name": "Evita", "room": ROOM})).await.expect("renewed");
    assert_eq!(renamed.sender.id, second.sender.id);
    let _renamed = ground.come(Some(&renamed.token)).await;
    assert_eq!(names(&ground.present().await), ["Evita", "BEN"]);
    say(&ground, &renamed.token).await.expect("said");
    drop(lines);
}

#[tokio::test(start_paused = true)]
async fn a_user_who_comes_takes_a_name_back() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    let ana = guest(&ground, "Ana").await;
    say(&ground, &ana.token).await.expect("nobody else's");
    let _guest = ground.come(Some(&ana.token)).await;
    assert_eq!(names(&ground.present().await), ["Ana"]);
    let _user = ground.come(Some(&ground.token("ana"))).await;
    assert_eq!((ground.present().await.count, names(&ground.present().await)), (2, vec!["ANA"]));
    assert_eq!(say(&ground, &ana.token).await, Err(taken("Ana 2")));
    // What was said before is answered all the same when it is asked again.
    let client_id = r#"{"text": "x", "client_id": "request-1"}"#;
    let (status, _) = ground.ask(Method::POST, "rooms/project/7/messages", Some(&ana.token), "*/*", client_id).await;
    assert_eq!(status, StatusCode::CREATED, "in another room it is nobody's");
}

#[tokio::test]
async fn hostile_names_are_refused() {
    let ground = Ground::new().await;
    for name in ["admin", "Аdmin", "Moderat0r", "SYSTEM", "tertulia", "admin 2", "~admin~", "Adm1n"] {
        assert_eq!(guest_in_room(&ground, name).await.err(), Some((Code::NameTaken, None)), "{name}");
        assert_eq!(make(&ground, None, serde_json::json!({"name": name})).await.err().map(|p| p.code), Some(Code::NameTaken));
    }
    let long = "a".repeat(51);
    let bad = [
        "<b>x</b>",
        "a\u{202E}b",
        "a\u{2066}b",
        "a\u{200B}b",
        "a\u{0}b",
        "a\u{1b}[31m",
        "a\nb",
        "a\u{2028}b",
        "a\u{E0041}b",
        "\u{3164}",
        "",
        "   ",
        "a\u{00AD}b",
        "a\u{FEFF}b",
        "a\u{061C}b",
        &long,
    ];
    for name in bad {
        assert_eq!(guest_in_room(&ground, name).await.err().map(|(code, _)| code), Some(Code::Invalid), "{name:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_guest_is_the_same_after_a_restart_and_the_name_stays_theirs() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    let eva = guest_in_room(&ground, "Eva").await.expect("a guest");
    say(&ground, &eva.token).await.expect("said");
    ground.chat.close().await;
    let ground = Ground::over(Arc::clone(&ground.store), Limits::default()).await;
    assert_eq!(guest_in_room(&ground, "Eva").await, Err(taken("Eva 2")));
    let line = ground.come(Some(&eva.token)).await;
    assert_eq!(line.1.me.and_then(|me| me.id), eva.sender.id);
    say(&ground, &eva.token).await.expect("one's own");
    let renewed = make(&ground, Some(&eva.token), serde_json::json!({"name": "Eva", "room": ROOM})).await.expect("renewed");
    assert_eq!(renewed.sender, eva.sender);
}

#[tokio::test]
async fn a_user_who_spoke_while_guests_could_not_has_the_name_once_they_can() {
    let store = Arc::new(MemoryStore::new());
    let opened = async |guests| {
        let policy = Policy { others: TypeRules { guests, create: None }, ..Policy::default() };
        let chat = Chat::builder().store(Arc::clone(&store) as _).secret([7; 32]).policy(policy);
        chat.build().await.expect("built")
    };
    for level in [Level::None, Level::Read] {
        let chat = opened(level).await;
        let name = room(&format!("project/{level:?}"));
        chat.room(&name).notify("here").await.expect("is made");
        let ana = chat.identify(&chat.user_token("7", "Ana", &name, Level::Say, 100).expect("a token")).expect("good");
        chat.say(&ana, &name, Say { text: "hola".into(), ..Say::default() }).await.expect("said");
        chat.room(&name).say(Kind::Message, Sender::user("8", "Ben"), "hola").await.expect("said");
        chat.close().await;
        let chat = opened(Level::Say).await;
        for taken in ["Ana", "Ben"] {
            let guest = NewGuest { name: taken.into(), room: Some(name.clone()) };
            let refused = chat.guest(None, &guest, None).await.map(drop).expect_err("is another's");
            assert_eq!(refused.code(), Code::NameTaken, "{level:?}");
        }
        let free = NewGuest { name: "Eva".into(), room: Some(name.clone()) };
        assert_eq!(chat.guest(None, &free, None).await.expect("free").sender.name, "Eva");
    }
}

#[tokio::test(start_paused = true)]
async fn a_guest_neither_types_nor_reports_under_the_name_of_a_user_who_was_here() {
    let ground = Ground::new().await;
    ground.set(PutRoom::default()).await;
    say(&ground, &ground.token("ana")).await.expect("said");
    let (ana, eva) = (guest(&ground, "Ana").await, guest(&ground, "Eva").await);
    for guest in [&ana, &eva] {
        ground.signal(Some(&guest.token), r#"{"name": "typing"}"#).await.expect("is no mistake");
    }
    let typing: Vec<_> = ground.present().await.typing.into_iter().map(|sender| sender.name).collect();
    assert_eq!(typing, ["Eva"], "also of those who do not read");
    let path = format!("rooms/{ROOM}/messages/1/reports");
    let (status, body) = ground.ask(Method::POST, &path, Some(&ana.token), "*/*", "{}").await;
    let problem = read::<Problem>(body).await;
    assert_eq!((status, problem.code, problem.proposal.as_deref()), (StatusCode::CONFLICT, Code::NameTaken, Some("Ana 2")));
    assert_eq!(ground.ask(Method::POST, &path, Some(&eva.token), "*/*", "{}").await.0, StatusCode::CREATED);
}
